"""Tables of verdicts, of what follows from facts, and of the places in the text on which all of them rest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from beritaextract.export.flat.facts import further
from beritaextract.export.flat.schema import (
    Reference,
    Row,
    Table,
    integer,
    items,
    many,
    number,
    span,
    span_columns,
    text,
)
from beritaextract.model import Article

__all__ = ["TABLES"]

CHECKS = Table(
    "checks",
    "one verdict with its proof",
    ("id",),
    many(
        text("id", required=True),
        text("code", "such as BX101", required=True),
        text("verdict", "ok, inconsistent, malformed, uncheckable …", required=True),
        text("severity", "error, warning, info or style", required=True),
        text("message", "in Indonesian", required=True),
        text("message_en", "in English"),
        text("formula"),
        text("formula_en", "where it differs in English"),
        text("stated", "as the article has it"),
        text("computed", "as it follows from the rest"),
        number("low"),
        number("high"),
        items("repairs", "what may have been meant"),
        items("repairs_en", "where they differ in English"),
    ),
    lambda article: (
        {
            "id": each.id,
            "code": each.code,
            "verdict": each.verdict,
            "severity": each.severity,
            "message": each.message,
            "message_en": each.message_en,
            "formula": each.formula,
            "formula_en": each.formula_en,
            "stated": each.stated,
            "computed": each.computed,
            "low": each.low,
            "high": each.high,
            "repairs": each.repairs,
            "repairs_en": each.repairs_en,
        }
        for each in article.checks
    ),
)

FIXES = Table(
    "fixes",
    "one edit that a check of house style would make",
    ("check_id", "number"),
    many(
        text("check_id", required=True),
        integer("number", required=True),
        span_columns(),
        text("replacement"),
    ),
    lambda article: (
        {"check_id": each.id, "number": number, **span(edit.span), "replacement": edit.replacement}
        for each in article.checks
        for number, edit in enumerate(each.fix, start=1)
    ),
    (Reference("check_id", "checks"),),
)

DERIVED = Table(
    "derived",
    "one figure that follows from the article although it does not state it",
    ("id",),
    many(
        text("id", required=True),
        text("label"),
        number("low"),
        number("high"),
        text("unit"),
        text("formula", "in ids of quantities", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "label": each.label,
            "low": each.low,
            "high": each.high,
            "unit": each.unit,
            "formula": each.formula,
        }
        for each in article.derived
    ),
)


def _evidence(article: Article) -> Iterator[Row]:
    records: tuple[Any, ...] = (
        *article.officials, *article.breakdowns, *article.memberships, *article.claims, *article.agreements,
        *article.rates, *article.checks, *article.derived,
    )  # fmt: skip
    stated = ((record.id, record.evidence) for record in records)
    others = ((key, getattr(record, "evidence", ())) for _, key, record in further(article))
    for key, evidence in chain(stated, others):
        for nth, found in enumerate(evidence, start=1):
            yield {"item_id": key, "number": nth, **span(found)}


EVIDENCE = Table(
    "evidence",
    "one place in the text on which a fact or a verdict rests",
    ("item_id", "number"),
    many(
        text("item_id", "the id of the fact or verdict: b1, m1, c1, BX101-1", required=True),
        integer("number", required=True),
        span_columns(),
    ),
    _evidence,
)


TABLES = (CHECKS, FIXES, DERIVED, EVIDENCE)
