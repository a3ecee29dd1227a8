"""Figures that the text gives twice: in the headline and in the body, in a quote and beside it, in two sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import regex

from beritaextract.facts.grammar import prints_unit
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.facts.slips import slip
from beritaextract.facts.subjects import EMPTY, count_shared, subjects_of
from beritaextract.mentions import Mentions
from beritaextract.model import Quantity
from beritaextract.rules import SYMBOLS

__all__ = ["Restatement", "find"]

_ENDS = regex.compile(r"[,;:()\"“”.!?\n–—]")
_SYMBOLS = regex.compile(f"[{SYMBOLS['money']}-{SYMBOLS['regulation']}]")
_DEFINITE = regex.compile(r"\s(?:itu|tersebut)\b")
_SCALE = regex.compile(r"(?i)\b(?:ribu|rb|juta|jt|mil(?:i|y|iy)ar|tril(?:i|y|iy)un)")
_NEXT = regex.compile(r"\p{L}{3,}+")
_FROM = regex.compile(r"\bdari(?:\s(?:total|jumlah|sebanyak|sekitar|seluruh|target))?\s*+$")
_PART_OF = regex.compile(r"\s(?:di\santara|dari\s(?:total|jumlah|seluruh|keseluruhan|(?P<whole>\W)))")
_OF_ANOTHER = regex.compile(
    r"\b(?:kini|menjadi|jadi|bertambah|tambahan|ditambah|lagi|lain|lainnya|baru|sisa\p{L}*|sebelum\p{L}*|kemudian|tinggal"
    r"|berkurang|antara\p{L}*|masing-masing|per|setiap|tiap|hingga|sampai|pertama|kedua|terakhir|sementara"
    r"|sedangkan|awal\p{L}*|semula|target|menargetkan|termasuk|selebihnya|separuh|selanjutnya|berikutnya|lalu|dulu"
    r"|nanti|rencana\p{L}*|minimal|maksimal|jika|kalau|bila|seharusnya|semestinya|mestinya|bisa|ingin"
    r"|berharap|tidak|belum|bukan|tahun|bulan|pekan|minggu|rata-rata)\b",
    regex.IGNORECASE,
)
"""Words that make a figure another one: a part, a rest, another time, a plan."""
_PLANNED = regex.compile(
    r"\b(?:semestinya|seharusnya|sedianya|target|kuota|kapasitas|rencananya|semula|sebelumnya)\b",
    regex.IGNORECASE,
)
_PEOPLE = frozenset(
    {"orang", "jiwa", "warga", "penduduk", "korban", "pengungsi", "peserta", "pekerja", "calon haji"}
)
_CLASSIFIERS = frozenset({"orang", "jiwa", "unit", "buah", "ekor"})
_DURATIONS = frozenset({"tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit", "detik"})
_SHORT = {
    "kg": "kilogram", "km": "kilometer", "m": "meter", "ha": "hektare", "hektar": "hektare", "l": "liter", "g": "gram",
    "m2": "meter persegi", "m²": "meter persegi",
}  # fmt: skip
_LEDE, _NEAR, _MANY_FIGURES, _MANY_DIGITS = 2, 8, 60, 3

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


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with its sentence; ``quoted`` inside a direct quote."""

    quantity: Quantity
    item: Item
    sketch: Sketch
    quoted: bool = False

    @property
    def sentence(self) -> str:
        start, end = self.sketch.sentences[self.item.sentence]
        return self.sketch.text[start:end]

    @property
    def opening(self) -> str:
        """What stands before it, back to the last sign of punctuation."""
        start, _ = self.sketch.sentences[self.item.sentence]
        return _ENDS.split(self.sketch.text[start : self.item.place])[-1]

    @property
    def closing(self) -> str:
        """What stands behind it, up to the next sign of punctuation."""
        _, end = self.sketch.sentences[self.item.sentence]
        return _ENDS.split(self.sketch.text[self.item.place + 1 : end])[0]

    @property
    def clause(self) -> str:
        """What stands around it, without it."""
        return f"{self.opening} {self.closing}"

    @property
    def modifier(self) -> str:
        """The word right behind it: "6 perahu karet" has karet where perahu is the unit."""
        found = _NEXT.match(self.closing.lstrip())
        word = found.group().casefold() if found else ""
        return "" if word in EMPTY else word

    @property
    def is_of_another(self) -> bool:
        """Whether words around it make it a part, a rest, an earlier figure or a planned one."""
        if _FROM.search(self.opening) or _OF_ANOTHER.search(self.clause):
            return True
        part = _PART_OF.match(self.closing)
        if part is None or not part["whole"]:
            return part is not None
        whole = self.sketch.item(self.item.place + 1 + part.start("whole"))
        return whole is not None and _is_alike(self.quantity, whole.quantity)


def find(mentions: Mentions, sketches: Sequence[Sketch]) -> Iterator[Restatement]:
    """What the text states more than once."""
    bodies: list[_Figure] = []
    others: list[_Figure] = []
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
                (bodies if is_body else others).append(_Figure(quantity, item, sketch, quoted))
    for figure in others:
        if restatement := _in_headline(figure, bodies):
            yield restatement
    yield from _in_body(bodies)


def _in_headline(head: _Figure, bodies: Sequence[_Figure]) -> Restatement | None:
    stated = head.quantity
    alike = [each for each in bodies if _is_alike(stated, each.quantity)]
    if stated.value is None or not alike:
        return None
    told = [each for each in alike if not _PLANNED.search(each.clause)]
    told.sort(key=lambda each: _distance(stated, each.quantity))
    rival = _rival_of_headline(head, alike, bodies)
    quantities = tuple(each.quantity for each in told)
    return Restatement("headline", stated, quantities, rival) if quantities or rival else None


def _rival_of_headline(head: _Figure, alike: Sequence[_Figure], bodies: Sequence[_Figure]) -> Quantity | None:
    """The figure of the first sentences that is about what the headline is about."""
    stated = head.quantity
    if stated.modifier != "exact" or _lasts(stated) or head.sentence == head.sentence.lower():
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
            if shared >= 2 and _is_slip(stated, each.quantity):
                return each.quantity
            if shared >= 3 and only and _is_of_headline(head, each):
                return each.quantity
    return None


def _shares_unit(stated: Quantity, figure: _Figure) -> bool:
    """Whether what the headline counts is named with the figure, or just before it."""
    mine = _unit(stated)
    theirs = _unit(figure.quantity)
    if stated.kind != "count" or mine == theirs:
        return stated.kind == "count"
    return {mine, theirs} <= _PEOPLE or mine in figure.opening.casefold()


def _is_of_headline(head: _Figure, figure: _Figure) -> bool:
    """Whether the only figure of its kind can be about nothing but what that of the headline is about."""
    stated, other = head.quantity, figure.quantity
    if other.modifier != "exact" or figure.is_of_another or other.value is None:
        return False
    if figure.item.sentence == 0 and slip(stated, Fraction(other.value)) in ("dropped", "extra", "scale"):
        return _prints_scale(stated) == _prints_scale(other)
    if not _is_near(stated, other):
        return False
    if min(_significant(stated), _significant(other)) >= _MANY_DIGITS:
        return True
    told = subjects_of(head.modifier)
    return figure.item.sentence == 0 and bool(told) and count_shared(told, figure.closing) > 0


def _prints_scale(quantity: Quantity) -> bool:
    return _SCALE.search(quantity.span.text) is not None


def _in_body(figures: Sequence[_Figure]) -> Iterator[Restatement]:
    groups: dict[tuple[str, str], list[_Figure]] = {}
    for figure in figures:
        quantity = figure.quantity
        if quantity.value is not None:
            unit = _unit(quantity)
            groups.setdefault((quantity.kind, "" if unit in _PEOPLE else unit), []).append(figure)
    for group in groups.values():
        if len(group) > 1:
            yield from _repeated(group)
    for figure in figures:
        if figure.quoted and (restatement := _quoted(figure, figures)):
            yield restatement


def _repeated(group: Sequence[_Figure]) -> Iterator[Restatement]:
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


def _quoted(figure: _Figure, figures: Sequence[_Figure]) -> Restatement | None:
    """What a quote gives, and what the narration gives right before it."""
    near = [
        each
        for each in figures
        if not each.quoted
        and 0 <= figure.item.sentence - each.item.sentence <= _LEDE
        and _is_alike(each.quantity, figure.quantity)
        and (_unit(figure.quantity) not in _CLASSIFIERS or _shares_unit(each.quantity, figure))
    ]
    told = tuple(
        each.quantity
        for each in near
        if _is_near(each.quantity, figure.quantity) and (_tells(figure) or _tells(each))
    )
    rival = near[0].quantity if len(near) == 1 and _says_it_again(near[0], figure, figures) else None
    return Restatement("quoted", figure.quantity, told, rival) if told or rival else None


def _pairs(group: Sequence[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """The figures of two values in different sentences near each other, but for a quote right behind its narration."""
    for number, before in enumerate(group):
        for after in group[number + 1 :]:
            gap = after.item.sentence - before.item.sentence
            answers = after.quoted and not before.quoted and gap == 1
            differ = before.quantity.value != after.quantity.value
            if before.sketch is after.sketch and 0 < gap <= _NEAR and differ and not answers:
                yield before, after


def _is_same(before: _Figure, after: _Figure) -> bool:
    """Whether two figures of one unit can only be about the same thing."""
    first, second = before.quantity, after.quantity
    if not _are_exact(first, second) or first.kind == "percent" or after.is_of_another:
        return False
    if first.kind == "count" and not (prints_unit(first) and prints_unit(second)):
        return False
    if _is_slip(first, second):
        shared = count_shared(subjects_of(before.sentence), after.sentence)
        known = first.kind == "count" or _DEFINITE.match(after.sketch.text, after.item.place + 1)
        return shared >= 2 or (
            bool(known) and shared > 0 and slip(first, Fraction(second.value or 0)) == "swap"
        )
    if first.kind != "count" or _SYMBOLS.search(after.clause) or before.is_of_another:
        return False
    if not after.modifier or after.modifier != before.modifier or not _is_near(first, second):
        return False
    subjects = subjects_of(after.clause)
    return (
        count_shared(subjects, before.sentence) == len(subjects) > 1
        and count_shared(subjects, before.clause) > 1
    )


def _are_exact(first: Quantity, second: Quantity) -> bool:
    exact = (
        first.modifier == "exact" == second.modifier and first.value is not None and second.value is not None
    )
    return exact and first.per == second.per and not _lasts(first) and not _lasts(second)


def _says_it_again(before: _Figure, after: _Figure, figures: Sequence[_Figure]) -> bool:
    """Whether the clause of a quote has nothing new to the sentence before it but the figure."""
    if not _are_exact(before.quantity, after.quantity) or after.item.sentence - before.item.sentence > 1:
        return False
    if after.is_of_another or before.is_of_another or _SYMBOLS.search(after.clause):
        return False
    around = (before.item.sentence, after.item.sentence)
    alike = [
        each for each in figures if each.item.sentence in around and _is_alike(before.quantity, each.quantity)
    ]
    subjects = subjects_of(after.clause)
    known = f"{before.clause} {before.quantity.unit or ''}"
    return len(alike) == 2 and len(subjects) > 0 and count_shared(subjects, known) == len(subjects)


def _tells(figure: _Figure) -> bool:
    """Whether a figure is so odd that two of it are one and the same, or is said to be known."""
    quantity = figure.quantity
    if _lasts(quantity):
        return False
    if _DEFINITE.match(figure.sketch.text, figure.item.place + 1):
        return True
    least = 3 if quantity.kind == "count" and (quantity.unit or "").casefold() in _PEOPLE else 2
    return _significant(quantity) >= least or (quantity.kind == "count" and bool(figure.modifier))


def _is_alike(stated: Quantity, other: Quantity) -> bool:
    if stated.kind != other.kind:
        return False
    mine, theirs = _unit(stated), _unit(other)
    if mine == theirs or stated.kind == "percent":
        return True
    if stated.kind == "count":
        return (
            mine.startswith(theirs)
            or theirs.startswith(mine)
            or theirs in _CLASSIFIERS
            or {mine, theirs} <= _PEOPLE
        )
    return stated.kind == "measure" and stated.value == other.value


def _unit(quantity: Quantity) -> str:
    unit = (quantity.unit or "").casefold()
    return _SHORT.get(unit, unit)


def _is_near(stated: Quantity, other: Quantity) -> bool:
    if not stated.value or not other.value:
        return False
    ratio = Fraction(other.value) / Fraction(stated.value)
    return Fraction(1, 2) <= ratio <= 2


def _is_slip(stated: Quantity, other: Quantity) -> bool:
    """Whether one is the other with a digit wrong, lost or in its neighbour's place."""
    if other.value is None or min(_significant(stated), _significant(other)) < 2:
        return False
    kind = slip(stated, Fraction(other.value))
    if kind == "swap":
        return True
    many = min(_significant(stated), _significant(other)) >= _MANY_DIGITS
    return many and kind in ("digit", "dropped", "extra") and stated.kind in ("count", "money")


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


def _significant(quantity: Quantity) -> int:
    """How many digits say something: 3 of Rp1,25 miliar, 1 of 200."""
    digits = str(Decimal(quantity.value or 0).normalize()).partition("E")[0]
    return len(digits.replace(".", "").strip("-0"))


def _lasts(quantity: Quantity) -> bool:
    return quantity.kind == "measure" and (quantity.unit or "").casefold() in _DURATIONS
