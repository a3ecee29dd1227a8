"""What running news says of its figures in looser words: targets and what was reached, what is added, listed or told
in the next sentence; each shape as it holds and as it fails, and what only looks like it.
"""

from __future__ import annotations

import pytest

from passages import BAD, extractor, rows, verdicts

HOLDING = {
    "BX101": [
        "Kas masjid itu berasal dari kotak amal Rp4.250.000 ditambah sumbangan warga Rp1.750.000, sehingga totalnya "
        "Rp6.000.000.",
        "Shift pagi melayani 318 pasien, shift siang 274 pasien, dan shift malam 96 pasien. Jadi jumlah seluruhnya 688 "
        "pasien.",
        "Tercatat 1.240 guru honorer di kabupaten itu, baik di SD sebanyak 815 orang maupun SMP sebanyak 425 orang.",
    ],
    "BX104": [
        "Gaji petugas kebersihan Rp3,4 juta per bulan. Gaji tersebut baru dinaikkan tahun ini sebesar Rp400 ribu dari "
        "sebelumnya Rp3 juta.",
    ],
    "BX105": [
        "Hasil survei menunjukkan 46,3 persen responden puas, 38,2 persen cukup puas, dan sisanya 15,5 persen tidak "
        "puas.",
    ],
    "BX201": [
        "Target pajak hotel tahun ini Rp8 miliar. Hingga akhir Juli realisasinya Rp5,2 miliar atau 65 persen.",
        "Target retribusi tahun ini Rp543 miliar, namun hingga kini baru terealisasi Rp404 miliar atau 74,4 persen.",
        "Dari pagu Rp650 juta, hingga kini sudah terserap 82,31 persen atau sebesar Rp535 juta.",
        "Cakupan imunisasi 88 persen. Artinya 4.400 dari 5.000 anak balita sudah diimunisasi.",
        "Vaksin sudah diterima 68 dari 80 puskesmas hingga kemarin. Atau setara 85 persen.",
        "Sebanyak 640 dari 3.200 warga Kecamatan Sukamaju, Kabupaten Kudus, atau 20 persen, belum menerima bantuan.",
        "Iuran yang kembali Rp1,87 miliar dari 19 badan usaha atau 62 persen dari potensi Rp3,02 miliar.",
    ],
    "BX202": [
        "Jumlah wisatawan tahun ini 315.000 orang, tahun lalu 252.000 orang, atau naik 25 persen.",
        "Jika tahun lalu laba bank itu Rp640 miliar, tahun ini tumbuh 12,5 persen menjadi Rp720 miliar.",
        "Klaim dibayarkan Rp600 miliar, terdiri dari rumah sakit Rp490 miliar dan puskesmas Rp110 miliar.\nJumlah itu "
        "meningkat 20 persen dibanding tahun 2023 yaitu Rp500 miliar.",
    ],
    "BX205": [
        "Di kecamatan itu ada 947 keluarga x Rp600.000, sehingga total bantuannya Rp568.200.000.",
        "Tiap keluarga menerima Rp300.000 per bulan selama tiga bulan, total Rp900.000.",
        "Insentif kader posyandu Rp250.000 per bulan, jadi setahun setiap kader menerima Rp3 juta.",
    ],
    "BX902": [
        "Bupati Buka Kongres PWRI Ke-12\n\nBREBES - Bupati membuka Kongres PWRI ke-12 di pendapa, Sabtu.",
    ],
}

SLIPPED = {
    "BX101": [
        "Belanja kota tahun depan diproyeksikan Rp712,458 lebih. Belanja operasi direncanakan Rp418,304 lebih, naik "
        "dibanding tahun lalu yang sebesar Rp411,090 miliar.\n\nUntuk belanja modal disiapkan Rp182,617 miliar, "
        "sementara belanja transfer dipatok Rp111,537 miliar.\n\nDengan belanja Rp712,458 miliar itu, kota masih "
        "mengalami defisit.",
        "Kas masjid itu berasal dari kotak amal Rp4.250.000 ditambah sumbangan warga Rp1.750.000, sehingga totalnya "
        "Rp6.500.000.",
        "Shift pagi melayani 318 pasien, shift siang 274 pasien, dan shift malam 96 pasien. Jadi jumlah seluruhnya 698 "
        "pasien.",
        "Tercatat 1.240 guru honorer di kabupaten itu, baik di SD sebanyak 815 orang maupun SMP sebanyak 452 orang.",
        "Polisi menyita 98.640 ribu butir pil. “Di rumah pelaku ada 3.500 butir,” kata Kapolres.\nSebanyak 95.140 "
        "butir lagi ditemukan di gudang.",
    ],
    "BX102": [
        "Donasi yang diterima yayasan itu Rp20.011.586.169. Dari jumlah tersebut, sudah disalurkan Rp20.780.189.389.",
        "Dana desa tahun ini Rp740 juta. Dari dana tersebut, sudah dibelanjakan Rp810 juta.",
    ],
    "BX104": [
        "Gaji petugas kebersihan Rp3,4 juta per bulan. Gaji tersebut baru dinaikkan tahun ini sebesar Rp600 ribu dari "
        "sebelumnya Rp3,0 juta.",
    ],
    "BX105": [
        "Hasil survei menunjukkan 46,3 persen responden puas, 38,2 persen cukup puas, dan sisanya 25,5 persen tidak "
        "puas.",
    ],
    "BX201": [
        "Target pajak hotel tahun ini Rp8 miliar. Hingga akhir Juli realisasinya Rp5,2 miliar atau 56 persen.",
        "Dana transfer dengan target Rp961 miliar telah terealisasi Rp182 miliar (20,6%).",
        "Dari pagu Rp650 juta, hingga kini sudah terserap 28,31 persen atau sebesar Rp535 juta.",
        "Cakupan imunisasi 98 persen. Artinya 4.400 dari 5.000 anak balita sudah diimunisasi.",
        "Vaksin sudah diterima 68 dari 80 puskesmas hingga kemarin. Atau setara 58 persen.",
        "Sekolah itu menampung 1.200 siswa. Jalur zonasi 50 persen atau 600 siswa, jalur afirmasi 20 persen atau 240 "
        "siswa, jalur prestasi 45 persen atau 300 siswa, dan jalur mutasi 5 persen atau 60 siswa.",
    ],
    "BX202": [
        "Jumlah wisatawan tahun ini 315.000 orang, tahun lalu 252.000 orang, atau naik 20 persen.",
        "Jika tahun lalu laba bank itu Rp640 miliar, tahun ini tumbuh 15,2 persen menjadi Rp720 miliar.",
        "Klaim dibayarkan Rp600 miliar, terdiri dari rumah sakit Rp490 miliar dan puskesmas Rp110 miliar.\nJumlah itu "
        "meningkat 12 persen dibanding tahun 2023 yaitu Rp500 miliar.",
    ],
    "BX205": [
        "Di kecamatan itu ada 947 keluarga x Rp600.000, sehingga total bantuannya Rp586.200.000.",
        "Tiap keluarga menerima Rp300.000 per bulan selama tiga bulan, total Rp1,2 juta.",
        "Insentif kader posyandu Rp250.000 per bulan, jadi setahun setiap kader menerima Rp2,5 juta.",
        "Selama 14 hari pameran mencatat 56.000 pengunjung, rata-rata 5.000 orang per hari.",
    ],
    "BX701": ["Total pemilih di kecamatan itu 52..318 jiwa, perempuan 26.410 dan laki-laki 25.908."],
    "BX901": [
        "Belanja daerah diproyeksikan Rp933,776 lebih.\n\nTarget belanja daerah sebesar Rp933,776 miliar dibahas DPRD.",
        "Biaya perawatan jalan di Kudus tidak sampai Rp2 miliar setahun. Bupati menyebutnya hemat. Biaya perawatan "
        "jalan Kudus tidak sampai Rp2 miliar per bulan.",
    ],
    "BX902": [
        "Bupati Buka Kongres PWRI Ke-12\n\nBREBES - Bupati membuka Kongres PWRI ke-21 di pendapa, Sabtu.",
        "Wali Kota Resmikan MTQ Ke-9\n\nTEGAL - Wali kota meresmikan Musabaqah Tilawatil Quran (MTQ) ke-19, Senin. MTQ "
        "ke-19 diikuti 200 peserta.",
    ],
}

SILENT = [
    "Dalam delapan minggu tercatat sebanyak 818.796 pengguna kereta, atau rata-rata 102.350 orang per minggu.",
    "Motor warga mogok setelah diisi di SPBU 34.116.12 Kembangan, Senin malam.",
    "Kunjungan wisatawan tahun 2023,2024,2025 periode Januari sampai Mei naik.",
    "Target retribusi Rp543 miliar, sementara tahun lalu terealisasi Rp404 miliar atau 84 persen.",
    "Target pajak hotel Rp8 miliar. Tahun lalu realisasinya Rp5,2 miliar atau 90 persen.",
    "Ada 8 dari 11 sektor yang merah, dengan sektor kesehatan jatuh paling dalam, yakni 1,99 persen.",
    "Donasi yang diterima Rp20 miliar. Dari jumlah tersebut, nilainya bertambah menjadi Rp25 miliar.",
    "Ada 300 rumah terendam. Dari jumlah tersebut, 700 jiwa mengungsi.",
    "Kuota ditambah 1.500 ton, sehingga petani mendapat total 9.700 ton musim ini.",
    "Panitia menjual 318 tiket pagi dan 274 tiket sore. Jadi total pendapatannya 9.120.000 rupiah.",
    "Wali Kota Buka Peringatan HUT Ke-80 RI\n\nTEGAL - Peringatan HUT ke-80 RI dibuka wali kota, Minggu. Bulan depan "
    "kota itu merayakan HUT ke-445.",
    "Tarif Angkot Rp1 saat HUT Ke-445 Kota Tegal\n\nTEGAL - Tarif khusus itu berlaku saat HUT ke-445Tegal, Minggu.",
    "Persib Naik ke Peringkat Ke-3\n\nBANDUNG - Persib menang dan naik. Pekan lalu Persib di peringkat ke-8.",
    "Iuran kelas III Rp42.000 per bulan. Denda keterlambatan paling banyak Rp42.000 per tahun bagi usaha mikro.",
    "Harga beras Rp12.500 per kilogram. Tahun lalu bantuan Rp12,5 miliar disalurkan.",
    "Tiap keluarga menerima Rp300.000 selama tiga bulan. Total anggaran program itu Rp40 miliar.",
    "Lapangan itu berukuran 20 x 40 meter dan disewakan Rp500.000, dengan total pemasukan Rp15 juta sebulan.",
    "Bunganya naik menjadi 8 persen. Artinya, cicilan bertambah Rp500 ribu dari Rp4 juta menjadi Rp4,5 juta.",
    "Tarif kelas III Rp35.000 per bulan, sehingga setahun lalu tunggakan mencapai Rp2 juta.",
]


def _alarms(text: str) -> list[str]:
    return [each.code for each in extractor().extract(text).checks if each.verdict in BAD]


@pytest.mark.parametrize(("code", "text"), rows(HOLDING))
def test_what_holds_is_confirmed(code: str, text: str) -> None:
    assert any(verdict.startswith("ok") for verdict in verdicts(code, text))
    assert _alarms(text) == []


@pytest.mark.parametrize(("code", "text"), rows(SLIPPED))
def test_a_slip_is_found(code: str, text: str) -> None:
    assert BAD & set(verdicts(code, text))


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert _alarms(text) == []
