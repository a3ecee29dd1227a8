"""The rules of one kind of fact by role, and which quantities may stand in one sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

import regex

from beritaextract.model import Quantity
from beritaextract.rules import Rule

__all__ = ["Fit", "Grammar", "prints_unit"]

_HUGE = 10**24
_MOST_UNITS = 4096


class Fit(IntEnum):
    """How far two quantities belong to one sum."""

    NO = 0
    MAYBE = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class _Word:
    """A rule of a role, with the words of which one must be there."""

    rule: Rule
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules by their ``role``; it remembers the classes of the units that it has met."""

    _roles: Mapping[str, tuple[_Word, ...]]
    _classes: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Grammar:
        roles: dict[str, tuple[_Word, ...]] = {}
        for rule in rules:
            needs = tuple(filter(None, rule.fields.get("needs", "").split("|")))
            role = rule.fields.get("role", "")
            roles[role] = (*roles.get(role, ()), _Word(rule, needs))
        return cls(roles)

    def rules(self, role: str) -> Iterator[Rule]:
        """The rules of a role."""
        return (word.rule for word in self._roles.get(role, ()))

    def active(self, text: str, roles: Iterable[str]) -> list[Rule]:
        """The rules of these roles of whose words one stands in ``text``."""
        found = []
        for role in roles:
            for word in self._roles.get(role, ()):
                for need in word.needs:
                    if need in text:
                        found.append(word.rule)
                        break
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

    def fit(self, total: Quantity, part: Quantity) -> Fit:
        """Whether ``part`` can be a part of ``total``: same kind, and units that go together."""
        if _group(total) != _group(part) or not (_usable(total) and _usable(part)):
            return Fit.NO
        if total.per and part.per and total.per != part.per:
            return Fit.NO
        if total.kind == "money":
            return Fit.YES if total.unit == part.unit else Fit.NO
        mine = total.unit if prints_unit(total) else None
        theirs = part.unit if prints_unit(part) else None
        if mine is None or theirs is None:
            return Fit.YES
        if mine.casefold() == theirs.casefold():
            return Fit.YES
        own, other = self._class(mine), self._class(theirs)
        if own & other:
            return Fit.YES
        if (own and other) or "measure" in (total.kind, part.kind):
            return Fit.NO
        return Fit.MAYBE

    def lasts(self, quantity: Quantity) -> bool:
        """Whether it is a length of time or of way, which nothing is made up of."""
        return quantity.unit is not None and "durations" in self._class(quantity.unit)

    def _class(self, unit: str) -> frozenset[str]:
        found = self._classes.get(unit)
        if found is None:
            if len(self._classes) >= _MOST_UNITS:
                self._classes.clear()
            names = (rule.name for rule in self.rules("unit") if rule.pattern.match(unit))
            found = self._classes[unit] = frozenset(names)
        return found


def _group(quantity: Quantity) -> str:
    return "count" if quantity.kind == "measure" else quantity.kind


def _usable(quantity: Quantity) -> bool:
    value = quantity.value
    return quantity.malformed or (value is not None and 0 < value < _HUGE)


def prints_unit(quantity: Quantity) -> bool:
    """Whether its unit is printed with the figure; one taken from the words around is no more than likely."""
    return quantity.unit is not None and not quantity.span.text[-1:].isdecimal()
