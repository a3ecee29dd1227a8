"""Figures near a whole that come to it to the last digit, past what is aside of them: digits and order prove it.

"… mencapai Rp37,9 miliar, naik dari Rp34,6 miliar. Program JHT Rp29,8 miliar untuk 2.614 kasus. Selanjutnya JKM …"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

import regex

from beritaextract.facts.breakdowns.lists import is_base
from beritaextract.facts.breakdowns.names import plain_name
from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.model import Number

__all__ = ["Tallied", "grain"]

_KINDS = frozenset({"money", "count"})
_LEAST = 20
_BACK, _BACK_FROM_ALL, _ON = 2, 8, 14
"""How many sentences before and after a whole its parts are looked for."""
_GAP = 2
"""How many sentences a part may stand behind the one before it."""
_MOST = 12
_FAR = 24
"""Among how many figures of its kind around a whole its parts are looked for."""
_PAIR, _SURE = 2, 4
"""So many parts, and more, are no difference, whatever the words say."""
_CHANCE = {2: 0.006, 3: 0.015}
"""What few parts may leave to chance: of all sums that are tried before it, how many would fit by accident."""
_CHANCE_OF_MANY = 0.03
_CHANCE_AMONG = 0.008
"""The same where the parts are some of the figures of their sentences."""
_CHANCE_OF_MANY_DIRECT = 0.05
"""The same of many figures that follow a whole one by one."""
_CHANCE_OF_FIRST = {2: 0.01}
_CHANCE_OF_FIRST_MANY = 0.05
"""The same of the first list behind a whole."""
_SAID = 3
"""How many times as much where words say that a whole is all."""
_STRICT = 5
"""How many times less of a whole that is in a sum already, and of units that may go together."""
_LONG = 4
_SKIPPED = 3
"""How many figures may stand between a whole and its parts."""
_NEAR = 40
_RIGHT_BEHIND = 12
_ALL = regex.compile(r"\b(?:[Tt]otal|[Ss]eluruh|[Kk]eseluruhan|[Ss]emua)(?:nya)?\b")
_EACH = regex.compile(r"\b(?:masing-masing|rata-rata|setiap|tiap|per|@)(?:\s\p{Ll}+){0,2}\s$")
_EQUALS = regex.compile(r"\b(?:atau|setara)(?:\s\p{Ll}+){0,2}\s$")
_OF_EACH = regex.compile(r".(?:\s\p{L}+)?\s?(?:/|per\b|(?:se)?tiap\b|se(?:orang|bulan|kali)\b)", regex.DOTALL)
_BEFORE = regex.compile(
    r"^(?:.*\b(?:berupa|untuk)\s|(?:lain\s)?(?:mendapat(?:kan)?|memperoleh|menerima)\s)(?=\p{L})"
)
_AFTER = regex.compile(
    r"\s(?:menempati|memakan|mengambil|menghabiskan|menyerap|menyedot|menyumbang|memperoleh|mendapat(?:kan)?|menerima)\b.*$"
)


class Tallied:
    """Reads what no phrase announces: a whole, and the figures around it that are no asides.

    Attributes:
        figures: The counts and amounts that stand for themselves.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self.figures = [item for item in state.sketch.items if _is_figure(item)]
        self._fitness: dict[int, bool] = {}
        self._asides: dict[int, bool] = {}

    def read(self) -> None:
        """Every figure as a whole; one that is in a sum already needs more to prove it."""
        figures = self.figures
        if len(figures) <= _PAIR:
            return
        for at, whole in enumerate(figures):
            if not self._may_be_whole(whole):
                continue
            around = figures[max(at - _FAR, 0) : at], figures[at + 1 : at + 1 + _FAR]
            is_all = self._is_all(whole)
            back = _BACK_FROM_ALL if is_all else _BACK
            more = _SAID if is_all else 1
            sure = [self._candidates(whole, items, back, Fit.YES) for items in around]
            parts = self._parts(whole, sure, more) or self._stepped(whole, around[1], more)
            if not parts and digits(whole.quantity) >= _LONG - 1:
                maybe = [self._candidates(whole, items, back, Fit.MAYBE) for items in around]
                if digits(whole.quantity) < _LONG:
                    maybe = [[], _sentence_after(whole, maybe[1])]
                parts = self._parts(whole, maybe, more / _STRICT) if maybe != sure else ()
            if parts:
                self.add(whole, parts)

    def read_from(self, whole: Item, least: int) -> None:
        """A whole that stands before all figures; ``least``: of how many parts."""
        figures = self.figures[:_FAR]
        for fit, more in ((Fit.YES, 1.0), (Fit.MAYBE, 1 / _STRICT)):
            if parts := self._parts(whole, [[], self._candidates(whole, figures, 0, fit)], more, least):
                self.state.add_sum("headed", whole, parts, [self._name(item) for item in parts])
                return

    def following(self, at: int) -> Sequence[Item]:
        """The figures that may be parts of the one before them, the one of a number, if that may be a whole."""
        whole, items = self.figures[at], self.figures[at + 1 : at + 1 + _FAR]
        return self._candidates(whole, items, 0, Fit.YES) if self._may_be_whole(whole) else ()

    def add(self, whole: Item, parts: Sequence[Item]) -> None:
        """Writes down parts under the words before each of them."""
        self.state.add_sum("tallied", whole, parts, [self._name(item) for item in parts])

    def _may_be_whole(self, whole: Item) -> bool:
        quantity = whole.quantity
        counts = quantity.kind == "money" or prints_unit(quantity) or self.state.ledger.is_known(whole)
        if (quantity.value or 0) < _LEAST or not counts:
            return False
        return not self.state.leads(whole, "step", "account") and not self._is_aside(whole)

    def _candidates(self, whole: Item, items: Sequence[Item], back: int, least: Fit) -> list[Item]:
        """The figures near a whole, from ``back`` sentences before it on, that may be its parts, in their order."""
        value = whole.quantity.value or 0
        return [
            item
            for item in items
            if -back <= item.sentence - whole.sentence <= _ON
            and item.quantity.kind == whole.quantity.kind
            and (item.quantity.value or 0) < value
            and self.state.grammar.fit(whole.quantity, item.quantity) >= least
            and not self.state.readings.is_paired(item)
            and not self.state.ledger.is_summed(item)
            and self._is_plain(item)
        ]

    def _stepped(self, whole: Item, items: Sequence[Item], more: float) -> Sequence[Item]:
        """The sum with figures that the words call a rise, "melonjak sampai 31.902 orang", where it has many digits."""
        if digits(whole.quantity) <= _LONG:
            return ()
        steps = [item for item in items if not self._is_plain(item) and not self._is_aside(item)]
        if not steps:
            return ()
        for item in steps:
            self._fitness[item.place] = not self.state.leads(item, "account", "prices")
        candidates = [[], self._candidates(whole, items, 0, Fit.YES)]
        for item in steps:
            self._fitness[item.place] = False
        return self._parts(whole, candidates, more / _STRICT, least=_PAIR + 1)

    def _is_plain(self, item: Item) -> bool:
        known = self._fitness.get(item.place)
        if known is None:
            entry = self.state.leads(item, "step", "account", "prices")
            known = self._fitness[item.place] = not entry and not self._is_aside(item)
        return known

    def _is_aside(self, item: Item) -> bool:
        known = self._asides.get(item.place)
        if known is None:
            known = self._asides[item.place] = self._stands_aside(item)
        return known

    def _stands_aside(self, item: Item) -> bool:
        """Whether a figure is what another is compared with, or what each of many gets."""
        sketch = self.state.sketch
        start, end = sketch.sentences[item.sentence]
        if self._is_one_of_each(item, end):
            return True
        if is_base(sketch, self.state.grammar, item, start) or _EACH.search(sketch.text, start, item.place):
            return True
        last = next(sketch.before(item.place), None)
        if (
            last is not None
            and last.place >= start
            and last.quantity.kind != "percent"
            and _EQUALS.search(sketch.text, last.place, item.place)
        ):
            return True
        before = (each.place for each in sketch.before(item.place) if each.quantity.kind != "percent")
        low = max(start, item.place - 2 * _NEAR, next(before, start))
        if self.state.readings.says("compared", low, item.place):
            return True
        return _OF_EACH.match(sketch.text, item.place, end) is not None

    def _is_one_of_each(self, item: Item, end: int) -> bool:
        """Whether a figure is the one of a rate: "Satu korban Rp50 juta"."""
        if item.quantity.value != 1 or item.quantity.kind != "count":
            return False
        return any(
            other.quantity.kind == "money"
            for other in self.state.sketch.between(item.place + 1, min(item.place + _RIGHT_BEHIND, end))
        )

    def _parts(
        self, whole: Item, around: Sequence[Sequence[Item]], more: float, least: int = _PAIR
    ) -> Sequence[Item]:
        """The first run that comes to the whole, lists behind it before all others; none by mere chance.

        ``more``: how many times as much may be left to chance. A run of ``least`` figures, if that is more than two,
        is no difference.
        """
        value = whole.quantity.value or 0
        ledger = self.state.ledger
        if ledger.is_summed(whole) or ledger.has_sum(whole):
            more /= _STRICT
        if least == _PAIR and (direct := self._direct(whole, around, more)):
            return direct
        lists = list(self._lists(around[1]))
        lists += self._paragraphs([item for item in around[1] if item.sentence > whole.sentence])
        listed = ((run, value == sum(item.quantity.value or 0 for item in run)) for run in lists)
        for tried, (run, fits) in enumerate(chain(listed, _runs(around, value)), 1):
            if not fits or len(run) < least:
                continue
            chance = tried * grain((whole, *run)) / Fraction(value)
            if chance > more * _most(len(run), tried, len(lists)):
                continue
            if least > _PAIR or self._is_sum(whole, run):
                return run
        return ()

    def _direct(self, whole: Item, around: Sequence[Sequence[Item]], more: float) -> Sequence[Item]:
        """The figures that follow a whole one by one, over sentences, or lead up to it where words sum up.

        Where the run starts is given, so that few sums are tried: one for each of its figures.
        """
        before, after = around
        ways = [after[first:] for first in range(min(len(after), _SKIPPED))]
        if more > 1:
            ways = [before[::-1], *ways]
        for tried, way in enumerate(ways, 1):
            run = _filling(way, whole.quantity.value or 0)
            if not run or self._is_nested(run):
                continue
            run = sorted(run, key=lambda item: item.place)
            chance = tried * len(run) * grain((whole, *run)) / Fraction(whole.quantity.value or 1)
            if chance > more * _CHANCE.get(len(run), _CHANCE_OF_MANY_DIRECT):
                continue
            if len(run) > _PAIR or self._is_sum(whole, run):
                return run
        return ()

    def _is_nested(self, run: Sequence[Item]) -> bool:
        """Whether a figure is one of another: "67 orang dewasa dan 98 anak-anak. Satu di antaranya …"."""
        places = {item.place for item in run}
        return any(draft.total.place in places for item in run for draft in self.state.ledger.of(item))

    def _is_told(self, whole: Item, run: Sequence[Item]) -> bool:
        """Whether a figure behind a whole stands before it too: "kini 5.870 anggota, dulu 6.740. Jadi 870 keluar"."""
        start, _ = self.state.sketch.sentences[max(whole.sentence - _BACK, 0)]
        told = {item.quantity.value for item in self.state.sketch.between(start, whole.place)}
        return any(item.place > whole.place and item.quantity.value in told for item in run)

    def _lists(self, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
        """The figures of each sentence after a whole, and of those that go on with it; or its last ones."""
        start = 0
        for at, item in enumerate(items[1:], 1):
            if item.sentence == items[at - 1].sentence or self.state.readings.goes_on(item.sentence):
                continue
            yield from _tails(items[start:at])
            start = at
        yield from _tails(items[start:])

    def _paragraphs(self, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
        """The figures of each paragraph behind the sentence of a whole, where they stand in several sentences."""
        start = 0
        for at in range(1, len(items) + 1):
            if at < len(items) and not self._is_apart(items[at - 1], items[at]):
                continue
            run = items[start:at]
            if len({item.sentence for item in run}) > 1:
                yield from _tails(run)
            start = at

    def _is_apart(self, one: Item, other: Item) -> bool:
        """Whether a new paragraph begins between two figures."""
        return self.state.sketch.text.find("\n", one.place, other.place) >= 0

    def _is_all(self, whole: Item) -> bool:
        start, _ = self.state.sketch.sentences[whole.sentence]
        return _ALL.search(self.state.sketch.text, start, whole.place) is not None

    def _is_sum(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether no word beside a few figures makes one the difference of the others."""
        if len(parts) > _SURE:
            return True
        if len(parts) == _PAIR and self._is_told(whole, parts):
            return False
        sketch, first, last = self.state.sketch, parts[0], parts[-1]
        start, end = sketch.sentences[first.sentence][0], sketch.sentences[last.sentence][1]
        spans = [(start, last.place)]
        if len(parts) == _PAIR:
            spans = [(start, min(last.place + _NEAR, end)), (max(whole.place - _NEAR, 0), whole.place)]
        if len(parts) == _PAIR and whole.sentence in (first.sentence, last.sentence):
            spans.append((min(whole.place, first.place), min(whole.place + _NEAR, end)))
        return not any(self.state.readings.says("moves", *span) for span in spans)

    def _name(self, item: Item) -> str:
        """The words before a figure, without the verb that says that it is got or spent."""
        return _AFTER.sub("", _BEFORE.sub("", plain_name(self.state.name(item))))


def _is_figure(item: Item) -> bool:
    quantity = item.quantity
    return quantity.kind in _KINDS and not quantity.per and bool(quantity.value) and (quantity.value or 0) > 0


def _filling(items: Sequence[Item], value: Number) -> Sequence[Item]:
    """The first figures that come to a value, each soon after the one before it."""
    rest = value
    for number, item in enumerate(items[:_MOST]):
        rest -= item.quantity.value or 0
        if rest < 0 or (number and abs(item.sentence - items[number - 1].sentence) > _GAP + 1):
            return ()
        if not rest:
            return items[: number + 1]
    return ()


def _most(parts: int, tried: int, lists: int) -> float:
    """How much may be left to chance of so many parts, which are the run of a number."""
    if tried == 1:
        return _CHANCE_OF_FIRST.get(parts, _CHANCE_OF_FIRST_MANY)
    most = _CHANCE.get(parts, _CHANCE_OF_MANY)
    return most if tried <= lists else min(most, _CHANCE_AMONG)


def _sentence_after(whole: Item, items: Sequence[Item]) -> list[Item]:
    """The figures of the sentence right after a whole, where they are a list."""
    found = [item for item in items if item.sentence == whole.sentence + 1]
    return found if len(found) > _PAIR else []


def _tails(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for first in range(min(max(len(items) - 1, 0), _PAIR)):
        yield items[first:]


def _runs(around: Sequence[Sequence[Item]], value: Number) -> Iterator[tuple[Sequence[Item], bool]]:
    """Runs of two figures and more that are no more than a value, and whether they are as much.

    Those right behind a whole come first, those before it last.
    """
    before, after = around
    items, at = [*before, *after], len(before)
    for first in (*range(at, min(at + _SKIPPED + 1, len(items))), *range(at - 1, -1, -1)):
        rest = value - (items[first].quantity.value or 0)
        for last in range(first + 1, min(first + _MOST, len(items))):
            rest -= items[last].quantity.value or 0
            if rest < 0 or items[last].sentence > items[last - 1].sentence + _GAP:
                break
            if last >= at - _SKIPPED - 1:
                yield items[first : last + 1], not rest


def grain(figures: Sequence[Item]) -> Fraction:
    """The power of ten that all figures are printed in: 100 for 400, 300 and 100.

    Of few figures the coarsest tells, of more the finest: their sum is as fine.
    """
    tells = min if len(figures) > _SURE else max
    grain = tells(Fraction(item.quantity.step or 1) for item in figures)
    values = [Fraction(item.quantity.value or 0) for item in figures]
    while not any(value % (10 * grain) for value in values):
        grain *= 10
    return grain
