"""How well the checks judge passages with known verdicts: slips found, statements confirmed, false alarms, by code.

The passages are JSON lines with ``text``, ``code``, ``verdict`` (``silent`` where nothing bad may be said of the code),
``accept`` (other fair verdicts), ``also`` (further verdicts that the passage gives) and ``published``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from beritaextract import Extractor
from beritaextract.model import Article

SLIPS = {"inconsistent", "malformed"}
ANY = "ANY_E"
DERIVED = "derived"
"""The verdict on what the text does not state: right where the article carries a derived record instead."""
OF_DAMAGE = ("BX302", "BX304", "BX401", "BX402", "BX404", "BX6", "BX701", "BX702")
"""Checks that speak of damage only: their silence confirms."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("cases", type=Path, metavar="FILE.jsonl")
    options.add_argument("--misses", action="store_true", help="show each passage that is judged otherwise")
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.cases.read_text(encoding="utf-8").splitlines()]
    extractor = Extractor()
    counts: Counter[tuple[str, str]] = Counter()
    alarms = 0
    for row in rows:
        article = extractor.extract(row["text"], published=row.get("published"))
        wrong = list(_wrong(row, article))
        for kind, code in {(kind, code) for kind, code, _ in _wanted(row)}:
            counts[kind, code] += 1
        for kind, code, _, _ in wrong:
            counts[f"{kind} missed", code] += 1
        false = sorted(_false_alarms(row, article))
        alarms += bool(false)
        for code in false:
            counts["false alarms", code] += 1
        if chosen.misses and (wrong or false):
            print(f"{row['id']} {row['code']} {row['verdict']}: {row['why']}")
            for _, code, verdicts, got in wrong:
                print(
                    f"    {code} should be {' or '.join(sorted(verdicts))}, is {', '.join(got) or 'not made'}"
                )
            for code in false:
                print(f"    false alarm {code}")
    _report(counts, len(rows), alarms)


def _wanted(row: Mapping[str, Any]) -> Iterator[tuple[str, str, set[str]]]:
    """Kind of statement, its code and the verdicts that are right."""
    for each in (row, *row.get("also", ())):
        verdict = each["verdict"]
        if verdict != "silent" and each["code"] != ANY:
            fair = {verdict, *each.get("accept", ())} - {"silent"}
            yield ("slips" if verdict in SLIPS else "holding"), each["code"], fair


def _wrong(row: Mapping[str, Any], article: Article) -> Iterator[tuple[str, str, set[str], list[str]]]:
    for kind, code, fair in _wanted(row):
        got = _verdicts(article, code)
        silent = kind == "holding" and not got and code.startswith(OF_DAMAGE)
        derived = DERIVED in fair and bool(article.derived) and not SLIPS.intersection(got)
        if not silent and not derived and not fair.intersection(got):
            yield kind, code, fair, got


def _verdicts(article: Article, code: str) -> list[str]:
    return [str(check.verdict) for check in article.checks if check.code == code]


def _false_alarms(row: Mapping[str, Any], article: Article) -> set[str]:
    """The codes that say something bad of what is right; information and style are no alarms."""
    fair = {code for kind, code, verdicts in _wanted(row) if kind == "slips" or verdicts & SLIPS}
    return {
        check.code
        for check in article.checks
        if check.verdict in SLIPS and check.severity in ("error", "warning") and check.code not in fair
    }


def _report(counts: Counter[tuple[str, str]], passages: int, alarms: int) -> None:
    print(f"{'':8}{'slips':>14}{'holding':>14}{'false alarms':>14}")
    for code in sorted({code for _, code in counts}):
        shares = _share(counts, "slips", [code]), _share(counts, "holding", [code])
        print(f"{code:8}{''.join(shares)}{counts['false alarms', code] or '':>14}")
    codes = {code for _, code in counts}
    print(
        f"{'all':8}{_share(counts, 'slips', codes)}{_share(counts, 'holding', codes)}{alarms:>8} of{passages:>3}"
    )


def _share(counts: Counter[tuple[str, str]], kind: str, codes: Iterable[str]) -> str:
    codes = list(codes)
    there = sum(counts[kind, code] for code in codes)
    missed = sum(counts[f"{kind} missed", code] for code in codes)
    return f"{f'{there - missed} of {there}' if there else '':>14}"


if __name__ == "__main__":
    main()
