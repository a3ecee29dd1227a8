"""What the text tells with its mentions: one record a fact, with the words it rests on."""

from __future__ import annotations

from typing import Literal

from beritaextract.model.mentions import Quantity, Ref
from beritaextract.model.records import Fact, Record, Span

__all__ = ["Agreement", "Breakdown", "Claim", "Membership", "Part", "Rate"]


class Part(Record):
    label: str
    quantity: Quantity


class Breakdown(Record):
    """A stated total with its stated parts: ``sum`` where they make up the whole, ``subset`` where not.

    Parts in percent are shares of the total, which is ``None`` where the text leaves it unsaid.
    """

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
