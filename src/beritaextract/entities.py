"""What stands in a text as spaCy sees it: labelled spans in groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from beritaextract.model import Article, Span

__all__ = ["ENTITIES", "Labelled", "groups", "without_overlaps"]

_LABELS = {"money": "MONEY", "count": "CARDINAL", "measure": "QUANTITY", "percent": "PERCENT"}

ENTITIES = ("quantities", "dates", "regulations", "persons", "organizations", "places")
"""The groups that are entities; quotes are none."""


class Labelled(NamedTuple):
    """A span, its label and the id of its record."""

    span: Span
    label: str
    id: str


def groups(article: Article) -> dict[str, list[Labelled]]:
    """The groups of ``doc.spans``."""
    return {
        "quantities": [Labelled(q.span, _LABELS[q.kind], q.id) for q in article.quantities],
        "dates": [Labelled(d.span, "DATE", d.id) for d in article.dates],
        "regulations": [Labelled(span, "LAW", r.id) for r in article.regulations for span in r.mentions],
        "persons": [Labelled(span, "PER", p.id) for p in article.persons for span in p.mentions],
        "organizations": [Labelled(span, "ORG", o.id) for o in article.organizations for span in o.mentions],
        "places": [Labelled(span, "LOC", p.id) for p in article.places for span in p.mentions],
        "quotes": [Labelled(q.span, q.kind, q.speaker.id or "" if q.speaker else "") for q in article.quotes],
    }


def without_overlaps(found: Iterable[Labelled]) -> list[Labelled]:
    """In the order of the text; of those that overlap the longest stays, then the first."""
    kept: list[Labelled] = []
    taken: set[int] = set()
    for each in sorted(found, key=lambda each: (each.span.start - each.span.end, each.span.start)):
        here = range(each.span.start, each.span.end)
        if taken.isdisjoint(here):
            kept.append(each)
            taken.update(here)
    return sorted(kept, key=lambda each: each.span.start)
