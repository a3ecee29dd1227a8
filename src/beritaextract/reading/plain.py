"""Plain text: a file, bytes or a string → ``Text``."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass

from beritaextract.errors import ArticleError
from beritaextract.model import Source
from beritaextract.reading.encoding import decode
from beritaextract.reading.frozen import freeze

__all__ = ["Text", "read", "read_file"]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text as all later stages see it. ``notes`` are sentences on what reading had to do."""

    content: str
    source: Source
    notes: tuple[str, ...] = ()


def read(data: bytes | str, *, path: str | None = None) -> Text:
    """The frozen text of ``data``.

    Args:
        data: A file's bytes, in any encoding, or a string.
        path: Where the data comes from, for ``Text.source`` and for error messages.

    Raises:
        ArticleError: The bytes are no text.
    """
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    if isinstance(data, str):
        raw = data
        digest = hashlib.sha256(data.encode("utf-8", "surrogatepass"))
    else:
        raw, encoding, notes = decode(data, where=path or "text")
        digest = hashlib.sha256(data)
    content, changed = freeze(raw)
    notes = (*notes, *changed)
    if not content:
        notes = (*notes, "The text is empty.")
    elif content.isspace():
        notes = (*notes, "The text has only white space.")
    if path is not None:  # a file name of bytes that are no UTF-8 comes with surrogates
        path = path.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    source = Source(path=path, encoding=encoding, sha256=digest.hexdigest())
    return Text(content, source, notes)


def read_file(path: str | os.PathLike[str]) -> Text:
    """The frozen text of one file.

    Raises:
        ArticleError: The file cannot be opened, or is no text.
    """
    where = os.fspath(path)
    try:
        with open(where, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise ArticleError(f"{where}: no such file; check the path") from None
    except IsADirectoryError:
        raise ArticleError(f"{where}: is a directory; give a file in it") from None
    except PermissionError:
        raise ArticleError(f"{where}: may not be read; change its permissions") from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else problem
        raise ArticleError(f"{where!r}: cannot be opened ({reason}); check the path") from problem
    return read(data, path=where)
