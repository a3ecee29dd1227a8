"""Flat tables in a folder, one file a table: what CSV and Parquet have in common.

New rows wait in temporary files. When all have come, every changed file is written anew beside the old one, and then
all take their places, that of articles last: it names the articles that are whole.
"""

from __future__ import annotations

import json
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import IO, Any

from beritaextract.errors import ExportError
from beritaextract.export.flat import datapackage
from beritaextract.export.flat.rows import ERRORS, TABLES
from beritaextract.export.flat.schema import DOC, Row, Rows, Table
from beritaextract.export.flat.store import Batch, Store

__all__ = ["Files"]


@dataclass(frozen=True, slots=True)
class Files:
    """A kind of file that holds one table.

    Attributes:
        suffix: What their names end with, without the dot; the name of the format too.
        write: Writes a file.
        rows: The rows of a file.
    """

    suffix: str
    write: Callable[[Table, Iterable[Row], Path], None]
    rows: Callable[[Table, Path], Iterable[Row]]

    def path(self, folder: Path, table: Table) -> Path:
        return folder / f"{table.name}.{self.suffix}"

    def held(self, folder: Path, table: Table) -> Iterable[Row]:
        """The rows that a folder has of a table."""
        path = self.path(folder, table)
        return self.rows(table, path) if path.exists() else ()

    @contextmanager
    def opened(self, target: str) -> Iterator[Store]:
        """The folder, which is made where there is none; its files change when all is put.

        Raises:
            ExportError: It holds something else.
        """
        path = Path(target)
        path.mkdir(parents=True, exist_ok=True)
        if any(self.path(path, table).exists() for table in TABLES) or (path / "datapackage.json").exists():
            _check(path, self)
        with ExitStack() as stack:
            spools = {table.name: stack.enter_context(tempfile.TemporaryFile()) for table in TABLES}
            folder = _Folder(path, self, spools)
            try:
                yield folder
            finally:
                folder.finish()

    def read(self, target: str) -> Rows:
        """All rows of a folder.

        Raises:
            ExportError: It is none of ours.
        """
        path = Path(target)
        _check(path, self)
        return {table.name: list(self.held(path, table)) for table in (*TABLES, ERRORS)}


@dataclass
class _Folder:
    path: Path
    files: Files
    spools: Mapping[str, IO[bytes]]
    changed: set[str] = field(default_factory=set)
    errors: dict[str, Row] | None = None
    """Those that will stand in the folder, once they are others than those that do."""

    @cached_property
    def digests(self) -> dict[Any, Any]:
        """Of the articles that the folder holds."""
        return {row[DOC]: row["digest"] for row in self.files.held(self.path, TABLES[0])}

    def put(self, batch: Batch) -> int:
        digests = batch.digests()
        changed = [doc for doc, digest in digests.items() if self.digests.get(doc) != digest]
        self.changed.update(changed)
        if changed:
            for table in TABLES:
                rows = [row for doc in changed for row in batch.articles[doc][table.name]]
                pickle.dump(rows, self.spools[table.name])
        held = self._held_errors if self.errors is None else self.errors
        errors = {path: row for path, row in held.items() if path not in batch.readable} | batch.errors
        if errors != held:
            self.errors = errors
        return len(digests) - len(changed)

    @cached_property
    def _held_errors(self) -> dict[str, Row]:
        return {str(row["path"]): row for row in self.files.held(self.path, ERRORS)}

    def finish(self) -> None:
        """Writes what has changed."""
        missing = [table for table in (*TABLES, ERRORS) if not self.files.path(self.path, table).exists()]
        datapackage.within(self.path, self.files.suffix)
        tables = [ERRORS] if self.errors is not None or ERRORS in missing else []
        tables += [table for table in reversed(TABLES) if self.changed or table in missing]
        with tempfile.TemporaryDirectory(dir=self.path, prefix=".beritaextract-") as beside:
            for table in tables:
                self.files.write(table, self._rows(table), self.files.path(Path(beside), table))
            for table in tables:
                os.replace(self.files.path(Path(beside), table), self.files.path(self.path, table))

    def _rows(self, table: Table) -> Iterable[Row]:
        if table is ERRORS:
            return (self._held_errors if self.errors is None else self.errors).values()
        kept = (row for row in self.files.held(self.path, table) if row[DOC] not in self.changed)
        return chain(kept, _spooled(self.spools[table.name]))


def _spooled(file: IO[bytes]) -> Iterator[Row]:
    file.seek(0)
    while True:
        try:
            yield from pickle.load(file)
        except EOFError:
            return


def _check(path: Path, files: Files) -> None:
    """Whether the descriptor says that the files are ours, in this form."""
    try:
        found = json.loads((path / "datapackage.json").read_bytes())
        ours = found["name"] == "beritaextract"
        form = found["resources"][0]["format"]
    except (OSError, ValueError, LookupError, TypeError):
        ours, form = False, ""
    if not ours:
        raise ExportError(f"{path}: has files that are not ours; choose another folder")
    if form != files.suffix:
        raise ExportError(f"{path}: holds {form} files; choose another folder, or --format {form}")
