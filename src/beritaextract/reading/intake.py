"""How files are read: the options, and the way from one path to its articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from beritaextract.errors import ArticleError
from beritaextract.reading.formats import chosen, known, named
from beritaextract.reading.opening import DEFAULT_LIMIT, STDIN, Fields, opened

if TYPE_CHECKING:
    from beritaextract.reading.document import Document

__all__ = ["Intake"]


@dataclass(frozen=True, slots=True)
class Intake:
    """How files are read.

    Attributes:
        format: The name of an input format; ``None`` goes by the file's name, then by its beginning.
        fields: Which fields of rows hold what.
        max_bytes: How much may be held at once: of a file with one article, or of one row.
    """

    format: str | None = None
    fields: Fields = field(default_factory=Fields)
    max_bytes: int = DEFAULT_LIMIT

    def is_of_rows(self, path: str) -> bool:
        """Whether the format, as far as it is known from the name, holds many articles."""
        found = named(self.format) if self.format else known(path)
        return found is not None and found.rows

    def is_of_one(self, path: str) -> bool:
        """Whether the format, as far as it is known from the name, holds one article at most."""
        found = named(self.format) if self.format else known(path)
        return found is not None and found.alone and path != STDIN

    def documents(self, path: str) -> Iterator[Document | ArticleError]:
        """The articles of one file, lazily; what cannot be read is an error in its place."""
        try:
            with opened(path, limit=self.max_bytes, fields=self.fields) as incoming:
                chosen_format = named(self.format) if self.format else chosen(incoming)
                yield from chosen_format.read(incoming)
        except ArticleError as problem:
            yield problem
