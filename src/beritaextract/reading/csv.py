"""CSV and TSV: an article a row, read as they come. Line numbers are those of the file, the header is line 1."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from beritaextract.errors import ArticleError
from beritaextract.reading.document import Document
from beritaextract.reading.encoding import decode
from beritaextract.reading.opening import Incoming
from beritaextract.reading.rows import Rows

__all__ = ["read"]

_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_TOLD = re.compile(r"sep=(?P<delimiter>[,;\t|])\s*")
"""A first line for spreadsheets: what parts the columns."""
_MOST_DAMAGED = 1000
_UTF16 = ((b"\xff\xfe", "utf-16-le", b"\n\0"), (b"\xfe\xff", "utf-16-be", b"\0\n"))


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    lines = _Lines(incoming)
    header = next(lines, None)
    while header is not None and not header.strip():
        header = next(lines, None)
    if header is None:
        raise ArticleError(f"{incoming.path}: has no line; the first line names the columns")
    told = _TOLD.fullmatch(header)
    if told is not None:
        header = next(lines, "")
    delimiter = told["delimiter"] if told else _delimiter(header)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter))]
    rows = Rows(incoming, "text/csv", "column")
    rows.require(names)
    for number, values in _records(lines, delimiter):
        if isinstance(values, ArticleError):
            yield values
        elif any(values):
            yield _document(rows, names, values, number, lines)


def _document(
    rows: Rows, names: list[str], values: list[str], number: int, lines: _Lines
) -> Document | ArticleError:
    while len(values) > len(names) and not values[-1]:
        values.pop()
    if len(values) != len(names):
        problem = (
            f"{len(values)} columns where the header has {len(names)}; quote the values that have delimiters"
        )
        return ArticleError(f"{lines.path}:{number}: {problem}", row=number)
    row = dict(zip(names, values, strict=True))
    return rows.document(row, number, where=f":{number}", notes=lines.notes())


def _records(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | ArticleError]]:
    """The records with the number of their first line. One that cannot be read costs its first line alone."""
    damaged = 0
    while damaged <= _MOST_DAMAGED:
        start = lines.mark()
        csv.field_size_limit(max(csv.field_size_limit(), 2 * lines.limit))
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for values in reader:
                yield start + 1, values
                start = lines.mark()
            if not lines.broken:
                return
            yield lines.broken.row or start, lines.broken
            lines.mark()
        except csv.Error as problem:
            damaged += 1
            where = f"{lines.path}:{start + 1}"
            yield (
                start + 1,
                ArticleError(f"{where}: no row of CSV ({problem}); close its quotation marks", row=start + 1),
            )
            lines.back(start + 1)
    raise ArticleError(f"{lines.path}: more than {_MOST_DAMAGED} damaged rows; is it really CSV?")


class _Lines:
    """The decoded lines of a file; those of the record that is being read can be given back."""

    def __init__(self, incoming: Incoming) -> None:
        self.path = incoming.path
        self.limit = incoming.limit
        self.broken: ArticleError | None = None
        self._source = _decoded(incoming)
        self._ahead: list[tuple[int, str, tuple[str, ...]]] = []
        self._taken: list[tuple[int, str, tuple[str, ...]]] = []
        self._size = 0
        self._last = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """The next line; none while a record is broken.

        Raises:
            csv.Error: The record is larger than allowed.
        """
        if self._ahead:
            each = self._ahead.pop()
        else:
            found = next(self._source)
            if isinstance(found, ArticleError):
                self.broken = found
                self._last = found.row or self._last
                raise StopIteration
            each = found
        self._taken.append(each)
        self._size += len(each[1])
        if self._size > self.limit:
            raise csv.Error(f"it goes on for more than {self.limit:,} characters")
        self._last = each[0]
        return each[1]

    def mark(self) -> int:
        """Begins a record; returns the number of the line before it."""
        self.broken = None
        self._taken = []
        self._size = 0
        return self._last

    def back(self, first: int) -> None:
        """Gives the lines after the first one back."""
        self._ahead += reversed([each for each in self._taken if each[0] > first])
        self._last = first

    def notes(self) -> tuple[str, ...]:
        """What decoding the record had to do."""
        return tuple(dict.fromkeys(note for _, _, notes in self._taken for note in notes))


def _decoded(incoming: Incoming) -> Iterator[tuple[int, str, tuple[str, ...]] | ArticleError]:
    """Each line on its own: a file may have been put together from several."""
    head = incoming.head()
    wide = next((each for each in _UTF16 if head.startswith(each[0])), None)
    if wide is not None:
        text = incoming.data().decode(wide[1], "replace").removeprefix("\ufeff")
        yield from ((number, line, ()) for number, line in enumerate(text.splitlines(keepends=True), start=1))
        return
    for number, line in incoming.lines():
        if isinstance(line, ArticleError):
            yield line
            continue
        data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        try:
            yield number, data.decode("utf-8"), ()
        except UnicodeDecodeError:
            text, encoding, notes = decode(data, where=f"{incoming.path}:{number}")
            yield number, text, notes or (f"Line {number} is {encoding}, not UTF-8.",)


def _delimiter(header: str) -> str:
    """The sign that stands most often between the names."""
    bare = _QUOTED.sub("", header)
    return max(_DELIMITERS, key=bare.count)
