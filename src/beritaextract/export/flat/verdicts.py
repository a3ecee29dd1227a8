"""Tables of verdicts, of what follows from facts, and of the places in the text on which all of them rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from beritaextract.export.flat.facts import further
from beritaextract.export.flat.schema import (
    Member,
    Reference,
    Table,
    integer,
    items,
    many,
    members,
    number,
    span,
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
    lambda article: article.checks,
)

FIXES = Table(
    "fixes",
    "one edit that a check of house style would make",
    ("check_id", "number"),
    many(
        text("check_id", required=True, at="owner.id"),
        integer("number", required=True),
        span("record.span"),
        text("replacement", at="record.replacement"),
    ),
    lambda article: (edit for each in article.checks for edit in members(each, fix=each.fix)),
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
    lambda article: article.derived,
)


def _evidence(article: Article) -> Iterator[Member]:
    records: tuple[Any, ...] = (
        *article.officials, *article.breakdowns, *article.memberships, *article.claims, *article.agreements,
        *article.rates, *article.checks, *article.derived,
    )  # fmt: skip
    for record in records:
        yield from members(record, evidence=record.evidence)
    for fact in further(article):
        yield from members(fact, evidence=getattr(fact.record, "evidence", ()))


EVIDENCE = Table(
    "evidence",
    "one place in the text on which a fact or a verdict rests",
    ("item_id", "number"),
    many(
        text("item_id", "the id of the fact or verdict: b1, m1, c1, BX101-1", required=True, at="owner.id"),
        integer("number", required=True),
        span("record"),
    ),
    _evidence,
)


TABLES = (CHECKS, FIXES, DERIVED, EVIDENCE)
