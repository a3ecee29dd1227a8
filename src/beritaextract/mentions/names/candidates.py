"""Where names can stand: runs of capitalised words with what joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from beritaextract.mentions.names.memo import Memo
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
_MOST_JOINING = 3
_SHORTENED = frozenset(
    (
        "Prof", "Drs", "Dra", "Moh", "Muh", "Mohd", "Jend", "Letjen", "Mayjen", "Brigjen", "Kec", "Kab", "Prov", "Kel",
        "Jln", "Apt", "Tbk", "Capt", "Bros",
    )
)  # fmt: skip
_TITLE_WORDS = 4
_LONGEST_TITLE = 40
_JOINT, _NAME, _NUMBER, _COMMON = 2, 1, 3, 5  # the odd ones go on with a run


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
        words, kinds = page.forms, list(map(self._kinds.__getitem__, page.forms))
        runs: list[Run] = []
        for _, low, high in page.blocks:
            if high - low <= _LONGEST_TITLE and _titled(page.forms, kinds, low, high):
                if words is page.forms:
                    words = list(words)
                for at in range(low, high):
                    if kinds[at] == _COMMON:
                        words[at], kinds[at] = page.lowers[at], 0
            runs += _runs(words, kinds, low, high)
        return words, runs

    def _kind(self, form: str) -> int:
        """What a word can be in a run, 0 for nothing."""
        if form in _JOINING:
            return _JOINT
        if not form[0].isalpha():
            return _NUMBER if form.isdigit() and len(form) <= 3 else 0
        if form.islower() and not ("." in form and len(form) > 5):
            return 0
        return _COMMON if form.lower() in self._ordinary else _NAME


def _titled(forms: Sequence[str], kinds: Sequence[int], low: int, high: int) -> bool:
    """Whether a line is written as titles are: at most a quarter of its longer words in small letters."""
    if kinds[low:high].count(0) * 2 > high - low:
        return False
    longer = [form for form in forms[low:high] if len(form) > 3 and form.isalpha()]
    return len(longer) >= _TITLE_WORDS and sum(map(str.islower, longer)) * 4 <= len(longer)


def _runs(words: Sequence[str], kinds: Sequence[int], low: int, high: int) -> Iterator[Run]:
    at = low
    while at < high:
        kind = kinds[at]
        if kind not in (_NAME, _COMMON):
            at += 1
            continue
        last = at + 1
        if last < high and kinds[last]:
            last = _end(words, kinds, last, min(high, at + LONGEST))
        if (
            last - at > 1 or kind == _NAME
        ):  # alone, an ordinary word with a capital begins a sentence or is an office
            yield Run(at, last, low, high)
        at = last


def _end(words: Sequence[str], kinds: Sequence[int], last: int, high: int) -> int:
    """Where the run ends whose first word ends at ``last``."""
    while last < high:
        if kinds[last] & 1:
            last += 1
            continue
        after = last
        while after < high and kinds[after] == _JOINT and after - last < _MOST_JOINING:
            after += 1
        if after in (last, high) or not kinds[after] & 1:
            break
        if words[last] == "." and not _is_short(words[last - 1]):
            break
        last = after + 1
    return last


def _is_short(word: str) -> bool:
    return len(word) <= 2 or word in _SHORTENED or (len(word) == 3 and not word.isupper())
