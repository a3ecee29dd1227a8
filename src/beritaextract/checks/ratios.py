"""What several families compute alike: the share in percent, of intervals."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.interval import Interval, exact

__all__ = ["HUNDRED", "percentage"]

HUNDRED = exact(100)


def percentage(operands: Sequence[Interval]) -> Interval:
    """What percentage the first is of the second.

    >>> percentage([exact(640), exact(3200)]) == exact(20)
    True
    """
    part, whole = operands
    return part / whole * HUNDRED
