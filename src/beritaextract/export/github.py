"""Annotations of GitHub Actions: one workflow command a finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from beritaextract.diagnostics import speech
from beritaextract.diagnostics.places import Lines
from beritaextract.diagnostics.report import Report
from beritaextract.diagnostics.speech import Lang
from beritaextract.export import Failure
from beritaextract.model import Check, Severity

__all__ = ["write"]

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice", "style": "notice"}


def write(reports: Iterable[Report | Failure], out: TextIO, *, lang: Lang) -> None:
    for each in reports:
        if isinstance(each, Failure):
            out.write(f"::error file={_property(each.path)},title=beritaextract::{_data(each.message)}\n")
            continue
        lines = Lines(each.article.text)
        for check in each.findings:
            out.write(_command(each.path, check, lines, lang) + "\n")
        out.flush()


def _command(path: str, check: Check, lines: Lines, lang: Lang) -> str:
    properties = {"file": path, "title": check.code}
    if check.evidence:
        start, end = lines.place(check.evidence[0].start), lines.place(check.evidence[0].end)
        properties |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:  # GitHub refuses columns over several lines
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join((speech.said(check, lang), *speech.repairs(check, lang)))
    return f"::{_LEVELS[check.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
