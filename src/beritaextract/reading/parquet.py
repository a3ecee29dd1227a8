"""Parquet: an article a row, read a few rows at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pyarrow
from pyarrow import parquet

from beritaextract.errors import ArticleError
from beritaextract.reading.document import Document
from beritaextract.reading.opening import Incoming
from beritaextract.reading.rows import Rows

__all__ = ["read", "values"]

_AT_ONCE = 64


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    table = _opened(incoming)
    names = table.schema_arrow.names
    rows = Rows(incoming, "application/vnd.apache.parquet", "column")
    number = 0
    if table.metadata.num_rows == 0:
        raise ArticleError(f"{incoming.path}: has no row; there is no article in it")
    rows.require(names)
    _guard(table, incoming)
    try:
        for batch in table.iter_batches(batch_size=_AT_ONCE):
            for row in values(batch):
                number += 1
                yield rows.document(row, number, where=f": row {number}")
    except (pyarrow.ArrowException, OSError) as problem:
        raise ArticleError(
            f"{incoming.path}: is damaged after row {number} ({_first_line(problem)}); write it again"
        ) from problem


def values(batch: pyarrow.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch; bytes that are no UTF-8 show as U+FFFD, and what Python cannot hold is missing."""
    try:
        rows: list[dict[str, Any]] = batch.to_pylist()
    except (ValueError, OverflowError):  # one value is enough
        columns = [[_value(value) for value in column] for column in batch.columns]
        rows = [dict(zip(batch.schema.names, row, strict=True)) for row in zip(*columns, strict=True)]
    return rows


def _value(value: Any) -> Any:
    try:
        return value.as_py()
    except UnicodeDecodeError:
        if isinstance(value, pyarrow.StructScalar):
            return {name: _value(inner) for name, inner in value.items()}
        if isinstance(value, pyarrow.ListScalar):
            return [_value(inner) for inner in value.values]
        return value.as_buffer().to_pybytes().decode("utf-8", "replace")
    except (ValueError, OverflowError):
        return None


def _opened(incoming: Incoming) -> Any:
    """From the disk where it lies there, so that its rows need not be held."""
    try:
        if incoming.on_disk:
            return parquet.ParquetFile(incoming.path, buffer_size=1 << 16, pre_buffer=False)
        return parquet.ParquetFile(io.BytesIO(incoming.data()))
    except (pyarrow.ArrowException, OSError) as problem:
        raise ArticleError(
            f"{incoming.path}: is no Parquet file ({_first_line(problem)}); write it again"
        ) from problem


def _guard(table: Any, incoming: Incoming) -> None:
    """
    Raises:
        ArticleError: The rows of a group are larger than allowed.
    """
    for index in range(table.metadata.num_row_groups):
        group = table.metadata.row_group(index)
        if group.total_byte_size > incoming.limit * max(group.num_rows, 1):
            raise incoming.too_large(f": row group {index}")


def _first_line(problem: Exception) -> str:
    return str(problem).partition("\n")[0][:100]
