"""Agreements told in passing: signed long before the report, in force, one more like another, or to be renewed."""

from __future__ import annotations

import pytest

from passages import Told, agreements_told, extractor

Row = tuple[str, str, list[str], str | None, str | None, str | None]

SIGI = "Pemkab Sigi"
UNTAD = "Universitas Tadulako"
BANK = "Bank Sulteng"
RS = "RSUD Torabelo"


def rows(text: str) -> list[Told]:
    return agreements_told(extractor().extract(text).agreements)


TOLD: list[tuple[str, list[Row]]] = [
    (
        "SIGI - Bupati Sigi meninjau kebun kakao warga, Rabu (5/2/2025). Iuran petani diatur perjanjian kerja sama "
        "kredit petani kakao yang diteken Pemkab Sigi dengan Bank Sulteng pada 14 Maret 2022.",
        [("PKS", "existing", [SIGI, BANK], "kredit petani kakao", "2022-03-14", None)],
    ),
    (
        "SIGI - Pemkab Sigi dan Bank Sulteng meneken perjanjian kerja sama kredit petani kakao, Jumat (3/1/2025). "
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
        "SIGI - Bupati Sigi membuka pameran kakao, Rabu (5/2/2025). Nota kesepahaman magang mahasiswa antara Pemkab "
        "Sigi dan Universitas Tadulako, kata bupati, akan berakhir bulan depan.",
        [("MoU", "existing", [SIGI, UNTAD], "magang mahasiswa", None, None)],
    ),
    (
        "Pemkab Sigi dan Bank Sulteng meneken perjanjian kerja sama kredit petani kakao, Rabu (5/2/2025). Pemda di "
        "Sigi dan Donggala yang terikat PKS kini dua.",
        [("PKS", "signed", [SIGI, BANK], "kredit petani kakao", "2025-02-05", None)],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told_in_passing(text: str, told: list[Row]) -> None:
    assert rows(text) == [Told(*row) for row in told]
