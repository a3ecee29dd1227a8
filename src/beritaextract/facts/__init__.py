"""Facts: what relates mentions. Rules over a sketch of the text, in which each mention is one symbol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from beritaextract.errors import RuleError
from beritaextract.facts import (
    acronyms,
    agreements,
    breakdowns,
    claims,
    hundreds,
    memberships,
    ordinals,
    periods,
    portions,
    rates,
    relations,
    restated,
    spellings,
    tenses,
    unspoken,
    varied,
)
from beritaextract.facts.acronyms import Acronyms
from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.facts.needs import Needs
from beritaextract.facts.periods import Period
from beritaextract.facts.quoted import Quoted
from beritaextract.facts.refs import Named, Register
from beritaextract.facts.relations import Figures, Relation
from beritaextract.facts.restated import Restatement
from beritaextract.facts.sketch import Drawing, Sketch, sketches
from beritaextract.facts.spellings import Naming
from beritaextract.facts.tenses import Ahead
from beritaextract.mentions import Mentions
from beritaextract.model import Breakdown, Claim, Fact, Quantity, Quote, numbered
from beritaextract.rules import RuleBook

__all__ = [
    "REGISTER",
    "Ahead",
    "Facts",
    "Figures",
    "Kind",
    "Period",
    "Relation",
    "Scene",
    "build",
    "prepare",
    "stage",
]

REGISTER: tuple[Kind, ...] = (
    memberships.KIND,
    claims.KIND,
    agreements.KIND,
    rates.KIND,
)
"""The kinds of facts beside breakdowns, which others rest on, each after those that it looks at.

A new kind is one line here.
"""

_FIRST = "breakdowns"
_RELATIONS = "relations"


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one text, each kind in the order of the text.

    ``portions`` are the breakdowns that percentages tell; ``records`` are those of
    :data:`REGISTER` by the name of their kind; ``open_rests`` are the places in ``breakdowns`` where the text itself
    leaves a rest without a figure, ``less`` is what it takes off the parts at such a place; ``ahead`` are the dates
    after publication.
    """

    breakdowns: tuple[Breakdown, ...] = ()
    portions: tuple[Breakdown, ...] = ()
    records: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    open_rests: frozenset[int] = frozenset()
    less: Mapping[int, Quantity] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    restated: tuple[Restatement, ...] = ()
    unspoken: tuple[Quote, ...] = ()
    periods: tuple[Period, ...] = ()
    acronyms: Acronyms = field(default_factory=Acronyms)
    naming: Naming = field(default_factory=Naming)
    ahead: tuple[Ahead, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The money paid out or recovered."""
        return tuple(each for each in self.records.get("claims", ()) if isinstance(each, Claim))

    def related(self, kind: str) -> Iterator[Relation]:
        """The relations of one kind."""
        return (relation for relation in self.relations if relation.kind == kind)


class Stage(NamedTuple):
    """A scene for the kinds of facts, with what was found on the way: drafts, portions and relations."""

    scene: Scene
    drafts: Sequence[Draft]
    portions: tuple[Breakdown, ...]
    relations: tuple[Relation, ...]


def build(mentions: Mentions, book: RuleBook) -> Facts:
    """The facts that the fact rules license.

    Raises:
        RuleError: A rule file is of no kind in :data:`REGISTER`.
    """
    grammars, all_needs = prepare(book)
    staged = stage(mentions, grammars, all_needs)
    drawn = staged.scene.sketches
    return Facts(
        breakdowns=staged.scene.breakdowns,
        portions=staged.portions,
        records=_records(staged.scene, grammars),
        open_rests=frozenset(number for number, draft in enumerate(staged.drafts) if draft.is_open),
        less={number: draft.less for number, draft in enumerate(staged.drafts) if draft.less},
        relations=staged.relations,
        restated=(
            *restated.find(mentions, tuple(sketch for sketch, _ in drawn)),
            *varied.find([sketch for sketch, _ in drawn]),
            *ordinals.find(mentions),
        ),
        unspoken=tuple(unspoken.find(mentions)),
        periods=tuple(periods.find(mentions)),
        acronyms=acronyms.find(mentions),
        naming=spellings.find(mentions),
        ahead=tuple(tenses.find(mentions)),
    )


def stage(mentions: Mentions, grammars: Mapping[str, Grammar], all_needs: Needs) -> Stage:
    """What the kinds of facts look at: sketches and breakdowns."""
    needs = all_needs.among(mentions.words or mentions.text.lower().split())
    drawn = _drawn(mentions, grammars[_FIRST], needs)
    drafts = [draft for _, found in drawn for draft in found]
    related = [tuple(relations.find(sketch, grammars[_RELATIONS])) for sketch, _ in drawn]
    shared = [
        each
        for (sketch, found), relating in zip(drawn, related, strict=True)
        for each in _shared(sketch, grammars[_FIRST], found, relating)
    ]
    identified = numbered("b", [*(draft.breakdown for draft in drafts), *shared])
    scene = Scene(
        mentions=mentions,
        named=Named(Register(mentions.organizations), Register(mentions.persons), Register(mentions.places)),
        quoted=Quoted(mentions.quotes),
        drawing=Drawing(mentions, needs),
        sketches=drawn,
        breakdowns=identified[: len(drafts)],
    )
    told = tuple(relation for found in related for relation in found)
    return Stage(scene, drafts, identified[len(drafts) :], told)


def _shared(
    sketch: Sketch, grammar: Grammar, found: Sequence[Draft], relating: Sequence[Relation]
) -> Iterator[Breakdown]:
    """The breakdowns of a sketch that its percentages tell."""
    told: set[int] = set()
    for each in portions.find(sketch, grammar, relating):
        told.update(part.quantity.span.start for part in each.parts)
        yield each
    yield from hundreds.find(sketch, grammar, told)
    yield from portions.parts(sketch, grammar, relating, [draft.breakdown for draft in found])


def _records(scene: Scene, grammars: Mapping[str, Grammar]) -> Mapping[str, tuple[Fact, ...]]:
    """The records of each kind of the register; one looks at those before it."""
    records: dict[str, tuple[Fact, ...]] = {}
    for kind in REGISTER:
        before = replace(scene, records=dict(records))
        records[kind.name] = numbered(kind.prefix, kind.find(before, grammars[kind.name]))
    return records


def _drawn(mentions: Mentions, grammar: Grammar, needs: Set[str]) -> list[tuple[Sketch, list[Draft]]]:
    """The sketches with their breakdowns; those of the body may have their whole in the headline."""
    drawn = list(sketches(mentions, needs))
    kinds = [_section(mentions, sketch) for sketch in drawn]
    above = [
        each
        for sketch, kind in zip(drawn, kinds, strict=True)
        if kind == "headline"
        for each in breakdowns.heads(sketch, grammar)
    ]
    return [
        (sketch, breakdowns.find(sketch, grammar, above if kind in ("body", "dateline") else ()))
        for sketch, kind in zip(drawn, kinds, strict=True)
    ]


def _section(mentions: Mentions, sketch: Sketch) -> str:
    """The kind of the section in which the first figure of a sketch stands."""
    start = sketch.items[0].quantity.span.start
    return next((each.kind for each in mentions.sections if each.start <= start < each.end), "body")


@dataclass(frozen=True, slots=True)
class _Key:
    """What the grammars are made of: a rule book, told by the digest of its files, and the kinds that there are."""

    digest: str
    kinds: tuple[str, ...]
    book: RuleBook = field(compare=False)


def prepare(book: RuleBook) -> tuple[Mapping[str, Grammar], Needs]:
    """The fact rules of a book by kind, and the words that they need; made once.

    Raises:
        RuleError: A rule file is of no kind in :data:`REGISTER`.
    """
    return _prepared(
        _Key(book.digest, (_FIRST, *(kind.name for kind in REGISTER), *relations.FAMILIES), book)
    )


@lru_cache(maxsize=4)
def _prepared(key: _Key) -> tuple[Mapping[str, Grammar], Needs]:
    for stem in key.book.kinds("facts"):
        if stem not in key.kinds:
            raise RuleError(f"facts/{stem}.toml: unknown kind of fact; known files: {', '.join(key.kinds)}")
    grammars = {
        kind: Grammar.of(key.book.rules(kind)) for kind in key.kinds if kind not in relations.FAMILIES
    }
    related = [rule for family in relations.FAMILIES for rule in key.book.rules(family)]
    grammars[_RELATIONS] = Grammar.of(related)
    return grammars, Needs({need for grammar in grammars.values() for need in grammar.needs})
