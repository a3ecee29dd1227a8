"""The words of a page with their paragraphs and sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.quotes.speech import DOUBLE, Vocabulary

__all__ = ["Prose"]


class Prose:
    """A page as prose; a closing mark belongs to the sentence that it closes.

    Args:
        page: The words.
        vocabulary: What the words around speech mean, and which abbreviations a full stop does not end.
        stops: The words that are signs which may end a sentence, in order.
    """

    def __init__(self, page: Page, vocabulary: Vocabulary, stops: Iterable[int]) -> None:
        self.page = page
        self.vocabulary = vocabulary
        self._block_ends = [block.last for block in page.blocks]
        self._ends = list(_sentence_ends(page, vocabulary, stops))

    def block(self, word: int) -> Block:
        """The paragraph of a word."""
        return self.page.blocks[bisect_right(self._block_ends, word)]

    def sentence_start(self, word: int, low: int) -> int:
        """The first word of the sentence that ``word`` belongs to, not before ``low``."""
        place = bisect_left(self._ends, word)
        return max(low, self._ends[place - 1] + 1) if place else low

    def sentence_end(self, word: int, high: int) -> int:
        """The sign that ends the sentence from ``word`` on, or ``high`` where none comes before."""
        place = bisect_left(self._ends, word)
        return min(high, self._ends[place]) if place < len(self._ends) else high


def _sentence_ends(page: Page, vocabulary: Vocabulary, stops: Iterable[int]) -> Iterator[int]:
    """The signs that end sentences; not the full stop of an abbreviation, nor one after which small letters go on."""
    forms, lowers = page.forms, page.lowers
    last = len(forms) - 1
    for stop in stops:
        after = forms[stop + 1] if stop < last else "X"
        if forms[stop] == "." and stop:
            if after[0].islower():
                continue
            before = lowers[stop - 1]
            if before in vocabulary.abbreviations or (len(before) == 1 and before.isalpha()):
                continue
        yield stop
        if after in DOUBLE and page.ends[stop] == page.starts[stop + 1]:
            yield stop + 1
