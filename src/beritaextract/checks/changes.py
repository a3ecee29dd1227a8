"""BX104, BX202 and BX203: differences, growth, and changes in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial

from beritaextract.checks import nearby
from beritaextract.checks.candidates import one_step
from beritaextract.checks.derive import earlier, middle
from beritaextract.checks.engine import Case, CheckInfo, Finding, Judgement, check, judge
from beritaextract.checks.levels import changes, goes_with, in_order, is_slip
from beritaextract.checks.printed import figure, to_number
from beritaextract.checks.proof import Subject, prove
from beritaextract.checks.ratios import HUNDRED, difference, percentage
from beritaextract.facts import Relation
from beritaextract.interval import Interval
from beritaextract.model import Quantity, Verdict

__all__ = ["CHECKS"]

_LARGE = 1_000_000
_DIFFERENCE = Subject("Selisih", "The difference")
_GROWTH = Subject("Persentase perubahan", "The percentage of change")
_POINTS = Subject("Perubahan dan persentasenya", "The change and its percentage")
_RANKS: tuple[Verdict, ...] = (
    "ok",
    "ok_rounded",
    "ok_truncated",
    "ok_approximate",
    "uncheckable",
    "inconsistent",
)
_OPERANDS = {
    "change": ("amount", "old", "new"),
    "points": ("amount", "old", "new"),
    "rest": ("rest", "whole", "taken"),
    "gap": ("gap", "first", "second"),
}
"""Kind of relation → what is stated, what it is taken from, and what is taken, once or numbered."""
_POINT_UNITS = {"poin", "basis poin", "persen poin"}


@check(
    CheckInfo(
        code="BX104",
        title="a difference is that of the figures",
        title_id="selisih sesuai dengan angka-angkanya",
        severity="error",
        what=(
            "Where the text says by how much one figure exceeds another, what is left of it or by how much it rose "
            "or fell, subtracts and compares, within what the printed digits allow.\n"
            "Bila teks menyebut selisih, sisa, kenaikan atau penurunan suatu angka, mengurangkan kedua angkanya lalu "
            "membandingkannya, dalam batas pembulatan angka yang tercetak."
        ),
        trigger="naik/turun N dari A menjadi B; A, N …, sisanya R; A dan B, selisih N; A, B, defisit N",
        holds="Dana desa berkurang Rp1,4 miliar dari Rp127,4 miliar menjadi Rp126,0 miliar.",
        contradicts="Dana desa berkurang Rp1,8 miliar dari Rp127,4 miliar menjadi Rp126,0 miliar.",
    )
)
def difference_is_stated(case: Case) -> Iterator[Finding]:
    told: set[int] = set()
    for relation in case.facts.relations:
        found = nearby.borne_out(case, relation, partial(_difference, case))
        if found is not None:
            told.update(span.start for span in found.evidence)
            yield found
    yield from nearby.differences(case, told)


def _difference(case: Case, relation: Relation) -> Finding | None:
    operands = _subtraction(relation)
    if operands is None or not all(
        _fits(operands[1], each, loosely=relation.kind == "rest") for each in operands[2:]
    ):
        return None
    stated, larger, *smaller = operands
    if relation.kind != "rest" and _point(larger) < _point(smaller[0]):
        larger, smaller = smaller[0], [larger]
    if max(_point(stated), sum(map(_point, smaller))) > _point(larger):
        return None
    figures = (larger, *smaller)
    judged = _tolerant(stated, figures)
    is_bad = judged.verdict == "inconsistent"
    if is_bad and (_is_summed(case, relation) or not all(_fits(larger, each) for each in (stated, *smaller))):
        return None
    repairs = one_step(stated, figures, difference, ratio=False) if is_bad else ()
    if is_bad and relation.is_loose and not is_slip(repairs):
        return None
    formula = " - ".join(figure(each).text for each in figures)
    return prove(_DIFFERENCE, judged, stated, formula=formula, evidence=relation.evidence, repairs=repairs)


@check(
    CheckInfo(
        code="BX202",
        title="growth is that from the one level to the other",
        title_id="pertumbuhan sesuai dengan angka awal dan akhirnya",
        severity="error",
        what=(
            "Where the text gives two levels of one thing and the percentage of change between them, computes it anew, "
            "within what the printed digits allow. Where the earlier level is left out, says what it would be.\n"
            "Bila teks menyebut dua angka dan persentase kenaikan atau penurunannya, menghitung ulang persentase itu "
            "dalam batas pembulatan. Bila angka sebelumnya tidak disebut, menunjukkan angka yang tersirat."
        ),
        trigger="naik/turun N persen dari A menjadi B; B, naik N persen dibanding tahun lalu yang A",
        holds="Produksi padi naik 12 persen dari 4.100 ton menjadi 4.592 ton.",
        contradicts="Produksi padi naik 21 persen dari 4.100 ton menjadi 4.592 ton.",
    )
)
def growth_is_stated(case: Case) -> Iterator[Finding]:
    told: set[int] = set()
    without_old: dict[int, tuple[Relation, Quantity]] = {}
    for relation in changes(case):
        percent = _quantity(relation, "percent")
        new, old = _quantity(relation, "new"), _quantity(relation, "old")
        if percent is None or new is None:
            continue
        if old is not None:
            if _fits(old, new):
                told.add(percent.span.start)
                if (found := _grown(case, relation)) is not None:
                    yield found
        elif "amount" not in relation:
            without_old[percent.span.start] = relation, relation.quantity("new")
    near = nearby.growths(case, told, {place: new for place, (_, new) in without_old.items()})
    for finding, place in near:
        without_old.pop(place, None)
        yield finding
    yield from (_without_old(relation, new) for relation, new in without_old.values())


def _grown(case: Case, relation: Relation) -> Finding | None:
    """The finding on a change with both levels; one of the sentence before may be another figure that stands near."""
    found = nearby.borne_out(
        case, relation, lambda each: _growth_of(each if each is relation else in_order(each))
    )
    is_bad = found is not None and found.verdict == "inconsistent"
    return None if found and is_bad and relation.is_loose and not is_slip(found.repairs) else found


def _growth_of(relation: Relation) -> Finding | None:
    percent, new, old = (_quantity(relation, name) for name in ("percent", "new", "old"))
    if percent is None or new is None or old is None or not _fits(old, new):
        return None
    judged = _twice_rounded(judge(percent, (old, new), _growth, ratio=True), percent)
    is_bad = judged.verdict == "inconsistent"
    low, high = sorted((old, new), key=_point)
    formula = f"({figure(high).text} - {figure(low).text}) / {figure(old).text}"
    repairs = one_step(percent, (old, new), _growth, ratio=True) if is_bad else ()
    return prove(_GROWTH, judged, percent, formula=formula, evidence=relation.evidence, repairs=repairs)


@check(
    CheckInfo(
        code="BX203",
        title="a change agrees with its percentage and the level",
        title_id="perubahan cocok dengan persentase dan angkanya",
        severity="error",
        what=(
            "Where the text gives a change in points or money, the same change in percent and the level that it led "
            "to, computes the percentage anew.\n"
            "Bila teks menyebut perubahan dalam poin atau rupiah, persentasenya, dan posisi sesudahnya, menghitung "
            "ulang persentase itu."
        ),
        trigger="N poin atau P persen menjadi/ke level B",
        holds="Indeks saham menguat 60 poin atau 0,38 persen ke level 15.690.",
        contradicts="Indeks saham menguat 60 poin atau 3,8 persen ke level 15.690.",
    )
)
def points_agree_with_percentage(case: Case) -> Iterator[Finding]:
    told: set[int] = set()
    for relation in changes(case):
        amount, percent = _quantity(relation, "amount"), _quantity(relation, "percent")
        new, old = _quantity(relation, "new"), _quantity(relation, "old")
        level = new or old
        if (
            amount is None
            or percent is None
            or level is None
            or (new and old)
            or not _changes_level(amount, level)
        ):
            continue
        told.add(percent.span.start)
        yield _of_points(relation, amount, percent, level, is_old=new is None)
    yield from nearby.portions_of_levels(case, told)


CHECKS = (difference_is_stated, growth_is_stated, points_agree_with_percentage)


def _quantity(relation: Relation, name: str) -> Quantity | None:
    """The quantity of a group, if the relation has it; "naik hingga 5 persen" says how much, and is no bound."""
    if name not in relation.operands:
        return None
    found = relation.quantity(name)
    if name in ("amount", "percent") and found.modifier == "at_most":
        return found.model_copy(update={"modifier": "exact"})
    return _bounded(found)


def _bounded(quantity: Quantity) -> Quantity:
    """Nobody says "lebih dari 20" of more than twice as much, nor "kurang dari 20" of less than half."""
    value = quantity.value
    if value is None or value <= 0 or quantity.modifier not in ("at_least", "at_most"):
        return quantity
    ends = {"high": value * 2} if quantity.modifier == "at_least" else {"low": value / Decimal(2)}
    return quantity.model_copy(update=ends)


def _subtraction(relation: Relation) -> tuple[Quantity, ...] | None:
    """What is stated, then the figure that it is taken from and those that are taken."""
    names = _OPERANDS.get(relation.kind)
    if names is None:
        return None
    taken = sorted(name for name in relation.operands if name.rstrip("0123456789") == names[-1])
    figures = [_quantity(relation, name) for name in (*names[:-1], *taken)]
    known = tuple(each for each in figures if each is not None)
    if len(known) < len(figures) or not taken:
        return None
    return _in_points(known) if relation.kind == "points" else known


def _in_points(figures: tuple[Quantity, ...]) -> tuple[Quantity, ...] | None:
    """Levels in percent with their change in points of percent; 25 basis points are a quarter of one."""
    amount, *levels = figures
    if amount.unit not in _POINT_UNITS or amount.value is None:
        return None
    factor = 100 if amount.unit == "basis poin" else 1
    value, step = (to_number(Fraction(each) / factor) for each in (amount.value, amount.step))
    changed = {"value": value, "step": 0 if factor == 100 else step, "low": value, "high": value, "unit": "%"}
    return (amount.model_copy(update=changed), *levels)


def _fits(one: Quantity, other: Quantity, *, loosely: bool = False) -> bool:
    """Whether the two can be subtracted: same kind, same unit, and counted by the same; loosely, any two counts."""
    if one.malformed or other.malformed or _point(one) <= 0 or _point(other) <= 0:
        return False
    if one.per and other.per and one.per != other.per:
        return False
    if one.kind == other.kind == "money":
        return one.unit == other.unit
    if "poin" in (one.unit, other.unit):
        return "percent" not in (one.kind, other.kind)
    return one.kind == other.kind and ((loosely and one.kind == "count") or goes_with(one, other))


def _is_summed(case: Case, relation: Relation) -> bool:
    """Whether BX101 judges these figures: what is left is one of the parts."""
    if relation.kind == "change":
        return False
    places = {span.start for span in relation.evidence}
    return any(
        places <= {span.start for span in each.evidence}
        for each in case.facts.breakdowns
        if each.relation == "sum"
    )


def _tolerant(stated: Quantity, figures: Sequence[Quantity]) -> Judgement:
    """Sums of money that are printed to the rupiah were often computed from more digits."""
    judged = judge(stated, figures, difference, ratio=False)
    if judged.verdict != "inconsistent" or stated.kind != "money":
        return judged
    again = judge(*_rounded_to_one(stated, figures), difference, ratio=False)
    return judged if again.verdict == "inconsistent" else again._replace(verdict="ok_rounded")


def _rounded_to_one(stated: Quantity, figures: Sequence[Quantity]) -> tuple[Quantity, tuple[Quantity, ...]]:
    first, *others = (
        each if each.step or _point(each) < _LARGE else each.model_copy(update={"step": 1})
        for each in (stated, *figures)
    )
    return first, tuple(others)


def _changes_level(amount: Quantity, level: Quantity) -> bool:
    return _fits(amount, level) and _point(amount) < _point(level)


def _point(quantity: Quantity) -> Fraction:
    """Its value, or the lower end of a range; nought where it has neither."""
    value = quantity.value if quantity.value is not None else quantity.low
    return Fraction(value or 0)


def _growth(operands: Sequence[Interval]) -> Interval:
    """How far the second is from the first, in percent of the first, upwards or downwards."""
    ratio = operands[1] / operands[0] * HUNDRED - HUNDRED
    if ratio.high is not None and ratio.high <= 0:
        return -ratio
    if ratio.low is not None and ratio.low < 0:
        return Interval.of(0, 0).hull(ratio).hull(-ratio)
    return ratio


def _twice_rounded(judged: Judgement, percent: Quantity) -> Judgement:
    """ "6 persen" for 5,49: the source had rounded it to 5,5 before."""
    if judged.verdict != "inconsistent" or judged.point is None or percent.value is None or not percent.step:
        return judged
    step = Fraction(percent.step)
    once = _to_nearest(judged.point, step / 10)
    return judged._replace(verdict="ok_rounded") if _to_nearest(once, step) == percent.value else judged


def _to_nearest(value: Fraction, unit: Fraction) -> Fraction:
    return (value / unit + Fraction(1, 2)).__floor__() * unit


def _of_points(
    relation: Relation, amount: Quantity, percent: Quantity, level: Quantity, *, is_old: bool
) -> Finding:
    """Against the level before; where that is not stated a rise and a fall are tried, as a weak rupiah costs more."""
    amount, level = _with_decimals(amount), _with_decimals(level)
    percent = percent.model_copy(update={"value": abs(percent.value or 0)})
    tried: list[tuple[Judgement, str]] = []
    for sign, before in ((0, percentage),) if is_old else ((-1, _of_risen), (1, _of_fallen)):
        judged = judge(percent, (amount, level), before, ratio=True)
        bracket = (
            figure(level).text
            if not sign
            else f"({figure(level).text} {'-+'[sign > 0]} {figure(amount).text})"
        )
        tried.append((judged, f"{figure(amount).text} / {bracket}"))
    judged, formula = min(tried, key=lambda each: _RANKS.index(each[0].verdict))
    return prove(_POINTS, judged, percent, formula=formula, evidence=relation.evidence)


def _with_decimals(quantity: Quantity) -> Quantity:
    """Points and levels of an index have decimals, which may have been left out."""
    if quantity.step or quantity.kind == "money":
        return quantity
    return quantity.model_copy(update={"step": 1})


def _of_risen(operands: Sequence[Interval]) -> Interval:
    return percentage((operands[0], operands[1] - operands[0]))


def _of_fallen(operands: Sequence[Interval]) -> Interval:
    return percentage((operands[0], operands[1] + operands[0]))


def _without_old(relation: Relation, new: Quantity) -> Finding:
    reach = earlier(relation)
    between = None if reach is None else middle(reach)
    implied = None if between is None else figure(new).near(between, new.step)
    shown = f", tersirat sekitar {implied}" if implied else ""
    return Finding(
        verdict="uncheckable",
        message=f"Persentase perubahan tidak dapat diperiksa: angka sebelumnya tidak disebut{shown}",
        message_en="The percentage of change cannot be checked: the earlier figure is not stated"
        + (f", it would be about {implied}" if implied else ""),
        evidence=relation.evidence,
    )
