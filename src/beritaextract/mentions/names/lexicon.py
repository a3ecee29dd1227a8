"""A phrase index: which stretches of words a table lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

__all__ = ["Lexicon"]

Value = TypeVar("Value")
_WORD = re.compile(r"\w+(?:['’`‘]\w+)*|[^\w\s]")


class Lexicon(Generic[Value]):
    """Phrases, without regard to large and small letters, each with a value.

    Of two values of one phrase the first stays, or what ``both`` makes of them.

    >>> lexicon = Lexicon([("Tanah Laut", "63.01"), ("Tanah Bumbu", "63.10"), ("Tanah", "?")])
    >>> lexicon.longest(["di", "tanah", "laut", "itu"], 1, 4)
    (3, '63.01')
    >>> lexicon.longest(["di", "laut"], 1, 2) is None
    True
    """

    def __init__(
        self, rows: Iterable[tuple[str, Value]], both: Callable[[Value, Value], Value] | None = None
    ) -> None:
        values: dict[str, Value] = {}
        masks: dict[str, int] = {}
        for row, value in rows:
            phrase = _joined(row)
            known = values.get(phrase)
            if known is not None:
                values[phrase] = both(known, value) if both is not None else known
            elif phrase:
                values[phrase] = value
                first, space, rest = phrase.partition(" ")
                masks[first] = masks.get(first, 0) | (1 << rest.count(" ") + 1 if space else 1)
        self._values = values
        lengths = {mask: _lengths(mask) for mask in set(masks.values())}
        self._lengths = {first: lengths[mask] for first, mask in masks.items()}

    def first_words(self) -> Iterable[str]:
        """The words that phrases begin with, in small letters."""
        return self._lengths.keys()

    def items(self) -> Iterable[tuple[str, Value]]:
        """The phrases, in small letters, with their values."""
        return self._values.items()

    def longest(self, lowers: Sequence[str], at: int, end: int) -> tuple[int, Value] | None:
        """The longest phrase that begins with word ``at`` and ends by ``end``: where it ends, and its value."""
        word = lowers[at]
        for length in self._lengths.get(word, ()):
            if at + length <= end:
                value = self._values.get(word if length == 1 else " ".join(lowers[at : at + length]))
                if value is not None:
                    return at + length, value
        return None

    def get(self, phrase: str) -> Value | None:
        """The value of a whole phrase."""
        return self._values.get(_joined(phrase))


def _joined(phrase: str) -> str:
    """A phrase in small letters, with one space between words and around signs."""
    phrase = phrase.lower()
    if phrase.isalpha():
        return phrase
    if phrase.replace(" ", "").isalpha():
        return phrase.strip() if "  " not in phrase else " ".join(phrase.split())
    return " ".join(_WORD.findall(phrase))


def _lengths(mask: int) -> tuple[int, ...]:
    """The numbers of words for which a bit is set, the largest first."""
    return tuple(length for length in range(mask.bit_length(), 0, -1) if mask >> length - 1 & 1)
