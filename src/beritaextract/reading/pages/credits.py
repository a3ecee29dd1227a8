"""What a page prints for its readers: who wrote it, who edited it, and when it appeared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from beritaextract.reading.blocks import of_element
from beritaextract.reading.moments import moment
from beritaextract.reading.pages import marks as table
from beritaextract.reading.pages.captions import is_caption
from beritaextract.reading.pages.tree import Element, marks, text_of, within

__all__ = ["Byline", "byline", "is_date_line", "is_signature", "persons", "printed_moments", "signed"]

_LONGEST = 160
_PARTED = re.compile(r"\s*(?:[,;/|&\n]|\bdan\b|\band\b)\s*|\s+[-–—]\s+.*", re.DOTALL)
_DESK = re.compile(
    r"\A(?:(?:kontributor|koresponden|wartawan|reporter|jurnalis)\b[^,:]{0,40}[,:]\s*|(?:oleh|by|penulis)\b\s*:?\s*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|@")
_LETTERS = re.compile(r"[^\W\d_]")
_DATE_LIKE = re.compile(
    r"(?:\w+,? ?){0,3}\d{1,2}[\s/.-](?:\w{3,9}|\d{1,2})[\s/.-]\d{4}.{0,40}"
    r"|(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu)\b.{0,60}",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b")
_NAMES = re.compile(
    r":? ?(?:[A-Z][\w.'’-]*|bin|binti|al|dan|[,/&])(?:,? (?:[A-Z][\w.'’-]*|bin|binti|al|dan|[,/&])){0,9}"
)
_INITIALS = re.compile(r"[(\[][A-Za-z]{2,6}(?:\s?[/|-]\s?\w{1,6}){0,2}[)\]]")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’]+(?:\*?(?: | ?[|,/] ?|\n)[A-Z][A-Z.'’]+){0,7}\*?\Z")
_ASIDE = re.compile(r"\s*\([^()]*\)|\s+(?:on|pada)\s+.*\d.*")


class Byline:
    """The names of a page by their role, in the order of the page."""

    def __init__(self) -> None:
        self.reporters: list[str] = []
        self.editors: list[str] = []
        self.unlabelled: list[str] = []


def byline(zone: Element) -> Byline:
    """Labelled names, and those in elements that are marked as the author's."""
    found = Byline()
    label: str | None = None
    for words in _blocks(zone):
        match = table.LABELS.fullmatch(words)
        if match is not None:
            role = "editors" if match["editor"] else "reporters"
            names = persons(match["names"])
            getattr(found, role).extend(names)
            label = role if not match["names"].strip() else None
        elif label is not None:
            getattr(found, label).extend(persons(words) if _NAMES.fullmatch(words) else ())
            label = None
    for each in within(zone):
        marked = table.REPORTER.search(marks(each)) or "author" in (each.get("rel") or "").split()
        if marked and not any(is_caption(above) for above in each.iterancestors()):
            found.unlabelled += _of_author(each)
    return found


def _of_author(each: Element) -> list[str]:
    words = text_of(each)
    if len(words) > _LONGEST or table.EDITOR.search(words):
        return []
    return [name for block in of_element(each) for line in block.split("\n") for name in persons(line)]


def _blocks(zone: Element) -> Iterator[str]:
    """Short blocks; a row of a table is one."""
    for block in of_element(zone):
        for line in block.split("\n"):
            if len(line) <= _LONGEST:
                yield from filter(None, table.NEXT_LABEL.split(" ".join(line.split())))


def persons(words: str) -> list[str]:
    """The names of persons in a byline.

    >>> persons("Kontributor Liwa, Rina Wulandari"), persons("Fajar Hidayat - detikinet"), persons("Media Indonesia")
    (['Rina Wulandari'], ['Fajar Hidayat'], [])
    """
    if _ADDRESS.search(words):
        return []
    cleaned = _ASIDE.sub("", _DESK.sub("", " ".join(words.split())))
    parts = (part.strip(" .:()[]\"'") for part in _PARTED.split(cleaned))
    return [part for part in parts if part and _LETTERS.match(part) and not table.NO_PERSON.match(part)]


def signed(paragraph: str) -> list[str]:
    """The names in a last line of capitals alone: ``RINA WULANDARI | ANTARA``."""
    if not _CAPITALS.fullmatch(paragraph):
        return []
    return [name for line in paragraph.split("\n") for name in persons(line) if " " in name]


def is_signature(paragraph: str) -> bool:
    """Whether a last line only says who wrote and edited: ``(Rin/Faj)``, ``RINA WULANDARI``, ``ANTARA``."""
    return bool(_INITIALS.fullmatch(paragraph) or _CAPITALS.fullmatch(paragraph))


def is_date_line(words: str) -> bool:
    """Whether a line says when the page appeared, and nothing else."""
    return (
        len(words) <= 80
        and bool(_DATE_LIKE.fullmatch(words))
        and bool(_CLOCK.search(words))
        and moment(words) is not None
    )


def printed_moments(zone: Iterable[str]) -> Iterator[str]:
    """The moments that lines print, in ISO 8601."""
    for words in zone:
        if is_date_line(words) and (found := moment(words)):
            yield found
