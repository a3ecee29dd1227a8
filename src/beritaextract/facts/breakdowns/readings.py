"""The ways to read a list: which total, which figures, over how many sentences. The figures decide."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import regex

from beritaextract.facts.breakdowns.lists import MOST_PARTS, Region, members
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit, Grammar, prints_unit
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.facts.slips import agrees, has_slip
from beritaextract.interval import unit_of_last_digit
from beritaextract.model import Quantity

__all__ = ["Reading", "Readings", "fits_all", "is_absurd", "is_exact", "is_large", "is_small", "is_tight"]

_MOST_SENTENCES = 7
_LARGE = 1000
_ABSURD = 2
_SCALES = (10, 100, 1_000, 1_000_000, 1_000_000_000)
_NEAR_SCALE = 5
"""Scales by which a whole may be misprinted, and the share of one that its parts may be off besides."""
_TIGHT = 200
_FEW = 3
"""Of so many figures or more one may be a stray."""
_DIGIT = regex.compile(r"\d")
_AMONG = regex.compile(r"\s(?:\p{Ll}+\s)?di\s?antara")

_MORE = regex.compile(
    r"\b(?:tambahan|menambah|menambahkan\s(?:pesanan|kuota|armada)|penambahan|ditambah\slagi)\b"
)
"""Words of what comes on top of a whole, which is none of its parts."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a list: its whole, its parts and the regions that they stand in."""

    whole: Whole
    items: tuple[Item, ...]
    regions: tuple[Region, ...]
    holds: bool

    @property
    def total(self) -> Quantity:
        return self.whole.item.quantity

    @property
    def quantities(self) -> list[Quantity]:
        return [item.quantity for item in self.items]

    @property
    def has_slip(self) -> bool:
        """Whether one typing slip in a figure of some length explains why the parts do not add up."""
        return is_large(self.total) and has_slip(self.total, self.quantities)

    @property
    def is_broken(self) -> bool:
        return self.total.malformed or any(each.malformed for each in self.quantities)


@dataclass(slots=True)
class Readings:
    """Reads lists in one sketch.

    ``starts`` are the places where lists start, ``totals`` those of figures that sum up what stands before them,
    ``targets`` those of targets. A target and what is done of it stand side by side; a list takes one of the two.
    """

    sketch: Sketch
    grammar: Grammar
    starts: list[int] = field(default_factory=list)
    totals: set[int] = field(default_factory=set)
    targets: frozenset[int] = frozenset()
    _done: frozenset[int] = frozenset()

    def pair(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Takes note of the places of targets and of what is done of each."""
        both = list(pairs)
        self.targets = frozenset(aim for aim, _ in both)
        self._done = frozenset(done for _, done in both)

    def is_paired(self, item: Item) -> bool:
        """Whether an item is a target or what is done of one."""
        return item.place in self.targets or item.place in self._done

    def aside(self, whole: Item) -> frozenset[int]:
        """The places of the figures that are no parts of ``whole``: what is done where it is a target, else targets."""
        return self._done if whole.place in self.targets else self.targets

    def best(self, wholes: Sequence[Whole], regions: Sequence[Region], number: int) -> Reading | None:
        """The reading that adds up, a short one first, else the one that the words favour.

        ``number`` is the last sentence read.
        """
        favoured: Reading | None = None
        longer: Reading | None = None
        for whole in wholes:
            for reading in self._either(whole, regions, number):
                if reading.holds and len(reading.regions) <= len(regions):
                    return self._sharp(reading)
                if reading.holds:
                    longer = longer or reading
                    break
                if favoured is None or (favoured.whole is whole and len(reading.items) > len(favoured.items)):
                    favoured = reading
        return longer or favoured

    def _sharp(self, reading: Reading) -> Reading:
        """A reading that is only as good as it is rounded, of the figure before it that the parts are exactly, if any.

        "Terkumpul Rp8,6 miliar dari target Rp8 miliar. Zakat Rp7,31 miliar, selebihnya infak Rp1,29 miliar."
        """
        if reading.total.kind == "percent" or abs(_gap(reading)) * 2 <= reading.total.step:
            return reading  # exact, or the figure in fewer digits
        total = sum(Fraction(each.value or 0) for each in reading.quantities)
        first = reading.items[0]
        for item in self.sketch.before(first.place):
            if item.sentence < first.sentence - _MOST_SENTENCES // 2:
                break
            alike = item.quantity.kind == reading.total.kind and item.quantity.per == reading.total.per
            if item.quantity.value == total and alike and self.grammar.fit(item.quantity, reading.total):
                return Reading(Whole(item, True), reading.items, reading.regions, holds=True)
        return reading

    def within(self, wholes: Sequence[Whole], regions: Sequence[Region]) -> Reading | None:
        """The reading of all figures of the regions, where it adds up to the last digit."""
        for whole in wholes:
            items = self.items(regions, whole.item)
            reading = _read(whole, items, regions)
            if reading.holds and is_exact(reading):
                return reading
        return None

    def _either(self, whole: Whole, regions: Sequence[Region], number: int) -> Iterator[Reading]:
        """The ways to read a list of what is done; then, where targets stand in it, of the targets."""
        for reading in self._all(whole, regions, number, self.targets):
            if not (reading.holds and self.is_paired(whole.item) and self._are_rows(reading)):
                yield reading
        if self.targets:
            yield from (reading for reading in self._all(whole, regions, number, self._done) if reading.holds)

    def _are_rows(self, reading: Reading) -> bool:
        """Whether a whole is only one row more: a target of another, or with other rows between it and these."""
        if is_exact(reading) or not all(item.place in self._done for item in reading.items):
            return False
        whole, first = reading.whole.item.place, reading.items[0].place
        return whole in self.targets or any(whole < place < first for place in self._done)

    def items(
        self,
        regions: Sequence[Region],
        whole: Item,
        skipped: frozenset[int] | None = None,
        *,
        totals: bool = False,
    ) -> list[Item]:
        """The figures of the regions that can be parts of ``whole``.

        Targets, or those at the places ``skipped``, are left out, and so are other totals unless asked for.
        """
        left_out = self.targets if skipped is None else skipped
        return [
            item
            for region in regions
            for item in members(self.sketch, self.grammar, region, whole.quantity)
            if item.place not in left_out
            and (totals or item.place not in self.totals)
            and not _repeats(item, whole)
        ]

    def region(self, start: int, sentence: int) -> Region:
        """From ``start`` to the end of a sentence, or to where the next list starts in it."""
        end = self.sketch.sentences[sentence][1]
        following = bisect_left(self.starts, start)
        return Region(start, min([end, *self.starts[following : following + 1]]))

    def kinds(self, regions: Sequence[Region]) -> list[Quantity]:
        """One quantity of each kind of thing in the regions: money, cases, people."""
        found: list[Quantity] = []
        for region in regions:
            for item in self.sketch.between(region.start, region.end)[:MOST_PARTS]:
                quantity = item.quantity
                known = any(self.grammar.fit(each, quantity) for each in found)
                if not known and (not self.grammar.lasts(quantity) or self.grammar.is_way(quantity)):
                    found.append(quantity)
        return found

    def is_plain(self, reading: Reading) -> bool:
        """Whether nothing in the list casts doubt on it: figures that are no mention, targets, a wild sum."""
        start, end = reading.regions[0].start, reading.items[-1].place
        if _DIGIT.search(self.sketch.text, start, end) or self.says("aims", start, end):
            return False
        if any(start <= done <= end for done in self._done):
            return False
        if prints_unit(reading.total) and any(is_small(each) for each in reading.quantities):
            return False
        total = reading.total.value
        if total is None or any(each.value is None for each in reading.quantities):
            return reading.is_broken
        computed = sum(Fraction(each.value or 0) for each in reading.quantities)
        return total / 2 <= computed <= total * 2

    def goes_on(self, sentence: int) -> bool:
        """Whether a sentence starts as one that goes on with a list: "Kemudian …"."""
        return self.grammar.starts("goes_on", self.sketch.text, *self.sketch.sentences[sentence]) is not None

    def says(self, role: str, start: int, end: int) -> bool:
        """Whether words of a role stand between two places."""
        return self.grammar.search(role, self.sketch.text, start, end) is not None

    def _all(
        self, whole: Whole, regions: Sequence[Region], number: int, skipped: frozenset[int]
    ) -> Iterator[Reading]:
        """The parts within the regions, then with each further sentence; one that does not go on needs proof."""
        items = self.items(regions, whole.item, skipped)
        yield from self._series(whole, items, regions)
        taken, linked = list(regions), True
        last = min(number + _MOST_SENTENCES, len(self.sketch.sentences))
        for following in range(number + 1, last):
            start, end = self.sketch.sentences[following]
            if any(region.start >= start for region in regions):
                continue
            linked = linked and self.goes_on(following)
            region = self.region(start, following)
            added = self.items([region], whole.item, skipped)
            if not added and region.end < end:
                region = Region(start, end)
                added = self.items([region], whole.item, skipped)
            if added and _AMONG.match(self.sketch.text, added[0].place + 1):
                return
            if added and _MORE.search(self.sketch.text, start, added[0].place):
                return
            if not added:
                if not linked and whole.item.quantity.kind != "money" and self.sketch.between(start, end):
                    return
                continue
            items, taken = items + added, [*taken, region]
            reading = _read(whole, items, taken)
            if reading.holds or linked:
                yield _without_stray(reading)

    def _series(self, whole: Whole, items: Sequence[Item], regions: Sequence[Region]) -> Iterator[Reading]:
        """All figures, the first ones, or every second one: "hotel ditarget Rp9 miliar terealisasi Rp8 miliar"."""
        full = _read(whole, items, regions)
        yield _without_stray(full)
        if full.holds:
            return
        series = [items[:most] for most in range(2, len(items))]
        if len(items) > 3:
            series += [items[::2], items[1::2]]
        for some in series:
            reading = _read(whole, some, regions)
            if reading.holds:
                yield reading


def _repeats(item: Item, whole: Item) -> bool:
    """Whether a figure is the total itself, there or printed again."""
    value = item.quantity.value
    return item is whole or (value is not None and value == whole.quantity.value)


def _read(whole: Whole, items: Sequence[Item], regions: Sequence[Region]) -> Reading:
    holds = len(items) > 1 and agrees(whole.item.quantity, [item.quantity for item in items])
    return Reading(whole, tuple(items), tuple(regions), holds)


def _without_stray(reading: Reading) -> Reading:
    """A reading that holds as far as it is rounded, without the one figure but for which it would be exact.

    "Korban meninggal Rp12,9 miliar. Satu ahli waris menerima Rp50 juta. …"
    """
    if not reading.holds or len(reading.items) < _FEW or is_exact(reading):
        return reading
    gap = _gap(reading)
    strays = [item for item in reading.items if item.quantity.value == gap]
    if len(strays) != 1 or not all(each.modifier == "exact" for each in (reading.total, *reading.quantities)):
        return reading
    kept = tuple(item for item in reading.items if item is not strays[0])
    return Reading(reading.whole, kept, reading.regions, holds=True)


def is_small(quantity: Quantity) -> bool:
    """A figure of one digit without a noun is as often a name: "putaran 2"."""
    return not prints_unit(quantity) and quantity.kind == "count" and (quantity.value or 10) < 10


def fits_all(grammar: Grammar, reading: Reading) -> bool:
    """Whether every part is surely of the kind of the total."""
    return all(grammar.fit(reading.total, item.quantity) is Fit.YES for item in reading.items)


def is_exact(reading: Reading) -> bool:
    """Whether the parts come to the whole without a difference."""
    return _gap(reading) == 0


def is_tight(reading: Reading) -> bool:
    """Whether the whole itself is printed so coarsely that they differ, or the difference is next to nothing."""
    gap, total = abs(_gap(reading)), reading.total.value or 0
    own = unit_of_last_digit(total) if reading.total.modifier == "at_least" else reading.total.step
    return gap < own or gap * _TIGHT <= total


def is_absurd(reading: Reading) -> bool:
    """Whether counts are many times their whole, and no slip of its scale explains it; amounts have scale words."""
    total = reading.total.value or 0
    if reading.total.kind != "count" or not total or _gap(reading) <= _ABSURD * total:
        return False
    times = float((_gap(reading) + Fraction(total)) / Fraction(total))
    return not any(abs(times - scale) <= scale / _NEAR_SCALE for scale in _SCALES)


def _gap(reading: Reading) -> Fraction:
    parts = sum((Fraction(each.value or 0) for each in reading.quantities), Fraction(0))
    return parts - Fraction(reading.total.value or 0)


def is_large(quantity: Quantity) -> bool:
    """Whether a figure has so many digits that it does not come about by chance."""
    value = quantity.value
    if value is None:
        return False
    return value >= _LARGE * (quantity.step or 1)
