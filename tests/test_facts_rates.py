"""From sentences to rates: what is contributed, promised, charged and earned, and under which condition."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from beritaextract.model import Rate

EXTRACTOR = Extractor(names="rules")

Row = tuple[str, str, str]


def rates(text: str) -> tuple[Rate, ...]:
    return EXTRACTOR.extract(text).rates


RATES: list[tuple[str, list[Row]]] = [
    (
        "Peserta yang meninggal dunia mendapat santunan Rp42 juta, sedangkan anaknya memperoleh beasiswa maksimal "
        "Rp174 juta.",
        [("benefit", "santunan", "Rp42 juta"), ("benefit", "beasiswa", "Rp174 juta")],
    ),
    (
        "Iuran pekerja informal cuma Rp16.800 per bulan.",
        [("contribution", "Iuran pekerja informal", "Rp16.800 per bulan")],
    ),
    (
        "Iuran kelas III Rp42 ribu per bulan. Adapun kelas II Rp100 ribu dan kelas I Rp150 ribu.",
        [
            ("contribution", "Iuran kelas III", "Rp42 ribu per bulan"),
            ("contribution", "kelas II", "Rp100 ribu"),
            ("contribution", "kelas I", "Rp150 ribu"),
        ],
    ),
    (
        "Tarif peserta kelas III hanya Rp42.000 per bulan.",
        [("contribution", "Tarif peserta kelas III", "Rp42.000 per bulan")],
    ),
    ("SPP di sekolah itu Rp250.000 per bulan.", [("contribution", "SPP di sekolah", "Rp250.000 per bulan")]),
    (
        "Ahli waris berhak menerima santunan kematian Rp42 juta.",
        [("benefit", "santunan kematian", "Rp42 juta")],
    ),
    (
        "Iuran peserta mandiri hanya Rp16.800 sebulan, dengan santunan kematian Rp42 juta dan beasiswa maksimal "
        "Rp174 juta.",
        [
            ("contribution", "Iuran peserta mandiri", "Rp16.800 sebulan"),
            ("benefit", "santunan kematian", "Rp42 juta"),
            ("benefit", "beasiswa", "Rp174 juta"),
        ],
    ),
    ("Setiap kader mendapat insentif Rp75.000 per bulan.", [("benefit", "insentif", "Rp75.000 per bulan")]),
    (
        "Harga cabai rawit naik dari Rp40.000 menjadi Rp65.000 per kilogram.",
        [("price", "Harga cabai rawit", "Rp65.000 per kilogram")],
    ),
    (
        "Kopi bubuk itu dijual seharga Rp35.000 per bungkus.",
        [("price", "Kopi bubuk", "Rp35.000 per bungkus")],
    ),
    (
        "Tarif air di Blora Rp4.150 per meter kubik.",
        [("price", "Tarif air di Blora", "Rp4.150 per meter kubik")],
    ),
    (
        "Tiket masuk taman itu hanya Rp10.000 per orang.",
        [("fare", "Tiket masuk taman", "Rp10.000 per orang")],
    ),
    ("Tarif angkutan kota kini Rp5.000.", [("fare", "Tarif angkutan kota", "Rp5.000")]),
    ("UMK Blora tahun depan menjadi Rp2,2 juta per bulan.", [("wage", "UMK Blora", "Rp2,2 juta per bulan")]),
    (
        "Upah buruh panen di desa itu Rp120.000 sehari.",
        [("wage", "Upah buruh panen di desa", "Rp120.000 sehari")],
    ),
    (
        "Harga beras naik di tiga daerah, yakni Kabupaten Blora Rp17.455/kg, Kota Tegal Rp16.863/kg, dan Kendal "
        "Rp16.432/kg.",
        [
            ("price", "Kabupaten Blora", "Rp17.455/kg"),
            ("price", "Kota Tegal", "Rp16.863/kg"),
            ("price", "Kendal", "Rp16.432/kg"),
        ],
    ),
    (
        "Harga beras medium di zona 2 Rp13.500/kg dan premium Rp15.400/kg.",
        [
            ("price", "Harga beras medium di zona 2", "Rp13.500/kg"),
            ("price", "premium", "Rp15.400/kg"),
        ],
    ),
    (
        "Harga cabai naik lagi. Telur kini Rp28.000 per kilogram, sedangkan kedelai Rp12 ribu per kilogram.",
        [
            ("price", "Telur", "Rp28.000 per kilogram"),
            ("price", "kedelai", "Rp12 ribu per kilogram"),
        ],
    ),
    (
        "Berikut daftar harga emas hari ini:\n\n0,5 gram: Rp1.016.000\n\n1 gram: Rp1.932.000\n\n2 gram: Rp3.804.000",
        [
            ("price", "harga emas 0,5 gram", "Rp1.016.000"),
            ("price", "harga emas 1 gram", "Rp1.932.000"),
            ("price", "harga emas 2 gram", "Rp3.804.000"),
        ],
    ),
    (
        "Gubernur menetapkan UMK tahun depan.\n\n1. Kota Tegal: Rp2.376.683\n2. Kabupaten Blora: Rp2.238.430",
        [
            ("wage", "UMK Kota Tegal", "Rp2.376.683"),
            ("wage", "UMK Kabupaten Blora", "Rp2.238.430"),
        ],
    ),
    (
        "Biaya perpanjangan SIM A Rp80 ribu dan SIM C Rp75 ribu.",
        [("fare", "Biaya perpanjangan SIM A", "Rp80 ribu"), ("fare", "SIM C", "Rp75 ribu")],
    ),
    (
        "Setoran awal haji ditetapkan sebesar Rp25 juta per jemaah.",
        [("contribution", "Setoran awal haji", "Rp25 juta per jemaah")],
    ),
    (
        "Biaya Perjalanan Ibadah Haji (Bipih), yakni bagian yang harus dilunasi calon jemaah, sebesar Rp47.300.000.",
        [("fare", "Biaya Perjalanan Ibadah Haji", "Rp47.300.000")],
    ),
    (
        "Pengelola menyediakan dua pilihan tenda dengan tarif Rp550.000 dan Rp650.000 per malam.",
        [("fare", "tenda", "Rp550.000"), ("fare", "tenda", "Rp650.000 per malam")],
    ),
    (
        "Sedan itu hanya dijual dalam satu warna, dan dibanderol mulai dari Rp431.000.000.",
        [("price", "Sedan", "Rp431.000.000")],
    ),
    (
        "Pemkab memberikan santunan uang duka Rp750.000 per keluarga, santunan kepada janda yang hidup sendiri "
        "Rp1.200.000, dan insentif kader posyandu Rp75.000 per bulan.",
        [
            ("benefit", "santunan uang duka", "Rp750.000 per keluarga"),
            ("benefit", "santunan kepada janda", "Rp1.200.000"),
            ("benefit", "insentif kader posyandu", "Rp75.000 per bulan"),
        ],
    ),
    (
        "Gaji pokok perangkat kelurahan itu Rp2.426.640 per bulan.",
        [("wage", "Gaji pokok perangkat kelurahan", "Rp2.426.640 per bulan")],
    ),
]

MOVES = (
    (
        "Tarif air rumah tangga naik dari Rp3.500 menjadi Rp4.200 per meter kubik mulai April 2025.",
        ("Tarif air rumah tangga", "Rp4.200 per meter kubik"),
    ),
    ("Tarif bus kota naik dari Rp3.500 menjadi Rp5.000.", ("Tarif bus kota", "Rp5.000")),
    (
        "Harga emas di Blora anjlok Rp6.000 menjadi Rp1.937.000 per gram.",
        ("Harga emas di Blora", "Rp1.937.000 per gram"),
    ),
    (
        "Harga telur yang sebelumnya Rp27.000 per kilogram, kini Rp31.000 per kilogram.",
        ("Harga telur", "Rp31.000 per kilogram"),
    ),
    ("Gula pasir saat ini harga Rp15 ribu.", ("Gula pasir", "Rp15 ribu")),
    ("Perak cetakan 5 gram dipasarkan di harga Rp217.500.", ("Perak cetakan 5 gram", "Rp217.500")),
    (
        "Harga kol yang sebelumnya di angka Rp8.500 per kilogram, kini menjadi Rp11.000 per kilogram.",
        ("Harga kol", "Rp11.000 per kilogram"),
    ),
    (
        "Dulu sepiring soto harganya Rp12.500, kini sudah menyentuh Rp18 ribu.",
        ("harganya", "Rp18 ribu"),
    ),
    ("Toko itu menawarkan kipas angin pintar seharga Rp349.000.", ("kipas angin pintar", "Rp349.000")),
    ("HET beras premium Rp74.500 per kemasan.", ("HET beras premium", "Rp74.500 per kemasan")),
    (
        "Unit bekas sedan itu bisa ditemukan di kisaran Rp205-230 juta.",
        ("Unit bekas sedan", "Rp205-230 juta"),
    ),
    ("Harga elpiji 12 kg: Rp194.000.", ("Harga elpiji 12 kg", "Rp194.000")),
    ("Warga menyerbu pasar yang menyediakan beras yang dijual Rp50.000.", ("beras", "Rp50.000")),
)

SILENT = (
    "Tunggakan iuran di kota itu mencapai Rp4,1 miliar.",
    "Pemulihan iuran sebesar Rp108.137.709 dari 13 SKK.",
    "BPJS Ketenagakerjaan telah menyerahkan santunan Rp42 juta kepada ahli waris.",
    "Pemkab mengalokasikan bantuan Rp900 juta untuk nelayan.",
    "Harga diri bangsa tidak dijual.",
    "Total gaji yang dibayarkan perusahaan itu Rp5 miliar.",
    "Realisasi retribusi parkir sampai Juni Rp800.000.",
    "Laba bersih dari penjualan tiket Rp3 miliar.",
    "Jika harga cabai menembus Rp90.000 per kilogram, pemkot menggelar pasar murah.",
    "Analis memperkirakan harga emas mencapai Rp2,5 juta per gram.",
    "Gelandang itu dibeli dengan harga 20 juta euro.",
    "Baznas mengirim bantuan pangan berupa beras senilai Rp120 juta, dengan enam truk.",
    "Perak batangan mencatat penurunan harga sebesar Rp1.700.",
    "Hakim itu memiliki sedan yang baru dibeli dengan harga sekitar Rp1,7 miliar.",
    "Nilai manfaat dari badan pengelola haji rata-rata Rp38.500.000.",
    "Pabrik menurunkan harga beras sebesar Rp1.000 per kemasan.",
    "Klub itu mendatangkan bek seharga 3,2 juta euro.",
    "Subsidi solar sebesar Rp2.000 per liter menahan harga minyak.",
    "Rincian anggaran:\n\nSeragam: Rp120.000.000\n\nKonsumsi: Rp80.000.000",
    "Korban merugi.\n\n1. Sutarno (Tegal): Rp350 juta\n2. Wiryo (Blora): Rp250 juta",
    "Penerima bantuan adalah pekerja dengan penghasilan Rp3,5 juta per bulan.",
)


@pytest.mark.parametrize(("text", "wanted"), RATES, ids=lambda value: str(value)[:50])
def test_rate_has_kind_label_and_amount(text: str, wanted: list[Row]) -> None:
    assert [(each.kind, each.label, each.amount.span.text) for each in rates(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), MOVES, ids=lambda value: str(value)[:50])
def test_price_is_what_it_costs_now(text: str, wanted: tuple[str, str]) -> None:
    assert [(each.label, each.amount.span.text) for each in rates(text)] == [wanted]


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:50])
def test_sums_are_no_rates(text: str) -> None:
    assert rates(text) == ()


def test_second_amount_stands_under_its_condition() -> None:
    text = "Iuran nelayan cuma Rp16.800 sebulan, tetapi jika ditanggung pemda turun menjadi Rp10.800."
    first, second = rates(text)
    assert (first.amount.value, first.condition) == (16800, None)
    assert (second.label, second.amount.value) == ("Iuran nelayan", 10800)
    assert second.condition == "jika ditanggung pemda"


def test_those_who_get_a_benefit_are_named() -> None:
    (rate,) = rates(
        "Apabila nelayan itu meninggal, keluarga nelayan akan memperoleh santunan hingga Rp42 juta."
    )
    assert rate.entitled == "keluarga nelayan"
    (rate,) = rates("Program itu memberikan beasiswa maksimal Rp174 juta bagi dua anak.")
    assert rate.entitled == "dua anak"
    (rate,) = rates("Ada juga santunan kepada janda yang hidup sendiri maksimal Rp1.200.000.")
    assert rate.entitled == "janda yang hidup sendiri"
    (rate,) = rates("Bantuan itu sebesar Rp600.000 per orang untuk periode Juni.")
    assert rate.entitled is None


def test_condition_may_follow_the_amount() -> None:
    (rate,) = rates("Iuran nelayan hanya Rp16.800 per bulan jika mendaftar sendiri.")
    assert rate.condition == "jika mendaftar sendiri"


def test_rates_carry_the_words_they_rest_on() -> None:
    text = "Iuran pekerja informal cuma Rp16.800 per bulan."
    (rate,) = rates(text)
    assert [span.text for span in rate.evidence] == ["Iuran pekerja informal", "Rp16.800 per bulan"]
    assert all(text[span.start : span.end] == span.text for span in rate.evidence)
