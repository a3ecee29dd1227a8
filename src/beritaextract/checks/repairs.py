"""Candidate corrections, the likeliest first: shown to the reader, never applied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from beritaextract.checks.engine import Words
from beritaextract.checks.printed import figure, rescaled
from beritaextract.checks.proof import repair
from beritaextract.facts.slips import Slip, lost_scale, needed, slip
from beritaextract.model import Breakdown, Quantity

__all__ = [
    "LOST_SCALE",
    "REASONS",
    "STRAY",
    "SWAPPED_PLACES",
    "repairs_of_subset",
    "repairs_of_sum",
    "stray_scale",
]

_ORDER: dict[Slip, int] = {"swap": 0, "digit": 1, "dropped": 2, "extra": 3, "scale": 4}
REASONS: dict[Slip, Words] = {
    "swap": Words("dua angka tertukar", "two digits swapped"),
    "digit": Words("satu angka berbeda", "one digit differs"),
    "dropped": Words("satu angka hilang", "a digit missing"),
    "extra": Words("satu angka berlebih", "a digit too many"),
    "scale": Words("kata skala", "scale word"),
}
LOST_SCALE = Words("kata skala hilang", "a scale word lost")
SWAPPED_PLACES = Words("tertukar tempat", "in each other's place")
STRAY = Words("kata skala berlebih", "a scale word too many")
_TOTAL = Words("jumlah", "total")
_MOST = 5


def repairs_of_sum(breakdown: Breakdown) -> tuple[Words, ...]:
    """One-step corrections of one figure that make the sum hold; the computed total comes last."""
    named = list(_named(breakdown))
    quantities = [quantity for _, quantity in named]
    if lost := tuple(_scales_regained(quantities)):
        return lost
    found: list[tuple[int, Words]] = []
    for place, (name, quantity) in enumerate(named):
        wanted = needed(quantities, place)
        kind = slip(quantity, wanted)
        if kind:
            found.append((_ORDER[kind], _repair(quantity, wanted, _of(name, REASONS[kind]))))
    found.sort(key=lambda each: each[0])
    lines = [line for _, line in found[:_MOST]]
    plain = _repair(quantities[0], needed(quantities, 0), _TOTAL)
    is_there = any(line.indonesian.startswith(plain.indonesian[:-1]) for line in lines)
    return tuple(lines) if is_there else (*lines, plain)


def _scales_regained(quantities: Sequence[Quantity]) -> Iterator[Words]:
    for each in quantities:
        meant = lost_scale(each, quantities)
        if meant is not None and meant.value and each.value:
            wanted = rescaled(each, Fraction(meant.value) / Fraction(each.value))
            yield repair(f"{figure(each).text} → {wanted}", LOST_SCALE)


def repairs_of_subset(part: Quantity, total: Quantity) -> tuple[Words, ...]:
    """Where a part is larger than its whole: a digit too many, or the two in each other's place."""
    if part.value is None or total.value is None:
        return ()
    tenth, value = Fraction(part.value) / 10, Fraction(total.value)
    lines = []
    if tenth.denominator == 1 and tenth <= value:
        lines.append(_repair(part, tenth, REASONS["extra"]))
    if not total.step:
        lines.append(_repair(total, value * 10, REASONS["dropped"]))
    swapped = f"{figure(part).text} ↔ {figure(total).text}"
    return (*lines, repair(swapped, SWAPPED_PLACES))


def stray_scale(breakdown: Breakdown) -> Quantity | None:
    """The one figure whose scale word must go for the sum to hold: "35.186 ribu" for 35.186."""
    quantities = [quantity for _, quantity in _named(breakdown)]
    for place, quantity in enumerate(quantities):
        printed = figure(quantity)
        if printed.factor > 1 and "." in printed.text.removeprefix(printed.prefix):
            assert quantity.value is not None
            if needed(quantities, place) == Fraction(quantity.value) / printed.factor:
                return quantity
    return None


def _named(breakdown: Breakdown) -> Iterator[tuple[Words, Quantity]]:
    assert breakdown.total is not None
    yield _TOTAL, breakdown.total
    for part in breakdown.parts:
        yield Words(part.label, part.label), part.quantity


def _of(name: Words, reason: Words) -> Words:
    return Words(f"{name.indonesian}: {reason.indonesian}", f"{name.english}: {reason.english}")


def _repair(quantity: Quantity, wanted: Fraction, reason: Words) -> Words:
    printed = figure(quantity)
    return repair(f"{printed.text} → {printed.show(wanted)}", reason)
