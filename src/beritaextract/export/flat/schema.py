"""What a flat table is: a key, references, the records of an article, and columns that know where in one they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeAlias

from beritaextract.model import Article

__all__ = [
    "DOC", "Column", "Member", "Reference", "Row", "Rows", "Table", "Type", "Value", "amount", "boolean", "integer",
    "items", "many", "members", "name", "number", "span", "text",
]  # fmt: skip

Type = Literal["text", "integer", "number", "boolean", "list"]
"""``number`` is exact, a whole number or a decimal fraction; ``list`` is a list of texts."""

Value: TypeAlias = "str | int | Decimal | bool | tuple[str, ...] | None"
Row: TypeAlias = dict[str, Value]
Rows: TypeAlias = dict[str, list[Row]]
"""Rows by the name of their table."""

At: TypeAlias = "str | Callable[[Any], Any] | None"
"""Where a column finds its value: a dotted path into the record, empty for the attribute of its own name; a function of
the record; ``None`` if the record does not have it. Behind what is ``None`` all is ``None``."""

DOC = "doc_id"


def _taker(at: At, name: str) -> Callable[[Any], Any]:
    if at is None:
        return _nothing
    return _path(at or name) if isinstance(at, str) else at


def _path(path: str) -> Callable[[Any], Any]:
    head, _, tail = path.partition(".")
    first = attrgetter(head)
    if not tail:
        return first
    rest = _path(tail)

    def take(record: Any) -> Any:
        found = first(record)
        return None if found is None else rest(found)

    return take


def _nothing(_: Any) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``help`` is for the descriptor. No column is empty text: that is ``None``.

    ``take`` gives its value for a record of the table.
    """

    name: str
    type: Type
    help: str = ""
    required: bool = False
    take: Callable[[Any], Any] = field(default=_nothing, compare=False, repr=False)


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
        records: What the rows of one article are made of, one each.
        references: To rows of other tables. Every table of articles refers to ``articles`` too.
        of_article: Whether its rows belong to an article.
    """

    name: str
    help: str
    key: tuple[str, ...]
    own: tuple[Column, ...]
    records: Callable[[Article], Iterable[Any]]
    references: tuple[Reference, ...] = ()
    of_article: bool = True

    def rows(self, article: Article) -> Iterator[dict[str, Any]]:
        """The values of the own columns, record by record."""
        for record in self.records(article):
            yield {column.name: column.take(record) for column in self.own}

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


class Member(NamedTuple):
    """A record of a list that belongs to ``owner``: its place in the list, from 1, and the part it plays there."""

    owner: Any
    number: int
    record: Any
    role: str | None = None


def members(owner: Any, **lists: Iterable[Any]) -> Iterator[Member]:
    """The members of one list or of several, by their role, which go on counting."""
    listed = ((role, record) for role, records in lists.items() for record in records)
    for number, (role, record) in enumerate(listed, start=1):
        yield Member(owner, number, record, role)


def text(name: str, help: str = "", *, required: bool = False, at: At = "") -> Column:
    return Column(name, "text", help, required, _taker(at, name))


def integer(name: str, help: str = "", *, required: bool = False, at: At = "") -> Column:
    return Column(name, "integer", help, required, _taker(at, name))


def number(name: str, help: str = "", *, at: At = "") -> Column:
    return Column(name, "number", help, take=_taker(at, name))


def boolean(name: str, help: str = "", *, at: At = "") -> Column:
    return Column(name, "boolean", help, required=True, take=_taker(at, name))


def items(name: str, help: str = "", *, at: At = "") -> Column:
    return Column(name, "list", help, required=True, take=_taker(at, name))


def many(*columns: Column | tuple[Column, ...]) -> tuple[Column, ...]:
    """Columns and groups of columns in one row."""
    return tuple(column for each in columns for column in (each if isinstance(each, tuple) else (each,)))


def span(at: str = "span", prefix: str = "") -> tuple[Column, ...]:
    """A span as three columns."""
    required = not prefix
    return (
        text(f"{prefix}text", "as printed", at=f"{at}.text"),
        integer(f"{prefix}start_char", "code points before it", required=required, at=f"{at}.start"),
        integer(f"{prefix}end_char", "code points before its end", required=required, at=f"{at}.end"),
    )


def name(role: str) -> tuple[Column, ...]:
    """A named thing as two columns: its id and its name."""
    return (text(f"{role}_id", at=f"{role}.id"), text(role, at=f"{role}.name"))


def amount(role: str, at: str = "") -> tuple[Column, ...]:
    """A quantity as six columns, so that a row can be read alone."""
    at = at or role
    return (
        text(f"{role}_id", "the quantity", at=f"{at}.id"),
        number(role, "its value; empty for a range", at=f"{at}.value"),
        number(f"{role}_low", "the least that the printed form allows", at=f"{at}.low"),
        number(f"{role}_high", "the most that the printed form allows", at=f"{at}.high"),
        text(f"{role}_unit", at=f"{at}.unit"),
        text(f"{role}_modifier", at=f"{at}.modifier"),
    )
