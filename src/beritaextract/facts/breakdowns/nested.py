"""Rows of two figures each of which both columns come to those of another row: targets and what is done of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import prod

from beritaextract.facts.breakdowns.heads import neighbours, row_name
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.targets import Pair
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees
from beritaextract.model import Quantity

__all__ = ["Nested"]

_FEWEST = 2
_MOST_ROWS = 60
_MOST_ROOTS = 12
_MOST_WAYS = 200
_MOST_SKIPPED = 2
_SENTENCES = 20
_CHANCE = 0.005

Row = tuple[Item, Item]


@dataclass(slots=True)
class Nested:
    """Groups rows under the row before them that they come to, the innermost groups first."""

    state: State
    pairs: Sequence[Pair]

    def read(self) -> None:
        """Rows of a target and what is done of it, then rows of two kinds of figures."""
        self._group([(pair.part, pair.total) for pair in self.pairs])
        items = self.state.sketch.items
        if sum(map(_are_a_row, items, items[1:])) > _FEWEST:
            self._group(list(islice(self._side_by_side(), _MOST_ROWS)))

    def _side_by_side(self) -> Iterator[Row]:
        """Figures of two kinds next to each other, each in one row at most."""
        taken = -1
        for item in self.state.sketch.items:
            if item.place <= taken or not _is_plain(item):
                continue
            other = next(neighbours(self.state.sketch, self.state.grammar, item, 1), None)
            if other is not None and _is_plain(other):
                taken = other.place
                yield item, other

    def _group(self, rows: Sequence[Row]) -> None:
        if len(rows) <= _FEWEST:
            return
        roots: list[Row] = []
        for row in sorted(rows, key=lambda row: min(row[0].place, row[1].place), reverse=True):
            parts = self._parts(row, roots[:_MOST_ROOTS])
            if parts:
                self._add(row, parts)
                last = roots.index(parts[-1])
                del roots[: last + 1]
            roots.insert(0, row)

    def _parts(self, whole: Row, roots: Sequence[Row]) -> Sequence[Row]:
        """The rows after a row that both its columns come to, where the digits exclude chance."""
        alike = [row for row in roots if self._fits(whole, row)]
        for ways, rows in enumerate(islice(_choices(alike), _MOST_WAYS), start=1):
            columns = [[item.quantity for item in column] for column in zip(whole, *rows, strict=True)]
            if all(agrees(total, parts) for total, *parts in columns):
                return rows if ways * prod(map(_width, columns)) <= _CHANCE else ()
        return ()

    def _fits(self, whole: Row, row: Row) -> bool:
        """Whether a row can be one of those that come to another: soon after it, of its kinds, and smaller."""
        if row[0].sentence - whole[0].sentence > _SENTENCES:
            return False
        return all(
            self.state.grammar.fit(total.quantity, part.quantity) is Fit.YES
            and (part.quantity.value or 0) < (total.quantity.value or 0)
            for total, part in zip(whole, row, strict=True)
        )

    def _add(self, whole: Row, rows: Sequence[Row]) -> None:
        firsts = [min(row, key=lambda item: item.place) for row in rows]
        names = [row_name(self.state.sketch, self.state.grammar, item, firsts) for item in firsts]
        for total, *parts in zip(whole, *rows, strict=True):
            self.state.add_sum("beside", total, parts, names)


def _choices(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The first rows, then those without a few that may belong to the row before each."""
    for skipped in range(_MOST_SKIPPED + 1):
        for number in range(_FEWEST + skipped, len(rows) + 1):
            inner = [at for at in range(1, number - 1) if _is_within(rows[at], rows[at - 1])]
            for left in combinations(inner, skipped):
                yield [row for at, row in enumerate(rows[:number]) if at not in left]


def _is_within(row: Row, other: Row) -> bool:
    return all(
        (one.quantity.value or 0) < (two.quantity.value or 0) for one, two in zip(row, other, strict=True)
    )


def _are_a_row(one: Item, other: Item) -> bool:
    """Whether two figures of different kinds follow each other in a sentence."""
    return one.sentence == other.sentence and one.quantity.unit != other.quantity.unit


def _is_plain(item: Item) -> bool:
    quantity = item.quantity
    return quantity.kind != "percent" and bool(quantity.value) and not quantity.per


def _width(figures: Sequence[Quantity]) -> float:
    """How much of the whole, the first of the figures, is left open by rounding."""
    whole = figures[0]
    return float(max(sum(each.step for each in figures), 1)) / float(whole.value or 1)
