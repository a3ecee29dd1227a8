"""Sums over several sentences: figures that come to one before them in so many digits that it is no chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import comb

import regex

from beritaextract.facts.breakdowns.lists import Region, is_base
from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.readings import Reading, is_large
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees, lost_scale
from beritaextract.interval import unit_of_last_digit

__all__ = ["Distant"]

_DIGITS = 4
_FEWEST = 3
_TWO = 2
_SENTENCES = 14
_FURTHEST = 3000
_MOST = 10
_MOST_PARTS = 6
_SMALLEST = 2000
_BEFORE = 60
_ENTRY = 90
_COMPARED = 90
_CHANCE = 0.01
_CHANCE_OF_LISTED = 0.05
_CHANCE_OF_NAMED = 0.2
_WORD = regex.compile(r"\p{L}{5,}+")
_GENERIC = frozenset({
    "sebesar", "sebanyak", "mencapai", "realisasi", "terealisasi", "target", "tahun", "telah", "sudah", "dengan",
    "daerah", "kabupaten", "provinsi", "lebih", "adalah", "yakni", "yaitu", "untuk", "jumlah", "total", "senilai",
    "berjumlah", "bersumber", "berasal", "kemudian", "sedangkan", "sementara", "menjadi", "sekitar", "anggaran",
    "lainnya", "diproyeksikan", "tersebut", "dianggarkan", "tercatat", "antara", "pendapatan", "penerimaan",
    "kecamatan", "mengatakan", "pihaknya",
})  # fmt: skip


@dataclass(slots=True)
class Distant:
    """Reads what stands too far apart for phrases and lists; few figures of many digits are the licence."""

    state: State
    _fitness: dict[int, bool] = field(default_factory=dict)

    def read(self) -> None:
        """Every figure of some digits as the whole of some of those after it."""
        printed = [
            item for item in self.state.sketch.items if item.quantity.kind != "percent" and _is_point(item)
        ]
        if len(printed) < _FEWEST:
            return
        items = _meant(printed)
        for whole in items:
            if not is_large(whole.quantity) or digits(whole.quantity) < _DIGITS:
                continue
            if self.state.ledger.has_sum(whole):
                continue
            start, _ = self.state.sketch.sentences[whole.sentence]
            if self.state.readings.says("account", max(start, whole.place - _ENTRY), whole.place):
                continue
            candidates = self._candidates(whole, items)
            if len(candidates) > 1 and (parts := self._parts(whole, candidates)):
                self._add(whole, parts)

    def _candidates(self, whole: Item, items: Sequence[Item]) -> list[Item]:
        """The figures after a whole that may be its parts: neither bases nor steps, each value once.

        A figure that is the whole, or the one before it, in fewer digits is that value again.
        """
        found: dict[object, Item] = {}
        value = whole.quantity.value or 0
        skipped = self.state.readings.aside(whole)
        kind, unit = whole.quantity.kind, whole.quantity.unit
        last = 0.0
        for item in items:
            if item.place <= whole.place or item.quantity.kind != kind:
                continue
            if item.place - whole.place > _FURTHEST or item.sentence - whole.sentence > _SENTENCES:
                break
            part = item.quantity.value or 0
            if part >= value or part * _SMALLEST < value or part in found:
                continue
            step, size = float(item.quantity.step), float(part)
            if float(value) - size < step or abs(last - size) < step:
                continue
            if kind == "money" and item.quantity.unit != unit:
                continue
            if item.place in skipped or not self._may_be_part(item):
                continue
            if self.state.grammar.fit(whole.quantity, item.quantity) is Fit.YES:
                found[part] = item
                last = size
        return list(found.values())[:_MOST]

    def _may_be_part(self, item: Item) -> bool:
        known = self._fitness.get(item.place)
        if known is None:
            known = self._fitness[item.place] = self._is_plain(item)
        return known

    def _is_plain(self, item: Item) -> bool:
        """Whether an item is no base of comparison, step, price or entry of a balance sheet, nor a part already."""
        if item.quantity.per:
            return False
        sketch = self.state.sketch
        start, _ = sketch.sentences[item.sentence]
        if is_base(sketch, self.state.grammar, item, start) or self.state.ledger.is_summed(item):
            return False
        if self._is_earlier(item, start) or self._is_each(item):
            return False
        return not self.state.leads(item, "step", "prices", "account")

    def _is_earlier(self, item: Item, start: int) -> bool:
        """Whether an item is of an earlier time: "dibanding tahun 2021 sebesar …", "kenaikan 4% dari … menjadi …"."""
        sketch, says = self.state.sketch, self.state.readings.says
        before = (each.place for each in sketch.before(item.place) if each.quantity.kind != "percent")
        low = max(start, item.place - _COMPARED, next(before, start))
        if says("compared", low, item.place):
            return True
        return says("rising", low, item.place) and says("risen", item.place + 1, item.place + _COMPARED)

    def _is_each(self, item: Item) -> bool:
        """Whether a figure is what one of a kind gets: "satu orang Rp50 juta"."""
        before = next(self.state.sketch.before(item.place), None)
        return before is not None and item.place - before.place <= _TWO and before.quantity.value == 1

    def _parts(self, whole: Item, candidates: Sequence[Item]) -> Sequence[Item]:
        """The one choice of figures that comes to the whole, where it is not one of many that might.

        Figures that are all there are up to the last of them need less to prove it than some among others.
        """
        for number in range(_FEWEST, len(candidates) + 1):
            run = candidates[:number]
            if agrees(whole.quantity, [item.quantity for item in run]):
                if (number - 1) * _width([whole, *run]) <= _CHANCE:
                    return run
                break
        ways = 0
        found: list[Sequence[Item]] = []
        for number in range(2, min(len(candidates), _MOST_PARTS) + 1):
            ways += comb(len(candidates), number)
            if ways * _width([whole]) > _CHANCE_OF_NAMED:
                break
            for parts in _choices(whole, candidates, number):
                chance = ways * _width([whole, *parts])
                if self._is_licensed(whole, parts, chance) and not _splits(parts, candidates):
                    found.append(parts)
            if found:
                return found[0] if len(found) == 1 else ()
        return ()

    def _is_licensed(self, whole: Item, parts: Sequence[Item], chance: float) -> bool:
        """Whether the digits exclude chance, or the words make up for a few of them."""
        if chance > _CHANCE_OF_NAMED:
            return False
        if chance <= _CHANCE and (len(parts) > 2 or self._goes_on(parts)):
            return True
        start = max(whole.place, self.state.sketch.sentences[parts[0].sentence][0])
        if chance <= _CHANCE_OF_LISTED and self.state.readings.says("list", start, parts[0].place):
            return True
        return self._is_named(whole, parts)

    def _goes_on(self, parts: Sequence[Item]) -> bool:
        last = parts[-1].sentence
        return last > parts[0].sentence and self.state.readings.goes_on(last)

    def _is_named(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether the whole and all parts are called by one word."""
        shared = self._words(whole)
        return bool(shared) and bool(shared.intersection(*map(self._words, parts)))

    def _words(self, item: Item) -> set[str]:
        start, _ = self.state.sketch.sentences[item.sentence]
        low = max(start, item.place - _BEFORE)
        words = _WORD.findall(self.state.sketch.text, low, item.place)
        return {word.casefold() for word in words} - _GENERIC

    def _add(self, meant: Item, those: Sequence[Item]) -> None:
        """The sum as it is printed; a whole that lost its scale word may have it elsewhere."""
        items = self.state.sketch.items
        at = {item.place: item for item in items}
        whole, *parts = (at[item.place] for item in (meant, *those))
        if whole is not meant:
            value = meant.quantity.value
            whole = next((item for item in items if item.quantity.value == value), whole)
        names = [self.state.name(part) for part in parts]
        only_first_lacks = not names[0] and all(names[1:])
        regions = self.state.stretch(parts) if only_first_lacks else tuple(self._regions(whole, parts))
        rule = next(self.state.grammar.rules("distant"))
        self.state.ledger.add(rule, "sum", Reading(Whole(whole, True), tuple(parts), regions, True))

    def _regions(self, whole: Item, parts: Sequence[Item]) -> Iterator[Region]:
        """Each part with the words before it, from the figure before on."""
        for part in parts:
            start, _ = self.state.sketch.sentences[part.sentence]
            before = [item for item in self.state.sketch.between(start, part.place) if item is not whole]
            places = [item.place + 1 for item in before if item.quantity.kind != "percent"]
            yield Region(max([start, *places]), part.place + 1)


def _is_point(item: Item) -> bool:
    return item.quantity.value is not None and item.quantity.value > 0


def _meant(printed: Sequence[Item]) -> list[Item]:
    """The figures, and those whose scale word is lost as they are meant."""
    quantities = [item.quantity for item in printed]
    meant = (lost_scale(quantity, quantities) for quantity in quantities)
    return [
        item if quantity is None else replace(item, quantity=quantity)
        for item, quantity in zip(printed, meant, strict=True)
    ]


def _choices(whole: Item, candidates: Sequence[Item], number: int) -> Iterator[Sequence[Item]]:
    """So many of the figures, in their order, that come to the whole."""
    quantity = whole.quantity
    total = float(quantity.value or 0)
    slack = float(quantity.step or 1) + float(unit_of_last_digit(quantity.value or 1))
    if quantity.low is not None and quantity.high is not None:
        slack += float(quantity.high - quantity.low)
    sized = [(float(item.quantity.value or 0), item) for item in candidates]
    slack += sum(float(item.quantity.step or 1) for item in candidates)
    for chosen in combinations(sized, number):
        if abs(sum(size for size, _ in chosen) - total) <= slack:
            parts = [item for _, item in chosen]
            if agrees(quantity, [part.quantity for part in parts]):
                yield parts


def _splits(parts: Sequence[Item], candidates: Sequence[Item]) -> bool:
    """Whether two parts leave out a figure that stands in a list with the last: "lansia 510 dan mualaf 625 orang"."""
    first, last = parts[0].place, parts[-1]
    return len(parts) == _TWO and any(
        item.sentence == last.sentence and first < item.place < last.place for item in candidates
    )


def _width(figures: Sequence[Item]) -> float:
    """How much of the whole, the first of the figures, is left open: by rounding, or by the coarsest figure."""
    whole, *parts = (item.quantity for item in figures)
    steps = [float(each.step or 1) for each in (whole, *parts)]
    exact = sum(part.value or 0 for part in parts) == whole.value
    return (max(steps) if exact else sum(steps)) / float(whole.value or 1)
