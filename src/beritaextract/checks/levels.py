"""Changes with their levels in order: which is the later one, and what the text sums up before it speaks of growth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from beritaextract.checks.engine import Case, Repair, Words
from beritaextract.facts import Figures, Relation
from beritaextract.facts.grammar import prints_unit
from beritaextract.model import Date, Quantity

__all__ = ["changes", "goes_with", "in_order", "is_slip"]

_BEHIND_SUM = 80  # characters from the last part of a sum to what is said of the sum

_ANYTHING = frozenset(("orang", "unit", "buah", "kuota"))
"""Units that may be printed for what another names: 500 peserta, 320 orang, tersisa 180 kuota."""


def changes(case: Case) -> Iterator[Relation]:
    """The changes, without those whose figures another holds all and more."""
    found = [*map(in_order, case.facts.related("change")), *_of_sums(case)]
    figures = Figures(found)
    for relation in found:
        if not figures.have_more(relation.evidence):
            yield relation


def is_slip(repairs: Sequence[Repair]) -> bool:
    """Whether one step of typing explains a contradiction: its repair says which, where a computed figure does not."""
    return any(isinstance(each, Words) for each in repairs)


def goes_with(one: Quantity, other: Quantity) -> bool:
    """Whether the units are one, as "lampu" and "lampu jalan" are, or one of them is not printed."""
    mine, theirs = (each.unit if prints_unit(each) else None for each in (one, other))
    if mine is None or theirs is None:
        return True
    if not _ANYTHING.isdisjoint((mine, theirs)):
        return True
    mine, theirs = f"{mine.casefold()} ", f"{theirs.casefold()} "
    return mine.startswith(theirs) or theirs.startswith(mine)


def in_order(relation: Relation) -> Relation:
    """The change with the later level as the new one: "tahun ini 315 ekor, tahun lalu 252 ekor, naik 25 persen"."""
    if not {"old", "new"} <= relation.operands.keys():
        return relation
    if relation.rule.fields.get("order") == "verb":
        return _swapped(relation) if _is_against_verb(relation) else relation
    if not {"first", "second"} <= relation.operands.keys():
        return relation
    first, second = relation.date("first"), relation.date("second")
    years = [(each.value or "")[:4] for each in (first, second)]
    is_known = all(years) and years[0] != years[1]
    is_later = years[0] > years[1] if is_known else _is_now(first) and not _is_now(second)
    return _swapped(relation) if is_later else relation


def _swapped(relation: Relation) -> Relation:
    old, new = relation.operands["old"], relation.operands["new"]
    return replace(relation, operands={**relation.operands, "old": new, "new": old})


def _is_against_verb(relation: Relation) -> bool:
    """Whether what is said to rise would fall: then the levels stand the other way round."""
    rises, falls = "rise" in relation, "fall" in relation
    old, new = relation.quantity("old").value, relation.quantity("new").value
    if rises == falls or old is None or new is None:
        return False
    return new < old if rises else old < new


def _is_now(date: Date) -> bool:
    return date.span.text.casefold().endswith(" ini")


def _of_sums(case: Case) -> Iterator[Relation]:
    """ "Jumlah itu" behind a list is the whole of the list."""
    for relation in case.facts.related("change_of_sum"):
        start = relation.stretch.start
        wholes = [
            each.total
            for each in case.facts.breakdowns
            if each.relation == "sum"
            and each.total is not None
            and 0 <= start - max(span.end for span in each.evidence) <= _BEHIND_SUM
        ]
        if len(wholes) == 1:
            yield replace(relation, kind="change", operands={**relation.operands, "new": (wholes[0],)})
