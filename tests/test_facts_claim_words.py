"""Claims by what tells them: names that only their form shows, other words of paying, purposes, sums told twice."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from beritaextract.model import Claim
from passages import ClaimRow as Row
from passages import claim_rows

EXTRACTOR = Extractor(names="rules")


def claims(text: str) -> tuple[Claim, ...]:
    return EXTRACTOR.extract(text).claims


def rows(text: str) -> list[Row]:
    return claim_rows(claims(text))


BY_FORM: list[tuple[str, Row]] = [
    (
        "Lumbung Pangan Nusantara (LPN) bergerak sejak awal pandemi. Hingga Juni 2024, LPN sudah menyalurkan donasi "
        "sebesar Rp2,1 miliar.",
        ("Rp2,1 miliar", None, "2024-01/2024-06", "Lumbung Pangan Nusantara", None),
    ),
    (
        "Sedekah Rakyat melalui Lumbung Pangan Nusantara (LPN) menyalurkan berbagai bantuan. Salah satunya paket "
        "sembako senilai Rp12 juta.",
        ("Rp12 juta", None, None, "Lumbung Pangan Nusantara", None),
    ),
    (
        "Kemudian Kepala Pekon Sukamulya menyalurkan bantuan Rp12 juta kepada warga.",
        ("Rp12 juta", None, None, None, "Sukamulya"),
    ),
    (
        'Hibah pilkades baru terealisasi sebagian. "Yang sudah cair dan masuk ke rekening panitia senilai Rp4 miliar '
        'dari Rp9 miliar," kata dia.',
        ("Rp4 miliar", None, None, None, None),
    ),
    (
        "Tunjangan guru madrasah sudah tersalur 61 persen dengan nilai Rp9 miliar yang diterima oleh 4.200 guru.",
        ("Rp9 miliar", "4.200 guru", None, None, None),
    ),
    (
        "Kerugian kasus korupsi beras yang dikembalikan ke kas negara mencapai Rp3,2 miliar.",
        ("Rp3,2 miliar", None, None, None, None),
    ),
    (
        "Asuransi Jasindo membayar klaim gagal panen Rp2,7 miliar kepada 412 petani di Indramayu.",
        ("Rp2,7 miliar", "412 petani", None, "Asuransi Jasindo", "Indramayu"),
    ),
    (
        "Pemkot Madiun menyalurkan bantuan Rp600 ribu kepada 12.000 siswa kurang mampu, total Rp7,2 miliar.",
        ("Rp7,2 miliar", "12.000 siswa", None, "Pemkot Madiun", "Madiun"),
    ),
    (
        "Warga terdampak waduk menerima uang ganti rugi Rp15,6 miliar untuk 42 bidang tanah.",
        ("Rp15,6 miliar", "42 bidang tanah", None, None, None),
    ),
    ("LPS membayar simpanan nasabah BPR Karya Rp25 miliar.", ("Rp25 miliar", None, None, "LPS", None)),
    (
        "Bank Jateng menyalurkan dana CSR sebesar Rp3 miliar untuk memperbaiki 10 sekolah.",
        ("Rp3 miliar", None, None, "Bank Jateng", None),
    ),
]

PURPOSES = [
    (
        "Pembayaran gaji ke-13 ASN pusat mencapai Rp12 triliun untuk 1.900 pegawai.",
        "Pembayaran gaji ke-13 ASN pusat",
    ),
    ("Gaji guru honorer telah dibayarkan sebesar Rp13 miliar.", "Gaji guru honorer"),
    ("Tunjangan hari raya Rp49 triliun sudah cair untuk 9,4 juta pegawai.", "Tunjangan hari raya"),
    ('Hibah itu sudah cair. "Yang sudah dibayar Rp155 miliar," kata dia.', None),
    ("Penyaluran bantuan juga dilakukan melalui Posko Mawar sebesar Rp240 juta.", "Penyaluran bantuan"),
]


@pytest.mark.parametrize(("text", "row"), BY_FORM, ids=lambda value: str(value)[:50])
def test_sum_is_told_with_its_giver(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(("text", "purpose"), PURPOSES, ids=lambda value: str(value)[:40])
def test_purpose_is_a_noun_phrase_or_none(text: str, purpose: str | None) -> None:
    assert [each.purpose for each in claims(text)] == [purpose]


def test_two_sentences_on_one_sum_fill_one_record() -> None:
    text = (
        "Bantuan beras senilai Rp4,7 miliar telah disalurkan kepada 3.100 keluarga di Kabupaten Blora. Baznas "
        "Kabupaten Blora menyalurkan bantuan Rp4,7 miliar itu selama 2023."
    )
    assert rows(text) == [("Rp4,7 miliar", "3.100 keluarga", "2023", "Baznas Kabupaten Blora", "Blora")]
