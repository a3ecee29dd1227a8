"""A list of parts after its trigger: the stretches that it fills, and which quantities are in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Quantity
from beritaextract.rules import SYMBOLS

__all__ = ["MOST_PARTS", "Region", "is_base", "lines_after", "members"]

MOST_PARTS = 60
_BEFORE = 40
_BULLET = regex.compile(r"\s*+(?:[-–—•*·▪]|(?:\p{L}|\d{1,2})[.)])\s")
_ROW = regex.compile(rf"\s*+(?=\p{{Lu}}[^:.;\n\uE000-\uE003]{{1,50}}:\s?+{SYMBOLS['count']})")
"""The start of a line or sentence that has a name before its figure: "Kota Palu: 12 kasus"."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of one sentence that a list may fill."""

    start: int
    end: int


def members(sketch: Sketch, grammar: Grammar, region: Region, total: Quantity) -> list[Item]:
    """The quantities of a region that fit the total, without bases of comparison and repeats in brackets."""
    if sketch.count(region.start, region.end) > MOST_PARTS:
        return []
    items = sketch.between(region.start, region.end)
    way = grammar.is_way(total)
    fitting = [
        item
        for item in items
        if grammar.fit(total, item.quantity)
        and (not grammar.lasts(item.quantity) or (way and item.quantity.unit == total.unit))
        and (total.per or not item.quantity.per or item.quantity.kind != "count")
    ]
    kept = [item for item in fitting if not is_base(sketch, grammar, item, region.start)]
    outside = [item for item in kept if not _in_brackets(sketch.text, item.place, region.start)]
    return kept if len(outside) * 2 < len(kept) else outside


def is_base(sketch: Sketch, grammar: Grammar, item: Item, start: int) -> bool:
    """Whether a quantity is what the one before it is compared with: "Rp4 miliar dari target Rp5 miliar"."""
    for previous in sketch.before(item.place):
        if previous.place < start:
            return False
        if previous.quantity.kind != "percent":
            break
    else:
        return False
    if not grammar.fit(previous.quantity, item.quantity):
        return False
    low = max(previous.place, item.place - _BEFORE)
    return any(grammar.search(role, sketch.text, low, item.place) for role in ("base", "compared"))


def _in_brackets(text: str, place: int, start: int) -> bool:
    return text.rfind("(", start, place) > text.rfind(")", start, place)


def lines_after(sketch: Sketch, place: int) -> Iterator[Region]:
    """The lines of a list with bullets, letters, numbers or names that starts after the sentence of ``place``."""
    number = sketch.sentence(place) + 1
    while number < len(sketch.sentences):
        start, end = sketch.sentences[number]
        bullet = _BULLET.match(sketch.text, start, end) or _ROW.match(sketch.text, start, end)
        if not bullet:
            return
        yield Region(bullet.end(), end)
        number += 1
