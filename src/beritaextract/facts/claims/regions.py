"""The region that an article is about: an office in one town may serve all of a province."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Scene
from beritaextract.model import Membership, Ref

__all__ = ["Regions", "is_house"]


class Regions:
    """Finds it by the members of who pays, and by the headline."""

    def __init__(self, scene: Scene, grammar: Grammar) -> None:
        self.scene = scene
        self.grammar = grammar

    def of(self, payer: Ref | None) -> Ref | None:
        """Where the members of who pays are, else the only place of the headline."""
        mine = next((each.place for each in self._memberships() if each.organization == payer), None)
        return mine or self._named

    def _memberships(self) -> Iterator[Membership]:
        return (each for each in self.scene.records.get("memberships", ()) if isinstance(each, Membership))

    @cached_property
    def _named(self) -> Ref | None:
        """The only place of the headline; not the capital, from which the whole land is told, nor a building."""
        heads = (each for each in self.scene.mentions.sections if each.kind == "headline")
        found = (ref for each in heads for ref in self.scene.named.places.refs(each.start, each.end))
        named = [each for each in found if not is_house(self.grammar, each)]
        if len(named) != 1 or self.grammar.starts("everywhere", named[0].name, 0, len(named[0].name)):
            return None
        return named[0]


def is_house(grammar: Grammar, place: Ref) -> bool:
    """Whether a place is a building, a street or the like, where a payment may be celebrated."""
    return bool(grammar.starts("venue", place.name, 0, len(place.name)))
