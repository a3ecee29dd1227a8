"""BX205 where the words leave open what is multiplied: a sum that a number and an amount for each make up.

Agreement is told, contradiction never. That three or four figures agree by chance is unlikely where they stand near
each other and have digits enough.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from beritaextract.checks.engine import HOLDS, Case, Finding, Judgement, judge
from beritaextract.checks.labels import counts_label, label_of
from beritaextract.checks.printed import digits, figure, significant
from beritaextract.checks.proof import Subject, prove
from beritaextract.checks.ratios import multiplied
from beritaextract.interval import Interval, exact
from beritaextract.model import Quantity, Verdict

__all__ = ["find"]

_HOLDS_CUT: frozenset[Verdict] = HOLDS | {"ok_truncated"}
_PRODUCT = Subject("Jumlah seluruhnya", "The amount in all")
_YEAR = 12
_MOST_MONTHS = 36
_NEAR, _FAR = 320, 1500  # characters around a sum in which its factors may stand
_TOUCHING = 30  # characters between a number and the amount for each that are said in one breath
_BESIDE = 3  # characters between "Rp16.800 per orang" and "sebulan"
_FEWEST = 9  # things that a sum is divided among
_DIGITS = 3  # of a sum, so that it is no round figure that agrees with anything
_DIGITS_BY_MONTH = 4  # of a sum further off that as many months of an amount make up
_DIGITS_OF_BOTH = 5  # of two factors, so that they are no round figures
_LEAST = 10_000
_LIKE = 0.06  # how far a product may be from a sum that it can be at all


class _Product(NamedTuple):
    """A number and an amount for each, for so many months where it is paid by the month; ``value`` is all.

    ``lasting`` is the figure of the months; ``None`` where there is none: then it is paid once, or for a year.
    """

    number: Quantity
    amount: Quantity
    months: int
    lasting: Quantity | None
    value: float

    @property
    def formula(self) -> str:
        times = f" × {digits(self.months)}" if self.months > 1 else ""
        return f"{figure(self.number).text} × {figure(self.amount).text}{times}"

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """All that are multiplied."""
        return (self.number, self.amount, *((self.lasting,) if self.lasting else ()))

    @property
    def is_exact(self) -> bool:
        return self.number.modifier == "exact" == self.amount.modifier

    @property
    def is_said(self) -> bool:
        """Whether the words leave no doubt that the amount is for each of this number."""
        label = label_of(self.amount)
        gap = self.amount.span.start - self.number.span.end
        return (label is not None and counts_label(self.number, label)) or 0 <= gap <= _TOUCHING

    def distance(self, total: Quantity) -> int:
        return max(abs(each.span.start - total.span.start) for each in self.figures)

    def judge(self, total: Quantity) -> Judgement:
        months = exact(self.months)

        def compute(operands: Sequence[Interval]) -> Interval:
            return multiplied(operands) * months

        return judge(total, (self.number, self.amount), compute, ratio=bool(total.step))


def find(case: Case) -> Iterator[Finding]:
    """Sums that a number of things and an amount for each make up, for so many months where it is paid by the month."""
    quantities = [each for each in case.mentions.quantities if each.value and not each.malformed]
    amounts = [each for each in quantities if each.kind == "money"]
    if len(amounts) < 2:
        return
    products = sorted(_products(quantities, amounts), key=lambda product: product.value)
    values = [product.value for product in products]
    for total in amounts:
        value = float(total.value or 0)
        like = products[bisect_left(values, value * (1 - _LIKE)) : bisect_right(values, value * (1 + _LIKE))]
        like.sort(key=lambda product: product.distance(total))
        yield from islice(_made_up(total, like), 1)


def _products(quantities: Sequence[Quantity], amounts: Sequence[Quantity]) -> Iterator[_Product]:
    rates = {each.per.casefold() for each in amounts if each.per}
    numbers = [each for each in quantities if _may_be_number(each, rates)]
    months = [
        each
        for each in quantities
        if each.kind == "measure" and each.unit == "bulan" and (each.value or 0) <= _MOST_MONTHS
    ]
    by_one = {each.span.start for each in months if each.value == 1}
    starts, ends = [each.span.start for each in numbers], [each.span.start for each in months]
    for amount in amounts:
        low, high = amount.span.start - _FAR, amount.span.start + _FAR
        lasting = months[
            bisect_left(ends, amount.span.start - _NEAR) : bisect_right(ends, amount.span.start + _NEAR)
        ]
        is_monthly = amount.per == "month" or not by_one.isdisjoint(
            range(amount.span.end, amount.span.end + _BESIDE)
        )
        for number in numbers[bisect_left(starts, low) : bisect_right(starts, high)]:
            if number.kind == "measure" and (amount.per or "").casefold() != (number.unit or "").casefold():
                continue
            one = float(number.value or 0) * float(amount.value or 0)
            yield _Product(number, amount, 1, None, one)
            if is_monthly or number.per == "month":
                yield _Product(number, amount, _YEAR, None, one * _YEAR)
                for each in lasting:
                    times = int(each.value or 0)
                    if times == each.value and times not in (1, _YEAR):
                        yield _Product(number, amount, times, each, one * times)


def _may_be_number(quantity: Quantity, rates: set[str]) -> bool:
    """Whether a figure counts things, or measures what an amount is for, as "Rp30 juta per hektare" does."""
    if (quantity.value or 0) < _FEWEST:
        return False
    return quantity.kind == "count" or (
        quantity.kind == "measure" and (quantity.unit or "").casefold() in rates
    )


def _made_up(total: Quantity, products: Sequence[_Product]) -> Iterator[Finding]:
    for product in products:
        if product.amount is total or product.amount.unit != total.unit or product.distance(total) > _FAR:
            continue
        judged = product.judge(total)
        if judged.verdict in _HOLDS_CUT and _is_telling(total, product, judged):
            evidence = (total.span, *(each.span for each in product.figures))
            yield prove(_PRODUCT, judged, total, formula=product.formula, evidence=evidence)


def _is_telling(total: Quantity, product: _Product, judged: Judgement) -> bool:
    """Whether that they agree is more than chance: near and precise, far and to the rupiah, or in so many words."""
    distance = product.distance(total)
    if (total.value or 0) < _LEAST:
        return False
    length = Fraction(total.value or 0) / Fraction(total.step or 1)
    is_fine = length >= 10 ** (_DIGITS - 1)
    holds = judged.verdict in HOLDS and product.is_exact
    if holds and (
        (distance <= _NEAR and is_fine) or (product.months > 1 and length >= 10 ** (_DIGITS_BY_MONTH - 1))
    ):
        return True
    if (
        judged.point == total.value
        and significant(product.number) + significant(product.amount) >= _DIGITS_OF_BOTH
    ):
        return is_fine and distance <= _FAR
    return distance <= _NEAR and product.is_said and product.is_exact
