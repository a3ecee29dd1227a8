"""What organisations are read from and what is read: the page, what is known of it, and a name on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Proposal

__all__ = ["Ground", "Reading", "Scene"]


class Reading(NamedTuple):
    """A name that ends before word ``last``: its kind, what it is, and where.

    ``key`` and ``place`` are alike for all forms of one organisation; a place is "kediri#kota", or "kediri#" where its
    level is not printed. ``bare``: only the head was there. ``weak`` and ``field``: what it needs to count.
    ``slip``: one word is a letter or two off.
    """

    last: int
    type: str
    key: str
    place: str = ""
    bare: bool = False
    weak: bool = False
    field: str = ""
    collective: bool = False
    slip: bool = False

    @property
    def entry(self) -> str:
        """The reading as the ``entry`` of a proposal."""
        _, type_, key, place, bare, _, _, collective, slip = self
        return f"{type_}|{key}|{place}|{'s' * collective}{'b' * bare}{'m' * slip}"

    def placed(self, place: tuple[int, str]) -> Reading:
        """The reading with a place behind it: where that ends, and which it is."""
        _, type_, key, _, _, weak, field, collective, slip = self
        return Reading(place[0], type_, key, place[1], False, weak, field, collective, slip)


class Ground(NamedTuple):
    """What is known of a page: ``lands`` leads from the first word of a place to its end, ``inside`` are its other
    words, where no name begins; in ``closed`` there is no name."""

    lands: Mapping[int, int]
    closed: Set[int]
    inside: Set[int]

    @classmethod
    def of(cls, known: Iterable[Proposal]) -> Ground:
        """The ground that is known before organisations are."""
        lands: dict[int, int] = {}
        closed: set[int] = set()
        inside: set[int] = set()
        for first, last, label, _, _ in known:
            if label == "LOC":
                lands[first] = last
                if last - first > 1:
                    inside.update(range(first + 1, last))
            else:
                closed.update(range(first, last))
        return cls(lands, closed, inside)


class Scene(NamedTuple):
    """Where names are read: a page, the end of the block, places and stretches without names.

    ``lands`` leads from the first word of a place to its end; ``inside`` are its other words, where no name begins; in
    ``blocked`` there is none. For a headline in title case ``seen`` are the forms below it.
    """

    page: Page
    end: int
    lands: Mapping[int, int] = {}
    blocked: Set[int] = frozenset()
    inside: Set[int] = frozenset()
    seen: frozenset[str] | None = None

    def has_capital(self, at: int) -> bool:
        """Whether there is a word with a capital."""
        return at < self.end and self.page.forms[at][:1].isupper()
