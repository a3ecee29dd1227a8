"""Findings for people: ``file:line:column CODE message``, the words underlined, and what may have been meant."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from beritaextract.checks import CheckInfo
from beritaextract.diagnostics import speech
from beritaextract.diagnostics.excerpts import Row, excerpt
from beritaextract.diagnostics.places import Lines, start_of
from beritaextract.diagnostics.report import SEVERITIES, Report, Tally
from beritaextract.diagnostics.speech import Lang, pick
from beritaextract.export import Failure
from beritaextract.lines import one_line
from beritaextract.model import Check

__all__ = ["Paint", "excerpt_lines", "statistics", "summary", "write"]

_PLAIN_WIDTH, _WIDEST = 100, 120
_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "style": "1;36", "faint": "2", "bold": "1"}


class Paint:
    """Colour at a terminal that wants it, plain text elsewhere."""

    def __init__(self, out: TextIO) -> None:
        terminal = out.isatty()
        self._colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        columns = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
        self.width = max(min(columns, _WIDEST), 40) if terminal else _PLAIN_WIDTH

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self._colour and text else text


def write(reports: Iterable[Report | Failure], out: TextIO, *, lang: Lang) -> None:
    """Writes each finding as soon as it is known, and a line about the whole at the end."""
    paint = Paint(out)
    tally = Tally()
    for each in reports:
        if isinstance(each, Failure):
            tally.unusable += 1
            continue
        tally.add(each)
        lines = Lines(each.article.text)
        for check in each.findings:
            for line in _finding(each.path, check, lines, paint, lang):
                out.write(line + "\n")
            out.write("\n")
        out.flush()
    out.write(summary(tally, lang) + "\n")


def _finding(path: str, check: Check, lines: Lines, paint: Paint, lang: Lang) -> Iterator[str]:
    place = lines.place(start_of(check))
    where = paint(f"{one_line(path)}:{place.line}:{place.column}", "bold")
    yield f"{where} {paint(check.code, check.severity)} {one_line(speech.said(check, lang))}"
    rows = list(excerpt(lines, check.evidence, paint.width - 8))
    indent = " " * _gutter(rows)
    yield from excerpt_lines(rows, paint, check.severity)
    for repair in () if check.fix else speech.repairs(check, lang):
        yield f"{indent} = {pick(lang, 'mungkin', 'perhaps')}: {one_line(repair)}"
    for edit in check.fix:
        fixed = f"{one_line(edit.span.text)} → {one_line(edit.replacement)} (--fix)"
        yield f"{indent} = {pick(lang, 'perbaikan', 'repair')}: {fixed}"
    yield paint(f"{indent} = {speech.severity(check.severity, lang)} {check.id}", "faint")


def excerpt_lines(rows: Sequence[Row], paint: Paint, style: str) -> Iterator[str]:
    """Rows with their line numbers, each above its marks."""
    gutter = _gutter(rows)
    for row in rows:
        number = "" if row.line is None else str(row.line)
        yield f"{paint(number.rjust(gutter) + ' |', 'faint')} {row.text}"
        yield f"{paint(' ' * gutter + ' |', 'faint')} {paint(row.marks, style)}"


def _gutter(rows: Iterable[Row]) -> int:
    return len(str(max((row.line or 0 for row in rows), default=0)))


def statistics(tally: Tally, checks: Mapping[str, CheckInfo], lang: Lang) -> str:
    """How often each check found something and how often it held, the most findings first."""
    codes = sorted(
        tally.by_code.keys() | tally.held.keys(),
        key=lambda code: (-tally.by_code[code], -tally.held[code], code),
    )
    if not codes:
        return summary(tally, lang) + "\n"
    head = pick(lang, "temuan  cocok", "findings  held")
    first, second = head.split("  ")
    rows = [f"{first}  {second}"]
    for code in codes:
        info = checks[code]
        counts = f"{tally.by_code[code]:>{len(first)}}  {tally.held[code]:>{len(second)}}"
        rows.append(
            f"{counts}  {code}  {speech.severity(info.severity, lang):<10}  {speech.title(info, lang)}"
        )
    return "\n".join((*rows, "", summary(tally, lang), ""))


def summary(tally: Tally, lang: Lang) -> str:
    """One sentence on a whole run."""
    findings = [
        speech.counted(count, severity, lang)
        for severity in SEVERITIES
        if (count := tally.by_severity[severity])
    ]
    held = tally.held.total()
    articles = pick(
        lang, f"{tally.articles} naskah", f"{tally.articles} article{'s' * (tally.articles != 1)}"
    )
    if findings:
        found = pick(
            lang,
            f"{', '.join(findings)} dalam {tally.touched} dari",
            f"{', '.join(findings)} in {tally.touched} of",
        )
        parts = [f"{found} {articles}"]
    else:
        parts = [pick(lang, f"Tidak ada temuan dalam {articles}", f"No findings in {articles}")]
    parts.append(
        pick(lang, f"{held} pernyataan cocok", f"{held} statement{'s' * (held != 1)} hold{'s' * (held == 1)}")
    )
    if tally.uncheckable:
        parts.append(
            pick(lang, f"{tally.uncheckable} tidak dapat diperiksa", f"{tally.uncheckable} cannot be checked")
        )
    if tally.accepted:
        parts.append(pick(lang, f"{tally.accepted} sudah diterima", f"{tally.accepted} accepted before"))
    if tally.unusable:
        parts.append(pick(lang, f"{tally.unusable} berkas tak terbaca", f"{tally.unusable} not usable"))
    return "; ".join(parts) + "."
