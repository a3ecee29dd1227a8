"""Totals that sum up what stands before them: "… dan 470 nelayan, total 1.250 orang"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from beritaextract.facts.breakdowns.lists import Region, is_base
from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_large
from beritaextract.facts.breakdowns.state import Event, State, at_least
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees
from beritaextract.model import Quantity

__all__ = ["Totals", "adds_up"]

_FEWEST = 10
_SENTENCES_BACK = 4
_MANY_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Totals:
    """Reads back from a figure that a phrase makes the sum of those before it."""

    state: State

    def read_after(self, event: Event) -> None:
        """A total that sums up what stands before it."""
        total = self.state.item(event.match.start("total"))
        if total is None or total.quantity.kind == "percent":
            return
        if not self._sums_up(event, total, totals=False):
            start, _ = self.state.sketch.sentences[total.sentence]
            if self.state.readings.says("account", start, total.place):
                return
            if not self._sums_up(event, total, totals=True) and not self._sums_up_steps(event, total):
                self._sums_up_far(event, total)

    def _sums_up(self, event: Event, total: Item, *, totals: bool) -> bool:
        """Reads back from a total over the sentence and those that go on with it; ``totals`` may be parts too."""
        sentence = total.sentence
        regions = [Region(self.state.sketch.sentences[sentence][0], event.start)]
        items = self._items(regions, total, totals=totals)
        for first in range(max(len(items) - 1, 0)):
            if self._add_after(event, total, items[first:], regions):
                return True
        for step in range(2):
            goes_on = sentence > 0 and bool(items) and self.state.readings.goes_on(sentence)
            if not goes_on:
                return step == 0 and self._sums_up_before(event, total, regions[0])
            sentence -= 1
            regions.insert(0, Region(*self.state.sketch.sentences[sentence]))
            items = self._items(regions[:1], total, totals=totals) + items
            if self._add_after(event, total, items, regions):
                return True
        return False

    def _items(self, regions: Sequence[Region], total: Item, *, totals: bool) -> list[Item]:
        """The figures of the regions; one that has parts there itself stands for them."""
        items = self.state.readings.items(regions, total, totals=totals)
        wholes = {
            draft.total.place: draft.total
            for item in items
            for draft in self.state.ledger.of(item)
            if draft.breakdown.relation == "sum" and draft.total is not total
        }
        inside = {
            place: whole
            for place, whole in wholes.items()
            if any(region.start <= place < region.end for region in regions)
        }
        if not inside:
            return items
        kept = {
            item.place: item
            for item in items
            if not any(draft.total.place in inside for draft in self.state.ledger.of(item))
        }
        return [item for _, item in sorted((kept | inside).items())]

    def _sums_up_steps(self, event: Event, total: Item) -> bool:
        """Reads "berkurang Rp1 miliar … berkurang Rp6 miliar … total pengurangan Rp7 miliar": all steps before it."""
        if not self.state.readings.says("moves", event.start, total.place) or not is_large(total.quantity):
            return False
        first = max(total.sentence - _SENTENCES_BACK, 0)
        region = Region(self.state.sketch.sentences[first][0], event.start)
        steps = [
            item for item in self.state.readings.items([region], total) if self.state.leads(item, "step")
        ]
        return self._add_after(event, total, steps, [self.state.own(item) for item in steps])

    def _sums_up_far(self, event: Event, total: Item) -> bool:
        """Reads back over the sentences before: all figures of its kind, down to the one that completes the sum."""
        if not at_least(total.quantity, _FEWEST):
            return False
        found: list[Item] = []
        rest = total.quantity.value or 0
        first = max(total.sentence - _SENTENCES_BACK, 0)
        for item in self.state.sketch.before(event.start):
            if item.sentence < first or rest < 0:
                return False
            if self.state.grammar.fit(total.quantity, item.quantity) is not Fit.YES or self._is_aside(item):
                continue
            if self._is_inside(item):
                continue
            if self.state.leads(item, "step") or self.state.ledger.is_known(item):
                return False
            found.insert(0, item)
            rest -= item.quantity.value or 0
            if self._is_all(total, found):
                return self._add_after(event, total, found, [self.state.own(item) for item in found])
        return False

    def _is_inside(self, item: Item) -> bool:
        """Whether a figure is a part of one before it, which stands for it."""
        owners = self.state.ledger.of(item)
        return any(each.breakdown.relation == "sum" and each.total.place < item.place for each in owners)

    def _is_aside(self, item: Item) -> bool:
        start, _ = self.state.sketch.sentences[item.sentence]
        based = is_base(self.state.sketch, self.state.grammar, item, start)
        lasting = self.state.grammar.lasts(item.quantity)
        return based or lasting or bool(item.quantity.per) or item.quantity.kind == "percent"

    def _is_all(self, total: Item, items: Sequence[Item]) -> bool:
        """Whether the figures come to the total to the last digit, or in so many digits that it is no chance."""
        exact = sum(item.quantity.value or 0 for item in items) == total.quantity.value
        return exact or (
            is_large(total.quantity) and agrees(total.quantity, [item.quantity for item in items])
        )

    def _sums_up_before(self, event: Event, total: Item, region: Region) -> bool:
        """Reads "… 10 lapak. Ditambah 4, jadi totalnya 14": the last figures of the sentence before, and those here."""
        if total.sentence == 0 or not at_least(total.quantity, _FEWEST):
            return False
        before = Region(*self.state.sketch.sentences[total.sentence - 1])
        here = self.state.readings.items([region], total)
        items = self.state.readings.items([before], total)
        for first in range(len(items) - 1, -1, -1):
            parts = [*items[first:], *here]
            alike = all(self.state.grammar.fit(total.quantity, part.quantity) is Fit.YES for part in parts)
            if alike and self._add_after(event, total, parts, [before, region]):
                return True
        return False

    def _add_after(self, event: Event, total: Item, items: Sequence[Item], regions: Sequence[Region]) -> bool:
        if (whole := self._sum_with(total, items)) is not None:
            parts = (*items, total)
            plain = not any(self.state.leads(item, "step", "account") for item in items)
            if plain and digits(whole.quantity) >= _MANY_DIGITS:
                sentence = Region(*self.state.sketch.sentences[total.sentence])
                reading = Reading(Whole(whole, True), parts, (*regions[:-1], sentence), True)
                self.state.ledger.add(event.rule, "sum", reading)
                return True
            return False
        if not adds_up(total.quantity, [item.quantity for item in items]):
            return False
        reading = Reading(Whole(total, True), tuple(items), tuple(regions), True)
        if event.rule.fields.get("strict") == "yes" and not fits_all(self.state.grammar, reading):
            return False
        self.state.ledger.add(event.rule, "sum", reading)
        return True

    def _sum_with(self, total: Item, items: Sequence[Item]) -> Item | None:
        """The figure before them that is exactly the sum of the parts and the total, which is then a part too."""
        parts = sum(item.quantity.value or 0 for item in items)
        if not items or parts == total.quantity.value:
            return None
        value = (total.quantity.value or 0) + parts
        before = islice(self.state.sketch.before(items[0].place), _FEWEST)
        kind = total.quantity.kind
        return next(
            (item for item in before if item.quantity.value == value and item.quantity.kind == kind), None
        )


def adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    return len(parts) > 1 and agrees(total, parts) and all(part.per in (None, total.per) for part in parts)
