"""Parts that no phrase announces: a sentence of parts alone, the rest of a share, figures that come to one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_large, is_tight
from beritaextract.facts.breakdowns.rests import Rests
from beritaextract.facts.breakdowns.state import State, at_least, is_less
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.sketch import Item
from beritaextract.rules import Rule

__all__ = ["Unmarked"]

_NEAR = 50
_CLOSE = 42
_SENTENCES_BACK = 4
_FEW = 20
_HANDFUL = 10


@dataclass(frozen=True, slots=True)
class Unmarked:
    """Reads sentence by sentence what the phrases have left."""

    state: State

    def read(self) -> None:
        rests = Rests(self.state)
        for number in sorted({item.sentence for item in self.state.sketch.items}):
            if not rests.complete(number):
                self._bare(number)

    def _bare(self, number: int) -> None:
        """A sentence of parts alone, after the one that states their whole."""
        start, end = self.state.sketch.sentences[number]
        items = self.state.sketch.between(start, end)
        if not items or any(item.place in self.state.ledger.labels for item in items):
            return
        if not self._may_have_whole(items):
            return
        rules = self.state.grammar.rules("bare")
        rule = next((each for each in rules if each.pattern.match(self.state.sketch.text, start, end)), None)
        if rule is None or not self._may_add_up(rule, items, start):
            return
        if self.state.readings.says("moves", start, items[-1].place):
            return
        timed = self.state.readings.says("temporal", start, end)
        if timed and not self._follows_one(number, items[0]):
            return
        region = Region(start, end)
        for like in self.state.readings.kinds([region]):
            if like.kind == "percent":
                continue
            words = self.state.sketch.text[start : items[0].place]
            wholes = self.state.earlier(words, start, like)
            reading = self._filling(wholes, region)
            if reading is None and not timed:
                reading = self._listed(rule, wholes, region)
            if reading is not None and self._may_add(reading):
                self.state.ledger.add(rule, "sum", reading)

    def _may_add_up(self, rule: Rule, items: Sequence[Item], start: int) -> bool:
        """Whether a sentence has several figures, or one that a large whole or words of a rest may go with."""
        if len(items) > 1 or _is_certain(rule):
            return True
        if any(is_large(item.quantity) for item in self.state.sketch.before(start)):
            return True
        return self.state.readings.says("others", *self.state.sketch.sentences[items[0].sentence])

    def _may_add(self, reading: Reading) -> bool:
        first = reading.items[0]
        start, _ = self.state.sketch.sentences[first.sentence]
        if self.state.readings.says("left", start, first.place) and len(reading.regions) > 1:
            return False
        return fits_all(self.state.grammar, reading) and not any(
            item.place in self.state.ledger.labels
            or item.quantity.per
            or self.state.leads(item, "step", "account")
            for item in reading.items
        )

    def _follows_one(self, number: int, first: Item) -> bool:
        """Whether the sentence before holds one figure of the kind of ``first``, and a larger one."""
        before = self.state.sketch.between(*self.state.sketch.sentences[number - 1]) if number else ()
        alike = [item for item in before if item.quantity.kind == first.quantity.kind]
        return len(alike) == 1 and is_less(first.quantity, alike[0].quantity)

    def _filling(self, wholes: Sequence[Whole], region: Region) -> Reading | None:
        """A sentence of nothing but parts that come to the one figure of the sentence before, to the last digit."""
        items = self.state.sketch.between(region.start, region.end)
        least = _HANDFUL if len(items) > 2 else _FEW
        sure = [whole for whole in wholes[:1] if whole.sure and at_least(whole.item.quantity, least)]
        if not sure or len(items) < 2:
            return None
        reading = self.state.readings.within(sure, [region])
        if reading is None or len(reading.items) < len(items):
            return None
        joined = self.state.grammar.match("linked", self.state.sketch.text, region.start, items[-1].place)
        timed = self.state.readings.says("temporal", region.start, region.end)
        return reading if len(items) > 2 or (joined is not None and not timed) else None

    def _listed(self, rule: Rule, wholes: Sequence[Whole], region: Region) -> Reading | None:
        """A sentence of parts whose whole is a figure of some size."""
        number = self.state.sketch.sentence(region.start)
        others = self.state.readings.says("others", region.start, region.end)
        least = _FEW if others or _is_certain(rule) else None
        large = [
            whole
            for whole in wholes
            if is_large(whole.item.quantity) or (least and at_least(whole.item.quantity, least))
        ]
        reading = self.state.readings.best(large, [region], number)
        if reading is None:
            return None
        if reading.holds:
            return reading if is_tight(reading) else None
        items = self.state.sketch.between(region.start, region.end)
        fills = len(reading.items) == len(items) > 2 and reading.whole.sure
        alone = fills and not self.state.readings.goes_on(number) and _are_close(items)
        return reading if alone and reading.has_slip else None

    def _may_have_whole(self, items: Sequence[Item]) -> bool:
        """Whether a larger figure of the same kind as the first one stands not far before."""
        first = items[0]
        value = first.quantity.value
        for number, item in enumerate(self.state.sketch.before(first.place)):
            if number == _NEAR or item.sentence < first.sentence - _SENTENCES_BACK:
                return False
            larger = item.quantity.value
            if (
                larger is None or value is None or larger > value
            ) and item.quantity.kind == first.quantity.kind:
                return True
        return False


def _is_certain(rule: Rule) -> bool:
    return rule.fields.get("certain") == "yes"


def _are_close(items: Sequence[Item]) -> bool:
    return all(right.place - left.place < _CLOSE for left, right in pairwise(items))
