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

    A group that a rule repeats holds several, in the order of the text. ``stretch`` is what the rule has matched.
    """

    kind: str
    operands: Mapping[str, tuple[Mention, ...]]
    words: Mapping[str, Span]
    rule: Rule
    stretch: Span

    def quantity(self, name: str) -> Quantity:
        """The quantity of a group, the first of several.

        Raises:
            KeyError: The rule has no such group, or it holds no quantity here.
        """
        return self.quantities(name)[0]

    def quantities(self, name: str) -> list[Quantity]:
        """The quantities of a group.

        Raises:
            KeyError: The rule has no such group, or it holds no quantity here.
        """
        found = [each for each in self.operands[name] if isinstance(each, Quantity)]
        if not found:
            raise KeyError(name)
        return found

    def date(self, name: str) -> Date:
        """The date of a group, the first of several.

        Raises:
            KeyError: The rule has no such group, or it holds no date here.
        """
        found = self.operands[name][0]
        if not isinstance(found, Date):
            raise KeyError(name)
        return found

    def __contains__(self, name: str) -> bool:
        return name in self.operands or name in self.words

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The spans of the operands, in the order of the text."""
        spans = (each.span for group in self.operands.values() for each in group)
        return tuple(sorted(spans, key=lambda span: span.start))


def find(sketch: Sketch, grammar: Grammar) -> Iterator[Relation]:
    """The relations of one sketch by the rules of one family, in the order of the text.

    No two of one kind state the same figure, the group that ``states`` of the rule names: the first rule's stays.
    """
    known: set[tuple[str, int]] = set()
    found: list[tuple[int, Relation]] = []
    for rule in grammar.active(sketch.text, [role for role in grammar.roles if role != _BLOCK], sketch.needs):
        kind, states = rule.fields["role"], rule.fields["states"]
        for match in rule.pattern.finditer(sketch.text):
            key = kind, match.start(states)
            if key not in known and not _is_blocked(sketch, grammar, kind, match):
                known.add(key)
                found.append((match.start(), _relation(sketch, rule, match)))
    found.sort(key=lambda each: each[0])
    yield from (relation for _, relation in found)


def _relation(sketch: Sketch, rule: Rule, match: regex.Match[str]) -> Relation:
    operands: dict[str, tuple[Mention, ...]] = {}
    words: dict[str, Span] = {}
    for name in rule.pattern.groupindex:
        places = [start for start, end in match.spans(name) if end - start == 1 and start in sketch.mentions]
        start, end = match.span(name)
        if places:
            operands[name] = tuple([sketch.mentions[place] for place in places])
        elif start < end:
            words[name] = sketch.span(start, end)
    return Relation(rule.fields["role"], operands, words, rule, sketch.span(*match.span()))


def _is_blocked(sketch: Sketch, grammar: Grammar, kind: str, match: regex.Match[str]) -> bool:
    """Whether words that make a relation of this kind something else stand in its sentences."""
    first, _ = sketch.sentences[sketch.sentence(match.start())]
    _, last = sketch.sentences[sketch.sentence(match.end() - 1)]
    return any(
        rule.pattern.search(sketch.text, first, last)
        for rule in grammar.rules(_BLOCK)
        if kind in rule.fields["of"].split("|")
    )
