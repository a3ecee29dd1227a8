"""Answers about words that are worked out once, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Memo"]

Value = TypeVar("Value")
_MOST = 8_000
"""The words of a thousand articles: more of them cost tens of megabytes in a long run, and spare hardly any work."""
_LONGEST = 40


class Memo(dict[str, Value]):
    """Word → what ``find`` says of it; when the words grow too many, it forgets those that have not come for long.

    >>> lengths = Memo(len, most=2)
    >>> lengths["desa"], dict(lengths)
    (4, {'desa': 4})
    >>> lengths["kota"], lengths["rukun"], dict(lengths)
    (4, 5, {'rukun': 5})

    Args:
        most: How many words it holds; as many again wait to be asked for once more. What is too long to be a word is
            not held.
    """

    def __init__(self, find: Callable[[str], Value], most: int = _MOST) -> None:
        super().__init__()
        self._find = find
        self._most = most
        self._before: dict[str, Value] = {}

    def __missing__(self, word: str) -> Value:
        if len(self) >= self._most:
            self._before = self.copy()
            self.clear()
        before = self._before  # another thread may put a new one there
        value = before[word] if word in before else self._find(word)
        if len(word) <= _LONGEST:
            self[word] = value
        return value
