"""Parts of what the text has named before, or that have its noun: "pada kelompok itu …", "yang perempuan …"."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from beritaextract.facts.breakdowns.announced import Announced
from beritaextract.facts.breakdowns.heads import neighbours
from beritaextract.facts.breakdowns.labels import words_after
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import Event, State, at_least, is_less
from beritaextract.facts.breakdowns.wholes import Whole, content
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item
from beritaextract.model import Quantity

__all__ = ["Classes"]

_BACK = 2
_FEWEST = 10
_PERSONS = frozenset({"orang", "jiwa"})
_PLAIN = _PERSONS | {"unit", "buah", "kasus", "kali", "paket", "lembar", "ekor", "titik", "lokasi"}
"""Nouns that say too little of what is counted to make two figures one matter."""
_ELSEWHERE = regex.compile(r"\b(?:[Ss]ementara|[Ss]edangkan|[Aa]dapun|[Kk]emudian|[Ss]elain|lain)\b")
"""Words before a figure of another place or matter."""
_SIBLING = regex.compile(r"[\s“\"‘]*+Yang\s")
_RESTRICTED = regex.compile(r".\syang\s", regex.DOTALL)
_CHANGES = ("moves", "compared")


@dataclass(frozen=True, slots=True)
class Classes:
    """One method for each role of a rule that singles out some of a class without "di antaranya"."""

    state: State

    def read_class(self, event: Event) -> None:
        """ "Pada kelompok bukan penerima upah, 19.876 orang …": of the figure that the text has called so."""
        if "part" in event.match.re.groupindex:
            self._read_counted(event)
            return
        region = self.state.region(event)
        for like in self.state.readings.kinds([region]):
            wholes = self._wholes(event, like)
            items = self.state.readings.items([region], wholes[0].item) if wholes else []
            known = any(self.state.ledger.is_known(item) for item in items)
            if items and not known and not self.state.readings.says("moves", event.start, items[-1].place):
                Announced(self.state).some(event, wholes, [region])

    def _wholes(self, event: Event, like: Quantity) -> list[Whole]:
        """What the words of a match name; by a word that points back, also the one that the text speaks of."""
        found = self.state.earlier(event.match["whole"], event.start, like)
        named = [each for each in found if each.named]
        if named or event.rule.fields.get("known") != "yes":
            return named
        topic, words = self.state.ledger.topic, content(event.match["whole"])
        return [
            each for each in found[:1] if each.sure or each.item is topic or each.item.quantity.unit in words
        ]

    def _read_counted(self, event: Event) -> None:
        """ "Sebanyak 612 penerima jalur afirmasi berasal dari Maluku": its words name the whole."""
        part = self.state.item(event.match.start("part"))
        if part is None or not self.state.is_free(part) or not prints_unit(part.quantity):
            return
        for whole in self._wholes(event, part.quantity):
            fits = self.state.grammar.fit(whole.item.quantity, part.quantity) is Fit.YES
            if fits and self._is_some(part, whole.item):
                end = self.state.sketch.sentences[part.sentence][1]
                self._add(event, whole, part, event.end, end)

    def read_some(self, event: Event) -> None:
        """ "9.860 pengemudi … Yang perempuan 742 orang": of the figure before it that counts the same."""
        part = self.state.item(event.match.start("part"))
        if part is None or not self.state.is_free(part) or not prints_unit(part.quantity):
            return
        printed = event.rule.fields.get("alike") == "printed"
        if printed and (part.quantity.unit in _PLAIN or self.state.grammar.lasts(part.quantity)):
            return
        start, _ = self.state.sketch.sentences[part.sentence]
        if printed and _ELSEWHERE.search(self.state.sketch.text, start, event.start):
            return
        for item in self.state.sketch.before(part.place):
            if item.sentence < part.sentence - _BACK - 1:
                return
            if item.sentence == part.sentence or not self._is_whole(item, part, printed=printed):
                continue
            if not printed and self._is_sibling(item):
                continue
            if self._is_some(part, item):
                start, end = self.state.sketch.sentences[part.sentence]
                self._add(
                    event,
                    Whole(item, True),
                    part,
                    *((part.place + 1, end) if printed else (start, part.place)),
                )
            return

    def _is_sibling(self, item: Item) -> bool:
        """Whether a figure is of some itself: "Yang lunas 71 unit. Yang belum 41 unit", "235 anggota yang pensiun"."""
        sketch = self.state.sketch
        start, _ = sketch.sentences[item.sentence]
        return bool(_SIBLING.match(sketch.text, start) or _RESTRICTED.match(sketch.text, item.place))

    def _is_whole(self, item: Item, part: Item, *, printed: bool) -> bool:
        """Whether a figure has the noun of a part, or counts persons too; the whole of a list where it has parts."""
        total = item.quantity
        if self._is_in_row(item):
            return False
        if not prints_unit(total) or self.state.ledger.is_known(item) or total.kind != part.quantity.kind:
            return False
        if total.unit == part.quantity.unit:
            return True
        fits = self.state.grammar.fit(total, part.quantity) is Fit.YES
        return not printed and part.quantity.unit in _PERSONS and fits

    def _is_in_row(self, item: Item) -> bool:
        """Whether a figure stands beside a part of a sum: "sisanya hotel Rp790 juta dari 17 perusahaan"."""
        ledger, sketch, grammar = self.state.ledger, self.state.sketch, self.state.grammar
        return any(
            ledger.is_summed(other) for step in (1, -1) for other in neighbours(sketch, grammar, item, step)
        )

    def _is_some(self, part: Item, whole: Item) -> bool:
        """Whether a part is less than a whole, and no word speaks of a change or of another time."""
        if not at_least(whole.quantity, _FEWEST) or not is_less(part.quantity, whole.quantity):
            return False
        if part.quantity.value == whole.quantity.value:
            return False
        sketch, says = self.state.sketch, self.state.readings.says
        return not any(
            says(role, *sketch.sentences[each.sentence]) for each in (whole, part) for role in _CHANGES
        )

    def _add(self, event: Event, whole: Whole, part: Item, start: int, end: int) -> None:
        words = words_after(self.state.sketch, self.state.grammar, start, end)
        reading = Reading(whole, (part,), (Region(*self.state.sketch.sentences[part.sentence]),), False)
        self.state.ledger.add(event.rule, "subset", reading, names=(words,) if words else ())
