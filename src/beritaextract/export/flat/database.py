"""Flat tables in a database that speaks SQL: what SQLite, DuckDB and PostgreSQL have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beritaextract.errors import ExportError
from beritaextract.export.flat.rows import ERRORS, TABLES
from beritaextract.export.flat.schema import DOC, Column, Row, Rows, Table, Type
from beritaextract.export.flat.store import Batch
from beritaextract.export.flat.values import row_from

__all__ = ["Database", "as_list", "in_file", "quoted"]

_ALL = (*TABLES, ERRORS)


@dataclass(frozen=True)
class Database:
    """An open database, by what differs between the kinds.

    Attributes:
        name: What messages call it.
        run: Runs a statement with its parameters and gives back the rows.
        insert: Adds rows to a table; the text says what becomes of those that are there, empty where none are.
        transaction: All or nothing, and alone.
        encode: A value as the driver takes it.
        columns: The names of the columns of a table, empty where there is none.
        types: What the types of columns are called.
        mark: A parameter in a statement.
        references: Whether tables refer to one another by constraints.
        elsewhere: Where else one may write if a table of this name is not ours.
    """

    name: str
    run: Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
    insert: Callable[[Table, list[Row], str], None]
    transaction: Callable[[], AbstractContextManager[Any]]
    encode: Callable[[Column, Any], Any]
    columns: Callable[[str], list[str]]
    types: Mapping[Type, str]
    mark: str = "?"
    references: bool = True
    elsewhere: str = "choose another target"

    def prepare(self) -> None:
        """Makes the tables that are missing, and the columns that an older version did not know.

        Raises:
            ExportError: A table of one of our names is not ours.
        """
        for table in _ALL:
            known = self.columns(table.name)
            if not known:
                self.run(self._create(table), ())
                continue
            marks = {*table.whole_key, *(("digest",) if table.name == "articles" else ())}
            if not marks <= set(known):
                raise ExportError(f"{self.name}: has a table {table.name} that is not ours; {self.elsewhere}")
            for column in table.columns:
                if column.name not in known:
                    kind = f"{quoted(column.name)} {self.types[column.type]}"
                    self.run(f"ALTER TABLE {quoted(table.name)} ADD COLUMN {kind}", ())

    def put(self, batch: Batch) -> int:
        with self.transaction():
            held = self._digests(batch.articles)
            digests = batch.digests()
            changed = [doc for doc, digest in digests.items() if held.get(doc) != digest]
            again = [doc for doc in changed if doc in held]
            for table in reversed(TABLES[1:]):
                self._delete(table, DOC, again)
            for table in TABLES:
                rows = [row for doc in changed for row in batch.articles[doc][table.name]]
                if table.name == "articles":
                    self._upsert(table, rows)
                elif rows:
                    self.insert(table, rows, "")
            self._delete(ERRORS, "path", sorted(batch.readable))
            self._upsert(ERRORS, list(batch.errors.values()))
        return len(digests) - len(changed)

    def is_empty(self) -> bool:
        """Whether there is neither an article nor an error."""
        return not any(self.run(f"SELECT 1 FROM {name} LIMIT 1", ()) for name in ("articles", ERRORS.name))

    def read(self) -> Rows:
        """All rows of our tables, those of one article together."""
        found: Rows = {}
        for table in _ALL:
            known = self.columns(table.name)
            listed = [column.name for column in table.columns if column.name in known]
            order = ", ".join(quoted(name) for name in table.whole_key)
            names = ", ".join(quoted(name) for name in listed)
            held = (
                self.run(f"SELECT {names} FROM {quoted(table.name)} ORDER BY {order}", ()) if listed else []
            )
            found[table.name] = [row_from(table, dict(zip(listed, row, strict=True))) for row in held]
        return found

    def values(self, table: Table, row: Row) -> list[Any]:
        """The values of a row as the driver takes them."""
        return [self.encode(column, row[column.name]) for column in table.columns]

    def insertion(self, table: Table) -> str:
        """The statement that adds a row."""
        names = ", ".join(quoted(column.name) for column in table.columns)
        marks = ", ".join([self.mark] * len(table.columns))
        return f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({marks})"

    def _digests(self, docs: Iterable[str]) -> dict[str, str]:
        listed = list(docs)
        marks = ", ".join([self.mark] * len(listed))
        sql = f"SELECT {DOC}, digest FROM articles WHERE {DOC} IN ({marks})"
        return dict(self.run(sql, listed)) if listed else {}

    def _delete(self, table: Table, column: str, values: Sequence[str]) -> None:
        if values:
            marks = ", ".join([self.mark] * len(values))
            self.run(f"DELETE FROM {quoted(table.name)} WHERE {column} IN ({marks})", values)

    def _upsert(self, table: Table, rows: list[Row]) -> None:
        rest = [quoted(column.name) for column in table.columns if column.name not in table.whole_key]
        key = ", ".join(quoted(name) for name in table.whole_key)
        update = ", ".join(f"{name} = excluded.{name}" for name in rest)
        if rows:
            self.insert(table, rows, f" ON CONFLICT ({key}) DO UPDATE SET {update}")

    def _create(self, table: Table) -> str:
        parts = [
            f"{quoted(column.name)} {self.types[column.type]}{' NOT NULL' * column.required}"
            for column in table.columns
        ]
        parts.append(f"PRIMARY KEY ({', '.join(quoted(name) for name in table.whole_key)})")
        if self.references and table.of_article and table.name != "articles":
            parts.append(f"FOREIGN KEY ({DOC}) REFERENCES articles ({DOC}) ON DELETE CASCADE")
            parts += [
                f"FOREIGN KEY ({DOC}, {quoted(each.column)}) REFERENCES {quoted(each.table)} ({DOC}, id)"
                " ON DELETE CASCADE"
                for each in table.references
            ]
        return f"CREATE TABLE {quoted(table.name)} ({', '.join(parts)})"


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever words are reserved."""
    return f'"{name}"'


def as_list(column: Column, value: Any) -> Any:
    """A value as drivers take it that know lists and exact numbers."""
    return list(value) if isinstance(value, tuple) else value


def in_file(target: str) -> str:
    """The path of a database that is there.

    Raises:
        ExportError: There is none.
    """
    if not Path(target).is_file():
        raise ExportError(f"{target}: no such file; check the path")
    return target
