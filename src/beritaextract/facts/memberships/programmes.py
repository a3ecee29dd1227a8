"""Memberships of programmes that are such by their form: those who receive what one gives or take part in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from beritaextract.facts.memberships.figures import FEWEST_OF, is_many
from beritaextract.facts.memberships.schemes import Receivers, Schemes
from beritaextract.facts.memberships.state import State
from beritaextract.model import Membership

__all__ = ["Programmes"]


class Programmes:
    """Reads the counts of receivers in one sketch."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._schemes = Schemes(state.sketch, state.grammar, state.scene.mentions)

    def read(self) -> Iterator[Membership]:
        """The memberships of programmes that are such by their form."""
        items = [
            item
            for item in self.state.sketch.items
            if is_many(item, FEWEST_OF["recipients"])
            and self.state.figures.is_unit(item.quantity.unit, "recipients")
            and self.state.figures.is_whole(item)
            and self.state.figures.is_reached(item)
        ]
        for found in self._schemes.receivers(items):
            if found.item.place in self.state.below and not self._schemes.is_own(found):
                continue
            if self.state.is_aside(found.item, found.rule, found.scheme):
                continue
            if (
                found.item.quantity.value not in self.state.seen
                and (membership := self._of_scheme(found)) is not None
            ):
                yield membership

    def _of_scheme(self, found: Receivers) -> Membership | None:
        """The membership of a programme, or of the body that gives it; of one that nothing names there is none.

        Who borrows is a debtor of the bank that the article is about.

        Where no place is told, it is that of the office that speaks of it, or of the headline.
        """
        words = found.scheme.text
        if self.state.grammar.search("loan", words, 0, len(words)) and (
            bank := self.state.keepers.of_headline("customer")
        ):
            return self.state.membership(
                found.item, found.rule, bank, self.state.owners.ref(bank), found.year
            )
        if self.state.grammar.starts("nameless", words, 0, len(words)):
            giver = self.state.owners.giver(found.item)
            if giver is None:
                fuller = self._schemes.fuller(found.scheme)
                return self._of_scheme(replace(found, scheme=fuller)) if fuller is not None else None
            if self.state.grammar.starts("hands_out", giver.text, 0, len(giver.text)) is None:
                return self.state.membership(
                    found.item, found.rule, giver, self.state.owners.ref(giver), found.year
                )
        owner = self.state.owners.scheme(found.scheme)
        membership = self.state.membership(found.item, found.rule, found.scheme, owner, found.year)
        region = membership.place or self.state.regions.of_programme(found.item, membership.categories)
        return membership.model_copy(update={"place": region})
