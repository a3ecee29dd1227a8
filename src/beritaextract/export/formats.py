"""The register of output formats. A new one is a module beside this one and a line in ``REGISTER``."""

from __future__ import annotations

import importlib
import importlib.util
import os
from dataclasses import dataclass
from pathlib import PurePath
from types import ModuleType
from typing import Literal

from beritaextract.errors import ExportError

__all__ = ["REGISTER", "Format", "find", "for_target", "named", "names"]

Kind = Literal["stream", "findings", "store"]


@dataclass(frozen=True, slots=True)
class Format:
    """One form of output.

    Attributes:
        name: What ``--format`` calls it, and the name of its module in this package.
        kind: ``stream`` is printed, ``store`` fills a target (``--to``), ``findings`` are what ``check`` prints.
        help: What it is, in a few words.
        endings: What file names end with that mean this format; of a store what targets end with.
        schemes: Beginnings of targets that mean this store.
        verdicts: Whether a stream can show the verdicts alone, as ``check`` needs it.
        packages: Modules beyond the core that it imports.
        extra: Which optional dependencies of this package bring them.
    """

    name: str
    kind: Kind
    help: str
    endings: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    verdicts: bool = False
    packages: tuple[str, ...] = ()
    extra: str | None = None

    @property
    def missing(self) -> list[str]:
        """The packages that are not installed."""
        return [package for package in self.packages if importlib.util.find_spec(package) is None]

    def load(self) -> ModuleType:
        """Its module.

        Raises:
            ExportError: A package that it needs is not installed, or does not work.
        """
        remedy = f"pip install 'beritaextract[{self.extra}]'"
        if missing := self.missing:
            raise ExportError(f"{self.name}: needs {' and '.join(missing)}; {remedy}")
        try:
            return importlib.import_module(f"beritaextract.export.{self.name}")
        except ImportError as problem:
            if not self.packages:
                raise
            raise ExportError(f"{self.name}: {' '.join(str(problem).split())}; {remedy}") from problem


REGISTER: tuple[Format, ...] = (
    Format("json", "stream", "the records of the contract, indented", (".json",), verdicts=True),
    Format("jsonl", "stream", "the same, one article a line", (".jsonl", ".ndjson"), verdicts=True),
    Format("table", "stream", "for reading at a terminal", (".txt",), verdicts=True),
    Format("ninjs", "stream", "IPTC ninjs 3.1, for editorial systems and archives"),
    Format("jsonld", "stream", "schema.org JSON-LD, for pages and search", (".jsonld",)),
    Format("annotations", "stream", "W3C Web Annotations, for annotation tools"),
    Format("displacy", "stream", "what displaCy draws"),
    Format("text", "findings", "findings with the words underlined"),
    Format("sarif", "findings", "SARIF 2.1.0, for code hosts and editors"),
    Format("github", "findings", "annotations of GitHub Actions"),
    Format("sqlite", "store", "SQLite with full-text search, for Datasette", (".db", ".sqlite", ".sqlite3")),
    Format(
        "duckdb",
        "store",
        "DuckDB",
        (".duckdb", ".ddb"),
        packages=("duckdb", "pyarrow"),
        extra="tables",
    ),
    Format(
        "postgres",
        "store",
        "PostgreSQL",
        schemes=("postgresql://", "postgres://"),
        packages=("psycopg",),
        extra="postgres",
    ),
    Format("csv", "store", "a folder of CSV files", ("/",)),
    Format(
        "parquet", "store", "a folder of Parquet files", (".parquet",), packages=("pyarrow",), extra="tables"
    ),
)
"""In the order in which they are listed."""


def names(kind: Kind) -> tuple[str, ...]:
    """The names of the formats of one kind."""
    return tuple(format.name for format in REGISTER if format.kind == kind)


def named(name: str) -> Format:
    """
    Raises:
        ExportError: There is no such format.
    """
    for format in REGISTER:
        if format.name == name:
            return format
    known = ", ".join(format.name for format in REGISTER)
    raise ExportError(f"{name!r} is no format; choose one of {known}")


def find(target: str | os.PathLike[str]) -> Format | None:
    """The store that a target names by its beginning or its end, an existing folder being one; ``None`` for others.

    >>> find("arsip/berita.db").name, find("hasil/").name, find("berita.json")
    ('sqlite', 'csv', None)
    """
    text = os.fspath(target)
    stores = [format for format in REGISTER if format.kind == "store"]
    if "://" in text:
        return next((format for format in stores if text.startswith(format.schemes)), None)
    folder = text.endswith("/") or os.path.isdir(text)
    for format in stores:
        if PurePath(text).name.lower().endswith(format.endings):
            return format
    return next((format for format in stores if folder and "/" in format.endings), None)


def for_target(target: str | os.PathLike[str], name: str | None = None) -> Format:
    """The store for a target: the one called ``name``, else the one that the target names.

    Raises:
        ExportError: The name is that of no store, or the target names none.
    """
    if name is not None:
        format = named(name)
        if format.kind != "store":
            raise ExportError(f"{name} is printed, not stored; --to takes {', '.join(names('store'))}")
        return format
    found = find(target)
    if found is None:
        ends = [
            end for format in REGISTER if format.kind == "store" for end in (*format.endings, *format.schemes)
        ]
        raise ExportError(f"{target}: which format? End it in {', '.join(ends)}, or name one with --format")
    return found
