"""Ordinals of events: the nineteenth congress of the headline, which the text calls the ninth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.restated import Restatement
from beritaextract.mentions import Mentions
from beritaextract.model import Quantity, Span

__all__ = ["find"]

_ORDINAL = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}\d]++(?:\s\(?\p{Lu}[\p{L}\d]*+\)?){0,4})\s[Kk]e\s?-\s?(?P<number>\d{1,3}+)(?!\d|[.,]\d|\p{L}|\s?-)"
)
_WORD = regex.compile(r"\p{Lu}[\p{L}\d]++")
_NO_EVENT = frozenset({
    "presiden", "wakil", "gubernur", "bupati", "menteri", "ketua", "juara", "peringkat", "posisi", "hari", "tahun",
    "pasal", "ayat", "bab", "halaman", "nomor", "km", "piala", "ri", "indonesia", "kota", "kabupaten", "provinsi",
})  # fmt: skip
"""What has ordinals of its own, or stands beside what has."""


@dataclass(frozen=True, slots=True)
class _Ordinal:
    words: frozenset[str]
    number: int
    span: Span


def find(mentions: Mentions) -> Iterator[Restatement]:
    """Ordinals of a headline that the body never gives, where it has another one for an event of that name."""
    text = mentions.text
    heads = [each for each in mentions.sections if each.kind == "headline"]
    found = [
        ordinal
        for each in heads
        if "e-" in text[each.start : each.end]
        for ordinal in _ordinals(text, each.start, each.end)
    ]
    if not found:
        return
    bodies = [
        ordinal
        for each in mentions.sections
        if each.kind == "body"
        for ordinal in _ordinals(text, each.start, each.end)
    ]
    for head in found:
        yield from _contradicted(head, bodies)


def _contradicted(head: _Ordinal, bodies: Sequence[_Ordinal]) -> Iterator[Restatement]:
    alike = [each for each in bodies if head.words & each.words]
    if not alike:
        return
    same = [each for each in alike if each.number == head.number]
    if same:
        yield Restatement("headline", _quantity(head), (_quantity(same[0]),))
    elif len({each.number for each in alike}) == 1 and all(each.number != head.number for each in bodies):
        yield Restatement("headline", _quantity(head), (), _quantity(alike[0]))


def _ordinals(text: str, start: int, end: int) -> Iterator[_Ordinal]:
    for match in _ORDINAL.finditer(text, start, end):
        words = frozenset(word.casefold() for word in _WORD.findall(match["name"])) - _NO_EVENT
        at, stop = match.span("number")
        yield _Ordinal(words, int(match["number"]), Span(start=at, end=stop, text=text[at:stop]))


def _quantity(ordinal: _Ordinal) -> Quantity:
    number = ordinal.number
    return Quantity(
        id="", kind="count", value=number, low=number, high=number, unit=None, modifier="exact", per=None,
        span=ordinal.span, rule="ordinals",
    )  # fmt: skip
