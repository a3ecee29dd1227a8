"""Which figures count members: by their unit and the words beside them, not as a rounding or as heads of a payment."""

from __future__ import annotations

from collections.abc import Container, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from beritaextract.facts.grammar import Grammar, prints_unit
from beritaextract.facts.kinds import Scene
from beritaextract.facts.memberships.owners import Owners
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Date, Number, Quantity
from beritaextract.rules import Rule

__all__ = ["FEWEST", "FEWEST_OF", "FEWEST_OF_ANY", "FEWEST_OF_MEMBERS", "Figures", "Total", "is_many"]

FEWEST = 100
FEWEST_OF_MEMBERS = 20
FEWEST_OF = {"recipients": 10, "called": 20, "states": 10, "nations": 10}
FEWEST_OF_ANY = min(FEWEST_OF.values())
_UNITS = {
    "recipients": ("unit", "recipient"),
    "members": ("member",),
    "called": ("unit", "recipient", "state"),
    "users": ("user",),
    "in_need": ("in_need",),
    "covered": ("worker",),
    "givers": ("giver",),
    "states": ("state",),
    "nations": ("nation",),
    "pensioners": ("pensioner",),
}
"""The roles of the units that rules of each kind count in."""
_CONNECTIONS = "SR"
"""*Sambungan rumah*; few of them would be a measure, of earthquakes."""
_NEAR = 50
_BEFORE = "sebelumnya"
_REACH = 200
_A_HEAD = 10_000
"""Rupiah: what is less for each head is no sum for all of them, but what each one receives."""


def is_many(item: Item, least: int) -> bool:
    quantity = item.quantity
    is_count = quantity.kind == "count" or quantity.unit == _CONNECTIONS
    return is_count and quantity.value is not None and quantity.value >= least


@dataclass(frozen=True, slots=True)
class Total:
    """The figure of a membership, with the rule that found it."""

    item: Item
    rule: Rule

    @property
    def is_owned(self) -> bool:
        """Whether the rule tells where the organisation stands."""
        return "owner" in self.rule.fields


class Figures:
    """The figures of one sketch."""

    def __init__(self, sketch: Sketch, grammar: Grammar, scene: Scene, owners: Owners) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.owners = owners
        self._quantities = scene.mentions.quantities
        self._breakdowns = scene.breakdowns

    @cached_property
    def _full(self) -> list[Quantity]:
        """The counts that are printed in full."""
        return [each for each in self._quantities if each.kind == "count" and not each.step and each.value]

    def in_full(self, item: Item) -> Quantity | None:
        """The figure of which this one is a rounding: "64.345 sambungan" of "64 ribu pelanggan"."""
        found = {each.value: each for each in self.fuller(item)}
        wholes = {value: each for value, each in found.items() if value not in self._parts}
        told = wholes or found
        return next(iter(told.values())) if len(told) == 1 else None

    def fuller(self, item: Item) -> list[Quantity]:
        """The counts printed in full that a rounding may stand for."""
        quantity = item.quantity
        if not quantity.step or quantity.value is None:
            return []
        less = 0 if quantity.modifier == "at_least" else Decimal(quantity.step) / 2
        low, high = quantity.value - less, quantity.value + quantity.step
        return [each for each in self._full if each.value and low <= each.value < high]

    def is_part(self, quantity: Quantity) -> bool:
        """Whether a breakdown of the text has such a figure as a part of a sum only."""
        return quantity.value in self._parts

    @cached_property
    def _parts(self) -> Set[Number | None]:
        return self.parts - {each.total.value for each in self._breakdowns if each.total}

    @cached_property
    def parts(self) -> Set[Number | None]:
        """The figures that are a part of a sum, wholes of other sums among them."""
        sums = [each for each in self._breakdowns if each.relation == "sum"]
        return {part.quantity.value for each in sums for part in each.parts}

    def are_paid(self, item: Item) -> bool:
        """Whether a sum of money goes to them, or comes from them, in the same breath: "Rp2 miliar untuk 312 orang"."""
        unit = item.quantity.unit or ""
        if self.grammar.starts("giver", unit, 0, len(unit)):
            return False
        start, end = self.sketch.sentences[item.sentence]
        low, high = max(start, item.place - _REACH), min(end, item.place + _REACH)
        for role in ("paid_to", "who_are_paid"):
            for rule in self.grammar.rules(role):
                for match in rule.pattern.finditer(self.sketch.text, low, high):
                    if match.start("total") == item.place and self._is_for_all(match.start("paid"), item):
                        return True
        return False

    def _is_for_all(self, place: int, item: Item) -> bool:
        """Whether the amount is that of all heads together, and no rate."""
        paid = self.sketch.item(place)
        if paid is None or paid.quantity.per is not None or not paid.quantity.value:
            return False
        return paid.quantity.value >= _A_HEAD * (item.quantity.value or 1)

    def count_members(self, total: Total) -> bool:
        """Whether the unit is one of members, and nothing beside the figure says that they are not all of them."""
        item, counts = total.item, total.rule.fields.get("counts")
        named = self.owners.is_member(item.quantity.unit)
        called = "few" in total.rule.fields or (named and total.is_owned)
        few = FEWEST_OF.get(counts or "") or (FEWEST_OF_MEMBERS if called else FEWEST)
        if not is_many(item, few) or not self.is_whole(item) or not self._counts(total):
            return False
        printed = prints_unit(item.quantity) and self.is_unit(item.quantity.unit or "", "in_need")
        if printed and self._are_givers_told:
            return False
        return self.are_all(item, total.rule.fields)

    def are_all(self, item: Item, fields: Container[str] = ()) -> bool:
        """Whether nothing beside a figure says that it counts some of the members, those of another time or a day.

        Args:
            item: The figure.
            fields: Those of the rule that found it: "new", "grown".
        """
        start, end = self.sketch.sentences[item.sentence]
        text, behind = self.sketch.text, min(end, item.place + _NEAR)
        before = self._after_base(item) if "grown" in fields else self._after_whole(start, item)
        if self.grammar.search("not_all", text, before, item.place) or self._is_of_other_time(start, item):
            return False
        if "new" not in fields and self.grammar.search("some", text, item.place, behind):
            return False
        each = item.quantity.per is not None or self.grammar.search("daily", text, item.place, behind)
        return not each or (item.quantity.unit or "").startswith("penerima")

    def are_acted_on(self, item: Item) -> bool:
        """Whether the sentence does something to those whom a figure counts, or they are at something."""
        text, (start, end) = self.sketch.text, self.sketch.sentences[item.sentence]
        return bool(
            self.grammar.search("acts_on", text, start, item.place)
            or self.grammar.search("event", text, start, end)
        )

    @cached_property
    def _are_givers_told(self) -> bool:
        """Whether the article tells who gives: they are the members of its alms body, not those whom it reaches."""
        return self.grammar.search("givers_told", self.sketch.source, 0, len(self.sketch.source)) is not None

    def _is_of_other_time(self, start: int, item: Item) -> bool:
        """Whether the figure is aimed at, or that of an earlier time: "Setahun sebelumnya, anggotanya 312 orang"."""
        if self.grammar.search("aimed_at", self.sketch.text, start, item.place):
            return True
        dates = [(at, self.sketch.mentions.get(at)) for at in range(start, item.place)]
        return any(
            isinstance(date, Date) and _BEFORE in date.span.text and not self.sketch.between(at, item.place)
            for at, date in dates
        )

    def are_all_people(self, item: Item) -> bool:
        """Whether a figure counts a population, of which members are a part: "95 persen dari 312 jiwa penduduk"."""
        start, end = self.sketch.sentences[item.sentence]
        low = max((each.place + 1 for each in self.sketch.between(start, item.place)), default=start)
        high = min((each.place for each in self.sketch.between(item.place + 1, end)), default=end)
        return (
            self.grammar.search("population", self.sketch.text, low, min(high, item.place + _NEAR))
            is not None
        )

    def _after_base(self, item: Item) -> int:
        """Where the words begin behind the figure that this one has grown from."""
        return next((each.place + 1 for each in self.sketch.before(item.place)), 0)

    def _after_whole(self, start: int, item: Item) -> int:
        """Where the words before a figure begin; behind "Dari seluruh buruh yang ditempatkan itu," it is they alone."""
        low = max(start, item.place - _NEAR)
        found = self.grammar.search("out_of", self.sketch.text, start, item.place)
        return max(low, found.end()) if found else low

    def is_whole(self, item: Item) -> bool:
        """Whether the figure is no rest of one whose full stop is lost: "8 227 warga"."""
        start = item.quantity.span.start
        return not self.sketch.source[max(0, start - 2) : max(0, start - 1)].isdecimal()

    def is_reached(self, item: Item) -> bool:
        """Whether a figure of houses counts those that something reaches: a programme may build houses too."""
        unit, text = item.quantity.unit or "", self.sketch.text
        if self.grammar.starts("house", unit, 0, len(unit)) is None:
            return True
        return self.grammar.search("to_house", text, max(0, item.place - _NEAR), item.place) is not None

    def _counts(self, total: Total) -> bool:
        """Whether its rule may count in the unit of the figure: of one that is not printed with it, or in none.

        Where the words call them members, anything that can be one may be the unit: "anggotanya 312 penggilingan".
        """
        quantity, fields = total.item.quantity, total.rule.fields
        unit = quantity.unit or ""
        if "staff" in fields and self.grammar.starts("works_for_it", unit, 0, len(unit)):
            return False
        counts = fields.get("counts")
        if self.is_unit(quantity.unit, counts):
            return True
        if not prints_unit(quantity) and not quantity.step:
            return self.is_unit(None, counts)
        return "told" in fields and self.grammar.starts("entity", unit, 0, len(unit)) is not None

    def may_be_members(self, unit: str | None) -> bool:
        """Whether what is counted may be members of something: people, bodies, accounts; no goods."""
        return unit is None or any(
            self.grammar.starts(role, unit, 0, len(unit))
            for role in ("unit", "recipient", "state", "entity", "in_need")
        )

    def is_unit(self, unit: str | None, counts: str | None) -> bool:
        """Whether a rule that counts such members may count in ``unit``."""
        if unit is None:
            return counts not in _UNITS or counts in ("recipients", "called")
        roles = _UNITS.get(counts or "", ("unit",))
        return any(self.grammar.starts(role, unit, 0, len(unit)) for role in roles)
