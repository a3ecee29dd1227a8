"""Indented JSON: one object, or an array where several articles are expected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from beritaextract.export import Outcome, to_json


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool, checks_only: bool) -> None:
    records = (to_json(outcome, checks_only=checks_only, indent=2) for outcome in outcomes)
    if not several:
        for record in records:
            out.write(record + "\n")
        return
    opening = "["
    for record in records:
        out.write(f"{opening}\n{record}")
        opening = ","
    out.write("[]\n" if opening == "[" else "\n]\n")
