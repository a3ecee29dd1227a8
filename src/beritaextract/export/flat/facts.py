"""Tables of facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from beritaextract.export.flat.schema import (
    Member,
    Reference,
    Table,
    amount,
    integer,
    many,
    members,
    name,
    text,
)
from beritaextract.model import Article, Fact

__all__ = ["TABLES", "further"]

_ENCODER: msgspec.json.Encoder = msgspec.json.Encoder(decimal_format="number", enc_hook=vars)


BREAKDOWNS = Table(
    "breakdowns",
    "one stated total with its stated parts",
    ("id",),
    many(
        text("id", required=True),
        text("relation", "sum where the parts make up the whole, subset where not", required=True),
        amount("total"),
        amount("remainder"),
        text("rule", required=True),
    ),
    lambda article: article.breakdowns,
    (Reference("total_id", "quantities"), Reference("remainder_id", "quantities")),
)

BREAKDOWN_PARTS = Table(
    "breakdown_parts",
    "one part of a breakdown",
    ("breakdown_id", "number"),
    many(
        text("breakdown_id", required=True, at="owner.id"),
        integer("number", required=True),
        text("label", "as printed", at="record.label"),
        amount("value", "record.quantity"),
    ),
    lambda article: (part for each in article.breakdowns for part in members(each, parts=each.parts)),
    (Reference("breakdown_id", "breakdowns"), Reference("value_id", "quantities")),
)

MEMBERSHIPS = Table(
    "memberships",
    "how many members an organisation or programme has",
    ("id",),
    many(
        text("id", required=True),
        name("organization"),
        name("place"),
        text("as_of", "EDTF"),
        amount("total"),
        text("rule", required=True),
    ),
    lambda article: article.memberships,
    (
        Reference("organization_id", "organizations"),
        Reference("place_id", "places"),
        Reference("total_id", "quantities"),
    ),
)


def _categories(article: Article) -> Iterator[Member]:
    for each in article.memberships:
        yield from members(each, category=each.categories, of_which=each.of_which)


MEMBERSHIP_CATEGORIES = Table(
    "membership_categories",
    "one kind of members",
    ("membership_id", "number"),
    many(
        text("membership_id", required=True, at="owner.id"),
        integer("number", required=True),
        text(
            "role", "category where it is a part of the whole, of_which where it lies across", required=True
        ),
        text("label", "as printed", at="record.label"),
        amount("value", "record.quantity"),
    ),
    _categories,
    (Reference("membership_id", "memberships"), Reference("value_id", "quantities")),
)

CLAIMS = Table(
    "claims",
    "money paid out or recovered",
    ("id",),
    many(
        text("id", required=True),
        name("payer"),
        text("purpose"),
        amount("amount"),
        amount("cases"),
        text("period", "EDTF"),
        name("place"),
        text("rule", required=True),
    ),
    lambda article: article.claims,
    (
        Reference("payer_id", "organizations"),
        Reference("amount_id", "quantities"),
        Reference("cases_id", "quantities"),
        Reference("place_id", "places"),
    ),
)

AGREEMENTS = Table(
    "agreements",
    "one memorandum or cooperation agreement",
    ("id",),
    many(
        text("id", required=True),
        text("kind", "MoU, PKS or agreement", required=True),
        text("action", "signed, extended, planned or existing", required=True),
        text("subject"),
        text("date", "EDTF"),
        name("place"),
        amount("duration"),
        text("renewal"),
        text("rule", required=True),
    ),
    lambda article: article.agreements,
    (Reference("place_id", "places"), Reference("duration_id", "quantities")),
)


def _parties(article: Article) -> Iterator[Member]:
    for each in article.agreements:
        yield from members(each, party=each.parties, signatory=each.signatories)


AGREEMENT_PARTIES = Table(
    "agreement_parties",
    "one party to an agreement, or who signed it",
    ("agreement_id", "number"),
    many(
        text("agreement_id", required=True, at="owner.id"),
        integer("number", required=True),
        text("role", "party or signatory", required=True),
        text("name", at="record.name"),
        # The one id under all three: a reference that finds no row of its table becomes empty.
        text("organization_id", at="record.id"),
        text("person_id", at="record.id"),
        text("place_id", at="record.id"),
    ),
    _parties,
    (
        Reference("agreement_id", "agreements"),
        Reference("organization_id", "organizations"),
        Reference("person_id", "persons"),
        Reference("place_id", "places"),
    ),
)

AGREEMENT_OUTCOMES = Table(
    "agreement_outcomes",
    "one figure that an agreement has led to",
    ("agreement_id", "number"),
    many(
        text("agreement_id", required=True, at="owner.id"),
        integer("number", required=True),
        amount("value", "record"),
    ),
    lambda article: (found for each in article.agreements for found in members(each, outcomes=each.outcomes)),
    (Reference("agreement_id", "agreements"), Reference("value_id", "quantities")),
)

RATES = Table(
    "rates",
    "what something costs or pays",
    ("id",),
    many(
        text("id", required=True),
        text("kind", "contribution, benefit, price, fare or wage", required=True),
        text("label"),
        amount("amount"),
        text("per", "of what it is the rate: month", at="amount.per"),
        text("condition"),
        text("entitled", "who gets it"),
        text("rule", required=True),
    ),
    lambda article: article.rates,
    (Reference("amount_id", "quantities"),),
)


class Further(NamedTuple):
    """A fact of a further kind."""

    id: str
    kind: str
    record: Fact


def further(article: Article) -> Iterator[Further]:
    """The facts of further kinds."""
    for kind, records in article.facts.items():
        for nth, record in enumerate(records, start=1):
            yield Further(record.id or f"{kind}-{nth}", kind, record)


def _json(fact: Further) -> str:
    return _ENCODER.encode(fact.record).decode()


FACTS = Table(
    "facts",
    "one fact of a further kind, as JSON",
    ("id",),
    many(
        text("id", required=True),
        text("kind", required=True),
        text("record", "JSON", required=True, at=_json),
    ),
    further,
)

TABLES = (
    BREAKDOWNS, BREAKDOWN_PARTS, MEMBERSHIPS, MEMBERSHIP_CATEGORIES, CLAIMS, AGREEMENTS, AGREEMENT_PARTIES,
    AGREEMENT_OUTCOMES, RATES, FACTS,
)  # fmt: skip
