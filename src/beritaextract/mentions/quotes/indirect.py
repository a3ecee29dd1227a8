"""Reported speech without marks: which words of a sentence are what somebody says."""

from __future__ import annotations

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.quotes.prose import Prose
from beritaextract.mentions.quotes.speech import DOUBLE, Form

__all__ = ["reported"]

_SHORTEST = 3
_LONGEST_ASIDE = 15
_SHORT_VERB = 5
_VERB_BEGINNINGS = ("mem", "men", "mel", "mer", "mew", "ber", "ter", "di")
_CLAUSE_ENDS = frozenset((",", "yang"))
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
        if first is not None and not _is_clause(prose, cue[1], first, end):
            return None
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


def _is_clause(prose: Prose, after: int, first: int, end: int) -> bool:
    """Whether what a verb leads to is a clause, where its object may be a thing: *memastikan penyebab kebakaran*."""
    forms, lowers, vocabulary = prose.page.forms, prose.page.lowers, prose.vocabulary
    if lowers[after - 1] not in vocabulary.takes_things or first > after:
        return True
    if lowers[first] in vocabulary.clauses or lowers[after - 1] in vocabulary.takes_clauses:
        return lowers[first] in vocabulary.clauses
    for word in range(first, min(first + _LONGEST_ASIDE, end)):
        low = lowers[word]
        if low in vocabulary.predicates:
            return True
        if word > first and low not in vocabulary.verbless and _is_verb(low, forms[word]):
            return True
        if low in _CLAUSE_ENDS:
            return False
    return False


def _is_verb(low: str, form: str) -> bool:
    return len(low) > _SHORT_VERB and low == form and low.startswith(_VERB_BEGINNINGS)


def _after_comma(page: Page, word: int, end: int) -> int | None:
    return word + 1 if word < end and page.lowers[word] == "," else None
