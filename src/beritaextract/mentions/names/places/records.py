"""From the mentions of places to one record a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.places.context import is_compass
from beritaextract.mentions.names.places.gazetteer import ADMINISTRATIVE, Gazetteer
from beritaextract.mentions.names.proposals import Mention
from beritaextract.mentions.names.spelling import without_accents
from beritaextract.model import Place, Span

__all__ = ["join"]

_OURS = "places."
_DISTRICT = 8
"""The length of a district's code: 63.01.02."""

_SHORTEST = 6
"""The letters that a name must have more than, to be taken for the beginning of a longer one."""


@dataclass(slots=True)
class _Group:
    """The mentions of one place; ``forms`` are its names as printed, ``headed`` those with a head.

    ``within`` are those that stand in the names of organisations.
    """

    level: str | None
    code: str | None
    title: str | None
    forms: dict[str, None]
    headed: dict[str, None]
    within: dict[str, None]
    spans: list[Span]

    def take(self, other: _Group) -> None:
        """Adds the mentions of another group."""
        self.forms |= other.forms
        self.headed |= other.headed
        self.within |= other.within
        self.spans = sorted((*self.spans, *other.spans), key=lambda span: span.start)


class _Form(NamedTuple):
    """A mention as printed, without its administrative head and with the head that it has or that stands before."""

    bare: str
    full: str
    level: str | None


def _form(page: Page, mention: Mention, before: str, gazetteer: Gazetteer) -> _Form:
    """How a mention is printed; ``before`` is the head that may stand before it."""
    first, last = mention.first, mention.last
    full = bare = page.printed(first, last)
    level = mention.source[len(_OURS) :] if mention.source.startswith(_OURS) else None
    if last - first > 1:
        hit = gazetteer.heads.longest(page.lowers, first, last)
        if hit is not None and hit[0] < last:
            at, head = hit
            level = level or head.level
            if head.level in ADMINISTRATIVE or page.forms[first][0].islower():
                bare = page.printed(at + (page.forms[at] == "." and at + 1 < last), last)
    if before and bare is full and page.starts[first] - page.ends[first - 1] == 1:
        full = page.printed(first - 1, last)
    return _Form(bare, full, level)


def join(page: Page, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Place]:
    """One record for each place that a mention of label LOC names, in the order of the text.

    Forms that stand only in the names of organisations are aliases of places that are named elsewhere.
    """
    places = [each for each in mentions if each.label == "LOC"]
    if not places:
        return []
    joiner = _Joiner(page, places, gazetteer)
    joiner.add(places)
    joiner.add_forms_within(mentions)
    joiner.merge_abbreviations(places)
    joiner.merge_parts()
    return _records(joiner.groups.values())


class _Joiner:
    """The groups of one page."""

    def __init__(self, page: Page, places: Sequence[Mention], gazetteer: Gazetteer) -> None:
        self.groups: dict[str, _Group] = {}
        self._page = page
        self._gazetteer = gazetteer
        self._certain = {each.entry for each in places if each.entry and "|" not in each.entry}
        self._by_name: dict[str, str] = {}
        self._known: dict[tuple[str, str | None, str], _Group] = {}

    def add(self, mentions: Iterable[Mention]) -> None:
        """Puts each mention into the group of its place."""
        starts, ends, known = self._page.starts, self._page.ends, self._known
        for mention in mentions:
            printed = self._printed(mention)
            group = known.get(printed)
            if group is None:
                group = known[printed] = self._group(mention, printed)
            group.spans.append(Span(start=starts[mention.first], end=ends[mention.last - 1], text=printed[0]))

    def _printed(self, mention: Mention) -> tuple[str, str | None, str]:
        """What mentions of one place have in common: the text, the entry, and the head before it, if any."""
        page, first = self._page, mention.first
        before = page.lowers[first - 1] if first else ""
        text = page.text[page.starts[first] : page.ends[mention.last - 1]]
        if before not in self._gazetteer.leads or (first > 1 and _is_no_head(page.lowers, first - 1)):
            before = ""
        return text, mention.entry, before

    def _group(self, mention: Mention, printed: tuple[str, str | None, str]) -> _Group:
        """The group of a mention, which has its forms."""
        text, entry, before = printed
        if entry is not None and not before and mention.last - mention.first == 1 and "|" not in entry:
            form = _Form(text, text, mention.source[len(_OURS) :])
            key = entry
            self._by_name.setdefault(text.lower(), key)
        else:
            form = _form(self._page, mention, before, self._gazetteer)
            key = self._key(mention, form)
        group = self.groups.get(key)
        if group is None:
            row = self._gazetteer.entries.get(key)
            if row is not None:
                group = _Group(row.level, row.code, row.name, {}, {}, {}, [])
            else:
                code = key if len(key) == _DISTRICT and key[2] == "." else None
                group = _Group(self._level(mention, form), code, None, {}, {}, {}, [])
            self.groups[key] = group
        group.forms[form.bare] = None
        if form.full is not form.bare:
            group.headed[form.full] = None
        return group

    def _level(self, mention: Mention, form: _Form) -> str | None:
        """What a place without a row of its own is; open where its rows are of several levels."""
        if mention.entry is None or "|" not in mention.entry:
            return form.level
        rows = map(self._gazetteer.entries.get, mention.entry.split("|"))
        return form.level if len({row.level for row in rows if row is not None}) < 2 else None

    def _key(self, mention: Mention, form: _Form) -> str:
        """What tells the place of a mention from others: a row of the tables, else the name without spaces."""
        candidates: Sequence[str] = ()
        name = form.bare.lower().replace(" ", "")
        if mention.entry:
            if "|" not in mention.entry:
                self._by_name.setdefault(name, mention.entry)
                return mention.entry
            candidates = mention.entry.split("|")
        elif form.level is None or form.level in ADMINISTRATIVE:
            named = self._gazetteer.regions.get(form.bare)
            candidates = named.keys.split("|") if named is not None and named.keys else ()
        elif form.bare is not form.full and self._page.forms[mention.first][0].islower():
            # "sungai Enim" is Sungai Enim
            name = form.full.lower().replace(" ", "")
        key = (
            candidates[0]
            if len(candidates) == 1
            else self._chosen(candidates) or self._by_name.get(name, name)
        )
        self._by_name.setdefault(name, key)
        return key

    def _chosen(self, candidates: Sequence[str]) -> str | None:
        """Of several places of one name the one that the text names for certain, or whose regency it names."""
        if not candidates:
            return None
        fitting = [key for key in candidates if key in self._certain]
        if fitting:
            return fitting[-1]
        near = [key for key in candidates if len(key) == _DISTRICT and key[:5] in self._certain]
        near = near or [key for key in candidates if len(key) == _DISTRICT and key[:2] in self._certain]
        return near[0] if len(near) == 1 else None

    def add_forms_within(self, mentions: Iterable[Mention]) -> None:
        """Adds the regions of one meaning that stand within organisations, with their heads, as forms."""
        longest, lowers, heads = (
            self._gazetteer.regions.longest,
            self._page.lowers,
            self._gazetteer.head_words,
        )
        for first, last in [(each.first, each.last) for each in mentions if each.label == "ORG"]:
            at = first
            while at < last:
                hit = longest(lowers, at, last)
                if hit is None:
                    at += 1
                    continue
                end, named = hit
                group = self.groups.get(named.keys)
                if group is not None and len(named.entries) == 1:
                    group.within[self._page.printed(at, end)] = None
                    head = heads.get(lowers[at - 1]) if at > first else None
                    if head is not None and head.level == named.entries[0].level:
                        group.within[self._page.printed(at - 1, end)] = None
                at = end

    def merge_abbreviations(self, places: Sequence[Mention]) -> None:
        """Joins a place with the abbreviation that stands in brackets behind it: Laut China Selatan (LCS)."""
        forms = self._page.forms
        gone: set[int] = set()
        for one, two in pairwise(places):
            at = one.last
            if two.first != at + 1 or two.last != at + 2 or forms[at] != "(" or not forms[at + 1].isupper():
                continue
            letters = "".join(form[0] for form in forms[one.first : at]).upper()
            whole, short = self._known[self._printed(one)], self._known[self._printed(two)]
            told = letters.endswith(forms[at + 1]) and short.title is None
            if told and whole is not short and gone.isdisjoint((id(whole), id(short))):
                whole.take(short)
                gone.add(id(short))
        if gone:
            self.groups = {key: group for key, group in self.groups.items() if id(group) not in gone}

    def merge_parts(self) -> None:
        """Joins a place that no table has with the longer form of its name: Hotel Trisula, Hotel Trisula Indramayu."""
        groups = self.groups
        loose = [
            key for key, group in groups.items() if group.title is None and group.level not in ADMINISTRATIVE
        ]
        if len(loose) < 2:
            return
        words = {key: _folded(next(iter(groups[key].forms))).split() for key in loose}
        longer: dict[str, list[str]] = {}
        for key in loose:
            for length in range(1, len(words[key])):
                longer.setdefault(" ".join(words[key][:length]), []).append(key)
        for key in loose:
            name = " ".join(words[key])
            wholes = longer.get(name, ())
            if len(wholes) == 1 and wholes[0] in groups and key in groups and len(name) > _SHORTEST:
                groups[key].take(groups.pop(wholes[0]))


def _is_no_head(lowers: Sequence[str], at: int) -> bool:
    """Whether what looks like the head of a place is the end of something else: ibu kota, wali kota, barat laut."""
    return is_compass(lowers, at) or (lowers[at] == "kota" and lowers[at - 1] in ("ibu", "wali"))


def _folded(name: str) -> str:
    """A name in small letters without diacritics."""
    return without_accents(name.lower())


def _records(groups: Iterable[_Group]) -> list[Place]:
    """The records in the order of the text; places of one bare name are called by their heads."""
    ordered = sorted(groups, key=lambda group: group.spans[0].start)
    names = [_name(group) for group in ordered]
    uses = Counter(names) if any(group.headed or group.within for group in ordered) else {}
    records = []
    for number, (group, bare) in enumerate(zip(ordered, names, strict=True), start=1):
        name, aliases = bare, group.forms
        if further := {**group.headed, **group.within}:
            name = next(iter(further)) if uses[bare] > 1 else bare
            aliases = {**group.forms, **further}
        records.append(
            Place(
                id=f"l{number}",
                name=name,
                aliases=tuple([form for form in aliases if form != name]) if len(aliases) > 1 else (),
                level=group.level,
                code=group.code,
                mentions=tuple(group.spans),
            )
        )
    return records


def _name(group: _Group) -> str:
    """The name as the table has it where it stands so by itself, in whatever case, else the longest form."""
    title = group.title
    if title is not None and any(form.upper() == title.upper() for form in (*group.forms, *group.headed)):
        return title
    if len(group.forms) == 1:
        return next(iter(group.forms))
    return max(group.forms, key=lambda form: (not form.isupper(), len(form)))
