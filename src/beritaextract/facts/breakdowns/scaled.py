"""Amounts that come to one before them as soon as one scale word is another: "Rp6,92 miliar" among triliun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.sketch import Item
from beritaextract.model import Quantity

__all__ = ["Scaled"]

_SCALES = {
    word: scale
    for scale, words in enumerate((("juta", "jt"), ("miliar", "milyar", "m"), ("triliun", "trilyun", "t")), 2)
    for word in words
}
"""Words for powers of a thousand."""
_POWERS = frozenset(_SCALES.values())
_PAIR, _FEWEST, _MOST = 2, 3, 10
_OF_THAT = regex.compile(r"[\s“\"‘]*+Dari\s(?:\p{Ll}+\s){0,3}?(?:itu|tersebut|ini)\b")
_ASIDES = 2
"""How many amounts may stand between a whole and its parts: those that it is compared with."""
_SENTENCES = 6
_DIGITS = 3
_ROUGH = 300
"""Of how many of what rounding leaves open a whole is made at least; so little explains no chance."""
_ROUGH_OF_THAT = 200
"""The same of two parts, where words point back to their whole."""
_WEIGHT = 20
"""The same of the amended part."""
_THOUSANDTH = 300
_FLOAT = 1.0
"""What floating point may lose of a sum of rupiah."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """Reads runs of amounts that no phrase announces and that are no sum as they are printed."""

    state: State

    def read(self) -> None:
        """Every amount that has no sum yet."""
        amounts = [item for item in self.state.sketch.items if _scale(item.quantity)]
        for at, whole in enumerate(amounts):
            following = amounts[at + 1 : at + 1 + _ASIDES + _MOST]
            if not _is_odd_among(whole, following) or digits(whole.quantity) < _DIGITS:
                continue
            if self.state.ledger.has_sum(whole):
                continue
            runs = self._runs(whole, following)
            run = next((run for run in runs if _is_amended([each.quantity for each in (whole, *run)])), None)
            if run is not None:
                self.state.add_sum("scaled", whole, run, [self.state.name(item) for item in run])

    def _runs(self, whole: Item, following: Sequence[Item]) -> Iterator[list[Item]]:
        """The runs of amounts soon after a whole that are parts of no other, the longest of each start last."""
        pair = self._points_back(whole, following)
        for first in range(_ASIDES + 1):
            run: list[Item] = []
            for item in following[first:]:
                if item.sentence > whole.sentence + _SENTENCES or not self.state.is_free(item):
                    break
                run.append(item)
                if len(run) >= _FEWEST or (pair and first == 0 and len(run) == _PAIR):
                    yield run

    def _points_back(self, whole: Item, following: Sequence[Item]) -> bool:
        """Whether the sentence of the next amount speaks of a whole right before it: "Dari biaya itu, Rp1 triliun"."""
        start, _ = self.state.sketch.sentences[following[0].sentence]
        if following[0].sentence != whole.sentence + 1:
            return False
        return _OF_THAT.match(self.state.sketch.text, start, following[0].place) is not None


def _is_odd_among(whole: Item, following: Sequence[Item]) -> bool:
    """Whether an amount is larger than a whole, or a thousand times smaller: else all scale words are right."""
    value = whole.quantity.value or 0
    return any(not value >= (each.quantity.value or 0) * 2 > value / _THOUSANDTH for each in following)


def _scale(quantity: Quantity) -> int:
    """The power of a thousand that is printed as a word behind rupiah; 0 where there is none."""
    if quantity.kind != "money" or quantity.unit != "IDR" or quantity.per or not quantity.value:
        return 0
    return _SCALES.get(quantity.span.text.rpartition(" ")[2].casefold(), 0)


def _coarsest(run: Sequence[Quantity], at: int, factor: float) -> float:
    """What is left open where the amended figures come to the rupiah: the largest of what rounding leaves of each."""
    return max(float(each.step) * (factor if each is run[at] else 1) for each in run)


def _is_amended(run: Sequence[Quantity]) -> bool:
    """Whether the scale word next to its own, in one figure, makes the first the sum of the others."""
    gap = float(run[0].value or 0) - sum(float(part.value or 0) for part in run[1:])
    steps = sum(float(each.step) for each in run)
    for at, quantity in enumerate(run):
        sign = 1 if at else -1
        printed, scale = float(quantity.value or 0), _scale(quantity)
        for other in _POWERS & {scale - 1, scale + 1}:
            factor = 1000.0 ** (other - scale)
            slack = (steps + float(quantity.step) * (factor - 1)) / 2 + _FLOAT
            whole = float(run[0].value or 0) * (1 if at else factor)
            left = abs(gap - sign * printed * (factor - 1))
            if left > slack or slack >= abs(gap):
                continue
            if left <= _FLOAT:
                slack = _coarsest(run, at, factor) / 2
            rough = _ROUGH if len(run) > _FEWEST else _ROUGH_OF_THAT
            if slack * rough < whole and slack * _WEIGHT <= printed * factor:
                return True
    return False
