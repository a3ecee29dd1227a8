"""A name and the abbreviation that it introduces in brackets: two forms of one thing, and one mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from beritaextract.mentions.names.organizations.tables import squeezed
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Mention
from beritaextract.model import Organization, Span

__all__ = ["LEGAL_FORMS", "across_brackets", "from_brackets", "in_brackets", "whole"]

LEGAL_FORMS: Final = frozenset(
    ("pt", "cv", "tbk", "persero", "perum", "perseroda", "inc", "ltd", "corp", "co", "group", "grup")
)
_OPENS = re.compile(r"\s*\(\s*")
_CLOSES = re.compile(r"\s*\)")


def whole(text: str, organizations: Iterable[Organization]) -> list[Organization]:
    """The organisations, with ``Mahkamah Konstitusi (MK)`` one mention; both forms stay among the names."""
    return [_mended(text, each) if len(each.mentions) > 1 else each for each in organizations]


def _mended(text: str, organization: Organization) -> Organization:
    spans: list[Span] = []
    for span in organization.mentions:
        closing = _CLOSES.match(text, span.end)
        if closing and spans and _OPENS.fullmatch(text, spans[-1].end, span.start):
            start, end = spans.pop().start, closing.end()
            span = Span(start=start, end=end, text=text[start:end])  # noqa: PLW2901
        spans.append(span)
    if len(spans) == len(organization.mentions):
        return organization
    return organization.model_copy(update={"mentions": tuple(spans)})


def from_brackets(form: str) -> Iterator[str]:
    """The two forms in "Kejaksaan Negeri (Kejari) Samarinda": "Kejaksaan Negeri" and "Kejari"."""
    before, bracket, rest = form.partition(" (")
    inner, closed, behind = rest.partition(")")
    if bracket and closed and inner.lower() not in LEGAL_FORMS:
        yield before
        if behind.strip():
            yield inner


def across_brackets(form: str) -> Iterator[str]:
    """What the form may be called with one of the two and what is behind them: "Kejari Samarinda"."""
    before, bracket, rest = form.partition(" (")
    inner, _, behind = rest.partition(")")
    if bracket and behind.strip():
        yield before + behind
        yield inner + behind


def in_brackets(page: Page, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions, the second in brackets or after "atau", where one may abbreviate the other."""
    forms = page.forms
    for one, other in pairwise(mentions):
        sign = one.last + (forms[one.last : one.last + 1] == ["."])
        if other.first != sign + 1:
            continue
        closed = forms[sign] == "(" and other.last < len(forms) and forms[other.last] == ")"
        if closed or page.lowers[sign] in ("atau", "alias"):
            legal = page.lowers[one.first] in LEGAL_FORMS and one.last > one.first + 1
            first = squeezed("".join(forms[one.first + legal : one.last]))
            second = squeezed("".join(forms[other.first : other.last]))
            if (
                _abbreviates(second, first)
                or _abbreviates(first, second)
                or (closed and _keys_agree(one, other))
            ):
                yield one.first, other.first


def _keys_agree(one: Mention, other: Mention) -> bool:
    return one.entry is not None and one.entry == other.entry


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of ``short`` stand in ``full`` in their order, the first one first."""
    if not short or short[0] != full[:1]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)
