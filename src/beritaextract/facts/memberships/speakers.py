"""The body that somebody who is quoted speaks for: whose members "anggota kami" are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from beritaextract.facts.kinds import Scene
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Span

__all__ = ["Speakers"]


class Speakers:
    """Finds who says a figure, and for which body."""

    def __init__(self, sketch: Sketch, scene: Scene) -> None:
        self.sketch = sketch
        self.named = scene.named
        self._quoted = scene.quoted
        self._officials = scene.mentions.officials

    def body(self, item: Item) -> Span | None:
        """The body of whom is quoted with a figure, unless the quote names another before it."""
        quote = self._quoted.at(item.quantity.span.start)
        if quote is None or quote.speaker is None or quote.speaker.id is None:
            return None
        if self.named.organizations.within(quote.span.start, item.quantity.span.start):
            return None
        return self._bodies.get(quote.speaker.id)

    @cached_property
    def _bodies(self) -> Mapping[str, Span]:
        """Of each person with an office, where the body of the first one is named."""
        found = dict[str, Span]()
        for official in self._officials:
            if official.person.id is None or official.organization is None or official.status == "former":
                continue
            for words in official.evidence:
                if names := self.named.organizations.within(words.start, words.end):
                    found.setdefault(official.person.id, self.sketch.printed(*names[-1]))
        return found
