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
        longer: dict[str, dict[str, int]] = {}  # first word → second word → a bit for each number of words
        alone: dict[str, int] = {}
        for row, value in rows:
            phrase = _joined(row)
            known = values.get(phrase)
            if known is not None:
                values[phrase] = both(known, value) if both is not None else known
            elif phrase:
                values[phrase] = value
                first, space, rest = phrase.partition(" ")
                if space:
                    seconds = longer.get(first)
                    if not seconds:
                        seconds = longer[first] = {}
                    second, space, rest = rest.partition(" ")
                    seconds[second] = seconds.get(second, 0) | (8 << rest.count(" ") if space else 4)
                elif first not in longer:
                    longer[first] = alone
        self._values = values
        self._longer = longer

    def first_words(self) -> Iterable[str]:
        """The words that phrases begin with, in small letters."""
        return self._longer.keys()

    def items(self) -> Iterable[tuple[str, Value]]:
        """The phrases, in small letters, with their values."""
        return self._values.items()

    def longest(self, lowers: Sequence[str], at: int, end: int) -> tuple[int, Value] | None:
        """The longest phrase that begins with word ``at`` and ends by ``end``: where it ends, and its value."""
        word = lowers[at]
        seconds = self._longer.get(word)
        if seconds is None:
            return None
        if seconds and at + 1 < end:
            lengths = seconds.get(lowers[at + 1], 0)
            while lengths:
                length = lengths.bit_length() - 1
                if at + length <= end:
                    value = self._values.get(" ".join(lowers[at : at + length]))
                    if value is not None:
                        return at + length, value
                lengths ^= 1 << length
        value = self._values.get(word)
        return (at + 1, value) if value is not None else None

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
