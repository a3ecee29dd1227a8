"""Typing slips: in what one step a printed figure becomes the one that would be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from beritaextract.interval import unit_of_last_digit
from beritaextract.model import Quantity

__all__ = ["Slip", "agrees", "has_slip", "lost_scale", "needed", "slip", "solve"]

Slip = Literal["swap", "digit", "dropped", "extra", "scale"]
_MOST_OVER = 5
SCALES = (1000, 1_000_000, 1_000_000_000)
_MILLE = Decimal("0.001")


def value_of(quantity: Quantity) -> Fraction | int:
    value = quantity.value
    if value is None:
        raise ValueError("a range or a malformed number has no point")
    return value if isinstance(value, int) else Fraction(value)


def agrees(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts come to the total within its printed digits, cut or rounded, or within its modifier."""
    whole = total.value
    if whole is None:
        return False
    computed, slack = Decimal(0), Decimal(total.step)
    for part in parts:
        if part.value is None:
            return False
        computed += part.value
        slack += part.step
    gap = computed - whole
    if gap == 0:
        return True
    if total.kind == "percent":
        return abs(gap) * 2 <= slack and abs(gap) * _MOST_OVER < whole
    if abs(gap) * 2 <= slack or 0 < gap < total.step:
        return True
    if total.modifier == "about" and total.low is not None and total.high is not None:
        return abs(gap) * _MOST_OVER < whole and total.low - whole <= gap <= total.high - whole
    if total.modifier != "at_least":
        return False
    return 0 < gap < unit_of_last_digit(whole) and gap * _MOST_OVER < whole


def needed(quantities: Sequence[Quantity], place: int) -> Fraction:
    """What the quantity at ``place`` would have to be: the first is the total, the others its parts."""
    values = [value_of(quantity) for quantity in quantities]
    computed = sum(values[1:])
    if place == 0:
        return Fraction(computed)
    return Fraction(values[0] - computed + values[place])


def slip(quantity: Quantity, wanted: Fraction) -> Slip | None:
    """The one step from the printed figure to ``wanted``, if one step is enough; none where they are equal."""
    value = Fraction(value_of(quantity))
    if value <= 0 or wanted <= 0 or value == wanted:
        return None
    if any(value == wanted * scale or wanted == value * scale for scale in SCALES):
        return "scale"
    unit = Fraction(quantity.step or _last_place(quantity.value))
    old, new = value / unit, wanted / unit
    if old.denominator != 1 or new.denominator != 1:
        return None
    return _step(str(old.numerator), str(new.numerator))


def _last_place(value: int | Decimal | None) -> int | Decimal:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) and exponent < 0 else 1


def _step(old: str, new: str) -> Slip | None:
    if len(old) == len(new):
        places = [place for place, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        if len(places) == 1:
            return "digit"
        first, *others = places
        if len(others) == 1 and old[first] == new[others[0]] and old[others[0]] == new[first]:
            return "swap"
        return None
    if len(old) + 1 == len(new) and _without_one(new, old):
        return "dropped"
    if len(old) == len(new) + 1 and _without_one(old, new):
        return "extra"
    return None


def _without_one(long: str, short: str) -> bool:
    place = next((place for place, digit in enumerate(short) if long[place] != digit), len(short))
    return long[place + 1 :] == short[place:]


def lost_scale(quantity: Quantity, others: Sequence[Quantity]) -> Quantity | None:
    """The amount with the scale word that it lost, which the others that are printed as finely have.

    Nobody counts thousandths of a rupiah: "Rp933,776 lebih" beside "Rp920,869 miliar" is 933,776 miliar.
    """
    if (
        quantity.kind != "money"
        or quantity.unit != "IDR"
        or quantity.value is None
        or quantity.step != _MILLE
    ):
        return None
    steps = Counter(int(each.step) for each in others if each.unit == "IDR" and each.step >= 1)
    scales = [scale for scale in (*SCALES[1:], 1000 * SCALES[-1]) if steps[int(scale * _MILLE)]]
    if not scales:
        return None
    scale = max(scales, key=lambda each: steps[int(each * _MILLE)])
    bounds = {
        name: None if bound is None else int(bound * scale)
        for name, bound in (("low", quantity.low), ("high", quantity.high))
    }
    meant = {"value": int(quantity.value * scale), "step": int(quantity.step * scale), **bounds}
    return quantity.model_copy(update=meant)


def has_slip(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether one typing slip in one figure explains why the parts do not come to the total."""
    quantities = (total, *parts)
    if any(each.value is None for each in quantities):
        return _is_solved(quantities)
    return any(slip(each, needed(quantities, place)) for place, each in enumerate(quantities))


def solve(quantities: Sequence[Quantity]) -> Fraction | None:
    """The value of the one malformed figure among a total and its parts, where the others fix it."""
    missing = [place for place, each in enumerate(quantities) if each.malformed]
    if len(missing) != 1 or any(each.value is None and not each.malformed for each in quantities):
        return None
    place = missing[0]
    known = [Fraction(each.value) if each.value is not None else Fraction(0) for each in quantities]
    parts = sum(known[1:], Fraction(0))
    return parts if place == 0 else known[0] - parts


def _is_solved(quantities: Sequence[Quantity]) -> bool:
    """Whether the value that the others leave has the digits of the malformed figure."""
    value = solve(quantities)
    broken = next((each for each in quantities if each.malformed), None)
    if value is None or broken is None or value <= 0 or value.denominator != 1:
        return False
    printed = "".join(filter(str.isdecimal, broken.span.text)).rstrip("0")
    wanted = str(value.numerator).rstrip("0")
    return printed == wanted or _step(printed, wanted) is not None
