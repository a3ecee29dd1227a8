"""What the readers of names hand to one another."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Label", "Mention", "Proposal"]

Label: TypeAlias = Literal["PER", "ORG", "LOC"]


class Proposal(NamedTuple):
    """Words ``first`` to ``last`` (half-open) that a rule or a table is sure of.

    ``label`` is ``None`` where they are surely no name. ``entry`` is the key of a gazetteer row (a region code, an
    institution's full name), ``source`` the rule or table that says so.
    """

    first: int
    last: int
    label: Label | None
    source: str
    entry: str | None = None


class Mention(NamedTuple):
    """A name in the text: words ``first`` to ``last`` (half-open), with the model's confidence, 1 from a rule."""

    first: int
    last: int
    label: Label
    source: str
    entry: str | None = None
    score: float = 1.0
