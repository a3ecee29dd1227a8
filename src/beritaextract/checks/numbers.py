"""BX701: numbers that no reading gives a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from beritaextract.checks.engine import Case, CheckInfo, Finding, Repair, check
from beritaextract.checks.printed import digits
from beritaextract.checks.proof import repair
from beritaextract.checks.repairs import STRAY, stray_scale
from beritaextract.facts.slips import solve
from beritaextract.model import Quantity

__all__ = ["CHECKS"]

_NUMBER = re.compile(r"\d[\d.,]*\d")
_STRAY = re.compile(
    r"(?P<kept>.*?\d{1,3}(?:\.\d{3})+)\s(?:ribu|rb|juta|jt|mil[iy]ar|tril[iy]un)\b", re.IGNORECASE
)
_TWICE = re.compile(r"(?P<kept>.+\s(?P<scale>[a-z]+))\s(?P=scale)", re.IGNORECASE)
_GAP = re.compile(r"(?<=\d)(?:\.\s|\s\.)(?=\d{3})")
_ALL_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_CENTS = re.compile(r"(?P<whole>\d{1,3}(?:\.\d{3})+)\.00")
_LONGEST = 24


@check(
    CheckInfo(
        code="BX701",
        title="numbers are well formed",
        title_id="angka tertulis utuh",
        severity="error",
        what=(
            "Reports numbers with broken grouping, doubled separators or a stray scale word; silent where all is "
            "well. Where the rest of the sentence fixes the value, that value is offered.\n"
            "Melaporkan angka yang titik atau komanya salah tempat atau berganda, atau yang kelebihan kata skala; "
            "diam bila tidak ada yang rusak."
        ),
        trigger="any number / setiap angka",
        holds="Pemerintah desa menyalurkan bantuan Rp1.250.500,50 kepada kelompok tani.",
        contradicts="Pemerintah desa menyalurkan bantuan Rp1.2505,00 kepada kelompok tani.",
    )
)
def numbers_are_well_formed(case: Case) -> Iterator[Finding]:
    solved = _solved(case)
    strays = _strays(case)
    for quantity in case.mentions.quantities:
        if quantity.malformed:
            yield _broken(quantity, solved.get(quantity.span.start))
        elif quantity.span.start in strays:
            yield Finding(
                verdict="malformed",
                message=f"Kata skala berlebih: “{quantity.span.text}”",
                message_en=f"Stray scale word: “{quantity.span.text}”",
                evidence=(quantity.span,),
            )


CHECKS = (numbers_are_well_formed,)


def _broken(quantity: Quantity, solved: Fraction | None) -> Finding:
    return Finding(
        verdict="malformed",
        message=f"Penulisan angka rusak: “{quantity.span.text}”",
        message_en=f"Malformed number: “{quantity.span.text}”",
        evidence=(quantity.span,),
        repairs=tuple(_repairs(quantity.span.text, solved)),
    )


def _repairs(text: str, solved: Fraction | None) -> Iterator[Repair]:
    if stray := _STRAY.match(text):
        yield repair(f"{stray.group()} → {stray['kept']}", STRAY)
    if twice := _TWICE.fullmatch(text):
        yield repair(f"{text} → {twice['kept']}", STRAY)
    if _GAP.search(text):
        yield f"{text} → {_GAP.sub('.', text)}"
        return
    found = _NUMBER.search(text)
    if not found or len(found.group()) > _LONGEST:
        return
    number = found.group()
    offered = {number}
    for candidate in _candidates(number, solved):
        if candidate not in offered:
            offered.add(candidate)
            yield f"{number} → {candidate}"


def _candidates(number: str, solved: Fraction | None) -> Iterator[str]:
    """The value that the sentence fixes, the digits grouped anew, and the last group cut to three digits."""
    if solved is not None and solved > 0:
        yield digits(solved)
    if _ALL_GROUPS.fullmatch(number):
        yield digits(int(re.sub(r"[.,]", "", number)))
        return
    if cents := _CENTS.fullmatch(number):
        yield f"{cents['whole']},00"
        yield f"{cents['whole']}.000"
        return
    whole, comma, decimals = number.rpartition(",") if number.count(",") == 1 else (number, "", "")
    run = re.sub(r"[.,]", "", whole)
    yield digits(int(run)) + comma + decimals
    head, _, tail = whole.rpartition(".")
    head = re.sub(r"[.,]", "", head)
    if head and len(tail) > 3:
        yield digits(int(head + tail[:3])) + comma + decimals


def _solved(case: Case) -> dict[int, Fraction]:
    values = {}
    for breakdown in case.facts.breakdowns:
        if breakdown.total is None or breakdown.relation != "sum":
            continue
        operands = [breakdown.total, *(part.quantity for part in breakdown.parts)]
        value = solve(operands)
        if value is not None:
            broken = next(each for each in operands if each.malformed)
            values[broken.span.start] = value
    return values


def _strays(case: Case) -> set[int]:
    sums = [each for each in case.facts.breakdowns if each.total is not None and each.relation == "sum"]
    points = [each for each in sums if not _lacks_points(each.total, *(part.quantity for part in each.parts))]
    strays = [stray_scale(each) for each in points]
    return {stray.span.start for stray in strays if stray is not None}


def _lacks_points(*quantities: Quantity | None) -> bool:
    return any(each is None or each.value is None for each in quantities)
