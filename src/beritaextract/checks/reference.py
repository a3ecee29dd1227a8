"""BX501: counts of provinces, regencies and cities against the table of what there was when."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from beritaextract.checks.days import days
from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.checks.proof import proof
from beritaextract.facts import Relation
from beritaextract.model import Quantity
from beritaextract.rules import RuleBook

__all__ = ["CHECKS"]

_KINDS = (
    (
        "both",
        re.compile(r"(?:kabupaten|pemkab|daerah|bupati)\s?(?:/|dan|atau|-)\s?(?:kota|pemkot|wali\s?kota).*"),
    ),
    ("provinces", re.compile(r"provinsi|gubernur|pemerintah provinsi|pemprov")),
    ("regencies", re.compile(r"kabupaten|bupati|pemerintah kabupaten|pemkab")),
    ("cities", re.compile(r"kota|wali ?kota|pemerintah kota|pemkot|kotamadya")),
)
_NAMES = {
    "provinces": ("provinsi", "provinces"),
    "regencies": ("kabupaten", "regencies"),
    "cities": ("kota", "cities"),
    "both": ("kabupaten/kota", "regencies and cities"),
}
_NEAR = {"provinces": 0.12, "regencies": 0.03, "cities": 0.03, "both": 0.03}
"""Figures further off speak of some of them, not of all."""
_CONTEXT = 150
_FULL = frozenset({34, 38, 416, 514})
"""Counts that are hardly ever of some only."""


@check(
    CheckInfo(
        code="BX501",
        title="counts of provinces, regencies and cities fit the year",
        title_id="jumlah provinsi, kabupaten, dan kota sesuai tahunnya",
        severity="warning",
        what=(
            "Compares counts that speak of the whole country with a table of what there was in which year, with and "
            "without those of Jakarta that no election fills. Silent where another year is named.\n"
            "Membandingkan jumlah provinsi, kabupaten, dan kota seluruh Indonesia dengan tabel per tahun. Diam bila "
            "kalimatnya menyebut tahun lain."
        ),
        trigger="N gubernur, bupati, wali kota; N kabupaten/kota se-Indonesia",
        holds="Aplikasi itu dipakai 514 kabupaten/kota se-Indonesia.",
        contradicts="Aplikasi itu dipakai 541 kabupaten/kota se-Indonesia.",
    )
)
def regions_fit_the_year(case: Case) -> Iterator[Finding]:
    known: set[int] = set()
    for relation in case.facts.related("regions"):
        counts = [
            (kind, each)
            for name in ("first", "second", "third")
            if name in relation
            for each in relation.quantities(name)
            if (kind := _kind(each, is_joint=f"{name}_joint" in relation)) is not None
            and each.value is not None
            and each.modifier == "exact"
        ]
        if not counts or _other_year(case, relation) or relation.quantity("first").span.start in known:
            continue
        known.update(each.span.start for _, each in counts)
        yield from _compared(case, counts, whole="all" in relation or "every" in relation)
    yield from _alone(case, known)


def _alone(case: Case, known: set[int]) -> Iterator[Finding]:
    """Counts that nothing says to be of all, but that are: tersebar di 38 provinsi."""
    for each in case.mentions.quantities:
        if each.kind != "count" or each.value not in _FULL or each.span.start in known:
            continue
        kind = _kind(each)
        if kind is not None and each.value in (fitting := list(_known(case.book, kind, case.published))):
            yield _finding(kind, each, fitting, holds=True)


def _kind(quantity: Quantity, *, is_joint: bool = False) -> str | None:
    """What is counted; ``is_joint`` where the words behind add the cities: "514 bupati dan wali kota"."""
    unit = (quantity.unit or "").lower()
    kind = next((kind for kind, pattern in _KINDS if pattern.fullmatch(unit)), None)
    return "both" if is_joint and (kind == "regencies" or unit == "bupati/wali") else kind


def _other_year(case: Case, relation: Relation) -> bool:
    """Whether a date near by is of a year before the publication day's."""
    stretch = relation.stretch
    for date in case.mentions.dates:
        if stretch.start - _CONTEXT < date.span.start < stretch.end + _CONTEXT // 2:
            found = days((date.value or "").partition("/")[0])
            if found and (case.published is None or found.first.year < case.published.year):
                return True
    return False


def _compared(case: Case, counts: Sequence[tuple[str, Quantity]], *, whole: bool) -> Iterator[Finding]:
    fitting = {kind: list(_known(case.book, kind, case.published)) for kind, _ in counts}
    right = [each.value in fitting[kind] for kind, each in counts]
    if not all(fitting.values()):
        return
    if len(counts) > 1 and len(fitting) == len(counts) and sum(right) >= len(counts) - 1:
        whole = True
    if not whole or (len(counts) > 1 and not any(right) and len(fitting) < len(counts)):
        return
    for (kind, each), holds in zip(counts, right, strict=True):
        value = int(each.value or 0)
        if not holds and not any(_is_slip(value, count, _NEAR[kind]) for count in fitting[kind]):
            continue
        yield _finding(kind, each, fitting[kind], holds=holds)


def _is_slip(value: int, count: int, near: float) -> bool:
    return abs(count - value) <= near * count or sorted(str(value)) == sorted(str(count))


def _known(book: RuleBook, kind: str, day: datetime.date | None) -> Iterator[int]:
    """The counts of a kind that were right on a day, the full one first; without a day those of all years."""
    for row in book.table("regions_in_years"):
        if row["kind"] != kind:
            continue
        since = datetime.date.fromisoformat(row["since"])
        until = datetime.date.fromisoformat(row["until"]) if row["until"] else datetime.date.max
        if day is None or since <= day <= until:
            yield int(row["count"])


def _finding(kind: str, each: Quantity, fitting: Sequence[int], *, holds: bool) -> Finding:
    name, name_en = _NAMES[kind]
    counts = [each.value] if holds else fitting
    formula = Words(f"{' atau '.join(map(str, counts))} {name}", f"{' or '.join(map(str, counts))} {name_en}")
    lead = Words(f"Jumlah {name} cocok", f"The count of {name_en} fits the year")
    if not holds:
        lead = Words(f"Jumlah {name} tidak cocok", f"The count of {name_en} does not fit the year")
    return Finding(
        verdict="ok" if holds else "inconsistent",
        **proof(lead, formula, "" if holds else str(each.value))._asdict(),
        stated=str(each.value),
        computed=str(each.value) if holds else str(fitting[0]),
        evidence=(each.span,),
        repairs=() if holds else tuple(f"{each.value} → {count}" for count in fitting[:2]),
    )


CHECKS = (regions_fit_the_year,)
