"""The nouns of the output contract ``beritaextract/1``: frozen records, shared by all stages.

Offsets are half-open and count Unicode code points of ``Article.text``; ``text[start:end] == span.text``.
Amounts are exact (``int`` where integral, else ``Decimal``), in whole units (rupiah, not thousands); percent
is 5, not 0.05. ``None`` says that the article does not tell.
"""

from __future__ import annotations

from beritaextract.model.article import Article, Coverage, Engine
from beritaextract.model.facts import Agreement, Breakdown, Claim, Membership, Part, Rate
from beritaextract.model.mentions import (
    Date,
    Dateline,
    Metadata,
    Modifier,
    Official,
    Organization,
    Person,
    Place,
    Quantity,
    QuantityKind,
    Quote,
    Ref,
    Regulation,
    Section,
    SectionKind,
    Source,
)
from beritaextract.model.records import Fact, Number, Record, Span, numbered
from beritaextract.model.verdicts import Check, Derived, Edit, Severity, Verdict

__all__ = [
    "Agreement",
    "Article",
    "Breakdown",
    "Check",
    "Claim",
    "Coverage",
    "Date",
    "Dateline",
    "Derived",
    "Edit",
    "Engine",
    "Fact",
    "Membership",
    "Metadata",
    "Modifier",
    "Number",
    "Official",
    "Organization",
    "Part",
    "Person",
    "Place",
    "Quantity",
    "QuantityKind",
    "Quote",
    "Rate",
    "Record",
    "Ref",
    "Regulation",
    "Section",
    "SectionKind",
    "Severity",
    "Source",
    "Span",
    "Verdict",
    "numbered",
]
