"""BX104, BX201, BX202 and BX203 by figures that stand near: agreement is told, contradiction never.

"Nilainya turun 6,4 persen" is confirmed by two figures of one kind near it of which the one is so much less than the
other, "bertambah 2.318 anggota" by two that differ by that, and "75 persen dari pagu Rp3,2 miliar" by a figure before
it. The coarser what is stated is, the fewer figures are tried.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Final

from beritaextract.checks.engine import HOLDS, Case, Finding, Judgement, judge, may_hold
from beritaextract.checks.levels import goes_with
from beritaextract.checks.printed import figure, significant
from beritaextract.checks.proof import Subject, prove
from beritaextract.checks.ratios import HUNDRED, difference, percentage
from beritaextract.facts import Relation
from beritaextract.facts.grammar import prints_unit
from beritaextract.interval import Interval
from beritaextract.model import Quantity

__all__ = ["borne_out", "differences", "growths", "parts", "portions_of_levels"]

_SAID = frozenset(("exact", "about"))
"""How a percentage is said: a bound would agree with too much."""
_GROWTH = Subject("Persentase perubahan", "The percentage of change")
_DIFFERENCE = Subject("Selisih", "The difference")
_PERCENTAGE = Subject("Persentase", "The percentage")
_POINTS = Subject("Perubahan dan persentasenya", "The change and its percentage")
_NEAR: Final = 420  # characters around a percentage in which its levels may stand
_FAR: Final = 1500  # characters around a difference of many digits
_FEWEST_DIGITS, _MANY_DIGITS = 3, 4
_CHANCE = Fraction(1, 12)  # what the chances of all pairs together that one is tried on may come to
_LEAST_STEPS = (
    10  # of its last digit in a percentage of change, so that it is no round figure that agrees with anything
)
_MOST_OFF = 2  # steps of its last digit that a percentage may be from what is computed
_MOST = 12
"""Figures on each side that are tried at the most."""


def growths(case: Case, told: Set[int], levels: Mapping[int, Quantity]) -> Iterator[tuple[Finding, int]]:
    """Percentages of change that two levels near them bear out, each with where its percentage stands.

    Args:
        case: What is checked.
        told: Where the percentages stand that are judged already.
        levels: The later level of a percentage, by where that stands, where the text states it.
    """
    known: set[int] = set()
    for relation in case.facts.related("moves"):
        if "percent" not in relation:
            continue
        percent = relation.quantity("percent")
        if percent.span.start in told or percent.span.start in known:
            continue
        if percent.modifier not in _SAID or not percent.value or _steps(percent) < _LEAST_STEPS:
            continue
        compute = _risen if "rise" in relation else _fallen if "fall" in relation else None
        if compute is None:
            continue
        most = int(_CHANCE / (Fraction(percent.step or 1) / 100))
        new = levels.get(percent.span.start)
        for low, high in _pairs(_near(case, percent, _NEAR), most):
            operands = (low, high) if compute is _risen else (high, low)
            if new is not None and operands[1] is not new:
                continue
            if may_hold(percent, operands, compute):
                judged = judge(percent, operands, compute, ratio=True)
                if _agrees(percent, judged):
                    formula = f"({figure(high).text} - {figure(low).text}) / {figure(operands[0]).text}"
                    evidence = (percent.span, low.span, high.span)
                    known.add(percent.span.start)
                    yield (
                        prove(_GROWTH, judged, percent, formula=formula, evidence=evidence),
                        percent.span.start,
                    )
                    break


def differences(case: Case, told: Set[int]) -> Iterator[Finding]:
    """Rises and falls of many digits that are exactly the difference of two figures of their kind."""
    for relation in case.facts.related("moves"):
        if "amount" not in relation:
            continue
        amount = relation.quantity("amount")
        if amount.span.start in told:
            continue
        digits = significant(amount)
        if amount.modifier != "exact" or digits < _FEWEST_DIGITS or amount.kind == "percent":
            continue
        near = _near(case, amount, _FAR if digits >= _MANY_DIGITS else _NEAR, alike=amount)
        for low, high in _pairs(near, _MOST * _MOST):
            if Fraction(high.value or 0) - Fraction(low.value or 0) == amount.value:
                judged = judge(amount, (high, low), difference, ratio=False)
                formula = f"{figure(high).text} - {figure(low).text}"
                evidence = (amount.span, low.span, high.span)
                yield prove(_DIFFERENCE, judged, amount, formula=formula, evidence=evidence)
                break


def parts(case: Case, told: Set[int]) -> Iterator[Finding]:
    """Percentages of a whole that is named, with the figure before them that is that part of it."""
    for relation in case.facts.related("of_told"):
        percent, whole = relation.quantity("percent"), relation.quantity("whole")
        if (
            percent.span.start in told
            or percent.modifier not in _SAID
            or not percent.value
            or not whole.value
        ):
            continue
        near = (
            each
            for each in reversed(_near(case, percent, _NEAR, alike=whole))
            if each.span.start < percent.span.start
        )
        yield from _first_share(_PERCENTAGE, percent, ((part, whole) for part in near))


def portions_of_levels(case: Case, told: Set[int]) -> Iterator[Finding]:
    """A change in percent and in money, "turun 20 persen atau Rp3,74 miliar", with the level before it near them."""
    for relation in case.facts.related("moves"):
        if "amount" not in relation or "percent" not in relation:
            continue
        amount, percent = relation.quantity("amount"), relation.quantity("percent")
        if (
            percent.span.start in told
            or percent.modifier != "exact"
            or not percent.value
            or significant(amount) < _FEWEST_DIGITS
        ):
            continue
        levels = _near(case, amount, _NEAR, alike=amount)
        yield from _first_share(_POINTS, percent, ((amount, level) for level in levels))


def _first_share(
    subject: Subject, percent: Quantity, pairs: Iterable[tuple[Quantity, Quantity]]
) -> Iterator[Finding]:
    """The first pair of a part and its whole of which a percentage is the share."""
    for part, whole in pairs:
        if may_hold(percent, (part, whole), percentage):
            judged = judge(percent, (part, whole), percentage, ratio=True)
            if _agrees(percent, judged):
                formula = f"{figure(part).text} / {figure(whole).text}"
                evidence = (percent.span, part.span, whole.span)
                yield prove(subject, judged, percent, formula=formula, evidence=evidence)
                return


def borne_out(case: Case, relation: Relation, find: Callable[[Relation], Finding | None]) -> Finding | None:
    """The finding on a relation; where it contradicts, the one on another figure in the place of one before it.

    Args:
        case: What is checked.
        relation: What is stated.
        find: The finding on a relation.
    """
    found = find(relation)
    if found is None or found.verdict != "inconsistent":
        return found
    others = map(find, _instead(case, relation))
    return next((other for other in others if other is not None and other.verdict in HOLDS), found)


def _instead(case: Case, relation: Relation) -> Iterator[Relation]:
    """The relation with other figures before it in the place of the one that it took from the sentence before."""
    start = relation.stretch.start
    before = [name for name, found in relation.operands.items() if found[0].span.start < start]
    if "before" not in relation.rule.fields or len(before) != 1:
        return
    (name,) = before
    taken = relation.quantity(name)
    quantities = case.mentions.quantities
    here = bisect_left(quantities, start, key=_start)
    for other in reversed(quantities[max(here - 2 * _MOST, 0) : here]):
        if start - other.span.start <= _FAR and other is not taken and other.value and _is_like(other, taken):
            yield replace(relation, operands={**relation.operands, name: (other,)}, is_chosen=True)


def _near(case: Case, stated: Quantity, reach: int, *, alike: Quantity | None = None) -> list[Quantity]:
    """The exact figures within a number of characters, those that are like another one."""
    quantities = case.mentions.quantities
    start, end = stated.span.start, stated.span.end
    low = bisect_left(quantities, start - reach, key=_start)
    here = bisect_left(quantities, start, key=_start)
    high = bisect_right(quantities, end + reach, key=_start)
    sides = (quantities[max(low, here - _MOST) : here], quantities[here + 1 : min(high, here + 1 + _MOST)])
    return [
        each
        for side in sides
        for each in side
        if each.kind != "percent"
        and each.modifier == "exact"
        and (each.value or 0) > 0
        and not each.malformed
        and (alike is None or _is_like(each, alike))
    ]


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def _pairs(figures: Sequence[Quantity], most: int) -> Iterator[tuple[Quantity, Quantity]]:
    """The pairs of like figures, the smaller first, those that stand next to each other before others."""
    found = [
        (one, other) if Fraction(one.value or 0) < Fraction(other.value or 0) else (other, one)
        for one, other in combinations(figures, 2)
        if one.value != other.value and _is_like(one, other)
    ]
    found.sort(key=lambda pair: abs(pair[0].span.start - pair[1].span.start))
    return iter(found[:most])


def _is_like(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind, unit and rate; of counts both units must be printed, or neither."""
    if one.kind != other.kind or one.per != other.per:
        return False
    if one.kind != "count":
        return one.unit == other.unit
    return goes_with(one, other) and prints_unit(one) == prints_unit(other)


def _steps(percent: Quantity) -> Fraction:
    return Fraction(percent.value or 0) / Fraction(percent.step or 1)


def _agrees(percent: Quantity, judged: Judgement) -> bool:
    """Whether what is computed is what is stated, or but for rounding."""
    if judged.verdict not in HOLDS or judged.point is None:
        return False
    return abs(judged.point - Fraction(percent.value or 0)) <= _MOST_OFF * Fraction(percent.step or 1)


def _risen(operands: Sequence[Interval]) -> Interval:
    return operands[1] / operands[0] * HUNDRED - HUNDRED


def _fallen(operands: Sequence[Interval]) -> Interval:
    return HUNDRED - operands[1] / operands[0] * HUNDRED
