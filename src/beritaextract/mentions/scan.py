"""The mention engine: one walk over the text, in which the first rule that matches at a place takes its span.

Rules compete in the order of the kinds in ``rules.KINDS`` and, within a file, in the order of the file. A rule
is tried only at the start of a word, of digits or of an opening sign, and only where the first characters there
can begin its pattern: partial matching finds that out once for each beginning, and a word that can begin nothing
is known for it from then on. So a hundred rules cost one dictionary look-up for most words.
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
# Four letters tell most words apart; of digits, three are soon all known.
_SHORT, _PREFIX = 3, 4
_PUNCTUATION = ".,;:!?\"”“’‘')…"
_MOST_PREFIXES = 200_000
_MOST_CHUNKS = 400_000
_LONGEST_CHUNK = 40
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
        self._chunks: dict[str, tuple[int, ...]] = {}

    def scan(self, text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[Hit]:
        """The hits within each of ``ranges``, in the order of the text."""
        chunks = self._chunks
        for low, high in ranges:
            done = at = low
            for chunk in text[low:high].split(" "):
                offsets = chunks.get(chunk)
                if offsets is None:
                    offsets = self._offsets(chunk)
                for offset in offsets:
                    start = at + offset
                    if start < done:
                        continue
                    length = _SHORT if text[start].isdigit() else _PREFIX
                    for rule, _, match in self._startable(text[start : start + length]):
                        found = match(text, start, min(high, start + _REACH))
                        if found is not None and found.end() > start:
                            done = found.end()
                            yield Hit(rule, found)
                            break
                at += len(chunk) + 1

    def _offsets(self, chunk: str) -> tuple[int, ...]:
        """Where in a stretch without spaces a rule may match."""
        found: tuple[int, ...]
        bare = chunk.strip(_PUNCTUATION)
        if len(bare) >= _SHORT and bare[1:].islower() and bare.isascii() and bare.isalpha():
            found = (chunk.index(bare),) if self._startable(bare[:_SHORT]) else ()
        else:
            spaced = chunk + " "
            starts = [token.start() for token in _TOKEN.finditer(chunk)]
            found = tuple(
                [at for at in starts if chunk[at].isdigit() or self._startable(spaced[at : at + _SHORT])]
            )
        if len(chunk) <= _LONGEST_CHUNK:
            if len(self._chunks) > _MOST_CHUNKS:
                self._chunks.clear()
            self._chunks[chunk] = found
        return found

    def _startable(self, prefix: str) -> tuple[_Candidate, ...]:
        """The rules whose pattern can begin with ``prefix``, of those that can begin with all but its last."""
        known = self._starts.get(prefix)
        if known is not None:
            return known
        rules = self._startable(prefix[:-1]) if len(prefix) > 1 else self._rules
        if len(self._starts) > _MOST_PREFIXES:
            self._starts.clear()
        found = self._starts[prefix] = tuple(
            [each for each in rules if each.probe.match(prefix, partial=True)]
        )
        return found


def _probe(pattern: regex.Pattern[str]) -> regex.Pattern[str]:
    """The pattern without its lookbehinds: what stands before the place is not in the probe."""
    if "(?<=" not in pattern.pattern and "(?<!" not in pattern.pattern:
        return pattern
    return regex.compile(_LOOKBEHIND.sub("", pattern.pattern))
