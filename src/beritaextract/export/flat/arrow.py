"""Flat tables as Arrow, the form that Parquet files and DuckDB take."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from beritaextract.export.flat.schema import Row, Table, Type

__all__ = ["schema", "table_of"]

_TYPES: dict[Type, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.decimal128(38, 10),
    "boolean": pa.bool_(),
    "list": pa.list_(pa.string()),
}


def schema(table: Table) -> pa.Schema:
    """The columns of a table; their descriptions stand in the metadata."""
    return pa.schema(
        [
            pa.field(
                column.name,
                _TYPES[column.type],
                nullable=not column.required,
                metadata={"description": column.help} if column.help else None,
            )
            for column in table.columns
        ]
    )


def table_of(table: Table, rows: Iterable[Row]) -> pa.Table:
    """Rows as an Arrow table."""
    return pa.Table.from_pylist(list(rows), schema=schema(table))
