"""Sentences whose figures fill the whole before them to the last digit, past what is aside of them.

"… mencapai Rp37,9 miliar, naik dari Rp34,6 miliar. Program JHT Rp29,8 miliar untuk 2.614 kasus. Selanjutnya JKM …"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import regex

from beritaextract.facts.breakdowns.lists import is_base
from beritaextract.facts.breakdowns.names import plain_name
from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.state import State, at_least
from beritaextract.facts.grammar import Fit, prints_unit
from beritaextract.facts.sketch import Item

__all__ = ["Filled"]

_SENTENCES = 4
_MOST = 12
_FAR = 40
"""Among how many figures after a whole its parts are looked for."""
_FEWEST = 20
_PAIR = 2
_DIGITS = {2: 3}
"""How many digits the figures must have at least by the number of parts, else as many as ``_LEAST``."""
_LEAST = 2
_NEAR = 40
_EACH = regex.compile(r"\b(?:masing-masing|rata-rata|atau|setara|setiap|tiap|per|@)(?:\s\p{Ll}+){0,2}\s$")
_OF_EACH = regex.compile(r".(?:\s\p{L}+)?\s?(?:/|per\b|(?:se)?tiap\b|se(?:orang|bulan|kali)\b)", regex.DOTALL)
_BEFORE = regex.compile(
    r"^(?:.*\b(?:berupa|untuk)\s|(?:lain\s)?(?:mendapat(?:kan)?|memperoleh|menerima)\s)(?=\p{L})"
)
_AFTER = regex.compile(
    r"\s(?:menempati|memakan|mengambil|menghabiskan|menyerap|menyedot|menyumbang|memperoleh|mendapat(?:kan)?|menerima)\b.*$"
)
_LINK = regex.compile(
    r"\b(?:[Ss]isanya|[Ss]elebihnya|[Ss]edangkan|[Ss]ementara(?:\situ)?|[Aa]dapun|dan|serta)\b"
)

_ALL = regex.compile(r"\b(?:[Tt]otal|[Ss]eluruh|[Kk]eseluruhan|[Ss]emua)(?:nya)?\b")
"""What says of a figure that it is all: two sentences after it may then be its parts."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Reads what no phrase announces: the figures right after a whole, all of its kind that are no asides."""

    state: State

    def read(self) -> None:
        """Every figure that is no part and has no sum yet."""
        items = self.state.sketch.items
        for at, whole in enumerate(items):
            if not self._may_be_whole(whole):
                continue
            parts = self._parts(whole, items[at + 1 : at + 1 + _FAR])
            if len(parts) > 1 and self._is_licensed(whole, parts):
                self.state.add_sum("filled", whole, parts, [self._name(item) for item in parts])

    def _may_be_whole(self, item: Item) -> bool:
        quantity = item.quantity
        counted = quantity.kind == "money" or (quantity.kind == "count" and prints_unit(quantity))
        if not counted or quantity.per or not at_least(quantity, _FEWEST):
            return False
        known = self.state.ledger.is_summed(item) or self.state.ledger.has_sum(item)
        return (
            not known and not self._is_aside(item) and not self.state.leads(item, "step", "account", "prices")
        )

    def _parts(self, whole: Item, following: Sequence[Item]) -> list[Item]:
        """The figures of the kind of a whole after it, as far as they fill it; none where they do not."""
        found: list[Item] = []
        rest = Fraction(whole.quantity.value or 0)
        for item in following:
            if item.sentence > whole.sentence + _SENTENCES or len(found) == _MOST:
                return []
            value = item.quantity.value
            if item.quantity.kind != whole.quantity.kind or not value or value == whole.quantity.value:
                continue
            if self.state.grammar.fit(whole.quantity, item.quantity) is not Fit.YES or self._is_aside(item):
                continue
            if item.sentence == whole.sentence or value > rest or not self._may_be_part(item):
                return []
            found.append(item)
            rest -= Fraction(value)
            if not rest:
                return found
        return []

    def _may_be_part(self, item: Item) -> bool:
        if item.quantity.per or self.state.readings.is_paired(item) or self.state.ledger.is_summed(item):
            return False
        return not self.state.leads(item, "step", "account", "prices")

    def _is_aside(self, item: Item) -> bool:
        """Whether a figure is what another is compared with, or what each of many gets."""
        sketch = self.state.sketch
        start, end = sketch.sentences[item.sentence]
        if is_base(sketch, self.state.grammar, item, start) or _EACH.search(sketch.text, start, item.place):
            return True
        before = (each.place for each in sketch.before(item.place) if each.quantity.kind != "percent")
        low = max(start, item.place - 2 * _NEAR, next(before, start))
        if self.state.readings.says("compared", low, item.place):
            return True
        return _OF_EACH.match(sketch.text, item.place, end) is not None

    def _is_licensed(self, whole: Item, parts: Sequence[Item]) -> bool:
        """Whether so many digits exclude chance, and words join two parts alone."""
        length = max(digits(each.quantity) for each in (whole, *parts))
        if length < _DIGITS.get(len(parts), _LEAST):
            return False
        sketch = self.state.sketch
        start, _ = sketch.sentences[parts[0].sentence]
        if self.state.readings.says("moves", start, parts[-1].place):
            return False
        if len(parts) > _PAIR:
            return True
        linked = _LINK.search(sketch.text, parts[0].place, parts[1].place) is not None
        start, _ = sketch.sentences[whole.sentence]
        in_turn = parts[1].sentence == parts[0].sentence + 1 and _ALL.search(sketch.text, start, whole.place)
        return (linked or in_turn is not None) and parts[0].sentence == whole.sentence + 1

    def _name(self, item: Item) -> str:
        """The words before a figure, without the verb that says that it is got or spent."""
        return _AFTER.sub("", _BEFORE.sub("", plain_name(self.state.name(item))))
