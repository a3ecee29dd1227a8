"""House style, repaired in the file: edits of style findings only, no digit ever, at once or not at all."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from beritaextract.diagnostics.writing import replace_file
from beritaextract.errors import ArticleError
from beritaextract.lines import one_line
from beritaextract.model import Article, Check, Edit
from beritaextract.reading.encoding import decode
from beritaextract.reading.frozen import freeze
from beritaextract.reading.opening import COMPRESSED

__all__ = ["Repair", "diff", "edits_of", "repair"]


@dataclass(frozen=True, slots=True)
class Repair:
    """One file's edits: what it holds before and after, decoded."""

    path: str
    edits: tuple[Edit, ...]
    before: str
    after: str
    encoded: bytes

    def apply(self) -> None:
        replace_file(self.path, self.encoded)


def edits_of(findings: Iterable[Check]) -> tuple[Edit, ...]:
    """What may be written, in the order of the text: of edits that overlap the first; none that touches a digit."""
    wanted = sorted(
        (edit for check in findings if check.severity == "style" for edit in check.fix),
        key=lambda edit: (edit.span.start, edit.span.end),
    )
    return tuple(_apart(edit for edit in wanted if _digits(edit.span.text) == _digits(edit.replacement)))


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in edits:
        if edit.span.start >= end:
            yield edit
            end = edit.span.end


def _digits(text: str) -> list[str]:
    return [char for char in text if char.isnumeric()]


def repair(article: Article, edits: tuple[Edit, ...]) -> Repair:
    """The repaired file of an article, not yet written; its encoding, its mark and its line ends stay.

    Raises:
        ArticleError: The file has changed since it was read, or cannot be written back as it was.
    """
    path = article.source.path or "-"
    if path == "-":
        raise ArticleError("-: stdin cannot be repaired; name the file")
    if article.source.media_type != "text/plain" or path.lower().endswith(COMPRESSED):
        raise ArticleError(
            f"{article.source.label}: only plain text files can be repaired; repair it at its source"
        )
    data = Path(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != article.source.sha256:
        raise ArticleError(f"{path}: has changed since it was read; run the check again")
    raw, encoding, _ = decode(data, where=path)
    body = raw.encode(encoding, "replace")
    places = _places(raw)
    if not data.endswith(body) or len(places) != len(article.text) + 1:
        raise ArticleError(f"{path}: is not plain text in one encoding; save it as UTF-8 (NFC) to repair it")
    after, last = [], 0
    for edit in edits:
        start, end = places[edit.span.start], places[edit.span.end]
        if freeze(raw[start:end])[0] != edit.span.text:
            raise ArticleError(
                f"{path}: {one_line(edit.span.text)}: stands elsewhere in the file; repair it by hand"
            )
        after += [raw[last:start], edit.replacement]
        last = end
    text = "".join((*after, raw[last:]))
    mark = data[: len(data) - len(body)]
    try:
        return Repair(path, edits, raw, text, mark + text.encode(encoding))
    except UnicodeEncodeError:
        raise ArticleError(
            f"{path}: {encoding} lacks a character of the repair; save the file as UTF-8"
        ) from None


def _places(raw: str) -> list[int]:
    """For each offset of the frozen text the one in the file's own characters."""
    first = len(raw) - len(raw.lstrip("\ufeff"))
    found = [place for place in range(first, len(raw)) if raw[place : place + 2] != "\r\n"]
    return [*found, len(raw)]


def diff(each: Repair) -> Iterator[str]:
    """A unified diff of one file, in lines without their ends."""
    before, after = each.before.splitlines(), each.after.splitlines()
    yield from difflib.unified_diff(before, after, each.path, each.path, lineterm="", n=1)
