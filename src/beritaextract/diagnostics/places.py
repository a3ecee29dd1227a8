"""Offsets → lines and columns, as editors count them."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from beritaextract.model import Check, Span

__all__ = ["Lines", "Place", "start_of"]


class Place(NamedTuple):
    """Both count from 1; a column is a code point."""

    line: int
    column: int


class Lines:
    """The lines of one text.

    >>> lines = Lines("Judul\\n\\nAda 12 orang.")
    >>> lines.place(11), lines.text(3)
    (Place(line=3, column=5), 'Ada 12 orang.')
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def place(self, offset: int) -> Place:
        line = min(bisect_right(self._starts, offset), len(self._lines))
        return Place(line, offset - self._starts[line - 1] + 1)

    def line(self, span: Span) -> int:
        """The line in which a span starts."""
        return self.place(span.start).line

    def text(self, line: int) -> str:
        return self._lines[line - 1]

    def within(self, line: int, span: Span) -> tuple[int, int] | None:
        """Where a span stands in one line, as half-open offsets in the line."""
        first = self._starts[line - 1]
        start, end = max(span.start - first, 0), min(span.end - first, len(self._lines[line - 1]))
        return (start, end) if start < end else None


def start_of(check: Check) -> int:
    """Where a finding is shown: at the first of its words."""
    return check.evidence[0].start if check.evidence else 0
