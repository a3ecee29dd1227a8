"""Data for displaCy: ``displacy.render(data, style="ent", manual=True)``, or ``style="span"`` with quotes and overlaps.

An object for one article, an array for several; both styles read the same object.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any, TextIO

from beritaextract.entities import ENTITIES, Labelled, groups, without_overlaps
from beritaextract.export import Outcome
from beritaextract.export.linked import write_objects
from beritaextract.model import Article

__all__ = ["data", "write"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool) -> None:
    write_objects(outcomes, out, lambda article: [data(article)], array=several)


def data(article: Article) -> dict[str, Any]:
    """What both styles of displaCy read: offsets for entities, tokens for spans."""
    found = groups(article)
    tokens = list(_TOKEN.finditer(article.text))
    starts, ends = [token.start() for token in tokens], [token.end() for token in tokens]

    def span(each: Labelled) -> dict[str, Any]:
        return {
            "start_token": bisect_right(ends, each.span.start),
            "end_token": bisect_left(starts, each.span.end),
            "label": each.label,
            "kb_id": each.id,
        }

    entities = without_overlaps(each for name in ENTITIES for each in found[name])
    everything = sorted(
        (each for group in found.values() for each in group), key=lambda each: each.span.start
    )
    return {
        "title": article.metadata.headline,
        "text": article.text,
        "ents": [
            {"start": each.span.start, "end": each.span.end, "label": each.label, "kb_id": each.id}
            for each in entities
        ],
        "tokens": [token[0] for token in tokens],
        "spans": [span(each) for each in everything],
    }
