"""Who else makes an agreement of which the text names one party."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.facts.agreements.parties import Parties
from beritaextract.facts.agreements.party import Party, key
from beritaextract.facts.agreements.principal import Principals
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Sketch

__all__ = ["both_states", "completed", "with_principal"]


def with_principal(principals: Principals, found: Sequence[Party], *, sided: bool = False) -> list[Party]:
    """The one named party, or with ``sided`` all, and before it whom the text is about, where that is another."""
    if not found or (len(found) > 1 and not sided) or any(each.person or each.state for each in found):
        return list(found)
    own = principals.beside(found)
    return [own, *found] if own else list(found)


def completed(
    parties: Parties, found: list[Party], others: Sequence[Party], *, sided: bool = False
) -> list[Party]:
    """The one named party and that of the others which is not akin to it; without one, all others.

    Where several are not, those are meant that are of another sort, if one is of its sort. Where the named one is a
    partner (``sided``), and none of the others is of its sort, it is the partner of the first.
    """
    if not found or any(key(party.ref) == key(found[0].ref) for party in others):
        return list(others)
    apart = [party for party in others if not parties.related(party.ref, found[0].ref)]
    if len(apart) == 1:
        return [*apart, *found]
    sort = parties.sort(found[0].ref)
    rest = [party for party in others if parties.sort(party.ref) != sort]
    if 0 < len(rest) < len(others):
        return [*rest, *found]
    return [*others[:1], *found] if sided else found


def both_states(grammar: Grammar, parties: Parties, sketch: Sketch, found: list[Party]) -> list[Party]:
    """A state and the one that a person acts for: the text names the two beside one another elsewhere."""
    known, other = found if found[0].state else found[::-1]
    if not other.person:
        return []
    for rule in grammar.rules("two_states"):
        for match in rule.pattern.finditer(sketch.text):
            both = parties.states(sketch, *match.span())
            if len(both) == 2 and key(known.ref) in {key(party.ref) for party in both}:
                return both
    return []
