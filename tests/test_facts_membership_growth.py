"""Members told by what they have grown to, wait for, hold or are covered by."""

from __future__ import annotations

import pytest

from passages import members


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jaringan Agen Pegadaian turut bertambah 68 orang dalam empat bulan, dari 1.746 orang menjadi 1.814 orang.",
            ("Pegadaian", 1814),
        ),
        (
            "Kepala Kantor Kemenag Kabupaten Sigi membuka manasik. Per Juli 2025 calon jemaah yang masuk daftar tunggu "
            "18.240 orang.",
            ("Kantor Kemenag Kabupaten Sigi", 18_240),
        ),
        (
            "Kantor Kemenag Kabupaten Sigi menggelar manasik. Tahun ini Sigi memberangkatkan 646 orang ke Tanah Suci.",
            ("Kantor Kemenag Kabupaten Sigi", 646),
        ),
        (
            "712 Jemaah Haji Sigi Siap Berangkat\n\nSIGI - Kantor Kemenag Kabupaten Sigi menggelar manasik. Kuota "
            "tahun ini sebanyak 712 orang, terdiri atas 658 orang urut porsi dan 54 orang lansia.",
            ("Kantor Kemenag Kabupaten Sigi", 712),
        ),
        (
            "Ada 1.600 pekerja rentan yang iuran jaminan sosialnya mulai dibayar Pemkot Palu. Kartunya dibagikan BPJS "
            "Ketenagakerjaan Cabang Palu.",
            ("BPJS Ketenagakerjaan Cabang Palu", 1600),
        ),
        (
            "Sebanyak 1.640 mahasiswa berangkat KKN dengan perlindungan kecelakaan kerja, kata Kepala BPJS "
            "Ketenagakerjaan Cabang Palu.",
            ("BPJS Ketenagakerjaan Cabang Palu", 1640),
        ),
        (
            "Dana cukai membiayai jaminan sosial bagi 2.350 buruh, kata Kepala BPJS Ketenagakerjaan Cabang Palu.",
            ("BPJS Ketenagakerjaan Cabang Palu", 2350),
        ),
        (
            "Kepala BPJS Ketenagakerjaan Cabang Palu menjawab. Sebanyak 1.920 orang atau 94 persen telah didaftarkan "
            "sebelum terbang.",
            ("BPJS Ketenagakerjaan Cabang Palu", 1920),
        ),
        (
            "PT Asabri membuka loket baru. Manfaat ini dinikmati 12.640 pensiunan dan keluarganya.",
            ("PT Asabri", 12_640),
        ),
        (
            "Ia satu dari 3.124 orang yang tiap bulan menunggu kiriman dari PT Taspen.",
            ("PT Taspen", 3124),
        ),
        (
            "Alumni yang terhimpun dalam Ikatan Alumni Sigi kini 8.905 orang.",
            ("Ikatan Alumni Sigi", 8905),
        ),
        (
            "Buruh yang memegang kartu tanda anggota FSPM per Mei 2025, katanya, 7.850 orang.",
            ("FSPM", 7850),
        ),
        (
            "Manajer Bank Sigi menyebut nasabah tabungan haji di banknya 7.450 orang.",
            ("Bank Sigi", 7450),
        ),
        (
            "Pegadaian menambah loket. Pemilik rekening tabungan emas di kota itu per Mei 2025 berjumlah 9.482 orang.",
            ("Pegadaian", 9482),
        ),
    ],
)  # fmt: skip
def test_members_in_other_words(text: str, expected: tuple[str, int]) -> None:
    assert members(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Dinas Sosial Sigi menyebut pasien dalam antrean operasi 312 orang.",
        "Maskapai itu memberangkatkan 312 orang ke Jakarta, kata Kepala Kantor Kemenag Sigi.",
        "Pemkab mengalokasikan dana guna membayar iuran 5.120 warga. BPJS Kesehatan Cabang Palu menagih.",
        "Sebanyak 5.120 pekerja belum punya jaminan sosial, kata Kepala BPJS Ketenagakerjaan Cabang Palu.",
        "Ia satu dari 312 korban banjir yang menunggu bantuan dari Baznas Sigi.",
        "Menurut BPJS Ketenagakerjaan, 964 orang memperoleh Jaminan Kehilangan Pekerjaan.",
        "Sebanyak 312 merek telah didaftarkan ke kantor itu, kata BPJS Ketenagakerjaan.",
    ],
)
def test_look_alikes_are_none(text: str) -> None:
    assert members(text) == []


def test_a_count_before_a_percentage_is_no_percentage() -> None:
    text = "Pelanggan PLN di Lampung per Maret 2025 ada 512.480, 92,3 persen di antaranya rumah tangga."
    assert members(text) == [("PLN", 512_480)]
