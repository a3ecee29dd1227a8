"""schema.org JSON-LD: a NewsArticle with what it mentions, an array for several articles.

Quotations are parts of the article. Amounts and observations are no creative works: they are mentioned, not parts.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TextIO

from beritaextract.export import Outcome
from beritaextract.export.linked import (
    article_uri,
    copyright_notice,
    day,
    item_uri,
    place_code,
    write_objects,
)
from beritaextract.model import (
    Agreement,
    Article,
    Claim,
    Membership,
    Organization,
    Person,
    Place,
    Quantity,
    Quote,
    Ref,
    Regulation,
)
from beritaextract.rules import shipped

__all__ = ["document", "write"]

_STATE = {"agency", "court", "government", "legislature", "ministry", "military", "police", "prosecutor"}
_KINDS = {
    "company": "Corporation",
    "university": "CollegeOrUniversity",
    "school": "School",
    "media": "NewsMediaOrganization",
    "party": "PoliticalParty",
    "hospital": "Hospital",
    "club": "SportsOrganization",
    "bank": "BankOrCreditUnion",
    "foundation": "NGO",
}
_AREAS = {"province", "regency", "city", "district", "village"}
_LEVELS = {"country": "Country", "island": "Landform", "mountain": "Mountain", "water": "BodyOfWater"}


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool) -> None:
    write_objects(outcomes, out, lambda article: [document(article)], array=several)


def document(article: Article) -> dict[str, Any]:
    """One article with what it mentions."""
    meta = article.metadata
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": article_uri(article),
            "url": article.source.url,
            "identifier": f"sha256:{article.source.sha256}",
            "headline": meta.headline,
            "inLanguage": "id",
            "articleBody": article.text,
            "author": [{"@type": "Person", "name": name} for name in meta.reporters],
            "editor": [{"@type": "Person", "name": name} for name in meta.editors],
            "publisher": {"@type": "NewsMediaOrganization", "name": meta.outlet} if meta.outlet else None,
            "datePublished": day(meta.published),
            "dateModified": day(meta.modified),
            "articleSection": meta.section,
            "dateline": meta.dateline and meta.dateline.place,
            "contentLocation": _location(article),
            "copyrightNotice": copyright_notice(article),
            "copyrightYear": meta.copyright_year,
            "about": [_event(article, each) for each in article.agreements],
            "mentions": list(_mentions(article)),
            "hasPart": [_quotation(article, each) for each in article.quotes],
            "subjectOf": {
                "@type": "Dataset",
                "name": article.schema_,
                "identifier": f"urn:x-beritaextract:sha256:{article.source.sha256}",
                "distribution": {"@type": "DataDownload", "encodingFormat": "application/json"},
            },
        }
    )


def _location(article: Article) -> dict[str, Any] | None:
    """The place of the dateline, where it is one of those that the article mentions."""
    printed = article.metadata.dateline and article.metadata.dateline.place
    if not printed:
        return None
    wanted = printed.casefold()
    places = (each for each in article.places if wanted in map(str.casefold, (each.name, *each.aliases)))
    place = next(places, None)
    return {"@id": item_uri(article, place.id)} if place else {"@type": "Place", "name": printed}


def _mentions(article: Article) -> Iterator[dict[str, Any]]:
    for person in article.persons:
        yield _person(article, person)
    for organization in article.organizations:
        yield _organization(article, organization)
    for place in article.places:
        yield _place(article, place)
    for law in article.regulations:
        yield _law(article, law)
    for quantity in article.quantities:
        if not quantity.malformed:
            yield _figure(quantity, item_uri(article, quantity.id))
    for membership in article.memberships:
        yield from _members(article, membership)
    for claim in article.claims:
        yield _claim(article, claim)


def _person(article: Article, person: Person) -> dict[str, Any]:
    before = _before_names()
    prefixes = [degree for degree in person.degrees if _plain(degree) in before]
    offices = [each for each in article.officials if each.person.id == person.id]
    titles = dict.fromkeys(each.title for each in offices if each.status != "former")
    employers = {each.organization.name: each.organization for each in offices if each.organization}
    return _named(
        article,
        person,
        "Person",
        {
            "honorificPrefix": " ".join([*filter(None, [person.rank]), *prefixes]),
            "honorificSuffix": ", ".join(degree for degree in person.degrees if degree not in prefixes),
            "jobTitle": list(titles),
            "worksFor": [_ref(article, each, "Organization") for each in employers.values()],
        },
    )


def _organization(article: Article, organization: Organization) -> dict[str, Any]:
    kind = organization.type or ""
    type = "GovernmentOrganization" if kind in _STATE else _KINDS.get(kind, "Organization")
    return _named(article, organization, type, {})


def _place(article: Article, place: Place) -> dict[str, Any]:
    level = place.level or ""
    type = "AdministrativeArea" if level in _AREAS else _LEVELS.get(level, "Place")
    return _named(article, place, type, {"identifier": place_code(place)})


def _named(
    article: Article, named: Person | Organization | Place, type: str, further: Mapping[str, Any]
) -> dict[str, Any]:
    return _filled(
        {
            "@type": type,
            "@id": item_uri(article, named.id),
            "name": named.name,
            "alternateName": list(named.aliases),
            **further,
        }
    )


def _law(article: Article, law: Regulation) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Legislation",
            "@id": item_uri(article, law.id),
            "name": law.title or law.span.line,
            "legislationType": law.type,
            "legislationIdentifier": law.span.line,
            "legislationDate": str(law.year) if law.year else None,
        }
    )


def _figure(quantity: Quantity, id: str) -> dict[str, Any]:
    if quantity.kind == "money":
        return {**_money(quantity), "@id": id}
    return _filled({"@type": "Observation", "@id": id, "name": quantity.span.line, **_measured(quantity)})


def _money(quantity: Quantity) -> dict[str, Any]:
    exact = quantity.low == quantity.high == quantity.value
    return _filled(
        {
            "@type": "MonetaryAmount",
            "name": quantity.span.line,
            "currency": quantity.unit,
            "value": quantity.value,
            "minValue": None if exact else quantity.low,
            "maxValue": None if exact else quantity.high,
        }
    )


def _measured(quantity: Quantity) -> dict[str, Any]:
    exact = quantity.low == quantity.high == quantity.value
    return {
        "value": quantity.value,
        "minValue": None if exact else quantity.low,
        "maxValue": None if exact else quantity.high,
        "unitText": quantity.unit,
    }


def _members(article: Article, membership: Membership) -> Iterator[dict[str, Any]]:
    about = [_ref(article, each, "Thing") for each in (membership.organization, membership.place) if each]
    parts = [(part.label, part.quantity) for part in (*membership.categories, *membership.of_which)]
    for label, quantity in [("anggota", membership.total), *parts]:
        yield _filled(
            {
                "@type": "Observation",
                "observationAbout": about,
                "measuredProperty": {"@type": "Property", "name": label},
                "observationDate": day(membership.as_of),
                **_measured(quantity),
            }
        )


def _claim(article: Article, claim: Claim) -> dict[str, Any]:
    about = [_ref(article, each, "Thing") for each in (claim.payer, claim.place) if each]
    return _filled(
        {
            "@type": "Observation",
            "@id": item_uri(article, claim.id),
            "observationAbout": about,
            "measuredProperty": {"@type": "Property", "name": claim.purpose} if claim.purpose else None,
            "observationDate": day(claim.period),
            "value": _money(claim.amount),
        }
    )


def _event(article: Article, agreement: Agreement) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Event",
            "@id": item_uri(article, agreement.id),
            "name": f"{agreement.kind} {' – '.join(party.name for party in agreement.parties)}".rstrip(),
            "description": agreement.subject,
            "startDate": day(agreement.date),
            "organizer": [_ref(article, each, "Organization") for each in agreement.parties],
            "location": _ref(article, agreement.place, "Place") if agreement.place else None,
        }
    )


def _quotation(article: Article, quote: Quote) -> dict[str, Any]:
    speaker = _ref(article, quote.speaker, "Person") if quote.speaker else None
    return _filled(
        {
            "@type": "Quotation",
            "@id": item_uri(article, quote.id),
            "text": quote.span.text,
            "creator": speaker,
        }
    )


def _ref(article: Article, ref: Ref, kind: str) -> dict[str, Any]:
    """A thing by its name here, where the article has a record of it, else by its name alone."""
    if ref.id is not None:
        return {"@id": item_uri(article, ref.id)}
    return {"@type": kind, "name": ref.name}


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value or value == 0}


@lru_cache(maxsize=1)
def _before_names() -> frozenset[str]:
    """The degrees that stand before names, without their dots."""
    with (shipped() / "gazetteers" / "degrees.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(_plain(row["degree"]) for row in csv.DictReader(file) if row["side"] == "prefix")


def _plain(degree: str) -> str:
    return degree.replace(".", "").lower()
