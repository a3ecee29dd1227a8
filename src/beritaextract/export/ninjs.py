"""IPTC ninjs 3.1: an object for one article, an array for several.

A day of publication without an hour is left out, since ninjs knows only moments. Quotes, figures and facts stand in the
native JSON, which the association ``structured-data`` names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from beritaextract import __version__
from beritaextract.export import Outcome
from beritaextract.export.linked import article_uri, copyright_notice, moment, place_code, write_objects
from beritaextract.model import Agreement, Article, Regulation

__all__ = ["item", "write"]

_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
_SOUND = {"ok", "ok_rounded", "ok_truncated", "ok_approximate", "remainder"}


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool) -> None:
    write_objects(outcomes, out, lambda article: [item(article)], array=several)


def item(article: Article) -> dict[str, Any]:
    """One news item."""
    meta = article.metadata
    fields = {
        "uri": article_uri(article),
        "type": "text",
        "representationType": "partial",
        "profile": article.schema_,
        "language": "id",
        "firstCreated": moment(meta.published),
        "versionCreated": moment(meta.modified),
        "by": ", ".join(meta.reporters),
        "located": meta.dateline and meta.dateline.place,
        "copyrightHolder": meta.outlet,
        "copyrightNotice": copyright_notice(article),
        "edNote": _note(article),
        "headlines": [{"role": "main", "contentType": "text/plain", "value": meta.headline}]
        if meta.headline
        else None,
        "bodies": [_body(article)],
        "people": list(_people(article)),
        "organisations": [_named(each.name, "mentions", each.id) for each in article.organizations],
        "places": [_named(each.name, "mentions", place_code(each) or each.id) for each in article.places],
        "subjects": [_subject(each) for each in article.regulations],
        "events": [
            {"id": each.id, "name": _event(each), "rel": "about", "literal": each.id}
            for each in article.agreements
        ],
        "infoSources": [{"name": name, "role": "editor"} for name in meta.editors],
        "altIds": list(_ids(article)),
        "associations": [_structured_data(article)],
        "standard": {"name": "ninjs", "version": "3.1", "schema": _SCHEMA},
    }
    return {name: value for name, value in fields.items() if value}


def _ids(article: Article) -> Iterator[dict[str, str]]:
    yield {"role": "sha256", "value": article.source.sha256}
    if article.source.id:
        yield {"role": "source", "value": article.source.id}


def _body(article: Article) -> dict[str, Any]:
    return {
        "role": "main",
        "contentType": "text/plain",
        "charCount": len(article.text),
        "wordCount": len(article.text.split()),
        "value": article.text,
    }


def _people(article: Article) -> Iterator[dict[str, str]]:
    speakers = {quote.speaker.id for quote in article.quotes if quote.speaker}
    for person in article.persons:
        yield _named(person.name, "quoted" if person.id in speakers else "mentions", person.id)


def _named(name: str, rel: str, literal: str) -> dict[str, str]:
    return {"name": name, "rel": rel, "literal": literal}


def _subject(regulation: Regulation) -> dict[str, str]:
    parts = [regulation.type, str(regulation.year or ""), regulation.number or ""]
    return {
        **_named(regulation.span.line, "mentions", ":".join(filter(None, parts)).lower()),
        "creator": f"beritaextract {__version__}",
    }


def _event(agreement: Agreement) -> str:
    between = " – ".join(party.name for party in agreement.parties)
    return f"{agreement.kind} {between}".rstrip()


def _note(article: Article) -> str | None:
    """What the checks say, for the desk: each finding, and how many statements hold."""
    if not article.checks:
        return None
    findings = [each for each in article.checks if each.verdict not in {*_SOUND, "uncheckable"}]
    held = sum(each.verdict in _SOUND for each in article.checks)
    said = [f"{each.id} {each.verdict}: {each.message}" for each in findings]
    return "\n".join([*said, f"{held} pernyataan cocok"])


def _structured_data(article: Article) -> dict[str, Any]:
    return {
        "name": "structured-data",
        "rel": "derivedData",
        "uri": f"urn:x-beritaextract:sha256:{article.source.sha256}",
        "type": "component",
        "renditions": [{"name": "beritaextract-json", "contentType": "application/json"}],
    }
