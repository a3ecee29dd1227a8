"""Sums of which a run of parts has a whole of its own nearer by: the parts of two sums that also come to a third."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from beritaextract.facts.breakdowns.readings import Reading
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Number

__all__ = ["Places", "has_nearer_whole", "places_of"]

Places = Mapping[tuple[str, Number], Sequence[int]]
"""Where figures stand, by their kinds and what they say."""

_FEWEST, _MOST = 3, 20
_DIGITS = 3
"""Figures of fewer are soon as many as some others together."""


def places_of(sketch: Sketch) -> Places:
    """The places of all figures that chance hardly makes a sum of others."""
    found: dict[tuple[str, Number], list[int]] = {}
    for item in sketch.items:
        value = item.quantity.value
        if value and len(str(value).strip("0")) >= _DIGITS:
            found.setdefault((item.quantity.kind, value), []).append(item.place)
    return found


def has_nearer_whole(reading: Reading, places: Places) -> bool:
    """Whether some but not all parts, side by side, come to a figure that stands nearer to them than the whole does."""
    parts, whole = reading.items, reading.whole.item
    if not _FEWEST <= len(parts) <= _MOST:
        return False
    own = {whole.place, *(part.place for part in parts)}
    sums = [0, *accumulate(part.quantity.value or 0 for part in parts)]
    for first in range(len(parts) - 1):
        for last in range(first + 2, len(parts) + (first > 0)):
            run = parts[first:last]
            same = places.get((whole.quantity.kind, sums[last] - sums[first]), ())
            if any(place not in own and _apart(place, run) < _apart(whole.place, run) for place in same):
                return True
    return False


def _apart(place: int, run: Sequence[Item]) -> int:
    """How far a place is from a run of parts, on either side."""
    return max(run[0].place - place, place - run[-1].place, 0)
