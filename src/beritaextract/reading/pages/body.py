"""The element that holds the text of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree, html

from beritaextract.reading.blocks import BLOCKS, MUTE
from beritaextract.reading.pages import marks as table
from beritaextract.reading.pages.tree import Element, marks, text_of, within

__all__ = ["container", "prose"]

_ENOUGH = 200
_SHARE = 0.8
_SENTENCE = re.compile(r"[^.!?]{25,}[.!?][\"”’')]*(?:\s|\Z)")


def container(root: Element) -> Element | None:
    """The body of a page: as its marks say, else where trafilatura sees the text; ``None`` where there is none."""
    stated = [each for each in within(root) if "articlebody" in (each.get("itemprop") or "").lower().split()]
    named = [each for each in within(root) if table.BODY.search(marks(each))]
    for found in (stated, named):
        best = _smallest(found)
        if best is not None:
            return best
    maybe = [
        each
        for each in within(root)
        if each.tag in ("article", "main") or table.MAYBE_BODY.search(marks(each))
    ]
    seen = _seen_by_trafilatura(root)
    if seen is None:
        return _smallest(maybe)
    around = [
        each
        for each in maybe
        if each is seen or seen in each.iterdescendants() or each in seen.iterdescendants()
    ]
    return _smallest([*around, seen])


def prose(element: Element) -> int:
    """How many characters of sentences an element has outside of links."""
    words = "".join(_unlinked(element))
    return sum(len(match.group()) for match in _SENTENCE.finditer(" ".join(words.split())))


def _unlinked(element: Element) -> Iterable[str]:
    if element.tag in MUTE or not isinstance(element.tag, str):
        return
    pending: list[Element | str] = [element]
    while pending:
        each = pending.pop()
        if isinstance(each, str):
            yield each
            continue
        after: list[Element | str] = [" " if each.tag in BLOCKS else "", each.text or ""]
        for child in each:
            if isinstance(child.tag, str) and child.tag not in MUTE and child.tag != "a":
                after.append(child)
            elif child.tag == "a" and child.getparent().tag in ("p", "span", "em", "strong", "b", "i", "div"):
                after.append(f" {(child.text or '')[:40]} ")
            after.append(
                f" {child.tail or ''}" if child.tag in BLOCKS or child.tag == "br" else child.tail or ""
            )
        pending.extend(reversed(after))


def _smallest(found: list[Element]) -> Element | None:
    """The innermost of those that hold nearly as much as the best one."""
    weighed = [(prose(each), each) for each in found]
    most = max((weight for weight, _ in weighed), default=0)
    if most < _ENOUGH:
        return None
    full = [each for weight, each in weighed if weight >= _SHARE * most]
    first = full[0]
    inner = [each for each in full if each is first or first in each.iterancestors()]
    return inner[-1]


def _seen_by_trafilatura(root: Element) -> Element | None:
    """The innermost element around most of the paragraphs that trafilatura takes for the text."""
    import trafilatura  # noqa: PLC0415  slow to import, and most pages say where their text is

    copied = html.document_fromstring(etree.tostring(root, encoding="unicode", method="html"))
    text = trafilatura.extract(copied, include_comments=False, include_tables=True, favor_precision=True)
    wanted = {_key(line) for line in (text or "").split("\n") if len(line) > 60}
    if not wanted:
        return None
    best: Element | None = None
    for each in within(root):
        content = _key(text_of(each), whole=True)
        held = sum(len(line) for line in wanted if line in content)
        if held < _SHARE * sum(map(len, wanted)):
            continue
        best = each
    return best


def _key(words: str, *, whole: bool = False) -> str:
    letters = "".join(filter(str.isalnum, words)).casefold()
    return letters if whole else letters[:60]
