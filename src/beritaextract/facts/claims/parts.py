"""Parts of a claim, and the figure of an earlier time: claims of their own beside the total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import regex

from beritaextract.facts.claims.cases import Cases
from beritaextract.facts.claims.events import Event, Events
from beritaextract.facts.claims.periods import Period, Periods
from beritaextract.facts.claims.places import Found, Places
from beritaextract.facts.claims.shares import Shares
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Breakdown, Date, Ref, Span
from beritaextract.rules import Rule

__all__ = ["Side", "Sides"]

_SENTENCES_ON = 3
_BEHIND = 40
_BREAK = regex.compile(r"[,;:“”\"\n]|[.!?]\s|[\uE000-\uE005]\)?")
_YEAR = regex.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Side:
    """An amount beside a total: what differs from the total's own slots; ``words`` are those of its purpose.

    ``is_share``: only the sum tells that it is a part.
    """

    item: Item
    purpose: str | None
    words: Span | None
    cases: Item | None
    period: Period | None
    place: Found | None
    rule: Rule | None
    is_part: bool
    is_share: bool = False

    @property
    def is_programme(self) -> bool:
        """Whether only its name, and no sum, makes it a part."""
        return self.rule is not None and self.rule.fields["role"] == "programme"


class Sides:
    """Finds what stands beside the amount of an event."""

    def __init__(
        self, sketch: Sketch, grammar: Grammar, breakdowns: Sequence[Breakdown], places: Places
    ) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.events = Events(sketch, grammar)
        self.cases = Cases(sketch, grammar)
        self.periods = Periods(sketch, grammar)
        self.places = places
        self.shares = Shares(sketch, grammar)
        self._breakdowns = breakdowns
        self._items = {item.quantity.id: item for item in sketch.items}

    def of(self, event: Event, cases: Item | None, period: Period | None) -> list[Side]:
        """The parts of an amount, those of its parts, and the figures of earlier times."""
        has_parts = not event.goes_on or "parts" in event.rule.fields
        parts = self._adding_up(event.item, self._parts(event.item, cases)) if has_parts else []
        for others in (self._programmes, self._times, self._more):
            parts = parts or list(others(event.item))
        if has_parts:
            parts = self._with_shares(parts, [self.shares.ranked(event.item), self.shares.listed(event.item)])
        if "regions" in event.rule.fields:
            parts = [self._as_region(side) if side.place is None else side for side in parts]
        last = max((side.item.sentence for side in parts), default=event.item.sentence)
        parts = [
            replace(side, cases=side.cases or self.cases.told(side.item, side.purpose)) for side in parts
        ]
        first = self.first_told(event.item)
        earlier = list(self._earlier(event, period, last))
        if first and not earlier:
            earlier = list(self._earlier(replace(event, item=first), period, first.sentence))
        return [*parts, *earlier]

    def _parts(self, total: Item, cases: Item | None) -> list[Side]:
        found: list[Side] = []
        for breakdown in self._breakdowns:
            if breakdown.total is None or breakdown.total.id != total.quantity.id:
                continue
            items = [self._items.get(part.quantity.id) for part in breakdown.parts]
            here = [item for item in items if item and self._is_paid(item, total)]
            if breakdown.relation == "sum" and len(here) < len(items):
                continue
            counts = self._counts(breakdown, cases)
            labels = {part.quantity.id: part.label for part in breakdown.parts}
            sides = [
                self._part(item, labels[item.quantity.id], counts.get(item.quantity.id)) for item in here
            ]
            for side in self._by_region(sides):
                found += [side, *self._parts(side.item, side.cases)]
        return found

    def _adding_up(self, total: Item, known: list[Side]) -> list[Side]:
        """The known parts of an amount, and those that add up to it or to one of them."""
        runs = self.shares.of(total)
        runs += [each for run in runs for part in run for each in self.shares.of(part)]
        return self._with_shares(known, runs)

    def _with_shares(self, known: list[Side], runs: Sequence[Sequence[Item]]) -> list[Side]:
        found = {side.item.place: side for side in known}
        for run in runs:
            for side in self._by_region([self.share(item) for item in run]):
                found.setdefault(side.item.place, side)
        return [found[place] for place in sorted(found)]

    def counted(self, total: Item, parts: Sequence[Side]) -> Item | None:
        """The number of cases of a total that is the sum of those of its parts."""
        counted = [side for side in parts if side.cases]
        counts = [side.cases for side in counted if side.cases]
        return self.shares.counted(total, counts) if self.are_all(counted, total) else None

    def summed_up(self, total: Item, parts: Sequence[Side]) -> Item | None:
        """The number of cases that a sentence behind a total or its parts tells for all."""
        told = Counter(side.item.sentence for side in parts)
        ends = {number for number, several in told.items() if several > 1} | {total.sentence}
        return next(filter(None, map(self.cases.behind, sorted(ends))), None)

    def is_sum_of(self, total: Item, told: Set[int]) -> bool:
        """Whether an amount is the sum of amounts of which half or more stand at the places told."""
        runs = self.shares.of(total)
        return any(2 * sum(item.place in told for item in run) >= len(run) for run in runs)

    def first_told(self, item: Item) -> Item | None:
        """The same amount in one of the sentences before: "Rp46 miliar dari 40 orang. … Dari Rp46 miliar itu"."""
        start, _ = self.sketch.sentences[item.sentence]
        if not self.grammar.starts("of_that_sum", self.sketch.text, start, item.place + _BEHIND):
            return None
        for other in self.sketch.before(start):
            if item.sentence - other.sentence > _SENTENCES_ON:
                return None
            if other.quantity.value == item.quantity.value and other.quantity.unit == item.quantity.unit:
                return other
        return None

    def are_all(self, parts: Sequence[Side], total: Item) -> bool:
        """Whether some parts add up to a total."""
        return self.shares.are_all([side.item for side in parts], total)

    def fit(self, parts: Sequence[Side], total: Item) -> bool:
        """Whether some parts are no more than a total."""
        return self.shares.fit([side.item for side in parts], total)

    def share(self, item: Item) -> Side:
        """A part by the words before it, the nearest that name something, or by those behind it."""
        text, low = self.sketch.text, self.stretch(item)
        breaks = [found.end() for found in _BREAK.finditer(text, low, item.place)]
        start, words = low, None
        for start in (*reversed(breaks), low):
            if match := self.grammar.starts("share", text, start, item.place):
                words = self.sketch.span(*match.span("purpose"))
                break
        else:
            _, last = self.sketch.sentences[item.sentence]
            if match := self.grammar.starts("share_behind", text, item.place + 1, last):
                words = self.sketch.span(*match.span("purpose"))
        place = self.places.within(start, item.place)
        period = self.periods.beside(item, low, self.sketch.sentences[item.sentence][1])
        if place and words and place.span == words:
            words = None
        what = words.line if words else None
        cases = self.cases.beside(item, low)
        return Side(item, what, words, cases, period, place, None, True, is_share=True)

    def _by_region(self, sides: list[Side]) -> list[Side]:
        """Parts of which some are regions: then a bare name is one too."""
        if all(side.place is None for side in sides):
            return sides
        return [self._as_region(side) if side.place is None else side for side in sides]

    def _as_region(self, side: Side) -> Side:
        name = side.words.line if side.words else ""
        if not self.grammar.starts("bare_name", name, 0, len(name)):
            return side
        return replace(side, purpose=None, place=Found(Ref(name=name), side.words))

    def _is_paid(self, item: Item, total: Item) -> bool:
        start, _ = self.sketch.sentences[item.sentence]
        low = max(start, total.place + 1) if total.place < item.place else start
        is_apart = self.events.is_planned(item, low) or self.shares.comes_in(item)
        return self.events.is_sum(item) and not is_apart

    def _counts(self, breakdown: Breakdown, cases: Item | None) -> dict[str, Item]:
        """The numbers of cases by amount, where the cases are broken down under the same labels."""
        amounts = {part.label: part.quantity.id for part in breakdown.parts}
        for other in self._breakdowns:
            if cases and other.total and other.total.id == cases.quantity.id:
                return {
                    amounts[part.label]: self._items[part.quantity.id]
                    for part in other.parts
                    if part.label in amounts and part.quantity.id in self._items
                }
        return {}

    def _part(self, item: Item, label: str, count: Item | None) -> Side:
        low = self.stretch(item)
        place = self.places.within(low, item.place)
        period = self.periods.before(item, low)
        cases = self.cases.beside(item, low) or count
        words = self._programme(low, item.place)
        is_told = place and place.span and place.span.text not in label
        if is_told and not words and (what := self._label(label)):
            return Side(item, what, self._where(what, low, item), cases, period, place, None, True)
        if place or period:
            return Side(item, words.line if words else None, words, cases, period, place, None, True)
        purpose = self._label(label)
        if purpose is None or (words and self._is_named_by(words, purpose, item)):
            return Side(item, words.line if words else None, words, cases, None, None, None, True)
        return Side(item, purpose, self._where(purpose, low, item), cases, None, None, None, True)

    def stretch(self, item: Item) -> int:
        """Where the words of an amount begin: behind the money before it and what is told of that, or the sentence."""
        start, _ = self.sketch.sentences[item.sentence]
        for other in self.sketch.before(item.place):
            if other.place < start:
                break
            if other.quantity.kind == "money":
                counted = self.cases.after(other)
                return counted.place + 1 if counted and counted.place < item.place else other.place + 1
        return start

    def _label(self, label: str) -> str | None:
        """What a part is called, without the verb behind it; none where that says nothing."""
        if self.grammar.starts("no_label", label, 0, len(label)):
            return None
        match = self.grammar.starts("label", label, 0, len(label))
        return match["purpose"] if match else label

    def _programme(self, low: int, place: int) -> Span | None:
        """The programme named before the amount at ``place``, without a break between them."""
        for rule in self.grammar.rules("programme"):
            if match := rule.pattern.search(self.sketch.text, low, place + 1):
                return self.sketch.span(*match.span("purpose"))
        return None

    def _is_named_by(self, programme: Span, label: str, item: Item) -> bool:
        """Whether a programme before an amount names it, and its label is one that stands behind it."""
        amount = item.quantity.span
        between = self.sketch.source[programme.end : amount.start]
        before = self.sketch.source[programme.start : amount.start]
        return label not in before and not self.grammar.search("apart", between, 0, len(between))

    def _where(self, label: str, low: int, item: Item) -> Span | None:
        """The words of a label: those before its amount, else those behind it in the sentence."""
        source, amount = self.sketch.source, item.quantity.span
        start, (_, last) = self.sketch.span(low, item.place + 1).start, self.sketch.sentences[item.sentence]
        found = source.rfind(label, start, amount.start)
        if found < 0:
            found = source.find(label, amount.end, self.sketch.span(item.place, last).end)
        return Span(start=found, end=found + len(label), text=label) if found >= 0 else None

    def _programmes(self, item: Item) -> Iterator[Side]:
        """Parts that no breakdown holds together: named programmes with their amounts, in the sentences that follow."""
        last = min(item.sentence + _SENTENCES_ON, len(self.sketch.sentences) - 1)
        for number in range(item.sentence, last + 1):
            start, end = self.sketch.sentences[number]
            start = max(start, item.place + 1)
            found = list(self._named(start, end, item))
            if not found and number > item.sentence:
                return
            yield from found

    def _times(self, total: Item) -> Iterator[Side]:
        """Parts by time, in the sentence after the total: "Tahun 2023 terkumpul Rp5 miliar, lalu tahun 2024 …"."""
        for start, end in self.sketch.sentences[total.sentence + 1 : total.sentence + 2]:
            for rule in self.grammar.rules("by_time"):
                first = rule.pattern.match(self.sketch.text, start, end)
                for match in rule.pattern.finditer(self.sketch.text, start, end) if first else ():
                    item = self.sketch.item(match.start("amount"))
                    if item is not None and self._is_paid(item, total):
                        time = self._time(match.start("date"), None)
                        cases = self.cases.beside(item, match.start())
                        yield Side(item, None, None, cases, time, None, rule, True)

    def _more(self, item: Item) -> Iterator[Side]:
        """Further amounts that the same verb goes on to: "klaim Rp5 miliar dan santunan Rp2 miliar"."""
        _, end = self.sketch.sentences[item.sentence]
        for rule in self.grammar.rules("and_more"):
            while match := rule.pattern.match(self.sketch.text, item.place + 1, end):
                more = self.sketch.item(match.start("amount"))
                if more is None or (more.quantity.value and not self.events.is_free(more, item.place)):
                    return
                if more.quantity.value is None:
                    item = more
                    continue
                words = self.sketch.span(*match.span("purpose")) if match["purpose"] else None
                period = self.periods.beside(more, item.place + 1, end)
                is_counted = "cases" in rule.pattern.groupindex
                cases = self.sketch.item(match.start("cases")) if is_counted else self.cases.after(more)
                place = self.places.called(*match.span("purpose"))
                purpose = words.line if words and place is None else None
                yield Side(more, purpose, words, cases, period, place, rule, True)
                item = more

    def _named(self, start: int, end: int, total: Item) -> Iterator[Side]:
        for rule in self.grammar.rules("programme"):
            for match in rule.pattern.finditer(self.sketch.text, start, end):
                item = self.sketch.item(match.start("amount"))
                value, most = (item.quantity.value if item else None), total.quantity.value
                if item is None or value is None or most is None or value >= most:
                    continue
                is_other = self.events.is_of_each(self.events.clear(item), item)
                is_other = is_other or self.events.is_planned(item, match.start())
                if self.events.is_sum(item) and not is_other:
                    words = self.sketch.span(*match.span("purpose"))
                    low = self.stretch(item)
                    cases = self.cases.beside(item, low)
                    period = self.periods.beside(item, low, self.sketch.sentences[item.sentence][1])
                    yield Side(item, words.line, words, cases, period, None, rule, True)

    def _earlier(self, event: Event, period: Period | None, last: int) -> Iterator[Side]:
        """The figures of earlier times that the amount is compared with, in its sentence or one that points back."""
        if event.earlier is not None:
            yield self._base(event, event.earlier)
            return
        sentences = self.sketch.sentences
        here = event.item.sentence
        yield from self._compared(event.item.place + 1, sentences[here][1], period)
        if self.grammar.starts("against", self.sketch.text, *sentences[here]):
            yield from self._compared(sentences[here][0], event.item.place, period)
        for start, end in sentences[here + 1 : last + 1 + _SENTENCES_ON]:
            if self.grammar.starts("points_back", self.sketch.text, start, end):
                yield from self._compared(start, end, period)
                return

    def _base(self, event: Event, base: Item) -> Side:
        """The figure from which an amount grew, on either side of it."""
        ends = (event.start, event.item.place)
        if base.place > event.item.place:
            ends = (event.item.place + 1, self.sketch.sentences[event.item.sentence][1])
        time = self.periods.beside(base, *ends)
        return Side(base, None, None, self.cases.after(base), time, None, event.rule, False)

    def _compared(self, start: int, end: int, period: Period | None) -> Iterator[Side]:
        for rule in self.grammar.active(self.sketch.text[start:end], ["compared"], self.sketch.needs):
            if match := rule.pattern.search(self.sketch.text, start, end):
                place = match.start("amount")
                item = self.sketch.item(place)
                if item and self.events.is_sum(item):
                    dates = match.starts("date")
                    behind = min(end, match.end() + _BEHIND)
                    same = self.grammar.search("same_months", self.sketch.text, start, behind)
                    time = self._time(dates[-1] if dates else None, period if same else None)
                    if time is None and self.grammar.search("against_time", self.sketch.text, start, place):
                        time = self.periods.before(item, start)
                    yield Side(item, None, None, self.cases.after(item), time, None, rule, False)
                    return

    def _time(self, place: int | None, months: Period | None) -> Period | None:
        """The time that a date states; the same months as ``months``, where they are given, in its year."""
        date = self.sketch.mentions.get(place) if place is not None else None
        value = date.value if isinstance(date, Date) else None
        stated = Period(value, place, place + 1) if value and place is not None else None
        return stated if months is None else self.same_months(months, stated)

    def same_months(self, months: Period, stated: Period | None) -> Period | None:
        """The months of one time in the year of another, or in the year before where that is the same or not stated."""
        years = {found.group() for found in _YEAR.finditer(months.value)}
        if len(years) != 1:
            return None
        year = stated.value[:4] if stated else ""
        if not year or year in years:
            year = str(int(min(years)) - 1)
        where = stated or months
        return Period(_YEAR.sub(year, months.value), where.start, where.end)
