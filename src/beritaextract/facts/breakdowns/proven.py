"""Breakdowns that the figures prove: parts that come to a whole near them, a part with its percentage of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from beritaextract.facts.breakdowns.labels import name_before, words_after
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import Event, State, is_less
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item
from beritaextract.model import Quantity
from beritaextract.rules import Rule

__all__ = ["Proven", "digits", "is_share"]

_FEWEST = 10
_MOST_PARTS = 12
_FURTHEST = 700
_SENTENCES = 3
_BEFORE = 45
_LINKED = 80
_BESIDE = 25
_NEAR = 260
_LONG = 4
_VERY_LONG = 5
_FINE = 50
_RIGHT_BEHIND = 2


@dataclass(frozen=True, slots=True)
class Proven:
    """Reads what neither phrases nor lists have claimed; the digits are the licence, so they have to be many."""

    state: State

    def read_sums(self) -> None:
        """Every figure as the whole of those after it, or, where a word sums up, of those before it."""
        items = self.state.sketch.items
        for at, item in enumerate(items):
            if not _may_be_whole(item.quantity):
                continue
            if parts := self._parts(items, at, 1) or (
                item.quantity.kind == "count" and self._parts(items, at, 1, Fit.MAYBE)
            ):
                if (rule := self._licence(item, parts)) is not None:
                    self._add(rule, item, parts)
            elif (rule := self._sums_up(item)) is not None and (parts := self._parts(items, at, -1)):
                parts.reverse()
                if _most_digits(item, parts) > 1 and not self._differs(item, parts, strictly=True):
                    self._add(rule, item, parts)

    def _parts(self, items: Sequence[Item], at: int, step: int, least: Fit = Fit.YES) -> list[Item]:
        """The figures next to a whole, in one direction, that come to it exactly."""
        whole = items[at]
        total = whole.quantity.value
        assert total is not None
        taken: list[Item] = []
        rest = total
        number = at + step
        while 0 <= number < len(items) and len(taken) < _MOST_PARTS:
            item = items[number]
            number += step
            if abs(item.sentence - whole.sentence) > _SENTENCES or abs(item.place - whole.place) > _FURTHEST:
                return []
            value = item.quantity.value
            if item.quantity.kind != whole.quantity.kind or value is None or value == total:
                if value == total and taken:
                    return []
                continue
            if _is_each(items, number - step) or (not taken and self.state.ledger.is_known(item)):
                continue
            if self.state.grammar.fit(whole.quantity, item.quantity) < least:
                continue
            if (
                value > rest
                or item.quantity.per not in (None, whole.quantity.per)
                or self.state.ledger.is_known(item)
            ):
                return []
            taken.append(item)
            rest -= value
            if not rest:
                return taken if len(taken) > 1 else []
        return []

    def _licence(self, whole: Item, parts: Sequence[Item]) -> Rule | None:
        """The rule that links the parts, where words and digits exclude chance and a difference."""
        first, last = parts[0], parts[-1]
        says = self.state.readings.says
        rule = self._linked(parts[-2], last)
        if self._beside(whole, parts):
            return rule or self._rule("linked")
        length = _most_digits(whole, parts)
        if whole.quantity.per:
            end = min(last.place + _LINKED, self.state.sketch.sentences[last.sentence][1])
            return self._rule("linked") if says("borne", first.place - _LINKED, end) else None
        if self._differs(whole, parts, strictly=first.sentence == whole.sentence or length < _VERY_LONG):
            return None
        alike = all(self.state.grammar.fit(whole.quantity, part.quantity) is Fit.YES for part in parts)
        if length >= _LONG and alike:
            return rule or self._rule("linked")
        if self._goes_on(whole, last) or not (alike or len(parts) > 2):
            return None
        if rule is None:
            close = last.sentence == whole.sentence and last.place - whole.place < _NEAR
            listed = close and len(parts) > 2 and not says("temporal", whole.place, last.place)
            return self._rule("linked") if listed else None
        if rule.fields.get("closes") == "yes":
            near = first.place - whole.place < _FURTHEST // 2
            return rule if near and not says("temporal", first.place, last.place) else None
        return rule if self._is_side_by_side(whole, parts) and length > 1 else None

    def _is_side_by_side(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether a few figures stand together right after their whole: in one sentence, or "… . Sedangkan …"."""
        first, last = parts[0], parts[-1]
        if first.place - whole.place > _NEAR:
            return False
        says = self.state.readings.says
        if first.sentence != last.sentence:
            if self._is_run(parts) and _most_digits(whole, parts) >= _LONG - 1:
                return not says("temporal", first.place, last.place)
            paired = len(parts) == 2 and last.sentence == first.sentence + 1
            goes_on = paired and self.state.readings.goes_on(last.sentence)
            return goes_on and not says("temporal", whole.place + 1, last.place)
        if self._sums_up(whole) is not None and first.sentence == whole.sentence:
            return True
        start = max(self.state.sketch.sentences[whole.sentence][0], whole.place - _BEFORE)
        return not says("temporal", start, last.place)

    def _is_run(self, parts: Sequence[Item]) -> bool:
        """Whether three parts and more stand in sentences that follow one another, the last two in one of them."""
        close = all(right.sentence - left.sentence <= 1 for left, right in pairwise(parts))
        return len(parts) > 2 and close and parts[-2].sentence == parts[-1].sentence

    def _goes_on(self, whole: Item, last: Item) -> bool:
        """Whether the list goes on after its last part: then the whole is the first of the list."""
        end = min(last.place + _LINKED, self.state.sketch.sentences[last.sentence][1])
        return any(
            item.quantity.value != whole.quantity.value
            and self.state.grammar.fit(last.quantity, item.quantity) is Fit.YES
            for item in self.state.sketch.between(last.place + 1, end)
        )

    def _beside(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether each figure stands beside one of a sum that is known: "Rp2 miliar dari 30 orang"."""
        known = [self._neighbour(part) for part in parts]
        total = self._neighbour(whole)
        if total is None or None in known:
            return False
        owners = [self.state.ledger.of(item) for item in known if item is not None]
        return all(
            any(draft.total is total and draft.breakdown.relation == "sum" for draft in drafts)
            for drafts in owners
        )

    def _neighbour(self, item: Item) -> Item | None:
        """The figure of another kind that stands right before an item."""
        previous = next(self.state.sketch.before(item.place), None)
        if previous is None or item.place - previous.place > _BESIDE:
            return None
        return previous if previous.sentence == item.sentence else None

    def _sums_up(self, whole: Item) -> Rule | None:
        """The rule of a word before a whole that makes it the sum of what stands before it."""
        start = max(self.state.sketch.sentences[whole.sentence][0], whole.place - _LINKED)
        return self.state.grammar.match("sums_up", self.state.sketch.text, start, whole.place)

    def _differs(self, whole: Item, parts: Sequence[Item], *, strictly: bool) -> bool:
        """Whether the words speak of a rise, a fall or a price: then a sum is a difference read backwards."""
        sketch, says = self.state.sketch, self.state.readings.says
        start = min(whole.place, parts[0].place)
        low = max(sketch.sentences[sketch.sentence(start)][0], start - _BEFORE)
        high = max(whole.place, parts[-1].place)
        if any(says("account", max(each.place - _BEFORE, 0), each.place) for each in parts):
            return True
        if says("prices", low, min(high + _BEFORE, sketch.sentences[sketch.sentence(high)][1])):
            return True
        if strictly:
            return says("moves", low, min(high + _BEFORE, sketch.sentences[sketch.sentence(high)][1]))
        return any(says("step", max(each.place - _BEFORE, 0), each.place) for each in parts)

    def _linked(self, previous: Item, last: Item) -> Rule | None:
        if last.place - previous.place > (_LINKED if last.sentence == previous.sentence else 2 * _LINKED):
            return None
        end = min(last.place + 20, self.state.sketch.sentences[last.sentence][1])
        return self.state.grammar.match("linked", self.state.sketch.text, previous.place, end)

    def _rule(self, role: str) -> Rule:
        *_, rule = self.state.grammar.rules(role)
        return rule

    def _add(self, rule: Rule, whole: Item, parts: Sequence[Item]) -> None:
        sketch = self.state.sketch
        regions = []
        for number in sorted({part.sentence for part in parts}):
            start, end = sketch.sentences[number]
            if whole.sentence == number and whole.place < parts[0].place:
                start = whole.place + 1
            elif whole.sentence == number:
                end = whole.place
            regions.append(Region(start, end))
        reading = Reading(Whole(whole, True), tuple(parts), tuple(regions), True)
        names = self._names_beside(parts) if self._beside(whole, parts) else ()
        self.state.ledger.add(rule, "sum", reading, names=names)

    def _names_beside(self, parts: Sequence[Item]) -> tuple[str, ...]:
        """What the figures beside the parts are called, which are the same in another currency or unit."""
        beside = [self._neighbour(part) for part in parts]
        return tuple(self.state.ledger.labels[item.place] for item in beside if item is not None)

    def read_share(self, event: Event) -> None:
        """ "2.449 pelanggan atau 13 persen": a part of the figure near it of which it is that share."""
        part, percent = (self.state.item(event.match.start(group)) for group in ("part", "percent"))
        if part is None or percent is None or part.quantity.kind == "percent" or part.quantity.per:
            return
        if self.state.ledger.is_known(part):
            return
        low = max(self.state.sketch.sentences[part.sentence][0], event.start - _BEFORE)
        high = min(event.end + _BEFORE, self.state.sketch.sentences[part.sentence][1])
        says = self.state.readings.says
        if says("moves", low, event.end) or says("aims", low, high) or says("prices", low, event.end):
            return
        for whole in self._around(part):
            if is_less(part.quantity, whole.quantity) and is_share(
                part.quantity, whole.quantity, percent.quantity
            ):
                region = self._around_share(event, part)
                self.state.ledger.add(
                    event.rule, "subset", Reading(Whole(whole, True), (part,), (region,), False)
                )
                return

    def read_share_far(self, event: Event) -> None:
        """ "… Rp7,1 triliun kepada 112 debitur, atau 84,8 persen dari target Rp8,4 triliun": figures that prove it."""
        percent = self.state.item(event.match.start("percent"))
        if percent is None:
            return
        start, end = self.state.sketch.sentences[percent.sentence]
        wholes = [
            item
            for item in self.state.sketch.between(start, end)
            if item.quantity.kind != "percent" and not item.quantity.per and self._is_base(item, start)
            if not self.state.readings.is_paired(item)
        ]
        for whole in wholes:
            for part in self._told_of(whole, percent):
                if is_share(part.quantity, whole.quantity, percent.quantity):
                    region = self._around_share(event, part)
                    reading = Reading(Whole(whole, True), (part,), (region,), False)
                    self.state.ledger.add(event.rule, "subset", reading)
                    return

    def _is_base(self, item: Item, start: int) -> bool:
        before = (each for each in self.state.sketch.before(item.place) if each.quantity.kind != "percent")
        previous = next(
            (each.place + 1 for each in before if not self.state.grammar.lasts(each.quantity)), start
        )
        low = max(start, previous, item.place - _LINKED)
        return self.state.readings.says("based", low, item.place)

    def _told_of(self, whole: Item, percent: Item) -> Iterator[Item]:
        """The free figures before a percentage, the nearest first: in its sentence, else in the one before."""
        for item in self.state.sketch.before(percent.place):
            if item.sentence < percent.sentence - 1:
                return
            if not self.state.is_free(item) or item is whole or self.state.leads(item, "step"):
                continue
            alike = self.state.grammar.fit(whole.quantity, item.quantity) is Fit.YES
            if alike and is_less(item.quantity, whole.quantity):
                yield item

    def read_half(self, event: Event) -> None:
        """ "Laba Rp3,4 miliar, separuhnya atau Rp1,7 miliar": the nearest figure before it is twice as much."""
        part = self.state.item(event.match.start("part"))
        if part is None or not part.quantity.value or not self.state.is_free(part):
            return
        for whole in self._around(part):
            if whole.place < part.place:
                parts = (part.quantity.value, whole.quantity.value or 0)
                if parts[0] < parts[1] <= 2 * parts[0]:
                    region = self._around_share(event, part)
                    reading = Reading(Whole(whole, True), (part,), (region,), False)
                    end = self.state.sketch.sentences[part.sentence][1]
                    words = words_after(self.state.sketch, self.state.grammar, part.place + 1, end)
                    self.state.ledger.add(event.rule, "subset", reading, names=(words,) if words else ())
                return

    def _around_share(self, event: Event, part: Item) -> Region:
        """The sentence up to the percentage where words stand before the part, else all of it."""
        start, end = self.state.sketch.sentences[part.sentence]
        lead = self.state.grammar.starts("lead", self.state.sketch.text, start, part.place)
        behind = event.start < part.place
        if behind and not name_before(self.state.sketch, self.state.grammar, start, part.place):
            return Region(start, end)
        return Region(start, end if lead and lead.end() == part.place else event.end)

    def _around(self, part: Item) -> Iterator[Item]:
        """The figures of one kind with a part before it, the nearest first, then those soon after it."""
        sketch = self.state.sketch
        before: list[Item] = []
        for item in sketch.before(part.place):
            if item.sentence < part.sentence - _SENTENCES - 1 or len(before) == _MOST_PARTS:
                break
            before.append(item)
        last = min(part.sentence + 2, len(sketch.sentences) - 1)
        for item in (*before, *sketch.between(part.place + 1, sketch.sentences[last][1])[:_MOST_PARTS]):
            aims = self.state.readings.says("aims", max(item.place - _BEFORE // 2, 0), item.place)
            if (
                not aims
                and not item.quantity.per
                and self.state.grammar.fit(item.quantity, part.quantity) is Fit.YES
            ):
                yield item


def _may_be_whole(quantity: Quantity) -> bool:
    value = quantity.value
    return value is not None and value >= _FEWEST and quantity.kind != "percent"


def _is_each(items: Sequence[Item], at: int) -> bool:
    """Whether a figure is the one of a rate: "satu orang Rp50 juta"."""
    item, *following = items[at : at + 2]
    each = item.quantity.kind == "count" and item.quantity.value == 1
    return each and any(
        other.quantity.kind == "money" and other.place - item.place <= _RIGHT_BEHIND for other in following
    )


def _most_digits(whole: Item, parts: Sequence[Item]) -> int:
    return max(digits(each.quantity) for each in (whole, *parts))


def digits(quantity: Quantity) -> int:
    """How many digits a figure has without the noughts at its end.

    >>> from beritaextract import extract
    >>> [digits(each) for each in extract("Rp1,25 miliar, 600 tenda").quantities]
    [3, 1]
    """
    value = Fraction(quantity.value or 0)
    return len(str(value.numerator).rstrip("0")) if value.denominator == 1 else len(str(value.numerator))


def is_share(part: Quantity, whole: Quantity, percent: Quantity) -> bool:
    """Whether a part is the printed percentage of a whole, as far as all three are rounded.

    One digit alone proves nothing, and figures that leave much open are taken as they stand.
    """
    if part.value is None or not whole.value or percent.value is None or percent.value < _FEWEST:
        return False
    if part.value == whole.value or (digits(part) < 3 and percent.step == 1):
        return False
    share = Fraction(part.value) * 100 / Fraction(whole.value)
    left = Fraction(part.step) / Fraction(part.value) + Fraction(whole.step) / Fraction(whole.value)
    slack = Fraction(percent.step or 1) + (share * left if left * _FINE <= 1 else 0)
    return abs(share - Fraction(percent.value)) * 2 <= slack
