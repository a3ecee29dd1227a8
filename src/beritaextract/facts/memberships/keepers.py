"""The bodies of an article that have members of a kind, for figures beside which none is named.

Customers are those of its bank, students of its university, taxpayers of its tax office.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.refs import Named
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Span

__all__ = ["Keepers"]

_FURTHEST = 3
_Ends = tuple[int, int]


class Keepers:
    """Finds whose members a figure counts by what they are called."""

    def __init__(self, sketch: Sketch, grammar: Grammar, named: Named) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.named = named
        self._of = cache(self._read)

    def find(self, item: Item, words: str) -> Span | None:
        """The body that has the members that ``words`` name.

        Of several it is that of the sentence, else the last of the three before; else it must be the only one.
        """
        for rule in self.grammar.rules("kin"):
            if rule.pattern.search(words) and (found := self._of(rule.name.removeprefix("kin_"))):
                return self._chosen(item, found)
        return None

    def insures(self, owner: Span) -> bool:
        """Whether the words are no body, or one that has participants."""
        name = self.named.organizations.ref(owner)
        return (
            name.id is None
            or self.grammar.starts("keeps_participant", name.name, 0, len(name.name)) is not None
        )

    def _chosen(self, item: Item, found: Sequence[_Ends]) -> Span | None:
        at = item.quantity.span.start
        for back in (0, _FURTHEST):
            sentence = self.sketch.sentences[max(0, item.sentence - back)]
            low = self.sketch.span(*sentence).start
            if near := [ends for ends in found if low <= ends[0] < at]:
                return self.sketch.printed(*near[-1])
        own = self.sketch.span(*self.sketch.sentences[item.sentence])
        if behind := [ends for ends in found if own.start <= ends[0] < own.end]:
            return self.sketch.printed(*behind[0])
        names = {self.named.organizations.ref(self.sketch.printed(*ends)).name for ends in found}
        return self.sketch.printed(*found[0]) if len(names) == 1 else None

    def _read(self, kind: str) -> tuple[_Ends, ...]:
        """Where the text names bodies that have members of a kind, in its order."""
        source, register = self.sketch.source, self.named.organizations
        found = {
            match.span("name")
            for rule in self.grammar.rules(f"keeper_{kind}")
            for match in rule.pattern.finditer(source)
        }
        for ends in register.within(0, len(source)):
            name = register.ref(self.sketch.printed(*ends)).name
            inside = any(low <= ends[0] < high for low, high in found)
            if not inside and self.grammar.starts(f"keeps_{kind}", name, 0, len(name)):
                found.add(ends)
        return tuple(sorted(found))
