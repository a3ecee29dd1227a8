"""Which forms name one organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from beritaextract.mentions.names.organizations.brackets import (
    LEGAL_FORMS,
    across_brackets,
    from_brackets,
    in_brackets,
)
from beritaextract.mentions.names.organizations.tables import OrganizationTables, near, squeezed
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Mention
from beritaextract.model import Organization, Span

__all__ = ["OrganizationJoiner"]

_WATER: Final = ("perusahaandaerahairminum", "perumdaairminum", "perumdam")
_OFFICES: Final = frozenset(
    ("agency", "government", "police", "court", "prosecutor", "ministry", "legislature", "association")
)
_FACTION: Final = "fraksi"
_INSURER: Final = "badanpenyelenggarajaminansosial"
_REGIONAL: Final = "kantorwilayah"
_NOWHERE: Final = 1 << 60
_START: Final = attrgetter("start")
_MOST_COMPARED: Final = 120


@dataclass(slots=True)
class _Group:
    """Forms that are one organisation; ``first`` is the first mention, ``body`` the first one below the headline."""

    key: str
    place: str
    type: str
    collective: bool
    bare: bool
    first: int
    body: int
    forms: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    derived: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    into: _Group | None = None
    words: Sequence[str] = ()
    shorts: Sequence[tuple[list[str], str]] = ()
    spelled: Sequence[tuple[list[str], str]] = ()
    known: bool = False

    def root(self) -> _Group:
        group = self
        while group.into is not None:
            group = group.into
        return group


class OrganizationJoiner:
    """Joins the mentions of one page."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables

    def join(self, page: Page, mentions: Sequence[Mention]) -> list[Organization]:
        """One record for each organisation, in order of the first mention."""
        groups, at = self._groups(page, mentions)
        if len(groups) > 1:
            for one, other in in_brackets(page, mentions):
                _unite(at[one], at[other])
            _unite_alike(groups)
            roots = [group for group in groups if group.into is None]
            if 1 < len(roots) <= _MOST_COMPARED:
                self._unite_short(roots)
        roots = [group for group in groups if group.into is None and not group.bare]
        roots.sort(key=lambda group: group.first)
        return [_record(number, group) for number, group in enumerate(roots, start=1)]

    def _groups(self, page: Page, mentions: Sequence[Mention]) -> tuple[list[_Group], dict[int, _Group]]:
        """The mentions by what they are read as; and for each mention, by its first word, its group."""
        groups: dict[tuple[str, str, str], _Group] = {}
        at: dict[int, _Group] = {}
        headline = page.blocks[0].last if page.blocks and page.blocks[0].kind == "headline" else 0
        for mention in mentions:
            first, last = mention.first, mention.last
            form = page.printed(first, last)
            type_, key, place, flags = _entry(mention, form)
            group = groups.get((key, place, flags))
            if group is None:
                group = _Group(key, place, type_, "s" in flags, "b" in flags, first, _NOWHERE)
                groups[key, place, flags] = group
            if headline <= first < group.body:
                group.body = first
            group.spans.append(page.span(first, last))
            if form not in group.forms:
                group.forms[form] = None
                if "(" in form:
                    group.derived += tuple(from_brackets(form))
                    group.implied += tuple(across_brackets(form))
            if "m" in flags:
                group.notes += (f"near-miss spelling: {form}",)
            at[first] = group
        return list(groups.values()), at

    def _unite_short(self, roots: Sequence[_Group]) -> None:
        """Short forms with the one organisation that they can stand for."""
        tables = self._tables
        shelves = _Shelves(roots, tables)
        for step in (_same_office, _initials_of, _same_start, _near_miss):
            for group in roots if step is _same_office else shelves.doubtful:
                if group.into is not None or group.collective:
                    continue
                fitting = [
                    other.root()
                    for other in shelves.candidates(step, group)
                    if other is not group and step(tables, group, other)
                ]
                if not fitting:
                    continue
                wholes = {id(other): other for other in fitting if not other.collective}
                wholes.pop(id(group), None)
                if len(wholes) > 1 and len({whole.key for whole in wholes.values()}) == 1:
                    wholes = {id(whole): whole for whole in wholes.values() if not whole.place}
                if len(wholes) == 1:
                    (whole,) = wholes.values()
                    if step is _near_miss:
                        whole.notes += (f"near-miss spelling: {next(iter(group.forms))}",)
                    _unite(whole, group)


class _Shelves:
    """The groups by key and by first and last word, so that few pairs are compared.

    ``doubtful`` are the groups that may be short forms of others: the tables do not know them, or not what they are.
    """

    def __init__(self, groups: Sequence[_Group], tables: OrganizationTables) -> None:
        self._groups = groups
        self._keys: dict[str, list[_Group]] = {}
        self._edges: dict[str, list[_Group]] = {}
        self.doubtful = []
        for group in groups:
            self._keys.setdefault(group.key, []).append(group)
            group.known = not tables.forms.isdisjoint(map(str.lower, group.forms))
            if not group.known:
                group.shorts = list(_shorts(tables, group))
            if not group.known or group.bare or group.key == _INSURER:
                self.doubtful.append(group)
        if self.doubtful:
            self._fill_edges(groups)
        if any(group.shorts for group in self.doubtful):
            for group in groups:
                group.spelled = list(_spelled(group))

    def _fill_edges(self, groups: Sequence[_Group]) -> None:
        for group in groups:
            words = group.words = _words(_longest(group))
            if words:
                self._edges.setdefault(words[0], []).append(group)
                if words[-1] != words[0]:
                    self._edges.setdefault(words[-1], []).append(group)

    def candidates(self, step: object, group: _Group) -> Sequence[_Group]:
        """The groups that may be the whole of ``group``."""
        if step is _same_office:
            if group.key in _WATER:
                return self._groups
            return self._keys.get(_REGIONAL + group.key, ()) if group.place else self._keys[group.key]
        if step is _initials_of:
            return self._groups if group.shorts else ()
        if group.key == _INSURER or group.bare:
            return self._groups
        if not group.words:
            return ()
        if len(group.words) == 1 and step is _near_miss:
            return self._groups
        return self._edges[group.words[0]] + (self._edges[group.words[-1]] if step is _near_miss else [])


def _unite_alike(groups: Sequence[_Group]) -> None:
    """Unites groups with one form in common, or with one key and places that agree."""
    forms: dict[str, _Group] = {}
    for group in groups:
        for form in (*group.forms, *group.derived, *group.implied):
            known = forms.setdefault(_plain(form), group)
            if known is group or known.collective != group.collective:
                continue
            if form in group.forms or not known.place or known.place == group.place:
                _unite(known, group)
    _unite_factions(groups)
    if len({group.key for group in groups}) == len(groups):
        return
    places: dict[tuple[str, str, bool], dict[str, _Group]] = {}
    for group in groups:
        name, _, kind = group.place.partition("#")
        kinds = places.setdefault((group.key, name, group.collective), {})
        _unite(kinds.setdefault(kind, group), group)
    for kinds in places.values():
        if "" in kinds and len(kinds) == 2:
            _unite(*kinds.values())


def _unite_factions(groups: Sequence[_Group]) -> None:
    """Unites "Fraksi Gerindra" with the party, which acts through it."""
    factions = {group.key: group for group in groups if group.key.startswith(_FACTION) and not group.place}
    for party in groups if factions else ():
        if party.type == "party" and _FACTION + party.key in factions:
            _unite(party, factions[_FACTION + party.key])


def _entry(mention: Mention, form: str) -> tuple[str, str, str, str]:
    """Type, key, place and flags, as the grammar wrote them, or from the form alone."""
    if mention.entry and mention.entry.count("|") == 3:
        type_, key, place, flags = mention.entry.split("|")
        return type_, key, place, flags
    return "", _plain(form), "", ""


def _plain(form: str) -> str:
    """A form without signs and legal forms, in small letters."""
    if form.isalpha():
        return form.lower()
    words = [word.strip(".,()") for word in form.lower().split()]
    kept = [word for word in words if word not in LEGAL_FORMS] or words
    return squeezed("".join(kept))


def _same_office(tables: OrganizationTables, group: _Group, other: _Group) -> bool:
    """A name without its place and the same name with it; a ministry and its regional office."""
    if group.place and group.place.partition("#")[0] == other.place.partition("#")[0]:
        return other.key == _REGIONAL + group.key or (group.key in _WATER and other.key.startswith(_WATER))
    if group.place or group.key != other.key or not other.place:
        return False
    return not group.known or (group.type != "ministry" and other.body < group.body)


def _initials_of(tables: OrganizationTables, group: _Group, other: _Group) -> bool:
    """ "DPMP" and "Dinas Pemberdayaan Masyarakat dan Pekon"; "Dinas SDA" and "Dinas Sumber Daya Air"."""
    for before, short in group.shorts:
        for capitals, letters in other.spelled:
            at = len(before)
            if not letters.startswith(short, at) or capitals[:at] != before:
                continue
            if at and not _places_agree(group, other):
                continue
            behind = "".join(capitals[at + len(short) :])
            return not behind or tables.places.get(behind) is not None or bool(other.place)
    return False


def _shorts(tables: OrganizationTables, group: _Group) -> Iterator[tuple[list[str], str]]:
    """The abbreviations that forms end with, and the words before each: "DPMP", "Dinas SDA"."""
    for form in group.forms:
        words = form.split()
        loud = (at for at, word in enumerate(words) if word.isupper() and word.lower() not in LEGAL_FORMS)
        at = next(loud, -1)
        short = words[at]
        if at >= 0 and 1 < len(short) < 9 and short.isalpha() and not tables.institutions.get(form):
            yield words[:at], short


def _spelled(group: _Group) -> Iterator[tuple[list[str], str]]:
    """The words with capitals of the forms, and their first letters."""
    for form in group.forms:
        capitals = [word for word in form.partition(" (")[0].split() if word[0].isupper()]
        if len(capitals) > 1:
            yield capitals, "".join([word[0] for word in capitals])


def _places_agree(group: _Group, other: _Group) -> bool:
    one, two = group.place.partition("#")[0], other.place.partition("#")[0]
    return not one or not two or one == two


def _same_start(tables: OrganizationTables, group: _Group, other: _Group) -> bool:
    """ "Freeport" and "PT Freeport Indonesia"; "Satgas" and "Satgas Saber Pungli"; "BPJS" and "BPJS Kesehatan"."""
    if group.key == _INSURER or group.bare:
        return len(other.key) > len(group.key) and other.key.startswith(group.key)
    words, longer = group.words, other.words
    if group.known or len(words) >= len(longer) or longer[0] != words[0] or (group.place and other.place):
        return False
    if longer[: len(words)] == words:
        rest = longer[len(words) :]
        wider = all(word in tables.firms or tables.places.get(word) for word in rest)
        named = len(words) > 1 and other.type in _OFFICES
        return wider or named or (group.type == "company" and _longest(group)[:2].upper() in ("PT", "CV"))
    following = iter(longer)
    return all(word in following for word in words)


def _near_miss(tables: OrganizationTables, group: _Group, other: _Group) -> bool:
    """Two forms that differ in one long word, and there in one letter or two."""
    words, longer = group.words, other.words
    if len(words) != len(longer) or group is other or len(group.spans) > len(other.spans):
        return False
    pairs = [(one, two) for one, two in zip(words, longer, strict=True) if one != two]
    if len(pairs) != 1:
        return False
    one, two = pairs[0]
    return near(one, two) and not (tables.places.get(one) and tables.places.get(two))


def _longest(group: _Group) -> str:
    return max(group.forms, key=len) if len(group.forms) > 1 else next(iter(group.forms))


def _words(form: str) -> list[str]:
    words = [word.strip(".,()") for word in form.lower().split()]
    return [word for word in words if word and word not in LEGAL_FORMS]


def _unite(one: _Group, other: _Group) -> None:
    one, other = one.root(), other.root()
    if one is other:
        return
    if other.first < one.first:
        one, other = other, one
    other.into = one
    one.forms.update(other.forms)
    one.derived += other.derived
    one.spans += other.spans
    one.notes += other.notes
    one.type = one.type or other.type
    one.place = one.place or other.place
    one.bare = one.bare and other.bare
    one.body = min(one.body, other.body)


def _name(group: _Group) -> str:
    """The fullest form; of a club's forms no nickname where its name stands too."""
    if group.type == "club" and not group.place:
        forms = [form for form in group.forms if group.key.startswith(squeezed(form))]
        return max(forms or group.forms, key=len)
    return _longest(group)


def _record(number: int, group: _Group) -> Organization:
    name = _name(group)
    aliases = dict.fromkeys((*group.forms, *group.derived))
    del aliases[name]
    return Organization(
        id=f"o{number}",
        name=name,
        aliases=tuple(aliases),
        type=group.type or None,
        collective=group.collective,
        mentions=tuple(sorted(group.spans, key=_START) if len(group.spans) > 1 else group.spans),
        notes=tuple(dict.fromkeys(group.notes)),
    )
