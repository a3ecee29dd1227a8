"""Bytes of a page → its tree, and what the tree is asked for all the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from beritaextract.errors import ArticleError
from beritaextract.reading.encoding import decode

__all__ = ["Element", "grown", "marks", "text_of", "within"]

Element = Any
"""An element of lxml, which has no types of its own."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DEEPEST = 2000


def grown(data: bytes, where: str) -> tuple[Element, str, tuple[str, ...]]:
    """The tree of a page, its encoding, and notes.

    Raises:
        ArticleError: There is no page in it.
    """
    text, encoding, notes = _decoded(data, where)
    text = _DECLARATION.sub("", text.replace("\0", ""))
    if not text.strip():
        raise ArticleError(f"{where}: is empty; there is no page to read")
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise ArticleError(f"{where}: is no HTML ({problem}); save the page again") from problem
    return root, encoding, notes


def _decoded(data: bytes, where: str) -> tuple[str, str, tuple[str, ...]]:
    """UTF-8 where it is; else as the page says, for what is called ISO 8859-1 is cp1252."""
    text, encoding, notes = decode(data, where=where)
    said = _CHARSET.search(data[:4096])
    if (encoding in ("utf-8", "utf-16-le", "utf-16-be") and not notes) or said is None:
        return text, encoding, notes
    name = said[1].decode("ascii").lower()
    if name in ("utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"):
        return text, encoding, notes
    try:
        return data.decode(name), name, ()
    except (LookupError, UnicodeDecodeError):
        return text, encoding, notes


def text_of(element: Element) -> str:
    """The words of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def marks(element: Element) -> str:
    """Its classes and its id, in small letters, camel case parted."""
    return _CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}".strip()).lower()


def within(element: Element) -> Iterator[Element]:
    """The elements below, in the order of the page."""
    for each in element.iterdescendants():
        if isinstance(each.tag, str):
            yield each
