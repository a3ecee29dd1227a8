"""Agreements: memoranda and cooperation agreements, with their parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beritaextract.facts.agreements.accords import Accords
from beritaextract.facts.agreements.documents import read
from beritaextract.facts.agreements.gate import leads, may_tell
from beritaextract.facts.agreements.parties import Parties
from beritaextract.facts.agreements.party import key
from beritaextract.facts.agreements.readings import MADE, Action
from beritaextract.facts.agreements.seen import Accord, Seen
from beritaextract.facts.agreements.terms import Subject, Terms
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.model import Agreement, Date, Quantity, Ref, Span

__all__ = ["KIND"]

_LEAD = 6
_NEAR = 4
_EVENT = 40
"""How many sentences there can be between the day of an occasion and what is signed on it."""
_ANNOUNCED = 2
"""How many sentences before a paper that has no verb its signing is announced."""
_DAY = 10

Where = tuple[Ref, Span]


def _find(scene: Scene, grammar: Grammar) -> Iterator[Agreement]:
    """The agreements of one text; the mentions of one in headline, body and captions are one record."""
    drawing = scene.drawing
    rules = grammar.active(drawing.text, ["document"], drawing.needs)
    if not rules:
        return
    verbs = grammar.active(drawing.text, ["verb"], drawing.needs)
    tell = any(rule.fields.get("firm") != "no" or "lasting" in rule.fields for rule in rules)
    if not tell and not leads(drawing, rules) and not may_tell(drawing, rules, verbs):
        return
    rules += verbs
    sketches = drawing.sketches
    readings = [list(read(sketch, grammar, rules)) for sketch in sketches]
    if not any(reading.action for each in readings for reading in each):
        return
    grouper = Accords(sketches, grammar, Parties(grammar, sketches, scene.mentions.officials))
    accords = grouper.read(readings)
    teller = _Teller(grouper)
    for number, accord in enumerate(accords):
        record = teller.record(accord, is_first=number == 0)
        if record is not None:
            yield record


KIND = Kind("agreements", "a", _find)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Fills the slots of the records."""

    accords: Accords

    def record(self, accord: Accord, *, is_first: bool) -> Agreement | None:
        """``None`` where neither parties nor subject nor day are known."""
        subject = self._subject(accord, is_first)
        date = self._date(accord, is_first)
        place = self._place(accord, is_first, date)
        named = [*(party.span for party in accord.parties), *([subject.span] if subject else [])]
        if place and any(span.start < place[1].start < span.end for span in named):
            place = None
        known = min(len(accord.parties), 2) + (subject is not None)
        if known < 2 and not (is_first and date is not None and place is not None):
            return None
        renewal = next(filter(None, (terms.renewal(number) for terms, number in self._told(accord))), None)
        duration = next(filter(None, (terms.duration(number) for terms, number in self._told(accord))), None)
        founding = next((each for each in accord.seen if each.founds), accord.seen[0])
        rule = (founding.reading.verb or founding.reading.document).rule
        return Agreement(
            kind=accord.kind,
            action=self._action(accord, date),
            parties=tuple(party.ref for party in accord.parties),
            signatories=tuple(self._signers(accord)),
            subject=subject.text if subject else None,
            date=date.value[:10] if date and date.value else None,
            place=place[0] if place else None,
            duration=duration,
            renewal=renewal.line if renewal else None,
            outcomes=tuple(self._outcomes()) if is_first else (),
            evidence=self._evidence(
                accord,
                [
                    subject.span if subject else None,
                    date.span if date else None,
                    place[1] if place else None,
                    renewal,
                ],
            ),
            rule=rule.id,
        )

    def _action(self, accord: Accord, date: Date | None) -> Action:
        """What is told to be done to it. News has a day: a month or year tells what is in force, or still to come."""
        value = date.value or "" if date else ""
        if self._paper_signed(accord):
            return "signed"
        if accord.action != "signed" or not 0 < len(value) < _DAY:
            return accord.action
        terms = self._terms(0)
        days = (
            day.value or "" for number in range(len(terms.sketch.sentences)) for day in terms.days(number)
        )
        last = max(days, default="")[: len(value)]
        return "planned" if last and value > last else "existing"

    def _subject(self, accord: Accord, is_first: bool) -> Subject | None:
        """The title, else the purpose of the cooperation, else what a later sentence says; the first of each."""
        found: list[tuple[int, int, int, Subject]] = []
        for seen in accord.seen:
            if seen.subject and (seen.founds or seen.firm) and not accord.outruns(seen):
                found.append((-seen.subject.rank, seen.part, seen.subject.span.start, seen.subject))
        best = min(found, key=lambda each: each[:3], default=None)
        if name := self._name(accord):
            return best[3] if best and best[0] == -3 else name
        if accord.like is None and (best is None or best[0] > -3):
            found += self._purposes(accord)
            best = min(found, key=lambda each: each[:3], default=None)
        if is_first and accord.like is None and (best is None or best[0] == -1):
            aim = self._aim(accord.seen[0])
            if aim and (best is None or aim.span.start < best[2]):
                return aim
        return best[3] if best else None

    def _name(self, accord: Accord) -> Subject | None:
        """The name of an agreement that says by itself what it is about: a grant."""
        first = accord.seen[0]
        if not accord.names_itself or accord.action == "existing":
            return None
        return self._terms(first.part).name(first.reading.document.rule)

    def _purposes(self, accord: Accord) -> Iterator[tuple[int, int, int, Subject]]:
        for part, sketch in enumerate(self.accords.sketches):
            for each in self.accords.partners[part]:
                _, end = sketch.sentences[each.sentence]
                if denied := self.accords.grammar.search("denied", sketch.text, each.end, end):
                    end = denied.start()
                if self.accords.is_of(accord, each.around) and (
                    found := self._terms(part).purpose(each.end, end)
                ):
                    yield -found.rank, part, found.span.start, found

    def _aim(self, first: Seen) -> Subject | None:
        terms = self._terms(0)
        sentence = 0 if first.part else first.reading.sentence
        numbers = range(sentence, len(terms.sketch.sentences))
        if sentence + 1 in numbers and (content := terms.aim(sentence + 1, "content")):
            return content
        said = (terms.aim(number, role) for role in ("aim", "effect") for number in numbers)
        return next(filter(None, said), None)

    def _date(self, accord: Accord, is_first: bool) -> Date | None:
        """The day of the signing: in its sentence, in one that goes on about it, or of the report."""
        made = accord.action in MADE
        for seen in accord.seen:
            if not seen.tells:
                continue
            terms = self._terms(seen.part)
            if found := terms.when(seen.reading.sentence, seen.reading.document.start, whole=made):
                return found
        if accord.action == "existing":
            signed = self._paper_signed(accord)
            return signed[1] if signed else self._year(accord) or self._since(accord)
        waits = accord.action == "planned" and not self.accords.made_beside(accord)
        followers = self._followers(accord) if made or waits or accord.seen[0].reading.verb else ()
        for part, number in followers:
            start, _ = self.accords.sketches[part].sentences[number]
            if found := self._terms(part).when(number, start, whole=made and self._is_sure(accord)):
                return found
        first = accord.seen[0]
        if not made:
            return None
        if event := self._day_of_event(accord):
            return event[1]
        if accord.like:
            return self._date(accord.like, True) if accord.like.action in MADE else None
        month = self._terms(first.part).when(
            first.reading.sentence, first.reading.document.start, whole=False
        )
        reported = self._reported(accord) if is_first and self._is_news(accord) else None
        if found := month or reported or self._year(accord):
            return found
        day = self._only_day(accord)
        return day[1] if day else None

    def _is_sure(self, accord: Accord) -> bool:
        """Whether a word says that it is signed, and not only that it is made: a month then tells when it will be."""
        return any(seen.reading.verb is None or seen.reading.verb.firm for seen in accord.seen if seen.founds)

    def _paper_signed(self, accord: Accord) -> tuple[tuple[int, int], Date] | None:
        """The next sentence and its day, where it tells that the paper of a cooperation is signed.

        "Dokumennya diteken Rabu (16/1)". Not of one that is said to be in force.
        """
        if accord.action != "existing" or accord.holds:
            return None
        for part, number in self.accords.followers.after(accord):
            start, end = self.accords.sketches[part].sentences[number]
            day = self._terms(part).when(number, start)
            if day and self.accords.grammar.match(
                "paper_signed", self.accords.sketches[part].text, start, end
            ):
                return (part, number), day
        return None

    def _year(self, accord: Accord) -> Date | None:
        """The year of the signing, where no more is known; beside an extension it is that of the first one."""
        if accord.action == "extended":
            return None
        first = (seen for seen in accord.seen if seen.founds and not seen.refers)
        told = (self._terms(seen.part).year(seen.reading.sentence) for seen in first)
        return next(filter(None, told), None)

    def _since(self, accord: Accord) -> Date | None:
        """Since when one in force is told to be so."""
        first = (seen for seen in accord.seen if (seen.founds or accord.like) and not seen.refers)
        told = (self._terms(seen.part).since(seen.reading.sentence) for seen in first)
        return next(filter(None, told), None)

    def _day_of_event(self, accord: Accord) -> tuple[int, Date] | None:
        """The sentence before a signing "pada kesempatan itu" that gives the day of the occasion, and that day."""
        first = accord.seen[0]
        number = first.reading.sentence
        sketch = self.accords.sketches[first.part]
        if not self.accords.grammar.match("same_day", sketch.text, *sketch.sentences[number]):
            return None
        terms = self._terms(first.part)
        if terms.when(number, 0, whole=False):
            return None
        said: tuple[int, Date] | None = None
        for before in range(number - 1, max(number - _EVENT, -1), -1):
            if found := terms.when(before, sketch.sentences[before][0]):
                return before, found
            if said is None and (day := terms.said_on(before)):
                said = before, day
        return said

    def _only_day(self, accord: Accord) -> tuple[int, Date] | None:
        """The one day that the text gives up to a signing at an event, and the sentence that gives it."""
        first = accord.seen[0]
        number, terms = first.reading.sentence, self._terms(first.part)
        sketch = self.accords.sketches[first.part]
        if first.part or not accord.is_firm or terms.is_dated(number):
            return None
        start, end = sketch.sentences[number]
        if self.accords.grammar.match("past", sketch.text, start, first.reading.document.start):
            return None
        days = [(before, day) for before in range(number) for day in terms.days(before)]
        if len({(day.value or "")[:_DAY] for _, day in days}) != 1:
            return None
        near = days[-1][0] == number - 1
        low, _ = sketch.sentences[number if first.reading.verb else max(0, number - _ANNOUNCED)]
        told = near or self.accords.grammar.match("on_occasion", sketch.text, low, end)
        return days[0] if told else None

    def _reported(self, accord: Accord) -> Date | None:
        """The first day that the lead states, where the signing stands in the lead too."""
        first = accord.seen[0]
        lead = range(min(first.reading.sentence + _NEAR, len(self.accords.sketches[first.part].sentences)))
        terms = self._terms(first.part)
        if terms.is_dated(first.reading.sentence):
            return None
        return next(filter(None, (terms.when(number, 0) for number in lead)), None)

    def _is_news(self, accord: Accord) -> bool:
        """Whether the signing is what the article reports, and not background."""
        first = accord.seen[0]
        if not accord.is_firm or first.reading.sentence >= _LEAD or first.also:
            return False
        sketch = self.accords.sketches[first.part]
        start, _ = sketch.sentences[first.reading.sentence]
        return self.accords.grammar.match("past", sketch.text, start, first.reading.document.start) is None

    def _place(self, accord: Accord, is_first: bool, date: Date | None) -> Where | None:
        """Where it was signed: beside the day or the name of the agreement, else the town of the report."""
        for seen in accord.seen:
            if not seen.tells or (
                date is None and (accord.action == "existing" or seen.reading.verb is None)
            ):
                continue
            low = seen.reading.document.end
            if found := self._terms(seen.part).where(seen.reading.sentence, low):
                return found
        if accord.action not in MADE:
            signed = self._paper_signed(accord)
            return self._terms(signed[0][0]).where(signed[0][1], 0) if signed else None
        for part, number in self._followers(accord):
            sketch = self.accords.sketches[part]
            start, end = sketch.sentences[number]
            held = self.accords.grammar.match("held", sketch.text, start, end)
            if held and (found := self._terms(part).where(number, start)):
                return found
        if event := self._day_of_event(accord):
            start, _ = self.accords.sketches[accord.seen[0].part].sentences[event[0]]
            if found := self._terms(accord.seen[0].part).where(event[0], start):
                return found
        if accord.like:
            return self._place(accord.like, True, date) if accord.like.action in MADE else None
        if self._is_online(accord):
            return None
        if is_first and self._is_news(accord) and (town := self._town(accord.seen[0], date)):
            return town
        day = self._only_day(accord)
        if day is None or day[1] is not date:
            return None
        start, _ = self.accords.sketches[0].sentences[day[0]]
        return self._terms(0).where(day[0], start) or self._town(accord.seen[0], date)

    def _is_online(self, accord: Accord) -> bool:
        """Whether a sentence on the signing says that those who sign are in different places."""
        return any(terms.is_online(number) for terms, number in self._told(accord))

    def _town(self, first: Seen, date: Date | None) -> Where | None:
        """The place of the sentence with the day, of who speaks about the signing, or of the dateline."""
        part = first.part
        terms, sketch = self._terms(part), self.accords.sketches[part]
        if date:
            for number, (start, end) in enumerate(sketch.sentences[:_LEAD]):
                holds = any(sketch.mentions.get(place) is date for place in range(start, end))
                if holds and (found := terms.where(number, start)):
                    return found
        for number in range(first.reading.sentence, min(first.reading.sentence + 3, len(sketch.sentences))):
            if found := terms.said_at(number):
                return found
        town = self._terms(0).dateline()
        name = town[0].name if town else ""
        return None if self.accords.grammar.starts("newsroom", name, 0, len(name)) else town

    def _followers(self, accord: Accord) -> Iterator[tuple[int, int]]:
        """The sentences that go on about the signing; the one before for "dalam acara itu"."""
        yield from self.accords.followers.after(accord)
        first = accord.seen[0]
        sketch, number = self.accords.sketches[first.part], first.reading.sentence
        if number and self.accords.grammar.match("occasion", sketch.text, *sketch.sentences[number]):
            yield first.part, number - 1

    def _told(self, accord: Accord) -> Iterator[tuple[Terms, int]]:
        """The sentences that speak of the agreement."""
        numbers = dict.fromkeys((seen.part, seen.reading.sentence) for seen in accord.seen)
        numbers |= dict.fromkeys(self.accords.followers.after(accord))
        for part, number in numbers:
            yield self._terms(part), number

    def _signers(self, accord: Accord) -> list[Ref]:
        found: dict[str, Ref] = {}
        for seen in accord.seen:
            for ref in seen.around.signers:
                found.setdefault(key(ref), ref)
        for part, number in self.accords.followers.after(accord):
            for ref in self.accords.sides[part].signed_by(number).signers:
                found.setdefault(key(ref), ref)
        return list(found.values())

    def _outcomes(self) -> Iterator[Quantity]:
        """The figures of the sentences that tell what came of a cooperation."""
        for sketch in self.accords.sketches:
            for rule in self.accords.grammar.active(sketch.text, ["outcome"], sketch.needs):
                numbers = dict.fromkeys(
                    sketch.sentence(match.start()) for match in rule.pattern.finditer(sketch.text)
                )
                for number in numbers:
                    for item in sketch.between(*sketch.sentences[number]):
                        yield item.quantity

    def _evidence(self, accord: Accord, more: Iterable[Span | None]) -> tuple[Span, ...]:
        spans = {span.start: span for span in more if span}
        for party in accord.parties:
            spans.setdefault(party.span.start, party.span)
        for seen in accord.seen:
            if seen.founds:
                sketch, reading = self.accords.sketches[seen.part], seen.reading
                for words in (reading.document, reading.verb):
                    if words:
                        span = sketch.span(words.start, words.end)
                        spans.setdefault(span.start, span)
        return tuple(spans[start] for start in sorted(spans))

    def _terms(self, part: int) -> Terms:
        return self.accords.terms[part]
