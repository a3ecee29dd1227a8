"""Dates: hits of the date rules → EDTF values, relative ones seen from the publication or the article's day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple

from beritaextract.mentions.scan import Hit
from beritaextract.model import Date, Span
from beritaextract.values import WEEKDAY_NAMES, DateReading, Relative, add_time, read_date, resolve

__all__ = ["build"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = re.compile(r"\d{4}")
_YEARLESS_MONTH = re.compile(r"XXXX-(?:0\d|1[0-2])")
_YEARLESS_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_SINCE = re.compile(
    r"(?<!berlaku )\b[Ss](?:ejak|emenjak)\s(?:awal\s|akhir\s|pertengahan\s|bulan\s|tanggal\s)?$"
)
_LEAD = 30
_NEAR = 400
# A wrong weekday is a slip, and no sign of another year, only this near to the day of the story; nearer, it is one even
# where another year that the article names would fit.
_NEAR_DAYS, _SAME_STORY_DAYS = 45, 7
# A calendar expression that no value can stand for: "tanggal 27".
_UNKNOWN = DateReading()


class _Read(NamedTuple):
    hit: Hit
    start: int
    end: int
    reading: DateReading


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the article's dates are seen from.

    ``told`` is the day that the article itself tells as its own, with weekday and date: it fixes years and
    months, but not what "kemarin" is. ``year`` is the one year of all full dates, else of all months, else
    of all dates; ``latest`` is in the last year that a day or a month is told of. ``full`` are the days that
    are printed with their year; ``is_sure`` says that the weekday of ``told`` is right.
    """

    published: dt.date | None
    told: dt.date | None
    year: int | None
    latest: dt.date | None
    years: frozenset[int]
    full: frozenset[dt.date]
    is_sure: bool


def build(hits: list[Hit], text: str, published: dt.date | None) -> tuple[Date, ...]:
    """The dates of ``hits``, in the order of the text; a value is ``None`` where nothing fixes it."""
    read = []
    for hit in hits:
        start, end = hit.match.span("date") if "date" in hit.match.re.groupindex else hit.match.span()
        reading = read_date(text[start:end])
        if reading is None and hit.rule.fields.get("value") == "none":
            reading = _UNKNOWN
        if reading is not None:
            if _is_past(reading, text, start):
                reading = reading._replace(relative=Relative("year", direction=-1))
            read.append(_Read(hit, start, end, reading))
    setting = _setting([item.reading for item in read], published)
    dates: list[Date] = []
    for number, item in enumerate(read, start=1):
        reading = item.reading
        dates.append(
            Date(
                id=f"d{number}",
                value=_value(item, setting, dates),
                weekday=reading.weekday,
                day=reading.day,
                month=reading.month,
                year=reading.year,
                span=Span(start=item.start, end=item.end, text=text[item.start : item.end]),
                rule=item.hit.rule.id,
            )
        )
    return tuple(dates)


def _is_past(reading: DateReading, text: str, start: int) -> bool:
    """Whether it is a month without a year in which something began that goes on: "sejak Januari"."""
    is_month = reading.relative is None and _YEARLESS_MONTH.fullmatch(reading.edtf or "") is not None
    return is_month and bool(_SINCE.search(text, max(0, start - _LEAD), start))


def _setting(readings: list[DateReading], published: dt.date | None) -> _Setting:
    days = [(r, dt.date.fromisoformat(r.edtf[:10])) for r in readings if r.edtf and _DAY.match(r.edtf)]
    told = _told([(r, day) for r, day in days if r.weekday])
    is_sure = any(day == told and WEEKDAY_NAMES[day.weekday()] == r.weekday for r, day in days)
    years = {int(year) for r in readings if r.edtf for year in _YEAR.findall(r.edtf)}
    if told is None:
        told = next(filter(None, (_told_without_year(reading, years) for reading in readings)), None)
    monthly = {int(r.edtf[:4]) for r in readings if r.edtf and _MONTH.match(r.edtf)}
    latest = dt.date(max(monthly), 7, 1) if monthly else None
    named = {day.year for _, day in days} or monthly or years
    year = next(iter(named)) if len(named) == 1 else None
    full = frozenset(day for _, day in days)
    return _Setting(published, told, year, latest, frozenset(years), full, is_sure)


def _told(days: list[tuple[DateReading, dt.date]]) -> dt.date | None:
    """The first day printed with its weekday, but none of long before the others."""
    latest = max((day.year for _, day in days), default=0)
    recent = [(r, day) for r, day in days if day.year >= latest - 1]
    agreeing = [day for r, day in recent if WEEKDAY_NAMES[day.weekday()] == r.weekday]
    return next(iter([*agreeing, *(day for _, day in recent)]), None)


def _told_without_year(reading: DateReading, years: Set[int]) -> dt.date | None:
    """``Senin (4/8)``: of the years that the article names, the one in which that day is a Monday."""
    found = _YEARLESS_DAY.fullmatch(reading.edtf or "")
    if found is None or reading.weekday is None:
        return None
    month, day = int(found[1]), int(found[2])
    fitting = [
        dt.date(year, month, day)
        for year in sorted(years)
        if _exists(year, month, day) and WEEKDAY_NAMES[dt.date(year, month, day).weekday()] == reading.weekday
    ]
    return fitting[0] if len(fitting) == 1 else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _value(item: _Read, setting: _Setting, before: list[Date]) -> str | None:
    reading = item.reading
    relative = reading.relative
    if reading.edtf is None and relative is None:
        return _clock(item, before) if reading.time else None
    if relative is not None and relative.anaphoric:
        year = next((d.value for d in reversed(before) if d.value and _YEAR.fullmatch(d.value)), None)
        if relative.unit != "year" or relative.offset is None or year is None:
            return None
        return f"{int(year) + relative.offset:04}"
    if setting.published is not None:
        return _printed_in_full(reading, setting.full) or resolve(reading, setting.published)
    if reading.edtf is not None:
        return _with_year(reading, setting) if "XXXX" in reading.edtf else reading.edtf
    if relative is not None and relative.unit == "year":
        return resolve(reading, setting.told or setting.latest)
    if setting.told is None or relative is None:
        return None
    if relative.unit == "month":
        return resolve(reading, setting.told)
    if reading.weekday == WEEKDAY_NAMES[setting.told.weekday()] and relative.offset is None:
        return add_time(str(setting.told), reading.time) if reading.time else str(setting.told)
    return None


def _printed_in_full(reading: DateReading, full: Set[dt.date]) -> str | None:
    """``Kamis (6/6)`` where the article has 6 Juni 2024 beside it, and that is a Thursday."""
    found = reading.weekday and _YEARLESS_DAY.match(reading.edtf or "")
    if not found:
        return None
    for day in sorted(full):
        if f"{day:%m-%d}" == f"{found[1]}-{found[2]}" and WEEKDAY_NAMES[day.weekday()] == reading.weekday:
            return f"{day.year:04}{(reading.edtf or '')[4:]}"
    return None


def _with_year(reading: DateReading, setting: _Setting) -> str | None:
    """A date without a year takes that of the article, unless its weekday speaks against it."""
    value = _printed_in_full(reading, setting.full)
    if value is not None:
        return value
    reference = setting.told
    if reference is None and setting.year is not None:
        reference = dt.date(setting.year, 7, 1)
    value = resolve(reading, reference)
    if reading.weekday is None or value is None or not _DAY.match(value):
        return value
    day = dt.date.fromisoformat(value[:10])
    if WEEKDAY_NAMES[day.weekday()] == reading.weekday:
        return value
    away = abs((day - setting.told).days) if setting.told is not None else None
    other = _told_without_year(reading, setting.years)
    if other is not None and not (setting.is_sure and away is not None and away <= _SAME_STORY_DAYS):
        return f"{other.year:04}{value[4:]}"
    return value if away is not None and away <= _NEAR_DAYS else reading.edtf


def _clock(item: _Read, before: list[Date]) -> str | None:
    """A clock time alone is on the day that was told shortly before."""
    for date in reversed(before[-3:]):
        near = item.start - date.span.end < _NEAR
        if near and date.value and _DAY.match(date.value) and "/" not in date.value:
            return add_time(date.value[:10], str(item.reading.time))
    return None
