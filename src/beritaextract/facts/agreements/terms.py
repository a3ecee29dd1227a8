"""What an agreement is about, when and where it was signed, how long it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from beritaextract.facts.agreements.parties import Parties
from beritaextract.facts.agreements.readings import Reading
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Name, Sketch
from beritaextract.model import Date, Quantity, Ref, Span
from beritaextract.rules import Rule

__all__ = ["Subject", "Terms", "alike"]

_FAR = 230
_LEAST, _LONG_WORD = 6, 9
_OPENING = 3
_BEFORE, _CLOSE = 40, 14
_LONGEST = 400
_DAY, _MONTH, _YEAR = len("2025-01-31"), len("2025-01"), len("2025")
_PAPER = "Naskah "
_EDGE = regex.compile(r"^[\s,“\"']+|[\s,“\"'.]+$")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an agreement is about. ``rank``: 3 as its title says, 2 as its purpose, 1 as a later sentence says."""

    rank: int
    span: Span

    @property
    def text(self) -> str:
        return self.span.line

    @property
    def is_title(self) -> bool:
        return self.span.text[:1].isupper()


def alike(one: str, other: str) -> bool:
    """Whether two subjects share most of the words of the shorter one."""
    left, right = ({word for word in text.casefold().split() if len(word) > 3} for text in (one, other))
    return not left or not right or 2 * len(left & right) >= min(len(left), len(right))


@dataclass(frozen=True, slots=True)
class Terms:
    """Reads the terms in one sketch."""

    sketch: Sketch
    grammar: Grammar
    parties: Parties

    def subject(self, reading: Reading) -> Subject | None:
        """What the sentence says that the agreement is about, after its name."""
        document = reading.document
        _, end = self.sketch.sentences[reading.sentence]
        if document.verbal:
            return self._purpose(document.end, end)
        end = min(end, document.end + _FAR)
        said = self.grammar.search("clause", self.sketch.text, document.end, end)
        if said and not self.sketch.text.endswith("yang ", document.end, said.start()):
            end = said.start()
        if found := self._after("plain", document.end, end, 3, here=True):
            return found
        named = document.rule.pattern.match(self.sketch.text, document.start)
        if named and named.groupdict().get("about"):
            is_name = self.sketch.text[document.start].isupper() and "states" in document.rule.fields
            if about := self.trimmed(*(named.span() if is_name else named.span("about"))):
                return Subject(2, about)
        topic = self._after("topic", document.end, end, 3)
        purpose = self.purpose(document.end, end)
        return topic or purpose

    def purpose(self, start: int, end: int) -> Subject | None:
        """What "untuk", "agar", "dalam rangka" or "terkait" introduces between two places."""
        return self._after("plain", start, end, 2, here=True) or self._purpose(start, end)

    def _purpose(self, start: int, end: int) -> Subject | None:
        roles = ("topic", "purpose", "task")
        found = [each for role in roles if (each := self._after(role, start, end, 2))]
        return min(found, key=lambda each: each.span.start, default=None)

    def name(self, rule: Rule) -> Subject | None:
        """The longest name that a rule for documents finds, with the word for a paper before it."""
        found = [match.span() for match in rule.pattern.finditer(self.sketch.text)]
        start, end = max(found, key=lambda ends: ends[1] - ends[0], default=(0, 0))
        if self.sketch.text.endswith(_PAPER, 0, start):
            start -= len(_PAPER)
        span = self.trimmed(start, end)
        return Subject(1, span) if span and " " in span.text else None

    def aim(self, sentence: int, role: str = "aim") -> Subject | None:
        """What a sentence such as "Kolaborasi ini bertujuan …" says, or with "effect" "… dapat mempercepat"."""
        return self._after(role, *self.sketch.sentences[sentence], 1)

    def _after(self, role: str, start: int, end: int, rank: int, *, here: bool = False) -> Subject | None:
        """The words after the first match of a role, at ``start`` with ``here``, up to where a subject ends."""
        text, found = self.sketch.text, []
        for rule in self.grammar.rules(role):
            match = rule.pattern.match(text, start, end) if here else rule.pattern.search(text, start, end)
            if match:
                found.append(match)
        for match in sorted(found, key=lambda each: each.start()):
            low = match.end()
            _, sentence_end = self.sketch.sentences[self.sketch.sentence(max(low - 1, 0))]
            high = min(sentence_end, low + _LONGEST)
            role_end = "title_end" if text[low : low + 1].isupper() and rank == 3 else "subject_end"
            ends = self.grammar.search(role_end, text, low + 1, high)
            if ends and rank > 1 and self._is_of_subject(ends.start(), high):
                ends = self.grammar.search(role_end, text, ends.end(), high)
            stop = ends.start() if ends else high
            span = self.trimmed(low, stop)
            enough = " " in span.text or (rank > 2 and len(span.text) >= _LONG_WORD) if span else False
            if span and enough and len(span.text) >= _LEAST:
                return Subject(rank, span)
        return None

    def _is_of_subject(self, place: int, end: int) -> bool:
        """Whether a "di" with a region behind it tells where the work is: no day says when something was signed."""
        match = self.grammar.starts("region", self.sketch.text, place, end)
        if match is None:
            return False
        mention = self.sketch.mentions.get(match.end() - 1)
        printed = mention.span.text if isinstance(mention, Name) else ""
        if self.grammar.match("house", f"{printed} ", 0, len(printed) + 1):
            return False
        sentence = self.sketch.sentences[self.sketch.sentence(place)]
        places = self.parties.within(self.sketch, *sentence)
        return not any(isinstance(self.sketch.mentions[each], Date) for each in places)

    def trimmed(self, start: int, end: int) -> Span | None:
        """The span between two places without the marks at its edges."""
        if start >= end:
            return None
        span = self.sketch.span(start, end)
        words = _EDGE.sub("", span.text)
        if not words:
            return None
        at = span.start + span.text.index(words)
        return Span(start=at, end=at + len(words), text=words)

    def when(self, sentence: int, document: int, *, whole: bool = True, behind: bool = False) -> Date | None:
        """The date of a sentence: the first after the document, else the last before it, unless it is to be ``behind``.

        With ``whole`` it is a day.
        """
        start, end = self.sketch.sentences[sentence]
        dates = list(self._dates(start, end, whole))
        after = [date for place, date in dates if place > document]
        before = [date for place, date in dates if place < document and not behind]
        return after[0] if after else before[-1] if before else None

    def year(self, sentence: int) -> Date | None:
        """The year that a sentence states as a time: "pada 2019", "tahun lalu"."""
        start, end = self.sketch.sentences[sentence]
        for place, date in self._dates(start, end, None):
            if len(date.value or "") != _YEAR:
                continue
            if date.span.text.endswith(" lalu") or self.grammar.match(
                "in_year", self.sketch.text, start, place
            ):
                return date
        return None

    def said_on(self, sentence: int) -> Date | None:
        """The day on which somebody says a sentence: "saat ditemui, Selasa (14/10/2025)"."""
        for place in self.parties.within(self.sketch, *self.sketch.sentences[sentence]):
            low = max(0, place - 2 * _BEFORE)
            if self.grammar.match("met", self.sketch.text, low, place) is None:
                continue
            mention = self.sketch.mentions[place]
            if (
                isinstance(mention, Date)
                and mention.span.text.endswith(")")
                and len(mention.value or "") == _DAY
            ):
                return mention
        return None

    def since(self, sentence: int) -> Date | None:
        """Since when a sentence says that an agreement is in force: "sejak 2022"."""
        start, end = self.sketch.sentences[sentence]
        for place in self.parties.within(self.sketch, start, end):
            mention = self.sketch.mentions[place]
            is_told = self.grammar.match("since", self.sketch.text, max(start, place - _CLOSE), place)
            if is_told and isinstance(mention, Date) and mention.value and "/" not in mention.value:
                return mention
        return None

    def is_dated(self, sentence: int) -> bool:
        """Whether a sentence has a date of its own, years apart; also one that nothing fixes: "kemarin"."""
        start, end = self.sketch.sentences[sentence]
        for place in self.parties.within(self.sketch, start, end):
            mention = self.sketch.mentions[place]
            if isinstance(mention, Date) and (mention.value is None or len(mention.value) >= _MONTH):
                low = max(start, place - _BEFORE)
                if not self.grammar.match("not_when", self.sketch.text, low, place):
                    return True
        return False

    def days(self, sentence: int) -> Iterator[Date]:
        """The days that a sentence gives as the time of what it tells."""
        return (date for _, date in self._dates(*self.sketch.sentences[sentence], True))

    def _dates(self, start: int, end: int, whole: bool | None) -> Iterator[tuple[int, Date]]:
        """The dates between two places: days, with ``whole`` false months too, without it any."""
        for place in self.parties.within(self.sketch, start, end):
            mention = self.sketch.mentions[place]
            if not isinstance(mention, Date) or not mention.value or "/" in mention.value:
                continue
            if whole is not None and len(mention.value) < (_DAY if whole else _MONTH):
                continue
            low = max(start, place - (_BEFORE if whole is not None else _CLOSE))
            if self.grammar.match("not_when", self.sketch.text, low, place) is None:
                yield place, mention

    def where(self, sentence: int, low: int) -> tuple[Ref, Span] | None:
        """The place after "di" in a sentence, first after ``low``; a building before the town it stands in."""
        start, end = self.sketch.sentences[sentence]
        return self._place(low, end) or (self._place(start, low) if low > start else None)

    def _place(self, start: int, end: int) -> tuple[Ref, Span] | None:
        text = self.sketch.text
        venue = self.grammar.search("venue", text, start, end)
        for rule in self.grammar.rules("at"):
            for match in rule.pattern.finditer(text, start, end):
                if venue and venue.start() < match.start():
                    break
                if self._is_of_counted(match.start()):
                    continue
                mention = self.sketch.mentions.get(match.start("spot"))
                words, begin = match["words"], match.start("words")
                house = self.grammar.search("house", words, 0, len(words))
                if house and self.grammar.starts("room", words, 0, len(words)):
                    words, begin = words[house.start() :], begin + house.start()
                if not isinstance(mention, Name) or self.grammar.match("room", words, 0, len(words)):
                    continue
                if self.grammar.starts("everywhere", mention.ref.name, 0, len(mention.ref.name)):
                    continue
                if mention.kind == "place" and not self.grammar.match("house", words, 0, len(words)):
                    return mention.ref, mention.span
                beside = mention.kind == "organization"
                if beside and (
                    found := self._symbol("beside", match.end(), min(end, match.end() + 40), here=True)
                ):
                    return found
                span = self.sketch.span(begin, match.end())
                return (Ref(name=span.line) if words else mention.ref), span
        if named := venue or self.grammar.search("hall", text, start, end):
            span = self.sketch.span(*named.span("venue"))
            return Ref(name=span.line), span
        return None

    def _is_of_counted(self, place: int) -> bool:
        """Whether a place at "di" is that of institutions that are counted before it: "12 kejari di Palu"."""
        low = max(0, place - _BEFORE)
        match = self.grammar.search("where_counted", self.sketch.text, low, place)
        item = self.sketch.item(match.start()) if match else None
        unit = item.quantity.unit if item else None
        return unit is not None and self.grammar.starts("counted_unit", unit, 0, len(unit)) is not None

    def said_at(self, sentence: int) -> tuple[Ref, Span] | None:
        """The town of "… di Ternate, Kamis, mengatakan"."""
        match = self.grammar.search("said_at", self.sketch.text, *self.sketch.sentences[sentence])
        return None if match is None or self._is_of_counted(match.start()) else self._at(match)

    def dateline(self) -> tuple[Ref, Span] | None:
        """The town that the text begins with."""
        for start, end in self.sketch.sentences[:_OPENING]:
            if match := self.grammar.starts("dateline", self.sketch.text, start, end):
                return self._at(match)
        return None

    def _symbol(self, role: str, start: int, end: int, *, here: bool = False) -> tuple[Ref, Span] | None:
        read = self.grammar.starts if here else self.grammar.search
        match = read(role, self.sketch.text, start, end)
        return self._at(match) if match else None

    def _at(self, match: regex.Match[str]) -> tuple[Ref, Span] | None:
        mention = self.sketch.mentions.get(match.start("place"))
        return (mention.ref, mention.span) if isinstance(mention, Name) else None

    def is_online(self, sentence: int) -> bool:
        """Whether a sentence tells of something that is held without a place."""
        return self.grammar.match("online", self.sketch.text, *self.sketch.sentences[sentence]) is not None

    def duration(self, sentence: int) -> Quantity | None:
        """For how long the agreement is in force."""
        if match := self.grammar.search("duration", self.sketch.text, *self.sketch.sentences[sentence]):
            mention = self.sketch.mentions.get(match.start("duration"))
            unit = mention.unit if isinstance(mention, Quantity) else None
            if isinstance(mention, Quantity) and unit and self.grammar.starts("lasting", unit, 0, len(unit)):
                return mention
        return None

    def renewal(self, sentence: int) -> Span | None:
        """How it is renewed or looked at again: "diperbarui setiap tahun"."""
        match = self.grammar.search("renewal", self.sketch.text, *self.sketch.sentences[sentence])
        return self.sketch.span(*match.span()) if match else None
