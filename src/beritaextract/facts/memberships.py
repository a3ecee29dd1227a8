"""Memberships: how many members an organisation or programme has, where, as of when and in which categories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.facts.refs import Named, spelled_out
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Date, Membership, Part, Ref, Span
from beritaextract.rules import Rule

__all__ = ["KIND"]

_FEWEST = 100
_FEWEST_OF_MEMBERS = 20
_FURTHEST = 3
_FAR = 3000
_NEAR = 50
_MOST_NAMES = 12


def _find(scene: Scene, grammar: Grammar) -> Iterator[Membership]:
    """The memberships of one text."""
    for sketch, drafts in scene.sketches:
        yield from _in_sketch(sketch, grammar, drafts, scene.named)


KIND = Kind("memberships", "m", _find)


def _in_sketch(
    sketch: Sketch, grammar: Grammar, drafts: Sequence[Draft], named: Named
) -> Iterator[Membership]:
    """The memberships of one sketch; a total that is itself a part of another is none."""
    if not any(_is_many(item, _FEWEST_OF_MEMBERS) for item in sketch.items):
        return
    seen: set[int] = set()
    sums = [draft for draft in drafts if draft.breakdown.relation == "sum"]
    below = {item.place for draft in sums for item in draft.items} - {draft.total.place for draft in sums}
    reader = _Reader(sketch, grammar, drafts, named)
    for rule in grammar.active(sketch.text, ["total"], sketch.needs):
        for match in rule.pattern.finditer(sketch.text):
            item = sketch.item(match.start("total"))
            if item is None or item.place in below or not reader.counts_members(item, rule):
                continue
            value = item.quantity.value
            if value is None or value in seen:
                continue
            organization = reader.organization(item, rule)
            if organization is not None:
                seen.add(int(value))
                yield reader.membership(item, organization, rule)


def _is_many(item: Item, least: int) -> bool:
    quantity = item.quantity
    return quantity.kind == "count" and quantity.value is not None and quantity.value >= least


@dataclass(frozen=True, slots=True)
class _Reader:
    """Fills the slots of one membership from its sentence and the breakdowns of its total."""

    sketch: Sketch
    grammar: Grammar
    drafts: Sequence[Draft]
    named: Named

    def counts_members(self, item: Item, rule: Rule) -> bool:
        """Whether the unit is one of members, and nothing beside the figure says that they are not all of them."""
        unit = item.quantity.unit
        named = self._is_member(unit)
        counts = rule.fields.get("counts")
        if counts == "members" and not named:
            return False
        few = counts == "recipients" or (named and "owner" in rule.fields)
        if item.quantity.per is not None or not _is_many(item, _FEWEST_OF_MEMBERS if few else _FEWEST):
            return False
        if unit and not self.grammar.starts("unit", unit, 0, len(unit)):
            return False
        start, end = self.sketch.sentences[item.sentence]
        text = self.sketch.text
        if self.grammar.search("not_all", text, max(start, item.place - _NEAR), item.place):
            return False
        return not self.grammar.search("some", text, item.place, min(end, item.place + _NEAR))

    def membership(self, item: Item, organization: Span, rule: Rule) -> Membership:
        owner = self._owner(organization)
        place = self._place(item, organization)
        as_of = _as_of(self.sketch, self.grammar, item)
        spans = [organization, place, as_of.span if as_of else None, item.quantity.span]
        return Membership(
            organization=owner,
            place=self.named.places.ref(place) if place else self.named.places.named_in(owner.name),
            as_of=as_of.value.rpartition("/")[2] if as_of and as_of.value else None,
            total=item.quantity,
            categories=_parts(self.drafts, item, "sum"),
            of_which=_parts(self.drafts, item, "subset"),
            evidence=tuple(sorted((span for span in spans if span), key=lambda span: span.start)),
            rule=rule.id,
        )

    def _owner(self, span: Span) -> Ref:
        """The named organisation, or the words; an acronym with the words that the text spells it out in."""
        owner = self.named.organizations.ref(span)
        if owner.id is not None or not owner.name.isupper() or " " in owner.name:
            return owner
        words = spelled_out(self.sketch.source, owner.name)
        return Ref(name=f"{words} ({owner.name})") if words else owner

    def organization(self, item: Item, rule: Rule) -> Span | None:
        """The name in the same sentence that stands nearest before the total, else after it, else the last before.

        A name by its form first; one of another form only in the sentence itself.
        """
        start, end = self.sketch.sentences[item.sentence]
        if rule.fields.get("owner") == "subject":
            return (
                self._named(start, item.place)
                or self._meant(start, item)
                or self._by_form(start, item, rule)
                or self._of_same_kind(item)
            )
        if rule.fields.get("owner") == "behind":
            return self._first_named(item.place, min(end, item.place + _NEAR))
        low = max(0, start - _FAR)
        names = [
            match.span()
            for each in self.grammar.rules("name")
            for match in each.pattern.finditer(self.sketch.text, low, end)
        ]
        here = [name for name in names if start <= name[0]]
        before = [name for name in here if name[1] <= item.place]
        chosen = before[-1] if before else here[0] if here else None
        if chosen is None:
            if (owner := self._named(start, item.place)) is not None:
                return owner
            return self._last_known([self.sketch.span(*name) for name in names[-_MOST_NAMES:]])
        return self.sketch.span(*chosen)

    def _meant(self, start: int, item: Item) -> Span | None:
        """The named organisation of the sentences before that "perseroan" or "pihaknya" stands for."""
        if not self.grammar.search("refers", self.sketch.text, start, item.place):
            return None
        first, _ = self.sketch.sentences[max(0, item.sentence - _FURTHEST)]
        return self._named(first, start)

    def _by_form(self, start: int, item: Item, rule: Rule) -> Span | None:
        """A name that is no mention, right before "memiliki … anggota"."""
        if rule.name != "has" or not self._is_member(item.quantity.unit):
            return None
        text, low = self.sketch.text, max(start, item.place - 2 * _NEAR)
        verb = next((each for each in rule.pattern.finditer(text, low) if each.end() > item.place), None)
        match = verb and self.grammar.search(
            "by_form", text, max(start, verb.start() - 2 * _NEAR), verb.start()
        )
        return self.sketch.span(*match.span("name")) if match else None

    def _of_same_kind(self, item: Item) -> Span | None:
        """The organisation behind a figure of the same unit in the sentence before: "butuh 90 personel Damkar"."""
        for other in islice(self.sketch.before(item.place), _FURTHEST):
            if other.sentence < item.sentence - 1:
                return None
            if other.quantity.unit == item.quantity.unit and self._is_member(item.quantity.unit):
                return self._first_named(other.place + 1, other.place + len(" ") + 2)
        return None

    def _is_member(self, unit: str | None) -> bool:
        return unit is not None and self.grammar.starts("member", unit, 0, len(unit)) is not None

    def _last_known(self, spans: Sequence[Span]) -> Span | None:
        """The last that is a mention of a named thing, else the last: a person's name may have run into it."""
        known = [span for span in spans if self.named.organizations.ref(span).id is not None]
        chosen = known or spans
        return chosen[-1] if chosen else None

    def _named(self, start: int, end: int) -> Span | None:
        """The last named organisation between two places."""
        if start >= end:
            return None
        around = self.sketch.span(start, end)
        found = self.named.organizations.within(around.start, around.end)
        return self._span(found[-1]) if found else None

    def _first_named(self, start: int, end: int) -> Span | None:
        """The first named organisation that begins between two places."""
        around = self.sketch.span(start, end)
        found = self.named.organizations.within(around.start, around.end)
        return self._span(found[0]) if found else None

    def _span(self, ends: tuple[int, int]) -> Span:
        return Span(start=ends[0], end=ends[1], text=self.sketch.source[ends[0] : ends[1]])

    def _place(self, item: Item, organization: Span) -> Span | None:
        """The place that the words give, else a named one that stands free in the sentence before the total."""
        start, end = self.sketch.sentences[item.sentence]
        for rule in self.grammar.rules("place"):
            for found in rule.pattern.finditer(self.sketch.text, start, end):
                place = self.sketch.span(*found.span("place"))
                if not self._is_listed(found.end("place")) and not self._opens_name(place):
                    return place
        around = self.sketch.span(start, item.place + 1)
        names = self.named.organizations.within(around.start, around.end)
        for ends in reversed(self._places(around)):
            inside = any(low <= ends[0] < high for low, high in names)
            if not inside and not organization.start <= ends[0] < organization.end:
                return self._span(ends)
        return self._place_of_same(item)

    def _opens_name(self, place: Span) -> bool:
        """Whether the words are the beginning of an organisation's name: "di SMK Bina Bahari"."""
        return bool(self.named.organizations.within(place.start, place.start + 1)) and not any(
            start == place.start for start, _ in self.named.places.within(place.start, place.start + 1)
        )

    def _is_listed(self, end: int) -> bool:
        """Whether a figure of its own follows a place that ends there: "tersebar di Kampung Baru 30 KK"."""
        return bool(self.sketch.between(end, end + len(" sebanyak ") + 1))

    def _seat(self, name: tuple[int, int]) -> tuple[int, int] | None:
        """Where the place stands that an organisation is called by: of "Pemkab Tulangbawang, Lampung" the first."""
        words = self.sketch.source[slice(*name)]
        places = self.named.places.within(0, len(self.sketch.source))
        return next((ends for ends in places if words.endswith(f" {self.sketch.source[slice(*ends)]}")), None)

    def _places(self, around: Span) -> list[tuple[int, int]]:
        """The named places of a stretch, without the province behind a comma: "Tulangbawang, Lampung".

        The place in the name of an organisation goes before one behind it too.
        """
        kept: list[tuple[int, int]] = []
        end = -1
        names = {name[1]: name for name in self.named.organizations.within(around.start, around.end)}
        for ends in self.named.places.within(around.start, around.end):
            behind = self.sketch.source[ends[0] - 2 : ends[0]] == ", "
            if behind and ends[0] - 2 in names:
                kept.append(self._seat(names[ends[0] - 2]) or ends)
            elif not behind or end != ends[0] - 2:
                kept.append(ends)
            end = ends[1]
        return kept

    def _place_of_same(self, item: Item) -> Span | None:
        """The last named place before the same figure in another sentence."""
        for other in self.sketch.items:
            if other.sentence != item.sentence and other.quantity.value == item.quantity.value:
                around = self.sketch.span(self.sketch.sentences[other.sentence][0], other.place + 1)
                if found := self._places(around):
                    return self._span(found[-1])
        return None


def _parts(drafts: Sequence[Draft], item: Item, relation: str) -> tuple[Part, ...]:
    found = [
        draft.breakdown.parts
        for draft in drafts
        if draft.breakdown.relation == relation and draft.total is item
    ]
    if relation == "sum":
        return found[0] if found else ()
    return tuple(part for parts in found for part in parts)


def _as_of(sketch: Sketch, grammar: Grammar, item: Item) -> Date | None:
    """The date that the sentence states the figure for, else one just before it that nothing makes out of date."""
    start, end = sketch.sentences[item.sentence]
    stated = sorted(_dates(sketch, grammar, "as_of", start, end), key=lambda each: abs(each[1] - item.place))
    for date, at in stated[:1]:
        if not grammar.search("now", sketch.text, min(at, item.place), max(at, item.place + _NEAR)):
            return date if date.value else None
    if stated or grammar.search("now", sketch.text, start, min(end, item.place + _NEAR)):
        return None
    for back in range(item.sentence - 1, max(item.sentence - _FURTHEST, -1), -1):
        found = next(_dates(sketch, grammar, "as_of_before", *sketch.sentences[back]), None)
        if found is not None and found[0].value:
            return found[0]
    return None


def _dates(sketch: Sketch, grammar: Grammar, role: str, start: int, end: int) -> Iterator[tuple[Date, int]]:
    """The dates that the rules of a role find between two places, with where each stands."""
    for rule in grammar.rules(role):
        for match in rule.pattern.finditer(sketch.text, start, end):
            mention = sketch.mentions.get(match.start("date"))
            if isinstance(mention, Date):
                yield mention, match.start("date")
