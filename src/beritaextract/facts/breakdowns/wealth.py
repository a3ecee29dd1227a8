"""Declarations of wealth: its legal classes with their amounts, which come to a total, or to one after debts.

"A. TANAH DAN BANGUNAN Rp1.400.000.000 … Sub Total Rp1.540.000.000 II. HUTANG Rp40.000.000 …", or told in sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.proven import digits
from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.sketch import Item
from beritaextract.facts.slips import agrees
from beritaextract.model import Quantity

__all__ = ["Wealth"]

_TWO, _FEW = 2, 3
_LONG = 4
"""So many digits leave little to chance."""
_APART = 4
"""How many letters may stand between two names besides the word that joins them."""
_FAR, _SENTENCES = 400, 3
"""How far behind the name of a class its amount may stand."""
_BACK, _ON = 15, 12
"""How many sentences around the classes of a declaration its total and its debts are looked for."""
_MOST = 80
_FINE = 20
_BARE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Class:
    """One class of a declaration, and what it is worth."""

    start: int
    key: str
    label: str
    item: Item


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Wealth:
    """Reads the declarations of one sketch, one after another."""

    state: State

    def read(self) -> None:
        """Each declaration against the totals around it, and each class against the things listed under it."""
        names = self._names()
        if len({name.key for name in names}) < _TWO:
            return
        groups = _groups(self._classes(names))
        for at, group in enumerate(groups):
            low = groups[at - 1][-1].item.place + 1 if at else 0
            high = groups[at + 1][0].start if at + 1 < len(groups) else len(self.state.sketch.text)
            window = self._window(group, low, high)
            self._read(group, window)
            bounds = [each.start for each in group[1:]] + [window[1]]
            for each, end in zip(group, bounds, strict=True):
                self._read_things(each, end)

    def _names(self) -> list[_Name]:
        sketch = self.state.sketch
        found = []
        for rule in self.state.grammar.active(sketch.text, ["wealth_class"], sketch.needs):
            for match in rule.pattern.finditer(sketch.text):
                key = next(name for name, words in match.groupdict().items() if words)
                start, end = match.span(key)
                item = sketch.item(start)
                label = sketch.words(start, end)
                if item is not None:  # "19 bidang tanah dan bangunan": the figure has taken the first word
                    label = f"{item.quantity.unit or ''} {sketch.words(start + 1, end).strip()}".strip()
                found.append(_Name(start, end, key, label))
        return sorted(found, key=lambda name: name.start)

    def _classes(self, names: Sequence[_Name]) -> Iterator[_Class]:
        """The names with the amounts that follow them; "kas dan surat berharga masing-masing Rp… dan Rp…"."""
        text = self.state.sketch.text
        side: list[_Name] = []
        for at, name in enumerate(names):
            joined = bool(side) and text[side[-1].end : name.start].count(" ") <= _TWO
            side = [*side, name] if joined else [name]
            end = names[at + 1].start if at + 1 < len(names) else len(text)
            amounts = self._amounts(name, end)
            if not amounts:
                continue
            shared = side if self.state.readings.says("wealth_each", name.end, amounts[0].place) else [name]
            if len(amounts) >= len(shared):
                for each, item in zip(shared, amounts, strict=False):
                    yield _Class(each.start, each.key, each.label, item)
            side = []

    def _amounts(self, name: _Name, end: int) -> list[Item]:
        """The amounts soon after a name."""
        sketch = self.state.sketch
        last = sketch.sentence(name.start) + _SENTENCES
        inside = sketch.between(name.end, min(end, name.end + _FAR))
        return [item for item in inside if item.sentence <= last and _is_amount(item.quantity)]

    def _window(self, group: Sequence[_Class], low: int, high: int) -> tuple[int, int]:
        sentences = self.state.sketch.sentences
        first = max(group[0].item.sentence - _BACK, 0)
        last = min(group[-1].item.sentence + _ON, len(sentences) - 1)
        return max(low, sentences[first][0]), min(high, sentences[last][1])

    def _read(self, group: Sequence[_Class], window: tuple[int, int]) -> None:
        """A declaration whose classes come to a total near it, or to one that is left after the debts."""
        parts = [each.item for each in group]
        worth = [part.quantity.value for part in parts if part.quantity.value]
        if len(worth) < _TWO:
            return
        value = sum(map(Fraction, worth), Fraction(0))
        wholes = [
            item
            for item in self.state.sketch.between(*window)
            if item.quantity.kind == "money"
            and item not in parts
            and (item.quantity.value or 0) >= max(worth)
        ]
        debt = self._debt(window)
        owed = Fraction(debt.quantity.value or 0) if debt is not None else Fraction(0)
        whole, left = _first(wholes, value), _first(wholes, value - owed) if owed else None
        if whole is None and left is None and not owed and len(worth) > _TWO:
            whole = self._rounded([part.quantity for part in parts], wholes, value)
        total = whole or left
        if total is None or (len(worth) == _TWO and digits(total.quantity) < _LONG):
            return
        self._write(total, parts, [each.label for each in group], None if whole else debt)
        for item in (debt, left):
            if item is not None:
                self.state.ledger.pass_over(item)

    def _rounded(self, parts: Sequence[Quantity], wholes: Sequence[Item], value: Fraction) -> Item | None:
        """What the classes come to as they are rounded, where the words speak of wealth."""
        sketch = self.state.sketch
        for item in wholes:
            total = Fraction(item.quantity.value or 0)
            near = abs(total - value) * _FINE <= total and digits(item.quantity) >= _FEW
            first, _ = sketch.sentences[max(item.sentence - 1, 0)]
            told = self.state.readings.says("wealth_whole", max(first, item.place - _FAR), item.place)
            if near and told and agrees(item.quantity, parts):
                return item
        return None

    def _debt(self, window: tuple[int, int]) -> Item | None:
        sketch = self.state.sketch
        for rule in self.state.grammar.active(sketch.text, ["wealth_debt"], sketch.needs):
            for match in rule.pattern.finditer(sketch.text, *window):
                return self.state.item(match.start("part"))
        return None

    def _read_things(self, owner: _Class, end: int) -> None:
        """The things listed after the amount of a class that come to it to the last digit."""
        rest = Fraction(owner.item.quantity.value or 0)
        things: list[Item] = []
        for item in self.state.sketch.between(owner.item.place + 1, end)[:_MOST]:
            value = item.quantity.value
            if item.quantity.kind != "money" or not value or item.quantity.per:
                continue
            if value > rest or value == owner.item.quantity.value:
                return
            things.append(item)
            rest -= Fraction(value)
            if not rest:
                break
        if rest or len(things) < _TWO:
            return
        names = [
            self._thing(before, item) for before, item in zip([owner.item, *things], things, strict=False)
        ]
        self._write(owner.item, things, names)

    def _thing(self, before: Item, item: Item) -> str:
        """What stands between two amounts, without its number, where it comes from and that it is worth something."""
        sketch, grammar = self.state.sketch, self.state.grammar
        start = max(before.place + 1, sketch.sentences[item.sentence][0])
        lead = grammar.starts("lead", sketch.text, start, item.place)
        words = " ".join(sketch.words(lead.end() if lead else start, item.place).split())
        lead = grammar.starts("wealth_number", words, 0, len(words))
        words = words[lead.end() :] if lead else words
        tail = grammar.search("wealth_tail", words, 0, len(words))
        return words[: tail.start()] if tail else words

    def _write(
        self, whole: Item, parts: Sequence[Item], names: Sequence[str], debt: Item | None = None
    ) -> None:
        regions = tuple(Region(part.place, part.place + 1) for part in parts)
        rule = next(self.state.grammar.rules("wealth"))
        reading = Reading(Whole(whole, True), tuple(parts), regions, True)
        names = names if all(names) else ()
        self.state.ledger.add(rule, "sum", reading, names=names, less=debt.quantity if debt else None)


def _groups(classes: Iterator[_Class]) -> list[list[_Class]]:
    """One group for each declaration: a class that comes again starts another one."""
    groups: list[list[_Class]] = []
    for each in classes:
        if not groups or any(each.key == known.key for known in groups[-1]):
            groups.append([])
        groups[-1].append(each)
    return groups


def _first(items: Sequence[Item], value: Fraction) -> Item | None:
    return next((item for item in items if item.quantity.value == value), None)


def _is_amount(quantity: Quantity) -> bool:
    """Whether a figure is money, or so large a one without a noun that it can be nothing else."""
    if quantity.kind == "money":
        return quantity.value is not None and not quantity.per
    bare = quantity.kind == "count" and quantity.span.text[-1:].isdecimal()
    return bare and (quantity.value or 0) >= _BARE
