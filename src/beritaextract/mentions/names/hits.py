"""Where on a page the words stand at which a stage looks closer, found for all stages in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from beritaextract.mentions.names.page import Page

__all__ = ["Hits", "positions"]


class Hits:
    """Finds the words of several stages at once: most words of a page are in no table.

    Args:
        tables: The words of each stage, in small letters.
    """

    def __init__(self, *tables: Iterable[str]) -> None:
        self._tables = len(tables)
        self._stages: dict[str, tuple[int, ...]] = {}
        for number, words in enumerate(tables):
            alone: dict[str, tuple[int, ...]] = dict.fromkeys(words, (number,))
            for word in self._stages.keys() & alone.keys():
                alone[word] = (*self._stages[word], number)
            self._stages |= alone

    def find(self, page: Page) -> list[list[int]]:
        """For each stage the positions of its words."""
        found: list[list[int]] = [[] for _ in range(self._tables)]
        index, stages = page.index(), self._stages
        for low in index.keys() & stages.keys():
            for number in stages[low]:
                found[number] += index[low]
        for each in found:
            each.sort()
        return found


def positions(page: Page, words: Iterable[str]) -> list[int]:
    """Where the words of one table stand."""
    index = page.index()
    return sorted(chain.from_iterable(index[low] for low in index.keys() & words))
