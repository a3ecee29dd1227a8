"""Numbers: tables by where their rows come from, properties, hostile text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritaextract import values
from beritaextract.values import (
    SCALES,
    parse_date,
    parse_duration,
    parse_money,
    parse_number,
    parse_ordinal,
    read_amount,
    read_date,
    read_number,
)

D = Decimal

# text, value, step
SEEN_IN_NEWS: list[tuple[str, int | Decimal, int | Decimal]] = [
    ("382.746", 382_746, 0),
    ("22241", 22_241, 0),
    ("0", 0, 0),
    ("1.234,5", D("1234.5"), D("0.1")),
    ("69,81", D("69.81"), D("0.01")),
    ("0,24", D("0.24"), D("0.01")),
    ("12,0", 12, D("0.1")),
    ("1,5 juta", 1_500_000, 100_000),
    ("336 miliar", 336_000_000_000, 10**9),
    ("2,5 MILIAR", 2_500_000_000, 100_000_000),
    ("4,6 trilyun", 4_600_000_000_000, 10**11),
    ("35 ribu", 35_000, 1000),
    ("500rb", 500_000, 1000),
    ("1.500 juta", 1_500_000_000, 10**6),
    ("1.234,5 ribu", 1_234_500, 100),
    ("2 juta 500 ribu", 2_500_000, 1000),
    ("2 juta 500 ribu 250", 2_500_250, 0),
    ("42.000,-", 42_000, 0),
    ("1.200.000,--", 1_200_000, 0),
    ("42.000.000,00", 42_000_000, 0),
    ("933.776.716.613,45", D("933776716613.45"), D("0.01")),
    ("12 (dua belas)", 12, 0),
    ("dua belas (12)", 12, 0),
    ("2 (dua) juta", 2_000_000, 10**6),
    ("satu", 1, 0),
    ("nol", 0, 0),
    ("dua puluh lima", 25, 0),
    ("tiga ratus sebelas", 311, 0),
    ("seribu lima ratus", 1500, 0),
    ("seratus ribu", 100_000, 1000),
    ("tiga juta", 3_000_000, 10**6),
    ("sejuta", 1_000_000, 10**6),
    ("semiliar", 10**9, 10**9),
    ("setriliun", 10**12, 10**12),
    ("dua ribu triliun", 2 * 10**15, 10**15),
    ("dua koma lima juta", 2_500_000, 100_000),
    ("lima koma dua puluh lima", D("5.25"), D("0.01")),
    ("nol koma nol lima", D("0.05"), D("0.01")),
    ("setengah juta", 500_000, 100_000),
    ("satu setengah juta", 1_500_000, 100_000),
    ("dua juta setengah", 2_500_000, 100_000),
    ("tiga perempat", D("0.75"), D("0.01")),
    ("minus dua koma lima", D("-2.5"), D("0.1")),
    ("-123", -123, 0),
    ("−0,5", D("-0.5"), D("0.1")),
    ("negatif 3", -3, 0),
    ("dua lusin", 24, 0),
]  # fmt: skip

DECIMAL_POINTS: list[tuple[str, str | None]] = [
    ("0.79", "0.79"),
    ("0.125", "0.125"),
    ("3.5 juta", "3500000"),
    ("12.31", "12.31"),
    ("1.500", "1500"),
    ("1,500", "1.500"),
    ("103.300", "103300"),
    ("082.746", "82746"),
    ("12,300.01", "12300.01"),
    ("1,500,000", "1500000"),
    ("1.2345", None),
]

MALFORMED = [
    "1.1508,02",
    "12.5000",
    "41..872",
    "382. 746",
    "1.23.456",
    "1.234.56",
    "12,34,5",
    "1.234,5,6",
    "0.500.000",
    "35.186 ribu",
    "37.705.000 juta",
    "1.1508,02 triliun",
    "15.25.50",
    "1,",
]  # fmt: skip

NO_NUMBERS = [
    "",
    " ",
    "x",
    "juta",
    "koma",
    "puluh",
    "dua tiga",
    "dua puluh sepuluh",
    "2-1",
    "ratusan",
    "ke-77",
    "Rp5",
]
NO_NUMBERS += [
    "juta juta",
    "dua juta tiga juta",
    "tiga ribu juta juta",
    "lima (banyak)",
    "(",
    "5 (",
    "seorang",
    "-",
]


@pytest.mark.parametrize(("text", "value", "step"), SEEN_IN_NEWS)
def test_a_printed_number_has_this_value_and_step(
    text: str, value: int | Decimal, step: int | Decimal
) -> None:
    reading = read_number(text)
    assert reading is not None
    assert (reading.value, reading.step, reading.malformed) == (value, step, False)
    assert type(reading.value) is type(value)
    assert parse_number(text) == value


@pytest.mark.parametrize(("text", "value"), DECIMAL_POINTS)
def test_a_dot_is_a_decimal_point_only_where_nothing_else_fits(text: str, value: str | None) -> None:
    assert parse_number(text) == (None if value is None else D(value))


@pytest.mark.parametrize("text", MALFORMED)
def test_a_broken_figure_is_reported_and_has_no_value(text: str) -> None:
    reading = read_number(text)
    assert reading is not None
    assert reading.malformed
    assert reading.value is None
    assert parse_number(text) is None


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert read_number(text) is None
    assert parse_number(text) is None


def test_the_scale_word_may_come_apart_from_the_span() -> None:
    assert read_number("1,5", "juta") == read_number("1,5 juta")
    assert read_number("dua", "Miliar") == read_number("dua miliar")
    assert read_number("5", "M") == (5 * 10**9, 10**9, False)
    assert read_number("35.186", "ribu") == (None, 0, True)
    assert read_number("5", "orang") is None


def test_single_letters_are_scales_only_for_money() -> None:
    assert read_number("5 M") is None
    assert read_amount("5 M") == (5 * 10**9, 10**9, False)
    assert read_amount("2,5 t") == (2_500_000_000_000, 10**11, False)


def test_ordinals_have_a_rank() -> None:
    ranks = {
        "pertama": 1,
        "Kedua": 2,
        "ke-277": 277,
        "kedua belas": 12,
        "ke": None,
        "kepala": None,
        "dua": None,
    }
    assert {text: parse_ordinal(text) for text in ranks} == ranks


_SMALL = [
    "",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]


def _in_words(number: int) -> str:
    if number < 12:
        words = _SMALL[number]
    elif number < 20:
        words = f"{_SMALL[number - 10]} belas"
    elif number < 100:
        words = f"{_SMALL[number // 10]} puluh {_in_words(number % 10)}"
    elif number < 1000:
        head = "seratus" if number < 200 else f"{_SMALL[number // 100]} ratus"
        words = f"{head} {_in_words(number % 100)}"
    else:
        scale, name = next(
            (10**power, name)
            for power, name in ((12, "triliun"), (9, "miliar"), (6, "juta"), (3, "ribu"))
            if number >= 10**power
        )
        head = "seribu" if number < 2000 else f"{_in_words(number // scale)} {name}"
        words = f"{head} {_in_words(number % scale)}"
    return words.strip()


@given(st.integers(0, 10**15 - 1))
def test_every_number_in_digits_comes_back(number: int) -> None:
    dotted = f"{number:,}".replace(",", ".")
    assert read_number(dotted) == (number, 0, False)
    assert read_number(str(number)) == (number, 0, False)
    assert parse_number(f"-{dotted}") == -number


@given(st.integers(1, 10**15 - 1))
def test_every_number_in_words_comes_back(number: int) -> None:
    reading = read_number(_in_words(number))
    assert reading is not None
    assert reading.value == number
    assert reading.step == next((s for s in (10**12, 10**9, 10**6, 1000) if number % s == 0), 0)


@given(
    st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False), st.sampled_from(sorted(SCALES))
)
def test_every_scaled_decimal_comes_back_exactly(number: Decimal, scale: str) -> None:
    printed = f"{number:,}".translate(str.maketrans(",.", ".,"))
    reading = read_number(printed, scale)
    assert reading is not None
    assert reading.value == number * 10 ** SCALES[scale]
    assert reading.step == D(10) ** (SCALES[scale] - 3)


@given(st.text(max_size=60) | st.text("0123456789.,- Rpjutadkoml()%/:", max_size=60))
def test_no_text_breaks_a_reader(text: str) -> None:
    for parse in (
        parse_number,
        parse_money,
        parse_date,
        parse_duration,
        parse_ordinal,
        read_number,
        read_date,
    ):
        parse(text)
    parse_date(text, "2025-08-06T12:00")


HOSTILE = [
    "9" * 100_000,
    "1." * 50_000,
    "1,5" * 30_000,
    "dua " * 10_000,
    "se" * 50_000,
    "(" * 50_000,
    " " * 100_000,
]
HOSTILE += [
    "Rp" + "1" * 100_000,
    "1 juta " * 10_000,
    "Senin " * 10_000,
    "1/" * 50_000,
    "puluh" * 20_000,
    "9e9" * 9999,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{text[:8]}x{len(text)}")
def test_hostile_text_costs_little_and_raises_nothing(text: str) -> None:
    start = time.process_time()
    for parse in (
        parse_number,
        parse_money,
        parse_date,
        parse_duration,
        parse_ordinal,
        read_amount,
        read_date,
    ):
        assert parse(text) is None or (parse is read_amount and read_amount(text) == (None, 0, True))
    assert parse_date(text, "2025-08-06") is None
    assert time.process_time() - start < 1


def test_more_than_thirty_digits_are_malformed() -> None:
    assert read_number("9" * 30) == (10**30 - 1, 0, False)
    assert read_number("9" * 31) == (None, 0, True)
    assert read_number("1,5", "kuadriliun") == (15 * 10**14, 10**14, False)


def test_the_public_names_are_all_there() -> None:
    assert values.__all__ == sorted(
        values.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name)
    )
    assert all(hasattr(values, name) for name in values.__all__)
