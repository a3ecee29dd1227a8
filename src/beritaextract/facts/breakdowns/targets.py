"""What of a target, a budget or a ceiling has been reached or spent: one part of one whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.proven import is_share
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import Event, State, is_less
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees
from beritaextract.model import Date
from beritaextract.rules import Rule

__all__ = ["Pair", "Targets"]

_YEAR = regex.compile(r"\d{4}")
_UNTIL = regex.compile(
    r"\b(?:hingga|sampai|per|s/d|akhir|semester|triwulan|dengan)\b\P{L}*+(?:\p{L}+\s){0,2}$"
)
_BACK = 2
_BEFORE = 110
_MOST = 6
_FURTHEST = 100_000


@dataclass(frozen=True, slots=True)
class Pair:
    """A target and what of it is done."""

    rule: Rule
    total: Item
    part: Item


@dataclass(slots=True)
class Targets:
    """Pairs the figures of target and realisation; each figure is in one pair at most."""

    state: State
    rows: list[Pair] = field(default_factory=list)
    """The pairs in one sentence, those of more than its target included."""

    def pairs(self) -> list[Pair]:
        """The pairs, those in one sentence first; a realisation alone takes the target of a sentence before it."""
        found: list[Pair] = []
        taken: set[int] = set()
        for event in self._events():
            places = {event.match.start("total"), event.match.start("part")}
            if taken.isdisjoint(places) and (pair := self._pair(event)) is not None:
                taken |= places
                self.rows.append(pair)
                if is_less(pair.part.quantity, pair.total.quantity) and not _is_printed_again(pair):
                    found.append(pair)
        for rule in self.state.grammar.active(self.state.sketch.text, ["done"], self.state.sketch.needs):
            found += self._across_sentences(rule, taken)
        return found

    def _events(self) -> list[Event]:
        """The matches of the rules in the sentences of two figures and more."""
        sketch = self.state.sketch
        rules = self.state.grammar.active(sketch.text, ["target"], sketch.needs)
        spans = [span for span in sketch.sentences if sketch.count(*span) > 1] if rules else []
        events = [
            Event(match.start(), match.end(), rule, match)
            for rule in rules
            for span in spans
            for match in rule.pattern.finditer(sketch.text, *span)
        ]
        return sorted(events, key=lambda event: (event.start, -event.end))

    def _across_sentences(self, rule: Rule, taken: set[int]) -> Iterator[Pair]:
        """What is done of a target in one of the sentences before."""
        sketch = self.state.sketch
        aiming = [
            number
            for number in sorted({item.sentence for item in sketch.items})
            if any(item.place not in taken for item in self._aims(number))
        ]
        following = {number + step for number in aiming for step in range(1, _BACK + 1)}
        for number in sorted(following & set(range(len(sketch.sentences)))):
            for match in rule.pattern.finditer(sketch.text, *sketch.sentences[number]):
                part = self.state.item(match.start("part"))
                if part is None or part.place in taken:
                    continue
                if self.state.readings.says("cut", match.start(), part.place):
                    continue
                if pair := self._across(rule, part, taken):
                    taken |= {pair.total.place, part.place}
                    yield pair

    def add(self, pairs: Iterable[Pair]) -> None:
        """Writes pairs down, with the rest where the text has it too."""
        for pair in pairs:
            first = min(pair.total, pair.part, key=lambda item: item.place)
            if first.sentence != pair.part.sentence:
                first = pair.part
            start, _ = self.state.sketch.sentences[first.sentence]
            previous = (
                item for item in self.state.sketch.before(first.place) if item.quantity.kind != "percent"
            )
            before = next(previous, None)
            start = max(start, before.place + 1 if before else 0)
            regions = [Region(start, pair.part.place + 1)]
            rest = self._rest(pair)
            items = (pair.part, rest) if rest else (pair.part,)
            if rest:
                regions.append(Region(pair.part.place + 1, self.state.sketch.sentences[rest.sentence][1]))
            reading = Reading(Whole(pair.total, True), items, tuple(regions), rest is not None)
            self.state.ledger.add(pair.rule, "sum" if rest else "subset", reading)

    def _rest(self, pair: Pair) -> Item | None:
        """What the text says is not reached or spent, where both come to the whole."""
        last = min(pair.part.sentence + 1, len(self.state.sketch.sentences) - 1)
        after = self.state.sketch.between(
            max(pair.part.place, pair.total.place) + 1, self.state.sketch.sentences[last][1]
        )
        for item in after[:_MOST]:
            if self.state.grammar.fit(pair.total.quantity, item.quantity) is not Fit.YES:
                continue
            low = max(pair.part.place, item.place - _BEFORE)
            parts = [pair.part.quantity, item.quantity]
            if agrees(pair.total.quantity, parts) and self.state.readings.says("left", low, item.place):
                return item
        return None

    def _pair(self, event: Event) -> Pair | None:
        total, part = self.state.item(event.match.start("total")), self.state.item(event.match.start("part"))
        if total is None or part is None or not self._belongs(total, part):
            return None
        if any(self.state.leads(item, "step", "became") for item in (part, total)):
            return None
        if total.place < part.place and self._is_cut(total.place + 1, part.place):
            return None
        return Pair(event.rule, total, part)

    def _is_cut(self, start: int, end: int) -> bool:
        return self.state.readings.says("cut", start, end) or self._is_of_another_year(start, end)

    def _belongs(self, total: Item, part: Item) -> bool:
        """Whether the figures are of one kind of thing and of one order."""
        if part.quantity.kind == "percent" or part.quantity.per or total.quantity.per:
            return False
        if not part.quantity.value or not total.quantity.value:
            return False
        fit = self.state.grammar.fit
        fits = fit(total.quantity, part.quantity) is Fit.YES or fit(part.quantity, total.quantity) is Fit.YES
        near = total.quantity.value < part.quantity.value * _FURTHEST
        return fits and near and not self.state.grammar.lasts(part.quantity)

    def _across(self, rule: Rule, part: Item, taken: set[int]) -> Pair | None:
        """The target that stands alone in one of the sentences before that of a realisation."""
        start, end = self.state.sketch.sentences[part.sentence]
        percents = [
            item.quantity for item in self.state.sketch.between(start, end) if item.quantity.kind == "percent"
        ]
        for back in range(part.sentence - 1, max(part.sentence - 1 - _BACK, -1), -1):
            aims = [item for item in self._aims(back) if self._belongs(item, part)]
            if not aims:
                continue
            if aims[-1].place in taken or not is_less(part.quantity, aims[-1].quantity):
                return None
            total = aims[-1]
            proven = any(is_share(part.quantity, total.quantity, percent) for percent in percents)
            near = back == part.sentence - 1 and self._is_alone(total)
            if proven or (near and not self._is_of_another_year(start, part.place)):
                return Pair(rule, total, part)
        return None

    def _is_alone(self, item: Item) -> bool:
        """Whether no other figure of its kind stands in the sentence."""
        others = self.state.sketch.between(*self.state.sketch.sentences[item.sentence])
        return not any(
            other is not item and self.state.grammar.fit(item.quantity, other.quantity) for other in others
        )

    def _aims(self, number: int) -> Iterator[Item]:
        """The figures of a sentence that a word before them makes a target."""
        start, end = self.state.sketch.sentences[number]
        if not self.state.readings.says("aim_word", start, end):
            return
        for item in self.state.sketch.between(start, end):
            if self.state.readings.says("aim", max(start, item.place - _BEFORE), item.place):
                yield item

    def _is_of_another_year(self, start: int, end: int) -> bool:
        """Whether a year stands between two places that is not the end of a period."""
        for place, mention in self.state.sketch.mentions.items():
            if not (start < place < end and isinstance(mention, Date)):
                continue
            if _YEAR.fullmatch(mention.value or "") and not _UNTIL.search(
                self.state.sketch.text, start, place
            ):
                return True
        return False


def _is_printed_again(pair: Pair) -> bool:
    """Whether the second figure is the target once more."""
    return pair.total.place < pair.part.place and pair.total.quantity.value == pair.part.quantity.value
