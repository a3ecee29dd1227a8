"""BX201 and BX205 by figures that the words do not join: agreement is told, contradiction never."""

from __future__ import annotations

import pytest

from passages import verdicts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "BX201",
            "Penduduk kabupaten itu 819.590 jiwa. Masih 84.418 jiwa atau 10,3 persen belum terlindungi.",
        ),
        (
            "BX201",
            "Kuota haji daerah itu 2.049 orang. Yang sudah melunasi 1.762 orang atau 86 persen.",
        ),
        ("BX201", "Tunggakan tercatat Rp3.023.468.090. Yang masuk baru Rp1.874.550.216 (62 persen)."),
        (
            "BX205",
            "Ada 35 ahli waris yang menerima santunan Rp42 juta. Santunan itu seluruhnya Rp1,47 miliar.",
        ),
        (
            "BX205",
            "Sebanyak 12.500 guru mengaji didaftarkan. Iurannya Rp16.800 per bulan, setahun Rp2,52 miliar.",
        ),
        ("BX205", "Bantuan Rp600.000 diterima 947 kepala keluarga, dengan anggaran Rp568.200.000."),
    ],
)
def test_figures_that_agree_are_confirmed(code: str, text: str) -> None:
    assert verdicts(code, text, names="model") in (["ok"], ["ok_rounded"])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "BX201",
            "Penduduk kabupaten itu 819.590 jiwa. Masih 94.418 jiwa atau 10,3 persen belum terlindungi.",
        ),
        ("BX201", "Kuota haji daerah itu 2.049 orang. Jumlah pendaftar naik 1.762 orang atau 86 persen."),
        ("BX205", "Ada 35 ahli waris yang menerima santunan Rp42 juta. Anggaran dinas itu Rp1,74 miliar."),
        ("BX205", "Sebanyak 10 saham lama bernilai Rp200 menjadi saham baru bernilai Rp20."),
    ],
)
def test_figures_that_do_not_agree_say_nothing(code: str, text: str) -> None:
    assert verdicts(code, text, names="model") == []
