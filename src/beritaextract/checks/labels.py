"""What a figure is said to be of: the person, the family or the month in "Rp3 juta per keluarga"."""

from __future__ import annotations

from beritaextract.model import Quantity

__all__ = ["counts_label", "label_of", "period_of"]

_WORDS = {
    "jam": "hour", "hari": "day", "sehari": "day", "pekan": "week", "sepekan": "week", "minggu": "week",
    "seminggu": "week", "bulan": "month", "sebulan": "month", "triwulan": "quarter", "kuartal": "quarter",
    "semester": "semester", "tahun": "year", "setahun": "year", "orang": "person", "warga": "person", "jiwa": "person",
    "keluarga": "household",
}  # fmt: skip
_ALIKE = (
    frozenset(("pertandingan", "laga", "partai", "gim", "penampilan")),
    frozenset(("household", "keluarga", "kk", "kepala keluarga", "rumah tangga")),
    frozenset(("day", "hari")), frozenset(("week", "minggu", "pekan")), frozenset(("month", "bulan")),
    frozenset(("year", "tahun", "musim")), frozenset(("hour", "jam")), frozenset(("desa", "kampung", "pekon")),
    frozenset(("kasus", "klaim", "perkara")),
)  # fmt: skip
_PERSON = "person"


def label_of(average: Quantity, word: str | None = None) -> str | None:
    """What an average is said to be of, by itself or by a word beside it: "person", "keluarga"."""
    if average.per:
        return average.per.casefold()
    return None if word is None else period_of(word)


def period_of(word: str) -> str:
    """A word for what a figure is said to be of, as ``per`` has it."""
    return _WORDS.get(word.casefold(), word.casefold())


def counts_label(count: Quantity, label: str) -> bool:
    """Whether a number counts what a figure is said to be of."""
    unit = (count.unit or "").casefold()
    if label == _PERSON:
        return count.kind == "count" and not any(unit in each for each in _ALIKE)
    words = unit.split()
    return any(
        label == word or any(label in each and word in each for each in _ALIKE) for word in (unit, *words[:1])
    )
