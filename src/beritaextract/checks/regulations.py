"""BX504: numbers and years of regulations."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.checks.engine import Case, CheckInfo, Finding, check
from beritaextract.model import Regulation

__all__ = ["CHECKS"]

_REPUBLIC = 1945
_MOST_LAWS = 70
"""Laws of one year; never more since the New Order, but for 2024, which gave most regencies one of their own."""
_MANY = frozenset({2024})
_NEW_ORDER = 1967
_TELLING = 10
"""Below, regulations of two years share a number by chance."""


@check(
    CheckInfo(
        code="BX504",
        title="a regulation has a plausible number and year, the same throughout",
        title_id="nomor dan tahun peraturan masuk akal dan sama sepanjang artikel",
        severity="warning",
        what=(
            "Reports regulations of a year to come or from before the republic, laws with a number that no year "
            "reached, and one number with two years. Silent where all is well.\n"
            "Melaporkan peraturan dari tahun yang belum tiba atau sebelum Indonesia merdeka, undang-undang dengan "
            "nomor yang tidak pernah tercapai, dan satu nomor dengan dua tahun."
        ),
        trigger="Nomor N Tahun Y",
        holds="Pungutan itu diatur dalam UU Nomor 24 Tahun 2011.",
        contradicts="Pungutan itu diatur dalam UU Nomor 240 Tahun 2011.",
    )
)
def regulation_is_plausible(case: Case) -> Iterator[Finding]:
    known: dict[tuple[str, str], Regulation] = {}
    for each in case.mentions.regulations:
        if each.number is None or each.year is None or not each.number.isdecimal():
            continue
        number, year = int(each.number), each.year
        first = known.setdefault((each.type, each.number), each)
        if year < _REPUBLIC or (case.published is not None and year > case.published.year):
            yield _finding(each, "tahunnya tidak mungkin", "its year cannot be")
        elif each.type == "UU" and number > _MOST_LAWS and year >= _NEW_ORDER and year not in _MANY:
            yield _finding(each, "nomornya tidak pernah tercapai", "no year reached its number")
        elif (
            first.year is not None
            and first.year != year
            and number >= _TELLING
            and _is_alike(first.year, year)
        ):
            yield _finding(
                each, f"tahunnya di tempat lain {first.year}", f"its year is {first.year} elsewhere", first
            )


def _is_alike(one: int, other: int) -> bool:
    """Whether a slip of the pen makes one year of the other: one digit, or two exchanged."""
    mine, theirs = str(one), str(other)
    return sum(a != b for a, b in zip(mine, theirs, strict=False)) == 1 or sorted(mine) == sorted(theirs)


def _finding(each: Regulation, words: str, words_en: str, other: Regulation | None = None) -> Finding:
    return Finding(
        verdict="inconsistent",
        message=f"{each.span.line}: {words}",
        message_en=f"{each.span.line}: {words_en}",
        stated=f"{each.number}/{each.year}",
        computed=f"{other.number}/{other.year}" if other else None,
        evidence=(each.span, other.span) if other else (each.span,),
        repairs=(f"{each.year} → {other.year}",) if other else (),
    )


CHECKS = (regulation_is_plausible,)
