"""One mention of an agreement after the other, with all that its sentence says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from beritaextract.facts.agreements.completing import with_principal
from beritaextract.facts.agreements.documents import THIS
from beritaextract.facts.agreements.filling import Filler
from beritaextract.facts.agreements.party import Party
from beritaextract.facts.agreements.readings import MADE, Reading
from beritaextract.facts.agreements.seen import Seen
from beritaextract.facts.agreements.sides import Around
from beritaextract.facts.agreements.state import State
from beritaextract.facts.agreements.terms import Subject

__all__ = ["Sights"]


@dataclass(frozen=True, slots=True)
class Sights:
    """Reads the mentions of one text in their order; it remembers the cooperations that are only named."""

    state: State
    filler: Filler
    _named: dict[tuple[int, int], Reading] = field(default_factory=dict)

    def read(self, part: int, reading: Reading) -> Seen:
        """What the sentence of a mention says."""
        sketch = self.state.sketches[part]
        start, _ = sketch.sentences[reading.sentence]
        document = reading.document
        refers = THIS.match(sketch.text, document.end) is not None
        if reading.action is None and not document.firm:
            self._named[part, reading.sentence] = reading
            return Seen(part, reading, Around(), None, False, refers)
        around = self.state.sides[part].of(reading)
        if document.agreed and reading.action in MADE and len(around.parties) == 1:
            around = replace(around, parties=tuple(with_principal(self.state.principals, around.parties)))
        if not around.parties and not document.firm and reading.verb and reading.verb.firm:
            around = self.filler.both(part, reading.sentence)
        told = reading.holds or (reading.verb is not None and reading.verb.firm)
        if around.sided and not document.firm and not document.verbal and told:
            around = replace(around, parties=tuple(self._sided(part, reading, list(around.parties))))
        if not around.parties and document.firm and reading.action == "planned":
            around = self._sought(part, reading.sentence)
        subject = self.state.terms[part].subject(reading)
        if subject and refers:
            subject = Subject(1, subject.span)
        also = self.state.grammar.match("also", sketch.text, start, document.start) is not None
        like = self.state.grammar.starts("like_it", sketch.text, document.end, reading.until) is not None
        return Seen(part, reading, around, subject, also, refers, like)

    def _sided(self, part: int, reading: Reading, found: list[Party]) -> list[Party]:
        """Partners, and before them whose cooperation it is: of the sentence before with "-nya", else of the text."""
        sketch, document = self.state.sketches[part], reading.document
        if sketch.text.endswith("nya", document.start, document.end) and reading.sentence:
            before = self.state.sides[part].institutions(reading.sentence - 1).parties
            if len(before) == 1:
                return [*before, *found]
        if self.state.grammar.starts("ours", sketch.text, document.end, reading.until):
            return found
        return self.filler.with_principal(found, sided=True)

    def _sought(self, part: int, sentence: int) -> Around:
        """Who cooperates in the sentence before one on their agreement: "berencana menggandeng …. MoU itu akan …"."""
        for each in self.state.partners[part]:
            if each.sentence == sentence - 1 and len(each.around.parties) > 1:
                return each.around
        before = self._named.get((part, sentence - 1))
        if before and self.state.sides[part].is_wanted(before.document):
            return self.state.sides[part].of(before)
        return Around()
