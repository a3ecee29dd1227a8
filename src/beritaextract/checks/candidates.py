"""Corrections of one figure of a statement, each one step of typing away and such that the statement then holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from beritaextract.checks.engine import Compute, Repair, Words, judge
from beritaextract.checks.printed import can_rescale, figure, rescaled, to_number
from beritaextract.checks.proof import repair
from beritaextract.checks.repairs import LOST_SCALE, REASONS
from beritaextract.facts.slips import SCALES
from beritaextract.interval import exact, rounded
from beritaextract.model import Quantity

__all__ = ["changed", "one_step", "rescaled_operands"]

_MOST = 3
_LONGEST = 15


def one_step(
    stated: Quantity, operands: Sequence[Quantity], compute: Compute, *, ratio: bool
) -> tuple[Repair, ...]:
    """Two digits swapped or another scale word in one figure; the computed figure comes last."""
    figures = (stated, *operands)
    lines: list[Words] = []
    for place, each in enumerate(figures):
        for value, reason in changed(each):
            tried = (*figures[:place], _with(each, value), *figures[place + 1 :])
            if judge(tried[0], tried[1:], compute, ratio=ratio).verdict == "ok":
                swapped = reason == REASONS["swap"]
                shown = figure(each).show(value) if swapped else _rescaled(each, value)
                lines.append(repair(f"{figure(each).text} → {shown}", reason))
    lines.sort(key=lambda line: LOST_SCALE.indonesian not in line.indonesian)
    found: list[Repair] = [*lines[:_MOST]]
    computed = judge(stated, operands, compute, ratio=ratio).point
    if computed is not None:
        printed = figure(stated)
        rounded = round(computed / Fraction(stated.step)) * Fraction(stated.step) if stated.step else computed
        plain = f"{printed.text} → {printed.show(rounded)}"
        if not any(line.indonesian.startswith(f"{plain} (") for line in lines[:_MOST]):
            found.append(plain)
    return tuple(dict.fromkeys(found))


def rescaled_operands(stated: Quantity, operands: Sequence[Quantity], compute: Compute) -> Iterator[Words]:
    """Operands that need another scale word, where the statement then holds within the printed digits."""
    if any(each.value is None for each in (stated, *operands)):
        return
    reach = [rounded(each.value or 0, each.step) for each in operands]
    for scale in SCALES:
        for factor in (Fraction(scale), Fraction(1, scale)):
            for place, each in enumerate(operands):
                other = rounded(each.value or 0, each.step or 1) * exact(factor)
                values = [*reach[:place], other, *reach[place + 1 :]]
                if compute(values).overlaps(rounded(stated.value or 0, stated.step)):
                    yield repair(f"{figure(each).text} → {rescaled(each, factor)}", _of_scale(each))


def changed(quantity: Quantity) -> Iterator[tuple[Fraction, Words]]:
    """What else a figure may have been meant to be, each with the slip: digits swapped, another scale word."""
    if quantity.value is None:
        return
    value = Fraction(quantity.value)
    unit = Fraction(quantity.step) or Fraction(1)
    digits = str((value / unit).numerator) if (value / unit).denominator == 1 else ""
    for place in range(min(len(digits), _LONGEST) - 1):
        if digits[place] != digits[place + 1] and (place or digits[1] != "0"):
            pair = digits[place + 1] + digits[place]
            yield int(digits[:place] + pair + digits[place + 2 :]) * unit, REASONS["swap"]
    if quantity.kind != "percent":
        reason = _of_scale(quantity)
        for scale in SCALES:
            for factor in (Fraction(scale), Fraction(1, scale)):
                if can_rescale(quantity, factor):
                    yield value * factor, reason


def _of_scale(quantity: Quantity) -> Words:
    """Whether the scale word of a figure is another, or there is none beside an amount of money."""
    lost = quantity.kind == "money" and figure(quantity).factor == 1
    return LOST_SCALE if lost else REASONS["scale"]


def _rescaled(quantity: Quantity, value: Fraction) -> str:
    return rescaled(quantity, value / Fraction(quantity.value or 1))


def _with(quantity: Quantity, value: Fraction) -> Quantity:
    number: int | Decimal | None = to_number(value)
    factor = value / Fraction(quantity.value or 1)
    step = to_number(Fraction(quantity.step) * factor) if factor in _FACTORS else quantity.step
    return quantity.model_copy(update={"value": number, "step": step, "low": number, "high": number})


_FACTORS = frozenset(Fraction(scale) for scale in SCALES) | frozenset(Fraction(1, scale) for scale in SCALES)
