"""BX207, BX501, BX503, BX504: currencies, counts of regions, units and regulations against tables."""

from __future__ import annotations

import pytest

from passages import found, verdicts


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        ("Surat edaran dikirim kepada 38 gubernur, 416 bupati, dan 98 wali kota.", "2024-03-12", ["ok"] * 3),
        ("Surat edaran dikirim kepada 34 gubernur, 416 bupati, dan 98 wali kota.", "2021-03-12", ["ok"] * 3),
        ("Sampelnya tersebar di 38 provinsi dan 514 kabupaten/kota.", "2025-02-01", ["ok"] * 2),
        ("Aplikasi itu dipakai 514 kabupaten/kota se-Indonesia.", None, ["ok"]),
        ("Survei digelar di 38 provinsi dengan 1.200 responden.", "2025-06-01", ["ok"]),
        ("Aplikasi itu dipakai 541 kabupaten/kota se-Indonesia.", "2023-11-13", ["inconsistent"]),
        ("Indonesia memiliki 36 provinsi.", "2024-05-01", ["inconsistent"]),
        ("Program itu menjangkau 34 provinsi di seluruh Indonesia.", "2024-05-01", ["inconsistent"]),
        ("Sampelnya tersebar di 38 provinsi dan 541 kabupaten/kota.", "2025-02-01", ["ok", "inconsistent"]),
        ("Ia mengundang gubernur 38 provinsi dan 514 bupati dan wali kota.", "2023-07-01", ["ok", "ok"]),
        (
            "Ia mengundang 38 gubernur dan 524 bupati/wali kota se-Indonesia.",
            "2023-07-01",
            ["ok", "inconsistent"],
        ),
        ("Ia mengumpulkan 34 gubernur dan seluruh bupati se-Indonesia.", "2023-07-01", ["inconsistent"]),
        (
            "Ada 416 kabupaten dan 98 kota yang tersebar di 43 provinsi.",
            "2022-03-01",
            ["ok", "ok", "inconsistent"],
        ),
        ("Pemilihan serentak itu berlangsung di 33 provinsi se-Indonesia.", "2014-04-01", ["ok"]),
    ],
)
def test_counts_of_regions_fit_the_year(text: str, published: str | None, wanted: list[str]) -> None:
    assert verdicts("BX501", text, published) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Pada 2010, ketika Indonesia masih terbagi dalam 33 provinsi, survei serupa hanya menjangkau 16 kota.",
        "Pilkada serentak digelar di 9 provinsi, 224 kabupaten, dan 36 kota.",
        "Lansia dari 32 kabupaten/kota di Indonesia mengikuti operasi katarak.",
        "Dana desa disalurkan ke 434 kabupaten di seluruh Indonesia.",
        "Kasus itu tersebar di 456 kabupaten/kota di 34 provinsi.",
        "Pemilihan berlangsung di 37 provinsi, 415 kabupaten, dan 93 kota.",
    ],
)
def test_counts_of_some_regions_stay_silent(text: str) -> None:
    assert "inconsistent" not in verdicts("BX501", text, "2024-11-20")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hibah itu USD 5 juta atau setara Rp80 miliar.", ["ok"]),
        ("Hadiahnya 80.000 dolar AS (sekitar Rp1,3 miliar).", ["ok"]),
        ("Nilai transfernya 8 juta euro alias Rp138 miliar.", ["ok"]),
        ("Hibah itu USD 5 juta atau setara Rp80 juta.", ["inconsistent"]),
        ("Dendanya 10 juta won atau sekitar Rp11,6 juta.", ["inconsistent"]),
        ("Rumah itu berharga 100.000 yuan (Rp22,8 juta).", ["inconsistent"]),
        ("Polisi menyita Rp5 juta dan 200 dolar AS.", []),
        ("Asetnya USD 70 miliar atau Rp1,1 kuadriliun.", []),
        ("Rumah itu dibeli US$ 7,5 juta atau sekitar Rp53,2 miliar saat itu.", []),
        ("Hadiahnya $21,400 (Rp326 juta).", []),
    ],
)
def test_two_currencies_imply_a_rate(text: str, wanted: list[str]) -> None:
    assert verdicts("BX207", text, "2024-05-12") == wanted


def test_a_wrong_scale_word_is_offered() -> None:
    [check] = found("BX207", "Hibah itu USD 5 juta atau setara Rp80 juta.", "2024-05-12")
    assert check.repairs == ("Rp80 juta → Rp80 miliar",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lahan itu 2 hektare (20.000 meter persegi).", "ok"),
        ("Produksinya 5.000 barel atau setara 794.936 liter.", "ok"),
        ("Jaraknya 370 kilometer (230 mil).", "ok"),
        ("Lahan itu seluas 2 hektare atau setara 2.000 meter persegi.", "inconsistent"),
        ("Panennya 3 ton atau setara 30.000 kilogram.", "inconsistent"),
        ("Jaraknya 370 kilometer (320 mil).", "inconsistent"),
    ],
)
def test_units_are_converted(text: str, wanted: str) -> None:
    [verdict] = verdicts("BX503", text)
    assert verdict.startswith("ok") == wanted.startswith("ok")


@pytest.mark.parametrize(
    "text",
    [
        "Panjang jembatan itu 5 meter dan lebarnya 300 sentimeter.",
        "Garansinya 3 tahun atau 100.000 kilometer.",
        "Terdakwa dituntut 6 tahun 6 bulan (6,5 tahun) penjara.",
        "Beratnya 100 ons (2,8 kilogram).",
    ],
)
def test_measures_of_two_things_stay_silent(text: str) -> None:
    assert verdicts("BX503", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pungutan itu diatur dalam UU Nomor 99 Tahun 2001.",
        "Iuran itu menurut Peraturan Pemerintah Nomor 44 Tahun 2035.",
        "Aturannya PP Nomor 44 Tahun 2015. Menurut PP Nomor 44 Tahun 2051 iuran dibayar 2 kali.",
        "Aturannya PP Nomor 94 Tahun 2021. Menurut PP Nomor 94 Tahun 2012 guru wajib hadir.",
    ],
)
def test_an_impossible_regulation_is_found(text: str) -> None:
    assert verdicts("BX504", text, "2024-05-12") == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "UU Nomor 24 Tahun 2011 dan UU Nomor 40 Tahun 2004 mengatur jaminan sosial.",
        "UU Nomor 1 Tahun 2024 mengubah UU Nomor 1 Tahun 2008.",
        "Pembentukan kabupaten itu diatur UU Nomor 121 Tahun 2024.",
        "Peraturan Menteri Keuangan Nomor 210 Tahun 2018 dicabut.",
    ],
)
def test_a_possible_regulation_stays_silent(text: str) -> None:
    assert verdicts("BX504", text, "2024-05-12") == []
