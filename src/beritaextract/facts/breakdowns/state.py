"""What all readers of one sketch look at, and what the figures of two quantities say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.breakdowns.labels import name_before
from beritaextract.facts.breakdowns.ledger import Ledger
from beritaextract.facts.breakdowns.lists import Region, lines_after
from beritaextract.facts.breakdowns.readings import Reading, Readings
from beritaextract.facts.breakdowns.wholes import Whole, content, earlier, named
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Quantity
from beritaextract.rules import Rule

__all__ = ["Event", "State", "at_least", "is_less"]

_BACK = 80
_LEAD = 45


@dataclass(frozen=True, slots=True)
class Event:
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


@dataclass(frozen=True, slots=True)
class State:
    """One sketch, the rules, and what has been read so far."""

    sketch: Sketch
    grammar: Grammar
    readings: Readings
    ledger: Ledger

    def item(self, place: int) -> Item | None:
        """The quantity that stands at ``place``."""
        return self.sketch.item(place)

    def subject(self, event: Event) -> str:
        """The words of the sentence that stand before a match."""
        start, _ = self.sketch.sentences[self.sketch.sentence(event.start)]
        return self.sketch.text[max(start, event.start - _BACK) : event.start]

    def leads(self, item: Item, *roles: str) -> bool:
        """Whether words of one of the roles stand right before a figure in its sentence: "berkurang Rp1 miliar"."""
        start, _ = self.sketch.sentences[item.sentence]
        low = max(start, item.place - _LEAD)
        return any(self.readings.says(role, low, item.place) for role in roles)

    def own(self, item: Item) -> Region:
        """A figure with the words before it, from the figure before it or the start of its sentence on."""
        return Region(self.sketch.lead(item), item.place + 1)

    def name(self, item: Item) -> str:
        """The words that name a figure: those before it, from the figure before it on."""
        return name_before(self.sketch, self.grammar, self.sketch.lead(item), item.place)

    def add_sum(self, role: str, whole: Item, parts: Sequence[Item], names: Sequence[str]) -> None:
        """Writes down parts that come to a whole without a phrase; the rule of the role tells how they were found.

        Where one has no name before it, all are named by what stands around them.
        """
        regions = tuple(self.own(item) for item in parts) if all(names) else self.stretch(parts)
        reading = Reading(Whole(whole, True), tuple(parts), regions, True)
        rule = next(self.grammar.rules(role))
        self.ledger.add(rule, "sum", reading, names=names if all(names) else ())

    def stretch(self, parts: Sequence[Item]) -> tuple[Region, ...]:
        """The sentences of figures, from the words before the first of them on."""
        low = self.sketch.lead(parts[0])
        sentences = (self.sketch.sentences[number] for number in sorted({part.sentence for part in parts}))
        return tuple(Region(max(start, low), end) for start, end in sentences)

    def is_free(self, item: Item) -> bool:
        """Whether a figure is a plain one, in no breakdown and beside no target."""
        quantity = item.quantity
        plain = quantity.kind != "percent" and bool(quantity.value) and not quantity.per
        known = self.ledger.is_known(item) or self.readings.is_paired(item)
        return plain and not known and not self.grammar.lasts(quantity)

    def regions(self, event: Event) -> list[Region]:
        """The stretch that the list after a match fills, or its lines where they stand below."""
        region = self.region(event)
        if self.sketch.text[event.end : region.end].strip():
            return [region]
        return list(lines_after(self.sketch, event.end - 1))

    def region(self, event: Event) -> Region:
        """What follows a match up to the next list in its sentence, with that list where nothing stands before it."""
        sentence = self.sketch.sentence(event.end - 1)
        region = self.readings.region(event.end, sentence)
        if self.sketch.count(region.start, region.end):
            return region
        return Region(event.end, self.sketch.sentences[sentence][1])

    def earlier(self, words: str, place: int, like: Quantity) -> list[Whole]:
        """The wholes that the sentences before ``place`` offer; where ``words`` name one, that one first."""
        labels, topic = self.ledger.labels, self.ledger.topic
        wholes = list(earlier(self.sketch, self.grammar, place, like, labels=labels, topic=topic))
        if content(words):
            targets = self.readings.targets
            found = named(self.sketch, self.grammar, words, place, like=like, labels=labels, targets=targets)
            if found and found.named:
                return [found]
            if found:
                return [found, *(whole for whole in wholes if whole.item is not found.item)]
        return wholes


def is_less(part: Quantity, total: Quantity) -> bool:
    return part.value is not None and total.value is not None and part.value <= total.value


def at_least(quantity: Quantity, least: int) -> bool:
    return quantity.value is not None and quantity.value >= least
