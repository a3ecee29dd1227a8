"""Who receives what a programme gives or takes part in it, and members, staff and students in further words."""

from __future__ import annotations

import pytest

from passages import memberships


@pytest.mark.parametrize(
    ("text", "organization", "total"),
    [
        ("Beasiswa Sigi Cerdas tahun ini diikuti 1.240 mahasiswa dari 24 kampus.", "Beasiswa Sigi Cerdas", 1240),
        ("Ada 5.400 guru yang mendapat insentif guru ngaji dari pemkot.", "insentif guru ngaji", 5400),
        ("Program makan siang sehat di Kota Solo menyasar 31.200 siswa.", "Program makan siang sehat", 31200),
        ("Pemda menambah anggaran. Realisasi KUR Rp812 miliar disalurkan kepada 23.410 debitur.", "KUR", 23410),
        ("Bansos beras disalurkan ke 88.210 keluarga.", "Bansos beras", 88210),
        ("Subsidi pupuk dinikmati 54.300 petani.", "Subsidi pupuk", 54300),
        ("Sebanyak 850 pelaku UMKM mengikuti program inkubasi bisnis.", "program inkubasi bisnis", 850),
        ("Hingga kini tercatat 1.342 peserta program transmigrasi.", "program transmigrasi", 1342),
        ("Sebanyak 9.821 peserta akan mengikuti UTBK-SNBT.", "UTBK-SNBT", 9821),
        ("Sebanyak 3.215 peserta dinyatakan lulus seleksi PPPK tahap II.", "seleksi PPPK tahap II", 3215),
        ("Jumlah pelamar CPNS menembus 120.400 orang.", "CPNS", 120400),
        ("Pemkot menanggung iuran JKN 412.000 warga kurang mampu.", "JKN", 412000),
        ("Kartu Jakarta Pintar dipegang 523.000 siswa.", "Kartu Jakarta Pintar", 523000),
        ("Penerima bantuan modal usaha di kota itu berjumlah 1.200 pedagang.", "bantuan modal usaha", 1200),
        ("Bantuan ongkos kapal Rp400 ribu per bulan diberikan kepada 240 nelayan.", "Bantuan ongkos kapal", 240),
        ("Pemkot membantu 3.400 siswa lewat program sekolah inklusi.", "program sekolah inklusi", 3400),
        ("Jumlah penerima seragam gratis di Kota Solo mencapai 5.600 siswa.", "seragam gratis", 5600),
        ("Sebanyak 325 KK penerima program bedah rumah sudah didata.", "program bedah rumah", 325),
        ("Realisasi asuransi nelayan tangguh 1.150 orang.", "asuransi nelayan tangguh", 1150),
    ],
)  # fmt: skip
def test_who_receives_belongs_to_the_programme(text: str, organization: str, total: int) -> None:
    [(name, _, _, found)] = memberships(text)
    assert (name, found) == (organization, total)


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab melanjutkan bantuan seragam sekolah. Penerima bantuan itu mencapai 1.760 siswa.",
        "Pemkab melanjutkan bantuan seragam sekolah. Total siswa penerimanya mencapai 1.760 siswa.",
        "Pemkab melanjutkan bantuan seragam sekolah. Siswa yang mendapatkan seragam itu mencapai 1.760 anak.",
        "Pemkab melanjutkan bantuan seragam sekolah. Tahap pertama sudah disalurkan untuk 1.760 penerima.",
        "Pemkab melanjutkan bantuan seragam sekolah. Kadis menyebut ada 1.760 penerima manfaat.",
        "Pemkab melanjutkan bantuan seragam sekolah\n\nKuota penerima bantuan itu 1.760 siswa.",
    ],
)
def test_a_programme_named_before_is_meant_by_what_stands_for_it(text: str) -> None:
    [(name, _, _, total)] = memberships(text)
    assert (name, total) == ("bantuan seragam sekolah", 1760)


def test_the_year_of_the_programme_is_that_of_its_recipients() -> None:
    [found] = memberships("Penerima bantuan seragam sekolah tahun 2019 mencapai 1.760 siswa.")
    assert found == ("bantuan seragam sekolah", None, "2019", 1760)


def test_where_no_place_is_told_it_is_that_of_the_office_that_speaks() -> None:
    [found] = memberships(
        "Dinas Pendidikan Kota Palu menyebut penerima bantuan seragam sekolah ada 1.760 siswa."
    )
    assert found == ("bantuan seragam sekolah", "Palu", None, 1760)


def test_a_programme_is_not_its_own_place() -> None:
    [(name, place, *_)] = memberships(
        "Setidaknya ada 9.700 siswa yang mendapatkan pendidikan di Sekolah Rakyat tahap pertama."
    )
    assert (name, place) == ("Sekolah Rakyat", None)


def test_an_acronym_with_a_word_behind_it_is_spelled_out_too() -> None:
    [(name, *_)] = memberships(
        "Bantuan Operasional Penyelenggaraan (BOP) cair. Dana BOP PAUD untuk 1.760 siswa cukup."
    )
    assert name == "Bantuan Operasional Penyelenggaraan (BOP) PAUD"


def test_a_figure_stands_once_even_if_the_headline_has_it_too() -> None:
    assert (
        len(memberships("1.760 Siswa Terima BSU\n\nPALU - Sebanyak 1.760 siswa menerima BSU di Kota Palu."))
        == 1
    )


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab menargetkan program bedah rumah itu menjangkau 500 petani.",
        "Apabila data baru masuk, maka jumlah penerima bantuan seragam sekolah sebanyak 1.760 siswa.",
        "Bantuan seragam sekolah belum diterima 1.760 siswa.",
        "Sebanyak 1.760 siswa belum menerima bantuan seragam sekolah.",
        "Calon penerima bantuan seragam sekolah mencapai 1.760 siswa.",
        "Program makan siang sehat membuat 120 siswa keracunan.",
        "Polisi menyerahkan bantuan sembako kepada 50 warga korban banjir.",
        "Lembaga bantuan hukum itu mendampingi 120 warga.",
        "Program studi hukum diikuti 120 mahasiswa.",
        "Polda menurunkan 300 personel untuk mengawal penyaluran bansos.",
        "Sebanyak 5.000 orang berunjuk rasa menolak program bedah rumah.",
        "Jumlah penerima program bedah rumah naik dari 120 keluarga.",
        "Penerima beasiswa Sigi Cerdas yakni siswa SD sebanyak 180 orang, dan siswa SMP sebanyak 57 orang.",
        "Mayoritas penerima beasiswa Sigi Cerdas berasal dari desa yakni mencapai 180 orang.",
        "Dari penerima beasiswa Sigi Cerdas tersebut, terdapat sebanyak 180 pendaftar yang yatim.",
        "8 227 warga terima BLT BBM",
        "Kasus korupsi dana hibah pokmas menjerat 12 orang.",
        "Bantuan itu diberikan kepada 1.760 siswa.",
        "Bupati menyerahkan bantuan bibit kelapa kepada 640 petani di tiga desa.",
        "Bulan depan 640 petani akan menerima program pembenihan ikan.",
        "Baznas Kota Palu menyerahkan beasiswa untuk 120 mahasiswa.",
        "Ada 1.190 pegawai yang ikut mendaftar program rumah murah.",
        "Setiap sekolah dalam program Sekolah Rakyat bisa menampung 1.000 siswa.",
        "Kemensos menyisir rekening penerima PKH, ditengarai ada 41.000 rekening disalahgunakan.",
        "Penerima PKH bertambah hingga melebihi jumlah penduduk Palu yang berjumlah 380.000 orang.",
        "Dalam program magang itu, pelamar bersaing dengan 6.120 pendaftar.",
        "Masih ada 4.120 guru dalam proses verifikasi untuk mendapatkan tunjangan guru.",
        "Program Cahaya Desa bertujuan membantu 500.000 anak.",
        "PKH terus disalurkan. Adapun bantuan sembako, sudah tersalurkan kepada 14.000 KPM.",
        "Uni Eropa mengundang 27 negara.",
        "Sebanyak 12 negara anggota NATO menolak.",
        "Pemerintah menghapus 7.300 peserta PBI JKN.",
    ],
)
def test_who_receives_nothing_is_no_member(text: str) -> None:
    assert memberships(text) == []


@pytest.mark.parametrize(
    ("text", "organization", "total"),
    [
        ("Usul didukung 150 dari 193 negara anggota Perserikatan Bangsa-Bangsa.", "Perserikatan Bangsa-Bangsa", 193),
        ("Para menteri dari 32 negara anggota NATO bertemu.", "NATO", 32),
        ("Uni Eropa terdiri atas 27 negara dengan 450 juta jiwa.", "Uni Eropa", 27),
        ("Lembaga yang terdaftar di Aspakop per Mei 2019 sebanyak 312.", "Aspakop", 312),
        ("Ia memuji karyawan Bank Mandiri yang jumlahnya sekitar 25.000 karyawan.", "Bank Mandiri", 25_000),
        ("Universitas Tadulako menerima 7.812 mahasiswa baru.", "Universitas Tadulako", 7812),
        ("PT Sigi Makmur didukung oleh 312 karyawan.", "PT Sigi Makmur", 312),
        ("PT Sigi Makmur memiliki 42 gerai dan 3.120 karyawan.", "PT Sigi Makmur", 3120),
        ("Koperasi Bina Warga kini memiliki anggota sebanyak 312 orang.", "Koperasi Bina Warga", 312),
        ("Sebanyak 45 anggota DPRD Sukamaju terpilih akan dilantik.", "DPRD Sukamaju", 45),
        ("Ada 4.578 total karyawan Bank Mandiri per hari ini.", "Bank Mandiri", 4578),
        ("Dari total sekitar 5.120 mahasiswa baru Itesa tahun 2020, separuh lewat tes.", "Itesa", 5120),
    ],
)  # fmt: skip
def test_members_staff_and_students(text: str, organization: str, total: int) -> None:
    [(name, _, _, found)] = memberships(text)
    assert (name, found) == (organization, total)


def test_of_a_growth_the_present_figure_is_the_membership() -> None:
    [found] = memberships(
        "Jumlah pengguna KasKilat tumbuh 16 persen dari 312 ribu pada akhir 2017 menjadi 340 ribu pada akhir 2018."
    )
    assert found == ("KasKilat", None, "2018", 340_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PGRI Kabupaten Sikka membawahi tidak kurang dari 5.420 guru.",
            ("PGRI Kabupaten Sikka", "Sikka", None, 5420),
        ),
        (
            "Gabungan Kelompok Tani Sumber Rejeki terdiri atas 14 kelompok dengan 486 petani.",
            ("Kelompok Tani Sumber Rejeki", None, None, 486),
        ),
        (
            "Warga Sigi yang sudah dijamin JKN per 1 September 2024 tidak kurang dari 61.204 jiwa.",
            ("JKN", "Sigi", "2024-09-01", 61204),
        ),
        (
            "Sudah 23.417 warga Kota Bitung yang punya kartu BPJS Ketenagakerjaan hingga Juli 2024.",
            ("BPJS Ketenagakerjaan", "Bitung", "2024-07", 23417),
        ),
        (
            "Sebanyak 1.134 orang dari 1.240 buruh di Kota Palu sudah menjadi peserta BPJS Ketenagakerjaan.",
            ("BPJS Ketenagakerjaan", "Palu", None, 1134),
        ),
        (
            "Sekitar 7.800 pengemudi ojek bernaung di bawah Koperasi Mitra Roda Nusantara.",
            ("Koperasi Mitra Roda Nusantara", None, None, 7800),
        ),
        (
            "Aplikasi Lapor Warga makin ramai. Pengguna aktif bulanannya menyentuh 640 ribu orang.",
            ("Aplikasi Lapor Warga", None, None, 640_000),
        ),
        (
            "Pemkot menyalurkan bantuan sosial disabilitas. Kuota bantuan sosial itu 640 orang se-Kota Palu.",
            ("bantuan sosial disabilitas", "Palu", None, 640),
        ),
        (
            "Sebanyak 320 lansia mendapat bantuan Rp300 ribu per bulan dari program Kudus Peduli Difabel.",
            ("program Kudus Peduli Difabel", None, None, 320),
        ),
        (
            "Perumda Tirta Raharja sudah mengalirkan air ke 98.412 rumah pelanggan di Kota Palu.",
            ("Perumda Tirta Raharja", "Palu", None, 98412),
        ),
        (
            "Kepala BPJS Ketenagakerjaan hadir. Yang rutin membayar iuran hingga April 2025 hanya 13.149 orang.",
            ("BPJS Ketenagakerjaan", None, "2025-04", 13149),
        ),
        (
            "Dinas Sosial Kabupaten Belu mencairkan Bantuan Musim Kering bagi petani yang gagal tanam. "
            "Nilainya Rp2,4 miliar untuk 3.000 keluarga.",
            ("Bantuan Musim Kering", "Belu", None, 3000),
        ),
        (
            "Per Maret 2025 pemegang Kartu Tani Sejahtera dan Mandiri (Katasima) di Alor 6.340 orang.",
            ("Kartu Tani Sejahtera dan Mandiri (Katasima)", "Alor", "2025-03", 6340),
        ),
        (
            "Sebanyak 318 keluarga di Cianjur menerima dana sewa sementara (DSS) Rp500.000 per bulan.",
            ("dana sewa sementara (DSS)", "Cianjur", None, 318),
        ),
        (
            "Bantuan Langsung Tunai (BLT) Desa di Kabupaten Tuban sudah diterima 5.230 keluarga.",
            ("Bantuan Langsung Tunai (BLT) Desa", "Tuban", None, 5230),
        ),
    ],
)
def test_told_by_other_verbs(text: str, expected: tuple[str, str | None, str | None, int]) -> None:
    assert memberships(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kejari Palu memanggil 35 badan usaha penunggak iuran. Badan usaha itu mempunyai kantor di 1.870 desa.",
        "PT PLN menagih. Pelanggannya 8.645, yang kena denda 6.431, yang menunggak 2.214.",
        "Peserta JKN berstatus aktif sebanyak 1.575.859 jiwa atau 77 persen dari seluruh peserta.",
        "Dari nasabah PT Pegadaian tersebut sebanyak 8.244 orang tergolong macet.",
        "Bupati menyerahkan Bantuan Benih Jagung. Hujan turun. Banjir besar melanda tiga kecamatan di pesisir selatan, "
        "merendam sawah, jalan, dan kebun, serta memutus aliran listrik ke desa-desa di hulu sungai selama dua hari "
        "penuh sampai petugas datang dari kota. Kerugian dihitung. Totalnya Rp3,2 miliar untuk 120 petani.",
        "Nelayan yang mengikuti lomba perahu tahun ini 120 orang.",
        "Sebanyak 61.970 nelayan tercatat di Dinas Perikanan Kota Palu.",
        "Di markas TNI itu, kata panglima, ada 25 prajurit yang ditetapkan sebagai tersangka.",
        "Seorang prajurit Batalion Infanteri 834 meninggal dunia.",
        "Sasaran vaksin terdiri dari 45 anggota DPRD Palu, 60 polisi, dan 110 guru.",
        "Sudah tergabung dalam Komunitas peduli sungai sebanyak 105 perusahaan.",
    ],
)
def test_who_is_a_part_or_no_member_is_none(text: str) -> None:
    assert memberships(text) == []
