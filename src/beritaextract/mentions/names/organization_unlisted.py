"""Organisations that are in no table: names that a cue or an English word tells, wherever the article repeats them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count
from typing import Final

from beritaextract.mentions.names.organization_cues import Cued, CuedNames, is_site
from beritaextract.mentions.names.organization_english import EnglishNames
from beritaextract.mentions.names.organization_evidence import Evidence
from beritaextract.mentions.names.organization_scene import LEGAL, Ground, Scene, is_model
from beritaextract.mentions.names.organization_tables import OrganizationTables, squeezed
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Proposal
from beritaextract.mentions.names.words import ordinary

__all__ = ["UnlistedNames"]

_SOURCE: Final = "organizations.cued"
_SILENT: Final = frozenset(("dateline", "headline"))
_SITE_AGENTS: Final = frozenset(("platform", "dengan", "perusahaan", "startup"))
_ADDED: Final = frozenset(
    ("indonesia", "group", "grup", "corp", "corporation", "inc", "ltd", "limited", "holdings")
)
_MOST: Final = 100


class UnlistedNames:
    """Finds the organisations of one page after the other."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables
        self._english = EnglishNames(tables)
        self._cued = CuedNames(tables)
        self.triggers = self._english.triggers | self._cued.triggers

    def find(self, page: Page, ground: Ground, hits: Sequence[int], evidence: Evidence) -> list[Proposal]:
        """The names, each wherever it stands; they may overlap with others that are known.

        Args:
            page: The page.
            ground: What is known of it.
            hits: Its words that are :attr:`triggers`, and other ones.
            evidence: What it says for and against an organisation.
        """
        spans = []
        names: dict[tuple[str, ...], Cued] = {}
        for told in (*self._read(page, ground, hits), *self._sites(page)):
            words = tuple(page.lowers[told.first : told.last])
            if words in names or len(names) < _MOST:
                names.setdefault(words, told)
                spans.append((told.first, told.last, words))
        kept = {words: told.type for words, told in names.items() if self._holds(page, told, evidence)}
        found = {(first, last): words for first, last, words in spans if words in kept}
        if kept:
            found.update(self._repeated(page, kept))
        return [
            Proposal(first, last, "ORG", _SOURCE, _entry(words, kept[words]))
            for (first, last), words in found.items()
            if not evidence.refuses(first, last)
        ]

    def _read(self, page: Page, ground: Ground, hits: Sequence[int]) -> Iterator[Cued]:
        english, cued, lowers, triggers = self._english, self._cued, page.lowers, self.triggers
        blocks = iter(page.blocks)
        block = next(blocks, None)
        for at in [at for at in hits if lowers[at] in triggers]:
            while block is not None and at >= block.last:
                block = next(blocks, None)
            if block is None:
                return
            if at < block.first or block.kind in _SILENT:
                continue
            if lowers[at] in english.triggers and page.forms[at][0].isupper():
                name = english.read(page, block, at, ground.closed)
                if name is not None:
                    yield Cued(*name, doubt="work")
            if lowers[at] in cued.triggers:
                told = cued.read(Scene(page, block.last, *ground), at)
                if told is not None:
                    yield told

    def _sites(self, page: Page) -> Iterator[Cued]:
        """The addresses of sites; whom somebody talks to is the outlet itself."""
        for suffix in (".co", ".id", ".net", ".org"):
            offset = page.text.find(suffix)
            while offset >= 0:
                at = bisect_left(page.ends, offset)
                if at < len(page.forms) and is_site(page.lowers[at]) and page.lowers[at - 1] != "kepada":
                    yield Cued(at, at + 1, "media", "product")
                offset = page.text.find(suffix, offset + 1)

    def _holds(self, page: Page, told: Cued, evidence: Evidence) -> bool:
        """Whether a name is that of an organisation by all that the page says of it."""
        if evidence.refuses(told.first, told.last):
            return False
        if not told.doubt:
            return True
        before = [
            page.forms[begin - 1] for begin, _ in _places(page, page.lowers[told.first : told.last]) if begin
        ]
        if told.doubt == "work":
            return self._tables.cues["work"].isdisjoint(before)
        if told.last == told.first + 1 and any(map(_may_name, before)):
            return False
        return told.doubt == "person" or self._acts(page, told.first, told.last)

    def _acts(self, page: Page, first: int, last: int) -> bool:
        """Whether the name does anywhere what a firm does and a product does not."""
        agents, acts = self._tables.cues["agent"], self._tables.cues["act"]
        if is_site(page.lowers[first]):
            agents |= _SITE_AGENTS
        elif not page.forms[last - 1].isalpha():
            return False
        return any(
            (end < len(page.lowers) and page.lowers[end] in acts)
            or (begin and page.lowers[begin - 1] in agents)
            for begin, end in _places(page, page.lowers[first:last])
        )

    def _repeated(
        self, page: Page, names: Mapping[tuple[str, ...], str]
    ) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
        """The same words with a capital elsewhere, in the headline too, and the brand alone: "Nirvara"."""
        wanted: dict[str, list[tuple[list[str], tuple[str, ...]]]] = {}
        for name in names:
            words = list(name)
            wanted.setdefault(name[0], []).append((words, name))
            if len(words) > 1 and words[-1] in _ADDED and self._brand(page, words[:-1]):
                wanted[name[0]].append((words[:-1], name))
        for at in compress(count(), map(wanted.__contains__, page.lowers)):
            if page.forms[at].islower():
                continue
            for words, name in wanted[page.lowers[at]]:
                last = at + len(words)
                goes_on = last < len(page.forms) and is_model(page.forms[last])
                if page.lowers[at:last] == words and not goes_on:
                    yield (at, last), name

    def _brand(self, page: Page, words: list[str]) -> bool:
        """Whether the words before "Indonesia" or "Group" are a name of their own."""
        tables = self._tables
        if len(words[0]) < 4 or words[0] in tables.given or words[-1] in tables.cues["unit"]:
            return False
        if tables.places.longest(words, 0, len(words)) or tables.institutions.longest(words, 0, len(words)):
            return False
        # "Presiden Trump" and "Donald Trump": the firm has the name of a person.
        return not any(begin and _may_name(page.forms[begin - 1]) for begin, _ in _places(page, words))


def _may_name(form: str) -> bool:
    """Whether a word may be the first of somebody's name."""
    return form[0].isupper() and form.lower() not in ordinary()


def _entry(words: Sequence[str], type_: str) -> str:
    """The entry of a name: alike with "The" and without it, with "Tbk" and without it."""
    named = words[words[0] == "the" and len(words) > 1 :]
    return f"{type_}|{squeezed(''.join(word for word in named if word not in LEGAL))}||"


def _places(page: Page, words: list[str]) -> Iterator[tuple[int, int]]:
    """Where words stand in a page."""
    at = -1
    for _ in range(page.lowers.count(words[0])):
        at = page.lowers.index(words[0], at + 1)
        if page.lowers[at : at + len(words)] == words:
            yield at, at + len(words)
