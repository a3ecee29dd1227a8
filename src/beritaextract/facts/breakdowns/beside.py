"""The other column of a sum: "Rp2 miliar untuk 30 sekolah" beside each part, figures of both kinds beside the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, islice

from beritaextract.facts.breakdowns.heads import neighbours, row_name
from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.breakdowns.readings import Reading, is_exact, is_large
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.targets import Pair
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees, has_slip
from beritaextract.model import Quantity

__all__ = ["Beside"]

_FEWEST = 2
_LEAST = 50
_SENTENCES = 1
_MILLE = Decimal(1000)


@dataclass(slots=True)
class Beside:
    """Reads what stands beside the parts of each sum as parts of what stands beside its total."""

    state: State
    pairs: Sequence[Pair]
    _aims: dict[int, Item] = field(default_factory=dict)
    _same: dict[object, Item] = field(default_factory=dict)

    def read(self) -> None:
        """Targets of what is done, what is done of targets, and figures of another kind in the same rows."""
        for pair in self.pairs:
            for one, other in ((pair.part, pair.total), (pair.total, pair.part)):
                self._aims[one.place] = other
                self._same.setdefault((one.quantity.kind, one.quantity.value), other)
        for draft in self.state.ledger.drafts():
            if draft.breakdown.relation == "sum" and len(draft.items) >= _FEWEST:
                self._read_aims(draft)
                self._read_others(draft)

    def _read_aims(self, draft: Draft) -> None:
        """Where each realisation has its target, the targets come to the target; one part may have none."""
        whole = self._aim(draft.total)
        parts = [self._aim(item) for item in draft.items]
        found = [item for item in parts if item is not None]
        if whole is None or len(found) < _FEWEST or len(found) < len(parts) - 1:
            return
        if agrees(whole.quantity, [item.quantity for item in found]):
            names = [name for name, item in zip(_names(draft), parts, strict=True) if item is not None]
            self.state.add_sum("beside", whole, found, names)

    def _aim(self, item: Item) -> Item | None:
        """The other figure of the pair of an item, or of an equal figure that the text has once more."""
        return self._aims.get(item.place) or self._same.get((item.quantity.kind, item.quantity.value))

    def _read_others(self, draft: Draft) -> None:
        """The first column of another kind on either side of the parts, and the next ones after it."""
        for step in (1, -1):
            rows = [
                list(neighbours(self.state.sketch, self.state.grammar, item, step)) for item in draft.items
            ]
            for column in zip(*rows, strict=False):
                if self._is_column(draft, column):
                    self._read_column(draft, column)
                elif self._is_apart(draft, column):
                    self._read_nouns(draft, column)
        alone = [item for part in draft.items for item in self._only(draft, part)]
        if len(alone) == len(draft.items) and self._is_column(draft, alone):
            self._read_column(draft, alone)

    def _only(self, draft: Draft, part: Item) -> Sequence[Item]:
        """The one figure of another kind in the sentence of a part that is alone there, on whichever side of it."""
        around = self.state.sketch.between(*self.state.sketch.sentences[part.sentence])
        others = [item for item in around if item is not part and item.quantity.kind != "percent"]
        if any(
            item is draft.total or self.state.grammar.fit(part.quantity, item.quantity) for item in others
        ):
            return ()
        return others if len(others) == 1 else ()

    def _read_nouns(self, draft: Draft, column: Sequence[Item]) -> None:
        """Counts with nouns of their own that come exactly to the count beside the total, or right before them."""
        value = sum(item.quantity.value or 0 for item in column)
        if value < _LEAST or not all(_is_count(item) and self._is_plain(item) for item in column):
            return
        beside = (
            item
            for step in (1, -1)
            for item in neighbours(self.state.sketch, self.state.grammar, draft.total, step)
        )
        before = islice(self.state.sketch.before(min(item.place for item in column)), 1)
        near = chain(beside, (each for each in before if each.sentence >= column[0].sentence - _SENTENCES))
        whole = next((item for item in near if _is_count(item) and item.quantity.value == value), None)
        if whole is not None:
            self._add_column(draft, whole, column)

    def _is_apart(self, draft: Draft, column: Sequence[Item]) -> bool:
        """Whether the figures of a column are as many as there are parts, and none is a part itself."""
        places = {item.place for item in column}
        return len(places) == len(column) and places.isdisjoint(item.place for item in draft.items)

    def _is_column(self, draft: Draft, column: Sequence[Item]) -> bool:
        first, fit = column[0], self.state.grammar.fit
        if not self._is_apart(draft, column):
            return False
        return all(fit(first.quantity, item.quantity) is Fit.YES and self._is_plain(item) for item in column)

    def _is_plain(self, item: Item) -> bool:
        quantity = item.quantity
        return bool(quantity.value) and not quantity.per and not self.state.ledger.is_summed(item)

    def _read_column(self, draft: Draft, column: Sequence[Item]) -> None:
        """A column under the nearest figure beside the total that it comes to, or would but for one slip."""
        parts = [item.quantity for item in column]
        wholes = list(self._wholes(draft, column))
        whole = next((item for item in wholes if agrees(item.quantity, parts)), None)
        if whole is None and is_exact(_reading(draft)) and is_large(draft.total.quantity):
            whole = next((item for item in wholes[:1] if _has_slip(item.quantity, parts)), None)
        if whole is not None:
            self._add_column(draft, whole, column)
        else:
            self._read_nouns(draft, column)

    def _wholes(self, draft: Draft, column: Sequence[Item]) -> Iterator[Item]:
        """The figures of the kind of a column in the sentences around the total, the nearest first."""
        total, sketch = draft.total, self.state.sketch
        first = max(total.sentence - _SENTENCES, 0)
        last = min(total.sentence + _SENTENCES, len(sketch.sentences) - 1)
        around = sketch.between(sketch.sentences[first][0], sketch.sentences[last][1])
        own = {item.place for item in (*column, *draft.items)}
        most = max(item.quantity.value or 0 for item in column)
        for item in sorted(around, key=lambda item: abs(item.place - total.place)):
            value = item.quantity.value
            if item.place in own or item.quantity.per or not (value is None or value > most):
                continue
            if all(self.state.grammar.fit(item.quantity, part.quantity) is Fit.YES for part in column):
                yield item

    def _add_column(self, draft: Draft, whole: Item, column: Sequence[Item]) -> None:
        """Writes a column down, called by the heads of the rows of the sum that it stands beside."""
        sketch, grammar = self.state.sketch, self.state.grammar
        names = [row_name(sketch, grammar, item, draft.items) for item in draft.items]
        self.state.add_sum("beside", whole, column, names)


def _is_count(item: Item) -> bool:
    return item.quantity.kind == "count" and bool(item.quantity.value) and not item.quantity.per


def _has_slip(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether one slip, or one scale word that is not meant, explains why the parts do not come to the total."""
    if has_slip(total, parts):
        return True
    for place, part in enumerate(parts):
        for scaled in _scaled(part):
            if agrees(total, [*parts[:place], scaled, *parts[place + 1 :]]):
                return True
    return False


def _scaled(part: Quantity) -> Iterator[Quantity]:
    """An amount with the next scale word, up or down: "Rp8,05 miliar" for "triliun"."""
    if part.kind == "money" and part.value is not None and part.step >= 1:
        for factor in (_MILLE, 1 / _MILLE):
            scaled = {"value": part.value * factor, "step": part.step * factor}
            yield part.model_copy(update=scaled)


def _reading(draft: Draft) -> Reading:
    return Reading(Whole(draft.total, True), draft.items, (), True)


def _names(draft: Draft) -> list[str]:
    return [part.label for part in draft.breakdown.parts]
