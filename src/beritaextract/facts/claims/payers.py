"""Who pays, and where: names in the sentence of an amount, or those that the text has brought in before."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import regex

from beritaextract.facts.claims.events import Event
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.refs import spelled_out
from beritaextract.facts.sketch import Name, Sketch
from beritaextract.model import Ref, Span

__all__ = ["Found", "Payers", "Places"]

_BEHIND = 60
_NEAR = 30
_SENTENCES_BACK = 6
_ALIAS = regex.compile(r"\s\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A named thing and the words that name it there, if they stand in the sentence."""

    ref: Ref
    span: Span | None = None


class Payers:
    """Finds who pays."""

    def __init__(self, sketch: Sketch, grammar: Grammar) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self._names = [(place, each) for place, each in sketch.mentions.items() if isinstance(each, Name)]

    def of(self, event: Event) -> Found | None:
        """Who is named as paying; an insurer that the text has named before, where its kind pays such a thing."""
        first, last = self.sketch.sentences[event.item.sentence]
        named = self._named(event.start, min(last, event.end + _BEHIND))
        if event.rule.fields.get("giver") == "subject" and named is None:
            named = self._subject(first, event.start, last, owes=event.is_recovery)
            if (
                named
                and event.is_recovery
                and self.grammar.starts("collector", named.ref.name, 0, len(named.ref.name))
            ):
                return None
        if named or event.is_recovery:
            return named
        purpose = self.sketch.words(event.start, min(last, event.end + _BEHIND))
        found = self._insurer(first, event.item.place, purpose)
        if found is None and self.grammar.search("insured", purpose, 0, len(purpose)):
            found = self._insurer(0, first, purpose)
        return found or self._told(event, self.kind(event))

    def kind(self, event: Event) -> str:
        """What is paid, in the one word that sentences about the same payment share."""
        _, last = self.sketch.sentences[event.item.sentence]
        found = self.grammar.search("benefit", self.sketch.text, event.start, min(last, event.end + _BEHIND))
        return self._class(found.group()) if found else ""

    def _class(self, word: str) -> str:
        """A word for what is paid; gifts go by many names in one text."""
        return "gift" if self.grammar.starts("gift", word, 0, len(word)) else word.casefold()

    def insurer(self, start: int, event: Event, place: int) -> Found | None:
        """The insurer named for a part of what an event pays: "Taspen Rp10 miliar"."""
        _, last = self.sketch.sentences[event.item.sentence]
        _, end = self.sketch.sentences[self.sketch.sentence(place)]
        what = self.sketch.words(event.start, min(last, event.end + _BEHIND))
        about = self.sketch.words(start, min(end, place + _BEHIND))
        return self._insurer(start, place, f"{what} {about}")

    def called(self, words: Span) -> Found | None:
        """The organisation that some words name."""
        for _, name in self._names:
            if name.span == words and name.kind == "organization":
                return Found(name.ref, name.span)
        return None

    def _told(self, event: Event, kind: str) -> Found | None:
        """Who pays such a thing as the last sentence tells that says so, up to the amount."""
        number = event.item.sentence
        for back in range(number, max(number - _SENTENCES_BACK, -1), -1):
            first, last = self.sketch.sentences[back]
            for rule in self.grammar.rules("gives"):
                for match in rule.pattern.finditer(self.sketch.text, first, min(last, event.item.place)):
                    if kind and self._class(match["what"]) != kind:
                        continue
                    named = "payer" in rule.pattern.groupindex
                    found = self._by(match) if named else self._subject(first, match.start(), last)
                    if found and not self._observes(found.ref):
                        return found
        return None

    def _named(self, start: int, end: int) -> Found | None:
        for rule in self.grammar.rules("giver"):
            if match := rule.pattern.search(self.sketch.text, start, end):
                return self._by(match)
        return None

    def _subject(self, first: int, verb: int, last: int, *, owes: bool = False) -> Found | None:
        """The organisation that stands before the verb, or that of the speaker who says "our side".

        Args:
            owes: Whether the verb is one of giving back.
        """
        for rule in self.grammar.rules("state"):
            if match := rule.pattern.search(self.sketch.text, first, verb):
                return self._by(match)
        if giver := self._person(first, verb, owes=owes):
            return giver
        ours = self.grammar.search("ours", self.sketch.text, first, verb)
        behind = ours.start() if ours else first
        for place, name in reversed(self._names):
            if behind <= place < verb and name.kind == "organization" and self._gives(first, place):
                chamber = self.grammar.starts("chamber", name.ref.name, 0, len(name.ref.name))
                return None if chamber else Found(name.ref, name.span)
        if ours:
            return self._office_of_speaker(verb, last)
        for place, name in reversed(self._names):
            if first <= place < verb and name.kind == "person":
                return self._office(name.ref) if verb - place < _NEAR else None
        return self._by_form(first, verb)

    def _person(self, first: int, verb: int, *, owes: bool) -> Found | None:
        """The person right before the verb who gives in their own name, and not for an institution."""
        if not self.grammar.starts("pays_out", self.sketch.text, verb, verb + _NEAR):
            return None
        match = self.grammar.search("by_person", self.sketch.text, max(first, verb - _BEHIND), verb)
        giver = self.sketch.mentions.get(match.start()) if match else None
        if match is None or not isinstance(giver, Name):
            return None
        if owes and self.grammar.search("debtor", self.sketch.text, first, match.start()):
            return Found(giver.ref, giver.span)
        if self._office(giver.ref) is not None:
            return None
        for place, name in self._names:
            if name.ref == giver.ref:
                low, _ = self.sketch.sentences[self.sketch.sentence(place)]
                words = self.sketch.words(low, place)
                if self.grammar.search("holder", words, 0, len(words)):
                    return None
        return Found(giver.ref, giver.span)

    def _by_form(self, first: int, verb: int) -> Found | None:
        """A name that is no mention, right before the verb; an acronym as the text spells it out."""
        match = self.grammar.search("by_form", self.sketch.text, max(first, verb - _BEHIND - _NEAR), verb)
        if match is None:
            return None
        span = self.sketch.span(*match.span("payer"))
        name = spelled_out(self.sketch.source, span.text) if span.text.isupper() else None
        return Found(Ref(name=name or span.line.partition(" (")[0]), span)

    def _gives(self, first: int, place: int) -> bool:
        return not self.grammar.search("not_giver", self.sketch.text, first, place)

    def _observes(self, ref: Ref) -> bool:
        """Whether it is one that only tells of payments: a court, a bureau of statistics."""
        return any(rule.pattern.search(ref.name) for rule in self.grammar.rules("observer"))

    def _office_of_speaker(self, verb: int, last: int) -> Found | None:
        """The organisation of who says so: named behind the words in their sentence, else the last person before."""
        for rule in self.grammar.rules("office"):
            if match := rule.pattern.search(self.sketch.text, verb, last):
                return self._found(match.start("payer"))
        for place, name in reversed(self._names):
            if place < verb and name.kind == "person":
                return self._office(name.ref)
        return None

    def _office(self, person: Ref) -> Found | None:
        """The organisation with which a person is introduced."""
        for rule in self.grammar.rules("office"):
            for match in rule.pattern.finditer(self.sketch.text):
                who = self.sketch.mentions[match.end() - 1]
                body = self._found(match.start("payer"))
                if body and isinstance(who, Name) and who.ref == person:
                    return None if self._observes(body.ref) else body
        return None

    def _by(self, match: regex.Match[str]) -> Found:
        """The named payer of a match, or the words that stand for the state."""
        span = self.sketch.span(*match.span("payer"))
        return self._found(match.start("payer")) or Found(Ref(name=span.text), span)

    def _found(self, place: int) -> Found | None:
        name = self.sketch.mentions.get(place)
        return Found(name.ref, name.span) if isinstance(name, Name) else None

    def _insurer(self, start: int, end: int, purpose: str) -> Found | None:
        """The last insurer between two places that pays such a thing."""
        for place, name in reversed(self._names):
            if start <= place < end and name.kind == "organization" and self._pays(name, purpose):
                return Found(name.ref, name.span)
        return None

    def _pays(self, name: Name, purpose: str) -> bool:
        kinds = {rule.name for rule in self.grammar.rules("insurer") if rule.pattern.search(name.ref.name)}
        return any(
            rule.fields.get("insurer") in kinds and rule.pattern.search(purpose)
            for rule in self.grammar.rules("covers")
        )


class Places:
    """Finds where an amount was paid or recovered."""

    def __init__(self, sketch: Sketch, grammar: Grammar) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self._names = [(place, each) for place, each in sketch.mentions.items() if isinstance(each, Name)]
        self._at = [place for place, _ in self._names]
        self._regions: dict[str, Found | None] = {}
        self._forms: dict[str, Ref] = {}
        for _, name in self._names:
            if name.kind == "place":
                self._forms.setdefault(name.ref.name.casefold(), name.ref)
                self._forms.setdefault(name.span.text.casefold(), name.ref)

    def of(self, event: Event, payer: Found | None) -> Found | None:
        """The place that the sentence gives, else the region of who pays, else that of who acts in the text."""
        first, last = self.sketch.sentences[event.item.sentence]
        said, free = self._said(first, min(last, event.item.place + _BEHIND), event.item.place, payer)
        return (
            said
            or (self._of_taker(event, last) if event.is_recovery else None)
            or self._region_of_payer(payer)
            or free
            or self._nearest(event.item.place, is_local=payer is not None or event.is_recovery)
        )

    def _of_taker(self, event: Event, last: int) -> Found | None:
        """The region of the office that takes what comes in."""
        match = self.grammar.search("handed_to", self.sketch.text, event.start, last)
        name = self.sketch.mentions.get(match.start("whom")) if match else None
        return self._as_place(name) if isinstance(name, Name) else None

    def _region_of_payer(self, payer: Found | None) -> Found | None:
        if payer is None:
            return None
        printed = self._region_of(Ref(name=payer.span.text)) if payer.span else None
        return self._region_of(payer.ref) or printed

    def within(self, start: int, end: int) -> Found | None:
        """The one place, or the region of the one organisation, that stands between two places of the sketch."""
        here = [name for _, name in self._between(start, end) if name.kind != "person"]
        if len(here) != 1:
            return None
        return self._as_place(here[0])

    def called(self, start: int, end: int) -> Found | None:
        """The place that all the words between two places of the sketch name."""
        name = self.sketch.mentions.get(start) if end == start + 1 else None
        return Found(name.ref, name.span) if isinstance(name, Name) and name.kind == "place" else None

    def _between(self, start: int, end: int) -> list[tuple[int, Name]]:
        return self._names[bisect_left(self._at, start) : bisect_left(self._at, end)]

    def _as_place(self, name: Name) -> Found | None:
        if name.kind == "place":
            return Found(name.ref, name.span)
        return self._region_of(name.ref) or self._region_of(Ref(name=name.span.text))

    def _said(
        self, first: int, last: int, amount: int, payer: Found | None
    ) -> tuple[Found | None, Found | None]:
        """A place behind a word of place, behind the amount first; and the last one before it."""
        here = [
            (place, name)
            for place, name in self._between(first, last)
            if name.kind == "place"
            and not (self._is_venue(name) or self._is_aside(place, last))
            and not (payer and name.ref == payer.ref)
        ]
        behind = [each for each in here if each[0] > amount]
        before = [each for each in here if each[0] < amount]
        free = Found(before[-1][1].ref, before[-1][1].span) if before else None
        for place, name in [*behind, *reversed(before)]:
            cues = ("at", "towards") if place > amount else ("at",)
            if any(self.grammar.search(cue, self.sketch.text, first, place) for cue in cues):
                return Found(name.ref, name.span), free
        return None, free

    def _is_venue(self, name: Name) -> bool:
        return name.kind == "place" and self._is_house(name.ref)

    def _is_house(self, ref: Ref) -> bool:
        """Whether it is a building, a street or the like, where a payment may be celebrated."""
        return bool(self.grammar.starts("venue", ref.name, 0, len(ref.name)))

    def _is_aside(self, place: int, last: int) -> bool:
        """Whether it is where somebody speaks, part of a title, or the dateline."""
        text = self.sketch.text
        roles = ("said_at", "of_a_title") if place else ("said_at", "of_a_title", "dateline")
        if any(self.grammar.starts(role, text, place + 1, last) for role in roles):
            return True
        return place < _NEAR and bool(self.grammar.search("outlet", text, 0, place))

    def _region_of(self, owner: Ref) -> Found | None:
        """The place that ends an organisation's name: "BPJS Ketenagakerjaan Cabang Garut"."""
        if owner.name not in self._regions:
            self._regions[owner.name] = self._region_in(_ALIAS.sub("", owner.name))
        return self._regions[owner.name]

    def _region_in(self, bare: str) -> Found | None:
        folded = bare.casefold()
        for at in range(len(folded)):
            ref = self._forms.get(folded[at:])
            if ref and not folded[at - 1 : at].isalpha() and not self._is_house(ref):
                return Found(ref)
        for rule in self.grammar.rules("region"):
            if match := rule.pattern.search(bare):
                return Found(Ref(name=match["place"]))
        return None

    @cached_property
    def _homes(self) -> list[tuple[int, Name, Found]]:
        """The places, and the organisations that have a region, each with it; venues are none."""
        regions = (
            (at, name, self._as_place(name))
            for at, name in self._names
            if name.kind != "person" and not self._is_venue(name)
        )
        return [(at, name, region) for at, name, region in regions if region is not None]

    @cached_property
    def _offices(self) -> list[tuple[int, Found]]:
        return [(at, region) for at, name, region in self._homes if name.kind == "organization"]

    @cached_property
    def _most_named(self) -> tuple[Counter[str], dict[str, Found]]:
        """How often each region is named, those named last first, and where."""
        seen = Counter(region.ref.name for _, _, region in reversed(self._homes))
        return seen, {region.ref.name: region for _, _, region in reversed(self._homes)}

    def _nearest(self, place: int, *, is_local: bool) -> Found | None:
        """The region of the last organisation before a place that has one, else the region most often named."""
        before = bisect_left(self._offices, place, key=itemgetter(0))
        if before:
            return self._offices[before - 1][1]
        seen, found = self._most_named
        is_only = len(seen) == 1 and self._homes[0][0] < place
        return self._home(seen, found, is_local=is_local, is_only=is_only)

    def _home(
        self, seen: Counter[str], found: dict[str, Found], *, is_local: bool, is_only: bool
    ) -> Found | None:
        """The region named most often, that of the dateline, or the only one.

        Not the capital, from which the whole land is told.
        """
        most, count = seen.most_common(1)[0] if seen else ("", 0)
        at, first = self._names[0] if self._names else (1, None)
        if is_local and count < 2 and first is not None and at == 0 and first.kind == "place":
            most, count = first.ref.name, 2
        is_all = self.grammar.starts("everywhere", most, 0, len(most))
        return found.get(most) if (count > 1 or is_only) and not is_all else None
