"""Counts that no rule reads as memberships: the words around them tell."""

from __future__ import annotations

import pytest

from passages import extractor, memberships

GOLD = "Pemegang buku tabungan emas PT Pegadaian Cabang Palu per Desember 2024 berjumlah 9.482 orang."
"""Nothing in it is a word for members."""

TOLD = [
    (
        f"Koperasi Tani Maju beranggotakan 1.250 orang. {GOLD}",
        ("PT Pegadaian Cabang Palu", "2024-12", 9482),
    ),
    (
        "Pengurus Koperasi Tani Maju menggelar rapat anggota tahunan. Sisa hasil usaha Koperasi Tani Maju dibagikan "
        "kepada 4.318 anggota.",
        ("Koperasi Tani Maju", None, 4318),
    ),
    (
        "Bank Sulteng membuka layanan baru. Nasabah tabungan haji di Bank Sulteng 27.450 orang per Juni 2024.",
        ("Bank Sulteng", "2024-06", 27450),
    ),
]

OTHER = [
    GOLD,
    "Pasar murah Koperasi Tani Maju didatangi 4.318 orang.",
    "Koperasi Tani Maju menargetkan 4.318 anggota tahun depan.",
    "Koperasi Tani Maju menyalurkan 4.318 karung pupuk.",
    "Gempa merusak 4.318 rumah, kata Badan Penanggulangan Bencana Daerah Kabupaten Sigi.",
    "Polres Sigi mencatat 4.318 pelanggar lalu lintas selama operasi.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_counts_that_the_words_around_them_tell(text: str, expected: tuple[str, str | None, int]) -> None:
    assert [(name, day, total) for name, _, day, total in memberships(text)][-1] == expected
    assert extractor().extract(text).memberships[-1].rule == "memberships.weighed"


@pytest.mark.parametrize("text", OTHER)
def test_other_counts_stay_out(text: str) -> None:
    assert memberships(text) == []
