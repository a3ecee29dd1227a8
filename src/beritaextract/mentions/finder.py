"""The mention stage: sections, then one scan, then each kind from its hits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from beritaextract.mentions import dates, spellings
from beritaextract.mentions.coverage import account
from beritaextract.mentions.guard import Guard
from beritaextract.mentions.kinds import Mentions
from beritaextract.mentions.names import Entity, How, NameFinder
from beritaextract.mentions.quantities import QuantityFinder
from beritaextract.mentions.quotes import QuoteFinder
from beritaextract.mentions.regulations import RegulationFinder
from beritaextract.mentions.scan import Hit, Scanner
from beritaextract.mentions.sections import SILENT, Sectioner
from beritaextract.model import Coverage, Metadata, Section, numbered
from beritaextract.rules import RuleBook

__all__ = ["Finder", "Found"]


class Found(NamedTuple):
    mentions: Mentions
    metadata: Metadata
    coverage: Coverage


class Finder:
    """Finds all mentions by the rules of one book; names with the small model, or by rules alone.

    Spellings are found with ``style`` alone.
    """

    def __init__(self, book: RuleBook, names: How = "model", *, style: bool = False) -> None:
        self._style = style
        self._guard = Guard(book)
        self._scanner = Scanner(book)
        self._sectioner = Sectioner(book)
        self._quantities = QuantityFinder(book)
        self._regulations = RegulationFinder(book)
        self._names = NameFinder(book, names)
        self._quotes = QuoteFinder(book)

    def warn(self, mentions: Mentions) -> str | None:
        """What is to be said of the language of the text, if anything."""
        return self._guard.warn(mentions.words)

    def scan(self, text: str) -> Iterator[Hit]:
        """All hits in a text without sections, decoys too."""
        return self._scanner.scan(text, [(0, len(text))])

    def find(
        self,
        text: str,
        published: dt.date | None,
        entities: Iterable[Entity] = (),
        stated: Sequence[Section] = (),
    ) -> Found:
        """The mentions of a frozen text; nothing is extracted from its credit and link sections.

        Args:
            text: The frozen text.
            published: The day that relative dates are seen from; if ``None``, the day that the file states.
            entities: Names that another tool has found, as candidates beside our own.
            stated: Sections that the source marks.
        """
        layout = self._sectioner.find(text, stated)
        metadata = layout.metadata
        if published is not None:
            metadata = metadata.model_copy(update={"published": published.isoformat()})
        elif metadata.published is not None:
            published = dt.date.fromisoformat(metadata.published[:10])
        read = [(s.start, s.end) for s in layout.sections if s.kind not in SILENT]
        hits: dict[str, list[Hit]] = {}
        explained = [(s.start, s.end) for s in layout.sections if s.kind in SILENT]
        for hit in self._scanner.scan(text, read):
            explained.append(hit.match.span())
            if not hit.rule.decoy:
                hits.setdefault(_STAGES[hit.rule.kind], []).append(hit)
        nameless = [hit.match.span() for stage in _NAMELESS for hit in hits.get(stage, [])]
        names = self._names.find(text, layout.sections, nameless=nameless, entities=entities)
        quotes = self._quotes.find(
            text, layout.sections, names.persons, names.organizations, names.officials, page=names.page
        )
        mentions = Mentions(
            text=text,
            sections=layout.sections,
            quantities=self._quantities.build(hits.get("quantities", []), text),
            dates=dates.build(hits.get("dates", []), text, published),
            regulations=self._regulations.build(hits.get("regulations", []), text),
            persons=names.persons,
            organizations=names.organizations,
            places=names.places,
            officials=numbered("f", names.officials),
            quotes=quotes,
            words=frozenset(names.page.lowers),
            published=published,
            spellings=tuple(spellings.find(text, names.persons, names.places)) if self._style else (),
        )
        return Found(mentions, metadata, account(text, explained))


_NAMELESS = ("dates", "regulations")
_STAGES = {
    "money": "quantities",
    "percents": "quantities",
    "measures": "quantities",
    "counts": "quantities",
    "dates": "dates",
    "regulations": "regulations",
}
