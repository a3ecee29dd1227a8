"""Between articles: what changed from one version to the next, and what several articles say differently."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from beritaextract.between.crosscheck import BX801, Discrepancy, crosscheck
from beritaextract.between.versions import Change, Comparison, compare
from beritaextract.checks import CheckInfo

__all__ = ["ACROSS", "Change", "Comparison", "Discrepancy", "compare", "crosscheck"]

ACROSS: Mapping[str, CheckInfo] = MappingProxyType({BX801.code: BX801})
"""The checks that need several articles."""
