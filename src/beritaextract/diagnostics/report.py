"""One article as a linter sees it: its findings, what was accepted before, and what holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field

from beritaextract.diagnostics.places import start_of
from beritaextract.model import Article, Check, Severity

__all__ = ["Report", "Tally", "is_finding", "report"]

_BAD = frozenset(("inconsistent", "malformed"))
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info", "style")


def is_finding(check: Check) -> bool:
    return check.verdict in _BAD


@dataclass(frozen=True, slots=True)
class Report:
    """Of the checks that are on: ``findings`` and ``accepted`` in the order of the text, ``others`` as they come."""

    path: str
    article: Article
    findings: tuple[Check, ...]
    accepted: tuple[Check, ...] = ()
    others: tuple[Check, ...] = ()

    @property
    def shown(self) -> Article:
        """The article with the verdicts that are shown."""
        kept = {check.id for check in (*self.findings, *self.others)}
        return self.article.model_copy(
            update={"checks": tuple(check for check in self.article.checks if check.id in kept)}
        )


def report(
    path: str, article: Article, is_on: Callable[[str], bool], accepted: Container[str] = frozenset()
) -> Report:
    """The report on one article.

    Args:
        is_on: Whether a check counts here, by its code.
        accepted: The ids of the findings that a baseline holds.
    """
    checks = [check for check in article.checks if is_on(check.code)]
    found = sorted(filter(is_finding, checks), key=lambda check: (start_of(check), check.code))
    return Report(
        path,
        article,
        tuple(check for check in found if check.id not in accepted),
        tuple(check for check in found if check.id in accepted),
        tuple(check for check in checks if not is_finding(check)),
    )


@dataclass
class Tally:
    """What came of a run, over all its articles."""

    articles: int = 0
    unusable: int = 0
    touched: int = 0
    accepted: int = 0
    uncheckable: int = 0
    held: Counter[str] = field(default_factory=Counter)
    by_code: Counter[str] = field(default_factory=Counter)
    by_severity: Counter[Severity] = field(default_factory=Counter)

    def add(self, each: Report) -> None:
        self.articles += 1
        self.touched += bool(each.findings)
        self.accepted += len(each.accepted)
        self.by_code.update(check.code for check in each.findings)
        self.by_severity.update(check.severity for check in each.findings)
        self.held.update(check.code for check in each.others if check.verdict != "uncheckable")
        self.uncheckable += sum(check.verdict == "uncheckable" for check in each.others)

    def fails(self, threshold: Severity) -> bool:
        """Whether there is a finding of this severity or a worse one."""
        worst: Iterable[Severity] = SEVERITIES[: SEVERITIES.index(threshold) + 1]
        return any(self.by_severity[severity] for severity in worst)
