"""Organisations that are in no table: names that a cue or an English word tells, wherever the article repeats them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final

from beritaextract.mentions.names.organizations.cues import Cued, CuedNames, is_site
from beritaextract.mentions.names.organizations.english import EnglishNames
from beritaextract.mentions.names.organizations.evidence import Evidence
from beritaextract.mentions.names.organizations.ground import Ground, Scene
from beritaextract.mentions.names.organizations.shapes import is_model, with_form
from beritaextract.mentions.names.organizations.surroundings import LEGAL
from beritaextract.mentions.names.organizations.tables import OrganizationTables, squeezed
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Proposal
from beritaextract.mentions.names.words import ordinary

__all__ = ["UnlistedNames"]

_SOURCE: Final = "organizations.cued"
_SILENT: Final = frozenset(("dateline", "headline"))
_SITE_AGENTS: Final = frozenset(("platform", "dengan", "perusahaan", "startup"))
_ADDED: Final = frozenset(
    ("indonesia", "group", "grup", "corp", "corporation", "inc", "ltd", "limited", "holdings", "company")
)
_SITE: Final = re.compile(r"\.(?:co|id|net|org)")
_MOST: Final = 100


class UnlistedNames:
    """Finds the organisations of one page after the other."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables
        self._english = EnglishNames(tables)
        self._cued = CuedNames(tables)
        self._site_agents = tables.cues["agent"] | _SITE_AGENTS
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
        for told in chain(self._read(page, ground, hits), _sites(page)):
            words = tuple(page.lowers[told.first : told.last])
            if words in names or len(names) < _MOST:
                names.setdefault(words, told)
                spans.append((told.first, told.last, words))
        if not names:
            return []
        kept: dict[tuple[str, ...], str] = {}
        repeated: list[tuple[int, int, tuple[str, ...]]] = []
        for words, told in names.items():
            if evidence.refuses(told.first, told.last):
                continue
            places = list(_places(page, words))
            if not told.doubt or self._holds(page, told, places):
                kept[words] = told.type
                repeated += self._repeated(page, words, places)
        repeated.sort(key=itemgetter(0))
        found = {(first, last): words for first, last, words in (*spans, *repeated) if words in kept}
        return [
            Proposal(with_form(page, first), last, "ORG", _SOURCE, _entry(words, kept[words]))
            for (first, last), words in found.items()
            if not evidence.refuses(first, last)
        ]

    def _read(self, page: Page, ground: Ground, hits: Sequence[int]) -> Iterator[Cued]:
        """What cues and English words tell below the headline."""
        english, cued, lowers, triggers = self._english, self._cued, page.lowers, self.triggers
        blocks = iter(page.blocks)
        block, scene = next(blocks, None), Scene(page, 0)
        for at in [at for at in hits if lowers[at] in triggers]:
            while block is not None and at >= block.last:
                block = next(blocks, None)
            if block is None:
                return
            if at < block.first or block.kind in _SILENT:
                continue
            if scene.end != block.last:
                scene = Scene(page, block.last, *ground)
            if lowers[at] in english.triggers and page.forms[at][0].isupper():
                name = english.read(page, block, at, ground.closed)
                if name is not None:
                    yield Cued(*name, doubt="work")
            if lowers[at] in cued.triggers:
                told = cued.read(scene, at)
                if told is not None:
                    yield told

    def _holds(self, page: Page, told: Cued, places: Sequence[int]) -> bool:
        """Whether a doubtful name is that of an organisation by all that the page says of it."""
        before = [page.forms[at - 1] for at in places if at]
        if told.doubt == "work":
            return self._tables.cues["work"].isdisjoint(before)
        if told.last == told.first + 1 and any(map(_may_name, before)):
            return False
        return told.doubt == "person" or self._acts(page, told, places)

    def _acts(self, page: Page, told: Cued, places: Sequence[int]) -> bool:
        """Whether the name does anywhere what a firm does and a product does not."""
        agents, acts, size = self._tables.cues["agent"], self._tables.cues["act"], told.last - told.first
        if is_site(page.lowers[told.first]):
            agents = self._site_agents
        elif not page.forms[told.last - 1].isalpha():
            return False
        lowers = page.lowers
        return any(
            (at + size < len(lowers) and lowers[at + size] in acts) or (at and lowers[at - 1] in agents)
            for at in places
        )

    def _repeated(
        self, page: Page, words: tuple[str, ...], places: Sequence[int]
    ) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Where the words stand with a capital, in the headline too, and the brand alone: "Nirvara"."""
        yield from ((at, last, words) for at, last in _capitalised(page, places, len(words)))
        brand = words[:-1]
        if brand and words[-1] in _ADDED:
            places = list(_places(page, brand))
            if self._brand(page, brand, places):
                yield from ((at, last, words) for at, last in _capitalised(page, places, len(brand)))

    def _brand(self, page: Page, words: tuple[str, ...], places: Sequence[int]) -> bool:
        """Whether the words before "Indonesia" or "Group" are a name of their own."""
        tables = self._tables
        if len(words[0]) < 4 or words[0] in tables.given or words[-1] in tables.cues["unit"]:
            return False
        if tables.places.longest(words, 0, len(words)) or tables.institutions.longest(words, 0, len(words)):
            return False
        # "Presiden Trump" and "Donald Trump": the firm has the name of a person.
        return not any(at and _may_name(page.forms[at - 1]) for at in places)


def _sites(page: Page) -> Iterator[Cued]:
    """The addresses of sites; whom somebody talks to is the outlet itself."""
    for dot in _SITE.finditer(page.text):
        at = bisect_left(page.ends, dot.start())
        if at < len(page.forms) and is_site(page.lowers[at]) and page.lowers[at - 1] != "kepada":
            yield Cued(at, at + 1, "media", "product")


def _capitalised(page: Page, places: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """Where a name stands at the places; one in small letters is an ordinary word, "Nirvara G6" another name."""
    forms = page.forms
    for at in places:
        last = at + size
        if not forms[at].islower() and not (last < len(forms) and is_model(forms[last])):
            yield at, last


def _may_name(form: str) -> bool:
    """Whether a word may be the first of somebody's name."""
    return form[0].isupper() and form.lower() not in ordinary()


def _entry(words: Sequence[str], type_: str) -> str:
    """The entry of a name: alike with "The" and without it, with "Tbk" and without it."""
    named = words[words[0] == "the" and len(words) > 1 :]
    return f"{type_}|{squeezed(''.join(word for word in named if word not in LEGAL))}||"


def _places(page: Page, words: tuple[str, ...]) -> Iterator[int]:
    """The words of a page at which a name begins."""
    lowers, size = page.lowers, len(words)
    for at in page.standing(words[0]):
        if size == 1 or tuple(lowers[at : at + size]) == words:
            yield at
