"""Agreements of which several sentences tell: papers of one occasion, a renewal, one that another continues."""

from __future__ import annotations

import pytest

from passages import full_agreements

Row = tuple[str, str, list[str], str | None, str | None, str | None]


SIGI = "Pemkab Sigi"
UNTAD = "Universitas Tadulako"
BANK = "Bank Sulteng"

TOLD: list[tuple[str, list[Row]]] = [
    (
        "PALU - Pemkab Sigi merampungkan rapat kerja di Hotel Santika, Rabu (5/2/2025). Pemkab Sigi mengundang "
        "40 kepala desa. Pemkab Sigi menargetkan panen raya.\n\nPada acara yang sama berlangsung penandatanganan dua "
        "dokumen. Nota kesepahaman dengan Universitas Tadulako mengatur magang mahasiswa. Dokumen lainnya ialah "
        "perjanjian kerja sama dengan Bank Sulteng mengenai kredit petani kakao.",
        [
            ("MoU", "signed", [SIGI, UNTAD], "mengatur magang mahasiswa", "2025-02-05", "Hotel Santika"),
            ("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2025-02-05", "Hotel Santika"),
        ],
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako meneken lagi kesepakatan bersama magang mahasiswa, Rabu (5/2/2025). "
        "Kesepakatan lama sudah habis akhir tahun lalu.",
        [("agreement", "extended", [SIGI, UNTAD], "magang mahasiswa", "2025-02-05", None)],
    ),
    (
        "Bupati Sigi menerima tamu di Rumah Jabatan Bupati Sigi, Rabu (5/2/2025).\n\nSore itu Pemkab Sigi, Bank "
        "Sulteng dan Universitas Tadulako meneken nota kesepahaman magang mahasiswa.",
        [
            (
                "MoU",
                "signed",
                [SIGI, BANK, UNTAD],
                "magang mahasiswa",
                "2025-02-05",
                "Rumah Jabatan Bupati Sigi",
            )
        ],
    ),
    (
        "Pemkab Sigi dan Bank Sulteng telah lebih dulu membuat perjanjian kerja sama kredit petani kakao, 5 Februari "
        "2025.",
        [("PKS", "existing", [SIGI, BANK], "kredit petani kakao", "2025-02-05", None)],
    ),
    (
        "Pemkab Sigi memperpanjang nota kesepahaman magang mahasiswa dengan Universitas Tadulako di Palu, Rabu "
        "(5/2/2025). Sebelumnya Pemkab Sigi juga sudah memiliki perjanjian kerja sama dengan Bank Sulteng yang "
        "diteken sejak 2022.",
        [
            ("MoU", "extended", [SIGI, UNTAD], "magang mahasiswa", "2025-02-05", "Palu"),
            ("PKS", "existing", [SIGI, BANK], None, "2022", None),
        ],
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako meneken perjanjian kerja sama magang mahasiswa, Rabu (5/2/2025).\n\n"
        "Perjanjian itu meneruskan nota kesepahaman kedua lembaga tertanggal 4 Maret 2024.",
        [
            ("PKS", "signed", [SIGI, UNTAD], "magang mahasiswa", "2025-02-05", None),
            ("MoU", "existing", [SIGI, UNTAD], None, "2024-03-04", None),
        ],
    ),
    (
        "Dana itu disalurkan berdasarkan perjanjian kerja sama tiga pihak, yaitu Pemkab Sigi, Bank Sulteng dan "
        "Universitas Tadulako, yang ditandatangani di Palu, Rabu (5/2/2025).",
        [("PKS", "existing", [SIGI, BANK, UNTAD], None, "2025-02-05", "Palu")],
    ),
    (
        "Pemkab Sigi memperpanjang kerja sama dengan Universitas Tadulako. Perjanjian kerja sama magang mahasiswa itu "
        "mulanya dibuat tahun 2021.",
        [("PKS", "extended", [SIGI, UNTAD], "magang mahasiswa", None, None)],
    ),
    (
        "PALU - Pemkab Sigi menambah 40 guru. Pemkab Sigi juga membangun kelas. Pemkab Sigi tengah menjajaki kerja "
        "sama dengan Bank Sulteng. MoU kredit guru rencananya diteken Juli 2025. Sementara itu, MoU magang mahasiswa "
        "dengan Universitas Tadulako sudah diperpanjang.",
        [
            ("MoU", "planned", [SIGI, BANK], "kredit guru", "2025-07", None),
            ("MoU", "extended", [SIGI, UNTAD], "magang mahasiswa", None, None),
        ],
    ),
    (
        "Pemkab Sigi memperpanjang nota kesepahaman dengan Universitas Tadulako dan Bank Sulteng. Isinya mengatur "
        "magang mahasiswa dan kredit guru.",
        [("MoU", "extended", [SIGI, UNTAD, BANK], "magang mahasiswa dan kredit guru", None, None)],
    ),
    (
        "PALU - Pemkab Sigi dan Universitas Tadulako meneken nota kesepahaman magang mahasiswa secara daring, Rabu "
        "(5/2/2025).",
        [("MoU", "signed", [SIGI, UNTAD], "magang mahasiswa", "2025-02-05", None)],
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako memperpanjang perjanjian kerja sama magang mahasiswa.\n\nPemkab Poso, "
        "kata dia, juga merencanakan nota kesepahaman dengan Bank Sulteng soal kredit petani.\n\nPenandatanganan "
        "perjanjian tersebut berlangsung secara daring, Rabu (5/2/2025).",
        [
            ("PKS", "extended", [SIGI, UNTAD], "magang mahasiswa", "2025-02-05", None),
            ("MoU", "planned", ["Pemkab Poso", BANK], "kredit petani", None, None),
        ],
    ),
    (
        "Pemkab Sigi tengah merancang MoU dengan Bank Sulteng tentang kredit guru. Sebelumnya Pemkab Sigi sudah "
        "memiliki kerja sama dengan Universitas Tadulako soal magang mahasiswa, diteken Agustus 2022.",
        [
            ("MoU", "planned", [SIGI, BANK], "kredit guru", None, None),
            ("agreement", "existing", [SIGI, UNTAD], "magang mahasiswa", "2022-08", None),
        ],
    ),
    (
        "Pemkab Sigi meneken MoU kredit petani dengan Bank Sulteng di Lantai II Gedung Bank Sulteng, Jalan Hasanuddin, "
        "Rabu (5/2/2025).",
        [("MoU", "signed", [SIGI, BANK], "kredit petani", "2025-02-05", "Gedung Bank Sulteng")],
    ),
    (
        "Universitas Tadulako meneken perjanjian kerja sama dengan enam puskesmas di Sigi, Rabu (5/2/2025).",
        [("PKS", "signed", [UNTAD, "enam puskesmas"], None, "2025-02-05", None)],
    ),
    (
        "PALU - Dinas Pertanian Sigi membina 40 petani.\n\nDinas dan Bank Sulteng akan menyusun perjanjian kerja "
        "sama selambat-lambatnya Maret 2025.",
        [("PKS", "planned", ["Dinas Pertanian Sigi", BANK], None, "2025-03", None)],
    ),
    (
        "Pelatihan itu memakai perjanjian kerja sama antara Pemkab Sigi dan Bank Sulteng yang diteken Maret 2024.\n\n"
        "Untuk Pilkada November 2024, perjanjian kerja sama itu mau kami perpanjang, kata Bupati Sigi.",
        [("PKS", "existing", [SIGI, BANK], None, "2024-03", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=lambda value: str(value)[:40])
def test_agreements_of_several_sentences(text: str, expected: list[Row]) -> None:
    assert full_agreements(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Sigi menerima dua dokumen. MoU dengan Universitas Tadulako mengatur magang mahasiswa.",
        "Acara itu ditandai penandatanganan dua prasasti. MoU dengan Universitas Tadulako mengatur magang.",
        "Pemkab Sigi menyebut perjanjian lama sudah habis. Universitas Tadulako mengaku belum tahu.",
        "Isinya mengatur magang mahasiswa. Pemkab Sigi mengirim surat ke Universitas Tadulako.",
    ],
    ids=lambda text: text[:40],
)
def test_words_that_tell_of_no_agreement(text: str) -> None:
    assert full_agreements(text) == []
