"""The stages of names: read words, propose by rule and table, label by model, complete, join."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.hits import Hits
from beritaextract.mentions.names.officials import OfficialFinder
from beritaextract.mentions.names.organizations.brackets import whole
from beritaextract.mentions.names.organizations.finder import OrganizationFinder
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.finder import PersonFinder
from beritaextract.mentions.names.places.finder import PlaceFinder
from beritaextract.mentions.names.proposals import Label, Mention, Proposal
from beritaextract.mentions.names.tagger.labels import Tagger
from beritaextract.model import Official, Organization, Person, Place, Section
from beritaextract.rules import RuleBook

__all__ = ["Entity", "How", "NameFinder", "Names"]

How: TypeAlias = Literal["model", "rules"]
Entity: TypeAlias = tuple[int, int, Label]
"""Start and end in the text (half-open), and what it is: ``"PER"``, ``"ORG"`` or ``"LOC"``."""

_Finders: TypeAlias = tuple[PlaceFinder | OrganizationFinder | PersonFinder, ...]
Stretch = TypeVar("Stretch", Proposal, Mention)

_GIVEN = "entities"


class Names(NamedTuple):
    page: Page
    persons: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    places: tuple[Place, ...]
    officials: tuple[Official, ...]


class NameFinder:
    """Finds the names of texts by the tables of one book, with the model or without it."""

    def __init__(self, book: RuleBook, how: How = "model") -> None:
        self._places = PlaceFinder(book)
        self._organizations = OrganizationFinder(book)
        self._persons = PersonFinder(book)
        self._officials = OfficialFinder(book, self._persons)
        self._hits = Hits(
            self._places.cues, self._organizations.cues, self._persons.cues, self._officials.cues
        )
        self._tagger = Tagger(book) if how == "model" else None

    def find(
        self,
        text: str,
        sections: Iterable[Section],
        *,
        nameless: Iterable[tuple[int, int]] = (),
        entities: Iterable[Entity] = (),
    ) -> Names:
        """The names of one text, each thing once.

        Args:
            text: The frozen text.
            sections: Its sections.
            nameless: Stretches that hold no name, such as dates.
            entities: What another tool takes for names: candidates where our rules and tables are silent.
        """
        page = pages.read(text, sections)
        hits = self._hits.find(page)
        mentions = self._mentions(page, hits, nameless, entities)
        persons = self._persons.join(page, mentions)
        organizations = whole(text, self._organizations.join(page, mentions))
        places = self._places.join(page, mentions)
        officials = self._officials.find(page, persons, organizations, places, hits[-1])
        return Names(page, tuple(persons), tuple(organizations), tuple(places), tuple(officials))

    def mentions(
        self, page: Page, nameless: Iterable[tuple[int, int]] = (), entities: Iterable[Entity] = ()
    ) -> list[Mention]:
        """The mentions of a page in its order; no two overlap."""
        return self._mentions(page, self._hits.find(page), nameless, entities)

    def _mentions(
        self,
        page: Page,
        hits: Sequence[Sequence[int]],
        nameless: Iterable[tuple[int, int]],
        entities: Iterable[Entity],
    ) -> list[Mention]:
        """The mentions, by the places on the page at which each stage looks closer."""
        known = _settled(_proposals(page, ((*stretch, None) for stretch in nameless), "nameless"))
        found_by: _Finders = (self._places, self._organizations, self._persons)
        for kind, at in zip(found_by, hits, strict=False):
            fresh = kind.propose(page, known, at)
            known = _settled([*known, *fresh]) if fresh else known
        if others := _apart(_proposals(page, entities, _GIVEN), known):
            known = _settled([*known, *others])
        if self._tagger is not None:
            mentions = self._tagger.label(page, known)
        else:
            mentions = [Mention(*each[:2], each.label, *each[3:]) for each in known if each.label]
        given = [each for each in mentions if each.source == _GIVEN] if others else []
        mentions = [each for each in mentions if each.source != _GIVEN] if given else mentions
        for kind in (self._organizations, self._places, self._persons):
            mentions = kind.complete(page, mentions)
        if given:  # they stay as they are
            mentions = sorted([*_apart(mentions, given), *given], key=lambda each: each.first)
        return mentions


def _proposals(page: Page, stretches: Iterable[tuple[int, int, Label | None]], source: str) -> list[Proposal]:
    """The words of the stretches, of those that have any."""
    found = (Proposal(*page.words(start, end), label, source) for start, end, label in stretches)
    return [each for each in found if each.first < each.last]


def _apart(those: Sequence[Stretch], others: Sequence[Proposal | Mention]) -> list[Stretch]:
    """Those that touch none of the others."""
    taken = {word for each in others for word in range(each.first, each.last)}
    return [each for each in those if taken.isdisjoint(range(each.first, each.last))]


def _settled(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals in order; of two that overlap the longer stays, of two as long the later one."""
    firsts = [each.first for each in proposals]
    order = sorted(range(len(proposals)), key=firsts.__getitem__)
    firsts.sort()
    kept: list[Proposal] = []
    at, size = 0, len(order)
    while at < size:
        each = proposals[order[at]]
        end, reach = at + 1, each.last
        while end < size and firsts[end] < reach:
            reach = max(reach, proposals[order[end]].last)
            end += 1
        if end - at == 1:
            kept.append(each)
        else:
            kept += _longest(proposals, order[at:end])
        at = end
    return kept


def _longest(proposals: Sequence[Proposal], crowd: Iterable[int]) -> list[Proposal]:
    """What stays of the proposals of a crowd, of which each overlaps with one before it."""
    taken: set[int] = set()
    staying = []
    for place in sorted(crowd, key=lambda place: (proposals[place].first - proposals[place].last, -place)):
        each = proposals[place]
        words = range(each.first, each.last)
        if taken.isdisjoint(words):
            taken.update(words)
            staying.append(each)
    return sorted(staying, key=lambda each: each.first)
