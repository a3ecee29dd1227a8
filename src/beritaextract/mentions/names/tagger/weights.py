"""The trained numbers: weights of features and transitions, as one file of the package."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from beritaextract.errors import RuleError
from beritaextract.mentions.names import stored
from beritaextract.mentions.names.tagger import features

__all__ = ["LABELS", "MIDDLE", "SCALE", "SHIPPED", "Weights", "follows", "load", "packed", "parted", "save"]

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SCALE = 256
"""Weights are whole numbers of 1/256; a sum of them for seven labels is one integer of seven 16-bit fields."""

MIDDLE = sum(1 << 15 + 16 * label for label in range(len(LABELS)))
"""Added to packed weights, it keeps every field positive."""

_PLACE = 16 * len(LABELS)
_PLACES = tuple(_PLACE * place for place in range(len(features.PLACES)))
_ONE_PLACE = (1 << _PLACE) - 1
_POSITIVE = sum(MIDDLE << place for place in _PLACES)

SHIPPED = Path(__file__).parent.with_name("data") / "names.bin"


class _Stored(msgspec.Struct):
    version: int
    names: dict[str, str]
    masks: bytes
    values: bytes
    transitions: list[list[int]]


@dataclass(frozen=True, slots=True)
class Weights:
    """What a model has learnt.

    Attributes:
        words: Feature of a word → its packed weights at all places; a sum of them is for :func:`parted`.
        positions: Feature of a position → its packed weights.
        transitions: Label → label → weight.
    """

    words: Mapping[str, int]
    positions: Mapping[str, int]
    transitions: Sequence[Sequence[int]]


def packed(values: Mapping[int, int]) -> int:
    """Label number → weight as one integer; sums of packed integers are packed sums.

    >>> packed({0: 3, 1: -2}) + packed({1: 2}) == packed({0: 3})
    True
    """
    return sum(value << 16 * label for label, value in values.items())


def parted(total: int) -> tuple[int, ...]:
    """The packed weights at each of :data:`features.PLACES`, of a sum of weights at all of them.

    >>> parted(packed({1: -2}) + (packed({0: 3}) << _PLACE)) == (packed({1: -2}), packed({0: 3}), 0, 0, 0)
    True
    """
    total += _POSITIVE
    return tuple([(total >> place & _ONE_PLACE) - MIDDLE for place in _PLACES])


def follows(before: int, after: int) -> bool:
    """Whether a label may stand after another: the inside of a name only after its begin or inside."""
    return after in (0, 1, 3, 5) or before in (after - 1, after)


def save(
    path: Path, weights: Mapping[str, Mapping[str, Mapping[int, int]]], transitions: Sequence[Sequence[int]]
) -> None:
    """Writes one file; the same content gives the same bytes.

    Args:
        path: The file.
        weights: Place → feature → label number → weight.
        transitions: Label → label → weight.
    """
    masks, numbers = bytearray(), array("h")
    names = {place: sorted(weights.get(place, ())) for place in (*features.PLACES, features.POSITION)}
    for place, listed in names.items():
        for name in listed:
            values = {label: value for label, value in sorted(weights[place][name].items()) if value}
            masks.append(sum(1 << label for label in values))
            numbers.extend(values.values())
    content = _Stored(
        version=features.VERSION,
        names={place: "\n".join(listed) for place, listed in names.items()},
        masks=bytes(masks),
        values=numbers.tobytes(),
        transitions=[list(row) for row in transitions],
    )
    stored.write(path, content)


@lru_cache(maxsize=1)
def load(path: Path = SHIPPED) -> Weights:
    """The weights of a file, by default those that come with the package.

    Raises:
        RuleError: The file is missing, broken or made for other features.
    """
    content = stored.read(path, _Stored, "weights")
    if content.version != features.VERSION:
        made = f"made for features {content.version}, the code has {features.VERSION}"
        raise RuleError(f"{path.name}: {made}; train again: make train")
    sums = _sums(content)
    positions: dict[str, int] = {}
    known: dict[str, int] = {}
    get = known.get
    for place, names in content.names.items():
        here = dict(zip(names.split(), sums, strict=False))
        if place == features.POSITION:
            positions = here
            continue
        shift = _PLACE * list(features.PLACES).index(place)
        for name, values in here.items():
            known[name] = get(name, 0) + (values << shift)
    return Weights(known, positions, content.transitions)


def _sums(content: _Stored) -> Iterator[int]:
    """The packed weights of all features in their order."""
    numbers = array("h")
    numbers.frombytes(content.values)
    shifts = [tuple(16 * label for label in range(len(LABELS)) if mask >> label & 1) for mask in range(128)]
    at = 0
    for mask in content.masks:
        total = 0
        for shift in shifts[mask]:
            total += numbers[at] << shift
            at += 1
        yield total
