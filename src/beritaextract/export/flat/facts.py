"""Tables of facts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from beritaextract.export.flat.schema import (
    Reference,
    Row,
    Table,
    amount,
    amount_columns,
    integer,
    many,
    name,
    name_columns,
    text,
)
from beritaextract.model import Article, Fact, Part, Ref

__all__ = ["TABLES", "further"]

_ENCODER: msgspec.json.Encoder = msgspec.json.Encoder(decimal_format="number", enc_hook=vars)


def _part(part: Part, number: int) -> Row:
    return {"number": number, "label": part.label, **amount(part.quantity, "value")}


BREAKDOWNS = Table(
    "breakdowns",
    "one stated total with its stated parts",
    ("id",),
    many(
        text("id", required=True),
        text("relation", "sum where the parts make up the whole, subset where not", required=True),
        amount_columns("total"),
        amount_columns("remainder"),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "relation": each.relation,
            **amount(each.total, "total"),
            **amount(each.remainder, "remainder"),
            "rule": each.rule,
        }
        for each in article.breakdowns
    ),
    (Reference("total_id", "quantities"), Reference("remainder_id", "quantities")),
)

BREAKDOWN_PARTS = Table(
    "breakdown_parts",
    "one part of a breakdown",
    ("breakdown_id", "number"),
    many(
        text("breakdown_id", required=True),
        integer("number", required=True),
        text("label", "as printed"),
        amount_columns("value"),
    ),
    lambda article: (
        {"breakdown_id": each.id, **_part(part, number)}
        for each in article.breakdowns
        for number, part in enumerate(each.parts, start=1)
    ),
    (Reference("breakdown_id", "breakdowns"), Reference("value_id", "quantities")),
)

MEMBERSHIPS = Table(
    "memberships",
    "how many members an organisation or programme has",
    ("id",),
    many(
        text("id", required=True),
        name_columns("organization"),
        name_columns("place"),
        text("as_of", "EDTF"),
        amount_columns("total"),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            **name(each.organization, "organization"),
            **name(each.place, "place"),
            "as_of": each.as_of,
            **amount(each.total, "total"),
            "rule": each.rule,
        }
        for each in article.memberships
    ),
    (
        Reference("organization_id", "organizations"),
        Reference("place_id", "places"),
        Reference("total_id", "quantities"),
    ),
)


def _categories(article: Article) -> Iterator[Row]:
    for each in article.memberships:
        numbered = enumerate((*each.categories, *each.of_which), start=1)
        for nth, part in numbered:
            role = "category" if nth <= len(each.categories) else "of_which"
            yield {"membership_id": each.id, "role": role, **_part(part, nth)}


MEMBERSHIP_CATEGORIES = Table(
    "membership_categories",
    "one kind of members",
    ("membership_id", "number"),
    many(
        text("membership_id", required=True),
        integer("number", required=True),
        text(
            "role", "category where it is a part of the whole, of_which where it lies across", required=True
        ),
        text("label", "as printed"),
        amount_columns("value"),
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
        name_columns("payer"),
        text("purpose"),
        amount_columns("amount"),
        amount_columns("cases"),
        text("period", "EDTF"),
        name_columns("place"),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            **name(each.payer, "payer"),
            "purpose": each.purpose,
            **amount(each.amount, "amount"),
            **amount(each.cases, "cases"),
            "period": each.period,
            **name(each.place, "place"),
            "rule": each.rule,
        }
        for each in article.claims
    ),
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
        name_columns("place"),
        amount_columns("duration"),
        text("renewal"),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "kind": each.kind,
            "action": each.action,
            "subject": each.subject,
            "date": each.date,
            **name(each.place, "place"),
            **amount(each.duration, "duration"),
            "renewal": each.renewal,
            "rule": each.rule,
        }
        for each in article.agreements
    ),
    (Reference("place_id", "places"), Reference("duration_id", "quantities")),
)


def _party(agreement_id: str, number: int, role: str, ref: Ref) -> Row:
    """The one id under all three: a reference that finds no row of its table becomes empty."""
    ids: Row = dict.fromkeys(("organization_id", "person_id", "place_id"), ref.id)
    return {"agreement_id": agreement_id, "number": number, "role": role, "name": ref.name, **ids}


def _parties(article: Article) -> Iterator[Row]:
    for each in article.agreements:
        numbered = enumerate((*each.parties, *each.signatories), start=1)
        for nth, ref in numbered:
            yield _party(each.id, nth, "party" if nth <= len(each.parties) else "signatory", ref)


AGREEMENT_PARTIES = Table(
    "agreement_parties",
    "one party to an agreement, or who signed it",
    ("agreement_id", "number"),
    many(
        text("agreement_id", required=True),
        integer("number", required=True),
        text("role", "party or signatory", required=True),
        text("name"),
        text("organization_id"),
        text("person_id"),
        text("place_id"),
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
    many(text("agreement_id", required=True), integer("number", required=True), amount_columns("value")),
    lambda article: (
        {"agreement_id": each.id, "number": number, **amount(outcome, "value")}
        for each in article.agreements
        for number, outcome in enumerate(each.outcomes, start=1)
    ),
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
        amount_columns("amount"),
        text("per", "of what it is the rate: month"),
        text("condition"),
        text("entitled", "who gets it"),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "kind": each.kind,
            "label": each.label,
            **amount(each.amount, "amount"),
            "per": each.amount.per,
            "condition": each.condition,
            "entitled": each.entitled,
            "rule": each.rule,
        }
        for each in article.rates
    ),
    (Reference("amount_id", "quantities"),),
)


def further(article: Article) -> Iterator[tuple[str, str, Fact]]:
    """The facts of further kinds: the kind, the id and the record of each."""
    for kind, records in article.facts.items():
        for nth, record in enumerate(records, start=1):
            yield kind, record.id or f"{kind}-{nth}", record


FACTS = Table(
    "facts",
    "one fact of a further kind, as JSON",
    ("id",),
    many(text("id", required=True), text("kind", required=True), text("record", "JSON", required=True)),
    lambda article: (
        {"id": key, "kind": kind, "record": _ENCODER.encode(record).decode()}
        for kind, key, record in further(article)
    ),
)

TABLES = (
    BREAKDOWNS, BREAKDOWN_PARTS, MEMBERSHIPS, MEMBERSHIP_CATEGORIES, CLAIMS, AGREEMENTS, AGREEMENT_PARTIES,
    AGREEMENT_OUTCOMES, RATES, FACTS,
)  # fmt: skip
