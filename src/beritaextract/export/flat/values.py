"""Values of columns as stores hold them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec

from beritaextract.export.flat.schema import Column, Row, Table, Value

__all__ = ["as_json", "from_store", "row_from"]


def as_json(items: tuple[str, ...]) -> str:
    """A list as stores without lists hold it."""
    return msgspec.json.encode(items).decode()


def from_store(column: Column, held: Any) -> Value:
    """The value of which a store holds ``held``: a text, a list, a number of any kind.

    >>> from_store(Column("low", "number"), 27.5), from_store(Column("low", "number"), Decimal("42000000.0000"))
    (Decimal('27.5'), 42000000)
    """
    if held is None:
        return None
    match column.type:
        case "number":
            return _number(held)
        case "integer":
            return int(held)
        case "boolean":
            return held == "true" if isinstance(held, str) else bool(held)
        case "list":
            return tuple(msgspec.json.decode(held) if isinstance(held, str) else held)
        case _:
            return str(held)


def row_from(table: Table, held: Mapping[str, Any]) -> Row:
    """A row, of what a store holds of it; a column that the store does not know is ``None``."""
    return {column.name: from_store(column, held.get(column.name)) for column in table.columns}


def _number(held: Any) -> int | Decimal:
    # The shortest text that gives a float is its number, up to 15 digits; flat rows have no longer fractions.
    number = Decimal(repr(held)) if isinstance(held, float) else Decimal(held)
    whole = int(number)
    return whole if number == whole else number.normalize()
