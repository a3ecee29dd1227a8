"""Intervals: the bounds of printed figures, at and around the rounding edge, and their arithmetic."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from beritaextract.interval import (
    Interval,
    approximate,
    bounds,
    exact,
    rounded,
    truncated,
    unit_of_last_digit,
)
from beritaextract.model import Modifier

D = Decimal

BOUNDS: list[tuple[int | Decimal, int | Decimal, Modifier, tuple[object, object]]] = [
    (382_746, 0, "exact", (382_746, 382_746)),
    (336 * 10**9, 10**9, "exact", (335_500_000_000, 336_500_000_000)),
    (1_500_000, 100_000, "exact", (1_450_000, 1_550_000)),
    (D("69.81"), D("0.01"), "exact", (D("69.805"), D("69.815"))),
    (5, 1, "exact", (D("4.5"), D("5.5"))),
    (D("5.5"), 1, "exact", (5, 6)),
    (12, D("0.1"), "exact", (D("11.95"), D("12.05"))),
    (-5, 0, "exact", (-5, -5)),
    (500, 0, "about", (400, 600)),
    (1106, 0, "about", (1105, 1107)),
    (1_500_000, 100_000, "about", (1_400_000, 1_600_000)),
    (D("2.5"), D("0.1"), "about", (D("2.4"), D("2.6"))),
    (0, 0, "about", (0, 0)),
    (42_000_000, 10**6, "at_most", (None, 42_000_000)),
    (42_000_000, 10**6, "at_least", (42_000_000, None)),
    (10**30 - 1, 0, "exact", (10**30 - 1, 10**30 - 1)),
    (D(f"{2**90}.5"), D("0.1"), "exact", (D(f"{2**90}.45"), D(f"{2**90}.55"))),
]


@pytest.mark.parametrize(("value", "step", "modifier", "ends"), BOUNDS)
def test_a_printed_figure_has_these_bounds(
    value: int | Decimal, step: int | Decimal, modifier: Modifier, ends: tuple[object, object]
) -> None:
    found = bounds(value, step, modifier)
    assert found == ends
    assert [type(end) for end in found] == [type(end) for end in ends]


def test_hampir_and_nyaris_reach_downwards_only() -> None:
    assert bounds(500, 0, "about", downwards=True) == (400, 500)
    assert approximate(500, downwards=True) == Interval.of(400, 500)


def test_a_range_and_a_malformed_figure_have_no_bounds_of_their_own() -> None:
    assert bounds(5, 0, "range") == (None, None)
    assert bounds(None, 0, "exact") == (None, None)


def test_the_last_digit_that_is_not_nought_counts() -> None:
    units: dict[int | Decimal, int | Decimal] = {0: 0, 7: 1, 70: 10, 1_500_000: 100_000, -30: 10}
    units |= {D("69.80"): D("0.1"), D("1E+3"): 1000, D("0.005"): D("0.001")}
    assert {value: unit_of_last_digit(value) for value in units} == units


def test_rounding_keeps_both_edges_and_cutting_the_lower_one() -> None:
    half = rounded(D("5.2"), D("0.1"))
    assert D("5.15") in half
    assert D("5.25") in half
    assert D("5.2501") not in half
    cut = truncated(307, 1)
    assert 307 in cut
    assert D("307.999") in cut
    assert 308 not in cut
    assert D("306.999") not in cut
    assert D("-307.9") in truncated(-307, 1)
    assert -308 not in truncated(-307, 1)
    assert truncated(5, 0) == exact(5)


def test_open_ends_meet_only_from_inside() -> None:
    assert truncated(307, 1).overlaps(truncated(308, 1)) is False
    assert truncated(307, 1).overlaps(rounded(308, 1))
    assert exact(308).overlaps(rounded(307, 2))
    assert Interval.of(None, 5).overlaps(Interval.of(5, None))
    assert not Interval.of(None, 5).overlaps(Interval.of(6, None))
    assert truncated(307, 1) in Interval.of(307, 308)
    assert Interval.of(307, 308) not in truncated(307, 1)
    assert Interval.of(None, 5) not in Interval.of(0, 5)


def test_a_growth_that_no_rounding_saves() -> None:
    before, after = rounded(D("6.4"), D("0.1")), rounded(D("7.1"), D("0.1"))
    growth = (after / before - exact(1)) * exact(100)
    assert not growth.overlaps(rounded(16, 1))
    assert growth.overlaps(rounded(11, 1))


def test_division_knows_nought() -> None:
    with pytest.raises(ZeroDivisionError):
        exact(1) / exact(0)
    assert exact(1) / Interval.of(-1, 2) == Interval(None, None)
    assert exact(1) / Interval.of(0, 2) == Interval.of(D("0.5"), None)
    assert exact(1) / Interval.of(2, None) == Interval(Fraction(0), Fraction(1, 2), low_open=True)
    assert exact(1) / Interval.of(-4, 0) == Interval.of(None, D("-0.25"))


def test_the_hull_holds_both() -> None:
    assert exact(5).hull(Interval.of(7, None)) == Interval.of(5, None)
    assert truncated(5, 1).hull(exact(6)) == Interval.of(5, 6)


_numbers = st.fractions(-50, 50, max_denominator=20)
_ends = st.none() | _numbers


@st.composite
def _intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(_ends), draw(_ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    shut = low is not None and low == high
    low_open = low is not None and not shut and draw(st.booleans())
    high_open = high is not None and not shut and draw(st.booleans())
    return Interval(low, high, low_open, high_open)


@given(_intervals(), _intervals(), _numbers, _numbers)
def test_arithmetic_holds_every_result(mine: Interval, theirs: Interval, x: Fraction, y: Fraction) -> None:
    assume(x in mine and y in theirs)
    assert x + y in mine + theirs
    assert x - y in mine - theirs
    assert x * y in mine * theirs
    assert x in mine.hull(theirs)
    assert y in mine.hull(theirs)
    if y != 0:
        assert x / y in mine / theirs


@given(_intervals(), _intervals(), _numbers)
def test_what_lies_in_both_shows_that_they_overlap(mine: Interval, theirs: Interval, x: Fraction) -> None:
    assert mine.overlaps(theirs) == theirs.overlaps(mine)
    if x in mine and x in theirs:
        assert mine.overlaps(theirs)
    if mine in theirs:
        assert mine.overlaps(theirs)


@given(_numbers, _numbers, _numbers, _numbers)
def test_closed_products_reach_their_ends(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> None:
    mine, theirs = exact(a).hull(exact(b)), exact(c).hull(exact(d))
    corners = [a * c, a * d, b * c, b * d]
    assert mine * theirs == Interval(min(corners), max(corners))


@given(st.decimals(-(10**6), 10**6, places=2), st.sampled_from([D(0), D(1), D("0.01"), D(1000)]))
def test_bounds_agree_with_the_rounded_interval(value: Decimal, step: Decimal) -> None:
    low, high = bounds(value, step, "exact")
    assert Interval.of(low, high) == rounded(value, step)
    low, high = bounds(value, step, "about")
    assert Interval.of(low, high) == approximate(value)
