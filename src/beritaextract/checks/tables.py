"""A key under which what is read from tables is kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from beritaextract.rules import RuleBook

__all__ = ["Key"]


@dataclass(frozen=True)
class Key:
    """A rule book, known by its digest."""

    book: RuleBook = field(compare=False)
    digest: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", self.book.digest)
