"""Parts side by side in one sentence that come to a figure of their noun in another: "25 koper … 8 koper dan 17 koper".

No phrase announces them; that all figures of the noun in their sentence come to the only one of it in another does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from beritaextract.facts.breakdowns.lists import is_base
from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item

__all__ = ["Kindred"]

_BACK, _ON = 8, 20
_FEWEST = 5
_MANY = 10
_MOST = 8
_APART = 160
_LONG = 4
"""So many digits leave little to chance."""
_CHANGES = ("moves", "prices")
_SHIFTS = ("shifts", "compared", "prices")


@dataclass(frozen=True, slots=True)
class Kindred:
    """Reads each sentence of several free figures of one noun."""

    state: State

    def read(self) -> None:
        """The figures of each noun in each sentence, against those in the sentences before it."""
        rows: dict[int, list[Item]] = {}
        for item in self.state.sketch.items:
            rows.setdefault(item.sentence, []).append(item)
        for row in rows.values():
            if len(row) > 1:
                for parts in self._alike(row):
                    self._read(parts)

    def _alike(self, row: Sequence[Item]) -> Iterator[list[Item]]:
        """The figures of a sentence by their nouns, or their currency."""
        kinds: dict[tuple[str, str], list[Item]] = {}
        for item in row:
            quantity = item.quantity
            if quantity.kind != "percent" and prints_unit(quantity) and quantity.unit:
                kinds.setdefault((quantity.kind, quantity.unit.casefold()), []).append(item)
        return (parts for parts in kinds.values() if 1 < len(parts) <= _MOST)

    def _read(self, parts: Sequence[Item]) -> None:
        if not all(self.state.is_free(part) for part in parts) or not self._are_joined(parts):
            return
        value = sum(part.quantity.value or 0 for part in parts)
        unit = (parts[0].quantity.unit or "").casefold()
        if self._is("mark_unit", unit) or value < (_MANY if self._is("common_unit", unit) else _FEWEST):
            return
        whole = next((item for item in self._around(parts) if item.quantity.value == value), None)
        if whole is None or not self._is_alone(whole) or self._says_change(whole, parts):
            return
        if digits(whole.quantity) < _LONG and any(self._is_aside(item) for item in (whole, *parts)):
            return
        names = [self.state.name(part) for part in parts]
        self.state.add_sum("kindred", whole, parts, names if len(set(names)) == len(names) else [""])

    def _is(self, role: str, unit: str) -> bool:
        return self.state.grammar.starts(role, unit, 0, len(unit)) is not None

    def _are_joined(self, parts: Sequence[Item]) -> bool:
        """Whether the last two stand side by side with a word between that joins them, and no figure is vague."""
        before, last = parts[-2:]
        if any(part.quantity.modifier not in ("exact", "at_least") for part in parts):
            return False
        near = last.place - before.place <= _APART
        return near and self.state.readings.says("side_by_side", before.place, last.place)

    def _around(self, parts: Sequence[Item]) -> Iterator[Item]:
        """The figures of the same noun in the sentences before; then, if they have many digits, in those after."""
        sketch, (first, *_) = self.state.sketch, parts
        start, end = sketch.sentences[first.sentence]
        low, _ = sketch.sentences[max(0, first.sentence - _BACK)]
        _, high = sketch.sentences[min(first.sentence + _ON, len(sketch.sentences) - 1)]
        after = (item for item in sketch.between(end, high) if digits(item.quantity) >= _LONG)
        unit = (first.quantity.unit or "").casefold()
        for item in chain(reversed(sketch.between(low, start)), after):
            if item.quantity.kind == first.quantity.kind and (item.quantity.unit or "").casefold() == unit:
                yield item

    def _is_alone(self, whole: Item) -> bool:
        """Whether a figure is a plain one that is in no sum, and the only one of its noun in its sentence."""
        if whole.quantity.per or self.state.ledger.is_known(whole):
            return False
        if self.state.readings.is_paired(whole):
            return False
        around = self.state.sketch.between(*self.state.sketch.sentences[whole.sentence])
        return not any(
            other is not whole and self.state.grammar.fit(whole.quantity, other.quantity) is Fit.YES
            for other in around
            if other.quantity.value != whole.quantity.value
        )

    def _is_aside(self, item: Item) -> bool:
        """Whether a figure is a base of comparison, a step, a price, or of a kind of entry that others are not."""
        start, _ = self.state.sketch.sentences[item.sentence]
        return is_base(self.state.sketch, self.state.grammar, item, start) or self.state.leads(
            item, "step", "prices", "account"
        )

    def _says_change(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether the words around speak of a rise, of prices, or of what each of many gets."""
        sketch, says = self.state.sketch, self.state.readings.says
        sure = digits(whole.quantity) >= _LONG
        for item in (whole, parts[0]):
            start, end = sketch.sentences[item.sentence]
            if any(says(role, start, end) for role in (_SHIFTS if sure else _CHANGES)):
                return True
        start, _ = sketch.sentences[parts[0].sentence]
        return says("each_of", start, parts[-1].place)
