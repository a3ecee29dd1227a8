"""Claims by their number of cases: sums and numbers in turn, and the sentence before or behind that tells it."""

from __future__ import annotations

import pytest

from passages import claims

CASES: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "BPJS Ketenagakerjaan Cabang Palu membayar klaim Rp214,75 juta pada 2024. Tiga keluarga berduka disantuni Rp75 "
        "juta, 89 peserta yang cedera diganti Rp139,75 juta.",
        [("Rp214,75 juta", None), ("Rp75 juta", "Tiga keluarga"), ("Rp139,75 juta", "89 peserta")],
    ),
    (
        "PT Jamkrida Sigi membayar klaim Rp14,2 miliar atas kredit macet 388 debitur pada 2024, sedangkan klaim di "
        "Poso Rp7,4 miliar dari 205 debitur.",
        [("Rp14,2 miliar", "388 debitur"), ("Rp7,4 miliar", "205 debitur")],
    ),
    (
        "Sebanyak 118 pemilik lahan di bawah bentangan kabel listrik akhirnya menerima kompensasi. Uang kompensasi "
        "Rp3,2 miliar dibayarkan PLN ke rekening mereka pada 2024.",
        [("Rp3,2 miliar", "118 pemilik")],
    ),
    (
        "Taspen Cabang Palu memastikan gaji ke-13 telah diterima 40.118 pensiunan. Nilainya Rp117,9 miliar.",
        [("Rp117,9 miliar", "40.118 pensiunan")],
    ),
    (
        "Asabri membayar klaim nonpensiun Rp1,92 triliun pada 2024. Klaim itu diajukan 38.417 peserta.",
        [("Rp1,92 triliun", "38.417 peserta")],
    ),
    (
        "Jasa Raharja Cabang Palu membayar santunan Rp8,2 miliar selama 2024. Berkas yang diselesaikan 140 kasus.",
        [("Rp8,2 miliar", "140 kasus")],
    ),
    (  # The number belongs to the part that the sentence before tells alone, and not to the whole.
        "Asabri membayar manfaat Rp9,18 triliun pada 2024. Porsi pensiun bulanan paling besar: Rp7,94 triliun. Manfaat "
        "ini dinikmati 512.640 pensiunan.",
        [("Rp9,18 triliun", None), ("Rp7,94 triliun", "512.640 pensiunan")],
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_number_of_cases(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [row[:2] for row in claims(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Jasa Raharja Cabang Palu membayar santunan Rp8,2 miliar selama 2024. Pelanggan yang menunggak 140 orang.",
        "Jasa Raharja Cabang Palu membayar santunan Rp8,2 miliar selama 2024. Klaim itu ditolak 140 orang.",
        # Numbers and sums do not take turns.
        "Jasa Raharja Cabang Palu membayar santunan Rp8,2 miliar selama 2024, sementara Poso Rp1 miliar untuk 19 orang "
        "dan 3 anak, disusul Sigi Rp2 miliar.",
    ],
)
def test_no_number_of_cases(text: str) -> None:
    assert claims(text)[0][:2] == ("Rp8,2 miliar", None)


def test_numbers_told_under_the_names_of_the_parts() -> None:
    text = (
        "PT Taspen Cabang Palu membayarkan manfaat Rp418,6 miliar sepanjang 2024, meliputi pensiun bulanan Rp410,3 "
        "miliar, jaminan kematian (JKM) Rp7,1 miliar, dan jaminan kecelakaan kerja (JKK) Rp1,2 miliar. Untuk JKM ada "
        "214 ahli waris, JKK 37 kasus."
    )
    told = {row[0]: row[1] for row in claims(text)}
    assert told["Rp7,1 miliar"] == "214 ahli waris"
    assert told["Rp1,2 miliar"] == "37 kasus"
    assert told["Rp410,3 miliar"] is None
