"""Figures of several kinds in one row, "Rp2 miliar untuk 30 sekolah", and the words before the first that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from beritaextract.facts.breakdowns.labels import name_before
from beritaextract.facts.breakdowns.names import plain_name
from beritaextract.facts.grammar import Fit, Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Date

__all__ = ["neighbours", "row_name"]

_APART = 60
_MOST = 3
_BREAK = regex.compile(r"[;:\n]|\b(?:dan|serta|sedangkan|sementara|lalu|kemudian|disusul|diikuti)\b")
_SPAN = regex.compile(
    r"\b(?i:hingga|sampai|antara|sejak|periode|dari)\s(?:(?:dengan|sampai|hingga|tanggal|akhir|awal|bulan|\p{N}++)\s)*+$"
)
"""The words before a date that make it one end of a span of time."""
_COPULA = regex.compile(r"\b(?:adalah|yakni|yaitu)\s(?=\p{Lu})|:\s")
_VERB = regex.compile(r"(?:naik|turun|jadi|(?:me|di|ter|ber)\p{Ll}{3,})")


def neighbours(sketch: Sketch, grammar: Grammar, item: Item, step: int) -> Iterator[Item]:
    """The figures of other kinds that stand close after an item in its sentence, or before it with a negative step.

    Percentages are passed over; the first figure of its own kind ends the row.
    """
    start, end = sketch.sentences[item.sentence]
    following = sketch.between(item.place + 1, end) if step > 0 else sketch.before(item.place)
    last, found = item, 0
    for other in following:
        if other.quantity.kind == "percent":
            continue
        if other.place < start or found == _MOST or not _are_close(sketch, last, other):
            return
        if grammar.fit(item.quantity, other.quantity) is Fit.YES:
            return
        yield other
        last, found = other, found + 1


def _are_close(sketch: Sketch, one: Item, other: Item) -> bool:
    """Whether two figures stand side by side, with nothing between that starts another row."""
    low, high = sorted((one.place, other.place))
    return high - low <= _APART and not _BREAK.search(sketch.text, low + 1, high)


def row_name(sketch: Sketch, grammar: Grammar, item: Item, others: Sequence[Item]) -> str:
    """The words before the first figure of the row of an item; a span of time where there is nothing else.

    Where they are no more than a verb, the name stands before the figure before, unless that is one of ``others``.
    """
    first = item
    for other in neighbours(sketch, grammar, item, -1):
        if "," in sketch.text[other.place + 1 : first.place]:
            break
        first = other
    if name := plain_name(_name(sketch, grammar, first)):
        return "" if _VERB.fullmatch(name) else name
    before = next(sketch.before(first.place), None)
    if before is None or before.sentence != first.sentence or before in others:
        return ""
    return plain_name(_name(sketch, grammar, before))


def _name(sketch: Sketch, grammar: Grammar, item: Item) -> str:
    """The words before a figure, from the one before it in its sentence on."""
    start = sketch.lead(item)
    copula = list(_COPULA.finditer(sketch.text, start, item.place))
    if copula:
        start = copula[-1].end()
    for place in range(item.place - 1, start - 1, -1):
        if isinstance(sketch.mentions.get(place), Date):
            span = _SPAN.search(sketch.text, start, place)
            if span and not name_before(sketch, grammar, place + 1, item.place):
                return sketch.words(span.start(), place + 1)
    return name_before(sketch, grammar, start, item.place)
