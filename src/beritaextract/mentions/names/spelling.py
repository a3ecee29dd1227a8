"""How far two spellings are from one another, and how words read without their accents."""

from __future__ import annotations

import unicodedata

__all__ = ["distance", "without_accents"]

_LONGEST = 40
"""Letters of a word that are compared; no text makes this slow."""


def distance(one: str, two: str, *, swaps: bool = False) -> int:
    """The number of letters to change from one word to the other; with ``swaps`` two that changed places count as one.

    >>> distance("nazarudin", "nasaruddin"), distance("negeri", "ngeeri"), distance("negeri", "ngeeri", swaps=True)
    (2, 2, 1)
    """
    before: list[int] = []
    last = list(range(len(two[:_LONGEST]) + 1))
    for i, letter in enumerate(one[:_LONGEST]):
        row = [i + 1]
        for j, other in enumerate(two[:_LONGEST]):
            best = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter != other))
            if swaps and i and j and letter == two[j - 1] and one[i - 1] == other:
                best = min(best, before[j - 1] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]


def without_accents(words: str) -> str:
    """The same letters without their diacritics.

    >>> without_accents("São Tomé")
    'Sao Tome'
    """
    if words.isascii():
        return words
    return "".join(each for each in unicodedata.normalize("NFD", words) if not unicodedata.combining(each))
