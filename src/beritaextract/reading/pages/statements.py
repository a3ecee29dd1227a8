"""What a page states of its article for machines: JSON-LD, microdata, OpenGraph and other meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from beritaextract.reading.pages.tree import Element, marks, text_of

__all__ = ["Statements", "collect"]

_ARTICLES = re.compile(r"(?:.*Article|BlogPosting|.*NewsArticle|Report)\Z")
_CORE = ".//h1 | .//*[@itemprop='articleBody' or @itemprop='headline']"
_FIRST_STEPS = {"home", "beranda", "depan", "indeks"}
_TRAIL = re.compile(r"(?:^|[-_\s])(?:breadcrumbs?|breadcome)(?=$|[-_\s])")
_NEWLINES = re.compile(r"[\r\n\t]+")
_META = {
    kind: names.split()
    for kind, names in {
        "title": "og:title twitter:title title dc.title headline",
        "published": "article:published_time og:article:published_time datepublished pubdate publishdate publish_date"
        " publish-date content_publisheddate content_date dable:item_published cxenseparse:recs:publishtime date"
        " datecreated dc.date.issued dc.date dcterms.created originalpublicationdate",
        "modified": "article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified",
        "authors": "article:author_name content_author dable:author article:author author dc.creator byl"
        " cxenseparse:author parsely-author twitter:creator",
        "editors": "content_editor editor",
        "outlet": "og:site_name application-name dc.publisher publisher copyright",
        "section": "article:section articlesection content_category section og:section category",
        "url": "og:url twitter:url",
    }.items()
}
"""The names of meta tags, the better known first."""


@dataclass(slots=True)
class Statements:
    """Candidates for each field, the best first; nothing is judged yet."""

    title: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    authors: list[list[str]] = field(default_factory=list)
    editors: list[list[str]] = field(default_factory=list)
    outlet: list[str] = field(default_factory=list)
    section: list[str] = field(default_factory=list)
    url: list[str] = field(default_factory=list)


def collect(root: Element) -> Statements:
    """All that the page states, from the most to the least dependable place."""
    found = Statements()
    for record in _records(root):
        _from_record(record, found)
    _from_microdata(root, found)
    _from_meta(root, found)
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (
            href := (link.get("href") or "").strip()
        ):
            found.url.insert(0, href)
    found.url += _own_addresses(root)
    found.section += _printed_crumbs(root)
    found.title += [text_of(title) for title in root.iter("title")][:1]
    return found


def _records(root: Element) -> Iterator[Mapping[str, Any]]:
    """The articles among the JSON-LD records, also within graphs."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        pending = [_parsed(script.text or "")]
        while pending:
            each = pending.pop(0)
            if isinstance(each, list):
                pending += each
            elif isinstance(each, dict):
                kinds = each.get("@type")
                if kinds == "BreadcrumbList" or any(
                    _ARTICLES.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield each
                pending += [
                    each[name] for name in ("@graph", "mainEntity") if isinstance(each.get(name), list | dict)
                ]


def _parsed(script: str) -> Any:
    """Line breaks within strings are common, and no JSON."""
    cleaned = (
        _NEWLINES.sub(" ", script).strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    )
    try:
        return json.loads(cleaned, strict=False)
    except (ValueError, RecursionError):
        return None


def _from_record(record: Mapping[str, Any], found: Statements) -> None:
    if record.get("@type") == "BreadcrumbList":
        found.section += _crumbs(record)
        return
    page = record.get("mainEntityOfPage")
    address = record.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    found.title += _texts(record.get("headline"))[:1]
    found.published += _texts(record.get("datePublished") or record.get("dateCreated"))[:1]
    found.modified += _texts(record.get("dateModified"))[:1]
    found.section += _texts(record.get("articleSection"))[:1]
    found.url += _texts(address)[:1]
    found.outlet += _named(record.get("publisher"))[:1]
    found.editors += [_named(record.get("editor"))]
    found.authors += [[*_named(record.get("author")), *_named(record.get("creator"))]]


def _crumbs(record: Mapping[str, Any]) -> list[str]:
    """The channel on the way to the article: the last step that is neither the first nor the article itself."""
    steps = record.get("itemListElement")
    names = [
        name
        for step in (steps if isinstance(steps, list) else [])
        if isinstance(step, dict)
        for name in (_named(step) or _named(step.get("item")))[:1]
    ]
    return [name for name in names[1:] if len(name) <= 30][-1:]


def _printed_crumbs(root: Element) -> list[str]:
    """The channel on the way to the article as the page prints it, where it says so nowhere else."""
    for trail in root.xpath("//ul | //ol | //nav | //div"):
        if _TRAIL.search(marks(trail)):
            steps = [text_of(link) for link in trail.iter("a")]
            named = [each for each in steps if 2 < len(each) <= 30 and each.casefold() not in _FIRST_STEPS]
            return named[-1:]
    return []


def _own_addresses(root: Element) -> list[str]:
    """What the article itself, as a thing of microdata, gives as its address."""
    main = _main(root)
    links = [] if main is None else main.xpath(".//*[@itemprop='url']")
    return [(each.get("href") or each.get("content") or "").strip() for each in links if _owner(each) is main]


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [" ".join(each.split()) for each in listed if isinstance(each, str) and each.strip()]


def _named(value: Any) -> list[str]:
    """The names of persons or organisations, however they are given."""
    names = []
    for each in value if isinstance(value, list) else [value]:
        names += _texts(each.get("name") if isinstance(each, dict) else each)
    return names


def _from_microdata(root: Element, found: Statements) -> None:
    lists = {
        "datePublished": found.published,
        "dateModified": found.modified,
        "articleSection": found.section,
        "publisher": found.outlet,
        "copyrightHolder": found.outlet,
    }
    names = {"author": found.authors, "creator": found.authors, "editor": found.editors}
    main = _main(root)
    for each in root.xpath("//*[@itemprop]"):
        value = (each.get("content") or each.get("datetime") or text_of(each)).strip()
        if not value or len(value) > 300 or _is_of_another(each, main):
            continue
        for name in each.get("itemprop").split():
            if name == "headline" and each.tag != "meta":
                found.title.append(value)
            elif name in names:
                names[name].append([_inner(each) or value])
            elif name in lists:
                lists[name].append(_inner(each) or value)


def _main(root: Element) -> Element | None:
    """The thing of type article that holds the heading or the text: pages mark their links to other stories too."""
    articles = (each for each in root.xpath("//*[@itemscope]") if _is_article(each))
    return next((each for each in articles if each.xpath(_CORE)), None)


def _is_article(scope: Element) -> bool:
    return bool(_ARTICLES.match((scope.get("itemtype") or "").strip().rpartition("/")[2]))


def _is_of_another(each: Element, main: Element | None) -> bool:
    owner = _owner(each)
    return owner is not None and main is not None and owner is not main and _is_article(owner)


def _owner(each: Element) -> Element | None:
    return next((above for above in each.iterancestors() if above.get("itemscope") is not None), None)


def _inner(each: Element) -> str | None:
    """The name within a person or an organisation."""
    for name in each.xpath(".//*[@itemprop='name']"):
        return (name.get("content") or text_of(name)).strip() or None
    return None


def _from_meta(root: Element, found: Statements) -> None:
    values: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and (content := " ".join((meta.get("content") or "").split())):
            values.setdefault(name, []).append(content)
    for kind, names in _META.items():
        for name in names:
            given = values.get(name, [])
            if kind in ("authors", "editors"):
                getattr(found, kind).append(given)
            else:
                getattr(found, kind).extend(given[:1])
    for stamp in root.iter("time"):
        if stamp.get("pubdate") is not None or "entry-date" in (stamp.get("class") or ""):
            found.published.append(stamp.get("datetime") or text_of(stamp))
