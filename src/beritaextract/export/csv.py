"""A folder of CSV files, one a table, with ``datapackage.json``: UTF-8, an empty field where nothing is known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from beritaextract.export.flat import Row, Table
from beritaextract.export.flat.folder import Files
from beritaextract.export.flat.values import as_json, row_from

__all__ = ["opened", "read"]

_LONGEST = 2**31 - 1
"""Characters of a field: whole articles stand in one."""


def _write(table: Table, rows: Iterable[Row], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(column.name for column in table.columns)
        for row in rows:
            out.writerow(_encode(row[column.name]) for column in table.columns)


def _rows(table: Table, path: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST)
    with path.open(encoding="utf-8", newline="") as file:
        for held in csv.DictReader(file):
            yield row_from(table, {name: value or None for name, value in held.items()})


def _encode(value: Any) -> Any:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return as_json(value)
        case Decimal():
            return format(value, "f")
        case _:
            return value


_FILES = Files("csv", _write, _rows)
opened, read = _FILES.opened, _FILES.read
