"""What unlabelled news says of words: how often they are written small, and which words they resemble."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from beritaextract.mentions.names import stored

__all__ = ["SHIPPED", "Codes", "load", "ordinary", "save"]

SHIPPED = Path(__file__).with_name("data") / "words.bin"


class Codes(dict[str, str]):
    """Word in small letters → its code: how often it is written small, from 0 to 5, and the number of its cluster."""

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The words that are mostly written small: capitalised, they rarely are names."""
        return frozenset(word for word, code in self.items() if code[:1] in ("4", "5"))


@lru_cache(maxsize=1)
def load(path: Path = SHIPPED) -> Codes:
    """The words of a file, by default those that come with the package.

    Raises:
        RuleError: The file is missing or broken.
    """
    return Codes(stored.read(path, dict[str, str], "words"))


def ordinary() -> frozenset[str]:
    """The words of the package, in small letters, that are mostly written so."""
    return load().ordinary


def save(path: Path, codes: Mapping[str, str]) -> None:
    """Writes one file; the same content gives the same bytes."""
    stored.write(path, dict(sorted(codes.items())))
