"""Memberships that no rule reads: figures that are likely to count all members, by the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.facts.memberships.slots import parts_of
from beritaextract.facts.memberships.state import State
from beritaextract.facts.memberships.weighing import SURE, Weigher, may_count
from beritaextract.facts.sketch import Item
from beritaextract.model import Membership, Span

__all__ = ["Likely"]


class Likely:
    """Weighs the counts of one sketch, once its rules have read it."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._weigher = Weigher(state.sketch, state.scene, state.figures)

    def read(self) -> Iterator[Membership]:
        """The memberships that no rule reads, by the words around their figures."""
        for rule in self.state.grammar.rules("weighed"):
            for item in self.state.sketch.items:
                if (
                    item.quantity.value in self.state.seen
                    or not may_count(item)
                    or item.place in self.state.below
                ):
                    continue
                if self._is_of_others(item):
                    continue
                if (owner := self._keeper(item)) is not None:
                    yield self.state.membership(item, rule, owner, self.state.owners.ref(owner))

    def _keeper(self, item: Item) -> Span | None:
        """Whose members a figure is likely to count: the body of the article that has such members.

        Where nothing tells what they are, in an article that tells of members: the body named before the figure in its
        sentence, or that of the membership before.
        """
        kin = self.state.keepers.kin(item, is_first=not self.state.told)
        owner = self.state.keepers.of_kin(item, kin) if kin else None
        if owner is not None:
            return owner if self._weigher.is_likely(item) else None
        if not self.state.figures.may_be_members(item.quantity.unit):
            return None
        last = self.state.last(item)
        owner = (
            self.state.owners.giver(item) or (last.organization if last else None)
            if self.state.told
            else None
        )
        return owner if owner is not None and self._weigher.is_likely(item, SURE) else None

    def _is_of_others(self, item: Item) -> bool:
        """Whether a figure counts a population, those from whom members are taken, or what it has been before."""
        state = self.state
        is_present = state.present(item.place) is item
        return not is_present or self._holds_members(item) or state.figures.are_all_people(item)

    def _holds_members(self, item: Item) -> bool:
        """Whether members that have been told are taken from it: "1.134 orang dari 1.240 buruh menjadi peserta"."""
        return any(
            part.quantity.value in self.state.seen for part in parts_of(self.state.drafts, item, "subset")
        )
