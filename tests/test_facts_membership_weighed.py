"""Counts that no rule reads as memberships: the words around them tell."""

from __future__ import annotations

import pytest

from passages import extractor, memberships

TOLD = [
    (
        "Kantor Pegadaian Cabang Palu menutup tahun dengan laba. Pemegang buku tabungan emas PT Pegadaian Cabang Palu "
        "per Desember 2024 berjumlah 9.482 orang.",
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
    "Pasar murah Koperasi Tani Maju didatangi 4.318 orang.",
    "Koperasi Tani Maju menargetkan 4.318 anggota tahun depan.",
    "Koperasi Tani Maju menyalurkan 4.318 karung pupuk.",
    "Gempa merusak 4.318 rumah, kata Badan Penanggulangan Bencana Daerah Kabupaten Sigi.",
    "Polres Sigi mencatat 4.318 pelanggar lalu lintas selama operasi.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_counts_that_the_words_around_them_tell(text: str, expected: tuple[str, str | None, int]) -> None:
    assert [(name, day, total) for name, _, day, total in memberships(text)] == [expected]
    assert [each.rule for each in extractor().extract(text).memberships] == ["memberships.weighed"]


@pytest.mark.parametrize("text", OTHER)
def test_other_counts_stay_out(text: str) -> None:
    assert memberships(text) == []
