"""The text as names are read: words with their offsets, section by section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import add
from typing import NamedTuple

from beritaextract.mentions.names.seams import Cuts, Seams, shipped
from beritaextract.mentions.sections import SILENT
from beritaextract.model import Section, SectionKind, Span

__all__ = ["Block", "Page", "read"]

# Linear: what repeats is bounded or cannot match the empty string. The look-ahead keeps most words out of the
# costly part. White space goes with the word before it, so that the lengths add up to offsets.
_WORD = re.compile(
    r"""(?: \w+(?:(?=['’`‘.,:/-]\w)
          (?:['’`‘]\w+|(?<=[a-z])-[a-z]+)*                             # Ma'ruf  anak-anak
          (?: (?:\.[\w-]{1,40}){0,3}\.(?:com|co|id|net|org|tv|news)\b  # detik.com
            | (?<=\b[A-Z])(?<!\bH)(?:\.[A-Z][A-Za-z]{0,4}\b)+\.?       # S.H.  M.Kes, but H.Agus is H . Agus
            | (?<=\b[A-Z][a-z])(?<!\b(?:Dr|Ir|Hj|Hi))(?:\.[A-Z][A-Za-z]{0,4}\b)+\.?  # Sp.OG
            | (?<=\d)(?:[.,:/]\d+)+                                    # 382.746  23/9/2021
          )?)?
        | [^\w\s] )\s*""",
    re.VERBOSE,
)
_PRINTED = re.compile(r"\S")


class Block(NamedTuple):
    """The words ``first`` to ``last`` (half-open) of one section."""

    kind: SectionKind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Page:
    """The words and signs of a text, as parallel lists; credits and links are left out.

    ``forms[i] == text[starts[i]:ends[i]]``, where words that ran together are apart again; ``lowers`` are the forms in
    small letters. A line that was broken within a sentence goes on in the same block; names never reach from one block
    into another.
    """

    text: str
    forms: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    blocks: list[Block]
    _places: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def index(self) -> Mapping[str, list[int]]:
        """Word in small letters → where it stands; the first question counts all words, for those that come."""
        places = self._places
        if not places:
            for at, each in enumerate(self.lowers):
                if each in places:
                    places[each].append(at)
                else:
                    places[each] = [at]
        return places

    def standing(self, low: str) -> Sequence[int]:
        """Where a word stands, given in small letters."""
        return self.index().get(low, ())

    def span(self, first: int, last: int) -> Span:
        """The words ``first`` to ``last`` (half-open) as a span of the text."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(start=start, end=end, text=self.text[start:end])

    def printed(self, first: int, last: int) -> str:
        """The words ``first`` to ``last`` (half-open) as they are printed, in one line."""
        if last - first == 1:
            return self.forms[first]
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    def words(self, start: int, end: int) -> tuple[int, int]:
        """The words (half-open) that the offsets ``start`` to ``end`` touch."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def read(text: str, sections: Iterable[Section], seams: Seams | None = None) -> Page:
    """The words of the sections that are read for names.

    Args:
        text: The text.
        sections: Its sections; of credits and links nothing is read.
        seams: What tells words that ran together; by default that of the package.
    """
    seams = seams or shipped()
    spoken = [section for section in sections if section.kind not in SILENT]
    forms: list[str] = []
    starts: list[int] = []
    for start, end in _stretches(text, spoken):
        pieces = _WORD.findall(text, start, end)
        forms += map(str.rstrip, pieces)
        starts += accumulate(map(len, pieces[:-1]), initial=start)
    if cuts := seams.cuts(text, forms):
        forms, starts = _parted(forms, starts, cuts)
    ends = list(map(add, starts, map(len, forms)))
    return Page(text, forms, list(map(str.lower, forms)), starts, ends, _blocks(spoken, starts))


def _parted(forms: list[str], starts: list[int], cuts: list[Cuts | None]) -> tuple[list[str], list[int]]:
    """The words with those parted that ran together."""
    apart: list[str] = []
    begins: list[int] = []
    done = 0
    for at, cut in enumerate(cuts):
        if cut:
            apart += forms[done:at]
            begins += starts[done:at]
            for low, high in pairwise((0, *cut.offsets, len(forms[at]))):
                apart.append(forms[at][low:high])
                begins.append(starts[at] + low)
            done = at + 1
    return apart + forms[done:], begins + starts[done:]


def _stretches(text: str, sections: Iterable[Section]) -> Iterator[tuple[int, int]]:
    """Where to read: sections with nothing but white space between them at once; each begins with a word or sign."""
    start = end = -1
    for section in sections:
        if end < 0 or not text[end : section.start].isspace():
            if start >= 0:
                yield start, end
            printed = _PRINTED.search(text, section.start, section.end)
            start = printed.start() if printed else -1
        end = section.end if start >= 0 else -1
    if start >= 0:
        yield start, end


def _blocks(sections: Iterable[Section], starts: list[int]) -> list[Block]:
    blocks = []
    for section in sections:
        first = bisect_left(starts, section.start)
        last = bisect_left(starts, section.end, first)
        if first < last:
            blocks.append(Block(section.kind, first, last))
    return blocks
