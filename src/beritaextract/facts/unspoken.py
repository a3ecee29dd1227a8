"""Quotes that nobody is said to speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import regex

from beritaextract.mentions import Mentions
from beritaextract.model import Quote

__all__ = ["find"]

_LOOK = 20
_MARKS = " \t\n\"“”„‟«»'‘’"
_ENDS = frozenset(".!?…")
_FEWEST_WORDS = 6
_LETTER = regex.compile(r"\p{L}")
_INTRODUCES = regex.compile(
    r"\b(?:berikut|bertuliskan|tulisan|tertulis|berbunyi|bunyi|unggahan|postingan|akun|kutipan|pepatah|slogan|spanduk"
    r"|tema|lagu|doa|niat|surat|pesan|judul|bertajuk|adagium|semboyan)",
    regex.IGNORECASE,
)
_SPEAKS = regex.compile(
    r"\b(?:kata|ujar|ucap|tutur|jelas|ungkap|imbuh|tambah|tegas|papar|sebut|terang|beber|cetus|tandas|pungkas|kilah|timpal"
    r"|menurut|mengatakan|menyatakan|menyebut|mengaku|menjelaskan|menuturkan|mengungkapkan|menambahkan|menegaskan|tulis"
    r"|demikian|dikutip|mengutip|dilansir|melansir)",
    regex.IGNORECASE,
)


def find(mentions: Mentions) -> Iterator[Quote]:
    """The quotes of whole sentences that stand by themselves, with no name and no word of speech about them."""
    starts: list[int] | None = None
    for quote in mentions.quotes:
        if quote.kind != "direct" or quote.speaker is not None or quote.cue is not None:
            continue
        number = next(
            (n for n, each in enumerate(mentions.sections) if each.start <= quote.span.start < each.end), 0
        )
        section = mentions.sections[number]
        if (
            section.kind != "body"
            or not _is_sentence(quote)
            or not _is_apart(mentions.text, quote, section.end)
        ):
            continue
        around = [
            each for each in mentions.sections[max(number - 1, 0) : number + 2] if each.kind != "headline"
        ]
        first, last = around[0].start, around[-1].end
        if starts is None:
            spans = [each.mentions for each in mentions.persons] + [
                each.mentions for each in mentions.organizations
            ]
            starts = sorted(span.start for each in spans for span in each)
        beside = f"{mentions.text[first : quote.span.start]} {mentions.text[quote.span.end : last]}"
        nobody = bisect_left(starts, first) == bisect_left(starts, last)
        if nobody and not _INTRODUCES.search(beside) and not _SPEAKS.search(beside):
            yield quote


def _is_sentence(quote: Quote) -> bool:
    return len(quote.span.text.split()) >= _FEWEST_WORDS and "\n" not in quote.span.text


def _is_apart(text: str, quote: Quote, end: int) -> bool:
    """Whether it begins and ends as a sentence of its own."""
    before = text[max(quote.span.start - _LOOK, 0) : quote.span.start].rstrip(_MARKS)
    if before and before[-1] not in _ENDS:
        return False
    behind = text[quote.span.end : end].lstrip(_MARKS)
    closed = text[quote.span.end - 1] in _ENDS or behind[:1] in _ENDS
    first = _LETTER.search(behind)
    return closed and (first is None or (first.group().isupper() and first.start() <= 2))
