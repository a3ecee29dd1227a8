"""Intervals of exact fractions: what a printed number can stand for, and arithmetic on it.

A rounded figure reaches half a unit of its last printed place either way, a cut one a whole unit away from
zero, an approximate one a unit of its last digit that is not nought.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from beritaextract.model import Modifier

__all__ = ["Interval", "approximate", "bounds", "exact", "rounded", "truncated", "unit_of_last_digit"]

Amount = int | Decimal | Fraction
_WIDE = Context(prec=120)
_HALF = Decimal("0.5")
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class _End:
    """One end: ``infinite`` is -1, 0 or 1, and then ``value`` is nought."""

    infinite: int
    value: Fraction
    open: bool

    def __mul__(self, other: _End) -> _End:
        sign = _sign(self) * _sign(other)
        if sign == 0:
            closed = (_sign(self) == 0 and not self.open) or (_sign(other) == 0 and not other.open)
            return _End(0, _ZERO, not closed)
        if self.infinite or other.infinite:
            return _End(sign, _ZERO, True)
        return _End(0, self.value * other.value, self.open or other.open)


def _sign(end: _End) -> int:
    return end.infinite or (end.value > 0) - (end.value < 0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``; ``None`` is an end without limit.

    The ends belong to it unless ``low_open`` or ``high_open`` says otherwise.

    >>> Interval.of(1, 2) + Interval.of(Decimal("0.5"), None)
    Interval(low=Fraction(3, 2), high=None, low_open=False, high_open=False)
    >>> Interval.of(6, 7) in Interval.of(6, None), Fraction(13, 2) in Interval.of(6, 7)
    (True, True)
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(cls, low: Amount | None, high: Amount | None) -> Interval:
        return cls(None if low is None else Fraction(low), None if high is None else Fraction(high))

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.low is not None and other.low is not None and self.low > 0 and other.low > 0:
            opens_low = self.low_open or other.low_open
            if self.high is None or other.high is None:
                return Interval(self.low * other.low, None, opens_low)
            opens_high = self.high_open or other.high_open
            return Interval(self.low * other.low, self.high * other.high, opens_low, opens_high)
        products = [mine * theirs for mine in self._ends() for theirs in other._ends()]
        # Where two products are equal, the closed one is reached, so it is the end.
        low = min(products, key=lambda end: (end.infinite, end.value, end.open))
        high = max(products, key=lambda end: (end.infinite, end.value, not end.open))
        return Interval(
            None if low.infinite else low.value,
            None if high.infinite else high.value,
            low.open and not low.infinite,
            high.open and not high.infinite,
        )

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients; a divisor with nought inside gives every number.

        Raises:
            ZeroDivisionError: The divisor is nought alone.
        """
        return self * other._reciprocal()

    def __contains__(self, item: Interval | Amount) -> bool:
        other = item if isinstance(item, Interval) else Interval.of(item, item)
        below = self.low is None or (
            other.low is not None
            and (self.low < other.low or (self.low == other.low and self.low_open <= other.low_open))
        )
        above = self.high is None or (
            other.high is not None
            and (self.high > other.high or (self.high == other.high and self.high_open <= other.high_open))
        )
        return below and above

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both.

        >>> rounded(Decimal("5.2"), Decimal("0.1")).overlaps(Interval.of(Decimal("5.25"), None))
        True
        >>> truncated(307, 1).overlaps(Interval.of(308, 308))
        False
        """
        return _reaches(self, other) and _reaches(other, self)

    def hull(self, other: Interval) -> Interval:
        """The least interval that holds both."""
        low = min(self._ends()[0], other._ends()[0], key=lambda end: (end.infinite, end.value, end.open))
        high = max(self._ends()[1], other._ends()[1], key=lambda end: (end.infinite, end.value, not end.open))
        return Interval(
            None if low.infinite else low.value,
            None if high.infinite else high.value,
            low.open and not low.infinite,
            high.open and not high.infinite,
        )

    def _ends(self) -> tuple[_End, _End]:
        return (
            _End(-1, _ZERO, True) if self.low is None else _End(0, self.low, self.low_open),
            _End(1, _ZERO, True) if self.high is None else _End(0, self.high, self.high_open),
        )

    def _reciprocal(self) -> Interval:
        if self.low == 0 == self.high:
            raise ZeroDivisionError("division by an interval that is nought alone")
        if (self.low is None or self.low < 0) and (self.high is None or self.high > 0):
            return Interval(None, None)
        low = None if self.high == 0 else _ZERO if self.high is None else 1 / self.high
        high = None if self.low == 0 else _ZERO if self.low is None else 1 / self.low
        return Interval(
            low, high, self.high is None or (self.high_open and low is not None), self._opens_high(high)
        )

    def _opens_high(self, high: Fraction | None) -> bool:
        return self.low is None or (self.low_open and high is not None)


def _reaches(lower: Interval, upper: Interval) -> bool:
    """Whether ``lower`` starts no later than ``upper`` ends."""
    if lower.low is None or upper.high is None or lower.low < upper.high:
        return True
    return lower.low == upper.high and not lower.low_open and not upper.high_open


def exact(value: Amount) -> Interval:
    return Interval.of(value, value)


def rounded(value: Amount, step: Amount) -> Interval:
    """What rounds to ``value`` when the last printed place is worth ``step``.

    >>> rounded(336, 1)
    Interval(low=Fraction(671, 2), high=Fraction(673, 2), low_open=False, high_open=False)
    """
    half = Fraction(step) / 2
    return Interval(Fraction(value) - half, Fraction(value) + half)


def truncated(value: Amount, step: Amount) -> Interval:
    """What is cut to ``value``: up to the next printed figure away from zero, which itself is out.

    >>> Decimal("307.9") in truncated(307, 1), 308 in truncated(307, 1)
    (True, False)
    """
    point, unit = Fraction(value), Fraction(step)
    if unit == 0:
        return Interval(point, point)
    if point < 0:
        return Interval(point - unit, point, low_open=True)
    return Interval(point, point + unit, high_open=True)


def approximate(value: int | Decimal, *, downwards: bool = False) -> Interval:
    """What "sekitar" lets the value be; with ``downwards`` what "hampir" and "nyaris" do.

    >>> approximate(500)
    Interval(low=Fraction(400, 1), high=Fraction(600, 1), low_open=False, high_open=False)
    >>> approximate(1106, downwards=True)
    Interval(low=Fraction(1105, 1), high=Fraction(1106, 1), low_open=False, high_open=False)
    """
    point, unit = Fraction(value), Fraction(unit_of_last_digit(value))
    return Interval(point - unit, point if downwards else point + unit)


def unit_of_last_digit(value: int | Decimal) -> int | Decimal:
    """The place value of the last digit that is not nought; 0 for nought.

    >>> unit_of_last_digit(1500000), unit_of_last_digit(Decimal("69.80")), unit_of_last_digit(1106)
    (100000, Decimal('0.1'), 1)
    """
    if not value:
        return 0
    _, digits, exponent = Decimal(value).as_tuple()
    assert isinstance(exponent, int)
    exponent += len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return 10**exponent if exponent >= 0 else Decimal((0, (1,), exponent))


def bounds(
    value: int | Decimal | None, step: int | Decimal, modifier: Modifier, *, downwards: bool = False
) -> tuple[int | Decimal | None, int | Decimal | None]:
    """The ends that a printed figure and its modifier allow; ``None`` where there is no limit.

    A range brings its own ends, so for it both are ``None``. ``downwards`` is for "hampir" and "nyaris".

    >>> bounds(336000000000, 1000000000, "exact")
    (335500000000, 336500000000)
    >>> bounds(Decimal("69.81"), Decimal("0.01"), "exact")
    (Decimal('69.805'), Decimal('69.815'))
    >>> bounds(42000000, 1000000, "at_most"), bounds(500, 0, "about")
    ((None, 42000000), (400, 600))
    """
    if value is None or modifier == "range":
        return None, None
    if modifier == "at_most":
        return None, value
    if modifier == "at_least":
        return value, None
    if modifier == "about":
        unit = unit_of_last_digit(value)
        return _plus(value, -unit), value if downwards else _plus(value, unit)
    if not step:
        return value, value
    half = step // 2 if isinstance(step, int) and step % 2 == 0 else _WIDE.multiply(Decimal(step), _HALF)
    return _plus(value, -half), _plus(value, half)


def _plus(value: int | Decimal, amount: int | Decimal) -> int | Decimal:
    if isinstance(value, int) and isinstance(amount, int):
        return value + amount
    total = _WIDE.add(Decimal(value), Decimal(amount))
    whole = int(total)
    return whole if total == whole else total
