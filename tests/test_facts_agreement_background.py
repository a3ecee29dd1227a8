"""Agreements told in passing: signed long before the report, in force, one more like another, or to be renewed."""

from __future__ import annotations

import pytest

from passages import Told, full_agreements

Row = tuple[str, str, list[str], str | None, str | None, str | None]

SIGI = "Pemkab Sigi"
UNTAD = "Universitas Tadulako"
BANK = "Bank Sulteng"
KPU = "KPU Sigi"
BPJSK = "BPJS Kesehatan Cabang Palu"
BPJS = "BPJS Ketenagakerjaan Cabang Palu"


TOLD: list[tuple[str, list[Row]]] = [
    (
        "Sigi - Bupati Sigi meninjau kebun kakao warga, Rabu (5/2/2025). Iuran petani diatur perjanjian kerja sama "
        "kredit petani kakao yang diteken Pemkab Sigi dengan Bank Sulteng pada 14 Maret 2022.",
        [("PKS", "existing", [SIGI, BANK], "kredit petani kakao", "2022-03-14", None)],
    ),
    (
        "Sigi - Pemkab Sigi dan Bank Sulteng meneken perjanjian kerja sama kredit petani kakao, Jumat (3/1/2025). "
        "Pencairan pertama disaksikan bupati, Rabu (5/2/2025).",
        [("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2025-01-03", "Sigi")],
    ),
    (
        "Pemkab Sigi dan Bank Sulteng meneken perjanjian kerja sama kredit petani kakao, 3 Januari 2025. Perjanjian "
        "itu berlaku sampai 3 Januari 2028.",
        [("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2025-01-03", None)],
    ),
    (
        "Pemkab Sigi dan Bank Sulteng meneken perjanjian kerja sama kredit petani kakao, Rabu (5/2/2025). Selain PKS "
        "itu, Pemkab Sigi juga memiliki nota kesepahaman magang mahasiswa dengan Universitas Tadulako.",
        [
            ("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2025-02-05", None),
            ("MoU", "existing", [SIGI, UNTAD], "magang mahasiswa", None, None),
        ],
    ),
    (
        "Sigi - Bupati Sigi membuka pameran kakao, Rabu (5/2/2025). Nota kesepahaman magang mahasiswa antara Pemkab "
        "Sigi dan Universitas Tadulako, kata bupati, akan berakhir bulan depan.",
        [("MoU", "existing", [SIGI, UNTAD], "magang mahasiswa", None, None)],
    ),
    (
        "Pemkab Sigi dan Bank Sulteng meneken perjanjian kerja sama kredit petani kakao, Rabu (5/2/2025). Pemda di "
        "Sigi dan Donggala yang terikat PKS kini dua.",
        [("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2025-02-05", None)],
    ),
    (
        "Pemkab Sigi meneken perjanjian kerja sama kredit petani kakao dengan Bank Sulteng, Rabu (5/2/2025). Dokumen "
        "serupa diteken bersama Bank Mandiri, Kamis (6/2/2025).",
        [
            ("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2025-02-05", None),
            ("PKS", "signed", [SIGI, "Bank Mandiri"], "kredit petani kakao", "2025-02-06", None),
        ],
    ),
    (
        "KPU Sigi dan BPJS Ketenagakerjaan Cabang Palu meneken perjanjian kerja sama perlindungan petugas pemilu, Rabu "
        "(5/2/2025). Bawaslu Sigi menyusul bulan depan dengan perjanjian serupa.",
        [
            ("PKS", "signed", [KPU, BPJS], "perlindungan petugas pemilu", "2025-02-05", None),
            ("PKS", "planned", [BPJS, "Bawaslu Sigi"], "perlindungan petugas pemilu", "2025-03", None),
        ],
    ),
    (
        "KPU Sigi dan BPJS Ketenagakerjaan Cabang Palu meneken perjanjian kerja sama perlindungan petugas pemilu, Rabu "
        "(5/2/2025).\n\nSementara itu, Bawaslu Sigi mengaku baru berencana menjalin kerja sama serupa.",
        [
            ("PKS", "signed", [KPU, BPJS], "perlindungan petugas pemilu", "2025-02-05", None),
            ("agreement", "planned", [BPJS, "Bawaslu Sigi"], None, None, None),
        ],
    ),
    (
        "Bank Sulteng dan Kejari Sigi meneken nota kesepahaman bantuan hukum, Rabu (5/2/2025). Rencananya bulan depan "
        "Kejari Poso dan Kejari Buol ikut bergabung lewat MoU serupa.",
        [
            ("MoU", "signed", [BANK, "Kejari Sigi"], "bantuan hukum", "2025-02-05", None),
            ("MoU", "planned", [BANK, "Kejari Poso", "Kejari Buol"], "bantuan hukum", "2025-03", None),
        ],
    ),
    (
        "Manajer KSP Citra Sigi, Budi Santoso, menambahkan koperasi telah bekerja sama dengan BPJS Ketenagakerjaan "
        "Cabang Palu sejak 2022 untuk melindungi petani kakao. Ia berbicara di Palu, Rabu (5/2/2025).",
        [("agreement", "existing", ["KSP Citra Sigi", BPJS], "melindungi petani kakao", "2022", None)],
    ),
    (
        "Sigi - Rapat petani kakao digelar Kamis, 7 Agustus. Pemkab Sigi dan Bank Sulteng meneken perjanjian kerja "
        "sama kredit petani kakao pada 14 Maret 2022.",
        [("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2022-03-14", "Sigi")],
    ),
    (
        "Palu - Pemkab Sigi dan Bank Sulteng melanjutkan nota kesepahaman kredit petani kakao untuk dua tahun lagi, "
        "Rabu (5/2/2025).",
        [("MoU", "extended", [SIGI, BANK], "kredit petani kakao", "2025-02-05", "Palu")],
    ),
    (
        "Penagihan itu dijalankan berdasarkan nota kesepahaman bantuan hukum antara Bank Sulteng dan Kejari Sigi. "
        "Naskah tersebut habis bulan depan, sehingga kedua lembaga sepakat memperpanjangnya dua tahun.",
        [("MoU", "extended", [BANK, "Kejari Sigi"], "bantuan hukum", None, None)],
    ),
    (
        "Bupati Sigi membuka rapat kakao, Rabu (5/2/2025). Nota kesepahaman bantuan hukum antara Bank Sulteng dan "
        "Kejari Sigi diteken 14 Agustus 2023 dan bakal diperpanjang bulan depan.",
        [
            ("MoU", "existing", [BANK, "Kejari Sigi"], "bantuan hukum", "2023-08-14", None),
            ("MoU", "planned", [BANK, "Kejari Sigi"], "bantuan hukum", "2025-03", None),
        ],
    ),
    (
        "Sejak 2022 Kejari Sigi terikat perjanjian kerja sama penerimaan denda dengan Bank Sulteng. Perjanjian itu "
        "berakhir 31 Desember dan perpanjangannya dijadwalkan pada Januari 2025.",
        [
            ("PKS", "existing", ["Kejari Sigi", BANK], "penerimaan denda", "2022", None),
            ("PKS", "planned", ["Kejari Sigi", BANK], "penerimaan denda", "2025-01", None),
        ],
    ),
    (
        "Bank Sulteng dan Pemkab Sigi meneken adendum perjanjian kerja sama kredit petani kakao, Rabu (5/2/2025). "
        "Adendum memperpanjang kerja sama yang semestinya berakhir bulan depan.",
        [("PKS", "extended", [BANK, SIGI], "kredit petani kakao", "2025-02-05", None)],
    ),
    (
        "Palu - Bank Sulteng menagih 40 debitur lewat Kejari Palu, Rabu (5/2/2025). Uang Bank Sulteng kembali Rp3 "
        "miliar.\n\nNota kesepahaman bantuan hukum Bank Sulteng dengan kejaksaan tersebut diteken tahun 2023 dan masih "
        "berlaku hingga akhir tahun.",
        [("MoU", "existing", [BANK, "Kejari Palu"], "bantuan hukum", "2023", None)],
    ),
    (
        "Palu - Bank Sulteng menagih debitur bersama Kejari Palu, Rabu (5/2/2025).\n\nKeduanya memang terikat "
        "perjanjian kerja sama bantuan hukum yang ditandatangani 7 Oktober 2024 untuk dua tahun.",
        [("PKS", "existing", [BANK, "Kejari Palu"], "bantuan hukum", "2024-10-07", None)],
    ),
    (
        "Bupati membuka rapat kerja, Rabu (5/2/2025). Di tempat itu pula Pemkab Sigi, Bank Sulteng, dan Universitas "
        "Tadulako menandatangani nota kesepahaman beasiswa petani kakao.",
        [("MoU", "signed", [SIGI, BANK, UNTAD], "beasiswa petani kakao", "2025-02-05", None)],
    ),
    (
        "Bank Sulteng membuka kantor baru di Palu, Rabu (5/2/2025). Kerja sama simpanan kakao Bank Sulteng dengan "
        "Puskopdit Citra Raya, yang sudah berjalan sejak 2021, tetap dilanjutkan.",
        [("agreement", "existing", [BANK, "Puskopdit Citra Raya"], "simpanan kakao", "2021", None)],
    ),
    (
        "Bank Sulteng berbagi di Palu, Rabu (5/2/2025). Bank Sulteng menyumbang beras. Bank Sulteng juga menyumbang "
        'kambing. "Kerja sama kami dengan Universitas Tadulako telah terjalin sejak 2023," kata pengurus masjid.',
        [],
    ),
    (
        "Kepala BPJS Kesehatan Cabang Palu, Budi Santoso, berbicara di Palu. Budi menambahkan pihaknya, Pemkab Sigi "
        "dan Bank Sulteng akan menandatangani perjanjian kerja sama data peserta pada April 2025.",
        [("PKS", "planned", ["BPJS Kesehatan Cabang Palu", SIGI, BANK], "data peserta", "2025-04", None)],
    ),
    (
        "RSUD Torabelo menandatangani perjanjian kerja sama layanan peserta dengan BPJS Kesehatan Cabang Palu, Rabu "
        "(5/2/2025). Kontrak dengan RSUD Undata, RSUD Anutapura, dan RSUD Madani diperpanjang untuk satu tahun.",
        [
            ("PKS", "signed", ["RSUD Torabelo", BPJSK], "layanan peserta", "2025-02-05", None),
            (
                "agreement",
                "extended",
                [BPJSK, "RSUD Undata", "RSUD Anutapura", "RSUD Madani"],
                None,
                "2025-02-05",
                None,
            ),
        ],
    ),
    (
        "Pemkab Sigi menandatangani perjanjian kerja sama layanan peserta dengan BPJS Kesehatan Cabang Palu, Rabu "
        "(5/2/2025). Kontrak dengan RSUD Undata, RSUD Anutapura, dan RSUD Madani diperpanjang untuk satu tahun.",
        [
            ("PKS", "signed", [SIGI, BPJSK], "layanan peserta", "2025-02-05", None),
            (
                "agreement",
                "extended",
                ["RSUD Undata", "RSUD Anutapura", "RSUD Madani"],
                None,
                "2025-02-05",
                None,
            ),
        ],
    ),
    (
        "Palu - Upah itu buah dari perjanjian bersama antara PT Citra Raya dan Bank Sulteng, yang diteken di hadapan "
        "mediator Dinas Tenaga Kerja Kota Palu, Rabu (5/2/2025).",
        [("agreement", "signed", ["PT Citra Raya", BANK], None, "2025-02-05", "Palu")],
    ),
    (
        "Palu - Pemkab Sigi dan Bank Sulteng membubuhkan tanda tangan pada nota kesepahaman kredit petani kakao, Rabu "
        "(5/2/2025).",
        [("MoU", "signed", [SIGI, BANK], "kredit petani kakao", "2025-02-05", "Palu")],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told_in_passing(text: str, told: list[Row]) -> None:
    assert full_agreements(text) == [Told(*row) for row in told]
