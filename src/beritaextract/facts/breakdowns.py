"""Totals and their parts: rules find the licence, the figures decide between licensed readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from beritaextract.facts.grammar import Fit, Grammar, prints_unit
from beritaextract.facts.ledger import Draft, Ledger
from beritaextract.facts.lists import Region, lines_after
from beritaextract.facts.readings import Reading, Readings, fits_all, is_large
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.facts.slips import agrees
from beritaextract.facts.wholes import Whole, content, earlier, in_sentence, named
from beritaextract.model import Quantity
from beritaextract.rules import Rule

__all__ = ["find"]

_BACK = 80
_NEAR = 50
_CLOSE = 42
_SENTENCES_BACK = 4
_FEW = 20


@dataclass(frozen=True, slots=True)
class _Event:
    """A rule's match in the sketch."""

    start: int
    end: int
    rule: Rule
    match: regex.Match[str]

    @property
    def role(self) -> str:
        return self.rule.fields["role"]

    @property
    def is_certain(self) -> bool:
        return self.rule.fields.get("certain") == "yes"


def find(sketch: Sketch, grammar: Grammar) -> list[Draft]:
    """All breakdowns of one sketch, in the order of the text."""
    if len(sketch.items) < 2:
        return []
    reader = _Reader(sketch, grammar, Readings(sketch, grammar), Ledger(sketch, grammar))
    reader.read()
    return reader.ledger.drafts()


@dataclass(slots=True)
class _Reader:
    """Goes through the matches in order; remembers the labels and the whole of the lists read so far."""

    sketch: Sketch
    grammar: Grammar
    readings: Readings
    ledger: Ledger

    def read(self) -> None:
        handlers = {
            "list": self._list, "of": self._of, "among": self._among,
            "share": self._share, "share_of": self._share_of, "after": self._after,
        }  # fmt: skip
        text = self.sketch.text
        events = [
            _Event(match.start(), match.end(), rule, match)
            for rule in self.grammar.active(text, handlers)
            for match in rule.pattern.finditer(text)
        ]
        among = {
            place for event in events if event.role == "among" for place in range(event.start + 1, event.end)
        }
        events = [event for event in events if event.start not in among]
        events.sort(key=lambda event: (event.start, -event.end))
        self.readings.starts = [event.start for event in events if event.role == "list"]
        self.readings.totals = {
            event.match.start("total") for event in events if event.rule.fields.get("excludes") == "yes"
        }
        for event in events:
            handlers[event.role](event)
        for number in sorted({item.sentence for item in self.sketch.items}):
            if not self._complement(number):
                self._bare(number)

    # one method for each role of a rule

    def _list(self, event: _Event) -> None:
        """Parts after their trigger; the total stands before it."""
        sentence = self.sketch.sentence(event.start)
        regions = [self.readings.region(event.end, self.sketch.sentence(event.end - 1))]
        if not self.sketch.text[event.end : regions[0].end].strip():
            regions = list(lines_after(self.sketch, event.end - 1))
        for like in self.readings.kinds(regions):
            wholes = in_sentence(self.sketch, self.grammar, event.start, like)
            here = bool(wholes)
            if not here:
                wholes = self._earlier(self._subject(event), event.start, like)
            if event.rule.fields["relation"] == "subset":
                if here or self.sketch.sentences[sentence][0] == event.start:
                    self._subset(event, wholes, regions)
                continue
            reading = self.readings.best(wholes, regions, sentence)
            if reading is None or len(reading.items) < 2:
                continue
            if reading.holds:
                if here or self._may_look_back(event, reading):
                    self.ledger.add(event.rule, "sum", reading)
            elif self._contradicts(event, reading, here=here):
                is_open = self._leaves_rest(reading)
                self.ledger.add(event.rule, "subset" if is_open else "sum", reading, is_open=is_open)

    def _of(self, event: _Event) -> None:
        """ "Dari jumlah tersebut …": parts that are all of it or some."""
        sentence = self.sketch.sentence(event.end - 1)
        region = self.readings.region(event.end, sentence)
        for like in self.readings.kinds([region]):
            if "total" in event.match.re.groupindex:
                items = self.sketch.between(event.match.start("whole"), event.match.end("whole"))
                wholes = [Whole(item, True) for item in items if self.grammar.fit(item.quantity, like)][:1]
            else:
                wholes = self._earlier(event.match["whole"], event.start, like)
            reading = self.readings.best(wholes, [region], sentence)
            if reading is None or not reading.items:
                continue
            first, last = reading.items[0], reading.items[-1]
            start = self.sketch.sentences[self.sketch.sentence(event.start)][0]
            if self.readings.says("growth", start, first.place):
                continue
            end = self.sketch.sentences[last.sentence][1]
            closed = self.readings.says("closes", first.place, end) and fits_all(self.grammar, reading)
            if len(reading.items) > 1 and (reading.holds or closed):
                self.ledger.add(event.rule, "sum", reading)
            else:
                self._subset(event, wholes, [region])

    def _among(self, event: _Event) -> None:
        """ "85 orang di antaranya": one part of what stands before it."""
        part = self._item(event.match.start("part"))
        if part is None or part.place in self.ledger.labels or part.quantity.kind == "percent":
            return
        wholes = in_sentence(self.sketch, self.grammar, part.place, part.quantity)
        wholes = wholes or self._earlier("", part.place, part.quantity)
        start, end = self.sketch.sentences[part.sentence]
        if self.readings.says("last", start, part.place):
            wholes = [
                Whole(item, True) for item in self.sketch.before(start) if item.place in self.ledger.labels
            ][:1]
        region = Region(part.place, end)
        reading = self.readings.best(wholes, [region], part.sentence)
        if reading and reading.holds and reading.items[-1].sentence == part.sentence:
            self.ledger.add(event.rule, "sum", reading)
            return
        for whole in wholes:
            if self._can_hold(whole, [part]):
                self.ledger.add(event.rule, "subset", Reading(whole, (part,), (region,), False))
                return

    def _share(self, event: _Event) -> None:
        """ "259.107 dari 262.418 penduduk", with or without its percentage."""
        part, total = self._item(event.match.start("part")), self._item(event.match.start("total"))
        if part is None or total is None or part.quantity.kind == "percent":
            return
        start, end = self.sketch.sentences[part.sentence]
        with_percent = event.match.groupdict().get("percent") is not None
        fit = self.grammar.fit(total.quantity, part.quantity)
        if fit is Fit.NO or not (with_percent or (fit is Fit.YES and part.quantity.kind == "count")):
            return
        if not _is_less(part.quantity, total.quantity) or not _at_least(total.quantity, 10):
            return
        if self.readings.says("growth", max(start, part.place - _BACK // 2), total.place):
            return
        self.ledger.add(
            event.rule, "subset", Reading(Whole(total, True), (part,), (Region(start, end),), False)
        )

    def _share_of(self, event: _Event) -> None:
        """ "Angka itu setara 98 persen dari 2.905.118 penduduk"."""
        total = self._item(event.match.start("total"))
        if total is None:
            return
        for whole in self._earlier("", event.start, total.quantity):
            if _is_less(whole.item.quantity, total.quantity):
                region = Region(*self.sketch.sentences[whole.item.sentence])
                self.ledger.add(
                    event.rule, "subset", Reading(Whole(total, True), (whole.item,), (region,), False)
                )
                return

    def _after(self, event: _Event) -> None:
        """A total that sums up what stands before it."""
        total = self._item(event.match.start("total"))
        if total is None or total.quantity.kind == "percent":
            return
        sentence = total.sentence
        regions = [Region(self.sketch.sentences[sentence][0], event.start)]
        items = self.readings.items(regions, total)
        for first in range(max(len(items) - 1, 0)):
            if self._add_after(event, total, items[first:], regions):
                return
        for _ in range(2):
            if sentence == 0 or not items or not self.readings.goes_on(sentence):
                return
            sentence -= 1
            regions.insert(0, Region(*self.sketch.sentences[sentence]))
            items = self.readings.items(regions[:1], total) + items
            if self._add_after(event, total, items, regions):
                return

    def _add_after(
        self, event: _Event, total: Item, items: Sequence[Item], regions: Sequence[Region]
    ) -> bool:
        if not _adds_up(total.quantity, [item.quantity for item in items]):
            return False
        self.ledger.add(event.rule, "sum", Reading(Whole(total, True), tuple(items), tuple(regions), True))
        return True

    def _complement(self, number: int) -> bool:
        """A share and, in the sentence after it, the rest: "… dari 819 warga. Masih 84 orang belum …"."""
        start, end = self.sketch.sentences[number]
        before = self.sketch.sentences[number - 1]
        item = next(iter(self.sketch.between(start, end)))
        if number == 0 or item.place in self.ledger.labels:
            return False
        for part in self.sketch.between(*before):
            for draft in self.ledger.of(part):
                total = draft.total.quantity
                if (
                    draft.breakdown.relation == "subset"
                    and len(draft.items) == 1
                    and self.grammar.fit(total, item.quantity) is Fit.YES
                    and agrees(total, [part.quantity, item.quantity])
                ):
                    self.ledger.drop(draft)
                    reading = Reading(
                        Whole(draft.total, True), (part, item), (Region(*before), Region(start, end)), True
                    )
                    self.ledger.add(draft.rule, "sum", reading)
                    return True
        return False

    def _bare(self, number: int) -> None:
        """A sentence of parts alone, after the one that states their whole."""
        start, end = self.sketch.sentences[number]
        items = self.sketch.between(start, end)
        if not items or any(item.place in self.ledger.labels for item in items):
            return
        if not self._may_have_whole(items) or self.readings.says("temporal", start, end):
            return
        rules = self.grammar.rules("bare")
        rule = next((each for each in rules if each.pattern.match(self.sketch.text, start, end)), None)
        if rule is None:
            return
        is_certain = rule.fields.get("certain") == "yes"
        region = Region(start, end)
        for like in self.readings.kinds([region]):
            if like.kind == "percent":
                continue
            closes = self.readings.says("others", start, end)
            wholes = [
                whole
                for whole in self._earlier(self.sketch.text[start : items[0].place], start, like)
                if is_large(whole.item.quantity)
                or ((closes or is_certain) and _at_least(whole.item.quantity, _FEW))
            ]
            reading = self.readings.best(wholes, [region], number)
            if reading is None or not fits_all(self.grammar, reading):
                continue
            if any(item.place in self.ledger.labels for item in reading.items):
                continue
            alone = (
                len(reading.items) == len(items) > 2
                and reading.whole.sure
                and not self.readings.goes_on(number)
                and _are_close(items)
            )
            if any(item.quantity.per for item in reading.items):
                continue
            if reading.holds or (alone and reading.has_slip):
                self.ledger.add(rule, "sum", reading)

    def _may_have_whole(self, items: Sequence[Item]) -> bool:
        """Whether a larger figure of the same kind as the first one stands not far before."""
        first = items[0]
        value = first.quantity.value
        for number, item in enumerate(self.sketch.before(first.place)):
            if number == _NEAR or item.sentence < first.sentence - _SENTENCES_BACK:
                return False
            larger = item.quantity.value
            if (
                larger is None or value is None or larger > value
            ) and item.quantity.kind == first.quantity.kind:
                return True
        return False

    # what the words and the figures say

    def _subset(self, event: _Event, wholes: Sequence[Whole], regions: Sequence[Region]) -> None:
        for whole in wholes:
            total = whole.item.quantity
            items = [
                item
                for item in self.readings.items(regions, whole.item)
                if self.grammar.fit(total, item.quantity) is Fit.YES and item.quantity.kind != "percent"
            ]
            if event.rule.fields.get("takes") == "one":
                items = [item for item in items[:1] if item.place - event.end < _NEAR]
            if items and self._can_hold(whole, items):
                self.ledger.add(event.rule, "subset", Reading(whole, tuple(items), tuple(regions), False))
                return

    def _can_hold(self, whole: Whole, items: Sequence[Item]) -> bool:
        """Whether the parts are within the whole, or so surely of it that a larger one is a contradiction."""
        total = whole.item.quantity
        for item in items:
            part = item.quantity
            named_alike = part.kind != "money" and total.unit is not None and prints_unit(part)
            if not _is_less(part, total) and not (
                whole.sure and named_alike and self.grammar.fit(total, part) is Fit.YES
            ):
                return False
        return True

    def _contradicts(self, event: _Event, reading: Reading, *, here: bool) -> bool:
        """Whether parts that do not add up are a contradiction, and not another reading."""
        total = reading.total
        if total.kind == "percent" or not fits_all(self.grammar, reading):
            return False
        subject = self._subject(event) + event.match.group()
        if reading.whole.named and self.readings.is_plain(reading):
            return True
        if not here and not self.grammar.search("points_back", subject, 0, len(subject)):
            return False
        if reading.has_slip:
            return True
        if not (event.is_certain and reading.whole.sure and self.readings.is_plain(reading)):
            return False
        if here:
            return True
        first, last = reading.items[0], reading.items[-1]
        return total.modifier == "exact" and not self.readings.says("temporal", first.place, last.place)

    def _may_look_back(self, event: _Event, reading: Reading) -> bool:
        """Whether a sum over two sentences is more than chance: it points back, or the figures are long."""
        if event.is_certain or reading.whole.named or is_large(reading.total):
            return True
        subject = self._subject(event)
        return self.grammar.search("points_back", subject, 0, len(subject)) is not None

    def _leaves_rest(self, reading: Reading) -> bool:
        last = reading.items[-1]
        following = min(last.sentence + 1, len(self.sketch.sentences) - 1)
        stop = self.sketch.sentences[following][1]
        found = self.grammar.search("open", self.sketch.text, last.place, stop)
        return found is not None and not self.sketch.between(
            found.start(), self.sketch.sentences[self.sketch.sentence(found.start())][1]
        )

    def _subject(self, event: _Event) -> str:
        start, _ = self.sketch.sentences[self.sketch.sentence(event.start)]
        return self.sketch.text[max(start, event.start - _BACK) : event.start]

    def _earlier(self, words: str, place: int, like: Quantity) -> list[Whole]:
        labels, topic = self.ledger.labels, self.ledger.topic
        wholes = list(earlier(self.sketch, self.grammar, place, like, labels=labels, topic=topic))
        if content(words):
            found = named(self.sketch, self.grammar, words, place, like=like, labels=labels)
            if found and found.named:
                return [found]
            if found:
                return [found, *(whole for whole in wholes if whole.item is not found.item)]
        return wholes

    def _item(self, place: int) -> Item | None:
        return next(iter(self.sketch.between(place, place + 1)), None)


def _are_close(items: Sequence[Item]) -> bool:
    return all(right.place - left.place < _CLOSE for left, right in pairwise(items))


def _adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    return len(parts) > 1 and agrees(total, parts) and not any(part.per for part in parts)


def _is_less(part: Quantity, total: Quantity) -> bool:
    return part.value is not None and total.value is not None and part.value <= total.value


def _at_least(quantity: Quantity, least: int) -> bool:
    return quantity.value is not None and quantity.value >= least
