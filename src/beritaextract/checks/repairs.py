"""Candidate corrections, the likeliest first: shown to the reader, never applied."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from beritaextract.checks.printed import figure
from beritaextract.facts.slips import Slip, needed, slip
from beritaextract.model import Breakdown, Quantity

__all__ = ["repairs_of_subset", "repairs_of_sum", "stray_scale"]

_ORDER: dict[Slip, int] = {"swap": 0, "digit": 1, "dropped": 2, "extra": 3, "scale": 4}
_REASONS: dict[Slip, str] = {
    "swap": "dua angka tertukar",
    "digit": "satu angka berbeda",
    "dropped": "satu angka hilang",
    "extra": "satu angka berlebih",
    "scale": "kata skala",
}
_MOST = 5


def repairs_of_sum(breakdown: Breakdown) -> tuple[str, ...]:
    """One-step corrections of one figure that make the sum hold; the computed total comes last."""
    named = list(_named(breakdown))
    quantities = [quantity for _, quantity in named]
    found: list[tuple[int, str]] = []
    for place, (name, quantity) in enumerate(named):
        wanted = needed(quantities, place)
        kind = slip(quantity, wanted)
        if kind:
            found.append((_ORDER[kind], _repair(quantity, wanted, f"{name}: {_REASONS[kind]}")))
    found.sort(key=lambda each: each[0])
    lines = [line for _, line in found[:_MOST]]
    plain = _repair(quantities[0], needed(quantities, 0), "jumlah")
    return tuple(lines) if any(line.startswith(plain[:-1]) for line in lines) else (*lines, plain)


def repairs_of_subset(part: Quantity, total: Quantity) -> tuple[str, ...]:
    """Where a part is larger than its whole: a digit too many, or the two in each other's place."""
    if part.value is None or total.value is None:
        return ()
    tenth, value = Fraction(part.value) / 10, Fraction(total.value)
    lines = []
    if tenth.denominator == 1 and tenth <= value:
        lines.append(_repair(part, tenth, _REASONS["extra"]))
    if not total.step:
        lines.append(_repair(total, value * 10, _REASONS["dropped"]))
    return (*lines, f"{figure(part).text} ↔ {figure(total).text} (tertukar tempat)")


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


def _named(breakdown: Breakdown) -> Iterator[tuple[str, Quantity]]:
    assert breakdown.total is not None
    yield "jumlah", breakdown.total
    for part in breakdown.parts:
        yield part.label, part.quantity


def _repair(quantity: Quantity, wanted: Fraction, reason: str) -> str:
    printed = figure(quantity)
    return f"{printed.text} → {printed.show(wanted)} ({reason})"
