"""When an agreement was signed: the day beside it, that of the occasion, or that of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from beritaextract.facts.agreements.followers import Followers
from beritaextract.facts.agreements.readings import MADE, Action
from beritaextract.facts.agreements.seen import Accord, Seen
from beritaextract.facts.agreements.state import State
from beritaextract.facts.agreements.terms import Terms
from beritaextract.model import Date

__all__ = ["LEAD", "Days"]

LEAD = 6
_NEAR = 4
_EVENT = 40
"""How many sentences there can be between the day of an occasion and what is signed on it."""
_ANNOUNCED = 2
"""How many sentences before a paper that has no verb its signing is announced."""
_DAY = 10
_LONG_AGO = timedelta(days=60)
"""How long before the report a signing is no news of it."""


@dataclass(frozen=True)
class Days:
    """Looks for the day of one agreement; what several slots ask for is looked up once."""

    state: State
    followers: Followers
    accord: Accord
    is_first: bool

    @cached_property
    def after(self) -> list[tuple[int, int]]:
        """The sentences that go on about the signing."""
        return list(self.followers.after(self.accord))

    @cached_property
    def around(self) -> list[tuple[int, int]]:
        """The sentences that go on about the signing; the one before for "dalam acara itu"."""
        first = self.accord.seen[0]
        number = first.reading.sentence
        before = number and self.state.says("occasion", first.part, number)
        return [*self.after, (first.part, number - 1)] if before else self.after

    @property
    def tell(self) -> list[Seen]:
        """The mentions that are about the signing: where one was made, not those that say that it is in force."""
        made = self.accord.action in MADE
        tell = (seen for seen in self.accord.seen if seen.tells)
        return [seen for seen in tell if not made or seen.reading.action != "existing"]

    @cached_property
    def like(self) -> Days | None:
        """Those of the agreement whose occasion it shares, where that one was made."""
        like = self.accord.like
        return Days(self.state, self.followers, like, True) if like and like.action in MADE else None

    @cached_property
    def action(self) -> Action:
        """What is told to be done to it. News has a day, and a near one.

        A month or year tells what is in force, or still to come; what was signed long before the report is in force.
        """
        accord, value = self.accord, (self.day and self.day.value) or ""
        if self.paper_signed:
            return "signed"
        if accord.action != "signed" or not value:
            return accord.action
        if len(value) >= _DAY:
            return "existing" if self._is_old(self.day) else "signed"
        last = max((day.value or "" for day in self._days()), default="")[: len(value)]
        return "planned" if last and value > last else "existing"

    def _is_old(self, day: Date | None) -> bool:
        """Whether the report speaks of a day long after a signing, which it tells in passing."""
        if any(seen.part for seen in self.accord.seen):
            return False
        grammar = self.state.grammar
        near = (
            each for each in self._days() if grammar.match("near_day", each.span.text, 0, len(each.span.text))
        )
        last = max(filter(None, map(_date, near)), default=None)
        signed = _date(day)
        return last is not None and signed is not None and last - signed > _LONG_AGO

    def _days(self) -> Iterator[Date]:
        """The days that the body states."""
        terms = self._terms(0)
        return (day for number in range(len(terms.sketch.sentences)) for day in terms.days(number))

    @cached_property
    def day(self) -> Date | None:
        """The day of the signing: in its sentence, in one that goes on about it, or of the report."""
        accord = self.accord
        made = accord.action in MADE
        for seen in self.tell:
            terms = self._terms(seen.part)
            reading = seen.reading
            if found := terms.when(
                reading.sentence, reading.document.start, whole=made, behind=reading.renewal
            ):
                return found
        if accord.action == "existing":
            return self.paper_signed[1] if self.paper_signed else self._year() or self._since()
        waits = accord.action == "planned" and not self.state.made_beside(accord)
        for part, number in self.around if made or waits or accord.seen[0].reading.verb else ():
            start, _ = self.state.sketches[part].sentences[number]
            if found := self._terms(part).when(number, start, whole=made and self._is_sure()):
                return found
        return self._of_report() if made else None

    def _of_report(self) -> Date | None:
        """The day of the occasion, of one signed with it, or of the report."""
        first = self.accord.seen[0]
        if self.event:
            return self.event[1]
        if self.accord.like:
            return self.like.day if self.like else None
        reading = first.reading
        month = self._terms(first.part).when(reading.sentence, reading.document.start, whole=False)
        reported = self._reported() if self.is_first and self.is_news else None
        if found := month or reported or self._year():
            return found
        return self.only[1] if self.only else None

    def _is_sure(self) -> bool:
        """Whether a word says that it is signed, and not only that it is made: a month then tells when it will be."""
        founding = (seen.reading.verb for seen in self.accord.seen if seen.founds)
        return any(verb is None or verb.firm for verb in founding)

    @cached_property
    def paper_signed(self) -> tuple[tuple[int, int], Date] | None:
        """The next sentence and its day, where it tells that the paper of a cooperation is signed.

        "Dokumennya diteken Rabu (16/1)". Not of one that is said to be in force.
        """
        if self.accord.action != "existing" or self.accord.holds:
            return None
        for part, number in self.after:
            start, _ = self.state.sketches[part].sentences[number]
            day = self._terms(part).when(number, start)
            if day and self.state.says("paper_signed", part, number):
                return (part, number), day
        return None

    def _year(self) -> Date | None:
        """The year of the signing, where no more is known; beside an extension it is that of the first one."""
        if self.accord.action == "extended":
            return None
        first = (seen for seen in self.accord.seen if seen.founds and not seen.refers)
        told = (self._terms(seen.part).year(seen.reading.sentence) for seen in first)
        return next(filter(None, told), None)

    def _since(self) -> Date | None:
        """Since when one in force is told to be so."""
        accord = self.accord
        first = (seen for seen in accord.seen if (seen.founds or accord.like) and not seen.refers)
        told = (self._terms(seen.part).since(seen.reading.sentence) for seen in first)
        return next(filter(None, told), None)

    @cached_property
    def event(self) -> tuple[int, Date] | None:
        """The sentence before a signing "pada kesempatan itu" that gives the day of the occasion, and that day."""
        first = self.accord.seen[0]
        number, terms = first.reading.sentence, self._terms(first.part)
        if not self.state.says("same_day", first.part, number) or terms.when(number, 0, whole=False):
            return None
        said: tuple[int, Date] | None = None
        for before in range(number - 1, max(number - _EVENT, -1), -1):
            if found := terms.when(before, terms.sketch.sentences[before][0]):
                return before, found
            if said is None and (day := terms.said_on(before)):
                said = before, day
        return said

    @cached_property
    def only(self) -> tuple[int, Date] | None:
        """The one day that the text gives up to a signing at an event, and the sentence that gives it."""
        first = self.accord.seen[0]
        number, terms = first.reading.sentence, self._terms(first.part)
        if first.part or not self.accord.is_firm or terms.is_dated(number) or self._is_past():
            return None
        days = [(before, day) for before in range(number) for day in terms.days(before)]
        if len({(day.value or "")[:_DAY] for _, day in days}) != 1:
            return None
        sketch = terms.sketch
        low, _ = sketch.sentences[number if first.reading.verb else max(0, number - _ANNOUNCED)]
        near = days[-1][0] == number - 1
        told = near or self.state.grammar.match("on_occasion", sketch.text, low, sketch.sentences[number][1])
        return days[0] if told else None

    def _reported(self) -> Date | None:
        """The first day that the lead states, where the signing stands in the lead too."""
        first = self.accord.seen[0]
        number, terms = first.reading.sentence, self._terms(first.part)
        if terms.is_dated(number):
            return None
        lead = range(min(number + _NEAR, len(terms.sketch.sentences)))
        return next(filter(None, (terms.when(each, 0) for each in lead)), None)

    @property
    def is_news(self) -> bool:
        """Whether the signing is what the article reports, and not background."""
        first = self.accord.seen[0]
        late = first.reading.sentence >= LEAD or first.also
        return self.accord.is_firm and not late and not self._is_past()

    def _is_past(self) -> bool:
        """Whether the words before the first mention say that it is background."""
        first = self.accord.seen[0]
        sketch = self.state.sketches[first.part]
        start, _ = sketch.sentences[first.reading.sentence]
        return self.state.grammar.match("past", sketch.text, start, first.reading.document.start) is not None

    def told(self) -> Iterator[tuple[Terms, int]]:
        """The sentences that speak of the agreement."""
        places = [(seen.part, seen.reading.sentence) for seen in self.accord.seen]
        for part, number in dict.fromkeys([*places, *self.after]):
            yield self._terms(part), number

    def _terms(self, part: int) -> Terms:
        return self.state.terms[part]


def _date(day: Date | None) -> date | None:
    """The day itself, where the year is known too."""
    value = day.value if day else None
    return (
        date.fromisoformat(value[:_DAY]) if value and value[:4].isdecimal() and len(value) >= _DAY else None
    )
