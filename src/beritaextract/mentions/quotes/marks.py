"""Passages in quotation marks: which mark opens, which closes, and what to do where one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.quotes.speech import DOUBLE, LOST, Vocabulary

__all__ = ["Passage", "passages"]

Side: TypeAlias = Literal["open", "close", "either"]

_OPENERS = frozenset("“„‟«‘‚‛〝")
_CLOSERS = frozenset("”»’〞")
_BEFORE_OPENING = frozenset("([{-–—:/")
_AFTER_CLOSING = frozenset(".,;:?!)]}…-–—")
_SENTENCE_ENDS = frozenset(".?!…")
_LONGEST_SINGLE = 80
_LONGEST_OPEN = 150
_MOST_PARAGRAPHS = 4


class Passage(NamedTuple):
    """The words ``first`` to ``last`` (half-open) between marks.

    ``opening`` is the word of the opening mark, or ``first`` where none is printed; ``closing`` is the word
    after the closing mark, or ``last``.
    """

    first: int
    last: int
    opening: int
    closing: int
    single: bool = False


class _Mark(NamedTuple):
    first: int
    last: int
    block: int
    side: Side
    double: bool


def passages(page: Page, signs: Sequence[int], vocabulary: Vocabulary) -> list[Passage]:
    """All passages in marks, in order and apart from each other.

    Args:
        page: The words.
        signs: The words that are quotation marks or apostrophes, in order.
        verbs: The verbs of attribution, which tell where a quote with a misprinted mark ends.
    """
    marks = list(_marks(page, signs, vocabulary))
    found = _doubles(page, [mark for mark in marks if mark.double], vocabulary)
    singles = [mark for mark in marks if not mark.double]
    if len(singles) > 1:
        found = sorted([*found, *_singles(page, singles, found)])
    return found


def _marks(page: Page, signs: Sequence[int], vocabulary: Vocabulary) -> list[_Mark]:
    marks: list[_Mark] = []
    blocks = page.blocks
    block = done = 0
    for place, sign in enumerate(signs):
        if sign < done:
            continue
        while sign >= blocks[block].last:
            block += 1
        done = sign + 1
        double = page.forms[sign] in DOUBLE
        following = signs[place + 1] if place + 1 < len(signs) else -1
        low = blocks[block].first
        if following == done and page.starts[following] == page.ends[sign]:
            if not double:
                double, done = True, following + 1
            elif sign == low or page.starts[sign] > page.ends[sign - 1]:
                done = following + 1  # printed twice
        side = _side(page, (sign, done), blocks[block], vocabulary)
        if page.forms[sign] != LOST or _is_mark(page, sign, side, low):
            marks.append(_Mark(sign, done, block, side, double))
    return marks


def _is_mark(page: Page, sign: int, side: Side, low: int) -> bool:
    """Whether a sign that was lost was a quotation mark: it opens a sentence or closes one."""
    before = page.forms[sign - 1] if sign > low else "."
    return side != "either" and before in (*_SENTENCE_ENDS, *DOUBLE, ":" if side == "open" else ",")


def _side(page: Page, mark: tuple[int, int], block: Block, vocabulary: Vocabulary) -> Side:
    """What the neighbours and the form of a mark say about it."""
    first, last = mark
    before = page.forms[first - 1] if first > block.first else ""
    after = page.forms[last] if last < block.last else ""
    apart_before = not before or page.starts[first] > page.ends[first - 1]
    apart_after = not after or page.starts[last] > page.ends[last - 1]
    form = page.forms[first]
    if after in vocabulary.bare or after in vocabulary.nya:
        return "close" if before[-1:] in _SENTENCE_ENDS or before == "," or not apart_before else "either"
    if apart_before and not apart_after:
        return "close" if after in _AFTER_CLOSING and before and after not in "-–—…" else "open"
    if apart_after and not apart_before:
        if before in _BEFORE_OPENING or (form in _OPENERS and before not in _SENTENCE_ENDS and before != ","):
            return "either"
        return "close"
    if after in _AFTER_CLOSING and not apart_after and after:
        return "close"
    if before in _BEFORE_OPENING:
        return "open"
    return "open" if form in _OPENERS else "close" if form in _CLOSERS else "either"


def _doubles(page: Page, marks: Sequence[_Mark], vocabulary: Vocabulary) -> list[Passage]:
    found: list[Passage] = []
    opened: _Mark | None = None
    depth = 0
    for place, mark in enumerate(marks):
        if opened is None:
            if found and mark.first == found[-1].closing and mark.side == "close":
                found[-1] = found[-1]._replace(closing=mark.last)  # printed twice
            elif mark.side != "close" or _opens_all_the_same(marks, place):
                opened = mark
            elif (start := _start_without_mark(page, mark, found, vocabulary)) < mark.first:
                found.append(Passage(start, mark.first, start, mark.last))
            continue
        if mark.block != opened.block:
            if mark.side == "close" and _runs_on(page, opened, mark, vocabulary):
                found.append(Passage(opened.last, mark.first, opened.first, mark.last))
                opened, depth = None, 0
                continue
            found += _unclosed(page, opened, page.blocks[opened.block].last, vocabulary)
            late = mark.side == "close" or _closes_the_paragraph_before(page, marks, place, opened)
            opened, depth = (None if late else mark), 0
        elif depth:
            depth = 0  # the inner quote ends
        elif mark.side == "open" and mark.first > opened.last:
            if _is_nested(marks, place):
                depth = 1
            else:
                found += _unclosed(page, opened, mark.first, vocabulary)
                opened = mark
        else:
            if mark.first > opened.last:
                found.append(Passage(opened.last, mark.first, opened.first, mark.last))
            opened = None
    if opened is not None:
        found += _unclosed(page, opened, page.blocks[opened.block].last, vocabulary)
    return found


def _sides(marks: Sequence[_Mark], place: int, count: int) -> list[Side]:
    """The sides of the next marks of the same paragraph."""
    block = marks[place].block
    return [mark.side for mark in marks[place + 1 : place + 1 + count] if mark.block == block]


def _opens_all_the_same(marks: Sequence[_Mark], place: int) -> bool:
    """A mark that stands like a closing one, where none is open, opens if another closing one follows."""
    return marks[place].side == "close" and _sides(marks, place, 1) == ["close"]


def _is_nested(marks: Sequence[_Mark], place: int) -> bool:
    sides = _sides(marks, place, 2)
    return len(sides) == 2 and sides[0] != "open" and sides[1] != "open" and sides != ["either", "either"]


def _closes_the_paragraph_before(page: Page, marks: Sequence[_Mark], place: int, opened: _Mark) -> bool:
    """Whether a mark at the start of a paragraph has slipped there from the end of the one before."""
    mark = marks[place]
    if (
        mark.block != opened.block + 1
        or mark.first != page.blocks[mark.block].first
        or _sides(marks, place, 1)
    ):
        return False
    following = marks[place + 1] if place + 1 < len(marks) else None
    if following is None or following.block != mark.block + 1:
        return True
    return following.first != page.blocks[following.block].first


def _runs_on(page: Page, opened: _Mark, mark: _Mark, vocabulary: Vocabulary) -> bool:
    """Whether a quote that was opened in an earlier paragraph is closed by this mark."""
    if mark.block - opened.block > _MOST_PARAGRAPHS:
        return False
    kinds = {page.blocks[block].kind for block in range(opened.block, mark.block + 1)}
    if len(kinds) > 1:
        return False
    block = page.blocks[opened.block]
    return _attribution(page, opened.last, min(block.last, opened.last + _LONGEST_OPEN), vocabulary) is None


def _unclosed(page: Page, opened: _Mark, end: int, vocabulary: Vocabulary) -> list[Passage]:
    """A quote whose closing mark is missing: up to its attribution, else to the end of the last sentence."""
    end = min(end, opened.last + _LONGEST_OPEN)
    verb = _attribution(page, opened.last, end, vocabulary)
    if verb is not None:
        return [Passage(opened.last, verb, opened.first, verb)]
    for last in range(end, opened.last, -1):
        if page.forms[last - 1] in _SENTENCE_ENDS:
            return [Passage(opened.last, last, opened.first, last)]
    return []


def _attribution(page: Page, first: int, last: int, vocabulary: Vocabulary) -> int | None:
    """The first word of attribution after a comma."""
    lowers = page.lowers
    for word in range(first + 1, last):
        if lowers[word - 1] == "," and (
            lowers[word] in vocabulary.nya or lowers[word] in ("kata", "ujar", "ucap")
        ):
            return word
    return None


def _start_without_mark(page: Page, mark: _Mark, found: Sequence[Passage], vocabulary: Vocabulary) -> int:
    """Where a quote begins whose opening mark is missing; ``mark.first`` where the mark closes nothing."""
    after = page.lowers[mark.last] if mark.last < page.blocks[mark.block].last else ""
    if after not in vocabulary.bare and after not in vocabulary.nya:
        return mark.first
    start = page.blocks[mark.block].first
    if mark.first - start > _LONGEST_OPEN or (found and found[-1].closing > start):
        return mark.first
    return start


def _singles(page: Page, marks: Sequence[_Mark], doubles: Sequence[Passage]) -> list[Passage]:
    """Passages in single marks outside of those in double ones."""
    found = []
    opened: _Mark | None = None
    outer = 0
    for mark in marks:
        while outer < len(doubles) and doubles[outer].closing <= mark.first:
            outer += 1
        if outer < len(doubles) and doubles[outer].opening <= mark.first:
            continue
        if mark.side == "open":
            opened = mark
        elif opened is not None and mark.side == "close":
            apart = outer == 0 or doubles[outer - 1].closing <= opened.first
            near = mark.block == opened.block and mark.first - opened.last <= _LONGEST_SINGLE
            if apart and near and mark.first > opened.last:
                found.append(Passage(opened.last, mark.first, opened.first, mark.last, single=True))
            opened = None
    return found
