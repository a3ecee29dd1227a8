"""Facts: what relates mentions. Rules over a sketch of the text, in which each mention is one symbol."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from beritaextract.facts import agreements, breakdowns, claims, memberships, rates
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.ledger import Draft
from beritaextract.facts.needs import Needs
from beritaextract.facts.refs import Named, Register
from beritaextract.facts.sketch import Drawing, sketches
from beritaextract.mentions import Mentions
from beritaextract.model import Agreement, Breakdown, Claim, Membership, Rate, numbered
from beritaextract.rules import KINDS, RuleBook

__all__ = ["Facts", "build"]


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one text, each kind in the order of the text.

    ``open_rests`` are the places in ``breakdowns`` where the text itself leaves a rest without a figure.
    """

    breakdowns: tuple[Breakdown, ...] = ()
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    rates: tuple[Rate, ...] = ()
    open_rests: frozenset[int] = frozenset()


def build(mentions: Mentions, book: RuleBook) -> Facts:
    """The facts that the fact rules license."""
    grammars, all_needs = _grammars(_Key(book.digest, book))
    needs = all_needs.among(mentions.words or mentions.text.lower().split())
    named = Named(Register(mentions.organizations), Register(mentions.persons), Register(mentions.places))
    drafts: list[Draft] = []
    found: list[Membership] = []
    for sketch in sketches(mentions, needs, all_of_them=False):
        mine = breakdowns.find(sketch, grammars["breakdowns"])
        drafts += mine
        found += memberships.find(sketch, grammars["memberships"], mine, named)
    sums = numbered("b", (draft.breakdown for draft in drafts))
    drawing = Drawing(mentions, needs)
    return Facts(
        breakdowns=sums,
        memberships=numbered("m", found),
        claims=numbered("c", claims.find(drawing, grammars["claims"], sums)),
        agreements=numbered("a", agreements.find(drawing, grammars["agreements"], mentions.officials)),
        rates=numbered("t", rates.find(drawing, grammars["rates"])),
        open_rests=frozenset(number for number, draft in enumerate(drafts) if draft.is_open),
    )


@dataclass(frozen=True, slots=True)
class _Key:
    """A rule book, told by the digest of its files."""

    digest: str
    book: RuleBook = field(compare=False)


@lru_cache(maxsize=4)
def _grammars(key: _Key) -> tuple[dict[str, Grammar], Needs]:
    grammars = {kind: Grammar.of(key.book.rules(kind)) for kind in KINDS["facts"]}
    return grammars, Needs({need for grammar in grammars.values() for need in grammar.needs})
