"""The register of input formats: one module and one line each."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from beritaextract.errors import ArticleError
from beritaextract.reading.opening import Incoming, stem

if TYPE_CHECKING:
    from beritaextract.reading.document import Document

__all__ = ["FORMATS", "SUFFIXES", "Format", "chosen", "known", "named"]


class Reader(Protocol):
    """A module of a format."""

    def read(self, incoming: Incoming) -> Iterator[Document | ArticleError]:
        """The articles of one file; for a row that cannot be read an error in its place.

        Raises:
            ArticleError: The file cannot be read, or not from here on.
        """


@dataclass(frozen=True, slots=True)
class Format:
    """One input format.

    Attributes:
        name: As ``--input-format`` takes it; ``help`` is what it is, for people.
        suffixes: How its files' names end.
        signs: A pattern over the first bytes of a file without a known suffix; ``None``: by name alone.
        module: Below ``HOME``; it has a ``read`` as in ``Reader``.
        extra: The optional dependencies that it needs.
        rows: Whether a file holds many articles.
        alone: Whether a file never holds more than one.
    """

    name: str
    suffixes: tuple[str, ...]
    signs: bytes | None
    module: str
    help: str
    extra: str | None = None
    rows: bool = False
    alone: bool = False

    def read(self, incoming: Incoming) -> Iterator[Document | ArticleError]:
        """
        Raises:
            ArticleError: The file cannot be read, or its optional dependencies are not there.
        """
        return self._reader(incoming.path).read(incoming)

    def _reader(self, path: str) -> Reader:
        try:
            return cast("Reader", importlib.import_module(f"{HOME}{self.module}"))
        except ModuleNotFoundError as problem:
            if self.extra is None or (problem.name or "").startswith("beritaextract"):
                raise
            raise ArticleError(
                f"{path}: {self.help} needs {problem.name}; pip install 'beritaextract[{self.extra}]'"
            ) from problem


HOME = "beritaextract.reading."
_HTML = rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b"
_TABLE = rb'(?i)(?=[^\n]*[,;\t|])(?=(?:[^\n]*[,;\t|])?"?(?:text|teks|body|content|isi|konten)"?[,;\t|\r\n])'

FORMATS = (
    Format("html", (".html", ".htm", ".xhtml"), _HTML, "pages", "saved web pages", alone=True),
    Format("pdf", (".pdf",), rb"%PDF-", "pdf", "PDF documents", extra="documents", alone=True),
    Format("docx", (".docx",), rb"PK\x03\x04", "docx", "Word documents", extra="documents", alone=True),
    Format("ninjs", (".ninjs",), None, "json", "IPTC ninjs, also as .json"),
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        rb'\s*\{\s*"[^\n]*\}\s*\n\s*\{',
        "jsonl",
        "JSON Lines, an article a line",
        rows=True,
    ),
    Format(
        "json", (".json",), rb'\s*(?:\{\s*["}]|\[\s*[\]{])', "json", "JSON, an article or an array of them"
    ),
    Format(
        "parquet", (".parquet",), rb"PAR1", "parquet", "Parquet, an article a row", extra="tables", rows=True
    ),
    Format("csv", (".csv", ".tsv"), _TABLE, "csv", "CSV and TSV, an article a row", rows=True),
    Format("markdown", (".md", ".markdown"), rb"---\r?\n\w+:|# \S", "markdown", "Markdown", alone=True),
    Format("text", (".txt", ".text"), None, "text", "plain text", alone=True),
)
"""In the order in which the beginning of a file is held against their signs; text is what is left."""

SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)
_BOM = b"\xef\xbb\xbf"


def named(name: str) -> Format:
    """
    Raises:
        ArticleError: No format has this name.
    """
    for each in FORMATS:
        if each.name == name:
            return each
    raise ArticleError(f"{name}: no input format; choose one of {', '.join(each.name for each in FORMATS)}")


def chosen(incoming: Incoming) -> Format:
    """The format that the name of a file tells, else its beginning."""
    if by_name := known(incoming.path):
        return by_name
    head = incoming.head().removeprefix(_BOM)
    return next((each for each in FORMATS if each.signs and re.match(each.signs, head)), FORMATS[-1])


def known(path: str) -> Format | None:
    """The format that a file's name tells."""
    name = stem(path)
    return next((each for each in FORMATS if name.endswith(each.suffixes)), None)
