"""BX201 where the words leave open which figures belong together: agreement is told, contradiction never.

A percentage beside a figure is confirmed by a larger figure near it. That they agree by chance is unlikely enough, as
the coarser a percentage is, the fewer figures it is tried on; that they do not agree says nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from beritaextract.checks.engine import HOLDS, Case, Finding, Judgement, judge, may_hold
from beritaextract.checks.printed import figure
from beritaextract.checks.proof import Subject, prove
from beritaextract.checks.ratios import percentage
from beritaextract.facts.grammar import prints_unit
from beritaextract.model import Quantity

__all__ = ["shares"]

_PERCENTAGE = Subject("Persentase", "The percentage")
_BACK = 2000  # characters before a share in which its whole may stand
_AHEAD = 160  # characters behind a share in which its whole may stand
_BESIDE = 250  # characters around a part and its whole in which their share may stand
_CHANCE = Fraction(1, 4)  # what the chances of all figures together that one is tried on may come to
_FEWEST_TRIED = 2
_BEHIND = 90  # characters behind them in which it may stand with two digits
_COARSE = Fraction(1, 30)
_FINE = Fraction(1, 100)  # the relative width of a percentage of three digits
_ROUNDS = 2  # of trying, as a later portion may tell the whole of an earlier one
_ROW, _FEWEST_IN_ROW = 260, 3  # characters that a row of portions has, and how many tell the whole of another


class _Portion(NamedTuple):
    """A figure and what percentage it is said to be of a whole that the words do not name."""

    part: Quantity
    percent: Quantity

    @property
    def is_exact(self) -> bool:
        return self.part.modifier == "exact" == self.percent.modifier

    def judge(self, whole: Quantity) -> Judgement:
        return judge(self.percent, (self.part, whole), percentage, ratio=True)

    def prove(self, whole: Quantity, judged: Judgement) -> Finding:
        formula = f"{figure(self.part).text} / {figure(whole).text}"
        evidence = (self.percent.span, whole.span, self.part.span)
        return prove(_PERCENTAGE, judged, self.percent, formula=formula, evidence=evidence)


def shares(case: Case) -> Iterator[Finding]:
    """Figures with a percentage, of a whole that stands near them.

    Where several in one row are of one whole, the one of the row that is not is contradicted.
    """
    stated = {relation.quantity("percent").id for relation in case.facts.related("share")}
    portions: list[_Portion] = []
    for relation in case.facts.related("portion"):
        part, percent = relation.quantity("part"), relation.quantity("percent")
        if percent.id not in stated and part.value and percent.value:
            stated.add(percent.id)
            portions.append(_Portion(part, percent))
    agreed: dict[int, tuple[Quantity, Judgement]] = {}
    known: list[Quantity] = []
    for _ in range(_ROUNDS):
        for place, portion in enumerate(portions):
            if place not in agreed and (found := _agreeing(portion, _wholes(case, portion, known))):
                agreed[place] = found
                known.append(found[0])
    for place, portion in enumerate(portions):
        found = agreed.get(place) or _out_of_row(portions, agreed, place)
        if found is not None:
            yield portion.prove(*found)
    yield from _of_breakdowns(case, stated)


def _wholes(case: Case, portion: _Portion, known: Sequence[Quantity]) -> Iterator[Quantity]:
    """What a portion may be of: what others are of, then the figures near it, fewer the coarser its percentage is."""
    part = portion.part
    yield from (each for each in known if _is_whole(each, part))
    quantities, starts = case.mentions.quantities, _starts(case)
    here, end = part.span.start, part.span.end
    before = quantities[bisect_left(starts, here - _BACK) : bisect_left(starts, here)]
    behind = quantities[bisect_left(starts, end) : bisect_left(starts, end + _AHEAD)]
    near = (each for each in (*reversed(before), *behind) if _is_whole(each, part))
    yield from islice(near, max(_FEWEST_TRIED, int(_CHANCE / _width(portion.percent))))


def _agreeing(portion: _Portion, wholes: Iterable[Quantity]) -> tuple[Quantity, Judgement] | None:
    for whole in wholes:
        if not may_hold(portion.percent, (portion.part, whole), percentage):
            continue
        judged = portion.judge(whole)
        if judged.verdict in HOLDS:
            return whole, judged
    return None


def _out_of_row(
    portions: Sequence[_Portion], agreed: Mapping[int, tuple[Quantity, Judgement]], place: int
) -> tuple[Quantity, Judgement] | None:
    """The whole that those of its row are of, and that it is not of."""
    portion = portions[place]
    row = [
        (abs(other - place), agreed[other][0])
        for other in agreed
        if 0 < abs(portions[other].part.span.start - portion.part.span.start) < _ROW
        and portions[other].part.unit == portion.part.unit
    ]
    wholes = {whole.id: whole for _, whole in row}
    if len(row) < _FEWEST_IN_ROW or len(wholes) > 1 or min(step for step, _ in row) > 1:
        return None
    whole = next(iter(wholes.values()))
    judged = portion.judge(whole)
    is_bad = judged.verdict == "inconsistent" and portion.is_exact and _is_whole(whole, portion.part)
    return (whole, judged) if is_bad else None


def _of_breakdowns(case: Case, stated: set[str]) -> Iterator[Finding]:
    """ "48,4 persen … baru 264 dari 546 daerah": the share of a part and a whole stands a little apart from them."""
    percents = [
        each
        for each in case.mentions.quantities
        if each.kind == "percent" and each.value and each.id not in stated and _width(each) <= _COARSE
    ]
    if not percents:
        return
    starts = [each.span.start for each in percents]
    for breakdown in case.facts.breakdowns:
        if (whole := breakdown.total) is None:
            continue
        for part in (each.quantity for each in breakdown.parts if each.quantity.value):
            ends = sorted((part.span.start, part.span.end, whole.span.start, whole.span.end))
            low, high = bisect_left(starts, ends[0] - _BESIDE), bisect_right(starts, ends[-1] + _BESIDE)
            near = (
                _Portion(part, each)
                for each in percents[low:high]
                if each.id not in stated and _is_beside(each, ends[0], ends[-1])
            )
            for portion in near:
                if found := _agreeing(portion, (whole,)):
                    stated.add(portion.percent.id)
                    yield portion.prove(*found)
                    break


def _is_beside(percent: Quantity, start: int, end: int) -> bool:
    if 0 <= percent.span.start - end <= _BEHIND:
        return True
    return _width(percent) <= _FINE and start - _BESIDE <= percent.span.start <= end + _BESIDE


def _width(percent: Quantity) -> Fraction:
    """How wide the printed digits of a percentage reach, relative to it."""
    return Fraction(percent.step or 1) / Fraction(percent.value or 1)


def _is_whole(whole: Quantity, part: Quantity) -> bool:
    if whole.kind != part.kind or whole.value is None or part.value is None or whole.value <= part.value:
        return False
    return whole.unit == part.unit or not (prints_unit(whole) and prints_unit(part)) or whole.kind == "count"


def _starts(case: Case) -> list[int]:
    return [each.span.start for each in case.mentions.quantities]
