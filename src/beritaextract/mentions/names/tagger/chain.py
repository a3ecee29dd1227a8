"""A linear chain of labels: how likely each name in a stretch of words is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

__all__ = ["Chain", "Stretch"]

_BEGINNINGS = (1, 3, 5)


class Stretch(NamedTuple):
    """Words ``first`` to ``last`` (half-open) of a chain that begin with ``label``, and how likely they do."""

    first: int
    last: int
    label: int
    score: float


@dataclass(frozen=True, slots=True)
class Chain:
    """What may follow what: ``rows[a][b]`` weighs label ``b`` after label ``a``, ``columns`` are the same, turned.

    Labels are 0 for no name, odd for the begin of a name and the next even number for its inside.
    """

    rows: Sequence[Sequence[float]]
    columns: Sequence[Sequence[float]]

    def stretches(
        self, potentials: Sequence[Sequence[float]], starts: Sequence[float], ends: Sequence[float]
    ) -> Iterator[Stretch]:
        """The names among the words: those whose labels are each the likeliest of their word.

        Args:
            potentials: For each word, how well each label fits it.
            starts: For each label, how well it fits what comes before the first word.
            ends: The same for what comes after the last.
        """
        if len(potentials) == 1:  # most are: no chain to follow
            fits = list(map(mul, map(mul, starts, potentials[0]), ends))
            best = max(fits)
            label = fits.index(best)
            if label:
                yield Stretch(0, 1, label - (not label & 1), best / sum(fits))
            return
        forward = self._forward(potentials, starts)
        backward = self._backward(potentials, ends)
        whole = sum(map(mul, forward[-1], ends))
        labels = []
        for ahead, behind in zip(forward, backward, strict=True):
            fits = list(map(mul, ahead, behind))
            labels.append(fits.index(max(fits)))
        at, size = 0, len(labels)
        while at < size:
            label = labels[at]
            if not label:
                at += 1
                continue
            label -= not label & 1  # a name whose begin is the likeliest nowhere
            end = at + 1
            chance = forward[at][label]
            inside, current = label + 1, label
            while end < size and labels[end] == inside:
                chance *= self.rows[current][inside] * potentials[end][inside]
                current = inside
                end += 1
            rest = backward[end - 1][current]
            if end < size:
                rest -= self.rows[current][inside] * potentials[end][inside] * backward[end][inside]
            yield Stretch(at, end, label, chance * rest / whole if whole else 0.0)
            at = end

    def _forward(self, potentials: Sequence[Sequence[float]], starts: Sequence[float]) -> list[list[float]]:
        """For each word and label, the weight of all that can come up to it."""
        into_none, into_per, _, into_org, _, into_loc, _ = self.columns
        rows = self.rows
        last = list(map(mul, starts, potentials[0]))
        forward = [last]
        for none, per, in_per, org, in_org, loc, in_loc in potentials[1:]:
            last = [
                none * sum(map(mul, into_none, last)),
                per * sum(map(mul, into_per, last)),
                in_per * (rows[1][2] * last[1] + rows[2][2] * last[2]),
                org * sum(map(mul, into_org, last)),
                in_org * (rows[3][4] * last[3] + rows[4][4] * last[4]),
                loc * sum(map(mul, into_loc, last)),
                in_loc * (rows[5][6] * last[5] + rows[6][6] * last[6]),
            ]
            forward.append(last)
        return forward

    def _backward(self, potentials: Sequence[Sequence[float]], ends: Sequence[float]) -> list[list[float]]:
        """For each word and label, the weight of all that can come after it."""
        rows = self.rows
        last = list(ends)
        backward = [last]
        for fits in potentials[:0:-1]:
            none, per, in_per, org, in_org, loc, in_loc = map(mul, fits, last)
            last = [a * none + b * per + c * org + d * loc for a, b, _, c, _, d, _ in rows]
            last[1] += rows[1][2] * in_per
            last[2] += rows[2][2] * in_per
            last[3] += rows[3][4] * in_org
            last[4] += rows[4][4] * in_org
            last[5] += rows[5][6] * in_loc
            last[6] += rows[6][6] * in_loc
            backward.append(last)
        backward.reverse()
        return backward
