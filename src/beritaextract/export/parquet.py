"""A folder of Parquet files, one a table, with ``datapackage.json``. Numbers are decimals of ten places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from beritaextract.export.flat import Row, Rows, Table, folder
from beritaextract.export.flat.arrow import schema, table_of
from beritaextract.export.flat.store import Store
from beritaextract.export.flat.values import row_from

__all__ = ["opened", "read"]

_GROUP = 10_000
"""Rows that are compressed, and kept in memory, together."""


def opened(target: str) -> AbstractContextManager[Store]:
    """The folder, which is made where there is none; its files change when all is written.

    Raises:
        ExportError: It holds something else.
    """
    return folder.opened(target, _FILES)


def read(target: str) -> Rows:
    """All rows of a folder.

    Raises:
        ExportError: It is none of ours.
    """
    return folder.read(target, _FILES)


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


_FILES = folder.Files("parquet", _write, _rows)
