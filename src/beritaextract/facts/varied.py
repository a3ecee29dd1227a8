"""One printed amount that means two: a billion a year and a billion a month, Rp933,776 and Rp933,776 miliar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from beritaextract.facts.restated import Restatement
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.facts.subjects import count_shared, subjects_of
from beritaextract.model import Quantity

__all__ = ["find"]

_PERIODS = frozenset({"day", "week", "month", "quarter", "semester", "year"})
_NEAREST = 6  # sentences apart
_FEWEST_SHARED = 2
_FEWEST_DIGITS = 4
_NUMBER = regex.compile(r"\d[\d.,]*+(?<=\d)")


def find(sketches: Sequence[Sketch]) -> Iterator[Restatement]:
    """Amounts that are repeated in full, but for their period or their scale word."""
    amounts: list[Quantity] = []
    for sketch in sketches:
        items = [item for item in sketch.items if item.quantity.kind == "money" and item.quantity.value]
        if len(items) > 1:
            yield from _paced(sketch, items)
        amounts += [item.quantity for item in items]
    yield from _scaled(amounts)


def _paced(sketch: Sketch, items: Sequence[Item]) -> Iterator[Restatement]:
    paced = [item for item in items if item.quantity.per in _PERIODS]
    for number, before in enumerate(paced):
        for after in paced[number + 1 :]:
            if _differ(before, after) and _is_of_one(sketch, before, after):
                yield Restatement("repeated", before.quantity, (), after.quantity)


def _differ(before: Item, after: Item) -> bool:
    one, two = before.quantity, after.quantity
    same = (one.value, one.unit, one.modifier) == (two.value, two.unit, two.modifier)
    return same and one.per != two.per and 0 < after.sentence - before.sentence <= _NEAREST


def _is_of_one(sketch: Sketch, before: Item, after: Item) -> bool:
    one, two = (sketch.text[slice(*sketch.sentences[each.sentence])] for each in (before, after))
    return count_shared(subjects_of(one), two) >= _FEWEST_SHARED


def _scaled(amounts: Sequence[Quantity]) -> Iterator[Restatement]:
    """Figures of so many digits that the same again is the same amount, with another scale word or without one."""
    known: dict[tuple[str | None, str], Quantity] = {}
    told = set()
    for quantity in amounts:
        number = _NUMBER.search(quantity.span.text)
        if number is None or len(number.group()) - number.group().count(".") <= _FEWEST_DIGITS:
            continue
        key = quantity.unit, number.group()
        first = known.setdefault(key, quantity)
        if first.value != quantity.value and key not in told:
            told.add(key)
            yield Restatement("repeated", first, (), quantity)
