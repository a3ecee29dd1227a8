"""Answers about words that are worked out once, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Memo"]

Value = TypeVar("Value")
_MOST = 50_000


class Memo(dict[str, Value]):
    """Word → what ``find`` says of it; forgets all words when they grow too many.

    >>> lengths = Memo(len)
    >>> lengths["desa"], dict(lengths)
    (4, {'desa': 4})
    """

    def __init__(self, find: Callable[[str], Value], most: int = _MOST) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, word: str) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._find(word)
        return value
