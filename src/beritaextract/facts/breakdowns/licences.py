"""What lets a list of parts be read: it points back, its figures contradict its whole, it leaves a rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import regex

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_large, is_small
from beritaextract.facts.breakdowns.state import Event, State, at_least
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import SYMBOL, Item

__all__ = ["Licences", "is_little_more"]

_LITTLE = 50
_RANKED, _LARGE = 4, 1000
_BEFORE = 30
_TOTAL = regex.compile(r"\b(?:[Tt]otal(?:nya)?|[Jj]umlah(?:nya)?|[Kk]eseluruhan(?:nya)?)\b[^,]*$")
_MEMBER = regex.compile(
    rf",\sl\s\p{{Ll}}|(?:,|,?\s(?:dan|serta|plus))\s(?:\p{{Lu}}[\p{{L}}'-]++\s?){{1,6}}(?=[.,;)]|$|\s\p{{Ll}})(?!\s?\(?{SYMBOL})"
)
"""A member of a list without a figure: one with a name of its own, or whose 1 is typed as a letter."""


@dataclass(frozen=True, slots=True)
class Licences:
    """Judges readings of lists by the words around them."""

    state: State

    def contradicts(self, event: Event, reading: Reading, *, here: bool) -> bool:
        """Whether parts that do not add up are a contradiction, and not another reading."""
        total = reading.total
        if total.kind == "percent" or not fits_all(self.state.grammar, reading):
            return False
        start, _ = self.state.sketch.sentences[self.state.sketch.sentence(event.start)]
        if event.rule.fields.get("proof") == "yes" or self._holds_list(reading):
            return False
        if self.state.readings.says("prices", start, reading.items[-1].place):
            return False
        subject = self.state.subject(event) + event.match.group()
        if reading.whole.named and self.state.readings.is_plain(reading):
            return True
        if not here and self._goes_on_from_total(event, reading):
            return True
        if not here and not self.state.grammar.search("points_back", subject, 0, len(subject)):
            return False
        if reading.has_slip:
            return event.is_certain or self.state.readings.is_plain(reading)
        if not (event.is_certain and reading.whole.sure and self.state.readings.is_plain(reading)):
            return False
        if here:
            return True
        first, last = reading.items[0], reading.items[-1]
        return total.modifier == "exact" and not self.state.readings.says("temporal", first.place, last.place)

    def _goes_on_from_total(self, event: Event, reading: Reading) -> bool:
        """Whether a list without a subject follows a total and nearly comes to it: "total Rp9 miliar. Meliputi …"."""
        sketch, whole = self.state.sketch, reading.whole
        start, _ = sketch.sentences[sketch.sentence(event.start)]
        if sketch.text[start : event.start].strip() or event.rule.fields["relation"] != "sum":
            return False
        if not whole.sure or not self.state.readings.is_plain(reading):
            return False
        low = max(sketch.sentences[whole.item.sentence][0], whole.item.place - _BEFORE)
        parts = sum(Fraction(each.value or 0) for each in reading.quantities)
        gap = abs(parts - Fraction(reading.total.value or 0))
        return _TOTAL.search(sketch.text, low, whole.item.place) is not None and gap * _LITTLE <= parts

    def may_look_back(self, event: Event, reading: Reading) -> bool:
        """Whether a sum over two sentences is more than chance: it points back, or the figures are long."""
        if not is_large(reading.total) and not fits_all(self.state.grammar, reading):
            units = {each.unit for each in reading.quantities if prints_unit(each)}
            if not event.is_certain or (len(units) > 1 and not at_least(reading.total, 10)):
                return False
        if event.is_certain or reading.whole.named or is_large(reading.total):
            return True
        subject = self.state.subject(event)
        return self.state.grammar.search("points_back", subject, 0, len(subject)) is not None

    def _holds_list(self, reading: Reading) -> bool:
        """Whether another list starts before the first of the parts: "rincian A masing-masing Rp2 juta"."""
        start, end = reading.regions[0].start, reading.items[0].place
        return any(start < place < end for place in self.state.readings.starts)

    def leaves_rest(self, reading: Reading, *, near: bool = False) -> bool:
        """Whether words of a rest without a figure stand after the parts; ``near``: right behind their sentence."""
        sketch, last = self.state.sketch, reading.items[-1]
        following = min(last.sentence + 1, len(sketch.sentences) - 1)
        start, stop = sketch.sentences[following]
        found = self.state.grammar.search("open", sketch.text, last.place, stop)
        if found is None:
            return False
        if near and following > last.sentence and sketch.text[start : max(start, found.start())].strip():
            return False
        return not sketch.between(found.start(), sketch.sentences[sketch.sentence(found.start())][1])

    def before_rest(self, event: Event, reading: Reading) -> Reading | None:
        """The parts, less than their whole, behind which a rest has no figure: "2.300 di aula, sisanya daring"."""
        total = reading.total
        if reading.holds or event.rule.fields.get("proof") == "yes" or total.kind == "percent":
            return None
        items = tuple(
            item for item in reading.items if self.state.grammar.fit(total, item.quantity) is Fit.YES
        )
        if items[:1] != reading.items[:1] or (len(items) < 2 and event.rule.name == "each"):
            return None
        if total.value is None or any(
            item.quantity.value is None or is_small(item.quantity) for item in items
        ):
            return None
        below = sum(Fraction(item.quantity.value or 0) for item in items) < Fraction(total.value)
        some = Reading(reading.whole, items, reading.regions, holds=False)
        return some if below and self.leaves_rest(some, near=True) else None

    def lacks_one(self, whole: Whole, items: Sequence[Item], end: int) -> bool:
        """Whether a list is one short of its whole and a member has no figure: "dua X, dua Y, dan Piala Z"."""
        total, parts = whole.item.quantity, [item.quantity for item in items]
        if len(parts) < 2 or any(
            each.modifier != "exact" or not prints_unit(each) for each in (total, *parts)
        ):
            return False
        fits = all(
            self.state.grammar.fit(total, part) and part.kind == total.kind == "count" for part in parts
        )
        if not fits or sum(part.value or 0 for part in parts) + 1 != total.value:
            return False
        text = self.state.sketch.text
        return _MEMBER.search(text, items[0].place, end) is not None

    def ends_in_smallest(self, reading: Reading) -> bool:
        """Whether a ranking goes down to the smallest, so that it holds all, and one slip keeps it from its whole."""
        if len(reading.items) < _RANKED or not at_least(reading.total, _LARGE):
            return False
        before, last = reading.items[-2:]
        ends = self.state.grammar.search("smallest", self.state.sketch.text, before.place, last.place)
        return ends is not None and reading.has_slip

    def has_twin(self, event: Event, whole: Whole, regions: Sequence[Region]) -> bool:
        """Whether a sum that is known is told in the same words: the same rule, units and number of parts.

        "33 kasus meliputi 15 orang dewasa dan 18 anak … 166 kasus meliputi 65 orang dewasa dan 100 anak".
        """
        items = self.state.readings.items(regions, whole.item)
        units = _units(whole.item, items)
        if not units:
            return False
        parts = sum(Fraction(item.quantity.value or 0) for item in items)
        total = Fraction(whole.item.quantity.value or 0)
        if not total / 2 <= parts <= total * 2 or self.state.readings.says(
            "open", event.end, regions[-1].end
        ):
            return False
        return any(
            draft.rule is event.rule
            and draft.breakdown.relation == "sum"
            and _units(draft.total, draft.items) == units
            for draft in self.state.ledger.drafts()
        )


def _units(whole: Item, items: Sequence[Item]) -> tuple[str, ...]:
    """The units of a whole and its parts; nothing where one prints none or is no exact figure."""
    figures = [each.quantity for each in (whole, *items)]
    if any(not prints_unit(each) or each.value is None or each.modifier != "exact" for each in figures):
        return ()
    return tuple((each.unit or "").casefold() for each in figures) if len(items) > 1 else ()


def is_little_more(reading: Reading) -> bool:
    """Whether the parts come to a little more than "lebih dari" their whole."""
    total = reading.total.value
    if (
        total is None
        or reading.total.modifier != "at_least"
        or any(each.value is None for each in reading.quantities)
    ):
        return False
    gap = sum(Fraction(each.value or 0) for each in reading.quantities) - Fraction(total)
    return 0 < gap * _LITTLE <= total
