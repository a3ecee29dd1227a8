"""BX105, BX201, BX204, BX209: percentages, fractions and multiples against the figures they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from beritaextract.checks import confirmed, nearby
from beritaextract.checks.candidates import one_step, rescaled_operands
from beritaextract.checks.engine import Case, CheckInfo, Finding, Repair, Words, check, judge, sum_of
from beritaextract.checks.levels import goes_with, is_slip
from beritaextract.checks.printed import digits, figure, plain, to_number
from beritaextract.checks.proof import PHRASES, Subject, proof, prove, repair
from beritaextract.checks.ratios import HUNDRED, percentage
from beritaextract.facts import Relation
from beritaextract.facts.grammar import prints_unit
from beritaextract.facts.slips import slip
from beritaextract.interval import Interval, rounded
from beritaextract.model import Quantity, Verdict
from beritaextract.values import parse_number

__all__ = ["CHECKS"]

_WHOLE = Fraction(100)
_PERCENTAGE = Subject("Persentase", "The percentage")
_PART_OF = Subject("Bagian dari keseluruhan", "The part of the whole")
_MULTIPLE = Subject("Kelipatan", "The multiple")
_FRACTIONS: Mapping[str, Fraction] = {
    "setengah": Fraction(1, 2), "separuh": Fraction(1, 2), "separo": Fraction(1, 2), "sepertiga": Fraction(1, 3),
    "seperempat": Fraction(1, 4), "seperlima": Fraction(1, 5), "sepersepuluh": Fraction(1, 10),
    "dua pertiga": Fraction(2, 3), "tiga perempat": Fraction(3, 4),
}  # fmt: skip
_WHOLES: Mapping[Verdict, tuple[str, str]] = {
    "ok": ("Bagian-bagian berjumlah 100 persen", "The shares come to 100 percent"),
    "ok_rounded": (
        "Bagian-bagian berjumlah 100 persen dalam pembulatan",
        "The shares come to 100 percent within the printed digits",
    ),
    "remainder": ("Bagian-bagian menyisakan sisa tanpa angka", "The shares leave a rest without a figure"),
    "inconsistent": ("Bagian-bagian tidak berjumlah 100 persen", "The shares do not come to 100 percent"),
}
_TOTALS: Mapping[Verdict, tuple[str, str]] = {
    "ok": ("Persentase menyiratkan satu keseluruhan yang sama", "The percentages imply one common total"),
    "inconsistent": (
        "Persentase menyiratkan keseluruhan yang berbeda-beda",
        "The percentages imply different totals",
    ),
}
_FEWEST = 2
_ASTRAY = 20  # points that the shares of what may be one whole are off at the most
_DIGITS = 4
_HUNDREDTHS = 100
_FEW, _ROUGHLY = 10, 3
"""Wholes that people round to, and by how many points such a figure of speech may be off."""
_SAME_WHOLE = Fraction(3, 2)
"""Two wholes that differ by more are two wholes, not one with a slip."""
_NEAR, _FAR = Fraction(1, 10), Fraction(1, 4)
"""How far what a writer calls half may be from it, relative to it; beyond the second nobody would call it so."""


@check(
    CheckInfo(
        code="BX105",
        title="the shares of one whole reach 100 percent",
        title_id="bagian dari satu keseluruhan berjumlah 100 persen",
        severity="error",
        what=(
            "Adds the percentages that the text gives as the shares of one whole. They must not exceed 100 percent, "
            "and reach it where the text says that they are all, within what rounding allows.\n"
            "Menjumlahkan persentase yang disebut sebagai bagian dari satu keseluruhan. Jumlahnya tidak boleh lebih "
            "dari 100 persen, dan harus 100 persen bila teks menyebut semuanya, dalam batas pembulatan."
        ),
        trigger="seluruh … yakni A persen, B persen, dan C persen; A persen, B persen, sisanya …",
        holds="Seluruh ekspor diserap tiga negara: Jepang 51,4 persen, Korea 24,8 persen, dan Cina 23,8 persen.",
        contradicts="Seluruh ekspor diserap tiga negara: Jepang 51,4 persen, Korea 24,8 persen, dan Cina 13,8 persen.",
    )
)
def shares_reach_the_whole(case: Case) -> Iterator[Finding]:
    told: set[int] = set()
    for relation in (*case.facts.related("portions"), *case.facts.related("some")):
        shares = relation.quantities("share")
        values = [
            Fraction(each.value) for each in shares if each.value is not None and each.modifier == "exact"
        ]
        if len(values) < len(shares) or "whole" in relation or shares[0].span.start in told:
            continue
        total = sum(values, Fraction(0))
        reach = sum_of(shares)
        if total == _WHOLE:
            verdict: Verdict = "ok"
        elif _WHOLE in reach:
            verdict = "ok_rounded"
        elif "rest" in relation and total < _WHOLE:
            verdict = "remainder"
        elif "complete" in relation and "rest" not in relation and _WHOLE / 2 < total < 2 * _WHOLE:
            if len(shares) == _FEWEST and not _has_slip(shares, total):
                continue
            verdict = "inconsistent"
        elif (
            "among" in relation
            and abs(total - _WHOLE) <= _ASTRAY
            and (total > _WHOLE or len(shares) == _FEWEST)
            and _has_slip(shares, total)
        ):
            verdict = "inconsistent"
        else:
            continue
        told.add(shares[0].span.start)
        yield _of_whole(relation, verdict, total, reach)
    for relation in case.facts.related("impossible"):
        share = relation.quantity("share")
        if share.value is not None and _WHOLE < share.value < 2 * _WHOLE:
            reach = sum_of([share])
            yield _of_whole(relation, "inconsistent", Fraction(share.value), reach)


def _has_slip(shares: Sequence[Quantity], total: Fraction) -> bool:
    """Whether one digit of one share explains why they do not come to the whole."""
    return any(
        slip(share, Fraction(share.value) + _WHOLE - total) in ("digit", "swap")
        for share in shares
        if share.value is not None and Fraction(share.value) + _WHOLE > total
    )


def _of_whole(relation: Relation, verdict: Verdict, total: Fraction, reach: Interval) -> Finding:
    terms = " + ".join(figure(each).text for each in relation.quantities("share"))
    formula = f"{terms} = {digits(total)}%"
    remark, remark_en = _WHOLES[verdict]
    return Finding(
        verdict=verdict,
        message=f"{remark}: {formula}",
        message_en=f"{remark_en}: {formula}",
        formula=formula,
        stated="100",
        computed=plain(total),
        low=to_number(reach.low),
        high=to_number(reach.high),
        evidence=relation.evidence,
    )


@check(
    CheckInfo(
        code="BX201",
        title="a percentage is that of the figures",
        title_id="persentase sesuai dengan angka-angkanya",
        severity="error",
        what=(
            "Where the text says what percentage one figure is of another, divides the one by the other and compares, "
            "within what the printed digits allow.\n"
            "Bila teks menyebut suatu angka sebagai sekian persen dari angka lain, membagi keduanya lalu "
            "membandingkannya, dalam batas pembulatan angka yang tercetak."
        ),
        trigger="A atau/setara N persen dari B; dari B, A (N persen); N persen dari B, yaitu A",
        holds="Dari 3.200 keluarga, sebanyak 640 keluarga atau 20 persen sudah menerima bantuan.",
        contradicts="Dari 3.200 keluarga, sebanyak 640 keluarga atau 25 persen sudah menerima bantuan.",
    )
)
def share_is_part_of_whole(case: Case) -> Iterator[Finding]:
    told: set[int] = set()
    for finding in (*_stated_shares(case), *confirmed.shares(case)):
        told.update(span.start for span in finding.evidence)
        yield finding
    yield from nearby.parts(case, told)


def _stated_shares(case: Case) -> Iterator[Finding]:
    """The shares whose figures the words join."""
    for relation in case.facts.related("share"):
        found = nearby.borne_out(case, relation, _share)
        if found is not None:
            yield found


def _share(relation: Relation) -> Finding | None:
    part, whole, percent = (relation.quantity(name) for name in ("part", "whole", "percent"))
    if part.kind != whole.kind or whole.value == 0:
        return None
    judged = judge(percent, (part, whole), percentage, ratio=True)
    is_bad = judged.verdict == "inconsistent"
    if is_bad and (_is_figure_of_speech(part, whole, percent) or not _is_certain(relation)):
        return None
    formula = f"{figure(part).text} / {figure(whole).text}"
    repairs = tuple(_of_share(part, whole, percent)) if is_bad else ()
    return prove(_PERCENTAGE, judged, percent, formula=formula, evidence=relation.evidence, repairs=repairs)


@check(
    CheckInfo(
        code="BX204",
        title="figures with their shares imply one common total",
        title_id="angka dan persennya menunjuk satu total yang sama",
        severity="warning",
        what=(
            "Where several figures stand each with its percentage of the same whole, the wholes that they imply must "
            "be one and the same, within what the printed digits allow.\n"
            "Bila beberapa angka masing-masing disebut dengan persentasenya dari keseluruhan yang sama, keseluruhan "
            "yang tersirat harus sama, dalam batas pembulatan."
        ),
        trigger="A (N persen), B (M persen)",
        holds="Calon A meraih 18.240 suara atau 31,2 persen, disusul calon B 16.310 suara atau 27,9 persen.",
        contradicts="Calon A meraih 18.240 suara atau 31,2 persen, disusul calon B 14.110 suara atau 27,9 persen.",
    )
)
def shares_imply_one_total(case: Case) -> Iterator[Finding]:
    stated = {relation.quantity("percent").id for relation in case.facts.related("share")}
    for relation in case.facts.related("pairs"):
        parts, shares = relation.quantities("part"), relation.quantities("percent")
        if stated.isdisjoint(each.id for each in shares) and _are_siblings(parts, shares):
            yield from _one_total(relation, parts, shares)


def _are_siblings(parts: Sequence[Quantity], shares: Sequence[Quantity]) -> bool:
    """Whether the figures can be parts of one whole: of one unit, as printed, and no more than all of it."""
    if len(parts) != len(shares) or any(each.value is None or each.value == 0 for each in (*parts, *shares)):
        return False
    if len({(part.kind, part.unit if prints_unit(part) else None) for part in parts}) > 1:
        return False
    exact_all = all(each.modifier == "exact" for each in (*parts, *shares))
    return exact_all and sum(Fraction(each.value) for each in shares if each.value is not None) <= _WHOLE + 1


def _one_total(
    relation: Relation, parts: Sequence[Quantity], shares: Sequence[Quantity]
) -> Iterator[Finding]:
    wholes = [_reach(part) / _reach(share) * HUNDRED for part, share in zip(parts, shares, strict=True)]
    verdict = _agreement(wholes)
    if verdict is None:
        return
    shown = "; ".join(
        f"{figure(part).text} / {figure(share).text} = {_range(part, whole)}"
        for part, share, whole in zip(parts, shares, wholes, strict=True)
    )
    remark, remark_en = _TOTALS[verdict]
    yield Finding(
        verdict=verdict,
        message=f"{remark}: {shown}",
        message_en=f"{remark_en}: {shown}",
        formula=shown,
        evidence=relation.evidence,
    )


def _agreement(wholes: Sequence[Interval]) -> Verdict | None:
    """Whether the wholes can be one; ``None`` where they seem to be shares of several wholes."""
    alike = max(sum(whole.overlaps(other) for other in wholes) for whole in wholes)
    if alike == len(wholes):
        return "ok"
    if len(wholes) > 2:
        return "inconsistent" if alike == len(wholes) - 1 else None
    ends = [end for whole in wholes for end in (whole.low, whole.high) if end is not None]
    return "inconsistent" if max(ends) < min(ends) * _SAME_WHOLE else None


def _range(part: Quantity, whole: Interval) -> str:
    """The ends of an implied whole, to four digits, in the currency and scale of its part."""
    printed = figure(part)
    ends = [printed.show(_short(end)) for end in (whole.low, whole.high) if end is not None]
    return "–".join(ends)


def _short(value: Fraction) -> Fraction:
    unit = Fraction(10) ** (len(str(int(value))) - _DIGITS)
    return round(value / unit) * unit


@check(
    CheckInfo(
        code="BX209",
        title="fractions and multiples in words fit the figures",
        title_id="pecahan dan kelipatan dalam kata sesuai dengan angkanya",
        severity="warning",
        what=(
            "Where the text calls a figure half, a third or so many times another, compares the two; writers round "
            "such words, so only what nobody would call so is reported.\n"
            "Bila teks menyebut suatu angka separuh, sepertiga, atau sekian kali lipat angka lain, membandingkan "
            "keduanya; kata seperti itu lazim dibulatkan, jadi hanya yang jelas tidak cocok yang dilaporkan."
        ),
        trigger="separuh/sepertiga/… dari B, yaitu A; naik dua kali lipat dari A menjadi B",
        holds="Separuh dari 1.200 siswa, yaitu 600 orang, sudah divaksin.",
        contradicts="Separuh dari 1.200 siswa, yaitu 200 orang, sudah divaksin.",
    )
)
def words_fit_the_ratio(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("fraction"):
        said = _FRACTIONS[" ".join(relation.words["fraction"].text.lower().split())]
        yield from _compared(_PART_OF, relation, "part", "whole", said)
    for relation in case.facts.related("multiple"):
        if "times" in relation:
            said = Fraction(parse_number(relation.words["times"].text) or 0)
        else:
            times = relation.quantity("times_count")
            if times.value is None or "kali" not in times.span.text:
                continue
            said = Fraction(times.value)
        yield from _compared(_MULTIPLE, relation, "level", "base", said)


def _compared(
    subject: Subject, relation: Relation, above: str, below: str, said: Fraction
) -> Iterator[Finding]:
    """The finding on a ratio that is told in words, none where it is neither near nor far."""
    part, whole = relation.quantity(above), relation.quantity(below)
    if part.kind != whole.kind or part.value is None or not whole.value:
        return
    ratio = Fraction(part.value) / Fraction(whole.value)
    off = ratio / said - 1
    about = relation.words["about"].text.strip() if "about" in relation.words else ""
    if off == 0:
        verdict: Verdict = "ok"
    elif _FITS.get(about, _is_near)(off):
        verdict = "ok_approximate"
    elif abs(off) > _FAR:
        verdict = "inconsistent"
    else:
        return
    words = relation.words.get("fraction") or relation.words.get("times")
    printed = f"{about} {words.text if words else digits(said)}".strip()
    shown = digits(round(ratio * _HUNDREDTHS) / Fraction(_HUNDREDTHS))
    phrase = PHRASES[verdict]
    lead = Words(f"{subject.indonesian} {phrase.indonesian}", f"{subject.english} {phrase.english}")
    yield Finding(
        verdict=verdict,
        **proof(lead, f"{figure(part).text} / {figure(whole).text} = {shown}", printed)._asdict(),
        stated=plain(said),
        computed=plain(ratio),
        evidence=relation.evidence,
    )


def _is_near(off: Fraction) -> bool:
    return abs(off) <= _NEAR


_FITS = {
    "lebih dari": lambda off: 0 < off <= _FAR,
    "hampir": lambda off: -_FAR <= off < 0,
    "nyaris": lambda off: -_FAR <= off < 0,
    "kurang dari": lambda off: -_FAR <= off < 0,
}


CHECKS = (shares_reach_the_whole, share_is_part_of_whole, shares_imply_one_total, words_fit_the_ratio)


def _reach(quantity: Quantity) -> Interval:
    assert quantity.value is not None
    return rounded(quantity.value, quantity.step)


def _is_figure_of_speech(part: Quantity, whole: Quantity, percent: Quantity) -> bool:
    """Whether a few of few say roughly what the percentage says precisely: "tiga dari empat (74 persen)"."""
    if not whole.value or whole.value > _FEW or part.value is None or percent.value is None:
        return False
    return abs(Fraction(part.value) / Fraction(whole.value) * 100 - Fraction(percent.value)) <= _ROUGHLY


def _is_certain(relation: Relation) -> bool:
    """Whether the words leave no doubt that these figures belong together, or one step of typing explains them."""
    part, whole, percent = (relation.quantity(name) for name in ("part", "whole", "percent"))
    if "alike" in relation.rule.fields and not goes_with(part, whole):
        return False
    return not relation.is_loose or is_slip(one_step(percent, (part, whole), percentage, ratio=True))


def _of_share(part: Quantity, whole: Quantity, percent: Quantity) -> Iterator[Repair]:
    """What would make a percentage hold: a scale word of the part or the whole, else the percentage as computed."""
    yield from rescaled_operands(percent, (part, whole), percentage)
    if part.value is not None and whole.value and percent.value is not None:
        ratio = Fraction(part.value) / Fraction(whole.value) * 100
        change = f"{figure(percent).text} → {figure(percent).near(ratio, percent.step)}"
        yield repair(change, Words("terhitung", "as computed"))
