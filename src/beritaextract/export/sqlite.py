"""SQLite: foreign keys, full-text search of articles and quotes; opens in Datasette.

Whole numbers are INTEGER and other numbers REAL, so that sums and comparisons work; REAL holds their 15 digits exactly.
Lists are JSON texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import sqlite_utils

from beritaextract.errors import ExportError
from beritaextract.export.flat import Column, Row, Rows, Table
from beritaextract.export.flat.database import Database, in_file
from beritaextract.export.flat.datapackage import beside
from beritaextract.export.flat.schema import Type
from beritaextract.export.flat.values import as_json

__all__ = ["opened", "read"]

_TYPES: dict[Type, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
    "list": "TEXT",
}
_SEARCHED = {"articles": ("headline", "text"), "quotes": ("text",)}
_PATIENCE = 30.0
"""Seconds to wait for another writer."""


@contextmanager
def opened(target: str) -> Iterator[Database]:
    """The database in a file, which is made where there is none.

    Raises:
        ExportError: The file is no SQLite database, or another program holds it.
    """
    with _connected(target) as connection:
        database = _database(target, connection)
        with database.transaction():
            database.prepare()
            for table, columns in _SEARCHED.items():
                searched = sqlite_utils.Database(connection)[table]
                if isinstance(searched, sqlite_utils.db.Table) and searched.detect_fts() is None:
                    searched.enable_fts(columns, create_triggers=True)
        yield database
    beside(target, "sqlite")


def read(target: str) -> Rows:
    """All rows of a database.

    Raises:
        ExportError: There is none.
    """
    with _connected(in_file(target)) as connection:
        return _database(target, connection).read()


@contextmanager
def _connected(target: str) -> Iterator[sqlite3.Connection]:
    try:
        connection = sqlite3.connect(target, timeout=_PATIENCE)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as problem:
        remedy = "close the program that holds it" if "locked" in str(problem) else "choose another file"
        raise ExportError(f"{target}: {problem}; {remedy}") from problem


def _database(target: str, connection: sqlite3.Connection) -> Database:
    def run(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return connection.execute(sql, values).fetchall()

    def insert(table: Table, rows: list[Row], conflict: str) -> None:
        sql = database.insertion(table) + conflict
        connection.executemany(sql, [database.values(table, row) for row in rows])

    @contextmanager
    def transaction() -> Iterator[None]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.rollback()
            raise
        connection.commit()

    def columns(table: str) -> list[str]:
        return [name for (name,) in run("SELECT name FROM pragma_table_info(?)", (table,))]

    database = Database(target, run, insert, transaction, _encode, columns, _TYPES)
    return database


def _encode(column: Column, value: Any) -> Any:
    if isinstance(value, tuple):
        return as_json(value)
    return float(value) if isinstance(value, Decimal) else value
