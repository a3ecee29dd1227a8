"""What the forms for other systems share: names of articles and of things on the web, moments, and JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain, islice
from typing import Any, TextIO

import msgspec

from beritaextract.export import Failure, Outcome
from beritaextract.model import Article, Place

__all__ = [
    "article_uri", "as_json", "copyright_notice", "day", "item_uri", "moment", "place_code", "write_objects",
]  # fmt: skip

_COPYRIGHT = re.compile(r"(?i)copyright|hak cipta|©")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)")
_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=vars)


def article_uri(article: Article) -> str:
    """Its address, or a name made of its content."""
    return article.source.url or f"urn:x-beritaextract:sha256:{article.source.sha256}"


def item_uri(article: Article, id: str) -> str:
    """The name of one record of an article: that of the article and ``#p1``."""
    return f"{article_uri(article)}#{id}"


def place_code(place: Place) -> str | None:
    """The region code of the interior ministry with its scheme: ``kemendagri:63.10``."""
    return f"kemendagri:{place.code}" if place.code else None


def copyright_notice(article: Article) -> str | None:
    """The line of the credits that speaks of copyright, as printed."""
    credits = (article.text[each.start : each.end] for each in article.sections if each.kind == "credit")
    lines = (" ".join(line.split()) for each in credits for line in each.splitlines())
    return next((line for line in lines if _COPYRIGHT.search(line)), None)


def day(edtf: str | None) -> str | None:
    """A year, a month or a day, as ISO 8601 has it, of EDTF that is no more than that."""
    return edtf if edtf and (_DAY.fullmatch(edtf) or _MOMENT.fullmatch(edtf)) else None


def moment(edtf: str | None) -> str | None:
    """A moment with its zone; ``None`` for a mere day, to which no hour is added."""
    return edtf if edtf and _MOMENT.fullmatch(edtf) else None


def as_json(record: object) -> str:
    """A record in one line, every digit as it is."""
    return _ENCODER.encode(record).decode()


def write_objects(
    outcomes: Iterable[Outcome], out: TextIO, made: Callable[[Article], Iterable[Any]], *, array: bool
) -> None:
    """Writes what is made of each article, indented: an array, or one object where there is just one.

    Failures have no form here; they are said elsewhere.
    """
    records = (each for outcome in outcomes if not isinstance(outcome, Failure) for each in made(outcome))
    first = list(islice(records, 0 if array else 2))
    if len(first) == 1:
        out.write(f"{_indented(first[0])}\n")
    elif first or array:
        separator = "["
        for record in chain(first, records):
            out.write(f"{separator}\n{_indented(record)}")
            separator = ","
        out.write("[]\n" if separator == "[" else "\n]\n")


def _indented(record: Any) -> str:
    return msgspec.json.format(_ENCODER.encode(record), indent=1).decode()
