"""For which institution a person signs, by the office that the text gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.agreements.party import Party
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Name
from beritaextract.model import Official, Ref

__all__ = ["Offices"]

_SEAT = regex.compile(r"^(?:Kabupaten|Kota|Provinsi|Kab\.?|Prov\.?)\s")
_MINISTRY = regex.compile(r"kem(?:en)?(?=\p{L}+$)|kementerian\s")


@dataclass(frozen=True, slots=True)
class Offices:
    """Knows the officials of one text, the organisations by their ``forms``, and the ``names`` of each by its id."""

    grammar: Grammar
    officials: Sequence[Official]
    forms: Mapping[str, Ref]
    names: Mapping[str, set[str]]

    def signs_for(self, mention: Name) -> Party:
        """The institution that a person signs for, where the text names it; else the person."""
        for official in self.officials:
            if official.person.id != mention.ref.id:
                continue
            if official.organization and (ref := self.forms.get(official.organization.name.casefold())):
                return Party(ref, mention.span)
            for rule in self.grammar.rules("office"):
                if match := rule.pattern.search(official.title):
                    if "seat" in rule.fields:
                        if official.place is None:
                            return Party(mention.ref, mention.span, person=True)
                        return Party(official.place, mention.span, state=True)
                    heads, rest = (
                        rule.fields["institutions"].split("|"),
                        official.title[match.end() :].strip(),
                    )
                    ref = self._ministry(rest) if "ministry" in rule.fields else None
                    if ref := ref or self._institution(heads, official, rest):
                        return Party(ref, mention.span)
        return Party(mention.ref, mention.span, person=True)

    def _institution(self, heads: Iterable[str], official: Official, rest: str) -> Ref | None:
        """The organisation called by one of ``heads`` and the seat of the office, or by the head alone."""
        seats = {rest} | (self.names.get(official.place.id or "", set()) if official.place else set())
        bare = {_SEAT.sub("", seat) for seat in seats}
        for head in heads:
            for seat in seats | bare:
                if ref := self.forms.get(f"{head} {seat}".strip().casefold()):
                    return ref
        return next((self.forms[head.casefold()] for head in heads if head.casefold() in self.forms), None)

    def _ministry(self, rest: str) -> Ref | None:
        """The one ministry that is called by its minister's field, or by a short form of it: "Kemendagri"."""
        field = _letters(rest)
        found: dict[str, Ref] = {}
        ends: set[str] = set()
        for form, ref in self.forms.items():
            if head := _MINISTRY.match(form):
                name = _letters(form[head.end() :])
                if min(len(name), len(field)) > 1 and (_spells(name, field) or _spells(field, name)):
                    found[ref.id or form] = ref
                    ends |= {ref.id or form} if name[-1] == field[-1] else set()
        if len(ends) == 1:
            return found[ends.pop()]
        return next(iter(found.values())) if len(found) == 1 else None


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalpha())


def _spells(short: str, words: str) -> bool:
    """Whether the letters of a short form stand in the words in their order."""
    letters = iter(words)
    return all(letter in letters for letter in short)
