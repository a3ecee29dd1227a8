"""English names of organisations: "Harbour Policy Institute", "University of the North", "Sundara Capital"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from beritaextract.mentions.names.organizations.tables import OrganizationTables
from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.names.words import ordinary

__all__ = ["EnglishNames"]

_GLUE: Final = frozenset(("and", "of", "the", "for", "&", "on"))
_OF: Final = frozenset(("of", "for"))
_TAIL: Final = frozenset(("indonesia", "international", "asia", "tbk", "co", "plc", "llc", "gmbh", "global"))
_MOST: Final = 7


class EnglishNames:
    """Reads the names that a word such as "Institute" ends, or begins as in "Institute of"."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables
        cues = tables.cues
        self._name, self._maybe, self._of = cues["name"], cues["maybe"], cues["of"]
        self._units, self._behind, self._before = cues["unit"], cues["behind"], cues["before"]
        self.triggers = self._name | self._maybe | self._of
        self._ordinary = ordinary()
        self._heads = frozenset(tables.heads.first_words()) - self.triggers

    def read(self, page: Page, block: Block, at: int, closed: Collection[int]) -> tuple[int, int] | None:
        """The first and the last word (half-open) of the name that the word ``at`` tells, or None.

        Args:
            page: The page.
            block: The block of the word.
            at: One of the :attr:`triggers`.
            closed: Words where no name stands.
        """
        last = self._past_of(page, block, at, closed)
        low = page.lowers[at]
        if last is None and low not in self._name and low not in self._maybe:
            return None
        first = self._first(page, block, at, closed)
        if last is None:
            last = self._past_tail(page, block, at)
            if first == at or self._generic(page, first, at):
                return None
            if last < block.last and self._goes_on(page, first, low, last):
                return None
        if first > block.first and page.lowers[first - 1] in self._before:
            return None
        return first, last

    def _past_of(self, page: Page, block: Block, at: int, closed: Collection[int]) -> int | None:
        """Where "University of the North" ends, if the word begins such a name."""
        lowers = page.lowers
        if at + 2 >= block.last or lowers[at] not in self._of or lowers[at + 1] not in _OF:
            return None
        last, more = at, at + 2
        while more < block.last and more - at < 10 and more not in closed:
            if self._proper(page, more) and not (last > at and lowers[more] in self._tables.given):
                last = more = more + 1
            elif lowers[more] in _GLUE and more > last - 1:
                more += 1
            else:
                break
        return last if last > at else None

    def _first(self, page: Page, block: Block, at: int, closed: Collection[int]) -> int:
        """Where the words with capitals before the word begin, without the names of departments behind an office."""
        lowers, first = page.lowers, at
        while first > block.first and at - first < _MOST and first - 1 not in closed:
            if self._proper(page, first - 1):
                first -= 1
            elif (
                lowers[first - 1] in _GLUE
                and first - 2 >= block.first
                and first - 2 not in closed
                and self._proper(page, first - 2)
            ):
                first -= 2
            else:
                break
        before = lowers[first - 1] if first > block.first else ""
        if before in self._tables.offices or before in self._units or before in _GLUE:
            while first < at and (lowers[first] in self._units or lowers[first] in _GLUE):
                first += 1
        return first

    def _proper(self, page: Page, at: int) -> bool:
        """Whether a word may stand in a name: one with a capital that no other thing is called by."""
        form, low, tables = page.forms[at], page.lowers[at], self._tables
        if not form[0].isupper() or low in self._ordinary or low in self._heads:
            return False
        return not (low in tables.titles or low in tables.offices or form in tables.never or _is_money(form))

    def _past_tail(self, page: Page, block: Block, at: int) -> int:
        """Behind "Group Holdings Ltd" and "Securities Indonesia"."""
        last = at + 1
        while last < min(block.last, at + _MOST) and (
            page.lowers[last] in self._name or page.lowers[last] in _TAIL
        ):
            if not page.forms[last][0].isupper():
                break
            last += 1
        return last

    def _generic(self, page: Page, first: int, at: int) -> bool:
        """Whether only words stand there that say what kind of thing it is: "Human Capital"."""
        return all(
            page.lowers[word] in self._units or page.lowers[word] in _GLUE for word in range(first, at)
        )

    def _goes_on(self, page: Page, first: int, low: str, last: int) -> bool:
        """Whether the words go on to be the name of something else: "… University Rankings"."""
        if not page.forms[last][0].isupper():
            return False
        if page.lowers[last] in self._behind:
            return True
        # A name may follow behind an office: "Direktur Sundara Capital Rudi".
        office = first > 0 and page.lowers[first - 1] in self._tables.offices
        return low not in self._name and not office


def _is_money(form: str) -> bool:
    return form[:2] == "Rp" and form[2:3].isdigit()
