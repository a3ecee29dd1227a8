"""Where an agreement was signed."""

from __future__ import annotations

from dataclasses import dataclass

from beritaextract.facts.agreements.days import LEAD, Days
from beritaextract.facts.agreements.readings import MADE
from beritaextract.facts.agreements.seen import Seen
from beritaextract.model import Date, Ref, Span

__all__ = ["Where", "place"]

Where = tuple[Ref, Span]


def place(days: Days, date: Date | None) -> Where | None:
    """Where it was signed: beside the day or the name of the agreement, else the town of the report."""
    return _Towns(days, date).place()


@dataclass(frozen=True, slots=True)
class _Towns:
    """Looks for the place of one agreement, of which the day is known or not."""

    days: Days
    date: Date | None

    def place(self) -> Where | None:
        state, accord = self.days.state, self.days.accord
        for seen in self.days.tell:
            bare = self.date is None and (accord.action == "existing" or seen.reading.verb is None)
            if not bare and (
                found := state.terms[seen.part].where(seen.reading.sentence, seen.reading.document.end)
            ):
                return found
        if accord.action not in MADE:
            signed = self.days.paper_signed
            return state.terms[signed[0][0]].where(signed[0][1], 0) if signed else None
        for part, number in self.days.around:
            if state.says("held", part, number) and (found := self._in(part, number)):
                return found
        if self.days.event and (found := self._in(accord.seen[0].part, self.days.event[0])):
            return found
        if accord.like:
            return place(self.days.like, self.date) if self.days.like else None
        return None if self._is_online() else self._of_report()

    def _of_report(self) -> Where | None:
        """The town of a signing that is the news, or that of the one day of the text."""
        first = self.days.accord.seen[0]
        is_news = self.days.is_first and self.days.is_news and self.days.action in MADE
        if is_news and (town := self._town(first)):
            return town
        day = self.days.only
        if day is None or day[1] is not self.date:
            return None
        return self._in(0, day[0]) or self._town(first)

    def _in(self, part: int, number: int) -> Where | None:
        """The place that a sentence names."""
        terms = self.days.state.terms[part]
        return terms.where(number, terms.sketch.sentences[number][0])

    def _is_online(self) -> bool:
        """Whether a sentence on the signing says that those who sign are in different places."""
        return any(terms.is_online(number) for terms, number in self.days.told())

    def _town(self, first: Seen) -> Where | None:
        """The place of the sentence with the day, of who speaks about the signing, or of the dateline."""
        terms = self.days.state.terms[first.part]
        sketch = terms.sketch
        if self.date:
            for number, (start, end) in enumerate(sketch.sentences[:LEAD]):
                holds = any(sketch.mentions.get(at) is self.date for at in range(start, end))
                if holds and (found := terms.where(number, start)):
                    return found
        for number in range(first.reading.sentence, min(first.reading.sentence + 3, len(sketch.sentences))):
            if found := terms.said_at(number):
                return found
        town = self.days.state.terms[0].dateline()
        name = town[0].name if town else ""
        return None if self.days.state.grammar.starts("newsroom", name, 0, len(name)) else town
