"""What several families compute alike, of intervals: the share in percent, so many times an amount."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.interval import Interval, exact

__all__ = ["HUNDRED", "difference", "multiplied", "percentage"]

HUNDRED = exact(100)


def percentage(operands: Sequence[Interval]) -> Interval:
    """What percentage the first is of the second.

    >>> percentage([exact(640), exact(3200)]) == exact(20)
    True
    """
    part, whole = operands
    return part / whole * HUNDRED


def difference(operands: Sequence[Interval]) -> Interval:
    """What is left of the first without the others.

    >>> difference([exact(500), exact(120), exact(80)]) == exact(300)
    True
    """
    rest = operands[0]
    for each in operands[1:]:
        rest = rest - each
    return rest


def multiplied(operands: Sequence[Interval]) -> Interval:
    """What a number of things with an amount for each comes to.

    >>> multiplied([exact(120), exact(5)]) == exact(600)
    True
    """
    number, amount = operands
    return number * amount
