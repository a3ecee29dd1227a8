"""Corrections of one figure of a statement, each one step of typing away and such that the statement then holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from beritaextract.checks.engine import Compute, judge
from beritaextract.checks.printed import can_rescale, figure, rescaled, to_number
from beritaextract.facts.slips import SCALES
from beritaextract.model import Quantity

__all__ = ["changed", "one_step"]

_MOST = 3
_LONGEST = 15
_SWAPPED, _OTHER_SCALE, _LOST_SCALE = "dua angka tertukar", "kata skala", "kata skala hilang"
_SCALE_REASONS = (_OTHER_SCALE, _LOST_SCALE)


def one_step(
    stated: Quantity, operands: Sequence[Quantity], compute: Compute, *, ratio: bool
) -> tuple[str, ...]:
    """Two digits swapped or another scale word in one figure; the computed figure comes last."""
    figures = (stated, *operands)
    lines = []
    for place, each in enumerate(figures):
        for value, reason in changed(each):
            tried = (*figures[:place], _with(each, value), *figures[place + 1 :])
            if judge(tried[0], tried[1:], compute, ratio=ratio).verdict == "ok":
                shown = _rescaled(each, value) if reason in _SCALE_REASONS else figure(each).show(value)
                lines.append(f"{figure(each).text} → {shown} ({reason})")
    lines.sort(key=lambda line: _LOST_SCALE not in line)
    computed = judge(stated, operands, compute, ratio=ratio).point
    if computed is not None:
        printed = figure(stated)
        rounded = round(computed / Fraction(stated.step)) * Fraction(stated.step) if stated.step else computed
        plain = f"{printed.text} → {printed.show(rounded)}"
        lines = lines[:_MOST]
        if not any(line.startswith(f"{plain} (") for line in lines):
            lines.append(plain)
    return tuple(dict.fromkeys(lines))


def changed(quantity: Quantity) -> Iterator[tuple[Fraction, str]]:
    """What else a figure may have been meant to be, each with the slip: digits swapped, another scale word."""
    if quantity.value is None:
        return
    value = Fraction(quantity.value)
    unit = Fraction(quantity.step) or Fraction(1)
    digits = str((value / unit).numerator) if (value / unit).denominator == 1 else ""
    for place in range(min(len(digits), _LONGEST) - 1):
        if digits[place] != digits[place + 1] and (place or digits[1] != "0"):
            pair = digits[place + 1] + digits[place]
            yield int(digits[:place] + pair + digits[place + 2 :]) * unit, _SWAPPED
    if quantity.kind != "percent":
        reason = _LOST_SCALE if quantity.kind == "money" and figure(quantity).factor == 1 else _OTHER_SCALE
        for scale in SCALES:
            for factor in (Fraction(scale), Fraction(1, scale)):
                if can_rescale(quantity, factor):
                    yield value * factor, reason


def _rescaled(quantity: Quantity, value: Fraction) -> str:
    return rescaled(quantity, value / Fraction(quantity.value or 1))


def _with(quantity: Quantity, value: Fraction) -> Quantity:
    number: int | Decimal | None = to_number(value)
    factor = value / Fraction(quantity.value or 1)
    step = to_number(Fraction(quantity.step) * factor) if factor in _FACTORS else quantity.step
    return quantity.model_copy(update={"value": number, "step": step, "low": number, "high": number})


_FACTORS = frozenset(Fraction(scale) for scale in SCALES) | frozenset(Fraction(1, scale) for scale in SCALES)
