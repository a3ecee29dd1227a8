"""BX304 and BX305: what ends before it begins, and lengths of time against their dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from beritaextract.checks.days import MONTHS, Days, days, printed, span_of
from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.checks.printed import digits, figure
from beritaextract.checks.proof import PHRASES, proof
from beritaextract.facts import Period, Relation
from beritaextract.model import Quantity, Verdict

__all__ = ["CHECKS"]

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|/\d\d$")
_NAMED_DAY = re.compile(rf"\d\s(?:{'|'.join(MONTHS)})\b")
_LATE, _EARLY = 25, 7
_DAYS_IN_YEAR = 365.25
_LONGEST = 366


@check(
    CheckInfo(
        code="BX304",
        title="a period starts before it ends",
        title_id="awal lebih dulu daripada akhir",
        severity="error",
        what=(
            "Compares the two dates of a period. Where the first has no year of its own and the months turn over "
            "the new year, the year before is meant. Silent where all is well.\n"
            "Membandingkan dua tanggal suatu masa: awal tidak boleh sesudah akhir, dan perjanjian tidak diteken "
            "sesudah masa berlakunya lewat. Diam bila tidak ada yang salah."
        ),
        trigger="dari … hingga …, sejak … sampai …, diteken … berlaku hingga …",
        holds="Izin itu berlaku sejak 1 Januari 2021 sampai 31 Desember 2023.",
        contradicts="Uji coba itu berlangsung mulai 17 Mei 2023 sampai 17 April 2023.",
    )
)
def starts_before_it_ends(case: Case) -> Iterator[Finding]:
    for period in case.facts.periods:
        ends = span_of(period.start) if period.start is period.end else _two(period)
        if ends is None or ends[0].first <= ends[1].last or _turns(period, *ends):
            continue
        start, end = ends
        what, what_en = ("diteken", "signed") if period.signed else ("mulai", "starts")
        yield Finding(
            verdict="inconsistent",
            message=f"Awal sesudah akhir: {what} {printed(start)}, berakhir {printed(end)}",
            message_en=f"The end lies before the start: {what_en} {start.first}, ends {end.last}",
            formula=f"{printed(start)} > {printed(end)}",
            stated=end.last.isoformat(),
            computed=start.first.isoformat(),
            evidence=period.evidence,
            repairs=tuple(_in_order(start, end)),
        )


def _two(period: Period) -> tuple[Days, Days] | None:
    start, end = days(period.start.value), days(period.end.value)
    return (start, end) if start and end else None


def _turns(period: Period, start: Days, end: Days) -> bool:
    """Whether a month or a year that is not printed explains it: Desember-Februari 2023, 30-2 Mei 2023."""
    years = len(_YEAR.findall(period.start.span.text))
    if period.start is not period.end:
        return period.start.year is None or period.end.year is None
    if start.precision == end.precision == "year":
        return years < 2 or "/" in period.start.span.text
    if years > 1 or len(_NAMED_DAY.findall(period.start.span.text)) > 1:
        return start.first.month != end.first.month and years < 2
    if (start.first.year, start.first.month) == (end.first.year, end.first.month):
        return start.first.day >= _LATE and end.first.day <= _EARLY
    return True


def _in_order(start: Days, end: Days) -> Iterator[str]:
    """The ends exchanged, or the year of the end one later."""
    later = end.last.year + 1
    if end.precision != "year" and start.first <= _in_year(end.last, later):
        yield f"{printed(end)} → {printed(end).replace(str(end.last.year), str(later))}"
    yield f"{printed(start)} … {printed(end)} → {printed(end)} … {printed(start)}"


def _in_year(day: datetime.date, year: int) -> datetime.date:
    return day.replace(year=year, day=min(day.day, 28))


@check(
    CheckInfo(
        code="BX305",
        title="a duration matches its dates, an age the date of birth",
        title_id="lama cocok dengan tanggalnya, umur dengan tanggal lahirnya",
        severity="warning",
        what=(
            "Counts the days, weeks, months or years between two dates, with and without the first; either may be "
            "stated. Ages are counted to the publication day.\n"
            "Menghitung hari, pekan, bulan, atau tahun di antara dua tanggal, dengan dan tanpa hari pertama; keduanya "
            "diterima. Umur dihitung sampai tanggal terbit."
        ),
        trigger="selama N hari, dari … hingga …; lahir …, kini berusia N tahun",
        holds="Warga wajib isolasi selama 14 hari, dari 3 Mei hingga 16 Mei 2021.",
        contradicts="Warga wajib isolasi selama 14 hari, dari 3 Mei hingga 26 Mei 2021.",
    )
)
def duration_matches_dates(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("lasting"):
        length = relation.quantity("length")
        ends = span_of(relation.date("period")) if "period" in relation else _ends(relation)
        weekdays = "period" in relation and not any(map(str.isdecimal, relation.date("period").span.text))
        if weekdays or ends is None or length.unit is None or ends[0].first >= ends[1].last:
            continue
        counted = _counted(length.unit.lower(), *ends)
        if counted is not None and length.value != _working_days(*ends):
            yield _duration_finding(relation, length, ends, counted)
    for relation in case.facts.related("age"):
        birth, age = days(relation.date("birth").value), relation.quantity("age")
        if case.published and birth and age.unit == "tahun":
            yield from _age_finding(relation, birth, age, case.published)


def _ends(relation: Relation) -> tuple[Days, Days] | None:
    start, end = days(relation.date("start").value), days(relation.date("end").value)
    if start is None and end is not None and relation.date("start").value:
        value = str(relation.date("start").value).replace("XXXX", str(end.last.year))
        start = days(value)
    return (start, end) if start and end else None


def _counted(unit: str, start: Days, end: Days) -> tuple[float, float] | None:
    """The least and the most that one may count; ``None`` where the dates are not fine enough."""
    difference = (end.first - start.first).days
    if unit == "hari" and start.precision == end.precision == "day":
        return difference, difference + 1
    if unit in ("pekan", "minggu") and start.precision == end.precision == "day":
        return (difference - 3) / 7, (difference + 4) / 7
    if "year" in (start.precision, end.precision) and unit != "tahun":
        return None
    months = (end.first.year - start.first.year) * 12 + end.first.month - start.first.month
    if unit == "bulan":
        return months - 1 if "day" in (start.precision, end.precision) else months, months + 1
    if unit == "tahun":
        return months // 12, max(end.first.year - start.first.year + 1, (months + 6) // 12)
    return None


def _working_days(start: Days, end: Days) -> int | None:
    """The days from Monday to Friday, where there are others too: a week of five days is one of seven."""
    difference = (end.first - start.first).days
    if not start.precision == end.precision == "day" or difference > _LONGEST:
        return None
    week = [(start.first + datetime.timedelta(day)).weekday() for day in range(difference + 1)]
    working = sum(day < 5 for day in week)
    return working if working < difference else None


def _duration_finding(
    relation: Relation, length: Quantity, ends: tuple[Days, Days], counted: tuple[float, float]
) -> Finding:
    least, most = counted
    low = length.low if length.low is not None else 0
    high = length.high if length.high is not None else float("inf")
    loose = length.modifier != "exact" or (length.value is not None and length.value % 1 != 0)
    near = 1 if loose else 0
    verdict: Verdict = "inconsistent"
    if length.value is not None and least <= length.value <= most:
        verdict = "ok"
    elif loose and float(low) - near <= most and least <= float(high) + near:
        verdict = "ok_approximate"
    shown = digits(round(least)) if round(least) == round(most) else f"{round(least)}–{round(most)}"
    unit = length.unit or ""
    formula = Words(
        f"{printed(ends[0])} hingga {printed(ends[1])} = {shown} {unit}",
        f"{ends[0].first} to {ends[1].first} = {shown} {unit}",
    )
    phrase = PHRASES[verdict]
    lead = Words(f"Lama dan tanggalnya {phrase.indonesian}", f"The duration {phrase.english}")
    fitting = round(most)
    return Finding(
        verdict=verdict,
        **proof(lead, formula, length.span.line if verdict != "ok" else "")._asdict(),
        stated=str(length.value) if length.value is not None else None,
        computed=str(fitting),
        evidence=(length.span, *(span for span in relation.evidence if span != length.span)),
        repairs=(f"{length.span.text} → {fitting} {unit}",) if verdict == "inconsistent" else (),
    )


def _age_finding(relation: Relation, birth: Days, age: Quantity, seen: datetime.date) -> Iterator[Finding]:
    low = int((seen - birth.last).days / _DAYS_IN_YEAR)
    high = int((seen - birth.first).days / _DAYS_IN_YEAR + 0.01)
    if age.value is None or age.modifier != "exact" or high < 0:
        return
    holds = low <= age.value <= high
    near = low - 1 <= age.value <= high + 1
    if near and not holds:
        return
    shown = str(high) if low == high else f"{low}–{high}"
    formula = f"{seen.year} - {birth.first.year} = {shown} tahun"
    lead = Words("Umur dan tanggal lahir cocok", "Age and date of birth agree")
    if not holds:
        lead = Words("Umur dan tanggal lahir tidak cocok", "Age and date of birth differ")
    yield Finding(
        verdict="ok" if holds else "inconsistent",
        **proof(lead, formula, "" if holds else figure(age).text)._asdict(),
        stated=str(age.value),
        computed=shown,
        evidence=relation.evidence,
        repairs=() if holds else (f"{figure(age).text} → {high}",),
    )


CHECKS = (starts_before_it_ends, duration_matches_dates)
