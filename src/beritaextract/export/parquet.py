"""A folder of Parquet files, one a table, with ``datapackage.json``. Numbers are decimals of ten places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from beritaextract.export.flat import Row, Table
from beritaextract.export.flat.arrow import schema, table_of
from beritaextract.export.flat.folder import Files
from beritaextract.export.flat.values import row_from

__all__ = ["opened", "read"]

_GROUP = 10_000
"""Rows that are compressed, and kept in memory, together."""


def _write(table: Table, rows: Iterable[Row], path: Path) -> None:
    waiting = iter(rows)
    with pq.ParquetWriter(path, schema(table), compression="zstd") as out:
        while group := list(islice(waiting, _GROUP)):
            out.write_table(table_of(table, group))


def _rows(table: Table, path: Path) -> Iterator[Row]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches():
            for held in batch.to_pylist():
                yield row_from(table, held)


_FILES = Files("parquet", _write, _rows)
opened, read = _FILES.opened, _FILES.read
