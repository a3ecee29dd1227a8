"""How many cases an amount was paid for."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch

__all__ = ["Cases", "money"]

_SENTENCES_BACK = 3
_SENTENCES_ON = 8
_SUM = 10**6
"""An amount from here on may be paid for all; below it is what each gets."""
_HUGE = 10**8
"""A bare number from here on is money without its currency."""
_PAIRS = 2
"""So many sums and numbers in turn are no chance."""


def money(sketch: Sketch, start: int, end: int) -> list[Item]:
    """The amounts of money from one place of a sketch up to another."""
    return [item for item in sketch.between(start, end) if item.quantity.kind == "money"]


@dataclass(frozen=True, slots=True)
class Cases:
    """Finds the number of cases beside an amount."""

    sketch: Sketch
    grammar: Grammar

    def after(self, item: Item) -> Item | None:
        """The number that follows: "Rp5 miliar dari 40 kasus", "Rp5 miliar (40 kasus)"."""
        _, end = self.sketch.sentences[item.sentence]
        for rule in self.grammar.rules("cases_after"):
            if found := rule.pattern.match(self.sketch.text, item.place + 1, end):
                several = self.grammar.starts("several", self.sketch.text, found.end(), end)
                paired = self.grammar.starts("paired", self.sketch.text, item.place + 1, found.start("cases"))
                return None if several else self.counted(found.start("cases"), is_paired=bool(paired))
        return None

    def before(self, item: Item, start: int) -> Item | None:
        """The number that leads to the amount: "40 kasus dengan nilai Rp5 miliar"."""
        for rule in self.grammar.rules("cases_before"):
            for found in rule.pattern.finditer(self.sketch.text, start, item.place):
                case = self.counted(found.start("cases"), is_paired="paired" in rule.fields)
                if case and not self.grammar.search("one_of_many", self.sketch.text, case.place, item.place):
                    return case
        return None

    def beside(self, item: Item, start: int) -> Item | None:
        """The number that follows or leads to an amount, or of those of whom the sentence tells what each gets."""
        return self.after(item) or self.before(item, start) or self.meant(item)

    def alone(self, item: Item, start: int) -> Item | None:
        """The only number from ``start`` up to an amount, else the only one behind it, up to other money."""
        _, end = self.sketch.sentences[item.sentence]
        behind = next((each.place for each in money(self.sketch, item.place + 1, end)), end)
        for first, last in ((start, item.place), (item.place, behind)):
            counts = [each for each in self.sketch.between(first, last) if each.quantity.kind == "count"]
            if counts:
                return self.counted(counts[0].place) if len(counts) == 1 else None
        return None

    def lone(self, item: Item) -> Item | None:
        """The one number beside the one amount of a sentence, or of the sentence before, if its words point back."""
        start, end = self.sketch.sentences[item.sentence]
        amounts = money(self.sketch, start, end)
        counts = self._counts(start, end)
        if counts:
            first, last = sorted((item.place, counts[0].place))
            linked = self.grammar.search(
                "another_too", self.sketch.text, first, end if first == item.place else last
            )
            is_one = len(amounts) == len(counts) == 1 and not linked
            return self._unit_told(counts[0]) if is_one else None
        if not item.sentence or amounts[0] is not item:
            return None
        before = self.sketch.sentences[item.sentence - 1]
        if money(self.sketch, *before) or not self.grammar.search(
            "points", self.sketch.text, start, item.place
        ):
            return None
        counts = self._counts(*before)
        return self._unit_told(counts[0]) if len(counts) == 1 else None

    def in_step(self, item: Item) -> Item | None:
        """The number of an amount where sums and numbers take turns in its sentence: "40 orang Rp5 juta, 9 …"."""
        start, end = self.sketch.sentences[item.sentence]
        turns = [each for each in self.sketch.between(start, end) if each.quantity.kind in ("money", "count")]
        while len(turns) > 1 and turns[0].quantity.kind == turns[1].quantity.kind == "money":
            turns = turns[1:]
        if item not in turns or len(turns) < 2 * _PAIRS or len(turns) % 2:
            return None
        kinds = [each.quantity.kind for each in turns]
        if kinds[:2] * (len(turns) // 2) != kinds or not all(map(self._may_take_turns, turns)):
            return None
        at = turns.index(item)
        return turns[at + 1 if kinds[0] == "money" else at - 1]

    def _may_take_turns(self, item: Item) -> bool:
        """Whether it is a sum paid for all, or a number of cases."""
        if item.quantity.kind == "money":
            return item.quantity.per is None and (item.quantity.value or 0) >= _SUM
        return item.quantity.unit is not None and self.counted(item.place) is not None

    def _counts(self, start: int, end: int) -> list[Item]:
        return [each for each in self.sketch.between(start, end) if each.quantity.kind == "count"]

    def _unit_told(self, item: Item) -> Item | None:
        return self.counted(item.place) if item.quantity.unit else None

    def of(self, item: Item) -> Item | None:
        """The number of cases on either side."""
        start, end = self.sketch.sentences[item.sentence]
        found = (
            self.after(item) or self.before(item, start) or self._next(item) or self._summed_up(item, start)
        )
        if found is None and self.grammar.search("they", self.sketch.text, start, end):
            return self._last_counted(item.sentence - 1)
        return found

    def meant(self, item: Item) -> Item | None:
        """The number of those that a sentence means by "Masing-masing menerima …, semuanya Rp5 miliar"."""
        start, end = self.sketch.sentences[item.sentence]
        found = self.grammar.starts("each_of_them", self.sketch.text, start, end)
        return self._last_counted(item.sentence - 1) if found else None

    def told(self, item: Item, what: str | None) -> Item | None:
        """The number of a sentence near an amount that tells how many get it: "BLT dibagikan kepada 40 keluarga"."""
        first, last = item.sentence - _SENTENCES_ON, item.sentence + _SENTENCES_ON + 1
        for start, end in self.sketch.sentences[max(0, first) : last]:
            for rule in self.grammar.rules("told_cases") if what else ():
                for found in rule.pattern.finditer(self.sketch.text, start, end):
                    named = rf"\b{regex.escape(found['what'])}\b"
                    if regex.search(named, what or "", regex.IGNORECASE):
                        return self.counted(found.start("cases"))
        return None

    def of_next(self, item: Item) -> Item | None:
        """The number of the next sentence, where no other amount stands in that of ``item``."""
        return (
            self._next(item) if len(money(self.sketch, *self.sketch.sentences[item.sentence])) == 1 else None
        )

    def _next(self, item: Item) -> Item | None:
        """The number of a sentence that goes on about the amount: "Jumlah itu disalurkan kepada 40 keluarga"."""
        for start, end in self.sketch.sentences[item.sentence + 1 : item.sentence + 2]:
            found = self.grammar.starts("cases_next", self.sketch.text, start, end)
            return self.counted(found.start("cases")) if found else None
        return None

    def behind(self, sentence: int) -> Item | None:
        """The number of one of the sentences behind one, up to other money: "Dana tersebut dinikmati 40 petani"."""
        for start, end in self.sketch.sentences[sentence + 1 : sentence + 1 + _SENTENCES_BACK]:
            if found := self.grammar.starts("cases_next", self.sketch.text, start, end):
                return self.counted(found.start("cases"))
            if money(self.sketch, start, end):
                return None
        return None

    def _summed_up(self, item: Item, start: int) -> Item | None:
        """The number of a sentence before one that sums it up: "40 desa telah menerima …. Totalnya Rp5 miliar"."""
        if not self.grammar.starts("sums_up", self.sketch.text, start, item.place):
            return None
        for first, last in reversed(
            self.sketch.sentences[max(0, item.sentence - _SENTENCES_BACK) : item.sentence]
        ):
            if found := self.grammar.search("receivers", self.sketch.text, first, last):
                return self.counted(found.start("cases"))
            if any((each.quantity.value or _SUM) >= _SUM for each in money(self.sketch, first, last)):
                return None
        return None

    def _last_counted(self, sentence: int) -> Item | None:
        """The number that "mereka" means in the next sentence: the last, or the first that sums up the rest."""
        start, end = self.sketch.sentences[sentence] if sentence >= 0 else (0, 0)
        counted = [*filter(None, (self.counted(each.place) for each in self.sketch.between(start, end)))]
        values = [each.quantity.value or 0 for each in counted]
        is_sum = len(values) > 2 and values[0] == sum(values[1:])
        return counted[0 if is_sum else -1] if counted else None

    def counted(self, place: int, *, is_paired: bool = False) -> Item | None:
        """The number at a place, if it counts cases; one paired with its amount may count all but time and land."""
        item = self.sketch.item(place)
        if item is None or item.quantity.kind != "count":
            return None
        unit = item.quantity.unit
        if unit is None and (item.quantity.value or 0) >= _HUGE:
            return None
        if unit is None or self.grammar.starts("case_unit", unit, 0, len(unit)):
            return item
        is_other = self.grammar.starts("no_case_unit", unit, 0, len(unit))
        return item if is_paired and not is_other else None
