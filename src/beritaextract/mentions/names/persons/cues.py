"""Words beside a name, and of a name, that say something about it, by kind."""

from __future__ import annotations

from collections.abc import Mapping

from beritaextract.rules import RuleBook, grouped

__all__ = ["name_cues", "name_words"]


def name_cues(book: RuleBook) -> Mapping[str, frozenset[str]]:
    """Kind → its words, in small letters."""
    return _kinds(book, "name_cues")


def name_words(book: RuleBook) -> Mapping[str, frozenset[str]]:
    """Kind → its words, in small letters: ``person`` for names, ``brand`` and ``thing`` for what is none."""
    return _kinds(book, "name_words")


def _kinds(book: RuleBook, table: str) -> Mapping[str, frozenset[str]]:
    return grouped((kind, word.lower()) for kind, word in book.columns(table, "kind", "word"))
