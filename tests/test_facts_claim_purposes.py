"""What is paid, and to how many: told before the sum, behind it, or by the sentences around it."""

from __future__ import annotations

import pytest

from passages import extractor

Row = tuple[str, str | None, str | None, str | None]

TOLD: list[tuple[str, list[Row]]] = [
    (
        "Pemkab Belu menyerahkan Bantuan Perumahan Swadaya bagi warga perbatasan. Nilai seluruhnya Rp2,4 "
        "miliar untuk 120 keluarga.",
        [("Rp2,4 miliar", "Bantuan Perumahan Swadaya", "120 keluarga", "Pemkab Belu")],
    ),
    (
        "Penumpang kapal yang terlambat sandar di Baubau telah menerima kompensasi dari Pelni. Jumlahnya "
        "Rp87 juta. Kepala cabang menyebut penerima kompensasi itu 290 orang.",
        [("Rp87 juta", "kompensasi", "290 orang", "Pelni")],
    ),
    (
        "Kepala BPJS Ketenagakerjaan Cabang Kudus, Andi Wibowo mengatakan, sejak Januari sampai Juni 2024 "
        "sebanyak 87 klaim pekerja rokok telah dibayar. Totalnya Rp1,4 miliar.",
        [("Rp1,4 miliar", None, "87 klaim", "BPJS Ketenagakerjaan Cabang Kudus")],
    ),
    (
        "Dua keluarga juga menerima jaminan kematian dari BPJS Ketenagakerjaan Cabang Tegal. Kepala BPJS "
        "Ketenagakerjaan Cabang Tegal, Andi Wibowo, menyebut pihaknya membayar Rp84 juta, masing-masing "
        "Rp42 juta.",
        [("Rp84 juta", "jaminan kematian", "Dua keluarga", "BPJS Ketenagakerjaan Cabang Tegal")],
    ),
    (
        "PT Jamkrida Jabar mengucurkan Rp9,5 miliar kepada Bank BJB selama 2024 untuk klaim penjaminan "
        "kredit mikro yang macet.",
        [("Rp9,5 miliar", "klaim penjaminan kredit mikro", None, "PT Jamkrida Jabar")],
    ),
    (
        "Pada 2023, PT Asuransi Tani Makmur membayarkan klaim gagal panen dari kecamatan tersebut sebesar "
        "Rp510 juta untuk 85 petani.",
        [("Rp510 juta", "klaim gagal panen", "85 petani", "PT Asuransi Tani Makmur")],
    ),
    (
        "Dari 540 keluarga yang mendaftar, 210 orang telah menerima santunan banjir dengan total Rp6,3 miliar.",
        [("Rp6,3 miliar", "santunan banjir", "210 orang", None)],
    ),
    (
        "Baru 410 warga Sigi yang menerima dana stimulan perbaikan rumah. Kepala BPBD Kabupaten Sigi Amir "
        "Hamzah mengatakan uang yang sudah ditransfer ke rekening mereka sebesar Rp12 miliar.",
        [("Rp12 miliar", "dana stimulan perbaikan rumah", "410 warga", "BPBD Kabupaten Sigi")],
    ),
    (
        "LPSK membayarkan bantuan pemulihan Rp5 miliar untuk 900 korban pada 2023. Sebanyak Rp3 miliar "
        "dipakai untuk bantuan medis 500 korban, sisanya Rp2 miliar bantuan psikososial bagi 400 korban.",
        [
            ("Rp5 miliar", "bantuan pemulihan", "900 korban", "LPSK"),
            ("Rp3 miliar", "bantuan medis", "500 korban", "LPSK"),
            ("Rp2 miliar", "bantuan psikososial", "400 korban", "LPSK"),
        ],
    ),
    (
        "LPSK mencatat terpidana membayar restitusi Rp3,1 miliar kepada korban pada 2023. Korban tindak "
        "pidana pencucian uang memperoleh Rp2,1 miliar untuk 10 orang, korban penipuan Rp1 miliar untuk 5 "
        "orang.",
        [
            ("Rp3,1 miliar", "restitusi", None, None),
            ("Rp2,1 miliar", "restitusi", "10 orang", None),
            ("Rp1 miliar", "korban penipuan", "5 orang", None),
        ],
    ),
]

NOT_TOLD = [
    "Dana Desa yang sudah masuk ke rekening kas desa di Kabupaten Pati tercatat Rp 210 miliar.",
    "Hakim menyatakan pelaku tindak pidana itu menerima Rp2 miliar dari hasil penipuan.",
    "Bank Sulut mengucurkan Rp9,5 miliar kepada pedagang selama 2024 untuk modal kerja.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_purposes_cases_and_payers(text: str, expected: list[Row]) -> None:
    rows = [
        (
            each.amount.span.text,
            each.purpose,
            each.cases.span.text if each.cases else None,
            each.payer.name if each.payer else None,
        )
        for each in extractor().extract(text).claims
    ]
    assert rows == expected


@pytest.mark.parametrize("text", NOT_TOLD, ids=lambda text: text[:40])
def test_other_money_is_no_claim(text: str) -> None:
    assert extractor().extract(text).claims == ()
