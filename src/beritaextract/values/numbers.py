"""Numbers: what a printed number says, and the public reading of a single one."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache

from beritaextract.values.figures import MALFORMED, SCALES, Reading, amount, read_figure, split_figure
from beritaextract.values.words import compose, spell_out

__all__ = ["parse_number", "parse_ordinal", "read_amount", "read_number"]

_MAX_LENGTH = 400
_EXACT = Context(prec=200)
_SIGN = re.compile(r"(?:([-−–]|minus\b|min\b|negatif\b)|[+]|plus\b|positif\b) ?")
_BRACKETED = re.compile(r"([^()]+?) ?\(([^()]*)\) ?([^()]*)")
_SCIENTIFIC = re.compile(r"([0-9]*[.,]?[0-9]+)e([+-]?[0-9]{1,2})")
_TIMES_TEN_TO = re.compile(r"(.*\S) kali sepuluh pangkat (.*)")
_DIGITS_AND_SIGNS = frozenset("0123456789., \xa0-−")


@lru_cache(maxsize=2048)
def read_number(text: str, scale: str | None = None) -> Reading | None:
    """The number that a found span prints, with the scale word behind it if that is not in the span.

    ``None`` if the text is no number; a malformed figure gives a reading without value.

    >>> read_number("1,5", "juta")
    Reading(value=1500000, step=100000, malformed=False)
    >>> read_number("69,81").step, read_number("12 (dua belas)").value, read_number("minus dua").value
    (Decimal('0.01'), 12, -2)
    >>> read_number("Rp1.1508,02"), read_number("1.1508,02").malformed
    (None, True)
    """
    if scale is None:
        return _read(text, money=False)
    power = SCALES.get(scale.casefold())
    if power is None:
        return None
    return read_figure(text, power) or _read(f"{text} {scale}", money=True)


@lru_cache(maxsize=2048)
def read_amount(text: str) -> Reading | None:
    """As ``read_number``, with the words that only sums of money use: "5 M", "3 T", "goceng".

    >>> read_amount("5 M").value, read_number("5 M")
    (5000000000, None)
    """
    return _read(text, money=True)


def _read(text: str, *, money: bool) -> Reading | None:
    figure = read_figure(text)
    if figure is not None:
        return figure
    if len(text) > _MAX_LENGTH:
        return MALFORMED if _DIGITS_AND_SIGNS.issuperset(text) else None
    folded = " ".join(text.casefold().split())
    digits, _, scale = folded.rpartition(" ")
    power = SCALES.get(scale)
    if power and (money or len(scale) > 1) and (figure := read_figure(digits, power)):
        return figure
    if sign := _SIGN.match(folded):
        reading = _read_unsigned(folded[sign.end() :], money=money)
        return _negative(reading) if reading and sign[1] else reading
    return _read_unsigned(folded, money=money)


def _read_unsigned(text: str, *, money: bool) -> Reading | None:
    if "(" in text:
        # 12 (dua belas), 2 (dua) juta
        bracketed = _BRACKETED.fullmatch(text)
        if bracketed is None or _read_unsigned(bracketed[2], money=money) is None:
            return None
        text = f"{bracketed[1]} {bracketed[3]}".rstrip()
    return read_figure(text) or compose(text, money=money)


def _negative(reading: Reading) -> Reading:
    value = reading.value
    if value is None:
        return reading
    return Reading(-value if isinstance(value, int) else value.copy_negate(), reading.step)


def parse_number(text: str) -> Decimal | None:
    """The value of a single number in digits, words or both; ``None`` if it is none or malformed.

    >>> parse_number("1.234,5"), parse_number("dua koma lima juta"), parse_number("35 ribu")
    (Decimal('1234.5'), Decimal('2500000'), Decimal('35000'))
    >>> parse_number("1.1508,02"), parse_number("pisang goreng")
    (None, None)
    """
    if len(text) > _MAX_LENGTH:
        return None
    reading = read_number(text)
    if reading is None:
        folded = " ".join(text.casefold().split())
        reading = _read_power_of_ten(folded) or spell_out(folded)
    return None if reading is None or reading.value is None else Decimal(reading.value)


def _read_power_of_ten(text: str) -> Reading | None:
    """1,5e3 and "lima koma empat kali sepuluh pangkat enam"."""
    if match := _SCIENTIFIC.fullmatch(text.removeprefix("-")):
        figure, power = split_figure(match[1]), int(match[2])
        if figure is None or figure.digits is None:
            return None
        reading = amount(figure.digits, power - figure.places, None)
        return _negative(reading) if text[0] == "-" else reading
    if match := _TIMES_TEN_TO.fullmatch(text):
        factor, exponent = read_number(match[1]), read_number(match[2])
        if factor and factor.value is not None and exponent and isinstance(exponent.value, int):
            if abs(exponent.value) > 99:
                return None
            return Reading(_EXACT.multiply(Decimal(factor.value), Decimal((0, (1,), exponent.value))))
    return None


def parse_ordinal(text: str) -> int | None:
    """The rank that an ordinal names.

    >>> parse_ordinal("pertama"), parse_ordinal("ketiga"), parse_ordinal("ke-77"), parse_ordinal("ketua")
    (1, 3, 77, None)
    """
    folded = text.casefold().strip()
    if folded == "pertama":
        return 1
    if not folded.startswith("ke"):
        return None
    reading = read_number(folded[2:].lstrip("- "))
    return reading.value if reading and isinstance(reading.value, int) and reading.value > 0 else None
