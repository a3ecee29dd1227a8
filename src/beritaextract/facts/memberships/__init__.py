"""Memberships: how many members an organisation or programme has, where, as of when and in which categories."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.facts.memberships.elsewhere import Elsewhere
from beritaextract.facts.memberships.fellows import Fellows
from beritaextract.facts.memberships.figures import FEWEST_OF_ANY, is_many
from beritaextract.facts.memberships.likely import Likely
from beritaextract.facts.memberships.programmes import Programmes
from beritaextract.facts.memberships.state import State
from beritaextract.facts.memberships.stated import Stated
from beritaextract.facts.memberships.summed import Summed
from beritaextract.model import Membership

__all__ = ["KIND"]


def _find(scene: Scene, grammar: Grammar) -> Iterator[Membership]:
    """The memberships of one text: those that it states, what is likely one, and what part of them is in one place."""
    seen = set[int]()
    states = [
        State(scene, grammar, sketch, drafts, seen)
        for sketch, drafts in scene.sketches
        if any(is_many(item, FEWEST_OF_ANY) for item in sketch.items)
    ]
    found = [membership for state in states for membership in _read(state)]
    found += [membership for state in states for membership in Likely(state).read()]
    yield from found
    for state in states:
        yield from Elsewhere(state).read(found)


def _read(state: State) -> Iterator[Membership]:
    """Those of one sketch: whole classes first, since a rule may take a class for all."""
    summed = Summed(state)
    yield from summed.classed()
    yield from Programmes(state).read()
    yield from Stated(state).read()
    yield from summed.kept()
    yield from Fellows(state).read()


KIND = Kind("memberships", "m", _find)
