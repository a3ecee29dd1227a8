"""Figures in digits, as Indonesian papers group and point them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

__all__ = ["MALFORMED", "MAX_DIGITS", "SCALES", "Figure", "Reading", "amount", "read_figure", "split_figure"]

MAX_DIGITS = 30
"""More digits than this are an identifier or damage, not an amount."""

SCALES: dict[str, int] = {
    **dict.fromkeys(("ribu", "rb", "rebu", "k"), 3),
    **dict.fromkeys(("juta", "jt", "million", "milion"), 6),
    **dict.fromkeys(
        ("miliar", "milyar", "miliyar", "milliar", "milir", "milar", "milyard", "miliard", "miliun"), 9
    ),
    **dict.fromkeys(("m", "bilion", "billion", "biliun"), 9),
    **dict.fromkeys(("triliun", "trilyun", "triliyun", "trilliun", "trilun", "trilion", "trillion", "t"), 12),
    **dict.fromkeys(("kuadriliun", "kuadrilyun"), 15),
}
"""Scale word, casefolded → its power of ten. ``m`` is miliar and ``t`` triliun, as after rupiah."""


class Reading(NamedTuple):
    """A number read off a printed form. ``value`` is ``None`` for a malformed one.

    ``step`` is the value of one unit of the last printed place where the print may have rounded, 0 where the
    number is printed in full.
    """

    value: int | Decimal | None
    step: int | Decimal = 0
    malformed: bool = False


class Figure(NamedTuple):
    """The digits of a figure, ``None`` if it is malformed, and how many of them are behind the comma."""

    digits: int | None
    places: int = 0
    grouped: bool = False
    in_full: bool = False


MALFORMED = Reading(None, 0, True)
_NO_FIGURE = Figure(None)

# Thousands with dots and a decimal comma. The first group of thousands is not a bare nought, which leaves
# "0.125" for the decimal point.
_INDONESIAN = re.compile(
    r"([0-9]*|(?:[1-9][0-9]{0,2}|0[0-9]{1,2})(?:[.][0-9]{3})+|[1-9][0-9]{0,2}(?:[ \xa0][0-9]{3})+)(?:,([0-9]+))?"
)
# A decimal point only where the digits cannot be thousands: after a bare nought, or one or two of them.
_POINT = re.compile(r"(?=0?[.]|[1-9][0-9]*[.][0-9]{1,2}\Z)([0-9]*)[.]([0-9]+)")
_ENGLISH = re.compile(r"(?=[^.]*[.]|[^,]*,[^,]*,)([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:[.]([0-9]+))?")
_DASHED = re.compile(r"[.,][-–—=]{1,2}\Z")
_DAMAGED = re.compile(r"[0-9][0-9., \xa0]*")
_GROUPING = str.maketrans("", "", "., \xa0")


def split_figure(text: str) -> Figure | None:
    """The digits of a figure without sign; ``None`` if this is no figure at all.

    >>> split_figure("1.234,50"), split_figure("1.1508,02").digits, split_figure("dua")
    (Figure(digits=123450, places=2, grouped=True, in_full=False), None, None)
    """
    if not text or text[0] not in "0123456789,.":
        return None
    if len(text) > 2 * MAX_DIGITS:
        return _NO_FIGURE if _DAMAGED.fullmatch(text) else None
    if text[-1] in "-–—=":
        text = _DASHED.sub("", text)
        if not text:
            return None
    match = _INDONESIAN.fullmatch(text) or _POINT.fullmatch(text) or _ENGLISH.fullmatch(text)
    if match is None:
        return _NO_FIGURE if _DAMAGED.fullmatch(text) else None
    whole, fraction = match[1], match[2] or ""
    grouped = bool(whole) and not whole.isdecimal()
    digits = whole.translate(_GROUPING) + fraction if grouped else whole + fraction
    if len(digits) > MAX_DIGITS:
        return _NO_FIGURE
    # Rp42.000.000,00 is the full amount with its sen.
    in_full = len(whole) > 3 and not fraction.strip("0")
    return Figure(int(digits), len(fraction), grouped, in_full)


def read_figure(text: str, power: int = 0) -> Reading | None:
    """The value of digits times ten to the ``power`` of their scale word; ``None`` if there are no digits.

    >>> read_figure("382.746"), read_figure("1,5", 6)
    (Reading(value=382746, step=0, malformed=False), Reading(value=1500000, step=100000, malformed=False))
    >>> read_figure("0.79").value, read_figure("1.500").value, read_figure("1,500").value
    (Decimal('0.79'), 1500, Decimal('1.500'))
    >>> read_figure("1.1508,02")
    Reading(value=None, step=0, malformed=True)
    """
    figure = split_figure(text)
    if figure is None:
        return None
    digits, places, _, in_full = figure
    if digits is None or is_scaled_twice(figure, power):
        return MALFORMED
    rounds = bool(power or places) and not (in_full and not power)
    return amount(digits, power - places, power - places if rounds else None)


def is_scaled_twice(figure: Figure, power: int) -> bool:
    """Whether "35.186 ribu" or "37.705.000 juta": the grouping or the scale word is a slip."""
    if not power or not figure.grouped or figure.places or figure.digits is None:
        return False
    return power == 3 or figure.digits >= 10**6


def amount(digits: int, exponent: int, step_exponent: int | None) -> Reading:
    """``digits`` times ten to the ``exponent``, exact; the step is ten to ``step_exponent``, or 0."""
    step: int | Decimal = 0
    if step_exponent is not None:
        step = 10**step_exponent if step_exponent >= 0 else Decimal((0, (1,), step_exponent))
    if exponent >= 0:
        return Reading(digits * 10**exponent, step)
    whole, rest = divmod(digits, 10**-exponent)
    return Reading(Decimal(f"{digits}E{exponent}") if rest else whole, step)
