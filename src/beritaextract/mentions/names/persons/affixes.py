"""What stands around a person's name and is not part of it: honorifics, degrees, ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.mentions.names.page import Page
from beritaextract.rules import RuleBook, cells

__all__ = ["Affixes", "Leading", "Trailing", "rank_heads"]

_PLAIN_BEFORE = frozenset(("dr", "drs", "dra", "drg", "drh", "ir", "prof"))  # the others need their dot
_LONGEST = 14  # words of honorifics, degrees and ranks before a name
_DOTTED = 5  # a degree in dots and spaces has at most so many words: S . Tr . Kes


class Leading(NamedTuple):
    """What precedes a name: ``end`` is where the name begins, ``rank`` the words (half-open) of a rank."""

    end: int
    degrees: tuple[str, ...]
    rank: tuple[int, int] | None


class Trailing(NamedTuple):
    """What follows a name: ``end`` is the word after the last degree."""

    end: int
    degrees: tuple[str, ...]


class Affixes:
    """Reads honorifics, degrees and ranks by the tables of one book."""

    def __init__(self, book: RuleBook) -> None:
        self._read_degrees(book.table("degrees"))
        ranks = _kinds(book.table("ranks"), "rank")
        honorifics = _kinds(book.table("honorifics"), "honorific")
        self.familiar = frozenset(form.lower() for form, kind in honorifics if kind == "familiar")
        self.ranks = rank_heads(book)
        self.honorifics = frozenset(
            form.split()[0].lower() for form, kind in honorifics if kind != "familiar"
        )
        self._ranks = Lexicon((form, kind) for form, kind in ranks if kind != "corps")
        self._corps = frozenset(form.lower() for form, kind in ranks if kind == "corps")
        self._honorifics = Lexicon(honorifics)
        words = {word.lower() for form, _ in (*ranks, *honorifics) for word in form.split()}
        self.beside = (words | self.degrees | {".", "(", ")", "hc"}) - self.familiar

    def _read_degrees(self, rows: Sequence[Mapping[str, str]]) -> None:
        before = (row["degree"] for row in rows if row["side"] == "prefix")
        after = [row["degree"].lower() for row in rows if row["side"] == "suffix"]
        self.degrees = frozenset(map(_plain, before))
        self._after = frozenset(map(_plain, after))
        self._openings = frozenset(
            form[:length] for form in self._after for length in range(1, len(form) + 1)
        )
        self.suffixes = self._after | frozenset(form for each in after for form in (each, each.rstrip(".")))

    def leading(self, page: Page, at: int, end: int) -> Leading:
        """What stands from word ``at`` before a name; ``end`` is ``at`` where there is nothing."""
        if at >= end or page.lowers[at] not in self.beside:
            return Leading(at, (), None)
        end = min(end, at + _LONGEST)
        degrees: list[str] = []
        rank: tuple[int, int] | None = None
        here = at
        while here < end:
            found = self._ranks.longest(page.lowers, here, end)
            if found is not None:
                after = self._rank_end(page, found[0], end)
                rank = (here if rank is None else rank[0], after)
                here = after
                if self._is_cut_off(page, here, end):
                    here += 1
            elif self._is_degree_before(page, here, end):
                degrees.append(page.forms[here] + ("." if _dot(page, here + 1, end) else ""))
                here = _honorary_end(page, here + 1, end)
            else:
                known = self._honorifics.longest(page.lowers, here, end)
                if known is None or known[1] == "familiar" or not _fits(page, here):
                    break
                here = known[0]
            while here < end and page.forms[here] == ".":
                here += 1
        return Leading(here, tuple(degrees), rank)

    def _is_cut_off(self, page: Page, at: int, end: int) -> bool:
        """Whether a comma at word ``at`` parts a rank from its name: Irjen Pol, Hadi Wijaya."""
        if at >= end or page.forms[at] != "," or page.lowers[at - 1] not in self._corps:
            return False
        after = page.forms[at + 1 : at + 2]
        return bool(after) and after[0][0].isupper() and page.lowers[at + 1] not in self.ranks

    def _rank_end(self, page: Page, at: int, end: int) -> int:
        """Where a rank ends that goes on with TNI, Pol, (Purn), a corps."""
        here = at
        while here < end:
            if page.lowers[here] in self._corps and page.forms[here][0].isupper():
                here += 1
            elif (
                page.forms[here] == "("
                and here + 2 < end
                and (page.lowers[here + 1] in self._corps or len(page.forms[here + 1]) <= 2)
            ):
                closing = here + 2 + (page.forms[here + 2] == ".")
                if closing >= end or page.forms[closing] != ")":
                    break
                here = closing + 1
            elif page.forms[here] == "." and here > at - 1 and page.starts[here] == page.ends[here - 1]:
                if here + 1 < end and not page.forms[here + 1][0].isupper() and page.forms[here + 1] != "(":
                    break
                here += 1
            else:
                break
        return here

    def _is_degree_before(self, page: Page, at: int, end: int) -> bool:
        plain = page.lowers[at].replace(".", "")
        if plain not in self.degrees:
            return False
        return plain in _PLAIN_BEFORE or _dot(page, at + 1, end)

    def trailing(self, page: Page, at: int, end: int) -> Trailing:
        """The degrees that follow a name which ends before word ``at``, with commas or without."""
        start = at + (at < end and page.forms[at] == ",")
        if start >= end or page.lowers[start].replace(".", "") not in self._openings:
            return Trailing(at, ())
        end = min(end, at + 2 * _LONGEST)
        degrees: list[str] = []
        here = at
        while here < end:
            comma = page.forms[here] == ","
            start = here + comma
            close = self._degree_end(page, start, end, after_comma=comma or bool(degrees))
            if close is None:
                break
            printed = page.text[page.starts[start] : page.ends[close - 1]]
            here = close
            if _dot(page, here, end) and (
                here + 1 < end and (page.forms[here + 1] == "," or not page.forms[here + 1][0].isupper())
            ):
                printed += "."
                here += 1
            elif _dot(page, here, end) and self._degree_end(page, here + 1, end, after_comma=True):
                here += 1
            degrees.append(" ".join(printed.split()))
        return Trailing(here, tuple(degrees))

    def _degree_end(self, page: Page, at: int, end: int, *, after_comma: bool) -> int | None:
        """Where a degree that begins with word ``at`` ends."""
        if at >= end or not page.forms[at][0].isupper():
            return None
        joined = ""
        best = None
        for here in range(at, min(end, at + _DOTTED)):
            form = page.forms[here]
            if form == ".":
                if page.starts[here] != page.ends[here - 1]:
                    break
                continue
            if here > at and (page.forms[here - 1] != "." or not form[0].isupper()):
                break
            joined += form.replace(".", "")
            if joined.lower() in self._after and (after_comma or _looks_like_degree(joined, here > at)):
                best = here + 1
            if len(joined) > 8:
                break
        return best

    def opening(self, page: Page, first: int) -> int:
        """Where the honorifics, degrees and ranks begin that end right before word ``first``."""
        if first == 0 or (
            page.lowers[first - 1] not in self.beside and not self._is_cut_off(page, first - 1, first)
        ):
            return first
        here = first
        while (
            here > 0
            and first - here < _LONGEST
            and (page.lowers[here - 1] in self.beside or self._is_cut_off(page, here - 1, first))
        ):
            here -= 1
        while here < first and self.leading(page, here, first).end != first:
            here += 1
        return here

    def is_degree(self, page: Page, at: int) -> bool:
        """Whether word ``at`` alone is a degree by its look: S.H., MH, M.Kes."""
        form, low = page.forms[at], page.lowers[at]
        dotted = "." in form
        if (low.replace(".", "") if dotted else low) not in self._after:
            return False
        return _looks_like_degree(form, dotted)


def _honorary_end(page: Page, at: int, end: int) -> int:
    """The word behind (HC) that may follow a degree and its dot, else ``at``."""
    here = at
    while here < end and page.forms[here] == ".":
        here += 1
    honorary = [low for low in page.lowers[here : min(end, here + 4)] if low != "."]
    if honorary != ["(", "hc", ")"] and honorary[:3] != ["(", "hc", ")"]:
        return at
    return page.forms.index(")", here) + 1


def rank_heads(book: RuleBook) -> frozenset[str]:
    """The words with which military and police ranks begin."""
    ranks = _kinds(book.table("ranks"), "rank")
    return frozenset(form.split()[0].lower() for form, kind in ranks if kind != "corps")


def _kinds(rows: Sequence[Mapping[str, str]], key: str) -> list[tuple[str, str]]:
    """Each form of a table with its kind."""
    return [(form, row["kind"]) for row in rows for form in cells(row, key, "variants")]


def _plain(degree: str) -> str:
    return degree.replace(".", "").replace(" ", "").lower()


def _looks_like_degree(joined: str, dotted: bool) -> bool:
    return dotted or joined == "Lc" or sum(letter.isupper() for letter in joined) >= 2


def _dot(page: Page, at: int, end: int) -> bool:
    return at < end and page.forms[at] == "." and page.starts[at] == page.ends[at - 1]


def _fits(page: Page, at: int) -> bool:
    """Whether a short honorific stands as such: H. and KH, not the h of an hour."""
    form = page.forms[at]
    return len(form) > 2 or form[0].isupper() or form in ("bu",)
