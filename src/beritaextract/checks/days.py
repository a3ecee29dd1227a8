"""EDTF values as days: the first and the last day that a date covers."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from typing import NamedTuple

from beritaextract.model import Date

__all__ = ["MONTHS", "Days", "days", "printed", "span_of"]

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T[\d:]+)?[~?]?")
_SEASONS = {
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
"""Quarters, thirds and halves of the year: first and last month."""


class Days(NamedTuple):
    """From the first day to the last; ``precision`` is ``"day"``, ``"month"`` or ``"year"``."""

    first: datetime.date
    last: datetime.date
    precision: str


def days(value: str | None) -> Days | None:
    """The days of one EDTF value, ``None`` where it has no year.

    >>> days("2021-02").last
    datetime.date(2021, 2, 28)
    """
    found = _EDTF.fullmatch(value or "")
    if found is None:
        return None
    year = int(found["year"])
    if not 1 <= year <= 9999:
        return None
    if found["month"] is None:
        return Days(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")
    month = int(found["month"])
    first, last = _SEASONS.get(month, (month, month))
    if found["day"] is not None:
        day = datetime.date(year, month, int(found["day"]))
        return Days(day, day, "day")
    end = datetime.date(year, last, monthrange(year, last)[1])
    return Days(datetime.date(year, first, 1), end, "month" if first == last else "year")


def span_of(mention: Date) -> tuple[Days, Days] | None:
    """The two ends of a period that is printed as one date: 12-16 Mei 2023."""
    start, slash, end = (mention.value or "").partition("/")
    first, last = days(start), days(end)
    return (first, last) if slash and first and last else None


def printed(found: Days) -> str:
    """The day, month or year in words."""
    if found.precision == "day":
        return f"{found.first.day} {MONTHS[found.first.month - 1]} {found.first.year}"
    if found.precision == "month":
        return f"{MONTHS[found.first.month - 1]} {found.first.year}"
    return str(found.first.year)
