"""Lists that no phrase announces and that one typing slip keeps from their whole; the digits prove them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.readings import is_large
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.tallied import Tallied, grain
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import has_slip

__all__ = ["Misprinted"]

_FEWEST = 3
_DIGITS = 4
_SENTENCES = 3
_STEPS_OF_DIGIT = 9
_CHANCE = 0.012
"""How many of all slips that there might be may come to the whole by accident."""
_AMISS = 5
"""The slip changes the sum by no more than one in so many."""


@dataclass(frozen=True, slots=True)
class Misprinted:
    """Reads paragraphs of figures behind a whole that come to it but for one digit."""

    state: State
    tallied: Tallied

    def read(self) -> None:
        """Every figure of many digits that no sum is known of."""
        if len(self.tallied.figures) <= _FEWEST:
            return
        for at, whole in enumerate(self.tallied.figures):
            exact = whole.quantity.modifier == "exact" and is_large(whole.quantity)
            if not exact or digits(whole.quantity) < _DIGITS or self._is_told(whole):
                continue
            run = self._paragraph(whole, self.tallied.following(at))
            if self._has_slip(whole, run):
                self.tallied.add(whole, run)

    def _is_told(self, whole: Item) -> bool:
        """Whether a figure is in a sum, or has a target."""
        ledger = self.state.ledger
        return ledger.has_sum(whole) or ledger.is_summed(whole) or self.state.readings.is_paired(whole)

    def _paragraph(self, whole: Item, items: Sequence[Item]) -> Sequence[Item]:
        """The figures soon behind a whole that stand in one paragraph, with no other of their kind there."""
        first = items[0] if items else None
        if first is None or first.sentence > whole.sentence + _SENTENCES:
            return ()
        sketch = self.state.sketch
        end = sketch.text.find("\n", first.place)
        stop = end if end >= 0 else len(sketch.text)
        run = [item for item in items if item.place < stop]
        if len(run) < _FEWEST or any(item.quantity.modifier != "exact" for item in run):
            return ()
        others = sketch.between(first.place, stop)
        alike = (item for item in others if self.state.grammar.fit(whole.quantity, item.quantity))
        return run if len(list(islice(alike, len(run) + 1))) == len(run) else ()

    def _has_slip(self, whole: Item, run: Sequence[Item]) -> bool:
        """Whether one slip explains the difference, of so few that are possible that it is no chance."""
        figures = [item.quantity for item in run]
        if not run or any(self.state.ledger.is_known(item) for item in run):
            return False
        total = Fraction(whole.quantity.value or 0)
        gap = abs(sum(Fraction(each.value or 0) for each in figures) - total)
        if not gap or gap * _AMISS > total or not has_slip(whole.quantity, figures):
            return False
        slips = _STEPS_OF_DIGIT * sum(digits(item.quantity) for item in (whole, *run))
        return slips * grain((whole, *run)) <= total * Fraction(_CHANCE)
