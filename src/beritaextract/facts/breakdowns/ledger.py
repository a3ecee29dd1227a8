"""What has been read so far: the breakdowns, the names of their parts, and the whole that the text speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import regex

from beritaextract.facts.breakdowns.aims import is_aim
from beritaextract.facts.breakdowns.finer import Places, has_nearer_whole, places_of
from beritaextract.facts.breakdowns.heads import row_name
from beritaextract.facts.breakdowns.labels import labelled
from beritaextract.facts.breakdowns.names import plain_name
from beritaextract.facts.breakdowns.readings import Reading, is_absurd, is_exact
from beritaextract.facts.grammar import Grammar, prints_unit
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Breakdown, Part, Quantity
from beritaextract.rules import Rule

__all__ = ["Draft", "Ledger"]

_REACHED = frozenset({"target", "done", "portion", "portion_far", "share_of"})
"""Roles of rules that tell how much of something has been reached or spent."""
_STATES = regex.compile(r"\b(?:belum|[Ss]isa(?:nya)?)\b|^(?:yang\s)?(?:tidak|gagal)\b")
"""Words of parts that differ in what became of them: "tersalurkan" and "belum tersalurkan"."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A breakdown and the items that it rests on; ``is_open`` where the text leaves a rest without a figure.

    ``less`` is what the text takes off the parts: debts.
    """

    breakdown: Breakdown
    total: Item
    items: tuple[Item, ...]
    rule: Rule
    is_open: bool
    less: Quantity | None = None

    @property
    def place(self) -> int:
        return min(self.total.place, self.items[0].place)


@dataclass(slots=True)
class Ledger:
    """Breakdowns in the order in which they are found.

    ``labels`` names the parts by their places; ``topic`` is the whole of the last sum that is no part itself.
    """

    sketch: Sketch
    grammar: Grammar
    labels: dict[int, str] = field(default_factory=dict)
    topic: Item | None = None
    _summed: set[int] = field(default_factory=set)
    _drafts: dict[int, Draft] = field(default_factory=dict)
    _owners: dict[int, list[Draft]] = field(default_factory=dict)
    _sums: set[tuple[object, ...]] = field(default_factory=set)
    _seen: set[tuple[object, ...]] = field(default_factory=set)
    _places: Places | None = None

    def drafts(self) -> list[Draft]:
        """All of them, in the order of the text."""
        return sorted(self._drafts.values(), key=lambda draft: draft.place)

    def of(self, item: Item) -> Iterator[Draft]:
        """The breakdowns of which ``item`` is a part."""
        return (draft for draft in self._owners.get(item.place, ()) if id(draft) in self._drafts)

    def add(
        self,
        rule: Rule,
        relation: Literal["sum", "subset"],
        reading: Reading,
        *,
        is_open: bool = False,
        names: Sequence[str] = (),
        less: Quantity | None = None,
    ) -> None:
        """Writes a breakdown down, unless its parts are known as those of an equal total.

        The parts are called by the words around their figures, or by ``names``; ``less`` comes off them.
        """
        total = reading.whole.item
        if self.grammar.is_way(total.quantity) and not (relation == "sum" and is_exact(reading)):
            return  # stretches of a road are told beside others, so that the figures have to prove it
        if relation == "subset" and rule.fields["role"] in _REACHED and is_aim(self.sketch, total):
            return
        if relation == "sum" and (is_absurd(reading) or self._is_of_two_sums(reading)):
            return
        places = {item.place for item in reading.items}
        for known in self.of(reading.items[0]):
            same = known.total.quantity.value == total.quantity.value
            if same and places <= {item.place for item in known.items}:
                return
        if names:
            figures = zip(names, reading.items, strict=True)
            parts = tuple(Part(label=name, quantity=item.quantity) for name, item in figures)
        else:
            parts = labelled(self.sketch, self.grammar, reading.regions, reading.items, total=total.quantity)
        if relation == "sum":
            parts = self._plain(parts, reading.items)
        if _are_numbers_of_one_name(parts):
            return
        breakdown = Breakdown(
            relation=relation,
            total=total.quantity,
            parts=parts,
            evidence=(total.quantity.span, *(part.quantity.span for part in parts)),
            rule=rule.id,
        )
        draft = Draft(breakdown, total, reading.items, rule, is_open, less)
        if relation == "sum":
            self._supersede(draft)
        if not self._is_repeated(draft):
            self._drafts[id(draft)] = draft
        for item, part in zip(reading.items, parts, strict=True):
            self.labels[item.place] = part.label
            self._owners.setdefault(item.place, []).append(draft)
        if relation == "sum":
            self._sums.add(_figure(total))
            if total.place not in self._summed:
                self.topic = total
            self._summed |= places

    def _is_of_two_sums(self, reading: Reading) -> bool:
        """Whether parts that come to a whole are those of another one, with a rest or with those of a third."""
        if self._places is None:
            self._places = places_of(self.sketch)
        return is_exact(reading) and has_nearer_whole(reading, self._places)

    def _plain(self, parts: Sequence[Part], items: Sequence[Item]) -> tuple[Part, ...]:
        """Parts with names that tell them apart: without verbs, and from their rows where they have but a noun."""
        if any(_STATES.search(part.label) for part in parts):
            return tuple(parts)
        names = [plain_name(part.label) for part in parts]
        nouns = _nouns(parts)
        rows = {
            at: row_name(self.sketch, self.grammar, items[at], items)
            for at, name in enumerate(names)
            if not name or at in nouns
        }
        if len({rows[at] for at in nouns} - {"", *names}) < len(nouns):
            rows = {at: name for at, name in rows.items() if at not in nouns}
        names = [rows.get(at, name) for at, name in enumerate(names)]
        return tuple(
            part.model_copy(update={"label": name}) if name and names.count(name) == 1 else part
            for part, name in zip(parts, names, strict=True)
        )

    def _supersede(self, draft: Draft) -> None:
        """Drops what singles out some of the parts of a sum from an equal total."""
        places = {item.place for item in draft.items}
        for known in [each for item in draft.items for each in self.of(item)]:
            same = known.total.quantity.value == draft.total.quantity.value
            if (
                same
                and known.breakdown.relation == "subset"
                and places.issuperset(i.place for i in known.items)
            ):
                self._drafts.pop(id(known), None)

    def _is_repeated(self, draft: Draft) -> bool:
        """Whether the text has said the same before, in equal figures and in equal order."""
        figures = (draft.breakdown.relation, *map(_figure, (draft.total, *draft.items)))
        known = figures in self._seen
        self._seen.add(figures)
        return known

    def has_sum(self, item: Item) -> bool:
        """Whether a figure like this one is known as the whole of a sum."""
        return _figure(item) in self._sums

    def is_summed(self, item: Item) -> bool:
        """Whether an item is a part of a sum."""
        return item.place in self._summed

    def is_known(self, item: Item) -> bool:
        """Whether an item is a part of a breakdown, dropped ones included."""
        return item.place in self.labels

    def pass_over(self, item: Item) -> None:
        """Makes an item one that is no part of anything else."""
        self.labels.setdefault(item.place, "")
        self._summed.add(item.place)

    def drop(self, draft: Draft) -> None:
        del self._drafts[id(draft)]


def _nouns(parts: Sequence[Part]) -> list[int]:
    """Where a part has no name but the noun that all of them count, which does not tell them apart."""
    units = {part.quantity.unit for part in parts}
    return [at for at, part in enumerate(parts) if len(units) == 1 and part.label in units]


def _are_numbers_of_one_name(parts: Sequence[Part]) -> bool:
    """Whether the figures are no more than the numbers of namesakes: "Dewi Iriana 1, Dewi Iriana 2"."""
    first = parts[0].quantity
    alike = len({part.label for part in parts}) == 1
    return alike and len(parts) > 1 and first.kind == "count" and not prints_unit(first)


def _figure(item: Item) -> tuple[object, ...]:
    quantity = item.quantity
    return (quantity.kind, quantity.value, quantity.low, quantity.high) if quantity.value else (item.place,)
