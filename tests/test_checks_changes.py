"""BX104, BX202 and BX203: differences, growth and changes in points; what looks like them stays silent."""

from __future__ import annotations

import pytest

from beritaextract import extract
from passages import BAD, found, rows

HOLDING = {
    "BX104": [
        "Harga tiket kapal yang semula Rp150.000 turun Rp25.000 menjadi Rp125.000 per orang.",
        "Semula ada 18 desa rawan air bersih. Kini tinggal 11 desa, berkurang tujuh desa.",
        "Utang petani itu Rp9 juta dan sudah dibayar Rp6,5 juta, sehingga tinggal Rp2,5 juta.",
        "Kursi tersedia 240 dan yang terisi 197, jadi masih kosong 43 kursi.",
        "Produksi beras daerah itu 120 ribu ton, sedangkan kebutuhannya 95 ribu ton, sehingga surplus 25 ribu ton.",
        "Pasangan Harum unggul 4.130 suara, yakni 18.240 berbanding 14.110 suara.",
        "Tarif masuk Rp20.000 didiskon Rp5.000 sehingga pengunjung cukup membayar Rp15.000.",
        "Kebutuhan dokter 96 orang, yang ada baru 71 orang. Kekurangannya 25 orang.",
        "Upah minimum dinaikkan menjadi Rp2.898.000, naik Rp138.000 dari tahun lalu Rp2.760.000.",
        "Suku bunga acuan turun 25 basis poin dari 6 persen menjadi 5,75 persen.",
        "Anggota koperasi tahun lalu 1.240 orang, tahun ini 1.415 orang atau bertambah 175 orang.",
    ],
    "BX202": [
        "Produksi gabah naik 12,5 persen, dari 8.000 ton menjadi 9.000 ton.",
        "Jumlah wisatawan tahun lalu 40.000 orang. Tahun ini 50.000 orang, naik 25 persen.",
        "Kredit macet turun dari Rp80 miliar menjadi Rp60 miliar (25 persen).",
        "Realisasi investasi Rp1,2 triliun, meningkat 20 persen dibanding periode yang sama tahun lalu Rp1 triliun.",
        "Pada Januari tercatat 200 kasus DBD. Februari menjadi 260 kasus, naik 30 persen.",
        "Laba bersih perusahaan tumbuh 8 persen menjadi Rp54 miliar. Tahun sebelumnya laba tercatat Rp50 miliar.",
        "Pelabuhan itu melayani 60.000 penumpang pada 2022. Jumlah ini naik 20 persen dibandingkan tahun 2021 yang "
        "mencapai 50.000 penumpang.",
        "Jumlah peserta 5.500 orang, lebih tinggi 10 persen dibandingkan tahun lalu yang 5.000 orang.",
        "Penjualan turun 6 persen dari 33.540 unit menjadi 31.700 unit.",
        "Pencari kerja naik menjadi 12.400 orang. Tahun sebelumnya 10.100 orang, sehingga ada pertumbuhan 22,8 persen.",
        "Pajak daerah Rp1,63 triliun. Dibandingkan tahun lalu Rp1,71 triliun, realisasi tersebut turun 4,7%.",
        "Kasus tahun ini 1.260 kasus, sedangkan tahun lalu 1.800 kasus. Jadi turun 30 persen.",
        "Tahun 2022 produksi padi 240.000 ton. Pada 2023, produksi turun 5 persen menjadi 228.000 ton.",
        "Zakat terkumpul Rp3,36 miliar. Jumlah tersebut melampaui perolehan tahun lalu Rp2,8 miliar, "
        "atau ada peningkatan 20 persen.",
        "Uang yang dipulihkan Rp6,24 miliar. Adapun Rp3,36 miliar lagi dimediasi. Setahun sebelumnya Rp4,1 miliar, "
        "sehingga terjadi kenaikan 52 persen.",
        "Santunannya Rp3,93 miliar untuk 58 keluarga. Nilainya turun 6,4 persen. Pada 2023 dibayar Rp4,2 miliar.",
    ],
    "BX203": [
        "Indeks saham ditutup menguat 45,6 poin atau 0,63 persen ke level 7.284.",
        "IHSG turun 30 poin (0,42 persen) ke posisi 7.110.",
        "Indeks Kospi naik 21,60 poin, atau 0,72 persen, dan berakhir pada 3.021,60.",
        "Indeks acuan melemah 30,07 poin (0,42 persen) lalu parkir di 7.207,73.",
        "Harga emas naik Rp12.000 atau 0,8 persen menjadi Rp1.512.000 per gram.",
        "Rupiah berada di level Rp15.610 per dolar AS, melemah 40 poin atau 0,26 persen.",
    ],
}

CONTRADICTIONS = {
    "BX104": [
        "Stok beras di gudang semula 18.400 karung. Setelah 12.650 karung dikirim ke desa, sisanya 6.750 karung.",
        "Harga tiket kapal yang semula Rp150.000 turun Rp25.000 menjadi Rp135.000 per orang.",
        "Semula ada 18 desa rawan air bersih. Kini tinggal 11 desa, berkurang enam desa.",
        "Dua waduk itu mengairi 140 hektare dan 330 hektare. Dari total 855 hektare, masih ada 358 hektare kering.",
        "Pendapatan daerah dirancang Rp1,25 triliun, belanja Rp1,31 triliun, sehingga defisit Rp90 miliar.",
        "Harga pupuk Rp9.000 per kilogram, pemerintah memberi subsidi Rp6.700 sehingga petani cukup membayar Rp3.200.",
        "Suku bunga acuan turun 25 basis poin dari 6,00 persen menjadi 5,50 persen.",
        "Pesanan 720 kursi baru dikirim 455 kursi, jadi kurangnya 275 kursi.",
        "Kuota 500 peserta, pendaftar baru 320 orang, tersisa 280 kuota.",
        "Dari 60 kios, 42 kios sudah terisi dan masih ada 28 kios kosong.",
        "Panjang jalan 36 kilometer, yang sudah diaspal 21 kilometer dan yang belum 25 kilometer.",
        "Tahun lalu jumlah kecelakaan 418 kasus, tahun ini 352 kasus. Ada penurunan 96 kasus.",
        "Angka kemiskinan turun dari 12,4 persen menjadi 11,1 persen atau 3,1 persen poin.",
        "Pagu anggaran Rp9,8 miliar, nilai kontrak Rp9,1 miliar, sehingga ada penghematan Rp1,7 miliar.",
        "Pemilih bertambah 2.350 orang dibanding pemilu lalu, dari 145.200 menjadi 148.550 orang.",
        "Selisih suaranya hanya 312. Petahana meraih 10.442 suara, penantangnya 10.120 suara.",
        "Pasangan itu meraih 18.240 suara, unggul 4.230 suara atas pesaingnya yang mendapat 14.110 suara.",
    ],
    "BX202": [
        "Produksi jagung kami meningkat 8 persen. Dari 1,25 juta ton tahun lalu menjadi 1,53 juta ton tahun ini.",
        "Bandara itu melayani 7,1 juta penumpang, tumbuh 16 persen dibanding setahun sebelumnya yang baru 6,4 juta.",
        "Omzet pedagang anjlok 40 persen, dari Rp5 juta menjadi Rp1 juta sehari.",
        "Harga cabai Rp60.000 per kilogram, naik 40 persen dari Rp40.000 pekan lalu.",
        "Laba bersih naik 16 persen menjadi Rp61 miliar dibandingkan Rp50 miliar pada 2022.",
        "Pajak daerah Rp1,63 triliun. Dibandingkan tahun lalu Rp1,71 miliar, realisasi tersebut turun 4,7%.",
        "Penumpang Juli 312.400 orang. Bulan sebelumnya 284.000 orang, artinya ada kenaikan 12 persen.",
        "Produksi garam 31.200 ton, anjlok dibandingkan tahun lalu yang 52.000 ton. Penurunannya 44 persen.",
        "Angka kecelakaan turun 30 persen. Tahun lalu tercatat 345 kasus, sedangkan tahun ini 276 kasus.",
        "Omzet kami turun 70 persen. Biasanya Rp5 juta sehari, sekarang cuma Rp2,5 juta.",
        "Perceraian turun 8 persen, yakni 2.140 perkara pada 2020 menjadi 1.712 perkara pada 2021.",
        "Anggaran bansos dipangkas 40 persen, dari Rp50 miliar tinggal Rp20 miliar.",
        "Belanja modal diproyeksikan Rp93,6 atau naik 2 persen dibandingkan tahun 2021 sebesar Rp91,8 miliar.",
    ],
    "BX203": [
        "Indeks saham ditutup menguat 45,6 poin atau 6,3 persen ke level 7.284.",
        "Indeks Kospi naik 21,60 poin, atau 7,2 persen, dan berakhir pada 3.021,60.",
        "Minyak sawit turun 92 ringgit atau 0,23 persen menjadi 3.908 ringgit per ton.",
        "Harga emas naik Rp12.000 atau 1,8 persen menjadi Rp1.512.000 per gram.",
    ],
}

LOOK_ALIKES = {
    "BX104": [
        "Dana kuliah menyerap Rp1,41 triliun, dana hidup Rp820 miliar, sementara sisanya Rp150 miliar untuk tiket.",
        "Harga cabai naik menjadi Rp85.000 per kilogram, bawang merah turun ke Rp32.000, telur bertahan Rp28.000.",
        "Persib mengumpulkan 52 poin, unggul atas Persija dengan 46 poin, dan terpaut 10 poin dari puncak klasemen.",
        "Dari 100 warga yang mengungsi, 40 orang anak-anak, 35 orang dewasa, dan sisanya 25 orang lansia.",
        "Tahun ini ada tambahan Rp80 miliar sehingga total Rp280 miliar. Pemprov akan menambah Rp120 miliar lagi. "
        "Masih tersisa Rp220 miliar dari pusat.",
        "Limbah itu 30 ton, limbah sisa operasi 6 ton, dan sisa produksi 33 ton.",
        "Selisih harganya Rp5.000. Di Solo Rp12.000, di Klaten Rp15.000, dan di Sragen Rp17.000.",
        "Dari 60 kios, 42 kios terisi dan masih ada 5 warung makan.",
        "Kredit itu diberikan 30 hari. Nasabah yang menunggak dua bulan dikenai denda Rp50.000, sisanya Rp20.000.",
    ],
    "BX202": [
        "Kanwil membukukan penerimaan neto Rp33,67 triliun. Capaian tersebut setara dengan 98,51 persen dari target "
        "Rp34,18 triliun dan tumbuh 4,2 persen dibandingkan realisasi tahun 2023 sebesar Rp32,31 triliun.",
        "Ekspor Jawa Timur tumbuh 12 persen. Adapun impornya naik dari 3,1 miliar dolar menjadi 4,4 miliar dolar.",
        "Pendapatan naik 10 persen dari tahun lalu, dengan surplus perdagangan mencapai Rp2,1 miliar.",
        "Pendapatan bank itu Rp21 triliun, sementara labanya tumbuh 9 persen menjadi Rp3 triliun.",
        "Harga daging naik 12 persen. Harga telur naik dari Rp24.000 menjadi Rp32.000 per kilogram.",
        "Penjualan motor naik 4 sampai 7 persen dari 100.000 unit menjadi 105.000 unit.",
        "Target pertumbuhan ekonomi turun dari 5,3 persen menjadi 5,1 persen.",
        "Kunjungan naik 60 persen dibanding pekan lalu. Tahun lalu 5.000 orang, tahun ini 6.500 orang.",
        "Laba bersih Rp1,2 triliun. Tahun lalu dividennya Rp300 miliar, atau naik 30 persen dibanding 2021.",
        "Tahun 2022 kredit macet Rp80 miliar. Pada 2023, labanya Rp92 miliar dan asetnya naik 15 persen.",
        "Omzetnya Rp30 juta sebulan. Sebelumnya cuma Rp5 juta per pekan, berarti naik 50 persen.",
        "Angka kecelakaan turun 30 persen, korban tewas turun separuh. Tahun lalu 345 orang, tahun ini 276 orang.",
    ],
    "BX203": [
        "Elektabilitas petahana naik 4 poin menjadi 31 persen.",
        "Indeks dibuka naik 12 poin. Setengah jam kemudian turun 0,4 persen ke level 6.900.",
        "Timnas naik 2 poin atau satu peringkat ke posisi 118 dunia.",
        "Harga cabai naik 44 poin atau 3 persen dan berakhir di 12 pasar.",
    ],
}


@pytest.mark.parametrize(("code", "text"), rows(HOLDING))
def test_a_statement_that_holds_is_confirmed(code: str, text: str) -> None:
    verdicts = {check.verdict for check in found(code, text, names="model")}
    assert any(verdict.startswith("ok") for verdict in verdicts)
    assert not verdicts & BAD


@pytest.mark.parametrize(("code", "text"), rows(CONTRADICTIONS))
def test_a_contradiction_is_found(code: str, text: str) -> None:
    assert {check.verdict for check in found(code, text, names="model")} & BAD


@pytest.mark.parametrize(("code", "text"), rows(LOOK_ALIKES))
def test_a_look_alike_stays_silent(code: str, text: str) -> None:
    assert not {check.verdict for check in found(code, text, names="model")} & BAD


def test_a_difference_is_proved_in_printed_figures() -> None:
    [check] = found(
        "BX104", "Luas sawah turun 320 hektare, dari 5.410 hektare menjadi 5.080 hektare.", names="model"
    )
    assert check.verdict == "inconsistent"
    assert check.formula == "5.410 - 5.080 = 330, tertulis 320"
    assert check.repairs[-1] == "320 → 330"


def test_growth_offers_the_scale_word_that_was_lost() -> None:
    [check] = found(
        "BX202",
        "Belanja modal Rp93,6 atau naik 2 persen dibandingkan tahun 2021 sebesar Rp91,8 miliar.",
        names="model",
    )
    assert check.verdict == "inconsistent"
    assert any("kata skala" in repair for repair in check.repairs)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Belanja naik 1,4 persen dari Rp920,9 miliar menjadi Rp933,8 miliar.", "ok"),
        ("Kas naik 11 persen dari Rp946 miliar menjadi Rp1,04 triliun.", "ok_rounded"),
        ("Utang naik 0,03 persen dari Rp14.049 menjadi Rp14.054.", "ok_truncated"),
        ("Peserta naik 456 persen dari sekitar 45.000 orang menjadi 254.000 orang.", "ok_approximate"),
        ("Penjualan naik 9,8 persen menjadi Rp312 miliar pada triwulan kedua.", "uncheckable"),
    ],
)
def test_the_rungs_of_the_ladder(text: str, verdict: str) -> None:
    [check] = found("BX202", text, names="model")
    assert check.verdict == verdict


def test_what_cannot_be_checked_says_what_is_missing_and_what_it_would_be() -> None:
    article = extract("Penjualan eceran naik 9,8 persen menjadi Rp312 miliar pada triwulan kedua.")
    [check] = [check for check in article.checks if check.code == "BX202"]
    assert "angka sebelumnya tidak disebut, tersirat sekitar Rp284,2 miliar" in check.message
    [derived] = article.derived
    assert (derived.label, derived.unit, derived.stated) == ("angka sebelumnya", "IDR", False)
    assert derived.low < 284_200_000_000 < derived.high
