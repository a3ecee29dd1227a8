"""Date expressions → EDTF (ISO 8601-2), without knowing when they were written."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from beritaextract.values.calendar import WEEKDAY_NAMES, Value, read_shape
from beritaextract.values.clocks import split_clock
from beritaextract.values.readings import DateReading, Relative
from beritaextract.values.relatives import read_distance, read_relative

__all__ = ["add_time", "read_date"]


_LAST_DAY = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _Point(NamedTuple):
    """A day, month or year. ``month`` can be an EDTF season: from 33 quarters, 37 thirds, 40 halves."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    decade: str | None = None

    def edtf(self) -> str | None:
        year = self.decade or ("XXXX" if self.year is None else f"{self.year:04}")
        if self.month is None:
            return None if year == "XXXX" else year
        if self.day is None:
            return f"{year}-{self.month:02}" if 1 <= self.month <= 12 or 33 <= self.month <= 41 else None
        if not 1 <= self.month <= 12 or not 1 <= self.day <= _LAST_DAY[self.month]:
            return None
        if self.day == 29 and self.month == 2 and not isleap(self.year or 2000):
            return None
        return f"{year}-{self.month:02}-{self.day:02}"


_Places = tuple[int | None, int | None, int | None]
# Shape → where it has day, month and year.
_CALENDAR: dict[str, _Places] = {
    "nmy": (0, 1, 2),
    "nm": (0, 1, None),
    "my": (None, 0, 1),
    "m": (None, 0, None),
    "y": (None, None, 0),
    "n/n": (0, 2, None),
    "nmn": (0, 1, 2),
    "mny": (1, 0, 2),
    "n/y": (None, 0, 2),
    "m/y": (None, 0, 2),
    "m-y": (None, 0, 2),
    "n-m": (0, 2, None),
    "nm/y": (0, 1, 3),
    "nm-y": (0, 1, 3),
    "n/ny": (0, 2, 3),
    "n.n/y": (0, 2, 4),
    "n/n.y": (0, 2, 4),
    "n/n-y": (0, 2, 4),
}
for _sign in "/.-":
    _CALENDAR |= {f"n{_sign}{month}{_sign}{year}": (0, 2, 4) for month in "nm" for year in "yn"}
    _CALENDAR[f"y{_sign}n{_sign}n"] = (4, 2, 0)
# Shape → where it has the word for the season, its rank and the year.
_SEASONS: dict[str, _Places] = {
    "qr": (0, 1, None),
    "qry": (0, 1, 2),
    "qr/y": (0, 1, 3),
    "yqr": (1, 2, 0),
    "nqy": (1, 0, 2),
}
_SEASONS |= {shape.replace("r", "n"): places for shape, places in _SEASONS.items()}
_SEASONS |= {
    "q-r": (0, 2, None),
    "q-ry": (0, 2, 3),
    "q-n": (0, 2, None),
    "q-ny": (0, 2, 3),
    "qr-y": (0, 1, 3),
}
_LAST_SEASON = {32: 36, 36: 39, 39: 41}
# A year with a digit too few or too many: Rabu (20/8/025).
_DAMAGED_YEARS = {"n/n/x": 2, "n-n-x": 2, "n.n.x": 2, "nmx": 1}
_PLAIN = frozenset("nmywx/.-&qrAC")


@lru_cache(maxsize=2048)
def read_date(text: str) -> DateReading | None:
    """What a date expression says; ``None`` if the text is none.

    >>> read_date("Kamis (23/9/2021)").edtf, read_date("1-11 Juli 2025").edtf, read_date("16 Juni").edtf
    ('2021-09-23', '2025-07-01/2025-07-11', 'XXXX-06-16')
    >>> read_date("kuartal III/2021").edtf, read_date("1990-an").edtf
    ('2021-35', '199X')
    >>> read_date("Selasa (9/22/2015)")
    DateReading(edtf=None, weekday='Selasa', day=9, month=22, year=2015, relative=None, time=None)
    >>> read_date("tiga hari lalu").relative
    Relative(unit='day', offset=-3, direction=0, weekday=None, anaphoric=False)
    """
    shape = read_shape(text)
    if shape is None:
        return read_distance(text)
    letters, values = shape
    if _PLAIN.issuperset(letters):
        return _read_plain(letters, values) or _read_bare_day(text, letters, values)
    if "k" in letters or ":" in letters or "z" in letters:
        return _read_with_clock(text) or read_distance(text)
    if "h" in letters:
        return DateReading() if _is_hijri(letters) else None
    return _read_worded(text, letters, values)


def _read_plain(letters: str, values: Sequence[Value]) -> DateReading | None:
    weekday = None
    letters, values = letters.lstrip("-"), values[len(letters) - len(letters.lstrip("-")) :]
    if letters[:1] == "w":
        if letters[:4] in ("w-wn", "w&wn"):
            letters, values = letters[3:], values[3:]
        elif letters == "w":
            return _read_weekday(values)
        elif letters == "w-w":
            return DateReading()
        else:
            weekday, letters, values = WEEKDAY_NAMES[int(values[0])], letters[1:], values[1:]
    elif letters[-1:] == "w" and letters != "w":
        weekday, letters, values = WEEKDAY_NAMES[int(values[-1])], letters[:-1], values[:-1]
    point = _read_point(letters, values)
    if point is None and weekday and letters in ("n.n", "n-n"):
        point = _Point(int(values[0]), int(values[2]))
    if point is not None:
        month = point.month if point.month is None or point.month < 33 else None
        return DateReading(point.edtf(), weekday, point.day, month, point.year)
    if letters in _DAMAGED_YEARS:
        return DateReading(None, weekday, int(values[0]), int(values[_DAMAGED_YEARS[letters]]))
    edtf = _read_interval(letters, values)
    return None if edtf is None else DateReading(edtf)


def _read_bare_day(text: str, letters: str, values: Sequence[Value]) -> DateReading | None:
    """Tanggal 14, of a month told before."""
    if letters == "n" and text[:3].casefold() in ("tan", "tgl"):
        return DateReading(day=int(values[0]))
    return None


def _read_point(letters: str, values: Sequence[Value]) -> _Point | None:
    places = _CALENDAR.get(letters)
    if places is not None:
        day, month, year = (None if place is None else int(values[place]) for place in places)
        if year is not None and letters[places[2] or 0] == "n":
            year += 1900 if year > 68 else 2000
        if letters == "y" and not 1000 <= (year or 0) < 3000:
            return None
        return _Point(day, month, year) if year != 0 else None
    if places := _SEASONS.get(letters):
        season, rank, year = (None if place is None else int(values[place]) for place in places)
        if season is None or rank is None or not 1 <= rank <= _LAST_SEASON[season] - season:
            return None
        return _Point(None, season + rank, year)
    if letters in ("yA", "y-A", "nA", "n-A"):
        return _read_decade(int(values[0]))
    if letters in ("Cn", "C-n") and int(values[-1]) > 1:
        return _Point(decade=f"{int(values[-1]) - 1:02}XX")
    return None


def _read_decade(year: int) -> _Point | None:
    """1990-an and 90-an are ten years, 1900-an and 1800-an a hundred, 2000-an ten."""
    if year < 100:
        return _Point(decade=f"19{year // 10}X") if year % 10 == 0 and year >= 40 else None
    if year % 100 == 0 and year < 2000:
        return _Point(decade=f"{year // 100}XX")
    return _Point(decade=f"{year // 10}X") if year % 10 == 0 else None


def _read_interval(letters: str, values: Sequence[Value]) -> str | None:
    """Two points with a dash or "hingga" between them, each filled up from the other."""
    while "--" in letters:  # sampai dengan
        cut = letters.index("--")
        letters, values = letters[:cut] + letters[cut + 1 :], (*values[:cut], *values[cut + 1 :])
    if letters in ("y/n", "y-n"):  # musim 2024/25
        year = int(values[0])
        return f"{year}/{year + 1}" if (year + 1) % 100 == values[2] else None
    if letters[:3] == "n&n" and len(values) > 2 and int(values[0]) + 1 == values[2]:  # 12 dan 13 April
        letters = "n-" + letters[2:]
    for cut, letter in enumerate(letters):
        if letter not in "-/" or (letter == "/" and letters != "y/y"):
            continue
        start = _read_end(letters[:cut], values[:cut])
        rest, rest_values = letters[cut + 1 :], values[cut + 1 :]
        if letters[:1] == "q" and rest[:1] in "rn" and letters[:2] in ("qr", "qn"):
            rest, rest_values = "q" + rest, (values[0], *rest_values)
        end = _read_end(rest, rest_values)
        if start is not None and end is not None and end.month != 0:
            return _join(start, end)
    return None


def _read_end(letters: str, values: Sequence[Value]) -> _Point | None:
    """One end of an interval, which may be a bare day (month 0 then)."""
    if letters[:1] == "w" and len(letters) > 1:
        letters, values = letters[1:], values[1:]
    if letters == "n":
        return _Point(int(values[0]), 0)
    return _read_point(letters, values)


def _join(start: _Point, end: _Point) -> str | None:
    if start.month == 0:
        if end.day is None:
            return None
        start = start._replace(month=end.month, year=end.year)
    elif start.decade is None and end.decade is None:
        if start.year is None and end.year is not None:
            start = start._replace(year=end.year - ((start.month or 0) > (end.month or 0)))
        elif end.year is None and start.year is not None:
            end = end._replace(year=start.year + ((end.month or 0) < (start.month or 0)))
    first, last = start.edtf(), end.edtf()
    return f"{first}/{last}" if first and last else None


def _read_weekday(values: Sequence[Value]) -> DateReading:
    day = int(values[0])
    return DateReading(weekday=WEEKDAY_NAMES[day], relative=Relative("week", weekday=day))


def _is_hijri(letters: str) -> bool:
    return letters.strip("wn-").replace("h", "").replace("y", "") == "" and "-" not in letters[-2:]


def _read_worded(text: str, letters: str, values: Sequence[Value]) -> DateReading | None:
    """Dates with words beside them: "hari ini, Senin (4/8)", "tahun 2022", "Kamis (23/9) lalu"."""
    relative = read_relative(text, letters, values)
    if relative is not None:
        return relative
    if letters[:2] == "un" and values[0] == "week":  # minggu 14 Agustus 2025
        letters, values = "w" + letters[1:], (6, *values[1:])
    kept = [i for i, letter in enumerate(letters) if letter not in "dt" and not _only_names(letters, i)]
    letters, values = "".join(letters[i] for i in kept), tuple(values[i] for i in kept)
    for intro in ("ue", "uf", "f"):
        if letters.startswith(intro) and len(letters) > len(intro) + 1:
            letters, values = letters[len(intro) :], values[len(intro) :]
    for aside in ("ue", "uf", "e", "f"):  # Selasa pekan lalu (29/7)
        if letters.startswith("w" + aside) and len(letters) > len(aside) + 1:
            letters, values = "w" + letters[len(aside) + 1 :], (values[0], *values[len(aside) + 1 :])
    direction = None
    if letters[-2:] in ("ue", "uf") and values[-2] == "year":
        direction, letters, values = Relative("year", int(values[-1])), letters[:-2], values[:-2]
    elif letters[-1:] in ("e", "f"):
        towards = int(values[-1])
        direction = Relative("year", direction=towards) if towards else Relative("year", 0)
        letters, values = letters[:-1], values[:-1]
    if not letters or not _PLAIN.issuperset(letters):
        return None
    reading = _read_plain(letters, values)
    if reading is None or direction is None or reading.edtf is None:
        return reading
    return reading._replace(relative=direction) if reading.edtf.startswith("XXXX") else reading


def _only_names(letters: str, i: int) -> bool:
    """Whether this is the unit in "tahun 2022", "bulan Maret", "hari Kamis"."""
    return letters[i] == "u" and letters[i + 1 : i + 2] in ("m", "w", "y", "n", "q")


def _read_with_clock(text: str) -> DateReading | None:
    clock = split_clock(text)
    if clock is None:
        return None
    if not clock.before.strip():
        return DateReading(time=clock.time)
    reading = read_date(clock.before)
    if reading is None or reading.time is not None or clock.time is None:
        return reading
    return reading._replace(edtf=reading.edtf and add_time(reading.edtf, clock.time), time=clock.time)


def add_time(day: str, time: str) -> str:
    """The EDTF of a clock time on a day; a day that is none is left as it is.

    >>> add_time("2025-10-04", "17:00"), add_time("2025-10-04", "22:00/04:00")
    ('2025-10-04T17:00', '2025-10-04T22:00/2025-10-05T04:00')
    """
    if len(day) != 10:
        return day
    start, _, end = time.partition("/")
    if not end:
        return f"{day}T{start}"
    last = day
    if end < start and not day.startswith("XXXX"):
        last = str(date.fromisoformat(day) + timedelta(days=1))
    return f"{day}T{start}/{last}T{end}"
