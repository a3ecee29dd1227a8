"""Where something is paid: a place in the sentence of an amount, or the region of who pays or acts in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import regex

from beritaextract.facts.claims.events import Event
from beritaextract.facts.claims.regions import Regions, is_house
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Name, Sketch
from beritaextract.model import Ref, Span

__all__ = ["Found", "Places"]

_BEHIND = 60
_NEAR = 30
_TWO = regex.compile(r"\p{Lu}\p{L}+(?:,\s|\s(?:dan|&)\s)$")
"""What stands before the last of several places in a name: "Bank Sumatra Selatan dan Bangka Belitung"."""
_ALIAS = regex.compile(r"\s\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A named thing and the words that name it there, if they stand in the sentence."""

    ref: Ref
    span: Span | None = None


class Places:
    """Finds where an amount was paid or recovered."""

    def __init__(self, sketch: Sketch, grammar: Grammar, regions: Regions) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.regions = regions
        self._names = [(place, each) for place, each in sketch.mentions.items() if isinstance(each, Name)]
        self._at = [place for place, _ in self._names]
        self._regions: dict[str, Found | None] = {}
        self._forms: dict[str, Ref] = {}
        for _, name in self._names:
            if name.kind == "place":
                self._forms.setdefault(name.ref.name.casefold(), name.ref)
                self._forms.setdefault(name.span.text.casefold(), name.ref)
        for thing in regions.scene.mentions.places:
            for form in thing.aliases:
                self._forms.setdefault(form.casefold(), Ref(id=thing.id, name=thing.name))

    def of(self, event: Event, payer: Found | None) -> Found | None:
        """The place that the sentence gives, else the region of the article, of who pays or of who acts in the text."""
        first, last = self.sketch.sentences[event.item.sentence]
        said, free = self._said(first, min(last, event.item.place + _BEHIND), event.item.place, payer)
        return (
            said
            or (self._of_taker(event, last) if event.is_recovery else None)
            or self._region_of_article(payer)
            or self._region_of_payer(payer)
            or free
            or self._nearest(event.item.place, is_local=payer is not None or event.is_recovery)
        )

    def _of_taker(self, event: Event, last: int) -> Found | None:
        """The region of the office that takes what comes in."""
        match = self.grammar.search("handed_to", self.sketch.text, event.start, last)
        name = self.sketch.mentions.get(match.start("whom")) if match else None
        return self._as_place(name) if isinstance(name, Name) else None

    def _region_of_article(self, payer: Found | None) -> Found | None:
        region = self.regions.of(payer.ref if payer else None)
        return Found(region) if region else None

    def _region_of_payer(self, payer: Found | None) -> Found | None:
        if payer is None:
            return None
        printed = self._region_of(Ref(name=payer.span.text)) if payer.span else None
        return self._region_of(payer.ref) or printed

    def within(self, start: int, end: int) -> Found | None:
        """The one place, or the region of the one organisation, that stands between two places of the sketch."""
        here = [name for _, name in self._between(start, end) if name.kind != "person"]
        if len(here) != 1:
            return None
        return self._as_place(here[0])

    def only(self, start: int, end: int) -> Found | None:
        """The one place that is named between two places of the sketch, where nobody speaks and nothing stands."""
        last = self.sketch.sentences[self.sketch.sentence(end)][1]
        here = [(at, name) for at, name in self._between(start, end) if name.kind == "place"]
        if len(here) != 1 or self._is_venue(here[0][1]) or self._is_aside(here[0][0], last):
            return None
        return Found(here[0][1].ref, here[0][1].span)

    def called(self, start: int, end: int) -> Found | None:
        """The place that all the words between two places of the sketch name."""
        name = self.sketch.mentions.get(start) if end == start + 1 else None
        return Found(name.ref, name.span) if isinstance(name, Name) and name.kind == "place" else None

    def _between(self, start: int, end: int) -> list[tuple[int, Name]]:
        return self._names[bisect_left(self._at, start) : bisect_left(self._at, end)]

    def _as_place(self, name: Name) -> Found | None:
        if name.kind == "place":
            return Found(name.ref, name.span)
        return self._region_of(name.ref) or self._region_of(Ref(name=name.span.text))

    def _said(
        self, first: int, last: int, amount: int, payer: Found | None
    ) -> tuple[Found | None, Found | None]:
        """A place behind a word of place, behind the amount first; and the last one before it."""
        here = [
            (place, name)
            for place, name in self._between(first, last)
            if name.kind == "place"
            and not (self._is_venue(name) or self._is_aside(place, last))
            and not (payer and name.ref == payer.ref)
        ]
        behind = [each for each in here if each[0] > amount]
        before = [each for each in here if each[0] < amount]
        free = Found(before[-1][1].ref, before[-1][1].span) if before else None
        for place, name in [*behind, *reversed(before)]:
            cues = ("at", "towards") if place > amount else ("at",)
            if any(self.grammar.search(cue, self.sketch.text, first, place) for cue in cues):
                return Found(name.ref, name.span), free
        return None, free

    def _is_venue(self, name: Name) -> bool:
        return name.kind == "place" and is_house(self.grammar, name.ref)

    def _is_aside(self, place: int, last: int) -> bool:
        """Whether it is where somebody speaks, part of a title, or the dateline."""
        text = self.sketch.text
        roles = ("said_at", "of_a_title") if place else ("said_at", "of_a_title", "dateline")
        if any(self.grammar.starts(role, text, place + 1, last) for role in roles):
            return True
        return place < _NEAR and bool(self.grammar.search("outlet", text, 0, place))

    def _region_of(self, owner: Ref) -> Found | None:
        """The place that ends an organisation's name: "BPJS Ketenagakerjaan Cabang Garut"."""
        if owner.name not in self._regions:
            self._regions[owner.name] = self._region_in(_ALIAS.sub("", owner.name))
        return self._regions[owner.name]

    def _region_in(self, bare: str) -> Found | None:
        folded = bare.casefold()
        for at in range(len(folded)):
            ref = self._forms.get(folded[at:])
            if ref and _TWO.search(bare[:at]):
                return None
            if ref and not folded[at - 1 : at].isalpha() and not is_house(self.grammar, ref):
                return Found(ref)
        for rule in self.grammar.rules("region"):
            if match := rule.pattern.search(bare):
                return Found(Ref(name=match["place"]))
        return None

    @cached_property
    def _homes(self) -> list[tuple[int, Name, Found]]:
        """The places, and the organisations that have a region, each with it; venues are none."""
        regions = (
            (at, name, self._as_place(name))
            for at, name in self._names
            if name.kind != "person" and not self._is_venue(name)
        )
        return [(at, name, region) for at, name, region in regions if region is not None]

    @cached_property
    def _offices(self) -> list[tuple[int, Found]]:
        return [(at, region) for at, name, region in self._homes if name.kind == "organization"]

    @cached_property
    def _most_named(self) -> tuple[Counter[str], dict[str, Found]]:
        """How often each region is named, those named last first, and where."""
        seen = Counter(region.ref.name for _, _, region in reversed(self._homes))
        return seen, {region.ref.name: region for _, _, region in reversed(self._homes)}

    def _nearest(self, place: int, *, is_local: bool) -> Found | None:
        """The region of the last organisation before a place that has one, else the region most often named."""
        before = bisect_left(self._offices, place, key=itemgetter(0))
        if before:
            return self._offices[before - 1][1]
        seen, found = self._most_named
        is_only = len(seen) == 1 and self._homes[0][0] < place
        return self._home(seen, found, is_local=is_local, is_only=is_only)

    def _home(
        self, seen: Counter[str], found: dict[str, Found], *, is_local: bool, is_only: bool
    ) -> Found | None:
        """The region named most often, that of the dateline, or the only one.

        Not the capital, from which the whole land is told.
        """
        most, count = seen.most_common(1)[0] if seen else ("", 0)
        at, first = self._names[0] if self._names else (1, None)
        if is_local and count < 2 and first is not None and at == 0 and first.kind == "place":
            most, count = first.ref.name, 2
        is_all = self.grammar.starts("everywhere", most, 0, len(most))
        return found.get(most) if (count > 1 or is_only) and not is_all else None
