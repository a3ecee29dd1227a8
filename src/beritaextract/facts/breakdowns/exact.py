"""Announced lists that only their figures prove: the whole is far before them, or counts them under another noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_exact
from beritaextract.facts.breakdowns.state import Event, State, at_least
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.model import Quantity

__all__ = ["Exact"]

_FEWEST = 10
_PARTS = 3
_FAR, _MOST = 20, 60
"""How many sentences before a list its whole is looked for, and among how many figures."""


@dataclass(frozen=True, slots=True)
class Exact:
    """Reads lists that nothing else has read; their parts come to the whole to the last digit."""

    state: State

    def read_list(self, event: Event) -> None:
        """ "Rinciannya, …" far behind its whole; 1.000 customers "terdiri dari 900 rumah tangga dan 100 instansi"."""
        if event.rule.fields["relation"] != "sum" or not event.is_certain:
            return
        regions = self.state.regions(event)
        reading = self._afar(event, regions) or self._of_other_nouns(event, regions)
        if reading is not None and not any(self.state.ledger.is_known(item) for item in reading.items):
            self.state.ledger.add(event.rule, "sum", reading)

    def _afar(self, event: Event, regions: Sequence[Region]) -> Reading | None:
        """All parts of a list under the nearest figure before its sentence that they come to."""
        sentence = self.state.sketch.sentence(event.start)
        for like in self.state.readings.kinds(regions)[:1]:
            wholes = [Whole(item, False) for item in self._before(sentence, like)]
            reading = self.state.readings.within(wholes, regions)
            if reading and len(reading.items) >= _PARTS and fits_all(self.state.grammar, reading):
                return reading
        return None

    def _before(self, sentence: int, like: Quantity) -> Iterator[Item]:
        """The figures of a kind in the sentences before one, the nearest first, that are no parts themselves."""
        sketch = self.state.sketch
        for item in islice(sketch.before(sketch.sentences[sentence][0]), _MOST):
            if item.sentence < sentence - _FAR:
                return
            if self.state.ledger.is_known(item) or not at_least(item.quantity, _FEWEST):
                continue
            if self.state.grammar.fit(item.quantity, like) is Fit.YES:
                yield item

    def _of_other_nouns(self, event: Event, regions: Sequence[Region]) -> Reading | None:
        """Counts with nouns of their own that come to the count before them in the sentence."""
        start, _ = self.state.sketch.sentences[self.state.sketch.sentence(event.start)]
        before = next(self.state.sketch.before(event.start), None)
        if before is None or before.place < start or not at_least(before.quantity, _FEWEST):
            return None
        items = [item for region in regions for item in self.state.sketch.between(region.start, region.end)]
        counts = (before, *items)
        if len(items) < _PARTS - 1 or not all(_is_count(item.quantity) for item in counts):
            return None
        reading = Reading(Whole(before, True), tuple(items), tuple(regions), True)
        return reading if is_exact(reading) else None


def _is_count(quantity: Quantity) -> bool:
    return (
        quantity.kind == "count" and quantity.value is not None and prints_unit(quantity) and not quantity.per
    )
