"""A sketch of the text: each mention is one private-use character, the words between stay words.

Fact rules read the sketch, which has no numbers to parse. Offsets come from the mentions, so nothing is re-found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import regex

from beritaextract.mentions import Mentions
from beritaextract.model import Date, Quantity, Ref, Regulation, Section, Span
from beritaextract.rules import SYMBOLS

__all__ = ["SYMBOL", "Drawing", "Item", "Name", "Sketch", "sketches"]

SYMBOL = f"[{SYMBOLS['money']}-{SYMBOLS['place']}]"
"""A character class for any mention."""

_LONGEST_SENTENCE = 3000
_LONGEST_SHORT = 10


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A mention of a named thing: ``kind`` is ``"organization"``, ``"person"`` or ``"place"``."""

    kind: str
    ref: Ref
    span: Span


Mention = Quantity | Date | Regulation | Name
_Mark = tuple[int, int, str, Mention]
"""Where a mention stands in the source, and its symbol."""

_OPENING = 2
_SHORT = 120
_GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"dateline", "body"}),
    frozenset({"headline"}),
    frozenset({"caption"}),
)
_SENTENCE_END = regex.compile(
    rf"[.!?…][\"”’')\]]*+\s++(?=[\"“‘'(\[—–-]?\s?(?:[\p{{Lu}}\d]|{SYMBOL}))|\n(?:[^\S\n]*+\n)++\s*+|\n[^\S\n]*+(?!\p{{Ll}}\p{{L}})"
    # Damaged text, where the space is lost: "di zona merah.Dari 62 desa".
    rf"|(?<=\p{{Ll}}{{4}}|\b(?:ini|itu|dia)|\p{{Ll}}\)|\S\s?{SYMBOL}\)?)[.!?](?=\p{{Lu}}\p{{Ll}}++[\s,]|{SYMBOL})"
)
_OF_NAME = regex.compile(rf"{SYMBOLS['organization']}\.\s\({SYMBOLS['organization']}\)(?:,|\s\p{{Ll}})")
"""A full stop that belongs to a company's name, which stands again in brackets: "PT Bank Sigi Tbk. (BSG) dan …"."""
_ABBREVIATION = regex.compile(
    r"(?<!\p{L})(?:\p{Lu}|[Dd]rs?|Mu?h|Moh|Muhd|Sdr|Ust|Dra|Ir|Hj?|[Pp]rof|PT|CV|No|Jl|St|Kec|Kab|Tn|Ny|Pol|Kol|Jend|Mayjen|Brigjen|M\.\p{L}+|S\.\p{L}+)$"
)
_COURTESY = regex.compile(r"(?<!\p{L})(?:dr[agh]?|drs|prof|ir|hj?|apt|ns|ust)$")
"""What stands with a small letter before a person's name: "dr. Budi"."""
_PERSON = f" {SYMBOLS['person']}"


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A quantity and where it stands in the sketch."""

    quantity: Quantity
    place: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """The body, the headline or the captions; ``sentences`` are half-open places in ``text``.

    ``needs`` are the words that rules need of which the article has one.
    """

    source: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    items: tuple[Item, ...]
    mentions: dict[int, Mention]
    needs: Set[str]
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

    def lead(self, item: Item) -> int:
        """Where the words begin that lead to a quantity: behind the one before it, or with its sentence."""
        start, _ = self.sentences[item.sentence]
        before = next(self.before(item.place), None)
        return max(start, before.place + 1) if before else start

    def span(self, start: int, end: int) -> Span:
        """The span of source text that the places ``start`` to ``end`` stand for."""
        first, last = self._offset(start), self._offset(end - 1)
        mention = self.mentions.get(end - 1)
        stop = mention.span.end if mention else last + 1
        return self.printed(first, stop)

    def printed(self, start: int, end: int) -> Span:
        """The span of source text between two offsets of it."""
        return Span(start=start, end=end, text=self.source[start:end])

    def words(self, start: int, end: int) -> str:
        """The source text between two places, mentions as they are printed."""
        return self.span(start, end).text if start < end else ""

    def _offset(self, place: int) -> int:
        at, offset = self._cuts[bisect_right(self._cuts, (place, len(self.source) + 1)) - 1]
        return offset + place - at


def sketches(mentions: Mentions, needs: Set[str] = frozenset()) -> Iterator[Sketch]:
    """One sketch each of body, headline and captions, where they hold a quantity; credits and links are in none.

    Args:
        mentions: Those of the text.
        needs: The words that rules need of which the article has one.
    """
    if not mentions.quantities:
        return
    marks = _figures(mentions)
    starts = [quantity.span.start for quantity in mentions.quantities]
    for group in _GROUPS:
        sections = [section for section in mentions.sections if section.kind in group]
        held = [(bisect_left(starts, each.start), bisect_left(starts, each.end)) for each in sections]
        if any(first < last for first, last in held):
            yield _sketch(mentions.text, _with_figures(sections, held), marks, needs)


class Drawing:
    """The sketches of one text in which names are symbols too; drawn once, when a kind of fact asks for them."""

    def __init__(self, mentions: Mentions, needs: Set[str]) -> None:
        self._mentions = mentions
        self.text = mentions.text
        self.needs = needs

    @cached_property
    def paragraphs(self) -> list[str]:
        """The paragraphs of body, headline and captions."""
        return [self.text[each.start : each.end] for kinds in _GROUPS for each in self._sections(kinds)]

    @cached_property
    def with_money(self) -> list[str]:
        """The paragraphs of the body in which an amount of money stands."""
        starts = [each.span.start for each in self._mentions.quantities if each.kind == "money"]
        sections = self._sections(_GROUPS[0]) if starts else []
        return [
            self.text[each.start : each.end]
            for each in sections
            if bisect_left(starts, each.start) < bisect_left(starts, each.end)
        ]

    def _sections(self, kinds: Set[str]) -> list[Section]:
        return [section for section in self._mentions.sections if section.kind in kinds]

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
            symbol = SYMBOLS[kind]
            for thing in things:
                ref = Ref(id=thing.id, name=thing.name)
                marks += [(span.start, span.end, symbol, Name(kind, ref, span)) for span in thing.mentions]
        marks.sort(key=itemgetter(0))
        chosen = filter(None, map(self._sections, _GROUPS))
        return [_sketch(self.text, sections, marks, self.needs) for sections in chosen]


def _figures(mentions: Mentions) -> list[_Mark]:
    marks: list[_Mark] = [
        (each.span.start, each.span.end, SYMBOLS[each.kind], each) for each in mentions.quantities
    ]
    marks += [(each.span.start, each.span.end, SYMBOLS["date"], each) for each in mentions.dates]
    marks += [
        (span.start, span.end, SYMBOLS["regulation"], regulation.model_copy(update={"span": span}))
        for regulation in mentions.regulations
        for span in regulation.mentions
    ]
    marks.sort(key=itemgetter(0))
    return marks


def _with_figures(sections: Sequence[Section], held: Sequence[tuple[int, int]]) -> list[Section]:
    """The sections that hold a quantity, the opening, and short lines: headings and what announces a list."""
    return [
        each
        for number, (each, (first, last)) in enumerate(zip(sections, held, strict=True))
        if number < _OPENING or first < last or each.end - each.start < _SHORT
    ]


def _sketch(source: str, sections: Sequence[Section], marks: Sequence[_Mark], needs: Set[str]) -> Sketch:
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    symbols: list[tuple[int, Mention]] = []
    length = number = 0
    most = len(marks)
    for section in sections:
        at, end = section.start, section.end
        while number < most and marks[number][0] < at:
            number += 1
        if pieces:
            pieces.append(_joint(source, cuts, length, at))
            length += len(pieces[-1])
        cuts.append((length, at))
        while number < most and marks[number][1] <= end:
            start, stop, symbol, mention = marks[number]
            number += 1
            if start >= at:
                pieces += (source[at:start], symbol)
                length += start - at
                symbols.append((length, mention))
                length += 1
                at = stop
                cuts.append((length, at))
        pieces.append(source[at:end])
        length += end - at
    text = "".join(pieces)
    sentences = _sentences(text)
    items = tuple(_items(symbols, sentences))
    places = tuple(item.place for item in items)
    return Sketch(source, text, sentences, items, dict(symbols), needs, places, tuple(cuts))


def _joint(source: str, cuts: list[tuple[int, int]], length: int, at: int) -> str:
    """What joins two sections: the white space between them, or a new paragraph where other sections stood."""
    start, offset = cuts[-1]
    between = source[offset + length - start : at]
    return "\n\n" if between.strip() else between


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences, none longer than a writer's longest, so that no text makes the rules slow."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        at, after = end.span()
        if text[at] != "." or (at - start > 2 and not _is_short(text, max(start, at - _LONGEST_SHORT), at)):
            found.append((start, after))
            start = after
    found.append((start, len(text)))
    return tuple(
        (first, min(first + _LONGEST_SENTENCE, end))
        for start, end in found
        for first in range(start, end, _LONGEST_SENTENCE)
    )


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether the last word before ``end`` is one that takes a full stop: a short one with a capital, or a name."""
    if not text[start:end].islower() and _ABBREVIATION.search(text, start, end):
        return True
    if text.startswith(_PERSON, end + 1) and _COURTESY.search(text, start, end):
        return True
    return _OF_NAME.match(text, end - 1) is not None


def _items(symbols: list[tuple[int, Mention]], sentences: tuple[tuple[int, int], ...]) -> Iterator[Item]:
    sentence = 0
    for place, mention in symbols:
        while sentences[sentence][1] <= place:
            sentence += 1
        if isinstance(mention, Quantity):
            yield Item(mention, place, sentence)
