"""PostgreSQL: tables in the first schema of the search path, with foreign keys and comments; numbers are exact.

Another schema is chosen in the URL: ``postgresql://host/name?options=-csearch_path%3Dberita``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from beritaextract.errors import ExportError
from beritaextract.export.flat import ERRORS, TABLES, Row, Rows, Table
from beritaextract.export.flat.database import Database, as_list, quoted
from beritaextract.export.flat.schema import Type
from beritaextract.export.flat.store import shown

__all__ = ["opened", "read"]

_TYPES: dict[Type, str] = {
    "text": "text",
    "integer": "bigint",
    "number": "numeric",
    "boolean": "boolean",
    "list": "text[]",
}
_ELSEWHERE = "choose another schema: ?options=-csearch_path%3Dberita"
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('beritaextract'))"
"""Writers take turns: two of them may hold the same article."""


@contextmanager
def opened(target: str) -> Iterator[Database]:
    """The database at a URL.

    Raises:
        ExportError: There is no connection, or no right to write.
    """
    with _connected(target) as connection:
        database = _database(target, connection)
        with database.transaction():
            database.prepare()
            _describe(database)
        yield database


def read(target: str) -> Rows:
    """All rows of a database.

    Raises:
        ExportError: There is no connection.
    """
    with _connected(target) as connection:
        return _database(target, connection).read()


@contextmanager
def _connected(target: str) -> Iterator[psycopg.Connection]:
    try:
        with psycopg.connect(target, autocommit=True, application_name="beritaextract") as connection:
            yield connection
    except psycopg.Error as problem:
        reason = " ".join(str(problem).split())
        raise ExportError(
            f"{shown(target)}: {reason}; check the server, the URL and your rights"
        ) from problem


def _database(target: str, connection: psycopg.Connection) -> Database:
    def run(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        # All statements are made of names in the code, never of what an article says.
        cursor = connection.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []

    def insert(table: Table, rows: list[Row], conflict: str) -> None:
        if conflict:
            with connection.cursor() as cursor:
                cursor.executemany(
                    database.insertion(table) + conflict, [database.values(table, row) for row in rows]
                )
            return
        names = ", ".join(quoted(column.name) for column in table.columns)
        sql = f"COPY {quoted(table.name)} ({names}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(database.values(table, row))

    @contextmanager
    def transaction() -> Iterator[None]:
        with connection.transaction():
            connection.execute(_LOCK)
            yield

    def columns(table: str) -> list[str]:
        sql = (
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name = %s"
        )
        return [name for (name,) in run(sql, (table,))]

    database = Database(
        shown(target), run, insert, transaction, as_list, columns, _TYPES, mark="%s", elsewhere=_ELSEWHERE
    )
    return database


def _describe(database: Database) -> None:
    """What tables and columns are, where ``\\d+`` shows it."""
    for table in (*TABLES, ERRORS):
        database.run(f"COMMENT ON TABLE {quoted(table.name)} IS {_literal(table.help)}", ())
        for column in table.columns:
            where = f"{quoted(table.name)}.{quoted(column.name)}"
            database.run(f"COMMENT ON COLUMN {where} IS {_literal(column.help)}", ())


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
