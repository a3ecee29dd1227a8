"""Rows of names with a figure each, far behind their whole: their heading calls it by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from beritaextract.facts.breakdowns.lists import lines_after
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import Event, State
from beritaextract.facts.breakdowns.wholes import Whole, content
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees
from beritaextract.model import Date

__all__ = ["Rows"]

_FEWEST_NAMED = 3
_TWO = 2
_FRAME = frozenset(
    {"per", "pada", "periode", "selama", "sepanjang", "hingga", "lengkap", "lengkapnya", "terbaru"}
)
"""Words of a heading that name nothing."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Reads rows below a heading."""

    state: State

    def read_heading(self, event: Event) -> None:
        """ "Daftar penjualan motor: 1. …": the rows, where the heading names a figure before it."""
        sketch = self.state.sketch
        items = [
            item
            for region in lines_after(sketch, event.start)
            for item in sketch.between(region.start, region.end)
        ]
        if len(items) < _FEWEST_NAMED or not all(map(self.state.is_free, items)):
            return
        unit = items[0].quantity.unit
        if unit is None or any(item.quantity.unit != unit for item in items):
            return
        whole = self._named(event, items)
        if whole is not None:
            holds = agrees(whole.quantity, [item.quantity for item in items])
            reading = Reading(Whole(whole, True), tuple(items), self.state.stretch(items), holds)
            names = tuple(self.state.name(item) for item in items)
            relation: Literal["sum", "subset"] = "sum" if holds else "subset"
            self.state.ledger.add(event.rule, relation, reading, names=names if all(names) else ())

    def _named(self, event: Event, items: Sequence[Item]) -> Item | None:
        """The nearest figure that the words before it call what the heading calls its rows."""
        sketch = self.state.sketch
        wanted = content(event.match["name"]) - _FRAME
        if len(wanted) < _TWO:
            return None
        dates = self._dates(event.start, event.end)
        least = sum(Fraction(item.quantity.value or 0) for item in items)
        for item in sketch.before(event.start):
            start, end = sketch.sentences[item.sentence]
            fits = item.quantity.unit == items[0].quantity.unit and self.state.is_free(item)
            if not fits or (item.quantity.value or 0) < least:
                continue
            if wanted <= content(sketch.text[start : item.place]) and dates <= self._dates(start, end):
                return item
        return None

    def _dates(self, start: int, end: int) -> set[str]:
        return {
            mention.value or ""
            for place, mention in self.state.sketch.mentions.items()
            if start <= place < end and isinstance(mention, Date)
        }
