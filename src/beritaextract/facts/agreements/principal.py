"""Whom a text is about: the institution of which it speaks most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from beritaextract.facts.agreements.parties import Parties
from beritaextract.facts.agreements.party import Party
from beritaextract.facts.sketch import Name, Sketch

__all__ = ["Principals"]

_LEAST, _AHEAD = 3.0, 2.0
"""How much a text speaks of it at least, and how much more than of any other that it could be."""
_GENERIC, _MOST = 0.5, 6
"""What a word for its sort alone weighs, "koperasi" or "perumda", and how many of these count."""
_WORD = regex.compile(r"[\p{L}\d]++")
_SHORT = regex.compile(r"(?<=\()\p{L}++(?=\))")


@dataclass(slots=True)
class Principals:
    """Ranks the institutions of one text by how much it speaks of them, and of those who hold an office there."""

    sketches: Sequence[Sketch]
    parties: Parties
    _ranked: list[tuple[float, Party]] | None = None

    def beside(self, known: Iterable[Party]) -> Party | None:
        """The one of whom the text speaks clearly more than of all others, apart from those akin to ``known``."""
        if self._ranked is None:
            self._ranked = self._read()
        taken = list(known)
        free = [
            (weight, party)
            for weight, party in self._ranked
            if not any(self._is_akin(party, each) for each in taken)
        ]
        if not free:
            return None
        most, chosen = free[0]
        next_best = next((weight for weight, each in free[1:] if not self._is_akin(each, chosen)), 0.0)
        return chosen if most >= _LEAST and most >= next_best + _AHEAD else None

    def _is_akin(self, one: Party, other: Party) -> bool:
        """Whether the words of a form of one are all in a form of the other."""
        mine, theirs = (
            [_words(form) for form in self.parties.forms(party.ref)] + [_words(party.ref.name)]
            for party in (one, other)
        )
        return any(left <= right or right <= left for left in mine for right in theirs)

    def _read(self) -> list[tuple[float, Party]]:
        """The institutions, of which the text speaks most first; a longer name before those that are short for it."""
        weights: defaultdict[str, float] = defaultdict(float)
        found: dict[str, Party] = {}
        for sketch in self.sketches:
            for _, mention in sorted(sketch.mentions.items(), key=lambda each: each[0]):
                ref = self.parties.institution(mention) if isinstance(mention, Name) else None
                if ref and ref.id and isinstance(mention, Name):
                    weights[ref.id] += 1
                    found.setdefault(ref.id, Party(ref, mention.span))
        words = Counter(word.casefold() for word in _WORD.findall(self.sketches[0].text))
        for name, party in found.items():
            called = {party.ref.name.split()[0], *_SHORT.findall(party.ref.name)}
            times = sum(words[word.casefold()] for word in called)
            weights[name] += _GENERIC * min(times, _MOST)
        names = {name: _words(party.ref.name) for name, party in found.items()}
        ranked = [
            (sum(weights[other] for other in names if names[other] <= own), party)
            for own, party in zip(names.values(), found.values(), strict=True)
        ]
        return sorted(ranked, key=lambda each: (-each[0], -len(each[1].ref.name)))


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(name))
