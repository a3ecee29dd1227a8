"""Shares: one part and its whole in one phrase, or a part with the percentage that tells its whole."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import regex

from beritaextract.facts.breakdowns.labels import name_before, words_after
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.proven import is_share
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_exact
from beritaextract.facts.breakdowns.state import Event, State, at_least, is_less
from beritaextract.facts.breakdowns.wholes import Whole, in_sentence
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.model import Quantity

__all__ = ["Shares"]

_BACK = 40
_FEW = 2
_MANY = 10
_BESIDE = len("_ dari ")
"""How far the whole stands behind its part in "tiga dari lima"."""
_OF_ALL = regex.compile(r"\bdari\s(?:total|jumlah|seluruh|keseluruhan)\b")


@dataclass(frozen=True, slots=True)
class Shares:
    """One method for each role of a rule that names a part and its whole."""

    state: State

    def read_share(self, event: Event) -> None:
        """ "259.107 dari 262.418 penduduk", with or without its percentage; with all other parts, a sum."""
        part, total = self.state.item(event.match.start("part")), self.state.item(event.match.start("total"))
        if part is None or total is None or not self._may_share(event, part, total):
            return
        if self.state.readings.is_paired(part) or self.state.readings.is_paired(total):
            return
        start, end = self.state.sketch.sentences[part.sentence]
        region = Region(start, end)
        items = self.state.readings.items([Region(start, part.place + 1)], total)
        for first in range(len(items) - 1):
            reading = Reading(Whole(total, True), tuple(items[first:]), (region,), True)
            if part.place < total.place and is_exact(reading) and fits_all(self.state.grammar, reading):
                self.state.ledger.add(event.rule, "sum", reading)
                return
        more = self.state.item(event.match.start("more")) if _has(event, "more") else None
        parts = (part, more) if more and self._may_share(event, more, total) else (part,)
        reading = Reading(Whole(total, True), parts, (region,), False)
        names = self._predicate(part, total) if len(parts) == 1 else ()
        self.state.ledger.add(event.rule, "subset", reading, names=names)

    def read_share_back(self, event: Event) -> None:
        """ "Rp2 triliun dipajang dari seluruh uang yang disita": of the one figure that the text spoke of before."""
        part = self.state.item(event.match.start("part"))
        if part is None or part.quantity.kind == "percent" or part.quantity.per:
            return
        sketch, grammar = self.state.sketch, self.state.grammar
        here = in_sentence(sketch, grammar, part.place, part.quantity)
        whole = next(iter([*here, *self.state.earlier("", part.place, part.quantity)]), None)
        if whole is None or not whole.sure:
            return
        total = whole.item.quantity
        nouns = (part.quantity.unit, *event.match["whole"].split())
        alike = part.quantity.kind == "money" or (total.unit is not None and total.unit in nouns)
        if alike and is_less(part.quantity, total) and part.quantity.value != total.value:
            region = Region(*sketch.sentences[part.sentence])
            self.state.ledger.add(event.rule, "subset", Reading(whole, (part,), (region,), False))

    def _predicate(self, part: Item, total: Item) -> tuple[str, ...]:
        """What "tiga dari lima korban tewas" says of its part, where nothing stands before it."""
        sketch, grammar = self.state.sketch, self.state.grammar
        start, end = sketch.sentences[part.sentence]
        if total.place - part.place != _BESIDE or name_before(sketch, grammar, start, part.place):
            return ()
        words = words_after(sketch, grammar, total.place + 1, end)
        return (words,) if words else ()

    def _may_share(self, event: Event, part: Item, total: Item) -> bool:
        if part.quantity.kind == "percent":
            return False
        percent = self.state.item(event.match.start("percent")) if _has(event, "percent") else None
        with_percent = percent is not None
        fit = self.state.grammar.fit(total.quantity, part.quantity)
        money = event.rule.fields.get("money") == "yes" or "dari total" in event.match.group()
        shared = money or part.quantity.kind != "money"
        if fit is Fit.NO or not (with_percent or (fit is Fit.YES and shared)):
            return False
        least = _FEW if self._are_few(part, total) else _MANY + (total.place - part.place == _BESIDE)
        if not is_less(part.quantity, total.quantity) or not at_least(total.quantity, least):
            return False
        beside = total.place - part.place == _BESIDE
        if part.quantity.value == 1 and not beside:
            return False
        of_all = _OF_ALL.search(event.match.group()) is not None
        alike = event.rule.fields.get("alike")
        if alike and self.state.grammar.lasts(total.quantity):
            return False
        if alike and part.quantity.value == total.quantity.value:
            return False
        if alike and not of_all and not _is_alike(part.quantity, total.quantity, printed=alike == "printed"):
            return False
        if percent is not None and is_share(part.quantity, total.quantity, percent.quantity):
            return True
        says = self.state.readings.says
        start, _ = self.state.sketch.sentences[part.sentence]
        if total.place < part.place:
            return not says("aims", start, total.place)
        change = "shifts" if of_all or (beside and prints_unit(part.quantity)) else "growth"
        return not says(change, max(start, part.place - _BACK), total.place)

    def _are_few(self, part: Item, total: Item) -> bool:
        """Whether "tiga dari lima korban" counts things that are there: no rate of a survey, no marks."""
        exact = part.quantity.modifier == "exact" and isinstance(part.quantity.value, int)
        if not exact or total.place - part.place != _BESIDE or not prints_unit(total.quantity):
            return False
        sentence = self.state.sketch.sentences[part.sentence]
        return not self.state.grammar.lasts(total.quantity) and not self.state.readings.says(
            "surveyed", *sentence
        )

    def read_share_of(self, event: Event) -> None:
        """ "Angka itu setara 98 persen dari 2.905.118 penduduk"."""
        total, percent = (self.state.item(event.match.start(group)) for group in ("total", "percent"))
        if total is None or percent is None:
            return
        proof = event.rule.fields.get("proof")
        sure = proof is None
        for whole in self.state.earlier("", event.start, total.quantity):
            proven = sure or is_share(whole.item.quantity, total.quantity, percent.quantity)
            if proof == "near":
                proven = proven or _is_about(whole.item.quantity, total.quantity, percent.quantity)
            elif proof == "fine":
                proven = proven and percent.quantity.step < 1
            if proven and is_less(whole.item.quantity, total.quantity):
                region = Region(*self.state.sketch.sentences[whole.item.sentence])
                self.state.ledger.add(
                    event.rule, "subset", Reading(Whole(total, True), (whole.item,), (region,), False)
                )
                return


def _is_about(part: Quantity, total: Quantity, percent: Quantity) -> bool:
    """Whether a part is the percentage of a whole up to its last digit, however few digits the figures have."""
    if not part.value or not total.value or percent.value is None or part.value == total.value:
        return False
    share = Fraction(part.value) * 100 / Fraction(total.value)
    return abs(share - Fraction(percent.value)) <= Fraction(percent.step or 1)


def _has(event: Event, group: str) -> bool:
    return event.match.groupdict().get(group) is not None


def _is_alike(part: Quantity, total: Quantity, *, printed: bool) -> bool:
    """Whether two figures count one noun, or one of them none."""
    if printed and not (prints_unit(part) and prints_unit(total)):
        return False
    return not part.unit or not total.unit or part.unit.casefold() == total.unit.casefold()
