"""BX801: the same measure, place and date in several articles, with different values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

from beritaextract.between.statements import claimed, joined, of_members
from beritaextract.checks import CheckInfo
from beritaextract.interval import Interval
from beritaextract.model import Article, Breakdown, Quantity

__all__ = ["BX801", "Discrepancy", "Stated", "crosscheck"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS = 3
"""How many named figures at least, the total among them, make a division one that can be told from others."""
_SAME = 2
"""How many of them must have one value in both articles: shares at noon and at the close have one total alone."""

BX801 = CheckInfo(
    code="BX801",
    title="several articles give one measure the same value",
    title_id="beberapa naskah memberi nilai yang sama untuk ukuran yang sama",
    severity="warning",
    what=(
        "Compares the members, payments, rates and divided totals of several articles where measure, place and date "
        "are the same, within what the printed digits allow. It runs with `crosscheck`, over a folder or files.\n"
        "Membandingkan jumlah anggota, pembayaran, tarif dan rincian dari beberapa naskah bila ukuran, tempat dan "
        "tanggalnya sama, dalam batas pembulatan angka yang tercetak. Berjalan dengan `crosscheck` atas sebuah folder "
        "atau beberapa berkas."
    ),
    trigger="beritaextract crosscheck DIR",
    holds="a.txt: Per September 2021 koperasi itu beranggota 382.746 orang. b.txt: … 382.746 orang.",
    contradicts="a.txt: Per September 2021 koperasi itu beranggota 382.746 orang. b.txt: … 382.476 orang.",
)


class Stated(NamedTuple):
    """One value with its article, by number."""

    article: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One measure with values that exclude each other, in the order of the articles."""

    measure: str
    date: str
    stated: tuple[Stated, ...]


def crosscheck(articles: Sequence[Article]) -> Iterator[Discrepancy]:
    """The measures on which articles differ."""
    seen: dict[Hashable, list[Stated]] = defaultdict(list)
    words: dict[Hashable, tuple[str, str]] = {}
    for number, article in enumerate(articles):
        for subject, date, quantity in _measures(article):
            key = (subject.casefold(), date, quantity.kind, quantity.unit, quantity.per)
            seen[key].append(Stated(number, quantity))
            words.setdefault(key, (subject, date))
    told: set[tuple[int, int]] = set()
    for found in (*_differing(seen, words), *_divided_differently(articles)):
        places = {(each.article, each.quantity.span.start) for each in found.stated}
        if not places & told:
            told |= places
            yield found


def _measures(article: Article) -> Iterator[tuple[str, str, Quantity]]:
    """What an article measures, with the date; nothing whose place or date is open."""
    day = _day(article)
    for membership in article.memberships:
        if (date := membership.as_of or day) and (membership.organization or membership.place):
            yield from ((subject, date, quantity) for quantity, subject in of_members(membership))
    for claim in article.claims:
        if (date := claim.period or day) and claim.payer and claim.place:
            yield claimed(claim), date, claim.amount
    place = _place(article)
    for rate in article.rates:
        if day and place:
            yield joined(rate.label, rate.condition, rate.entitled, place), day, rate.amount


def _day(article: Article) -> str:
    """The day of publication, else the first day that the text names."""
    if article.metadata.published:
        return article.metadata.published[:10]
    return next((each.value for each in article.dates if each.value and _DAY.fullmatch(each.value)), "")


def _place(article: Article) -> str:
    dateline = article.metadata.dateline
    return (dateline.place or "").casefold() if dateline else ""


def _differing(
    seen: Mapping[Hashable, Sequence[Stated]], words: Mapping[Hashable, tuple[str, str]]
) -> Iterator[Discrepancy]:
    for key, stated in seen.items():
        by_article: dict[int, list[Stated]] = defaultdict(list)
        for each in stated:
            by_article[each.article].append(each)
        if any(_excluded(one, other) for one, other in combinations(by_article.values(), 2)):
            yield Discrepancy(*words[key], tuple(values[0] for values in by_article.values()))


def _excluded(ones: Iterable[Stated], others: Iterable[Stated]) -> bool:
    """Whether no value of the one article can be a value of the other."""
    return not any(_may_agree(one.quantity, other.quantity) for one, other in product(ones, others))


def _may_agree(one: Quantity, other: Quantity) -> bool:
    if one.malformed or other.malformed:
        return True
    return Interval.of(one.low, one.high).overlaps(Interval.of(other.low, other.high))


def _divided_differently(articles: Sequence[Article]) -> Iterator[Discrepancy]:
    """One whole with the same named parts, on one day, in one place as far as that is known."""
    seen: dict[tuple[str, frozenset[str]], list[tuple[int, dict[str, Quantity]]]] = defaultdict(list)
    for number, article in enumerate(articles):
        for breakdown in article.breakdowns:
            named = _named(breakdown)
            if breakdown.relation == "sum" and len(named) >= _PARTS and (day := _day(article)):
                seen[day, frozenset(label.casefold() for label in named)].append((number, named))
    for (day, _), divided in seen.items():
        for (first, ones), (second, others) in combinations(divided, 2):
            places = {_place(articles[first]), _place(articles[second])} - {""}
            if first != second and len(places) < 2:
                yield from _parts_apart(day, (first, ones), (second, others))


def _parts_apart(
    day: str, one: tuple[int, Mapping[str, Quantity]], other: tuple[int, Mapping[str, Quantity]]
) -> Iterator[Discrepancy]:
    """The labels whose values exclude each other, where more of the others show that it is one count."""
    second = {label.casefold(): quantity for label, quantity in other[1].items()}
    pairs = [(label, quantity, second[label.casefold()]) for label, quantity in one[1].items()]
    same = sum(left.value == right.value is not None for _, left, right in pairs)
    apart = [
        (label, left, right)
        for label, left, right in pairs
        if left.unit == right.unit and not _may_agree(left, right)
    ]
    if same >= max(len(apart), _SAME):
        for label, left, right in apart:
            yield Discrepancy(label, day, (Stated(one[0], left), Stated(other[0], right)))


def _named(breakdown: Breakdown) -> dict[str, Quantity]:
    named = {part.label: part.quantity for part in breakdown.parts if part.label}
    if breakdown.total is not None:
        named[f"jumlah {breakdown.total.unit or ''}".strip()] = breakdown.total
    return named
