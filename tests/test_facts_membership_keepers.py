"""Members whose body is not named beside their figure: it is the one of the article that has such members."""

from __future__ import annotations

import pytest

from passages import memberships


@pytest.mark.parametrize(
    ("text", "organization", "as_of", "total"),
    [
        (
            "Koperasi Kredit Tunas Mekar menggelar rapat. Anggota per 31 Desember 2024 berjumlah 9.814 orang.",
            "Koperasi Kredit Tunas Mekar", "2024-12-31", 9814,
        ),
        (
            "PT Pegadaian Kantor Wilayah I Medan mencatat kinerja positif. Jumlah nasabah tumbuh 9,4 persen secara "
            "tahunan menjadi 913.220 orang per 30 Juni 2025, dari sebelumnya 834.753 orang.",
            "PT Pegadaian Kantor Wilayah I Medan", "2025-06-30", 913220,
        ),
        (
            "BPJS Ketenagakerjaan Cabang Tuban mendatangi pangkalan ojek. Hingga Juli 2025, baru 71.206 pekerja "
            "di Tuban yang menjadi peserta.",
            "BPJS Ketenagakerjaan Cabang Tuban", "2025-07", 71206,
        ),
        (
            "BPJS Ketenagakerjaan Cabang Padang hadir di kampus. Wakil Rektor III UNP mengatakan mahasiswa yang "
            "telah didaftarkan sebanyak 6.480 orang.",
            "BPJS Ketenagakerjaan Cabang Padang", None, 6480,
        ),
        (
            "Per 31 Desember 2024 anggota CU Bina Seroja genap 22.418 orang, bertambah 940 orang dalam setahun.",
            "CU Bina Seroja", "2024-12-31", 22418,
        ),
        (
            "Pengguna aplikasi Antre Sehat kini 18.240 warga, naik 12 persen dari 16.285 pengguna pada akhir 2024.",
            "Antre Sehat", None, 18240,
        ),
        (
            "Badan Amil Zakat Nasional (Baznas) Kabupaten Bima membagikan zakat Rp4,2 miliar kepada 6.318 mustahik "
            "sepanjang 2024.",
            "Badan Amil Zakat Nasional (Baznas) Kabupaten Bima", "2024", 6318,
        ),
        (
            "Dari seluruh buruh yang ditempatkan itu, 14.310 orang atau 88,2 persen sudah menjadi peserta BPJS "
            "Ketenagakerjaan.",
            "BPJS Ketenagakerjaan", None, 14310,
        ),
    ],
)  # fmt: skip
def test_the_body_of_the_article_has_the_members(
    text: str, organization: str, as_of: str, total: int
) -> None:
    [(name, _, date, found)] = memberships(text)
    assert (name, date, found) == (organization, as_of, total)


@pytest.mark.parametrize(
    ("text", "organization", "total"),
    [
        ("Pemkab Jember punya program makan lansia. Sasarannya 415 orang.", "program makan lansia", 415),
        ("Penerima PKH di kota santri itu tahun ini 6.214 KPM.", "PKH", 6214),
        ("BPDP membuka Beasiswa Sawit Muda. Penerimanya asal Riau saat ini 412 mahasiswa.", "Beasiswa Sawit Muda", 412),
        (
            "Peserta bisa memakai program Rencana Cicil Bertahap (Recita). Kini 2.114 peserta sudah ikut Recita.",
            "program Rencana Cicil Bertahap (Recita)", 2114,
        ),
        ("312 Warga Blora Manfaatkan Cek Kesehatan Gratis", "Cek Kesehatan Gratis", 312),
    ],
)  # fmt: skip
def test_takers_of_a_programme_in_further_words(text: str, organization: str, total: int) -> None:
    [(name, _, _, found)] = memberships(text)
    assert (name, found) == (organization, total)


def test_each_programme_of_a_total_has_its_receivers() -> None:
    found = memberships(
        "Bantuan sosial (bansos) diterima 3.214.600 KPM. Program Keluarga Harapan Rp0,96 triliun untuk 1.286.400 KPM, "
        "lalu Program Sembako Rp1,16 triliun untuk 1.928.200 KPM."
    )
    assert {("Program Keluarga Harapan", 1286400), ("Program Sembako", 1928200)} <= {
        (each[0], each[3]) for each in found
    }


def test_a_list_of_insured_classes_is_of_the_insurer() -> None:
    [(name, _, _, total)] = memberships(
        "Pemkot menggandeng BPJS Ketenagakerjaan Cabang Ambon.\n\nWarga "
        "yang iurannya ditanggung pemkot sebagai berikut:\n"
        "1. Tukang becak 8.750 orang\n2. Penjaga sekolah 972 orang\n3. Penyapu jalan 1.182 orang\nJumlah 10.904 orang"
    )
    assert (name, total) == ("BPJS Ketenagakerjaan Cabang Ambon", 10904)


def test_the_whole_that_is_insured_in_part_is_none() -> None:
    [(_, _, _, total)] = memberships(
        "BPJS Ketenagakerjaan Cabang Palopo berkunjung. Dari 42.100 petani, yang sudah terlindungi baru 5.318 orang."
    )
    assert total == 5318


@pytest.mark.parametrize(
    ("text", "organization", "place", "total"),
    [
        ("Pekebun di Ngawi yang mengikuti AUTS tahun ini 4.310 orang.", "AUTS", "Ngawi", 4310),
        (
            "Kepala BPJS Ketenagakerjaan Cabang Ende mengatakan pengojek yang masih jadi peserta saat ini 1.950 orang.",
            "BPJS Ketenagakerjaan Cabang Ende", "Ende", 1950,
        ),
        (
            "Dari 4.800 kader, yang sudah didaftarkan ke BPJS Ketenagakerjaan Cabang Ende 3.950 orang. "
            "Sementara 850 orang lainnya menunggu pemutakhiran data.",
            "BPJS Ketenagakerjaan Cabang Ende", "Ende", 3950,
        ),
        (
            "Koperasi TKPM Sinar Jaya Ende berbenah. Ketua Koperasi TKPM mengaku anggotanya sebenarnya 2.140 orang.",
            "Koperasi TKPM Sinar Jaya Ende", None, 2140,
        ),
        (
            "Tenaga pengawas yang direkrut Bawaslu Kabupaten Tegal untuk pilkada totalnya 3.212 orang.",
            "Bawaslu Kabupaten Tegal", "Tegal", 3212,
        ),
        (
            "Debitur KUR pada BRI Cabang Palopo hingga kini tercatat 6.120 orang.",
            "BRI Cabang Palopo", "Palopo", 6120,
        ),
    ],
)  # fmt: skip
def test_a_body_that_the_clause_behind_yang_names(
    text: str, organization: str, place: str | None, total: int
) -> None:
    assert memberships(text) == [(organization, place, None, total)]


def test_one_of_several_places_is_not_the_place() -> None:
    [(_, place, _, _)] = memberships(
        "Di Kota Padang, Kabupaten Solok dan Kota Pariaman ada 12.640 peserta JKN."
    )
    assert place is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kupang (ANTARA) - Universitas Sasando berbenah. Mahasiswa aktif kini berjumlah 21.430 orang.",
            ("Universitas Sasando", None, None, 21430),
        ),
        (
            "PT Taspen (Persero) Cabang Kupang setiap bulan membayarkan uang pensiun kepada 31.204 orang.",
            ("PT Taspen (Persero) Cabang Kupang", None, None, 31204),
        ),
        (
            "Bank Kupang menagih di Kupang. PT BPR Bank Kupang mengandalkan UMKM. Nasabah Bank Kupang 12.640 orang.",
            ("PT BPR Bank Kupang", "Kupang", None, 12640),
        ),
        (
            "Koperasi Kredit (Kopdit) Wira Lestari menutup tahun dengan 9.412 anggota.",
            ("Koperasi Kredit (Kopdit) Wira Lestari", None, None, 9412),
        ),
        (
            "Perumda Tirta Lontar menggandeng Kejaksaan Negeri Kupang. Bupati Kupang hadir. Pelanggannya kini 8.640 "
            "sambungan.",
            ("Perumda Tirta Lontar", "Kupang", None, 8640),
        ),
        (
            "Kanwil Kemenag Bali memberangkatkan 712 jemaah haji asal Bali, kata Ketua, Kamis (8/5/2025).",
            ("Kanwil Kemenag Bali", "Bali", "2025", 712),
        ),
        (
            "Baznas Kota Kupang menyalurkan zakat kepada 3.120 mustahik. Muzaki yang rutin menitipkan zakatnya lewat "
            "lembaga itu tercatat 1.940 orang.",
            ("Baznas Kota Kupang", "Kupang", None, 1940),
        ),
        (
            "BPJS Ketenagakerjaan Cabang Kupang menyebut 41.300 pekerja di kota itu sudah berada di bawah perlindungan "
            "program.",
            ("BPJS Ketenagakerjaan Cabang Kupang", "Kupang", None, 41300),
        ),
        (
            "Sampai Mei 2025 peserta JKN di dua kabupaten itu 312.840 jiwa.",
            ("JKN", None, "2025-05", 312840),
        ),
        (
            "PDAM Lontar menagih. Pelanggan PDAM Lontar 8.645, yang menunggak 2.214.",
            ("PDAM Lontar", None, None, 8645),
        ),
        (
            "KPU Kota Kupang berhemat. Petugas ad hoc KPU Kota Kupang berjumlah 4.210 orang.",
            ("KPU Kota Kupang", "Kupang", None, 4210),
        ),
    ],
)  # fmt: skip
def test_the_name_and_the_place_are_those_of_the_body(
    text: str, expected: tuple[str, str | None, str | None, int]
) -> None:
    assert memberships(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kanwil Kemenag Bali menyebut 9.120 jemaah haji dalam daftar tunggu, kata Ketua, Kamis (8/5/2025).",
        "KPU Kota Kupang melaporkan. Jumlah donatur yang belum menyetor ke Baznas Kota Kupang tercatat 312 orang.",
    ],
)
def test_who_waits_is_of_no_year_and_who_has_not_given_is_no_giver(text: str) -> None:
    assert all(found[2] is None for found in memberships(text))
    assert all(found[3] != 312 for found in memberships(text))


@pytest.mark.parametrize(
    "text",
    [
        "412 KPM BPNT Belum Ambil Bantuan, Dinsos Jemput Bola",
        "Koperasi Bina Warga menghitung. Anggota yang hadir sebanyak 312 orang.",
        "Jumlah nasabah PT Pegadaian Cabang Ternate yang menunggak mencapai 812 orang.",
        "PT Pegadaian Cabang Ternate menargetkan nasabah emas di seluruh Kota Ternate bertambah menjadi 12.000 orang.",
        "PDAM Tirta Kencana mencatat 412 pelanggan terdampak kebocoran pipa.",
        "Dua bank itu, Bank Sigi dan Bank Dolo, bersaing ketat.\n\nSektor ini tumbuh.\n\nLaju naik.\n\nHarga turun.\n\n"
        "Kurs stabil.\n\nJumlah nasabah mencapai 912.000 orang.",
    ],
)
def test_no_membership(text: str) -> None:
    assert memberships(text) == []
