"""Quantities: hits of the money, percent, measure and count rules → typed amounts with modifier and `per`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias, cast

import regex

from beritaextract.interval import bounds
from beritaextract.mentions.memo import Memo
from beritaextract.mentions.scan import Hit
from beritaextract.model import Modifier, Number, Quantity, QuantityKind, Span
from beritaextract.rules import Rule, RuleBook
from beritaextract.values import CURRENCIES, Reading, read_amount, read_number

__all__ = ["QuantityFinder"]

Groups: TypeAlias = Mapping[str, str | None]

_KINDS: dict[str, QuantityKind] = {
    "money": "money",
    "percents": "percent",
    "measures": "measure",
    "counts": "count",
}
_PER = {
    "hari": "day", "pekan": "week", "minggu": "week", "bulan": "month", "bln": "month", "tahun": "year",
    "thn": "year", "jam": "hour", "menit": "minute", "detik": "second", "semester": "semester",
    "triwulan": "quarter", "kuartal": "quarter", "malam": "night", "orang": "person", "jiwa": "person",
    "liter": "litre", "l": "litre", "kilogram": "kg", "kilo": "kg", "kg": "kg", "kk": "household",
    "kepala keluarga": "household", "keluarga": "household", "mw": "MW", "unit": "unit",
}  # fmt: skip
_DURATIONS = frozenset((
    "tahun", "thn", "bulan", "bln", "pekan", "minggu", "hari", "jam", "menit", "mnt", "dekade", "dasawarsa", "abad",
    "windu", "semester", "triwulan", "kuartal", "caturwulan", "malam",
))  # fmt: skip
_PERCENT = frozenset(("%", "persen", "prosen", "percent", "pct"))
_SCALE_TAIL = re.compile(r"(?<=\d)\s?(ribu|rb|juta|jt|mil(?:i|y|iy)ar|tril(?:i|y|iy)un|[mtk])$")
_WITHIN: tuple[Modifier, ...] = ("about", "at_least")
_WINDOW = 60
_NEAR_HEADS = 160
_SAME_PARAGRAPH = 1500
# What may stand between an amount of money and a further one that leaves its currency out.
_AND = frozenset((", ", " dan ", " atau ", " serta ", ", dan ", ", serta "))


@dataclass(slots=True)
class _Draft:
    """A quantity before it has its number in the article."""

    kind: QuantityKind
    start: int
    end: int
    rule: str
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    step: Number = 0
    unit: str | None = None
    modifier: Modifier = "exact"
    per: str | None = None
    malformed: bool = False
    shareable: bool = False
    each: bool = False
    downwards: bool = False


class QuantityFinder:
    """Turns hits into quantities; holds the context rules, those before an amount as one reversed pattern."""

    def __init__(self, book: RuleBook) -> None:
        rules = book.rules("contexts")
        before = [rule for rule in rules if rule.fields.get("side") == "before"]
        self._before = [rule for rule in before if "unit" not in rule.pattern.groupindex]
        self._after = [rule for rule in rules if rule.fields.get("side") == "after"]
        self._before_pattern = _any_of(self._before, regex.REVERSE)
        self._after_pattern = _any_of(self._after, 0)
        nouns = [rule for rule in before if "unit" in rule.pattern.groupindex]
        self._noun_pattern = _any_of(nouns, regex.REVERSE)
        self._last_words = Memo(self._may_modify, 2_000)

    def build(self, hits: list[Hit], text: str) -> tuple[Quantity, ...]:
        """The quantities of ``hits``, which are in the order of the text."""
        drafts: list[_Draft] = []
        for hit in hits:
            draft = self._draft(hit, text)
            if draft is not None and not (drafts and draft.start < drafts[-1].end):
                if drafts:
                    _share_currency(drafts[-1], draft, text)
                drafts.append(draft)
        _inherit_units(drafts, text)
        _share_out(drafts, text)
        return tuple(_finished(draft, number, text) for number, draft in enumerate(drafts, start=1))

    def _draft(self, hit: Hit, text: str) -> _Draft | None:
        rule, match = hit
        groups = match.groupdict()
        start, end = match.span("span") if "span" in groups else match.span()
        if groups.get("between"):
            start = match.end("between") + 1
        draft = _Draft(_KINDS[rule.kind], start, end, rule.id)
        if not _read(draft, groups, rule.fields):
            return None
        draft.unit = _unit(draft.kind, groups, rule.fields)
        _set_precision(draft, groups)
        for modifier in _WITHIN:
            if groups.get(modifier) and draft.modifier == "exact":
                draft.modifier = modifier
        self._look_before(draft, text)
        self._look_after(draft, text)
        return draft

    def _look_before(self, draft: _Draft, text: str) -> None:
        window = max(0, draft.start - _WINDOW)
        if draft.kind == "count" and draft.unit is None:
            noun = self._noun_pattern.match(text, window, draft.start)
            draft.unit = noun["unit"] if noun else None
        if not self._last_words[
            text[text.rfind(" ", window, max(window, draft.start - 1)) + 1 : draft.start]
        ]:
            return
        found = self._before_pattern.match(text, window, draft.start)
        if found is None:
            return
        fields = _winner(found, self._before).fields
        if "each" in fields:
            draft.each = True
        elif draft.modifier == "exact":
            draft.modifier = cast(Modifier, fields["modifier"])
            draft.downwards = "downwards" in fields

    def _may_modify(self, word: str) -> bool:
        """Whether a context rule can end with the word that stands right before an amount."""
        return self._before_pattern.match(word, partial=True) is not None

    def _look_after(self, draft: _Draft, text: str) -> None:
        """A modifier, then what the amount is counted per, which belongs to the span."""
        position = draft.end
        while draft.per is None:
            found = self._after_pattern.match(text, position, position + _WINDOW)
            if found is None:
                return
            modifier = _winner(found, self._after).fields.get("modifier")
            if modifier is None:
                groups = found.groupdict()
                per = groups["period"] or groups["per"]
                draft.per = _PER.get(per.casefold(), per)
                if position == draft.end:
                    draft.end = found.end()
            elif draft.modifier in ("exact", "about"):
                draft.modifier = cast(Modifier, modifier)
            position = found.end()


def _any_of(rules: list[Rule], flags: int) -> regex.Pattern[str]:
    """One pattern for all the rules; the group ``r`` and its index is the rule that matched."""
    body = "|".join(f"(?P<r{index}>{rule.pattern.pattern})" for index, rule in enumerate(rules))
    return regex.compile(body or "(?!)", flags)


def _winner(found: regex.Match[str], rules: list[Rule]) -> Rule:
    return next(rule for index, rule in enumerate(rules) if found[f"r{index}"] is not None)


def _read(draft: _Draft, groups: Groups, fields: Mapping[str, str]) -> bool:
    """Fills value, ends and step from the number groups; False where there is no number in them."""
    read = read_amount if draft.kind == "money" else read_number
    if groups.get("high"):
        low_text, high_text = str(groups["value"]).casefold(), str(groups["high"]).casefold()
        high = read(high_text)
        tail = _SCALE_TAIL.search(high_text)
        scale = tail[1] if tail and not _SCALE_TAIL.search(low_text) else None
        low = read_number(low_text, scale) if scale else read(low_text)
        if low is None or high is None or low.value is None or high.value is None or low.value > high.value:
            return False
        draft.low, draft.high, draft.modifier = low.value, high.value, "range"
        return True
    printed = (groups.get("value") or fields["value"]).casefold()
    reading: Reading | None = Reading(None, malformed=True) if fields.get("malformed") else read(printed)
    if reading is None:
        return False
    draft.value, draft.step, draft.malformed = reading.value, reading.step, reading.malformed
    if groups.get("minutes") and reading.value is not None:
        draft.value = 60 * int(str(groups["minutes"])) + reading.value
    if fields.get("sign") and draft.value is not None:
        draft.value = -draft.value
    draft.shareable = not printed.isdigit()
    return True


def _unit(kind: QuantityKind, groups: Groups, fields: Mapping[str, str]) -> str | None:
    if kind == "money":
        form = groups.get("currency") or groups.get("currency_word")
        if form is None:
            return fields["unit"]
        return CURRENCIES.get(" ".join(form.casefold().split()), form)
    if kind == "percent":
        form = str(groups["percent"]).casefold()
        return "%" if form in _PERCENT else form
    return groups.get("unit") or fields.get("unit")


def _set_precision(draft: _Draft, groups: Groups) -> None:
    """Whole measures and percentages are rounded to the unit; durations and counts are what they say."""
    rounds = draft.kind == "percent" or (
        draft.kind == "measure" and (draft.unit or "").casefold() not in _DURATIONS
    )
    if draft.step == 0 and rounds and str(groups.get("value") or "").isascii():
        draft.step = 1


def _share_currency(before: _Draft, draft: _Draft, text: str) -> None:
    """``Rp5 juta dan 10 juta``: the second amount has the first one's currency."""
    if (
        before.kind == "money"
        and draft.kind == "count"
        and draft.unit is None
        and draft.shareable
        and text[before.end : draft.start] in _AND
    ):
        draft.kind, draft.unit = "money", before.unit


def _inherit_units(drafts: list[_Draft], text: str) -> None:
    """A bare count is of what was counted last in its paragraph, else of what its sentence counts next."""
    last: _Draft | None = None
    for draft in drafts:
        if draft.kind != "count":
            continue
        if draft.unit is not None:
            last = draft
        elif (
            last is not None
            and draft.start - last.end < _SAME_PARAGRAPH
            and "\n" not in text[last.end : draft.start].strip(" \n-•*")
        ):
            draft.unit = last.unit
            last = draft
    for draft, following in pairwise(drafts):
        if draft.kind == "count" and draft.unit is None and following.kind == "count":
            between = text[draft.end : following.start]
            if "\n" not in between and ". " not in between:
                draft.unit = following.unit


def _share_out(drafts: list[_Draft], text: str) -> None:
    """``35 ahli waris, masing-masing Rp42 juta``: the amount is per head, unless further amounts follow."""
    last: _Draft | None = None
    for draft, following in pairwise([*drafts, None]):
        if draft is None:
            return
        if draft.kind == "count" and draft.unit is not None:
            last = draft
        elif draft.each and draft.kind == "money" and draft.per is None and last is not None:
            listed = following is not None and text[draft.end : following.start] in _AND
            if not listed and draft.start - last.end < _NEAR_HEADS:
                unit = str(last.unit)
                draft.per = _PER.get(unit.casefold(), unit)


def _finished(draft: _Draft, number: int, text: str) -> Quantity:
    low, high = draft.low, draft.high
    if draft.modifier != "range" and draft.value is not None:
        low, high = bounds(draft.value, draft.step, draft.modifier, downwards=draft.downwards)
    return Quantity(
        id=f"q{number}",
        kind=draft.kind,
        value=draft.value,
        low=low,
        high=high,
        unit=draft.unit,
        modifier=draft.modifier,
        per=draft.per,
        step=draft.step,
        malformed=draft.malformed,
        span=Span(start=draft.start, end=draft.end, text=text[draft.start : draft.end]),
        rule=draft.rule,
    )
