"""Facts: what relates mentions. Rules over a sketch of the text, in which each mention is one symbol."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from beritaextract.facts import breakdowns, memberships
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.ledger import Draft
from beritaextract.facts.sketch import sketches
from beritaextract.mentions import Mentions
from beritaextract.model import Breakdown, Membership
from beritaextract.rules import RuleBook

__all__ = ["Facts", "build"]


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one text, each kind in the order of the text.

    ``open_rests`` are the places in ``breakdowns`` where the text itself leaves a rest without a figure.
    """

    breakdowns: tuple[Breakdown, ...] = ()
    memberships: tuple[Membership, ...] = ()
    open_rests: frozenset[int] = frozenset()


def build(mentions: Mentions, book: RuleBook) -> Facts:
    """The facts that the fact rules license."""
    if not mentions.quantities:
        return Facts()
    sums, members = _grammars(_Key(book.digest, book))
    drafts: list[Draft] = []
    found: list[Membership] = []
    for sketch in sketches(mentions):
        mine = breakdowns.find(sketch, sums)
        drafts += mine
        found += memberships.find(sketch, members, mine)
    return Facts(
        breakdowns=tuple(draft.breakdown for draft in drafts),
        memberships=tuple(found),
        open_rests=frozenset(number for number, draft in enumerate(drafts) if draft.is_open),
    )


@dataclass(frozen=True, slots=True)
class _Key:
    """A rule book, told by the digest of its files."""

    digest: str
    book: RuleBook = field(compare=False)


@lru_cache(maxsize=4)
def _grammars(key: _Key) -> tuple[Grammar, Grammar]:
    return Grammar.of(key.book.rules("breakdowns")), Grammar.of(key.book.rules("memberships"))
