"""What the text says of how its figures relate: a share of a whole, a rise from one to another, an average.

Relations are what the checks recompute. Each kind has rules in a file of :data:`FAMILIES`, over the sketch, with the
operands as groups; nothing here knows one kind from another. Keys that rules of all kinds may have:

``states``: the group that is the stated figure; no two relations of a kind state the same one. Without it no two
relate the same figures.

``at = "anchor"``: the rule begins where a match of role ``anchor`` begins, and is tried nowhere else; its ``needs`` are
in the first word of every match. ``near = "anchor"``: every match of the rule holds an anchor, and ``near = "needs"``:
it holds one of the words that it ``needs``; so the rule is tried no further from them than a match is long.

``before = "name|other"``: the operand ``name`` is the one quantity in the sentence before that is of the kind and unit
of ``other`` (``"name|"``: the one count); without such a one there is no relation. With ``name*`` they are all that
are, two or more: ``name1``, ``name2`` …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.needs import occurrences
from beritaextract.facts.sketch import Item, Mention, Sketch
from beritaextract.model import Date, Quantity, Span
from beritaextract.rules import Rule

__all__ = ["FAMILIES", "Figures", "Relation", "find"]

FAMILIES = (
    "shares",
    "changes",
    "averages",
    "listings",
    "wordings",
    "equivalents",
    "durations",
    "references",
    "ranks",
)
"""The rule files whose rules are relations; ``role`` names the kind of relation."""

_BLOCK = "block"
_ANCHOR = "anchor"
_APART = frozenset((_BLOCK, _ANCHOR))
_LONGEST = 450
"""No rule that is ``near`` something matches more text than this, or a sentence."""
_LATEST = frozenset(("new", "part"))
"""Operands that are what the sentence before is about, so that they can be chosen among its figures."""
_MEASURED_BY = regex.compile(
    r"\b(?:dari|terhadap|(?:me|di)?[Tt]arget(?:nya|kan)?|[Pp]agu(?:nya)?|[Ss]asaran|[Aa]lokasi|[Kk]uota|melampaui|melebihi)\b"
    r"[^\uE000-\uE003.,;]{0,50}$"
)
_SUMMED_UP = regex.compile(
    r"\b(?:[Tt]otal|[Jj]umlah|[Ss]eluruh|[Kk]eseluruhan)\p{L}*\b[^\uE000-\uE003.,;]{0,50}$"
)
_BULLETS = ("-", "•", "*", "–", "—")


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement: its ``kind``, the mentions that it relates and the words that say more, by group of the rule.

    A group that a rule repeats holds several, in the order of the text. ``stretch`` is what the rule has matched;
    ``is_chosen`` where one operand is the likeliest of several figures.
    """

    kind: str
    operands: Mapping[str, tuple[Mention, ...]]
    words: Mapping[str, Span]
    rule: Rule
    stretch: Span
    is_chosen: bool = False

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

    @property
    def is_loose(self) -> bool:
        """Whether the words leave a doubt of which figures belong together."""
        return self.is_chosen or "loose" in self.rule.fields

    def __contains__(self, name: str) -> bool:
        return name in self.operands or name in self.words

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The spans of the operands, in the order of the text."""
        spans = (each.span for group in self.operands.values() for each in group)
        return tuple(sorted(spans, key=lambda span: span.start))


class Figures:
    """The figures of some relations, by where they stand: it tells which of them have all that another has."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._holding: dict[int, list[frozenset[int]]] = {}
        for relation in relations:
            places = _starts(relation.evidence)
            for place in places:
                self._holding.setdefault(place, []).append(places)

    def have(self, evidence: Iterable[Span]) -> bool:
        """Whether one relation has all these figures."""
        places = _starts(evidence)
        return any(places <= theirs for theirs in self._near(places))

    def have_more(self, evidence: Iterable[Span]) -> bool:
        """Whether one relation has all these figures and others."""
        places = _starts(evidence)
        return any(places < theirs for theirs in self._near(places))

    def _near(self, places: Iterable[int]) -> Iterable[frozenset[int]]:
        return self._holding.get(min(places, default=-1), ())


def _starts(evidence: Iterable[Span]) -> frozenset[int]:
    return frozenset(span.start for span in evidence)


def find(sketch: Sketch, grammar: Grammar) -> Iterator[Relation]:
    """The relations of one sketch by the rules of all families, in the order of the text; the first rule's stays."""
    known: set[tuple[str, object]] = set()
    found: list[tuple[int, Relation]] = []
    rules = grammar.active(sketch.text, [role for role in grammar.roles if role not in _APART], sketch.needs)
    anchors = _anchors(sketch, grammar)
    if not anchors:
        rules = [rule for rule in rules if "at" not in rule.fields and rule.fields.get("near") != _ANCHOR]
    for rule in rules:
        kind, states = rule.fields["role"], rule.fields.get("states")
        for match in _matches(rule, sketch, anchors):
            related = _relation(sketch, rule, match)
            if related is None:
                continue
            relation, places = related
            key = kind, match.start(states) if states else places or match.start()
            if key not in known and not _is_blocked(sketch, grammar, kind, match):
                known.add(key)
                found.append((match.start(), relation))
    found.sort(key=lambda each: each[0])
    yield from (relation for _, relation in found)


def _anchors(sketch: Sketch, grammar: Grammar) -> list[int]:
    """Where anchors begin: their rules are tried where words that hold what they ``needs`` begin."""
    text = sketch.text
    found = set()
    for rule in grammar.active(text, [_ANCHOR], sketch.needs):
        for at in _needed(rule, sketch):
            start = at
            while start and text[start - 1].isalpha():
                start -= 1
            if rule.pattern.match(text, start):
                found.add(start)
    return sorted(found)


def _matches(rule: Rule, sketch: Sketch, anchors: list[int]) -> Iterator[regex.Match[str]]:
    text, near = sketch.text, rule.fields.get("near")
    if "at" in rule.fields:
        return (match for place in anchors if (match := rule.pattern.match(text, place)))
    if near is None:
        return rule.pattern.finditer(text)
    around = anchors if near == _ANCHOR else _needed(rule, sketch)
    return (
        match for low, high in _around(sketch, around) for match in rule.pattern.finditer(text, low, high)
    )


def _needed(rule: Rule, sketch: Sketch) -> list[int]:
    """Where the words stand that a rule needs."""
    return occurrences(sketch.text, sketch.needs & set(rule.fields["needs"].split("|")))


def _around(sketch: Sketch, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches of whole sentences that hold all matches around some places."""
    last = len(sketch.text) - 1
    start = end = 0
    for place in places:
        low, _ = sketch.sentences[sketch.sentence(max(place - _LONGEST, 0))]
        _, high = sketch.sentences[sketch.sentence(min(place + _LONGEST, last))]
        if low >= end:
            if start < end:
                yield start, end
            start = low
        end = high
    if start < end:
        yield start, end


def _relation(sketch: Sketch, rule: Rule, match: regex.Match[str]) -> tuple[Relation, frozenset[int]] | None:
    """The relation of a match with the places of its operands, if the one that it asks for stands before."""
    operands: dict[str, tuple[Mention, ...]] = {}
    words: dict[str, Span] = {}
    known: set[int] = set()
    is_chosen = False
    for name in rule.pattern.groupindex:
        places = [start for start, end in match.spans(name) if end - start == 1 and start in sketch.mentions]
        start, end = match.span(name)
        if places:
            operands[name] = tuple([sketch.mentions[place] for place in places])
            known.update(places)
        elif start < end:
            words[name] = sketch.span(start, end)
    if "before" in rule.fields:
        name, _, other = rule.fields["before"].partition("|")
        alike = list(_before(sketch, match.start(), operands[other][0] if other in operands else "count"))
        named = [name]
        if name in _LATEST and len(alike) > 1:
            alike = _likeliest(sketch, alike)
            is_chosen = True
        if name.endswith("*"):
            named = [f"{name[:-1]}{number}" for number in range(1, max(len(alike), 2) + 1)]
        if len(alike) != len(named):
            return None
        operands.update((each, (item.quantity,)) for each, item in zip(named, alike, strict=True))
        known.update(item.place for item in alike)
    relation = Relation(rule.fields["role"], operands, words, rule, sketch.span(*match.span()), is_chosen)
    return relation, frozenset(known)


def _before(sketch: Sketch, place: int, like: Mention | str) -> Iterator[Item]:
    """The quantities of the sentence before that are of the same kind and unit, or of a kind alone.

    There are none in a row of a list, which what follows speaks of as a whole.
    """
    number = sketch.sentence(place)
    if not number:
        return
    start, end = sketch.sentences[number - 1]
    if sketch.text[start:end].lstrip().startswith(_BULLETS):
        return
    for item in sketch.between(start, end):
        mine = item.quantity
        if mine.kind == like or (
            isinstance(like, Quantity) and (mine.kind, mine.unit) == (like.kind, like.unit)
        ):
            yield item


def _likeliest(sketch: Sketch, items: Sequence[Item]) -> list[Item]:
    """Of the figures of a sentence those that it is about: not what they are part of, and the total before others."""
    start, _ = sketch.sentences[items[0].sentence]
    told = [item for item in items if not _MEASURED_BY.search(sketch.text, start, item.place)]
    totals = [item for item in told if _SUMMED_UP.search(sketch.text, start, item.place)]
    return totals if len(told) > 1 else told


def _is_blocked(sketch: Sketch, grammar: Grammar, kind: str, match: regex.Match[str]) -> bool:
    """Whether words that make a relation of this kind something else stand in its sentences."""
    first, _ = sketch.sentences[sketch.sentence(match.start())]
    _, last = sketch.sentences[sketch.sentence(match.end() - 1)]
    return any(
        rule.pattern.search(sketch.text, first, last)
        for rule in grammar.rules(_BLOCK)
        if kind in rule.fields["of"].split("|")
    )
