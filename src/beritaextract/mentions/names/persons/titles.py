"""Titles of offices: where one begins, how far it goes, what it says of the office."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.affixes import rank_heads
from beritaextract.mentions.names.persons.commands import ROMAN, is_number, past_command
from beritaextract.mentions.names.persons.cues import name_cues
from beritaextract.rules import RuleBook, cells

__all__ = ["Reader", "Role", "Status", "Title", "Titles"]

Status: TypeAlias = Literal["acting", "former"]

_LONGEST = 40
_LONGEST_ROLE = 4  # words of a role that are looked for backwards
_TWO_WORDS: Mapping[str, tuple[str, ...]] = {
    "pelaksana": ("tugas", "harian"),
    "pejabat": ("sementara",),
    "penjabat": ("", "sementara"),
}
_JOINS = frozenset(("dan", "&", "/", "-", "of", "and", "the", "for", "serta"))
_LEADING = frozenset(("untuk", "ke", "pada"))
_ROLE, _WORD, _COUNTRY, _REGION, _RANK, _LINK = 1, 2, 4, 8, 16, 32
_SETTLED = frozenset(("", "region"))  # regions are all listed: another word behind a Bupati is a name


class Title(NamedTuple):
    """The words ``first`` to ``last`` (half-open) of a title.

    ``kind`` is ``office``, ``work``, ``job`` (an office only with the institution: penyerang Persija) or ``case`` (a
    part in the story that is no office: tersangka); ``takes`` is
    what may still follow a bare one; ``settled`` says that what follows the title belongs to it no more; ``role`` is
    the role's name in the table, whatever form is printed.
    """

    first: int
    last: int
    kind: str
    takes: str
    settled: bool
    status: Status | None
    role: str


class Role(NamedTuple):
    """A role of the table: its name, its kind and what a bare one may take, as in :class:`Title`."""

    name: str
    kind: str
    takes: str


class Titles:
    """Reads titles by the roles and title words of one book."""

    def __init__(self, book: RuleBook) -> None:
        cues = name_cues(book)
        self._statuses_by_word: dict[str, Status] = {
            **dict.fromkeys(cues["acting"], "acting"),
            **dict.fromkeys(cues["former"], "former"),
        }
        self._prefixes = cues["prefix"]
        self.calendar = cues["calendar"]
        ranks = rank_heads(book)
        self._countries = Lexicon(
            (form, "") for row in book.table("countries") for form in cells(row, "name", "aliases")
        )
        self.country_heads = frozenset(self._countries.first_words())
        self._regions = Lexicon(
            (form, "alias" if at else "name")
            for row in book.table("regions")
            for at, form in enumerate(cells(row, "name", "aliases"))
        )
        self.company_heads = frozenset(
            row["head"].split()[-1].lower()
            for row in book.table("organization_heads")
            if "name" in row["takes"]
        )
        self._also_names = cues["name too"]
        self._balinese = cues["balinese"]
        rows = book.table("roles")
        printed = [(form, row) for row in rows for form in cells(row, "role", "variants")]
        self._roles = Lexicon((form, Role(row["role"], row["kind"], row["takes"])) for form, row in printed)
        words = [row["word"].lower() for row in book.table("title_words")]
        self.words = frozenset(word for word in words if " " not in word)
        self._pairs = dict(word.split(" ", 1) for word in words if " " in word)
        self.heads = frozenset(_head(form) for form, _ in printed) | self._statuses_by_word.keys()
        self.heads |= self._prefixes
        offices = (_head(form) for form, row in printed if row["kind"] != "case")
        self.office_heads = frozenset(offices) | self._statuses_by_word.keys() | self._prefixes
        seconds = {word.lower() for form, _ in printed for word in form.split()[1:]}
        seconds.update(word for several in _TWO_WORDS.values() for word in several)
        self._cutting = self.heads - self._also_names
        self.breaks = self._cutting.union(self._regions.first_words())
        self._marks = _marked(
            {
                _ROLE: self._roles.first_words(),
                _WORD: (*self.words, *self._pairs, *ROMAN),
                _COUNTRY: self.country_heads,
                _REGION: self._regions.first_words(),
                _RANK: ranks,
                _LINK: (*_JOINS, "(", ",", *_LEADING),
            }
        )
        self._goes_on = self.words | self.heads | seconds | _JOINS | {",", "(", *_LEADING}
        self._before_role = self._prefixes | self._statuses_by_word.keys()
        self._nicknames = frozenset(
            name for row in book.table("nicknames") for name in cells(row, "nicknames") if name.isupper()
        )

    def read(
        self, page: Page, at: int, end: int, things: Mapping[int, int], stops: Container[int] = ()
    ) -> Title | None:
        """The title that begins with word ``at``.

        Args:
            page: The words.
            at: The first word.
            end: Where the block ends.
            things: First word → last word (half-open) of the organisations and places known so far.
            stops: Words that begin a person's name; with them, other capitalised words belong to the title.
        """
        end = min(end, at + _LONGEST)
        low = page.lowers[at]
        here, status = self._statuses(page, at, end) if low in self._before_role else (at, None)
        found = self._roles.longest(page.lowers, here, end) if here < end else None
        if found is None:
            return None
        last, role = found
        if things.get(here, 0) > last:  # a name that begins like a title: Bupati Cup
            return None
        settled = role.takes in _SETTLED
        for word in range(here + 1, last):  # Kepala [Badan X], Wali [Kota Y]
            if things.get(word, 0) > last:
                last, settled = things[word], True
        title = Title(at, last, role.kind, role.takes, settled, status, role.name)
        if last >= end or not (
            page.forms[last][0].isupper()
            or page.lowers[last] in self._goes_on
            or last in things
            or is_number(page.forms, last, end)
        ):
            return title
        return Reader(page, end, things, stops, self).complete(title)

    def _statuses(self, page: Page, at: int, end: int) -> tuple[int, Status | None]:
        """Where the words end that say whether the office is held: Plt., mantan."""
        status: Status | None = None
        here = at
        while here < end and page.lowers[here] in self._statuses_by_word:
            low = page.lowers[here]
            seconds = _TWO_WORDS.get(low, ("",))
            here += 1
            if here < end and page.lowers[here] in seconds:
                here += 1
            elif "" not in seconds:
                return at, None
            if here < end and page.forms[here] == ".":
                here += 1
            if here + 2 < end and page.forms[here] == "(" and page.lowers[here + 1] in self._statuses_by_word:
                here += 3
            status = status or self._statuses_by_word[low]
        while (
            here + 1 < end
            and page.lowers[here] in self._prefixes
            and not self._roles.longest(page.lowers, here, end)
        ):
            here += 1
        return here, status

    def is_lone(self, page: Page, at: int, end: int) -> bool:
        """Whether what follows word ``at`` goes on with no title and is no name: "bupati mengatakan"."""
        after = page.lowers[at + 1] if at + 1 < end else ""
        if after in self._goes_on or page.forms[at + 1 : at + 2] != [after]:
            return False
        return after != "." or page.forms[at][0].islower()  # Plt. Bupati

    def mark(self, low: str) -> int:
        """What a word may be in a title or begin there, as bits."""
        return self._marks.get(low, 0)

    def is_word(self, page: Page, at: int) -> bool:
        """Whether word ``at`` is an ordinary word of titles, not a name: Bidang, Kepesertaan, VII, KPU."""
        low, form = page.lowers[at], page.forms[at]
        if low in self._pairs:  # Lalu Lintas, but not Lalu Wirajaya
            return page.lowers[at + 1 : at + 2] == [self._pairs[low]]
        if self._marks.get(low, 0) & _WORD:
            if low == "i" and not self._balinese.isdisjoint(page.lowers[at + 1 : at + 2]):
                return False  # I Nyoman
            return low in self.words or form.isupper() or _is_noun(low)
        return form.isdigit() or _is_noun(low)

    def is_nickname(self, form: str) -> bool:
        """Whether capitals are a person: SBY, AHY."""
        return form in self._nicknames

    def cuts(self, page: Page, at: int, end: int) -> bool:
        """Whether a role begins with word ``at`` that no name may take in."""
        low = page.lowers[at]
        if low not in self._cutting:
            return False
        return low in self._statuses_by_word or self._roles.longest(page.lowers, at, end) is not None

    def country(self, page: Page, at: int, end: int) -> int:
        """Where a country ends that begins with word ``at``: it belongs to the title, not to the name; 0 for none."""
        found = self._countries.longest(page.lowers, at, end)
        return found[0] if found and page.forms[at][0].isupper() else 0

    def region(self, page: Page, at: int, end: int, *, sure: bool) -> int:
        """Where a region ends that begins with word ``at``; 0 for none. ``sure``: a region is expected here."""
        found = self._regions.longest(page.lowers, at, end)
        if found is None or not (sure or found[0] - at > 1 or found[1] == "alias"):
            return 0
        return found[0]

    def is_rank(self, page: Page, at: int) -> bool:
        """Whether a rank begins with word ``at``."""
        return self.mark(page.lowers[at]) & _RANK > 0

    def role_before(self, page: Page, at: int) -> Role | None:
        """The role whose last word stands right before word ``at``."""
        for first in range(at - 1, max(-1, at - _LONGEST_ROLE), -1):
            if page.lowers[first] in self.heads:
                found = self._roles.longest(page.lowers, first, at)
                if found is not None and found[0] == at:
                    return found[1]
        return None

    def is_role(self, page: Page, at: int, end: int) -> int:
        """Where a role that begins with word ``at`` ends; 0 where none does."""
        found = self._roles.longest(page.lowers, at, end)
        return found[0] if found else 0


class Reader(NamedTuple):
    """What one reading of a title looks at."""

    page: Page
    end: int
    things: Mapping[int, int]
    stops: Container[int]
    titles: Titles

    def complete(self, title: Title) -> Title:
        """The title with all that belongs to it behind its role."""
        here, settled = title.last, title.settled
        while here < self.end:
            after, closes = self._step(here, title)
            if after == here:
                break
            here, settled = after, closes
        if here == title.last and settled == title.settled:
            return title
        return Title(title.first, here, title.kind, title.takes, settled, title.status, title.role)

    def _step(self, at: int, title: Title) -> tuple[int, bool]:
        """Where the title goes on to from word ``at``, and whether it is complete then."""
        page, forms = self.page, self.page.forms
        low, form = page.lowers[at], forms[at]
        mark = self.titles.mark(low)
        if at in self.stops or mark & _RANK:
            return at, False
        if at in self.things:
            return self.things[at], True
        if title.takes == "region" and at == title.last and is_number(page.forms, at, self.end):
            return past_command(self, at), True
        if form[0].isupper():
            return self._capitalised(at, title, mark)
        if mark & _LINK:
            if form == "(":
                return self._bracket(at)
            return self._led(at) if low in _LEADING else self._joined(at)
        if mark & _ROLE and not forms[title.first][0].isupper():
            role = self.titles.is_role(page, at, self.end)
            if role:
                return role, False
        if mark & _WORD and low in self.titles.words:
            if not forms[at - 1][0].isupper():
                return at + 1, False
            if self.stops and at + 1 < self.end and forms[at + 1][0].isupper() and at + 1 not in self.stops:
                return at + 1, False
        return at, False

    def _capitalised(self, at: int, title: Title, mark: int) -> tuple[int, bool]:
        page = self.page
        role = mark & _ROLE and self.titles.is_role(page, at, self.end)
        if role:
            return role, False
        if self.titles.is_word(page, at):
            return at + 1, True
        place = mark & _COUNTRY and self.titles.country(page, at, self.end)
        if not place and mark & _REGION:
            expected = title.takes == "region" and at == title.last
            place = self.titles.region(page, at, self.end, sure=expected)
        if place:
            return place, True
        form = page.forms[at]
        if form.isupper() and len(form) > 1 and "." not in form and not self.titles.is_nickname(form):
            if page.lowers[at] in self.titles.company_heads:
                return at + 1, False
            if len(form) > 2 or title.takes or self.stops:
                return at + 1, True
        unknown = self.stops and page.lowers[at] not in self.titles.calendar
        return (at + 1, False) if unknown else (at, False)

    def _bracket(self, at: int) -> tuple[int, bool]:
        """A short form in brackets: (Mendagri), (BPKD)."""
        page = self.page
        for close in range(at + 2, min(self.end, at + 6)):
            if page.forms[close] == ")":
                inside = page.forms[at + 1]
                short = inside[0].isupper() and not inside.isdigit() and at + 1 not in self.stops
                return (close + 1, True) if short else (at, False)
        return at, False

    def _joined(self, at: int) -> tuple[int, bool]:
        """A comma, a stroke or "dan" within a title: what follows must be of the title too."""
        page = self.page
        here = at + 1
        if page.forms[at] == "," and here < self.end and page.lowers[here] == "dan":
            here += 1
        if here >= self.end or here in self.stops:
            return at, False
        if page.forms[at] == ",":
            if self.stops and here in self.things and self._names_follow(self.things[here]):
                return self.things[here], True
            listed = self.titles.is_word(page, here) and page.forms[here][0].isupper()
            return (here + 1, True) if listed else (at, False)
        if here in self.things:
            return self.things[here], True
        role = self.titles.is_role(page, here, self.end)
        if role and page.forms[at] == "/":
            return role, False
        if role or here in self.things:
            return at, False
        if (
            self.titles.is_word(page, here)
            and page.forms[here][0].isupper() == page.forms[at - 1][0].isupper()
        ):
            return here + 1, True
        return at, False

    def _names_follow(self, at: int) -> bool:
        """Whether a name begins soon behind word ``at``, with no comma between."""
        for here in range(at, min(self.end, at + 6)):
            if here in self.stops:
                return True
            if self.page.forms[here] == ",":
                return False
        return False

    def _led(self, at: int) -> tuple[int, bool]:
        """Duta Besar Indonesia untuk Jepang; Presiden ke-7; Kepala Bidang Riset pada Badan Arsip."""
        page = self.page
        if page.lowers[at] == "ke":
            here = at + 1 + (page.forms[at + 1 : at + 2] == ["-"])
            numbered = here < self.end and page.forms[here][-1].isdecimal()
            return (here + 1, True) if numbered else (at, False)
        if at + 1 in self.things:
            return self.things[at + 1], True
        if page.lowers[at] == "pada":
            return at, False
        country = at + 1 < self.end and self.titles.country(page, at + 1, self.end)
        return (country, True) if country else (at, False)


def _marked(kinds: Mapping[int, Iterable[str]]) -> dict[str, int]:
    """Each word with the bits of its kinds."""
    marks: dict[str, int] = {}
    for mark, words in kinds.items():
        for word in words:
            marks[word] = marks.get(word, 0) | mark
    return marks


def _head(form: str) -> str:
    """The first word of a role as a page has it: "Co-Founder" is three words there."""
    return form.replace("-", " ").split(maxsplit=1)[0].lower()


def _is_noun(low: str) -> bool:
    """Whether a word has the form of an abstract noun: kepesertaan, perindustrian, registrasi."""
    if len(low) < 8:
        return False
    return low.endswith("asi") or (low.endswith("an") and low.startswith(("ke", "pe")))
