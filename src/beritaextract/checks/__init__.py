"""The article against itself: typed facts in, verdicts out. ``CATALOGUE`` documents every check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from beritaextract.checks import calendar, numbers, shares, sums
from beritaextract.checks.engine import Case, CheckInfo, findings
from beritaextract.facts import Facts
from beritaextract.mentions import Mentions
from beritaextract.model import Check

__all__ = ["CATALOGUE", "CheckInfo", "run"]

_FAMILIES = (sums, shares, calendar, numbers)
_CHECKS = tuple(
    sorted((each for family in _FAMILIES for each in family.CHECKS), key=lambda each: each.info.code)
)
CATALOGUE: Mapping[str, CheckInfo] = MappingProxyType({each.info.code: each.info for each in _CHECKS})


def run(mentions: Mentions, facts: Facts, published: date | None) -> tuple[Check, ...]:
    """All verdicts on one article, by code and then in the order of the text."""
    return tuple(findings(_CHECKS, Case(mentions, facts, published)))
