"""Mends what the model labelled as organisations: extends, trims, drops, and adds their abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from operator import attrgetter
from typing import Final

from beritaextract.mentions.names.organizations.evidence import Evidence, spelled_from, standing
from beritaextract.mentions.names.organizations.grammar import OrganizationGrammar
from beritaextract.mentions.names.organizations.ground import Scene
from beritaextract.mentions.names.organizations.shapes import fits, is_model, with_form
from beritaextract.mentions.names.organizations.tables import OrganizationTables
from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.names.proposals import Mention

__all__ = ["OrganizationMender"]

_SITE: Final = re.compile(r"\.(?:com|co|id|net|org|tv|news)$")
_MINISTERS: Final = frozenset(("menteri", "wamen", "menko", "menlu"))
_MAKERS: Final = frozenset(("company", "bank", "club"))
_LISTS: Final = frozenset((",", "dan", "/", "atau", "-"))
_TAIL: Final = frozenset(
    ("tbk", "inc", "ltd", "corp", "corporation", "group", "llc", "plc", "gmbh", "limited", "holdings")
)


class OrganizationMender:
    """Mends the mentions of one page after the other."""

    def __init__(self, tables: OrganizationTables, grammar: OrganizationGrammar) -> None:
        self._tables = tables
        self._grammar = grammar
        self._heads = frozenset(tables.heads.first_words())

    def mend(self, page: Page, mentions: Sequence[Mention], source: str) -> list[Mention]:
        """All mentions in order, those of organisations mended; no two overlap."""
        unlisted = [
            at
            for at, each in enumerate(mentions)
            if each.label == "ORG" and (each.entry is None or each.source == "model")
        ]
        if not unlisted:
            return list(mentions)
        evidence = Evidence(page, self._tables, {each.last for each in mentions if each.label == "ORG"})
        kept: list[Mention] = []
        done = 0
        for at in unlisted:
            kept += _behind(mentions[done:at], kept)
            done = at + 1
            each = mentions[at]
            if kept and each.first < kept[-1].last:
                continue
            if each.entry is not None:
                kept += [] if evidence.refuses(each.first, each.last) else [each]
                continue
            block = _block(page, each.first)
            if block.kind == "dateline":
                continue
            if _is_person(page, each, mentions):
                kept.append(each._replace(label="PER"))
                continue
            mended = self._mended(page, each, evidence, _limit(mentions, at, block))
            if mended is None or (kept and mended.first < kept[-1].last):
                continue
            if block.kind != "headline" and self._is_elsewise(page, mended, _limit(mentions, at, block)):
                continue
            if block.kind != "headline" or not self._is_weak(page, mended, mentions):
                kept.append(mended)
        kept += _behind(mentions[done:], kept)
        return self._with_abbreviations(page, kept, evidence)

    def _is_weak(self, page: Page, mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Whether a form is an ordinary word too, and no other form of the organisation stands on the page."""
        known = self._tables.institutions.get(" ".join(page.forms[mention.first : mention.last]))
        if known is None or not known.weak:
            return False
        return all(
            each.entry.split("|")[1] != known.key for each in mentions if each.label == "ORG" and each.entry
        )

    def _mended(self, page: Page, mention: Mention, evidence: Evidence, limit: int) -> Mention | None:
        """The mention as it should be, or None where it is no organisation."""
        first, last = mention.first, mention.last
        while first < last and (
            page.lowers[first] in self._tables.offices
            or page.lowers[first] in self._tables.cues["worker"]
            or not page.forms[first][:1].isalnum()
        ):
            first += 1
        site = next((at for at in range(first, last) if _SITE.search(page.lowers[at])), None)
        if site is not None:
            first, last = site, site + 1
        while last > first and (
            not (page.forms[last - 1][:1].isalnum() or page.forms[last - 1] == ")")
            or (page.lowers[last - 1] in self._tables.titles and page.forms[last : last + 1] == ["."])
        ):
            last -= 1
        if first and (
            page.lowers[first - 1] in _MINISTERS or page.lowers[first - 1] in self._tables.cues["work"]
        ):
            return None
        if first == last or evidence.refuses(first, last) or not self._may_be(page, first, last, evidence):
            return None
        first = with_form(page, first)
        while last < limit and page.lowers[last] in _TAIL:
            last += 1
        first = self._spelled_from(page, first, last, evidence)
        if page.lowers[first] in self._tables.leads:
            return None
        scene = Scene(page, limit)
        if last == first + 1 and self._is_product(scene, first):
            return None
        if page.lowers[first] in self._tables.starts:
            reading = self._grammar.read(scene, first)
            if reading and not reading.bare and reading.last >= last:
                return mention._replace(first=first, last=reading.last, entry=reading.entry)
            if reading and reading.bare and reading.last == last:
                return None
        return mention._replace(first=first, last=last)

    def _is_elsewise(self, page: Page, mention: Mention, limit: int) -> bool:
        """Whether a known name is only the beginning of another one: "Huawei Nova", "BRI Super League"."""
        tables, first, last = self._tables, mention.first, mention.last
        known = tables.institutions.get(page.forms[first]) if last == first + 1 else None
        if known is None or known.type not in _MAKERS or mention.entry is not None:
            return False
        scene = Scene(page, limit)
        low = page.lowers[last] if scene.has_capital(last) else ""
        if not low or low in tables.firms or low in tables.words or low in self._heads:
            return False
        return self._grammar.read(scene, mention.first) is None

    def _is_product(self, scene: Scene, first: int) -> bool:
        """Whether a maker stands before the name of what it makes: "Nokia G22"."""
        known = self._tables.institutions.get(scene.page.forms[first])
        maker = known is not None and known.type == "company"
        return maker and first + 1 < scene.end and is_model(scene.page.forms[first + 1])

    def _spelled_from(self, page: Page, first: int, last: int, evidence: Evidence) -> int:
        """Where the words begin that the abbreviation behind the name spells: "Food and Drug …" of "(FDA)"."""
        if last not in evidence.brackets:
            return first
        form = page.forms[last + 1]
        begin = spelled_from(page, last, form) if form.isupper() else None
        return begin if begin is not None and begin < first and page.forms[begin][0].isupper() else first

    def _may_be(self, page: Page, first: int, last: int, evidence: Evidence) -> bool:
        form, low = page.forms[first], page.lowers[first]
        known = self._tables.institutions.get(form) if last == first + 1 else None
        known = known if known and fits(page.forms, first, known.shape) else None
        if form in self._tables.never and not (known and evidence.company(known.type)):
            return False
        if low in self._tables.leads or low in self._tables.titles:
            return False
        if (form == low and last == first + 1) or self._tables.phrases.get(" ".join(page.forms[first:last])):
            return False
        if form[:1].islower() and form != low:
            return False
        if known is None and (
            self._is_thing(page, first, last) or (last == first + 1 and low in self._tables.words)
        ):
            return False
        if form[:2] == "Rp" and not form.isalpha():
            return False
        if any(page.lowers[at] in self._tables.events for at in range(first, last)):
            return False
        if last > first + 1:
            maker = self._tables.institutions.get(form)
            if maker and maker.type == "company" and page.lowers[first + 1] not in self._tables.firms:
                return bool(self._tables.institutions.get(" ".join(page.forms[first:last])))
            return not any(
                page.forms[at][:1].isdigit() or page.forms[at][:2] == "Rp" for at in range(first + 1, last)
            )
        return known is not None or not form.isupper() or self._acts(page, first, last, evidence.ends)

    def _is_thing(self, page: Page, first: int, last: int) -> bool:
        """Whether all words say what sort of thing it is, or are letters of a table's head: "Full Display", "M S K"."""
        tables, lowers = self._tables, page.lowers[first:last]
        if last > first + 1 and all(len(low) == 1 for low in lowers):
            return True
        if tables.cues["product"].issuperset(lowers[-1:]):
            return True
        return tables.things.issuperset(lowers) and tables.naming.isdisjoint(lowers)

    def _acts(self, page: Page, first: int, last: int, ends: Set[int]) -> bool:
        """Whether an unknown abbreviation stands where an organisation stands."""
        before = page.lowers[first - 1] if first else ""
        behind = page.lowers[last] if last < len(page.lowers) else ""
        if (
            before in self._tables.stand_before
            or before in self._tables.offices
            or behind in self._tables.acts
        ):
            return True
        return before in _LISTS and first - 1 in ends

    def _with_abbreviations(self, page: Page, mentions: list[Mention], evidence: Evidence) -> list[Mention]:
        """With the abbreviations in brackets behind organisations, wherever they stand."""
        if not evidence.brackets:
            return mentions
        by_end = {each.last: each for each in mentions if each.label == "ORG"}
        entries: dict[str, Mention] = {}
        for at in evidence.brackets:
            whole, form = by_end.get(evidence.named(at)), page.forms[at + 1]
            if whole and evidence.abbreviates(form, page.lowers[whole.first]):
                entries.setdefault(form, whole)
        if not entries:
            return mentions
        taken = {word: each for each in mentions for word in range(each.first, each.last)}
        places = {each.first: at for at, each in enumerate(mentions)}
        for form, whole in entries.items():
            for at in standing(page, form):
                other = taken.get(at)
                if other is None:
                    mentions.append(Mention(at, at + 1, "ORG", "introduced", whole.entry))
                elif other.label != "ORG" and other.last == other.first + 1 and form.isupper():
                    mentions[places[at]] = other._replace(label="ORG", source="introduced", entry=whole.entry)
        mentions.sort()
        return mentions


def _behind(mentions: Sequence[Mention], kept: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, which do not overlap, without those that touch the last one that is kept."""
    reach = kept[-1].last if kept else 0
    return (
        mentions
        if not mentions or mentions[0].first >= reach
        else [each for each in mentions if each.first >= reach]
    )


def _is_person(page: Page, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether one word, not in capitals, is part of a person's name elsewhere."""
    form = page.forms[mention.first]
    if mention.last > mention.first + 1 or form.isupper():
        return False
    for at in standing(page, form):
        near = bisect_right(mentions, at, key=attrgetter("first")) - 1
        if near >= 0 and at < mentions[near].last and mentions[near].label == "PER":
            return True
    return False


def _block(page: Page, word: int) -> Block:
    """The block of a word."""
    at = bisect_right(page.blocks, word, key=lambda block: block.last)
    return page.blocks[min(at, len(page.blocks) - 1)]


def _limit(mentions: Sequence[Mention], at: int, block: Block) -> int:
    """How far a mention may reach: to the end of its block, or to what is no place."""
    later = (mentions[place] for place in range(at + 1, len(mentions)))
    behind = (each.first for each in later if each.label != "LOC")
    return min(next(behind, block.last), block.last)
