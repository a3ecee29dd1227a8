"""Figures of the body that come to one of the headline, which the body does not say again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.tallied import Tallied
from beritaextract.facts.grammar import Grammar, prints_unit
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Quantity

__all__ = ["Headed", "heads"]

_LEAST = 100
_FEWEST = 3


def heads(sketch: Sketch, grammar: Grammar) -> tuple[Quantity, ...]:
    """The figures of a headline that may be wholes: exact ones, where it speaks of no change and no target."""
    words = sketch.text.lower()
    if any(grammar.search(role, words, 0, len(words)) for role in ("moves", "aims")):
        return ()
    return tuple(item.quantity for item in sketch.items if _may_be_whole(item.quantity))


@dataclass(frozen=True, slots=True)
class Headed:
    """Reads the figures of a body as parts of those of its headline; digits and order prove them."""

    state: State
    tallied: Tallied
    heads: Sequence[Quantity]

    def read(self) -> None:
        """Every figure of the headline that the body has not."""
        if not self.heads or len(self.state.sketch.items) < _FEWEST:
            return
        told = {(item.quantity.kind, item.quantity.value) for item in self.state.sketch.items}
        for quantity in self.heads:
            if (quantity.kind, quantity.value) not in told:
                self.tallied.read_from(Item(quantity, 0, 0), least=_FEWEST)


def _may_be_whole(quantity: Quantity) -> bool:
    if quantity.kind not in ("money", "count") or quantity.per or quantity.modifier != "exact":
        return False
    return (quantity.value or 0) >= _LEAST and (quantity.kind == "money" or prints_unit(quantity))
