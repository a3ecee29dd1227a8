"""Accounts told row by row, each with its target: "pajak hotel Rp2 miliar dari target Rp3 miliar, pajak parkir …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import takewhile
from typing import Literal

from beritaextract.facts.breakdowns.labels import name_before
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.targets import Pair
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.sketch import Item

__all__ = ["Accounts"]

_FEWEST = 3
_TWO = 2
_GAP = 3
_FAR = 8
"""How many sentences may lie between two rows, and between the whole account and its first row."""
_OFF = Fraction(3, 100)
"""How far the rows may miss an account in both columns and still be its rows: one may be told with a slip."""
_TIGHT = 500


@dataclass(frozen=True, slots=True)
class _Row:
    """What has come in, if anything, and what was aimed at."""

    done: Item | None
    aim: Item

    @property
    def first(self) -> Item:
        return min((each for each in (self.done, self.aim) if each), key=lambda item: item.place)

    @property
    def last(self) -> Item:
        return max((each for each in (self.done, self.aim) if each), key=lambda item: item.place)


@dataclass(slots=True)
class Accounts:
    """Reads which rows of an article are parts of which: both columns have to go into those of the whole."""

    state: State
    pairs: Sequence[Pair]
    _inner: set[int] = field(default_factory=set)
    _only_grow: bool = True
    """Whether no amount is negative, so that what is too much stays too much."""
    _paired: dict[int, Pair] = field(default_factory=dict)
    """The pair of the figure at a place."""
    _places: list[int] = field(default_factory=list)

    def read(self) -> None:
        """Rows that come to one before them, in both columns; then those that are left, as some of the first."""
        rows = self._rows()
        if len(rows) < _FEWEST:
            return
        self._only_grow = all(min(_amount(row.done), _amount(row.aim)) >= 0 for row in rows)
        self._paired = {item.place: pair for pair in reversed(self.pairs) for item in (pair.part, pair.total)}
        self._places = sorted(self._paired)
        for at in range(len(rows) - _FEWEST, -1, -1):
            behind = (rows[number] for number in range(at + 1, len(rows)))
            if children := self._filling(rows[at], behind):
                self._inner |= {id(row) for row in children}
                self._add(rows[at], children)
        first, *others = rows
        amounts = (item for item in self.state.sketch.items if item.quantity.kind == "money")
        if next(amounts) in (first.done, first.aim):
            self._read_first(first, others)

    def _read_first(self, first: _Row, others: Sequence[_Row]) -> None:
        """The rows that are left, where the article opens with the account that they go into."""
        left = [row for row in self._run(first, others) if not self._is_inner(first, row)]
        some = [row for row in left if row.done is not None]
        if len(some) < _FEWEST and not self._is_announced(first, others[0], "sources"):
            return
        if len(some) < _TWO or self._is_sum(first):
            return
        done, aim = _sum(row.done for row in left), _sum(row.aim for row in left)
        shares = _shares(first, done, aim)
        if shares and all(share <= 1 for share in shares):
            relation = self._relation(first, left) if abs(shares[0] - 1) <= _OFF else "subset"
            self._write(first.done, [row.done for row in some], relation)

    def _rows(self) -> list[_Row]:
        """The rows in the order of the text, each figures once."""
        found: dict[object, _Row] = {}
        for pair in self.pairs:
            if pair.part.quantity.kind == "money" and pair.part.sentence == pair.total.sentence:
                found.setdefault(
                    (pair.part.quantity.value, pair.total.quantity.value), _Row(pair.part, pair.total)
                )
        if len(found) >= _FEWEST:
            for aim in self._aims_of_nothing():
                found.setdefault((0, aim.place), _Row(None, aim))
        rows = sorted(found.values(), key=lambda row: row.first.place)
        return [row for row in rows if row is rows[0] or not self._is_of_another_time(row)]

    def _aims_of_nothing(self) -> Iterator[Item]:
        """The targets of rows of which nothing has come in: "pajak parkir masih nol persen dari target Rp30 juta"."""
        sketch = self.state.sketch
        for rule in self.state.grammar.active(sketch.text, ["row_of_nothing"], sketch.needs):
            for match in rule.pattern.finditer(sketch.text):
                aim = self.state.item(match.start("total"))
                if aim is not None and aim.quantity.kind == "money":
                    yield aim

    def _is_of_another_time(self, row: _Row) -> bool:
        start, _ = self.state.sketch.sentences[row.first.sentence]
        return self.state.readings.says("other_time", start, row.last.place)

    def _is_inner(self, first: _Row, row: _Row) -> bool:
        """Whether a row is known as a part of another than the first."""
        if id(row) in self._inner or first.done is None:
            return True
        value = first.done.quantity.value
        owners = self.state.ledger.of(row.done) if row.done else ()
        return any(draft.total.quantity.value != value for draft in owners if draft.total is not row.aim)

    def _run(self, whole: _Row, rows: Iterable[_Row]) -> Iterator[_Row]:
        """The rows after a whole, as long as they follow each other."""
        last, gap = whole.last.sentence, _FAR
        for row in rows:
            if row.first.sentence - last > gap:
                return
            yield row
            last, gap = row.last.sentence, _GAP

    def _filling(self, whole: _Row, rows: Iterable[_Row]) -> Sequence[_Row]:
        """Most rows behind a whole that come to it in both columns, or nearly so; to more only where announced."""
        if whole.done is None or self._is_sum(whole):
            return ()
        run = (row for row in self._run(whole, rows) if id(row) not in self._inner)
        found: Sequence[_Row] = ()
        some: list[_Row] = []
        done = aim = Fraction(0)
        for row in takewhile(lambda row: not self._is_beside(whole, row), run):
            some.append(row)
            done, aim = done + _amount(row.done), aim + _amount(row.aim)
            shares = _shares(whole, done, aim)
            if self._only_grow and any(share - 1 > _OFF for share in shares):
                break
            near = len(some) >= _TWO and bool(shares) and all(abs(share - 1) <= _OFF for share in shares)
            if near and (all(share <= 1 for share in shares) or self._relation(whole, some) == "sum"):
                found = tuple(some)
        return found

    def _is_beside(self, whole: _Row, row: _Row) -> bool:
        """Whether two rows are of two kinds of income: a levy is no part of a tax."""
        kinds = [self._kinds(each) for each in (whole, row)]
        return all(kinds) and kinds[0].isdisjoint(kinds[1])

    def _kinds(self, row: _Row) -> set[str]:
        words, rules = self._words(row), self.state.grammar.rules("row_kind")
        return {match.group() for rule in rules for match in rule.pattern.finditer(words)}

    def _words(self, row: _Row) -> str:
        """The words of the sentence before a row, from the figure before it on."""
        return self.state.sketch.text[self.state.sketch.lead(row.first) : row.first.place].casefold()

    def _is_sum(self, row: _Row) -> bool:
        return row.done is None or self.state.ledger.has_sum(row.done)

    def _relation(self, whole: _Row, rows: Sequence[_Row]) -> Literal["sum", "subset"]:
        """All of a whole where they come to it, or where the text says that it goes through it; else some."""
        done, total = _sum(row.done for row in rows), _amount(whole.done)
        if abs(done - total) * _TIGHT <= total:
            return "sum"
        announced = len(rows) > _FEWEST and self._is_announced(whole, rows[0], "goes_through")
        return "sum" if announced else "subset"

    def _is_announced(self, whole: _Row, first: _Row, role: str) -> bool:
        return self.state.readings.says(role, whole.last.place, first.first.place)

    def _add(self, whole: _Row, rows: Sequence[_Row]) -> None:
        relation = self._relation(whole, rows)
        done = [row.done for row in rows if row.done is not None]
        if whole.done is not None and len(done) >= _TWO:
            self._write(whole.done, done, relation)
            if relation == "sum":
                self._write(whole.aim, [row.aim for row in rows], self._relation_of_aims(whole.aim, rows))

    def _relation_of_aims(self, whole: Item, rows: Sequence[_Row]) -> Literal["sum", "subset"]:
        """Targets that fall short leave room for rows of which nothing has come in, unless such rows are listed too."""
        aims, total = _sum(row.aim for row in rows), _amount(whole)
        short = (total - aims) * _TIGHT > total
        return "subset" if short and all(row.done for row in rows) else "sum"

    def _write(
        self, total: Item | None, parts: Sequence[Item | None], relation: Literal["sum", "subset"]
    ) -> None:
        items = [item for item in parts if item is not None]
        if relation == "subset":
            items = [item for item in items if not self._is_told(total, item)]
        if total is None or not items:
            return
        names = [self._name(item) for item in items]
        regions = tuple(Region(item.place, item.place + 1) for item in items)
        reading = Reading(Whole(total, True), tuple(items), regions, False)
        rule = next(self.state.grammar.rules("account_rows"))
        self.state.ledger.add(rule, relation, reading, names=names if all(names) else ())

    def _is_told(self, total: Item | None, item: Item) -> bool:
        value = total.quantity.value if total else None
        return any(draft.total.quantity.value == value for draft in self.state.ledger.of(item))

    def _name(self, item: Item) -> str:
        """The words before a row, from the row before it on."""
        sketch = self.state.sketch
        start, _ = sketch.sentences[item.sentence]
        pair = self._paired.get(item.place)
        first = min(pair.part.place, pair.total.place) if pair else item.place
        at = bisect_left(self._places, first)
        low = max(start, self._places[at - 1] + 1) if at else start
        name = name_before(sketch, self.state.grammar, low, first)
        name = self._upto("row_tail", name)
        lead = self.state.grammar.starts("row_lead", name, 0, len(name))
        name = name[lead.end() :] if lead else name
        return name if pair else self._upto("row_empties", name)

    def _upto(self, role: str, name: str) -> str:
        """A name as far as no words of a role follow."""
        tail = self.state.grammar.search(role, name, 0, len(name))
        return name[: tail.start()] if tail else name


def _amount(item: Item | None) -> Fraction:
    return Fraction(item.quantity.value or 0) if item is not None else Fraction(0)


def _sum(items: Iterable[Item | None]) -> Fraction:
    return sum(map(_amount, items), Fraction(0))


def _shares(whole: _Row, done: Fraction, aim: Fraction) -> list[Fraction]:
    """What sums are of a whole, in each column in which it has something."""
    columns = ((done, _amount(whole.done)), (aim, _amount(whole.aim)))
    return [computed / total for computed, total in columns if total]
