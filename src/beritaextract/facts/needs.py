"""Which of the words that rules need a text has, told by looking at each of its words once, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from beritaextract.mentions.memo import Memo

__all__ = ["Needs", "occurrences"]

_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST = 3


def occurrences(text: str, needs: Iterable[str]) -> list[int]:
    """Where in a text the needs stand, in order.

    >>> occurrences("dari jumlah itu, dari sana", ["dari", "itu"])
    [0, 12, 17]
    """
    found = []
    for need in needs:
        place = text.find(need)
        while place >= 0:
            found.append(place)
            place = text.find(need, place + 1)
    return sorted(found)


class Needs:
    """The needs of many rules; it remembers what it has seen in the words that it has met."""

    def __init__(self, needs: Iterable[str]) -> None:
        self._always: set[str] = set()
        self._needs: dict[str, list[str]] = {}
        for need in needs:
            stem = max(_LETTERS.findall(need.lower()), key=len, default="")
            if len(stem) < _FIRST:
                self._always.add(need)
            else:
                self._needs.setdefault(stem, []).append(need)
        self._begin: dict[str, tuple[str, ...]] = {}
        for stem in self._needs:
            self._begin[stem[:_FIRST]] = (*self._begin.get(stem[:_FIRST], ()), stem)
        self._met = Memo(self._inside)

    def among(self, words: Iterable[str]) -> Set[str]:
        """The needs that a text of these words, in small letters, can have; of "jumlah itu" it has the longer word."""
        return self._always.union(*filter(None, map(self._met.__getitem__, words)))

    def _inside(self, word: str) -> list[str]:
        """The needs of which the longest word is in ``word``."""
        found: list[str] = []
        begin = self._begin
        for at in range(len(word) - _FIRST + 1):
            stems = begin.get(word[at : at + _FIRST])
            if stems and word.startswith(stems, at):
                found += [need for stem in stems if word.startswith(stem, at) for need in self._needs[stem]]
        return found
