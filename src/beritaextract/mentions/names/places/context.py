"""What stands around the name of a place: the words before it, and whether it goes on behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.names.places.gazetteer import GOVERNED, NAME, SOURCES, Gazetteer, Level
from beritaextract.mentions.names.proposals import Proposal

__all__ = ["SIDES", "Context", "is_compass"]

SIDES = frozenset(
    (
        "utara", "timur", "selatan", "barat", "tengah", "pusat", "hulu", "hilir", "atas", "bawah", "dalam", "luar",
        "lor", "kidul", "wetan", "kulon", "lama", "baru",
    )
)  # fmt: skip
"""Words that make another place of a name: Tebet, Tebet Timur."""

_LINKS = frozenset(("al", "de", "la", "el", "van", "von", "der", "den", "del"))
_OPENING = '.!?"“:'
_FARTHEST = 8
_DERIVED = 7
"""The fewest letters of a word whose affixes are taken for such."""
_NUMBERED = re.compile(r"[^\W\d]+(?=\d)")


class Context:
    """One page, the block that is being read, and the places that were found so far."""

    def __init__(self, page: Page, tables: Gazetteer) -> None:
        self.page = page
        self.forms = page.forms
        self.lowers = page.lowers
        self.tables = tables
        self.block = Block("body", 0, 0)
        self.found: list[Proposal] = []

    def add(self, first: int, last: int, level: Level, keys: str | None = None) -> int:
        """Notes a place, and returns where it ends."""
        self.found.append(Proposal(first, last, "LOC", SOURCES[level], keys or None))
        return last

    def not_a_name(self, first: int, last: int) -> int:
        """Notes words that are no name, and returns where they end."""
        self.found.append(Proposal(first, last, None, "places.none"))
        return last

    @cached_property
    def written_small(self) -> set[str]:
        """The words of the page as written: an ordinary word in capitals often stands here in small letters too."""
        return set(self.forms)

    def before(self, at: int) -> str:
        """The word or sign before ``at`` in small letters, empty at the start of a block."""
        return self.lowers[at - 1] if at > self.block.first else ""

    def left(self, at: int) -> str:
        """What stands before a name that begins at ``at``.

        ``open``: nothing or a sign; ``small``: a word in small letters; ``before``: a cue such as "di"; ``title``:
        one such as Bupati; ``body``: a regional office; ``chunk``: a name that begins with a regional office;
        ``minister``: one that begins with a minister; ``cap``: another word in capitals, or one that no place follows.
        """
        before = at - 1
        if before < self.block.first:
            return "open"
        form, low = self.forms[before], self.lowers[before]
        cues = self.tables.cues
        if not form[0].isalnum():
            inner = self.lowers[before - 1] if before > self.block.first else ""
            if form == ")":
                return "body" if cues.get(inner) == "body" else "open"
            return "before" if form == "-" and inner == "se" else "open"
        cue = cues.get(low)
        if cue is not None:
            return cue
        if low in self.tables.cue_ends and before > self.block.first:
            cue = cues.get(f"{self.lowers[before - 1]} {low}")
            if cue is not None:
                return cue
        if form == low or not form[0].isupper() or form in self.tables.abbreviations:
            return "small"
        opens = before == self.block.first or self.forms[before - 1] in _OPENING
        if (opens or self.block.kind == "headline") and self._is_ordinary(low):
            return "small"
        return self._chunk(before)

    def _is_ordinary(self, low: str) -> bool:
        """Whether a word has a capital only because a sentence or a title begins with it."""
        return low in self.tables.ordinary or low in self.written_small or _is_derived(low)

    def _chunk(self, at: int) -> str:
        """What the capitalised words that end with ``at`` begin with: a minister, an office, or anything else."""
        cues = self.tables.cues
        for word in range(at - 1, max(at - _FARTHEST, self.block.first - 1), -1):
            low = self.lowers[word]
            if low == "menteri":
                return "minister"
            if cues.get(low) == "body":
                return "chunk"
            if not self.forms[word][0].isupper() and low not in ("dan", ","):
                break
        return "cap"

    def ends(self, end: int) -> bool:
        """Whether a name can end before the word at ``end``: no further part of a name follows."""
        if end >= self.block.last or not self.forms[end][0].isupper():
            return True
        low, tables = self.lowers[end], self.tables
        if low in tables.words["stop"] or tables.cues.get(low) in ("title", "body"):
            return True
        if low in self.written_small and low not in SIDES:
            return True
        if tables.begins.get(low, 0) & NAME:
            hit = tables.regions.longest(self.lowers, end, self.block.last)
            return hit is not None and hit[1].sure and bool(hit[1].entries)
        return False

    def goes_on(self, end: int) -> bool:
        """Whether the word at ``end`` makes the name of a paper, a club or an event of a place's: Jawa Pos."""
        if end >= self.block.last or self.lowers[end] not in self.tables.words["tail"]:
            return False
        return self.forms[end][0].isupper()

    def run(self, at: int, longest: int) -> int:
        """Where the capitalised words from ``at`` on end; ``at`` where they are too many to be one name."""
        forms, lowers, last = self.forms, self.lowers, self.block.last
        stop = self.tables.words["stop"]
        end = at
        while end < last and end - at <= longest:
            form = forms[end]
            if form[0].isupper():
                if lowers[end] in stop and not (end > at and self._closes(end)):
                    break
                prefix = _NUMBERED.match(form)
                if prefix is not None and prefix[0].lower() in stop:
                    break  # Rp1, KM12
                end += 1
                continue
            after = end + 1 + (end + 1 < last and lowers[end] in _LINKS and lowers[end + 1] in _LINKS)
            follows = end > at and after < last and forms[after][0].isupper()
            initial = form == "." and len(forms[end - 1]) <= 2
            if not follows or not (initial or lowers[end] in _LINKS or (form in "/-" and self.glued(end))):
                break
            end += 1
        return at if end - at > longest else end

    def _closes(self, at: int) -> bool:
        """Whether a word that mostly begins something else ends a name: Stasiun Jakarta Kota."""
        if self.lowers[at] != "kota" and self.lowers[at] not in SIDES:
            return False
        if self.lowers[at - 1] in self.tables.cues:
            return False  # Kantor Pemerintah Kota
        return at + 1 >= self.block.last or not self.forms[at + 1][0].isupper()

    def glued(self, at: int) -> bool:
        """Whether a sign stands without spaces between two words."""
        page = self.page
        return page.ends[at - 1] == page.starts[at] and page.ends[at] == page.starts[at + 1]

    def parents(self, at: int) -> tuple[str, ...]:
        """The codes of the region that is named after the comma at ``at``, with its head or without."""
        last = self.block.last
        if at + 1 >= last or self.forms[at] != ",":
            return ()
        at += 1
        head = self.tables.heads.longest(self.lowers, at, last)
        if head is not None and head[1].level in GOVERNED and head[0] < last:
            at = head[0]
        hit = self.tables.regions.longest(self.lowers, at, last)
        return tuple(each.code for each in hit[1].entries if each.code) if hit is not None else ()

    def within(self, codes: str, end: int) -> str | None:
        """Of the districts of one name those in the region that follows it ("Ketapang, Lampung Selatan").

        ``None`` where no region follows.
        """
        parents = self.parents(end)
        return "|".join([code for code in codes.split("|") if code.startswith(parents)]) if parents else None


def is_compass(lowers: Sequence[str], at: int) -> bool:
    """Whether the word at ``at`` is the second of a point of the compass, and no sea: barat laut."""
    return lowers[at] == "laut" and at > 0 and lowers[at - 1] in ("barat", "timur")


def _is_derived(low: str) -> bool:
    """Whether a word is surely an ordinary one, by its affixes: kemacetan, pembangunan, berita."""
    if len(low) < _DERIVED:
        return False
    return low.startswith(("pem", "pen", "mem", "men", "ber", "ter")) or (
        low[:2] in ("ke", "pe") and low.endswith("an")
    )
