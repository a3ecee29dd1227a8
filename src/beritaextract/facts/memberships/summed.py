"""Memberships that a breakdown tells: its whole counts members by class, or such as a body of the article has."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.memberships.classes import Classed, Classes
from beritaextract.facts.memberships.figures import FEWEST, FEWEST_OF_MEMBERS, Total, is_many
from beritaextract.facts.memberships.state import State
from beritaextract.facts.sketch import Item
from beritaextract.model import Membership
from beritaextract.rules import Rule

__all__ = ["Summed"]

_FEWEST_PARTS = 2


class Summed:
    """Reads the breakdowns of one sketch."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._classes = Classes(state.sketch, state.grammar, state.scene)

    def classed(self) -> Iterator[Membership]:
        """The memberships whose members are summed up by class."""
        for found in self._classes.read(self.state.drafts):
            item = found.draft.total
            value = item.quantity.value
            if found.rule.name == "covered" and not self.state.figures.is_unit(item.quantity.unit, None):
                continue
            if (
                not is_many(item, FEWEST_OF_MEMBERS)
                or item.place in self.state.below
                or value in self.state.seen
            ):
                continue
            if self.state.figures.are_paid(item) or self._are_of_other(found):
                continue
            yield self.state.membership(item, found.rule, found.owner, self.state.owners.ref(found.owner))

    def kept(self) -> Iterator[Membership]:
        """The memberships that only a breakdown tells: what its whole counts has a body of such members.

        What a subset is taken from must be called by them: "Dari 7.860 mahasiswa aktif, 312 belum …".
        """
        for draft in self.state.drafts:
            whole = draft.total
            if (
                not is_many(whole, FEWEST)
                or whole.place in self.state.below
                or whole.quantity.value in self.state.seen
            ):
                continue
            for item in self._alike(whole) if draft.breakdown.relation == "sum" else [whole]:
                kin = self._kin(item, draft)
                owner = self.state.keepers.of_kin(item, kin) if kin else None
                if kin and owner and ("apart" in kin.fields or not self.state.is_of_told(owner)):
                    yield self.state.membership(item, kin, owner, self.state.owners.ref(owner))
                    break

    def _are_of_other(self, found: Classed) -> bool:
        """Whether the unit calls them members of another body: debtors by trade are those of a bank.

        They are insured people where their own sentence says so.
        """
        item, rule = found.draft.total, found.rule
        kin = self.state.keepers.by_unit(item) if "insured" in rule.fields else None
        if kin is None or "insured" in kin.fields:
            return False
        start, end = self.state.sketch.sentences[item.sentence]
        return self.state.grammar.search(f"told_{rule.name}", self.state.sketch.text, start, end) is None

    def _alike(self, whole: Item) -> Iterator[Item]:
        """Where the text prints the same figure, from its first place on."""
        return (each for each in self.state.sketch.items if each.quantity.value == whole.quantity.value)

    def _kin_of_parts(self, draft: Draft) -> Rule | None:
        """The kind of members that two or more of the parts are called, each by its own words."""
        words = [f"{part.label or ''} {part.quantity.unit or ''}" for part in draft.breakdown.parts]
        for kin in self.state.grammar.rules("kin"):
            is_own = kin.fields.keys().isdisjoint(("insured", "any"))
            if is_own and sum(kin.pattern.search(each) is not None for each in words) >= _FEWEST_PARTS:
                return kin
        return None

    def _kin(self, item: Item, draft: Draft) -> Rule | None:
        """The kind of members that the whole of a breakdown counts, where it counts all and at no event."""
        if draft.breakdown.relation == "sum":
            kin = (
                self.state.keepers.called(item)
                or self.state.keepers.kin(item, is_first=not self.state.told)
                or self._kin_of_parts(draft)
            )
        else:
            kin = self.state.keepers.by_unit(item)
            is_active = "aktif" in (item.quantity.unit or "")
            kin = kin if kin and (is_active or "insured" not in kin.fields) else None
        if (
            kin is None
            or not self.state.figures.count_members(Total(item, kin))
            or self.state.figures.are_paid(item)
        ):
            return None
        return None if self.state.figures.are_acted_on(item) else kin
