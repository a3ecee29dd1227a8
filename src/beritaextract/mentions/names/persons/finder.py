"""Persons: names by their context, without titles and degrees."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.mentions.names.headlines import Headlines
from beritaextract.mentions.names.hits import positions
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.affixes import Affixes
from beritaextract.mentions.names.persons.joining import PersonJoiner
from beritaextract.mentions.names.persons.mending import PersonMender
from beritaextract.mentions.names.persons.search import PersonSearch, cue_words
from beritaextract.mentions.names.persons.shapes import NameShapes
from beritaextract.mentions.names.persons.titles import Titles
from beritaextract.mentions.names.proposals import Mention, Proposal
from beritaextract.model import Person
from beritaextract.rules import RuleBook

__all__ = ["PersonFinder"]


class PersonFinder:
    """Proposes persons, mends what the model labelled, and joins the mentions of one person."""

    def __init__(self, book: RuleBook) -> None:
        self.affixes = Affixes(book)
        self.titles = Titles(book)
        self._shapes = NameShapes(book)
        self._joiner = PersonJoiner(book, self.affixes, self.titles.heads, self._shapes.given)
        self.cues = cue_words(self.affixes, self.titles, self._shapes)
        self._mender = PersonMender(book, self.affixes, self.titles, self._shapes)

    def propose(
        self, page: Page, known: Sequence[Proposal], hits: Sequence[int] | None = None
    ) -> list[Proposal]:
        """The persons whose context leaves no doubt.

        Args:
            page: The words.
            known: What is known of them.
            hits: Where those of ``cues`` stand, if the caller has found them.
        """
        cues = self.cues
        search = PersonSearch(page, known, self.affixes, self.titles, self._shapes)
        headlines = Headlines(page)
        end, is_large = 0, True
        for at in positions(page, cues) if hits is None else hits:
            if at >= end:
                block = headlines.block(at)
                end, is_large = block.last, at in headlines
            if not is_large:
                search.look(at, cues[page.lowers[at]], block)
        search.repeat_initials()
        return search.found

    def complete(self, page: Page, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions with persons trimmed to their names, and the further mentions of the persons known by then."""
        return self._mender.mend(page, mentions)

    def join(self, page: Page, mentions: Sequence[Mention]) -> list[Person]:
        """One record for each person, in the order of their first mentions."""
        return self._joiner.join(page, [mention for mention in mentions if mention.label == "PER"])
