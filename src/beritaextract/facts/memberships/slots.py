"""Where the members are, as of when, and in which categories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from operator import itemgetter

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Scene
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Date, Part, Ref, Span

__all__ = ["Places", "as_of", "day", "parts_of"]

_FURTHEST = 3
_NEAR = 50
_CLOSE = 3
_BEHIND = 30
_LIST = 100
_RELATIVE = "tahun "


class Places:
    """Finds the place of a membership."""

    def __init__(self, sketch: Sketch, grammar: Grammar, scene: Scene) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.named = scene.named
        self._sections = scene.mentions.sections

    @cached_property
    def opening(self) -> int:
        """Where the dateline ends."""
        return max((each.end for each in self._sections if each.kind == "dateline"), default=0)

    def find(self, item: Item, organization: Span) -> Span | None:
        """The place that the words give, else a named one that stands free in the sentence before the total."""
        start, end = self.sketch.sentences[item.sentence]
        if (behind := self._right_behind(item, organization)) is not None:
            return behind
        told = [
            (abs(found.end("place") - item.place), place)
            for rule in self.grammar.rules("place")
            for found in rule.pattern.finditer(self.sketch.text, start, end)
            if not self._is_listed(found.end("place"))
            and not self._opens_name(place := self._known(self.sketch.span(*found.span("place"))))
            and not (place.start < organization.end and organization.start < place.end)
        ]
        if told:
            place = min(told, key=itemgetter(0))[1]
            return None if self.is_one_of_several(place) else place
        around = self.sketch.span(start, item.place + 1)
        names = self.named.organizations.within(around.start, around.end)
        for ends in reversed(self._places(around)):
            inside = any(low <= ends[0] < high for low, high in names)
            if not inside and not organization.start <= ends[0] < organization.end:
                return self.sketch.printed(*ends)
        return None

    def is_one_of_several(self, place: Span) -> bool:
        """Whether the place stands in a list of places: "di Kampar, Rokan Hulu, dan Pelalawan"."""
        source, before = self.sketch.source, place.start
        low, high = max(0, place.start - _LIST), min(len(source), place.end + _LIST)
        spans = self.named.places.within(low, high)
        joins = []
        for ends in reversed([each for each in spans if each[1] <= place.start]):
            joins.append(source[ends[1] : before])
            before = ends[0]
        end = place.end
        behind = [each for each in spans if each[0] >= place.end]
        following = []
        for ends in behind:
            following.append(source[end : ends[0]])
            end = ends[1]
        runs = [*takewhile(self._joins, joins), *takewhile(self._joins, following)]
        return any(self.grammar.search("and", join, 0, len(join)) for join in runs)

    def _joins(self, words: str) -> bool:
        return self.grammar.starts("place_join", words, 0, len(words)) is not None

    def _right_behind(self, item: Item, organization: Span) -> Span | None:
        """The named place right behind the figure and its unit: "312 nelayan NTB", "312 Pekerja Kebun Sigi"."""
        at = item.quantity.span.end
        for start, end in self.named.places.within(at + 1, at + _BEHIND)[:1]:
            between = self.sketch.source[at:start]
            if self.grammar.starts("of_place", between, 0, len(between)) is None:
                return None
            return None if organization.start <= start < organization.end else self.sketch.printed(start, end)
        return None

    def _known(self, words: Span) -> Span:
        """Words with capitals without a person's name behind the place: "Sigi Widyaningsih"."""
        if found := self.named.persons.within(words.start + 1, words.end):
            return self.sketch.printed(words.start, found[0][0] - 1)
        return words

    def headline(self, kind: str = "headline") -> Ref | None:
        """The first named place of the headline, or the dateline, else that of the first body in it that serves one."""
        for each in self._sections:
            if each.kind != kind:
                continue
            for ends in self.named.places.within(each.start, each.end):
                place = self.named.places.ref(self.sketch.printed(*ends))
                if self.grammar.starts("too_wide", place.name, 0, len(place.name)) is None:
                    return place
            for ends in self.named.organizations.within(each.start, each.end):
                name = self.named.organizations.ref(self.sketch.printed(*ends)).name
                if seat := self.named.places.named_in(name):
                    return seat
        return None

    def of_article(self) -> Ref | None:
        """The place of the headline or the dateline, else the one that stands in the text most often."""
        if (told := self.headline() or self.headline("dateline")) is not None:
            return told
        places, source = self.named.places, self.sketch.source
        times = Counter(places.ref(self.sketch.printed(*ends)).name for ends in places.within(0, len(source)))
        for ends in self.named.organizations.within(0, len(source)):
            if (seat := self.seat(source[slice(*ends)])) is not None:
                times[seat.name] += 1
        first, *others = times.most_common(2) or [("", 0)]
        return Ref(name=first[0]) if first[1] > max(1, *(each[1] for each in others), 1) else None

    def region(self, item: Item) -> Ref | None:
        """The region whose office or head speaks of the figure, in its sentence or one just before."""
        source = self.sketch.source
        low = self.sketch.sentences[max(0, item.sentence - _FURTHEST)][0]
        around = self.sketch.span(low, item.place + 1)
        found = [
            (start, self.named.places.ref(self.sketch.printed(start, end)))
            for start, end in self.named.places.within(max(self.opening, around.start), around.end)
            if self.grammar.search("region_of", source, max(0, start - _NEAR), start)
        ]
        for ends in self.named.organizations.within(around.start, around.end):
            if (seat := self.seat(source[slice(*ends)])) is not None:
                found.append((ends[0], seat))
        return max(found, key=itemgetter(0))[1] if found else None

    def seat(self, name: str, role: str = "local") -> Ref | None:
        """The place at the end of the name of a body that serves one: "Perumda Tirta Kencana Kota Samarinda"."""
        if self.grammar.starts(role, name, 0, len(name)) is None:
            return None
        found = self.named.places.named_in(name)
        region = None if found else self.grammar.search("ends_in_region", name, 0, len(name))
        return Ref(name=region["place"]) if region else found

    def _opens_name(self, place: Span) -> bool:
        """Whether the words are the beginning of an organisation's name: "di SMK Bina Bahari"."""
        return bool(self.named.organizations.within(place.start, place.start + 1)) and not any(
            start == place.start for start, _ in self.named.places.within(place.start, place.start + 1)
        )

    def _is_listed(self, end: int) -> bool:
        """Whether a figure of its own follows a place that ends there: "tersebar di Kampung Baru 30 KK"."""
        return bool(self.sketch.between(end, end + len(" sebanyak ") + 1))

    def _seat_within(self, name: tuple[int, int]) -> tuple[int, int] | None:
        """Where the place stands that an organisation is called by: of "Pemkab Tulangbawang, Lampung" the first."""
        words = self.sketch.source[slice(*name)]
        places = self.named.places.within(0, len(self.sketch.source))
        return next((ends for ends in places if words.endswith(f" {self.sketch.source[slice(*ends)]}")), None)

    def _places(self, around: Span) -> list[tuple[int, int]]:
        """The named places of a stretch, without a dateline and the province behind a comma: "Tulangbawang, Lampung".

        The place in the name of an organisation goes before one behind it too.
        """
        kept: list[tuple[int, int]] = []
        end = -1
        names = {name[1]: name for name in self.named.organizations.within(around.start, around.end)}
        for ends in self.named.places.within(max(self.opening, around.start), around.end):
            behind = self.sketch.source[ends[0] - 2 : ends[0]] == ", "
            if behind and ends[0] - 2 in names:
                kept.append(self._seat_within(names[ends[0] - 2]) or ends)
            elif not behind or end != ends[0] - 2:
                kept.append(ends)
            end = ends[1]
        return kept

    def beside(self, owner: Ref) -> Ref | None:
        """The place that stands right behind the name of a body somewhere: "Universitas Sasando Kupang"."""
        register = self.named.organizations
        for ends in register.within(0, len(self.sketch.source)):
            found = self.named.places.within(ends[1] + 1, ends[1] + 2)
            if found and register.ref(self.sketch.printed(*ends)).name == owner.name:
                return self.named.places.ref(self.sketch.printed(*found[0]))
        return None

    def of_same(self, item: Item) -> Span | None:
        """The last named place before the same figure in another sentence."""
        for other in self.sketch.items:
            if other.sentence != item.sentence and other.quantity.value == item.quantity.value:
                around = self.sketch.span(self.sketch.sentences[other.sentence][0], other.place + 1)
                if found := self._places(around):
                    return self.sketch.printed(*found[-1])
        return None


def as_of(sketch: Sketch, grammar: Grammar, item: Item) -> Date | None:
    """The date that the sentence states the figure for, else one just before it that nothing makes out of date."""
    start, end = sketch.sentences[item.sentence]
    stated = sorted(
        (
            each
            for each in _dates(sketch, grammar, "as_of", start, end)
            if not grammar.search("compared", sketch.text, item.place + 1, each[1])
            and not (each[1] > item.place and grammar.starts("of_other", sketch.text, each[1], end))
        ),
        key=lambda each: abs(each[1] - item.place),
    )
    for date, at in stated[:1]:
        if not grammar.search("now", sketch.text, min(at, item.place), max(at, item.place + _NEAR)):
            return date if date.value else None
    if stated or grammar.search("now", sketch.text, start, min(end, item.place + _NEAR)):
        return None
    if (year := _this_year(sketch, grammar, start, end, item)) is not None:
        return year
    for sentence in sketch.sentences[item.sentence + 1 : item.sentence + 2]:
        for date, _ in _dates(sketch, grammar, "as_of_behind", *sentence):
            return date
    for back in range(item.sentence - 1, max(item.sentence - _FURTHEST, -1), -1):
        found = next(_dates(sketch, grammar, "as_of_before", *sketch.sentences[back]), None)
        if found is not None and found[0].value:
            return found[0]
    return None


def _this_year(sketch: Sketch, grammar: Grammar, start: int, end: int, item: Item) -> Date | None:
    """The year that "tahun ini" or "tahun lalu" is, where it stands before the figure or right behind it."""
    for date, at in _dates(sketch, grammar, "in_year", start, end):
        is_near = at < item.place and not sketch.between(at, item.place)
        if (is_near or item.place < at <= item.place + _CLOSE) and _RELATIVE in date.span.text.casefold():
            return date if date.value else None
    return None


def _dates(sketch: Sketch, grammar: Grammar, role: str, start: int, end: int) -> Iterator[tuple[Date, int]]:
    """The dates that the rules of a role find between two places, with where each stands."""
    for rule in grammar.rules(role):
        for match in rule.pattern.finditer(sketch.text, start, end):
            mention = sketch.mentions.get(match.start("date"))
            if isinstance(mention, Date):
                yield mention, match.start("date")


def day(date: Date | None) -> str | None:
    """The day, month or year that a figure is of, if its year is known."""
    value = date.value.rpartition("/")[2] if date is not None and date.value else None
    return None if value is None or value.startswith("XXXX") else value


def parts_of(drafts: Sequence[Draft], item: Item, relation: str) -> tuple[Part, ...]:
    found = [
        draft.breakdown.parts
        for draft in drafts
        if draft.breakdown.relation == relation and draft.total is item
    ]
    if relation == "sum":
        return found[0] if found else ()
    return tuple(part for parts in found for part in parts)
