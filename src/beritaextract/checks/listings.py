"""BX103, BX106 and BX107: how many things are listed, what each of them gets, and figures printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import regex

from beritaextract.checks.engine import Case, CheckInfo, Finding, check, judge
from beritaextract.checks.printed import figure
from beritaextract.checks.proof import Subject, prove
from beritaextract.checks.ratios import multiplied
from beritaextract.facts import Relation
from beritaextract.facts.grammar import prints_unit
from beritaextract.facts.listings import listed
from beritaextract.model import Quantity, Verdict
from beritaextract.values import parse_ordinal

__all__ = ["CHECKS"]

_MOST_LISTED = 20
_ELSEWHERE = regex.compile(
    r"\b(?:dengan|selama|oleh|untuk|sebagai|dan|tiap|setiap|masing-masing|berbagai|beberapa|sejumlah|terakhir"
    r"|(?:di|dari|ke|pada|dalam|kepada|bagi|antara)\s(?!\p{Lu}))\b|,\s"
)
"""What stands between the number and its list and may bring another thing that is listed."""
_PERIODS = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "second", "semester", "quarter", "night"}
)
_FURTHEST = 10
"""A total that is more times as large or as small is of something else."""
_ANYTHING = frozenset(("unit", "buah", "orang"))
"""Units in which a total may be printed of what else has a name of its own."""
_SUM = Subject("Perkalian", "The product")


@check(
    CheckInfo(
        code="BX103",
        title="masing-masing gives every one its figure",
        title_id="masing-masing memberi setiap pihak angkanya",
        severity="warning",
        what=(
            "Where every one of a number of things gets one figure, multiplies and compares with the stated total; "
            "where several are named with a figure each, counts both.\n"
            "Bila masing-masing mendapat satu angka, mengalikannya lalu membandingkannya dengan jumlah yang tertulis; "
            "bila beberapa nama disebut dengan angkanya masing-masing, menghitung keduanya."
        ),
        trigger="A, B, dan C masing-masing X, Y, dan Z; N kelompok, masing-masing Rp…, total Rp…",
        holds="Dinas itu menyalurkan Rp200 juta bagi delapan kelompok tani, masing-masing menerima Rp25 juta.",
        contradicts="Dinas itu menyalurkan Rp250 juta bagi delapan kelompok tani, masing-masing menerima Rp25 juta.",
    )
)
def each_has_its_figure(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("each"):
        if found := _multiplied(relation):
            yield found
    for relation in case.facts.related("shared"):
        values = relation.words["values"]
        figures = [each for each in case.mentions.quantities if values.start <= each.span.start < values.end]
        if found := _shared(relation, figures):
            yield found


@check(
    CheckInfo(
        code="BX106",
        title="a counted list has as many members as stated",
        title_id="isi daftar sebanyak jumlah yang disebut",
        severity="warning",
        what=(
            "Counts what a sentence lists behind yaitu, yakni or meliputi and compares it with the number before; "
            "silent where the list is open (antara lain, seperti) or can be read in several ways.\n"
            "Menghitung anggota daftar sesudah yaitu, yakni, atau meliputi lalu membandingkannya dengan jumlah yang "
            "disebut; diam bila daftarnya terbuka (antara lain, seperti) atau bisa dibaca lebih dari satu cara."
        ),
        trigger="N X yaitu/yakni/meliputi A, B, dan C",
        holds="Listrik padam di tiga kelurahan, yakni Antasan, Kertak, dan Gadang.",
        contradicts="Listrik padam di empat kelurahan, yakni Antasan, Kertak, dan Gadang.",
    )
)
def list_has_its_members(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("listed"):
        stated = _stated(relation)
        found = listed(relation.words["list"].text) if stated else None
        if stated is None or found is None:
            continue
        if stated in found.counts:
            yield _members("ok", relation, stated, stated)
        elif found.sure and len(found.counts) == 1 and _is_told(relation, names=found.names):
            yield _members("inconsistent", relation, stated, min(found.counts))

    for relation in case.facts.related("lines"):
        stated = _stated(relation)
        lines = sum(not line.isspace() for line in relation.words["list"].text.splitlines())
        if stated == lines:  # fewer lines prove nothing: a long one without figures is in no sketch
            yield _members("ok", relation, lines, lines)


CHECKS = (each_has_its_figure, list_has_its_members)


def _multiplied(relation: Relation) -> Finding | None:
    total, heads, each = (relation.quantity(name) for name in ("total", "heads", "each"))
    same = total.unit == each.unit or (total.kind == "count" and total.unit in _ANYTHING)
    if total.kind != each.kind or not same or total.per is not None or each.per in _PERIODS:
        return None
    judged = judge(total, (heads, each), multiplied, ratio=False)
    if judged.point is not None and total.value is not None:
        whole = Fraction(total.value)
        if not whole / _FURTHEST <= judged.point <= whole * _FURTHEST:
            return None
    formula = f"{figure(heads).text} × {figure(each).text}"
    return prove(_SUM, judged, total, formula=formula, evidence=relation.evidence)


def _shared(relation: Relation, figures: Sequence[Quantity]) -> Finding | None:
    """How many things and how many figures there are; said to differ only where all the things are names."""
    count = len(figures)
    if not _are_alike(figures):
        return None
    if "total" in relation:
        total = relation.quantity("total").value
        if total == count:
            return _counted("ok", relation, count, count)
        named = listed(relation.words["names"].text) if "names" in relation else None
        is_bad = named is not None and named.names and named.counts == {total}
        return _counted("inconsistent", relation, min(named.counts), count) if named and is_bad else None
    found = listed(relation.words["names"].text)
    if found is None:
        return None
    if count in found.counts:
        return _counted("ok", relation, count, count)
    if found.names and len(found.counts) == 1:
        return _counted("inconsistent", relation, min(found.counts), count)
    return None


def _are_alike(figures: Sequence[Quantity]) -> bool:
    """Whether all are of one unit, which counts print with the last: "112, 87, dan 64 orang"."""
    if len({(each.kind, each.unit) for each in figures}) > 1:
        return False
    return figures[0].kind != "count" or not any(map(prints_unit, figures[:-1]))


def _counted(verdict: Verdict, relation: Relation, names: int, figures: int) -> Finding:
    agrees = verdict == "ok"
    listed_in = relation.quantity("total").span if "total" in relation else relation.words["names"]
    return Finding(
        verdict=verdict,
        message=f"Banyaknya nama dan angka {'cocok' if agrees else 'tidak cocok'}: {names} nama, {figures} angka",
        message_en=f"Names and figures are {'as many' if agrees else 'not as many'}: {names} and {figures}",
        formula=f"{names} {'=' if agrees else '≠'} {figures}",
        stated=str(names),
        computed=str(figures),
        evidence=(listed_in, relation.words["values"]),
    )


def _stated(relation: Relation) -> int | None:
    """How many there are said to be, where that is a small whole number."""
    if "all" in relation:
        return parse_ordinal(relation.words["all"].text)
    total = relation.quantity("total")
    if total.modifier != "exact" or not isinstance(total.value, int):
        return None
    return total.value if 2 <= total.value <= _MOST_LISTED else None


def _is_told(relation: Relation, *, names: bool = False) -> bool:
    """Whether the list can be of nothing but what is counted, and is complete."""
    fields = relation.rule.fields
    if "partly" in fields or "more" in relation or ("loose" in fields and not names):
        return False
    between = relation.words.get("between")
    if between is not None and _ELSEWHERE.search(between.text):
        return False
    return "all" in relation or _is_of_things(relation.quantity("total"))


def _is_of_things(total: Quantity) -> bool:
    return total.kind == "count" and prints_unit(total) and (total.unit or "")[:1].islower()


def _members(verdict: Verdict, relation: Relation, stated: int, counted: int) -> Finding:
    agrees = verdict == "ok"
    evidence = (
        *relation.evidence,
        *([relation.words["all"]] if "all" in relation else []),
        relation.words["list"],
    )
    return Finding(
        verdict=verdict,
        message=f"Isi daftar {'cocok' if agrees else 'tidak cocok'} dengan jumlahnya: {counted} disebut satu per satu"
        + ("" if agrees else f", tertulis {stated}"),
        message_en=f"The list {'has' if agrees else 'does not have'} as many members as stated: {counted} are named"
        + ("" if agrees else f", {stated} stated"),
        formula=f"{counted} = {stated}" if agrees else f"{counted} ≠ {stated}",
        stated=str(stated),
        computed=str(counted),
        evidence=evidence,
        repairs=() if agrees else (f"{stated} → {counted}",),
    )
