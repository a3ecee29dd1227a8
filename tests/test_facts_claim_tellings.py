"""Claims told in other words: by those who collect, by those who get, in the years and the regions after a sum."""

from __future__ import annotations

import pytest

from passages import ClaimRow as Row
from passages import claims, extractor

TOLD: list[tuple[str, list[Row]]] = [
    (
        "Perumda Tirta Mayang menghitung hasil kerja sama dengan Kejaksaan Negeri Jambi. Dari 214 pelanggan "
        "yang menunggak, tunggakan rekening air senilai Rp1,35 miliar akhirnya tertagih sepanjang 2024. "
        "Pelanggan niaga menyumbang Rp810 juta, sedangkan sisanya Rp540 juta datang dari rumah tangga.",
        [
            ("Rp1,35 miliar", "214 pelanggan", "2024", None, "Jambi"),
            ("Rp810 juta", None, "2024", None, "Jambi"),
            ("Rp540 juta", None, "2024", None, "Jambi"),
        ],
    ),
    (
        "BPJS Ketenagakerjaan Cabang Palopo mencatat 42 surat kuasa khusus diserahkan kepada Kejari Palopo "
        'sejak awal tahun. Hasilnya, Rp962 juta iuran yang macet masuk ke kas. "Tahun 2023 cuma Rp410 juta," '
        "kata Kepala Cabang Palopo, Ruslan.",
        [
            ("Rp962 juta", None, None, None, "Palopo"),
            ("Rp410 juta", None, "2023", None, "Palopo"),
        ],
    ),
    (
        "Baznas Kabupaten Sragen menutup 2024 dengan penyaluran Rp9,6 miliar. Paling besar untuk bidang "
        "pendidikan, Rp3,7 miliar. Kemudian kemanusiaan Rp2,8 miliar, kesehatan Rp1,6 miliar, ekonomi Rp1,1 "
        "miliar, serta dakwah dan advokasi Rp400 juta.",
        [
            ("Rp9,6 miliar", None, "2024", "Baznas Kabupaten Sragen", "Sragen"),
            ("Rp3,7 miliar", None, "2024", "Baznas Kabupaten Sragen", "Sragen"),
            ("Rp2,8 miliar", None, "2024", "Baznas Kabupaten Sragen", "Sragen"),
            ("Rp1,6 miliar", None, "2024", "Baznas Kabupaten Sragen", "Sragen"),
            ("Rp1,1 miliar", None, "2024", "Baznas Kabupaten Sragen", "Sragen"),
            ("Rp400 juta", None, "2024", "Baznas Kabupaten Sragen", "Sragen"),
        ],
    ),
    (
        "PT Taspen Cabang Kendari membayar manfaat kepada 8.310 pensiunan di Sulawesi Tenggara. Sepanjang "
        "semester I 2025 totalnya Rp244 miliar: pensiun bulanan Rp198 miliar, Tabungan Hari Tua Rp39 miliar, "
        "dan Jaminan Kematian Rp7 miliar.",
        [
            ("Rp244 miliar", "8.310 pensiunan", "2025-40", "PT Taspen Cabang Kendari", "Kendari"),
            ("Rp198 miliar", None, "2025-40", "PT Taspen Cabang Kendari", "Kendari"),
            ("Rp39 miliar", None, "2025-40", "PT Taspen Cabang Kendari", "Kendari"),
            ("Rp7 miliar", None, "2025-40", "PT Taspen Cabang Kendari", "Kendari"),
        ],
    ),
    (
        "Pemerintah Kabupaten Banggai membebaskan lahan untuk jalan lingkar. Sudah 87 pemilik yang dibayar, "
        "nilainya Rp24,5 miliar. Masih ada 13 pemilik yang menunggu, dengan taksiran Rp4 miliar.",
        [
            ("Rp24,5 miliar", "87 pemilik", None, None, "Banggai"),
        ],
    ),
    (
        "Para petani di Kecamatan Bungku menerima uang ganti gagal panen dari Jasindo. Ada 340 petani yang "
        "kebagian, totalnya Rp2,04 miliar untuk 340 hektare sawah. Musim tanam lalu, nilai klaim yang cair "
        "Rp1,5 miliar.",
        [
            ("Rp2,04 miliar", "340 petani", None, "Jasindo", "Bungku"),
            ("Rp1,5 miliar", None, None, "Jasindo", "Bungku"),
        ],
    ),
    (
        "Lembaga Penjamin Simpanan menuntaskan penggantian simpanan nasabah BPR Sumber Artha. Hingga akhir "
        "Mei 2025, Rp31,7 miliar milik 5.604 nasabah sudah kembali ke tangan pemiliknya.",
        [
            ("Rp31,7 miliar", "5.604 nasabah", "2025-01/2025-05", "Lembaga Penjamin Simpanan", None),
        ],
    ),
    (
        "Kejaksaan Negeri Bantaeng menerima titipan uang Rp780 juta dari keluarga terdakwa kasus korupsi "
        "irigasi. Penyerahan itu melengkapi Rp420 juta yang disetor terdakwa pada bulan lalu. Dengan begitu, "
        "seluruh kerugian negara Rp1,2 miliar telah kembali.",
        [
            ("Rp780 juta", None, None, None, "Bantaeng"),
            ("Rp420 juta", None, None, None, "Bantaeng"),
            ("Rp1,2 miliar", None, None, None, "Bantaeng"),
        ],
    ),
    (
        "Nilai klaim program Jaminan Kecelakaan Kerja di Kota Bontang turun menjadi Rp6,8 miliar untuk 344 "
        "kasus pada 2024, dari Rp8,1 miliar untuk 402 kasus pada 2023. BPJS Ketenagakerjaan menyebut "
        "penurunan itu berkat perbaikan keselamatan.",
        [
            ("Rp6,8 miliar", "344 kasus", "2024", "BPJS Ketenagakerjaan", "Bontang"),
            ("Rp8,1 miliar", "402 kasus", "2023", "BPJS Ketenagakerjaan", "Bontang"),
        ],
    ),
    (
        "Kejaksaan Negeri Tabalong membantu bank daerah menagih kredit macet. Selama 2024, 61 debitur datang "
        "melunasi tunggakannya dengan total Rp3,3 miliar. Pada 2023 hanya 40 debitur, nilainya Rp1,8 miliar.",
        [
            ("Rp3,3 miliar", "61 debitur", "2024", None, "Tabalong"),
            ("Rp1,8 miliar", "40 debitur", "2023", None, "Tabalong"),
        ],
    ),
    (
        "Uang pengganti dan denda yang berhasil diamankan Kejari Ngada dari empat perkara korupsi sejak "
        "Januari berjumlah Rp2,7 miliar. Seluruhnya sudah disetor ke kas negara.",
        [
            ("Rp2,7 miliar", "empat perkara", None, None, "Ngada"),
        ],
    ),
    (
        "Dompet Dhuafa Jawa Tengah mengirimkan Rp1,25 miliar untuk korban banjir Demak. Sebanyak Rp700 juta "
        "dipakai memperbaiki rumah, Rp350 juta untuk dapur umum, dan Rp200 juta untuk obat-obatan.",
        [
            ("Rp1,25 miliar", None, None, "Dompet Dhuafa Jawa Tengah", "Demak"),
            ("Rp700 juta", None, None, "Dompet Dhuafa Jawa Tengah", "Demak"),
            ("Rp350 juta", None, None, "Dompet Dhuafa Jawa Tengah", "Demak"),
            ("Rp200 juta", None, None, "Dompet Dhuafa Jawa Tengah", "Demak"),
        ],
    ),
    (
        '"Klaim kami dari BPJS Kesehatan tahun 2024 cair Rp63,8 miliar, padahal tahun 2023 cuma Rp58 miliar," '
        "kata Direktur RSUD Kajen, dr. Hasyim.",
        [
            ("Rp63,8 miliar", None, "2024", "BPJS Kesehatan", None),
            ("Rp58 miliar", None, "2023", "BPJS Kesehatan", None),
        ],
    ),
    (
        "Pemerintah Provinsi Gorontalo merampungkan penyaluran bantuan beasiswa. Mahasiswa jenjang S1 yang "
        "menerima 840 orang dengan anggaran Rp4,2 miliar, S2 95 orang Rp950 juta, dan S3 20 orang Rp400 juta.",
        [
            ("Rp4,2 miliar", "840 orang", None, "Pemerintah Provinsi Gorontalo", "Gorontalo"),
            ("Rp950 juta", "95 orang", None, "Pemerintah Provinsi Gorontalo", "Gorontalo"),
            ("Rp400 juta", "20 orang", None, "Pemerintah Provinsi Gorontalo", "Gorontalo"),
        ],
    ),
    (
        "PT Asabri telah menunaikan kewajibannya kepada keluarga 17 prajurit yang gugur. Santunan risiko "
        "kematian khusus untuk mereka Rp7,65 miliar, sedangkan beasiswa anak Rp510 juta.",
        [
            ("Rp7,65 miliar", "17 prajurit", None, "PT Asabri", None),
            ("Rp510 juta", None, None, "PT Asabri", None),
        ],
    ),
    (
        "Ganti rugi tanah Bendungan Jragung dibayarkan bertahap. Warga Desa Candirejo kebagian Rp41 miliar "
        "untuk 96 bidang, Desa Penawangan Rp28 miliar untuk 71 bidang, dan Desa Klepu Rp15 miliar untuk 33 "
        "bidang.",
        [
            ("Rp41 miliar", "96 bidang", None, None, "Candirejo"),
            ("Rp28 miliar", "71 bidang", None, None, "Penawangan"),
            ("Rp15 miliar", "33 bidang", None, None, "Klepu"),
        ],
    ),
    (
        "Dalam tiga tahun, uang negara yang dikembalikan para terpidana korupsi di Sumatera Selatan terus "
        "bertambah: Rp9 miliar pada 2022, Rp14 miliar pada 2023, dan Rp22 miliar pada 2024.",
        [
            ("Rp9 miliar", None, "2022", None, "Sumatera Selatan"),
            ("Rp14 miliar", None, "2023", None, "Sumatera Selatan"),
            ("Rp22 miliar", None, "2024", None, "Sumatera Selatan"),
        ],
    ),
    (
        "Sebanyak 73 perusahaan di Kabupaten Gowa akhirnya membayar iuran pegawainya setelah dipanggil jaksa. "
        "Nilai yang terselamatkan Rp1,9 miliar. Perusahaan jasa keamanan membayar Rp1,1 miliar dan sisanya, "
        "Rp800 juta, dari perusahaan konstruksi.",
        [
            ("Rp1,9 miliar", "73 perusahaan", None, None, "Gowa"),
            ("Rp1,1 miliar", None, None, None, "Gowa"),
            ("Rp800 juta", None, None, None, "Gowa"),
        ],
    ),
    (
        "Pekerja yang kehilangan pekerjaan di Kabupaten Subang ikut menikmati program JKP. Sampai Mei 2025 "
        "tercatat 1.902 orang mencairkannya, total Rp8,3 miliar. Setahun penuh 2024, pencairannya Rp6,4 "
        "miliar untuk 1.515 orang.",
        [
            ("Rp8,3 miliar", "1.902 orang", "2025-01/2025-05", None, "Subang"),
            ("Rp6,4 miliar", "1.515 orang", "2024", None, "Subang"),
        ],
    ),
    (
        "Klaim JHT di BPJS Ketenagakerjaan Cabang Bitung melonjak. Januari sampai Juni 2025 ada 5.210 "
        "pengajuan yang dibayar dengan nilai Rp61,5 miliar. Bandingkan dengan periode sama 2024 yang Rp48,2 "
        "miliar untuk 4.433 pengajuan.",
        [
            (
                "Rp61,5 miliar",
                "5.210 pengajuan",
                "2025-01/2025-06",
                "BPJS Ketenagakerjaan Cabang Bitung",
                "Bitung",
            ),
            (
                "Rp48,2 miliar",
                "4.433 pengajuan",
                "2024-01/2024-06",
                "BPJS Ketenagakerjaan Cabang Bitung",
                "Bitung",
            ),
        ],
    ),
    (
        "Uang hasil korupsi pengadaan bibit di Kabupaten Nabire pelan-pelan pulang. Terdakwa pertama "
        "menitipkan Rp450 juta, terdakwa kedua Rp300 juta. Jaksa memasukkan semuanya ke rekening penampungan.",
        [
            ("Rp450 juta", None, None, None, "Nabire"),
            ("Rp300 juta", None, None, None, "Nabire"),
        ],
    ),
    (
        "BPBD Kabupaten Lumajang menyalurkan dana tunggu hunian bagi 405 keluarga penyintas erupsi. Total "
        "dana yang ditransfer selama enam bulan Rp1,21 miliar, atau Rp500 ribu per keluarga tiap bulan.",
        [
            ("Rp1,21 miliar", "405 keluarga", None, "BPBD Kabupaten Lumajang", "Lumajang"),
        ],
    ),
    (
        'Kepala Cabang BPJS Ketenagakerjaan Samarinda, Agus Dwi, bersyukur atas bantuan jaksa. "Alhamdulillah '
        'tahun ini Rp2,9 miliar sudah masuk dari 88 badan usaha yang bandel," ujarnya. Paling besar dari '
        "sektor tambang, Rp1,7 miliar.",
        [
            ("Rp2,9 miliar", "88 badan usaha", None, None, "Samarinda"),
            ("Rp1,7 miliar", None, None, None, "Samarinda"),
        ],
    ),
    (
        "Pemerintah Aceh mengucurkan dana otonomi khusus untuk santunan anak yatim. Tahun 2024 ada 95.000 "
        "anak penerima dengan total uang Rp228 miliar. Jumlah itu lebih besar daripada 2023, yakni Rp201,6 "
        "miliar untuk 84.000 anak.",
        [
            ("Rp228 miliar", "95.000 anak", "2024", "Pemerintah Aceh", "Aceh"),
            ("Rp201,6 miliar", "84.000 anak", "2023", "Pemerintah Aceh", "Aceh"),
        ],
    ),
    (
        "Denda pelanggaran lalu lintas di Kabupaten Sidenreng Rappang menyumbang Rp830 juta ke kas negara "
        "dari 6.700 perkara sepanjang 2024.",
        [
            ("Rp830 juta", "6.700 perkara", "2024", None, "Sidenreng Rappang"),
        ],
    ),
    (
        "Keluarga almarhum Sudirman, petugas KPPS di Kecamatan Wonosari, mendapat Rp46 juta dari KPU. Uang "
        "itu terdiri atas santunan Rp36 juta dan biaya pemakaman Rp10 juta.",
        [
            ("Rp46 juta", None, None, "KPU", "Wonosari"),
            ("Rp36 juta", None, None, "KPU", "Wonosari"),
            ("Rp10 juta", None, None, "KPU", "Wonosari"),
        ],
    ),
    (
        "Menurut catatan Kejari Rembang, selama semester II 2024 piutang pasar sebesar Rp690 juta lunas oleh "
        "155 pedagang, dan tunggakan sewa kios Rp410 juta lunas oleh 62 penyewa.",
        [
            ("Rp690 juta", "155 pedagang", "2024-41", None, "Rembang"),
            ("Rp410 juta", "62 penyewa", "2024-41", None, "Rembang"),
        ],
    ),
    (
        "Bank Jateng Cabang Blora memetik manfaat kerja sama dengan jaksa. Kredit macet yang kembali selama "
        "Januari-Agustus 2024 senilai Rp8,4 miliar dari 57 debitur, melampaui capaian 2023 yang Rp6,6 miliar.",
        [
            ("Rp8,4 miliar", "57 debitur", "2024-01/2024-08", None, "Blora"),
            ("Rp6,6 miliar", None, "2023", None, "Blora"),
        ],
    ),
    (
        "Sudah setahun Perumda Air Minum Kota Magelang dibantu jaksa. Uang yang didapat dari pelanggan "
        "penunggak Rp1,48 miliar, terbanyak dari rumah tangga Rp930 juta. Pelanggan niaga menyusul dengan "
        "Rp550 juta.",
        [
            ("Rp1,48 miliar", None, None, None, "Magelang"),
            ("Rp930 juta", None, None, None, "Magelang"),
            ("Rp550 juta", None, None, None, "Magelang"),
        ],
    ),
    (
        "Prudential Indonesia menyelesaikan 41.300 klaim kesehatan pada kuartal I 2025. Total yang dibayarkan "
        "Rp1,31 triliun, tumbuh 9 persen dari Rp1,2 triliun pada kuartal I 2024.",
        [
            ("Rp1,31 triliun", "41.300 klaim", "2025-33", "Prudential Indonesia", None),
            ("Rp1,2 triliun", None, "2024-33", "Prudential Indonesia", None),
        ],
    ),
    (
        "Jemaah korban biro umrah di Makassar lega. Pengelola mengembalikan uang mereka secara bertahap. "
        "Hingga Juli 2025 sudah Rp4,4 miliar dikembalikan kepada 212 jemaah, sisanya Rp1,9 miliar menyusul.",
        [
            ("Rp4,4 miliar", "212 jemaah", "2025-01/2025-07", None, "Makassar"),
        ],
    ),
]

NOT_TOLD = [
    "Pemkot Cirebon menyiapkan bansos Rp5 miliar untuk 4.000 keluarga. Tahun lalu anggarannya Rp4 miliar "
    "untuk 3.500 keluarga. Penyalurannya menunggu data kementerian.",
    "KPPU menjatuhkan denda Rp12 miliar kepada tiga perusahaan. Perusahaan pertama dikenai Rp6 miliar, "
    "kedua Rp4 miliar, dan ketiga Rp2 miliar. Denda tertinggi tahun sebelumnya Rp9 miliar.",
    "Pajak hotel yang terkumpul di Kota Batu tahun 2024 mencapai Rp41 miliar. Pada 2023 hanya Rp36 "
    "miliar. Hotel bintang menyumbang Rp28 miliar dan sisanya dari vila.",
    "Jaksa menyebut terdakwa menerima Rp2 miliar dari kontraktor. Uang Rp1,5 miliar di antaranya dipakai "
    "membeli rumah. Terdakwa kedua menerima Rp700 juta.",
    "BPJS Ketenagakerjaan mengelola dana investasi Rp700 triliun. Hasil investasi tahun 2024 Rp51 "
    "triliun. Tahun sebelumnya Rp47 triliun.",
    "Rumah sakit itu membangun gedung baru senilai Rp80 miliar. Dana tersebut berasal dari pinjaman bank "
    "Rp50 miliar dan kas Rp30 miliar. BPJS Kesehatan menyambut baik rencana itu.",
    "Setiap peserta yang meninggal berhak atas santunan Rp42 juta. Iuran yang dibayar hanya Rp16.800 per "
    "bulan. Dengan 10.000 peserta, iuran setahun terkumpul Rp2 miliar.",
    "Kerugian akibat banjir di Kabupaten Luwu ditaksir Rp30 miliar. Rumah rusak Rp12 miliar, jalan Rp10 "
    "miliar, dan sawah Rp8 miliar. Bantuan logistik sudah dikirim.",
    "PT Pupuk menyalurkan pupuk bersubsidi senilai Rp400 miliar untuk 90.000 petani. Laba perusahaan "
    "tahun 2024 Rp1,2 triliun, naik dari Rp900 miliar pada 2023.",
    "Polda menangkap pelaku investasi bodong. Sebanyak 312 korban sudah menyetor uang dengan total Rp9 "
    "miliar. Pelaku mengumpulkan Rp3 miliar pada 2023 dan Rp6 miliar pada 2024.",
    "Warga menggugat ganti rugi Rp5 miliar kepada perusahaan. Tahun lalu gugatan serupa senilai Rp3 "
    "miliar ditolak hakim. Jaksa pengacara negara mendampingi pemkot.",
    "Tim sepak bola itu mendapat hadiah Rp500 juta. Runner-up Rp300 juta dan juara ketiga Rp200 juta. "
    "Tahun lalu hadiahnya Rp400 juta.",
    "Penagihan piutang oleh jaksa baru dimulai. Dari 61 penunggak, nilai tunggakannya Rp7 miliar. "
    "Sebanyak 20 perusahaan menunggak Rp5 miliar, sisanya Rp2 miliar.",
    "Pemprov menganggarkan beasiswa Rp10 miliar. Mahasiswa S1 yang mendaftar 900 orang dengan kebutuhan "
    "Rp6 miliar. Setiap mahasiswa akan menerima Rp5 juta.",
    "Nilai transaksi pasar murah Baznas mencapai Rp300 juta. Penjualan beras Rp200 juta, minyak goreng "
    "Rp100 juta. Pedagang menerima untung.",
    "Proyek jembatan yang didampingi kejaksaan menelan Rp45 miliar. Pendampingan jaksa menghemat "
    "anggaran. Kontraktor sudah menerima pembayaran Rp30 miliar atau 66 persen.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_claims_told_in_other_words(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize("text", NOT_TOLD, ids=lambda text: text[:40])
def test_plans_fines_and_income_are_no_claims(text: str) -> None:
    assert extractor().extract(text).claims == ()


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Santunan Rp92 juta disalurkan Jasa Raharja Palu karena ada dua petugas yang wafat.", "dua petugas"),
        (
            "Baru 21 orang yang mendapat santunan. Mereka menerima Rp173 juta dari Jasa Raharja Palu.",
            "21 orang",
        ),
        ("Beasiswa dinikmati 34 anak nelayan. Nilainya Rp255 juta, dibayarkan Baznas Palu.", "34 anak"),
        # Words that do not point back, a number that is linked with something else, one of two.
        ("Palu punya 21 puskesmas. Jasa Raharja Palu membayar santunan Rp173 juta.", None),
        ("Santunan Rp92 juta dibayarkan Jasa Raharja Palu untuk bedah 12 rumah dan hal lain.", None),
        ("Bantuan Rp92 juta disalurkan Baznas Palu untuk memperbaiki 12 rumah.", None),
    ],
)
def test_one_number_beside_the_one_amount(text: str, cases: str | None) -> None:
    assert [row[1] for row in claims(text)] == [cases]
