"""The rules of one kind of fact by role, and which quantities may stand in one sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from enum import IntEnum

import regex

from beritaextract.model import Quantity
from beritaextract.rules import Rule

__all__ = ["Fit", "Grammar", "prints_unit"]

_HUGE = 10**24
_MOST_UNITS = 4096
_PLAIN = frozenset({"unit", "buah", "item", "pcs"})
"""What anything may be counted in."""
_LENGTHS = frozenset({"durations", "ways"})
_CASES_OF_PEOPLE = frozenset({"cases", "people"})
"""Cases of an illness are counted in people: "33 kasus, 15 orang dewasa dan 18 anak"."""
_COUNTED = frozenset({"count", "measure"})
_AMOUNTS = (" juta", " miliar", " triliun")


class Fit(IntEnum):
    """How far two quantities belong to one sum."""

    NO = 0
    MAYBE = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class _Word:
    """A rule of a role, with the words of which one must be there, and others of which one must be there too."""

    rule: Rule
    needs: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Some:
    """The rules of some roles, and all words that one of them needs."""

    words: tuple[_Word, ...]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules by their ``role``; it remembers the classes of the units, and the roles, that it has met."""

    _roles: Mapping[str, tuple[_Word, ...]]
    _classes: dict[str, frozenset[str]] = field(default_factory=dict)
    _some: dict[tuple[str, ...], _Some] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Grammar:
        roles: dict[str, tuple[_Word, ...]] = {}
        lists: dict[str, tuple[str, ...]] = {"": ()}
        for rule in rules:
            needs, also = (
                lists.setdefault(words, tuple(words.split("|")))
                for words in (rule.fields.get("needs", ""), rule.fields.get("also", ""))
            )
            role = rule.fields.get("role", "")
            roles[role] = (*roles.get(role, ()), _Word(rule, needs, also))
        return cls(roles)

    @property
    def roles(self) -> Iterable[str]:
        """The roles that rules have, in the order of the file."""
        return self._roles.keys()

    def rules(self, role: str) -> Iterator[Rule]:
        """The rules of a role."""
        return (word.rule for word in self._roles.get(role, ()))

    @property
    def needs(self) -> Set[str]:
        """The words of all rules of which one has to be there, and others of which one has to be there too."""
        return self._of(tuple(self._roles)).needs

    def active(self, text: str, roles: Iterable[str], needs: Set[str]) -> list[Rule]:
        """The rules of these roles of whose words one stands in ``text``; ``needs`` are those that its article has."""
        some = self._of(tuple(roles))
        absent = {need for need in some.needs & needs if need in text}.isdisjoint
        return [
            word.rule
            for word in some.words
            if not (word.needs and absent(word.needs)) and not (word.also and absent(word.also))
        ]

    def occurs(self, texts: Iterable[str], roles: tuple[str, ...], needs: Set[str]) -> bool:
        """Whether one of the texts has a word that a rule of these roles needs; ``needs`` as in :meth:`active`.

        The rules must all need words, and nothing else.
        """
        present = self._of(roles).needs & needs
        return bool(present) and any(need in text for text in texts for need in present)

    def _of(self, roles: tuple[str, ...]) -> _Some:
        found = self._some.get(roles)
        if found is None:
            words = tuple(word for role in roles for word in self._roles.get(role, ()))
            needs = frozenset(need for word in words for need in (*word.needs, *word.also))
            found = self._some[roles] = _Some(words, needs)
        return found

    def starts(self, role: str, text: str, start: int, end: int) -> regex.Match[str] | None:
        """The match of a role at ``start``."""
        for word in self._roles.get(role, ()):
            if found := word.rule.pattern.match(text, start, end):
                return found
        return None

    def search(self, role: str, text: str, start: int, end: int) -> regex.Match[str] | None:
        """The first match of a role between two places."""
        for word in self._roles.get(role, ()):
            if word.needs and not any(text.find(need, start, end) >= 0 for need in word.needs):
                continue
            if found := word.rule.pattern.search(text, start, end):
                return found
        return None

    def match(self, role: str, text: str, start: int, end: int) -> Rule | None:
        """The first rule of a role that matches somewhere between two places."""
        for word in self._roles.get(role, ()):
            if word.needs and not any(text.find(need, start, end) >= 0 for need in word.needs):
                continue
            if word.rule.pattern.search(text, start, end):
                return word.rule
        return None

    def fit(self, total: Quantity, part: Quantity) -> Fit:
        """Whether ``part`` can be a part of ``total``: same kind, and units that go together."""
        kind = total.kind
        if not (_usable(total) and _usable(part)):
            return Fit.NO
        if kind != part.kind and not (kind in _COUNTED and part.kind in _COUNTED):
            bare = (kind == "money" and _is_bare_amount(part)) or (
                part.kind == "money" and _is_bare_amount(total)
            )
            return Fit.YES if bare else Fit.NO
        if total.per and part.per and total.per != part.per:
            return Fit.NO
        mine, theirs = total.unit, part.unit
        if kind == "money":
            return Fit.YES if mine == theirs else Fit.NO
        if mine is None or theirs is None or not (prints_unit(total) and prints_unit(part)) or mine == theirs:
            return Fit.YES
        mine, theirs = mine.casefold(), theirs.casefold()
        if _is_one_noun(mine, theirs):
            return Fit.YES
        own, other = self._class(mine), self._class(theirs)
        if own & other or (not own and theirs in _PLAIN and total.kind == "count"):
            return Fit.YES
        if own | other == _CASES_OF_PEOPLE:
            return Fit.MAYBE
        if (own and other) or "measure" in (total.kind, part.kind):
            return Fit.NO
        return Fit.MAYBE

    def lasts(self, quantity: Quantity) -> bool:
        """Whether it is a length of time or of way, which little is made up of."""
        return quantity.unit is not None and not self._class(quantity.unit).isdisjoint(_LENGTHS)

    def is_way(self, quantity: Quantity) -> bool:
        """Whether it is a length of way, of which roads are made up."""
        return quantity.unit is not None and "ways" in self._class(quantity.unit)

    def _class(self, unit: str) -> frozenset[str]:
        found = self._classes.get(unit)
        if found is None:
            if len(self._classes) >= _MOST_UNITS:
                self._classes.clear()
            names = (
                rule.name
                for rule in self.rules("unit")
                if any(rule.pattern.match(noun) for noun in unit.split("/"))
            )
            found = self._classes[unit] = frozenset(names)
        return found


def _is_one_noun(mine: str, theirs: str) -> bool:
    """Whether two units are one noun: with a word more, one of two nouns, or its initials: "pegawai/personel"."""
    if "/" in mine or "/" in theirs:
        return any(_is_one_noun(one, other) for one in mine.split("/") for other in theirs.split("/"))
    if mine == theirs or mine.startswith(f"{theirs} ") or theirs.startswith(f"{mine} "):
        return True
    short, long = sorted((mine, theirs), key=len)
    words = long.split()
    return len(words) == len(short) > 1 and all(map(str.startswith, words, short))


def _usable(quantity: Quantity) -> bool:
    value = quantity.value
    return quantity.malformed or (value is not None and 0 < value < _HUGE)


def _is_bare_amount(quantity: Quantity) -> bool:
    """Whether a figure may be money whose currency is printed with another one: "Rp6 miliar dari 15 miliar"."""
    return quantity.kind == "count" and quantity.unit is None and quantity.span.text.endswith(_AMOUNTS)


def prints_unit(quantity: Quantity) -> bool:
    """Whether its unit is printed with the figure; one taken from the words around is no more than likely."""
    text = quantity.span.text
    scaled = quantity.kind != "money" and text.endswith((" ribu", *_AMOUNTS))
    return quantity.unit is not None and not scaled and not text[-1:].isdecimal()
