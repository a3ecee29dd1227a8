"""JSON lines: one object a line, one line an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from beritaextract.export import Outcome, to_json


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool, checks_only: bool) -> None:
    for outcome in outcomes:
        out.write(to_json(outcome, checks_only=checks_only) + "\n")
        out.flush()
