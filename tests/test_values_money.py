"""Money and durations: tables by where their rows come from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from beritaextract.values import CURRENCIES, parse_duration, parse_money

D = Decimal

MONEY_SEEN_IN_NEWS = [
    ("Rp42 juta", "42000000", "IDR"),
    ("Rp 42 juta", "42000000", "IDR"),
    ("Rp. 42.000,-", "42000", "IDR"),
    ("Rp42.000.000,00", "42000000", "IDR"),
    ("Rp.1.874.550.216", "1874550216", "IDR"),
    ("IDR 5 miliar", "5000000000", "IDR"),
    ("42 juta rupiah", "42000000", "IDR"),
    ("Rp 3 T", "3000000000000", "IDR"),
    ("Rp 5 M", "5000000000", "IDR"),
    ("Rp 300 rb", "300000", "IDR"),
    ("Rp2 jt", "2000000", "IDR"),
    ("-Rp5 juta", "-5000000", "IDR"),
    ("minus Rp5 juta", "-5000000", "IDR"),
    ("Rp5.000 (lima ribu rupiah)", "5000", "IDR"),
    ("US$ 5 juta", "5000000", "USD"),
    ("US$1,2 miliar", "1200000000", "USD"),
    ("10 dolar AS", "10", "USD"),
    ("USD 136,40 juta", "136400000", "USD"),
    ("€20 juta", "20000000", "EUR"),
    ("25 juta poundsterling", "25000000", "GBP"),
    ("£75 juta", "75000000", "GBP"),
    ("¥500", "500", "JPY"),
    ("RM1.500", "1500", "MYR"),
    ("50 ringgit Malaysia", "50", "MYR"),
    ("100 dolar Singapura", "100", "SGD"),
    ("S$ 12,50", "12.5", "SGD"),
    ("300 riyal", "300", "SAR"),
    ("1.000 won", "1000", "KRW"),
    ("7 yuan", "7", "CNY"),
    ("90 baht", "90", "THB"),
    ("dua juta lima ratus ribu rupiah", "2500000", "IDR"),
    ("seribu rupiah lima puluh sen", "1000.5", "IDR"),
    ("sekitar Rp1 juta", "1000000", "IDR"),
]

NO_MONEY = [
    "",
    "rupiah",
    "Rp",
    "Rp1.1508,02",
    "Rp rupiah",
    "jutaan",
    "Rp5 juta dan Rp6 juta",
    "10 kambing",
    "Rp" * 500,
]


@pytest.mark.parametrize(("text", "amount", "currency"), MONEY_SEEN_IN_NEWS)
def test_an_amount_of_money_has_a_currency(text: str, amount: str, currency: str) -> None:
    assert parse_money(text) == (D(amount), currency)


@pytest.mark.parametrize("text", NO_MONEY)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert parse_money(text) is None


@pytest.mark.parametrize("form", sorted(CURRENCIES))
def test_every_currency_form_is_read_on_either_side(form: str) -> None:
    assert form == form.casefold()
    assert parse_money(f"{form} 5 juta") == (D(5_000_000), CURRENCIES[form])
    assert parse_money(f"5 juta {form}") == (D(5_000_000), CURRENCIES[form])


DURATIONS = {
    "dua tahun": "P2Y",
    "setahun": "P1Y",
    "sebulan": "P1M",
    "12 bulan": "P12M",
    "1,5 jam": "PT1.5H",
    "setengah jam": "PT0.5H",
    "dua setengah tahun": "P2.5Y",
    "7 menit 4,957 detik": "PT7M4.957S",
    "2 tahun dan 6 bulan": "P2Y6M",
    "3 hari, 4 jam": "P3DT4H",
    "1 minggu 6 hari": "P1W6D",
    "satu dekade": "P10Y",
    "tiga triwulan": "P9M",
    "dua puluh empat jam": "PT24H",
    "100 hari": "P100D",
    "0 detik": "PT0S",
}
NO_DURATIONS = [
    "",
    "tahun",
    "beberapa detik",
    "dua orang",
    "dua jam dua hari",
    "-5 hari",
    "1.23.4 jam",
    "lima",
]


@pytest.mark.parametrize(("text", "iso"), DURATIONS.items())
def test_a_duration_is_iso_8601(text: str, iso: str) -> None:
    assert str(parse_duration(text)) == iso


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_what_is_no_duration_is_none(text: str) -> None:
    assert parse_duration(text) is None
