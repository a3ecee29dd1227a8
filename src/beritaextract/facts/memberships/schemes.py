"""Who receives what a programme gives or takes part in it: programmes by their form, and what leads to the figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.mentions import Mentions
from beritaextract.model import Span
from beritaextract.rules import Rule

__all__ = ["Receivers", "Schemes"]

_NEAR = 60
_FAR = 1000
_LESS_FAR = 500
_WIDE = 150
_NEXT = 250
_REACH, _MOST = 400, 4
"""How far before a figure its programme stands at most, and how many are tried."""
_READ = frozenset({"headline", "dateline", "body", "caption"})


@dataclass(frozen=True, slots=True)
class Receivers:
    """Those who receive what a programme gives.

    Attributes:
        item: How many they are.
        rule: The rule that found them.
        scheme: The words that name the programme.
        year: The year that is said right after its name.
    """

    item: Item
    rule: Rule
    scheme: Span
    year: str | None


@dataclass(frozen=True, slots=True)
class _Word:
    """A programme, or words that stand for one: where in the sketch, and its name."""

    start: int
    end: int
    name: Span
    are_receivers: bool


class Schemes:
    """The programmes that one sketch speaks of."""

    def __init__(self, sketch: Sketch, grammar: Grammar, mentions: Mentions) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self._mentions = mentions

    def receivers(self, items: list[Item]) -> Iterator[Receivers]:
        """The figures among ``items`` that count who receives what a programme gives, or takes part in it."""
        for item in items:
            start, end = self.sketch.sentences[item.sentence]
            if not (self._words(start, end) or self._in_source) or not self._may_count(item, start, end):
                continue
            if found := self._before(item, start) or self._behind(item, end) or self._further(item, start):
                rule, name = found
                if not self._is_handed_out(item, name, start, end):
                    yield Receivers(item, rule, name, self._year(name))

    def _is_handed_out(self, item: Item, name: Span, start: int, end: int) -> bool:
        """Whether they only get what is given once: "menyerahkan bantuan bibit kepada 312 petani".

        They belong to what goes on, or what has a name of its own; else where the text calls them its receivers.
        """
        if self.grammar.starts("one_off", name.line, 0, len(name.line)) is None or self._is(
            "only_receiver", item
        ):
            return False
        text, low = self.sketch.text, max(start, item.place - _NEAR)
        printed = self.sketch.span(start, end).text
        return self.grammar.search("lasting", printed, 0, len(printed)) is None and (
            self.grammar.search("handed_to", text, low, item.place) is not None
            or self.grammar.search("get_it", text, item.place, min(end, item.place + _NEAR)) is not None
        )

    def is_own(self, found: Receivers) -> bool:
        """Whether a figure of receivers has a programme of its own, named behind the figure before it."""
        if not self._is("only_receiver", found.item):
            return False
        before = next(
            (each for each in self.sketch.before(found.item.place) if each.quantity.kind == "count"), None
        )
        start = self.sketch.span(*self.sketch.sentences[found.item.sentence]).start
        low = start if before is None else max(start, before.quantity.span.end)
        return low <= found.scheme.start < found.item.quantity.span.start

    def fuller(self, name: Span) -> Span | None:
        """The last programme named before ``name`` that says more in the same words: "bantuan sosial disabilitas"."""
        source, words = self.sketch.source, name.text.casefold()
        found = [
            ends
            for ends in self._in_source
            if ends[1] <= name.start < ends[1] + _FAR
            and source[slice(*ends)].casefold().startswith(f"{words} ")
        ]
        return self.sketch.printed(*found[-1]) if found else None

    def _before(self, item: Item, start: int) -> tuple[Rule, Span] | None:
        """The programme in the sentence that stands nearest before the figure and leads to it."""
        for word in self._words(max(start, item.place - _REACH), item.place)[: -_MOST - 1 : -1]:
            receive = word.are_receivers or self._are_named(start, word)
            for rule in self.grammar.rules("to_total"):
                if not receive if "after" in rule.fields else item.quantity.unit is None:
                    continue
                if rule.pattern.fullmatch(self.sketch.text, word.end, item.place + 1):
                    return rule, word.name
        return None

    def _are_named(self, start: int, word: _Word) -> bool:
        """Whether those who receive it stand right before the programme: "penerima BOP PAUD"."""
        low = max(start, word.start - _WIDE)
        return self.grammar.search("receivers", self.sketch.text, low, word.start) is not None

    def _behind(self, item: Item, end: int) -> tuple[Rule, Span] | None:
        """The first programme behind the figure that the words between lead to."""
        if item.quantity.unit is None:
            return None
        receive = self._is("receiver", item)
        for word in self._words(item.place + 1, end)[:2]:
            for rule in self.grammar.rules("from_total"):
                if "unit" in rule.fields and not receive:
                    continue
                if rule.pattern.fullmatch(self.sketch.text, item.place, word.start):
                    return rule, word.name
        return None

    def _further(self, item: Item, start: int) -> tuple[Rule, Span] | None:
        """The programme named last before a figure of which only the unit tells that they receive something."""
        if not self._is("only_receiver", item):
            return None
        for rule in self.grammar.rules("receivers_only"):
            found = rule.pattern.finditer(self.sketch.text, max(start, item.place - _NEAR), item.place + 1)
            if any(match.end() > item.place for match in found):
                name = self._antecedent(item.place, None, _LESS_FAR)
                return (rule, name) if name is not None and not self._is_of_other(name, start, item) else None
        return None

    def _is_of_other(self, name: Span, start: int, item: Item) -> bool:
        """Whether its sentence speaks of another aid behind the one named last: "untuk bantuan sembako"."""
        low = max(name.end, self.sketch.span(start, item.place).start)
        between = self.sketch.source[low : item.quantity.span.start]
        return self.grammar.search("other_aid", between, 0, len(between)) is not None

    def _is(self, role: str, item: Item) -> bool:
        """Whether a figure and the words behind it begin as the rules of a role want it."""
        words = self.sketch.words(item.place, min(item.place + _NEAR, len(self.sketch.text)))
        return self.grammar.starts(role, words, 0, len(words)) is not None

    def _may_count(self, item: Item, start: int, end: int) -> bool:
        """Whether no word beside the figure says that it counts others than who receives something."""
        text, place = self.sketch.text, item.place
        return not (
            self.grammar.search("not_given", text, max(start, place - _WIDE), place)
            or self.grammar.search("not_so", text, place, min(end, place + _NEAR))
        )

    def _words(self, start: int, end: int) -> list[_Word]:
        """The programmes, and the words that stand for one, from ``start`` up to ``end``."""
        words = self._all
        first, last = (bisect_left(words, place, key=attrgetter("start")) for place in (start, end))
        return [word for word in words[first:last] if word.end <= end]

    @cached_property
    def _all(self) -> list[_Word]:
        text, found = self.sketch.text, list[_Word]()
        for rule in self.grammar.active(text, ["scheme"], self.sketch.needs):
            for match in rule.pattern.finditer(text):
                start, end = match.span("name")
                found.append(_Word(start, end, self.sketch.span(start, end), are_receivers=False))
        named = sorted(found, key=lambda word: (word.start, -word.end))
        kept = [
            word
            for number, word in enumerate(named)
            if not any(word.start < other.end for other in named[max(0, number - 2) : number])
        ]
        return sorted([*kept, *self._again(kept)], key=attrgetter("start"))

    def _again(self, named: list[_Word]) -> Iterator[_Word]:
        """The words that stand for a programme of the sentences before or of the headline."""
        text = self.sketch.text
        for rule in self.grammar.rules("again"):
            for match in rule.pattern.finditer(text):
                start, end = match.span()
                if any(word.start < end and start < word.end for word in named):
                    continue
                head = match.groupdict().get("head")
                name = self._just_named(start) if "next" in rule.fields else self._antecedent(start, head)
                if name is None or ("open" in rule.fields and not self._is_open(name)):
                    continue
                yield _Word(start, end, name, are_receivers="receivers" in rule.fields)
        yield from self._short(named)

    def _is_open(self, name: Span) -> bool:
        """Whether people apply for a programme: a selection, and no insurance."""
        return self.grammar.search("open", name.text, 0, len(name.text)) is not None

    def _short(self, named: list[_Word]) -> Iterator[_Word]:
        """The acronyms of the programmes whose names have one in brackets, where they stand alone again."""
        text, seen = self.sketch.text, set[str]()
        for word in named:
            acronym = word.name.text.rpartition("(")[2].removesuffix(")")
            if not word.name.text.endswith(")") or acronym in seen or " " in acronym:
                continue
            seen.add(acronym)
            start = text.find(acronym, word.end)
            while start >= 0:
                end = start + len(acronym)
                is_alone = not text[start - 1].isalpha() and not text[end : end + 1].isalpha()
                if is_alone and not any(each.start < end and start < each.end for each in named):
                    yield _Word(start, end, word.name, are_receivers=False)
                start = text.find(acronym, end)

    def _antecedent(self, place: int, head: str | None, far: int = _FAR) -> Span | None:
        """The last programme named before ``place``, of those whose name has the word ``head`` if there is one."""
        end = self.sketch.span(place, place + 1).start
        before = [ends for ends in self._in_source if ends[1] <= end]
        before = [ends for ends in before if end - ends[0] < far] or before[:1]
        if head is not None:
            source = self.sketch.source
            before = [ends for ends in before if head.casefold() in source[slice(*ends)].casefold()] or before
        return self.sketch.printed(*before[-1]) if before else None

    def _just_named(self, place: int) -> Span | None:
        """The last programme named shortly before ``place``."""
        name = self._antecedent(place, None, _NEXT)
        return (
            name
            if name is not None and self.sketch.span(place, place + 1).start - name.start < _NEXT
            else None
        )

    @cached_property
    def _in_source(self) -> list[tuple[int, int]]:
        """Where programmes are named in the whole text, links and credits apart."""
        source = self.sketch.source
        return sorted(
            match.span("name")
            for rule in self.grammar.active(source, ["scheme"], self.sketch.needs)
            for each in self._mentions.sections
            if each.kind in _READ
            for match in rule.pattern.finditer(source, each.start, each.end)
        )

    def _year(self, name: Span) -> str | None:
        """The year that stands soon behind the name of the programme: "BOP PAUD tahun 2019"."""
        for date in self._mentions.dates:
            if name.end <= date.span.start < name.end + _WIDE and date.value and date.value.isdecimal():
                between = self.sketch.source[name.end : date.span.start]
                is_same = ". " not in between and "\n" not in between
                return (
                    date.value
                    if is_same and not self.grammar.search("compares", between, 0, len(between))
                    else None
                )
        return None
