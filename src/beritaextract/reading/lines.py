"""Lines as they were set → paragraphs as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

__all__ = ["Line", "join", "paragraphs"]

_FULL = 0.82
_GAP = 0.75
_INDENT = 8
_STOPS = (".", "!", "?", ":", ";", '."', '?"', '!"', ".”", "!”", "?”", ")")
_ITEM = re.compile(r"(?:[-•*–▪●·]|\(?\w{1,2}[.)])\s")
_LAST = re.compile(r"(?P<word>[^\W\d_]+)[-\u2010\u00ad]\Z")
_FIRST = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its place in points from the top left, and the edges of its column."""

    words: str
    left: float
    right: float
    top: float
    bottom: float
    column: tuple[float, float]
    in_margin: bool = False

    def joined(self, row: Sequence[Line]) -> Line:
        """This line with its neighbours in a table, each cell after a bar; it is a paragraph of its own."""
        words = " | ".join(cell.words for cell in row)
        return replace(self, words=words, right=row[-1].right, column=(self.left, row[-1].right * 3))


def paragraphs(lines: Iterable[Line]) -> list[str]:
    """The paragraphs, with the hyphens at the ends of lines undone."""
    listed = list(lines)
    known = {word.casefold() for line in listed for word in re.findall(r"\w+(?:-\w+)*", line.words)}
    found: list[str] = []
    before: Line | None = None
    for line in listed:
        if before is not None and _goes_on(before, line, found[-1]):
            found[-1] = join(found[-1], line.words, known)
        else:
            found.append(line.words)
        before = line
    return found


def _goes_on(before: Line, line: Line, so_far: str) -> bool:
    """Whether a line is of the paragraph of the line before it."""
    if " | " in before.words or " | " in line.words or _ITEM.match(line.words):
        return False
    height = max(before.bottom - before.top, 1)
    if line.column != before.column or line.top < before.top:  # the next box, column or page
        below = line.top - before.bottom
        near = 0 <= below < _GAP * height and abs(line.left - before.left) < _INDENT
        return not so_far.endswith(_STOPS) and (line.words[:1].islower() or (near and _fills(before)))
    centred = abs(line.left + line.right - before.left - before.right) < _INDENT
    if line.top - before.bottom > _GAP * height or (line.left - before.left > _INDENT and not centred):
        return False
    return not (so_far.endswith(_STOPS) and not _fills(before))


def _fills(line: Line) -> bool:
    left, right = line.column
    return line.right - left >= _FULL * (right - left)


def join(one: str, other: str, known: Iterable[str] = ()) -> str:
    """Two pieces of a paragraph as one, without the hyphen that only the end of the line has brought.

    >>> join("peng-", "hasilan warga"), join("anak-", "anak desa"), join("non-", "ASN"), join("ke-", "14")
    ('penghasilan warga', 'anak-anak desa', 'non-ASN', 'ke-14')
    """
    last, first = _LAST.search(one), _FIRST.match(other)
    if last is None:
        return f"{one} {other}" if not one.endswith("-") else one + other
    if first is None or not first.group()[0].islower():
        return one.rstrip("\u00ad") + other
    head, tail = last["word"].casefold(), first.group().casefold()
    known = known if isinstance(known, set) else set(known)
    stays = f"{head}-{tail}" in known or (head + tail not in known and _is_doubled(head, tail))
    if stays and not one.endswith("\u00ad"):
        return one + other
    return one[:-1] + other


def _is_doubled(head: str, tail: str) -> bool:
    """``anak-anak``, ``berbeda-beda``, ``tolong-menolong``, ``anak-anaknya``: the hyphen is of the word."""
    return len(head) > 2 and (
        head.endswith(tail) or tail.endswith(head) or tail.startswith(head) or head[-4:] == tail[:4]
    )
