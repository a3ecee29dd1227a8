"""Periods: what begins on one date and ends on another, in one mention or in two with *hingga* between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from beritaextract.mentions import Mentions
from beritaextract.model import Date, Span

__all__ = ["Period", "find"]

_LONGEST_GAP = 40
_UNTIL = regex.compile(
    r"\)?,?\s(?:(?:pagi|siang|sore|malam)\s)?(?:sampai(?:\sdengan)?|hingga|s/d|s\.d\.|berakhir|dan\sberakhir)(?:\s(?:pada|tanggal|hari|bulan|tahun))*\s\(?"
    r"|\)?\s?[-–—]\s?\(?"
)
_SINCE = regex.compile(
    r"\b(?:dari|mulai|dimulai|sejak|berlaku|terhitung|antara|periode|berlangsung|selama|digelar|tanggal|pada|dibuka)(?:\s(?:dari|mulai|sejak|pada|hari|tanggal|bulan|tahun))*\s\(?$",
    regex.IGNORECASE,
)
_SIGNED = regex.compile(r"\b(?:ditandatangani|diteken)(?:\s(?:pada|tanggal|sejak|hari))*\s\(?$")
_IN_FORCE = regex.compile(
    r"\)?,?\s(?:dan\s|serta\s)?(?:berlaku|berakhir|habis)(?:\s(?:hingga|sampai(?:\sdengan)?|pada|tanggal))+\s\(?"
)


@dataclass(frozen=True, slots=True)
class Period:
    """``start`` and ``end`` are one mention where both stand in one; ``signed`` where a signature begins it."""

    start: Date
    end: Date
    signed: bool = False

    @property
    def evidence(self) -> tuple[Span, ...]:
        return (self.start.span,) if self.start is self.end else (self.start.span, self.end.span)


def find(mentions: Mentions) -> Iterator[Period]:
    """The periods, in the order of the text; dates of two places that nothing joins are none."""
    before: Date | None = None
    for date in mentions.dates:
        if "/" in (date.value or ""):
            yield Period(date, date)
        elif before is not None and date.span.start - before.span.end <= _LONGEST_GAP:
            yield from _joined(mentions.text, before, date)
        before = date


def _joined(text: str, start: Date, end: Date) -> Iterator[Period]:
    between = text[start.span.end : end.span.start]
    lead = text[max(start.span.start - 30, 0) : start.span.start]
    if _UNTIL.fullmatch(between) and _SINCE.search(lead):
        yield Period(start, end)
    elif _IN_FORCE.fullmatch(between) and _SIGNED.search(lead):
        yield Period(start, end, signed=True)
