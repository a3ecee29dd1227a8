"""Numbers of cases that a sentence behind the parts of an amount tells under the names of the parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from beritaextract.facts.claims.cases import Cases, money
from beritaextract.facts.claims.parts import Side
from beritaextract.facts.sketch import Item
from beritaextract.rules import SYMBOLS

__all__ = ["labelled"]

_SENTENCES_ON = 2
_LEAST = 2
"""So many parts must be named again with their numbers."""
_WORDS = 2
_MENTIONS = f"{SYMBOLS['money']}-{SYMBOLS['place']}"
_ACRONYM = regex.compile(r"\((\p{Lu}{2,6})\)")


def labelled(parts: Sequence[Side], cases: Cases) -> dict[int, Item]:
    """The numbers of parts, by the place of their amounts: "JHT Rp9 miliar, JKM Rp4 miliar. JHT 312 kasus, JKM 95"."""
    named = [part for part in parts if part.purpose]
    if len(named) < _LEAST or all(part.cases for part in named):
        return {}
    sentences = cases.sketch.sentences
    number = max(part.item.sentence for part in parts)
    for start, end in sentences[number + 1 : number + 1 + _SENTENCES_ON]:
        if money(cases.sketch, start, end):
            break
        found = {
            part.item.place: item
            for part in named
            if (item := _told(part.purpose or "", cases, start, end)) is not None
        }
        is_each = len({item.place for item in found.values()}) == len(found)
        if len(found) >= _LEAST and is_each and all(_agrees(part, found) for part in named):
            return found
    return {}


def _agrees(part: Side, found: dict[int, Item]) -> bool:
    """Whether a part has no other number than the one found."""
    return part.cases is None or found.get(part.item.place, part.cases) is part.cases


def _told(label: str, cases: Cases, start: int, end: int) -> Item | None:
    """The number right behind the name of a part."""
    for name in _names(label):
        pattern = rf"(?i)\b{regex.escape(name)}\b[^{_MENTIONS}.,;:]{{0,30}}?\s(?P<cases>{SYMBOLS['count']})"
        if match := regex.search(pattern, cases.sketch.text, pos=start, endpos=end):
            return cases.counted(match.start("cases"))
    return None


def _names(label: str) -> Iterator[str]:
    """What the text may call a part again: its acronym, else its last words."""
    if acronym := _ACRONYM.search(label):
        yield acronym[1]
        label = label[: acronym.start()].rstrip()
    words = label.split()
    if words:
        yield " ".join(words[-_WORDS:])
    if len(words) == 1 or (words and words[-1].isupper()):
        yield words[-1]
