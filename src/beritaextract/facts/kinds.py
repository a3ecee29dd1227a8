"""What a kind of fact is: a name, what its ids begin with, and what finds its records in a scene."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.quoted import Quoted
from beritaextract.facts.refs import Named
from beritaextract.facts.sketch import Drawing, Sketch
from beritaextract.mentions import Mentions
from beritaextract.model import Breakdown, Fact

__all__ = ["Kind", "Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a kind of fact may look at.

    Attributes:
        mentions: The mentions of the text.
        named: Its named things by where they stand.
        quoted: Its quotes by where they stand.
        drawing: Its whole sketches, with names as symbols; drawn when a kind asks for them.
        sketches: Those of its figures, each with the breakdowns found in it.
        breakdowns: All breakdowns, as the records will have them.
        records: Those of the kinds before it in the register, by the name of their kind.
    """

    mentions: Mentions
    named: Named
    quoted: Quoted
    drawing: Drawing
    sketches: Sequence[tuple[Sketch, Sequence[Draft]]]
    breakdowns: tuple[Breakdown, ...]
    records: Mapping[str, Sequence[Fact]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: ``patterns/facts/NAME.toml`` has its rules, the ids of its records begin with ``prefix``."""

    name: str
    prefix: str
    find: Callable[[Scene, Grammar], Iterable[Fact]]
