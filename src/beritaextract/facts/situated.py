"""Which place the text puts into which: *Kabupaten Garut, Jawa Barat*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from beritaextract.mentions import Mentions
from beritaextract.model import Place, Span

__all__ = ["Situated", "find"]

_INSIDE = regex.compile(r",\s?(?:Provinsi\s)?|\s\((?:Provinsi\s)?")
_HEAD = regex.compile(r"(?:Kabupaten|Kab\.|Kota)\s?")
_HEAD_BEFORE = regex.compile(r"\b(?:Kabupaten|Kab\.|Kota)\s$")
_GOES_ON = regex.compile(r",\s(?:dan|serta)?\s?\p{Lu}|\s(?:dan|serta)\s\p{Lu}")


class Situated(NamedTuple):
    """A regency or city with the province that stands behind it, and where both are printed."""

    inner: Place
    outer: Place
    inner_span: Span
    outer_span: Span


def find(mentions: Mentions) -> Iterator[Situated]:
    """The pairs in the order of the text; members of a list of places are none."""
    if not any(place.level == "province" for place in mentions.places):
        return
    marks = [(span, place) for place in mentions.places for span in place.mentions]
    marks.sort(key=lambda mark: mark[0].start)
    text = mentions.text
    for (near, inner), (far, outer) in pairwise(marks):
        if outer.level != "province" or outer.code is None or inner.level not in ("regency", "city"):
            continue
        if inner.code is None or not _INSIDE.fullmatch(text[near.end : far.start]):
            continue
        head = _HEAD.match(near.text) or _HEAD_BEFORE.search(text[max(near.start - 12, 0) : near.start])
        if head and not _GOES_ON.match(text, far.end):
            yield Situated(inner, outer, near, far)
