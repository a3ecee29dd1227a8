"""Sums that no phrase calls paid: all the words around them tell, in an article about payments."""

from __future__ import annotations

import pytest

from passages import ClaimRow as Row
from passages import claims, extractor

RAHARJA = "Jasa Raharja Cabang Palu"
TASPEN = "PT Taspen Cabang Palu"

TOLD: list[tuple[str, list[Row]]] = [
    (
        "Jasa Raharja Cabang Palu membayarkan santunan Rp8,2 miliar kepada 140 korban sepanjang "
        "Januari-Juni 2024. Ahli waris korban meninggal menerima Rp5,1 miliar. Untuk korban luka-luka 31 orang "
        "dengan biaya rawatan Rp2,7 miliar. Kalau cacat tetap 7 korban, nilainya Rp400 juta.",
        [
            ("Rp8,2 miliar", "140 korban", "2024-01/2024-06", RAHARJA, "Palu"),
            ("Rp5,1 miliar", None, "2024-01/2024-06", RAHARJA, "Palu"),
            ("Rp2,7 miliar", "31 orang", "2024-01/2024-06", RAHARJA, "Palu"),
            ("Rp400 juta", "7 korban", "2024-01/2024-06", RAHARJA, "Palu"),
        ],
    ),
    (
        "Jasa Raharja Cabang Palu membayarkan santunan Rp8,2 miliar kepada 140 ahli waris sepanjang "
        "Januari-Juni 2024. Porsi terbesar tetap di Kota Palu. Di kota itu 61 keluarga sudah memegang "
        "uangnya, seluruhnya Rp3,6 miliar. Menyusul Kabupaten Sigi, Rp2,5 miliar. Di Parigi Moutong "
        "angkanya Rp1,4 miliar.",
        [
            ("Rp8,2 miliar", "140 ahli waris", "2024-01/2024-06", RAHARJA, "Palu"),
            ("Rp3,6 miliar", "61 keluarga", "2024-01/2024-06", RAHARJA, "Palu"),
            ("Rp2,5 miliar", None, "2024-01/2024-06", RAHARJA, "Sigi"),
            ("Rp1,4 miliar", None, "2024-01/2024-06", RAHARJA, "Parigi Moutong"),
        ],
    ),
    (
        "PT Taspen Cabang Palu telah membayar pensiun Rp40 miliar kepada 9.100 orang pada Mei 2024. "
        "Yang diantar lewat kantor pos hanya Rp3 miliar. Lewat Bank Sulteng mengalir Rp21 miliar.",
        [
            ("Rp40 miliar", "9.100 orang", "2024-05", TASPEN, "Palu"),
            ("Rp3 miliar", None, "2024-05", TASPEN, "Palu"),
            ("Rp21 miliar", None, "2024-05", TASPEN, "Palu"),
        ],
    ),
]

OTHER = [
    "Pada tahun itu zakat yang terkumpul Rp5,2 miliar.",
    "Untuk tahun depan disiapkan anggaran Rp6 miliar.",
    "Tunggakan perusahaan di daerah itu Rp300 juta.",
    "Aset kantor itu Rp9 miliar.",
    "Jatah per keluarga Rp50 juta.",
    "Harga gabah di tingkat petani naik, nilai panen Rp7 miliar.",
]
"""What stands behind a payment and is none."""


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_sums_that_an_article_about_payments_goes_on_to_tell(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize("sentence", OTHER)
def test_other_sums_stay_out(sentence: str) -> None:
    first = "Baznas Kabupaten Poso menyalurkan zakat Rp4,1 miliar kepada 3.200 mustahik pada 2023. "
    assert [row[0] for row in claims(first + sentence)] == ["Rp4,1 miliar"]


def test_an_article_without_a_payment_has_none() -> None:
    text = (
        "Pemkab Sigi membangun pasar Rp4 miliar, disusul jembatan Rp2,5 miliar yang dilewati 300 warga. "
        "Sisanya Rp1 miliar. Kecamatan Dolo kebagian Rp600 juta."
    )
    assert claims(text) == []


def test_a_word_of_other_money_does_not_hold_back_what_is_very_likely_paid() -> None:
    text = (
        "Jasa Raharja Cabang Palu membayarkan santunan Rp8,2 miliar kepada 140 ahli waris pada 2024. Di tengah "
        "target iuran yang naik, keluarga di Kabupaten Sigi memperoleh Rp2,5 miliar untuk 48 ahli waris."
    )
    assert [row[:2] for row in claims(text)][1:] == [("Rp2,5 miliar", "48 ahli waris")]


def test_what_came_back_where_the_sentences_before_tell_of_arrears() -> None:
    text = (
        "Perumda Air Minum Poso menggandeng jaksa untuk menagih tunggakan 212 pelanggan. Hasilnya sepanjang "
        "2024 Rp1,4 miliar. Hotel menyumbang Rp870 juta, rumah tangga Rp530 juta dari 140 pelanggan."
    )
    assert [row[:3] for row in claims(text)] == [
        ("Rp1,4 miliar", None, "2024"),
        ("Rp870 juta", None, "2024"),
        ("Rp530 juta", "140 pelanggan", "2024"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tunggakan 212 pelanggan Perumda Air Minum Poso mencapai Rp4,6 miliar. Hotel menunggak Rp870 juta, "
        "rumah tangga Rp530 juta.",
        "Jaksa menuntut mantan kepala dinas itu delapan tahun penjara. Ia disebut menerima Rp2,1 miliar dari 12 "
        "rekanan. Sebanyak Rp600 juta dibawa ke rumahnya.",
    ],
)
def test_debts_and_bribes_are_none(text: str) -> None:
    assert claims(text) == []


def test_the_record_says_that_it_was_weighed() -> None:
    rules = [claim.rule for claim in extractor().extract(TOLD[2][0]).claims]
    assert rules == ["claims.pays", "claims.weighed", "claims.weighed"]


def test_place_of_a_sum_is_the_one_that_its_part_of_the_sentence_names() -> None:
    text = (
        "Jasa Raharja Cabang Palu membayarkan santunan Rp8,2 miliar kepada 140 ahli waris pada 2024. Warga Kota Palu "
        "mengantongi Rp3,6 miliar dan Kabupaten Sigi, yang punya 44 ahli waris, menerima Rp2,2 miliar."
    )
    assert [row[-1] for row in claims(text)][1:] == ["Palu", "Sigi"]


def test_the_sum_of_what_was_paid_before_it_was_paid_too() -> None:
    text = (
        "Jasa Raharja Cabang Palu membayarkan santunan Rp31,2 miliar kepada 410 ahli waris pada 2024. Di Poso 96 "
        "keluarga menerima Rp9,9 miliar. Dengan begitu sudah Rp41,1 miliar."
    )
    assert [row[0] for row in claims(text)] == ["Rp31,2 miliar", "Rp9,9 miliar", "Rp41,1 miliar"]


@pytest.mark.parametrize(
    "behind",
    [
        "Pemkab berjanji menambah bantuan Rp3,1 miliar.",
        "Kurangnya Rp3,1 miliar.",
        "Klaim 40 ahli waris lain senilai Rp3,1 miliar masih diverifikasi.",
    ],
)
def test_what_is_promised_lacking_or_examined_is_not_paid(behind: str) -> None:
    text = f"Jasa Raharja Cabang Palu membayarkan santunan Rp8,2 miliar kepada 140 ahli waris pada 2024. {behind}"
    assert [row[0] for row in claims(text)] == ["Rp8,2 miliar"]
