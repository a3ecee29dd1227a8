"""Which of the words that rules need a text has, told by looking at each of its words once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

__all__ = ["Needs"]

_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST = 3
_MOST_WORDS = 50_000


class Needs:
    """The needs of many rules; it remembers what it has seen in the words that it has met."""

    def __init__(self, needs: Iterable[str]) -> None:
        self._always: set[str] = set()
        self._needs: dict[str, list[str]] = {}
        self._met: dict[str, tuple[str, ...]] = {}
        for need in needs:
            stem = max(_LETTERS.findall(need.lower()), key=len, default="")
            if len(stem) < _FIRST:
                self._always.add(need)
            else:
                self._needs.setdefault(stem, []).append(need)
        self._begin: dict[str, tuple[str, ...]] = {}
        for stem in self._needs:
            self._begin[stem[:_FIRST]] = (*self._begin.get(stem[:_FIRST], ()), stem)

    def among(self, words: Iterable[str]) -> Set[str]:
        """The needs that a text of these words, in small letters, can have; of "jumlah itu" it has the longer word."""
        words = set(words)
        held = [*map(self._met.get, words)]
        if None in held:
            held = [self._held(word) for word in words]
        return self._always.union(*filter(None, held))

    def _held(self, word: str) -> tuple[str, ...]:
        held = self._met.get(word)
        if held is None:
            if len(self._met) > _MOST_WORDS:
                self._met.clear()
            held = self._met[word] = tuple(self._inside(word))
        return held

    def _inside(self, word: str) -> list[str]:
        """The needs of which the longest word is in ``word``."""
        found: list[str] = []
        begin = self._begin
        for at in range(len(word) - _FIRST + 1):
            stems = begin.get(word[at : at + _FIRST])
            if stems and word.startswith(stems, at):
                found += [need for stem in stems if word.startswith(stem, at) for need in self._needs[stem]]
        return found
