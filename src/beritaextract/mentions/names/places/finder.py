"""Places: regions by code, countries and cities by table, villages, streets and venues by pattern."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.mentions.names.hits import positions
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.places.gazetteer import Gazetteer
from beritaextract.mentions.names.places.grammar import Reader
from beritaextract.mentions.names.places.mending import mend
from beritaextract.mentions.names.places.records import join
from beritaextract.mentions.names.proposals import Mention, Proposal
from beritaextract.model import Place
from beritaextract.rules import RuleBook

__all__ = ["PlaceFinder"]


class PlaceFinder:
    """Proposes places, mends what the model labelled, and joins the mentions of one place."""

    def __init__(self, book: RuleBook) -> None:
        self.gazetteer = Gazetteer(book)
        self.cues = self.gazetteer.begins

    def propose(
        self, page: Page, known: Sequence[Proposal], hits: Sequence[int] | None = None
    ) -> list[Proposal]:
        """The places that tables and cues are sure of, in no order; they may lie within a longer name.

        Args:
            page: The words.
            known: What is known of them.
            hits: Where those of ``cues`` stand, if the caller has found them.
        """
        hits = positions(page, self.cues) if hits is None else hits
        return Reader(page, self.gazetteer).read(hits)

    def complete(self, page: Page, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions with the places among them mended, and none within an organisation."""
        return mend(page, mentions, self.gazetteer)

    def join(self, page: Page, mentions: Sequence[Mention]) -> list[Place]:
        """One record for each place that the mentions name, in the order of the text."""
        return join(page, mentions, self.gazetteer)
