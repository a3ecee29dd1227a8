"""Frictionless Data Package descriptors of flat tables, for folders and for databases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from beritaextract import __version__
from beritaextract.diagnostics.writing import replace_file
from beritaextract.export.flat.rows import ERRORS, TABLES
from beritaextract.export.flat.schema import DOC, Column, Table, Type

__all__ = ["beside", "descriptor", "within"]

_TYPES: dict[Type, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "list": "array",
}
_MEDIA = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "duckdb": "application/vnd.duckdb",
}
_NAME = "datapackage.json"


def within(folder: Path, format: str) -> None:
    """Writes ``datapackage.json`` into a folder of one file a table."""
    _write(folder / _NAME, descriptor(format))


def beside(target: str, format: str) -> None:
    """Writes the descriptor of a database next to it: ``berita.db.datapackage.json``."""
    path = Path(target)
    _write(path.with_name(f"{path.name}.{_NAME}"), descriptor(format, path.name))


def descriptor(format: str, database: str | None = None) -> dict[str, Any]:
    """The descriptor: of the tables of a database, or of one file a table."""
    return {
        "name": "beritaextract",
        "title": "Facts of Indonesian news articles, with their places in the text",
        "version": __version__,
        "profile": "data-package" if database else "tabular-data-package",
        "resources": [_resource(table, format, database) for table in (*TABLES, ERRORS)],
    }


def _resource(table: Table, format: str, database: str | None) -> dict[str, Any]:
    resource = {
        "name": table.name.replace("_", "-"),
        "title": table.help,
        "path": database or f"{table.name}.{format}",
        "format": format,
        "mediatype": _MEDIA[format],
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": _schema(table),
    }
    if database:
        resource["dialect"] = {"table": table.name}
    return resource


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.whole_key),
    }
    foreign = [_foreign([DOC], "articles", [DOC])] if table.of_article and table.name != "articles" else []
    # A key of which a part may be empty is one of databases; validators of descriptors want all of it or nothing.
    required = {column.name for column in table.columns if column.required}
    foreign += [
        _foreign([DOC, each.column], each.table, [DOC, "id"])
        for each in table.references
        if each.column in required
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type]}
    if column.help:
        field["description"] = column.help
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _foreign(fields: list[str], table: str, others: list[str]) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": table.replace("_", "-"), "fields": others}}


def _write(path: Path, content: dict[str, Any]) -> None:
    data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    if not path.exists() or path.read_bytes() != data:
        replace_file(path, data)
