"""Plain text: one file, one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from beritaextract.reading.document import Document
from beritaextract.reading.encoding import decode
from beritaextract.reading.opening import Incoming

__all__ = ["document", "read"]


def read(incoming: Incoming) -> Iterator[Document]:
    yield document(incoming.data(), path=incoming.path)


def document(data: bytes | str, *, path: str | None = None) -> Document:
    """The document of a file's bytes, in any encoding, or of a string.

    Raises:
        ArticleError: The bytes are no text.
    """
    if isinstance(data, str):
        return Document(text=data, path=path)
    raw, encoding, notes = decode(data, where=path or "text")
    digest = hashlib.sha256(data).hexdigest()
    return Document(text=raw, path=path, encoding=encoding, sha256=digest, notes=notes)
