"""The article against itself: typed facts in, verdicts out. ``CATALOGUE`` documents every check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from beritaextract.checks import (
    acronyms,
    averages,
    calendar,
    changes,
    clocks,
    derive,
    durations,
    equivalents,
    listings,
    names,
    numbers,
    parameters,
    persons,
    publication,
    ranks,
    reference,
    regulations,
    repeats,
    shares,
    speakers,
    style,
    sums,
    wordings,
)  # fmt: skip
from beritaextract.checks.engine import Case, CheckInfo, findings
from beritaextract.facts import Facts
from beritaextract.mentions import Mentions
from beritaextract.model import Check, Derived, numbered
from beritaextract.rules import RuleBook, load

__all__ = ["CATALOGUE", "CheckInfo", "derived", "run"]

_FAMILIES = (
    sums, listings, wordings, shares, changes, averages, calendar, durations, publication, clocks, equivalents,
    ranks, reference, parameters, regulations, names, persons, acronyms, numbers, repeats, speakers, style,
)  # fmt: skip
_CHECKS = tuple(
    sorted((each for family in _FAMILIES for each in family.CHECKS), key=lambda each: each.info.code)
)
CATALOGUE: Mapping[str, CheckInfo] = MappingProxyType({each.info.code: each.info for each in _CHECKS})


def run(
    mentions: Mentions,
    facts: Facts,
    published: date | None,
    book: RuleBook | None = None,
    *,
    style: bool = False,
) -> tuple[Check, ...]:
    """All verdicts on one article, by code and then in the order of the text; without a book by the shipped one.

    Checks of house style are made only with ``style``.
    """
    made = _CHECKS if style else [each for each in _CHECKS if each.info.severity != "style"]
    return tuple(findings(made, Case(mentions, facts, published, book or load())))


def derived(facts: Facts) -> tuple[Derived, ...]:
    """What follows from the facts and is not stated."""
    return numbered("x", derive.derive(facts))
