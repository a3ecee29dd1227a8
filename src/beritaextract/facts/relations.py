"""What the text says of how its figures relate: a share of a whole, a rise from one to another, an average.

Relations are what the checks recompute. Each kind has rules in a file of :data:`FAMILIES`, over the sketch, with the
operands as groups; nothing here knows one kind from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Mention, Sketch
from beritaextract.model import Date, Quantity, Span
from beritaextract.rules import Rule

__all__ = ["FAMILIES", "Relation", "find"]

FAMILIES = ("shares", "changes", "averages", "listings", "wordings", "equivalents", "durations")
"""The rule files whose rules are relations; ``role`` names the kind of relation."""

_BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement: its ``kind``, the mentions that it relates and the words that say more, by group of the rule.

    ``sentences`` is the stretch of text that the rule has matched.
    """

    kind: str
    operands: Mapping[str, Mention]
    words: Mapping[str, Span]
    rule: Rule
    stretch: Span

    def quantity(self, name: str) -> Quantity:
        """The quantity of a group.

        Raises:
            KeyError: The rule has no such group, or it holds no quantity here.
        """
        found = self.operands[name]
        if not isinstance(found, Quantity):
            raise KeyError(name)
        return found

    def date(self, name: str) -> Date:
        """The date of a group.

        Raises:
            KeyError: The rule has no such group, or it holds no date here.
        """
        found = self.operands[name]
        if not isinstance(found, Date):
            raise KeyError(name)
        return found

    def __contains__(self, name: str) -> bool:
        return name in self.operands or name in self.words

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The spans of the operands, in the order of the text."""
        return tuple(sorted((each.span for each in self.operands.values()), key=lambda span: span.start))


def find(sketch: Sketch, grammar: Grammar) -> Iterator[Relation]:
    """The relations of one sketch by the rules of one family; of two that relate the same figures the first rule's."""
    known: set[tuple[str, frozenset[int]]] = set()
    found: list[tuple[int, Relation]] = []
    for rule in grammar.active(sketch.text, [role for role in grammar.roles if role != _BLOCK], sketch.needs):
        for match in rule.pattern.finditer(sketch.text):
            relation, places = _relation(sketch, rule, match)
            key = (relation.kind, places)
            if places and key not in known and not _is_blocked(sketch, grammar, relation.kind, match):
                known.add(key)
                found.append((match.start(), relation))
    found.sort(key=lambda each: each[0])
    yield from (relation for _, relation in found)


def _relation(sketch: Sketch, rule: Rule, match: regex.Match[str]) -> tuple[Relation, frozenset[int]]:
    operands: dict[str, Mention] = {}
    words: dict[str, Span] = {}
    places = set()
    for name in rule.pattern.groupindex:
        start, end = match.span(name)
        if end - start == 1 and start in sketch.mentions:
            operands[name] = sketch.mentions[start]
            places.add(start)
        elif start < end:
            words[name] = sketch.span(start, end)
    stretch = sketch.span(*match.span())
    return Relation(rule.fields["role"], operands, words, rule, stretch), frozenset(places)


def _is_blocked(sketch: Sketch, grammar: Grammar, kind: str, match: regex.Match[str]) -> bool:
    """Whether words that make a relation of this kind something else stand in its sentences."""
    first, _ = sketch.sentences[sketch.sentence(match.start())]
    _, last = sketch.sentences[sketch.sentence(match.end() - 1)]
    return any(
        rule.pattern.search(sketch.text, first, last)
        for rule in grammar.rules(_BLOCK)
        if kind in rule.fields["of"].split("|")
    )
