"""Dates that need a reference day: relative ones and those printed without a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from beritaextract.values.calendar import WEEKDAY_NAMES
from beritaextract.values.dates import add_time, read_date
from beritaextract.values.fallback import resolve_with_dateparser
from beritaextract.values.readings import DateReading, Relative

__all__ = ["parse_date", "resolve"]

# A printed weekday may choose the year only where the nearest date is farther off than news usually looks: it looks
# back farther than ahead.
_NEAR, _AHEAD = 45, 30
_MONTH = len("XXXX-09")
# EDTF season → month and day near its middle.
_MIDDLES = {33: (2, 15), 34: (5, 15), 35: (8, 15), 36: (11, 15), 37: (3, 1), 38: (7, 1), 39: (11, 1)}
_MIDDLES |= {40: (4, 1), 41: (10, 1)}


def resolve(reading: DateReading, reference: date | None) -> str | None:
    """The EDTF of a reading, seen from a reference day (the publication, or a date told before).

    Without a reference a relative date is ``None`` and a missing year stays ``XXXX``. Hours, minutes and
    seconds count from a reference that has a time.

    >>> day = date(2025, 8, 6)
    >>> [resolve(read_date(text), day) for text in ("kemarin", "pekan lalu", "bulan depan", "tahun ini")]
    ['2025-08-05', '2025-07-28/2025-08-03', '2025-09', '2025']
    >>> [resolve(read_date(t), day) for t in ("Kamis", "Senin pekan depan", "16 Juni", "Maret tahun lalu")]
    ['2025-07-31', '2025-08-11', '2025-06-16', '2024-03']
    >>> [resolve(read_date(text), day) for text in ("Januari-Juli", "September-Februari")]
    ['2025-01/2025-07', '2025-09/2026-02']
    """
    if reference is None or (reading.edtf is not None and "XXXX" not in reading.edtf):
        return reading.edtf
    try:
        if reading.edtf is not None:
            return _with_years(reading, reference)
        if reading.relative is None:
            return None
        day = _from_reference(reading.relative, reference, reading.day)
    except (OverflowError, ValueError):  # before year 1 or after year 9999
        return None
    return add_time(day, reading.time) if day and reading.time else day


def _from_reference(relative: Relative, reference: date, day: int | None) -> str | None:
    unit, offset = relative.unit, relative.offset
    if unit == "week" and relative.weekday is not None:
        return str(_weekday(relative, relative.weekday, reference))
    if offset is None:
        return None
    if unit == "day":
        return str(_day(reference) + timedelta(days=offset))
    if unit in ("week", "weekend"):
        monday = _day(reference) + timedelta(days=7 * offset - reference.weekday())
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return f"{first}/{monday + timedelta(days=6)}"
    if unit == "month":
        year, month = divmod(reference.year * 12 + reference.month - 1 + offset, 12)
        return str(date(year, month + 1, day)) if day else f"{year:04}-{month + 1:02}"
    if unit == "year":
        return f"{reference.year + offset:04}" if 0 < reference.year + offset < 10_000 else None
    if not isinstance(reference, datetime):
        return None
    moment = reference + timedelta(**{unit + "s": offset})
    return moment.strftime("%Y-%m-%dT%H:%M:%S" if unit == "second" or moment.second else "%Y-%m-%dT%H:%M")


def _day(reference: date) -> date:
    return reference.date() if isinstance(reference, datetime) else reference


def _weekday(relative: Relative, weekday: int, reference: date) -> date:
    today = _day(reference)
    if relative.offset is not None:
        return today + timedelta(days=7 * relative.offset + weekday - today.weekday())
    if relative.direction > 0:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    back = (today.weekday() - weekday) % 7
    return today - timedelta(days=back or (7 if relative.direction < 0 else 0))


def _with_years(reading: DateReading, reference: date) -> str | None:
    """Put years for the XXXX of an EDTF date or interval."""
    start, slash, end = (reading.edtf or "").partition("/")
    today = _day(reference)
    year = _year_of_months(start, end, today) if slash and reading.relative is None else None
    if year is None:
        first = _with_year(start, reading, today)
        if first is None or not slash:
            return first
        year = int(first[:4])
    return f"{year:04}{start[4:]}/{year + (end[5:7] < start[5:7]):04}{end[4:]}"


def _year_of_months(start: str, end: str, reference: date) -> int | None:
    """The year in which a run of months begins that holds the reference day, or is nearest to it.

    ``None`` where the ends are days, or parts of a year.
    """
    months = [int(each[5:]) if len(each) == _MONTH else 0 for each in (start, end)]
    if not all(1 <= month <= 12 for month in months):
        return None
    first, last = months
    long = (last - first) % 12
    today = reference.year * 12 + reference.month - 1
    begins = [year * 12 + first - 1 for year in range(reference.year - 1, reference.year + 2)]
    return min(begins, key=lambda at: (max(at - today, today - at - long, 0), at > today)) // 12


def _with_year(edtf: str, reading: DateReading, reference: date) -> str | None:
    relative = reading.relative
    if relative is not None and relative.offset is not None:
        return f"{reference.year + relative.offset:04}{edtf[4:]}"
    month, day = int(edtf[5:7]), edtf[8:10]
    middle = _MIDDLES.get(month, (month, 15))
    candidates = [
        (f"{year:04}{edtf[4:]}", when)
        for year in range(reference.year - 4, reference.year + 5)
        if (when := _existing(year, middle[0], int(day) if day else middle[1]))
    ]
    if relative is not None and relative.direction:
        ahead = relative.direction > 0
        candidates = [c for c in candidates if (c[1] > reference) == ahead] or candidates
    candidates.sort(key=lambda candidate: (abs(candidate[1] - reference), candidate[1] > reference))
    if not candidates:
        return None
    nearest = candidates[0]
    days_ahead = (nearest[1] - reference).days
    if reading.weekday and not -_NEAR <= days_ahead <= _AHEAD and relative is None:
        agreeing = [c for c in candidates[:2] if WEEKDAY_NAMES[c[1].weekday()] == reading.weekday]
        nearest = agreeing[0] if len(agreeing) == 1 else nearest
    return nearest[0]


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return None


def parse_date(text: str, published: date | str | None = None) -> str | None:
    """The EDTF of a single date expression, seen from the day (or moment, in ISO 8601) of publication.

    ``None`` if the text is no date, is no day of the calendar, or cannot be fixed.

    Raises:
        ValueError: ``published`` is not an ISO 8601 date.

    >>> parse_date("Kamis (23/9/2021)"), parse_date("31 Februari 2021"), parse_date("1-11 Juli 2025")
    ('2021-09-23', None, '2025-07-01/2025-07-11')
    >>> parse_date("kemarin"), parse_date("kemarin", "2021-09-24"), parse_date("3 jam lalu", "2021-09-24T12")
    (None, '2021-09-23', '2021-09-24T09:00')
    """
    reference = _moment(published) if isinstance(published, str) else published
    reading = read_date(" ".join(text.split()))
    if reading is not None:
        return resolve(reading, reference)
    return resolve_with_dateparser(text, reference) if reference is not None else None


def _moment(published: str) -> date:
    try:
        return date.fromisoformat(published)
    except ValueError:
        return datetime.fromisoformat(published)
