"""Sections: which stretches of a text are headline, dateline, body, caption, credit or a link elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

import regex

from beritaextract.errors import RuleError
from beritaextract.mentions.metadata import ROLES, collect
from beritaextract.model import Metadata, Section, SectionKind
from beritaextract.rules import Rule, RuleBook

__all__ = ["SILENT", "Layout", "Sectioner", "find"]

SILENT = frozenset(("credit", "link"))
"""The kinds of section from which nothing is extracted."""

_HEAD_LINES = 5
_LONGEST_CAPTION = 400
_LONGEST_TITLE = 160
_LONGEST_BRACKET = 120
_PRINTED = re.compile(r"\S")
_WINDOW = 5000  # regex looks for a literal that a pattern needs as far as it may: to the end of a long text
_LINE_ENDS = r"(?=\.? *(?:\n|\Z))"
_LIST_ITEM = re.compile(r"[-•*–—·]|\(?\w{1,2}[.)]\s")
_ENDS_PARAGRAPH = frozenset(".!?:;\"”'’)]*…")


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections in the order of the text, with nothing but white space between them, and the metadata."""

    sections: tuple[Section, ...]
    metadata: Metadata


class _Mark(NamedTuple):
    start: int
    end: int
    kind: SectionKind
    rule: Rule
    match: regex.Match[str]


class Sectioner:
    """Finds the layout of texts by the section rules of one book.

    Raises:
        RuleError: A section rule does not say what it finds, or where it is to be tried.
    """

    def __init__(self, book: RuleBook) -> None:
        self._head: list[Rule] = []
        self._foot: list[Rule] = []
        self._cues: dict[str, list[Rule]] = {}
        for rule in book.rules("sections"):
            self._file(rule)
        self._signs = _signs(self._cues)

    def _file(self, rule: Rule) -> None:
        place, cues = rule.fields.get("at"), rule.fields.get("cue", "")
        where = f"{rule.file.name}: {rule.name}"
        if rule.fields.get("section") not in get_args(SectionKind):
            raise RuleError(f"{where}: section must be one of {', '.join(get_args(SectionKind))}")
        if rule.fields.get("role", ROLES[0]) not in ROLES:
            raise RuleError(f"{where}: role must be one of {', '.join(ROLES)}")
        if place == "head":
            self._head.append(rule)
        elif place == "foot":
            self._foot.append(rule)
        elif not cues:
            raise RuleError(f'{where}: needs a cue, the words it begins with, or at = "head" or "foot"')
        for cue in filter(None, cues.split("|")):
            self._cues.setdefault(cue, []).append(rule)

    def find(self, text: str, stated: Sequence[Section] = ()) -> Layout:
        """The layout of a frozen text.

        Args:
            text: The frozen text.
            stated: Sections that its source marks, in order; they stand as they are.
        """
        marks = list(self._marked(text))
        head = _top(text, stated)
        marks = _disjoint([*self._at_head(text, {mark.start: mark for mark in marks}, head), *marks])
        free = [mark for mark in marks if not any(mark.start < s.end and s.start < mark.end for s in stated)]
        known = [
            *((mark.start, mark.end, mark.kind) for mark in free),
            *((s.start, s.end, s.kind) for s in stated),
        ]
        known.sort()
        headline = next((text[start:end] for start, end, kind in known if kind == "headline"), None)
        metadata = collect(headline, ((mark.rule, mark.match) for mark in marks))
        return Layout(tuple(_sections(text, known)), metadata)

    def _marked(self, text: str) -> Iterator[_Mark]:
        """What begins with a cue or ends a line with a bracket."""
        done = 0
        for found in self._signs.finditer(text):
            sign = found.group()
            at = found.start() + sign.startswith("\n")
            rules = self._cues.get(sign)
            if rules is None:
                rules = self._foot
                at = max(text.rfind(opening, max(done, at - _LONGEST_BRACKET), at) for opening in "([")
            if at >= done and (mark := _first(rules, text, at)):
                yield mark
                done = mark.end
        end = len(text.rstrip())
        at = text.rfind("(", max(done, end - _LONGEST_CAPTION), end)
        if at >= 0 and (mark := _first(self._foot, text, at)):
            yield mark

    def _at_head(self, text: str, known: dict[int, _Mark], at: int) -> Iterator[_Mark]:
        """What the first lines are; ``at`` is where the stated ones end."""
        titled = at > 0
        for _ in range(_HEAD_LINES):
            printed = _PRINTED.search(text, at)
            if printed is None:
                return
            start = printed.start()
            mark = known.get(start)
            if mark is None:
                mark = _first(self._head, text, start)
                if mark is None or (titled and mark.kind == "headline"):
                    at = text.find("\n", start, start + _LONGEST_TITLE)
                    if titled or at < 0:
                        return
                    titled = True  # whatever it is, the dateline comes after it
                    continue
                yield mark
            titled = titled or mark.kind == "headline"
            if mark.kind == "dateline":
                return
            at = mark.end


def find(text: str, book: RuleBook) -> Layout:
    """The layout of one frozen text; for many texts keep a ``Sectioner``."""
    return Sectioner(book).find(text)


def _top(text: str, stated: Sequence[Section]) -> int:
    """Where the sections end that the source marks at the top: the headline, the captions below it."""
    end = 0
    for section in stated:
        if text[end : section.start].strip():
            break
        end = section.end
    return end


def _signs(cues: Iterable[str]) -> re.Pattern[str]:
    """All cues, and the brackets that close a line, as one pattern.

    ``re`` skips ahead only where every branch begins with a plain character.
    """
    branches = [rf"\){_LINE_ENDS}", rf"\]{_LINE_ENDS}"]
    first: dict[str, list[str]] = {}
    for cue in sorted(cues, key=len, reverse=True):
        first.setdefault(cue[0], []).append(re.escape(cue[1:]))
    branches += [f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in first.items()]
    return re.compile("|".join(branches))


def _first(rules: list[Rule], text: str, at: int) -> _Mark | None:
    for rule in rules:
        match = rule.pattern.match(text, at, at + _WINDOW)
        if match is not None and match.end() > at:
            start = at
            kind: SectionKind = rule.fields["section"]  # type: ignore[assignment]
            if kind == "caption":
                line = text.rfind("\n", 0, at) + 1
                start = line if at - line <= _LONGEST_CAPTION else at
            return _Mark(start, match.end(), kind, rule, match)
    return None


def _disjoint(marks: list[_Mark]) -> list[_Mark]:
    """The marks in order; of two that overlap the earlier stays, a caption makes room."""
    kept: list[_Mark] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: mark[:2]):
        if mark.start < done and mark.kind == "caption" and mark.match.start() >= done:
            mark = mark._replace(start=done)  # noqa: PLW2901
        if mark.start >= done:
            kept.append(mark)
            done = mark.end
    return kept


def _sections(text: str, known: list[tuple[int, int, SectionKind]]) -> Iterator[Section]:
    done = 0
    for start, end, kind in known:
        yield from _paragraphs(text, done, start)
        low, high = _trimmed(text, start, end)
        if low < high:
            yield Section(kind=kind, start=low, end=high)
        done = end
    yield from _paragraphs(text, done, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return end - len(part.lstrip()), start + len(part.rstrip())


def _paragraphs(text: str, start: int, end: int) -> Iterator[Section]:
    """Body sections, one a line; a line that was broken within a sentence is put together again."""
    low = high = -1
    for line in text[start:end].split("\n"):
        content = line.strip()
        if content:
            first = start + len(line) - len(line.lstrip())
            if low >= 0 and first - high == 1 and _goes_on(text[high - 1], content):
                high = first + len(content)
            else:
                if low >= 0:
                    yield Section(kind="body", start=low, end=high)
                low, high = first, first + len(content)
        start += len(line) + 1
    if low >= 0:
        yield Section(kind="body", start=low, end=high)


def _goes_on(last: str, line: str) -> bool:
    return last not in _ENDS_PARAGRAPH and not _LIST_ITEM.match(line)
