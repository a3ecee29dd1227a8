"""The article against itself: typed facts in, verdicts out. ``CATALOGUE`` documents every check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from beritaextract.checks import (
    averages,
    calendar,
    changes,
    derive,
    listings,
    numbers,
    repeats,
    shares,
    speakers,
    sums,
    wordings,
)
from beritaextract.checks.engine import Case, CheckInfo, findings
from beritaextract.facts import Facts
from beritaextract.mentions import Mentions
from beritaextract.model import Check, Derived, numbered

__all__ = ["CATALOGUE", "CheckInfo", "derived", "run"]

_FAMILIES = (
    sums, listings, wordings, shares, changes, averages, calendar, numbers, repeats, speakers,
)  # fmt: skip
_CHECKS = tuple(
    sorted((each for family in _FAMILIES for each in family.CHECKS), key=lambda each: each.info.code)
)
CATALOGUE: Mapping[str, CheckInfo] = MappingProxyType({each.info.code: each.info for each in _CHECKS})


def run(mentions: Mentions, facts: Facts, published: date | None) -> tuple[Check, ...]:
    """All verdicts on one article, by code and then in the order of the text."""
    return tuple(findings(_CHECKS, Case(mentions, facts, published)))


def derived(facts: Facts) -> tuple[Derived, ...]:
    """What follows from the facts and is not stated."""
    return numbered("x", derive.derive(facts))
