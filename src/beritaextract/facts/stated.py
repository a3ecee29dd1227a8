"""Figures with the sentences that state them: what two of them have in common."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import regex

from beritaextract.facts.sketch import Item, Sketch
from beritaextract.facts.slips import slip
from beritaextract.facts.subjects import EMPTY
from beritaextract.model import Quantity

__all__ = [
    "CLASSIFIERS",
    "MANY_DIGITS",
    "PEOPLE",
    "Stated",
    "are_alike",
    "are_near",
    "digits_of",
    "is_slip",
    "lasts",
    "unit_of",
]

_ENDS = regex.compile(r"[,;:()\"“”.!?\n–—]")
_NEXT = regex.compile(r"\p{L}{3,}+")
_FROM = regex.compile(r"\bdari(?:\s(?:total|jumlah|sebanyak|sekitar|seluruh|target))?\s*+$")
_PART_OF = regex.compile(r"\s(?:di\santara|dari\s(?:total|jumlah|seluruh|keseluruhan|(?P<whole>\W)))")
_OF_ANOTHER = regex.compile(
    r"\b(?:kini|menjadi|jadi|bertambah|tambahan|ditambah|lagi|lain|lainnya|baru|sisa\p{L}*|sebelum\p{L}*|kemudian|tinggal"
    r"|berkurang|antara\p{L}*|masing-masing|per|setiap|tiap|hingga|sampai|pertama|kedua|(?<!\bse\p{L}{5}\s|[\uE000-\uE004]\s)terakhir|sementara"
    r"|sedangkan|awal\p{L}*|semula|target|menargetkan|termasuk|selebihnya|separuh|selanjutnya|berikutnya|lalu|dulu"
    r"|nanti|rencana\p{L}*|minimal|maksimal|jika|kalau|bila|seharusnya|semestinya|mestinya|bisa|ingin"
    r"|berharap|tidak|belum|bukan|tahun|bulan|pekan|minggu|rata-rata)\b",
    regex.IGNORECASE,
)
"""Words that make a figure another one: a part, a rest, another time, a plan."""
_BECOMES = regex.compile(r"\b(?:men)?jadi\s++$", regex.IGNORECASE)
_ONLY = regex.compile(r"(?<=\p{L}\s)baru\s++$")
PEOPLE = frozenset(
    {"orang", "jiwa", "warga", "penduduk", "korban", "pengungsi", "peserta", "pekerja", "calon haji"}
)
CLASSIFIERS = frozenset({"orang", "jiwa", "unit", "buah", "ekor"})
_DURATIONS = frozenset({"tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit", "detik"})
_SHORT = {
    "kg": "kilogram", "km": "kilometer", "m": "meter", "ha": "hektare", "hektar": "hektare", "l": "liter", "g": "gram",
    "m2": "meter persegi", "m²": "meter persegi",
}  # fmt: skip
MANY_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Stated:
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
    def is_outcome(self) -> bool:
        """Whether it is what something has become: "naik menjadi 15 persen"."""
        return _BECOMES.search(self.opening) is not None

    @property
    def is_of_another(self) -> bool:
        """Whether words around it make it a part, a rest, an earlier figure or a planned one."""
        if _FROM.search(self.opening) or _OF_ANOTHER.search(f"{_ONLY.sub('', self.opening)} {self.closing}"):
            return True
        part = _PART_OF.match(self.closing)
        if part is None or not part["whole"]:
            return part is not None
        whole = self.sketch.item(self.item.place + 1 + part.start("whole"))
        return whole is not None and are_alike(self.quantity, whole.quantity)


def are_alike(stated: Quantity, other: Quantity) -> bool:
    if stated.kind != other.kind:
        return False
    mine, theirs = unit_of(stated), unit_of(other)
    if mine == theirs or stated.kind == "percent":
        return True
    if stated.kind == "count":
        return (
            mine.startswith(theirs)
            or theirs.startswith(mine)
            or theirs in CLASSIFIERS
            or {mine, theirs} <= PEOPLE
        )
    return stated.kind == "measure" and stated.value == other.value


def unit_of(quantity: Quantity) -> str:
    unit = (quantity.unit or "").casefold()
    return _SHORT.get(unit, unit)


def are_near(stated: Quantity, other: Quantity) -> bool:
    if not stated.value or not other.value:
        return False
    ratio = Fraction(other.value) / Fraction(stated.value)
    return Fraction(1, 2) <= ratio <= 2


def is_slip(stated: Quantity, other: Quantity) -> bool:
    """Whether one is the other with a digit wrong, lost or in its neighbour's place."""
    if other.value is None or min(digits_of(stated), digits_of(other)) < 2:
        return False
    kind = slip(stated, Fraction(other.value))
    if kind == "swap":
        return True
    many = min(digits_of(stated), digits_of(other)) >= MANY_DIGITS
    return many and kind in ("digit", "dropped", "extra") and stated.kind in ("count", "money")


def digits_of(quantity: Quantity) -> int:
    """How many digits say something: 3 of Rp1,25 miliar, 1 of 200."""
    digits = str(Decimal(quantity.value or 0).normalize()).partition("E")[0]
    return len(digits.replace(".", "").strip("-0"))


def lasts(quantity: Quantity) -> bool:
    return quantity.kind == "measure" and (quantity.unit or "").casefold() in _DURATIONS
