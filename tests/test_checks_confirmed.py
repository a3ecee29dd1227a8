"""BX104, BX201, BX202 and BX205 by figures that the words do not join: agreement is told, contradiction never."""

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
        (
            "BX205",
            "Iuran 3.200 nelayan Rp16.800 sebulan ditanggung enam bulan. Uangnya Rp322,56 juta dari cukai.",
        ),
        ("BX205", "Lahan 9.880 hektare dibantu Rp30 juta per hektare. Dana yang cair Rp296,4 miliar."),
        (
            "BX104",
            "Koperasi itu beranggota 61.437 orang. Dulu 59.119 orang yang masuk. Bertambah 2.318 orang lagi.",
        ),
        (
            "BX201",
            "Bantuan yang tersalur Rp2,4 miliar, untuk 300 anak. Realisasi pada Mei itu setara 75 persen dari pagu "
            "Rp3,2 miliar.",
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
        ("BX205", "Harga beras 1 kilogram Rp13.929 di Banten dan Rp14.059 per kilogram di Solo."),
        ("BX202", "Stok 6 juta liter. Konsumsinya 6,2 juta liter dan ekspor lain naik 3 persen."),
        ("BX205", "Sebanyak 10 saham lama bernilai Rp200 menjadi saham baru bernilai Rp20."),
    ],
)
def test_figures_that_do_not_agree_say_nothing(code: str, text: str) -> None:
    assert verdicts(code, text, names="model") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("BX201", "Daya tampung itu 5.880 siswa. Jalur afirmasi mendapat 20 persen atau 1.176 siswa."),
        (
            "BX201",
            "Penunggaknya 2.449 pelanggan atau 13 persen dari pelanggan yang ada. Pelanggan kami 18.836 orang.",
        ),
        ("BX201", "Gaji baru terealisasi 48,4 persen. Sebab, baru 264 dari 546 daerah yang membayarkannya."),
        ("BX201", "Dari 142.600 pemilih, hanya 96.968 orang yang datang ke TPS. Partisipasinya 68 persen."),
        (
            "BX205",
            "Ada 13.978 KK penerima bantuan. Total bantuan Rp8,3 miliar lebih, yakni Rp600 ribu per KK.",
        ),
        ("BX205", "Biaya 982 TPS mencapai Rp3.861.224.000. Masing-masing TPS diberi sekitar Rp3.932.000."),
        ("BX205", "Korban rugi lebih dari Rp51 juta. Ia mencicil 60 kali senilai Rp864 ribu per bulan."),
    ],
)
def test_looser_words_are_confirmed_by_finer_figures(code: str, text: str) -> None:
    assert any(each.startswith("ok") for each in verdicts(code, text, names="model"))


def test_a_coarse_percentage_is_tried_on_the_nearest_figures_alone() -> None:
    text = (
        "Kabupaten itu punya 8.000 guru. Ada 412 guru honorer, 6.310 guru tetap, dan 2.890 guru kontrak. "
        "Sebanyak 400 guru atau 5 persen cuti."
    )
    assert verdicts("BX201", text, names="model") == []
