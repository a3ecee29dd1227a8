"""Officials: the office beside a person's name, with its institution and place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from beritaextract.mentions.names.hits import positions
from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.names.persons.affixes import Affixes
from beritaextract.mentions.names.persons.cues import name_cues
from beritaextract.mentions.names.persons.finder import PersonFinder
from beritaextract.mentions.names.persons.titles import Title
from beritaextract.model import Official, Organization, Person, Place, Ref
from beritaextract.rules import RuleBook

__all__ = ["OfficialFinder"]

_LONGEST_LINK = 6
_LONGEST_TITLE = 36  # words from the first of a title to the name behind it
_NEAR = 2  # words by which two titles of one office may differ
_AGENCIES = frozenset(("dinas", "badan"))
_MOST = 20  # offices of one person that are compared


class OfficialFinder:
    """Finds who holds which office."""

    def __init__(self, book: RuleBook, finder: PersonFinder | None = None) -> None:
        finder = finder or PersonFinder(book)
        self._affixes, self._titles = finder.affixes, finder.titles
        self.cues = self._titles.office_heads
        cues = name_cues(book)
        self._links = cues["link"]
        self._appointed = cues["link"] | cues["appointed"]
        self._passing = cues["passing"]

    def find(
        self,
        page: Page,
        persons: Sequence[Person],
        organizations: Sequence[Organization],
        places: Sequence[Place],
        hits: Sequence[int] | None = None,
    ) -> list[Official]:
        """One official for each person and office, in the order of the text.

        Args:
            page: The words.
            persons: Those of the page.
            organizations: Those of the page.
            places: Those of the page.
            hits: Where the words of ``cues`` stand, if the caller has found them.
        """
        hits = positions(page, self.cues) if hits is None else hits
        if not hits or not persons:
            return []
        scene = _Scene.of_persons(page, persons, self._affixes)
        hits = [at for at in hits if scene.is_near(at)]
        if not hits:
            return []
        scene.add_things(page, hits, organizations, places)
        titled: set[int] = set()
        held: list[_Held] = []
        done = block = 0
        for at in hits:
            while page.blocks[block].last <= at:
                block += 1
            if at < done or at in scene.inside:
                continue
            title = self._titles.read(page, at, page.blocks[block].last, scene.things, scene.stops)
            if title is None:
                continue
            done = title.last
            if title.kind != "case" and not _is_bare(page, title):
                each = self._holder(page, title, scene, page.blocks[block], titled)
                if each is not None and (title.kind != "job" or _has_body(each.title, scene)):
                    held.append(each)
                    titled.add(each.first)
        return [_record(page, each, persons, scene) for each in _once(page, held, scene)]

    def _holder(
        self, page: Page, title: Title, scene: _Scene, block: Block, titled: Container[int]
    ) -> _Held | None:
        """Who holds the title: the name behind it, or the name before it that has no other title yet."""
        title = self._led_on(page, title, scene, block)
        here = title.last
        if page.lowers[here : here + 2] == ["yang", "bernama"] and here + 2 < block.last:
            here += 2
        comma = here < block.last and page.forms[here] == ","
        behind = scene.stops.get(here + comma) if here + comma < block.last else None
        before = self._before(page, title, scene, block)
        apposed = before is not None and page.forms[title.first - 1] == ","
        if before is not None and not apposed:
            return _Held(*before, title)
        if behind is not None and not comma:
            if title.takes != "person":
                return _Held(*behind, title)
            follows = page.forms[behind[2] : behind[2] + 1] == [","]
            other = scene.stops.get(behind[2] + 1) if follows else None
            return _Held(*other, title._replace(last=behind[2])) if other else None
        if before is not None and before[1] not in titled:
            return _Held(*before, title)
        bare = title.last - title.first == 1 and page.forms[title.first].islower()
        if behind is None or bare:  # "menurut majelis hakim, X tidak"
            return None
        return _Held(*behind, title)

    def _led_on(self, page: Page, title: Title, scene: _Scene, block: Block) -> Title:
        """A title that goes on in plain words to a comma and a name: "koordinator aksi warga, X"."""
        here = title.last
        while here < min(block.last - 1, title.last + _LONGEST_LINK):
            if page.forms[here] == ",":
                return title._replace(last=here) if here + 1 in scene.stops else title
            if here in scene.things:
                here = scene.things[here]
            elif (
                page.forms[here].isalpha() and page.forms[here].islower() and not _is_verb(page.lowers[here])
            ):
                if page.lowers[here] in self._passing:
                    return title
                here += 1
            else:
                break
        return title

    def _before(self, page: Page, title: Title, scene: _Scene, block: Block) -> tuple[int, int, int] | None:
        """The person whose name stands before the title: "X, Ketua Y"; "X selaku Ketua Y"."""
        here = title.first
        linked = False
        links = self._appointed if title.kind == "office" else self._links
        if here == block.first:
            return None
        while here > block.first and title.first - here < _LONGEST_LINK:
            if linked and here in scene.closes:
                return None if self._appoints(page, scene.closes[here], block) else scene.closes[here]
            low = page.lowers[here - 1]
            if low not in links and low not in ",(":
                return None
            here -= 1
            linked = True
        if linked or (title.last - title.first > 1 and page.forms[title.first][0].isupper()):
            return scene.closes.get(here)
        return None

    def _appoints(self, page: Page, named: tuple[int, int, int], block: Block) -> bool:
        """Whether the person gives the office that stands behind the name: "ditunjuk oleh X sebagai Ketua"."""
        here = named[1]
        while here > block.first and page.forms[here - 1][0].isupper():
            here -= 1
        if here - 1 <= block.first or page.lowers[here - 1] != "oleh":
            return False
        return page.lowers[here - 2] in self._appointed


@dataclass(frozen=True, slots=True)
class _Held:
    """A title with the person who holds it, and the words of the name beside it."""

    person: int
    first: int
    last: int
    title: Title


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where the names are: by the word that begins or ends them."""

    stops: dict[int, tuple[int, int, int]]  # first word of a person with its affixes → person, name
    closes: dict[int, tuple[int, int, int]]
    inside: set[int]
    edges: Sequence[int]  # the words at which persons begin or end
    things: dict[int, int] = field(default_factory=dict)
    refs: dict[int, tuple[str, str]] = field(default_factory=dict)  # first word of a thing → its kind and id

    @classmethod
    def of_persons(cls, page: Page, persons: Sequence[Person], affixes: Affixes) -> _Scene:
        stops: dict[int, tuple[int, int, int]] = {}
        closes: dict[int, tuple[int, int, int]] = {}
        inside: set[int] = set()
        forms, size = page.forms, len(page.forms)
        for number, person in enumerate(persons):
            for span in person.mentions:
                first, last = page.words(span.start, span.end)
                held = (number, first, last)
                stops[first] = closes[last] = held
                inside.update(range(first, last))
                stops[affixes.opening(page, first)] = held
                end = affixes.trailing(page, last, size).end
                closes[end] = held
                if end + 2 < size and forms[end] == "(" and forms[end + 2] == ")":
                    closes[end + 3] = held
        return cls(stops, closes, inside, sorted((*stops, *closes)))

    def is_near(self, at: int) -> bool:
        """Whether a person's name begins or ends so near to word ``at`` that a title there may be the person's."""
        edges = self.edges
        place = bisect_left(edges, at - _LONGEST_LINK)
        return place < len(edges) and edges[place] - at <= _LONGEST_TITLE

    def add_things(
        self, page: Page, hits: Sequence[int], organizations: Sequence[Organization], places: Sequence[Place]
    ) -> None:
        """Add the organisations and places that may be part of a title which begins at one of the hits."""
        begins = [page.starts[at] for at in hits]
        closes = [page.ends[min(at + _LONGEST_TITLE, len(page.ends) - 1)] for at in hits]
        things, refs = self.things, self.refs
        named = [(("organization", each.id), span) for each in organizations for span in each.mentions]
        named += [(("place", each.id), span) for each in places for span in each.mentions]
        for ref, span in named:
            start = span.start
            hit = bisect_right(begins, start) - 1
            if start > closes[hit] if hit >= 0 else span.end <= begins[0]:
                continue
            first, last = page.words(start, span.end)
            if last - first > 1:
                for word in range(first + 1, last):
                    if word in self.stops:
                        last = word
                        break
                self.inside.update(range(first + 1, last))
            if things.get(first, 0) < last:
                things[first] = last
                refs[first] = ref


def _once(page: Page, held: Sequence[_Held], scene: _Scene) -> list[_Held]:
    """Each office of a person once, by its fullest title."""
    offices: dict[int, list[_Held]] = {}
    for each in held:
        known = offices.setdefault(each.person, [])
        for place, other in enumerate(known[:_MOST]):
            if _is_same_office(page, each.title, other.title, scene):
                if len(_title_words(page, each.title)) > len(_title_words(page, other.title)):
                    known[place] = each
                break
        else:
            known.append(each)
    return sorted((each for known in offices.values() for each in known), key=lambda each: each.title.first)


def _is_same_office(page: Page, one: Title, other: Title, scene: _Scene) -> bool:
    """Whether two titles of one person say the same: one within the other, or a short form of it."""
    if _are_apart(page, one, other, scene):
        return False
    if one.role == other.role and one.takes in ("", "region"):
        return True
    words, others = _title_words(page, one), _title_words(page, other)
    if words <= others or others <= words:
        return True
    whole = (
        one.role != other.role and one.takes == other.takes == ""
    )  # Menteri Pertanian, Menteri Perdagangan
    return not whole and bool(words & others) and len(words ^ others) <= _NEAR


def _are_apart(page: Page, one: Title, other: Title, scene: _Scene) -> bool:
    """Whether two titles are of different places or agencies, or of a head and the second one."""
    agencies = _is_agency(page, one) and _is_agency(page, other)
    for kind in ("place", "organization") if agencies else ("place",):
        refs, others = _parts(one, scene, kind), _parts(other, scene, kind)
        if refs and others and refs.isdisjoint(others):
            return True
    ranks = {one.role.split(" ")[0], other.role.split(" ")[0]}
    return len(ranks) > 1 and ("Wakil" in ranks or (agencies and "Sekretaris" in ranks))


def _is_agency(page: Page, title: Title) -> bool:
    """Whether it is the title of somebody of a regional agency: Kepala Dinas, Sekretaris Badan."""
    return not _AGENCIES.isdisjoint(page.lowers[title.first + 1 : title.first + 2])


def _parts(title: Title, scene: _Scene, kind: str) -> frozenset[str]:
    """The things of one kind that are part of a title, by their ids."""
    refs = (scene.refs[word] for word in range(title.first, title.last) if word in scene.refs)
    return frozenset(ref for of_kind, ref in refs if of_kind == kind)


def _title_words(page: Page, title: Title) -> frozenset[str]:
    return frozenset(low for low in page.lowers[title.first : title.last] if low[0].isalnum())


def _record(page: Page, held: _Held, persons: Sequence[Person], scene: _Scene) -> Official:
    title = held.title
    person = persons[held.person]
    refs: dict[str, Ref] = {}
    for word in range(title.first, title.last):
        if word in scene.refs and scene.things[word] <= title.last:
            kind, id_ = scene.refs[word]
            refs.setdefault(kind, Ref(id=id_, name=page.printed(word, scene.things[word])))
    return Official(
        person=Ref(id=person.id, name=person.name),
        title=page.printed(title.first, title.last),
        status=title.status,
        organization=refs.get("organization"),
        place=refs.get("place"),
        evidence=tuple(
            sorted(
                (page.span(title.first, title.last), page.span(held.first, held.last)), key=lambda s: s.start
            )
        ),
    )


def _has_body(title: Title, scene: _Scene) -> bool:
    """Whether an organisation is part of a title."""
    words = range(title.first, title.last)
    return any(scene.refs[word][0] == "organization" for word in words if word in scene.refs)


def _is_verb(low: str) -> bool:
    return len(low) > 5 and low.startswith(("me", "ber", "di", "ter"))


def _is_bare(page: Page, title: Title) -> bool:
    """Whether a title of an institution stands alone and in small letters: "kelompok pimpinan X" names no office."""
    alone = title.last - title.first == 1 and page.forms[title.first].islower()
    return alone and title.kind == "office" and title.takes == "body"
