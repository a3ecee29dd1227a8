"""Organisations: institutions by table and by the grammar of their names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from beritaextract.mentions.names.hits import positions
from beritaextract.mentions.names.organizations.evidence import Evidence, spelled_from, standing
from beritaextract.mentions.names.organizations.grammar import OrganizationGrammar
from beritaextract.mentions.names.organizations.ground import Ground, Reading, Scene
from beritaextract.mentions.names.organizations.joining import OrganizationJoiner
from beritaextract.mentions.names.organizations.lists import ListedNames
from beritaextract.mentions.names.organizations.mending import OrganizationMender
from beritaextract.mentions.names.organizations.repeats import without_form
from beritaextract.mentions.names.organizations.tables import OrganizationTables, squeezed
from beritaextract.mentions.names.organizations.unlisted import UnlistedNames
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Mention, Proposal
from beritaextract.model import Organization
from beritaextract.rules import RuleBook

__all__ = ["OrganizationFinder"]

_SOURCE: Final = "organizations"
_MINISTERS: Final = frozenset(("menteri", "wamen", "menko"))
_SPELLED: Final = frozenset(("agency", "military"))
_MOST: Final = 200


class OrganizationFinder:
    """Proposes organisations, mends what the model labelled, and joins the mentions of one organisation."""

    def __init__(self, book: RuleBook) -> None:
        self._tables = OrganizationTables(book)
        self._grammar = OrganizationGrammar(self._tables)
        self._mender = OrganizationMender(self._tables, self._grammar)
        self._joiner = OrganizationJoiner(self._tables)
        self._unlisted = UnlistedNames(self._tables)
        self._lists = ListedNames(self._tables)
        self.cues = self._tables.starts | self._unlisted.triggers

    def propose(
        self, page: Page, known: Sequence[Proposal], hits: Sequence[int] | None = None
    ) -> list[Proposal]:
        """The organisations that a table, the grammar or a cue is sure of; one may lie within another.

        Args:
            page: The words.
            known: What is known of them.
            hits: Where those of ``cues`` stand, if the caller has found them.
        """
        ground = Ground.of(known)
        hits = positions(page, self.cues) if hits is None else hits
        found = self._readings(page, ground, hits)
        evidence = Evidence(page, self._tables, {reading.last for _, reading in found}, found)
        proposals = [
            Proposal(first, reading.last, "ORG", _SOURCE, reading.entry)
            for first, reading in found
            if evidence.holds(first, reading)
        ]
        unlisted = self._unlisted.find(page, ground, hits, evidence)
        if unlisted:
            known_spans = {(each.first, each.last) for each in proposals}
            proposals += [each for each in unlisted if (each.first, each.last) not in known_spans]
        proposals += without_form(page, self._tables, proposals)
        if evidence.brackets:
            proposals += self._introduced(page, proposals, evidence)
        return proposals

    def _introduced(self, page: Page, proposals: Sequence[Proposal], evidence: Evidence) -> list[Proposal]:
        """What brackets introduce: names with slips before known abbreviations; abbreviations, wherever they stand."""
        fresh: list[Proposal] = []
        entries: dict[str, str | None] = {}
        taken = {word: each for each in proposals for word in range(each.first, each.last)}
        by_end: dict[int, Proposal] = {}
        for each in proposals:
            if each.last not in by_end or each.first < by_end[each.last].first:
                by_end[each.last] = each
        for at in evidence.brackets:
            whole, form = by_end.get(evidence.named(at)) or taken.get(at), page.forms[at + 1]
            if whole is None:
                whole = self._spelled(page, at, form)
                if whole is None or any(word in taken for word in range(whole.first, at)):
                    continue
                fresh.append(whole)
            if form not in entries and evidence.abbreviates(form, page.lowers[whole.first]):
                entries[form] = whole.entry
        for form, entry in entries.items():
            fresh += [
                Proposal(at, at + 1, "ORG", f"{_SOURCE}.introduced", entry)
                for at in standing(page, form)
                if at not in taken
            ]
        return fresh

    def _spelled(self, page: Page, at: int, form: str) -> Proposal | None:
        """The words before "(BMKG)" where their first letters spell it, though no table prints them so; the name in
        small letters before "(Bapas)"."""
        row, head = self._tables.institutions.get(form), self._tables.heads.get(form)
        if row:
            full, key, type_ = row.name, row.key, row.type
        elif head and head.type in _SPELLED:
            full, key, type_ = head.full, head.key, head.type
        else:
            return None
        first = at - len(full.split())
        if first >= 0 and squeezed("".join(page.lowers[first:at])) == key:
            return Proposal(first, at, "ORG", _SOURCE, f"{type_}|{key}||")
        if row is None or row.weak or not form.isupper():
            return None
        begin = spelled_from(page, at, form)
        if begin is None or page.lowers[begin] not in self._tables.starts:
            return None
        return Proposal(begin, at, "ORG", _SOURCE, f"{row.type}|{row.key}||")

    def _readings(self, page: Page, ground: Ground, hits: Sequence[int]) -> list[tuple[int, Reading]]:
        """The readings of the body, then those of the headline, which may repeat a name of the body in title case."""
        found: list[tuple[int, Reading]] = []
        headlines = []
        begins, done = self._begins(page, hits), 0
        for block in page.blocks:
            begin, done = done, bisect_left(begins, block.last, done)
            if begin == done or block.kind == "dateline":
                continue
            if block.kind == "headline":
                headlines.append((block, begins[begin:done]))
            else:
                self._read_block(Scene(page, block.last, *ground), begins[begin:done], found)
        if headlines:
            bodily = _by_first_word(page, found)
            for block, within in headlines:
                scene = Scene(page, block.last, *ground, seen=frozenset(page.forms[block.last :]))
                self._read_block(scene, within, found, bodily)
        return found

    def _begins(self, page: Page, hits: Sequence[int]) -> list[int]:
        """The words that a name of a table may begin with, as they are printed and by what follows them."""
        tables, forms, lowers = self._tables, page.forms, page.lowers
        starts, small, follow, last = tables.starts, tables.small_starts, tables.follow, len(lowers) - 1
        begins = []
        for at in hits:
            low = lowers[at]
            if (forms[at] != low or low in small) and low in starts:
                seconds = follow.get(low)
                if seconds is None or (at < last and lowers[at + 1] in seconds):
                    begins.append(at)
        return begins

    def _read_block(
        self,
        scene: Scene,
        begins: Sequence[int],
        found: list[tuple[int, Reading]],
        bodily: Mapping[str, Sequence[tuple[list[str], Reading]]] | None = None,
    ) -> None:
        """Adds the readings of a block, those of a headline with the names of the body at hand."""
        read, lowers, free = self._grammar.read, scene.page.lowers, 0
        blocked, inside = scene.blocked, scene.inside
        for at in begins:
            if at < free or at in blocked or at in inside or (at and lowers[at - 1] in _MINISTERS):
                continue
            repeated = bodily.get(lowers[at]) if bodily else None
            reading = (_repeated(scene, at, repeated) if repeated else None) or read(scene, at)
            if reading is not None:
                found.append((at, reading))
                free = reading.last

    def complete(self, page: Page, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions with those of organisations mended: extended, trimmed, dropped, and added where a list tells."""
        return self._lists.add(page, self._mender.mend(page, mentions, _SOURCE))

    def join(self, page: Page, mentions: Sequence[Mention]) -> list[Organization]:
        """One record for each organisation."""
        return self._joiner.join(page, [each for each in mentions if each.label == "ORG"])


def _by_first_word(
    page: Page, found: Sequence[tuple[int, Reading]]
) -> dict[str, list[tuple[list[str], Reading]]]:
    """The names of the body, in small letters, by their first words."""
    named = [(first, reading) for first, reading in found if not reading.bare]
    bodily: dict[str, list[tuple[list[str], Reading]]] = {}
    for first, reading in named[:_MOST]:
        words = page.lowers[first : reading.last]
        bodily.setdefault(words[0], []).append((words, reading))
    return bodily


def _repeated(scene: Scene, at: int, bodily: Sequence[tuple[list[str], Reading]]) -> Reading | None:
    """The longest name of the body that begins here in the headline."""
    lowers = scene.page.lowers
    hits = [
        reading._replace(last=at + len(words))
        for words, reading in bodily[:_MOST]
        if at + len(words) <= scene.end and lowers[at : at + len(words)] == words
    ]
    return max(hits, key=lambda reading: reading.last, default=None)
