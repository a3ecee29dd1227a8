"""The words of a finding within their lines, underlined; paragraphs of news are long, so the rest is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from beritaextract.diagnostics.places import Lines
from beritaextract.model import Span

__all__ = ["Row", "excerpt"]

_BEFORE, _AFTER = 48, 32
_GAP = "…"
_MAIN, _OTHER = "^", "-"


class Row(NamedTuple):
    """A row of text and the marks below it; ``line`` is ``None`` where a line goes on."""

    line: int | None
    text: str
    marks: str


def excerpt(lines: Lines, spans: Sequence[Span], width: int) -> Iterator[Row]:
    """The rows in which the spans stand: the first marked ``^``, the others ``-``.

    >>> for row in excerpt(Lines("Ada 12 orang."), [Span(start=4, end=12, text="12 orang")], 60):
    ...     print(row.text, row.marks, sep="\\n")
    Ada 12 orang.
        ^^^^^^^^
    """
    touched = sorted({line for span in spans for line in _lines_of(lines, span)})
    for line in touched:
        places = [(place, index) for index, span in enumerate(spans) if (place := lines.within(line, span))]
        marks = {
            offset: _OTHER if index else _MAIN
            for (start, end), index in sorted(places, key=lambda each: -each[1])
            for offset in range(start, end)
        }
        yield from _rows(line, lines.text(line), marks, width)


def _lines_of(lines: Lines, span: Span) -> range:
    return range(lines.place(span.start).line, lines.place(max(span.end - 1, span.start)).line + 1)


def _rows(line: int, text: str, marks: dict[int, str], width: int) -> Iterator[Row]:
    """The rows of one line that have marks; what is left out before and after them is a gap."""
    rows = [
        (start, end)
        for start, end in _wrapped(text, *_reach(text, min(marks), max(marks) + 1), width - 4)
        if any(place in marks for place in range(start, end))
    ]
    for number, (start, end) in enumerate(rows):
        following = rows[number + 1][0] if number + 1 < len(rows) else len(text)
        head = f"{_GAP} " if not number and text[:start].strip() else ""
        tail = f" {_GAP}" if text[end:following].strip() else ""
        row = head + _printable(text[start:end]) + tail
        yield Row(None if number else line, row, _underline(text, start, end, marks, len(head)))


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """What is shown of a line: from the beginning of the sentence or of a word near it, to the end of a word."""
    before = max(start - _BEFORE, 0)
    first = before and text.find(" ", before, start) + 1
    if (sentence := text.rfind(". ", before, start)) >= 0:
        first = sentence + 2
    after = min(end + _AFTER, len(text))
    last = text.rfind(" ", end, after) if after < len(text) else after
    return (first or before), (last if last >= end else end)


def _wrapped(text: str, first: int, last: int, width: int) -> Iterator[tuple[int, int]]:
    """Rows of at most so many cells, broken at spaces."""
    start = end = first
    for word_start, word_end in _words(text, first, last):
        if end > start and cell_len(_printable(text[start:word_end])) > width:
            yield start, end
            start = word_start
        end = word_end
    if end > start:
        yield start, end


def _words(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    while start < last:
        space = text.find(" ", start, last)
        end = last if space < 0 else space
        yield start, end
        start = end + 1


def _underline(text: str, start: int, end: int, marks: dict[int, str], indent: int) -> str:
    """A mark under every cell; a space between two words of one row is marked as they are."""
    row = [marks.get(place, " ") * cell_len(_printable(text[place])) for place in range(start, end)]
    return (" " * indent + "".join(row)).rstrip()


def _printable(text: str) -> str:
    """What cannot be shown in one cell or more becomes U+FFFD, so that the marks stay below their words."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
