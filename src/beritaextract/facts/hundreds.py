"""Shares that no phrase makes one whole: the percentages of a passage, which come to exactly 100."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from fractions import Fraction

import regex

from beritaextract.facts.breakdowns.labels import labelled
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Breakdown, Date, Quantity
from beritaextract.rules import SYMBOLS

__all__ = ["find"]

_ALL = Fraction(100)
_MOST = 8
_TWO = 2
_YEAR = len("2021")
_APART = 2
"""How many sentences on the next share may stand."""
_BESIDE = regex.compile(
    rf"(?:\(|\b(?:atau|setara|yakni|yaitu|sama\sdengan))\s?(?:(?:sekitar|sebesar|hanya|baru|dengan)\s)*+{SYMBOLS['percent']}"
    rf"|{SYMBOLS['percent']}(?:,?\s(?:atau|setara|yakni|yaitu)(?:\s\p{{L}}++){{0,2}}|\s?\()\s?[{SYMBOLS['money']}-{SYMBOLS['measure']}]"
)
"""A percentage that tells another figure once more, which is a part itself."""


def find(sketch: Sketch, grammar: Grammar, told: Set[int]) -> Iterator[Breakdown]:
    """The shares of one sketch that fill a whole, in the order of the text.

    Args:
        sketch: The sketch of the text.
        grammar: The rules of breakdowns, which tell what is no share and where a label ends.
        told: The places in the source of the percentages that are shares already.
    """
    shares = [item for item in sketch.items if item.quantity.kind == "percent"]
    if len(shares) < _TWO:
        return
    rule = next(grammar.rules("hundred"))
    seen: set[tuple[object, ...]] = set()
    at = 0
    while at < len(shares):
        run = _run(shares, at)
        if not run or not _are_shares(sketch, grammar, run, told):
            at += 1
            continue
        at += len(run)
        values = tuple(share.quantity.value for share in run)
        regions = [Region(*sketch.sentences[number]) for number in sorted({each.sentence for each in run})]
        parts = labelled(sketch, grammar, regions, run, total=run[0].quantity)
        if values not in seen and len({part.label for part in parts} - {""}) == len(run):
            seen.add(values)
            spans = tuple(share.quantity.span for share in run)
            yield Breakdown(relation="sum", total=None, parts=parts, evidence=spans, rule=rule.id)


def _run(shares: Sequence[Item], at: int) -> Sequence[Item]:
    """The shares from one on that come to 100; where the one behind them is the first again, those begin later."""
    rest = _ALL
    for end in range(at, min(at + _MOST, len(shares))):
        value = _value(shares[end].quantity)
        if value is None or (end > at and shares[end].sentence - shares[end - 1].sentence > _APART):
            return ()
        rest -= value
        if rest < 0:
            return ()
        if not rest:
            behind = shares[end + 1] if end + 1 < len(shares) else None
            again = behind is not None and behind.quantity.value == shares[at].quantity.value
            return () if again else shares[at : end + 1]
    return ()


def _value(quantity: Quantity) -> Fraction | None:
    """The value of a percentage that is meant as it stands, or nearly."""
    if quantity.value is None or quantity.per or quantity.modifier not in ("exact", "about"):
        return None
    value = Fraction(quantity.value)
    return value if 0 < value < _ALL else None


def _are_shares(sketch: Sketch, grammar: Grammar, run: Sequence[Item], told: Set[int]) -> bool:
    """Whether the shares are all the percentages of their sentences, differ, and no words speak against them."""
    first, last = run[0].sentence, run[-1].sentence
    start, end = sketch.sentences[first][0], sketch.sentences[last][1]
    inside = [item for item in sketch.between(start, end) if item.quantity.kind == "percent"]
    if len(inside) != len(run) or any(item.quantity.span.start in told for item in run):
        return False
    if (len(run) == _TWO and last - first > 1) or _is_nested(run):
        return False
    if _BESIDE.search(sketch.text, start, end) or grammar.search("apart", sketch.text, start, end):
        return False
    return not _are_times(sketch, start, end)


def _are_times(sketch: Sketch, start: int, end: int) -> bool:
    """Whether the percentages may be those of several times: "tahun lalu 31 persen"."""
    mentions = map(sketch.mentions.get, range(start, end))
    dates = [mention for mention in mentions if isinstance(mention, Date)]
    years = {each.value for each in dates if each.value and len(each.value) == _YEAR}
    return len(years) > 1 or any(each.span.text.endswith("lalu") for each in dates)


def _is_nested(run: Sequence[Item]) -> bool:
    """Whether all are one value, or one is what the next ones come to: 50 percent, of which 25 and 25."""
    values = [Fraction(share.quantity.value or 0) for share in run]
    if len(set(values)) == 1:
        return True
    return len(run) > _TWO and any(
        value == sum(values[number + 1 : end])
        for number, value in enumerate(values)
        for end in range(number + 3, len(values) + 1)
    )
