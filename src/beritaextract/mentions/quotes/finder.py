"""The quotes of a text: passages in marks and reported speech, each with its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.quotes.prose import Prose
from beritaextract.mentions.quotes.reading import Reading
from beritaextract.mentions.quotes.speakers import People
from beritaextract.mentions.quotes.speech import Form, Vocabulary
from beritaextract.model import Official, Organization, Person, Quote, Section
from beritaextract.rules import RuleBook

__all__ = ["QuoteFinder"]


class QuoteFinder:
    """Finds the quotes of texts by the verbs of one book."""

    def __init__(self, book: RuleBook) -> None:
        self._vocabulary = Vocabulary(book)

    def find(
        self,
        text: str,
        sections: Sequence[Section],
        persons: Sequence[Person],
        organizations: Sequence[Organization],
        officials: Sequence[Official] = (),
        *,
        page: Page | None = None,
    ) -> tuple[Quote, ...]:
        """The quotes of one text in its order.

        Args:
            text: The frozen text.
            sections: Its sections.
            persons: Its persons; a speaker is one of them or ``None``.
            organizations: Its organisations.
            officials: Who holds which office, for speakers named by office alone.
            page: The words of the text, where they have been read already.
        """
        page = page or pages.read(text, sections)
        forms, index = self._vocabulary.forms, page.index()
        stops: list[int] = []
        marks: list[int] = []
        cues: list[tuple[int, Form]] = []
        for low in index.keys() & forms.keys():
            form = forms[low]
            if form == "stop":
                stops += index[low]
            elif form == "mark":
                marks += index[low]
            else:
                cues += [(word, form) for word in index[low]]
        if not marks and not cues:
            return ()
        stops.sort()
        marks.sort()
        cues.sort()
        prose = Prose(page, self._vocabulary, stops)
        people = People(prose, persons, organizations, officials)
        return Reading(prose, people, persons).quotes(marks, cues)
