"""Breakdowns that a phrase announces: "terdiri dari …", "dari jumlah itu …", "… di antaranya"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import regex

from beritaextract.facts.breakdowns.licences import Licences, is_little_more
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_exact, is_small
from beritaextract.facts.breakdowns.state import Event, State, at_least, is_less
from beritaextract.facts.breakdowns.totals import adds_up
from beritaextract.facts.breakdowns.wholes import Whole, in_sentence
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.model import Quantity

__all__ = ["Announced"]

_NEAR = 50
_FURTHEST = 160
_FEWEST = 10
_FEW = 3
_SENTENCES_BACK = 2
_OPENING = ' \n“"‘'
_JOINED = regex.compile(r"(?:\s\p{L}[\p{L}-]*+){0,3},?\s(?:dan|serta)\s")
_AMONG = regex.compile(r"\s(?:\p{Ll}+\s)?di\s?antaranya\b")
_PERSONS = frozenset({"orang", "jiwa"})


@dataclass(frozen=True, slots=True)
class Announced:
    """One method for each role of a rule that announces parts."""

    state: State

    def read_list(self, event: Event) -> None:
        """Parts after their trigger; the total stands before it."""
        sentence = self.state.sketch.sentence(event.start)
        regions = self.state.regions(event)
        for like in self.state.readings.kinds(regions):
            wholes = in_sentence(self.state.sketch, self.state.grammar, event.start, like)
            here = bool(wholes)
            if not here:
                wholes = self.state.earlier(self.state.subject(event), event.start, like)
            if event.rule.fields["relation"] == "subset":
                if here:
                    self._some(event, wholes, regions)
                elif self._opens(event):
                    self._some(event, wholes, regions, list(self._following(sentence, like)))
                continue
            self._sum(event, wholes, regions, here=here)

    def _sum(self, event: Event, wholes: Sequence[Whole], regions: Sequence[Region], *, here: bool) -> None:
        sentence = self.state.sketch.sentence(event.start)
        reading = self.state.readings.best(wholes, regions, sentence)
        if reading is None or not reading.items:
            return
        licences = Licences(self.state)
        if here and (some := licences.before_rest(event, reading)):
            self.state.ledger.add(event.rule, "subset", some, is_open=len(some.items) > 1)
            return
        is_rate = reading.total.kind == "percent"
        if len(reading.items) < 2 or (
            is_rate and self.state.readings.says("moves", event.end, reading.items[-1].place)
        ):
            return
        if reading.holds and here and not is_exact(reading) and licences.leaves_rest(reading, near=True):
            self.state.ledger.add(event.rule, "subset", reading, is_open=True)
        elif reading.holds:
            sure = event.rule.fields.get("proof") != "yes" and (here or at_least(reading.total, _FEW))
            proven = sure or fits_all(self.state.grammar, reading)
            if proven and (here or licences.may_look_back(event, reading)):
                self.state.ledger.add(event.rule, "sum", reading)
        elif here and licences.has_twin(event, wholes[0], regions):
            items = self.state.readings.items(regions, wholes[0].item)
            self.state.ledger.add(
                event.rule, "sum", Reading(wholes[0], tuple(items), tuple(regions), holds=False)
            )
        elif here and licences.lacks_one(reading.whole, reading.items, reading.regions[-1].end):
            self.state.ledger.add(event.rule, "sum", reading, is_open=True)
        elif here and not fits_all(self.state.grammar, reading):
            earlier = self.state.earlier("", event.start, reading.items[0].quantity)
            self._sum(event, earlier, regions, here=False)
        elif here and event.is_certain and is_little_more(reading) and fits_all(self.state.grammar, reading):
            self.state.ledger.add(event.rule, "sum", reading)
        elif licences.contradicts(event, reading, here=here):
            is_open = licences.leaves_rest(reading)
            self.state.ledger.add(event.rule, "subset" if is_open else "sum", reading, is_open=is_open)

    def _opens(self, event: Event) -> bool:
        """Whether a match stands at the start of its sentence."""
        start, _ = self.state.sketch.sentences[self.state.sketch.sentence(event.start)]
        return not self.state.sketch.text[start : event.start].strip(_OPENING)

    def _some(
        self,
        event: Event,
        wholes: Sequence[Whole],
        regions: list[Region],
        following: Sequence[Region] = (),
    ) -> None:
        """Parts that are said to be some of a whole, unless their figures come to it."""
        ways = [[*regions, *following], regions] if following else [regions]
        for way in ways if "takes" not in event.rule.fields else ():
            reading = self.state.readings.within(wholes, way)
            if reading is not None and at_least(reading.total, _FEWEST):
                self.state.ledger.add(event.rule, "sum", reading)
                return
        any(self.some(event, wholes, way) for way in ways)

    def read_of(self, event: Event) -> None:
        """ "Dari jumlah tersebut …": parts that are all of it or some."""
        sentence = self.state.sketch.sentence(event.end - 1)
        region = self.state.region(event)
        for like in self.state.readings.kinds([region]):
            if "total" in event.match.re.groupindex:
                items = self.state.sketch.between(event.match.start("whole"), event.match.end("whole"))
                wholes = [Whole(item, True) for item in items if self.state.grammar.fit(item.quantity, like)][
                    :1
                ]
            else:
                here = in_sentence(self.state.sketch, self.state.grammar, event.start, like)
                wholes = [*here[:1], *self.state.earlier(event.match["whole"], event.start, like)]
            reading = self.state.readings.best(wholes, [region], sentence)
            if reading is None or not reading.items:
                continue
            first, last = reading.items[0], reading.items[-1]
            start = self.state.sketch.sentences[self.state.sketch.sentence(event.start)][0]
            if self.state.readings.says("growth", start, first.place):
                continue
            end = self.state.sketch.sentences[last.sentence][1]
            closed = self.state.readings.says("closes", first.place, end) and fits_all(
                self.state.grammar, reading
            )
            if len(reading.items) > 1 and (reading.holds or closed):
                self.state.ledger.add(event.rule, "sum", reading)
            else:
                following = list(self._following(sentence, like))
                if not (following and self.some(event, wholes, [region, *following])):
                    self.some(event, wholes, [region])

    def _following(self, sentence: int, like: Quantity) -> Iterator[Region]:
        """The beginnings of the sentences that go on with a list, up to the first figure of each.

        One sentence without a figure like those may stand between.
        """
        sketch = self.state.sketch
        skipped = False
        for number in range(sentence + 1, len(sketch.sentences)):
            start, end = sketch.sentences[number]
            items = [
                each for each in sketch.between(start, end) if self.state.grammar.fit(like, each.quantity)
            ]
            if not items and not skipped:
                skipped = True
                continue
            if not items or not self.state.grammar.starts("further", sketch.text, start, end):
                return
            skipped = False
            yield Region(start, items[1].place if len(items) > 1 else end)

    def read_among(self, event: Event) -> None:
        """ "85 orang di antaranya": one part of what stands before it."""
        part = self.state.item(event.match.start("part"))
        if part is None or part.place in self.state.ledger.labels or part.quantity.kind == "percent":
            return
        wholes = in_sentence(self.state.sketch, self.state.grammar, part.place, part.quantity)
        wholes = self._subject_first(wholes, part) or self.state.earlier("", part.place, part.quantity)
        start, end = self.state.sketch.sentences[part.sentence]
        if self.state.readings.says("last", start, part.place):
            wholes = [
                Whole(item, True)
                for item in self.state.sketch.before(start)
                if item.place in self.state.ledger.labels
            ][:1]
        wholes = [each for each in wholes if not self._is_length(each.item.quantity)]
        region = Region(part.place, end)
        reading = self.state.readings.best(wholes, [region], part.sentence)
        if reading and reading.holds and reading.items[-1].sentence == part.sentence:
            self.state.ledger.add(event.rule, "sum", reading)
            return
        for whole in wholes:
            if self._is_of(part, whole.item) and self._can_hold(whole, [part]):
                self.state.ledger.add(event.rule, "subset", Reading(whole, (part,), (region,), False))
                return

    def _is_length(self, quantity: Quantity) -> bool:
        return quantity.kind == "measure" and self.state.grammar.lasts(quantity)

    def _is_of(self, part: Item, whole: Item) -> bool:
        """Whether a part counts what its whole counts; a noun of its own may be another one in the same sentence."""
        if whole.sentence == part.sentence:
            return True
        if (part.quantity.unit or "") not in part.quantity.span.text:
            return whole.sentence >= part.sentence - _SENTENCES_BACK
        return self.state.grammar.fit(whole.quantity, part.quantity) is Fit.YES

    def read_most(self, event: Event) -> None:
        """ "Kasus terbanyak di Sukamaju, 41 kasus": the largest part of a whole before it, and the parts after it."""
        part = self.state.item(event.match.start("part"))
        if part is None or part.place in self.state.ledger.labels or not prints_unit(part.quantity):
            return
        here = in_sentence(self.state.sketch, self.state.grammar, event.start, part.quantity)
        wholes = [*here, *self.state.earlier("", event.start, part.quantity)]
        whole = next((each for each in wholes if self.counts_like(each.item, part)), None)
        if whole is None or not is_less(part.quantity, whole.item.quantity):
            return
        if whole.item.sentence < part.sentence - _SENTENCES_BACK:
            return
        region = Region(event.match.start("name"), self.state.sketch.sentences[part.sentence][1])
        regions = [region, *self._going_on(part.sentence)]
        items = self._lesser(regions, whole, part)
        if items:
            holds = adds_up(whole.item.quantity, [item.quantity for item in items])
            reading = Reading(whole, tuple(items), tuple(regions), holds)
            complete = holds or Licences(self.state).ends_in_smallest(reading)
            self.state.ledger.add(event.rule, "sum" if complete else "subset", reading)

    def counts_like(self, whole: Item, part: Item) -> bool:
        """Whether a figure stands alone with its noun, which is that of a part, and is no part or base itself."""
        total = whole.quantity
        if whole.place in self.state.ledger.labels or not at_least(total, _FEWEST):
            return False
        start, end = self.state.sketch.sentences[whole.sentence]
        before = self.state.sketch.text[start : whole.place].casefold()
        named = not prints_unit(total) and (part.quantity.unit or "").casefold() in before
        of_persons = total.unit in _PERSONS and prints_unit(total)
        if total.unit != part.quantity.unit and not named and not of_persons:
            return False
        beside = (item for item in self.state.sketch.between(start, end) if item is not whole)
        if any(item.quantity.unit == total.unit and item is not part for item in beside):
            return False
        fits = self.state.grammar.fit(total, part.quantity) is Fit.YES
        return fits and not self.state.readings.says("moves", start, whole.place)

    def _going_on(self, sentence: int) -> Iterator[Region]:
        """The sentences that go on with a list, as far as each of them does."""
        for number in range(sentence + 1, len(self.state.sketch.sentences)):
            if not self.state.readings.goes_on(number):
                return
            yield Region(*self.state.sketch.sentences[number])

    def _lesser(self, regions: Sequence[Region], whole: Whole, most: Item) -> list[Item]:
        """The largest part and, as long as they count the same and are no larger, the figures after it.

        None where they come to more than the whole.
        """
        rest = whole.item.quantity.value or 0
        last = most.quantity
        found: list[Item] = []
        for item in self.state.readings.items(regions, whole.item, totals=True):
            value = item.quantity.value or 0
            alike = prints_unit(item.quantity) and item.quantity.unit == most.quantity.unit
            known = item.place in self.state.ledger.labels
            if known or not alike or not is_less(item.quantity, last) or not value:
                break
            rest -= value
            last = item.quantity
            found.append(item)
        return found if rest >= 0 else []

    def _subject_first(self, wholes: list[Whole], part: Item) -> list[Whole]:
        """Of "97 gol dalam 102 penampilan" the first, where the part itself names nothing."""
        if len(wholes) < 2 or prints_unit(part.quantity):
            return wholes
        near, far = wholes[0].item, wholes[1].item
        within = self.state.readings.says("within", far.place + 1, near.place)
        return [wholes[1], wholes[0], *wholes[2:]] if within else wholes

    def some(self, event: Event, wholes: Sequence[Whole], regions: Sequence[Region]) -> bool:
        """Writes the figures of the regions down as parts of the first whole that can hold them."""
        for whole in wholes:
            total = whole.item.quantity
            least = self._least(event, whole, regions)
            items = [
                item
                for item in self.state.readings.items(regions, whole.item)
                if self.state.grammar.fit(total, item.quantity) >= least and item.quantity.kind != "percent"
            ]
            items = [item for item in items if not is_small(item.quantity) or not prints_unit(total)]
            items = [item for item in items if item is items[0] or not self._is_among(items[0], item)]
            if items and items[0].place - event.end > _FURTHEST:
                items = []
            if event.rule.fields.get("takes") == "one":
                items = [
                    item
                    for item in items
                    if item is items[0] or item.place >= regions[0].end or self._joins(items[0], item)
                ]
                items = items if items and items[0].place - event.end < _NEAR else []
            if len(regions) > 1 and sum(Fraction(item.quantity.value or 0) for item in items) > (
                total.value or 0
            ):
                return False
            if items and self._can_hold(whole, items):
                self.state.ledger.add(
                    event.rule, "subset", Reading(whole, tuple(items), tuple(regions), False)
                )
                return True
        return False

    def _is_among(self, first: Item, item: Item) -> bool:
        """Whether a figure is one of those just singled out: "431 orang … dan 97 orang di antaranya"."""
        text = self.state.sketch.text
        return bool(_AMONG.match(text, item.place + 1)) and not _AMONG.match(text, first.place + 1)

    def _joins(self, first: Item, item: Item) -> bool:
        """Whether a figure is joined straight to the one that is singled out: "termasuk 130 jet dan 30 unit lain"."""
        words = self.state.sketch.text[first.place + 1 : item.place]
        return item.sentence == first.sentence and _JOINED.fullmatch(words) is not None

    def _least(self, event: Event, whole: Whole, regions: Sequence[Region]) -> Fit:
        """How well parts have to fit: right behind some phrases they may have a noun of their own.

        Then the whole is the only count before the phrase in its sentence, and so many that no chance makes it larger.
        """
        near, place = event.rule.fields.get("nouns"), whole.item.place
        first = next(iter(self.state.sketch.between(regions[0].start, regions[0].end)), None)
        if near is None or first is None or first.place - event.end > int(near):
            return Fit.YES
        start, _ = self.state.sketch.sentences[self.state.sketch.sentence(event.start)]
        counts = [
            each for each in self.state.sketch.between(start, event.start) if each.quantity.kind == "count"
        ]
        near_alone = len(counts) == 1 and counts[0].place == place and event.start - place <= _NEAR
        alone = near_alone or event.role == "class"
        total, part = whole.item.quantity, first.quantity
        printed = all(prints_unit(each) and each.kind == "count" for each in (total, part))
        fine = alone and printed and at_least(total, _FEWEST) and is_less(part, total)
        return Fit.MAYBE if fine else Fit.YES

    def _can_hold(self, whole: Whole, items: Sequence[Item]) -> bool:
        """Whether the parts are within the whole, or so surely of it that a larger one is a contradiction."""
        total = whole.item.quantity
        for item in items:
            part = item.quantity
            named_alike = part.kind != "money" and total.unit is not None and prints_unit(part)
            if not is_less(part, total) and not (
                whole.sure and named_alike and self.state.grammar.fit(total, part) is Fit.YES
            ):
                return False
        return True
