"""SARIF 2.1.0, which code hosts and editors read: all findings of a run in one log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from beritaextract import __version__
from beritaextract.checks import CheckInfo
from beritaextract.diagnostics import speech
from beritaextract.diagnostics.places import Lines
from beritaextract.diagnostics.report import Report
from beritaextract.diagnostics.speech import Lang
from beritaextract.export import Failure
from beritaextract.model import Check, Edit, Severity, Span

__all__ = ["write"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note", "style": "note"}
_PROOF = ("id", "verdict", "formula", "stated", "computed", "low", "high")


def write(
    reports: Iterable[Report | Failure], out: TextIO, *, lang: Lang, checks: Mapping[str, CheckInfo]
) -> None:
    """Writes the log when the last article is read.

    Args:
        checks: The checks that were on, by code.
    """
    results: list[dict[str, Any]] = []
    problems: list[dict[str, Any]] = []
    codes = list(checks)
    for each in reports:
        if isinstance(each, Failure):
            problems.append(_problem(each))
            continue
        lines = Lines(each.article.text)
        for check in each.findings:
            results.append(_result(each.path, check, lines, codes, lang))
        for check in each.accepted:
            result = _result(each.path, check, lines, codes, lang)
            results.append({**result, "suppressions": [{"kind": "external", "status": "accepted"}]})
    driver = {
        "name": "beritaextract",
        "semanticVersion": __version__,
        "rules": [_rule(info, lang) for info in checks.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": lang,
        "invocations": [{"executionSuccessful": not problems, "toolExecutionNotifications": problems}],
        "results": results,
    }
    json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _rule(info: CheckInfo, lang: Lang) -> dict[str, Any]:
    return {
        "id": info.code,
        "shortDescription": {"text": speech.title(info, lang)},
        "fullDescription": {"text": speech.what(info, lang)},
        "help": {"text": f"✓ {info.holds}\n✗ {info.contradicts}"},
        "defaultConfiguration": {"level": _LEVELS[info.severity], "enabled": info.severity != "style"},
    }


def _result(path: str, check: Check, lines: Lines, codes: list[str], lang: Lang) -> dict[str, Any]:
    proof = {name: value for name, value in check.model_dump(mode="json").items() if name in _PROOF and value}
    proof |= {"formula": speech.formula(check, lang)} if check.formula else {}
    proof |= {"repairs": list(repairs)} if (repairs := speech.repairs(check, lang)) else {}
    result = {
        "ruleId": check.code,
        "ruleIndex": codes.index(check.code),
        "level": _LEVELS[check.severity],
        "kind": "fail",
        "message": {"text": speech.said(check, lang)},
        "locations": [_location(path, span, lines) for span in check.evidence[:1]],
        "relatedLocations": [
            {"id": number, **_location(path, span, lines)}
            for number, span in enumerate(check.evidence[1:], start=1)
        ],
        "partialFingerprints": {"words/1": _fingerprint(check)},
        "properties": proof,
    }
    if check.fix:
        result["fixes"] = [_fix(path, check.fix, lines)]
    return result


def _fingerprint(check: Check) -> str:
    """The same for a finding whose own words have not changed, wherever they stand."""
    parts = (check.code, check.verdict, check.formula or "", *(span.line for span in check.evidence))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _location(path: str, span: Span, lines: Lines) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(span, lines)}}


def _region(span: Span, lines: Lines) -> dict[str, Any]:
    start, end = lines.place(span.start), lines.place(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.text},
    }


def _artifact(path: str) -> dict[str, str]:
    """A relative path stays one, so that the log fits every checkout."""
    return {"uri": Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())}


def _fix(path: str, edits: Iterable[Edit], lines: Lines) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span, lines), "insertedContent": {"text": edit.replacement}}
        for edit in edits
    ]
    return {"artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}]}


def _problem(failure: Failure) -> dict[str, Any]:
    return {"level": "error", "message": {"text": failure.message}, "descriptor": {"id": failure.code}}
