"""Figures that count all members though no rule reads it: the words around them are weighed.

The weights of :data:`SHIPPED` were learnt from articles with gold (``training/memberships.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from beritaextract.facts.kinds import Scene
from beritaextract.facts.memberships.figures import Figures
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.facts.weights import around, likelihood, load
from beritaextract.model import Number

__all__ = ["SHIPPED", "SURE", "VERSION", "Weigher", "may_count"]

SHIPPED = Path(__file__).with_name("weights.tsv")
VERSION = "features\t1"
"""Counts up when features change: weights made for other features say nothing."""
_LIKELY = 0.5
"""From here on a figure is taken for a membership."""
SURE = 0.6
"""The same where nothing tells what it counts."""
_SUREST = 0.75
"""The same where rules say that it counts some, or those to whom something is done."""
_AGAINST = {"some", "acted_on", "paid"}
_FEWEST = 20
_REMEDY = "train again: make train-memberships"


def may_count(item: Item) -> bool:
    """Whether a figure is a count of as many as a membership may have."""
    value = item.quantity.value
    return item.quantity.kind == "count" and value is not None and value >= _FEWEST


class Weigher:
    """Weighs the counts of one sketch; what rules say against one is a sign like others."""

    def __init__(self, sketch: Sketch, scene: Scene, figures: Figures) -> None:
        self.sketch = sketch
        self.figures = figures
        self._breakdowns = scene.breakdowns
        self._quantities = scene.mentions.quantities

    def is_likely(self, item: Item, least: float = _LIKELY) -> bool:
        """Whether the words around a figure tell that it counts all members of something, against what rules say."""
        seen = self.features(item)
        least = _SUREST if seen & _AGAINST else least
        return likelihood(seen, load(SHIPPED, VERSION, _REMEDY)) > least

    def features(self, item: Item) -> set[str]:
        """What is seen of a figure: the words around it, its unit, its size, and the breakdowns that it is in."""
        quantity = item.quantity
        unit = (quantity.unit or "").lower()
        found = around(self.sketch, item, self.sketch.between(*self.sketch.sentences[item.sentence]))
        found.add(f"unit={unit}")
        found.update(f"of={word}" for word in unit.split())
        found.update(self._places.get(quantity.value, ()))
        if not self.figures.are_all(item):
            found.add("some")
        if self.figures.are_acted_on(item):
            found.add("acted_on")
        if self.figures.are_paid(item):
            found.add("paid")
        if quantity.value == self._largest.get(None):
            found.add("largest")
        if quantity.value == self._largest.get(quantity.unit or ""):
            found.add("largest_of_unit")
        return found

    @cached_property
    def _places(self) -> Mapping[Number | None, set[str]]:
        """Of each figure in a breakdown, what it is there."""
        found: dict[Number | None, set[str]] = {}
        for each in self._breakdowns:
            if each.total:
                found.setdefault(each.total.value, set()).add(f"whole_{each.relation}")
            for part in each.parts:
                found.setdefault(part.quantity.value, set()).add(f"part_{each.relation}")
        return found

    @cached_property
    def _largest(self) -> Mapping[str | None, Number]:
        """The largest count of each unit, and under ``None`` of all."""
        found: dict[str | None, Number] = {}
        for each in self._quantities:
            if each.kind == "count" and each.value:
                for unit in (None, each.unit or ""):
                    found[unit] = max(found.get(unit, each.value), each.value)
        return found
