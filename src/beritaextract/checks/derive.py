"""What follows from the facts of an article although it does not say so: averages, rests and earlier levels."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from beritaextract.checks.engine import sum_of
from beritaextract.checks.printed import to_number
from beritaextract.checks.ratios import HUNDRED, percentage
from beritaextract.facts import Facts, Figures, Relation
from beritaextract.interval import Interval
from beritaextract.model import Claim, Derived, Quantity

__all__ = ["derive", "earlier", "middle"]

_PLACES = 1
"""Decimals that bounds keep where theirs do not end; both are rounded away from each other."""


def derive(facts: Facts) -> Iterator[Derived]:
    """Averages of claims, rests that the text leaves open, changes without a figure, and levels before a change."""
    stated = Figures(facts.related("average"))
    for claim in facts.claims:
        yield from _per_case(claim, stated)
    for relation in facts.related("open_rest"):
        yield from _rest(relation.quantity("whole"), relation.quantity("taken"))
    changes = Figures(facts.related("change"))
    for relation in facts.related("moved"):
        if not changes.have(relation.evidence):
            yield from _change(relation)
    for relation in facts.related("change"):
        if "old" not in relation and "percent" in relation and not changes.have_more(relation.evidence):
            yield from _before(relation)


def earlier(relation: Relation) -> Interval | None:
    """The level before a rise or fall in percent; ``None`` where the words leave the direction open."""
    percent, new = relation.quantity("percent"), relation.quantity("new")
    rises, falls = "rise" in relation, "fall" in relation
    if rises == falls or percent.low is None or percent.high is None:
        return None
    change = Interval.of(percent.low, percent.high)
    factor = (HUNDRED + change if rises else HUNDRED - change) / HUNDRED
    if factor.low is None or factor.low <= 0:
        return None
    return Interval.of(new.low, new.high) / factor


def middle(reach: Interval) -> Fraction | None:
    """The middle of an interval, if both its ends are known."""
    return None if reach.low is None or reach.high is None else (reach.low + reach.high) / 2


def _per_case(claim: Claim, stated: Figures) -> Iterator[Derived]:
    amount, cases = claim.amount, claim.cases
    if cases is None or cases.value is None or cases.value <= 1 or amount.value is None:
        return
    if not amount.per and not stated.have((amount.span, cases.span)):
        reach = Interval.of(amount.low, amount.high) / Interval.of(cases.low, cases.high)
        yield from _derived(
            f"rata-rata per {cases.unit or 'kasus'}", reach, amount, "{} / {}", (amount, cases)
        )


def _rest(whole: Quantity, taken: Quantity) -> Iterator[Derived]:
    if whole.kind != taken.kind or (whole.kind != "count" and whole.unit != taken.unit):
        return
    if whole.value is not None and taken.value is not None and 0 < taken.value < whole.value:
        yield from _derived("sisa", sum_of([whole]) - sum_of([taken]), whole, "{} - {}", (whole, taken))


def _change(relation: Relation) -> Iterator[Derived]:
    old, new = relation.quantity("old"), relation.quantity("new")
    if (
        (old.kind, old.unit) != (new.kind, new.unit)
        or not old.value
        or not new.value
        or old.value == new.value
    ):
        return
    if min(old.value, new.value) <= 0 or (old.per and new.per and old.per != new.per):
        return
    low, high = sorted((old, new), key=lambda each: Fraction(each.value or 0))
    label = "penurunan" if high is old else "kenaikan"
    reach = sum_of([high]) - sum_of([low])
    yield from _derived(label, reach, new, "{} - {}", (high, low))
    percent = percentage((reach, sum_of([old])))
    yield from _derived(f"persentase {label}", percent, None, f"({{}} - {{}}) / {old.id}", (high, low))


def _before(relation: Relation) -> Iterator[Derived]:
    new, percent = relation.quantity("new"), relation.quantity("percent")
    reach = earlier(relation)
    if reach is not None and new.value is not None and new.value > 0:
        sign = "+" if "rise" in relation else "-"
        yield from _derived("angka sebelumnya", reach, new, f"{{}} / (1 {sign} {{}})", (new, percent))


def _derived(
    label: str, reach: Interval, like: Quantity | None, formula: str, figures: tuple[Quantity, ...]
) -> Iterator[Derived]:
    """The record in the unit of ``like``, or in percent; nothing where an end is open."""
    if reach.low is None or reach.high is None:
        return
    yield Derived(
        label=label,
        low=_rounded(reach.low, up=False),
        high=_rounded(reach.high, up=True),
        unit="%" if like is None else like.unit,
        formula=formula.format(*(each.id for each in figures)),
        evidence=tuple(sorted((each.span for each in figures), key=lambda span: span.start)),
    )


def _rounded(value: Fraction, *, up: bool) -> int | Decimal:
    """The value itself where it has few decimals, else the next one outwards."""
    places = 10**_PLACES if abs(value) >= 100 else 1000
    scaled = value * places
    whole = -(-scaled.numerator // scaled.denominator) if up else scaled.numerator // scaled.denominator
    number = to_number(Fraction(whole, places))
    assert number is not None
    return number
