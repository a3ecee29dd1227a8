"""Whether a text reads like Indonesian: a warning, never a refusal."""

from __future__ import annotations

from collections.abc import Set

from beritaextract.rules import RuleBook

__all__ = ["WARNINGS", "Guard"]

_FOREIGN = "The text does not read like Indonesian; what is found in it may be wrong."
_MALAY = "The text reads like Malay, not Indonesian; what is found in it may be wrong."
WARNINGS = frozenset((_FOREIGN, _MALAY))

_ENOUGH = 25
_SHARE = 0.07
_MOST = 300  # a long text has ever more other words
_CLEARLY = 3


class Guard:
    """Tells by function words. A few sentences are not enough, and Malay without its own spellings passes."""

    def __init__(self, book: RuleBook) -> None:
        rows = book.table("function_words")
        self._indonesian = frozenset(row["word"] for row in rows if row["language"] != "ms")
        self._only_indonesian = frozenset(row["word"] for row in rows if row["language"] == "id")
        self._only_malay = frozenset(row["word"] for row in rows if row["language"] == "ms")

    def warn(self, words: Set[str]) -> str | None:
        """The warning on a text with these words (each once, in small letters)."""
        if len(words) < _ENOUGH:
            return None
        malay = len(words & self._only_malay)
        if malay >= _CLEARLY and malay > len(words & self._only_indonesian):
            return _MALAY
        return _FOREIGN if len(words & self._indonesian) < _SHARE * min(len(words), _MOST) else None
