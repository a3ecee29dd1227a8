"""What a flat table is: columns with types, a key, references, and what makes its rows of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, TypeAlias

from beritaextract.model import Article, Quantity, Ref, Span

__all__ = [
    "DOC", "Column", "Reference", "Row", "Rows", "Table", "Type", "Value", "amount", "amount_columns", "boolean",
    "integer", "items", "many", "name", "name_columns", "number", "span", "span_columns", "text",
]  # fmt: skip

Type = Literal["text", "integer", "number", "boolean", "list"]
"""``number`` is exact, a whole number or a decimal fraction; ``list`` is a list of texts."""

Value: TypeAlias = "str | int | Decimal | bool | tuple[str, ...] | None"
Row: TypeAlias = dict[str, Value]
Rows: TypeAlias = dict[str, list[Row]]
"""Rows by the name of their table."""

DOC = "doc_id"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``help`` is for the descriptor. No column is empty text: that is ``None``."""

    name: str
    type: Type
    help: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Says that ``column``, together with the document, is the ``id`` of a row of another table."""

    column: str
    table: str


@dataclass(frozen=True)
class Table:
    """A flat table.

    Attributes:
        name: In the plural, as in the contract.
        help: What one row is.
        key: The columns that name a row, after that of the document.
        own: All columns but that of the document and ``exact``.
        rows: The rows of one article, less those two columns.
        references: To rows of other tables. Every table of articles refers to ``articles`` too.
        of_article: Whether its rows belong to an article.
    """

    name: str
    help: str
    key: tuple[str, ...]
    own: tuple[Column, ...]
    rows: Callable[[Article], Iterable[Mapping[str, Any]]]
    references: tuple[Reference, ...] = ()
    of_article: bool = True

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in their order."""
        doc = (Column(DOC, "text", "the article", required=True),) if self.of_article else ()
        exact = (_EXACT,) if any(column.type == "number" for column in self.own) else ()
        return (*doc, *self.own, *exact)

    @cached_property
    def whole_key(self) -> tuple[str, ...]:
        return (DOC, *self.key) if self.of_article else self.key


_EXACT = Column(
    "exact",
    "text",
    "JSON of the numbers that their columns cannot hold to the last digit; nearly always empty",
)


def text(name: str, help: str = "", *, required: bool = False) -> Column:
    return Column(name, "text", help, required)


def integer(name: str, help: str = "", *, required: bool = False) -> Column:
    return Column(name, "integer", help, required)


def number(name: str, help: str = "") -> Column:
    return Column(name, "number", help)


def boolean(name: str, help: str = "") -> Column:
    return Column(name, "boolean", help, required=True)


def items(name: str, help: str = "") -> Column:
    return Column(name, "list", help, required=True)


def many(*columns: Column | tuple[Column, ...]) -> tuple[Column, ...]:
    """Columns and groups of columns in one row."""
    return tuple(column for each in columns for column in (each if isinstance(each, tuple) else (each,)))


def span_columns(prefix: str = "") -> tuple[Column, ...]:
    """The columns of :func:`span`."""
    required = not prefix
    return (
        text(f"{prefix}text", "as printed"),
        integer(f"{prefix}start_char", "code points before it", required=required),
        integer(f"{prefix}end_char", "code points before its end", required=required),
    )


def span(found: Span | None, prefix: str = "") -> Row:
    """A span as three columns."""
    return {
        f"{prefix}text": found.text if found else None,
        f"{prefix}start_char": found.start if found else None,
        f"{prefix}end_char": found.end if found else None,
    }


def name_columns(role: str) -> tuple[Column, ...]:
    """The columns of :func:`name`."""
    return (text(f"{role}_id"), text(role))


def name(found: Ref | None, role: str) -> Row:
    """A named thing as two columns: its id and its name."""
    return {f"{role}_id": found.id if found else None, role: found.name if found else None}


def amount_columns(role: str) -> tuple[Column, ...]:
    """The columns of :func:`amount`."""
    return (
        text(f"{role}_id", "the quantity"),
        number(role, "its value; empty for a range"),
        number(f"{role}_low", "the least that the printed form allows"),
        number(f"{role}_high", "the most that the printed form allows"),
        text(f"{role}_unit"),
        text(f"{role}_modifier"),
    )


def amount(found: Quantity | None, role: str) -> Row:
    """A quantity as six columns, so that a row can be read alone."""
    return {
        f"{role}_id": found.id if found else None,
        role: found.value if found else None,
        f"{role}_low": found.low if found else None,
        f"{role}_high": found.high if found else None,
        f"{role}_unit": found.unit if found else None,
        f"{role}_modifier": found.modifier if found else None,
    }
