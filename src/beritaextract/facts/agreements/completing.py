"""Who else makes an agreement of which the text names one party."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.facts.agreements.parties import Parties, Party, key
from beritaextract.facts.agreements.principal import principal
from beritaextract.facts.sketch import Sketch

__all__ = ["completed", "with_principal"]


def with_principal(sketch: Sketch, found: Sequence[Party]) -> list[Party]:
    """The one named party, and before it whom the text is about, where that is another."""
    if len(found) != 1 or found[0].person or found[0].state:
        return list(found)
    own = principal(sketch)
    if own is None or key(own.ref) == key(found[0].ref) or found[0].ref.name in own.ref.name:
        return list(found)
    return [own, *found]


def completed(parties: Parties, found: list[Party], others: Sequence[Party]) -> list[Party]:
    """The one named party and that of the others which is not akin to it; without one, all others."""
    if not found or any(key(party.ref) == key(found[0].ref) for party in others):
        return list(others)
    apart = [party for party in others if not parties.related(party.ref, found[0].ref)]
    if len(apart) != 1:
        sort = found[0].ref.name.split()[:1]
        apart = [party for party in others if party.ref.name.split()[:1] != sort]
    return [*apart, *found] if len(apart) == 1 else found
