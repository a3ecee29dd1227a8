"""JSON: one article, an array of articles, or an object with one such array in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from beritaextract.errors import ArticleError
from beritaextract.reading import ninjs
from beritaextract.reading.document import Document
from beritaextract.reading.encoding import decode
from beritaextract.reading.opening import Incoming
from beritaextract.reading.rows import Rows

__all__ = ["article", "parsed", "read"]

_TYPE = "application/json"


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    content, notes = parsed(incoming.data(), incoming.path)
    rows = Rows(incoming, _TYPE)
    listed = content if isinstance(content, list) else _wrapped(content)
    if listed is None:
        yield article(rows, content, None, incoming.path, notes=notes)
        return
    if not listed:
        raise ArticleError(f"{incoming.path}: the array is empty; there is no article in it")
    for number, each in enumerate(listed, start=1):
        yield article(rows, each, number, incoming.path, where=f": item {number}", notes=notes)


def parsed(data: bytes, where: str, *, of_line: bool = False) -> tuple[Any, tuple[str, ...]]:
    """What JSON says, in any encoding, and notes; ``NaN`` and bare line breaks within strings are let pass.

    Args:
        of_line: Whether ``where`` names the line already.

    Raises:
        ArticleError: It is no JSON.
    """
    try:
        return msgspec.json.decode(data), ()
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError):
        pass
    text, _, notes = decode(data, where=where)
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False), notes
    except RecursionError as problem:
        raise ArticleError(f"{where}: nests too deep for an article; it is damaged") from problem
    except json.JSONDecodeError as problem:
        line = "" if of_line else f":{problem.lineno}"
        reason = f"{problem.msg}, column {problem.colno}"
        raise ArticleError(
            f"{where}{line}: is no valid JSON ({reason}); it is cut off or damaged"
        ) from problem
    except ValueError as problem:
        raise ArticleError(f"{where}: is no valid JSON ({problem}); it is damaged") from problem


def article(
    rows: Rows,
    content: Any,
    number: int | None,
    path: str,
    *,
    where: str = "",
    notes: tuple[str, ...] = (),
) -> Document | ArticleError:
    """The document of one JSON value."""
    if not isinstance(content, dict):
        kind = type(content).__name__
        return ArticleError(f"{path}{where}: is no object but a {kind}; an article is an object", row=number)
    if str(content.get("schema")).startswith("beritaextract"):
        return ArticleError(
            f"{path}{where}: is a result of beritaextract; name the article that it came from", row=number
        )
    if ninjs.fits(content):
        return ninjs.document(content, path=path, row=number, notes=notes)
    return rows.document(content, number, where=where, notes=notes)


def _wrapped(content: Any) -> list[Any] | None:
    """The array of an object that is no article itself: ``{"total": 2, "articles": […]}``.

    Blocks of one text, as editors keep them, say their type.
    """
    if not isinstance(content, dict) or ninjs.fits(content):
        return None
    arrays = [
        each
        for each in content.values()
        if isinstance(each, list) and each and isinstance(each[0], dict) and "type" not in each[0]
    ]
    words = sum(isinstance(each, str) and len(each) > 200 for each in content.values())
    return arrays[0] if len(arrays) == 1 and not words else None
