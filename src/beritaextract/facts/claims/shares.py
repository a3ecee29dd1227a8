"""Amounts that add up to a total: its parts, over however many sentences they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from beritaextract.facts.claims.cases import money
from beritaextract.facts.claims.events import Events
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch

__all__ = ["Shares"]

_SENTENCES = 9
_SENTENCES_BACK = 3
_SENTENCES_RANKED = 14
_SENTENCES_FAR = 18
_NEAR = 2
_LEAST = Decimal("0.1")
"""How much of a total its parts in one sentence must be."""
_MOST = 14
_SKIPS = 3
_FIRST = 6
"""How many amounts may stand between a total and the first of its parts."""


class Shares:
    """Finds the amounts of which a total is the sum."""

    def __init__(self, sketch: Sketch, grammar: Grammar) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.events = Events(sketch, grammar)
        self._known: dict[int, bool] = {}

    def of(self, total: Item) -> list[list[Item]]:
        """Lists of amounts that each add up to a total: such as by programme, and then by region."""
        found = []
        left = self._behind(total)
        while run := _run(left, total):
            found.append(run)
            left = [item for item in left if item not in run]
        if not found and (run := _run(self._ahead(total)[::-1], total)):
            found.append(run[::-1])
        return found or [run for run in [self._far(total)] if run]

    def _far(self, total: Item) -> list[Item]:
        """The amounts of one sentence farther behind that add up to a total to the digit."""
        first = total.sentence + 1
        for start, end in self.sketch.sentences[first : first + _SENTENCES_FAR]:
            here = self._amounts(total, start, end)
            if len(here) > 1 and _sum(here) == _sum([total]):
                return here
        return []

    def ranked(self, total: Item) -> list[Item]:
        """The greatest parts of a total, which need not add up to it: "Sigi paling banyak dengan Rp3 miliar"."""
        found: list[Item] = []
        last = min(total.sentence + _SENTENCES_RANKED, len(self.sketch.sentences) - 1)
        for start, end in self.sketch.sentences[total.sentence + 1 : last + 1]:
            first = self.grammar.search("ranked", self.sketch.text, start, end)
            if not (found or first or self.grammar.starts("next_in_rank", self.sketch.text, start, end)):
                continue
            here = self._amounts(total, start, end)
            is_first = here and not found and first and first.start("amount") == here[0].place
            roles = ("next_in_rank", "and_next") if found else ("next_in_rank",)
            is_near = here and (found or here[0].sentence == total.sentence + 1)
            if is_first or (is_near and self._goes_on(here[0], *roles)):
                found += here
            elif found:
                break
        if found and found[0].sentence == total.sentence + 1 and self._goes_on(found[0], "next_in_rank"):
            return found if _falls([total, *found]) else []
        return found if _falls(found) and _sum(found) <= _sum([total]) else []

    def listed(self, total: Item) -> list[Item]:
        """Some parts of a total, told side by side in a sentence close behind it, each with what it counts."""
        for start, end in self.sketch.sentences[total.sentence + 1 : total.sentence + 1 + _NEAR]:
            here = self._amounts(total, start, end)
            counted = [item for item in here if self.events.beside.after(item)]
            is_rule = bool(here) and self.grammar.search("not_sum", self.sketch.text, start, here[-1].place)
            is_weighty = _LEAST * _sum([total]) <= _sum(here) <= _sum([total])
            if len(here) > 1 and len(counted) * 2 >= len(here) and is_weighty and not is_rule:
                return here
            if money(self.sketch, start, end):
                break
        return []

    def _goes_on(self, item: Item, *roles: str) -> bool:
        start, end = self.sketch.sentences[item.sentence]
        return any(self.grammar.starts(role, self.sketch.text, start, end) for role in roles)

    def are_all(self, parts: Sequence[Item], total: Item) -> bool:
        """Whether some amounts add up to a total, as far as it is round."""
        return len(parts) > 1 and abs(_sum(parts) - _sum([total])) <= Decimal(total.quantity.step)

    def fit(self, parts: Sequence[Item], total: Item) -> bool:
        """Whether some amounts are no more than a total, as far as it is round."""
        return _sum(parts) - _sum([total]) <= Decimal(total.quantity.step)

    def counted(self, total: Item, counts: Sequence[Item]) -> Item | None:
        """The number near a total that is the sum of the numbers of its parts."""
        goal = _sum(counts)
        near = range(total.sentence - _SENTENCES, total.sentence + _SENTENCES + 1)
        for item in self.sketch.items:
            if item.sentence in near and item.quantity.kind == "count" and item.quantity.value == goal:
                return item
        return None

    def _behind(self, total: Item) -> list[Item]:
        last = min(total.sentence + _SENTENCES, len(self.sketch.sentences) - 1)
        behind = self.sketch.between(total.place + 1, self.sketch.sentences[last][1])
        return [*islice(self._of(total, behind), _MOST)]

    def _ahead(self, total: Item) -> list[Item]:
        start, _ = self.sketch.sentences[max(0, total.sentence - _SENTENCES_BACK)]
        ahead = self.sketch.between(start, total.place)
        return [*islice(self._of(total, reversed(ahead)), _MOST)][::-1]

    def _amounts(self, total: Item, start: int, end: int) -> list[Item]:
        return [*islice(self._of(total, self.sketch.between(start, end)), 2 * _MOST)]

    def _of(self, total: Item, items: Iterable[Item]) -> Iterator[Item]:
        most, unit = total.quantity.value or 0, total.quantity.unit
        return (
            item
            for item in items
            if item.quantity.unit == unit and (item.quantity.value or most) < most and self._can_be_part(item)
        )

    def _can_be_part(self, item: Item) -> bool:
        """Whether an amount can be a part of any total; read once, as many totals may look at it."""
        if item.place not in self._known:
            self._known[item.place] = self.events.is_sum(item) and not self._is_apart(item)
        return self._known[item.place]

    def comes_in(self, item: Item) -> bool:
        """Whether the words before an amount make it income."""
        start = self.events.clear(item)
        return self.grammar.search("comes_in", self.sketch.text, start, item.place) is not None

    def _is_apart(self, item: Item) -> bool:
        """Whether an amount is a plan, income, a difference, or what each gets."""
        start = self.events.clear(item)
        is_void = self.events.is_planned(item, start) or self.events.is_of_each(start, item)
        is_other = self.grammar.search("no_share", self.sketch.text, start, item.place)
        return is_void or self.comes_in(item) or is_other is not None


def _run(items: Sequence[Item], total: Item) -> list[Item]:
    """The first amounts that add up to a total: to the digit, with few others between them, or nearly, with none."""
    goal, step = Decimal(total.quantity.value or 0), Decimal(total.quantity.step)
    for slack in (Decimal(0), step):
        least = 2 if slack == 0 else 3
        weighty = [item for item in items if (item.quantity.value or 0) > 2 * slack]
        for first in range(min(_FIRST, len(weighty))):
            for run in _sums(weighty[first:], goal, slack, _SKIPS if slack == 0 else 0):
                if len(run) >= least and not _is_nested(run):
                    return run
    return []


def _sums(items: Sequence[Item], goal: Decimal, slack: Decimal, skips: int) -> Iterator[list[Item]]:
    """The lists that begin with the first of the amounts and add up to ``goal``."""
    if not items:
        return
    left = goal - Decimal(items[0].quantity.value or 0)
    if abs(left) <= slack:
        yield [items[0]]
    if left <= slack:
        return
    for skip in range(min(skips, len(items) - 2) + 1):
        for rest in _sums(items[1 + skip :], left, slack, skips - skip):
            yield [items[0], *rest]


def _sum(items: Sequence[Item]) -> Decimal:
    return sum((Decimal(item.quantity.value or 0) for item in items), Decimal(0))


def _is_nested(run: Sequence[Item]) -> bool:
    """Whether one of some amounts is itself the sum of those behind it."""
    return any(_sum([item]) == _sum(run[at + 1 :]) for at, item in enumerate(run[:-2]))


def _falls(items: Sequence[Item]) -> bool:
    """Whether no amount is more than the one before it."""
    values = [item.quantity.value or 0 for item in items]
    return values == sorted(values, reverse=True)
