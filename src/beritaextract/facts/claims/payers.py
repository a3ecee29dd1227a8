"""Who pays: a name in the sentence of an amount, or one that the text has brought in before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import cached_property

import regex

from beritaextract.facts.claims.cases import money
from beritaextract.facts.claims.events import Event
from beritaextract.facts.claims.places import Found
from beritaextract.facts.claims.speakers import Speakers
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.quoted import Quoted
from beritaextract.facts.refs import spelled_out
from beritaextract.facts.sketch import Name, Sketch
from beritaextract.model import Ref, Span

__all__ = ["Payers", "insures"]

_BEHIND = 60
_NEAR = 30
_SENTENCES_BACK = 6
_SENTENCES_ON = 2
_SENTENCES_TO_INSURER = 4
_SENTENCES_NEAR = 4
_FAR = 900
"""How far into a very long sentence words are looked for."""


class Payers:
    """Finds who pays."""

    def __init__(self, sketch: Sketch, grammar: Grammar, quoted: Quoted) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.speakers = Speakers(sketch, grammar, quoted)
        self._names = [(place, each) for place, each in sketch.mentions.items() if isinstance(each, Name)]

    def of(self, event: Event) -> Found | None:
        """Who is named as paying; an insurer that the text has named before, where its kind pays such a thing."""
        first, last = self.sketch.sentences[event.item.sentence]
        named = self._named(event.start, min(last, event.end + _BEHIND))
        if event.rule.fields.get("giver") == "subject" and named is None:
            verb = event.purpose[0] if event.goes_on else event.start
            named = self._subject(first, verb, last, owes=event.is_recovery)
        if event.is_weighed and named is None and (giving := self._verb(first, event)):
            named = self._subject(first, giving, last)
        if event.is_recovery and named and self._collects(named.ref):
            return None
        if named or event.is_recovery:
            return named
        told = event.goes_on or event.rule.fields.get("asks") in ("benefit_before", "people")
        start, _ = self.sketch.sentences[max(0, event.item.sentence - _SENTENCES_NEAR)]
        purpose = self.sketch.words(start if told else event.start, min(last, event.end + _BEHIND))
        found = self._insurer(first, event.item.place, purpose)
        if found is None and self.grammar.search("insured", purpose, 0, len(purpose)):
            near, _ = self.sketch.sentences[max(0, event.item.sentence - 1)]
            found = self._insurer(near if self._is_mutual else 0, first, purpose)
            found = found or (None if self._is_mutual else self._insurer_behind(event, purpose))
        return found or self._told(event, self.kind(event)) or self._teller(first, event.start)

    def _verb(self, first: int, event: Event) -> int | None:
        """Where the verb of giving stands that leads to an amount, behind other money of its sentence."""
        before = money(self.sketch, first, event.item.place)
        low = before[-1].place + 1 if before else first
        match = self.grammar.search("gives_it", self.sketch.text, low, event.item.place)
        return match.start() if match else None

    def _teller(self, first: int, verb: int) -> Found | None:
        """The organisation of who tells of a payment in its sentence, where it is one that pays by itself."""
        for rule in self.grammar.rules("office"):
            for match in rule.pattern.finditer(self.sketch.text, max(first, verb - _FAR), verb):
                body = self._found(match.start("payer"))
                if body and self._pays_itself(body):
                    return body
        body = self.speakers.office_at(verb)
        return body if body and self._pays_itself(body) else None

    def _pays_itself(self, body: Found) -> bool:
        return self.grammar.starts("pays_itself", body.ref.name, 0, len(body.ref.name)) is not None

    def _insurer_behind(self, event: Event, purpose: str) -> Found | None:
        """The insurer that the sentences behind an amount name, where they name but one."""
        number = event.item.sentence
        _, start = self.sketch.sentences[number]
        _, end = self.sketch.sentences[min(number + _SENTENCES_TO_INSURER, len(self.sketch.sentences) - 1)]
        names = (name for place, name in self._names if start <= place < end and name.kind == "organization")
        return _only(name for name in names if self._pays(name, purpose))

    def principal(self, event: Event, paying: Set[str]) -> Found | None:
        """The organisation that the text names most, if it alone is told to be ``paying``, or pays by its nature."""
        body = self._most_named
        if body is None:
            return None
        is_payer = self._is_mutual or self._is_fund(body, event)
        is_payer = is_payer or ({body.ref.name} == paying and not self._is_others(body, event))
        return Found(body.ref, body.span) if is_payer else None

    def _is_others(self, body: Name, event: Event) -> bool:
        """Whether the words near tell of what insurers pay that are of another kind than ``body``."""
        start, _ = self.sketch.sentences[max(0, event.item.sentence - _SENTENCES_ON)]
        words = self.sketch.words(start, self.sketch.sentences[event.item.sentence][1])
        if not self._kinds(body) or self._pays(body, words):
            return False
        return any(
            rule.pattern.search(words) for rule in self.grammar.rules("covers") if "only" in rule.fields
        )

    @cached_property
    def _most_named(self) -> Name | None:
        """The organisation that the text names most; of several the first, and none that collects or observes."""
        seen = Counter(name.ref.name for name in self._bodies())
        most = next((name for name, _ in seen.most_common(1)), None)
        return next((name for name in self._bodies() if name.ref.name == most), None)

    def _bodies(self) -> Iterator[Name]:
        for _, name in self._names:
            if name.kind == "organization" and not self._collects(name.ref) and not self._observes(name.ref):
                yield name

    @cached_property
    def _is_mutual(self) -> bool:
        """Whether the text is about a body that pays its own members."""
        return self._most_named is not None and _is_of(self.grammar, "mutual", self._most_named)

    def _is_fund(self, body: Name, event: Event) -> bool:
        """Whether it insures such a thing, and the text names no body that pays its own members."""
        start, _ = self.sketch.sentences[max(0, event.item.sentence - _SENTENCES_ON)]
        _, end = self.sketch.sentences[event.item.sentence]
        pays = self._pays(body, self.sketch.words(start, end))
        return pays and not any(_is_of(self.grammar, "mutual", each) for each in self._bodies())

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

    def within(self, start: int, end: int) -> Found | None:
        """The last organisation between two places."""
        here = (name for place, name in self._names if start <= place < end and name.kind == "organization")
        last = next(reversed([*here]), None)
        return Found(last.ref, last.span) if last else None

    def of_programme(self, what: str | None, sentence: int) -> Found | None:
        """Who is told, near a sentence, to pay a programme: "PKH yang disalurkan Kementerian Sosial"."""
        for first, last in self.sketch.sentences[
            max(0, sentence - _SENTENCES_BACK) : sentence + _SENTENCES_BACK
        ]:
            for rule in self.grammar.rules("gives"):
                end = min(last, first + _FAR)
                for match in rule.pattern.finditer(self.sketch.text, first, end) if what else ():
                    named = "payer" in rule.pattern.groupindex and match["what"].isupper()
                    if named and match["what"] in (what or ""):
                        return self._by(match)
        return None

    def _told(self, event: Event, kind: str) -> Found | None:
        """Who pays such a thing, by the last sentence up to the amount that tells so, or by one right behind it."""
        number = event.item.sentence
        behind = range(number + 1, min(number + 1 + _SENTENCES_ON, len(self.sketch.sentences)))
        for near in (*range(number, max(number - _SENTENCES_BACK, -1), -1), *behind):
            first, last = self.sketch.sentences[near]
            last = min(last, event.item.place) if near == number else last
            first, last = (
                (max(first, last - _FAR), last) if near <= number else (first, min(last, first + _FAR))
            )
            for rule in self.grammar.rules("given_by" if near > number else "gives"):
                for match in rule.pattern.finditer(self.sketch.text, first, last):
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
        return self._of_kind(self.grammar.search("by_its_kind", self.sketch.text, start, end))

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
        if not owes and self.grammar.search("by_offender", self.sketch.text, first, verb):
            return None
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
        its_kind = self.grammar.search("its_kind", self.sketch.text, first, verb)
        return self._of_kind(its_kind) or self._by_form(first, verb)

    def _of_kind(self, match: regex.Match[str] | None) -> Found | None:
        """The last organisation before a noun that stands for it: "koperasi menyalurkan", "dibayar perusahaan itu"."""
        if match is None:
            return None
        noun = match["kind"].casefold()
        for rule in self.grammar.rules("of_kind"):
            is_own = "own" in rule.fields
            for place, name in reversed(self._names if noun in rule.fields["kinds"].split("|") else []):
                is_kind = rule.pattern.search(name.ref.name) and (
                    not is_own or noun in name.ref.name.casefold()
                )
                if place < match.start() and name.kind == "organization" and is_kind:
                    return Found(name.ref, name.span)
        return None

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

    def _collects(self, ref: Ref) -> bool:
        return self.grammar.starts("collector", ref.name, 0, len(ref.name)) is not None

    def _observes(self, ref: Ref) -> bool:
        """Whether it is one that only tells of payments: a court, a bureau of statistics."""
        return any(rule.pattern.search(ref.name) for rule in self.grammar.rules("observer"))

    def _office_of_speaker(self, verb: int, last: int) -> Found | None:
        """The organisation of who says so: of the quote, named behind in the sentence, else the last person before."""
        if speaker := self.speakers.at(verb):
            return self._office(speaker)
        for rule in self.grammar.rules("office"):
            if match := rule.pattern.search(self.sketch.text, verb, last):
                return self._found(match.start("payer"))
        for place, name in reversed(self._names):
            if place < verb and name.kind == "person":
                return self._office(name.ref)
        return None

    def _office(self, person: Ref) -> Found | None:
        """The organisation with which a person is introduced, if it is none that only observes."""
        body = self.speakers.office(person)
        return None if body and self._observes(body.ref) else body

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

    def _kinds(self, name: Name) -> set[str]:
        """What kinds of insurer a name is of."""
        forms = (name.ref.name, name.span.text)
        return {rule.name for rule in self.grammar.rules("insurer") if any(map(rule.pattern.search, forms))}

    def _pays(self, name: Name, purpose: str) -> bool:
        kinds = self._kinds(name)
        return any(
            rule.fields.get("insurer") in kinds and rule.pattern.search(purpose)
            for rule in self.grammar.rules("covers")
        )


def insures(grammar: Grammar, name: Name) -> bool:
    """Whether a name is that of an insurer or an alms body, in this form or in full."""
    return name.kind == "organization" and _is_of(grammar, "insurer", name)


def _is_of(grammar: Grammar, role: str, name: Name) -> bool:
    return any(grammar.search(role, form, 0, len(form)) for form in (name.span.text, name.ref.name))


def _only(names: Iterable[Name]) -> Found | None:
    """The one thing that all names are of."""
    found = {name.ref.name: name for name in names}
    return next((Found(name.ref, name.span) for name in found.values()), None) if len(found) == 1 else None
