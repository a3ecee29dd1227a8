"""Figures beside a membership: roundings, bases of a growth, heads of a payment, and wholes of breakdowns."""

from __future__ import annotations

import pytest

from beritaextract import Extractor

EXTRACTOR = Extractor(names="rules")


def memberships(text: str) -> list[tuple[str | None, int | None]]:
    return [
        (each.organization.name if each.organization else None, int(each.total.value or 0))
        for each in EXTRACTOR.extract(text).memberships
    ]


def test_a_rounded_figure_of_the_headline_is_the_one_printed_in_full() -> None:
    text = (
        "Pelanggan PDAM Sigi Tembus 48 Ribu\n\nSIGI - Kabar baik datang dari Kabupaten Sigi. Angka pastinya 48.216 "
        "sambungan, kata direktur."
    )
    assert memberships(text) == [("PDAM Sigi", 48_216)]


def test_a_rounding_of_a_membership_is_no_second_one() -> None:
    text = "Peserta JKN Kota Palu Capai 86 Ribu Jiwa\n\nPALU - Peserta JKN di Kota Palu saat ini mencapai 86.120 jiwa."
    assert memberships(text) == [("JKN", 86_120)]


@pytest.mark.parametrize(
    "text",
    [
        "Pelanggan PDAM Sigi pada akhir 2022 sebanyak 9.120 sambungan, kini sudah 9.840 sambungan.",
        "PDAM Sigi tumbuh. Akhir 2022 pelanggannya 9.120 sambungan, sementara per Mei 2024 menjadi 9.840 sambungan.",
    ],
)
def test_what_a_figure_has_become_is_the_membership(text: str) -> None:
    assert memberships(text) == [("PDAM Sigi", 9840)]


@pytest.mark.parametrize(
    "text",
    [
        "PDAM Sigi memotong tagihan. Nilainya Rp212 juta untuk 3.120 pelanggan.",
        "Program bedah warung menghabiskan Rp1,2 miliar untuk 310 pedagang di Kudus.",
        "Sebanyak 412 keluarga menerima bantuan sambungan air gratis senilai Rp900 juta.",
        "Bantuan bibit kelapa senilai Rp2,1 miliar dibagikan kepada 640 petani.",
    ],
)
def test_whom_a_sum_of_money_went_to_are_no_members(text: str) -> None:
    assert memberships(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KUR senilai Rp812 miliar disalurkan kepada 23.410 debitur.", ("KUR", 23_410)),
        ("Bansos beras Rp2 juta diberikan kepada 1.200 peternak.", ("Bansos beras", 1200)),
    ],
)
def test_receivers_of_a_standing_programme_or_of_a_rate_stay(text: str, expected: tuple[str, int]) -> None:
    assert memberships(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Perumda Tirta Sigi merinci pelanggannya menurut cabang. Dari 10.320 SR tersebut, Cabang Barat melayani "
            "6.320 SR dan Cabang Timur 4.000 SR.",
            ("Perumda Tirta Sigi", 10_320),
        ),
        (
            "KPU Kabupaten Sigi menutup pendaftaran. Ada 4.032 orang direkrut sebagai petugas ad hoc: KPPS 3.500 orang "
            "dan PPS 532 orang.",
            ("KPU Kabupaten Sigi", 4032),
        ),
        (
            "Universitas Bahari Wijaya berbenah. Dari 7.860 mahasiswa aktif, 1.179 mahasiswa atau "
            "15 persen belum punya jaminan kesehatan.",
            ("Universitas Bahari Wijaya", 7860),
        ),
    ],
)
def test_the_whole_of_a_breakdown_is_told_by_what_it_counts(text: str, expected: tuple[str, int]) -> None:
    assert memberships(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "PDAM Sigi memutus aliran 320 pelanggan yang menunggak, yakni 200 rumah tangga dan 120 warung.",
        "Universitas Tadulako mewisuda 860 mahasiswa, terdiri atas 500 perempuan dan 360 laki-laki.",
        "Koperasi Bina Warga menggelar rapat yang diikuti 250 anggota, yakni 180 petani dan 70 pedagang.",
        "KPP Pratama Palu memanggil 366 wajib pajak, yakni 300 pedagang dan 66 perusahaan.",
    ],
)
def test_the_whole_of_an_event_is_no_membership(text: str) -> None:
    assert memberships(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Perumda Tirta Sigi terus tumbuh. Dari 8.870 sambungan pada akhir 2022, kini sudah 9.345 sambungan "
            "atau naik 5 persen.",
            ("Perumda Tirta Sigi", 9345),
        ),
        (
            "Sebanyak 4.112 orang (98%), sudah didaftarkan ke BPJS Ketenagakerjaan Cabang Palu.",
            ("BPJS Ketenagakerjaan Cabang Palu", 4112),
        ),
        (
            "5.120 Pekerja Kebun Sigi Dilindungi lewat Dana Desa\n\nSIGI - Iurannya dibayarkan kepada BPJS "
            "Ketenagakerjaan Cabang Palu, kata bupati.",
            ("BPJS Ketenagakerjaan Cabang Palu", 5120),
        ),
        (
            "Bank Sulteng Gandeng BPJS Ketenagakerjaan\n\nPALU - Bank Sulteng bekerja sama. Hingga Mei 2025 ada "
            "4.126 debitur KUR di banknya, yakni pedagang 2.126 orang, petani 1.200 orang, dan nelayan 800 orang.",
            ("Bank Sulteng", 4126),
        ),
        ("Baznas Kudus menghimpun zakat Rp12 miliar dari 8.120 muzaki.", ("Baznas Kudus", 8120)),
        (
            "Rapat Koperasi Sipakatau berlangsung semalam. Rapat dihadiri 412 anggota dari total 3.120 anggota.",
            ("Koperasi Sipakatau", 3120),
        ),
        (
            "Jumlah muzaki Baznas Banten bertambah. Jumlahnya naik dari 9.210 orang pada 2022 menjadi 10.430 orang.",
            ("Baznas Banten", 10_430),
        ),
        (
            "Calon jemaah haji Kabupaten Banjar tahun 2024 sebanyak 612 orang, kata Kepala Kantor Kemenag Banjar.",
            ("Kantor Kemenag Banjar", 612),
        ),
        ("Pelanggan aktif PDAM Sigi 68.210 sambungan, yang macet 2.310.", ("PDAM Sigi", 68_210)),
        (
            "Dari 2.620 perangkat desa di Sigi, 2.310 sudah terlindungi BPJS Ketenagakerjaan.",
            ("BPJS Ketenagakerjaan", 2310),
        ),
    ],
)
def test_the_body_is_that_of_such_members(text: str, expected: tuple[str, int]) -> None:
    assert memberships(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Gangguan pipa membuat 5.100 pelanggan Perumda Tirta Sigi tidak mendapat air.",
        "Panitia menerima sumbangan Rp12 juta dari 120 donatur untuk masjid.",
        "Asuransi nelayan Berjaya diluncurkan. Pendaftar yang menunggu giliran operasi mencapai 1.874 orang.",
        "312 Pekerja Kebun Sigi Akan Dilindungi\n\nSIGI - Iurannya dibayarkan ke BPJS Ketenagakerjaan Cabang Palu.",
        "DJP mencatat. Ada 3.546 wajib pajak yang menagih insentif, yakni 3.000 karyawan dan 546 pedagang.",
    ],
)
def test_others_are_not_its_members(text: str) -> None:
    assert memberships(text) == []


def test_a_date_with_a_figure_of_its_own_is_not_that_of_the_membership() -> None:
    text = "Koperasi Sejahtera kini beranggotakan 5.870 orang, padahal pada 2020 masih 6.740 orang."
    [found] = EXTRACTOR.extract(text).memberships
    assert (found.as_of, found.total.value) == (None, 5870)


def test_a_roll_is_of_the_day_on_which_it_is_settled() -> None:
    text = (
        "KPU Kabupaten Sigi menetapkan Daftar Pemilih Tetap (DPT) Pilkada 2024 dalam rapat di Palu, Kamis (19/9/2024). "
        "Pemilih laki-laki 118.427 orang dan perempuan 129.789 orang. Seluruhnya menjadi 248.216 pemilih."
    )
    [found] = EXTRACTOR.extract(text).memberships
    assert (found.as_of, found.total.value) == ("2024-09-19", 248_216)
