"""Breakdowns that percentages tell: shares that come to 100 percent, and a part with its percentage of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

import regex

from beritaextract.facts.breakdowns.aims import is_aim
from beritaextract.facts.breakdowns.labels import labelled
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.proven import is_share
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.relations import Relation
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Breakdown, Quantity

__all__ = ["find", "parts"]

_ALL = Fraction(100)
_ASTRAY = 20
"""By how many points the shares may miss a whole that the text says they make up."""
_FEW = 10
_KINDS = frozenset({"portions", "some"})
_OF = regex.compile(r"\b[Dd]ari\b[^,;:]{0,60}$")
_DIVIDED = regex.compile(
    r"\b(?:terdiri|terbagi|dibagi|meliputi|mencakup|rinci\p{L}*|perinci\p{L}*|yakni|yaitu|komposisi\p{L}*)\b|:"
)
_OF_THOSE = regex.compile(
    r"\s*+(?:[Dd]ari\s(?:jumlah|total|angka|seluruh(?:nya)?|keseluruhan)|[Rr]incian|[Pp]erincian|[Kk]omposisi)\p{L}*\b"
)


def find(sketch: Sketch, grammar: Grammar, relations: Sequence[Relation]) -> Iterator[Breakdown]:
    """The breakdowns in percent of one sketch, in the order of the text.

    Args:
        sketch: The sketch that the relations were found in.
        grammar: The rules of breakdowns, which tell where a label ends.
        relations: Those of the sketch; the ones that name shares of one whole are read.
    """
    if not any(relation.kind in _KINDS for relation in relations):
        return
    items = {item.quantity.span.start: item for item in sketch.items}
    told: set[int] = set()
    for relation in relations:
        if relation.kind not in _KINDS or "whole" in relation:
            continue
        shares = [items[each.span.start] for each in relation.quantities("share")]
        if shares[0].place in told:
            continue
        are_all = _are_all(relation, shares)
        if are_all or _leave_rest(relation, shares):
            told.update(share.place for share in shares)
            breakdown = _breakdown(sketch, grammar, relation, shares, "sum" if are_all else "subset")
            if all(part.label for part in breakdown.parts):
                yield breakdown


def parts(
    sketch: Sketch, grammar: Grammar, relations: Sequence[Relation], known: Iterable[Breakdown]
) -> Iterator[Breakdown]:
    """One part of one whole where the text says what percentage it is of it, in the order of the text.

    A part of the sentence before is one only where its percentage bears it out.

    Args:
        sketch: The sketch that the relations were found in.
        grammar: The rules of breakdowns, which tell where a label ends.
        relations: Those of the sketch; the ones that name a part, its percentage and its whole are read.
        known: The breakdowns found already, which are not told again.
    """
    shares = [each for each in relations if each.kind == "share" and not each.is_loose]
    if not shares:
        return
    told = {part.quantity.span.start for each in known for part in each.parts}
    items = {item.quantity.span.start: item for item in sketch.items}
    for relation in shares:
        part, whole = relation.quantity("part"), relation.quantity("whole")
        if part.span.start in told or not _is_part(part, whole) or is_aim(sketch, items[whole.span.start]):
            continue
        if "before" in relation.rule.fields and not is_share(part, whole, relation.quantity("percent")):
            continue
        told.add(part.span.start)
        item = items[part.span.start]
        region = Region(*sketch.sentences[item.sentence])
        found = labelled(sketch, grammar, [region], [item], total=whole)
        if found[0].label:
            evidence = (whole.span, part.span)
            yield Breakdown(
                relation="subset", total=whole, parts=found, evidence=evidence, rule=relation.rule.id
            )


def _is_part(part: Quantity, whole: Quantity) -> bool:
    return part.kind == whole.kind and bool(part.value) and (part.value or 0) < (whole.value or 0)


def _are_all(relation: Relation, shares: Sequence[Item]) -> bool:
    """Whether the shares come to the whole within their digits, or nearly do and are said to."""
    figures = [share.quantity for share in shares]
    if any(each.value is None or each.modifier != "exact" for each in figures):
        return False
    total = sum((Fraction(each.value or 0) for each in figures), Fraction(0))
    slack = sum((Fraction(each.step or 1) for each in figures), Fraction(0)) / 2
    if abs(total - _ALL) <= slack:
        return True
    return "complete" in relation and "rest" not in relation and abs(total - _ALL) <= _ASTRAY


def _leave_rest(relation: Relation, shares: Sequence[Item]) -> bool:
    """Whether the shares stay below the whole and the words leave a rest without a figure."""
    total = sum((Fraction(share.quantity.value or 0) for share in shares), Fraction(0))
    return "rest" in relation and all(share.quantity.value for share in shares) and total < _ALL


def _breakdown(
    sketch: Sketch,
    grammar: Grammar,
    relation: Relation,
    shares: Sequence[Item],
    kind: Literal["sum", "subset"],
) -> Breakdown:
    whole, start = _whole(sketch, shares)
    sentences = [sketch.sentences[number] for number in sorted({share.sentence for share in shares})]
    regions = [Region(max(low, start), high) for low, high in sentences]
    parts = labelled(sketch, grammar, regions, shares, total=shares[0].quantity)
    spans = [share.quantity.span for share in shares]
    return Breakdown(
        relation=kind,
        total=whole.quantity if whole else None,
        parts=parts,
        evidence=(*([whole.quantity.span] if whole else []), *spans),
        rule=relation.rule.id,
    )


def _whole(sketch: Sketch, shares: Sequence[Item]) -> tuple[Item | None, int]:
    """The figure of which they are shares, where the words say so, and the place where the list of shares begins.

    "Dari 1.500 responden, 60 persen …"; a figure that is no more than the number of the shares is not it.
    """
    text, place, (start, _) = sketch.text, shares[0].place, sketch.sentences[shares[0].sentence]
    before = next(sketch.before(place), None)
    if before is None or before.place < start:
        points_back = _OF_THOSE.match(text, start, place)
        near = before is not None and before.sentence == shares[0].sentence - 1
        return (before if points_back and near and _may_be_whole(before, shares) else None), start
    parted = _DIVIDED.search(text, before.place, place)
    leads = parted or _OF.search(text, start, before.place)
    whole = before if leads and _may_be_whole(before, shares) else None
    if parted:
        return whole, parted.end()
    return whole, before.place + 1 if whole else start


def _may_be_whole(item: Item | None, shares: Sequence[Item]) -> bool:
    """Whether a figure can be divided in percent: no percentage, no number of the shares, nothing small."""
    if item is None or item.quantity.kind == "percent" or item.quantity.value is None:
        return False
    return item.quantity.value > max(len(shares), _FEW)
