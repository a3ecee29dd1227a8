"""BX105, BX201, BX204, BX209: percentages, fractions and multiples in running text."""

from __future__ import annotations

import pytest

from passages import found, verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Dari 3.200 keluarga, sebanyak 640 keluarga atau 20 persen sudah menerima bantuan.", "ok"),
        ("Lahan sawah 34,93 km2 (69,81 persen) dari luas keseluruhan 50,05 km2.", "ok_rounded"),
        ("Yang lulus baru 1.126 orang dari 3.021 pelamar (37,27 persen).", "ok"),
        ("Realisasi mencapai 64,76 persen atau Rp670,314 miliar dari target Rp1,035 triliun.", "ok"),
        ("Kecamatan Sukamaju dari target Rp290 juta baru terealisasi Rp129 juta (44,48%).", "ok"),
        (
            "Warga yang sudah divaksin 1.391 jiwa. Angka itu lebih dari 60 persen dari 2.140 sasaran.",
            "ok_approximate",
        ),
        ("Pajak hotel mencapai 284,08 persen atau Rp245.600.814 dari target Rp99.000.000.", "inconsistent"),
        (
            "Dari 640 ribu wajib pajak, 96 ribu di antaranya menunggak. Jumlah itu setara 12,5 persen.",
            "inconsistent",
        ),
        ("Target tercapai Rp7,390 miliar dari target Rp14,006 miliar (52,05%).", "inconsistent"),
        ("Baru 25 persen dari 3.200 keluarga, atau 640 keluarga, menerima bantuan.", "inconsistent"),
        ("Dari 3.200 undangan, hanya 20 persen yang hadir, yakni 960 orang.", "inconsistent"),
        (
            "Di kelurahan itu ada 84 RT. Sebanyak 21 RT atau 35 persen di antaranya zona merah.",
            "inconsistent",
        ),
        (
            "Kredit macet 7,4 persen atau Rp1,2 miliar per Juli 2015 dari total Rp16,4 triliun.",
            "inconsistent",
        ),
        ("Dari 820 posyandu, yang aktif 574 atau 80 persen.", "inconsistent"),
        ("Yang hadir 318 orang, 73,6 persen dari 500 undangan yang disebar.", "inconsistent"),
        ("Sudah direkam 118 ribu orang dari wajib KTP 131 ribu, atau 96 persen.", "inconsistent"),
        (
            "Target retribusi Rp8 miliar. Hingga Agustus, yang masuk Rp5,2 miliar atau 75 persen.",
            "inconsistent",
        ),
        ("Dari 1.200 sampel, 180 sampel positif. Artinya, tingkat penularannya 15 persen.", "ok"),
        ("Petugas mencacah 152 ribu keluarga. Jumlah itu 78 persen dari 245 ribu keluarga.", "inconsistent"),
        ("Survei menemukan tiga dari 4 warga (47 persen) pernah menerima telepon penipu.", "inconsistent"),
        ("Ada 83 juta jiwa, setara 34 persen dari penduduk 271 juta jiwa.", "inconsistent"),
        (
            "Sebanyak 41.280 ekor telah divaksin, atau 46 persen dari populasi tahun ini 64.500 ekor.",
            "inconsistent",
        ),
        ("Dinas menargetkan 240.000 warga. Sampai Mei sudah 132.000 warga diperiksa atau 55 persen.", "ok"),
        (
            "Dana yang cair Rp38,4 miliar. Pagu tahun ini Rp48 miliar, sehingga serapannya 88 persen.",
            "inconsistent",
        ),
        (
            "Peserta baru 84.000 orang. Padahal, angkatan kerjanya 420.000 orang. Artinya, cakupan 20 persen.",
            "ok",
        ),
        (
            "Yang kembali Rp17 miliar. Nilai tunggakan itu Rp34 miliar. Artinya, baru 50 persen yang tertagih.",
            "ok",
        ),
        ("Penerimaan Rp8,92 triliun dari target tahun ini Rp24,78 triliun, atau 63 persen.", "inconsistent"),
        (
            "Pajak itu menyumbang Rp218 miliar terhadap total penerimaan Rp436 miliar atau 55 persen.",
            "inconsistent",
        ),
        (
            "Sawah yang puso 1.350 hektare. Luas itu setara 51 persen dari total 9.000 hektare.",
            "inconsistent",
        ),
        (
            "Retribusi terkumpul Rp2,4 miliar dari target Rp4 miliar. Dengan demikian capaiannya 60 persen.",
            "ok",
        ),
        ("Nilai transaksinya Rp27,5 miliar, melampaui target Rp25 miliar atau 110 persen.", "ok"),
    ],
)
def test_a_percentage_is_computed_anew(text: str, verdict: str) -> None:
    assert verdicts("BX201", text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Harga beras naik 20 persen dari Rp12.000 menjadi Rp15.000 per kilogram.",
        "Target pajak hotel Rp8 miliar. Tahun lalu sudah Rp5 miliar atau 97 persen.",
        "Rumah sakit itu punya 240 tempat tidur, yang terisi hanya 96. Jadi, kesembuhannya 85 persen.",
        "Alokasi pupuk 48.000 ton. Hingga Mei sudah 5.200 petani menerima bantuan atau 40 persen.",
        "Jasa itu Rp2,11 triliun. Ini sudah 19,5 persen dari total belanja Rp6,04 triliun.",
        "Ada lebih dari 1.700 pemasok, termasuk 700 UMKM dan tingkat kandungan lokal yang mencapai 80 persen.",
        "Gabah dibeli Rp6.500 bila kadar airnya paling banyak 25 persen. Bulog menyerap 2.000 ton.",
        "Indeks berisi 30 saham itu melemah 44,14 poin, atau 0,10 persen.",
        "Penerimaan tumbuh 26,6 persen atau mencapai 156,7 persen dari target Rp38,1 triliun.",
        "Anggaran turun dari Rp80 miliar menjadi Rp60 miliar (25 persen).",
        "Dari 3.200 orang menjadi naik 20 persen, yakni 3.840 orang.",
        "Sebanyak 20 warga pindah dari rumah semula 45 unit, atau 30 persen.",
        "Nilai manfaat Rp40.237.937 atau 44,7 persen dari semula Rp30 juta atau 30 persen.",
        "Survei menemukan tiga dari 4 warga (74 persen) pernah menerima telepon penipu.",
    ],
)
def test_what_is_no_share_of_a_printed_whole_stays_silent(text: str) -> None:
    assert verdicts("BX201", text) == []


def test_a_lost_scale_word_is_offered_first() -> None:
    [check] = found("BX201", "Desa Airmanis dari target Rp171,8 juta baru terealisasi Rp130 (75,83%).")
    assert check.verdict == "inconsistent"
    assert check.repairs[0] == "Rp130 → Rp130 juta (kata skala hilang)"
    assert check.repairs[-1].startswith("75,83% → ")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Suara terbagi atas 41 persen untuk Arman, 35 persen untuk Beni, dan 24 persen untuk Cici.", "ok"),
        (
            "Semua responden menjawab: 33,3 persen setuju, 33,3 persen menolak, dan 33,3 persen ragu.",
            "ok_rounded",
        ),
        ("Sebanyak 52 persen warga setuju, 31 persen menolak, sisanya tidak menjawab.", "remainder"),
        (
            "Seluruh ekspor diserap tiga negara: Jepang 51,4 persen, Korea 24,8 persen, dan Cina 13,8 persen.",
            "inconsistent",
        ),
        (
            "Suara terbagi atas 41 persen untuk Arman, 35 persen untuk Beni, dan 34 persen untuk Cici.",
            "inconsistent",
        ),
        ("Komposisinya 60 persen pasir, 25 persen semen, dan 10 persen air.", "inconsistent"),
        ("Dari total belanja, 48 persen untuk gaji, 33 persen modal, dan 29 persen barang.", "inconsistent"),
        ("Hitung cepat memberi Arman 46,2 persen, Beni 38,7 persen, dan Cici 25,1 persen.", "inconsistent"),
        ("Sebanyak 58 persen responden laki-laki dan 48 persen perempuan.", "inconsistent"),
        ("Sebanyak 58 persen responden laki-laki dan 42 persen perempuan.", "ok"),
        ("Peserta laki-laki 63 persen, sedangkan sisanya 47 persen perempuan.", "inconsistent"),
        ("Sebanyak 115 persen siswa dinyatakan lulus.", "inconsistent"),
        ("Seluruh lahan ditanami: padi 55 persen, jagung 30 persen, dan kedelai 25 persen.", "inconsistent"),
        (
            "Semua pelanggan dilayani, yakni rumah tangga 80 persen, usaha 10 persen, dan kantor 5 persen.",
            "inconsistent",
        ),
    ],
)
def test_the_shares_of_one_whole_are_added(text: str, verdict: str) -> None:
    assert verdicts("BX105", text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Responden boleh memilih lebih dari satu jawaban: 71 persen harga, 58 persen pekerjaan, 44 persen jalan.",
        "Seluruh harga naik: beras 12 persen, gula 8 persen, dan minyak 5 persen.",
        "Ekspor terbesar ke Jepang 51,4 persen dan Korea 24,8 persen.",
        "Dari total belanja, 48 persen untuk gaji dan 33 persen untuk modal.",
        "Sebanyak 90 persen responden percaya, yang terdiri dari 40 persen sangat percaya dan 50 persen cukup percaya.",
        "Tingkat partisipasi kerja 83 persen laki-laki dan 54 persen perempuan.",
        "Cakupan vaksin mencapai 105 persen warga. Sebanyak 130 persen lahan ditanami dua kali.",
        "Sebanyak 58 persen responden laki-laki dan 24 persen perempuan merokok.",
        "Dari 73,6 persen yang puas, terbagi atas 63,7 persen puas dan 9,9 persen sangat puas.",
        "Seluruh tingkat kelulusan tinggi: SD 99 persen, SMP 98 persen, SMA 97 persen.",
        "Seluruh diskon berlaku, 10 persen untuk sepatu dan 20 persen untuk tas.",
    ],
)
def test_percentages_of_several_things_are_not_added(text: str) -> None:
    assert "inconsistent" not in verdicts("BX105", text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Kredit perdagangan Rp5,9 triliun (37,4 persen), sementara ke pertanian Rp2,4 triliun (15,2 persen).",
            "ok",
        ),
        (
            "Calon A meraih 18.240 suara atau 31,2 persen, disusul calon B 14.110 suara atau 27,9 persen.",
            "inconsistent",
        ),
        (
            "Terjual 450 tiket dewasa (60 persen), 150 tiket anak (20 persen), dan 180 tiket lansia (20 persen).",
            "inconsistent",
        ),
        (
            "Panen padi 800 ton (80 persen), jagung 150 ton (15 persen), kedelai 20 ton (5 persen).",
            "inconsistent",
        ),
    ],
)
def test_shares_of_one_total_that_is_not_printed(text: str, verdict: str) -> None:
    assert verdicts("BX204", text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Baru 1.500 guru atau 62 persen yang bersertifikat, padahal 3.000 siswa atau 98 persen lulus.",
        "Pendapatan naik Rp5 miliar (10 persen), belanja naik Rp2 miliar (3 persen).",
        "Bogor Rp1.235.613 (12,54 persen), Bekasi Rp1.918.142 (14,02 persen), Depok Rp1.802.751 (16,3 persen).",
    ],
)
def test_shares_of_different_totals_are_not_compared(text: str) -> None:
    assert verdicts("BX204", text) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Separuh dari 1.200 siswa, yaitu 600 orang, sudah divaksin.", "ok"),
        ("Sebanyak 410 rumah atau sepertiga dari total 1.200 rumah terendam.", "ok_approximate"),
        ("Pendaftar melonjak dua kali lipat dari 400 orang menjadi 800 orang.", "ok"),
        (
            "Anggaran mencapai Rp120 miliar, naik tiga kali lipat dibandingkan sebelumnya yang hanya Rp40 miliar.",
            "ok",
        ),
        ("Separuh dari 1.200 siswa, yaitu 200 orang, sudah divaksin.", "inconsistent"),
        ("Pendaftar melonjak dari 400 orang menjadi 600 orang, atau naik tiga kali lipat.", "inconsistent"),
        ("Dari 1.200 siswa, 900 orang atau separuhnya sudah divaksin.", "inconsistent"),
    ],
)
def test_fractions_and_multiples_in_words(text: str, verdict: str) -> None:
    assert verdicts("BX209", text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Hampir separuh dari 1.200 siswa, yaitu 520 orang, sudah divaksin.",
        "Dua pertiga anggota hadir. Rapat diikuti 40 orang.",
        "Suku bunga turun seperempat poin dari 5 persen menjadi 4,75 persen.",
    ],
)
def test_what_may_be_called_so_is_no_slip(text: str) -> None:
    assert "inconsistent" not in verdicts("BX209", text)
