"""Durations: "dua tahun", "7 menit 4,957 detik", "setahun"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from beritaextract.values.numbers import read_number

__all__ = ["Duration", "parse_duration"]

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in calendar units; ``str`` gives ISO 8601.

    >>> str(Duration(years=2, months=6)), str(Duration(minutes=7, seconds=Decimal("4.957")))
    ('P2Y6M', 'PT7M4.957S')
    """

    years: Number = 0
    months: Number = 0
    weeks: Number = 0
    days: Number = 0
    hours: Number = 0
    minutes: Number = 0
    seconds: Number = 0

    def __str__(self) -> str:
        days = _designated(Y=self.years, M=self.months, W=self.weeks, D=self.days)
        clock = _designated(H=self.hours, M=self.minutes, S=self.seconds)
        return f"P{days}" + (f"T{clock}" if clock else "" if days else "T0S")

    def in_seconds(self) -> Number | None:
        """The exact length in seconds; ``None`` with years or months, which have none.

        >>> parse_duration("7 menit 4,957 detik").in_seconds(), parse_duration("sebulan").in_seconds()
        (Decimal('424.957'), None)
        """
        if self.years or self.months:
            return None
        total = Decimal(0)
        for amount, seconds in (
            (self.weeks, 604_800),
            (self.days, 86_400),
            (self.hours, 3600),
            (self.minutes, 60),
            (self.seconds, 1),
        ):
            total = _EXACT.add(total, _EXACT.multiply(Decimal(amount), Decimal(seconds)))
        return int(total) if total == int(total) else total


_EXACT = Context(prec=200)
_FORMS = {
    "years": "tahun thn th",
    "months": "bulan bln",
    "weeks": "minggu pekan mgg",
    "days": "hari hr",
    "hours": "jam j",
    "minutes": "menit mnt",
    "seconds": "detik dtk dt",
}
_UNITS = {form: (field, 1) for field, forms in _FORMS.items() for form in forms.split()}
_UNITS |= {"windu": ("years", 8), "dekade": ("years", 10), "dasawarsa": ("years", 10), "abad": ("years", 100)}
_UNITS |= {"triwulan": ("months", 3), "caturwulan": ("months", 4), "semester": ("months", 6)}
_FIELDS = tuple(_FORMS)
_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_PIECE = re.compile(
    rf"(?:se(?P<one>{_NAMES})|(?P<number>[^\s].{{0,80}}?)\s?(?P<unit>{_NAMES}))\b(?:,? dan |, | |)"
)
_MAX_LENGTH = 120


@lru_cache(maxsize=1024)
def parse_duration(text: str) -> Duration | None:
    """A length of time in one or several falling units; ``None`` if the text is none.

    >>> [str(parse_duration(text)) for text in ("dua tahun", "7 menit 4,957 detik", "setahun", "1,5 jam")]
    ['P2Y', 'PT7M4.957S', 'P1Y', 'PT1.5H']
    """
    if len(text) > _MAX_LENGTH:
        return None
    folded = " ".join(text.casefold().split())
    amounts: dict[str, Number] = {}
    position, last = 0, -1
    while position < len(folded):
        match = _PIECE.match(folded, position)
        amount = _amount(match) if match else None
        if match is None or amount is None:
            return None
        field, factor = _UNITS[match["one"] or match["unit"]]
        if _FIELDS.index(field) <= last:
            return None
        amounts[field] = _times(amount, factor)
        position, last = match.end(), _FIELDS.index(field)
    return Duration(**amounts) if amounts else None


def _amount(match: re.Match[str]) -> Number | None:
    if match["one"]:
        return 1
    reading = read_number(match["number"])
    return None if reading is None or reading.value is None or reading.value < 0 else reading.value


def _times(amount: Number, factor: int) -> Number:
    if factor == 1:
        return amount
    product = _EXACT.multiply(Decimal(amount), Decimal(factor))
    return int(product) if product == int(product) else product


def _designated(**amounts: Number) -> str:
    return "".join(f"{Decimal(amount):f}{letter}" for letter, amount in amounts.items() if amount)
