"""Figures that the text gives twice: in the headline and in the body, in a quote and beside it, in two sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import regex

from beritaextract.facts.grammar import prints_unit
from beritaextract.facts.sketch import Sketch
from beritaextract.facts.slips import SCALES, slip
from beritaextract.facts.stated import (
    CLASSIFIERS,
    MANY_DIGITS,
    PEOPLE,
    Stated,
    are_alike,
    are_near,
    digits_of,
    is_slip,
    lasts,
    unit_of,
)
from beritaextract.facts.subjects import count_shared, subjects_of
from beritaextract.mentions import Mentions
from beritaextract.model import Quantity
from beritaextract.rules import SYMBOLS

__all__ = ["Restatement", "find"]

_SYMBOLS = regex.compile(f"[{SYMBOLS['money']}-{SYMBOLS['regulation']}]")
_DEFINITE = regex.compile(r"\s(?:itu|tersebut)\b")
_TAKEN_UP = regex.compile(r"((?:\s\p{L}+){0,2}?)\s(?:itu|tersebut)\b")
_SCALE = regex.compile(r"(?i)\b(?:ribu|rb|juta|jt|mil(?:i|y|iy)ar|tril(?:i|y|iy)un)")
_PLANNED = regex.compile(
    r"\b(?:semestinya|seharusnya|sedianya|target|kuota|kapasitas|rencananya|semula|sebelumnya)\b",
    regex.IGNORECASE,
)
_LEDE, _NEAR, _MANY_FIGURES = 2, 8, 60
_SHIFTED = (10, 100, *SCALES)
_COLLECTIVE = regex.compile(
    r"\b[Kk]e(?P<number>dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s(?P<unit>\p{Ll}+)\s(?:itu|tersebut|ini)\b"
)
_NUMBERS = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_OTHERS = regex.compile(r"\s(?:lain|lainnya|lagi)\b")
_SAYS_NOTHING = regex.compile(
    r"\b(?:sekarang|kini|nilai(?:nya)?|baru|memang|justru|saja|angka(?:nya)?)\b", regex.IGNORECASE
)
"""Words of a quote that say nothing new of its figure."""

Kind = Literal["repeated", "headline", "quoted"]


@dataclass(frozen=True, slots=True)
class Restatement:
    """A figure and those that may say the same once more, the likeliest first.

    ``rival`` is the one that can be about nothing else, so that it contradicts where none of ``told`` agrees.
    """

    kind: Kind
    stated: Quantity
    told: tuple[Quantity, ...]
    rival: Quantity | None = None


def find(mentions: Mentions, sketches: Sequence[Sketch]) -> Iterator[Restatement]:
    """What the text states more than once."""
    bodies: list[Stated] = []
    others: list[Stated] = []
    quotes = [quote.span for quote in mentions.quotes if quote.kind == "direct"]
    for sketch in sketches:
        if not sketch.items or len(sketch.items) > _MANY_FIGURES:
            continue
        place = sketch.items[0].quantity.span.start
        section = next((each for each in mentions.sections if each.start <= place < each.end), None)
        is_body = section is None or section.kind in ("body", "dateline")
        for item in sketch.items:
            quantity = item.quantity
            if not quantity.malformed:
                start = quantity.span.start
                quoted = is_body and any(span.start <= start < span.end for span in quotes)
                (bodies if is_body else others).append(Stated(quantity, item, sketch, quoted))
    for figure in others:
        if restatement := _in_headline(figure, bodies):
            yield restatement
    yield from _in_body(bodies)


def _in_headline(head: Stated, bodies: Sequence[Stated]) -> Restatement | None:
    stated = head.quantity
    alike = [each for each in bodies if are_alike(stated, each.quantity)]
    if stated.value is None or not alike:
        return None
    told = [each for each in alike if not _PLANNED.search(each.clause)]
    told.sort(key=lambda each: _distance(stated, each.quantity))
    rival = _rival_of_headline(head, alike, bodies)
    quantities = tuple(each.quantity for each in told)
    return Restatement("headline", stated, quantities, rival) if quantities or rival else None


def _rival_of_headline(head: Stated, alike: Sequence[Stated], bodies: Sequence[Stated]) -> Quantity | None:
    """The figure of the first sentences that is about what the headline is about."""
    stated = head.quantity
    if stated.modifier != "exact" or lasts(stated) or head.sentence == head.sentence.lower():
        return None
    if stated.kind == "count" and not prints_unit(stated):
        return None
    firm = [each for each in alike if each.quantity.value is not None and not _PLANNED.search(each.clause)]
    if any(each.quantity.value == stated.value and not _PLANNED.search(each.clause) for each in bodies):
        return None
    if _comes_from(stated, [each.quantity for each in firm]):
        return None
    subjects = subjects_of(head.sentence)
    only = len({each.quantity.value for each in firm}) == 1
    for each in firm:
        if each.item.sentence < _LEDE and each.quantity.modifier in ("exact", "about"):
            shared = count_shared(subjects, each.sentence) + _shares_unit(stated, each)
            if shared + (only and stated.kind == "percent") >= 2 and is_slip(stated, each.quantity):
                return each.quantity
            if shared >= 3 and only and _is_of_headline(head, each):
                return each.quantity
    return None


def _shares_unit(stated: Quantity, figure: Stated) -> bool:
    """Whether what the headline counts is named with the figure, or just before it."""
    mine = unit_of(stated)
    theirs = unit_of(figure.quantity)
    if stated.kind != "count" or mine == theirs:
        return stated.kind == "count"
    return {mine, theirs} <= PEOPLE or mine in figure.opening.casefold()


def _is_of_headline(head: Stated, figure: Stated) -> bool:
    """Whether the only figure of its kind can be about nothing but what that of the headline is about."""
    stated, other = head.quantity, figure.quantity
    both_become = head.is_outcome and figure.is_outcome
    if other.modifier != "exact" or other.value is None or (figure.is_of_another and not both_become):
        return False
    if figure.item.sentence == 0 and _is_shifted(stated, other):
        return _prints_scale(stated) == _prints_scale(other)
    if not are_near(stated, other):
        return False
    if min(digits_of(stated), digits_of(other)) >= MANY_DIGITS:
        return True
    told = subjects_of(head.modifier)
    if figure.item.sentence:
        return False
    return stated.kind == "count" if not told else count_shared(told, figure.closing) > 0


def _is_shifted(stated: Quantity, other: Quantity) -> bool:
    """Whether the one has a digit, a comma or a scale word more."""
    wanted, value = Fraction(other.value or 0), Fraction(stated.value or 0)
    if any(value == wanted * times or wanted == value * times for times in _SHIFTED):
        return True
    return slip(stated, wanted) in ("dropped", "extra")


def _prints_scale(quantity: Quantity) -> bool:
    return _SCALE.search(quantity.span.text) is not None


def _in_body(figures: Sequence[Stated]) -> Iterator[Restatement]:
    groups: dict[tuple[str, str], list[Stated]] = {}
    for figure in figures:
        quantity = figure.quantity
        if quantity.value is not None:
            unit = unit_of(quantity)
            groups.setdefault((quantity.kind, "" if unit in PEOPLE else unit), []).append(figure)
    for group in groups.values():
        if len(group) > 1:
            yield from _repeated(group)
    for figure in figures:
        if figure.quoted and (restatement := _quoted(figure, figures)):
            yield restatement
    yield from _taken_up(figures)
    yield from _collected(figures)


def _repeated(group: Sequence[Stated]) -> Iterator[Restatement]:
    known: dict[object, Quantity] = {}
    told: set[object] = set()
    for figure in group:
        quantity = figure.quantity
        first = known.setdefault(quantity.value, quantity)
        if first is not quantity and quantity.value not in told and _tells(figure):
            told.add(quantity.value)
            yield Restatement("repeated", first, (quantity,))
    if len(known) == 2:
        for before, after in _pairs(group):
            if _is_same(before, after):
                yield Restatement("repeated", before.quantity, (), after.quantity)
                return


def _quoted(figure: Stated, figures: Sequence[Stated]) -> Restatement | None:
    """What a quote gives, and what the narration gives right before it."""
    near = [
        each
        for each in figures
        if not each.quoted
        and 0 <= figure.item.sentence - each.item.sentence <= _LEDE
        and are_alike(each.quantity, figure.quantity)
        and (unit_of(figure.quantity) not in CLASSIFIERS or _shares_unit(each.quantity, figure))
    ]
    told = tuple(
        each.quantity
        for each in near
        if are_near(each.quantity, figure.quantity) and (_tells(figure) or _tells(each))
    )
    rival = near[0].quantity if len(near) == 1 and _says_it_again(near[0], figure, figures) else None
    return Restatement("quoted", figure.quantity, told, rival) if told or rival else None


def _pairs(group: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The figures of two values in different sentences near each other, but for a quote right behind its narration."""
    for number, before in enumerate(group):
        for after in group[number + 1 :]:
            gap = after.item.sentence - before.item.sentence
            answers = after.quoted and not before.quoted and gap == 1
            differ = before.quantity.value != after.quantity.value
            if before.sketch is after.sketch and 0 < gap <= _NEAR and differ and not answers:
                yield before, after


def _is_same(before: Stated, after: Stated) -> bool:
    """Whether two figures of one unit can only be about the same thing."""
    first, second = before.quantity, after.quantity
    if not _are_exact(first, second) or first.kind == "percent" or after.is_of_another:
        return False
    if first.kind == "count" and not (prints_unit(first) and prints_unit(second)):
        return False
    if is_slip(first, second):
        shared = count_shared(subjects_of(before.sentence), after.sentence)
        known = first.kind == "count" or _DEFINITE.match(after.sketch.text, after.item.place + 1)
        return shared >= 2 or (
            bool(known) and shared > 0 and slip(first, Fraction(second.value or 0)) == "swap"
        )
    if first.kind != "count" or _SYMBOLS.search(after.clause) or before.is_of_another:
        return False
    if not after.modifier or after.modifier != before.modifier or not are_near(first, second):
        return False
    subjects = subjects_of(after.clause)
    return (
        count_shared(subjects, before.sentence) == len(subjects) > 1
        and count_shared(subjects, before.clause) > 1
    )


def _taken_up(figures: Sequence[Stated]) -> Iterator[Restatement]:
    """ "15 ambulans itu" behind a sentence of 12 ambulances, if nothing has told of 15 before."""
    for number, after in enumerate(figures):
        named = _TAKEN_UP.match(after.sketch.text, after.item.place + 1)
        if named is None or after.quantity.kind == "percent" or after.is_of_another:
            continue
        alike = [each for each in figures[:number] if _is_one_kind(each.quantity, after.quantity)]
        near = [each for each in alike if after.item.sentence - each.item.sentence == 1]
        if any(each.quantity.value == after.quantity.value for each in alike) or len(near) != 1:
            continue
        if near[0].sketch is after.sketch and _is_taken_up(near[0], after, named[1]):
            yield Restatement("repeated", near[0].quantity, (), after.quantity)


def _is_one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether the second may count what the first does, in a word or more: "11 orang", "11 korban tewas"."""
    if are_alike(one, other) or not one.kind == other.kind == "count":
        return are_alike(one, other)
    mine, theirs = unit_of(one), unit_of(other)
    return theirs.startswith(f"{mine} ") or (mine in PEOPLE and theirs.partition(" ")[0] in PEOPLE)


def _is_taken_up(before: Stated, after: Stated, words: str) -> bool:
    """Whether the words between a figure and *itu* name what is counted before; a few of many may be a part of them."""
    first, second = before.quantity, after.quantity
    if (
        not _are_exact(first, second)
        or not are_near(first, second)
        or (before.is_of_another and not before.is_outcome)
    ):
        return False
    if first.kind == "money":
        told = subjects_of(" ".join(after.opening.split()[-1:]))
        return bool(told) and not words.strip() and count_shared(told, before.clause) > 0
    mine, theirs = unit_of(first), unit_of(second)
    named = "" if mine == theirs else theirs.removeprefix(mine)
    told = subjects_of(" ".join(word for word in f"{named} {words}".split() if word not in PEOPLE))
    if count_shared(told, before.clause) < len(told) or (
        not told and (mine != theirs or theirs in CLASSIFIERS)
    ):
        return False
    return (second.value or 0) > (first.value or 0) or is_slip(first, second)


def _collected(figures: Sequence[Stated]) -> Iterator[Restatement]:
    """ "Keempat tersangka itu" behind a sentence of three; fewer may be some of them."""
    small = (
        each
        for each in figures
        if each.quantity.kind == "count" and (each.quantity.value or 0) < len(_NUMBERS)
    )
    for sketch in {id(figure.sketch): figure.sketch for figure in small}.values():
        for match in _COLLECTIVE.finditer(sketch.text):
            sentence = sketch.sentence(match.start())
            alike = [
                each
                for each in figures
                if each.sketch is sketch
                and each.item.place < match.start()
                and unit_of(each.quantity) == match["unit"]
            ]
            count = _NUMBERS.index(match["number"]) + 2
            near = [each for each in alike if sentence - each.item.sentence == 1]
            if len(near) != 1 or any(each.quantity.value == count for each in alike):
                continue
            (before,) = near
            if (
                before.is_of_another
                or not 1 < (before.quantity.value or 0) < count
                or _OTHERS.match(before.closing)
            ):
                continue
            span = sketch.span(*match.span("number"))
            told = {"value": count, "low": count, "high": count, "step": 0, "span": span}
            yield Restatement("repeated", before.quantity, (), before.quantity.model_copy(update=told))


def _are_exact(first: Quantity, second: Quantity) -> bool:
    exact = (
        first.modifier == "exact" == second.modifier and first.value is not None and second.value is not None
    )
    return exact and first.per == second.per and not lasts(first) and not lasts(second)


def _says_it_again(before: Stated, after: Stated, figures: Sequence[Stated]) -> bool:
    """Whether the clause of a quote has nothing new to the sentence before it but the figure."""
    if not _are_exact(before.quantity, after.quantity) or after.item.sentence - before.item.sentence > 1:
        return False
    if (
        after.is_of_another
        or (before.is_of_another and not before.is_outcome)
        or _SYMBOLS.search(after.clause)
    ):
        return False
    around = (before.item.sentence, after.item.sentence)
    alike = [
        each for each in figures if each.item.sentence in around and are_alike(before.quantity, each.quantity)
    ]
    subjects = subjects_of(_SAYS_NOTHING.sub("", after.clause))
    known = f"{before.clause} {before.quantity.unit or ''}"
    strange = len(subjects) - count_shared(subjects, known)
    is_turned = slip(before.quantity, Fraction(after.quantity.value or 0)) == "swap"
    return len(alike) == 2 and len(subjects) > 0 and strange <= is_turned


def _tells(figure: Stated) -> bool:
    """Whether a figure is so odd that two of it are one and the same, or is said to be known."""
    quantity = figure.quantity
    if lasts(quantity):
        return False
    if _DEFINITE.match(figure.sketch.text, figure.item.place + 1):
        return True
    least = 3 if quantity.kind == "count" and (quantity.unit or "").casefold() in PEOPLE else 2
    return digits_of(quantity) >= least or (quantity.kind == "count" and bool(figure.modifier))


def _comes_from(stated: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether it is the sum of others, or the difference of two."""
    values = [Fraction(each.value) for each in others if each.value is not None]
    wanted = Fraction(stated.value or 0)
    return sum(values) == wanted or any(
        wanted in (one + two, abs(one - two)) for one in values for two in values if one != two
    )


def _distance(stated: Quantity, other: Quantity) -> Fraction:
    value = other.value if other.value is not None else other.low if other.low is not None else other.high
    return abs(Fraction(value or 0) - Fraction(stated.value or 0))
