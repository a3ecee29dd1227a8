"""BX101 and BX102: the parts of a breakdown against its total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from beritaextract.checks.engine import Case, CheckInfo, Finding, Repair, Words, added, check, climb, sum_of
from beritaextract.checks.printed import figure, plain, to_number, without_scale
from beritaextract.checks.proof import proof, repair
from beritaextract.checks.repairs import STRAY, repairs_of_subset, repairs_of_sum, stray_scale
from beritaextract.facts import Relation
from beritaextract.facts.grammar import prints_unit
from beritaextract.facts.slips import has_slip, lost_scale, slip, solve
from beritaextract.interval import Interval
from beritaextract.model import Breakdown, Part, Quantity, Span, Verdict

__all__ = ["CHECKS"]

_BACK = 600  # characters before a whole in which a larger figure may be meant
_REMARKS: dict[Verdict, tuple[str, str]] = {
    "ok": ("Jumlah cocok", "The parts add up"),
    "ok_rounded": ("Jumlah cocok dalam pembulatan", "The parts add up within the printed digits"),
    "ok_truncated": (
        "Jumlah cocok bila angkanya dipotong",
        "The parts add up if the figure was cut, not rounded",
    ),
    "ok_approximate": ("Jumlah cocok sebagai perkiraan", "The parts add up as approximate figures"),
    "remainder": ("Rincian menyisakan sisa tanpa angka", "The text leaves a rest without a figure"),
    "inconsistent": ("Jumlah tidak cocok", "The parts do not add up"),
    "uncheckable": ("Jumlah tidak dapat diperiksa", "The sum cannot be checked"),
}


_SUBSET_REMARKS: dict[Verdict, tuple[str, str]] = {
    "ok": ("Bagian tidak melebihi keseluruhannya", "No part is larger than its whole"),
    "inconsistent": ("Bagian lebih besar daripada keseluruhannya", "A part is larger than its whole"),
    "uncheckable": ("Bagian tidak dapat dibandingkan", "The part cannot be compared"),
}
_MOST_ALIKE = 12
_MOST_OVER = Fraction(3, 2)
"""Beyond this the one is not a part of the other at all."""
_BADNESS: tuple[Verdict, ...] = (
    "ok", "ok_rounded", "ok_truncated", "ok_approximate", "uncheckable", "malformed", "inconsistent",
)  # fmt: skip


@check(
    CheckInfo(
        code="BX101",
        title="the parts add up to the stated total",
        title_id="bagian-bagian berjumlah sama dengan totalnya",
        severity="error",
        what=(
            "Adds the parts that the text presents as making up a whole and compares them with the stated total, "
            "within what the printed digits allow.\n"
            "Menjumlahkan bagian-bagian yang disebut membentuk keseluruhan, lalu membandingkannya dengan jumlah "
            "yang tertulis, dalam batas pembulatan angka yang tercetak."
        ),
        trigger="terdiri dari/atas, meliputi, rinciannya, yakni, masing-masing, total, dari jumlah itu … sisanya",
        holds="Koperasi itu memiliki 1.250 anggota, terdiri dari 780 petani dan 470 nelayan.",
        contradicts="Koperasi itu memiliki 1.250 anggota, terdiri dari 780 petani dan 460 nelayan.",
    )
)
def parts_sum_to_total(case: Case) -> Iterator[Finding]:
    for place, breakdown in enumerate(case.facts.breakdowns):
        is_open = place in case.facts.open_rests
        if breakdown.total is not None and (breakdown.relation == "sum" or is_open):
            yield _sum(breakdown, breakdown.total, is_open=is_open, less=case.facts.less.get(place))
    known = {each.total.span.start for each in case.facts.breakdowns if each.total and each.relation == "sum"}
    for relation in case.facts.related("addition"):
        total, addition = relation.quantity("total"), _added(relation)
        if addition is not None and total.span.start not in known:
            known.add(total.span.start)
            yield _sum(addition, total, is_open=False)
    yield from _with_stray_scales(case)


@check(
    CheckInfo(
        code="BX102",
        title="a subset is not larger than its whole",
        title_id="bagian tidak melebihi keseluruhannya",
        severity="error",
        what=(
            "Compares each part that the text singles out of a whole with that whole; it is never summed with the "
            "other parts.\n"
            "Membandingkan setiap bagian yang dipilih dari suatu keseluruhan dengan keseluruhannya; bagian itu tidak "
            "pernah ikut dijumlahkan."
        ),
        trigger="dari jumlah tersebut, di antaranya, termasuk, antara lain",
        holds="Sebanyak 640 siswa mengikuti ujian, 85 orang di antaranya dari sekolah swasta.",
        contradicts="Sebanyak 640 siswa mengikuti ujian, 850 orang di antaranya dari sekolah swasta.",
    )
)
def subset_within_whole(case: Case) -> Iterator[Finding]:
    told: set[int] = set()
    for place, breakdown in enumerate(case.facts.breakdowns):
        if (
            breakdown.total is not None
            and breakdown.relation == "subset"
            and place not in case.facts.open_rests
        ):
            told.add(breakdown.total.span.start)
            found = _subset([part.quantity for part in breakdown.parts], breakdown.total)
            if found.verdict != "inconsistent" or _is_certain(case, breakdown, breakdown.total):
                yield found
    for relation in case.facts.related("taken"):
        part, whole = relation.quantity("part"), relation.quantity("whole")
        may_be = _are_one_unit(part, whole) if "among" in relation else _are_printed_alike(part, whole)
        if may_be and whole.span.start not in told and _within(part, whole) == "inconsistent":
            yield _subset([part], whole)


CHECKS = (parts_sum_to_total, subset_within_whole)


def _with_stray_scales(case: Case) -> Iterator[Finding]:
    """Malformed totals that two figures of their unit come to once the scale word goes: "134.195 ribu butir"."""
    quantities = case.mentions.quantities
    told = {span.start for each in case.facts.breakdowns if each.relation == "sum" for span in each.evidence}
    for total in quantities:
        value = without_scale(total) if total.malformed and total.span.start not in told else None
        if value is None:
            continue
        alike = [
            each for each in quantities if each.value and (each.kind, each.unit) == (total.kind, total.unit)
        ]
        for one, two in combinations(alike[:_MOST_ALIKE], 2):
            if Fraction(one.value or 0) + Fraction(two.value or 0) == value:
                formula = f"{figure(one).text} + {figure(two).text} = {figure(total).text}"
                yield _malformed(formula, total, (total.span, one.span, two.span), value)
                break


def _added(relation: Relation) -> Breakdown | None:
    """The sum that an addition is; those that differ in more than one step of typing may be no sum at all."""
    total = relation.quantity("total")
    names = sorted(name for name in relation.operands if name.startswith("part"))
    parts = [each for name in names for each in relation.quantities(name)]
    if any(not each.value or not _are_alike(each, total) for each in (total, *parts)):
        return None
    if climb(total, parts, added) is None and not has_slip(total, parts):
        return None
    return Breakdown(
        id="",
        relation="sum",
        total=total,
        parts=tuple(Part(label=each.span.line, quantity=each) for each in parts),
        evidence=(total.span, *(each.span for each in parts)),
        rule=relation.rule.id,
    )


def _are_alike(part: Quantity, total: Quantity) -> bool:
    if part.kind != total.kind or part.per != total.per:
        return False
    return part.kind == "count" or part.unit == total.unit


def _sum(breakdown: Breakdown, total: Quantity, *, is_open: bool, less: Quantity | None = None) -> Finding:
    parts = [part.quantity for part in breakdown.parts]
    evidence = (total.span, *(part.span for part in parts))
    terms = " + ".join(figure(part).text for part in parts)
    broken = [each for each in (total, *parts) if each.malformed]
    if broken:
        return _malformed(f"{terms} = {figure(total).text}", broken[0], evidence, solve((total, *parts)))
    points = [each.value for each in (total, *parts) if each.value is not None]
    computed = sum((Fraction(value) for value in points[1:]), Fraction(0))
    if len(points) <= len(parts):
        return _without_points(breakdown, total, f"{terms} = {figure(total).text}")
    if less is not None and computed - Fraction(less.value or 0) == points[0]:
        return _net(breakdown, total, less)
    if computed == points[0]:
        verdict: Verdict = "ok"
    elif (stray := stray_scale(breakdown)) is not None:
        return _malformed(f"{terms} = {figure(total).text}", stray, evidence)
    elif any(lost_scale(each, (total, *parts)) for each in (total, *parts)):
        verdict = "inconsistent"  # "Rp530,268 lebih" has no upper bound, and so might be anything
    elif slip(total, computed) == "scale":
        verdict = "inconsistent"  # nor has "menembus Rp1,36 miliar", where the parts are 1.360 miliar
    else:
        verdict = climb(total, parts, added) or "inconsistent"
    if is_open and verdict == "inconsistent" and computed < points[0]:
        verdict = "remainder"
    return _verdict(breakdown, verdict, computed)


def _net(breakdown: Breakdown, total: Quantity, less: Quantity) -> Finding:
    """Parts that come to a total after debts."""
    parts = [part.quantity for part in breakdown.parts]
    formula = (
        " + ".join(figure(part).text for part in parts) + f" - {figure(less).text} = {figure(total).text}"
    )
    said = proof(Words(*_REMARKS["ok"]), formula, "")
    return Finding(
        verdict="ok",
        message=said.message,
        message_en=said.message_en,
        formula=said.formula,
        formula_en=said.formula_en,
        stated=plain(total.value),
        computed=plain(total.value),
        evidence=(total.span, *(part.span for part in parts), less.span),
    )


def _verdict(breakdown: Breakdown, verdict: Verdict, computed: Fraction) -> Finding:
    total, parts = breakdown.total, [part.quantity for part in breakdown.parts]
    assert total is not None
    assert total.value is not None
    printed, reach = figure(total), sum_of(parts)
    formula = " + ".join(figure(part).text for part in parts) + f" = {printed.show(computed)}"
    said = proof(Words(*_REMARKS[verdict]), formula, printed.text if computed != total.value else "")
    gap = printed.show(abs(computed - Fraction(total.value))) if verdict == "inconsistent" else ""
    return Finding(
        verdict=verdict,
        message=f"{said.message}{gap and f' (selisih {gap})'}",
        message_en=f"{said.message_en}{gap and f' (off by {gap})'}",
        formula=said.formula,
        formula_en=said.formula_en,
        stated=plain(total.value),
        computed=plain(computed),
        low=to_number(reach.low),
        high=to_number(reach.high),
        evidence=(total.span, *(part.span for part in parts)),
        repairs=repairs_of_sum(breakdown) if verdict == "inconsistent" else (),
    )


def _without_points(breakdown: Breakdown, total: Quantity, formula: str) -> Finding:
    """A range among the operands has bounds but no point: it can agree as an approximate figure alone."""
    parts = [part.quantity for part in breakdown.parts]
    operands = (total, *parts)
    unbounded = any(each.value is None and each.low is None and each.high is None for each in operands)
    verdict: Verdict = "uncheckable"
    if not unbounded:
        verdict = "ok_approximate" if climb(total, parts, added) else "inconsistent"
    remark, remark_en = _REMARKS[verdict]
    return Finding(
        verdict=verdict,
        message=f"{remark}: {formula}",
        message_en=f"{remark_en}: {formula}",
        formula=formula,
        evidence=tuple(each.span for each in operands),
    )


def _malformed(
    formula: str, quantity: Quantity, evidence: tuple[Span, ...], solved: Fraction | None = None
) -> Finding:
    return Finding(
        verdict="malformed",
        message=f"Penulisan “{quantity.span.text}” rusak, jumlah tidak dapat dipastikan: {formula}",
        message_en=f"“{quantity.span.text}” is malformed, the sum cannot be settled: {formula}",
        formula=formula,
        evidence=evidence,
        repairs=tuple(_mended(quantity, solved)),
    )


def _mended(quantity: Quantity, solved: Fraction | None) -> Iterator[Repair]:
    printed = figure(quantity)
    if not quantity.malformed:
        yield repair(f"{printed.text} → {printed.text.removesuffix(printed.suffix)}", STRAY)
    elif solved is not None and solved > 0:
        yield f"{printed.text} → {printed.show(solved)}"


def _are_one_unit(part: Quantity, whole: Quantity) -> bool:
    """Whether both count the same, or the part leaves out what it counts."""
    return part.kind == whole.kind and (part.unit == whole.unit or not prints_unit(part))


def _are_printed_alike(part: Quantity, whole: Quantity) -> bool:
    """Whether both are sums of money, or both counts of what is printed with them, of the same order."""
    if (
        not part.value
        or not whole.value
        or part.per
        or whole.per
        or Fraction(part.value) > _MOST_OVER * Fraction(whole.value)
    ):
        return False
    return part.kind == "money" or (prints_unit(part) and prints_unit(whole))


def _is_certain(case: Case, breakdown: Breakdown, total: Quantity) -> bool:
    """Whether no other figure before a part can be the whole that it is larger than."""
    start, end = total.span.start - _BACK, min(part.quantity.span.start for part in breakdown.parts)
    most = max(part.quantity.value or 0 for part in breakdown.parts)
    return (total.value or 0) > 1 and not any(
        start <= each.span.start < end
        and (each.kind, each.unit) == (total.kind, total.unit)
        and (each.value or 0) >= most
        for each in case.mentions.quantities
    )


def _subset(parts: Sequence[Quantity], total: Quantity) -> Finding:
    verdicts = [_within(part, total) for part in parts]
    verdict = max(verdicts, key=_BADNESS.index)
    worst = parts[verdicts.index(verdict)]
    signs = [">" if each == "inconsistent" else "≤" for each in verdicts]
    whole = figure(total).text
    formula = "; ".join(
        f"{figure(part).text} {sign} {whole}" for part, sign in zip(parts, signs, strict=True)
    )
    evidence = (total.span, *(part.span for part in parts))
    if verdict == "malformed":
        return _malformed(formula, total if total.malformed else worst, evidence)
    remark, remark_en = _SUBSET_REMARKS.get(verdict, _SUBSET_REMARKS["ok"])
    return Finding(
        verdict=verdict,
        message=f"{remark}: {formula}",
        message_en=f"{remark_en}: {formula}",
        formula=formula,
        stated=plain(total.value),
        computed=plain(worst.value),
        evidence=evidence,
        repairs=repairs_of_subset(worst, total) if verdict == "inconsistent" else (),
    )


def _within(part: Quantity, total: Quantity) -> Verdict:
    if part.malformed or total.malformed:
        return "malformed"
    if part.value is not None and total.value is not None and part.value <= total.value:
        return "ok"
    if any(each.value is None and each.low is None and each.high is None for each in (part, total)):
        return "uncheckable"
    return climb(total, [part], added, _may_hold) or "inconsistent"


def _may_hold(whole: Interval, part: Interval) -> bool:
    return part.low is None or whole.high is None or part.low <= whole.high
