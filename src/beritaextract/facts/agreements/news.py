"""Whether a cooperation of which no paper is told is what the article reports, and not told in passing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from beritaextract.facts.agreements.documents import LEAD
from beritaextract.facts.agreements.seen import Accord, Seen
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Sketch

__all__ = ["News"]

_OPENING = 3
_BEFORE = 20
_HEAD = 160


@dataclass(frozen=True, slots=True)
class News:
    """Weighs the mentions of one text; the first sketch is the body, headline and captions follow."""

    sketches: Sequence[Sketch]
    grammar: Grammar

    def counts(self, accord: Accord) -> bool:
        """Whether enough is known of a cooperation that no memorandum tells of."""
        persons = sum(party.person for party in accord.parties)
        if accord.names_itself and accord.is_firm and len(accord.parties) > persons:
            return True
        documents = [each.reading.document for each in accord.seen]
        if accord.is_firm and persons < len(accord.parties) and all(each.alone for each in documents):
            return True
        if len(accord.parties) < 2 or persons > 1:
            return False
        if persons and any(
            each.verbal or each.states or "institutions" in each.rule.fields for each in documents
        ):
            return False
        if (
            accord.is_firm
            or (accord.holds and not persons)
            or any(each.founds and each.reading.document.lasting for each in accord.seen)
        ):
            return True
        return any(self.is_stressed(each) for each in accord.seen)

    def is_stressed(self, seen: Seen) -> bool:
        """Whether a cooperation without a signing is the news itself: at the top, and in the headline or "resmi"."""
        sketch = self.sketches[seen.part]
        verb = seen.reading.verb
        if not seen.founds:
            return False
        if verb is None or seen.reading.document.verbal or (verb.joins and "loosely" not in verb.rule.fields):
            return self._is_announced(seen)
        leads = seen.subject and (seen.reading.sentence < LEAD or seen.subject.rank > 2)
        if self.grammar.match("joins", sketch.text, verb.start, verb.end) and (
            leads or not any(party.person for party in seen.around.parties)
        ):
            return True
        if "loosely" in verb.rule.fields and self._is_settled(seen):
            return True
        if seen.reading.sentence > _OPENING:
            return False
        if all(party.state for party in seen.around.parties):
            return True
        if any(self.grammar.match("stress", each.text, 0, len(each.text)) for each in self.sketches[1:]):
            return True
        if self._is_firmly_said(seen):
            return True
        return "loosely" in verb.rule.fields and self._is_spoken_of_again(seen)

    def _is_announced(self, seen: Seen) -> bool:
        """Whether a cooperation that no paper tells of is the news: in the lead, and more than how an event is held."""
        sketch, reading = self.sketches[seen.part], seen.reading
        if reading.sentence > LEAD or self.grammar.match(
            "event", sketch.text, *sketch.sentences[reading.sentence]
        ):
            return False
        if reading.verb and reading.verb.rule.fields.get("news") == "yes":
            return True
        if any(self.grammar.match("stress", each.text, 0, len(each.text)) for each in self.sketches[1:]):
            return True
        return self._is_firmly_said(seen) or self._is_spoken_of_again(seen) or self._begins(seen)

    def _begins(self, seen: Seen) -> bool:
        """Whether the first sentence of the text is about it, and says what it is for."""
        verb = seen.reading.verb
        if verb is None or seen.part or seen.reading.sentence or seen.subject is None:
            return False
        return verb.start <= _HEAD and not any(party.person for party in seen.around.parties)

    def _is_firmly_said(self, seen: Seen) -> bool:
        """Whether the text makes much of it: "resmi menjalin"."""
        sketch, verb = self.sketches[seen.part], seen.reading.verb
        if verb is None:
            return False
        low = max(sketch.sentences[seen.reading.sentence][0], verb.start - _BEFORE)
        return self.grammar.match("firmly", sketch.text, low, verb.start) is not None

    def _is_settled(self, seen: Seen) -> bool:
        """Whether a cooperation of institutions goes on, for a purpose: "sudah melakukan kerja sama dengan"."""
        sketch, verb = self.sketches[seen.part], seen.reading.verb
        if verb is None or not seen.subject or any(party.person for party in seen.around.parties):
            return False
        low = max(sketch.sentences[seen.reading.sentence][0], verb.start - _BEFORE)
        return self.grammar.match("settled", sketch.text, low, verb.start) is not None

    def _is_spoken_of_again(self, seen: Seen) -> bool:
        """Whether the text goes on about it: "kerja sama ini"."""
        text = self.sketches[0].text
        start = 0 if seen.part else seen.reading.document.end
        return self.grammar.match("again", text, start, len(text)) is not None
