"""What tests ask of a passage: the findings of one code and their verdicts, the slots of claims and agreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from beritaextract import Extractor
from beritaextract.model import Agreement, Check, Claim

BAD = frozenset(("inconsistent", "malformed"))

ClaimRow = tuple[str | None, ...]
MembershipRow = tuple[str | None, str | None, str | None, int | None]
AgreementRow = tuple[str, str, list[str], str | None]


class Told(NamedTuple):
    """All that a test looks at in an agreement."""

    kind: str
    action: str
    parties: list[str]
    subject: str | None
    date: str | None
    place: str | None


@lru_cache(maxsize=2)
def extractor(names: str = "rules") -> Extractor:
    return Extractor(names="model" if names == "model" else "rules")


def found(code: str, text: str, published: str | None = None, *, names: str = "rules") -> list[Check]:
    return [each for each in extractor(names).extract(text, published=published).checks if each.code == code]


def verdicts(code: str, text: str, published: str | None = None, *, names: str = "rules") -> list[str]:
    return [str(each.verdict) for each in found(code, text, published, names=names)]


def rows(table: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Code → passages as pairs, for parametrized tests."""
    return [(code, text) for code, texts in table.items() for text in texts]


def memberships(text: str) -> list[MembershipRow]:
    """Organisation, place, date and total of each membership of a text."""
    return [
        (
            each.organization.name if each.organization else None,
            each.place.name if each.place else None,
            each.as_of,
            int(each.total.value) if each.total.value is not None else None,
        )
        for each in extractor().extract(text).memberships
    ]


def members(text: str) -> list[tuple[str, int]]:
    """The body and the figure of each membership of a text."""
    return [(name or "", total or 0) for name, _, _, total in memberships(text)]


def claims(text: str) -> list[ClaimRow]:
    """The slots of each claim of a text."""
    return claim_rows(extractor().extract(text).claims)


def claim_rows(claims: Iterable[Claim]) -> list[ClaimRow]:
    """Amount, cases, period, payer and place of each claim."""
    return [
        (
            each.amount.span.text,
            each.cases.span.text if each.cases else None,
            each.period,
            each.payer.name if each.payer else None,
            each.place.name if each.place else None,
        )
        for each in claims
    ]


def agreements(text: str) -> list[AgreementRow]:
    """Kind, action, parties and subject of each agreement of a text."""
    return agreement_rows(extractor().extract(text).agreements)


def agreement_rows(agreements: Iterable[Agreement]) -> list[AgreementRow]:
    """Kind, action, parties and subject of each agreement."""
    return [
        (each.kind, each.action, [party.name for party in each.parties], each.subject) for each in agreements
    ]


def full_agreements(text: str) -> list[Told]:
    """Each agreement of a text with its date and place too."""
    return agreements_told(extractor().extract(text).agreements)


def agreements_told(agreements: Iterable[Agreement]) -> list[Told]:
    """Each agreement with its date and place too."""
    return [
        Told(
            each.kind,
            each.action,
            [party.name for party in each.parties],
            each.subject,
            each.date,
            each.place.name if each.place else None,
        )
        for each in agreements
    ]
