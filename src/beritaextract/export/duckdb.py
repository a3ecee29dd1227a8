"""DuckDB: numbers are decimals of ten places, lists are lists.

There are keys and no foreign keys: DuckDB cannot yet replace a row to which others refer within one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb

from beritaextract.errors import ExportError
from beritaextract.export.flat import Row, Rows, Table
from beritaextract.export.flat.arrow import table_of
from beritaextract.export.flat.database import Database, as_list, in_file, quoted
from beritaextract.export.flat.datapackage import beside
from beritaextract.export.flat.schema import Type

__all__ = ["opened", "read"]

_TYPES: dict[Type, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DECIMAL(38, 10)",
    "boolean": "BOOLEAN",
    "list": "VARCHAR[]",
}
_NEW = "beritaextract_new"
_SMALL: dict[str, str | bool | int | float | list[str]] = {"default_block_size": 16384}
"""Bytes: with its own 256 KB, DuckDB takes twelve megabytes for ten articles."""


@contextmanager
def opened(target: str) -> Iterator[Database]:
    """The database in a file, which is made where there is none.

    Raises:
        ExportError: The file is no DuckDB database, or another program holds it.
    """
    with _connected(target, read_only=False) as connection:
        database = _database(target, connection)
        with database.transaction():
            database.prepare()
        yield database
    beside(target, "duckdb")


def read(target: str) -> Rows:
    """All rows of a database.

    Raises:
        ExportError: There is none.
    """
    with _connected(in_file(target), read_only=True) as connection:
        return _database(target, connection).read()


@contextmanager
def _connected(target: str, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        with duckdb.connect(target, read_only=read_only, config=_SMALL) as connection:
            yield connection
    except duckdb.Error as problem:
        reason = " ".join(str(problem).split())
        raise ExportError(f"{target}: {reason}; choose another file, or close what holds it") from problem


def _database(target: str, connection: duckdb.DuckDBPyConnection) -> Database:
    def run(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return connection.execute(sql, list(values)).fetchall()

    def insert(table: Table, rows: list[Row], conflict: str) -> None:
        # Rows one by one take DuckDB a millisecond each.
        connection.register(_NEW, table_of(table, rows))
        connection.execute(f"INSERT INTO {quoted(table.name)} BY NAME SELECT * FROM {_NEW}{conflict}")
        connection.unregister(_NEW)

    @contextmanager
    def transaction() -> Iterator[None]:
        connection.begin()
        try:
            yield
        except BaseException:
            connection.rollback()
            raise
        connection.commit()

    def columns(table: str) -> list[str]:
        sql = (
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_catalog = current_catalog() AND table_name = ?"
        )
        return [name for (name,) in run(sql, (table,))]

    return Database(target, run, insert, transaction, as_list, columns, _TYPES, references=False)
