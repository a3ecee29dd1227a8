"""Saved web pages: the article's own text in the form that text files have, and what the page states of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from beritaextract.errors import ArticleError
from beritaextract.model import SectionKind
from beritaextract.reading.blocks import of_element
from beritaextract.reading.document import Document, compose, letters
from beritaextract.reading.moments import WIB, moment
from beritaextract.reading.opening import Incoming
from beritaextract.reading.pages import captions, credits, statements
from beritaextract.reading.pages.body import container
from beritaextract.reading.pages.cleaning import clean, is_stray, strip_mute
from beritaextract.reading.pages.tree import Element, grown, text_of, within

__all__ = ["read"]

_SITE = re.compile(r"\s+(?:[-|–—»•]|::)\s+|\s*::\s*|\s*[|]\s*")
_DATELINE = re.compile(r"[^\n]{2,70}(?:[-–—]{1,3}|\))\s*\Z")
_SHORTEST = 120
_FOR_MACHINES = re.compile(r"\d{4}-\d\d-\d\d")


def read(incoming: Incoming) -> Iterator[Document | ArticleError]:
    data = incoming.data()
    root, encoding, notes = grown(data, incoming.path)
    stated = statements.collect(root)
    strip_mute(root)
    body = container(root)
    if body is None:
        raise ArticleError(
            f"{incoming.path}: no article's text in this page; save the page of the article itself, fully loaded"
        )
    title, heading = _headline(root, stated)
    zone = _zone(body, heading)
    lines = list(_lines(zone))
    seen = credits.byline(zone)
    above = captions.before(zone, body)
    clean(body)
    paragraphs = list(_paragraphs(body, title))
    if paragraphs and paragraphs[-1][0] == "body":
        last = paragraphs[-1][1]
        seen.unlabelled += credits.signed(last)
        if credits.is_signature(last):
            paragraphs[-1] = ("credit", last)
    if sum(len(words) for kind, words in paragraphs if kind == "body") < _SHORTEST:
        notes = (*notes, "The page has hardly any text; it may have been saved before it was loaded.")
    text, parts = compose(title, [*(("caption", words) for words in above), *paragraphs])
    authors, editors = _people(stated, seen)
    yield Document(
        text=text,
        parts=parts,
        title=title,
        published=_published(stated.published, lines),
        modified=_published(stated.modified, lines, printed=False),
        authors=authors,
        editors=editors,
        outlet=_outlet(stated, title),
        section=_section(stated),
        url=_address(stated),
        path=incoming.path,
        media_type="text/html",
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        notes=notes,
    )


def _headline(root: Element, stated: statements.Statements) -> tuple[str | None, Element | None]:
    """The headline, and the heading that prints it: a heading with which a stated title begins."""
    best: tuple[str, Element] | None = None
    titles = [letters(title) for title in stated.title]
    for each in within(root):
        if each.tag in ("h1", "h2", "h3") or each.get("itemprop") == "headline":
            words = text_of(each)
            key = letters(words)
            if (
                len(key) >= 12
                and any(
                    title.startswith(key) or (len(title) > 60 and key.startswith(title)) for title in titles
                )
                and (best is None or len(words) > len(best[0]))
            ):
                best = words, each
    if best is not None:
        return best
    if not stated.title:
        heading = next(iter(root.iter("h1")), None)
        return (text_of(heading) or None, heading) if heading is not None else (None, None)
    return _without_site(stated.title[0], stated), None


def _without_site(title: str, stated: statements.Statements) -> str:
    """A title without the outlet's name at its end."""
    parts = _SITE.split(title)
    if len(parts) < 2:
        return title
    names = [letters(name) for name in (*stated.outlet, _domain(stated).split(".")[0]) if name]
    last = letters(parts[-1])
    if any(name in last or last in name for name in names if name):
        return title[: title.rindex(parts[-1])].rstrip(" -|–—»•:")
    return title


def _zone(body: Element, heading: Element | None) -> Element:
    """What holds both the heading and the body, else three steps around the body."""
    if heading is not None:
        above = set(heading.iterancestors())
        for each in body.iterancestors():
            if each in above:
                return each
    around = list(body.iterancestors())
    return around[min(2, len(around) - 1)] if around else body


def _lines(zone: Element) -> Iterator[str]:
    for block in of_element(zone):
        yield from (" ".join(line.split()) for line in block.split("\n"))


def _paragraphs(body: Element, title: str | None) -> Iterator[tuple[SectionKind, str]]:
    """The paragraphs of a clean body; a dateline that stands alone goes on with what follows."""
    below = captions.of_body(body)
    key = letters(title or "")
    pending = ""
    started = False
    for words in of_element(body):
        if not started and not pending and _DATELINE.fullmatch(words):
            pending = words
            continue
        if is_stray(words) or (not started and (letters(words) == key or credits.is_date_line(words))):
            continue
        if words in below:
            yield "caption", words
            continue
        yield "body", f"{pending} {words}".strip()
        started, pending = True, ""
    if pending:
        yield "body", pending


def _people(stated: statements.Statements, seen: credits.Byline) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Reporters and editors. Pages like to state the editor as the author: who is shown as the editor is one."""
    editors = [
        *seen.editors,
        *(name for names in stated.editors for each in names for name in credits.persons(each)),
    ]
    outlets = {letters(name) for name in stated.outlet}
    known = {letters(name) for name in editors} | outlets
    sources = [seen.reporters]
    for names in stated.authors:
        sources.append([name for each in names for name in credits.persons(each)])
    sources.append(seen.unlabelled)
    for source in sources:
        if kept := [name for name in source if letters(name) not in known]:
            return _once(kept), _once(editors)
    return (), _once(editors)


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(
        {letters(name): name for name in reversed(names)}[key] for key in dict.fromkeys(map(letters, names))
    )


def _published(given: list[str], lines: list[str], *, printed: bool = True) -> str | None:
    """The moment that the page states for machines, else the one that it prints.

    Many pages call their local time UTC: the clock that they print with WIB tells.
    """
    for value in sorted(given, key=lambda value: not _FOR_MACHINES.match(value)):
        found = moment(value)
        if found is None or len(found) < 10:
            continue
        return _local(found, lines)
    return next(credits.printed_moments(lines), None) if printed else None


def _local(found: str, lines: list[str]) -> str:
    if len(found) == 10:
        return found
    at = dt.datetime.fromisoformat(found)
    if at.tzinfo is None:
        return at.replace(tzinfo=WIB).isoformat(timespec="seconds")
    if at.utcoffset():
        return found
    day = at.date().isoformat()
    here = f"{day}T{at:%H:%M}"
    if any(each.startswith(here) for each in credits.printed_moments(lines)):
        return at.replace(tzinfo=WIB).isoformat(timespec="seconds")
    return at.astimezone(WIB).isoformat(timespec="seconds")


def _outlet(stated: statements.Statements, title: str | None) -> str | None:
    """The publisher; a bare address loses its channel. Else the address, or what follows the headline in the title."""
    for name in stated.outlet:
        if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name):
            return name if name.count(".") < 2 else _site_of(name)
        return name
    rests = (each[len(title) :] for each in stated.title if title and each.startswith(title))
    names = (_SITE.split(f" {rest} ")[-1].strip() for rest in rests if _SITE.match(rest))
    return _domain(stated) or next((name for name in names if 2 < len(name) <= 40), None)


def _domain(stated: statements.Statements) -> str:
    return next((_site_of(urlsplit(url).netloc) for url in stated.url if urlsplit(url).netloc), "")


def _site_of(host: str) -> str:
    """The name that is registered: ``republika.co.id`` of ``nasional.republika.co.id``."""
    parts = host.lower().partition(":")[0].split(".")
    keep = (
        3
        if len(parts) > 2
        and len(parts[-1]) == 2
        and parts[-2] in ("co", "go", "or", "ac", "web", "my", "sch")
        else 2
    )
    return ".".join(parts[-keep:])


def _section(stated: statements.Statements) -> str | None:
    return next((name for name in stated.section if "." not in name and len(name) <= 60), None)


def _address(stated: statements.Statements) -> str | None:
    return next((url for url in stated.url if urlsplit(url).scheme in ("http", "https")), None)
