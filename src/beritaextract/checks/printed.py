"""Figures as the article prints them: Rp1,27 triliun, 382.746."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from beritaextract.model import Quantity

__all__ = [
    "Figure",
    "can_rescale",
    "digits",
    "digits_of",
    "figure",
    "plain",
    "rescaled",
    "significant",
    "to_number",
    "without_scale",
]

_PRINTED = re.compile(
    r"(?P<prefix>[^\d()]{0,8})(?P<number>\d+(?:[.,]\d+)*)"
    r"(?:\s?(?P<scale>(?i:ribu|rb|juta|jt|mil[iy]ar|miliyar|tril[iy]un)\b|[MTK]\b))?"
)
_SCALES = {"ribu": 3, "rb": 3, "k": 3, "juta": 6, "jt": 6, "m": 9, "t": 12}
_WORDS: Mapping[Fraction | int, str] = {
    1: "",
    10**3: " ribu",
    10**6: " juta",
    10**9: " miliar",
    10**12: " triliun",
}
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_FULL = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """How one quantity is printed; ``text`` is its number with currency and scale word, without its noun."""

    text: str
    prefix: str = ""
    suffix: str = ""
    factor: int = 1

    def show(self, value: Fraction | Decimal | int) -> str:
        """Another value in the same currency and scale.

        >>> Figure("Rp3,42 triliun", "Rp", " triliun", 10**12).show(3423500000000)
        'Rp3,4235 triliun'
        """
        return f"{self.prefix}{digits(Fraction(value) / self.factor)}{self.suffix}"

    def near(self, value: Fraction, step: Fraction | Decimal | int) -> str:
        """Another value in the same currency and scale, one place finer than ``step`` where it does not end before.

        >>> Figure("5%", suffix="%").near(Fraction(100, 19), 1)
        '5,3%'
        """
        unit = (Fraction(step) or Fraction(self.factor)) / 10
        return self.show(value if (value / unit).denominator == 1 else round(value / unit) * unit)


def figure(quantity: Quantity) -> Figure:
    """The printed figure of a quantity, or its value where it is printed in words."""
    text = quantity.span.text
    percent = "%" if quantity.kind == "percent" else ""
    found = _PRINTED.match(text) if quantity.kind == "money" else _PRINTED.search(text)
    if quantity.malformed:
        return Figure(text)
    if found and quantity.value is not None:
        prefix = found["prefix"] if quantity.kind == "money" else ""
        scale = found["scale"] or ""
        factor = 10 ** _exponent(scale)
        suffix = (f" {scale}" if scale else "") + percent
        if _GROUPED.fullmatch(found["number"]) and _value(found["number"]) * factor == Fraction(
            quantity.value
        ):
            return Figure(f"{prefix}{found['number']}{suffix}", prefix, suffix, factor)
    if quantity.value is None:
        return Figure(text)
    prefix = "Rp" if quantity.unit == "IDR" else f"{quantity.unit} " if quantity.kind == "money" else ""
    plain = Figure("", prefix, percent)
    return Figure(plain.show(quantity.value), prefix, percent)


def rescaled(quantity: Quantity, factor: Fraction) -> str:
    """A quantity so many times as large, its number as printed and another scale word: Rp130 as Rp130 juta."""
    assert quantity.value is not None
    printed = figure(quantity)
    number = printed.text.removeprefix(printed.prefix).removesuffix(printed.suffix)
    word = _WORDS.get(printed.factor * factor)
    return (
        printed.show(Fraction(quantity.value) * factor) if word is None else f"{printed.prefix}{number}{word}"
    )


def can_rescale(quantity: Quantity, factor: Fraction) -> bool:
    """Whether another scale word, or none, makes a quantity so many times as large."""
    return figure(quantity).factor * factor in _WORDS


def digits_of(quantity: Quantity) -> str:
    """The number of a quantity as printed, without currency, scale word and noun; empty where it is in words."""
    found = _PRINTED.search(quantity.span.text)
    return found["number"] if found else ""


def significant(quantity: Quantity) -> int:
    """How many digits say something: without noughts at the end, and where it is rounded those that are printed."""
    return len(str(Fraction(quantity.value or 0) / Fraction(quantity.step or 1)).rstrip("0"))


def without_scale(quantity: Quantity) -> Fraction | None:
    """What a number that is printed in full is without the scale word behind it: 134.195 of "134.195 ribu butir"."""
    found = _PRINTED.search(quantity.span.text)
    if not found or not found["scale"] or not _FULL.fullmatch(found["number"]):
        return None
    return _value(found["number"])


def _exponent(scale: str) -> int:
    word = scale.lower()
    if word.startswith("mil"):
        return 9
    return 12 if word.startswith("tril") else _SCALES.get(word, 0)


def _value(number: str) -> Fraction:
    return Fraction(number.replace(".", "").replace(",", "."))


def digits(value: Fraction | Decimal | int) -> str:
    """A value in Indonesian digits.

    >>> digits(382746), digits(Decimal("1234.5")), digits(-5)
    ('382.746', '1.234,5', '-5')
    """
    number = to_number(Fraction(value))
    if number is None:
        return str(value)
    whole, _, decimals = (
        f"{number:f}".partition(".") if isinstance(number, Decimal) else (str(number), "", "")
    )
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = ".".join(reversed([whole[max(end - 3, 0) : end] for end in range(len(whole), 0, -3)]))
    return sign + grouped + (f",{decimals}" if decimals else "")


def to_number(value: Fraction | None) -> int | Decimal | None:
    """A fraction as an exact number, ``None`` where its decimals do not end.

    >>> to_number(Fraction(5, 2)), to_number(Fraction(6, 2)), to_number(Fraction(1, 3))
    (Decimal('2.5'), 3, None)
    """
    if value is None:
        return None
    if value.denominator == 1:
        return value.numerator
    for places in range(1, _LONGEST):
        scaled = value * 10**places
        if scaled.denominator == 1:
            sign = int(scaled < 0)
            return Decimal((sign, tuple(map(int, str(abs(scaled.numerator)))), -places))
    return None


def plain(value: Fraction | Decimal | int | None) -> str | None:
    """A value in plain digits, as the records carry it; ``None`` where its decimals do not end."""
    number = to_number(Fraction(value)) if value is not None else None
    return f"{number:f}" if isinstance(number, Decimal) else str(number) if number is not None else None
