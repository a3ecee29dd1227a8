"""The numbers that Word sets before the paragraphs of a list, and keeps out of their text."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

__all__ = ["Numbering"]

_ROMAN = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile(r"%(\d)")
_DEEPEST = 9


class Numbering:
    """Counts the paragraphs of each list, in the order of the document.

    Args:
        root: The element ``w:numbering`` of the document; ``None`` where it has no lists.
    """

    def __init__(self, root: Any) -> None:
        found = [] if root is None else root.findall(qn("w:abstractNum"))
        kinds = {each.get(qn("w:abstractNumId")): _levels(each) for each in found}
        listed = [] if root is None else root.findall(qn("w:num"))
        self._lists = {each.get(qn("w:numId")): _value(each, "w:abstractNumId") for each in listed}
        self._kinds = kinds
        self._counts: dict[str | None, list[int]] = {}

    def label(self, paragraph: Any) -> str:
        """What stands before a paragraph, such as ``"2. "``; empty for those of no list, and for bullets."""
        place = _place(paragraph)
        if place is None:
            return ""
        number, depth = place
        kind = self._lists.get(number)
        levels = self._kinds.get(kind, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(kind, [0] * _DEEPEST)
        counts[depth] = counts[depth] + 1 if counts[depth] else levels[depth][2]
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        style, pattern, _ = levels[depth]
        if style in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            style, _, start = levels.get(at, ("decimal", "", 1))
            return _shown(counts[at] or start, style)

        return f"{_PLACE.sub(shown, pattern).strip()} ".lstrip()


def _levels(kind: Any) -> dict[int, tuple[str, str, int]]:
    """The style, the pattern and the first number of each level."""
    return {
        int(level.get(qn("w:ilvl"), "0")): (
            _value(level, "w:numFmt") or "decimal",
            _value(level, "w:lvlText") or "",
            int(_value(level, "w:start") or 1),
        )
        for level in kind.findall(qn("w:lvl"))
    }


def _place(paragraph: Any) -> tuple[str, int] | None:
    """The list and the level of a paragraph: its own, else those of its style."""
    properties = [paragraph._p.pPr]
    style = paragraph.style
    while style is not None and len(properties) < _DEEPEST:
        properties.append(style.element.find(qn("w:pPr")))
        style = style.base_style
    for each in properties:
        numbered = None if each is None else each.find(qn("w:numPr"))
        if numbered is not None and (number := _value(numbered, "w:numId")) is not None:
            depth = int(_value(numbered, "w:ilvl") or 0)
            return (number, depth) if number != "0" and 0 <= depth < _DEEPEST else None
    return None


def _value(parent: Any, name: str) -> str | None:
    found = parent.find(qn(name))
    value: str | None = None if found is None else found.get(qn("w:val"))
    return value


def _shown(number: int, style: str) -> str:
    """
    >>> [_shown(4, style) for style in ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman")]
    ['4', 'd', 'D', 'iv', 'IV']
    """
    if style.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman"):
        roman = ""
        for value, sign in _ROMAN:
            while number >= value:
                roman, number = roman + sign, number - value
        return roman.upper() if style.startswith("upper") else roman
    return str(number)
