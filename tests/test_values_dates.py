"""Dates: tables by where their rows come from, resolving against a reference day, properties."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritaextract.values import (
    MONTHS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    DateReading,
    add_time,
    parse_date,
    read_date,
    resolve,
)

WEDNESDAY = date(2025, 8, 6)

SEEN_IN_NEWS = {
    "23 September 2021": "2021-09-23",
    "23/9/2021": "2021-09-23",
    "(23/9)": "XXXX-09-23",
    "23-09-21": "2021-09-23",
    "23.09.2021": "2021-09-23",
    "2021-09-23": "2021-09-23",
    "23 Sept 2021": "2021-09-23",
    "Kamis (23/9/2021)": "2021-09-23",
    "Kamis, 23 September 2021": "2021-09-23",
    "KAMIS (23/09/2021)": "2021-09-23",
    "rabu (30/11/2016)": "2016-11-30",
    "minggu (3/8/2025)": "2025-08-03",
    "hari ini, Senin (4/8/2025)": "2025-08-04",
    "Kamis (14/8/2025) pagi": "2025-08-14",
    "Rabu (6/8/2025) dini hari tadi": "2025-08-06",
    "Jumat Kliwon, 11 Juli 2025": "2025-07-11",
    "3 Agt 2020": "2020-08-03",
    "1 Nop 2021": "2021-11-01",
    "2 Peb 2021": "2021-02-02",
    "Jum'at (1/9/2023)": "2023-09-01",
    "Jum’at (1/9)": "XXXX-09-01",
    "Ahad, 3 Maret 2024": "2024-03-03",
    "tanggal 16 Juni": "XXXX-06-16",
    "September 2021": "2021-09",
    "bulan Maret 2021": "2021-03",
    "September": "XXXX-09",
    "2021": "2021",
    "tahun 2022": "2022",
    "tahun anggaran 2022": "2022",
    "TA 2022": "2022",
    "T.A. 2022": "2022",
    "sejak 2022": "2022",
    "awal 2017": "2017",
    "medio 2016": "2016",
    "pertengahan tahun 2016": "2016",
    "akhir Maret 2025": "2025-03",
    "1990-an": "199X",
    "1990an": "199X",
    "tahun 90-an": "199X",
    "2000-an": "200X",
    "1900an": "19XX",
    "abad ke-21": "20XX",
    "triwulan III 2021": "2021-35",
    "triwulan ke-3 tahun 2021": "2021-35",
    "kuartal pertama 2021": "2021-33",
    "kuartal III/2021": "2021-35",
    "Q3 2021": "2021-35",
    "kuartal IV": "XXXX-36",
    "caturwulan II 2020": "2020-38",
    "semester I 2022": "2022-40",
    "semester II-2022": "2022-41",
    "paruh kedua 2022": "2022-41",
    "1-11 Juli 2025": "2025-07-01/2025-07-11",
    "1 s.d. 31 Mei 2021": "2021-05-01/2021-05-31",
    "1 s/d 31 Mei": "XXXX-05-01/XXXX-05-31",
    "12 dan 13 April 2023": "2023-04-12/2023-04-13",
    "Sabtu dan Minggu (9-10/8)": "XXXX-08-09/XXXX-08-10",
    "Senin (4/8/2025) hingga Rabu (6/8/2025)": "2025-08-04/2025-08-06",
    "28 Juli 2025 hingga 2 Agustus 2025": "2025-07-28/2025-08-02",
    "27 Agustus sampai 4 Oktober 2025": "2025-08-27/2025-10-04",
    "1 Januari sampai dengan 31 Desember 2025": "2025-01-01/2025-12-31",
    "20 Desember – 3 Januari 2025": "2024-12-20/2025-01-03",
    "2020-2024": "2020/2024",
    "antara 2020 dan 2024": "2020/2024",
    "tahun ajaran 2024/2025": "2024/2025",
    "2024/25": "2024/2025",
    "2022 sampai Agustus 2023": "2022/2023-08",
    "Januari hingga Maret 2021": "2021-01/2021-03",
    "Januari-Agustus 2023": "2023-01/2023-08",
    "Desember 2024 hingga Maret": "2024-12/2025-03",
    "triwulan I-III 2021": "2021-33/2021-35",
    "17 Mei 2023 sampai 17 April 2023": "2023-05-17/2023-04-17",
    "Kamis (14/8/2025) pukul 13.00 WIB": "2025-08-14T13:00",
    "14 Agustus 2025, sekitar pukul 7.05 Wita": "2025-08-14T07:05",
    "Sabtu 9 Agustus 2025 jam 7 malam": "2025-08-09T19:00",
    "12/08/2025 13:45": "2025-08-12T13:45",
    "14 Agustus 2025 pukul 08.00-10.00 WIB": "2025-08-14T08:00/2025-08-14T10:00",
    "Senin (4/8/2025) pukul 22.00 hingga 04.00 WIT": "2025-08-04T22:00/2025-08-05T04:00",
}

NO_DAY_OF_THE_CALENDAR = [
    "31 Februari 2021",
    "29 Februari 2023",
    "(31/4)",
    "9/22/2015",
    "0/5/2021",
    "1 Juli-32 Juli 2025",
]
NO_DAY_OF_THE_CALENDAR += [
    "kuartal V 2021",
    "semester III 2021",
    "pukul 25.00",
    "Rabu (20/8/20205)",
    "32-33 Mei 2021",
]

HIJRI = ["1445 Hijriah", "17 Ramadan 1445 H", "1 Syawal", "Ramadhan 1446 H"]
VAGUE = ["beberapa hari lalu", "beberapa pekan mendatang", "Senin-Jumat", "tanggal 14"]

NO_DATES = [
    "",
    " ",
    "5 persen",
    "tahun",
    "hari",
    "pagi",
    "lima hari",
    "setahun",
    "dua",
    "14",
    "kedua",
    "-",
    "an",
    "I",
]
NO_DATES += [
    "tahun politik",
    "dan",
    "5 tahun terakhir",
    "23 24",
    "100.000",
    "0",
    "9999",
    "1 2 3 4 5",
    "pukul",
]

# from the Wednesday 6 August 2025
RELATIVE = {
    "hari ini": "2025-08-06",
    "kemarin": "2025-08-05",
    "Kemarin malam": "2025-08-05",
    "kemarin lusa": "2025-08-04",
    "besok": "2025-08-07",
    "lusa": "2025-08-08",
    "tadi malam": "2025-08-05",
    "malam ini": "2025-08-06",
    "pagi tadi": "2025-08-06",
    "tiga hari lalu": "2025-08-03",
    "dua belas hari yang lalu": "2025-07-25",
    "3 hari lagi": "2025-08-09",
    "sehari sebelumnya": "2025-08-05",
    "pekan lalu": "2025-07-28/2025-08-03",
    "sepekan lalu": "2025-07-28/2025-08-03",
    "2 pekan lalu": "2025-07-21/2025-07-27",
    "minggu ini": "2025-08-04/2025-08-10",
    "akhir pekan ini": "2025-08-09/2025-08-10",
    "bulan ini": "2025-08",
    "bulan depan": "2025-09",
    "delapan bulan lalu": "2024-12",
    "tahun ini": "2025",
    "awal tahun lalu": "2024",
    "tahun depan": "2026",
    "20 tahun silam": "2005",
    "tahun sebelumnya": "2024",
    "Kamis": "2025-07-31",
    "Rabu": "2025-08-06",
    "Rabu lalu": "2025-07-30",
    "Kamis malam": "2025-07-31",
    "Senin lalu": "2025-08-04",
    "Senin kemarin": "2025-08-04",
    "Senin depan": "2025-08-11",
    "Rabu mendatang": "2025-08-13",
    "Senin pekan depan": "2025-08-11",
    "Kamis pekan lalu": "2025-07-31",
    "Jumat ini": "2025-08-08",
    "kemarin, Selasa": "2025-08-05",
    "minggu lalu": "2025-07-28/2025-08-03",
    "Minggu lalu": "2025-08-03",
    "3 Minggu lalu": "2025-07-14/2025-07-20",
    "besok pukul 12.00": "2025-08-07T12:00",
    "16 Juni": "2025-06-16",
    "28 Desember": "2025-12-28",
    "12 Februari": "2025-02-12",
    "17 Agustus mendatang": "2025-08-17",
    "17 Agustus lalu": "2024-08-17",
    "Maret tahun lalu": "2024-03",
    "kuartal I tahun depan": "2026-33",
    "semester pertama tahun ini": "2025-40",
    "tanggal 17 bulan ini": "2025-08-17",
    "tanggal 31 bulan depan": None,
    "kuartal II": "2025-34",
    "29 Februari": "2024-02-29",
    "Juli-September": "2025-07/2025-09",
    "20 Desember-3 Januari": "2025-12-20/2026-01-03",
    "Selasa (12/8) pukul 09.00": "2025-08-12T09:00",
    "Selasa pekan lalu (29/7)": "2025-07-29",
    "setahun yang lalu": "2024",
    "2 jam lalu": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), SEEN_IN_NEWS.items())
def test_a_printed_date_is_edtf(text: str, edtf: str) -> None:
    assert parse_date(text) == edtf


@pytest.mark.parametrize("text", NO_DAY_OF_THE_CALENDAR)
def test_an_impossible_date_has_no_value(text: str) -> None:
    assert parse_date(text, WEDNESDAY) is None


@pytest.mark.parametrize("text", HIJRI + VAGUE)
def test_a_date_that_cannot_be_fixed_is_a_date_without_value(text: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert resolve(reading, WEDNESDAY) is None


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_has_no_reading(text: str) -> None:
    assert read_date(text) is None
    assert parse_date(text, WEDNESDAY) is None


@pytest.mark.parametrize(("text", "edtf"), RELATIVE.items())
def test_a_relative_date_is_seen_from_the_reference(text: str, edtf: str | None) -> None:
    assert parse_date(text, WEDNESDAY) == edtf
    assert parse_date(text, "2025-08-06") == edtf
    unseen = parse_date(text)
    assert unseen is None or unseen.startswith("XXXX")


def test_an_impossible_date_keeps_its_figures_for_the_checks() -> None:
    assert read_date("Selasa (9/22/2015)") == DateReading(None, "Selasa", 9, 22, 2015)
    assert read_date("31 Februari 2021") == DateReading(None, None, 31, 2, 2021)
    assert read_date("Rabu (20/8/025)") == DateReading(None, "Rabu", 20, 8)


def test_an_interval_has_no_figures_of_a_single_day() -> None:
    assert read_date("Senin (4/8) hingga Rabu (6/8/2025)") == DateReading("2025-08-04/2025-08-06")


def test_what_was_told_before_is_marked() -> None:
    for text in ("tahun sebelumnya", "dua hari kemudian", "tahun itu"):
        reading = read_date(text)
        assert reading is not None
        assert reading.relative is not None
        assert reading.relative.anaphoric


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("pukul 07.55", "07:55"),
        ("7:30", "07:30"),
        ("pukul 20.00 WIB sampai dengan 22.00 WIB", "20:00/22:00"),
        ("pukul 10", "10:00"),
        ("19.30 WIT", "19:30"),
        ("pukul 9 pagi", "09:00"),
        ("jam 12 malam", "00:00"),
        ("3:25:50 sore", "15:25:50"),
        ("pukul 1 siang", "13:00"),
        ("pukul 24.00", "24:00"),
    ],
)
def test_a_clock_time_alone_has_no_date(text: str, clock: str) -> None:
    reading = read_date(text)
    assert reading == DateReading(time=clock)
    assert reading is not None
    assert resolve(reading, WEDNESDAY) is None


def test_a_reference_with_a_time_counts_hours_and_minutes() -> None:
    moment = datetime(2025, 8, 6, 12, 30)
    assert parse_date("2 jam lalu", moment) == "2025-08-06T10:30"
    assert parse_date("dalam 43 menit", moment) == "2025-08-06T13:13"
    assert parse_date("kemarin", moment) == "2025-08-05"
    assert parse_date("Kamis", "2025-08-06T12:30:00+07:00") == "2025-07-31"


def test_dateparser_reads_what_the_grammar_does_not_know() -> None:
    assert parse_date("baru saja", "2025-08-06T12:30") == "2025-08-06T12:30:00"
    assert parse_date("baru saja") is None


def test_a_weekday_chooses_between_the_years_around_a_far_date() -> None:
    # 20 January was a Saturday in 2024, a Monday in 2025.
    assert parse_date("20 Januari", date(2024, 7, 15)) == "2024-01-20"
    assert parse_date("Sabtu (20/1)", date(2024, 7, 25)) == "2024-01-20"
    assert parse_date("Senin (20/1)", date(2024, 7, 15)) == "2025-01-20"


def test_a_wrong_weekday_does_not_move_a_near_date() -> None:
    assert parse_date("Senin (11/9)", date(2022, 9, 13)) == "2022-09-11"


def test_a_reference_that_is_no_iso_date_is_an_error() -> None:
    with pytest.raises(ValueError, match="kemarin"):
        parse_date("besok", "kemarin")


def test_the_ends_of_the_calendar_raise_nothing() -> None:
    for day in (date.min, date.max):
        for text in RELATIVE:
            parse_date(text, day)
    assert parse_date("9000 tahun lalu", WEDNESDAY) is None


def test_a_time_is_put_on_days_only() -> None:
    assert add_time("2025-08", "13:00") == "2025-08"
    assert add_time("XXXX-08-14", "22:00/04:00") == "XXXX-08-14T22:00/XXXX-08-14T04:00"


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_day_of_the_calendar_comes_back(day: date, month: str) -> None:
    forms = [f"{day.day}/{day.month}/{day.year:04}", f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}"]
    forms += [f"{WEEKDAY_NAMES[day.weekday()]} ({form})" for form in forms]
    if MONTHS[month] == day.month:
        forms += [f"{day.day} {month} {day.year}", f"{day.day} {month.title()} {day.year}"]
    for form in forms:
        reading = read_date(form)
        assert reading is not None
        assert (reading.edtf, reading.day, reading.month, reading.year) == (
            str(day),
            day.day,
            day.month,
            day.year,
        )


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(sorted(WEEKDAYS)))
def test_a_bare_weekday_is_the_nearest_past_one(day: date, form: str) -> None:
    if form == "minggu":
        form = "Minggu"
    value = parse_date(form, day)
    assert value is not None
    found = date.fromisoformat(value)
    assert found.weekday() == WEEKDAYS[form.casefold()]
    assert timedelta(0) <= day - found < timedelta(days=7)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-180, 180))
def test_a_yearless_date_takes_the_nearest_year(reference: date, distance: int) -> None:
    day = reference + timedelta(days=distance)
    if (day.month, day.day) != (2, 29):
        assert parse_date(f"{day.day}/{day.month}", reference) == str(day)
