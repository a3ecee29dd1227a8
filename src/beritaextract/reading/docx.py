"""Word documents: the paragraphs and tables of the text; headers and footers of pages are none of it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from beritaextract.errors import ArticleError
from beritaextract.model import SectionKind
from beritaextract.reading.document import Document, compose
from beritaextract.reading.numbering import Numbering
from beritaextract.reading.opening import Incoming

__all__ = ["read"]

_GONE = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:instrText"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_WRAPPERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    data = incoming.data()
    opened = _opened(data, incoming)
    try:
        blocks = list(_blocks(opened))
    except (ValueError, KeyError, IndexError, AttributeError) as problem:
        raise ArticleError(
            f"{incoming.path}: is damaged ({str(problem)[:80]}); save it again from Word"
        ) from problem
    title = blocks[0][1] if blocks and blocks[0][0] == "headline" else None
    text, parts = compose(title, [("body", words) for _, words in blocks])
    if not text:
        raise ArticleError(f"{incoming.path}: has no text; text in pictures cannot be read")
    yield Document(
        text=text,
        parts=parts,
        title=title,
        path=incoming.path,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _opened(data: bytes, incoming: Incoming) -> Any:
    where = incoming.path
    if not data:
        raise ArticleError(f"{where}: is empty; there is no document to read")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError(
            f"{where}: is locked with a password, or an old Word document; save it as .docx without one"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = {each.filename for each in packed.infolist()}
            size = sum(each.file_size for each in packed.infolist())
    except (zipfile.BadZipFile, ValueError) as problem:
        raise ArticleError(
            f"{where}: is no Word document, or is damaged ({problem}); save it again"
        ) from problem
    if size > incoming.limit:
        raise incoming.too_large("")
    if not any(name.startswith("word/") for name in names):
        raise ArticleError(f"{where}: is a ZIP archive of something else, no Word document; unpack it first")
    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile, NotImplementedError) as problem:
        raise ArticleError(f"{where}: is damaged ({str(problem)[:80]}); save it again from Word") from problem


def _blocks(opened: Any) -> Iterator[tuple[SectionKind, str]]:
    """The paragraphs in order; the first one, if it has the style of a title, as headline."""
    first = True
    numbering = _numbering(opened)
    for block in _inner(opened.element.body, opened):
        if isinstance(block, Table):
            for row in block.rows:
                cells = dict.fromkeys(cell._tc for cell in row.cells)
                if words := " | ".join(" ".join(_words(cell).split()) for cell in cells).strip(" |"):
                    yield "body", words
        elif words := _words(block._p).strip():
            named = (block.style.name or "") if block.style is not None else ""
            title = first and named.startswith(("Title", "Heading 1"))
            yield ("headline", words) if title else ("body", f"{numbering.label(block)}{words}")
        else:
            continue
        first = False


def _inner(parent: Any, opened: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those within the controls of forms."""
    for each in parent:
        if each.tag == qn("w:p"):
            yield Paragraph(each, opened._body)
        elif each.tag == qn("w:tbl"):
            yield Table(each, opened._body)
        elif each.tag in _WRAPPERS:
            yield from _inner(each, opened)


def _numbering(opened: Any) -> Numbering:
    parts = (each.target_part for each in opened.part.rels.values() if each.reltype == RT.NUMBERING)
    return Numbering(next((part.element for part in parts), None))


def _words(element: Any) -> str:
    """The text of an element as it stands now: what was deleted with changes tracked is gone."""
    found: list[str] = []
    pending = [element]
    while pending:
        each = pending.pop()
        if each.tag == qn("w:t"):
            found.append(each.text or "")
        elif each.tag in _SIGNS:
            found.append(_SIGNS[each.tag])
        elif each.tag not in _GONE:
            pending.extend(reversed([child for child in each if isinstance(child.tag, str)]))
            if each.tag == qn("w:p") and found:
                found.append(" ")
    return "".join(found)
