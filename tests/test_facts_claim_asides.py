"""Claims told aside: shares of a sum, sums some sentences behind the payment, and what comes on top."""

from __future__ import annotations

import pytest

from passages import ClaimRow as Row
from passages import claims, extractor

TOLD: list[tuple[str, list[Row]]] = [
    (
        "Pada Januari-Maret 2024 BPJS Ketenagakerjaan Cabang Palopo mencairkan klaim Rp120 miliar. "
        "Sekitar 75 persen di antaranya atau Rp90 miliar adalah klaim JHT.",
        [
            ("Rp120 miliar", None, "2024-01/2024-03", "BPJS Ketenagakerjaan Cabang Palopo", "Palopo"),
            ("Rp90 miliar", None, "2024-01/2024-03", "BPJS Ketenagakerjaan Cabang Palopo", "Palopo"),
        ],
    ),
    (
        "Uang pesangon buruh PT Sandang Tirta Abadi akhirnya dibayar kurator, Senin (4/8/2025). "
        "Nominalnya Rp21 miliar. Bagian tenun, yang seluruhnya 420 orang, memperoleh Rp14 miliar. "
        "Staf kantor hanya 60 orang tetapi haknya Rp7 miliar.",
        [
            ("Rp21 miliar", None, "2025-08-04", None, None),
            ("Rp14 miliar", "420 orang", "2025-08-04", None, None),
            ("Rp7 miliar", "60 orang", "2025-08-04", None, None),
        ],
    ),
    (
        "Baznas Kabupaten Sragen menyalurkan zakat kepada 5.000 orang. Bantuan diserahkan di pendopo."
        " Tiap penerima mendapat Rp400 ribu lewat bank. Totalnya Rp2 miliar.",
        [
            ("Rp2 miliar", "5.000 orang", None, "Baznas Kabupaten Sragen", "Sragen"),
        ],
    ),
    (
        "Baznas Kabupaten Sragen membuka laporan penyaluran zakat tahun 2023. Persisnya 40 persen "
        "atau Rp4 miliar, habis untuk beasiswa Sragen Cerdas yang dinikmati 2.100 orang. Bantuan "
        "modal lewat Sragen Makmur menghabiskan 20 persen (Rp2 miliar) untuk 1.050 orang. Terakhir, "
        "Sragen Sehat 15 persen (Rp1,5 miliar), penerimanya 870 orang.",
        [
            ("Rp4 miliar", "2.100 orang", "2023", "Baznas Kabupaten Sragen", "Sragen"),
            ("Rp2 miliar", "1.050 orang", "2023", "Baznas Kabupaten Sragen", "Sragen"),
            ("Rp1,5 miliar", "870 orang", "2023", "Baznas Kabupaten Sragen", "Sragen"),
        ],
    ),
    (
        "Sepanjang 2023 BPJS Kesehatan Cabang Palopo membayar klaim RSUD Sawerigading sebesar Rp40 "
        "miliar dan RSUD Batara Guru Rp22 miliar sehingga keduanya menerima Rp62 miliar.",
        [
            ("Rp40 miliar", None, "2023", "BPJS Kesehatan Cabang Palopo", "Palopo"),
            ("Rp22 miliar", None, "2023", "BPJS Kesehatan Cabang Palopo", "Palopo"),
            ("Rp62 miliar", None, "2023", "BPJS Kesehatan Cabang Palopo", "Palopo"),
        ],
    ),
    (
        "Pada 2024 BPJS Ketenagakerjaan Cabang Sorong membayar klaim JHT Rp48 miliar untuk 4.602 "
        "kasus. Belum termasuk beasiswa bagi 74 anak peserta yang meninggal, Rp318 juta.",
        [
            ("Rp48 miliar", "4.602 kasus", "2024", "BPJS Ketenagakerjaan Cabang Sorong", "Sorong"),
            ("Rp318 juta", "74 anak", "2024", "BPJS Ketenagakerjaan Cabang Sorong", "Sorong"),
        ],
    ),
    (
        "Santunan yang dibayar Jasa Raharja Cabang Sigi selama 2024 sebesar Rp38,1 miliar. Angka ini "
        "turun Rp2,1 miliar dibanding tahun 2023 sebesar Rp40,2 miliar. Untuk korban meninggal "
        "dibayarkan Rp24 miliar kepada ahli waris 480 korban. Biaya rawatan 1.215 orang menghabiskan "
        "Rp13,5 miliar. Ada pula cacat tetap Rp580 juta bagi 27 orang dan penguburan Rp20 juta bagi "
        "lima orang yang tidak memiliki ahli waris.",
        [
            ("Rp38,1 miliar", None, "2024", "Jasa Raharja Cabang Sigi", "Sigi"),
            ("Rp40,2 miliar", None, "2023", "Jasa Raharja Cabang Sigi", "Sigi"),
            ("Rp24 miliar", "480 korban", "2024", "Jasa Raharja Cabang Sigi", "Sigi"),
            ("Rp13,5 miliar", "1.215 orang", "2024", "Jasa Raharja Cabang Sigi", "Sigi"),
            ("Rp580 juta", "27 orang", "2024", "Jasa Raharja Cabang Sigi", "Sigi"),
            ("Rp20 juta", "lima orang", "2024", "Jasa Raharja Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "PT Taspen Cabang Palu membayarkan manfaat Rp391 miliar selama 2024. Dibandingkan tahun "
        "sebelumnya, pembayaran itu bertambah Rp23 miliar dari Rp368 miliar.",
        [
            ("Rp391 miliar", None, "2024", "PT Taspen Cabang Palu", "Palu"),
            ("Rp368 miliar", None, "2023", "PT Taspen Cabang Palu", "Palu"),
        ],
    ),
    (
        "Jamkrida Sigi membayarkan klaim Rp12,6 miliar atas 175 debitur selama 2024, lebih tinggi "
        "Rp1,4 miliar dari klaim tahun 2023 senilai Rp11,2 miliar.",
        [
            ("Rp12,6 miliar", "175 debitur", "2024", "Jamkrida Sigi", None),
            ("Rp11,2 miliar", None, "2023", "Jamkrida Sigi", None),
        ],
    ),
    (
        "Bank Sigi kembali bekerja sama dengan Kejaksaan Negeri Sigi. Kerja sama pertama dibuat pada "
        '2019. "Hasilnya nyata. Tahun 2024 saja Rp8,7 miliar kembali dari 94 debitur," kata '
        "direkturnya.",
        [
            ("Rp8,7 miliar", "94 debitur", "2024", None, "Sigi"),
        ],
    ),
    (
        'BPJS Kesehatan Cabang Sigi membuka program cicilan. "Uang tunggakan yang sudah kami terima '
        "sampai Juli 2023 itu Rp9 miliar. Terbesar dari Kabupaten Donggala Rp5 miliar, kemudian "
        'Kabupaten Sigi Rp4 miliar," jelasnya.',
        [
            ("Rp9 miliar", None, "2023-01/2023-07", None, None),
            ("Rp5 miliar", None, "2023-01/2023-07", None, "Donggala"),
            ("Rp4 miliar", None, "2023-01/2023-07", None, "Sigi"),
        ],
    ),
    (
        "Pada acara itu diserahkan pula santunan kematian Rp42 juta kepada Rohana, istri almarhum "
        "Sugito. Dua anaknya masih berhak atas beasiswa hingga Rp174 juta.",
        [
            ("Rp42 juta", None, None, None, None),
        ],
    ),
    (
        "KPU Kabupaten Sigi menyerahkan santunan kepada keluarga dua petugas yang meninggal. KPU "
        "membayar Rp72 juta atau masing-masing Rp36 juta.",
        [
            ("Rp72 juta", "dua petugas", None, "KPU Kabupaten Sigi", "Sigi"),
        ],
    ),
    (
        "Pada triwulan I 2025 PT Asabri Cabang Sigi membayar manfaat Rp86,4 miliar. Paling besar "
        "pensiun (Rp79,5 miliar). Berikutnya THT (Rp5,1 miliar; 112 peserta), JKm (Rp1,3 miliar; 38 "
        "ahli waris), dan JKK (Rp0,5 miliar; 6 kasus).",
        [
            ("Rp86,4 miliar", None, "2025-33", "PT Asabri Cabang Sigi", "Sigi"),
            ("Rp79,5 miliar", None, "2025-33", "PT Asabri Cabang Sigi", "Sigi"),
            ("Rp5,1 miliar", "112 peserta", "2025-33", "PT Asabri Cabang Sigi", "Sigi"),
            ("Rp1,3 miliar", "38 ahli waris", "2025-33", "PT Asabri Cabang Sigi", "Sigi"),
            ("Rp0,5 miliar", "6 kasus", "2025-33", "PT Asabri Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "Menurut dia, klaim kematiannya 41 kasus atau Rp1,7 miliar.",
        [
            ("Rp1,7 miliar", "41 kasus", None, None, None),
        ],
    ),
    (
        'Kepala PT Asabri Cabang Sigi, Letkol (Purn) Yohanis Tandi, memaparkan peserta pensiun. "Pada'
        " triwulan I 2025 kami membayar Rp86,4 miliar. Naik 8 persen dibandingkan triwulan yang sama "
        'tahun 2024 yang Rp80 miliar," jelas Yohanis.',
        [
            ("Rp86,4 miliar", None, "2025-33", "PT Asabri Cabang Sigi", "Sigi"),
            ("Rp80 miliar", None, "2024-33", "PT Asabri Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "Dalam dua tahun tunggakan iuran yang ditarik kembali menyentuh Rp3,1 miliar. Pada 2021 "
        "dengan 18 SKK terkumpul Rp1,2 miliar, kemudian tahun 2022 dari 25 SKK masuk lagi Rp1,9 "
        "miliar.",
        [
            ("Rp3,1 miliar", None, "2021/2022", None, None),
            ("Rp1,2 miliar", "18 SKK", "2021", None, None),
            ("Rp1,9 miliar", "25 SKK", "2022", None, None),
        ],
    ),
    (
        "BPJS Ketenagakerjaan Cabang Sigi sudah mencairkan Jaminan Hari Tua sebesar Rp15,8 miliar "
        "bagi 1.103 orang. Selain itu, 964 orang memperoleh Jaminan Kehilangan Pekerjaan dengan total"
        " Rp2,7 miliar selama Juli-Desember 2024.",
        [
            ("Rp15,8 miliar", "1.103 orang", None, "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
            ("Rp2,7 miliar", "964 orang", "2024-07/2024-12", "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "Kepala Taspen Cabang Sigi Rudi Hartono menuturkan, sepanjang 2024 cabangnya mengeluarkan "
        "Rp61 miliar untuk tiga program. Porsi terbesar dipakai membayar Tabungan Hari Tua, Rp47 "
        "miliar. Lalu Jaminan Kematian Rp10 miliar. Sisanya, Rp4 miliar, merupakan pengembalian nilai"
        " tunai.",
        [
            ("Rp61 miliar", None, "2024", "Taspen Cabang Sigi", "Sigi"),
            ("Rp47 miliar", None, "2024", "Taspen Cabang Sigi", "Sigi"),
            ("Rp10 miliar", None, "2024", "Taspen Cabang Sigi", "Sigi"),
            ("Rp4 miliar", None, "2024", "Taspen Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "Pertukaran data dengan pemda menghasilkan penerimaan tunggakan Rp46,8 miliar pada 2024 dari "
        '1.305 wajib pajak. Angka itu tumbuh 30 persen dari Rp36 miliar pada tahun sebelumnya. "Dari '
        'Rp46,8 miliar yang terkumpul itu, kas daerah mendapat Rp16,9 miliar," katanya.',
        [
            ("Rp36 miliar", None, "2023", None, None),
            ("Rp46,8 miliar", "1.305 wajib pajak", "2024", None, None),
            ("Rp16,9 miliar", None, "2024", None, None),
        ],
    ),
    (
        "Korpri Sigi menyalurkan tali asih Rp3,05 miliar selama 2024. Ada 235 anggota yang pensiun. "
        "Masing-masing membawa pulang Rp10 juta sehingga jumlahnya Rp2,35 miliar. Sisanya, Rp700 "
        "juta, untuk keluarga yang wafat.",
        [
            ("Rp3,05 miliar", None, "2024", "Korpri Sigi", None),
            ("Rp2,35 miliar", "235 anggota", "2024", "Korpri Sigi", None),
            ("Rp700 juta", None, "2024", "Korpri Sigi", None),
        ],
    ),
    (
        "Perumda Tirta Sigi melayani 9.000 pelanggan. Direksi memberi ganti rugi akibat air keruh. "
        "Sudah kami lakukan bulan lalu. Jumlahnya Rp320 juta buat 6.240 pelanggan.",
        [
            ("Rp320 juta", "6.240 pelanggan", None, "Perumda Tirta Sigi", None),
        ],
    ),
    (
        "Kecelakaan di Sigi menguras dana santunan Jasa Raharja. Selama 2024 uang yang keluar tembus "
        "Rp14,6 miliar. Paling besar ke ahli waris korban meninggal, ada 186 orang, totalnya Rp9,3 "
        "miliar. Biaya perawatan yang ditanggung lebih kecil, Rp5 miliar. Lalu ada 11 orang lagi yang"
        " mengalami cacat tetap dan mendapat Rp300 juta.",
        [
            ("Rp14,6 miliar", None, "2024", "Jasa Raharja", "Sigi"),
            ("Rp9,3 miliar", "186 orang", "2024", "Jasa Raharja", "Sigi"),
            ("Rp5 miliar", None, "2024", "Jasa Raharja", "Sigi"),
            ("Rp300 juta", "11 orang", "2024", "Jasa Raharja", "Sigi"),
        ],
    ),
    (
        "PT Pos Indonesia Cabang Sigi menuntaskan sebagian besar penyaluran bantuan sosial triwulan "
        "IV 2024. Uang yang sudah berpindah ke tangan warga Rp38,7 miliar. Bantuan sembako memakan "
        "porsi lebih dari separuh, Rp22,1 miliar. Adapun PKH Rp16,6 miliar.",
        [
            ("Rp38,7 miliar", None, "2024-36", "PT Pos Indonesia Cabang Sigi", "Sigi"),
            ("Rp22,1 miliar", None, "2024-36", "PT Pos Indonesia Cabang Sigi", "Sigi"),
            ("Rp16,6 miliar", None, "2024-36", "PT Pos Indonesia Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "BPJS Ketenagakerjaan Cabang Sigi menyalurkan santunan kepada 22 keluarga nelayan asal Sigi "
        "dengan nilai keseluruhan Rp1,2 miliar. Untuk enam nelayan yang pulang dalam keadaan cacat, "
        "kata dia, santunannya Rp420 juta.",
        [
            ("Rp1,2 miliar", "22 keluarga", None, "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
            ("Rp420 juta", "enam nelayan", None, "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "Calon jemaah asal Sigi yang batal berangkat sebanyak 46 orang. Badan Pengelola Keuangan Haji"
        " (BPKH) sudah mengembalikan setoran awal mereka, masing-masing Rp25 juta, sehingga totalnya "
        "Rp1,15 miliar.",
        [
            ("Rp1,15 miliar", "46 orang", None, "Badan Pengelola Keuangan Haji", "Sigi"),
        ],
    ),
    (
        'Hingga Agustus petugas PLN menemukan 140 pelanggaran. "Tagihan susulan yang sudah dibayar '
        'mereka Rp3,1 miliar," ujarnya. Unit Palu menyumbang Rp1,7 miliar dari 80 pelanggar, unit '
        "Donggala Rp1,4 miliar dari 60 pelanggar.",
        [
            ("Rp3,1 miliar", "140 pelanggaran", None, None, None),
            ("Rp1,7 miliar", "80 pelanggar", None, None, None),
            ("Rp1,4 miliar", "60 pelanggar", None, None, None),
        ],
    ),
    (
        "Selama sembilan bulan pertama tahun 2024 BPJS Ketenagakerjaan Cabang Sigi membayar klaim "
        "Rp64 miliar untuk 4.312 pengajuan.",
        [
            ("Rp64 miliar", "4.312 pengajuan", "2024-01/2024-09", "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "BPJS Ketenagakerjaan Cabang Sigi membayar manfaat Rp160 juta pada 2023. Biaya rumah sakit "
        "lima mahasiswa korban kecelakaan menelan Rp118 juta. Adapun Rp42 juta diserahkan kepada "
        "orang tua satu mahasiswa yang meninggal.",
        [
            ("Rp160 juta", None, "2023", "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
            ("Rp118 juta", "lima mahasiswa", "2023", "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
            ("Rp42 juta", "satu mahasiswa", "2023", "BPJS Ketenagakerjaan Cabang Sigi", "Sigi"),
        ],
    ),
    (
        "Baznas Kota Palu mencatat penyaluran selama 2024 sebesar Rp8,9 miliar untuk 7.385 mustahik. "
        "Beasiswa Rp2,1 miliar dibagikan kepada 1.204 siswa.",
        [
            ("Rp8,9 miliar", "7.385 mustahik", "2024", "Baznas Kota Palu", "Palu"),
            ("Rp2,1 miliar", "1.204 siswa", "2024", "Baznas Kota Palu", "Palu"),
        ],
    ),
    (
        "PT Taspen Cabang Palu membayarkan manfaat Rp391 miliar selama 2024. Bank Sigi menyalurkan "
        "bantuan Rp2 miliar untuk 40 kelompok.",
        [
            ("Rp391 miliar", None, "2024", "PT Taspen Cabang Palu", "Palu"),
            ("Rp2 miliar", "40 kelompok", "2024", "Bank Sigi", "Palu"),
        ],
    ),
]

SILENT = [
    ("PDAM Sigi membagikan bantuan kepada warga. PDAM membayar Rp72 miliar untuk membangun jaringan pipa."),
    ("Baznas Sigi menyalurkan zakat. Panitia membeli lahan seharga Rp5 miliar. Jumlahnya Rp9 miliar."),
    (
        "Bank Sigi menyalurkan kredit Rp120 miliar. Sekitar 75 persen di antaranya atau Rp90 miliar "
        "adalah kredit usaha rakyat."
    ),
    ("Pada acara itu akan diserahkan pula santunan kematian Rp42 juta kepada ahli waris."),
    (
        "Pemkab Sigi menganggarkan bantuan modal. Bantuan modal itu mendapat 20 persen (Rp2 miliar) "
        "untuk jalan dan pasar."
    ),
    ("Kontraktor menagih dua dinas, sehingga keduanya membayar Rp65 miliar untuk proyek itu."),
    ("Tunggakan pelanggan yang kami hitung sampai Juli mencapai Rp9 miliar."),
    ("Denda itu belum termasuk bunga, Rp318 juta."),
    (
        " PT Taspen Cabang Sigi mengeluarkan Rp61 miliar untuk tiga program. Porsi terbesar untuk "
        "gedung, Rp47 miliar, lalu kendaraan Rp14 miliar."
    ),
    (
        "Pemkab Sigi memproyeksikan penerimaan Rp46 miliar dari 1.305 wajib pajak. Dari Rp46 miliar "
        "itu, kas daerah mendapat Rp16 miliar."
    ),
    ("Biaya haji naik lagi. Jemaah menanggung Rp52,1 juta untuk layanan dan perawatan."),
    ("Pemkab Sigi memberi bantuan bibit. Untuk 40 petani itu iurannya Rp42 juta."),
    ("Warga kesal karena uang yang keluar dari dompet mereka mencapai Rp5 juta sebulan."),
    ("Tagihan susulan yang harus dibayar pelanggan Rp3,1 miliar."),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_claims_told_aside(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:40])
def test_plans_loans_and_purchases_aside_are_no_claims(text: str) -> None:
    assert extractor().extract(text).claims == ()
