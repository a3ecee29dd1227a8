"""What an article says for and against an organisation: abbreviations that it introduces, forms that need company."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from beritaextract.mentions.names.organization_scene import Reading
from beritaextract.mentions.names.organization_tables import OrganizationTables
from beritaextract.mentions.names.page import Page

__all__ = ["Evidence", "initials"]

_SKIPPED: Final = frozenset(
    ("dan", "untuk", "of", "the", "and", "for", "di", "ke", "yang", "serta", "atas", "&", ",", "-", "/")
)


class Evidence:
    """The evidence of one page. ``ends`` are the words behind organisations, ``strong`` what is named beyond doubt."""

    def __init__(
        self, page: Page, tables: OrganizationTables, ends: frozenset[int], found: Iterable[Reading] = ()
    ) -> None:
        self._page = page
        self._tables = tables
        self.ends = ends
        readings = list(found)
        self._strong = {reading.key for reading in readings if not reading.weak and not reading.bare}
        self._full = {reading.key for reading in readings if not reading.bare and not reading.collective}

    def holds(self, first: int, reading: Reading) -> bool:
        """Whether a reading is an organisation here."""
        if self.refuses(first, reading.last):
            return False
        if reading.bare:
            return self._bare(first, reading)
        if reading.weak and reading.key not in self._strong:
            return self.company(reading.field or reading.type)
        return not reading.field or self.company(reading.field)

    def refuses(self, first: int, last: int) -> bool:
        """Whether words are the article's own outlet, or an abbreviation of something else."""
        form = self._page.forms[first]
        if last == first + 1 and (form in self.foreign or self._other_sense(form)):
            return True
        # "#KPK" is a word to search for.
        return self._page.lowers[first] in self.own or (first > 0 and self._page.forms[first - 1] == "#")

    def _other_sense(self, form: str) -> bool:
        """Whether the article uses an abbreviation in another sense: "PBB" of a tax."""
        senses = self._tables.senses.get(form)
        return senses is not None and not senses.isdisjoint(self._vocabulary)

    def _bare(self, first: int, reading: Reading) -> bool:
        """A head without what it takes: the short form of a name that stands in full elsewhere."""
        found = self._tables.heads.longest(self._page.lowers, first, reading.last)
        if found and found[1].alone == "short":
            return any(key.startswith(reading.key) for key in self._full)
        return reading.key in self._full

    def company(self, field: str) -> bool:
        """Whether the article speaks of this field."""
        words = self._tables.fields.get(field)
        return words is not None and len(words & self._vocabulary) > (field == "sport")

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self._page.lowers)

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Abbreviations in brackets behind words that they spell and that are no organisation; initials with an age."""
        forms = self._page.forms
        found = {
            forms[at + 1]
            for at in self.brackets
            if at not in self.ends
            and forms[at + 1].isupper()
            and initials(self._page, at, len(forms[at + 1]))[0] == forms[at + 1].lower()
        }
        aged = (at for at in self._opened if forms[at + 2 : at + 3] == [")"] and forms[at + 1].isdigit())
        found.update(
            forms[at - 1] for at in aged if at and forms[at - 1].isupper() and len(forms[at - 1]) < 5
        )
        return frozenset(found)

    @cached_property
    def _opened(self) -> list[int]:
        """Where brackets open."""
        page, found = self._page, []
        offset = page.text.find("(")
        while offset >= 0:
            at = bisect_left(page.starts, offset)
            if at < len(page.starts) and page.starts[at] == offset:
                found.append(at)
            offset = page.text.find("(", offset + 1)
        return found

    @cached_property
    def brackets(self) -> list[int]:
        """Where one word with a capital stands in brackets."""
        forms = self._page.forms
        last = len(forms) - 2
        return [
            at for at in self._opened if at < last and forms[at + 2] == ")" and forms[at + 1][:1].isupper()
        ]

    @cached_property
    def own(self) -> frozenset[str]:
        """The forms of the article's own outlet: one that stands in its first words or in a photo credit."""
        lowers, outlets = self._page.lowers, self._tables.outlets
        first = []
        for block in self._page.blocks[:3]:
            first += lowers[block.first : min(block.first + 12, block.last)]
        first += [lowers[at + 1] for at in self._opened if at + 1 < len(lowers)]
        names = set()
        for low in first:
            # A site that no table knows is its own outlet.
            if low in outlets:
                names.add(outlets[low])
            elif "." in low and len(low) > 6 and low[0].isalpha():
                names.add(low)
        known = self._tables.outlet_forms
        return frozenset(form for name in names for form in known.get(name, (name, name.partition(".")[0])))

    def abbreviates(self, form: str, head: str) -> bool:
        """Whether a form in brackets may abbreviate an organisation; "Pangkopassus" and "Pesbar" do not."""
        if not (form[:1].isupper() and 1 < len(form) < 16 and form not in self._tables.never):
            return False
        if self._tables.institutions.get(form) or self._tables.heads.get(form):
            return True
        return (form.isupper() or form[0].lower() == head[0]) and self._tables.places.get(form) is None


def initials(page: Page, end: int, many: int) -> tuple[str, int]:
    """The first letters of the last ``many`` words before word ``end`` that count, and where these words begin."""
    letters = ""
    at = first = end
    while at > 0 and len(letters) < many and end - at < 20:
        at -= 1
        low = page.lowers[at]
        if low not in _SKIPPED:
            if not low[:1].isalnum():
                break
            letters, first = low[0] + letters, at
    return letters, first
