"""The sentences that go on about an agreement after the one that tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from beritaextract.facts.agreements.seen import Accord
from beritaextract.facts.agreements.state import State

__all__ = ["OPENING", "Followers"]

OPENING = 3
"""How many sentences after one can go on about it."""


@dataclass(slots=True)
class Followers:
    """Reads on in the sketches of one text."""

    state: State
    _goes_on: dict[tuple[int, int], bool] = field(default_factory=dict)

    def after(self, accord: Accord) -> Iterator[tuple[int, int]]:
        """The sentences after the first mentions that go on about the signing, with the number of their sketch."""
        places = [(seen.part, seen.reading.sentence) for seen in accord.seen]
        if places[0][0]:
            places.insert(0, (0, -1))
        others = self.others(accord)
        for part, number in places:
            last = min(number + OPENING + 1, len(self.state.sketches[part].sentences))
            yield from (
                (part, follower)
                for follower in range(number + 1, last)
                if (part, follower) not in others and self._follows(part, follower)
            )

    def others(self, accord: Accord) -> set[tuple[int, int]]:
        """The sentences that tell of another agreement than ``accord`` and those that were signed with it."""
        apart = (
            other
            for other in self.state.found
            if other is not accord and other.like is not accord and accord.like is not other
        )
        return {(seen.part, seen.reading.sentence) for other in apart for seen in other.seen if seen.founds}

    def _follows(self, part: int, sentence: int) -> bool:
        """Whether a sentence, or what somebody says in it, goes on about the signing."""
        known = self._goes_on.get((part, sentence))
        if known is None:
            known = self._goes_on[part, sentence] = self._reads_on(part, sentence)
        return known

    def _reads_on(self, part: int, sentence: int) -> bool:
        text = self.state.sketches[part].text
        start, end = self.state.sketches[part].sentences[sentence]
        places = [start]
        for rule in self.state.grammar.rules("clause"):
            places += (match.end() for match in rule.pattern.finditer(text, start, end))
        return any(self.state.grammar.starts("follow", text, place, end) for place in places)
