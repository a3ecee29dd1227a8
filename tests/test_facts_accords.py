"""Agreements that are told in passing: by an opening clause, as background, with no more than a year."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import agreement_rows

EXTRACTOR = Extractor(names="rules")

Row = tuple[str, str, list[str], str | None, str | None]


def rows(text: str) -> list[Row]:
    """Kind, action, parties, subject and date of each agreement."""
    agreements = EXTRACTOR.extract(text).agreements
    return [(*row, each.date) for row, each in zip(agreement_rows(agreements), agreements, strict=True)]


TOLD: list[tuple[str, Row]] = [
    (
        "Melalui penandatanganan kerja sama strategis, Rabu (19/2/2025), Pemerintah Kota Tegal dan Universitas "
        "Pancasakti meresmikan pusat riset bahari.",
        (
            "agreement",
            "signed",
            ["Pemerintah Kota Tegal", "Universitas Pancasakti"],
            "meresmikan pusat riset bahari",
            "2025-02-19",
        ),
    ),
    (
        "Pengamanan itu bagian dari kerja sama resmi antara Pemkab Sigi dan Universitas Tadulako yang tertuang dalam "
        "nota kesepahaman Nomor 12/NK/2023 tanggal 6 April 2023.",
        ("MoU", "existing", ["Pemkab Sigi", "Universitas Tadulako"], None, "2023-04-06"),
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako memperkuat riset kakao dalam sebuah nota kesepahaman yang ditandatangani "
        "di Palu, Kamis (6/2/2025).",
        ("MoU", "signed", ["Pemkab Sigi", "Universitas Tadulako"], None, "2025-02-06"),
    ),
    (
        "Pemkab Sigi menerima kunjungan Universitas Tadulako. Kedua pihak menandatangani kerja sama pengolahan kakao.",
        ("agreement", "signed", ["Pemkab Sigi", "Universitas Tadulako"], "pengolahan kakao", None),
    ),
    (
        "PT Pupuk Sulawesi menandatangani Head of Agreement (HoA) dengan PT Gas Donggala untuk rencana jual beli gas.",
        ("agreement", "signed", ["PT Pupuk Sulawesi", "PT Gas Donggala"], "rencana jual beli gas", None),
    ),
    (
        "Proyek itu merupakan tindak lanjut dari MoU antara Pemkab Sigi dan Universitas Tadulako pada 2022.",
        ("MoU", "existing", ["Pemkab Sigi", "Universitas Tadulako"], None, "2022"),
    ),
    (
        "Pemkab Sigi menjalin kerja sama dengan Universitas Tadulako terkait beasiswa guru. Kegiatan dimulai besok.",
        ("agreement", "existing", ["Pemkab Sigi", "Universitas Tadulako"], "beasiswa guru", None),
    ),
    (
        "Warga menolak. Aksi itu damai. Jalan ditutup. Polisi berjaga. Hujan turun. Sebelumnya, Pemkab Sigi menjalin "
        "kerja sama pengelolaan sampah dengan Pemkab Donggala.",
        ("agreement", "existing", ["Pemkab Sigi", "Pemkab Donggala"], "pengelolaan sampah", None),
    ),
    (
        "KPU Sigi dan Pemkab Sigi menandatangani Naskah Perjanjian Hibah Daerah (NPHD), Senin (5/2/2024).",
        (
            "agreement",
            "signed",
            ["KPU Sigi", "Pemkab Sigi"],
            "Naskah Perjanjian Hibah Daerah (NPHD)",
            "2024-02-05",
        ),
    ),
    (
        "Pemerintah Malaysia dan Pemerintah Kanada menandatangani Perjanjian Perdagangan Bebas, Senin (5/2/2024).",
        (
            "agreement",
            "signed",
            ["Pemerintah Malaysia", "Pemerintah Kanada"],
            "Perjanjian Perdagangan Bebas",
            "2024-02-05",
        ),
    ),
    (
        "Pemkab Sigi menjalin kerja sama dengan Universitas Tadulako. Kegiatan dimulai pekan ini.",
        ("agreement", "existing", ["Pemkab Sigi", "Universitas Tadulako"], None, None),
    ),
    (
        "Pemkab Sigi meneken MoU dengan PT Pos Palu untuk pengiriman beras di tahun 2025.",
        ("MoU", "signed", ["Pemkab Sigi", "PT Pos Palu"], "pengiriman beras", None),
    ),
]


@pytest.mark.parametrize(("text", "row"), TOLD, ids=lambda value: str(value)[:40])
def test_agreement_told_in_passing(text: str, row: Row) -> None:
    assert rows(text) == [row]


def test_what_a_cooperation_is_denied_is_not_its_purpose() -> None:
    (row,) = rows(
        "Pemkab Sigi dan Universitas Tadulako meneken MoU.\n\nKerja sama antara Pemkab Sigi dan Universitas Tadulako "
        "tidak memiliki dasar yang kuat untuk mengubah tarif kampus."
    )
    assert row[3] is None


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Sigi berterima kasih atas kerja sama yang terjalin antara Pemkab Sigi dan Universitas Tadulako.",
        "Budi Santoso menjalin kerja sama dengan Universitas Tadulako.",
        "Pemkab Sigi menjalin hubungan baik dengan Universitas Tadulako terkait kerja sama guru.",
        "Malaysia meminta Kanada menangguhkan perjanjian perdagangan bebas dengan Israel.",
        "Malaysia dan Kanada mematuhi Defence Cooperation Agreement (DCA) itu.",
        "Anggaran pilkada berasal dari NPHD yang belum cair.",
    ],
    ids=lambda text: text[:40],
)
def test_good_relations_are_no_agreement(text: str) -> None:
    assert rows(text) == []


def test_an_occasion_is_no_place_of_signing() -> None:
    text = (
        "Pemkab Sigi dan Universitas Tadulako meneken MoU di dalam rangkaian acara Dinas Pariwisata Sigi, Senin "
        "(5/2/2024)."
    )
    assert [each.place for each in EXTRACTOR.extract(text).agreements] == [None]
