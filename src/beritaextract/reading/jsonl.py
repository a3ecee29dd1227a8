"""JSON Lines: an article a line, read as they come."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.errors import ArticleError
from beritaextract.reading.document import Document
from beritaextract.reading.json import article, parsed
from beritaextract.reading.opening import Incoming
from beritaextract.reading.rows import Rows

__all__ = ["read"]


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    rows = Rows(incoming, "application/jsonl")
    empty = True
    for number, line in incoming.lines():
        if isinstance(line, ArticleError):
            yield line
        elif line.strip():
            yield _document(line, rows, number, incoming.path)
        else:
            continue
        empty = False
    if empty:
        raise ArticleError(f"{incoming.path}: has no line; there is no article in it")


def _document(line: bytes, rows: Rows, number: int, path: str) -> Document | ArticleError:
    where = f":{number}"
    try:
        content, notes = parsed(line.strip().removeprefix(b"\xef\xbb\xbf"), f"{path}{where}", of_line=True)
    except ArticleError as problem:
        return ArticleError(str(problem), row=number)
    return article(rows, content, number, path, where=where, notes=notes)
