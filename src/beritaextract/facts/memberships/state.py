"""What all readers of one sketch look at, and the memberships that have been read so far."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

import regex

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Scene
from beritaextract.facts.memberships.figures import Figures
from beritaextract.facts.memberships.keepers import Keepers
from beritaextract.facts.memberships.owners import Owners
from beritaextract.facts.memberships.regions import Regions
from beritaextract.facts.memberships.slots import Places, as_of, day, parts_of
from beritaextract.facts.memberships.speakers import Speakers
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Membership, Ref, Span
from beritaextract.rules import Rule

__all__ = ["State"]

_WHOLE = regex.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """A membership that has been read: where its figure stands, whose it is and of which day."""

    place: int
    organization: Span
    as_of: str | None


class State:
    """One sketch and what finds the slots of its memberships; ``seen`` are the figures read so far in the article."""

    def __init__(
        self, scene: Scene, grammar: Grammar, sketch: Sketch, drafts: Sequence[Draft], seen: set[int]
    ) -> None:
        self.scene = scene
        self.grammar = grammar
        self.sketch = sketch
        self.drafts = drafts
        self.seen = seen
        self.named = scene.named
        self.owners = Owners(sketch, grammar, scene.named)
        self.keepers = Keepers(sketch, grammar, scene)
        self.speakers = Speakers(sketch, scene)
        self.places = Places(sketch, grammar, scene)
        self.regions = Regions(self.places, scene)
        self.figures = Figures(sketch, grammar, scene, self.owners)
        self.told: list[Told] = []

    @cached_property
    def below(self) -> Set[int]:
        """Where parts of sums stand; of a population it may be the members who are summed up in turn."""
        sums = [draft for draft in self.drafts if draft.breakdown.relation == "sum"]
        wholes = {draft.total.place for draft in sums}
        return {
            item.place
            for draft in sums
            for item in draft.items
            if item.place not in wholes or not self.figures.are_all_people(draft.total)
        }

    def present(self, place: int) -> Item | None:
        """The figure at a place, or what it has become since: "312 sambungan pada akhir 2022, kini 400 sambungan"."""
        item, text = self.sketch.item(place), self.sketch.text
        now = item and self.grammar.starts("become", text, place, len(text))
        later = now and self.sketch.item(now.start("total"))
        return later if item and later and self.grammar.fit(item.quantity, later.quantity) else item

    def is_aside(self, item: Item, rule: Rule, owner: Span) -> bool:
        """Whether it is a rounding of a membership that has been told, or counts whom a sum of money went to."""
        full = self.figures.in_full(item)
        if full is not None and self.figures.is_part(full):
            return True
        if any(each.value in self.seen for each in self.figures.fuller(item)):
            return True
        if rule.fields.get("counts") == "in_need" or self._stands(owner):
            return False
        return self.figures.are_paid(item)

    def _stands(self, owner: Span) -> bool:
        """Whether the words name a standing programme, whose receivers belong to it however they are paid."""
        return self.grammar.search("standing", owner.text, 0, len(owner.text)) is not None

    def last(self, item: Item) -> Told | None:
        return max(
            (each for each in self.told if each.place < item.place), key=attrgetter("place"), default=None
        )

    def follows(self, item: Item) -> bool:
        """Whether the figure before it in its sentence is a membership: "312 guru dan 40 penjaga"."""
        last = self.last(item)
        return last is not None and last.place >= self.sketch.sentences[item.sentence][0]

    def is_of_told(self, owner: Span) -> bool:
        """Whether a membership of the same body has been told."""
        names = {self.owners.ref(each.organization).name for each in self.told}
        return self.owners.ref(owner).name in names

    def membership(
        self, item: Item, rule: Rule, organization: Span, owner: Ref, year: str | None = None
    ) -> Membership:
        place = self.places.find(item, organization)
        beside = self.places.beside(owner) if place is None and self.regions.is_of_one_place(owner) else None
        place = place or (None if beside else self.places.of_same(item))
        date = as_of(self.sketch, self.grammar, item)
        as_of_day = day(date) or year or self._same_day(item) or self._season(item, owner)
        self.seen.add(int(item.quantity.value or 0))
        self.told.append(Told(item.place, organization, as_of_day))
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

    def _same_day(self, item: Item) -> str | None:
        """The day of the membership before, where the sentence says that it is the same."""
        start, end = self.sketch.sentences[item.sentence]
        last = self.last(item) if self.grammar.search("same_day", self.sketch.text, start, end) else None
        return last.as_of if last else None

    def _season(self, item: Item, owner: Ref) -> str | None:
        """The year of pilgrims without a date, as each year has its own: that of the first whole date."""
        if self.grammar.starts("keeps_pilgrim", owner.name, 0, len(owner.name)) is None:
            return None
        start, end = self.sketch.sentences[item.sentence]
        if self.grammar.search("waits", self.sketch.text, start, end):
            return None
        return self._year

    @cached_property
    def _year(self) -> str | None:
        """The year of the first whole date of the article: that on which it tells what it tells."""
        days = [
            each.value for each in self.scene.mentions.dates if each.value and _WHOLE.fullmatch(each.value)
        ]
        return days[0][:4] if days else None
