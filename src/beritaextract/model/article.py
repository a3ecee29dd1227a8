"""The whole of one text as the contract has it."""

from __future__ import annotations

from importlib import import_module  # by name: exports rest on this package, not it on them
from typing import Any, Literal

import msgspec
from pydantic import ConfigDict, Field

from beritaextract.model.facts import Agreement, Breakdown, Claim, Membership, Rate
from beritaextract.model.mentions import (
    Date,
    Metadata,
    Official,
    Organization,
    Person,
    Place,
    Quantity,
    Quote,
    Regulation,
    Section,
    Source,
)
from beritaextract.model.records import AnyFact, Record, Span
from beritaextract.model.verdicts import Check, Derived

__all__ = ["Article", "Coverage", "Engine"]


class Coverage(Record):
    """How many runs of digits the text has, how many a mention, decoy or section explains, and the rest."""

    digit_runs: int
    explained: int
    unexplained: tuple[Span, ...]


class Engine(Record):
    version: str
    rules: str = Field(description="SHA-256 of the rule files and tables")
    names: str = Field(description='SHA-256 of what the model of names has learnt, or "rules" without it')


class Article(Record):
    """All that was found in one text. ``schema`` names the contract in the JSON form."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_: Literal["beritaextract/1"] = Field(default="beritaextract/1", alias="schema")
    source: Source
    text: str
    metadata: Metadata
    sections: tuple[Section, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    regulations: tuple[Regulation, ...]
    persons: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    places: tuple[Place, ...]
    officials: tuple[Official, ...]
    quotes: tuple[Quote, ...]
    breakdowns: tuple[Breakdown, ...]
    memberships: tuple[Membership, ...]
    claims: tuple[Claim, ...]
    agreements: tuple[Agreement, ...]
    rates: tuple[Rate, ...]
    facts: dict[str, tuple[AnyFact, ...]] = Field({}, description="further kinds, by name")
    checks: tuple[Check, ...]
    derived: tuple[Derived, ...] = ()
    coverage: Coverage
    notes: tuple[str, ...] = ()
    engine: Engine

    def to_json(self, *, indent: int | None = None) -> str:
        """The contract's JSON, amounts with their exact digits (``model_dump_json`` goes through floats)."""
        fields = dict(vars(self))
        encoded = _ENCODER.encode({"schema": fields.pop("schema_"), **fields})
        return (encoded if indent is None else msgspec.json.format(encoded, indent=indent)).decode("utf-8")

    def to_frames(self) -> dict[str, Any]:
        """The flat tables as frames of pandas, by name; raises ExportError where it is not installed."""
        frames: dict[str, Any] = import_module("beritaextract.export.flat.frames").frames([self])
        return frames

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema (2020-12) of ``to_json``."""
        dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        return dialect | cls.model_json_schema(by_alias=True, mode="serialization")


# Records are encoded as they are: `model_dump` would first copy every one of them into a dictionary.
_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=vars)
