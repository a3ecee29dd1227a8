"""When a source says that its article appeared: any spelling of a day or a moment → ISO 8601."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from email.utils import parsedate_to_datetime

from beritaextract.values import parse_date

__all__ = ["WIB", "moment"]

WIB = dt.timezone(dt.timedelta(hours=7))
_ZONES = {"wib": WIB, "wita": dt.timezone(dt.timedelta(hours=8)), "wit": dt.timezone(dt.timedelta(hours=9))}
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:\s?[T ]\s?(?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?"
    r"(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?!\d)",
    re.IGNORECASE,
)
_BASIC = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T\d{4,6})?Z?")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_SLASHES = re.compile(r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)")
_WORDS = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[\s+.-]+(?P<month>[A-Za-z]{3,9})\.?[\s+.,-]+(?P<year>(?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(r"\b(?P<month>[A-Za-z]{3,9})\.?\s(?P<day>\d{1,2}),?\s(?P<year>(?:19|20)\d\d)(?!\d)")
_CLOCK = re.compile(r"(?<![\d/])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d/])")
_MAIL = re.compile(r"\d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC)\Z")
_LOCAL = re.compile(r"\b(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|WIB|WITA|WIT)\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(WITA|WIB|WIT)\b", re.IGNORECASE)


def moment(value: object) -> str | None:
    """The day, or the moment with what the source says of its zone; ``None`` where it is not sure.

    >>> moment("2021-09-23 10:00:00"), moment("Kamis, 23 September 2021 | 10:20 WIB"), moment("20/06/2025, 17:31")
    ('2021-09-23T10:00:00', '2021-09-23T10:20:00+07:00', '2025-06-20T17:31:00')
    >>> moment("10/9/2025"), moment("2025-08"), moment("Tidak Ditemukan")
    (None, '2025-08', None)
    """
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    words = " ".join(value.replace("_x0000_", "").split())
    return _iso(words) or _mail(words) or _printed(words)


def _since_1970(number: float) -> str | None:
    """Seconds or milliseconds, of a moment between 1990 and 2100."""
    seconds = number / 1000 if number > 1e11 else number
    if not 631e6 < seconds < 4103e6:
        return None
    return dt.datetime.fromtimestamp(seconds, WIB).isoformat(timespec="seconds")


def _iso(words: str) -> str | None:
    if _MONTH.fullmatch(words):
        return words
    if basic := _BASIC.fullmatch(words):
        return _day(int(basic["year"]), int(basic["month"]), int(basic["day"]))
    match = _ISO.match(words)
    if match is None:
        return None
    zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    clock = f"T{match['clock']}" if match["clock"] else ""
    try:
        found = dt.datetime.fromisoformat(f"{match['day']}{clock}{zone}")
    except ValueError:
        return None
    if clock and not zone and (local := _ZONE.search(words)):
        found = found.replace(tzinfo=_ZONES[local[1].lower()])
    return found.isoformat(timespec="seconds") if clock else found.date().isoformat()


def _printed(words: str) -> str | None:
    """A date as Indonesian pages print it, and the clock after it."""
    for pattern in (_SLASHES, _YEAR_FIRST, _WORDS, _MONTH_FIRST):
        match = pattern.search(words)
        if match is not None:
            day = _named(match) if "month" in match.re.groupindex else _slashes(match, words)
            return _with_clock(day, words[match.end() :], words) if day else None
    return None


def _slashes(match: re.Match[str], words: str) -> str | None:
    """Day first, as Indonesians print it; month first where nothing else is possible.

    ``10/9/2025`` alone may be either: spreadsheets write so.
    """
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    if other > 12:
        return _day(year, one, other)
    padded = len(match["one"]) == len(match["other"]) == 2
    if one <= 12 and one != other and not padded and not _LOCAL.search(words):
        return None
    return _day(year, other, one)


def _named(match: re.Match[str]) -> str | None:
    month = match["month"]
    if month.isdigit():
        return _day(int(match["year"]), int(month), int(match["day"]))
    return parse_date(f"{match['day']} {month} {match['year']}") or _english(match)


def _english(match: re.Match[str]) -> str | None:
    number = _ENGLISH.get(match["month"][:3].casefold())
    return _day(int(match["year"]), number, int(match["day"])) if number else None


_ENGLISH = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}


def _with_clock(day: str, rest: str, words: str) -> str:
    clock = _CLOCK.search(rest)
    if clock is None:
        return day
    zone = _ZONE.search(words)
    found = dt.datetime.fromisoformat(day).replace(hour=int(clock["hour"]), minute=int(clock["minute"]))
    if zone:
        found = found.replace(tzinfo=_ZONES[zone[1].lower()])
    return found.isoformat(timespec="seconds")


def _mail(words: str) -> str | None:
    if not _MAIL.search(words):
        return None
    try:
        return parsedate_to_datetime(words).isoformat(timespec="seconds")
    except (TypeError, ValueError):
        return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
