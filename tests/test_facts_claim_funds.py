"""Claims told of funds, of bills and of what takes a share, and the money that many totals look at."""

from __future__ import annotations

import pytest

from passages import ClaimRow as Row
from passages import claims

FUNDS: list[tuple[str, list[Row]]] = [
    (
        "Koperasi Kredit Bina Tani punya dana kematian. Sepanjang 2024, yang dibayarkan Rp2,4 miliar. "
        "Untuk uang duka Rp1,9 miliar, diterima 190 ahli waris. Lalu bantuan rawat inap Rp500 juta bagi "
        "420 anggota.",
        [
            ("Rp2,4 miliar", None, "2024", "Koperasi Kredit Bina Tani", None),
            ("Rp1,9 miliar", "190 ahli waris", "2024", "Koperasi Kredit Bina Tani", None),
            ("Rp500 juta", "420 anggota", "2024", "Koperasi Kredit Bina Tani", None),
        ],
    ),
    (
        "BPDP mencatat sejak 2019 dana peremajaan sawit yang cair untuk Sanggau berjumlah Rp210 miliar. "
        "Dana tersebut dinikmati 2.910 pekebun.",
        [
            ("Rp210 miliar", "2.910 pekebun", "2019/..", None, "Sanggau"),
        ],
    ),
    (
        "Hingga triwulan III 2025, LAZ Al Azhar Solo membelanjakan Rp3,4 miliar dana umat. Program "
        "kesehatan mendapat porsi Rp1,2 miliar dengan 880 pasien, pendidikan Rp1,5 miliar dengan 1.020 "
        "siswa, dan dakwah Rp700 juta.",
        [
            ("Rp3,4 miliar", None, "2025-01/2025-09", "LAZ Al Azhar Solo", None),
            ("Rp1,2 miliar", "880 pasien", "2025-01/2025-09", "LAZ Al Azhar Solo", None),
            ("Rp1,5 miliar", "1.020 siswa", "2025-01/2025-09", "LAZ Al Azhar Solo", None),
            ("Rp700 juta", None, "2025-01/2025-09", "LAZ Al Azhar Solo", None),
        ],
    ),
    (
        "Yayasan Tunas Bangsa membiayai pengobatan 58 anak penderita talasemia di Bantul. Dana yang "
        "terpakai selama 2024 Rp611 juta, atau naik dari Rp480 juta pada 2023.",
        [
            ("Rp611 juta", None, "2024", "Yayasan Tunas Bangsa", "Bantul"),
            ("Rp480 juta", None, "2023", "Yayasan Tunas Bangsa", "Bantul"),
        ],
    ),
    (
        "Pencairan bansos tahap dua di Kota Blitar hampir tuntas. Untuk PKH, dana yang sudah masuk ke "
        "rekening penerima Rp 3,2 miliar, milik 4.112 KPM. Program sembako malah tuntas. Nilai yang "
        'dibagikan selama dua bulan Rp 2,4 miliar. "Penerimanya 6.020 KPM," kata Kepala Dinsos.',
        [
            ("Rp 3,2 miliar", "4.112 KPM", None, None, "Blitar"),
            ("Rp 2,4 miliar", "6.020 KPM", None, None, "Blitar"),
        ],
    ),
]


SHARES: list[tuple[str, list[Row]]] = [
    (
        "Jember - BPJS Ketenagakerjaan Cabang Jember mencatat klaim kecelakaan kerja sepanjang 2024 "
        'sebesar Rp14,6 miliar untuk 1.120 kasus. "Patah tulang sendiri menelan Rp3,9 miliar dari klaim '
        'itu," kata kepala cabang.',
        [
            ("Rp14,6 miliar", "1.120 kasus", "2024", "BPJS Ketenagakerjaan Cabang Jember", "Jember"),
            ("Rp3,9 miliar", None, "2024", "BPJS Ketenagakerjaan Cabang Jember", "Jember"),
        ],
    ),
    (
        "Kepala BPJS Ketenagakerjaan Cabang Bitung mengungkapkan, sejak Januari hingga Agustus 2025 "
        "santunan kematian yang telah dibayarkan sebesar Rp4,2 miliar untuk 100 kasus. Biaya perawatan "
        "kecelakaan kerja yang dibayarkan Rp812 juta untuk 44 kasus. Dengan demikian total manfaat yang "
        "kembali ke warga sebesar Rp5,012 miliar.",
        [
            ("Rp4,2 miliar", "100 kasus", "2025-01/2025-08", "BPJS Ketenagakerjaan Cabang Bitung", "Bitung"),
            ("Rp812 juta", "44 kasus", "2025-01/2025-08", "BPJS Ketenagakerjaan Cabang Bitung", "Bitung"),
            ("Rp5,012 miliar", None, "2025-01/2025-08", "BPJS Ketenagakerjaan Cabang Bitung", "Bitung"),
        ],
    ),
    (
        "Pada 2024, BPJS Kesehatan Cabang Tegal membayar klaim Rp 912 miliar kepada 18 rumah sakit. "
        "Sebesar Rp 88 miliar lagi berupa kapitasi untuk 96 puskesmas dan klinik.",
        [
            ("Rp 912 miliar", "18 rumah sakit", "2024", "BPJS Kesehatan Cabang Tegal", "Tegal"),
            ("Rp 88 miliar", "96 puskesmas", "2024", "BPJS Kesehatan Cabang Tegal", "Tegal"),
        ],
    ),
    (
        "Untuk semester genap tahun akademik 2024/2025, dana KIP Kuliah yang telah dicairkan bagi 3.120 "
        "mahasiswa Unhalu senilai Rp22,1 miliar, meliputi biaya pendidikan Rp9,4 miliar dan biaya hidup "
        "Rp12,7 miliar.",
        [
            ("Rp22,1 miliar", "3.120 mahasiswa", "2024/2025", None, None),
            ("Rp9,4 miliar", None, "2024/2025", None, None),
            ("Rp12,7 miliar", None, "2024/2025", None, None),
        ],
    ),
    (
        "BPJS Kesehatan Cabang Parepare mengucurkan Rp614 miliar untuk membayar 24 rumah sakit mitra "
        "sepanjang 2024. Jumlah itu meningkat dibanding 2023 yang sebesar Rp541 miliar. Dari total "
        "pembayaran, persalinan memakan Rp58 miliar dan cuci darah Rp44 miliar.",
        [
            ("Rp614 miliar", "24 rumah sakit", "2024", "BPJS Kesehatan Cabang Parepare", "Parepare"),
            ("Rp541 miliar", None, "2023", "BPJS Kesehatan Cabang Parepare", "Parepare"),
            ("Rp58 miliar", None, "2024", "BPJS Kesehatan Cabang Parepare", "Parepare"),
            ("Rp44 miliar", None, "2024", "BPJS Kesehatan Cabang Parepare", "Parepare"),
        ],
    ),
    (
        "Baznas Kabupaten Kudus menyalurkan zakat Rp7,5 miliar kepada 9.100 mustahik sepanjang 2024. "
        "Bidang pendidikan menyerap Rp2,2 miliar. Dari dana pendidikan itu, Rp820 juta dipakai untuk "
        "beasiswa 410 siswa.",
        [
            ("Rp7,5 miliar", "9.100 mustahik", "2024", "Baznas Kabupaten Kudus", "Kudus"),
            ("Rp2,2 miliar", None, "2024", "Baznas Kabupaten Kudus", "Kudus"),
            ("Rp820 juta", "410 siswa", "2024", "Baznas Kabupaten Kudus", "Kudus"),
        ],
    ),
    (
        "Kebakaran Pasar Wage menyisakan duka. Sebanyak 214 pedagang menerima kompensasi dari Pemkab "
        "Nganjuk, masing-masing Rp5 juta, sehingga total yang dikeluarkan Rp1,07 miliar.",
        [
            ("Rp1,07 miliar", "214 pedagang", None, "Pemkab Nganjuk", "Nganjuk"),
        ],
    ),
]


GIVERS: list[tuple[str, list[Row]]] = [
    (
        '"Tahun lalu ada 42 pasien tidak mampu kami operasi, biayanya Rp380 juta dibayar Baznas Klaten," '
        "kata direktur rumah sakit.",
        [
            ("Rp380 juta", "42 pasien", None, "Baznas Klaten", "Klaten"),
        ],
    ),
    (
        "Jasa Raharja Cabang Sulawesi Tenggara sudah menuntaskan santunan bagi korban kapal tenggelam. "
        "Ahli waris 12 penumpang yang tewas memperoleh Rp600 juta, sedangkan 31 penumpang luka dijamin "
        "biaya rawatnya hingga Rp214 juta.",
        [
            (
                "Rp600 juta",
                "12 penumpang",
                None,
                "Jasa Raharja Cabang Sulawesi Tenggara",
                "Sulawesi Tenggara",
            ),
        ],
    ),
    (
        "Taspen Ambon mencatat 1.204 klaim tabungan hari tua selesai dibayar selama Januari-Oktober 2024,"
        " nominalnya Rp71,6 miliar. Jaminan kematian 412 klaim senilai Rp16,5 miliar.",
        [
            ("Rp71,6 miliar", "1.204 klaim", "2024-01/2024-10", "Taspen Ambon", None),
            ("Rp16,5 miliar", "412 klaim", "2024-01/2024-10", "Taspen Ambon", None),
        ],
    ),
    (
        "Bank Nagari menyerahkan dividen Rp112 miliar kepada Pemerintah Provinsi Sumatera Barat untuk "
        "tahun buku 2024, sementara kabupaten dan kota menerima Rp208 miliar.",
        [
            ("Rp112 miliar", None, "2024", "Bank Nagari", None),
            ("Rp208 miliar", None, "2024", "Bank Nagari", None),
        ],
    ),
    (
        "Sepanjang musim tanam 2024, Jasindo membayar ganti rugi gagal panen Rp4,9 miliar untuk 812 "
        "hektare sawah milik 1.630 petani Indramayu.",
        [
            ("Rp4,9 miliar", "1.630 petani", "2024", "Jasindo", "Indramayu"),
        ],
    ),
    (
        "Direktur Utama LPS menyatakan simpanan nasabah BPR Arta Kencana yang layak bayar mencapai Rp31,7"
        " miliar. Sampai 10 Maret sudah dibayarkan Rp27,2 miliar kepada 3.914 nasabah.",
        [
            ("Rp27,2 miliar", "3.914 nasabah", None, None, None),
        ],
    ),
]


RETURNS: list[tuple[str, list[Row]]] = [
    (
        "Sejak Januari hingga September 2025, jaksa menagih pajak daerah yang macet di Kota Bekasi. Uang "
        'yang kembali ke kas daerah Rp 11,2 miliar dari 92 wajib pajak. "Ada satu hotel di Jatiasih '
        "menunggak sejak 2019. Begitu kami panggil, dua hari kemudian ditransfer. Nominalnya Rp 1,8 "
        'miliar," kata Kepala Kejari Kota Bekasi.',
        [
            ("Rp 11,2 miliar", "92 wajib pajak", "2025-01/2025-09", None, "Bekasi"),
        ],
    ),
    (
        "Selama pemutihan, pokok tunggakan yang dibayarkan mencapai Rp41,7 miliar. Adapun denda yang "
        "dihapus Rp19,2 miliar.",
        [
            ("Rp41,7 miliar", None, None, None, None),
        ],
    ),
    (
        "PDAM Tirta Mahakam mulai galak kepada penunggak. Sejak Februari sampai Agustus 2025, tagihan "
        "macet yang berhasil dipungut lewat jaksa Rp2,64 miliar dari 1.318 pelanggan. Setengahnya, Rp1,3 "
        "miliar, berasal dari pelanggan rumah tangga.",
        [
            ("Rp2,64 miliar", "1.318 pelanggan", "2025-02/2025-08", None, None),
            ("Rp1,3 miliar", None, "2025-02/2025-08", None, None),
        ],
    ),
    (
        "Berkat pendampingan Kejari Sleman, perusahaan daerah itu menerima kembali piutangnya Rp4,7 "
        'miliar selama 2024. "Yang dari hotel Rp2,8 miliar, sisanya Rp1,9 miliar dari pabrik," ujar '
        "direktur.",
        [
            ("Rp4,7 miliar", None, "2024", None, "Sleman"),
            ("Rp2,8 miliar", None, "2024", None, "Sleman"),
            ("Rp1,9 miliar", None, "2024", None, "Sleman"),
        ],
    ),
    (
        "Kepala BP3MI Kalimantan Barat mengatakan selama 2024 gaji tertahan milik 52 pekerja migran "
        "berhasil ditagih dari majikan, jumlahnya Rp1,38 miliar.",
        [
            ("Rp1,38 miliar", "52 pekerja migran", "2024", None, None),
        ],
    ),
    (
        "Kejaksaan Negeri Malinau mengantongi kembali uang daerah Rp3,6 miliar dari empat rekanan proyek "
        "yang kelebihan bayar. Pengembalian terbesar datang dari PT Bumi Kayan, Rp2,1 miliar.",
        [
            ("Rp3,6 miliar", "empat rekanan", None, None, "Malinau"),
            ("Rp2,1 miliar", None, None, None, "Malinau"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FUNDS)
def test_what_a_fund_pays(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_a_share_with_what_takes_it(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(("text", "expected"), GIVERS)
def test_who_pays_a_bill(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(("text", "expected"), RETURNS)
def test_what_was_owed_and_came_back(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


def test_fines_that_are_waived_and_applications_to_come_are_none() -> None:
    text = "Bantuan Rp5 miliar sudah disalurkan Pemkab Sigi kepada 40 warga. Adapun denda yang dihapus Rp2 miliar."
    assert [row[0] for row in claims(text)] == ["Rp5 miliar"]


def test_a_sum_and_its_own_parts_are_not_parts_of_one_total() -> None:
    text = (
        "Petugas penagihan PDAM menarik tunggakan Rp1,28 miliar. PDAM juga menyalurkan bantuan Rp642 juta pada 2024. "
        "Rinciannya air bersih Rp310 juta, sanitasi Rp187 juta, serta beasiswa Rp145 juta."
    )
    assert [row[2] for row in claims(text)][1:] == ["2024"] * 4


def test_the_same_time_is_that_of_the_claim_before() -> None:
    text = (
        "Selama Januari-Juni 2025 BPJS Kesehatan Cabang Blora membayar klaim Rp8 miliar untuk 90 kasus. "
        "Dalam periode yang sama, dana kapitasi yang dibayarkan Rp3 miliar untuk 12 puskesmas."
    )
    assert [row[2] for row in claims(text)] == ["2025-01/2025-06"] * 2
