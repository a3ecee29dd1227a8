"""The region that members are in whose sentence names none: the article tells of one, or of several."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.facts.kinds import Scene
from beritaextract.facts.memberships.slots import Places
from beritaextract.facts.sketch import Item
from beritaextract.model import Part, Ref, Span

__all__ = ["Regions"]

_LEAD = 2
_NEAR = 50
_MOST = 10_000_000
"""What counts more is no figure of a branch or of a programme in one region."""


class Regions:
    """Finds it by the name of the body, by who speaks, and by the headline and the lead."""

    def __init__(self, places: Places, scene: Scene) -> None:
        self.places = places
        self.sketch = places.sketch
        self.grammar = places.grammar
        self.named = scene.named
        self._sections = scene.mentions.sections

    def find(self, item: Item, owner: Ref, called: Span, parts: Sequence[Part]) -> Ref | None:
        """Where the members of a body are, if it is one region."""
        region = self._seat(item, owner, called)
        return None if region is None or self._is_spread(item, region, parts) else region

    def of_programme(self, item: Item, parts: Sequence[Part]) -> Ref | None:
        """Where those whom a programme reaches are: where the office is that speaks of them, or the headline."""
        region = None if _is_wide(item) else self.places.region(item) or self.places.headline()
        return None if region is None or self._is_spread(item, region, parts) else region

    def is_of_one_place(self, owner: Ref) -> bool:
        """Whether the name is that of a body that serves a single place."""
        return self.grammar.starts("of_one_place", owner.name, 0, len(owner.name)) is not None

    def _seat(self, item: Item, owner: Ref, called: Span) -> Ref | None:
        """The place in the name of a body that serves one, else that of the article for one whose name tells none.

        A branch that is called by the bare name of its body may serve a place of its district only.
        """
        is_bare = owner.name.startswith(f"{called.line} ")
        if is_bare and (place := self.places.region(item) or self.places.headline()) is not None:
            return place
        if (seat := self.places.seat(owner.name, "seated")) is not None:
            return seat
        if self.is_of_one_place(owner):
            return self.places.region(item) or self.places.of_article()
        if _is_wide(item):
            return None
        if self.grammar.starts("programme_there", owner.name, 0, len(owner.name)):
            return self.places.region(item) or self.places.headline()
        if self.grammar.starts("serves", owner.name, 0, len(owner.name)):
            return self._served(owner.name)
        return None

    def _served(self, owner: str) -> Ref | None:
        """The place that an office serves: that of the headline, else the first that the lead has people in.

        Not the town of its name, in which it sits, unless it is called a province or a district.
        """
        for kind, role in (("headline", None), ("body", "served")):
            for ends in self.named.places.within(*self._opening_of(kind)):
                place = self.sketch.printed(*ends)
                name = self.named.places.ref(place).name
                if (role and not self._stands_behind(role, place.start)) or self._is_venue(name):
                    continue
                if self.places.is_one_of_several(place):
                    return None
                is_wide = self.grammar.starts("too_wide", name, 0, len(name)) is not None
                if not is_wide and (not self._is_seat(name, owner) or self._is_called_region(place, name)):
                    return self.named.places.ref(place)
        return None

    def _is_venue(self, name: str) -> bool:
        """Whether a place is a building or a street, where something took place."""
        return self.grammar.starts("venue_there", name, 0, len(name)) is not None

    def _is_seat(self, name: str, owner: str) -> bool:
        return owner.casefold().endswith(f" {name.casefold()}")

    def _is_called_region(self, place: Span, name: str) -> bool:
        """Whether a region word stands before the name, in the mention of the place or before it."""
        at = place.end - len(name) if place.text.endswith(name) else place.start
        return self._stands_behind("region_of", at)

    def _stands_behind(self, role: str, place: int) -> bool:
        return self.grammar.search(role, self.sketch.source, max(0, place - _NEAR), place) is not None

    def _opening_of(self, kind: str) -> tuple[int, int]:
        """Where the headline stands, or the first sentences of the body without the dateline."""
        if kind == "headline":
            return next(((each.start, each.end) for each in self._sections if each.kind == kind), (0, 0))
        first = self.sketch.sentences[:_LEAD]
        return max(self.sketch.span(*first[0]).start, self.places.opening), self.sketch.span(*first[-1]).end

    def _is_spread(self, item: Item, region: Ref, parts: Sequence[Part]) -> bool:
        """Whether the figure is of several regions, of which the one found is none or no more than one.

        Its sentence counts them, "di empat kabupaten", or lists them, or its parts are called by them.
        """
        start, end = self.sketch.sentences[item.sentence]
        counted = [each.quantity.unit or "" for each in self.sketch.between(start, item.place)]
        if any(self.grammar.starts("region_unit", unit, 0, len(unit)) for unit in counted):
            return True
        places = {name for part in parts if (name := self._last_place(part.label or ""))}
        if len(places) > 1 and region.name in places:
            return True
        around = self.sketch.span(start, end)
        return any(
            self.named.places.ref(place := self.sketch.printed(*ends)).name == region.name
            and self.places.is_one_of_several(place)
            for ends in self.named.places.within(around.start, around.end)
        )

    def _last_place(self, label: str) -> str | None:
        """The named place that the label of a part ends in: "Warga Kabupaten Sigi"."""
        found = self.named.places.named_in(f" {label}")
        return found.name if found else None


def _is_wide(item: Item) -> bool:
    """Whether so many are those of the whole land."""
    return (item.quantity.value or 0) > _MOST
