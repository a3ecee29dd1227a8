"""The quote that a place of the text stands in: whose words a figure is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from beritaextract.model import Quote

__all__ = ["Quoted"]


class Quoted:
    """The quotes of one text whose speakers are known, by where they stand."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._all = quotes

    @cached_property
    def _quotes(self) -> list[Quote]:
        return sorted((each for each in self._all if each.speaker), key=lambda quote: quote.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.span.start for quote in self._quotes]

    def at(self, offset: int) -> Quote | None:
        """The last quote that begins before an offset of the source, if it goes on behind it."""
        number = bisect_right(self._starts, offset) - 1
        quote = self._quotes[number] if number >= 0 else None
        return quote if quote and offset < quote.span.end else None
