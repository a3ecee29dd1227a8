"""An article as rows of all tables: exact, in one canonical form, and with no reference that leads nowhere."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec

from beritaextract.export.flat import facts, mentions, verdicts
from beritaextract.export.flat.schema import DOC, Column, Row, Rows, Table, Value, text
from beritaextract.model import Article

__all__ = ["ERRORS", "TABLES", "content_id", "flatten"]

TABLES: tuple[Table, ...] = (*mentions.TABLES, *facts.TABLES, *verdicts.TABLES)
"""All tables of articles; what a table refers to stands before it."""

ERRORS = Table(
    "errors",
    "one input that gave no article",
    ("path",),
    (
        text("path", "where it was to be read", required=True),
        text("code", required=True),
        text("message", "what is wrong, and the remedy", required=True),
    ),
    lambda article: (),
    of_article=False,
)

_WHOLE = 2**63
_DIGITS, _PLACES = 15, 10
_ID_LENGTH = 32


def content_id(article: Article) -> str:
    """The key of an article: 128 bits of the SHA-256 of what was read, with what the source calls it if it says so."""
    source = article.source
    if source.id is None:
        return source.sha256[:_ID_LENGTH]
    return hashlib.sha256(f"{source.sha256}\0{source.id}".encode()).hexdigest()[:_ID_LENGTH]


def flatten(article: Article) -> Rows:
    """The rows of an article, by table.

    Numbers are ``int`` where whole and below 2^63, else ``Decimal`` without trailing zeros, of at most 15 digits and 10
    decimal places, which every store holds exactly; a number beyond that is rounded to it, or ``None``, and stands
    with all its digits in the column ``exact``. Empty texts are ``None``, lists are tuples.
    """
    doc = content_id(article)
    rows = {each.name: [_row(each, doc, found) for found in each.rows(article)] for each in TABLES}
    ids = {each.name: {row["id"] for row in rows[each.name]} for each in TABLES if each.key == ("id",)}
    for each in TABLES:
        for reference in each.references:
            for row in rows[each.name]:
                if row[reference.column] not in ids[reference.table]:
                    row[reference.column] = None
    rows["articles"][0]["digest"] = _digest(rows)
    return rows


def _row(table: Table, doc: str, found: Mapping[str, Any]) -> Row:
    row: Row = {DOC: doc}
    beyond: dict[str, str] = {}
    for column in table.columns[1:]:
        row[column.name] = _value(column, found.get(column.name), beyond)
    if beyond:
        row["exact"] = msgspec.json.encode(beyond).decode()
    return row


def _value(column: Column, value: Any, beyond: dict[str, str]) -> Value:
    match column.type:
        case "number":
            held = None if value is None else _number(value)
            if held != value:
                beyond[column.name] = str(value)
            return held
        case "list":
            return tuple(value)
        case "text":
            return value or None
        case _:
            return value  # type: ignore[no-any-return]


def _number(value: int | Decimal) -> int | Decimal | None:
    """The nearest number that every store holds exactly, if there is one.

    >>> _number(Decimal("27.50")), _number(Decimal(5)), _number(Decimal("1234567890123.456")), _number(2**63)
    (Decimal('27.5'), 5, Decimal('1234567890123.46'), None)
    """
    if isinstance(value, Decimal) and value.adjusted() < _DIGITS:
        value = round(value, min(_PLACES, _DIGITS - 1 - max(value.adjusted(), 0)))
    whole = int(value)
    if isinstance(value, int) or value == whole or value.adjusted() >= _DIGITS:
        return whole if -_WHOLE <= whole < _WHOLE else None
    return value.normalize()


def _digest(rows: Rows) -> str:
    return hashlib.sha256(_ENCODER.encode(rows)).hexdigest()[:_ID_LENGTH]


_ENCODER = msgspec.json.Encoder()
