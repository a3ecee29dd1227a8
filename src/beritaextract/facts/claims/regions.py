"""The region that an article is about: an office in one town may serve all of a province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Scene
from beritaextract.model import Membership, Ref

__all__ = ["Regions", "is_house"]


@dataclass(frozen=True, slots=True)
class Regions:
    """Finds it by the members of who pays, and by the headline."""

    scene: Scene
    grammar: Grammar

    def of(self, payer: Ref | None) -> Ref | None:
        """Where the members of who pays are, else the only place of the headline.

        Not the capital, from which the whole land is told, nor a building.
        """
        mine = [each.place for each in self._memberships() if each.organization == payer]
        if mine and mine[0] is not None:
            return mine[0]
        named = [each for each in self._headline() if not is_house(self.grammar, each)]
        if len(named) != 1 or self.grammar.starts("everywhere", named[0].name, 0, len(named[0].name)):
            return None
        return named[0]

    def _memberships(self) -> Iterator[Membership]:
        return (each for each in self.scene.records.get("memberships", ()) if isinstance(each, Membership))

    def _headline(self) -> Iterator[Ref]:
        for each in self.scene.mentions.sections:
            if each.kind == "headline":
                yield from self.scene.named.places.refs(each.start, each.end)


def is_house(grammar: Grammar, place: Ref) -> bool:
    """Whether a place is a building, a street or the like, where a payment may be celebrated."""
    return bool(grammar.starts("venue", place.name, 0, len(place.name)))
