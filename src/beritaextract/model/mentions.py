"""What the text mentions, and what its source and its head state."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from beritaextract.model.records import Number, Record, Span

__all__ = [
    "Date",
    "Dateline",
    "Metadata",
    "Modifier",
    "Official",
    "Organization",
    "Person",
    "Place",
    "Quantity",
    "QuantityKind",
    "Quote",
    "Ref",
    "Regulation",
    "Section",
    "SectionKind",
    "Source",
]

QuantityKind = Literal["money", "count", "measure", "percent"]
Modifier = Literal["exact", "about", "at_least", "at_most", "range"]
SectionKind = Literal["headline", "dateline", "body", "caption", "credit", "link"]


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
