"""BX205 and BX206: averages, and amounts that are a thousand times too large or small for their list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from fractions import Fraction
from functools import reduce
from operator import mul

from beritaextract.checks import products
from beritaextract.checks.candidates import one_step
from beritaextract.checks.engine import Case, CheckInfo, Finding, Judgement, check, judge
from beritaextract.checks.labels import counts_label, label_of, period_of
from beritaextract.checks.levels import is_slip
from beritaextract.checks.printed import figure
from beritaextract.checks.proof import Subject, prove, repair
from beritaextract.checks.repairs import REASONS
from beritaextract.facts import Relation
from beritaextract.facts.grammar import prints_unit
from beritaextract.facts.slips import SCALES
from beritaextract.interval import Interval
from beritaextract.model import Date, Quantity

__all__ = ["CHECKS"]

_AVERAGE = Subject("Rata-rata", "The average")
_PRODUCT = Subject("Jumlah seluruhnya", "The amount in all")
_RATE = Subject("Laju", "The rate")
_DAYS: Mapping[str, tuple[Fraction, Fraction]] = {
    "hour": (Fraction(1, 24), Fraction(1, 24)),
    "day": (Fraction(1), Fraction(1)),
    "week": (Fraction(7), Fraction(7)),
    "month": (Fraction(28), Fraction(31)),
    "quarter": (Fraction(90), Fraction(92)),
    "semester": (Fraction(181), Fraction(184)),
    "year": (Fraction(365), Fraction(366)),
}
"""How many days a period has."""
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
_LEAST = {"day": Fraction(5, 8), "week": Fraction(364, 365)}
"""The least share of a time that its days or weeks may be taken for: working days, 52 weeks."""
_WORKED = Fraction(250, 365)
_COUNTED = frozenset(("count", "measure"))
_ANYBODY = ("orang", "jiwa", "unit", "buah")
_CLOSE = 3
_OUTLYING = 200
_SPREAD = 30
_SIBLINGS = ("one", "two", "three", "four")


@check(
    CheckInfo(
        code="BX205",
        title="an average is the sum over its number",
        title_id="rata-rata sesuai dengan jumlah dan banyaknya",
        severity="warning",
        what=(
            "Where the text gives a sum, how many share it and what each has on average, divides and compares, within "
            "what the printed digits allow; a yearly figure is compared with a monthly or daily one in the same way.\n"
            "Bila teks menyebut jumlah, banyaknya penerima, dan rata-ratanya, membagi keduanya lalu membandingkannya; "
            "angka setahun dibandingkan dengan angka sebulan atau sehari."
        ),
        trigger="A untuk N keluarga, atau B per keluarga; rata-rata; A setahun, artinya B per hari",
        holds="Bantuan Rp4,5 miliar dibagi kepada 1.500 keluarga, atau Rp3 juta per keluarga.",
        contradicts="Bantuan Rp4,5 miliar dibagi kepada 1.500 keluarga, atau Rp30 juta per keluarga.",
    )
)
def average_is_quotient(case: Case) -> Iterator[Finding]:
    known = set()
    for relation in case.facts.relations:
        found = None
        if relation.kind == "average":
            found = _average(relation)
        elif relation.kind == "rate":
            found = _rate(relation)
        elif relation.kind == "product":
            found = _total(relation)
        places = frozenset(span.start for span in relation.evidence)
        if found is not None and places not in known:
            known.add(places)
            yield found
    told = {span.start for relation in case.facts.related("product") for span in relation.evidence}
    yield from (each for each in products.find(case) if _is_new(each, told, known))


@check(
    CheckInfo(
        code="BX206",
        title="no amount of a list is a thousand times off",
        title_id="tidak ada angka dalam daftar yang meleset seribu kali",
        severity="warning",
        what=(
            "Looks in lists of amounts for one that is hundreds of times larger or smaller than the others and would "
            "be like them with another scale word.\n"
            "Mencari dalam daftar jumlah uang satu angka yang ratusan kali lebih besar atau lebih kecil daripada yang "
            "lain, dan yang akan sepadan bila kata skalanya (ribu, juta, miliar) diganti."
        ),
        trigger="A Rp900 juta, B Rp850 juta, dan C Rp1,1 juta",
        holds="Bantuan itu untuk Kudus Rp900 juta, Pati Rp850 juta, Jepara Rp1,1 miliar, dan Rembang Rp780 juta.",
        contradicts="Bantuan itu untuk Kudus Rp900 juta, Pati Rp850 juta, Jepara Rp1,1 juta, dan Rembang Rp780 juta.",
    )
)
def siblings_are_alike(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("siblings"):
        amounts = [relation.quantity(name) for name in _SIBLINGS]
        if any(each.value is None or each.value <= 0 or each.unit != amounts[0].unit for each in amounts):
            continue
        if not any(each.per != amounts[0].per for each in amounts):
            yield _siblings(amounts)


CHECKS = (average_is_quotient, siblings_are_alike)


def _is_new(finding: Finding, told: Set[int], known: Set[frozenset[int]]) -> bool:
    """Whether neither the sum of a product nor all its figures are judged already."""
    places = frozenset(span.start for span in finding.evidence)
    return finding.evidence[0].start not in told and places not in known


def _average(relation: Relation) -> Finding | None:
    average = _of_each(relation.quantity("average"))
    if average.kind == "count" and not average.step:
        average = average.model_copy(update={"step": 1})
    split = _split(relation, average)
    if split is None:
        return _over_time(relation, average)
    total, count = split
    times = (relation.quantity("times"),) if "times" in relation else ()
    operands = (total, count, *times)
    judged = judge(average, operands, _quotient, ratio=True)
    is_bad = judged.verdict not in ("ok", "ok_rounded", "ok_truncated", "ok_approximate")
    repairs = one_step(average, operands, _quotient, ratio=True) if is_bad else ()
    if is_bad and not (_is_certain(relation, average, total, count)):
        return None
    if is_bad and relation.is_loose and not is_slip(repairs):
        return None
    return prove(
        _AVERAGE,
        judged,
        average,
        formula=" / ".join(figure(each).text for each in operands),
        evidence=relation.evidence,
        repairs=repairs,
    )


def _over_time(relation: Relation, average: Quantity) -> Finding | None:
    """What there was in a length of time, against what there is in each hour, day, week or month of it."""
    label = _label(relation, average)
    figures = [relation.quantity(name) for name in ("one", "other") if name in relation]
    if "times" in relation or label is None or label not in _DAYS or average.value is None:
        return None
    times = [(each, periods) for each in figures if (periods := _periods(each, label)) is not None]
    if "year" in relation:
        periods = _in_year(relation.date("year"), label)
        shown = relation.date("year").span.line
    elif len(times) == 1:
        ((lasting, periods),) = times
        figures.remove(lasting)
        shown = figure(lasting).text
    else:
        return None
    total = figures[0]
    if periods is None or total.per or not total.value or not _shares(total, average):
        return None
    judged = judge(average, (total,), lambda operands: operands[0] / periods, ratio=True)
    if judged.verdict == "inconsistent":
        near = judge(average, (total,), lambda operands: operands[0] / _worked(periods, label), ratio=True)
        if near.verdict != "inconsistent":
            judged = near._replace(verdict="ok_approximate")
        elif average.unit != total.unit or total.modifier != "exact":
            return None
    return prove(
        _AVERAGE, judged, average, formula=f"{figure(total).text} / {shown}", evidence=relation.evidence
    )


def _periods(lasting: Quantity, label: str) -> Interval | None:
    """How many days, weeks or months a length of time has; ``None`` for what is none, or is not longer."""
    unit = period_of(lasting.unit or "")
    if lasting.kind != "measure" or unit not in _DAYS or unit == label or lasting.modifier != "exact":
        return None
    one = _ratio(unit, label)
    number = Fraction(lasting.value or 0)
    if one.low is None or one.low < 1 or number <= 0:
        return None
    return one * Interval.of(number, number)


def _in_year(year: Date, label: str) -> Interval | None:
    value = year.value or ""
    return (
        _ratio("year", label) if len(value) == len("2022") and value.isdecimal() and label != "year" else None
    )


def _worked(periods: Interval, label: str) -> Interval:
    """The same with working days only, or with 52 weeks."""
    least = _WORKED if label == "day" else _LEAST.get(label, Fraction(1))
    return Interval.of((periods.low or 0) * least, periods.high or 0)


def _of_each(quantity: Quantity) -> Quantity:
    """ "ton per hari" as tons, by the day."""
    unit, _, per = (quantity.unit or "").partition(" per ")
    if quantity.per or not per:
        return quantity
    return quantity.model_copy(update={"unit": unit, "per": period_of(per)})


def _split(relation: Relation, average: Quantity) -> tuple[Quantity, Quantity] | None:
    """The sum, which is of the same unit as the average, and the number that shares it."""
    if "year" in relation:
        return None
    pair = [relation.quantity(name) for name in ("one", "other")]
    if any(each.per or not each.value or each.value <= 1 for each in pair) or not average.value:
        return None
    label = _label(relation, average)
    for total, count in (pair, reversed(pair)):
        if not _shares(total, average) or _same(count, average) or count.kind not in _COUNTED:
            continue
        if "times" in relation or (counts_label(count, label) if label is not None else "mean" in relation):
            return total, count
    return None


def _shares(total: Quantity, average: Quantity) -> bool:
    """Whether the one can be a part of the other: of the same unit, or both counts of people or things."""
    return _same(total, average) or total.kind == average.kind == "count"


def _is_certain(relation: Relation, average: Quantity, total: Quantity, count: Quantity) -> bool:
    """Whether the words leave no doubt that this is the average of these two."""
    return (
        _label(relation, average) is not None
        and (
            average.unit == total.unit
            or (total.unit or "").endswith(f" {average.unit}")
            or (average.kind == total.kind == "count" and average.unit in _ANYBODY)
        )
        and (total.modifier, count.modifier) == ("exact", "exact")
        and Fraction(average.value or 0) < Fraction(total.value or 0)
    )


def _total(relation: Relation) -> Finding | None:
    """What a number of things at an amount each come to, or an amount paid so many times, or both."""
    total, amount = relation.quantity("total"), relation.quantity("amount")
    number = relation.quantity("number") if "number" in relation else None
    times = relation.quantity("times") if "times" in relation else None
    factors = tuple(each for each in (number, times) if each is not None)
    if total.unit != amount.unit or not all(each.value for each in (total, amount, *factors)):
        return None
    if times is not None and not (amount.per and counts_label(times, amount.per)):
        return None
    if relation.is_loose and times is None and not _is_for_each(relation, amount, number):
        return None
    operands = (*factors, amount)
    judged = judge(total, operands, _product, ratio=bool(total.step))
    is_bad = judged.verdict == "inconsistent"
    repairs = one_step(total, operands, _product, ratio=bool(total.step)) if is_bad else ()
    if is_bad and relation.is_loose and not is_slip(repairs):
        return None
    formula = " × ".join(figure(each).text for each in operands)
    return prove(_PRODUCT, judged, total, formula=formula, evidence=relation.evidence, repairs=repairs)


def _is_for_each(relation: Relation, amount: Quantity, number: Quantity | None) -> bool:
    label = _label(relation, amount)
    return number is not None and label is not None and counts_label(number, label)


def _product(operands: Sequence[Interval]) -> Interval:
    return reduce(mul, operands)


def _label(relation: Relation, average: Quantity) -> str | None:
    if "span" in relation.operands:
        span = relation.quantity("span")
        return period_of(span.unit or "") if span.value == 1 else None
    word = relation.words.get("by")
    return label_of(average, None if word is None else word.text)


def _same(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind or one.kind == "money":
        return one.kind == other.kind and one.unit == other.unit
    return one.unit is not None and one.unit == other.unit and prints_unit(one)


def _quotient(operands: Sequence[Interval]) -> Interval:
    result = operands[0]
    for each in operands[1:]:
        result = result / each
    return result


def _rate(relation: Relation) -> Finding | None:
    """A figure of one period against that of another."""
    one, average = _of_each(relation.quantity("one")), _of_each(relation.quantity("average"))
    mine, theirs = one.per, _label(relation, average)
    if mine is None or theirs is None or mine == theirs or not {mine, theirs} <= _DAYS.keys():
        return None
    if not _same(one, average):
        return None
    periods = _ratio(mine, theirs)
    judged = judge(average, (one,), lambda operands: operands[0] / periods, ratio=True)
    if judged.verdict == "inconsistent":
        working = _ratio(mine, theirs, least=min(_LEAST.get(each, Fraction(1)) for each in (mine, theirs)))
        if (
            judge(average, (one,), lambda operands: operands[0] / working, ratio=True).verdict
            != "inconsistent"
        ):
            judged = judged._replace(verdict="ok_approximate")
        elif "loose" in relation.rule.fields and not _is_close(judged, average):
            return None
    shown = f"({mine} → {theirs})"
    return prove(_RATE, judged, average, formula=f"{figure(one).text} {shown}", evidence=relation.evidence)


def _is_close(judged: Judgement, average: Quantity) -> bool:
    """Whether what was computed is near enough to what is stated to be of the same thing."""
    value, point = Fraction(average.value or 0), judged.point
    return point is not None and point <= value * _CLOSE and value <= point * _CLOSE


def _ratio(mine: str, theirs: str, *, least: Fraction = Fraction(1)) -> Interval:
    """How many of the one period the other has."""
    if mine in _MONTHS and theirs in _MONTHS:
        return Interval.of(Fraction(_MONTHS[mine], _MONTHS[theirs]), Fraction(_MONTHS[mine], _MONTHS[theirs]))
    low, high = _DAYS[mine][0] / _DAYS[theirs][1], _DAYS[mine][1] / _DAYS[theirs][0]
    return Interval.of(low * least, high) if low >= 1 else Interval.of(low, high / least)


def _siblings(amounts: Sequence[Quantity]) -> Finding:
    evidence = tuple(each.span for each in amounts)
    for place, odd in enumerate(amounts):
        wanted = _alike(
            Fraction(odd.value or 0),
            [Fraction(each.value or 0) for each in (*amounts[:place], *amounts[place + 1 :])],
        )
        if wanted is not None:
            printed = figure(odd)
            return Finding(
                verdict="inconsistent",
                message=f"{printed.text} tidak sepadan dengan angka lain dalam daftar; mungkin kata skalanya keliru",
                message_en=f"{printed.text} is out of scale with the other amounts of the list",
                evidence=evidence,
                repairs=(repair(f"{printed.text} → {printed.show(wanted)}", REASONS["scale"]),),
            )
    return Finding(
        verdict="ok",
        message="Angka dalam daftar sepadan: " + ", ".join(figure(each).text for each in amounts),
        message_en="The amounts of the list are of one scale",
        evidence=evidence,
    )


def _alike(value: Fraction, others: Sequence[Fraction]) -> Fraction | None:
    """What the value would be on another scale, where that is like the others and as printed it is far from them."""
    low, high = min(others), max(others)
    if high > low * _SPREAD or not (value > high * _OUTLYING or value * _OUTLYING < low):
        return None
    for scale in SCALES:
        for wanted in (value * scale, value / scale):
            if low / 2 <= wanted <= high * 2:
                return wanted
    return None
