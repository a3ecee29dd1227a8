"""What every reader gives: a text, frozen, and what its source says of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from beritaextract.model import Metadata, Section, SectionKind, Source
from beritaextract.reading.frozen import freeze

__all__ = ["Document", "Parts", "compose", "letters"]

Parts = tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as its source has it. The text is frozen on the way in; all offsets count in it.

    ``published`` and ``modified`` are ISO 8601, a day or a moment. ``row`` is the place in a file of many articles:
    the line of JSON Lines and CSV, else the number of the item. ``parts`` are the sections that the source marks, such
    as headline and captions. ``sha256`` is that of the bytes of the file, for a row that of its text. ``notes`` are
    sentences on what reading had to do.
    """

    text: str
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    url: str | None = None
    id: str | None = None
    row: int | None = None
    path: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    sha256: str = ""
    parts: Parts = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        digest = self.sha256 or hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        text, notes = freeze(self.text)
        notes = (*self.notes, *(note for note in notes if note not in self.notes))
        if not text:
            notes = (*notes, "The text is empty.")
        elif text.isspace():
            notes = (*notes, "The text has only white space.")
        for name, value in (("sha256", digest), ("text", text), ("notes", notes)):
            object.__setattr__(self, name, value)

    @property
    def source(self) -> Source:
        path = self.path
        if path is not None:  # a file name of bytes that are no UTF-8 comes with surrogates
            path = path.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return Source(
            path=path,
            url=self.url,
            media_type=self.media_type,
            encoding=self.encoding,
            sha256=self.sha256,
            id=self.id,
            row=self.row,
        )

    @property
    def metadata(self) -> Metadata:
        """What the source states."""
        return Metadata(
            headline=self.title,
            published=self.published,
            modified=self.modified,
            outlet=self.outlet,
            section=self.section,
            reporters=self.authors,
            editors=self.editors,
        )


def compose(title: str | None, paragraphs: Iterable[tuple[SectionKind, str]]) -> tuple[str, Parts]:
    """The text in the form that text files have: the headline's line, an empty line, the paragraphs.

    The headline is not printed twice where the first paragraph repeats it. Returns the text and those of its parts
    that are no body.
    """
    listed = [(kind, freeze(words)[0].strip()) for kind, words in paragraphs]
    if title and (headline := " ".join(freeze(title)[0].split())):
        if listed and _same(headline, listed[0][1].split("\n")[0]):
            first, _, rest = listed[0][1].partition("\n")
            listed[0] = (listed[0][0], rest.strip())
            headline = first.strip()
        listed.insert(0, ("headline", headline))
    pieces: list[str] = []
    parts: list[Section] = []
    at = 0
    for kind, words in listed:
        if words:
            if kind != "body":
                parts.append(Section(kind=kind, start=at, end=at + len(words)))
            pieces.append(words)
            at += len(words) + 2
    return "\n\n".join(pieces), tuple(parts)


def _same(one: str, other: str) -> bool:
    return letters(one) == letters(other)


def letters(words: str) -> str:
    """The letters and digits alone, in small: equal however words are spaced, cased and punctuated.

    >>> letters("KOMPAS.com") == letters("Kompas Com")
    True
    """
    return "".join(filter(str.isalnum, words)).casefold()
