"""Numbers of cases that the amounts tell: so many heads, at what each of them gets, make the sum."""

from __future__ import annotations

import time

import pytest

from passages import claims, extractor

MADE_OF: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Jasa Raharja Cabang Palu sudah membayar santunan kecelakaan bus di Parigi. Tujuh keluarga berduka karena "
        "itu. Total santunannya Rp350 juta, jadi tiap keluarga menerima Rp50 juta.",
        [("Rp350 juta", "Tujuh keluarga")],
    ),
    (
        "Ada 635 keluarga di Kabupaten Sigi yang berduka. Kementerian Sosial menyerahkan santunan Rp15 juta per jiwa, "
        "sehingga seluruhnya Rp9,525 miliar. Pemprov Sulteng menambah Rp3,175 miliar atau Rp5 juta per jiwa.",
        [("Rp9,525 miliar", "635 keluarga"), ("Rp3,175 miliar", "635 keluarga")],
    ),
    (
        "Dinas Sosial Kabupaten Sigi mencatat 4.217 keluarga memperoleh Rp600.000 untuk tiga bulan, sehingga bantuan "
        "yang disalurkan mencapai Rp2,5302 miliar.",
        [("Rp2,5302 miliar", "4.217 keluarga")],
    ),
    (
        "PT Jasindo Cabang Palu membayar klaim asuransi padi. Setiap hektare dihargai Rp6 juta per hektare. Puso di "
        "Dolo meliputi 310 hektare. Ganti rugi yang dibayarkan Jasindo kepada petani Dolo Rp1,86 miliar pada 2024.",
        [("Rp1,86 miliar", "310 hektare")],
    ),
]


@pytest.mark.parametrize(("text", "told"), MADE_OF)
def test_heads_times_what_each_gets(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [row[:2] for row in claims(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        # Seven sub-districts are no heads.
        "Kegiatan itu digelar di tujuh kecamatan. Jasa Raharja Cabang Palu membayar santunan Rp350 juta pada 2024, "
        "tiap ahli waris menerima Rp50 juta.",
        # The number does not make the sum.
        "Ada 9 keluarga yang berduka. Jasa Raharja Cabang Palu membayar santunan kematian Rp350 juta pada 2024. "
        "Tiap ahli waris menerima Rp50 juta.",
        # Nothing says that one of them gets the lesser amount, and there are but few.
        "Lima kepala desa hadir. Jasa Raharja Cabang Palu membayar santunan kematian Rp350 juta pada 2024. Biaya rawat "
        "Rp70 juta.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert claims(text)[0][:2] == ("Rp350 juta", None)


def test_accounts_of_so_many_are_no_number_of_an_account() -> None:
    text = "Kemensos menyalurkan PKH ke rekening 38.114 keluarga di Sigi dengan total Rp27,92 miliar."
    assert [row[:2] for row in claims(text)] == [("Rp27,92 miliar", "38.114 keluarga")]


def test_time_grows_with_the_text() -> None:
    text = "Jasa Raharja membayar santunan Rp50 juta per orang kepada 7 orang, total Rp350 juta. " * 400
    start = time.perf_counter()
    extractor().extract(text)
    assert time.perf_counter() - start < 20


def test_a_sum_told_before_the_first_payment_is_not_paid_by_who_makes_that_one() -> None:
    text = (
        "Dana rehabilitasi yang mengalir lewat BNPB sudah Rp1,5 triliun untuk 56.206 rumah. Di luar itu, Kementerian "
        "Sosial menyerahkan santunan kematian Rp9,5 miliar kepada 635 ahli waris pada 2023."
    )
    payers = {row[0]: row[3] for row in claims(text)}
    assert payers.pop("Rp9,5 miliar") == "Kementerian Sosial"
    assert set(payers.values()) <= {"BNPB", None}
