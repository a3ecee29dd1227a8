"""Paths → documents, for programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from beritaextract.errors import ArticleError
from beritaextract.reading.document import Document
from beritaextract.reading.intake import Intake
from beritaextract.reading.opening import DEFAULT_LIMIT, Fields
from beritaextract.reading.paths import expand

__all__ = ["read"]


def read(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    text_field: str | None = None,
    id_field: str | None = None,
    title_field: str | None = None,
    date_field: str | None = None,
    url_field: str | None = None,
    max_bytes: int = DEFAULT_LIMIT,
    on_error: Callable[[ArticleError], object] | None = None,
) -> Iterator[Document]:
    """The articles of a file, a folder or a glob, lazily; ``"-"`` is stdin.

    Args:
        path: What to read. Folders are read to the bottom, in order.
        format: The name of an input format, where neither a file's name nor its beginning tells.
        text_field: The field of a row that holds the text, as a dotted path; the others likewise.
        max_bytes: How much may be held at once: of a file with one article, or of one row.
        on_error: Gets each error, and the other files and rows follow; without it the first error is raised.

    Raises:
        ArticleError: Something cannot be read, and there is no ``on_error``.
    """
    fields = Fields(text=text_field, id=id_field, title=title_field, date=date_field, url=url_field)
    intake = Intake(format, fields, max_bytes)
    for name in expand(os.fspath(path)):
        for found in (name,) if isinstance(name, ArticleError) else intake.documents(name):
            if isinstance(found, Document):
                yield found
            elif on_error is None:
                raise found
            else:
                on_error(found)
