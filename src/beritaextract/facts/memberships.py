"""Memberships: how many members an organisation or programme has, where, as of when and in which categories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.ledger import Draft
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Date, Membership, Part, Ref, Span
from beritaextract.rules import Rule

__all__ = ["find"]

_FEWEST = 100
_FURTHEST = 3
_FAR = 3000


def find(sketch: Sketch, grammar: Grammar, drafts: Sequence[Draft]) -> Iterator[Membership]:
    """The memberships of one sketch; a total that is itself a part of another is none."""
    seen: set[int | None] = set()
    sums = [draft for draft in drafts if draft.breakdown.relation == "sum"]
    below = {item.place for draft in sums for item in draft.items} - {draft.total.place for draft in sums}
    for rule in grammar.active(sketch.text, ["total"]):
        for match in rule.pattern.finditer(sketch.text):
            item = next(iter(sketch.between(match.start("total"), match.end("total"))), None)
            if item is None or item.place in below:
                continue
            value, unit = item.quantity.value, item.quantity.unit
            if unit and not grammar.starts("unit", unit, 0, len(unit)):
                continue
            if value is None or value < _FEWEST or value in seen:
                continue
            organization = _organization(sketch, grammar, item)
            if organization is not None:
                seen.add(int(value))
                yield _membership(sketch, grammar, item, organization, rule=rule, drafts=drafts)


def _membership(
    sketch: Sketch, grammar: Grammar, item: Item, organization: Span, *, rule: Rule, drafts: Sequence[Draft]
) -> Membership:
    place = _place(sketch, grammar, item)
    as_of = _as_of(sketch, grammar, item)
    categories = _parts(drafts, item, "sum")
    of_which = _parts(drafts, item, "subset")
    spans = [organization, place, as_of.span if as_of else None, item.quantity.span]
    return Membership(
        organization=Ref(name=" ".join(organization.text.split())),
        place=Ref(name=" ".join(place.text.split())) if place else None,
        as_of=as_of.value.rpartition("/")[2] if as_of and as_of.value else None,
        total=item.quantity,
        categories=categories,
        of_which=of_which,
        evidence=tuple(sorted((span for span in spans if span), key=lambda span: span.start)),
        rule=rule.id,
    )


def _parts(drafts: Sequence[Draft], item: Item, relation: str) -> tuple[Part, ...]:
    found = [
        draft.breakdown.parts
        for draft in drafts
        if draft.breakdown.relation == relation and draft.total is item
    ]
    if relation == "sum":
        return found[0] if found else ()
    return tuple(part for parts in found for part in parts)


def _organization(sketch: Sketch, grammar: Grammar, item: Item) -> Span | None:
    """The name in the same sentence that stands nearest before the total, else after it, else the last before."""
    start, end = sketch.sentences[item.sentence]
    low = max(0, start - _FAR)
    names = [
        match for rule in grammar.rules("name") for match in rule.pattern.finditer(sketch.text, low, end)
    ]
    here = [name for name in names if start <= name.start()]
    before = [name for name in here if name.end() <= item.place]
    chosen = before[-1] if before else here[0] if here else names[-1] if names else None
    return sketch.span(chosen.start(), chosen.end()) if chosen else None


def _place(sketch: Sketch, grammar: Grammar, item: Item) -> Span | None:
    start, end = sketch.sentences[item.sentence]
    found = [
        match for rule in grammar.rules("place") for match in rule.pattern.finditer(sketch.text, start, end)
    ]
    return sketch.span(*found[0].span("place")) if found else None


def _as_of(sketch: Sketch, grammar: Grammar, item: Item) -> Date | None:
    """The date that the sentence, or one just before it, states the figure for."""
    for back in range(item.sentence, max(item.sentence - _FURTHEST, -1), -1):
        start, end = sketch.sentences[back]
        for rule in grammar.rules("as_of"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                mention = sketch.mentions.get(match.start("date"))
                if isinstance(mention, Date) and mention.value:
                    return mention
    return None
