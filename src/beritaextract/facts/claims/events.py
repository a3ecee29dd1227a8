"""Where a sentence says that an amount was paid or came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

import regex

from beritaextract.facts.claims.cases import Cases, money
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Name, Sketch
from beritaextract.rules import Rule

__all__ = ["Event", "Events", "closest"]

_ROLES = ("paid", "recovered", "more")
"""Of rules that say that an amount changed hands: the first where the sentence names the aid."""

_SMALLEST = 1_000_000
_TIMES = frozenset({"month", "week", "day", "hour"})
_BEHIND = 70
_FAR = 600
_BEFORE = 30
_SENTENCES_BACK = 2
_BENEFIT_BACK = 4
_SENTENCES_ON = 6
_TOLD_BACK = 3
_COLLECTED = ("collection", "owed")
"""What a recovery may ask for: words that say that it was owed."""
_PLANNED = ("planned",)
_UNLIKELY = ("not_paid", "crime")
"""Roles of words that make an amount no payment, unless the words around it make one very likely."""
_VOIDS = (*_PLANNED, *_UNLIKELY)
"""Roles of words that make an amount no payment, unless they say that it is done."""
_REACH = {"yes": 2, "far": 6}
"""How many sentences after a payment one may go on about it, by the field ``goes_on``."""


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """An amount and the words, from ``start`` to ``end`` in the sketch, that say that it was paid or recovered."""

    item: Item
    rule: Rule
    start: int
    end: int
    purpose: tuple[int, int]
    earlier: Item | None = None
    counted: Item | None = None
    follows: Event | None = None
    is_back: bool = False
    """Whether a sum that is weighed, and follows none, came back."""

    @property
    def goes_on(self) -> bool:
        """Whether only a sentence before tells that it is a payment."""
        return "goes_on" in self.rule.fields

    @property
    def is_weighed(self) -> bool:
        """Whether no phrase, but all the words around the amount tell that it is a payment."""
        return self.rule.fields["role"] == "weighed"

    @property
    def is_recovery(self) -> bool:
        if self.follows:
            return self.follows.is_recovery
        return self.is_back or self.rule.fields["role"] == "recovered"


@dataclass(frozen=True, slots=True)
class Events:
    """Reads the sentences that hold an amount of money."""

    sketch: Sketch
    grammar: Grammar

    @property
    def beside(self) -> Cases:
        """The numbers beside amounts."""
        return Cases(self.sketch, self.grammar)

    def read(self) -> list[Event]:
        """One event for each amount, in the order of the text."""
        found: dict[int, Event] = {}
        paying: set[int] = set()
        for number in self.with_money():
            start, end = self.sketch.sentences[number]
            words = self.sketch.words(start, end)
            about = _ROLES if self.grammar.active(words, ["aid"], self.sketch.needs) else _ROLES[1:]
            for rule in self.grammar.active(words, about, self.sketch.needs):
                for match in self._matches(rule, number, paying):
                    event = self.of(rule, closest(rule, match))
                    if event and event.item.place not in found and self._holds(event, found.values()):
                        found[event.item.place] = event
                        paying.add(number)
        return [found[place] for place in sorted(found)]

    def with_money(self) -> list[int]:
        """The sentences in which an amount stands."""
        return sorted({item.sentence for item in self.sketch.items if item.quantity.kind == "money"})

    def _matches(self, rule: Rule, sentence: int, paying: set[int]) -> Iterator[regex.Match[str]]:
        """The matches in a sentence; a rule that goes on from the sentence before begins the sentence."""
        start, end = self.sketch.sentences[sentence]
        reach = _REACH.get(rule.fields.get("goes_on", ""))
        if reach is None:
            yield from rule.pattern.finditer(self.sketch.text, start, end)
            return
        match = rule.pattern.match(self.sketch.text, start, end)
        if match is None:
            return
        back = _TOLD_BACK if "back" in rule.fields else 1
        if not paying.isdisjoint(range(sentence - reach, sentence)) or self._is_told(sentence, back):
            yield match

    def wholes(self, told: Set[int]) -> Iterator[Event]:
        """Amounts of other places than those told that somebody pays, for whatever it may be."""
        first, last = self._reach(told)
        for start, end in self.sketch.sentences[first:last]:
            for rule in self.grammar.active(self.sketch.text[start:end], ["whole"], self.sketch.needs):
                for match in rule.pattern.finditer(self.sketch.text, start, end):
                    event = self.of(rule, match)
                    if event and event.item.place not in told and self._holds(event, ()):
                        yield event

    def _reach(self, told: Set[int]) -> tuple[int, int]:
        """The sentences near those of the amounts told."""
        numbers = [self.sketch.sentence(place) for place in told]
        return max(0, min(numbers) - _SENTENCES_ON), max(numbers) + 1

    def _is_told(self, sentence: int, back: int = 1) -> bool:
        """Whether the sentence before one tells of a payment, or one of ``back`` with no other sum between them."""
        for start, end in reversed(self.sketch.sentences[max(0, sentence - back) : sentence]):
            told = self.grammar.search("telling", self.sketch.text, start, end)
            if told is not None:
                return not self._is_open(start, told.end(), _VOIDS)
            if any(self.is_sum(item) for item in self.sketch.between(start, end)):
                return False
        return False

    def of(self, rule: Rule, match: regex.Match[str]) -> Event | None:
        """The event of a match, if an amount stands where its rule wants one."""
        item = self.sketch.item(match.start("amount"))
        earlier, counted = (
            self.sketch.item(match.start(group)) if group in rule.pattern.groupindex else None
            for group in ("earlier", "cases")
        )
        if item is None:
            return None
        return Event(item, rule, match.start(), match.end(), match.span("purpose"), earlier, counted)

    def may_be(self, event: Event) -> bool:
        """Whether nothing says that the amount of an event was not paid."""
        return self.is_sum(event.item) and not self._is_void(event)

    def _holds(self, event: Event, others: Iterable[Event]) -> bool:
        if not self.may_be(event):
            return False
        return self._has_what_it_asks(event) or self._is_one_more(event, others)

    def _is_one_more(self, event: Event, others: Iterable[Event]) -> bool:
        """Whether one comes back where the text has just told of another that did."""
        if event.rule.fields.get("asks") not in _COLLECTED:
            return False
        near = range(event.item.sentence - _SENTENCES_ON, event.item.sentence)
        return any(other.is_recovery and other.item.sentence in near for other in others)

    def is_sum(self, item: Item) -> bool:
        """Whether an amount is one that can be paid as a whole: no range, no rate, no small change."""
        quantity = item.quantity
        if quantity.kind != "money" or quantity.value is None:
            return False
        if quantity.unit == "IDR" and quantity.value < _SMALLEST:
            return False
        if quantity.per in (None, "year"):
            return True
        if quantity.per not in _TIMES and self.beside.of(item):
            return True
        start, end = self.sketch.sentences[item.sentence]
        return "masing-masing" in self.sketch.text[start:end]

    def _is_void(self, event: Event) -> bool:
        item = event.item
        first = self.clear(item)
        voids = _UNLIKELY[:1] if event.rule.fields.get("despite") == "crime" else _UNLIKELY
        return (
            self._is_open(first, item.place, voids) or self._is_asked_for(first, item) or self.is_other(event)
        )

    def is_other(self, event: Event) -> bool:
        """Whether the words around an amount call it something else: a fee, a plan, a base, what each of many gets."""
        item, text = event.item, self.sketch.text
        first, last = self.clear(item), self.sketch.sentences[item.sentence][1]
        if self._is_open(first, item.place, _PLANNED):
            return True
        if self.grammar.starts("not_after", text, item.place + 1, last) or self.is_of_each(first, item):
            return True
        is_base = event.earlier is None and event.rule.fields.get("despite") != "base"
        if is_base and self.grammar.search("base", text, first, item.place):
            return True
        low = max([first, event.start - _BEFORE, *self._clause(first, event)])
        roles = ("not_sum", "income" if event.is_recovery else "other_money")
        return any(self.grammar.search(role, text, low, item.place) for role in roles)

    def is_of_each(self, first: int, item: Item) -> bool:
        """Whether it is what each gets, of another amount of its sentence: "Rp84 juta bagi dua orang, @ Rp42 juta"."""
        before = self.sketch.between(first, item.place)
        numbers = {each.quantity.value for each in before if each.quantity.kind == "count"}
        value = item.quantity.value
        end = min(self.sketch.sentences[item.sentence][1], item.place + _FAR)
        sums = {each.quantity.value for each in money(self.sketch, first, end)} - {None, value}
        return any(number is not None and value is not None and number * value in sums for number in numbers)

    def _is_asked_for(self, first: int, item: Item) -> bool:
        """Whether an amount is that of so many applications, which nothing says are paid."""
        counted = (each for each in self.sketch.between(first, item.place) if each.quantity.unit)
        asked = [
            each
            for each in counted
            if self.grammar.starts("asked_for", each.quantity.unit or "", 0, len(each.quantity.unit or ""))
        ]
        return bool(asked) and not self.grammar.search("disbursed", self.sketch.text, first, item.place)

    def _clause(self, first: int, event: Event) -> Iterator[int]:
        """Where the words begin that speak of an amount: behind other money, and behind a comma before the verb."""
        for other in self.sketch.before(event.item.place):
            if other.place < first:
                break
            if other.quantity.kind == "money":
                yield other.place + 1
                break
        yield self.sketch.text.rfind(", ", first, event.start) + 1

    def clear(self, item: Item) -> int:
        """Where the words before an amount begin that may make it none: its sentence, or a part of a very long one."""
        start, _ = self.sketch.sentences[item.sentence]
        return max(start, item.place - _FAR)

    def is_free(self, item: Item, start: int) -> bool:
        """Whether an amount can be paid too, by the words behind ``start``."""
        text = self.sketch.text
        voids = ("base", *_VOIDS, "not_sum", "other_money")
        return self.is_sum(item) and not any(
            self.grammar.search(role, text, start, item.place) for role in voids
        )

    def is_planned(self, item: Item, first: int) -> bool:
        """Whether words from ``first`` to an amount make it a plan, a duty or a demand that nothing says is met."""
        return self._is_open(first, item.place, _VOIDS)

    def _is_open(self, first: int, last: int, roles: Sequence[str]) -> bool:
        for rule in self.grammar.rules("completed"):
            for done in rule.pattern.finditer(self.sketch.text, first, last):
                first = done.start()
        return any(self.grammar.search(role, self.sketch.text, first, last) for role in roles)

    def _has_what_it_asks(self, event: Event) -> bool:
        asks = event.rule.fields.get("asks")
        if asks == "benefit":
            return self._says("benefit", event)
        if asks == "benefit_before":
            first, _ = self.sketch.sentences[max(0, event.item.sentence - _BENEFIT_BACK)]
            return bool(self.grammar.search("benefit", self.sketch.text, first, event.end))
        if asks == "collection":
            return self._collects(event)
        if asks == "debtors":
            return self._collects(event, _BENEFIT_BACK)
        if asks == "owed":
            return self._says("owed", event) or self._collects(event)
        if asks == "claim":
            certain = self.cases(event) is not None or self._is_of_insurer(event, event.item.place)
            return certain or self._is_paid_after(event)
        if asks == "insurer":
            return self._is_of_insurer(event, event.end)
        if asks == "welfare":
            return self._is_welfare(event)
        if asks in ("people", "heads"):
            return self._is_for_people(event, is_body="heads" not in asks)
        if asks == "done":
            return self._is_done(event)
        return True

    def _is_for_people(self, event: Event, *, is_body: bool) -> bool:
        """Whether who gets an amount is counted, and does not borrow it.

        Args:
            is_body: Whether it may be schools and offices.
        """
        first, _ = self.sketch.sentences[event.item.sentence]
        case = self.beside.of(event.item)
        unit = case.quantity.unit if case else None
        if unit is None or self.grammar.starts("borrower", unit, 0, len(unit)):
            return False
        if not is_body and self.grammar.starts("body", unit, 0, len(unit)):
            return False
        return not self.grammar.search("lending", self.sketch.text, first, event.end)

    def _says(self, role: str, event: Event) -> bool:
        _, last = self.sketch.sentences[event.item.sentence]
        words = self.sketch.words(event.start, min(last, event.end + _BEHIND))
        return self.grammar.search(role, words, 0, len(words)) is not None

    def _collects(self, event: Event, back: int = _SENTENCES_BACK) -> bool:
        first, _ = self.sketch.sentences[max(0, event.item.sentence - back)]
        _, last = self.sketch.sentences[event.item.sentence]
        words = self.sketch.words(first, last)
        return bool(self.grammar.search("collection", words, 0, len(words)))

    def _is_done(self, event: Event) -> bool:
        start, end = self.sketch.sentences[event.item.sentence]
        done = self.grammar.search("done", self.sketch.text, start, end) or self.cases(event)
        if not done and not self._is_told(event.item.sentence):
            return False
        certain = self.grammar.search("completed", self.sketch.text, start, event.end)
        return bool(certain) or not self.grammar.search("planned_act", self.sketch.text, 0, start)

    def _is_paid_after(self, event: Event) -> bool:
        """Whether one of the next sentences goes on that it was paid."""
        number = event.item.sentence + 1
        return any(
            self.grammar.starts("done_after", self.sketch.text, start, end)
            for start, end in self.sketch.sentences[number : number + _SENTENCES_BACK]
        )

    def _is_welfare(self, event: Event) -> bool:
        """Whether the sentence, or one of those before it, tells of aid, and none of them of loans."""
        first, _ = self.sketch.sentences[max(0, event.item.sentence - _BENEFIT_BACK)]
        words = self.sketch.words(first, event.end)
        lends = self.grammar.search("lending", words, 0, len(words))
        return lends is None and self.grammar.search("welfare", words, 0, len(words)) is not None

    def _is_of_insurer(self, event: Event, behind: int) -> bool:
        """Whether the sentence states a time, and names an insurer before the place ``behind``."""
        start, end = self.sketch.sentences[event.item.sentence]
        here = (self.sketch.mentions.get(place) for place in range(start, behind))
        names = [each.ref.name for each in here if isinstance(each, Name) and each.kind == "organization"]
        insurers = any(rule.pattern.search(name) for rule in self.grammar.rules("insurer") for name in names)
        return insurers and bool(self.grammar.search("done", self.sketch.text, start, end))

    def cases(self, event: Event) -> Item | None:
        """The number of cases beside an amount, or the one told for what it pays."""
        found = event.counted or self.beside.of(event.item)
        if found is None and event.rule.fields.get("asks") == "claim":
            return self.beside.told(event.item, self.sketch.text[slice(*event.purpose)])
        return found


def closest(rule: Rule, match: regex.Match[str]) -> regex.Match[str]:
    """The match that begins last among those that end where this one does."""
    while rule.fields.get("closest") == "yes":
        later = rule.pattern.search(match.string, match.start() + 1, match.end())
        if later is None:
            break
        match = later
    return match
