"""What was recomputed: verdicts with their proof, and what follows without being stated."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from beritaextract.model.records import Number, Record, Span

__all__ = ["Check", "Derived", "Edit", "Severity", "Verdict"]

Verdict = Literal["ok", "ok_rounded", "ok_truncated", "ok_approximate", "remainder",
                  "inconsistent", "uncheckable", "malformed"]  # fmt: skip
Severity = Literal["error", "warning", "info", "style"]


class Edit(Record):
    """What a house-style check would write in the place of the words of ``span``; no digit ever differs."""

    span: Span
    replacement: str


class Check(Record):
    """One verdict with its proof; ``repairs`` are for the reader, ``fix`` (house style alone) for ``check --fix``.

    In English ``formula`` and ``repairs`` differ only where ``formula_en`` and ``repairs_en`` stand.
    """

    id: str
    code: str
    verdict: Verdict
    severity: Severity
    message: str = Field(description="in Indonesian")
    message_en: str
    formula: str | None = None
    formula_en: str | None = None
    stated: str | None = None
    computed: str | None = None
    low: Number | None = None
    high: Number | None = None
    evidence: tuple[Span, ...]
    repairs: tuple[str, ...] = ()
    repairs_en: tuple[str, ...] = ()
    fix: tuple[Edit, ...] = ()


class Derived(Record):
    """A figure that follows from the article although it does not state it: ``formula`` in ids of quantities."""

    id: str = ""
    label: str
    low: Number
    high: Number
    unit: str | None
    formula: str
    stated: Literal[False] = False
    evidence: tuple[Span, ...]
