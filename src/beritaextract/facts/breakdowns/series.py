"""Sentences of one pattern, each about another thing: "SDN 1 memiliki 6 kelas dengan 180 siswa. SDN 2 memiliki …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from beritaextract.facts.breakdowns.labels import name_before
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees

__all__ = ["Series"]

_FEWEST = 3
_MOST_FIGURES = 4
_SENTENCES = 14
_ROUNDING = Fraction(1, 100)

Row = Sequence[Item]


@dataclass(frozen=True, slots=True)
class Series:
    """Reads each column of such sentences as parts of the stated total of its unit that stands before them."""

    state: State

    def read(self) -> None:
        """Every run of three sentences and more whose words are the same from the first figure on."""
        if len(self.state.sketch.items) <= _FEWEST:
            return
        rows: dict[int, list[Item]] = {}
        for item in self.state.sketch.items:
            rows.setdefault(item.sentence, []).append(item)
        if len(rows) <= _FEWEST or not any(_may_start(rows, number) for number in rows):
            return
        for run in self._runs(rows):
            names = [self._name(row) for row in run]
            if "" in names or len(set(names)) < len(names):
                continue
            for column in zip(*run, strict=True):
                self._add(column, names)

    def _runs(self, rows: Mapping[int, Row]) -> Iterator[list[Row]]:
        run: list[Row] = []
        known: object = None
        for number, row in rows.items():
            pattern = self._pattern(row)
            follows = run and number == run[-1][0].sentence + 1
            if not (follows and pattern is not None and pattern == known):
                if len(run) >= _FEWEST:
                    yield run
                run = []
            known = pattern
            run.append(row)
        if len(run) >= _FEWEST:
            yield run

    def _pattern(self, row: Row) -> object:
        """The words and units from the first figure on, and the word before it; nothing where a row is too long."""
        first = row[0]
        start, end = self.state.sketch.sentences[first.sentence]
        if len(row) > _MOST_FIGURES or not prints_unit(first.quantity):
            return None
        before = self.state.sketch.text[start : first.place].split()
        units = tuple((item.quantity.unit or "").casefold() for item in row)
        tail = self.state.sketch.text[first.place : end].strip(" .;,\n")
        return (before[-1], units, tail) if len(before) > 1 else None

    def _name(self, row: Row) -> str:
        start, _ = self.state.sketch.sentences[row[0].sentence]
        return name_before(self.state.sketch, self.state.grammar, start, row[0].place)

    def _add(self, column: Sequence[Item], names: Sequence[str]) -> None:
        first = column[0]
        sentence = self.state.sketch.sentences[first.sentence]
        if first.quantity.kind == "percent" or any(self.state.ledger.is_known(item) for item in column):
            return
        whole = self._whole(column)
        if whole is None or self.state.readings.says("moves", *sentence):
            return
        regions = tuple(Region(item.place, item.place + 1) for item in column)
        holds = agrees(whole.quantity, [item.quantity for item in column])
        if first.quantity.kind == "money" and not holds:
            return
        reading = Reading(Whole(whole, True), tuple(column), regions, holds)
        rule = next(self.state.grammar.rules("series"))
        self.state.ledger.add(rule, "sum" if holds else "subset", reading, names=names)

    def _whole(self, column: Sequence[Item]) -> Item | None:
        """The nearest figure before the sentences to which they come, else one that is said to be a total."""
        quantities = [item.quantity for item in column]
        wholes = list(self._before(column))
        exact = (item for item in wholes if agrees(item.quantity, quantities))
        said = (item for item in wholes if self._is_total(item))
        return next(exact, None) or next(said, None)

    def _before(self, column: Sequence[Item]) -> Iterator[Item]:
        """The figures of the unit before the sentences that can hold all of theirs, the nearest first."""
        first = column[0]
        like = first.quantity
        least = sum(Fraction(item.quantity.value or 0) for item in column) * (1 - _ROUNDING)
        for item in self.state.sketch.before(first.place):
            if item.sentence < first.sentence - _SENTENCES:
                return
            total = item.quantity
            if item.sentence == first.sentence or total.per or total.value is None or total.value < least:
                continue
            same = (total.unit or "").casefold() == (like.unit or "").casefold() and prints_unit(total)
            if same and self.state.grammar.fit(total, like) is Fit.YES:
                yield item

    def _is_total(self, item: Item) -> bool:
        start, _ = self.state.sketch.sentences[item.sentence]
        return self.state.readings.says("sums_up", start, item.place)


def _may_start(rows: Mapping[int, Row], number: int) -> bool:
    """Whether a sentence and the two after it have as many figures, the first of one unit."""
    row, second, third = rows[number], rows.get(number + 1), rows.get(number + 2)
    if second is None or third is None or not len(row) == len(second) == len(third):
        return False
    return row[0].quantity.unit == second[0].quantity.unit == third[0].quantity.unit
