"""Rates: contributions, benefits, prices, fares and wages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, cast

import regex

from beritaextract.facts.claims.events import closest
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Quantity, Rate
from beritaextract.rules import SYMBOLS, Rule

__all__ = ["KIND"]

Sort = Literal["contribution", "benefit", "price", "fare", "wage"]

_ROLES = ("rate", "class")
_LEAD = 60
_SIZES = (SYMBOLS["count"], SYMBOLS["measure"])
"""What belongs to a label right before the amount: "Harga gula 2 kg: Rp30.000"."""
_METERED = frozenset({"m3", "kWh", "meter kubik", "kubik"})
_MOST_STEPS = 12
_SENTENCES_BACK = 3
_LINES_BACK = 60
_LEADS_BACK = 2
_APART = 100
"""How many times the amount before one in the same list may be."""
_JOINTS = frozenset({":", "=", "-", "–"})
"""What stands between a label and its amount in a list."""
_MOVING = frozenset({"price", "fare", "wage"})
_FOR_WHOM = frozenset({"benefit", "contribution", "fare"})


def _find(scene: Scene, grammar: Grammar) -> Iterator[Rate]:
    """The rates of one text, in its order; headline and captions only repeat what the body says."""
    drawing = scene.drawing
    paragraphs = drawing.with_money
    if not paragraphs or not (
        grammar.occurs(paragraphs, _ROLES, drawing.needs)
        or grammar.occurs(drawing.paragraphs, ("header",), drawing.needs)
    ):
        return
    for sketch in drawing.sketches[:1]:
        drafts = _Reader(sketch, grammar).read()
        for place in sorted(drafts):
            yield drafts[place].rate()


KIND = Kind("rates", "t", _find)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A rate with what is said of it."""

    sketch: Sketch
    kind: Sort
    label: tuple[int, int]
    item: Item
    condition: tuple[int, int] | None
    entitled: tuple[int, int] | None
    rule: Rule
    heading: tuple[int, int] | None = None
    """What stands above a list and belongs to the label of each of its lines: *harga emas*."""

    def rate(self) -> Rate:
        told = (self.heading, self.label, self.condition, self.entitled)
        spans = [self.sketch.span(*ends) for ends in told if ends]
        spans.append(self.item.quantity.span)
        return Rate(
            kind=self.kind,
            label=" ".join(filter(None, (self._words(self.heading), self._words(self.label)))),
            amount=self.item.quantity,
            condition=self._words(self.condition),
            entitled=self._words(self.entitled),
            evidence=tuple(sorted(spans, key=lambda span: span.start)),
            rule=self.rule.id,
        )

    def _words(self, ends: tuple[int, int] | None) -> str | None:
        return self.sketch.span(*ends).line if ends else None


class _Reader:
    """Reads the sentences that hold an amount of money."""

    def __init__(self, sketch: Sketch, grammar: Grammar) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.text = sketch.text
        self._drafts: dict[int, _Draft] = {}

    def read(self) -> dict[int, _Draft]:
        """The rates by where their amounts stand."""
        for number in sorted({item.sentence for item in self.sketch.items if item.quantity.kind == "money"}):
            start, end = self.sketch.sentences[number]
            for rule in self.grammar.active(self.text[start:end], _ROLES, self.sketch.needs):
                for match in rule.pattern.finditer(self.text, start, end):
                    self._read_match(rule, closest(rule, match))
        rest = [item for item in self.sketch.items if item.quantity.kind == "money" and item.quantity.value]
        for item in rest:
            if item.place not in self._drafts:
                self._read_line(item)
        for item in rest:
            if item.place not in self._drafts:
                self._read_goods(item)
        return self._drafts

    def _read_line(self, item: Item) -> None:
        """A line of a price list: "1 gram: Rp1.932.000" below a line that speaks of prices."""
        if self.text[item.place - 2 : item.place].strip() not in _JOINTS:
            return
        start, end = self.sketch.sentences[item.sentence]
        rule = next(self.grammar.rules("line"))
        match = rule.pattern.match(self.text, start, end)
        found = self._header(item.sentence) if match and match.start("amount") == item.place else None
        if match and found:
            header, heading = found
            self._add(cast(Sort, header.fields["kind"]), match.span("label"), item, rule)
            self._drafts[item.place] = replace(self._drafts[item.place], heading=heading.span("heading"))

    def _header(self, number: int) -> tuple[Rule, regex.Match[str]] | None:
        """What the lines before the list say that it is one of: the rule, and where it matches."""
        leads = 0
        for back in range(number - 1, max(-1, number - _LINES_BACK), -1):
            start, end = self.sketch.sentences[back]
            if any(rule.pattern.match(self.text, start, end) for rule in self.grammar.rules("line")):
                continue
            if self.grammar.search("no_header", self.text, start, end):
                return None
            for rule in self.grammar.rules("header"):
                if found := rule.pattern.search(self.text, start, end):
                    return rule, found
            leads += bool(self.text[start:end].strip())
            if leads == _LEADS_BACK:
                return None
        return None

    def _read_goods(self, item: Item) -> None:
        """An amount by weight or piece behind the name of goods, where the text speaks of prices."""
        per = item.quantity.per
        if per is None or not self.grammar.starts("trade", per, 0, len(per)) or not self._speaks_of_prices:
            return
        first, _ = self.sketch.sentences[item.sentence]
        low = max(first, item.place - _LEAD)
        if self.grammar.search("not_rate", self.text, low, item.place):
            return
        if self.grammar.search("no_price", self.text, first, item.place):
            return
        for rule in self.grammar.rules("goods"):
            match = rule.pattern.search(self.text, low, item.place)
            if match and not self.grammar.search("base", self.text, low, item.place):
                self._add_all("price", match.span("label"), item, rule)
                return

    @cached_property
    def _speaks_of_prices(self) -> bool:
        return "arga " in self.text

    def _read_match(self, rule: Rule, match: regex.Match[str]) -> None:
        item = self.sketch.item(match.start("amount"))
        if item is None or item.place in self._drafts or not self._holds(rule, match, item):
            return
        kind = cast(Sort, rule.fields["kind"])
        if kind in _MOVING:
            item = self._moved(item)
        if kind == "fare" and item.quantity.per in _METERED:
            kind = "price"
        self._add_all(kind, self._label(*match.span("label")), item, rule)

    def _moved(self, item: Item) -> Item:
        """What an amount has become since: "dulu Rp9.700, saat ini Rp10.000"."""
        _, end = self.sketch.sentences[item.sentence]
        found = self.grammar.starts("now", self.text, item.place + 1, end)
        now = self.sketch.item(found.start("amount")) if found else None
        return now if now is not None and _alike(item, now) else item

    def _add_all(self, kind: Sort, label: tuple[int, int], item: Item, rule: Rule) -> None:
        """A rate, and those that go on from it."""
        self._add(kind, label, item, rule)
        draft = self._drafts[item.place]
        for _ in range(_MOST_STEPS):
            after = self._next(draft)
            if after is None:
                break
            draft = after

    def _add(
        self,
        kind: Sort,
        label: tuple[int, int],
        item: Item,
        rule: Rule,
        condition: tuple[int, int] | None = None,
    ) -> None:
        condition = condition or self._after("condition", item)
        entitled = self._after("whom", item)
        if entitled is None and kind == "benefit":
            entitled = self._before("entitled", item, label[0])
        if entitled is None and kind in _FOR_WHOM:
            entitled = self._whom_in(label[0], item)
        self._drafts[item.place] = _Draft(self.sketch, kind, label, item, condition, entitled, rule)

    def _next(self, draft: _Draft) -> _Draft | None:
        """A further rate that goes on from one: under another condition, or of another label."""
        for role in ("goes_on", "item", "also"):
            for rule in self.grammar.rules(role):
                if found := self._further(draft, rule, listed=role != "goes_on"):
                    return found
        return None

    def _further(self, draft: _Draft, rule: Rule, *, listed: bool) -> _Draft | None:
        """The rate that a rule finds right behind one; ``listed`` where both must be of the same size."""
        _, end = self.sketch.sentences[draft.item.sentence]
        match = rule.pattern.match(self.text, draft.item.place + 1, end)
        item = self.sketch.item(match.start("amount")) if match else None
        if match is None or item is None or item.place in self._drafts:
            return None
        if listed and not _alike(draft.item, item):
            return None
        groups = rule.pattern.groupindex
        if "condition" in groups:
            self._add(draft.kind, draft.label, item, rule, match.span("condition"))
        else:
            label = self._label(*match.span("label")) if "label" in groups else draft.label
            named = self.grammar.search("benefit_label", self.text, *label)
            self._add("benefit" if named else draft.kind, label, item, rule)
        return self._drafts[item.place]

    def _holds(self, rule: Rule, match: regex.Match[str], item: Item) -> bool:
        first, last = self.sketch.sentences[item.sentence]
        low = max(first, match.start() - _LEAD)
        quantity = item.quantity
        if quantity.value == 0 or self._is_over(rule, "most", quantity):
            return False
        if self.grammar.search("not_rate", self.text, low, item.place):
            return False
        if self.grammar.search("base", self.text, low, item.place):
            return False
        if rule.fields["kind"] == "price" and self.grammar.search("no_price", self.text, first, item.place):
            return False
        if rule.fields["role"] == "class":
            back, _ = self.sketch.sentences[max(0, item.sentence - _SENTENCES_BACK)]
            return bool(self.grammar.search("of_members", self.text, back, match.start()))
        asks = rule.fields.get("asks")
        if asks == "per":
            return quantity.per is not None or not self._is_over(rule, "small", quantity)
        if asks == "wage":
            return quantity.per is not None or bool(
                self.grammar.search("wage_words", self.text, match.start(), last)
                or self.grammar.search("earned", self.text, low, item.place)
            )
        if asks == "offered":
            return bool(self.grammar.search("offered", self.text, first, last))
        if asks == "limit":
            bounded = quantity.per is not None or quantity.modifier in ("at_most", "range")
            return bounded or bool(self.grammar.search("promised", self.text, low, item.place))
        return True

    def _is_over(self, rule: Rule, bound: str, quantity: Quantity) -> bool:
        """Whether an amount is larger than a bound of the rule; one in other money never is."""
        value = quantity.value if quantity.value is not None else quantity.high
        return quantity.unit == "IDR" and value is not None and value > int(rule.fields.get(bound, 10**15))

    def _label(self, start: int, end: int) -> tuple[int, int]:
        """The words that name what costs or pays, up to the first that leads to the amount."""
        if listed := self.grammar.search("namely", self.text, start, end):
            return listed.span("label")
        if cut := self.grammar.search("ends", self.text, start + 1, end):
            sized = cut.group() in _SIZES and not self.text[cut.end() : end].strip(" :=-–")
            end = cut.end() if sized else cut.start()
        end = start + len(self.text[start:end].rstrip())
        if self.grammar.starts("bare", self.text, start, end):
            first, _ = self.sketch.sentences[self.sketch.sentence(start)]
            if before := self.grammar.search("named_before", self.text, max(first, start - _LEAD), start):
                return before.span("label")
        return start, end

    def _after(self, role: str, item: Item) -> tuple[int, int] | None:
        _, end = self.sketch.sentences[item.sentence]
        group = "condition" if role == "condition" else "entitled"
        found = self.grammar.starts(role, self.text, item.place + 1, end)
        if found is None:
            return None
        words = self.sketch.words(*found.span(group))
        if group == "entitled" and self.grammar.search("not_person", words, 0, len(words)):
            return None
        return found.span(group)

    def _whom_in(self, start: int, item: Item) -> tuple[int, int] | None:
        """Who gets what a label names: "santunan kepada lansia"."""
        found = self.grammar.search("whom_in", self.text, start, item.place)
        if found is None or self.grammar.search("not_person", self.text, *found.span("entitled")):
            return None
        return found.span("entitled")

    def _before(self, role: str, item: Item, label: int) -> tuple[int, int] | None:
        first, _ = self.sketch.sentences[item.sentence]
        found = self.grammar.search(role, self.text, max(first, label - _LEAD), label)
        if found is None:
            return None
        start, end = found.span("entitled")
        if lead := self.grammar.starts("entitled_lead", self.text, start, end):
            start = lead.end()
        words = self.text[start:end]
        if not words or self.grammar.search("not_person", words, 0, len(words)):
            return None
        return start, end


def _alike(one: Item, other: Item) -> bool:
    """Whether two amounts can be of one list: the same money, and neither many times the other."""
    mine, theirs = one.quantity.value, other.quantity.value
    if not mine or not theirs or one.quantity.unit != other.quantity.unit:
        return False
    return max(mine, theirs) <= _APART * min(mine, theirs)
