"""Flat tables as frames of pandas."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from beritaextract.errors import ExportError
from beritaextract.export.flat.rows import TABLES, flatten
from beritaextract.export.flat.schema import Column, Row
from beritaextract.model import Article

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["frames"]

_TYPES = {"text": "string", "integer": "Int64", "boolean": "boolean"}


def frames(articles: Iterable[Article]) -> dict[str, DataFrame]:
    """A frame for each table, with the rows of all articles.

    Numbers are ``Int64`` where all of a column are whole, else exact objects (``int`` and ``Decimal``);
    ``frame["value"].astype(float)`` gives floats. Lists are tuples.

    Raises:
        ExportError: pandas is not installed.
    """
    if importlib.util.find_spec("pandas") is None:
        raise ExportError("frames: need pandas; pip install 'beritaextract[frames]'")
    import pandas as pd  # noqa: PLC0415  an optional package

    flat = [flatten(article) for article in articles]
    found = {}
    for table in TABLES:
        rows = [row for each in flat for row in each[table.name]]
        series = {
            column.name: pd.Series(_values(column, rows), dtype=_type(column, rows))
            for column in table.columns
        }
        found[table.name] = pd.DataFrame(series)
    return found


def _values(column: Column, rows: list[Row]) -> list[Any]:
    return [row[column.name] for row in rows]


def _type(column: Column, rows: list[Row]) -> str:
    if column.type == "number":
        whole = all(value is None or isinstance(value, int) for value in _values(column, rows))
        return "Int64" if whole else "object"
    return _TYPES.get(column.type, "object")
