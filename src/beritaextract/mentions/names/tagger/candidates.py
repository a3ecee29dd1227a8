"""Where names can stand: runs of capitalised words with what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from beritaextract.mentions.memo import Memo
from beritaextract.mentions.names.page import Page

__all__ = ["LONGEST", "Candidates", "Run"]

LONGEST = 40
"""Words of the longest run; what goes on is a run of its own."""

_JOINING = frozenset(
    (
        "dan", "of", "the", "and", "for", "bin", "binti", "bint", "ibn", "al", "el", "de", "da", "do", "dos",
        "du", "del", "della", "der", "den", "la", "le", "las", "los", "van", "von", "&", "-", "–", "/", "(", ")", ".",
        "'", "’", "`", "‘", "+",
    )
)  # fmt: skip
_SHORTENED = frozenset(
    (
        "Prof", "Drs", "Dra", "Moh", "Muh", "Mohd", "Jend", "Letjen", "Mayjen", "Brigjen", "Kec", "Kab", "Prov", "Kel",
        "Jln", "Apt", "Tbk", "Capt", "Bros",
    )
)  # fmt: skip
_TITLE_WORDS = 4
_LONGEST_TITLE = 40
# What words can be in a run, a letter each: names, common words and numbers, the small letters for those that a dot
# may follow within a name; joints, among them the dot; a blank for what is in none. So runs are found by a pattern.
_RUN = re.compile(r"[NnCc](?:[NnCcd]|(?:J|(?<=[ncd])[.])[J.]{0,2}[NnCcd])*")
_COMMON = str.maketrans("Cc", "  ")


class Run(NamedTuple):
    """Words ``first`` to ``last`` (half-open) of a block from ``low`` to ``high``."""

    first: int
    last: int
    low: int
    high: int


class Candidates:
    """Finds the runs of pages.

    Args:
        ordinary: The words, in small letters, that are mostly written so.
    """

    def __init__(self, ordinary: Set[str]) -> None:
        self._ordinary = ordinary
        self._kinds = Memo(self._kind)

    def find(self, page: Page) -> tuple[list[str], list[Run]]:
        """The words of a page as they would stand in running text, ordinary ones of titles small, and its runs."""
        words, kinds = page.forms, "".join(map(self._kinds.__getitem__, page.forms))
        runs: list[Run] = []
        for _, low, high in page.blocks:
            here = kinds[low:high]
            if high - low <= _LONGEST_TITLE and _titled(page.forms[low:high], here):
                if words is page.forms:
                    words = list(words)
                for at, kind in enumerate(here, low):
                    if kind in "Cc":
                        words[at] = page.lowers[at]
                here = here.translate(_COMMON)
            runs += [Run(low + first, low + last, low, high) for first, last in _stretches(here)]
        return words, runs

    def _kind(self, form: str) -> str:
        """What a word can be in a run."""
        if form in _JOINING:
            return "." if form == "." else "J"
        if not form[0].isalpha():
            return "d" if form.isdigit() and len(form) <= 3 else " "
        if form.islower() and not ("." in form and len(form) > 5):
            return " "
        kind = "C" if form.lower() in self._ordinary else "N"
        return kind.lower() if _is_short(form) else kind


def _titled(forms: Sequence[str], kinds: str) -> bool:
    """Whether a line is written as titles are: at most a quarter of its longer words in small letters."""
    if kinds.count(" ") * 2 > len(kinds):
        return False
    longer = [form for form in forms if len(form) > 3 and form.isalpha()]
    return len(longer) >= _TITLE_WORDS and sum(map(str.islower, longer)) * 4 <= len(longer)


def _stretches(kinds: str) -> Iterator[tuple[int, int]]:
    """The first and last word (half-open) of each run of a block."""
    at = 0
    while run := _RUN.search(kinds, at):
        first, at = run.span()
        if at - first > LONGEST and (run := _RUN.match(kinds, first, first + LONGEST)):
            at = run.end()
        # alone, an ordinary word with a capital begins a sentence or is an office
        if at - first > 1 or kinds[first] in "Nn":
            yield first, at


def _is_short(word: str) -> bool:
    return len(word) <= 2 or word in _SHORTENED or (len(word) == 3 and not word.isupper())
