"""Two versions of one article: which facts have another value, which are gone, which are new."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple, TypeAlias

from beritaextract.between.statements import Statement, statements
from beritaextract.model import Article, Span

__all__ = ["Change", "Comparison", "compare"]

_WORD = re.compile(r"\w+")
_CLOSE = 3
"""How many words at most may differ around a figure that has surely only changed its value."""
_LONG = 4000

_Token: TypeAlias = "str | Statement"
_Pair: TypeAlias = tuple[Statement, Statement]


class Change(NamedTuple):
    """One fact with another value; ``old`` and ``new`` are all its places, the first is the one to show."""

    subject: str
    old: tuple[Span, ...]
    new: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, in the order of the newer text; what is gone in that of the older."""

    changed: tuple[Change, ...]
    gone: tuple[Statement, ...]
    added: tuple[Statement, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.added)


def compare(old: Article, new: Article) -> Comparison:
    """What changed. A value that still stands somewhere in the text is neither gone nor new."""
    before, after = statements(old), statements(new)
    matched = _Matched(before, after)
    matched.add(_by_subject(before, after))
    matched.add(_by_place(old.text, new.text, before, after))
    return Comparison(
        tuple(_changes(matched.pairs)),
        tuple(_lost(matched.left(before), after)),
        tuple(_lost(matched.left(after), before)),
    )


class _Matched:
    """Which statements of both sides belong together; the first match of a statement counts."""

    def __init__(self, before: Sequence[Statement], after: Sequence[Statement]) -> None:
        self.pairs: list[_Pair] = []
        self._taken: set[int] = set()
        self._values = {each.value for each in before}, {each.value for each in after}

    def add(self, pairs: Iterator[tuple[Statement, Statement, bool]]) -> None:
        for one, other, sure in pairs:
            if id(one) in self._taken or id(other) in self._taken:
                continue
            before, after = self._values
            if one.value != other.value and not sure and (one.value in after or other.value in before):
                continue
            self._taken |= {id(one), id(other)}
            self.pairs.append((one, other))

    def left(self, side: Sequence[Statement]) -> Iterator[Statement]:
        return (each for each in side if id(each) not in self._taken)


def _by_subject(
    before: Sequence[Statement], after: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement, bool]]:
    """Facts of the same subject, where each version gives it one value."""
    old, new = _grouped(before), _grouped(after)
    for key in old.keys() & new.keys():
        values = {each.value for each in old[key]}, {each.value for each in new[key]}
        if len(values[0]) == len(values[1]) == 1:
            yield from ((one, other, True) for one, other in zip(old[key], new[key], strict=False))


def _grouped(side: Sequence[Statement]) -> dict[tuple[str, str], list[Statement]]:
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in side:
        if each.subject:
            found[each.kind, each.subject.casefold()].append(each)
    return found


def _by_place(
    old: str, new: str, before: Sequence[Statement], after: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement, bool]]:
    """Statements that stand in the same place between words that have stayed."""
    first, second = list(_tokens(old, before)), list(_tokens(new, after))
    keys = [_key(token) for token in first], [_key(token) for token in second]
    matcher = SequenceMatcher(None, *keys, autojunk=max(len(first), len(second)) > _LONG)
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        ones = [each for each in first[start:end] if isinstance(each, Statement)]
        others = [each for each in second[other_start:other_end] if isinstance(each, Statement)]
        if operation == "equal":
            yield from ((one, other, True) for one, other in zip(ones, others, strict=True))
        elif [each.kind for each in ones] == [each.kind for each in others]:
            sure = max(end - start, other_end - other_start) <= _CLOSE
            yield from ((one, other, sure) for one, other in zip(ones, others, strict=True))


def _tokens(text: str, found: Sequence[Statement]) -> Iterator[_Token]:
    """Words, and statements in the place of theirs."""
    last = 0
    for each in found:
        yield from _WORD.findall(text[last : each.span.start].casefold())
        yield each
        last = each.span.end
    yield from _WORD.findall(text[last:].casefold())


def _key(token: _Token) -> object:
    return (token.kind, token.value) if isinstance(token, Statement) else token


def _changes(pairs: Sequence[_Pair]) -> Iterator[Change]:
    """One change for all places at which the same value has become the same other value."""
    found: dict[object, list[_Pair]] = defaultdict(list)
    for one, other in pairs:
        if one.value != other.value and (one.is_figure or one.span.line != other.span.line):
            found[one.kind, one.value, other.value].append((one, other))
    for group in sorted(found.values(), key=lambda group: min(new.span.start for _, new in group)):
        group.sort(key=lambda pair: pair[1].span.start)
        subject = next((each.subject for pair in group for each in pair if each.subject), "")
        yield Change(subject, tuple(old.span for old, _ in group), tuple(new.span for _, new in group))


def _lost(left: Iterator[Statement], others: Sequence[Statement]) -> Iterator[Statement]:
    """Of the unmatched statements those whose value the other side has nowhere, each value once."""
    known = {(each.kind, each.value) for each in others}
    for each in left:
        if (each.kind, each.value) not in known:
            known.add((each.kind, each.value))
            yield each
