"""BX207 and BX503: one amount in two currencies, and in two units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from beritaextract.checks.engine import Case, CheckInfo, Finding, check, judge
from beritaextract.checks.printed import digits, figure, rescaled
from beritaextract.checks.proof import PHRASES, Subject, prove
from beritaextract.checks.tables import Key
from beritaextract.facts import Relation
from beritaextract.interval import exact
from beritaextract.model import Quantity, Verdict
from beritaextract.rules import RuleBook

__all__ = ["CHECKS"]

_SLACK = Fraction(12, 100)
"""Writers take yesterday's rate, a bank's, or a round one."""
_NEAR = Fraction(3, 100)
"""Conversions are rounded: a mile is 1,6 kilometres."""
_SCALES = (10, 100, 1000, 10**6)
_ENGLISH = re.compile(r"\d,\d{3}(?!\d)")
"""Thousands in the English way, which read as decimals: $21,400."""
_OF_TIME = frozenset({"time", "months", "days"})
_CONVERTED = Subject("Konversi", "The conversion")


@check(
    CheckInfo(
        code="BX207",
        title="a foreign amount and its rupiah imply a plausible rate",
        title_id="nilai valuta asing dan rupiahnya menunjukkan kurs yang wajar",
        severity="warning",
        what=(
            "Divides the rupiah by the foreign amount and compares the rate with the range of the year, and reports "
            "what no year had: mostly a lost zero or juta for miliar.\n"
            "Membagi rupiah dengan nilai valuta asingnya, lalu membandingkan kursnya dengan rentang tahun itu; yang "
            "dilaporkan hanya kurs yang tidak pernah ada, biasanya karena juta dan miliar tertukar."
        ),
        trigger="USD 5 juta atau setara Rp75 miliar",
        holds="Terbit: 12 Mei 2024\n\nHibah itu USD 5 juta atau setara Rp80 miliar.",
        contradicts="Terbit: 12 Mei 2024\n\nHibah itu USD 5 juta atau setara Rp80 juta.",
    )
)
def rate_is_plausible(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("same_money"):
        first, second = relation.quantity("first"), relation.quantity("second")
        foreign, rupiah = (second, first) if first.unit == "IDR" else (first, second)
        rates = _rates(case.book, foreign.unit or "")
        if rupiah.unit != "IDR" or not rates or _bounds(rupiah) is None or _bounds(foreign) is None:
            continue
        year = case.published.year if case.published else None
        if found := _rate_finding(relation, foreign, rupiah, rates, year):
            yield found


@lru_cache(maxsize=4)
def _tabled(key: Key) -> Mapping[str, Mapping[int, tuple[Fraction, Fraction]]]:
    found: dict[str, dict[int, tuple[Fraction, Fraction]]] = {}
    for row in key.book.table("exchange_rates"):
        found.setdefault(row["currency"], {})[int(row["year"])] = Fraction(row["low"]), Fraction(row["high"])
    return found


def _rates(book: RuleBook, currency: str) -> Mapping[int, tuple[Fraction, Fraction]]:
    if currency in ("", "IDR"):
        return {}
    return _tabled(Key(book)).get(currency, {})


def _bounds(quantity: Quantity) -> tuple[Fraction, Fraction] | None:
    if quantity.malformed or _ENGLISH.search(quantity.span.text):
        return None
    if quantity.value is not None:
        value, half = Fraction(quantity.value), Fraction(quantity.step) / 2
        low, high = value - half, value + half
    elif quantity.low is not None and quantity.high is not None:
        low, high = Fraction(quantity.low), Fraction(quantity.high)
    else:
        return None
    return (low, high) if low > 0 else None


def _rate_finding(
    relation: Relation,
    foreign: Quantity,
    rupiah: Quantity,
    rates: Mapping[int, tuple[Fraction, Fraction]],
    year: int | None,
) -> Finding | None:
    mine, theirs = _bounds(rupiah), _bounds(foreign)
    assert mine is not None
    assert theirs is not None
    low, high = mine[0] / theirs[1], mine[1] / theirs[0]
    known = rates.get(year) if year else None
    least, most = min(each for each, _ in rates.values()), max(each for _, each in rates.values())
    verdict: Verdict
    if known and low <= known[1] and known[0] <= high:
        verdict = "ok"
    elif known and low <= known[1] * (1 + _SLACK) and known[0] * (1 - _SLACK) <= high:
        verdict = "ok_approximate"
    elif low > most * (1 + _SLACK) or high < least * (1 - _SLACK):
        verdict = "inconsistent"
    else:
        return None
    shown = digits(round((low + high) / 2))
    usual = known or (least, most)
    printed = figure(foreign).text
    if printed[:1].isdecimal():
        printed = f"{foreign.unit} {printed}"
    formula = f"{figure(rupiah).text} / {printed} = Rp{shown}"
    remark = f"; kurs {foreign.unit} {year or ''} Rp{digits(usual[0])}–Rp{digits(usual[1])}".replace(
        "  ", " "
    )
    phrase, phrase_en = PHRASES[verdict]
    return Finding(
        verdict=verdict,
        message=f"Kurs yang tersirat {phrase}: {formula}{remark}",
        message_en=f"The implied rate {phrase_en}: {formula}{remark.replace('kurs', 'rate of')}",
        formula=formula + remark,
        stated=digits((low + high) / 2 if low == high else round((low + high) / 2)),
        computed=None,
        evidence=(rupiah.span, foreign.span),
        repairs=tuple(_rescaled(rupiah, (low + high) / 2, usual)) if verdict == "inconsistent" else (),
    )


def _rescaled(rupiah: Quantity, rate: Fraction, usual: tuple[Fraction, Fraction]) -> Iterator[str]:

    for scale in _SCALES:
        for factor in (Fraction(scale), Fraction(1, scale)):
            if rupiah.value is not None and usual[0] * (1 - _SLACK) <= rate * factor <= usual[1] * (
                1 + _SLACK
            ):
                yield f"{figure(rupiah).text} → {rescaled(rupiah, factor)}"


@check(
    CheckInfo(
        code="BX503",
        title="a measure is the same in both units",
        title_id="ukuran sama dalam kedua satuan",
        severity="warning",
        what=(
            "Converts one unit into the other: hectares and square metres, tonnes and kilograms, miles, barrels, "
            "horse power, months. Three per cent of rounding are allowed.\n"
            "Menghitung ulang konversi satuan: hektare dan meter persegi, ton dan kilogram, mil, barel, bulan. "
            "Pembulatan tiga persen dibolehkan."
        ),
        trigger="2 hektare (20.000 meter persegi), 5.000 barel atau setara 794.936 liter",
        holds="Lahan itu seluas 2 hektare atau setara 20.000 meter persegi.",
        contradicts="Lahan itu seluas 2 hektare atau setara 2.000 meter persegi.",
    )
)
def units_convert(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("same_measure"):
        first, second = relation.quantity("first"), relation.quantity("second")
        factors = _factors(Key(case.book))
        mine, theirs = factors.get(_unit(first)), factors.get(_unit(second))
        if mine is None or theirs is None or mine[0] != theirs[0] or mine == theirs:
            continue
        if mine[0] in _OF_TIME and "loose" in relation:
            continue
        if first.value is None or second.value is None or first.per or second.per or first.value == 0:
            continue
        yield from _conversion(relation, first, second, mine[1] / theirs[1])


def _unit(quantity: Quantity) -> str:
    return (quantity.unit or "").lower()


@lru_cache(maxsize=4)
def _factors(key: Key) -> Mapping[str, tuple[str, Fraction]]:
    return {
        form: (row["dimension"], Fraction(row["factor"]))
        for row in key.book.table("unit_factors")
        for form in row["forms"].split("|")
    }


def _conversion(relation: Relation, first: Quantity, second: Quantity, factor: Fraction) -> Iterator[Finding]:
    judged = judge(second, (first,), lambda operands: operands[0] * exact(factor), ratio=True)
    if judged.verdict == "inconsistent" and judged.point is not None and second.value is not None:
        if abs(Fraction(second.value) / judged.point - 1) <= _NEAR:
            judged = judged._replace(verdict="ok_approximate")
        elif relation.quantity("first").modifier != "exact":
            return
    yield prove(
        _CONVERTED,
        judged,
        second,
        formula=f"{figure(first).text} {first.unit} × {digits(round(factor * 10**6) / Fraction(10**6))}",
        evidence=relation.evidence,
        repairs=(f"{figure(second).text} → {digits(round(judged.point * 1000) / Fraction(1000))}",)
        if judged.point is not None
        else (),
    )


CHECKS = (rate_is_plausible, units_convert)
