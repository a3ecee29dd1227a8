"""The body that somebody who is quoted speaks for: whose members "anggota kami" are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from beritaextract.facts.kinds import Scene
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Quote, Span

__all__ = ["Speakers"]


class Speakers:
    """Finds who says a figure, and for which body."""

    def __init__(self, sketch: Sketch, scene: Scene) -> None:
        self.sketch = sketch
        self.named = scene.named
        self._mentions = scene.mentions

    def body(self, item: Item) -> Span | None:
        """The body of whom is quoted with a figure, unless the quote names another before it."""
        quote = self._quote(item.quantity.span.start)
        if quote is None or quote.speaker is None or quote.speaker.id is None:
            return None
        if self.named.organizations.within(quote.span.start, item.quantity.span.start):
            return None
        return self._bodies.get(quote.speaker.id)

    def _quote(self, place: int) -> Quote | None:
        at = bisect_right(self._starts, place) - 1
        quote = self._quotes[at] if at >= 0 else None
        return quote if quote is not None and place < quote.span.end else None

    @cached_property
    def _quotes(self) -> list[Quote]:
        return sorted(self._mentions.quotes, key=lambda quote: quote.span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.span.start for quote in self._quotes]

    @cached_property
    def _bodies(self) -> Mapping[str, Span]:
        """Of each person with an office, where the body of the first one is named."""
        found = dict[str, Span]()
        for official in self._mentions.officials:
            if official.person.id is None or official.organization is None or official.status == "former":
                continue
            for words in official.evidence:
                if names := self.named.organizations.within(words.start, words.end):
                    found.setdefault(official.person.id, self.sketch.printed(*names[-1]))
        return found
