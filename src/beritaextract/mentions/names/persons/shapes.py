"""The shape of a person's name: which words it takes, and at which word it stops."""

from __future__ import annotations

from collections.abc import Container

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.cues import name_cues, name_words
from beritaextract.mentions.names.words import ordinary
from beritaextract.rules import RuleBook, cells

__all__ = ["NameShapes"]

_LONGEST = 8
_ROMAN = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI"))
_SENTENCE_ENDS = frozenset((".", "!", "?", ":", ";", '"', "“", "”", "(", "-", "–", "—"))


class NameShapes:
    """Reads names by their shape; the words that no name has come from the tables of one book."""

    def __init__(self, book: RuleBook) -> None:
        self.cues = cues = name_cues(book)
        self._particles = cues["particle"]
        self._articles = cues["article"]
        self._abbreviations = cues["abbreviation"]
        self.given = frozenset(row["name"].lower() for row in book.table("given_names"))
        known = name_words(book)
        self.brands = known["brand"]
        self.things = known["thing"] | self.brands
        self.persons = self.given | known["person"]
        nicknames = [name for row in book.table("nicknames") for name in cells(row, "nicknames")]
        self.nicknames = Lexicon((name, name) for name in nicknames)
        self.nickname_heads = frozenset(name.split()[0].lower() for name in nicknames)
        self.stops = frozenset(row["word"].lower() for row in book.table("not_names"))
        self._also_given = self.stops & self.given
        self._bridges = self._particles | {".", "-"}

    def is_stop(self, page: Page, at: int) -> bool:
        """Whether word ``at`` is in no name: *Lalu* opens a sentence, but *Lalu* within one is a given name."""
        low = page.lowers[at]
        if low not in self.stops:
            return False
        if low not in self._also_given or at == 0 or page.forms[at - 1] in _SENTENCE_ENDS:
            return True
        return "\n" in page.text[page.ends[at - 1] : page.starts[at]]

    def begins(self, page: Page, at: int) -> bool:
        """Whether a name may begin with word ``at``."""
        form = page.forms[at]
        if not form[0].isupper() or not form[-1].isalpha():
            return False
        if page.lowers[at] in self.stops and self.is_stop(page, at):
            return False
        if form.isupper() and (len(form) > 3 or form in _ROMAN):
            return False
        if len(form) > 6 and form.endswith("nya"):
            return False
        return form.isalpha() or not any(map(str.isdigit, form))

    def is_unlikely(self, page: Page, first: int, last: int, *, wary: bool) -> bool:
        """Whether words of which none is known as a name are such as things are called by, or ordinary ones.

        Args:
            page: The words.
            first: The first of them.
            last: The word behind them.
            wary: Whether one ordinary word is enough; otherwise all must be.
        """
        if last - first == 1 and page.forms[first].isupper():
            return False
        lowers = [page.lowers[word] for word in range(first, last) if page.forms[word][0].isupper()]
        if not self.things.isdisjoint(lowers):
            return lowers[0] in self.things or self.persons.isdisjoint(lowers)
        if not self.persons.isdisjoint(lowers):
            return False
        return not ordinary().isdisjoint(lowers) if wary else ordinary().issuperset(lowers)

    def end(self, page: Page, at: int, end: int, closed: Container[int] = ()) -> int:
        """Where the name that begins with word ``at`` ends; ``closed`` are words that it may not take."""
        forms, lowers = page.forms, page.lowers
        if at >= end or at in closed or not self.begins(page, at):
            return at
        limit = min(end, at + 2 * _LONGEST)
        here, words = at + 1, 1
        while here < limit:
            while (
                here < limit and lowers[here] in self._bridges
            ):  # what may stand between two words of a name
                after = self._bridge(page, here, limit)
                if after == here or after in closed or not self._goes_on(page, after):
                    break
                here = after
            if here >= limit or words >= _LONGEST or here in closed or not self._goes_on(page, here):
                break
            words += 1
            here += 1
        return here if here - at < 2 or forms[here - 1] != "." else here - 1

    def _goes_on(self, page: Page, at: int) -> bool:
        """Whether word ``at`` may stand within a name or at its end."""
        form = page.forms[at]
        if not form[0].isupper() or (page.lowers[at] in self.stops and self.is_stop(page, at)):
            return False
        if self.opens_line(page, at):
            return False
        if len(form) > 1 and form.isupper():
            return form in _ROMAN or (len(form) == 2 and "." not in form) or page.forms[at - 1].isupper()
        return form[-1].isalpha() or form[-1] == "."

    def opens_line(self, page: Page, at: int) -> bool:
        """Whether an ordinary word begins a line at word ``at``: there a name has ended, a wrapped one goes on."""
        if "\n" not in page.text[page.ends[at - 1] : page.starts[at]]:
            return False
        return page.lowers[at] in ordinary() and page.lowers[at] not in self.given

    def start(self, page: Page, at: int, begin: int, closed: Container[int] = ()) -> int:
        """Where the name begins whose last word is ``at - 1``; ``at`` where there is none."""
        here = at
        while here > begin and at - here < 2 * _LONGEST:
            word = here - 1
            if word in closed:
                break
            form = page.forms[word]
            if form[0].isupper() and form[-1].isalpha() and not self.is_stop(page, word):
                if (form.isupper() and len(form) > 3) or (len(form) > 6 and form.endswith("nya")):
                    break
                if here < at and self.opens_line(page, here):
                    break
                here = word
            elif here < at and self._bridged_back(page, word, begin):
                here = word
            else:
                break
        while here < at and not page.forms[here][0].isupper():
            here += 1
        return here

    def _bridged_back(self, page: Page, word: int, begin: int) -> bool:
        if word <= begin or not page.forms[word - 1][0].isupper():
            return False
        if page.forms[word] == ".":
            return page.lowers[word - 1] in self._abbreviations or len(page.forms[word - 1]) == 1
        return page.lowers[word] in self._particles

    def _bridge(self, page: Page, at: int, limit: int) -> int:
        """The word behind a dot of an initial, a particle or a hyphen at word ``at``; ``at`` where there is none."""
        form = page.forms[at]
        if form == ".":
            before = page.forms[at - 1]
            short = len(before) == 1 or page.lowers[at - 1] in self._abbreviations
            joined = short and page.starts[at] == page.ends[at - 1]
            return at + 1 if joined and at + 1 < limit else at
        if form == "-":
            tight = (
                page.starts[at] == page.ends[at - 1]
                and at + 1 < limit
                and page.starts[at + 1] == page.ends[at]
            )
            if not tight:
                return at
            if page.lowers[at - 1] in self._articles:
                return at + 1
            double = (
                at + 2 < limit and page.forms[at + 2][0].isupper() and not page.forms[at - 2][0].isupper()
            )
            return at + 1 if double else at
        if page.lowers[at] in self._particles and form.islower():
            here = at + 1
            if here < limit:
                dashed = page.forms[here] == "-" and page.starts[here] == page.ends[at]
                here += dashed or (page.lowers[here] in self._particles and page.forms[here].islower())
            return here if here < limit else at
        return at
