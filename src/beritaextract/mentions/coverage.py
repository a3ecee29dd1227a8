"""Coverage: every run of digits of a text is explained by a mention, a decoy or a section, or it is named."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from beritaextract.model import Coverage, Span

__all__ = ["account"]

_DIGITS = regex.compile(r"\d+")  # finds them in a third of the time of `re`


def account(text: str, explained: Iterable[tuple[int, int]]) -> Coverage:
    """How many runs of digits stand inside the half-open ``explained`` spans, and those that do not."""
    spans = iter(sorted(explained))
    low, high = next(spans, (0, 0))
    total = 0
    rest = []
    for run in _DIGITS.finditer(text):
        total += 1
        start, end = run.span()
        while high <= start:
            following = next(spans, None)
            if following is None:
                break
            low, high = following
        if not (low <= start and end <= high):
            rest.append(Span(start=start, end=end, text=run.group()))
    return Coverage(digit_runs=total, explained=total - len(rest), unexplained=tuple(rest))
