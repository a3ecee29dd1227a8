"""W3C Web Annotations, one JSON array: what was found and what the checks say, each on its words in the text.

Every target has two selectors, so that it is found by position and, where the text has changed, by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from beritaextract import __version__
from beritaextract.export import Outcome
from beritaextract.export.linked import article_uri, as_json, item_uri, place_code, write_objects
from beritaextract.model import Article, Check, Quote, Record, Span

__all__ = ["annotate", "write"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Code points before and after the words."""
_PLACES = {"span", "mentions", "evidence", "id"}


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool) -> None:
    write_objects(outcomes, out, annotate, array=True)


def annotate(article: Article) -> Iterator[dict[str, Any]]:
    """All annotations of an article: names, quotes, figures, dates, facts, verdicts."""
    yield from _names(article)
    for quote in article.quotes:
        yield _annotation(article, quote.id, "classifying", list(_speech(article, quote)), [quote.span])
    figures: list[Any] = [*article.quantities, *article.dates]
    for figure in figures:
        yield _annotation(article, figure.id, "classifying", [_data(figure)], [figure.span])
    links: list[Any] = [*article.agreements, *article.officials]
    for link in links:
        yield _annotation(article, link.id, "linking", [_data(link)], link.evidence)
    facts: list[Any] = [*article.breakdowns, *article.memberships, *article.claims, *article.rates]
    for fact in facts:
        yield _annotation(article, fact.id, "classifying", [_data(fact)], fact.evidence)
    for check in article.checks:
        yield from _verdict(article, check)


def _names(article: Article) -> Iterator[dict[str, Any]]:
    for place in article.places:
        code = place_code(place)
        identity = _identity(f"urn:x-{code}" if code else item_uri(article, place.id), place.name)
        yield _annotation(article, place.id, "identifying", identity, place.mentions)
    actors: list[Any] = [*article.persons, *article.organizations]
    for actor in actors:
        identity = _identity(item_uri(article, actor.id), actor.name)
        yield _annotation(article, actor.id, "identifying", identity, actor.mentions)
    for law in article.regulations:
        identity = _identity(item_uri(article, law.id), law.span.line)
        yield _annotation(article, law.id, "identifying", [*identity, _data(law)], law.mentions)


def _annotation(
    article: Article, id: str, motivation: str, body: list[dict[str, Any]], spans: Sequence[Span]
) -> dict[str, Any]:
    source = article_uri(article)
    targets: list[Any] = [{"source": source, "selector": _selectors(article.text, span)} for span in spans]
    return {
        "@context": _CONTEXT,
        "id": f"{source}#annotation-{id}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"type": "Software", "name": "beritaextract", "schema:softwareVersion": __version__},
        "body": body,
        "target": targets or source,
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(span.start - _AROUND, 0) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]


def _identity(iri: str, name: str) -> list[dict[str, Any]]:
    return [{"type": "SpecificResource", "purpose": "identifying", "source": iri}, _text("tagging", name)]


def _text(purpose: str, value: str, language: str = "id") -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": language,
    }


def _data(record: Record) -> dict[str, Any]:
    fields = {name: value for name, value in vars(record).items() if name not in _PLACES}
    return {
        "type": "Dataset",
        "purpose": "describing",
        "format": "application/json",
        "value": as_json(fields),
    }


def _speech(article: Article, quote: Quote) -> Iterator[dict[str, Any]]:
    yield _text("classifying", f"{quote.kind} quotation", "en")
    if quote.speaker:
        speaker = quote.speaker
        if speaker.id:
            yield from _identity(item_uri(article, speaker.id), speaker.name)
        else:
            yield _text("tagging", speaker.name)


def _verdict(article: Article, check: Check) -> Iterator[dict[str, Any]]:
    said = [_text("assessing", f"{check.code}: {check.message}"), _text("assessing", check.message_en, "en")]
    said += [_text("commenting", repair) for repair in check.repairs]
    yield _annotation(article, check.id, "assessing", [*said, _data(check)], check.evidence)
    for nth, edit in enumerate(check.fix, start=1):
        body = [_text("commenting", f"{check.code}: {check.message}"), _text("editing", edit.replacement)]
        yield _annotation(article, f"{check.id}-{nth}", "editing", body, [edit.span])
