"""What a check is, and the ladder of verdicts that all of them climb."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import reduce
from operator import add
from typing import NamedTuple, TypeAlias

from beritaextract.facts import Facts
from beritaextract.interval import Interval, exact, rounded, truncated
from beritaextract.mentions import Mentions
from beritaextract.model import Check, Edit, Number, Quantity, Severity, Span, Verdict
from beritaextract.rules import RuleBook

__all__ = [
    "HOLDS", "Case", "CheckInfo", "Compute", "Finding", "Judgement", "RegisteredCheck", "Repair", "Words",
    "added", "check", "climb", "findings", "judge", "may_hold", "sum_of",
]  # fmt: skip

HOLDS: frozenset[Verdict] = frozenset(("ok", "ok_rounded"))
"""Verdicts of what agrees without a modifier."""


class Words(NamedTuple):
    """The same in both languages."""

    indonesian: str
    english: str


Repair: TypeAlias = str | Words
"""A correction for the reader, ``printed → meant``; as ``Words`` where a reason stands beside it."""


@dataclass(frozen=True, slots=True)
class CheckInfo:
    """What ``explain`` prints; both examples are run through the whole pipeline by a test."""

    code: str
    title: str
    severity: Severity
    what: str
    trigger: str
    holds: str
    contradicts: str
    title_id: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What a check may look at: typed facts and tables, never the text."""

    mentions: Mentions
    facts: Facts
    published: date | None
    book: RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One verdict with its proof; the register adds code, number and severity."""

    verdict: Verdict
    message: str
    message_en: str
    evidence: tuple[Span, ...]
    formula: str | None = None
    formula_en: str | None = None
    stated: str | None = None
    computed: str | None = None
    low: Number | None = None
    high: Number | None = None
    repairs: tuple[Repair, ...] = ()
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisteredCheck:
    info: CheckInfo
    find: Callable[[Case], Iterable[Finding]]


def check(info: CheckInfo) -> Callable[[Callable[[Case], Iterable[Finding]]], RegisteredCheck]:
    """Joins a function to its documentation; its family lists it in ``CHECKS``."""

    def register(find: Callable[[Case], Iterable[Finding]]) -> RegisteredCheck:
        return RegisteredCheck(info, find)

    return register


def findings(checks: Iterable[RegisteredCheck], case: Case) -> Iterator[Check]:
    for each in checks:
        info = each.info
        for number, found in enumerate(each.find(case), start=1):
            yield Check(
                id=f"{info.code}-{number}",
                code=info.code,
                severity=info.severity,
                verdict=found.verdict,
                message=found.message,
                message_en=found.message_en,
                formula=found.formula,
                formula_en=found.formula_en if found.formula_en != found.formula else None,
                stated=found.stated,
                computed=found.computed,
                low=found.low,
                high=found.high,
                evidence=found.evidence,
                repairs=tuple(_in(0, found.repairs)),
                repairs_en=_english(found.repairs),
                fix=found.fix,
            )


def _in(language: int, repairs: Iterable[Repair]) -> Iterator[str]:
    return (each if isinstance(each, str) else each[language] for each in repairs)


def _english(repairs: Sequence[Repair]) -> tuple[str, ...]:
    """The repairs in English where one of them has words."""
    return tuple(_in(1, repairs)) if any(isinstance(each, Words) for each in repairs) else ()


def _rounded(quantity: Quantity) -> Interval:
    """What rounds to the printed digits; a printed range reaches over its ends."""
    if quantity.value is None:
        return Interval.of(quantity.low, quantity.high)
    return rounded(quantity.value, quantity.step)


def _cut(quantity: Quantity) -> Interval:
    if quantity.value is None:
        return Interval.of(quantity.low, quantity.high)
    return truncated(quantity.value, quantity.step)


def _modified(quantity: Quantity) -> Interval:
    return _rounded(quantity) if quantity.modifier == "exact" else Interval.of(quantity.low, quantity.high)


_Reading = Callable[[Quantity], Interval]
_RUNGS: tuple[tuple[Verdict, _Reading, _Reading], ...] = (
    ("ok_rounded", _rounded, _rounded),
    ("ok_truncated", _cut, _rounded),
    ("ok_truncated", _rounded, _cut),
    ("ok_truncated", _cut, _cut),
    ("ok_approximate", _modified, _modified),
)
"""The ladder below ``ok``: how the whole is read, and how its parts are."""


Compute: TypeAlias = Callable[[Sequence[Interval]], Interval]


def climb(
    stated: Quantity,
    operands: Sequence[Quantity],
    compute: Compute,
    agree: Callable[[Interval, Interval], bool] = Interval.overlaps,
) -> Verdict | None:
    """The first rung on which what the operands come to agrees with what is stated, where their points do not."""
    for verdict, read_stated, read_operand in _RUNGS:
        if agree(read_stated(stated), compute([read_operand(each) for each in operands])):
            return verdict
    return None


def may_hold(stated: Quantity, operands: Sequence[Quantity], compute: Compute) -> bool:
    """Whether :func:`judge` can say ``ok`` or ``ok_rounded``: a seventh of its work, where hardly anything agrees."""
    return _rounded(stated).overlaps(compute([_rounded(each) for each in operands]))


class Judgement(NamedTuple):
    """A verdict on one statement, what was computed (``None`` where an operand is no point) and its bounds."""

    verdict: Verdict
    point: Fraction | None
    reach: Interval


def judge(stated: Quantity, operands: Sequence[Quantity], compute: Compute, *, ratio: bool) -> Judgement:
    """Whether what the operands come to is what is stated.

    Args:
        stated: The figure that the text states.
        operands: The figures that it is computed from.
        compute: From their intervals to the interval of the result.
        ratio: Whether points agree when the result rounds to the printed digits; otherwise they must be equal.
    """
    figures = (stated, *operands)
    if any(
        each.malformed or (each.value is None and each.low is None and each.high is None) for each in figures
    ):
        return Judgement("uncheckable", None, Interval(None, None))
    reach = compute([_rounded(each) for each in operands])
    point = None
    values = [each.value for each in operands if each.value is not None]
    if len(values) == len(operands):
        point = compute([exact(value) for value in values]).low
    agrees = point in _rounded(stated) if ratio and point is not None else point == stated.value
    if agrees and stated.value is not None:
        return Judgement("ok", point, reach)
    return Judgement(climb(stated, operands, compute) or "inconsistent", point, reach)


def added(operands: Sequence[Interval]) -> Interval:
    """The sum of intervals, of which there is at least one."""
    return reduce(add, operands)


def sum_of(parts: Sequence[Quantity]) -> Interval:
    """What the parts come to together, each as it rounds to its printed digits."""
    return added([_rounded(part) for part in parts])
