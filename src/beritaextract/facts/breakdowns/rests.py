"""A part and the rest, far behind the figure that they come to: "11 korban … 3 tewas, sedangkan 8 lainnya luka"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, is_small
from beritaextract.facts.breakdowns.state import Event, State, at_least
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item

__all__ = ["Rests"]

_BACK = 3
_MOST = 6
_FURTHEST = 60
_HANDFUL = 10
_FEW = 3
_MANY = 1000
_BESIDES = regex.compile(r"\b[Ss]elain\s$")


@dataclass(frozen=True, slots=True)
class Rests:
    """Reads a figure that the words make the last part of a whole."""

    state: State

    def read_rest(self, event: Event) -> None:
        """Takes the one figure soon before the rest with which it comes to a figure before both."""
        rest = self.state.item(event.match.start("part"))
        if rest is None or self._read_listed(event, rest):
            return
        if event.rule.fields.get("listed") == "yes" or self._is_taken(rest):
            return
        found = [(whole, part) for part in self._before(rest) for whole in self._wholes(part, rest)]
        if not found or len({(whole.quantity.value, part.quantity.value) for whole, part in found}) > 1:
            return
        whole, part = found[0]
        regions = tuple(self._regions(part, rest))
        self.state.ledger.add(event.rule, "sum", Reading(Whole(whole, True), (part, rest), regions, True))

    def _read_listed(self, event: Event, rest: Item) -> bool:
        """Takes all figures of the sentence up to the rest, where they come to one right before them.

        Standing side by side they may be as small as "empat orang pulang, sementara dua lagi dirawat".
        """
        start, end = self.state.sketch.sentences[rest.sentence]
        items = [
            item for item in self.state.sketch.between(start, rest.place + 1) if self.state.is_free(item)
        ]
        if not items or items[-1] is not rest:
            return False
        for first in range(len(items) - 1):
            parts = items[first:]
            whole = items[first - 1] if first else self._alone(start, rest)
            if whole is not None and self._fills(whole, parts):
                regions = (Region(max(start, whole.place + 1), end),)
                reading = Reading(Whole(whole, True), tuple(parts), regions, True)
                self.state.ledger.add(event.rule, "sum", reading)
                return True
        return False

    def _alone(self, place: int, rest: Item) -> Item | None:
        """The last figure of the sentence before ``place``, where no other of its kind stands in it."""
        number = self.state.sketch.sentence(place) - 1
        if number < 0:
            return None
        items = self.state.sketch.between(*self.state.sketch.sentences[number])
        alike = [item for item in items if self.state.grammar.fit(item.quantity, rest.quantity)]
        return alike[0] if len(alike) == 1 and prints_unit(alike[0].quantity) else None

    def _fills(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether the parts come exactly to a whole of some size, and the words speak of no change."""
        total = whole.quantity
        if not at_least(total, _FEW) or total.kind != parts[0].quantity.kind:
            return False
        if sum(part.quantity.value or 0 for part in parts) != total.value:
            return False
        least = Fit.MAYBE if len(parts) > 2 and parts[0].sentence == whole.sentence else Fit.YES
        fits = all(self.state.grammar.fit(total, part.quantity) >= least for part in parts)
        return fits and not self.state.readings.says("moves", whole.place, parts[-1].place)

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
        known = self.state.ledger.is_known(whole) and not at_least(whole.quantity, _MANY)
        if known or _BESIDES.search(text, start, whole.place):
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
