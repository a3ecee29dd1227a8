"""Agreements of which the text names one side where it tells of them, and speaks of the other throughout."""

from __future__ import annotations

import pytest

from passages import agreements

PARTIES: list[tuple[str, list[str]]] = [
    (
        "Koperasi Karya Sigi membagikan hasil usaha. Koperasi menambah simpanan, dan koperasi itu menyalurkan "
        "pinjaman. Ketua Koperasi Karya Sigi Rahmat Wibowo hadir. Di sela rapat diteken perjanjian kerja sama "
        "perlindungan petani dengan Bank Nagari.",
        ["Koperasi Karya Sigi", "Bank Nagari"],
    ),
    (
        "Air di Sigi mengalir dua kali. Perumda Air Minum Sigi menanggung piutang. Direktur Perumda Air Minum Sigi "
        "Rahmat Wibowo berharap warga membayar. Perumda lalu memperpanjang MoU penagihan rekening dengan Kejari "
        "Sigi.",
        ["Perumda Air Minum Sigi", "Kejari Sigi"],
    ),
    # two of whom it speaks as much: neither is chosen
    (
        "Dinas Sosial Kota Palu mendata lansia. Kepala Dinas Sosial Kota Palu Rahmat Wibowo hadir. RSUD Undata "
        "merawat lansia. Direktur RSUD Undata Laila Santoso hadir. Ditandatangani pula nota kesepahaman layanan "
        "lansia dengan Bank Nagari.",
        ["Bank Nagari"],
    ),
    (
        "Jasa Raharja Cabang Palu mengikat perjanjian kerja sama penjaminan biaya perawatan dengan 14 rumah sakit. "
        "Naskahnya diteken di Palu.",
        ["Jasa Raharja Cabang Palu", "14 rumah sakit"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES, ids=lambda value: str(value)[:40])
def test_whom_the_text_is_about_makes_it_with_the_named_one(text: str, expected: list[str]) -> None:
    assert [row[2] for row in agreements(text)] == [expected]
