"""Memberships: how many members an organisation or programme has, where, as of when and in which categories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

import regex

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.facts.memberships.classes import Classed, Classes
from beritaextract.facts.memberships.figures import (
    FEWEST,
    FEWEST_OF,
    FEWEST_OF_ANY,
    FEWEST_OF_MEMBERS,
    Figures,
    Total,
    is_many,
)
from beritaextract.facts.memberships.keepers import Keepers
from beritaextract.facts.memberships.owners import Owners
from beritaextract.facts.memberships.regions import Regions
from beritaextract.facts.memberships.schemes import Receivers, Schemes
from beritaextract.facts.memberships.slots import Places, as_of, day, parts_of
from beritaextract.facts.memberships.weighing import SURE, Weigher, may_count
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Membership, Ref, Span
from beritaextract.rules import Rule

__all__ = ["KIND"]

_NUMBERED = 1000
"""Units and schools are numbered below it; what has a thousands point is a count."""
_WHOLE = regex.compile(r"\d{4}-\d\d-\d\d")


def _find(scene: Scene, grammar: Grammar) -> Iterator[Membership]:
    """The memberships of one text: those that it states, and what part of them is in one place."""
    readers = [
        _Reader(scene, grammar, sketch, drafts)
        for sketch, drafts in scene.sketches
        if any(is_many(item, FEWEST_OF_ANY) for item in sketch.items)
    ]
    seen = set[int]()
    found = [membership for reader in readers for membership in reader.read(seen)]
    found += [membership for reader in readers for membership in reader.weighed(seen)]
    yield from found
    for reader in readers:
        yield from reader.elsewhere(found)


KIND = Kind("memberships", "m", _find)


@dataclass(frozen=True, slots=True)
class _Told:
    """A membership that has been read: where its figure stands, whose it is and of which day."""

    place: int
    organization: Span
    as_of: str | None


class _Reader:
    """Reads the memberships of one sketch, and fills their slots from the sentence and the breakdowns of the total."""

    def __init__(self, scene: Scene, grammar: Grammar, sketch: Sketch, drafts: Sequence[Draft]) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.drafts = drafts
        self.named = scene.named
        self.owners = Owners(sketch, grammar, scene.named)
        self.keepers = Keepers(sketch, grammar, scene)
        self.classes = Classes(sketch, grammar, scene)
        self.places = Places(sketch, grammar, scene)
        self.regions = Regions(self.places, scene)
        self.schemes = Schemes(sketch, grammar, scene.mentions)
        self.figures = Figures(sketch, grammar, scene, self.owners)
        self._dates = scene.mentions.dates
        self.weigher = Weigher(sketch, scene, self.figures)
        self._told: list[_Told] = []

    @cached_property
    def _year(self) -> str | None:
        """The year of the first whole date of the article: that on which it tells what it tells."""
        days = [each.value for each in self._dates if each.value and _WHOLE.fullmatch(each.value)]
        return days[0][:4] if days else None

    def read(self, seen: set[int]) -> Iterator[Membership]:
        """The memberships, but for those of figures in ``seen``; a total that is itself a part of another is none."""
        yield from self._classed(seen)
        yield from self._receivers(seen)
        text = self.sketch.text
        rules = self.grammar.active(text, ["total"], self.sketch.needs)
        for rule in rules:
            for match in rule.pattern.finditer(text):
                item = self._present(match.start("total"))
                if item is None or item.quantity.value in seen or self._is_only_part(item, rule):
                    continue
                total = Total(item, rule)
                if not self.figures.count_members(total) or (
                    "besides" in rule.fields and self._follows(item)
                ):
                    continue
                owner = self._owner(total, match)
                if owner is None or self.owners.is_only_kind(owner) or self._is_number_of(match, item):
                    continue
                if not self._is_aside(item, rule, owner, seen):
                    seen.add(int(item.quantity.value or 0))
                    yield self._in_full(self._membership(item, rule, owner, self.owners.ref(owner)), item)
        yield from self._summed(seen)

    def _is_number_of(self, match: regex.Match[str], item: Item) -> bool:
        """Whether a figure without a unit is a part of the name that it stands right behind: "Batalion Sigi 834"."""
        is_bare = item.quantity.unit is None and (item.quantity.value or 0) < _NUMBERED
        if not is_bare or "name" not in match.re.groupindex or match.end("name") + 1 != item.place:
            return False
        return self.grammar.search("number_of", match[0], 0, len(match[0])) is None

    def _present(self, place: int) -> Item | None:
        """The figure at a place, or what it has become since: "312 sambungan pada akhir 2022, kini 400 sambungan"."""
        item = self.sketch.item(place)
        now = item and self.grammar.starts("become", self.sketch.text, place, len(self.sketch.text))
        later = now and self.sketch.item(now.start("total"))
        return later if item and later and self.grammar.fit(item.quantity, later.quantity) else item

    def _is_aside(self, item: Item, rule: Rule, owner: Span, seen: Set[int]) -> bool:
        """Whether it is a rounding of a membership that has been told, or counts whom a sum of money went to."""
        full = self.figures.in_full(item)
        if full is not None and (full.value in seen or self.figures.is_part(full)):
            return True
        if rule.fields.get("counts") == "in_need" or self._stands(owner):
            return False
        return self.figures.are_paid(item)

    def _stands(self, owner: Span) -> bool:
        """Whether the words name a standing programme, whose receivers belong to it however they are paid."""
        return self.grammar.search("standing", owner.text, 0, len(owner.text)) is not None

    def _in_full(self, membership: Membership, item: Item) -> Membership:
        """The membership with the figure that its own is a rounding of, where the text prints that one too."""
        full = self.figures.in_full(item)
        return membership if full is None else membership.model_copy(update={"total": full})

    def _owner(self, total: Total, match: regex.Match[str]) -> Span | None:
        """Whose members they are: as the words around tell, else the body of the article that has such members.

        The body goes first where the words tell of one that cannot have them: an office "that signs up 312 people".
        """
        item, rule = total.item, total.rule
        if "of" in rule.fields:
            return self.keepers.of_kind(item, rule.fields["of"])
        if "keeper" in rule.fields:
            found = self.keepers.find(item, f"{match[0]} {item.quantity.unit}")
            around = rule.fields["keeper"] == "around" and found is None
            kin = self.keepers.kin(item, is_first=not self._told) if around else None
            return self.keepers.of_kin(item, kin) if kin else found
        owner = self.owners.find(item, rule, match) or self._owner_before(total)
        if owner is not None and ("insurer" not in rule.fields or self.keepers.insures(owner)):
            return owner
        return self.keepers.find(item, f"{match[0]} {item.quantity.unit}") or owner

    def _owner_before(self, total: Total) -> Span | None:
        """Whose members the last membership before the figure counts: "Penerima baru berjumlah 8.592 orang"."""
        last = None if total.is_owned else self._last(total.item)
        return last.organization if last else None

    def _season(self, item: Item, owner: Ref) -> str | None:
        """The year of pilgrims without a date, as each year has its own: that of the first whole date."""
        if self.grammar.starts("keeps_pilgrim", owner.name, 0, len(owner.name)) is None:
            return None
        start, end = self.sketch.sentences[item.sentence]
        if self.grammar.search("waits", self.sketch.text, start, end):
            return None
        return self._year

    def _same_day(self, item: Item) -> str | None:
        """The day of the membership before, where the sentence says that it is the same."""
        start, end = self.sketch.sentences[item.sentence]
        last = self._last(item) if self.grammar.search("same_day", self.sketch.text, start, end) else None
        return last.as_of if last else None

    def _follows(self, item: Item) -> bool:
        """Whether the figure before it in its sentence is a membership: "312 guru dan 40 penjaga"."""
        last = self._last(item)
        return last is not None and last.place >= self.sketch.sentences[item.sentence][0]

    def _last(self, item: Item) -> _Told | None:
        return max(
            (each for each in self._told if each.place < item.place), key=attrgetter("place"), default=None
        )

    def _classed(self, seen: set[int]) -> Iterator[Membership]:
        """The memberships whose members are summed up by class."""
        for found in self.classes.read(self.drafts):
            item = found.draft.total
            value = item.quantity.value
            if found.rule.name == "covered" and not self.figures.is_unit(item.quantity.unit, None):
                continue
            if not is_many(item, FEWEST_OF_MEMBERS) or item.place in self._below or value in seen:
                continue
            if self.figures.are_paid(item) or self._are_of_other(found):
                continue
            seen.add(int(value or 0))
            yield self._membership(item, found.rule, found.owner, self.owners.ref(found.owner))

    def _are_of_other(self, found: Classed) -> bool:
        """Whether the unit calls them members of another body: debtors by trade are those of a bank.

        They are insured people where their own sentence says so.
        """
        item, rule = found.draft.total, found.rule
        kin = self.keepers.by_unit(item) if "insured" in rule.fields else None
        if kin is None or "insured" in kin.fields:
            return False
        start, end = self.sketch.sentences[item.sentence]
        return self.grammar.search(f"told_{rule.name}", self.sketch.text, start, end) is None

    def _receivers(self, seen: set[int]) -> Iterator[Membership]:
        """The memberships of programmes that are such by their form."""
        items = [
            item
            for item in self.sketch.items
            if is_many(item, FEWEST_OF["recipients"])
            and self.figures.is_unit(item.quantity.unit, "recipients")
            and self.figures.is_whole(item)
            and self.figures.is_reached(item)
        ]
        for found in self.schemes.receivers(items):
            if found.item.place in self._below and not self.schemes.is_own(found):
                continue
            if self._is_aside(found.item, found.rule, found.scheme, seen):
                continue
            if found.item.quantity.value not in seen and (membership := self._of_scheme(found)) is not None:
                seen.add(int(found.item.quantity.value or 0))
                yield membership

    def _summed(self, seen: set[int]) -> Iterator[Membership]:
        """The memberships that only a breakdown tells: what its whole counts has a body of such members.

        What a subset is taken from must be called by them: "Dari 7.860 mahasiswa aktif, 312 belum …".
        """
        for draft in self.drafts:
            whole = draft.total
            if not is_many(whole, FEWEST) or whole.place in self._below or whole.quantity.value in seen:
                continue
            for item in self._alike(whole) if draft.breakdown.relation == "sum" else [whole]:
                kin = self._kin(item, draft)
                owner = self.keepers.of_kin(item, kin) if kin else None
                if kin and owner and ("apart" in kin.fields or not self._is_of_told(owner)):
                    seen.add(int(item.quantity.value or 0))
                    yield self._membership(item, kin, owner, self.owners.ref(owner))
                    break

    def _is_of_told(self, owner: Span) -> bool:
        """Whether a membership of the same body has been told."""
        names = {self.owners.ref(each.organization).name for each in self._told}
        return self.owners.ref(owner).name in names

    def _alike(self, whole: Item) -> Iterator[Item]:
        """Where the text prints the same figure, from its first place on."""
        return (each for each in self.sketch.items if each.quantity.value == whole.quantity.value)

    def _kin(self, item: Item, draft: Draft) -> Rule | None:
        """The kind of members that the whole of a breakdown counts, where it counts all and at no event."""
        if draft.breakdown.relation == "sum":
            kin = self.keepers.called(item) or self.keepers.kin(item, is_first=not self._told)
        else:
            kin = self.keepers.by_unit(item)
            is_active = "aktif" in (item.quantity.unit or "")
            kin = kin if kin and (is_active or "insured" not in kin.fields) else None
        if kin is None or not self.figures.count_members(Total(item, kin)) or self.figures.are_paid(item):
            return None
        return None if self.figures.are_acted_on(item) else kin

    @cached_property
    def _below(self) -> Set[int]:
        """Where parts of sums stand; of a population it may be the members who are summed up in turn."""
        sums = [draft for draft in self.drafts if draft.breakdown.relation == "sum"]
        wholes = {draft.total.place for draft in sums}
        return {
            item.place
            for draft in sums
            for item in draft.items
            if item.place not in wholes or not self.figures.are_all_people(draft.total)
        }

    def _is_only_part(self, item: Item, rule: Rule) -> bool:
        """Whether it is a part of a sum, and not those of a whole named before whom another body has besides."""
        if item.place not in self._below or "part" not in rule.fields:
            return item.place in self._below
        start = self.sketch.sentences[item.sentence][0]
        return self.grammar.search("out_of", self.sketch.text, start, item.place) is None

    def weighed(self, seen: set[int]) -> Iterator[Membership]:
        """The memberships that no rule reads, by the words around their figures."""
        for rule in self.grammar.rules("weighed"):
            for item in self.sketch.items:
                if item.quantity.value in seen or not may_count(item) or item.place in self._below:
                    continue
                if not self._holds_members(item, seen) and (owner := self._keeper(item)) is not None:
                    seen.add(int(item.quantity.value or 0))
                    yield self._membership(item, rule, owner, self.owners.ref(owner))

    def _keeper(self, item: Item) -> Span | None:
        """Whose members a figure is likely to count: the body of the article that has such members.

        Where nothing tells what they are, in an article that tells of members: the body named before the figure in its
        sentence, or that of the membership before.
        """
        kin = self.keepers.kin(item, is_first=not self._told)
        owner = self.keepers.of_kin(item, kin) if kin else None
        if owner is not None:
            return owner if self.weigher.is_likely(item) else None
        last = self._last(item)
        owner = self.owners.giver(item) or (last.organization if last else None) if self._told else None
        return owner if owner is not None and self.weigher.is_likely(item, SURE) else None

    def _holds_members(self, item: Item, seen: Set[int]) -> bool:
        """Whether members that have been told are taken from it: "1.134 orang dari 1.240 buruh menjadi peserta"."""
        return any(part.quantity.value in seen for part in parts_of(self.drafts, item, "subset"))

    def elsewhere(self, found: Sequence[Membership]) -> Iterator[Membership]:
        """How many of the members just spoken of are in one place: "Di Bali ada 15 ribu orang"."""
        for whole in found:
            for item in self.sketch.items:
                if item.quantity.value == whole.total.value and item.quantity.kind == "count":
                    yield from self._there(whole, item)

    def _there(self, whole: Membership, item: Item) -> Iterator[Membership]:
        if item.sentence + 1 >= len(self.sketch.sentences):
            return
        start, end = self.sketch.sentences[item.sentence + 1]
        for rule in self.grammar.rules("there"):
            match = rule.pattern.match(self.sketch.text, start, end)
            some = match and self.sketch.item(match.start("total"))
            if not (match and some) or not self.figures.count_members(Total(some, rule)):
                continue
            place = self.sketch.span(*match.span("place"))
            if (some.quantity.value or 0) < (whole.total.value or 0):
                yield Membership(
                    organization=whole.organization,
                    place=self.named.places.ref(place),
                    as_of=None,
                    total=some.quantity,
                    evidence=(whole.total.span, place, some.quantity.span),
                    rule=rule.id,
                )

    def _of_scheme(self, found: Receivers) -> Membership | None:
        """The membership of a programme, or of the body that gives it; of one that nothing names there is none.

        Who borrows is a debtor of the bank that the article is about.

        Where no place is told, it is that of the office that speaks of it, or of the headline.
        """
        words = found.scheme.text
        if self.grammar.search("loan", words, 0, len(words)) and (
            bank := self.keepers.of_headline("customer")
        ):
            return self._membership(found.item, found.rule, bank, self.owners.ref(bank), found.year)
        if self.grammar.starts("nameless", words, 0, len(words)):
            giver = self.owners.giver(found.item)
            if giver is None:
                fuller = self.schemes.fuller(found.scheme)
                return self._of_scheme(replace(found, scheme=fuller)) if fuller is not None else None
            if self.grammar.starts("hands_out", giver.text, 0, len(giver.text)) is None:
                return self._membership(found.item, found.rule, giver, self.owners.ref(giver), found.year)
        owner = self.owners.scheme(found.scheme)
        membership = self._membership(found.item, found.rule, found.scheme, owner, found.year)
        region = membership.place or self.regions.of_programme(found.item, membership.categories)
        return membership.model_copy(update={"place": region})

    def _membership(
        self, item: Item, rule: Rule, organization: Span, owner: Ref, year: str | None = None
    ) -> Membership:
        place = self.places.find(item, organization)
        beside = self.places.beside(owner) if place is None and self.regions.is_of_one_place(owner) else None
        place = place or (None if beside else self.places.of_same(item))
        date = as_of(self.sketch, self.grammar, item)
        as_of_day = day(date) or year or self._same_day(item) or self._season(item, owner)
        self._told.append(_Told(item.place, organization, as_of_day))
        categories = parts_of(self.drafts, item, "sum")
        region = None if place else beside or self.regions.find(item, owner, organization, categories)
        spans = [organization, place, date.span if date else None, item.quantity.span]
        return Membership(
            organization=owner,
            place=self.named.places.ref(place) if place else region,
            as_of=as_of_day,
            total=item.quantity,
            categories=categories,
            of_which=parts_of(self.drafts, item, "subset"),
            evidence=tuple(sorted((span for span in spans if span), key=lambda span: span.start)),
            rule=rule.id,
        )
