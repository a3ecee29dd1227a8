"""What a batch reads: units of work in the order of the inputs, each with a key that tells whether it has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from beritaextract.errors import ArticleError
from beritaextract.export import Failure
from beritaextract.reading.document import Document
from beritaextract.reading.intake import Intake
from beritaextract.reading.paths import expand

__all__ = ["Item", "Payload", "Unit", "chunked", "of_file", "units"]

Payload: TypeAlias = Document | Failure | str
"""An article, what could not be read, or the path of a file that a worker reads."""

_CHARACTERS = 60_000
_FILE = 6_000
"""What a file counts for, whose length nobody knows yet."""
_MOST = 64


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays with the parent while a worker is at it.

    Attributes:
        path: The file.
        row: The place in a file of many articles.
        key: Changes with the content: of a row that of its text, of a file its size and its time.
    """

    path: str
    row: int | None
    key: bytes

    @property
    def label(self) -> str:
        return self.path if self.row is None else f"{self.path}#{self.row}"


Item: TypeAlias = tuple[Payload, Unit]


def units(inputs: Iterable[str], intake: Intake) -> Iterator[Item]:
    """The units of all inputs, lazily."""
    for named in inputs:
        for path in expand(named):
            if isinstance(path, ArticleError):
                yield _failed(path, named)
            else:
                yield from of_file(path, intake)


def of_file(path: str, intake: Intake) -> Iterator[Item]:
    """The units of one file. A file of one article is read by a worker, others here, row by row."""
    if intake.is_of_one(path):
        yield path, Unit(path, None, _state(path))
        return
    for found in intake.documents(path):
        yield _failed(found, path) if isinstance(found, ArticleError) else _read(found, path)


def chunked(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in chunks of about as many characters."""
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item[0].text) if isinstance(item[0], Document) else _FILE
        if size >= _CHARACTERS or len(chunk) >= _MOST:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _failed(error: ArticleError, path: str) -> Item:
    failure = Failure.of(error.path or path, error)
    return failure, Unit(failure.path, failure.row, _key(failure.path, failure.row, failure.message))


def _read(document: Document, path: str) -> Item:
    key = _key(path, document.row, document.id, document.title, document.published, document.sha256)
    return document, Unit(path, document.row, key)


def _state(path: str) -> bytes:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return _key(path)
    return _key(path, found.st_size, found.st_mtime_ns)


def _key(*said: object) -> bytes:
    return hashlib.sha256("\0".join(map(str, said)).encode("utf-8", "surrogateescape")).digest()
