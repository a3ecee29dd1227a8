"""Flat tables: what an article holds, as rows of tables that refer to one another."""

from beritaextract.export.flat.rows import ERRORS, TABLES, content_id, flatten
from beritaextract.export.flat.schema import Column, Reference, Row, Rows, Table, Value

__all__ = [
    "ERRORS",
    "TABLES",
    "Column",
    "Reference",
    "Row",
    "Rows",
    "Table",
    "Value",
    "content_id",
    "flatten",
]
