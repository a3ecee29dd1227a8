"""Rows → documents: which field is which, by the caller's dotted paths or by the usual names."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from beritaextract.errors import ArticleError
from beritaextract.reading.document import Document, compose
from beritaextract.reading.moments import moment
from beritaextract.reading.opening import Incoming

__all__ = ["Rows", "at", "names_of", "people"]

_USUAL = {
    "text": ("text", "teks", "body", "content", "isi", "isi_berita", "isiberita", "konten", "article_text", "fulltext",
             "full_text", "body_text", "articlebody", "berita", "naskah", "article"),
    "id": ("id", "_id", "uuid", "guid", "article_id", "doc_id", "news_id"),
    "title": ("title", "judul", "headline", "judul_berita", "tajuk"),
    "date": ("published", "date", "tanggal", "published_at", "publishedat", "date_published", "datepublished",
             "published_date", "publish_date", "pub_date", "pubdate", "tanggal_terbit", "tgl", "datetime", "waktu",
             "timestamp", "created_at"),
    "url": ("url", "link", "canonical_url", "tautan", "permalink"),
    "modified": ("modified", "updated", "modified_at", "updated_at", "datemodified", "date_modified"),
    "authors": ("authors", "author", "penulis", "reporter", "byline", "wartawan", "pewarta"),
    "editors": ("editors", "editor", "penyunting"),
    "outlet": ("outlet", "publisher", "media", "source", "sumber", "situs"),
    "section": ("section", "kanal", "rubrik", "category", "kategori", "desk"),
}  # fmt: skip
"""What the fields are called where nobody says: the earlier name wins, capitals do not count."""

_BLOCKS = re.compile(r"<(?:p|br|div|h[1-6]|li)\b[^<>]{0,500}>", re.IGNORECASE)
_INLINE = re.compile(r"</(?:a|b|i|u|em|strong|span|sup|sub)>|<img\b[^<>]{0,500}>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|quot|nbsp|lt|gt|[lr][sd]quo|[nm]dash|hellip);", re.IGNORECASE
)
_EMPTY_LINES = re.compile(r"\n[ \t]*\n")
_WRAPPED = ("rendered", "text", "value", "html", "content")
"""What content systems call the text within an object or a block."""
_NAMES = re.compile(r"\s*(?:[;|]|,\s|\sdan\s|\s&\s)\s*")


class Rows:
    """Makes documents of the rows of one file.

    Args:
        incoming: The file, with the caller's fields.
        media_type: Of what the file is.
        item: What a row is called in messages: ``"field"``, ``"column"``.
    """

    def __init__(self, incoming: Incoming, media_type: str, item: str = "field") -> None:
        self._path = incoming.path
        self._fields = incoming.fields
        self._media_type = media_type
        self._item = item

    def require(self, names: Sequence[str]) -> None:
        """
        Raises:
            ArticleError: None of these columns can hold the text.
        """
        if self._column(names, "text") is None:
            raise ArticleError(f"{self._path}: {self._lacks_text(dict.fromkeys(names, True))}")

    def columns(self, names: Sequence[str]) -> list[str]:
        """Those of these columns that hold something of an article."""
        found = (self._column(names, kind) for kind in _USUAL)
        return list(dict.fromkeys(name for name in found if name is not None))

    def document(
        self, row: Mapping[str, Any], number: int | None, *, where: str = "", notes: Iterable[str] = ()
    ) -> Document | ArticleError:
        """The document of one row, or an error that says what it lacks.

        Args:
            row: Values by name.
            number: The row's place in the file; ``None`` where it is the only one.
            where: What follows the path in messages, such as ``":17"``.
            notes: What reading had to do so far.
        """
        where = f"{self._path}{where}"
        text = _text(self._value(row, "text"))
        if text is None:
            return ArticleError(f"{where}: {self._lacks_text(row)}", row=number)
        told = list(notes)
        title = _words(self._value(row, "title"))
        title = _unescaped(title) if title else None
        text, parts = compose(title, [("body", _plain(text))])
        published = self._moment(row, "date", told)
        return Document(
            text=text,
            parts=parts,
            title=title,
            published=published,
            modified=moment(self._value(row, "modified")),
            authors=people(self._value(row, "authors")),
            editors=people(self._value(row, "editors")),
            outlet=_words(self._value(row, "outlet")),
            section=_words(self._value(row, "section")),
            url=_words(self._value(row, "url")),
            id=self.id_of(row),
            row=number,
            path=self._path,
            media_type=self._media_type,
            notes=tuple(told),
        )

    def id_of(self, row: Mapping[str, Any]) -> str | None:
        """What the row says it is called."""
        return _words(self._value(row, "id"))

    def _column(self, names: Sequence[str], kind: str) -> str | None:
        """The column that holds a field, or something in which it lies."""
        wanted: str | None = getattr(self._fields, kind, None)
        if wanted is not None and wanted not in names:
            wanted = wanted.partition(".")[0]
            return wanted if wanted in names else None
        return self._name(dict.fromkeys(names, True), kind)

    def _value(self, row: Mapping[str, Any], kind: str) -> Any:
        name = self._name(row, kind)
        value = None if name is None else at(row, name)
        return None if isinstance(value, float) and math.isnan(value) else value

    def _name(self, row: Mapping[str, Any], kind: str) -> str | None:
        """What the row calls the field: as the caller says, else the first of the usual names that it has."""
        wanted: str | None = getattr(self._fields, kind, None)
        if wanted is not None:
            return wanted if at(row, wanted, missing=_MISSING) is not _MISSING else None
        names = {str(name).strip().casefold().replace(" ", "_"): name for name in row}
        return next((names[usual] for usual in _USUAL[kind] if usual in names), None)

    def _moment(self, row: Mapping[str, Any], kind: str, told: list[str]) -> str | None:
        value = self._value(row, kind)
        found = moment(value)
        if found is None and value not in (None, ""):
            told.append(f"The date {str(value)[:40]!r} is not sure and was left out; write it as 2021-09-23.")
        return found

    def _lacks_text(self, row: Mapping[str, Any]) -> str:
        if (name := self._name(row, "text")) is not None:
            inner = names_of({name: at(row, name)})
            if inner and inner != [name]:
                return f"the {self._item} {name!r} is no text; name one in it with --text-field: {', '.join(inner)}"
            return f"the {self._item} {name!r} is empty; there is no text to read"
        names = ", ".join(names_of(row)) or "none"
        wanted = self._fields.text
        missing = f"no {self._item} {wanted!r}" if wanted else f"no {self._item} holds the text"
        return f"{missing} ({self._item}s: {names}); name {'another' if wanted else 'it'} with --text-field"


_MISSING = object()


def at(row: Any, path: str, missing: object = None) -> Any:
    """The value at a dotted path; a name with dots of its own counts first, numbers are places in lists.

    >>> at({"fields": {"body": ["satu", "dua"]}}, "fields.body.1"), at({"a.b": 1}, "a.b"), at({}, "a.b")
    ('dua', 1, None)
    """
    if isinstance(row, Mapping):
        if path in row:
            return row[path]
        name, dot, rest = path.partition(".")
        return at(row[name], rest, missing) if dot and name in row else missing
    if isinstance(row, list):
        name, dot, rest = path.partition(".")
        if name.isdecimal() and int(name) < len(row):
            return at(row[int(name)], rest, missing) if dot else row[int(name)]
    return missing


def names_of(row: Mapping[str, Any]) -> list[str]:
    """The names of a row's fields, those of nested ones as dotted paths, for a message."""
    found: list[str] = []
    for name, value in row.items():
        found += [f"{name}.{inner}" for inner in value] if isinstance(value, Mapping) else [str(name)]
    return found[:20] + ["…"] * (len(found) > 20)


def _text(value: Any) -> str | None:
    """The text of a field: a text, its bytes, the object around one, or a list of these; else ``None``."""
    if isinstance(value, Mapping):
        value = _inner(value)
    if isinstance(value, list | tuple):
        parts = [part for each in value if (part := _text(each))]
        return "\n\n".join(parts) if parts else None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return None if value is None or isinstance(value, Mapping | bool) else str(value)


def _inner(value: Mapping[str, Any]) -> Any:
    return next((value[name] for name in _WRAPPED if value.get(name) is not None), None)


def _plain(text: str) -> str:
    """The text of what may be HTML, as content systems keep it."""
    if _BLOCKS.search(text):
        pieces = [text]
    elif _INLINE.search(text):
        pieces = _EMPTY_LINES.split(text)
    else:
        return _unescaped(text)
    from beritaextract.reading.blocks import of_fragment  # noqa: PLC0415  slow to import

    return "\n\n".join(words for piece in pieces if piece.strip() for words in of_fragment(piece))


def _unescaped(text: str) -> str:
    return html.unescape(text) if _ENTITY.search(text) else text


def _words(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name", _inner(value))
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if value is None or isinstance(value, Mapping | list | bool):
        return None
    return " ".join(str(value).split()) or None


def people(value: Any) -> tuple[str, ...]:
    """The names in a line, a list or a list of objects with names.

    >>> people("Rina Wulandari dan Budi Santosa"), people([{"name": "Rina Wulandari"}]), people(None)
    (('Rina Wulandari', 'Budi Santosa'), ('Rina Wulandari',), ())
    """
    if isinstance(value, str):
        value = _NAMES.split(value)
    elif not isinstance(value, list):
        value = [value]
    return tuple(dict.fromkeys(name for each in value if (name := _words(each))))
