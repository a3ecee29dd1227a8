"""What several families compute alike, of intervals: the share in percent, so many times an amount."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.interval import Interval, exact

__all__ = ["HUNDRED", "multiplied", "percentage"]

HUNDRED = exact(100)


def percentage(operands: Sequence[Interval]) -> Interval:
    """What percentage the first is of the second.

    >>> percentage([exact(640), exact(3200)]) == exact(20)
    True
    """
    part, whole = operands
    return part / whole * HUNDRED


def multiplied(operands: Sequence[Interval]) -> Interval:
    """What a number of things with an amount for each comes to.

    >>> multiplied([exact(120), exact(5)]) == exact(600)
    True
    """
    number, amount = operands
    return number * amount
