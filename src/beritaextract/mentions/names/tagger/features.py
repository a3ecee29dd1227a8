"""What the model sees of a word: features of one word at one place, and nothing of two words together."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.mentions.names.tagger.word_classes import WordClasses
from beritaextract.mentions.names.words import Codes

__all__ = ["PLACES", "POSITION", "VERSION", "WordFeatures", "position", "shape"]

VERSION = 3
"""Counts up when features change: weights made for other features say nothing."""

PLACES = {"0": 0, "-1": -1, "+1": 1, "-2": -2, "+2": 2}
"""Where a word stands as seen from another, by name: how far to the right."""

POSITION = "@"
"""The place of features that are of no word."""

_DEPTHS = {"0": 3, "-1": 2, "+1": 2, "-2": 1, "+2": 1}


class WordFeatures:
    """The features of words, by the tables of one book and the statistics of unlabelled news.

    Args:
        classes: What the tables say of words.
        codes: What unlabelled news says of them.
    """

    def __init__(self, classes: WordClasses, codes: Codes) -> None:
        self._classes = classes
        self._codes = codes
        self.ordinary = codes.ordinary

    def at(self, place: str, form: str) -> list[str]:
        """The features of a word at one of :data:`PLACES`: all at ``"0"``, the fewer the farther it is."""
        return [name for part in self._parts(form)[: _DEPTHS[place]] for name in part]

    def _parts(self, form: str) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
        """What is seen of a word from two words away, what more from beside it, and what of itself alone."""
        lower = form.lower()
        share, _, cluster = self._codes.get(lower, "").partition(" ")
        near = [f"s={shape(form)}", f"l={share}", f"c={cluster}"]
        if lower in self._classes:
            near += [f"g={known}" for known in self._classes[lower]]
        if not lower.isalpha():
            return (f"w={lower}",), near, ()
        own = (
            f"p2={lower[:2]}", f"p3={lower[:3]}", f"p4={lower[:4]}",
            f"e2={lower[-2:]}", f"e3={lower[-3:]}", f"e4={lower[-4:]}", f"n={min(len(lower), 12)}",
        )  # fmt: skip
        return (f"w={lower}",), near, own


def shape(form: str) -> str:
    """Capitals, small letters and digits of a word, runs of one kind as one sign; how many, where all are capitals.

    >>> [shape(form) for form in ("Kudus", "DPRD", "PermenPUPR", "M", "1990-an", "&")]
    ['Aa', 'A4', 'AaA', 'A1', '0-a', '&']
    """
    if form.isalpha():
        if form.isupper():
            return f"A{min(len(form), 8)}"
        if form.istitle():
            return "Aa"
    signs = ""
    for letter in form:
        sign = "A" if letter.isupper() else "a" if letter.isalpha() else "0" if letter.isdigit() else letter
        if signs[-1:] != sign:
            signs += sign
    return signs[:6]


def position(at: int, length: int) -> str:
    """Where a word stands in its run, and how long that is.

    >>> position(0, 1), position(3, 9)
    ('0,0,1', '3,3,6')
    """
    return f"{min(at, 3)},{min(length - at - 1, 3)},{min(length, 6)}"
