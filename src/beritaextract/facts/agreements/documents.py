"""Where a text names an agreement, and what it says is done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

import regex

from beritaextract.facts.agreements.readings import Action, Document, Reading, Verb
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.needs import occurrences
from beritaextract.facts.sketch import Sketch
from beritaextract.model import Date
from beritaextract.rules import SYMBOLS, Rule

__all__ = ["LEAD", "THIS", "read"]

THIS = regex.compile(r"\s(?:ini|itu|tersebut|dimaksud)\b")
"""After an agreement: one that the text has spoken of."""

LEAD = 2
"""The last sentence that can tell a cooperation as news."""

_BEFORE = 50
_CLOSE = 22
_AFTER = 170
_NEXT = 45
_CHAIN = 12
_LISTED = 2
_MOST = 60
_DAY = len("2025-01-31")
_BREAK = regex.compile(r"[.;:\n\"“”]")
_JOINED = regex.compile(r"(?:,|\s(?:dan|serta|sekaligus)|,\s(?:dan|serta))\s(?:sejumlah\s|beberapa\s)?")
_SIDED = regex.compile(rf"\s(?:antara|dengan)\s|\s(?=[{SYMBOLS['organization']}{SYMBOLS['place']}])")
_OR = regex.compile(r"\s(?:atau|berupa|dalam\sbentuk|melalui|lewat)\s")


def read(sketch: Sketch, grammar: Grammar, rules: Sequence[Rule]) -> Iterator[Reading]:
    """The documents of a sketch in the order of the text, without those that the text says do not exist.

    ``rules`` are the rules for documents and verbs that can match in the text.
    """
    documents = _documents(sketch, [rule for rule in rules if rule.fields["role"] == "document"])
    verbs = [rule for rule in rules if rule.fields["role"] == "verb"]
    spelled = any(each.kind == "PKS" and not each.short for each in documents)
    before: Reading | None = None
    for place, document in enumerate(documents):
        number = sketch.sentence(document.start)
        after = next((each.start for each in documents[place + 1 :] if each.firm), len(sketch.text))
        reader = _Reader(sketch, grammar, verbs, document, number, after)
        found = reader.linked(before) or reader.reading()
        if found and (spelled or not document.short or found.action):
            before = found
            yield found


def _documents(sketch: Sketch, rules: Sequence[Rule]) -> list[Document]:
    """The mentions, by their order in the text; of two that overlap or are one ("kerja sama atau MoU") the firm one."""
    found: list[Document] = []
    for rule in rules:
        found += (Document(*match.span(), rule) for match in _matches(sketch.text, rule))
        found += (
            Document(item.place, item.place + 1, rule, True)
            for item in sketch.items
            if item.quantity.unit and rule.pattern.match(item.quantity.unit)
        )
    found = [*_named_alike(found)]
    found.sort(key=lambda each: (each.start, not each.firm, -each.end))
    kept: list[Document] = []
    for each in found:
        if kept and each.start < kept[-1].end:
            continue
        if kept and not kept[-1].firm and _OR.fullmatch(sketch.text, kept[-1].end, each.start):
            kept.append(replace(each, start=kept.pop().start))
        else:
            kept.append(each)
    return kept[:_MOST]


def _named_alike(found: Iterable[Document]) -> Iterator[Document]:
    """The mentions, a "perjanjian serupa" with the rule of the firm one before it, if it can be of its kind."""
    before: Rule | None = None
    for each in sorted(found, key=lambda document: document.start):
        kind = each.rule.fields.get("similar")
        if kind is None:
            yield each
            before = each.rule if each.firm else before
        elif before and kind in ("any", before.fields["kind"]):
            yield replace(each, rule=before)
        elif before and kind != "any":
            yield each


def _matches(text: str, rule: Rule) -> Iterator[regex.Match[str]]:
    """The matches that begin with a word in which one of the rule's ``needs`` begins."""
    seen = -1
    for place in occurrences(text, rule.fields["needs"].split("|")):
        start = place
        while start and text[start - 1].isalpha():
            start -= 1
        if start > seen and (match := rule.pattern.match(text, start)):
            seen = match.end() - 1
            yield match


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what the sentence says about one document; ``next`` is where the next one begins."""

    sketch: Sketch
    grammar: Grammar
    verbs: Sequence[Rule]
    document: Document
    number: int
    next: int

    def linked(self, before: Reading | None) -> Reading | None:
        """The reading of "MoU dan perjanjian kerja sama": what is done to the first is done to the second."""
        if before is None or before.action is None or before.document.kind == self.document.kind:
            return None
        if not _JOINED.fullmatch(self.sketch.text, before.document.end, self.document.start):
            return None
        return Reading(self.document, self.number, self._until, before.action, before.verb, linked=True)

    @property
    def _until(self) -> int:
        return min(self.next, self.sketch.sentences[self.number][1])

    def reading(self) -> Reading | None:
        """``None`` where the text says that there is no such agreement."""
        document = self.document
        start, end = self.sketch.sentences[self.number]
        if document.verbal:
            return self._cooperating(start, end)
        verb = self._verb_before(start)
        if verb is None or "yields" in verb.rule.fields:
            verb = self._verb_after(end) or verb
        if verb is None and not document.firm:
            if self._is_lasting(start, end):
                return Reading(document, self.number, self._until, "existing", None, holds=True)
            return Reading(document, self.number, self._until, self._held(start, end), None)
        if self._says("negated", document.start, start) or self._is_other(end):
            return None
        if document.firm and self._says("replaces", document.start, start):
            return Reading(document, self.number, self._until, "existing", None, holds=True, replaced=True)
        if verb is None and document.firm and self._is_listed():
            return Reading(document, self.number, self._until, "signed", None)
        if told := self._told(verb, start, end):
            return told
        if self._says("earlier", verb.start if verb else document.start, start):
            return Reading(document, self.number, self._until, "existing", verb, holds=True)
        if document.firm and self._is_in_force(verb, end):
            return Reading(document, self.number, self._until, "existing", verb, holds=True)
        if verb is None:
            refers = THIS.match(self.sketch.text, document.end) is not None
            planned = document.firm and not refers and self._says("planned", document.start, start)
            planned = planned or (
                document.firm
                and self.grammar.match("prepared", self.sketch.text, document.end, end) is not None
            )
            return Reading(document, self.number, self._until, "planned" if planned else None, None)
        if self._says("negated", verb.start, start):
            return None
        if self._is_planned(verb, start, end):
            action = None if "wished" in verb.rule.fields else "planned"
            return Reading(document, self.number, self._until, cast(Action | None, action), verb)
        return Reading(document, self.number, self._until, cast(Action, self._action(verb, end)), verb)

    def _told(self, verb: Verb | None, start: int, end: int) -> Reading | None:
        """The reading of one of which the words before it tell: "berdasarkan", "memiliki", "tertuang dalam"."""
        document = self.document
        says = self._says("existing", document.start, start)
        if says and verb is None and self._says("by_paper", document.start, start):
            says = not self._says("planned", document.start, start)
        if (says and (verb is None or verb.start > document.end)) or (
            verb is None and self._says("told", document.start, start)
        ):
            is_new = verb is not None and self._is_signed_on_a_day(verb, start, end)
            holds = verb is not None or self._says("earlier", document.start, start)
            holds = holds or (document.firm and self._is_dated(start, end))
            holds = holds or (document.firm and self._is_in_force(verb, self._until))
            told: Action = "signed" if is_new else "existing"
            return Reading(document, self.number, self._until, told, verb, holds=holds and not is_new)
        return None

    def _is_signed_on_a_day(self, verb: Verb, start: int, end: int) -> bool:
        """Whether a paper by which something is done is told with the day of its signing."""
        if not verb.firm or not self._says("by_paper", self.document.start, start):
            return False
        mentions = (self.sketch.mentions.get(place) for place in range(verb.end, end))
        first = next((each for each in mentions if isinstance(each, Date)), None)
        return first is not None and len(first.value or "") == _DAY

    def _is_in_force(self, verb: Verb | None, end: int) -> bool:
        """Whether it was made before and holds: "telah berjalan", "diteken pada 2023 dan masih berlaku"."""
        text, place = self.sketch.text, self.document.end
        if verb is None:
            return self.grammar.starts("running", text, place, end) is not None
        if verb.rule.fields["action"] == "extended" and self._is_planned(verb, place, end):
            return verb.start > place and self.grammar.starts("running", text, place, verb.start) is not None
        is_new = verb.rule.fields["action"] == "extended"
        return not is_new and self.grammar.match("in_force", text, place, end) is not None

    def _is_lasting(self, start: int, end: int) -> bool:
        """Whether a cooperation without a paper is told to go on since some time: "sudah berjalan sejak …"."""
        if self._says("negated", self.document.start, start):
            return False
        goes_on = self._says("earlier", self.document.start, start) or self._is_in_force(None, end)
        return goes_on and self._is_dated(start, end)

    def _is_dated(self, start: int, end: int) -> bool:
        """Whether the sentence tells since when something is so."""
        dates = (place for place in range(start, end) if isinstance(self.sketch.mentions.get(place), Date))
        return any(
            self.grammar.match("since", self.sketch.text, max(start, place - _CLOSE), place)
            for place in dates
        )

    def _cooperating(self, start: int, end: int) -> Reading | None:
        """The reading of "menggandeng" in the lead: nothing where somebody only may or wants to."""
        document = self.document
        if any(self._says(role, document.start, start) for role in ("negated", "wished")):
            return None
        if self._is_dated(start, end):
            verb = Verb(document.start, document.end, document.rule, "active")
            return Reading(document, self.number, self._until, "existing", verb, holds=True)
        if self.number > LEAD:
            return None
        verb = Verb(document.start, document.end, document.rule, "active")
        planned = self._says("planned", document.start, start)
        action = "planned" if planned else cast(Action, self._action(verb, end))
        return Reading(document, self.number, self._until, action, verb)

    def _held(self, start: int, end: int) -> Action | None:
        """What a sentence without a verb says of a treaty, or of a cooperation between two that it names."""
        document = self.document
        if not document.lasting:
            sided = self.grammar.starts("sided", self.sketch.text, document.end, end)
            told = self._says("existing", document.start, start) or self.grammar.starts(
                "aim", self.sketch.text, document.start, end
            )
            return "existing" if sided and told else None
        if document.states and self._says("negotiated", document.start, start):
            return "planned"
        if document.agreed and self.grammar.starts("between_behind", self.sketch.text, document.end, end):
            is_made = not any(self._says(role, document.start, start) for role in ("negated", "planned"))
            return "signed" if is_made else None
        if self._says("existing", document.start, start):
            return "existing"
        if not document.states or any(
            self._says(role, document.start, start) for role in ("negated", "framed")
        ):
            return None
        paired = self._says("paired", document.start, start) or self.grammar.starts(
            "pair", self.sketch.text, document.end, end
        )
        paired = paired or self.grammar.starts("between_states", self.sketch.text, document.end, end)
        return "existing" if paired else None

    def _is_other(self, end: int) -> bool:
        if self.document.states:
            return False
        roles = ("never",) if self.document.firm else ("never", "not")
        return any(self.grammar.starts(role, self.sketch.text, self.document.end, end) for role in roles)

    def _action(self, verb: Verb, end: int) -> str:
        """Extended also where that stands behind: "MoU perpanjangan", "diteken pada 2022 dan diperpanjang"."""
        low, high = self.document.end, min(end, self.document.end + _CLOSE)
        for rule in self.verbs:
            if rule.fields["action"] == "extended" and rule.fields["form"] != "active":
                is_noun = rule.fields["form"] == "noun"
                near = (low, high) if is_noun else (verb.end, min(end, verb.end + _BEFORE))
                again = (is_noun or verb.form == "passive") and rule.pattern.search(self.sketch.text, *near)
                if again and (is_noun or not self._says("planned", again.start(), verb.end)):
                    return "extended"
        fields = verb.rule.fields
        if verb.firm and fields["action"] == "signed" and self._has_lapsed():
            return "extended"
        if verb.joins and (
            self._says("agreed", verb.start, self.sketch.sentences[self.number][0])
            or self.grammar.match("by_signing", self.sketch.text, self.document.end, end)
        ):
            return "extended" if self.document.firm and fields["action"] == "extended" else "signed"
        return fields["action"] if self.document.firm else fields.get("loosely", fields["action"])

    def _is_listed(self) -> bool:
        """Whether a sentence shortly before says that several papers are signed, of which this is one with a party."""
        sided = _SIDED.search(
            self.sketch.text, self.document.end, min(self._until, self.document.end + _AFTER)
        )
        if sided is None or THIS.match(self.sketch.text, self.document.end):
            return False
        before = self.sketch.sentences[max(0, self.number - _LISTED) : self.number]
        found = (
            match
            for rule in self.grammar.rules("papers")
            for ends in before
            for match in rule.pattern.finditer(self.sketch.text, *ends)
        )
        return any(match["papers"] is None or self._is_paper(match.start("papers")) for match in found)

    def _is_paper(self, place: int) -> bool:
        """Whether what is counted at a place is papers."""
        item = self.sketch.item(place)
        unit = item.quantity.unit if item else None
        return unit is not None and self.grammar.starts("paper", unit, 0, len(unit)) is not None

    def _has_lapsed(self) -> bool:
        """Whether it is told that the one before has ended: "Kesepakatan lama habis Februari lalu"."""
        if self.grammar.match("ended", self.sketch.text, self.document.end, self._until):
            return True
        after = self.sketch.sentences[self.number + 1 : self.number + 2]
        return any(self.grammar.match("lapsed", self.sketch.text, *ends) is not None for ends in after)

    def _verb_before(self, start: int) -> Verb | None:
        """The last verb before the document with nothing but words of the same clause between."""
        low = max(start, self.document.start - _BEFORE - 20)
        found = [
            Verb(*match.span(), rule, rule.fields["form"])
            for rule in self.verbs
            for match in rule.pattern.finditer(self.sketch.text, low, self.document.start)
        ]
        best = max(found, key=lambda verb: (verb.end, verb.firm), default=None)
        if best is None:
            return None
        limit = _BEFORE if best.firm and self.document.firm else _CLOSE
        gap = self.document.start - best.end
        if gap > limit or _BREAK.search(self.sketch.text, best.end, self.document.start):
            return None
        first = next(
            (verb for verb in found if 0 < best.start - verb.end <= _CHAIN and verb.form != "noun"), None
        )
        return Verb(first.start, best.end, best.rule, first.form) if first and best.form == "noun" else best

    def _verb_after(self, end: int) -> Verb | None:
        """The first passive verb after the document, before another document is named."""
        end = min(end, self.next, self.document.end + _AFTER)
        if not self.document.firm and not _SIDED.search(self.sketch.text, self.document.end, end):
            end = min(end, self.document.end + _NEXT)
        found = []
        for rule in self.verbs:
            if rule.fields["form"] == "passive":
                high = end if rule.fields.get("firm") != "no" else min(end, self.document.end + _NEXT)
                if match := rule.pattern.search(self.sketch.text, self.document.end, high):
                    found.append(Verb(*match.span(), rule, "passive"))
        best = min(found, key=lambda verb: verb.start, default=None)
        if best is None or _BREAK.search(self.sketch.text, self.document.end, best.start):
            return None
        return best

    def _is_planned(self, verb: Verb, start: int, end: int) -> bool:
        if verb.start < self.document.start:
            waits = (
                None
                if verb.form != "noun"
                else self.grammar.match(
                    "prepared", self.sketch.text, self.document.end, min(end, self.document.end + _AFTER)
                )
            )
            return waits is not None or self._says("planned", verb.start, start)
        if self._says("preparing", self.document.start, start):
            return True
        return self.grammar.starts("to_be", self.sketch.text, self.document.end, verb.end) is not None

    def _says(self, role: str, place: int, start: int) -> bool:
        """Whether the words that end at ``place`` are of a role."""
        low = max(start, place - 60)
        return self.grammar.match(role, self.sketch.text, low, place) is not None
