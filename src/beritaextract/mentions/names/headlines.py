"""Which blocks of a page are set like a headline, with all their words large, so that no name shows where it ends."""

from __future__ import annotations

from bisect import bisect_right

from beritaextract.mentions.names.page import Block, Page

__all__ = ["Headlines"]

_SMALL = frozenset(("untuk", "dengan", "dalam", "tentang", "serta", "bagi", "kepada", "hingga", "agar"))
_LONGEST = 25
_ENDS = frozenset((".", ",", ":"))


class Headlines:
    """The blocks of one page by their words."""

    def __init__(self, page: Page) -> None:
        self._blocks = page.blocks
        self._firsts = [block.first for block in page.blocks]
        self._large = [
            block.kind == "headline" or (block.last - block.first <= _LONGEST and _is_set_large(page, block))
            for block in page.blocks
        ]
        self.any = any(self._large)

    def block(self, at: int) -> Block:
        """The block of word ``at``."""
        return self._blocks[bisect_right(self._firsts, at) - 1]

    def __contains__(self, at: int) -> bool:
        """Whether word ``at`` stands in a headline or in a line set like one."""
        return self.any and self._large[bisect_right(self._firsts, at) - 1]


def _is_set_large(page: Page, block: Block) -> bool:
    """Whether a short block is set like a headline."""
    first, last = block.first, block.last
    if page.forms[last - 1] in _ENDS or page.forms[first][0].islower():
        return False
    long = [word for word in page.forms[first:last] if len(word) > 4 and word[0].isalpha()]
    return len(long) > 2 and all(word[0].isupper() or word in _SMALL for word in long)
