"""The nouns of the output contract ``beritaextract/1``: frozen records, shared by all stages.

Offsets are half-open and count Unicode code points of ``Article.text``; ``text[start:end] == span.text``.
Amounts are exact (``int`` where integral, else ``Decimal``), in whole units (rupiah, not thousands); percent
is 5, not 0.05. ``None`` says that the article does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from importlib import import_module  # by name: exports rest on this module, not it on them
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, SerializeAsAny, WithJsonSchema

QuantityKind = Literal["money", "count", "measure", "percent"]
Modifier = Literal["exact", "about", "at_least", "at_most", "range"]
SectionKind = Literal["headline", "dateline", "body", "caption", "credit", "link"]
Verdict = Literal["ok", "ok_rounded", "ok_truncated", "ok_approximate", "remainder",
                  "inconsistent", "uncheckable", "malformed"]  # fmt: skip
Severity = Literal["error", "warning", "info", "style"]


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


class Source(Record):
    path: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    sha256: str = Field(description="of the bytes of the file, of a row that of its text")
    id: str | None = Field(default=None, description="what the source calls the article")
    row: int | None = Field(default=None, description="in a file of many articles: its line or number")

    @property
    def label(self) -> str:
        """The path, and the row in a file of many: ``arsip.jsonl#17``."""
        return f"{self.path or '(text)'}#{self.row}".removesuffix("#None")


class Dateline(Record):
    place: str | None = None
    outlet: str | None = None


class Metadata(Record):
    headline: str | None = None
    dateline: Dateline | None = None
    published: str | None = Field(default=None, description="EDTF, from the source or the caller")
    modified: str | None = Field(default=None, description="EDTF, from the source")
    outlet: str | None = None
    section: str | None = Field(default=None, description="the desk or channel: Ekonomi")
    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    copyright_year: int | None = None


class Section(Record):
    kind: SectionKind
    start: int
    end: int


class Quantity(Record):
    """An amount of money, a count, a measure or a percentage.

    ``value`` is ``None`` for a range (then ``low`` and ``high`` are its ends) and for a malformed number.
    ``low`` and ``high`` bound what the printed form and the modifier allow; ``None`` is an open end.
    ``step`` is the value of one unit of the last printed digit where the print rounds (Rp336 miliar:
    1000000000, 5,2 persen: 0.1), 0 where the number is printed in full (382.746 orang).
    """

    id: str
    kind: QuantityKind
    value: Number | None
    low: Number | None
    high: Number | None
    unit: str | None
    modifier: Modifier
    per: str | None
    step: Number = 0
    malformed: bool = False
    span: Span
    rule: str


class Date(Record):
    """A calendar expression. ``value`` is EDTF (ISO 8601-2) or ``None`` where the article does not fix it.

    ``weekday`` (``"Senin"`` … ``"Minggu"``) and ``day``, ``month``, ``year`` are what is printed, for the
    checks: ``Selasa (9/22/2015)`` has value ``None``, weekday ``"Selasa"``, day 9, month 22, year 2015.
    """

    id: str
    value: str | None
    weekday: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    span: Span
    rule: str


class Regulation(Record):
    """A law or regulation: ``type`` is the customary abbreviation (UU, PP, Perpres, Inpres, Perda …).

    Each stands once: ``span`` is its first mention, ``mentions`` are all.
    """

    id: str
    type: str
    number: str | None
    year: int | None
    title: str | None = None
    span: Span
    mentions: tuple[Span, ...]
    rule: str


class Ref(Record):
    """A named thing. ``id`` points into the article's lists of names, ``None`` where it is in none of them."""

    id: str | None = None
    name: str


class Person(Record):
    """A person: the fullest form of the name without titles and degrees; ``aliases`` are the other forms used."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    rank: str | None = Field(default=None, description="military or police rank, as printed")
    mentions: tuple[Span, ...]


class Organization(Record):
    """An organisation, or a group of them (``kejari se-Kalsel``: ``collective``).

    ``notes`` say which spellings were joined although they differ.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str | None = None
    collective: bool = False
    mentions: tuple[Span, ...]
    notes: tuple[str, ...] = ()


class Place(Record):
    """A place. ``code`` is the region code of the interior ministry, as text ("63.10"), where it has one."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    level: str | None = None
    code: str | None = None
    mentions: tuple[Span, ...]


class Official(Record):
    """An office as printed, with who holds it and for which institution or place."""

    id: str = ""
    person: Ref
    title: str
    status: Literal["acting", "former"] | None = None
    organization: Ref | None = None
    place: Ref | None = None
    evidence: tuple[Span, ...]


class Quote(Record):
    """What somebody says: ``span`` without the marks; ``cue`` are the words that name the speaker."""

    id: str = ""
    kind: Literal["direct", "indirect"]
    speaker: Ref | None
    span: Span
    cue: Span | None = None


class Part(Record):
    label: str
    quantity: Quantity


class Breakdown(Record):
    """A stated total with its stated parts: ``sum`` where they make up the whole, ``subset`` where not."""

    id: str = ""
    relation: Literal["sum", "subset"]
    total: Quantity | None
    parts: tuple[Part, ...]
    remainder: Quantity | None = None
    evidence: tuple[Span, ...]
    rule: str


class Membership(Fact):
    """How many members an organisation or programme has. ``as_of`` is EDTF."""

    organization: Ref | None
    place: Ref | None
    as_of: str | None
    total: Quantity
    categories: tuple[Part, ...] = ()
    of_which: tuple[Part, ...] = ()
    evidence: tuple[Span, ...]
    rule: str


class Claim(Fact):
    """Money paid out or recovered. ``payer`` is ``None`` where nobody is named as paying; ``period`` is EDTF."""

    payer: Ref | None
    purpose: str | None
    amount: Quantity
    cases: Quantity | None = None
    period: str | None = None
    place: Ref | None = None
    evidence: tuple[Span, ...]
    rule: str


class Agreement(Fact):
    """A memorandum or cooperation agreement: ``MoU``, ``PKS`` (perjanjian kerja sama), or ``agreement``."""

    kind: Literal["MoU", "PKS", "agreement"]
    action: Literal["signed", "extended", "planned", "existing"]
    parties: tuple[Ref, ...]
    signatories: tuple[Ref, ...] = ()
    subject: str | None = None
    date: str | None = None
    place: Ref | None = None
    duration: Quantity | None = None
    renewal: str | None = None
    outcomes: tuple[Quantity, ...] = ()
    evidence: tuple[Span, ...]
    rule: str


class Rate(Fact):
    """What something costs or pays: under which ``condition``, and who is ``entitled``."""

    kind: Literal["contribution", "benefit", "price", "fare", "wage"]
    label: str
    amount: Quantity
    condition: str | None = None
    entitled: str | None = None
    evidence: tuple[Span, ...]
    rule: str


class Edit(Record):
    """What a house-style check would write in the place of the words of ``span``; no digit ever differs."""

    span: Span
    replacement: str


class Check(Record):
    """One verdict with its proof; ``repairs`` are for the reader, ``fix`` (house style alone) for ``check --fix``.

    In English ``formula`` and ``repairs`` differ only where ``formula_en`` and ``repairs_en`` stand.
    """

    id: str
    code: str
    verdict: Verdict
    severity: Severity
    message: str = Field(description="in Indonesian")
    message_en: str
    formula: str | None = None
    formula_en: str | None = None
    stated: str | None = None
    computed: str | None = None
    low: Number | None = None
    high: Number | None = None
    evidence: tuple[Span, ...]
    repairs: tuple[str, ...] = ()
    repairs_en: tuple[str, ...] = ()
    fix: tuple[Edit, ...] = ()


class Derived(Record):
    """A figure that follows from the article although it does not state it: ``formula`` in ids of quantities."""

    id: str = ""
    label: str
    low: Number
    high: Number
    unit: str | None
    formula: str
    stated: Literal[False] = False
    evidence: tuple[Span, ...]


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
    facts: dict[str, tuple[SerializeAsAny[Fact], ...]] = Field({}, description="further kinds, by name")
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
