"""The mention engine: one walk over the text, in which the first rule that matches at a place takes its span.

Rules compete in the order of the kinds in ``rules.KINDS`` and, within a file, in the order of the file. A rule
is tried only at the start of a word, of digits or of an opening sign, and only where the first characters there
can begin its pattern: partial matching finds that out once for each beginning, and a word that can begin nothing
is known for it from then on. So a hundred rules cost one dictionary look-up for most words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

import regex

from beritaextract.compiled import Compile, kept
from beritaextract.mentions.memo import Memo
from beritaextract.rules import KINDS, Rule, RuleBook

__all__ = ["Hit", "Scanner"]

# Words as capitals begin them, so that a word glued to its neighbour ("sesuaiPeraturan") is found as well.
_TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+|[(€$¥£₩°<>≤≥+#@]")
# Six letters tell most words apart, and four signs most forms of numbers; of the digits, two are soon all known. What
# begins alike is probed once: a probe takes longer than an attempt that fails.
_DIGITS, _SHORT, _PREFIX, _LONG = 2, 3, 4, 6
_BEFORE = {2: 1, 3: 2, 4: 3, 5: 4, 6: 4}
_ALIKE = str.maketrans("123456789", "0" * 9)
_DIGIT_TOLD = regex.compile(r"(?<!\{[\d,]*+)\d(?![\d,]*+\})")
_PUNCTUATION = ".,;:!?\"”“’‘')…"
# More of them cost tens of megabytes in a long run, and spare little work.
_MOST_PREFIXES, _MOST_CHUNKS = 16_000, 20_000
# No mention is longer. `match` looks through all the text up to its end for a literal that its pattern needs.
_REACH = 400
_LOOKBEHIND = regex.compile(
    r"\(\?<[=!](?P<body>(?:[^()\\[]|\\.|\[(?:[^\]\\]|\\.)*+\]|(?P<group>\((?:(?&body))*+\)))*+)\)"
)


class Hit(NamedTuple):
    rule: Rule
    match: regex.Match[str]


class _Candidate(NamedTuple):
    rank: int
    rule: Rule
    probe: regex.Pattern[str]
    match: Callable[[str, int, int], regex.Match[str] | None]


_Start: TypeAlias = tuple[int, tuple[_Candidate, ...] | None]
"""Where in a chunk a rule may match, and which; ``None`` at digits, of which there are too many to keep."""


class _Beginnings:
    """Which rules can begin how, found out once for each beginning."""

    def __init__(self, rules: Iterable[_Candidate]) -> None:
        self._rules = tuple(rules)
        self._known = Memo(self._find, _MOST_PREFIXES)

    def of(self, prefix: str) -> tuple[_Candidate, ...]:
        """The rules whose pattern can begin with ``prefix``."""
        return self._known[prefix]

    def of_word(self, rest: str) -> tuple[_Candidate, ...]:
        """The rules whose pattern can begin with the first letters of ``rest``, before a space."""
        known, spaced = self._known, rest + " "
        rules = known[spaced[:_SHORT]] and known[spaced[:_PREFIX]]
        return known[rest[:_LONG]] if rules and len(rest) > _PREFIX else rules

    def _find(self, prefix: str) -> tuple[_Candidate, ...]:
        before = _BEFORE.get(len(prefix))
        rules = self._known[prefix[:before]] if before else self._rules
        return tuple([each for each in rules if each.probe.match(prefix, partial=True)])


class Scanner:
    """Finds the non-overlapping hits of a book's mention rules; keeps which rules can start how."""

    def __init__(self, book: RuleBook) -> None:
        kinds = [kind for kind in KINDS["mentions"] if kind not in ("sections", "contexts")]
        with kept(f"probes of {book.digest}") as compiled:
            rules = [
                _Candidate(rank, rule, _probe(rule.pattern, compiled), rule.pattern.match)
                for rank, rule in enumerate(rule for kind in kinds for rule in book.rules(kind))
            ]
        self._words = _Beginnings(rules)
        self._digits = _Beginnings([each for each in rules if _DIGIT_TOLD.search(each.probe.pattern)])
        self._forms = _Beginnings([each for each in rules if not _DIGIT_TOLD.search(each.probe.pattern)])
        self._chunks = Memo(self._starts, _MOST_CHUNKS)

    def scan(self, text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[Hit]:
        """The hits within each of ``ranges``, in the order of the text."""
        chunks = self._chunks
        for low, high in ranges:
            done = at = low
            for chunk in text[low:high].split(" "):
                for offset, known in chunks[chunk]:
                    start = at + offset
                    if start < done:
                        continue
                    end = min(high, start + _REACH)
                    for _, rule, _, match in known or self._numeral(text[start : min(high, start + _PREFIX)]):
                        found = match(text, start, end)
                        if found is not None and found.end() > start:
                            done = found.end()
                            yield Hit(rule, found)
                            break
                at += len(chunk) + 1

    def _numeral(self, prefix: str) -> list[_Candidate]:
        """The rules that can begin with digits: most of them do not mind which digits they are."""
        return sorted(self._digits.of(prefix[:_DIGITS]) + self._forms.of(prefix.translate(_ALIKE)))

    def _starts(self, chunk: str) -> tuple[_Start, ...]:
        """Where in a stretch without spaces a rule may match."""
        bare = chunk.strip(_PUNCTUATION)
        if bare.isalpha() and bare[1:].islower() and bare.isascii() and len(bare) >= _SHORT:
            at = chunk.index(bare)
            rules = self._words.of_word(chunk[at:])
            return ((at, rules),) if rules else ()
        return tuple(self._tokens(chunk))

    def _tokens(self, chunk: str) -> Iterator[_Start]:
        for token in _TOKEN.finditer(chunk):
            at = token.start()
            if chunk[at].isdigit():
                yield at, None
            elif rules := self._words.of_word(chunk[at:]):
                yield at, rules


def _probe(pattern: regex.Pattern[str], compiled: Compile) -> regex.Pattern[str]:
    """The pattern without its lookbehinds: what stands before the place is not in the probe."""
    if "(?<=" not in pattern.pattern and "(?<!" not in pattern.pattern:
        return pattern
    return compiled(_LOOKBEHIND.sub("", pattern.pattern))
