"""Acronyms: what the text says that they stand for, and those of which it never says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import regex

from beritaextract.mentions import Mentions
from beritaextract.model import Organization, Span

__all__ = ["Acronyms", "Expansion", "find"]

_CAPITALS = regex.compile(r"[A-Z]{3,9}")
_LONGEST_NAME = 110
"""Characters before the bracket in which the name stands."""
_BODIES = frozenset((
    "agency", "court", "government", "hospital", "international", "legislature", "military",
    "ministry", "party", "police", "prosecutor", "university",
))  # fmt: skip
"""Types of organisations whose acronyms a reader may have to be told; firms and clubs are known by theirs."""
_HEADS = tuple(
    f"{word} "
    for head in (
        "badan", "balai", "dinas", "dirjen", "ditjen", "forum", "kabid", "kadis", "kantor", "kepala", "ketua",
        "lembaga", "pengurus", "program", "satgas", "sekretaris",
    )
    for word in (head, head.capitalize())
)  # fmt: skip
"""Words behind which an acronym is one of an institution or a programme."""
_LOOK = 12
_EXPLAINS_BEFORE = ("atau ", "alias ", "disingkat ", "singkatan ")
_EXPLAINS_BEHIND = (
    " (",
    " atau ",
    " alias ",
    " singkatan",
    ", singkatan",
    " adalah ",
    " merupakan",
    " kependek",
)
_GOES_ON = frozenset("-–/.&'’")
_SHOUTED = 4


class Expansion(NamedTuple):
    """A name with its acronym in brackets: ``line`` is the text before the bracket, from its offset ``start``."""

    acronym: str
    start: int
    line: str

    @property
    def span(self) -> Span:
        """The acronym."""
        start = self.start + len(self.line) + 1
        return Span(start=start, end=start + len(self.acronym), text=self.acronym)

    def name(self, first: int) -> Span:
        """The name as far as it begins at offset ``first`` of the line."""
        text = self.line[first:].rstrip()
        return Span(start=self.start + first, end=self.start + first + len(text), text=text)


@dataclass(frozen=True, slots=True)
class Acronyms:
    """The acronyms of one text, and the first mentions of those of institutions and programmes never explained."""

    expansions: tuple[Expansion, ...] = ()
    bare: tuple[Span, ...] = ()


def find(mentions: Mentions) -> Acronyms:
    """The acronyms of three to nine capitals, those of names in the order of the text."""
    text = mentions.text
    expansions: list[Expansion] = []
    explained: set[str] = set()
    named = {each.name: each.mentions[0].start for each in mentions.organizations if _is_acronym(each)}
    for capitals in _CAPITALS.finditer(text):
        start, end = capitals.span()
        sign = text[start - 1 : start]
        if sign == "(":
            explained.add(capitals[0])
            if text[end : end + 1] == ")":
                line = text[max(start - 1 - _LONGEST_NAME, 0) : start - 1].rpartition("\n")[2]
                expansions.append(Expansion(capitals[0], start - 1 - len(line), line))
        elif sign == " ":
            before = text[max(start - _LOOK, 0) : start]
            if text.startswith(_EXPLAINS_BEHIND, end) or before.endswith(_EXPLAINS_BEFORE):
                explained.add(capitals[0])
            elif before.endswith(_HEADS) and _ends(text, end):
                if "(" in before:
                    explained.add(capitals[0])
                named.setdefault(capitals[0], start)
    named = {acronym: start for acronym, start in named.items() if acronym not in explained}
    return Acronyms(tuple(expansions), tuple(_bare(mentions, named)) if named else ())


def _bare(mentions: Mentions, named: dict[str, int]) -> list[Span]:
    """Of the acronyms, each with its first place, those in the running text that no full name explains."""
    bodies = [(each.start, each.end) for each in mentions.sections if each.kind == "body"]
    bare = [
        Span(start=start, end=start + len(acronym), text=acronym)
        for acronym, start in sorted(named.items(), key=lambda item: item[1])
        if any(first <= start < last for first, last in bodies)
        and not _is_shouted(mentions.text, start, start + len(acronym))
    ]
    if bare:
        names = (
            name for each in mentions.organizations for name in (each.name, *each.aliases) if " " in name
        )
        spelt = {"".join([word[0] for word in name.split() if word[0].isupper()]) for name in names}
        bare = [span for span in bare if span.text not in spelt]
    return bare


def _ends(text: str, end: int) -> bool:
    """Whether nothing goes on behind the capitals: "DPRD," but not "DPR-RI" or "KPUD2"."""
    behind = text[end : end + 2]
    return not (behind[:1].isalnum() or (behind[:1] in _GOES_ON and behind[1:].isalnum()))


def _is_acronym(organization: Organization) -> bool:
    """Whether an organisation is named by one acronym alone."""
    name = organization.name
    return (
        name.isupper()
        and organization.type in _BODIES
        and not organization.aliases
        and _CAPITALS.fullmatch(name) is not None
        and organization.mentions[0].text == name
    )


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word beside is in capitals too, as in a headline."""
    before = text[max(start - _LOOK * 2, 0) : start].split()
    behind = text[end : end + _LOOK * 2].split()
    return any(
        len(word) >= _SHOUTED and word.isalpha() and word.isupper() for word in (*before[-1:], *behind[:1])
    )
