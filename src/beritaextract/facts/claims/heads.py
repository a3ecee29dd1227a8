"""Numbers of cases that the amounts themselves tell: so many heads, at what each of them gets, make the sum."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import islice

from beritaextract.facts.claims.cases import money
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch

__all__ = ["Heads"]

_SENTENCES = 4
"""How far from a sum the number of heads, and what each gets, may stand."""
_SENTENCES_FEW = 2
_FEW = 10
"""A number below this one may be by chance what a sum is divided by."""
_NEAREST = 4
_WORDS = 60
_TIMES = frozenset({"month", "week", "day", "hour", "year"})


@dataclass(frozen=True)
class Heads:
    """Finds the number of those of whom each gets what another amount says."""

    sketch: Sketch
    grammar: Grammar

    def of(self, total: Item, kind: str = "count") -> Item | None:
        """The number by which what each gets makes ``total``, as far as that is round.

        Args:
            kind: "measure" where land is paid for, and not heads.
        """
        if total.quantity.value is None or total in self._of_one:
            return None
        found = (self._times(total, each, kind) for each in self._near(total))
        return next(filter(None, found), None)

    def _near(self, total: Item) -> list[Item]:
        """What each gets, in the sentences around an amount, the nearest first, and then what each may get."""
        at = bisect_left(self._at, total.place)
        near = [
            each
            for each in self._money[max(0, at - _NEAREST) : at + _NEAREST]
            if each.quantity.unit == total.quantity.unit and _apart(each, total) <= _SENTENCES
        ]
        near.sort(key=lambda each: abs(each.place - total.place))
        return sorted(near, key=lambda each: each not in self._of_one)

    def _times(self, total: Item, each: Item, kind: str) -> Item | None:
        """The number near an amount that it is made of, at ``each`` a head."""
        price, whole = Fraction(each.quantity.value or 0), Fraction(total.quantity.value or 0)
        if not 0 < price < whole:
            return None
        slack = Fraction(Decimal(total.quantity.step)) / 2
        first = bisect_left(self._values, (whole - slack) / price)
        last = bisect_right(self._values, (whole + slack) / price)
        found = [
            item
            for value in islice(self._values, first, min(last, first + _NEAREST))
            for item in self._standing_near(value, total)
            if item.quantity.kind == kind and self._are_heads(item, total, each)
        ]
        return min(found, key=lambda item: abs(item.place - total.place), default=None)

    def _standing_near(self, value: Fraction, total: Item) -> list[Item]:
        places, items = self._counts[value]
        at = bisect_left(places, total.place)
        return items[max(0, at - _NEAREST) : at + _NEAREST]

    def _are_heads(self, item: Item, total: Item, each: Item) -> bool:
        """Whether a number near an amount counts what that is for; a few heads stand nearer than many."""
        is_few = (item.quantity.value or 0) < _FEW
        far = _SENTENCES_FEW if is_few else _SENTENCES
        if each not in self._of_one:
            far = -1 if is_few else 1
        if _apart(item, total) > far or ((is_few or far == 1) and _apart(each, total) > far):
            return False
        unit = item.quantity.unit or ""
        if item.quantity.kind == "measure":
            start = self.sketch.sentences[each.sentence][0]
            words = self.sketch.words(max(start, each.place - _WORDS), each.place + 1)
            return unit in words and not is_few
        return not self.grammar.starts("no_case_unit", unit, 0, len(unit))

    @cached_property
    def _money(self) -> list[Item]:
        return money(self.sketch, 0, len(self.sketch.text))

    @cached_property
    def _at(self) -> list[int]:
        return [item.place for item in self._money]

    @cached_property
    def _of_one(self) -> frozenset[Item]:
        """The amounts that one of many gets."""
        return frozenset(item for item in self._money if self._is_of_one(item))

    @cached_property
    def _counts(self) -> dict[Fraction, tuple[list[int], list[Item]]]:
        """Where each number of heads, or of measures of land, stands."""
        found: dict[Fraction, tuple[list[int], list[Item]]] = {}
        for item in self.sketch.items:
            value = item.quantity.value
            if item.quantity.kind in ("count", "measure") and value is not None and value > 1:
                places, items = found.setdefault(Fraction(value), ([], []))
                places.append(item.place)
                items.append(item)
        return found

    @cached_property
    def _values(self) -> list[Fraction]:
        return sorted(self._counts)

    def _is_of_one(self, item: Item) -> bool:
        """Whether an amount is what one of many gets."""
        per = item.quantity.per
        if per is not None:
            return per not in _TIMES
        start, end = self.sketch.sentences[item.sentence]
        before, behind = max(start, item.place - _WORDS), min(end, item.place + _WORDS)
        if self.grammar.search("of_one", self.sketch.text, before, item.place):
            return True
        return bool(self.grammar.starts("to_one", self.sketch.text, item.place + 1, behind)) or any(
            self.grammar.starts("one_gets", self.sketch.text, *sorted((one.place, item.place)))
            for one in self.sketch.between(before, behind)
            if one.quantity.kind == "count" and one.quantity.value == 1
        )


def _apart(item: Item, other: Item) -> int:
    """How many sentences lie between two amounts or numbers."""
    return abs(item.sentence - other.sentence)
