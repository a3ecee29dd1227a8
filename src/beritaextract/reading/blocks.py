"""HTML elements → paragraphs as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["MUTE", "of_element", "of_fragment"]

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
MUTE = frozenset((
    "applet", "audio", "button", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe", "input",
    "link", "map", "meta", "noscript", "object", "option", "param", "script", "select", "source", "style", "svg",
    "template", "textarea", "title", "track", "video",
))  # fmt: skip
"""Elements that show no text of the article."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
_SPACES_IN_LINES = re.compile(r"[ \t\r\f]+")
_BREAKS = re.compile(r" *\n *")
_END = "\0"


def of_fragment(markup: str) -> list[str]:
    """The paragraphs of a piece of HTML.

    >>> of_fragment("<p>Satu <b>dua</b>,<br>tiga.</p><ul><li>empat</ul>")
    ['Satu dua,\\ntiga.', 'empat']
    """
    return of_element(html.fragment_fromstring(markup.replace("\0", ""), create_parent="div"))


def of_element(element: HtmlElement) -> list[str]:
    """The paragraphs of an element; a single line break stays within its paragraph, two begin another."""
    joined = "".join(_pieces(element))
    found = (_tidy(piece) for piece in joined.split(_END))
    return [part for each in found for part in re.split(r"\n{2,}", each) if part]


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Text with ``\\0`` at the ends of blocks; not recursive, for pages nest as deep as they like."""
    pending: list[HtmlElement | str] = [element]
    while pending:
        each = pending.pop()
        if isinstance(each, str):
            yield each
            continue
        tag = each.tag if isinstance(each.tag, str) else None
        after: list[HtmlElement | str] = []
        if tag == "br":
            after.append("\n")
        elif tag is not None and tag not in MUTE:
            edge = _END if tag in BLOCKS or _is_heading(each) else " " if tag in ("td", "th") else ""
            after += [edge, _SPACES.sub(" ", each.text or "")]
            for child in each:
                after.append(child)
                after.append(_SPACES.sub(" ", child.tail or ""))
            after.append(edge)
        pending.extend(reversed(after))


def _is_heading(each: HtmlElement) -> bool:
    """Whether bold words have a line of their own."""
    if each.tag not in ("b", "strong"):
        return False
    before, after = each.getprevious(), each.getnext()
    opens = not (
        (each.getparent().text or "").strip()
        if before is None
        else before.tag != "br" or (before.tail or "").strip()
    )
    return bool(opens and after is not None and after.tag == "br" and not (each.tail or "").strip())


def _tidy(piece: str) -> str:
    return _BREAKS.sub("\n", _SPACES_IN_LINES.sub(" ", piece.replace("\xa0", " "))).strip()
