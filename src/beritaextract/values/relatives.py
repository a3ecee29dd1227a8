"""Expressions that count from the day of publication, or from a date told before: "tiga hari lalu"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from beritaextract.values.calendar import UNITS, WEEKDAY_NAMES, Value
from beritaextract.values.numbers import read_number
from beritaextract.values.readings import DateReading, Relative, Unit

__all__ = ["read_distance", "read_relative"]

_NAMES = "|".join(sorted(UNITS, key=len, reverse=True))
_DISTANCE = re.compile(
    rf"(?:dalam |dlm )?(?:(?P<one>se)|(?P<number>\S.*?) ?)(?P<unit>{_NAMES})"
    r"(?P<when>(?: yang| yg)? (?:lalu|silam)| sebelumnya| setelahnya| kemudian| lagi| dari sekarang|)"
)
_MAX_LENGTH = 80
_MAX_COUNT = 10_000
_UNITS: dict[Value, Unit] = {unit: unit for unit in get_args(Unit)}


def read_distance(text: str) -> DateReading | None:
    """A number of units before or after: "dua belas tahun lalu", "3 hari lagi", "sehari sebelumnya".

    >>> read_distance("dua puluh tahun silam").relative.offset, read_distance("sepekan lagi").relative.offset
    (-20, 1)
    """
    if len(text) > _MAX_LENGTH:
        return None
    folded = " ".join(text.casefold().split())
    match = _DISTANCE.fullmatch(folded)
    if match is None or not (match["when"] or folded.startswith(("dalam ", "dlm "))):
        return None
    if match["number"] == "beberapa":
        return DateReading()
    number = read_number(match["number"]) if match["number"] else None
    count = 1 if match["one"] else number.value if number else None
    if not isinstance(count, int) or not 0 < count < _MAX_COUNT:
        return None
    when = match["when"].strip()
    past = when.endswith(("lalu", "silam", "sebelumnya"))
    anaphoric = when in ("sebelumnya", "setelahnya", "kemudian")
    relative = Relative(UNITS[match["unit"]], -count if past else count, anaphoric=anaphoric)
    return DateReading(relative=relative)


def read_relative(text: str, letters: str, values: Sequence[Value]) -> DateReading | None:
    """An expression without a calendar date of its own; ``None`` if it is none of these.

    >>> read_relative("bulan depan", "ue", ("month", 1)).relative.offset
    1
    """
    if not _COUNTED.isdisjoint(letters):
        if letters == "nue" and values[1] == "month" and ("tanggal" in text or "tgl" in text):
            return DateReading(day=int(values[0]), relative=Relative("month", int(values[2])))
        return DateReading() if letters[0] == "b" else read_distance(text)
    if "d" in letters or "t" in letters:
        return _read_part_of_day(letters, values)
    return _read_named(letters, values)


_COUNTED = frozenset("nxvb")


def _read_named(letters: str, values: Sequence[Value]) -> DateReading | None:
    """Kemarin, bulan depan, tahun sebelumnya, Senin lalu, Kamis pekan depan."""
    match letters:
        case "f":
            return DateReading(relative=Relative("day", int(values[0])))
        case "ff" if tuple(values) == (-1, 2):  # kemarin lusa
            return DateReading(relative=Relative("day", -2))
        case "ue" | "uf" | "uE":
            unit, anaphoric = _UNITS[values[0]], letters == "uE"
            return DateReading(relative=Relative(unit, int(values[1]), anaphoric=anaphoric))
        case "w":
            return _weekday(values[0], Relative("week"))
        case "we" | "wf" | "uwe":
            towards = int(values[-1])
            return _weekday(
                values[-2], Relative("week", direction=towards) if towards else Relative("week", 0)
            )
        case "wue" | "wuf" if values[1] == "week":
            return _weekday(values[0], Relative("week", int(values[2])))
        case "fw" | "uew" | "ufw":
            return _weekday(values[-1], Relative("day", int(values[-2])))
    return None


def _weekday(day: Value, relative: Relative) -> DateReading:
    weekday = int(day)
    if relative.unit == "week":
        relative = relative._replace(weekday=weekday)
    return DateReading(weekday=WEEKDAY_NAMES[weekday], relative=relative)


def _read_part_of_day(letters: str, values: Sequence[Value]) -> DateReading | None:
    """Malam ini, tadi pagi, tadi malam (the night before), nanti sore, kemarin malam, Senin malam."""
    rest = letters.replace("d", "")
    kept = tuple(value for letter, value in zip(letters, values, strict=True) if letter != "d")
    if rest in ("e", "t"):
        last_night = rest == "t" and "malam" in values
        return DateReading(relative=Relative("day", -1 if last_night else 0))
    if rest.endswith("t"):
        rest, kept = rest[:-1], kept[:-1]
    return _read_named(rest, kept)
