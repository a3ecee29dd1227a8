"""What an article states, place by place: each figure, date and name with what it is about, as far as a fact tells."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from beritaextract.model import Article, Breakdown, Claim, Membership, Quantity, Ref, Span

__all__ = ["Statement", "claimed", "of_members", "statements"]


@dataclass(frozen=True, slots=True)
class Statement:
    """``value`` is what counts as the same; ``subject`` is empty where no fact tells it."""

    kind: str
    subject: str
    value: Hashable
    span: Span

    @property
    def is_figure(self) -> bool:
        """Whether words around it, such as *lebih dari*, may change its value."""
        return self.kind.startswith(("money", "count", "measure", "percent"))


def statements(article: Article) -> tuple[Statement, ...]:
    """The statements in the order of the text; none stands within another."""
    found = sorted(_all(article), key=lambda each: (each.span.start, -each.span.end))
    apart: list[Statement] = []
    for each in found:
        if not apart or each.span.start >= apart[-1].span.end:
            apart.append(each)
    return tuple(apart)


def _all(article: Article) -> Iterator[Statement]:
    subjects = _subjects(article)
    for quantity in article.quantities:
        yield Statement(
            f"{quantity.kind} {quantity.unit if quantity.kind != 'count' else ''}",
            subjects.get(quantity.span.start, ""),
            _amount(quantity),
            quantity.span,
        )
    for date in article.dates:
        yield Statement("date", "", (date.value or date.span.line, date.weekday), date.span)
    for law in article.regulations:
        for span in law.mentions:
            yield Statement("regulation", "", (law.type, law.number, law.year), span)
    offices = {official.person.id: official.title for official in article.officials}
    for person in article.persons:
        for span in person.mentions:
            yield Statement("person", offices.get(person.id, ""), person.name, span)
    for organization in article.organizations:
        for span in organization.mentions:
            yield Statement("organization", "", organization.name, span)
    for place in article.places:
        for span in place.mentions:
            yield Statement("place", "", place.name, span)


def _amount(quantity: Quantity) -> Hashable:
    """Rp1,5 miliar is Rp1.500.000.000; more than 40 is not 40."""
    if quantity.value is None:
        return (quantity.low, quantity.high, quantity.span.line if quantity.malformed else "")
    return (quantity.value, quantity.modifier)


def _subjects(article: Article) -> dict[int, str]:
    """Start of a figure → what it is; the first fact that tells it."""
    found: dict[int, str] = {}
    for quantity, subject in _told(article):
        found.setdefault(quantity.span.start, subject)
    return found


def _told(article: Article) -> Iterator[tuple[Quantity, str]]:
    for membership in article.memberships:
        yield from of_members(membership)
    for claim in article.claims:
        yield claim.amount, claimed(claim)
        if claim.cases is not None:
            yield claim.cases, f"kasus, {claimed(claim)}"
    for rate in article.rates:
        yield rate.amount, joined(rate.label, rate.condition)
    for agreement in article.agreements:
        if agreement.duration is not None:
            parties = " dan ".join(party.name for party in agreement.parties)
            yield agreement.duration, joined(f"jangka waktu {agreement.kind}", parties)
    for breakdown in article.breakdowns:
        yield from _divided(breakdown)


def of_members(membership: Membership) -> Iterator[tuple[Quantity, str]]:
    """The figures of one membership with their subjects."""
    whose = joined(_name(membership.organization), _name(membership.place))
    unit = membership.total.unit or "anggota"
    yield membership.total, joined(unit, whose)
    for part in (*membership.categories, *membership.of_which):
        yield part.quantity, joined(part.label, whose)


def claimed(claim: Claim) -> str:
    """What was paid, by whom, where and when."""
    return joined(claim.purpose or "klaim", _name(claim.payer), _name(claim.place), claim.period)


def _divided(breakdown: Breakdown) -> Iterator[tuple[Quantity, str]]:
    unit = breakdown.total.unit if breakdown.total else None
    if breakdown.total is not None:
        yield breakdown.total, f"jumlah {unit}" if unit not in (None, "IDR", "%") else "jumlah"
    for part in breakdown.parts:
        yield part.quantity, part.label


def _name(ref: Ref | None) -> str | None:
    return ref.name if ref else None


def joined(*words: str | None) -> str:
    """
    >>> joined("peserta", None, "Palu")
    'peserta, Palu'
    """
    return ", ".join(_present(words))


def _present(words: Iterable[str | None]) -> Iterator[str]:
    return (word for word in words if word)
