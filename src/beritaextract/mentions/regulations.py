"""Regulations: hits of the regulation rules → type, number and year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from beritaextract.mentions.scan import Hit
from beritaextract.model import Regulation, Span
from beritaextract.rules import Rule, RuleBook

__all__ = ["RegulationFinder"]

# What may stand between two regulations of one kind: "UU Nomor 23 Tahun 2014 dan Nomor 9 Tahun 2015".
_AND = frozenset((", ", " dan ", ", dan ", " serta ", " jo ", " jo. ", " juncto ", " atau "))


class _Identity(NamedTuple):
    type: str
    number: str | None
    year: int | None
    title: str | None
    end: int = 0


class RegulationFinder:
    """Holds the customary abbreviation of each form, and the laws known by a name."""

    def __init__(self, book: RuleBook) -> None:
        self._types = {row["form"].casefold(): row["type"] for row in book.table("legal_forms")}
        self._laws = {row["form"].casefold(): row for row in book.table("named_laws")}

    def build(self, hits: list[Hit], text: str) -> tuple[Regulation, ...]:
        """The regulations of ``hits``, which are in the order of the text, each once."""
        drafts: dict[_Identity, dict[str, Any]] = {}
        before: _Identity | None = None
        for rule, match in hits:
            start, end = match.span()
            if "continues" in rule.fields and (before is None or text[before.end : start] not in _AND):
                continue
            identity = self._identity(rule, match.groupdict(), before)
            before = identity._replace(end=end)
            span = Span(start=start, end=end, text=text[start:end])
            fresh = {"span": span, "mentions": (), "rule": rule.id, "id": f"r{len(drafts) + 1}"}
            draft = drafts.setdefault(identity, fresh)
            draft["mentions"] = (*draft["mentions"], span)
        return tuple(
            Regulation(type=each.type, number=each.number, year=each.year, title=each.title, **draft)
            for each, draft in drafts.items()
        )

    def _identity(self, rule: Rule, groups: Mapping[str, str | None], before: _Identity | None) -> _Identity:
        title = None
        if form := groups.get("form"):
            type_ = self._types.get(form.casefold(), form)
        elif name := groups.get("law"):
            law = self._laws[name.casefold()]
            type_, title = law["type"], law["title"] or None
        elif before is not None and "continues" in rule.fields:
            type_ = before.type
        else:
            type_ = rule.fields["type"]
        year = groups.get("year")
        return _Identity(type_, groups.get("number"), int(year) if year else None, title)
