"""Markdown: the text without its markup; what stands between lines of three hyphens at the top is metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from beritaextract.errors import ArticleError
from beritaextract.model import SectionKind
from beritaextract.reading.blocks import of_fragment
from beritaextract.reading.document import Document, compose
from beritaextract.reading.encoding import decode
from beritaextract.reading.moments import moment
from beritaextract.reading.opening import Incoming
from beritaextract.reading.rows import people

__all__ = ["read"]

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<fields>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_]\w*)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    data = incoming.data()
    raw, encoding, notes = decode(data, where=incoming.path)
    raw = raw.replace("\r\n", "\n").lstrip("\ufeff")
    front = _FRONT.match(raw)
    fields = _fields(front["fields"]) if front else {}
    paragraphs = list(
        _paragraphs(MarkdownIt("commonmark").enable("table").parse(raw[front.end() if front else 0 :]))
    )
    title = _first(fields, "title", "judul", "headline")
    if title is None and paragraphs and paragraphs[0][0] == "headline":
        title = paragraphs[0][1]
    text, parts = compose(title, [("body", words) for _, words in paragraphs])
    yield Document(
        text=text,
        parts=parts,
        title=title,
        published=moment(_first(fields, "date", "published", "tanggal")),
        modified=moment(_first(fields, "modified", "updated", "lastmod")),
        authors=people(_first(fields, "author", "authors", "penulis")),
        outlet=_first(fields, "outlet", "publisher", "media"),
        url=_first(fields, "url", "link", "canonical"),
        path=incoming.path,
        media_type="text/markdown",
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        notes=notes,
    )


def _fields(front: str) -> dict[str, str]:
    """Names and values of a front matter, in as much of YAML as articles need."""
    return {field["name"].casefold(): field["value"].strip("\"'[]") for field in _FIELD.finditer(front)}


def _first(fields: dict[str, str], *names: str) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[SectionKind, str]]:
    """The text of the blocks in order; that of a heading of the first level as a headline."""
    opened: list[str] = []
    cells: list[str] = []
    for token in tokens:
        if token.type == "inline":
            words = _inline(token.children or [])
            if "tr" in opened:
                cells.append(words)
            elif words:
                yield ("headline" if opened[-1:] == ["h1"] else "body"), words
        elif token.type in ("fence", "code_block"):
            yield "body", token.content.strip("\n")
        elif token.type == "html_block":
            yield from (("body", words) for words in of_fragment(token.content))
        elif token.nesting == 1:
            opened.append(token.tag)
        elif token.nesting == -1:
            opened.pop()
            if token.type == "tr_close":
                yield "body", " | ".join(cells)
                cells = []


def _inline(tokens: Sequence[Token]) -> str:
    words: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.type == "softbreak":
            words.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.startswith("<br")):
            words.append("\n")
    return "".join(words).strip()
