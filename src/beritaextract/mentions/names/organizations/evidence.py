"""What an article says for and against an organisation: abbreviations that it introduces, forms that need company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from typing import Final

from beritaextract.mentions.names.organizations.ground import Reading
from beritaextract.mentions.names.organizations.surroundings import LEGAL
from beritaextract.mentions.names.organizations.tables import OrganizationTables
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.words import ordinary

__all__ = ["Evidence", "introduces", "spelled_from", "standing"]

_SKIPPED: Final = frozenset(
    ("dan", "untuk", "of", "the", "and", "for", "di", "ke", "yang", "serta", "atas", "&", ",", "-", "/")
)
_FARTHEST: Final = 20


class Evidence:
    """The evidence of one page.

    Args:
        page: The page.
        tables: What the tables know of organisations.
        ends: The words behind organisations.
        found: The readings of the page, with the words that they begin at.

    Attributes:
        brackets: Where one word with a capital stands in brackets.
    """

    def __init__(
        self,
        page: Page,
        tables: OrganizationTables,
        ends: Set[int],
        found: Sequence[tuple[int, Reading]] = (),
    ) -> None:
        self._page = page
        self._tables = tables
        self.ends = ends
        self._strong = {
            reading.key
            for first, reading in found
            if not reading.bare and (not reading.weak or self._acts(first, reading))
        }
        self._full = {reading.key for _, reading in found if not reading.bare and not reading.collective}
        opened = list(standing(page, "("))
        self._own = _own(page, tables, opened)
        self.brackets: list[int] = []
        self._foreign: set[str] = set()
        self._read_brackets(opened)

    def _read_brackets(self, opened: Sequence[int]) -> None:
        """Fills the brackets, and what is foreign: abbreviations in brackets behind words that they spell and that are
        no organisation; initials with an age."""
        forms = self._page.forms
        last = len(forms) - 2
        for at in opened:
            if at >= last or forms[at + 2] != ")":
                continue
            inner = forms[at + 1]
            if inner[0].isupper():
                self.brackets.append(at)
                if (
                    self.named(at) not in self.ends
                    and inner.isupper()
                    and spelled_from(self._page, at, inner) is not None
                ):
                    self._foreign.add(inner)
            elif at and inner.isdigit() and forms[at - 1].isupper() and len(forms[at - 1]) < 5:
                self._foreign.add(forms[at - 1])

    def _acts(self, first: int, reading: Reading) -> bool:
        """Whether a company with the name of something else does here what a company does: "Amazon merekrut"."""
        page, cues, last = self._page, self._tables.cues, reading.last
        if reading.type != "company" or page.lowers[first] in ordinary():
            return False
        before = page.lowers[first - 1] if first else ""
        behind = page.lowers[last] if last < len(page.lowers) else ""
        told = before in cues["agent"] or before in cues["company"]
        return behind in cues["act"] or (told and behind[:1].islower() and not page.forms[last][0].isupper())

    def named(self, at: int) -> int:
        """Where the name ends that a bracket at word ``at`` stands behind: before the dot of "Tbk. (TLKM)"."""
        lowers = self._page.lowers
        return at - 1 if at > 1 and lowers[at - 1] == "." and lowers[at - 2] in LEGAL else at

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
        page = self._page
        form = page.forms[first]
        if last == first + 1 and (form in self._foreign or self._other_sense(form) or self._is_degree(first)):
            return True
        # "#KPK" is a word to search for.
        return page.lowers[first] in self._own or (first > 0 and page.forms[first - 1] == "#")

    def _is_degree(self, at: int) -> bool:
        """Whether a word is one of several degrees: the "MA" of "Zainuddin Lc., MA"."""
        lowers, degrees = self._page.lowers, self._tables.degrees
        if lowers[at] not in degrees:
            return False
        before = next((low for low in reversed(lowers[max(at - 3, 0) : at]) if low not in (".", ",")), "")
        return before.replace(".", "") in degrees

    def _other_sense(self, form: str) -> bool:
        """Whether the article uses an abbreviation in another sense: "PBB" of a tax; not beside its full name."""
        senses = self._tables.senses.get(form)
        if senses is None:
            return False
        row, text = self._tables.institutions.get(form), self._page.text
        if row and row.name != form and row.name in text:
            return False
        phrases = (sense for sense in senses if " " in sense)
        return not senses.isdisjoint(self._vocabulary) or any(each in text.lower() for each in phrases)

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

    def abbreviates(self, form: str, head: str) -> bool:
        """Whether a form in brackets may abbreviate an organisation; "Pangkopassus" and "Pesbar" do not."""
        if not (form[:1].isupper() and 1 < len(form) < 16 and form not in self._tables.never):
            return False
        if self._tables.institutions.get(form) or self._tables.heads.get(form):
            return True
        return (form.isupper() or form[0].lower() == head[0]) and self._tables.places.get(form) is None


def introduces(page: Page, first: int, at: int) -> bool:
    """Whether a bracket at word ``at`` gives a short form of the name before it: "Universitas Muria Raya (Umura)"."""
    forms, lowers = page.forms, page.lowers
    if forms[at : at + 1] != ["("] or forms[at + 2 : at + 3] != [")"] or not forms[at + 1][0].isupper():
        return False
    letters = iter("".join(lowers[first:at]))
    return lowers[at + 1][0] == lowers[first][0] and all(letter in letters for letter in lowers[at + 1])


def standing(page: Page, form: str) -> Iterator[int]:
    """The words that are printed so."""
    forms = page.forms
    return (at for at in page.standing(form.lower()) if forms[at] == form)


def _own(page: Page, tables: OrganizationTables, opened: Sequence[int]) -> frozenset[str]:
    """The forms of the article's own outlet: one that stands in its first words or in a photo credit."""
    lowers, outlets, known = page.lowers, tables.outlets, tables.outlet_forms
    first = [lowers[at + 1] for at in opened if at + 1 < len(lowers)]
    for block in page.blocks[:3]:
        first += lowers[block.first : min(block.first + 12, block.last)]
    # A site that no table knows is its own outlet.
    names = {
        outlets.get(low, low)
        for low in first
        if low in outlets or ("." in low and len(low) > 6 and low[0].isalpha())
    }
    return frozenset(form for name in names for form in known.get(name, (name, name.partition(".")[0])))


def spelled_from(page: Page, end: int, form: str) -> int | None:
    """Where the words before word ``end`` begin whose first letters are those of an abbreviation."""
    if not form.isalnum():
        return None
    lowers, at = page.lowers, end
    for letter in reversed(form.lower()):
        at -= 1
        while at >= 0 and lowers[at] in _SKIPPED:
            at -= 1
        if at < 0 or end - at > _FARTHEST or lowers[at][0] != letter:
            return None
    return at
