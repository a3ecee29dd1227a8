"""A part and the rest, far behind the figure that they come to: "11 korban … 3 tewas, sedangkan 8 lainnya luka"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.breakdowns.labels import words_after
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, is_small
from beritaextract.facts.breakdowns.state import Event, State, at_least
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees
from beritaextract.model import Quantity
from beritaextract.rules import SYMBOLS

__all__ = ["Rests"]

_BACK = 3
_MOST = 6
_FURTHEST = 60
_HANDFUL = 10
_FEW = 3
_SCORE = 20
_MANY = 1000
_PLAIN = frozenset({"unit", "buah", "ekor"})
_SAYS = regex.compile(r"^.*\b(?:mencatat|mendata|menyebut(?:kan)?|menyatakan|melaporkan|mengatakan)$")
_NOW = regex.compile(rf"\s(?:{SYMBOLS['date']}|(?:tahun|bulan|pekan|hari)\s(?:ini|itu))")
_OTHERS = regex.compile(r"(?:\s\p{Ll}+)?\slainnya\b")
"""The rest by another noun: "lima dari 11 indeks melemah. Sementara itu, enam sektor lainnya menguat"."""
_BESIDES = regex.compile(r"\b[Ss]elain\s$")


@dataclass(frozen=True, slots=True)
class Rests:
    """Reads a figure that the words make the last part of a whole."""

    state: State

    def read_rest(self, event: Event) -> None:
        """Takes the one figure soon before the rest with which it comes to a figure before both."""
        rest = self.state.item(event.match.start("part"))
        if rest is None or self._read_listed(event, rest) or self._read_left(rest):
            return
        if event.rule.fields.get("listed") == "yes" or self._is_taken(rest):
            return
        found = [(whole, part) for part in self._before(rest) for whole in self._wholes(part, rest)]
        if not found or len({(whole.quantity.value, part.quantity.value) for whole, part in found}) > 1:
            return
        whole, part = found[0]
        regions = tuple(self._regions(part, rest))
        self.state.ledger.add(event.rule, "sum", Reading(Whole(whole, True), (part, rest), regions, True))

    def complete(self, number: int) -> bool:
        """The rest of a share, first in its sentence: "… dari 819 warga. Masih 84 orang belum …"."""
        start, end = self.state.sketch.sentences[number]
        item = next(iter(self.state.sketch.between(start, end)))
        if number == 0 or item.place in self.state.ledger.labels:
            return False
        return self._complete(item, self.state.sketch.between(*self.state.sketch.sentences[number - 1]))

    def _complete(self, rest: Item, parts: Sequence[Item]) -> bool:
        """Makes the one part of a whole and what is left of it a sum."""
        for part in parts:
            for draft in self.state.ledger.of(part):
                total = draft.total.quantity
                if (
                    draft.breakdown.relation == "subset"
                    and len(draft.items) == 1
                    and draft.total.place < rest.place
                    and agrees(total, [part.quantity, rest.quantity])
                    and self._may_be_rest(rest, total)
                ):
                    self.state.ledger.drop(draft)
                    regions = self._apart(part, rest)
                    reading = Reading(Whole(draft.total, True), (part, rest), regions, True)
                    names = self._predicates(draft.total, part, rest, regions)
                    self.state.ledger.add(draft.rule, "sum", reading, names=names)
                    return True
        return False

    def _apart(self, part: Item, rest: Item) -> tuple[Region, Region]:
        """The sentence of each, or what of the one that they share stands on either side of the words between."""
        first, last = (self.state.sketch.sentences[item.sentence] for item in (part, rest))
        if part.sentence != rest.sentence:
            return Region(*first), Region(*last)
        joint = self.state.grammar.search("linked", self.state.sketch.text, part.place, rest.place)
        comma = self.state.sketch.text.rfind(",", part.place, rest.place)
        cut = joint.start() if joint else comma if comma > 0 else self.state.sketch.lead(rest)
        return Region(first[0], cut), Region(cut, last[1])

    def _predicates(self, total: Item, part: Item, rest: Item, regions: Sequence[Region]) -> tuple[str, ...]:
        """What "18 dari 25 desa sudah melapor, tujuh lainnya belum" says of each; nothing where one has no words."""
        first, last = regions
        if not first.start <= total.place < first.end or first.end > last.start:
            return ()
        sketch, grammar = self.state.sketch, self.state.grammar
        before = _SAYS.sub("", self.state.name(part))
        aside = _NOW.match(sketch.text, total.place + 1)
        said = (
            words_after(sketch, grammar, aside.end() if aside else total.place + 1, first.end),
            words_after(sketch, grammar, rest.place + 1, last.end),
        )
        return said if all(said) and not before else ()

    def _may_be_rest(self, item: Item, total: Quantity) -> bool:
        """Whether a figure counts what its total counts, or may and is said to be left."""
        fit = self.state.grammar.fit(total, item.quantity)
        start, end = self.state.sketch.sentences[item.sentence]
        says = self.state.readings.says
        said = says("others", start, end) or self.state.readings.goes_on(item.sentence)
        if not said and not at_least(total, _HANDFUL):
            return False
        if fit is Fit.MAYBE and _OTHERS.match(self.state.sketch.text, item.place + 1, end):
            return at_least(total, _FEW)
        left = fit is Fit.MAYBE and says("left", start, item.place)
        return fit is Fit.YES or (left and at_least(total, _SCORE))

    def _read_left(self, rest: Item) -> bool:
        """Takes a figure that is said to be the rest with the one share before it, at most a few sentences back."""
        if self.state.ledger.is_known(rest) or self.state.readings.is_paired(rest):
            return False
        first = max(rest.sentence - _BACK, 0)
        parts = self.state.sketch.between(self.state.sketch.sentences[first][0], rest.place)
        return self._complete(rest, parts)

    def _read_listed(self, event: Event, rest: Item) -> bool:
        """Takes all figures of the sentence up to the rest, where they come to one right before them.

        Standing side by side they may be as small as "empat orang pulang, sementara dua lagi dirawat".
        """
        start, end = self.state.sketch.sentences[rest.sentence]
        items = [
            item for item in self.state.sketch.between(start, rest.place + 1) if self.state.is_free(item)
        ]
        if not items or items[-1] is not rest:
            return False
        for first in range(len(items) - 1):
            parts = items[first:]
            whole = items[first - 1] if first else self._alone(start, rest)
            if whole is not None and self._fills(whole, parts):
                regions = (Region(max(start, whole.place + 1), end),)
                reading = Reading(Whole(whole, True), tuple(parts), regions, True)
                self.state.ledger.add(event.rule, "sum", reading)
                return True
        return False

    def _alone(self, place: int, rest: Item) -> Item | None:
        """The last figure of the sentence before ``place``, where no other of its kind stands in it."""
        number = self.state.sketch.sentence(place) - 1
        if number < 0:
            return None
        items = self.state.sketch.between(*self.state.sketch.sentences[number])
        alike = [item for item in items if self.state.grammar.fit(item.quantity, rest.quantity)]
        return alike[0] if len(alike) == 1 and prints_unit(alike[0].quantity) else None

    def _fills(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether the parts come exactly to a whole of some size, and the words speak of no change."""
        total = whole.quantity
        if not at_least(total, _FEW) or total.kind != parts[0].quantity.kind:
            return False
        if sum(part.quantity.value or 0 for part in parts) != total.value:
            return False
        least = Fit.MAYBE if len(parts) > 2 and parts[0].sentence == whole.sentence else Fit.YES
        fits = all(self.state.grammar.fit(total, part.quantity) >= least for part in parts)
        return fits and not self.state.readings.says("moves", whole.place, parts[-1].place)

    def _is_taken(self, item: Item) -> bool:
        quantity = item.quantity
        known = self.state.ledger.is_known(item) or self.state.readings.is_paired(item)
        vague = quantity.kind == "percent" or not quantity.value or is_small(quantity)
        return known or vague or bool(quantity.per)

    def _before(self, rest: Item) -> Iterator[Item]:
        """The free figures of the kind of the rest in its sentence and the two before it, the nearest first."""
        for number, item in enumerate(self.state.sketch.before(rest.place)):
            if number == _MOST or item.sentence < rest.sentence - _BACK:
                return
            if self.state.grammar.fit(item.quantity, rest.quantity) is Fit.YES and not self._is_taken(item):
                yield item

    def _wholes(self, part: Item, rest: Item) -> Iterator[Item]:
        """The figures before a part, surely of its kind, that are exactly it and the rest."""
        value = (part.quantity.value or 0) + (rest.quantity.value or 0)
        for number, item in enumerate(self.state.sketch.before(part.place)):
            if number == _FURTHEST:
                return
            fits = item.quantity.value == value and item.quantity.kind == part.quantity.kind
            if not fits or item.quantity.per or self._is_apart(item):
                continue
            if all(self._counts(item, each) for each in (part, rest)):
                yield item

    def _counts(self, whole: Item, part: Item) -> bool:
        """Whether a part is surely of the kind of a whole, or has a noun of its own where the whole counts units."""
        fit = self.state.grammar.fit(whole.quantity, part.quantity)
        plain = whole.quantity.unit in _PLAIN and part.sentence <= whole.sentence + 1
        return fit is Fit.YES or (fit is Fit.MAYBE and plain)

    def _is_apart(self, whole: Item) -> bool:
        """Whether a figure is a part itself, set apart from what follows, or a small one with a rest of its own."""
        start, end = self.state.sketch.sentences[whole.sentence]
        text = self.state.sketch.text
        known = self.state.ledger.is_known(whole) and not at_least(whole.quantity, _MANY)
        if known or _BESIDES.search(text, start, whole.place):
            return True
        return (whole.quantity.value or 0) < _HANDFUL and text.find("lainnya", whole.place, end) >= 0

    def _regions(self, part: Item, rest: Item) -> Iterator[Region]:
        yield Region(self.state.sketch.lead(part), self.state.sketch.sentences[part.sentence][1])
        if part.sentence != rest.sentence:
            yield Region(*self.state.sketch.sentences[rest.sentence])
