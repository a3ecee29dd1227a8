"""What the tables say of single words, as classes for the model."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from beritaextract.rules import RuleBook

__all__ = ["WordClasses"]

_TABLES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "regions": ("region", ("name", "aliases")),
    "regions_extra": ("region", ("name", "aliases")),
    "districts": ("district", ("name",)),
    "towns": ("town", ("name",)),
    "countries": ("country", ("name", "aliases")),
    "cities": ("city", ("name", "aliases")),
    "place_heads": ("site", ("head",)),
    "institutions": ("institution", ("name", "forms")),
    "organization_heads": ("head", ("head", "full", "plural")),
    "organization_stops": ("stop", ("word",)),
    "roles": ("role", ("role", "variants")),
    "degrees": ("degree", ("degree",)),
    "ranks": ("rank", ("rank", "variants")),
    "honorifics": ("rank", ("honorific", "variants")),
    "speech_verbs": ("speech", ("bare", "nya_form", "active", "passive")),
}
"""Table → the class of its words, and the columns that list them."""


class WordClasses(dict[str, tuple[str, ...]]):
    """Word in small letters → its classes: ``region`` alone, ``region1`` as the first of a phrase, ``region2`` later.

    Raises:
        RuleError: A table is missing.
    """

    def __init__(self, book: RuleBook) -> None:
        super().__init__()
        found: dict[str, set[str]] = {}
        for table, (kind, columns) in _TABLES.items():
            phrases = "|".join(chain.from_iterable(book.columns(table, *columns))).lower().split("|")
            found.setdefault(kind, set()).update(phrase for phrase in phrases if " " not in phrase)
            first, later = found.setdefault(f"{kind}1", set()), found.setdefault(f"{kind}2", set())
            for words in [phrase.split() for phrase in phrases if " " in phrase]:
                first.add(words[0])
                later.update(words[1:])
        for kind, alike in found.items():
            alike.discard("")
            known = alike & self.keys()
            self.update(dict.fromkeys(alike - known, (kind,)))
            for word in known:
                self[word] = (*self[word], kind)
