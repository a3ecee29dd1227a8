"""Sums that were paid or came back though no phrase says so: the words around them are weighed.

Rules read the sentences that say it outright. An article that tells of payments goes on about them in words of its
own ("untuk Kabupaten Sigi Rp4 miliar, dinikmati 93 ahli waris"); what tells such a sum from a budget, a debt or a fee
is no one phrase but many small signs. The weights of :data:`SHIPPED` were learnt from articles with gold
(``training/claims.py``). What the rules say is no payment is none here either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from beritaextract.facts.claims.cases import money
from beritaextract.facts.claims.events import Event, Events
from beritaextract.facts.claims.payers import insures
from beritaextract.facts.sketch import Item, Name, Sketch
from beritaextract.facts.weights import around, likelihood, load, tokens
from beritaextract.model import Number

__all__ = ["SHIPPED", "VERSION", "Weigher", "features"]

SHIPPED = Path(__file__).with_name("weights.tsv")
VERSION = "features\t1"
"""Counts up when features change: weights made for other features say nothing."""

_AFTER = 30
_BACK = 2
_LEAST = 2
_LONGEST = 6
"""How many amounts a sum may be made of."""
_SENTENCES_ON = 6
_REMEDY = "train again: make train-claims"
_LIKELY = 0.5
"""From here on a sum is taken for paid."""
_PROBABLE = 0.75
"""The same where no rule has found a payment."""
_SURE = 0.8
"""The same where words of the sentence, such as those for a debt, are against it."""


@dataclass(frozen=True)
class Weigher:
    """Finds the sums of an article about payments that were paid too."""

    events: Events
    _known: dict[tuple[str, int], bool] = field(default_factory=dict)

    def weighed(self, known: Sequence[Event]) -> list[Event]:
        """The further payments of a sketch with ``known`` ones; where none is known, those that are sure."""
        if known:
            return [
                event
                for event in self._candidates(known)
                if self.events.is_sum(event.item) and self._is_one_more(event)
            ]
        return [*self._first()]

    def sums(self, known: Sequence[Event]) -> list[Event]:
        """The amounts that are to the digit the sum of known ones told one after another near them."""
        events = sorted(known, key=lambda event: event.item.place)
        ends: dict[tuple[Number, str | None], list[Item]] = {}
        for first in range(len(events)):
            for last in range(first + _LEAST, min(first + _LONGEST, len(events)) + 1):
                run = events[first:last]
                kinds = {(event.is_recovery, event.item.quantity.unit) for event in run}
                if len(kinds) == 1:
                    whole = sum(event.item.quantity.value or 0 for event in run)
                    ends.setdefault((whole, run[0].item.quantity.unit), []).append(run[-1].item)
        if not ends:
            return []
        return [
            event
            for event in self._candidates(known)
            if any(
                abs(event.item.sentence - end.sentence) <= _SENTENCES_ON
                for end in ends.get((event.item.quantity.value or 0, event.item.quantity.unit), [])[:_LONGEST]
            )
            and self.events.may_be(event)
        ]

    def _first(self) -> Iterator[Event]:
        """What an insurer's article tells of a benefit, and what came back where it tells of arrears."""
        is_insurers = self._names_insurer()
        for event in self._candidates(()):
            if is_insurers and self._near("benefit", event) and self._is_sure(event):
                yield event
            elif self._near("collects", event) and self._is_sure(back := replace(event, is_back=True)):
                yield back

    def _is_one_more(self, event: Event) -> bool:
        """Whether a sum is paid too; words of a budget, a debt or a plan in its sentence may be of something else."""
        likely = self._likelihood(event)
        if likely > _SURE:
            return self.events.may_be(event) or not (self.events.is_other(event) or self._is_other(event))
        return likely > _LIKELY and self.events.may_be(event) and not self._is_other(event)

    def _is_sure(self, event: Event) -> bool:
        return self.events.may_be(event) and not self._is_other(event) and self._likelihood(event) > _PROBABLE

    def _likelihood(self, event: Event) -> float:
        return likelihood(features(self.events.sketch, event.item), load(SHIPPED, VERSION, _REMEDY))

    def _near(self, role: str, event: Event) -> bool:
        """Whether its sentence, or one of the two before it up to another sum, has words of a role."""
        sketch, number = self.events.sketch, event.item.sentence
        for at in range(number, max(0, number - _BACK) - 1, -1):
            if self._has(role, at):
                return True
            first, last = sketch.sentences[at]
            if last <= event.item.place and money(sketch, first, last):
                return False
        return False

    def _has(self, role: str, sentence: int) -> bool:
        """Whether a sentence has words of a role; looked up once, as many sums may stand near it."""
        key = role, sentence
        if key not in self._known:
            words = self.events.sketch.words(*self.events.sketch.sentences[sentence])
            self._known[key] = self.events.grammar.search(role, words, 0, len(words)) is not None
        return self._known[key]

    def _candidates(self, known: Sequence[Event]) -> Iterator[Event]:
        """The sums that are not known to be paid, each behind the payment that the article has told of last."""
        told = {event.item.place for event in known}
        for event in self._sums:
            if event.item.place not in told:
                yield replace(event, follows=self._followed(event, known))

    @cached_property
    def _sums(self) -> list[Event]:
        """All sums of the sketch, in the order of the text."""
        events = self.events
        return [
            event
            for number in events.with_money()
            for rule in events.grammar.rules("weighed")
            for match in rule.pattern.finditer(events.sketch.text, *events.sketch.sentences[number])
            if (event := events.of(rule, match)) is not None
        ]

    def _followed(self, event: Event, known: Sequence[Event]) -> Event | None:
        """The payment that a sum goes on about: the last before it, else the first, if it may be of its kind."""
        before = [each for each in known if each.item.place < event.item.place]
        if before:
            return before[-1]
        is_back = self._near("collects", event)
        return next((each for each in known if is_back or not each.is_recovery), None)

    def _names_insurer(self) -> bool:
        names = (each for each in self.events.sketch.mentions.values() if isinstance(each, Name))
        return any(insures(self.events.grammar, each) for each in names)

    def _is_other(self, event: Event) -> bool:
        """Whether its sentence tells of a budget, a debt or a fee, or of what one of many gets."""
        sketch, grammar = self.events.sketch, self.events.grammar
        first = self.events.clear(event.item)
        if grammar.search("of_one", sketch.text, first, event.item.place):
            return True
        if event.is_recovery:
            before = money(sketch, first, event.item.place)
            words = sketch.words(before[-1].place + 1 if before else first, event.item.place + _AFTER)
            return bool(grammar.search("still_owed", words, 0, len(words)))
        words = sketch.words(first, event.item.place)
        return bool(grammar.search("other_sum", words, 0, len(words)))


def features(sketch: Sketch, item: Item) -> set[str]:
    """What is seen of a sum: the words around it and in the sentence before, and how it is printed."""
    found = around(sketch, item, money(sketch, *sketch.sentences[item.sentence]))
    if item.sentence:
        found.update(f"P={word}" for word in tokens(sketch.text, *sketch.sentences[item.sentence - 1]))
    return found
