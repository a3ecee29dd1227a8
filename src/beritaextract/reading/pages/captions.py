"""What stands below the pictures of an article."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.reading.blocks import BLOCKS, of_element
from beritaextract.reading.pages import marks as table
from beritaextract.reading.pages.cleaning import is_stray, links
from beritaextract.reading.pages.tree import Element, marks, text_of, within

__all__ = ["before", "is_caption", "of_body"]


def is_caption(each: Element) -> bool:
    """Whether an element is marked as a caption, by a name that says so or by one beside a picture."""
    if each.tag == "figcaption":
        return True
    names = marks(each)
    if not names:
        return False
    if table.CAPTION.search(names):
        return True
    return bool(table.MAYBE_CAPTION.search(names)) and _is_beside_a_picture(each)


def before(zone: Element, body: Element) -> list[str]:
    """The captions outside of the body, before its end."""
    found: list[str] = []
    for each in within(zone):
        if each is body:
            break
        if is_caption(each) and not any(is_caption(above) for above in each.iterancestors()):
            _part_credits(each)
            found += [words for words in of_element(each) if not is_stray(words)]
    return list(dict.fromkeys(found))


def of_body(body: Element) -> set[str]:
    """The captions within the body: those that are marked, and lines below a picture that end with its credit."""
    marked = {words for each in within(body) if is_caption(each) for words in of_element(each)}
    return marked.union(*(_credited(picture) for picture in body.iter("img")))


def _part_credits(caption: Element) -> None:
    """Puts who took the picture on a line of its own, as pages show it."""
    for each in caption.iter("span", "em", "i"):
        if table.REPORTER.search(marks(each)):
            each.tag = "div"


def _is_beside_a_picture(each: Element) -> bool:
    """Whether a picture stands next to it, or one level up; lists of other stories are links."""
    linked = sum(len(text_of(link)) for link in links(each))
    around = [*each.iterancestors()][:2]
    return linked * 2 <= len(text_of(each)) and any(
        next(above.iter("img"), None) is not None for above in around
    )


def _credited(picture: Element) -> Iterator[str]:
    """The line below a picture, where it ends with who took it."""
    for words in picture.xpath("following::text()[normalize-space()][1]"):
        above = words.getparent()
        if words.is_tail:
            above = above.getparent()
        block = next((each for each in (above, *above.iterancestors()) if each.tag in BLOCKS), above)
        for line in of_element(block)[:1]:
            if table.PHOTO_CREDIT.fullmatch(line):
                yield line
