"""How many of the members just spoken of are in one place: "Di Bali ada 15 ribu orang"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beritaextract.facts.memberships.figures import Total
from beritaextract.facts.memberships.state import State
from beritaextract.facts.sketch import Item
from beritaextract.model import Membership

__all__ = ["Elsewhere"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Reads the sentences behind those of memberships."""

    state: State

    def read(self, found: Sequence[Membership]) -> Iterator[Membership]:
        """The part of each membership that the sentence behind it tells."""
        for whole in found:
            for item in self.state.sketch.items:
                if item.quantity.value == whole.total.value and item.quantity.kind == "count":
                    yield from self._there(whole, item)

    def _there(self, whole: Membership, item: Item) -> Iterator[Membership]:
        if item.sentence + 1 >= len(self.state.sketch.sentences):
            return
        start, end = self.state.sketch.sentences[item.sentence + 1]
        for rule in self.state.grammar.rules("there"):
            match = rule.pattern.match(self.state.sketch.text, start, end)
            some = match and self.state.sketch.item(match.start("total"))
            if not (match and some) or not self.state.figures.count_members(Total(some, rule)):
                continue
            place = self.state.sketch.span(*match.span("place"))
            if (some.quantity.value or 0) < (whole.total.value or 0):
                yield Membership(
                    organization=whole.organization,
                    place=self.state.named.places.ref(place),
                    as_of=None,
                    total=some.quantity,
                    evidence=(whole.total.span, place, some.quantity.span),
                    rule=rule.id,
                )
