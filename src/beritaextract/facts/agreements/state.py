"""What all readers of the agreements of one text look at, and the agreements that have been found so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from beritaextract.facts.agreements.parties import Parties
from beritaextract.facts.agreements.principal import Principals
from beritaextract.facts.agreements.readings import MADE
from beritaextract.facts.agreements.seen import Accord
from beritaextract.facts.agreements.sides import Around, Partners, Sides
from beritaextract.facts.agreements.terms import Terms
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Sketch
from beritaextract.model import Official

__all__ = ["State"]


class State:
    """The sketches of one text and what reads them; ``found`` are the agreements that it tells of."""

    def __init__(self, sketches: Sequence[Sketch], grammar: Grammar, officials: Iterable[Official]) -> None:
        self.sketches = sketches
        self.grammar = grammar
        self.parties = Parties(grammar, sketches, list(officials))
        self.terms = [Terms(sketch, grammar, self.parties) for sketch in sketches]
        self.sides = [Sides(sketch, grammar, self.parties) for sketch in sketches]
        self.principals = Principals(sketches, self.parties)
        self.found: list[Accord] = []

    @cached_property
    def partners(self) -> list[list[Partners]]:
        """For each sketch, who cooperates in other words."""
        return [list(sides.partners()) for sides in self.sides]

    def says(self, role: str, part: int, sentence: int) -> bool:
        """Whether a sentence holds words of a role."""
        sketch = self.sketches[part]
        return self.grammar.match(role, sketch.text, *sketch.sentences[sentence]) is not None

    def made_beside(self, accord: Accord) -> bool:
        """Whether the text tells of another agreement that was signed."""
        return any(each is not accord and each.action in MADE for each in self.found)

    def is_of(self, accord: Accord, around: Around) -> bool:
        """Whether parties have more in common with those of an agreement than with those of any other one."""
        shared = len(around.keys & accord.keys)
        return shared > 0 and all(len(around.keys & other.keys) <= shared for other in self.found)
