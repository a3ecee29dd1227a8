"""Articles as the whole of names reads them, rules and first weights together, to learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.finder import NameFinder
from beritaextract.mentions.names.proposals import Mention
from beritaextract.mentions.names.seams import Seams
from beritaextract.mentions.sections import Sectioner
from beritaextract.rules import RuleBook
from corpus import Sentence, paged

__all__ = ["labelled"]

_SURE = 0.7
_SHORTEST, _LONGEST = 4, 200


def labelled(articles: Iterable[str], book: RuleBook, seams: Seams) -> Iterator[Sentence]:
    """The paragraphs in which there are names, and the model is sure of those that it adds."""
    finder, sectioner = NameFinder(book), Sectioner(book)
    for article in articles:
        page = pages.read(article, sectioner.find(article).sections, seams)
        mentions = finder.mentions(page)
        for _, first, last in page.blocks:
            names = [each for each in mentions if first <= each.first and each.last <= last]
            if _SHORTEST <= last - first <= _LONGEST and names and min(each.score for each in names) >= _SURE:
                yield _sentence(page, names, first, last, seams)


def _sentence(page: pages.Page, names: list[Mention], first: int, last: int, seams: Seams) -> Sentence:
    start = page.starts[first]
    alone = paged(page.text[start : page.ends[last - 1]].replace("\n", " "), seams)
    spans = (
        (page.starts[each.first] - start, page.ends[each.last - 1] - start, each.label) for each in names
    )
    return Sentence(alone, tuple((*alone.words(begin, end), label) for begin, end, label in spans))
