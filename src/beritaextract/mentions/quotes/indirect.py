"""Reported speech without marks: which words of a sentence are what somebody says."""

from __future__ import annotations

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.quotes.prose import Prose
from beritaextract.mentions.quotes.speech import DOUBLE, Form

__all__ = ["reported"]

_SHORTEST = 3
_LONGEST_ASIDE = 15
# after a verb these lead to whom, where or when it is said, not to what
_ASIDE = frozenset(
    (
        "kepada",
        "dalam",
        "saat",
        "di",
        "pada",
        "melalui",
        "usai",
        "ketika",
        "lewat",
        "hal",
        "itu",
        "ini",
        "demikian",
    )
)


def reported(
    prose: Prose, form: Form, cue: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """The words of a sentence that are said, next to the words that say who says it.

    Args:
        prose: The text.
        form: How the attribution stands.
        cue: The words of the attribution (half-open).
        sentence: The first word of the sentence, and the end of its paragraph.
    """
    page = prose.page
    start, high = sentence
    end = prose.sentence_end(cue[1], high)
    if form == "active":
        first = _object(page, cue[1], end)
    elif cue[0] == start or form in ("according", "passive"):
        first = _after_comma(page, cue[1], end) if cue[0] == start else None
    else:
        first = _after_comma(page, cue[1], end)
        before = cue[0] - 1 - start
        if before >= (end - first if first is not None else 1):
            first, end = start, cue[0] - 1
    if first is None or end - first < _SHORTEST or page.forms[first] in DOUBLE:
        return None
    return first, end


def _object(page: Page, word: int, end: int) -> int | None:
    """The first word of the clause that an active verb reports."""
    lowers = page.lowers
    for place in range(word, min(word + _LONGEST_ASIDE, end)):
        if lowers[place] == "bahwa":
            return place + 1
    if word < end and lowers[word] == ",":
        return word + 1
    return word if word < end and lowers[word] not in _ASIDE else None


def _after_comma(page: Page, word: int, end: int) -> int | None:
    return word + 1 if word < end and page.lowers[word] == "," else None
