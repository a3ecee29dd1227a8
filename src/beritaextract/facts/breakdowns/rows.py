"""Lists of names with a figure each, far behind their whole: they come to it, or their heading calls it by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from beritaextract.facts.breakdowns.lists import Region, lines_after
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import Event, State
from beritaextract.facts.breakdowns.wholes import Whole, content
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees
from beritaextract.model import Date
from beritaextract.rules import Rule

__all__ = ["Rows"]

_FEWEST_NAMED = 3
_MOST_STARTS = 4
_SENTENCES, _NEAR = 14, 8
_LEAST = 100
_CHANCE = {2: 0.001, 3: 0.01}
"""What few figures may leave to chance; more of them may leave more."""
_CHANCE_OF_MANY = 0.05
_TWO = 2
_ROUND = 40
_FRAME = frozenset(
    {"per", "pada", "periode", "selama", "sepanjang", "hingga", "lengkap", "lengkapnya", "terbaru"}
)
"""Words of a heading that name nothing."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Reads what phrases and lists beside their whole have left."""

    state: State

    def read_sums(self) -> None:
        """Every run of figures, or its last ones, that comes exactly to one before it."""
        for run in self._runs():
            starts = min(max(len(run) - _TWO, 1), _MOST_STARTS)
            for first in range(starts):
                whole = self._whole(run[first:], starts)
                if whole is not None:
                    self._add(next(self.state.grammar.rules("distant")), whole, run[first:], "sum")
                    break

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
            self._add(event.rule, whole, items, "sum" if holds else "subset")

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

    def _runs(self) -> Iterator[list[Item]]:
        """Figures of one unit in one sentence and those that go on with it, with nothing else between."""
        run: list[Item] = []
        for item in self.state.sketch.items:
            if item.quantity.kind == "percent":
                continue
            if run and not self._follows(run[-1], item):
                if len(run) >= _TWO:
                    yield run
                run = []
            if self.state.is_free(item):
                run.append(item)
        if len(run) >= _TWO:
            yield run

    def _follows(self, last: Item, item: Item) -> bool:
        if not self.state.is_free(item) or item.sentence > last.sentence + 1:
            return False
        alike = self.state.grammar.fit(last.quantity, item.quantity) is Fit.YES
        return alike and (item.sentence == last.sentence or self.state.readings.goes_on(item.sentence))

    def _whole(self, parts: Sequence[Item], starts: int) -> Item | None:
        """A figure before a run that is its sum, where so many could not be it by chance."""
        total = sum(Fraction(item.quantity.value or 0) for item in parts)
        step = max(Fraction(item.quantity.step or 1) for item in parts)
        if total < _LEAST * step or self._moves(parts):
            return None
        if not any(item.quantity.value == total for item in self._near(parts)):
            return None
        wholes = list(self._before(parts))
        found = [item for item in wholes if item.quantity.value == total]
        chance = len(wholes) * starts * float(_grain(parts) / total)
        if not found or chance > _CHANCE.get(len(parts), _CHANCE_OF_MANY):
            return None
        return found[0] if len(parts) > _TWO or self._are_two_parts(found[0], parts) else None

    def _are_two_parts(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether two figures stand in one sentence not far behind a third, and no word makes one a difference."""
        sketch, says = self.state.sketch, self.state.readings.says
        first, last = parts[0], parts[-1]
        if first.sentence != last.sentence or first.sentence > whole.sentence + _NEAR:
            return False
        if not all(item.quantity.kind == "money" or prints_unit(item.quantity) for item in parts):
            return False
        if any(self.state.leads(item, "step", "account") for item in (whole, *parts)):
            return False
        spans = [sketch.sentences[first.sentence], (max(whole.place - _ROUND, 0), whole.place + _ROUND)]
        return not any(
            says(role, *span) for span in spans for role in ("shifts", "compared", "prices", "account")
        )

    def _near(self, parts: Sequence[Item]) -> Iterator[Item]:
        """The figures before a run, the nearest first, as far back as its whole may be."""
        for item in self.state.sketch.before(parts[0].place):
            if item.sentence < parts[0].sentence - _SENTENCES:
                return
            yield item

    def _before(self, parts: Sequence[Item]) -> Iterator[Item]:
        """The figures before a run that are of its kind and larger than any of it, each value once."""
        most = max(item.quantity.value or 0 for item in parts)
        values = set()
        for item in self._near(parts):
            value = item.quantity.value or 0
            if value <= most or value in values or item.quantity.per:
                continue
            fits = all(self.state.grammar.fit(item.quantity, part.quantity) is Fit.YES for part in parts)
            if fits and (item.quantity.kind == "money" or prints_unit(item.quantity)):
                values.add(value)
                yield item

    def _moves(self, parts: Sequence[Item]) -> bool:
        start, _ = self.state.sketch.sentences[parts[0].sentence]
        says = self.state.readings.says
        return says("step", start, parts[-1].place) or says("prices", start, parts[-1].place)

    def _add(
        self, rule: Rule, whole: Item, parts: Sequence[Item], relation: Literal["sum", "subset"]
    ) -> None:
        regions = tuple(self._regions(parts))
        reading = Reading(Whole(whole, True), tuple(parts), regions, True)
        names = tuple(self.state.name(item) for item in parts)
        self.state.ledger.add(rule, relation, reading, names=names if all(names) else ())

    def _regions(self, parts: Sequence[Item]) -> Iterator[Region]:
        """The sentences of the parts, from the figure before the first of them on."""
        low = self.state.own(parts[0]).start
        for number in sorted({part.sentence for part in parts}):
            start, end = self.state.sketch.sentences[number]
            yield Region(max(start, low), end)


def _grain(parts: Sequence[Item]) -> Fraction:
    """The power of ten that all figures of a run are printed in: 100 for 300, 100 and 100."""
    grain = max(Fraction(item.quantity.step or 1) for item in parts)
    values = [Fraction(item.quantity.value or 0) for item in parts]
    while not any(value % (10 * grain) for value in values):
        grain *= 10
    return grain
