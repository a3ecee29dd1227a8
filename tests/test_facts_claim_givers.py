"""Claims by who gives and how the sum is brought in: generic payers, persons, sums apart from the payment."""

from __future__ import annotations

import pytest

from passages import ClaimRow as Row
from passages import claims

GIVERS: list[tuple[str, list[Row]]] = [
    (
        "Perusahaan induk itu menerima dividen dari BUMN sebesar Rp90 triliun pada 2024.",
        [("Rp90 triliun", None, "2024", "BUMN", None)],
    ),
    (
        "Sebanyak 40 rumah rusak mendapat bantuan dari bupati Sigi masing-masing sebesar Rp5.000.000.",
        [("Rp5.000.000", "40 rumah", None, "bupati Sigi", "Sigi")],
    ),
    (
        "Panitia mengeluhkan hibah pilkades yang seret. Pemkot baru mentransfer Rp6 miliar, kata dia.",
        [("Rp6 miliar", None, None, "Pemkot", None)],
    ),
    (
        "Pengusaha itu, Budi Santoso, turut menyerahkan bantuan Rp25 juta untuk masjid kampung.",
        [("Rp25 juta", None, None, "Budi Santoso", None)],
    ),
]

NO_GIVER = [
    "Wakil Bupati Sutarno Widjaja telah menyerahkan bantuan Rp25 juta untuk masjid kampung.",
    "Anggota DPR asal Sigi, Budi Santoso, menyerahkan bantuan Rp25 juta untuk masjid kampung.",
    "Juru bicara itu, Budi Santoso, menyebut pembayaran gaji guru sudah dicairkan sebesar Rp25 juta.",
    "Sutarno Widjaja menerima bantuan Rp25 juta yang telah disalurkan kemarin.",
]

TOLD_APART: list[tuple[str, list[Row]]] = [
    (
        "Sebanyak 2.100 nelayan telah menerima BLT. Untuk anggaran yang disalurkan mencapai Rp1,2 miliar.",
        [("Rp1,2 miliar", "2.100 nelayan", None, None, None)],
    ),
    (
        "Korban luka berat telah menerima santunan sebesar Rp5 juta, dan korban luka ringan sebesar Rp2 juta.",
        [("Rp5 juta", None, None, None, None), ("Rp2 juta", None, None, None, None)],
    ),
    (
        "Tidak hanya rumah yang mendapat bantuan, warga sudah menerima bantuan untuk sumur sebesar Rp30 juta.",
        [("Rp30 juta", None, None, None, None)],
    ),
    (
        "Pemkab Sigi memberikan bantuan pinjaman sebesar Rp80 juta kepada 26 koperasi.",
        [("Rp80 juta", "26 koperasi", None, "Pemkab Sigi", "Sigi")],
    ),
]

NOTHING_PAID = [
    "Warga menunggu bantuan. Untuk anggaran yang disiapkan mencapai Rp1,2 miliar.",
    "Warga menunggu hibah. Pemkot baru akan mentransfer Rp6 miliar bulan depan.",
    "Bank itu menyalurkan pinjaman modal kerja senilai Rp6 miliar.",
]


@pytest.mark.parametrize(("text", "expected"), GIVERS + TOLD_APART, ids=lambda value: str(value)[:50])
def test_giver_and_number_are_those_of_the_text(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize("text", NO_GIVER)
def test_officials_and_receivers_are_no_givers(text: str) -> None:
    assert [row[3] for row in claims(text)] == [None]


@pytest.mark.parametrize("text", NOTHING_PAID)
def test_sums_that_are_only_meant_for_it_are_not_paid(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        # A body that pays its own members pays, not the insurer that is its guest.
        (
            "Rapat anggota Koperasi Kredit Sumber Sigi digelar di Palu. Sepanjang 2024 santunan duka Rp1,4 miliar "
            "sudah dicairkan kepada 280 keluarga. Ketua Koperasi Kredit Sumber Sigi, Rina Lasimpo, menyebut BPJS "
            "Ketenagakerjaan Cabang Palu ikut mendaftar 400 anggota.",
            ["Koperasi Kredit Sumber Sigi"],
        ),
        # The insurer that the text is about.
        (
            "PT Taspen Cabang Poso melayani 9.100 pensiunan. Gaji ke-13 yang dicairkan pada Juni 2024 mencapai "
            "Rp41 miliar. Untuk pensiunan di Tentena Rp6 miliar sudah cair. Kepala Taspen Cabang Poso, Rina Lasimpo, "
            "puas.",
            ["PT Taspen Cabang Poso", "PT Taspen Cabang Poso"],
        ),
        # An office that only counts pays nothing.
        (
            "Dinas Sosial Poso mendata korban banjir. Bantuan Rp2 miliar telah disalurkan kepada 400 keluarga. "
            "Kepala Dinas Sosial Poso, Rina Lasimpo, puas.",
            [None],
        ),
    ],
)
def test_whom_the_article_is_about_pays_where_nobody_is_named(text: str, payers: list[str | None]) -> None:
    assert [row[3] for row in claims(text)] == payers
