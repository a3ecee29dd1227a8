"""Claims by what comes back: money that the guilty and the late give back, and what only looks like it."""

from __future__ import annotations

import pytest

from passages import ClaimRow as Row
from passages import claims

GIVEN_BACK: list[tuple[str, Row]] = [
    (
        "Terpidana korupsi dana hibah, Marwan Sanusi, menyerahkan uang pengganti kerugian negara Rp350 juta kepada "
        "Kejaksaan Negeri Wates.",
        ("Rp350 juta", None, None, "Marwan Sanusi", "Wates"),
    ),
    (
        "Setelah tiga kali dipanggil jaksa, PT Rimba Lestari akhirnya melunasi tunggakan iuran Rp212.450.000 untuk 86 "
        "pekerja.",
        ("Rp212.450.000", "86 pekerja", None, "PT Rimba Lestari", None),
    ),
    (
        "Dalam kasus dugaan korupsi itu, kerugian negara sebesar Rp780 juta sudah dikembalikan para tersangka.",
        ("Rp780 juta", None, None, None, None),
    ),
    (
        "Tersangka korupsi Budi Santoso mengembalikan uang Rp500 juta ke Kejati Jambi.",
        ("Rp500 juta", None, None, "Budi Santoso", "Jambi"),
    ),
    (
        "Kejaksaan Negeri Wates menyetorkan denda dan uang pengganti Rp350 juta ke kas negara.",
        ("Rp350 juta", None, None, None, "Wates"),
    ),
    (
        "Uang kerugian perkara korupsi timbunan itu diterima negara sebesar Rp7,4 triliun.",
        ("Rp7,4 triliun", None, None, None, None),
    ),
    (
        "Kejati Jambi mengeksekusi uang pengganti Rp6,3 miliar dari perkara korupsi pasar.",
        ("Rp6,3 miliar", None, None, None, "Jambi"),
    ),
    (
        "Toko itu sudah lunasi tunggakan pajak reklame yang menunggak sejak Maret 2017, totalnya Rp264 juta.",
        ("Rp264 juta", None, None, None, None),
    ),
]


def test_each_of_a_list_gives_back_its_own() -> None:
    assert claims(
        "Rinciannya untuk PT Rimba Lestari mengembalikan kerugian negara Rp11,8 triliun, PT Sawit Makmur senilai Rp1,2 "
        "triliun dan PT Bumi Hijau Rp186 miliar."
    ) == [
        ("Rp11,8 triliun", None, None, "PT Rimba Lestari", None),
        ("Rp1,2 triliun", None, None, "PT Sawit Makmur", None),
        ("Rp186 miliar", None, None, "PT Bumi Hijau", None),
    ]


NOT_BACK = [
    "Hakim menghukum terdakwa Budi Santoso mengembalikan kerugian negara Rp2 miliar.",
    "Terdakwa diberi waktu sebulan untuk mengembalikan kerugian negara Rp2 miliar.",
    "Jaksa menuntut terdakwa membayar uang pengganti Rp2 miliar subsider dua tahun penjara.",
    "Uang suap Rp5 miliar masuk ke rekening tersangka korupsi itu.",
    "Dinas Pendapatan menagih tunggakan Rp2 miliar kepada PT Rimba Lestari.",
    "Kejagung menyita uang tunai Rp9,4 triliun dari perkara korupsi nikel.",
    "Iuran warga yang dibayar pemkab setahun hanya Rp41 miliar.",
]


@pytest.mark.parametrize(("text", "expected"), GIVEN_BACK, ids=[text[:40] for text, _ in GIVEN_BACK])
def test_what_is_given_back_is_recovered(text: str, expected: Row) -> None:
    assert claims(text) == [expected]


@pytest.mark.parametrize("text", NOT_BACK)
def test_what_is_owed_or_seized_is_not(text: str) -> None:
    assert claims(text) == []


WORDS: list[tuple[str, Row]] = [
    (
        "Kementerian Sosial sudah menyalurkanbansos Rp12 triliun kepada 10 juta keluarga.",
        ("Rp12 triliun", "10 juta keluarga", None, "Kementerian Sosial", None),
    ),
    (
        "TPG guru Kabupaten Sikka ditargetkan Rp58 miliar pada 2024, dan baru terealisasi Rp51 miliar oleh "
        "pemerintah pusat.",
        ("Rp51 miliar", None, "2024", "pemerintah pusat", "Sikka"),
    ),
    (
        "Realisasi anggaran bansos Kabupaten Sikka mencapai Rp5 miliar hingga Juni 2024.",
        ("Rp5 miliar", None, "2024-01/2024-06", None, "Sikka"),
    ),
    (
        "Rumah Baca Melati menerima hibah Rp75 juta dari PT Rimba Lestari.",
        ("Rp75 juta", None, None, "PT Rimba Lestari", None),
    ),
    (
        "Rapat pemegang saham PT Rimba Lestari menyetujui pembagian dividen Rp640 miliar. Dividen interim Rp210 miliar "
        "telah dibayarkan.",
        ("Rp210 miliar", None, None, "PT Rimba Lestari", None),
    ),
    (
        "Tiga ahli waris pekerja mendapat santunan kematian dari BPJS Ketenagakerjaan Cabang Sikka. Masing-masing ahli "
        "waris menerima Rp42 juta.",
        ("Rp42 juta", "Tiga ahli waris", None, "BPJS Ketenagakerjaan Cabang Sikka", "Sikka"),
    ),
]

NOT_PAID = [
    "Anggaran bansos Kabupaten Sikka mencapai Rp5 miliar tahun ini.",
    "Sepanjang 2018 tercatat 96 ribu pengajuan klaim, nilai klaimnya Rp1,4 triliun.",
    "Maskapai itu memberikan kompensasi Rp1,25 miliar kepada setiap ahli waris korban.",
    "Warga mengaku membayar Rp5 juta agar bantuan cair.",
]


@pytest.mark.parametrize(("text", "expected"), WORDS, ids=[text[:40] for text, _ in WORDS])
def test_payments_go_by_many_words(text: str, expected: Row) -> None:
    assert claims(text) == [expected]


@pytest.mark.parametrize("text", NOT_PAID)
def test_budgets_demands_and_rates_are_no_payments(text: str) -> None:
    assert claims(text) == []
