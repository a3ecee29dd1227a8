"""BX301 and BX302: weekdays and dates against the calendar."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence

from beritaextract.checks.days import MONTHS, days
from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.checks.proof import proof
from beritaextract.mentions.names.spelling import distance
from beritaextract.model import Date
from beritaextract.values.calendar import WEEKDAY_NAMES, WEEKDAYS

__all__ = ["CHECKS"]

_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEARS = range(1800, 2200)
_LIKELY = range(1945, 2100)  # years that news prints with a weekday
_FIRST_YEAR = 1800  # before, weekdays are reckoned by more than one calendar
_LEAP_YEAR = 2000
_ROUND_THE_CLOCK = (24, 7, None)
_MOST = 4
_DAMAGED = "dates.damaged"
_FORTNIGHT = datetime.timedelta(days=14)
_RECENT = datetime.timedelta(days=60)
"""News seldom speaks of a day with its weekday that is farther from its own."""


@check(
    CheckInfo(
        code="BX301",
        title="the weekday belongs to the date",
        title_id="hari cocok dengan tanggalnya",
        severity="error",
        what=(
            "Looks up the weekday of every date that is printed with one. A year that is left out is that of the "
            "publication day, or the one that the article itself fixes; without any the check is silent.\n"
            "Memeriksa hari yang tertulis bersama tanggal. Tahun yang tidak ditulis diambil dari tanggal terbit "
            "atau dari artikelnya sendiri."
        ),
        trigger="Senin (12/9), Kamis, 23 September 2021",
        holds="Musyawarah nelayan itu berlangsung di balai desa, Kamis (23/9/2021).",
        contradicts="Musyawarah nelayan itu berlangsung di balai desa, Jumat (23/9/2021).",
    )
)
def weekday_belongs_to_date(case: Case) -> Iterator[Finding]:
    printed = sorted(set(_printed_days(case)))
    for mention in case.mentions.dates:
        if mention.weekday is None or mention.day is None or mention.month is None or _is_damaged(mention):
            continue
        if (mention.day, mention.month, mention.year) == _ROUND_THE_CLOCK:
            continue
        year = _year(mention) or _year_beside(printed, mention)
        weekday = _index(mention.weekday)
        if year is None or weekday is None or not _exists(year, mention.month, mention.day):
            continue
        day = datetime.date(year, mention.month, mention.day)
        yield _weekday_finding(mention, day, weekday, _own_day(case))


@check(
    CheckInfo(
        code="BX302",
        title="day and month exist, in day-month order",
        title_id="hari dan bulan ada, dalam urutan hari-bulan",
        severity="error",
        what=(
            "Reports dates that no calendar has: a day or month out of range, mostly month and day in English "
            "order, a year with a digit too few, a slash too many; silent where all is well.\n"
            "Melaporkan tanggal yang tidak ada di kalender, misalnya bulan lebih dari 12 karena urutan bulan dan "
            "hari tertukar, tahun yang kurang satu angka, garis miring ganda; diam bila tidak ada yang salah."
        ),
        trigger="Selasa (9/22/2015), 31 September 2021, Rabu (22/9/205)",
        holds="Peresmian pasar itu dijadwalkan Selasa (22/9/2015).",
        contradicts="Peresmian pasar itu dijadwalkan Selasa (9/22/2015).",
    )
)
def date_exists(case: Case) -> Iterator[Finding]:
    for mention in case.mentions.dates:
        if _is_damaged(mention):
            repairs = _undamaged(mention, _own_day(case))
        elif _is_no_day(mention):
            repairs = _existing(mention)
        else:
            continue
        yield Finding(
            verdict="malformed",
            message=f"Tanggal tidak ada di kalender: {mention.span.text}",
            message_en=f"No such day in the calendar: {mention.span.text}",
            evidence=(mention.span,),
            repairs=tuple(repairs),
        )


CHECKS = (weekday_belongs_to_date, date_exists)


def _year(mention: Date) -> int | None:
    """The printed year, else the one that the mention has from the article or the publication day."""
    if mention.year is not None:
        return mention.year if mention.year >= _FIRST_YEAR else None
    value = mention.value or ""
    return int(value[:4]) if value[:4].isdecimal() and _is_day_of(mention, value) else None


def _year_beside(printed: Sequence[datetime.date], mention: Date) -> int | None:
    """The year of the days near it that have their right weekday: "Jumat (26/6/2020) … Jumat (16/6)".

    Args:
        printed: All such days, in order.
    """
    found = set()
    for year in {day.year for day in printed}:
        for same in _dates((year, mention.month or 0, mention.day or 0)):
            at = bisect_left(printed, same)
            nearest = printed[max(at - 1, 0) : at + 1]
            if any(day.year == year and abs(same - day) <= _FORTNIGHT for day in nearest):
                found.add(year)
    return found.pop() if len(found) == 1 else None


def _printed_days(case: Case) -> Iterator[datetime.date]:
    """The days that the article prints with their year and right weekday; a year made out by a weekday proves none."""
    for mention in case.mentions.dates:
        if mention.weekday and mention.day and mention.year:
            found = days(mention.value)
            if found and WEEKDAY_NAMES[found.first.weekday()] == mention.weekday:
                yield found.first


def _is_day_of(mention: Date, value: str) -> bool:
    return value[5:10] == f"{mention.month:02}-{mention.day:02}"


def _own_day(case: Case) -> datetime.date | None:
    """The publication day, else the first day that the article prints in full with its right weekday."""
    if case.published is not None:
        return case.published
    for mention in case.mentions.dates:
        if mention.year in _LIKELY and mention.weekday and mention.value:
            found = days(mention.value)
            if found and WEEKDAY_NAMES[found.first.weekday()] == mention.weekday:
                return found.first
    return None


def _is_damaged(mention: Date) -> bool:
    """Whether its digits make no day, month and year, beside a weekday that shows that they are to."""
    if mention.rule == _DAMAGED:
        return mention.span.text[0].isalpha()
    return bool(mention.weekday and mention.day and mention.year) and mention.month is None


def _index(weekday: str) -> int | None:
    return WEEKDAY_NAMES.index(weekday) if weekday in WEEKDAY_NAMES else None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]


def _weekday_finding(mention: Date, day: datetime.date, weekday: int, own: datetime.date | None) -> Finding:
    shown = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    actual = day.weekday()
    holds = actual == weekday
    formula = Words(f"{shown} = {WEEKDAY_NAMES[actual]}", f"{day.isoformat()} is a {_WEEKDAYS_EN[actual]}")
    lead = Words("Hari dan tanggal cocok", "Weekday and date agree")
    if not holds:
        lead = Words("Hari dan tanggal tidak cocok", "Weekday and date differ")
    return Finding(
        verdict="ok" if holds else "inconsistent",
        **proof(
            lead, formula, "" if holds else Words(WEEKDAY_NAMES[weekday], _WEEKDAYS_EN[weekday])
        )._asdict(),
        stated=WEEKDAY_NAMES[weekday],
        computed=WEEKDAY_NAMES[actual],
        evidence=(mention.span,),
        repairs=() if holds else tuple(_fitting(mention, day, weekday, own)),
    )


def _fitting(mention: Date, day: datetime.date, weekday: int, own: datetime.date | None) -> Iterator[str]:
    """One-step changes after which both agree, only those near the article's own day if any; the weekday last."""
    others = (*_swapped(day), *_neighbours(day), *_misprints(day)) if day.year in _LIKELY else _years(day)
    candidates = [each for each in dict.fromkeys(others) if each.weekday() == weekday]
    if own is not None:
        candidates = [each for each in candidates if abs(each - own) <= _RECENT] or candidates
    printed = _printed(mention, day)
    shown = dict.fromkeys(_printed(mention, candidate) for candidate in candidates)
    for other in [each for each in shown if each != printed][: _MOST - 1]:
        yield f"{printed} → {other}"
    yield f"{WEEKDAY_NAMES[weekday]} → {WEEKDAY_NAMES[day.weekday()]}"


def _swapped(day: datetime.date) -> Iterator[datetime.date]:
    if day.day != day.month:
        yield from _dates((day.year, day.day, day.month))


def _neighbours(day: datetime.date) -> Iterator[datetime.date]:
    yield from _dates((day.year, day.month, day.day - 1), (day.year, day.month, day.day + 1))
    yield from _dates((day.year, day.month - 1, day.day), (day.year, day.month + 1, day.day))


def _misprints(day: datetime.date) -> Iterator[datetime.date]:
    """One digit of the day, the year or the month wrong, two digits of the day or the year swapped."""
    tens, ones = divmod(day.day, 10)
    for digit in range(10):
        yield from _dates((day.year, day.month, tens * 10 + digit), (day.year, day.month, digit * 10 + ones))
    yield from _dates((day.year, day.month, ones * 10 + tens))
    yield from _dates((day.year - 1, day.month, day.day), (day.year + 1, day.month, day.day))
    for month in range(1, 13):
        if distance(str(month), str(day.month)) == 1:
            yield from _dates((day.year, month, day.day))
    year = str(day.year)
    for place in range(len(year) - 1):
        swapped = year[:place] + year[place + 1] + year[place] + year[place + 2 :]
        if swapped != year and int(swapped) in _YEARS:
            yield from _dates((int(swapped), day.month, day.day))


def _years(day: datetime.date) -> Iterator[datetime.date]:
    """The same day in likely years of the same digits, or of all but one."""
    year = str(day.year)
    swapped = (f"{year[:at]}{year[at + 1]}{year[at]}{year[at + 2 :]}" for at in range(len(year) - 1))
    changed = (f"{year[:at]}{digit}{year[at + 1 :]}" for at in range(len(year)) for digit in "0123456789")
    for other in (*swapped, *changed):
        if int(other) in _LIKELY:
            yield from _dates((int(other), day.month, day.day))


def _dates(*triples: tuple[int, int, int]) -> Iterator[datetime.date]:
    for year, month, day in triples:
        if _exists(year, month, day):
            yield datetime.date(year, month, day)


def _existing(mention: Date) -> Iterator[str]:
    """Day and month exchanged, or the last day of the month; what has the printed weekday comes first."""
    day, month, year = mention.day or 0, mention.month or 0, mention.year or _LEAP_YEAR
    printed = f"{day}/{month}" if month > 12 else f"{day} {MONTHS[month - 1] if month else month}"
    swapped = list(_dates((year, day, month)))
    last = list(_dates((year, month, monthrange(year, month)[1]))) if 1 <= month <= 12 and day > 28 else []
    weekday = _index(mention.weekday) if mention.weekday else None
    candidates = sorted(swapped + last, key=lambda each: weekday is not None and each.weekday() != weekday)
    for candidate in candidates:
        shown = f"{candidate.day}/{candidate.month}" if "/" in printed else _printed(mention, candidate)
        yield f"{printed} → {shown}"


def _is_no_day(mention: Date) -> bool:
    """A day and a month, with a year or a weekday, that no calendar has."""
    if mention.day is None or mention.month is None or (mention.year is None and mention.weekday is None):
        return False
    return not _exists(mention.year or _LEAP_YEAR, mention.month, mention.day)


def _undamaged(mention: Date, own: datetime.date | None) -> Iterator[str]:
    """The days near the article's own that have the printed weekday and one sign more, less or other."""
    first, _, printed = mention.span.text.rstrip(")").partition("(")
    weekday = WEEKDAYS.get(first.split()[0].strip(",").casefold())
    if own is None:
        return
    near = sorted(range(-_RECENT.days, _RECENT.days + 1), key=abs)
    for day in (own + datetime.timedelta(back) for back in near):
        forms = (f"{day.day}/{day.month}", f"{day.day}/{day.month}/{day.year}")
        for shown in forms if day.weekday() == weekday else ():
            if distance(printed, shown) == 1:
                yield f"{printed} → {shown}"


def _printed(mention: Date, day: datetime.date) -> str:
    year = f"/{day.year}" if mention.year is not None else ""
    if "/" in mention.span.text:
        return f"{day.day}/{day.month}{year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year.replace('/', ' ')}"
