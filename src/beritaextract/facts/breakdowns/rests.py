"""A part and the rest, far behind the figure that they come to: "11 korban … 3 tewas, sedangkan 8 lainnya luka"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, is_small
from beritaextract.facts.breakdowns.state import Event, State
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item

__all__ = ["Rests"]

_BACK = 3
_MOST = 6
_FURTHEST = 60
_HANDFUL = 10
_BESIDES = regex.compile(r"\b[Ss]elain\s$")


@dataclass(frozen=True, slots=True)
class Rests:
    """Reads a figure that the words make the last part of a whole."""

    state: State

    def read_rest(self, event: Event) -> None:
        """Takes the one figure soon before the rest with which it comes to a figure before both."""
        rest = self.state.item(event.match.start("part"))
        if rest is None or self._is_taken(rest):
            return
        found = [(whole, part) for part in self._before(rest) for whole in self._wholes(part, rest)]
        if not found or len({(whole.quantity.value, part.quantity.value) for whole, part in found}) > 1:
            return
        whole, part = found[0]
        regions = tuple(self._regions(part, rest))
        self.state.ledger.add(event.rule, "sum", Reading(Whole(whole, True), (part, rest), regions, True))

    def _is_taken(self, item: Item) -> bool:
        quantity = item.quantity
        known = self.state.ledger.is_known(item) or self.state.readings.is_paired(item)
        vague = quantity.kind == "percent" or not quantity.value or is_small(quantity)
        return known or vague or bool(quantity.per)

    def _before(self, rest: Item) -> Iterator[Item]:
        """The free figures of the kind of the rest in its sentence and the two before it, the nearest first."""
        for number, item in enumerate(self.state.sketch.before(rest.place)):
            if number == _MOST or item.sentence < rest.sentence - _BACK:
                return
            if self.state.grammar.fit(item.quantity, rest.quantity) is Fit.YES and not self._is_taken(item):
                yield item

    def _wholes(self, part: Item, rest: Item) -> Iterator[Item]:
        """The figures before a part, surely of its kind, that are exactly it and the rest."""
        value = (part.quantity.value or 0) + (rest.quantity.value or 0)
        for number, item in enumerate(self.state.sketch.before(part.place)):
            if number == _FURTHEST:
                return
            fits = item.quantity.value == value and item.quantity.kind == part.quantity.kind
            if fits and not item.quantity.per and not self._is_apart(item):
                alike = (
                    self.state.grammar.fit(item.quantity, each.quantity) is Fit.YES for each in (part, rest)
                )
                if all(alike):
                    yield item

    def _is_apart(self, whole: Item) -> bool:
        """Whether a figure is a part itself, set apart from what follows, or a small one with a rest of its own."""
        start, end = self.state.sketch.sentences[whole.sentence]
        text = self.state.sketch.text
        if self.state.ledger.is_known(whole) or _BESIDES.search(text, start, whole.place):
            return True
        return (whole.quantity.value or 0) < _HANDFUL and text.find("lainnya", whole.place, end) >= 0

    def _regions(self, part: Item, rest: Item) -> Iterator[Region]:
        start, end = self.state.sketch.sentences[part.sentence]
        previous = next(self.state.sketch.before(part.place), None)
        low = max(start, previous.place + 1 if previous else start)
        if part.sentence == rest.sentence:
            yield Region(low, end)
        else:
            yield Region(low, end)
            yield Region(*self.state.sketch.sentences[rest.sentence])
