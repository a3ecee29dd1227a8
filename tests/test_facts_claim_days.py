"""The day on which something was paid, where the text tells of the payment itself."""

from __future__ import annotations

import pytest

from passages import claims


def periods(text: str) -> list[str | None]:
    return [row[2] for row in claims(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "PARIGI - Jasindo Cabang Palu mentransfer ganti rugi gagal panen Rp1.287.000.000, Rabu (14/5/2025), "
            "kepada 31 kelompok tani.",
            ["2025-05-14"],
        ),
        (
            "PARIGI - Setelah tujuh bulan menunggu, 162 buruh PT Sinar Kakao menerima pesangon, Kamis (16/1/2025). "
            "Total Rp3,24 miliar dibayarkan perusahaan itu dalam satu kali transfer.",
            ["2025-01-16"],
        ),
        (
            "Pemkab Sigi dan Baznas Sigi meneken nota kesepahaman, Senin (10/3/2025). "
            "Dalam acara itu diserahkan pula bantuan modal usaha senilai Rp50 juta kepada 20 pedagang.",
            ["2025-03-10"],
        ),
    ],
)
def test_a_payment_has_the_day_on_which_it_was_made(text: str, wanted: list[str]) -> None:
    assert periods(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        'BPJS Ketenagakerjaan Cabang Palu telah membayar klaim Rp3,2 miliar untuk 40 peserta," kata Ratna Dewi, '
        "Rabu (14/5/2025).",
        "Jasa Raharja menyerahkan santunan Rp50 juta kepada ahli waris korban yang meninggal pada Senin (3/6/2024).",
        "BPJS Ketenagakerjaan Cabang Palu menyerahkan santunan kematian Rp42 juta kepada ahli waris Budi Santoso.",
    ],
)
def test_the_day_of_something_else_is_not_the_day_of_a_payment(text: str) -> None:
    assert periods(text) == [None]
