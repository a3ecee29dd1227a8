"""BX201 and BX205 where the words leave open which figures belong together: agreement is told, contradiction never.

A percentage beside a figure is confirmed by a larger figure before it, a sum by a number and an amount each near it.
That they agree by chance is unlikely enough; that they do not agree says nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from beritaextract.checks.engine import Case, Finding, judge
from beritaextract.checks.printed import figure
from beritaextract.checks.proof import Subject, prove
from beritaextract.checks.ratios import percentage
from beritaextract.facts.grammar import prints_unit
from beritaextract.interval import Interval, exact
from beritaextract.model import Quantity, Verdict

__all__ = ["averages", "shares"]

_HOLDS: frozenset[Verdict] = frozenset(("ok", "ok_rounded"))
_PERCENTAGE = Subject("Persentase", "The percentage")
_PRODUCT = Subject("Jumlah seluruhnya", "The amount in all")
_MONTHS = exact(12)
_BACK = 600  # characters before a share in which its whole may stand
_NEAR = 320  # characters around a sum in which its factors may stand
_FEWEST = 9  # things that a sum is divided among
_DIGITS = 3  # of a sum, so that it is no round figure that agrees with anything
_LEAST = 10_000


def shares(case: Case) -> Iterator[Finding]:
    """Figures with a percentage, of a whole that stands before them."""
    stated = {relation.quantity("percent").id for relation in case.facts.related("share")}
    quantities, starts = case.mentions.quantities, _starts(case)
    for relation in case.facts.related("portion"):
        part, percent = relation.quantity("part"), relation.quantity("percent")
        if percent.id in stated or part.value is None:
            continue
        here = part.span.start
        before = quantities[bisect_left(starts, here - _BACK) : bisect_left(starts, here)]
        for whole in reversed(before):
            if not _is_whole(whole, part):
                continue
            judged = judge(percent, (part, whole), percentage, ratio=True)
            if judged.verdict in _HOLDS:
                formula = f"{figure(part).text} / {figure(whole).text}"
                evidence = (percent.span, whole.span, part.span)
                yield prove(_PERCENTAGE, judged, percent, formula=formula, evidence=evidence)
                break


def _is_whole(whole: Quantity, part: Quantity) -> bool:
    if whole.kind != part.kind or whole.value is None or part.value is None or whole.value <= part.value:
        return False
    return whole.unit == part.unit or not (prints_unit(whole) and prints_unit(part)) or whole.kind == "count"


def averages(case: Case) -> Iterator[Finding]:
    """Sums that a number of things and an amount for each make up, by the year where the amount is by the month."""
    quantities, starts = case.mentions.quantities, _starts(case)
    for total in quantities:
        if total.kind != "money" or not _is_telling(total):
            continue
        here = total.span.start
        near = quantities[bisect_left(starts, here - _NEAR) : bisect_right(starts, here + _NEAR)]
        found = _factors(total, [each for each in near if _is_exact(each)])
        if found is not None:
            yield found


def _starts(case: Case) -> list[int]:
    return [each.span.start for each in case.mentions.quantities]


def _factors(total: Quantity, near: Sequence[Quantity]) -> Finding | None:
    numbers = [
        each for each in near if each.kind == "count" and each.value is not None and each.value >= _FEWEST
    ]
    amounts = [
        each for each in near if each.kind == "money" and each.value and each.value < (total.value or 0)
    ]
    for number in numbers:
        for amount in amounts:
            for compute, times in ((_product, ""), (_by_month, " × 12")):
                if times and amount.per != "month":
                    continue
                judged = judge(total, (number, amount), compute, ratio=bool(total.step))
                if judged.verdict in _HOLDS:
                    formula = f"{figure(number).text} × {figure(amount).text}{times}"
                    evidence = (total.span, number.span, amount.span)
                    return prove(_PRODUCT, judged, total, formula=formula, evidence=evidence)
    return None


def _is_telling(total: Quantity) -> bool:
    if total.value is None or total.malformed:
        return False
    unit = total.step or 1
    return bool(total.value >= max(_LEAST, unit * 10 ** (_DIGITS - 1)))


def _is_exact(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.modifier == "exact" and not quantity.malformed


def _product(operands: Sequence[Interval]) -> Interval:
    number, amount = operands
    return number * amount


def _by_month(operands: Sequence[Interval]) -> Interval:
    return _product(operands) * _MONTHS
