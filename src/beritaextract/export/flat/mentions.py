"""Tables of articles and of what is mentioned in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from beritaextract.export.flat.schema import (
    Member,
    Reference,
    Table,
    boolean,
    integer,
    items,
    many,
    members,
    name,
    number,
    span,
    text,
)
from beritaextract.model import Article, Organization, Person, Place

__all__ = ["ARTICLES", "TABLES"]


def _times(named: Person | Organization | Place) -> int:
    return len(named.mentions)


ARTICLES = Table(
    "articles",
    "one article, keyed by its content",
    (),
    many(
        text("path", "where it was read", at="source.path"),
        text("url", at="source.url"),
        text("media_type", required=True, at="source.media_type"),
        text("encoding", at="source.encoding"),
        text("sha256", "of what was read", required=True, at="source.sha256"),
        text("source_id", "what the source calls it", at="source.id"),
        integer("row", "its line or number in a file of many", at="source.row"),
        text("headline", at="metadata.headline"),
        text("dateline_place", at="metadata.dateline.place"),
        text("dateline_outlet", at="metadata.dateline.outlet"),
        text("published", "EDTF", at="metadata.published"),
        text("modified", "EDTF", at="metadata.modified"),
        text("outlet", at="metadata.outlet"),
        text("section", "the desk or channel", at="metadata.section"),
        items("reporters", at="metadata.reporters"),
        items("editors", at="metadata.editors"),
        integer("copyright_year", at="metadata.copyright_year"),
        text("text", "offsets count its code points"),
        integer("digit_runs", "runs of digits in the text", required=True, at="coverage.digit_runs"),
        integer("explained", "those that a mention explains", required=True, at="coverage.explained"),
        items("notes", "what reading had to do"),
        text("engine_version", required=True, at="engine.version"),
        text("engine_rules", "SHA-256 of rules and tables", required=True, at="engine.rules"),
        text("engine_names", "SHA-256 of the model of names, or rules", required=True, at="engine.names"),
        text("digest", "of all rows of the article", required=True, at=None),
    ),
    lambda article: (article,),
)

SECTIONS = Table(
    "sections",
    "one section of a text",
    ("number",),
    many(
        integer("number", required=True),
        text("kind", "headline, dateline, body, caption, credit or link", required=True, at="record.kind"),
        integer("start_char", required=True, at="record.start"),
        integer("end_char", required=True, at="record.end"),
    ),
    lambda article: members(article, sections=article.sections),
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
        span(),
        text("rule", required=True),
    ),
    lambda article: article.quantities,
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
        span(),
        text("rule", required=True),
    ),
    lambda article: article.dates,
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
        span(),
        text("rule", required=True),
    ),
    lambda article: article.regulations,
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
        integer("mentions", "how often named", required=True, at=_times),
    ),
    lambda article: article.persons,
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
        integer("mentions", "how often named", required=True, at=_times),
    ),
    lambda article: article.organizations,
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
        integer("mentions", "how often named", required=True, at=_times),
    ),
    lambda article: article.places,
)


def _mentions(article: Article) -> Iterator[Member]:
    named: tuple[Any, ...] = (*article.persons, *article.organizations, *article.places, *article.regulations)
    return (member for each in named for member in members(each, mentions=each.mentions))


MENTIONS = Table(
    "mentions",
    "one place where a person, organisation, place or regulation is named",
    ("item_id", "number"),
    many(
        text(
            "item_id",
            "the id of the person (p1), organisation (o1), place (l1) or regulation (r1)",
            required=True,
            at="owner.id",
        ),
        integer("number", required=True),
        span("record"),
    ),
    _mentions,
)

OFFICIALS = Table(
    "officials",
    "one office and who holds it",
    ("id",),
    many(
        text("id", required=True),
        name("person"),
        text("title", "as printed"),
        text("status", "acting or former; empty for the present holder"),
        name("organization"),
        name("place"),
    ),
    lambda article: article.officials,
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
        name("speaker"),
        span(),
        span("cue", "cue_"),
    ),
    lambda article: article.quotes,
    (Reference("speaker_id", "persons"),),
)

UNEXPLAINED = Table(
    "unexplained",
    "one run of digits that no rule explains",
    ("number",),
    many(integer("number", required=True), span("record")),
    lambda article: members(article, unexplained=article.coverage.unexplained),
)

TABLES = (
    ARTICLES, SECTIONS, QUANTITIES, DATES, REGULATIONS, PERSONS, ORGANIZATIONS, PLACES, MENTIONS, OFFICIALS, QUOTES,
    UNEXPLAINED,
)  # fmt: skip
