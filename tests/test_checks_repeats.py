"""BX901 to BX904: figures that an article gives twice, and quotes without a speaker."""

from __future__ import annotations

import pytest

from beritaextract import extract
from passages import BAD, rows, verdicts

CONTRADICTIONS = {
    "BX901": [
        "Tim SAR mengerahkan 6 perahu karet untuk menyisir Sungai Barito.\n\nKeenam perahu dibagi ke dua sektor.\n\n"
        "“Delapan perahu karet kami kerahkan sejak pagi,” demikian keterangan tertulis kantor itu.",
        "Gempa merusak 214 rumah di Cianjur. Bupati sudah meninjau lokasi. Sebanyak 241 rumah yang rusak itu dibangun "
        "kembali.",
        "Pemkab Kudus menganggarkan Rp3,5 miliar untuk jembatan itu. Pekerjaan dimulai Juli. Anggaran Rp5,3 miliar itu "
        "bersumber dari APBD.",
        "Rombongan 218 jemaah bertolak ke Madinah, Selasa. Dari asrama, 281 jemaah itu diantar tujuh bus.",
        "Kapal itu memuat 2.300 ton pupuk di Gresik. Bongkar muat 3.200 ton pupuk tersebut berlangsung empat hari.",
        "Pemkab menyerahkan 12 unit ambulans desa. Sebanyak 15 unit ambulans desa itu dibeli dengan dana insentif.",
        "Jaksa menyita uang Rp1,6 miliar dari rumah itu. Uang Rp1,8 miliar itu disimpan dalam koper.",
        "Tabrakan beruntun itu menewaskan 11 orang. Sebanyak 13 korban tewas itu dibawa ke rumah sakit.",
        "Kejaksaan menahan tiga tersangka korupsi bibit. Keempat tersangka itu dititipkan di lapas.",
        "Lahan seluas 12 hektare terbakar di Kubu Raya. Petugas masih berjaga. Lahan 21 hektare yang terbakar itu "
        "milik warga.",
    ],
    "BX902": [
        "Kebakaran Hanguskan 12 Rumah di Kampung Melayu\n\nJAKARTA - Sebanyak 21 rumah hangus dilalap api di Kampung "
        "Melayu, Selasa malam. Tidak ada korban.",
        "Inflasi Jawa Tengah 2,3 Persen, Didorong Harga Beras\n\nSEMARANG - Inflasi Jawa Tengah pada Mei tercatat 3,2 "
        "persen karena harga beras naik.",
        "1.200 Siswa Miskin di Garut Terima Beasiswa\n\nGARUT - Sebanyak 2.100 siswa miskin di Garut dapat beasiswa.",
        "Pemkab Siapkan Rp12 Miliar untuk Perbaikan Jalan\n\nBLORA - Pemkab Blora menyiapkan Rp120 miliar untuk "
        "memperbaiki jalan rusak tahun ini.",
        "Tiga Pendaki Hilang di Gunung Slamet\n\nPURBALINGGA - Dua pendaki dilaporkan hilang di Gunung Slamet, Minggu.",
        "Polisi Tangkap 5 Pengedar Sabu di Ternate\n\nTERNATE - Reserse narkoba menangkap enam pengedar sabu di sana "
        "dalam operasi sepekan terakhir.",
        "Dana Hibah Rp12 Miliar Disalurkan untuk Masjid\n\nMAROS - Pemkab menyalurkan dana hibah Rp1,2 miliar untuk "
        "60 masjid.",
        "Vaksinasi Capai 85 Persen\n\nTERNATE - Capaian vaksinasi di kota itu baru 58 persen dari sasaran.",
        "Korban Longsor Jadi 19 Orang\n\nNGANJUK - Jumlah korban longsor bertambah menjadi 16 orang, kata camat.",
        "Embarkasi Solo Sudah Terbangkan 1.552 Calon Haji hingga Hari Kedua\n\nSOLO - Sampai hari kedua, calon haji "
        "yang sudah berangkat 1.547 orang dari empat kloter. Semestinya empat kloter itu membawa 1.552 orang.",
    ],
    "BX903": [
        "Tarif air PDAM Jepara naik 15 persen mulai bulan depan. “Naiknya cuma 5 persen,” kilah Dirut PDAM Jepara.",
        "Sebanyak 35 rumah rusak diterjang angin. “Rumah yang rusak 53 unit,” kata Camat Undaan Slamet.",
        "Pemkot menyiapkan 500 paket sembako untuk warga. “Paket sembako yang kami siapkan 400 paket,” ujar Kepala "
        "Dinas Sosial.",
        "Investasi proyek itu Rp3,2 triliun. “Nilai investasinya Rp2,3 triliun,” ungkap Direktur Utama Sena.",
        "Lomba diikuti 64 tim. “Pesertanya 46 tim,” kata ketua panitia Darmo.",
        "Realisasi tanam mencapai 62 persen. “Realisasi tanam baru 26 persen,” kata Kadis Pertanian Hasan.",
        "Insentif kader naik menjadi Rp150 ribu. “Insentif kader sekarang Rp250 ribu,” ujar Bupati Irwan.",
        "Longsor menutup jalan sepanjang 40 meter. “Jalan yang tertutup 60 meter,” kata Kapolsek Bawang.",
    ],
    "BX904": [
        "Jalan desa itu rusak sejak lama. “Kami sudah tiga kali melapor ke dinas.” Lubangnya makin dalam.",
        "Antrean solar mengular di SPBU. “Kami menunggu dari pagi sampai sore, tetapi solar tidak datang juga.” "
        "Nelayan akhirnya tidak melaut.",
        "Air bersih tidak mengalir dua pekan.\n\n“Kami terpaksa membeli air dari pedagang keliling setiap hari.”\n\n"
        "Harga air naik dua kali lipat.",
    ],
}

LOOK_ALIKES = {
    "BX901": [
        "Pada Senin tercatat 300 pengungsi di GOR Wergu. Kini jumlah pengungsi bertambah menjadi 450 orang.",
        "Sebanyak 6 rumah terdampak banjir di Dusun Tambak. Tujuh rumah terdampak banjir di Dusun Ngagrok.",
        "Harga beras premium Rp13.900 per kilogram. Beras medium dijual Rp10.900 per kilogram.",
        "Polisi menangkap 45 remaja. Sebanyak 20 remaja itu sudah dipulangkan.",
        "Ada 30 warga Desa Sawah dan 27 warga Desa Rawa yang mengungsi. Sebanyak 57 warga itu tinggal di balai desa.",
        "Rumah itu disewa Rp25 juta setahun. Uang muka Rp15 juta itu sudah dibayar.",
        "Polisi menangkap satu kurir. Dua kurir lain menyusul. Ketiga kurir itu ditahan.",
        "Lima saksi sudah diperiksa. Ketiga saksi itu pegawai koperasi.",
        "Letusan mencapai 3.332 meter di atas laut. Kolom abu gunung itu teramati 3.832 meter di atas laut.",
    ],
    "BX902": [
        "5 Fakta Kebakaran Pasar Sentral, Nomor 3 Bikin Merinding\n\nMAKASSAR - Sebanyak 212 kios terbakar dan dua "
        "petugas pingsan.",
        "200 Rumah Rusak Diterjang Puting Beliung di Brebes\n\nBREBES - Sebanyak 212 rumah rusak diterjang puting "
        "beliung di Brebes.",
        "Polisi Tangkap 5 Pencuri Motor di Sleman\n\nSLEMAN - Polisi menangkap tiga pencuri motor di Gamping dan dua "
        "pencuri motor di Godean.",
        "Harga Apartemen Sitaan Rp 700 Juta Dilelang KPK\n\nJAKARTA - Apartemen sitaan itu dilelang KPK dengan harga "
        "limit Rp739.941.000.",
        "Lima Jemaah Haji Sumut Wafat\n\nMEDAN - Dua jemaah haji Sumut yang wafat bertambah, sebelumnya tiga orang.",
    ],
    "BX903": [
        "Polisi menyita 14 sepeda motor hasil curian. “Baru tiga yang diambil pemiliknya,” kata Kapolsek.",
        "Liverpool hanya meraih satu poin. “Seharusnya kami bisa meraih tiga poin,” ujar pelatih Arne Slot.",
        "Sebanyak 45 personel dan unit damkar dikerahkan. “Pengerahan unit sebanyak 12 unit,” kata Lurah Anton.",
    ],
    "BX904": [
        "Banjir merendam kampung itu. “Air naik cepat sekali malam itu,” katanya. Warga mengungsi.",
        "Undang-undang itu berbunyi:\n\n“Setiap orang yang melanggar batas kecepatan dipidana dengan kurungan.”",
        "Ketua RT Slamet ikut cemas. “Kami sudah tiga kali melapor ke dinas.” Ia menunggu perbaikan.",
        "Film itu bertajuk “Sepanjang Jalan Pulang”. Penonton antre sejak pagi di bioskop kota.",
    ],
}

HOLDING = [
    (
        "BX901",
        "ok",
        "Banjir memaksa 1.204 warga Desa Ketanjung mengungsi. Logistik bagi 1.204 pengungsi itu masih aman.",
    ),
    ("BX901", "ok", "Polisi menyita 111 kilogram sabu. Setelah ditimbang lagi, beratnya tetap 111 kg."),
    (
        "BX902",
        "ok_rounded",
        "Dua Ribu Lebih Guru Ngaji Terima Insentif\n\nPELAIHARI - Pemkab membayar insentif kepada 2.318 guru ngaji.",
    ),
    (
        "BX902",
        "ok_truncated",
        "Hutama Karya Tarik Utang Rp12 T\n\nJAKARTA - Hutama Karya menarik utang Rp12,6 triliun tahun ini.",
    ),
    (
        "BX903",
        "ok_approximate",
        "Sebanyak 2.046 warga sudah mendaftar. “Pendaftarnya sekitar 2.000 orang,” jelas Kadishub Kota Semarang.",
    ),
    (
        "BX904",
        "ok",
        "Banjir merendam kampung itu. “Air naik cepat sekali,” kata Ketua RT Slamet. Warga mengungsi.",
    ),
]


@pytest.mark.parametrize(("code", "text"), rows(CONTRADICTIONS))
def test_a_contradiction_is_found(code: str, text: str) -> None:
    assert BAD.intersection(verdicts(code, text, names="model"))


@pytest.mark.parametrize(("code", "text"), rows(LOOK_ALIKES))
def test_a_look_alike_stays_silent(code: str, text: str) -> None:
    assert not BAD.intersection(verdicts(code, text, names="model"))


@pytest.mark.parametrize(("code", "verdict", "text"), HOLDING)
def test_a_statement_that_holds_is_confirmed(code: str, verdict: str, text: str) -> None:
    assert verdict in verdicts(code, text, names="model")


def test_both_figures_are_offered_as_repairs() -> None:
    [found] = [each for each in extract(CONTRADICTIONS["BX902"][0]).checks if each.code == "BX902"]
    assert found.repairs == ("12 → 21", "21 → 12")
    assert [span.text for span in found.evidence] == ["12 Rumah", "21 rumah"]
