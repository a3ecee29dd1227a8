"""Whom a text is about: the institution that it begins with and names most often."""

from __future__ import annotations

from collections import Counter

from beritaextract.facts.agreements.parties import Party
from beritaextract.facts.sketch import Name, Sketch

__all__ = ["principal"]

_LEAD, _OFTEN = 2, 3


def principal(sketch: Sketch) -> Party | None:
    """The first institution of the lead of a body, if it is named three times and more often than any other."""
    named = [
        (place, mention)
        for place, mention in sorted(sketch.mentions.items(), key=lambda each: each[0])
        if isinstance(mention, Name) and mention.kind == "organization"
    ]
    if not named or sketch.sentence(named[0][0]) > _LEAD:
        return None
    first = named[0][1]
    rest = [each for _, each in named if each.ref.id != first.ref.id]
    others = Counter(each.ref.id for each in rest if each.span.text not in first.ref.name)
    own = len(named) - others.total()
    if own < _OFTEN or own <= max(others.values(), default=0):
        return None
    return Party(first.ref, first.span)
