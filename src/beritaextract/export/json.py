"""Indented JSON: one object, or an array where several articles are expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TextIO

from beritaextract.export import Outcome, to_json


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool, checks_only: bool) -> None:
    records: Iterator[str] = (to_json(outcome, checks_only=checks_only, indent=2) for outcome in outcomes)
    if not several:
        alone = list(islice(records, 2))
        if len(alone) == 1:
            out.write(alone[0] + "\n")
            return
        records = chain(alone, records)
    opening = "["
    for record in records:
        out.write(f"{opening}\n{record}")
        opening = ","
    out.write("[]\n" if opening == "[" else "\n]\n")
