"""What a date expression says before anything is known of the day it was written on."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["DateReading", "Relative", "Unit"]

Unit = Literal["year", "month", "week", "weekend", "day", "hour", "minute", "second"]


class Relative(NamedTuple):
    """A distance from a reference day, in whole ``unit``s; negative lies in the past.

    Attributes:
        offset: ``None`` if only the direction is known ("17 Agustus mendatang", "Senin lalu").
        direction: -1 before the reference, 1 after it, 0 the nearest.
        weekday: The day wanted within that week, Senin being 0.
        anaphoric: The reference is a date told before ("tahun sebelumnya"), not the day of publication.
    """

    unit: Unit
    offset: int | None = None
    direction: int = 0
    weekday: int | None = None
    anaphoric: bool = False


class DateReading(NamedTuple):
    """A date as printed.

    Attributes:
        edtf: With ``XXXX`` for a year that is not printed; ``None`` if the text alone fixes no date, or an
            impossible one.
        weekday: "Senin" … "Minggu", if one is printed.
        day, month, year: The figures of a single day or month, as printed, even if there is no such day.
        relative: How to find the date from a reference day.
        time: "13:00", or "20:00/22:00", in 24 hours; ``edtf`` has it too where it has a day.
    """

    edtf: str | None = None
    weekday: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    relative: Relative | None = None
    time: str | None = None
