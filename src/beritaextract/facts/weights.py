"""Small signs around a figure and what they weigh: weights learnt from articles with gold, kept in a file of lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from math import exp, fsum
from pathlib import Path

from beritaextract.errors import RuleError
from beritaextract.facts.sketch import Item, Sketch

__all__ = ["around", "likelihood", "load", "tokens"]

_WORD = re.compile(r"[^\W\d_]+|[\uE000-\uE008();:“”\"]")
_SUFFIXES = ("kannya", "nya", "kan")
_LEAST = 5
"""Letters that a word keeps when it loses a suffix."""
_BEHIND = 4
_NEAR = 3


def around(sketch: Sketch, item: Item, fellows: Sequence[Item]) -> set[str]:
    """What is seen around a figure in its sentence, up to the next of its ``fellows`` there, and how it is printed."""
    text = sketch.text
    start, end = sketch.sentences[item.sentence]
    others = [each.place for each in fellows]
    last = max((place for place in others if place < item.place), default=start - 1) + 1
    following = min((place for place in others if place > item.place), default=end)
    before, after = list(tokens(text, start, item.place)), list(tokens(text, item.place + 1, following))
    found = {f"L={word}" for word in before}
    found.update(f"N={word}" for word in tokens(text, last, item.place))
    found.update(f"{at}L={word}" for at, word in enumerate(reversed(before[-_NEAR:])))
    found.update(f"R={word}" for word in after)
    found.update(f"{at}R={word}" for at, word in enumerate(after[:_BEHIND]))
    found.add(f"modifier={item.quantity.modifier}")
    found.add(f"digits={len(str(int(item.quantity.value or 0)))}")
    if item.quantity.per:
        found.add("per")
    return found


def tokens(text: str, start: int, end: int) -> Iterator[str]:
    """The words and symbols between two places, in small letters and without endings."""
    for found in _WORD.finditer(text, start, end):
        word = found.group().lower()
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST:
                word = word[: -len(suffix)]
                break
        yield word


def likelihood(seen: Collection[str], weights: Mapping[str, float]) -> float:
    """How likely something is, from 0 to 1, by what is seen of it, in whatever order."""
    total = weights[""] + fsum(weights[name] for name in seen if name in weights)
    return 1 / (1 + exp(-total))


@cache
def load(path: Path, version: str, remedy: str) -> Mapping[str, float]:
    """The weights of features, ``""`` for what is added always.

    Args:
        path: One feature a line, behind the line of its version.
        version: What that line must say.
        remedy: What to do where it does not.

    Raises:
        RuleError: The file is missing or made for other features.
    """
    try:
        stated, *lines = path.read_text(encoding="utf-8").splitlines()
        weights = {name: float(weight) for name, _, weight in (line.rpartition("\t") for line in lines)}
    except (OSError, ValueError) as problem:
        raise RuleError(f"{path.name}: no weights that can be read ({problem}); {remedy}") from problem
    if stated != version:
        raise RuleError(f"{path.name}: weights made for other features; {remedy}")
    return weights
