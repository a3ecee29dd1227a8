"""A name and the abbreviation that it introduces in brackets, as one mention."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beritaextract.model import Organization, Span

__all__ = ["whole"]

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
