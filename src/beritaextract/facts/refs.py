"""From a stretch of the text to the named thing that stands there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from beritaextract.model import Organization, Person, Place, Ref, Span

__all__ = ["Named", "Register", "spelled_out"]

_LONGEST_NAME = 120


class Register:
    """The mentions of named things of one kind, by where they stand; no two overlap."""

    def __init__(self, things: Iterable[Organization | Person | Place]) -> None:
        self._things = things

    @cached_property
    def _found(self) -> list[tuple[int, int, str, str]]:
        return sorted((m.start, m.end, t.id, t.name) for t in self._things for m in t.mentions)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, *_ in self._found]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where names stand that start from ``start`` up to ``end``, in the order of the text."""
        return [(each[0], each[1]) for each in self._between(start, end)]

    def refs(self, start: int, end: int) -> list[Ref]:
        """The named things that start from ``start`` up to ``end``, each once, in the order of the text."""
        found = {key: Ref(id=key, name=name) for _, _, key, name in self._between(start, end)}
        return list(found.values())

    def _between(self, start: int, end: int) -> list[tuple[int, int, str, str]]:
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def named_in(self, words: str) -> Ref | None:
        """The named thing whose name is the end of ``words``: the place in "BPJS Ketenagakerjaan Cabang Garut"."""
        folded = words.casefold()
        for form, key, name in self._forms:
            if folded.endswith(form):
                return Ref(id=key, name=name)
        return None

    @cached_property
    def _forms(self) -> list[tuple[str, str, str]]:
        """What ends a longer name: each name, then each other form that the text has, behind a space."""
        names = {f" {name.casefold()}": (key, name) for _, _, key, name in self._found}
        for thing in self._things:
            for form in (*(span.line for span in thing.mentions), *thing.aliases):
                names.setdefault(f" {form.casefold()}", (thing.id, thing.name))
        return [(form, *named) for form, named in names.items()]

    def ref(self, span: Span) -> Ref:
        """The first named thing that ``span`` touches; without one, its words and no id."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        for start, end, key, name in self._found[at : at + 2]:
            if start < span.end and span.start < end:
                return Ref(id=key, name=name)
        return Ref(name=span.line)


@dataclass(frozen=True, slots=True)
class Named:
    """The named things of one text."""

    organizations: Register
    persons: Register
    places: Register


def spelled_out(source: str, acronym: str) -> str | None:
    """The words that a text spells an acronym out in: of "Kas Umat (KU)" *Kas Umat*."""
    at = max(0, source.find(f"({acronym})"))
    words = source[max(0, at - _LONGEST_NAME) : at].split()[-len(acronym) :]
    return " ".join(words) if "".join(word[0] for word in words) == acronym else None
