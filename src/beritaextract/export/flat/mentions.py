"""Tables of articles and of what is mentioned in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from beritaextract.export.flat.schema import (
    Reference,
    Row,
    Table,
    boolean,
    integer,
    items,
    many,
    name,
    name_columns,
    number,
    span,
    span_columns,
    text,
)
from beritaextract.model import Article, Dateline

__all__ = ["ARTICLES", "TABLES"]


def _article(article: Article) -> Iterator[Row]:
    source, metadata, coverage, engine = article.source, article.metadata, article.coverage, article.engine
    dateline = metadata.dateline or Dateline()
    yield {
        "path": source.path,
        "url": source.url,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "source_id": source.id,
        "row": source.row,
        "headline": metadata.headline,
        "dateline_place": dateline.place,
        "dateline_outlet": dateline.outlet,
        "published": metadata.published,
        "modified": metadata.modified,
        "outlet": metadata.outlet,
        "section": metadata.section,
        "reporters": metadata.reporters,
        "editors": metadata.editors,
        "copyright_year": metadata.copyright_year,
        "text": article.text,
        "digit_runs": coverage.digit_runs,
        "explained": coverage.explained,
        "notes": article.notes,
        "engine_version": engine.version,
        "engine_rules": engine.rules,
        "engine_names": engine.names,
    }


ARTICLES = Table(
    "articles",
    "one article, keyed by its content",
    (),
    many(
        text("path", "where it was read"),
        text("url"),
        text("media_type", required=True),
        text("encoding"),
        text("sha256", "of what was read", required=True),
        text("source_id", "what the source calls it"),
        integer("row", "its line or number in a file of many"),
        text("headline"),
        text("dateline_place"),
        text("dateline_outlet"),
        text("published", "EDTF"),
        text("modified", "EDTF"),
        text("outlet"),
        text("section", "the desk or channel"),
        items("reporters"),
        items("editors"),
        integer("copyright_year"),
        text("text", "offsets count its code points"),
        integer("digit_runs", "runs of digits in the text", required=True),
        integer("explained", "those that a mention explains", required=True),
        items("notes", "what reading had to do"),
        text("engine_version", required=True),
        text("engine_rules", "SHA-256 of rules and tables", required=True),
        text("engine_names", "SHA-256 of the model of names, or rules", required=True),
        text("digest", "of all rows of the article", required=True),
    ),
    _article,
)

SECTIONS = Table(
    "sections",
    "one section of a text",
    ("number",),
    many(
        integer("number", required=True),
        text("kind", "headline, dateline, body, caption, credit or link", required=True),
        integer("start_char", required=True),
        integer("end_char", required=True),
    ),
    lambda article: (
        {"number": number, "kind": section.kind, "start_char": section.start, "end_char": section.end}
        for number, section in enumerate(article.sections, start=1)
    ),
)

QUANTITIES = Table(
    "quantities",
    "one amount of money, count, measure or percentage",
    ("id",),
    many(
        text("id", required=True),
        text("kind", "money, count, measure or percent", required=True),
        number("value", "in whole units (rupiah, persons, 5 for 5 %); empty for a range"),
        number("low", "the least that the printed form allows"),
        number("high", "the most that the printed form allows"),
        text("unit"),
        text("modifier", "exact, about, at_least, at_most or range", required=True),
        text("per", "of what it is a rate: month, hectare"),
        number("step", "one unit of the last printed digit where the print rounds, else 0"),
        boolean("malformed", "whether the print is no number"),
        span_columns(),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "kind": each.kind,
            "value": each.value,
            "low": each.low,
            "high": each.high,
            "unit": each.unit,
            "modifier": each.modifier,
            "per": each.per,
            "step": each.step,
            "malformed": each.malformed,
            **span(each.span),
            "rule": each.rule,
        }
        for each in article.quantities
    ),
)

DATES = Table(
    "dates",
    "one calendar expression",
    ("id",),
    many(
        text("id", required=True),
        text("value", "EDTF; empty where the article does not fix it"),
        text("weekday", "as printed"),
        integer("day"),
        integer("month"),
        integer("year"),
        span_columns(),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "value": each.value,
            "weekday": each.weekday,
            "day": each.day,
            "month": each.month,
            "year": each.year,
            **span(each.span),
            "rule": each.rule,
        }
        for each in article.dates
    ),
)

REGULATIONS = Table(
    "regulations",
    "one law or regulation, with its first mention",
    ("id",),
    many(
        text("id", required=True),
        text("type", "UU, PP, Perpres, Inpres, Perda …", required=True),
        text("number"),
        integer("year"),
        text("title"),
        span_columns(),
        text("rule", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "type": each.type,
            "number": each.number,
            "year": each.year,
            "title": each.title,
            **span(each.span),
            "rule": each.rule,
        }
        for each in article.regulations
    ),
)

PERSONS = Table(
    "persons",
    "one person",
    ("id",),
    many(
        text("id", required=True),
        text("name", "the fullest form, without titles and degrees", required=True),
        items("aliases", "other forms of the name"),
        items("degrees"),
        text("rank", "military or police rank"),
        integer("mentions", "how often named", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "name": each.name,
            "aliases": each.aliases,
            "degrees": each.degrees,
            "rank": each.rank,
            "mentions": len(each.mentions),
        }
        for each in article.persons
    ),
)

ORGANIZATIONS = Table(
    "organizations",
    "one organisation, or a group of them",
    ("id",),
    many(
        text("id", required=True),
        text("name", required=True),
        items("aliases", "other forms of the name"),
        text("type"),
        boolean("collective", "whether a group, such as all prosecutors' offices of a province"),
        items("notes", "which spellings were joined although they differ"),
        integer("mentions", "how often named", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "name": each.name,
            "aliases": each.aliases,
            "type": each.type,
            "collective": each.collective,
            "notes": each.notes,
            "mentions": len(each.mentions),
        }
        for each in article.organizations
    ),
)

PLACES = Table(
    "places",
    "one place",
    ("id",),
    many(
        text("id", required=True),
        text("name", required=True),
        items("aliases", "other forms of the name"),
        text("level", "province, regency, city …"),
        text("code", "region code of the interior ministry, text: 63.10"),
        integer("mentions", "how often named", required=True),
    ),
    lambda article: (
        {
            "id": each.id,
            "name": each.name,
            "aliases": each.aliases,
            "level": each.level,
            "code": each.code,
            "mentions": len(each.mentions),
        }
        for each in article.places
    ),
)


def _mentions(article: Article) -> Iterator[Row]:
    named: tuple[Any, ...] = (*article.persons, *article.organizations, *article.places, *article.regulations)
    for record in named:
        for nth, found in enumerate(record.mentions, start=1):
            yield {"item_id": record.id, "number": nth, **span(found)}


MENTIONS = Table(
    "mentions",
    "one place where a person, organisation, place or regulation is named",
    ("item_id", "number"),
    many(
        text(
            "item_id",
            "the id of the person (p1), organisation (o1), place (l1) or regulation (r1)",
            required=True,
        ),
        integer("number", required=True),
        span_columns(),
    ),
    _mentions,
)

OFFICIALS = Table(
    "officials",
    "one office and who holds it",
    ("id",),
    many(
        text("id", required=True),
        name_columns("person"),
        text("title", "as printed"),
        text("status", "acting or former; empty for the present holder"),
        name_columns("organization"),
        name_columns("place"),
    ),
    lambda article: (
        {
            "id": each.id,
            **name(each.person, "person"),
            "title": each.title,
            "status": each.status,
            **name(each.organization, "organization"),
            **name(each.place, "place"),
        }
        for each in article.officials
    ),
    (
        Reference("person_id", "persons"),
        Reference("organization_id", "organizations"),
        Reference("place_id", "places"),
    ),
)

QUOTES = Table(
    "quotes",
    "what somebody says",
    ("id",),
    many(
        text("id", required=True),
        text("kind", "direct or indirect", required=True),
        name_columns("speaker"),
        span_columns(),
        span_columns("cue_"),
    ),
    lambda article: (
        {
            "id": each.id,
            "kind": each.kind,
            **name(each.speaker, "speaker"),
            **span(each.span),
            **span(each.cue, "cue_"),
        }
        for each in article.quotes
    ),
    (Reference("speaker_id", "persons"),),
)

UNEXPLAINED = Table(
    "unexplained",
    "one run of digits that no rule explains",
    ("number",),
    many(integer("number", required=True), span_columns()),
    lambda article: (
        {"number": number, **span(found)}
        for number, found in enumerate(article.coverage.unexplained, start=1)
    ),
)

TABLES = (
    ARTICLES, SECTIONS, QUANTITIES, DATES, REGULATIONS, PERSONS, ORGANIZATIONS, PLACES, MENTIONS, OFFICIALS, QUOTES,
    UNEXPLAINED,
)  # fmt: skip
