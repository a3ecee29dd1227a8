"""PDF: the text in reading order, without what repeats on every page, its lines put together to paragraphs."""

from __future__ import annotations

import hashlib
import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from beritaextract.errors import ArticleError
from beritaextract.reading.document import Document, compose
from beritaextract.reading.lines import Line, paragraphs
from beritaextract.reading.opening import Incoming

__all__ = ["read"]

# It warns of colours and fonts; whoever wants to know can listen.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

_MARGIN = 0.12
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:halaman|hal\.?|page|hlm\.?)\s*)?[-–—|\s]*\d{1,3}[-–—|\s]*(?:(?:dari|of|/)\s*\d{1,3})?",
    re.IGNORECASE,
)
_STREAM = re.compile(rb"stream\r?\n")
_CELL_WORDS = 5


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    data = incoming.data()
    if not data.strip():
        raise ArticleError(f"{incoming.path}: is empty; there is no document to read")
    _guard(data, incoming)
    pages = [_lines(page) for page in _pages(data, incoming.path)]
    text, parts = compose(None, (("body", words) for words in paragraphs(_without_running(pages))))
    if not text:
        raise ArticleError(f"{incoming.path}: has no text, only images; recognise the text (OCR) first")
    yield Document(
        text=text,
        parts=parts,
        path=incoming.path,
        media_type="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _pages(data: bytes, where: str) -> list[LTPage]:
    try:
        return list(extract_pages(io.BytesIO(data), laparams=LAParams()))
    except (PDFPasswordIncorrect, PDFEncryptionError) as problem:
        raise ArticleError(f"{where}: is locked with a password; save a copy without it") from problem
    except Exception as problem:  # its parser raises whatever a damaged file leads to
        reason = str(problem) or type(problem).__name__
        raise ArticleError(f"{where}: is no PDF, or is damaged ({reason[:80]}); save it again") from problem


def _guard(data: bytes, incoming: Incoming) -> None:
    """
    Raises:
        ArticleError: A packed stream is larger than allowed.
    """
    for match in _STREAM.finditer(data):
        try:
            size = len(zlib.decompressobj().decompress(memoryview(data)[match.end() :], incoming.limit + 1))
        except zlib.error:
            continue
        if size > incoming.limit:
            raise incoming.too_large("")


def _lines(page: LTPage) -> list[Line]:
    """The lines of a page in reading order; cells that stand side by side are one line."""
    found: list[Line] = []
    for box in page:
        if isinstance(box, LTTextBox):
            inner = [line for line in box if isinstance(line, LTTextLine) and line.get_text().strip()]
            found += [_line(line, page, box) for line in inner]
    return _rows(found)


def _line(line: LTTextLine, page: LTPage, box: LTTextBox) -> Line:
    top, bottom = page.y1 - line.y1, page.y1 - line.y0
    edge = max(page.height, 1) * _MARGIN
    in_margin = bottom < edge or page.y1 - bottom < edge
    words = " ".join(line.get_text().split())
    return Line(words, line.x0, line.x1, top, bottom, (box.x0, box.x1), in_margin)


def _rows(lines: list[Line]) -> list[Line]:
    """Puts the cells of tables side by side: short lines at one height, with others below them."""
    cells = [line for line in lines if len(line.words.split()) <= _CELL_WORDS]
    rows: dict[int, list[Line]] = {}
    for cell in cells:
        rows.setdefault(round((cell.top + cell.bottom) / 6), []).append(cell)
    real = {key: row for key, row in rows.items() if len(row) > 1}
    if len(real) < 2:
        return lines
    placed = {id(cell): sorted(row, key=lambda cell: cell.left) for row in real.values() for cell in row}
    done: set[int] = set()
    first = min(index for index, line in enumerate(lines) if id(line) in placed)
    table = [row[0].joined(row) for _, row in sorted(real.items())]
    done.update(placed)
    return [
        each
        for index, line in enumerate(lines)
        for each in ((table if index == first else []) if id(line) in done else [line])
    ]


def _without_running(pages: list[list[Line]]) -> Iterable[Line]:
    """All lines but those in the margins that most pages repeat, and the numbers of pages."""
    seen = Counter(key for page in pages for key in {_key(line) for line in page if line.in_margin})
    often = {key for key, count in seen.items() if count > 1 and count * 2 >= len(pages)}
    for page in pages:
        for line in page:
            if not (line.in_margin and (_key(line) in often or _PAGE_NUMBER.fullmatch(line.words))):
                yield line


def _key(line: Line) -> str:
    return _DIGITS.sub("0", line.words.casefold())
