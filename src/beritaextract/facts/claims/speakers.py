"""Who speaks where, as far as the text tells: "we" in a quote is the office of its speaker."""

from __future__ import annotations

from functools import cached_property

from beritaextract.facts.claims.places import Found
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.quoted import Quoted
from beritaextract.facts.sketch import Name, Sketch
from beritaextract.model import Ref

__all__ = ["Speakers"]


class Speakers:
    """Finds the speaker of a place in a text, and the organisation with which a person is introduced."""

    def __init__(self, sketch: Sketch, grammar: Grammar, quoted: Quoted) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self._quoted = quoted

    def at(self, place: int) -> Ref | None:
        """Who says what stands at a place of the sketch."""
        quote = self._quoted.at(self.sketch.span(place, place + 1).start)
        return quote.speaker if quote else None

    def office_at(self, place: int) -> Found | None:
        """The organisation of who says what stands at a place."""
        speaker = self.at(place)
        return self.office(speaker) if speaker else None

    def office(self, person: Ref) -> Found | None:
        """The organisation with which a person is introduced."""
        return self._offices.get(person.name)

    @cached_property
    def _offices(self) -> dict[str, Found]:
        """The organisation with which each person is first introduced."""
        found: dict[str, Found] = {}
        for rule in self.grammar.rules("office"):
            for match in rule.pattern.finditer(self.sketch.text):
                who, body = self.sketch.mentions[match.end() - 1], self.sketch.mentions[match.start("payer")]
                if isinstance(who, Name) and isinstance(body, Name):
                    found.setdefault(who.ref.name, Found(body.ref, body.span))
        return found
