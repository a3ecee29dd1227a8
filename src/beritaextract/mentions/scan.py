"""The mention engine: one walk over the text, in which the first rule that matches at a place takes its span.

Rules compete in the order of the kinds in ``rules.KINDS`` and, within a file, in the order of the file. A rule
is tried only at the start of a word, of digits or of an opening sign, and only where the first characters there
can begin its pattern: partial matching finds that out once for each beginning, so that a hundred rules cost a few
dictionary look-ups a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import regex

from beritaextract.rules import KINDS, Rule, RuleBook

__all__ = ["Hit", "Scanner"]

# Words as capitals begin them, so that a word glued to its neighbour ("sesuaiPeraturan") is found as well.
_TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+|[(€$¥£₩°<>≤≥+#@]")
# A short one first: most words can begin no mention.
_PREFIXES = (3, 4)
_MOST_PREFIXES = 200_000
# No mention is longer. `match` looks through all the text up to its end for a literal that its pattern needs.
_REACH = 400
_LOOKBEHIND = regex.compile(
    r"\(\?<[=!](?P<body>(?:[^()\\[]|\\.|\[(?:[^\]\\]|\\.)*+\]|(?P<group>\((?:(?&body))*+\)))*+)\)"
)


class Hit(NamedTuple):
    rule: Rule
    match: regex.Match[str]


class _Candidate(NamedTuple):
    rule: Rule
    probe: regex.Pattern[str]
    match: Callable[[str, int, int], regex.Match[str] | None]


class Scanner:
    """Finds the non-overlapping hits of a book's mention rules; keeps which rules can start how."""

    def __init__(self, book: RuleBook) -> None:
        kinds = [kind for kind in KINDS["mentions"] if kind not in ("sections", "contexts")]
        rules = [rule for kind in kinds for rule in book.rules(kind)]
        self._rules = tuple(_Candidate(rule, _probe(rule.pattern), rule.pattern.match) for rule in rules)
        self._starts: dict[str, tuple[_Candidate, ...]] = {}

    def scan(self, text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[Hit]:
        """The hits within each of ``ranges``, in the order of the text."""
        starts = self._starts
        for low, high in ranges:
            done = low
            for token in _TOKEN.finditer(text, low, high):
                start = token.start()
                if start < done:
                    continue
                rules: tuple[_Candidate, ...] = ()
                for length in _PREFIXES:
                    prefix = text[start : start + length]
                    known = starts.get(prefix)
                    rules = self._startable(prefix) if known is None else known
                    if not rules:
                        break
                for rule, _, match in rules:
                    found = match(text, start, min(high, start + _REACH))
                    if found is not None and found.end() > start:
                        done = found.end()
                        yield Hit(rule, found)
                        break

    def _startable(self, prefix: str) -> tuple[_Candidate, ...]:
        """The rules whose pattern can begin with ``prefix``, of those that can begin with all but its last."""
        shorter = prefix[:-1]
        rules = self._starts.get(shorter) if shorter else self._rules
        if rules is None:
            rules = self._startable(shorter)
        if len(self._starts) > _MOST_PREFIXES:
            self._starts.clear()
        found = self._starts[prefix] = tuple(
            candidate for candidate in rules if candidate.probe.match(prefix, partial=True)
        )
        return found


def _probe(pattern: regex.Pattern[str]) -> regex.Pattern[str]:
    """The pattern without its lookbehinds: what stands before the place is not in the probe."""
    if "(?<=" not in pattern.pattern and "(?<!" not in pattern.pattern:
        return pattern
    return regex.compile(_LOOKBEHIND.sub("", pattern.pattern))
