"""A sketch of the text: each mention is one private-use character, the words between stay words.

Fact rules read the sketch, which has no numbers to parse. Offsets come from the mentions, so nothing is re-found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from beritaextract.mentions import Mentions
from beritaextract.model import Date, Quantity, Ref, Regulation, Section, Span
from beritaextract.rules import SYMBOLS

__all__ = ["SYMBOL", "Drawing", "Item", "Name", "Sketch", "sketches"]

SYMBOL = f"[{SYMBOLS['money']}-{SYMBOLS['place']}]"
"""A character class for any mention."""

_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A mention of a named thing: ``kind`` is ``"organization"``, ``"person"`` or ``"place"``."""

    kind: str
    ref: Ref
    span: Span


Mention = Quantity | Date | Regulation | Name

_OPENING = 2
_SHORT = 120
_GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"dateline", "body"}),
    frozenset({"headline"}),
    frozenset({"caption"}),
)
_SENTENCE_END = regex.compile(
    rf"[.!?…][\"”’')\]]*+\s++(?=[\"“‘'(\[—–-]?\s?(?:[\p{{Lu}}\d]|{SYMBOL}))|\n(?:[^\S\n]*+\n)++\s*+|\n[^\S\n]*+(?!\p{{Ll}}\p{{L}})"
)
_ABBREVIATION = regex.compile(
    r"(?<!\p{L})(?:\p{Lu}|[Dd]rs?|Mu?h|Moh|Muhd|Sdr|Ust|Dra|Ir|Hj?|[Pp]rof|PT|CV|No|Jl|St|Kec|Kab|Tn|Ny|Pol|Kol|Jend|Mayjen|Brigjen|M\.\p{L}+|S\.\p{L}+)$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A quantity and where it stands in the sketch."""

    quantity: Quantity
    place: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """The body, the headline or the captions; ``sentences`` are half-open places in ``text``."""

    source: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    items: tuple[Item, ...]
    mentions: dict[int, Mention]
    _places: tuple[int, ...]
    _cuts: tuple[tuple[int, int], ...]

    def sentence(self, place: int) -> int:
        """The number of the sentence that holds ``place``."""
        return bisect_right(self.sentences, (place, len(self.text) + 1)) - 1

    def count(self, start: int, end: int) -> int:
        """How many quantities stand from ``start`` up to ``end``."""
        return bisect_left(self._places, end) - bisect_left(self._places, start)

    def item(self, place: int) -> Item | None:
        """The quantity that stands at ``place``."""
        return next(iter(self.between(place, place + 1)), None)

    def between(self, start: int, end: int) -> tuple[Item, ...]:
        """The quantities from ``start`` up to ``end``."""
        return self.items[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def before(self, place: int) -> Iterator[Item]:
        """The quantities before ``place``, the nearest first."""
        for number in range(bisect_left(self._places, place) - 1, -1, -1):
            yield self.items[number]

    def span(self, start: int, end: int) -> Span:
        """The span of source text that the places ``start`` to ``end`` stand for."""
        first, last = self._offset(start), self._offset(end - 1)
        mention = self.mentions.get(end - 1)
        stop = mention.span.end if mention else last + 1
        return Span(start=first, end=stop, text=self.source[first:stop])

    def words(self, start: int, end: int) -> str:
        """The source text between two places, mentions as they are printed."""
        return self.span(start, end).text if start < end else ""

    def _offset(self, place: int) -> int:
        at, offset = self._cuts[bisect_right(self._cuts, (place, len(self.source) + 1)) - 1]
        return offset + place - at


def sketches(mentions: Mentions) -> Iterator[Sketch]:
    """One sketch each of body, headline and captions, where they hold a quantity; credits and links are in none."""
    if not mentions.quantities:
        return
    marks = _figures(mentions)
    starts = [quantity.span.start for quantity in mentions.quantities]
    for kinds in _GROUPS:
        sections = [section for section in mentions.sections if section.kind in kinds]
        sections = _with_figures(sections, starts)
        if sections:
            sketch = _sketch(mentions.text, sections, marks)
            if sketch.items:
                yield sketch


class Drawing:
    """The sketches of one text in which names are symbols too; drawn once, when a kind of fact asks for them."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self.text = mentions.text
        self.has_money = any(quantity.kind == "money" for quantity in mentions.quantities)

    @cached_property
    def sketches(self) -> list[Sketch]:
        """One sketch each of body, headline and captions, whole."""
        mentions = self._mentions
        marks = _figures(mentions)
        for kind, things in (
            ("organization", mentions.organizations),
            ("person", mentions.persons),
            ("place", mentions.places),
        ):
            for thing in things:
                ref = Ref(id=thing.id, name=thing.name)
                marks += [Name(kind, ref, span) for span in thing.mentions]
        marks.sort(key=lambda mention: mention.span.start)
        chosen = ([each for each in mentions.sections if each.kind in kinds] for kinds in _GROUPS)
        return [_sketch(mentions.text, sections, marks) for sections in chosen if sections]


def _figures(mentions: Mentions) -> list[Mention]:
    marks: list[Mention] = [*mentions.quantities, *mentions.dates]
    marks += [
        regulation.model_copy(update={"span": span})
        for regulation in mentions.regulations
        for span in regulation.mentions
    ]
    marks.sort(key=lambda mention: mention.span.start)
    return marks


def _with_figures(sections: list[Section], starts: list[int]) -> list[Section]:
    """The sections that hold a quantity, the opening, and short lines: headings and what announces a list."""
    holding = [bisect_left(starts, each.end) > bisect_left(starts, each.start) for each in sections]
    if not any(holding):
        return []
    return [
        each
        for number, each in enumerate(sections)
        if number < _OPENING or holding[number] or each.end - each.start < _SHORT
    ]


def _sketch(source: str, sections: list[Section], marks: list[Mention]) -> Sketch:
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    symbols: list[tuple[int, Mention]] = []
    length = number = 0
    for section in sections:
        at = section.start
        while number < len(marks) and marks[number].span.start < at:
            number += 1
        if pieces:
            pieces.append(_joint(source, cuts, length, at))
            length += len(pieces[-1])
        while number < len(marks) and marks[number].span.end <= section.end:
            mark = marks[number]
            number += 1
            if mark.span.start < at:
                continue
            cuts.append((length, at))
            pieces += (source[at : mark.span.start], _symbol(mark))
            length += mark.span.start - at
            cuts.append((length, mark.span.start))
            symbols.append((length, mark))
            length += 1
            at = mark.span.end
        cuts.append((length, at))
        pieces.append(source[at : section.end])
        length += section.end - at
    text = "".join(pieces)
    sentences = tuple(_sentences(text))
    items = tuple(_items(symbols, sentences))
    return Sketch(
        source, text, sentences, items, dict(symbols), tuple(item.place for item in items), tuple(cuts)
    )


def _joint(source: str, cuts: list[tuple[int, int]], length: int, at: int) -> str:
    """What joins two sections: the white space between them, or a new paragraph where other sections stood."""
    start, offset = cuts[-1]
    between = source[offset + length - start : at]
    return "\n\n" if between.strip() else between


def _symbol(mark: Mention) -> str:
    if isinstance(mark, Quantity):
        return SYMBOLS[mark.kind]
    if isinstance(mark, Name):
        return SYMBOLS[mark.kind]
    return SYMBOLS["date"] if isinstance(mark, Date) else SYMBOLS["regulation"]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, none longer than a writer's longest, so that no text makes the rules slow."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        at = found.start()
        if text[at] == "." and (at - start < 3 or _ABBREVIATION.search(text, max(start, at - 10), at)):
            continue
        yield from _cut(start, found.end())
        start = found.end()
    yield from _cut(start, len(text))


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, _LONGEST_SENTENCE):
        yield at, min(at + _LONGEST_SENTENCE, end)


def _items(symbols: list[tuple[int, Mention]], sentences: tuple[tuple[int, int], ...]) -> Iterator[Item]:
    sentence = 0
    for place, mention in symbols:
        while sentences[sentence][1] <= place:
            sentence += 1
        if isinstance(mention, Quantity):
            yield Item(mention, place, sentence)
