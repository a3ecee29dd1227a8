"""Rankings: the largest parts of a whole that was stated before, "Kota Semarang paling tinggi … Menyusul Brebes …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import regex

from beritaextract.facts.breakdowns.labels import name_before
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import Event, State, at_least
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees

__all__ = ["Rankings"]

_VERB = regex.compile(
    r"\s(?:menjadi|merupakan|masih|tercatat|menempati|menyumbang|memiliki|mencatat\p{L}*|adalah|yang|memakan|menyerap"
    r"|menyedot|menghabiskan|mengambil|mendapat(?:kan)?|memperoleh|menerima|membukukan|mencapai|ada)\b"
)
_ALL = 3
"""So many parts may be all of a whole to which they come."""
_FEWEST = 20
_SENTENCES_ON = 2
_SENTENCES_BACK = 8
_NEAR = 2
_LEAST = 10
_LARGE = 100
"""What needs no noun of its own beside another part that has one."""
_SMALLEST = 200
"""How many times the parts the whole may be: what is larger counts something else."""


@dataclass(frozen=True, slots=True)
class Rankings:
    """Reads what ranks the parts of a whole without saying that they are parts."""

    state: State

    def read(self, event: Event) -> None:
        """The group ``part`` as the largest part, with those that come next to it."""
        first = self.state.item(event.match.start("part"))
        parts = [first, *self._next(first)] if first is not None and self._may_be_part(first) else []
        if first is None or not parts or self._moves(event, parts):
            return
        for number in range(len(parts), _ALL - 1, -1):
            quantities = [part.quantity for part in parts[:number]]
            filled = next((item for item in self._before(first) if agrees(item.quantity, quantities)), None)
            if filled is not None:
                self._add(event, filled, parts[:number], "sum")
                return
        if whole := self._whole(parts):
            self._add(event, whole, parts, "subset")

    def _add(
        self, event: Event, whole: Item, parts: Sequence[Item], relation: Literal["sum", "subset"]
    ) -> None:
        regions = tuple(self.state.own(item) for item in parts)
        reading = Reading(Whole(whole, True), tuple(parts), regions, relation == "sum")
        self.state.ledger.add(event.rule, relation, reading, names=self._names(event, parts))

    def _may_be_part(self, item: Item, *, is_next: bool = False) -> bool:
        quantity = item.quantity
        named = prints_unit(quantity) or (is_next and at_least(quantity, _LARGE))
        printed = quantity.kind == "money" or (named and at_least(quantity, _LEAST))
        return printed and self.state.is_free(item) and not self.state.leads(item, "step", "account")

    def _next(self, first: Item) -> Iterator[Item]:
        """The smaller figures of one kind after the first, in its sentence and in those that go on with it."""
        sketch = self.state.sketch
        least = first.quantity.value or 0
        for number in range(first.sentence, min(first.sentence + _SENTENCES_ON + 1, len(sketch.sentences))):
            if number > first.sentence and not self.state.readings.goes_on(number):
                return
            start, end = sketch.sentences[number]
            for item in sketch.between(max(start, first.place + 1), end):
                if self.state.grammar.fit(first.quantity, item.quantity) is not Fit.YES:
                    continue
                value = item.quantity.value or 0
                if not value or value > least or not self._may_be_part(item, is_next=True):
                    return
                yield item
                least = value

    def _moves(self, event: Event, parts: Sequence[Item]) -> bool:
        """Whether the words speak of prices, or of a rise or fall of what is ranked."""
        start, _ = self.state.sketch.sentences[parts[0].sentence]
        says = self.state.readings.says
        return says("prices", start, event.start) or says("moves", event.start, parts[-1].place)

    def _names(self, event: Event, parts: Sequence[Item]) -> tuple[str, ...]:
        """What the parts are called; the first one before the words that rank it, or where it is said to be."""
        sketch, grammar = self.state.sketch, self.state.grammar
        start, _ = sketch.sentences[parts[0].sentence]
        name = _VERB.split(name_before(sketch, grammar, start, event.start).rpartition(", ")[2])[0]
        others = (self.state.name(item) for item in parts[1:])
        names = (sketch.words(*event.match.span("name")) if event.match["name"] else name, *others)
        return names if all(names) else ()

    def _whole(self, parts: Sequence[Item]) -> Item | None:
        """The nearest figure of the kind before them that is a whole already, else the only one that can hold them."""
        least = sum(Fraction(part.quantity.value or 0) for part in parts)
        found = [item for item in self._before(parts[0]) if at_least(item.quantity, int(least) + 1)]
        known = next((item for item in found if self.state.ledger.has_sum(item)), None)
        if known is not None:
            return known
        if len(parts) == 1:
            near = [item for item in found if item.sentence >= parts[0].sentence - _NEAR]
            found = near if parts[0].quantity.kind == "count" else []
        return found[0] if len({item.quantity.value for item in found}) == 1 else None

    def _before(self, first: Item) -> Iterator[Item]:
        sketch = self.state.sketch
        like = first.quantity
        for item in sketch.before(first.place):
            if item.sentence < first.sentence - _SENTENCES_BACK:
                return
            total = item.quantity
            if total.value is None or total.per or self.state.ledger.is_summed(item):
                continue
            if not _FEWEST <= total.value <= _SMALLEST * (like.value or 0):
                continue
            if self.state.grammar.fit(total, like) is not Fit.YES or self.state.readings.is_paired(item):
                continue
            start, _ = sketch.sentences[item.sentence]
            if not self.state.readings.says("compared", start, item.place):
                yield item
