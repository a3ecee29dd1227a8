"""What stands in the body of a page and is not of the article: taken out of the tree."""

from __future__ import annotations

import re

from beritaextract.reading.blocks import BLOCKS, MUTE
from beritaextract.reading.pages import marks as table
from beritaextract.reading.pages.body import prose
from beritaextract.reading.pages.tree import Element, marks, text_of, within

__all__ = ["clean", "drop", "is_stray", "links", "strip_mute"]

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_MOST = 0.4
_LINKED = 0.8
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ASKS_TO_READ = re.compile(rf"(?:\A|[.!?\"”)\]…]\s*|\n\s*)(?:{table.READ_ALSO.pattern})\Z", re.IGNORECASE)


def strip_mute(root: Element) -> None:
    """Takes out what shows no text: scripts, styles, forms, frames."""
    for each in list(within(root)):
        if each.tag in MUTE and each.tag not in ("head", "title", "meta", "link", "img", "source"):
            drop(each)


def clean(body: Element) -> None:
    """Takes menus, advertisements, related links and buttons out of a body."""
    most = _MOST * prose(body)
    for each in list(within(body)):
        if each is not body and _attached(each, body) and _is_noise(each) and prose(each) <= most:
            drop(each)
    for each in list(within(body)):
        if _attached(each, body):
            _unlink(each)


def _is_noise(each: Element) -> bool:
    if each.tag in ("nav", "aside", "footer", "form", "button", "iframe", "ins"):
        return True
    if each.get("hidden") is not None or _HIDDEN.search((each.get("style") or "").lower()):
        return True
    names = marks(each)
    if table.EMBEDS.search(names):
        return True
    return bool(names and table.NOISE.search(names)) and not table.CAPTION.search(names)


def _unlink(each: Element) -> None:
    """Takes out an element that is all links, or an invitation to read something else."""
    if each.tag == "a":
        before = _words_before(each)
        if before is not None and _ASKS_TO_READ.search(before):
            _cut_before(each)
            drop(each)
        return
    if each.tag not in BLOCKS and each.tag not in ("strong", "b", "em", "i", "span"):
        return
    linked = links(each)
    if not linked:
        return
    words = text_of(each)
    invited = table.READ_ALSO.match(words)
    rest = len(words) - len(invited.group() if invited else "") - sum(len(text_of(link)) for link in linked)
    mostly = rest <= (1 - _LINKED) * len(words)
    if not mostly:
        return
    if invited or (each.tag in BLOCKS and (len(linked) > 1 or _is_title(words))):
        drop(each)


def _is_title(words: str) -> bool:
    """Whether a linked line names another story: words enough, and no sentence or address."""
    return len(words.split()) >= 4 and not words.endswith((".", ",", ";")) and not _ADDRESS.search(words)


def links(each: Element) -> list[Element]:
    return [link for link in each.iter("a") if text_of(link)]


def is_stray(paragraph: str) -> bool:
    """Whether a paragraph is the page's and not the article's."""
    return bool(
        table.STRAY.fullmatch(paragraph)
        or table.FOLLOW.fullmatch(paragraph)
        or (table.READ_ALSO.match(paragraph) and _reads_on(paragraph))
    )


def _reads_on(paragraph: str) -> bool:
    """``Baca juga: …``: words that ask for more reading, then a sign, then a title."""
    match = table.READ_ALSO.match(paragraph)
    assert match is not None
    asks = match.group().strip()
    title = paragraph[match.end() :]
    return (
        len(paragraph) < 250
        and (asks.endswith((":", "-", "–", "—")) or "juga" in asks.lower())
        and not title.endswith(".")
    )


def drop(each: Element) -> None:
    """Takes an element out and leaves what follows it; a block still parts what stands around it."""
    parent = each.getparent()
    if parent is None:
        return
    tail = each.tail or ""
    if each.tag in BLOCKS and parent.tag not in ("head", "html"):
        each.clear(keep_tail=True)
        each.tag = "div"
        return
    before = each.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(each)


def _attached(each: Element, body: Element) -> bool:
    return each is body or body in each.iterancestors()


def _words_before(link: Element) -> str | None:
    """What stands right before a link in its line."""
    before = link.getprevious()
    if before is None:
        parent = link.getparent()
        return parent.text or None
    if before.tag in BLOCKS or before.tag in ("br", "a"):
        return before.tail or None
    tail = before.tail or ""
    return text_of(before) + tail if not tail.strip(" \xa0:") else tail


def _cut_before(link: Element) -> None:
    """Takes the invitation away that stands before a link."""
    before = link.getprevious()
    if before is None:
        parent = link.getparent()
        parent.text = _cut(parent.text or "")
    elif (before.tail or "").strip(" \xa0:"):
        before.tail = _cut(before.tail)
    elif before.tag not in BLOCKS and before.tag != "br":
        drop(before)


def _cut(words: str) -> str:
    match = _ASKS_TO_READ.search(words)
    if match is None:
        return words
    found = re.search(r"(?:yuk,?\s)?(?:baca|lihat|simak|tonton|saksikan)\b", match.group(), re.IGNORECASE)
    return words[: match.start() + found.start()] if found else words
