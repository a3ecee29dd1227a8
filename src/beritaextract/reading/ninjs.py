"""IPTC ninjs, versions 1 to 3: names in small letters or in camel case, values in lists or alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from beritaextract.reading.document import Document, compose
from beritaextract.reading.moments import moment
from beritaextract.reading.rows import people

__all__ = ["document", "fits"]

_BODIES = ("bodies", "body_text", "body_xhtml", "body_html")


def fits(item: Mapping[str, Any]) -> bool:
    """Whether an object is an item of ninjs: an address, and a body under one of its names."""
    return "uri" in item and any(name in item for name in _BODIES)


def document(
    item: Mapping[str, Any], *, path: str | None, row: int | None = None, notes: tuple[str, ...] = ()
) -> Document:
    small = {name.casefold().replace("_", ""): value for name, value in item.items()}
    title = _main(small.get("headlines")) or _one(small.get("headline"))
    text, parts = compose(title, [("body", words) for words in _body(small)])
    by = _one(small.get("byline")) or _one(small.get("by"))
    editors = [each.get("name") for each in _listed(small.get("infosources")) if each.get("role") == "editor"]
    return Document(
        text=text,
        parts=parts,
        title=title,
        published=moment(small.get("firstcreated") or small.get("versioncreated")),
        modified=moment(small.get("versioncreated")) if small.get("firstcreated") else None,
        authors=people(by),
        editors=tuple(name for name in editors if isinstance(name, str)),
        outlet=_one(small.get("copyrightholder")),
        url=_address(item["uri"]),
        id=str(item["uri"]),
        row=row,
        path=path,
        media_type="application/ninjs+json",
        notes=notes,
    )


def _body(item: Mapping[str, Any]) -> list[str]:
    if bodies := _listed(item.get("bodies")):
        main = [each for each in bodies if each.get("role") in ("main", "body", None)] or bodies
        plain = [each for each in main if "html" not in str(each.get("contentType"))]
        chosen = (plain or main)[0]
        return _paragraphs(_one(chosen.get("value")), markup=not plain)
    if text := _one(item.get("bodytext")):
        return [text]
    return _paragraphs(_one(item.get("bodyxhtml")) or _one(item.get("bodyhtml")), markup=True)


def _paragraphs(text: str | None, *, markup: bool) -> list[str]:
    if not text:
        return []
    if not markup:
        return [text]
    from beritaextract.reading.blocks import of_fragment  # noqa: PLC0415  slow to import

    return of_fragment(text)


def _main(headlines: Any) -> str | None:
    listed = _listed(headlines)
    main = [each for each in listed if each.get("role") == "main"] or listed
    return _one(main[0].get("value")) if main else None


def _listed(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _one(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _address(uri: Any) -> str | None:
    return uri if isinstance(uri, str) and uri.startswith(("http://", "https://")) else None
