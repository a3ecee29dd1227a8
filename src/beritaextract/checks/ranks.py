"""BX208: superlatives and ranks against the figures that are listed with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, pairwise

from beritaextract.checks.candidates import changed
from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.checks.printed import figure, plain
from beritaextract.checks.proof import repair
from beritaextract.checks.repairs import SWAPPED_PLACES
from beritaextract.facts import Relation
from beritaextract.facts.grammar import prints_unit
from beritaextract.interval import Interval, rounded
from beritaextract.model import Quantity

__all__ = ["CHECKS"]

_MOST_REPAIRS = 3
_CUT_OFF = 50
"""No amount of rupiah is as small as this."""
_FAR = 100
_ABOVE = {"down": ("di atas", "above"), "up": ("di bawah", "below")}
_SIGN = {"down": ">", "up": "<"}
_Pair = tuple[Quantity, Quantity]


@check(
    CheckInfo(
        code="BX208",
        title="superlatives and ranks agree with the listed values",
        title_id="superlatif dan peringkat sesuai dengan angka dalam daftar",
        severity="warning",
        what=(
            "Where the text names the highest (lowest, first) with its figure and goes on with those that come behind "
            "it, compares the figures in their order. Silent where another measure, time or change comes in.\n"
            "Bila teks menyebut yang tertinggi (terendah, pertama) beserta angkanya lalu menyebut urutan di bawahnya, "
            "membandingkan angka-angka itu. Diam bila ukuran, waktu, atau perubahan lain ikut disebut."
        ),
        trigger="tertinggi di A dengan N, disusul B M; peringkat pertama, peringkat kedua; tertinggi N dan terendah M",
        holds="Kasus tertinggi tercatat di Sako dengan 112 kasus, disusul Plaju 87 kasus dan Kalidoni 64 kasus.",
        contradicts="Kasus tertinggi tercatat di Sako dengan 112 kasus, disusul Plaju 187 kasus dan Kalidoni 64 kasus.",
    )
)
def ranks_fit_values(case: Case) -> Iterator[Finding]:
    for relation in case.facts.relations:
        found = None
        if relation.kind == "ranked" and ("moved" not in relation or "moves" in relation):
            found = _ranked(relation)
        elif relation.kind == "extremes":
            found = _extremes(relation)
        elif relation.kind == "singled":
            found = _singled(case, relation)
        if found is not None:
            yield found


CHECKS = (ranks_fit_values,)


def _ranked(relation: Relation) -> Finding | None:
    """The figures behind the first, down or up; without a direction of its own either will do."""
    first = relation.quantity("first")
    ranks = [first, *(each for each in relation.quantities("next") if _alike(first, each))]
    if len(ranks) < 2 or not _comparable(ranks):
        return None
    is_loose = "loose" in relation.rule.fields
    pairs = [(first, each) for each in ranks[1:]] if is_loose else list(pairwise(ranks))
    if "top" not in relation:
        return _finding(ranks, pairs, "up" if "least" in relation else "down")
    if len(pairs) == 1:
        return None
    return min((_finding(ranks, pairs, order) for order in _SIGN), key=lambda found: found.verdict != "ok")


def _extremes(relation: Relation) -> Finding | None:
    pair = relation.quantity("most"), relation.quantity("least")
    return _finding(pair, [pair], "down") if _alike(*pair) and _comparable(pair) else None


def _singled(case: Case, relation: Relation) -> Finding | None:
    """The one that is named as the largest or smallest of a list, against the others of it."""
    last, name = relation.quantity("last"), relation.words["name"].line
    for breakdown in case.facts.breakdowns:
        parts = breakdown.parts
        if len(parts) < 3 or parts[-1].quantity.span != last.span:
            continue
        named = [part.quantity for part in parts if _is_named(part.label, name)]
        figures = [part.quantity for part in parts]
        if len(named) != 1 or not _comparable(figures) or not all(_alike(named[0], each) for each in figures):
            return None
        [one] = named
        others = [each for each in figures if each is not one]
        return _finding(
            [one, *others], [(one, each) for each in others], "up" if "least" in relation else "down"
        )
    return None


def _is_named(label: str, name: str) -> bool:
    """Whether the label of a part is the name, with or without the word for what it is: Kecamatan Sako."""
    label, name = f" {label.casefold()}", f" {name.casefold()}"
    return label.endswith(name) or name.endswith(label)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one measure; a count may leave out what the other prints."""
    if one.kind != other.kind or one.malformed or other.malformed:
        return False
    if one.per and other.per and one.per != other.per:
        return False
    if one.unit == other.unit:
        return True
    return one.kind == "count" and not (prints_unit(one) and prints_unit(other))


def _comparable(ranks: Sequence[Quantity]) -> bool:
    """Whether all figures have a value, none of them minus or cut off before its scale word: Rp4,2."""
    return all(
        each.value is not None and each.value > (_CUT_OFF if each.unit == "IDR" else 0) for each in ranks
    )


def _is_out(before: Quantity, after: Quantity, order: str) -> bool:
    """Whether no reading of the two figures puts them in this order."""
    if order == "up":
        before, after = after, before
    highest, lowest = _reach(before).high, _reach(after).low
    return highest is not None and lowest is not None and highest < lowest


def _reach(quantity: Quantity) -> Interval:
    if quantity.modifier == "exact" and quantity.value is not None:
        return rounded(quantity.value, quantity.step)
    return Interval.of(quantity.low, quantity.high)


def _finding(ranks: Sequence[Quantity], pairs: Sequence[_Pair], order: str) -> Finding:
    sign = _SIGN[order]
    broken = next((pair for pair in pairs if _is_out(*pair, order)), None)
    evidence = tuple(each.span for each in ranks)
    if broken is None:
        formula = _chain(ranks, sign)
        return Finding(
            verdict="ok",
            message=f"Urutan angkanya cocok: {formula}",
            message_en=f"The figures are in the order that the text gives: {formula}",
            formula=formula,
            evidence=evidence,
        )
    before, after = broken
    one, other = figure(before).text, figure(after).text
    return Finding(
        verdict="inconsistent",
        message=f"Urutan angkanya tidak cocok: {one} disebut {_ABOVE[order][0]} {other}",
        message_en="The figures are not in the order that the text gives: "
        f"{one} is said to be {_ABOVE[order][1]} {other}",
        formula=f"{one} {sign} {other}",
        stated=plain(before.value),
        computed=plain(after.value),
        evidence=(after.span, *(span for span in evidence if span != after.span)),
        repairs=_repairs(pairs, before, after, order),
    )


def _chain(ranks: Sequence[Quantity], sign: str) -> str:
    """The figures in their order; where only the first is above all others, it and the nearest."""
    values = [Fraction(each.value or 0) for each in ranks]
    ordered = sorted(values, reverse=sign == ">")
    if values == ordered:
        signs = [f" {sign} " if one != other else " = " for one, other in pairwise(values)]
        return "".join(
            chain.from_iterable(zip([figure(each).text for each in ranks], [*signs, ""], strict=True))
        )
    nearest = ranks[values.index(ordered[1])]
    return f"{figure(ranks[0]).text} {sign} {figure(nearest).text}"


def _repairs(pairs: Sequence[_Pair], before: Quantity, after: Quantity, order: str) -> tuple[Words, ...]:
    """Slips in one of the two that put it between its neighbours, and the two in each other's place."""
    lines: list[Words] = []
    for each in (after, before):
        above = [Fraction(one.value or 0) for one, other in pairs if other is each]
        below = [Fraction(other.value or 0) for one, other in pairs if one is each]
        lower, upper = (below, above) if order == "down" else (above, below)
        for value, reason in changed(each):
            in_place = all(end <= value for end in lower) and all(value <= end for end in upper)
            if in_place and all(end / _FAR <= value <= end * _FAR for end in (*lower, *upper)):
                lines.append(repair(f"{figure(each).text} → {figure(each).show(value)}", reason))
    swapped = repair(f"{figure(before).text} ↔ {figure(after).text}", SWAPPED_PLACES)
    return (*lines[:_MOST_REPAIRS], swapped)
