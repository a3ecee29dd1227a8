"""Whose members a figure counts: the organisation or programme that the words around it name or stand for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import regex

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.refs import Named, spelled_out
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Ref, Span
from beritaextract.rules import Rule

__all__ = ["Owners"]

_FURTHEST = 3
_FAR = 3000
_NEAR = 50
_NEAR_BEFORE = 200
_MOST_NAMES = 12


class Owners:
    """Finds the organisation or programme."""

    def __init__(self, sketch: Sketch, grammar: Grammar, named: Named) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.named = named

    def find(self, item: Item, rule: Rule, match: regex.Match[str]) -> Span | None:
        """The one that the rule names, else the one that the words before or behind the figure name.

        Args:
            item: The figure.
            rule: The rule that found it; its ``owner`` tells where to look first.
            match: What it matched; the group ``name``, if it has one, are the words of a name.
        """
        start, end = self.sketch.sentences[item.sentence]
        if (received := self._received(start, match)) is not None:
            return received
        if "name" in rule.pattern.groupindex and (found := self._called(match.span("name"))) is not None:
            return found
        owner = rule.fields.get("owner")
        if owner == "called":
            return (
                self._named(start, item.place)
                or self._meant(start, item)
                or self._speaks(item, end)
                or self._in_sentences_before(item)
                or self._by_head("", start, _NEAR_BEFORE)
            )
        if owner == "subject":
            return self._subject(start, item, rule)
        if owner == "behind":
            return self._first_named(item.place, min(end, item.place + _NEAR))
        return self._told(start, end, item)

    def ref(self, span: Span) -> Ref:
        """The named organisation, or the words; an acronym with the words that the text spells it out in."""
        owner = self.named.organizations.ref(span)
        if owner.id is None:
            return self._in_full(owner)
        return self._longer(span) or self._branch(owner) or self._with_form(owner) or owner

    def _longer(self, span: Span) -> Ref | None:
        """The name that goes on behind the words that are a mention: "CU Bina Seroja" behind "CU"."""
        for rule in self.grammar.rules("keeper_member"):
            found = rule.pattern.match(self.sketch.source, span.start)
            if found is None:
                continue
            before_person = "then_person" in rule.fields and self.named.persons.within(
                span.start + 1, found.end("name")
            )
            if not before_person and found.end("name") > self._end(span):
                return Ref(name=found["name"])
        return None

    def _end(self, span: Span) -> int:
        """Where the mention ends that begins where ``span`` does; where none does, its beginning."""
        ends = self.named.organizations.within(span.start, span.start + 1)
        return ends[0][1] if ends else span.start

    def _branch(self, owner: Ref) -> Ref | None:
        """The only branch that the text names of a body: "BPJS Ketenagakerjaan Cabang Kudus"."""
        if self.grammar.search("has_branches", owner.name, 0, len(owner.name)) is None:
            return None
        found = {
            ref.id: ref
            for ends in self.named.organizations.within(0, len(self.sketch.source))
            if (ref := self.named.organizations.ref(self.sketch.printed(*ends))).name.startswith(
                f"{owner.name} "
            )
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _with_form(self, owner: Ref) -> Ref | None:
        """The only name of the text that has the form of the body before the same words: "PT BPR Bank Sigi"."""
        source, register = self.sketch.source, self.named.organizations
        found = {
            ref.id: ref
            for ends in register.within(0, len(source))
            if (ref := register.ref(self.sketch.printed(*ends))).name.endswith(f" {owner.name}")
            and self.grammar.starts("legal_form", ref.name, 0, len(ref.name) - len(owner.name))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def scheme(self, span: Span) -> Ref:
        """The programme: a named one where its whole name is a mention, else the words."""
        is_named = (span.start, span.end) in self.named.organizations.within(span.start, span.end)
        return self.named.organizations.ref(span) if is_named else self._in_full(Ref(name=span.line))

    def giver(self, item: Item) -> Span | None:
        """The body named before the figure in its sentence."""
        return self._named(self.sketch.sentences[item.sentence][0], item.place)

    def _in_full(self, owner: Ref) -> Ref:
        """A name that begins with an acronym, with the words that the text spells the acronym out in."""
        acronym, *rest = owner.name.split(" ")
        words = spelled_out(self.sketch.source, acronym) if acronym.isupper() else None
        return Ref(name=" ".join([f"{words} ({acronym})", *rest])) if words else owner

    def is_only_kind(self, owner: Span) -> bool:
        """Whether words with capitals tell only what kind of body they mean: "Komunitas"."""
        name = self.ref(owner).name
        return self.grammar.starts("only_kind", name, 0, len(name)) is not None

    def is_member(self, unit: str | None) -> bool:
        """Whether a unit is one that tells members: "nasabah"."""
        return unit is not None and self.grammar.starts("member", unit, 0, len(unit)) is not None

    def _told(self, start: int, end: int, item: Item) -> Span | None:
        """The programme in the same sentence that stands nearest before the total, else after it, else the last before.

        A programme by its form first; one of another form only in the sentence itself.
        """
        if (held := self._by_member(start, item)) is not None:
            return held
        low = max(0, start - _FAR)
        names = [
            match.span("name")
            for each in self.grammar.rules("name")
            for match in each.pattern.finditer(self.sketch.text, low, end)
        ]
        here = [name for name in names if start <= name[0]]
        before = [name for name in here if name[1] <= item.place]
        if chosen := before[-1:] or here[:1]:
            return self.sketch.span(*chosen[0])
        if (owner := self._named(start, item.place) or self._meant(start, item)) is not None:
            return owner
        known = self._last_known([self.sketch.span(*name) for name in names[-_MOST_NAMES:]])
        return known or self._speaks(item, end)

    def _speaks(self, item: Item, end: int) -> Span | None:
        """The office of whom is quoted behind the figure: "7.420 perangkat desa," kata Kepala BPJS …"."""
        found = self.grammar.search("says", self.sketch.text, item.place, end)
        return self._first_named(found.end(), min(end, found.end() + _NEAR)) if found else None

    def _subject(self, start: int, item: Item, rule: Rule) -> Span | None:
        return (
            self._named(start, item.place)
            or self._meant(start, item)
            or self._by_form(start, item, rule)
            or self._opening(start, item)
            or self._of_same_kind(item)
        )

    def _opening(self, start: int, item: Item) -> Span | None:
        """The name with capitals that a sentence about users begins with: "GaleriKita menjadi toko terbesar"."""
        if not self.is_member(item.quantity.unit):
            return None
        found = self.grammar.starts("opens", self.sketch.text, start, item.place)
        return self._called(found.span("name")) if found else None

    def _by_member(self, start: int, item: Item) -> Span | None:
        """The name right behind the word for its members: "jumlah pengguna KasKilat naik menjadi"."""
        found = None
        for rule in self.grammar.rules("held_by"):
            for match in rule.pattern.finditer(self.sketch.text, start, item.place):
                found = self._called(match.span("name")) or found
        return found

    def _called(self, ends: tuple[int, int]) -> Span | None:
        """Words with capitals that a rule takes for a name, unless they name a person or a place only."""
        if ends[0] < 0:
            return None
        span = self.sketch.span(*ends)
        if self.named.organizations.ref(span).id is not None:
            return span
        known = self.named.places.ref(span).id or self.named.persons.ref(span).id
        return None if known else span

    def _meant(self, start: int, item: Item) -> Span | None:
        """What "perseroan", "koperasi itu" or "santrinya" stands for: a named organisation of the sentences before.

        One whose name begins with the same word goes before all others: "koperasi itu" is "Koperasi Bina Warga".
        """
        found = self.grammar.search("refers", self.sketch.text, start, item.place)
        if found is None:
            return None
        head = found.groupdict().get("head")
        by_head = head and (self._by_head(head, start) or self._with_word(head, start))
        return by_head or self._in_sentences_before(item)

    def _with_word(self, head: str, end: int) -> Span | None:
        """The last named organisation before that has the word in its name: "BPR itu" is "PT BPR Sigi"."""
        word, stop = head.casefold(), self.sketch.span(end, end + 1).start
        for ends in reversed(self.named.organizations.within(max(0, stop - _FAR), stop)):
            if word in self.sketch.source[slice(*ends)].casefold().split():
                return self.sketch.printed(*ends)
        return None

    def _by_head(self, head: str, end: int, far: int = _FAR) -> Span | None:
        names = [
            match.span("name")
            for rule in self.grammar.rules("by_head")
            for match in rule.pattern.finditer(self.sketch.text, max(0, end - far), end)
            if match["name"].startswith(head.capitalize())
        ]
        return self.sketch.span(*names[-1]) if names else None

    def _in_sentences_before(self, item: Item) -> Span | None:
        """What the nearest sentence before that names an organisation begins with."""
        for number in range(item.sentence - 1, max(-1, item.sentence - 1 - _FURTHEST), -1):
            if found := self._first_named(*self.sketch.sentences[number]):
                return found
        return None

    def _by_form(self, start: int, item: Item, rule: Rule) -> Span | None:
        """A name that is no mention, right before "memiliki … anggota"."""
        if not self.is_member(item.quantity.unit):
            return None
        text, low = self.sketch.text, max(start, item.place - 2 * _NEAR)
        verb = next((each for each in rule.pattern.finditer(text, low) if each.end() > item.place), None)
        match = verb and self.grammar.search(
            "by_form", text, max(start, verb.start() - 2 * _NEAR), verb.start()
        )
        return self.sketch.span(*match.span("name")) if match else None

    def _of_same_kind(self, item: Item) -> Span | None:
        """The organisation behind a figure of the same unit in the sentence before: "butuh 90 personel Damkar"."""
        for other in islice(self.sketch.before(item.place), _FURTHEST):
            if other.sentence < item.sentence - 1:
                return None
            if other.quantity.unit == item.quantity.unit and self.is_member(item.quantity.unit):
                return self._first_named(other.place + 1, other.place + len(" ") + 2)
        return None

    def _last_known(self, spans: Sequence[Span]) -> Span | None:
        """The last that is a mention of a named thing, else the last: a person's name may have run into it."""
        known = [span for span in spans if self.named.organizations.ref(span).id is not None]
        chosen = known or spans
        return chosen[-1] if chosen else None

    def _received(self, start: int, match: regex.Match[str]) -> Span | None:
        """The programme whose receivers the words that lead to the figure name: "Penerima bantuan beras turun dari"."""
        who = self.grammar.starts("who_receive", match.string, match.start(), match.start("total"))
        if who is None or self.grammar.search("not_given", match.string, start, match.start("total")):
            return None
        for rule in self.grammar.rules("scheme"):
            if found := rule.pattern.match(match.string, who.end(), match.start("total")):
                return self.sketch.span(*found.span("name"))
        return None

    def _named(self, start: int, end: int) -> Span | None:
        """The last named organisation between two places."""
        if start >= end:
            return None
        around = self.sketch.span(start, end)
        found = self.named.organizations.within(around.start, around.end)
        return self.sketch.printed(*found[-1]) if found else None

    def _first_named(self, start: int, end: int) -> Span | None:
        """The first named organisation that begins between two places."""
        around = self.sketch.span(start, end)
        found = self.named.organizations.within(around.start, around.end)
        return self.sketch.printed(*found[0]) if found else None
