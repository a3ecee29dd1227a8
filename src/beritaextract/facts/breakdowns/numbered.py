"""Lists that count their parts over several sentences: "Pertama, seri A … Rp700 miliar. … Kedua, … Rp300 miliar"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from beritaextract.facts.breakdowns.labels import name_before, words_after
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.names import plain_name
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item

__all__ = ["Numbered"]

_BACK, _MOST_BACK = 6, 12
"""How many sentences before a list its whole is looked for, and among how many figures."""
_ON = 1
"""How many sentences the last part may fill after its own."""
_LEAST = 10


@dataclass(frozen=True, slots=True)
class _Step:
    """One part of a list: its number, and from where it is told."""

    number: int
    is_last: bool
    start: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """Reads the first figure of each part; they have to come to a figure before the list to the last digit."""

    state: State

    def read(self) -> None:
        """Each list of two parts and more."""
        for steps in self._lists():
            if len(steps) > 1:
                self._read(steps)

    def _lists(self) -> Iterator[list[_Step]]:
        """Sentences that count on from the first, however far apart."""
        found: list[_Step] = []
        for step in self._steps():
            follows = bool(found) and (step.is_last or step.number == found[-1].number + 1)
            if follows and not found[-1].is_last:
                found.append(step)
            elif step.number == 1:
                yield found
                found = [step]
        yield found

    def _steps(self) -> Iterator[_Step]:
        sketch = self.state.sketch
        rules = self.state.grammar.active(sketch.text, ["numbered"], sketch.needs)
        for rule in rules:
            groups = rule.pattern.groupindex
            for number, (start, end) in enumerate(sketch.sentences):
                match = rule.pattern.match(sketch.text, start, end)
                if match is not None:
                    name = match.lastgroup or ""
                    yield _Step(groups[name], name == "last", match.end(), number)

    def _read(self, steps: Sequence[_Step]) -> None:
        sketch = self.state.sketch
        ends = [sketch.sentences[following.sentence][0] for _, following in pairwise(steps)]
        final = min(steps[-1].sentence + _ON, len(sketch.sentences) - 1)
        ends.append(sketch.sentences[final][1])
        told = [self._figures(sketch.between(step.start, end)) for step, end in zip(steps, ends, strict=True)]
        if not all(told):
            return
        start, _ = sketch.sentences[steps[0].sentence]
        for whole in islice(sketch.before(start), _MOST_BACK):
            if whole.sentence < steps[0].sentence - _BACK:
                return
            parts = self._parts(whole, told)
            if parts and sum(part.quantity.value or 0 for part in parts) == whole.quantity.value:
                self._write(whole, parts, steps, ends)
                return

    def _figures(self, items: Sequence[Item]) -> list[Item]:
        return [
            item
            for item in items
            if item.quantity.value and item.quantity.kind != "percent" and not item.quantity.per
            if not self.state.ledger.is_summed(item) and not self.state.grammar.lasts(item.quantity)
        ][:_MOST_BACK]

    def _parts(self, whole: Item, told: Sequence[Sequence[Item]]) -> list[Item]:
        """The first figure of each part that is of the kind of the whole."""
        quantity = whole.quantity
        if quantity.kind == "percent" or quantity.per or (quantity.value or 0) < _LEAST:
            return []
        if self.state.ledger.has_sum(whole) or self.state.leads(whole, "step", "prices"):
            return []
        fit = self.state.grammar.fit
        found = [next((i for i in items if fit(quantity, i.quantity) is Fit.YES), None) for items in told]
        parts = [item for item in found if item is not None]
        return parts if len(parts) == len(told) else []

    def _write(self, whole: Item, parts: Sequence[Item], steps: Sequence[_Step], ends: Sequence[int]) -> None:
        sketch, grammar = self.state.sketch, self.state.grammar
        names = []
        for part, step, end in zip(parts, steps, ends, strict=True):
            low = max(step.start, sketch.sentences[part.sentence][0])
            name = plain_name(name_before(sketch, grammar, low, part.place))
            high = min(end, sketch.sentences[part.sentence][1])
            names.append(name or words_after(sketch, grammar, part.place + 1, high))
        regions = tuple(Region(step.start, end) for step, end in zip(steps, ends, strict=True))
        rule = next(grammar.rules("numbered"))
        reading = Reading(Whole(whole, True), tuple(parts), regions, True)
        self.state.ledger.add(rule, "sum", reading, names=names if all(names) else ())
