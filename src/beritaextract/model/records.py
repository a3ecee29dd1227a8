"""What all records rest on: exact numbers, spans, and ids."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, SerializeAsAny, WithJsonSchema

__all__ = ["AnyFact", "Fact", "Number", "Record", "Span", "numbered"]


def _json_number(value: int | Decimal) -> int | float:
    return value if isinstance(value, int) else float(value)


Number = Annotated[
    int | Decimal, PlainSerializer(_json_number, when_used="json"), WithJsonSchema({"type": "number"})
]
"""An exact amount: ``int`` where integral, else ``Decimal``."""


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Record):
    """A record of a kind of fact: it has an ``id``, its ``evidence`` and its ``rule``."""

    id: str = ""


class OtherFact(Fact):
    """A fact read back from JSON, of a kind whose own record is not at hand; it keeps every field as it stands."""

    model_config = ConfigDict(extra="allow")

    def model_post_init(self, context: object, /) -> None:
        """Puts its fields where every record has them, since records are encoded as they are."""
        vars(self).update(self.model_extra or {})


def _read_back(value: object) -> object:
    return OtherFact.model_validate(value) if isinstance(value, dict) else value


AnyFact = Annotated[SerializeAsAny[Fact], BeforeValidator(_read_back)]
"""A fact of any kind."""

Kind = TypeVar("Kind", bound=Record)


def numbered(letter: str, records: Iterable[Kind]) -> tuple[Kind, ...]:
    """The records with their ids, in their order: ``b1``, ``b2`` …"""
    counted = enumerate(records, start=1)
    return tuple(type(record)(**{**vars(record), "id": f"{letter}{nth}"}) for nth, record in counted)


class Span(Record):
    start: int
    end: int
    text: str

    @property
    def line(self) -> str:
        """The text in one line, with single spaces."""
        return " ".join(self.text.split())
