"""Who else makes an agreement of which the text names one party."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.facts.agreements.parties import Parties, Party, key
from beritaextract.facts.agreements.principal import principal
from beritaextract.facts.sketch import Sketch

__all__ = ["completed", "with_principal"]


def with_principal(sketch: Sketch, found: Sequence[Party], *, sided: bool = False) -> list[Party]:
    """The one named party, or with ``sided`` all, and before it whom the text is about, where that is another."""
    if not found or (len(found) > 1 and not sided) or any(each.person or each.state for each in found):
        return list(found)
    own = principal(sketch)
    if own is None or any(key(own.ref) == key(each.ref) or each.ref.name in own.ref.name for each in found):
        return list(found)
    return [own, *found]


def completed(
    parties: Parties, found: list[Party], others: Sequence[Party], *, sided: bool = False
) -> list[Party]:
    """The one named party and that of the others which is not akin to it; without one, all others.

    Where the named one is a partner (``sided``), and none of the others is akin to it, it is the partner of the first.
    """
    if not found or any(key(party.ref) == key(found[0].ref) for party in others):
        return list(others)
    apart = [party for party in others if not parties.related(party.ref, found[0].ref)]
    if len(apart) != 1:
        sort = found[0].ref.name.split()[:1]
        alike = [party for party in others if party.ref.name.split()[:1] == sort]
        rest = [party for party in others if party not in alike]
        apart = rest if alike or not sided else rest[:1]
    return [*apart, *found] if len(apart) == 1 else found
