"""Verdicts on whole passages: contradictions that must be found and look-alikes that must stay silent."""

from __future__ import annotations

from functools import lru_cache

import pytest

from beritaextract import Extractor, checks, extract
from beritaextract.checks import CheckInfo

BAD = {"inconsistent", "malformed"}
OF_DAMAGE = ("BX302", "BX303", "BX304", "BX306", "BX401", "BX402", "BX404", "BX504", "BX6", "BX701", "BX702")
"""Checks that speak of damage only: their silence confirms."""

MEMBERSHIP = (
    "Menurut catatan kantor wilayah, kepesertaan Jamsostek di Kalimantan Selatan sampai September 2021 berjumlah "
    "382.746 orang, terdiri atas pekerja formal 270.951 orang. Selanjutnya pekerja informal 33.041 orang serta "
    "pekerja jasa konstruksi 78.754 orang. Dari angka itu, 2.534 orang adalah honorer daerah."
)

CONTRADICTIONS = {
    "BX101": [
        "Rumah rusak 56.320 unit, itu terdiri dari rusak berat 22.241 unit, rusak sedang 11.641 unit, dan rusak ringan "
        "22.090 unit.",
        "Pedagang yang direlokasi 1.864 orang, terdiri atas 1.127 pedagang sayur, 418 pedagang buah dan 391 pedagang "
        "ikan.",
        "Pendapatan desa Rp3,2 miliar. Rinciannya, pajak Rp1,4 miliar dan retribusi Rp1,1 miliar.",
        "Dari 12.500 orang yang didaftarkan, 5.214 orang guru mengaji. Sisanya buruh tani 3.142 orang, marbut masjid "
        "2.168 orang, dan pengemudi ojek 1.706 orang.",
        "Dana itu Rp7,5 miliar dengan rincian Rp2,5 miliar untuk pasar dan Rp4,1 miliar untuk terminal.",
        "Pelanggan kami 18.836 sambungan. Rumah tangga 16.197, niaga 1.208, sosial 346, instansi 312, industri 53.",
    ],
    "BX102": [
        "Luas kebakaran lahan 1.170 hektare. Di antaranya 11.700 hektare berupa lahan gambut.",
        "Sebanyak 640 siswa mengikuti ujian, 850 siswa di antaranya dari sekolah swasta.",
        "Dari 1.250 orang itu, 1.520 orang di antaranya perempuan.",
        "Korban luka 61 orang, termasuk 90 orang yang dirawat di puskesmas.",
        "Peserta tercatat 300 orang. Dari jumlah tersebut, 320 orang merupakan perempuan.",
        "Dari total anggaran Rp780 juta, sebesar Rp870 juta dipakai untuk membangun talut.",
        "Terdapat 63 SD di kecamatan itu. Sebanyak 68 di antaranya belum memiliki perpustakaan.",
        "Anggota kami 1.250 orang, 1.520 di antaranya sudah punya kartu.",
    ],
    "BX301": [
        "Pawai obor digelar pada Senin (16/8/2015) malam.",
        "Rapat itu berlangsung Jumat, 23 September 2021.",
        "Unjuk rasa memuncak pada Jumat 29 Maret 2012 di depan gedung dewan.",
        "Bupati melantik kepala sekolah, Senin (4/3/2017).",
        "Rombongan bertolak ke Batam, Kamis (29/1/2016), untuk studi banding.",
    ],
    "BX302": [
        "Sidang digelar Rabu (11/30/2016) di Wina.",
        "Warga mengantre air bersih, Selasa (10/25/2022).",
        "Peresmian pasar itu Selasa (9/22/2015).",
        "Lomba ditutup Rabu (31/9/2020) malam.",
        "Panen raya digelar Minggu (12/18/2016).",
    ],
    "BX701": [
        "Iuran pedagang Rp12.5000 per bulan.",
        "Belanja daerah Rp1.1508,02 triliun.",
        "Bantuan Rp1.2505,00 diterima kelompok tani.",
        "Kerugian ditaksir Rp25.00.000 oleh petugas.",
        "Anggaran itu Rp3,500,00 juta.",
        "Pajak yang disetor Rp14. 500.000 oleh dua pedagang.",
        "Sumbangan terkumpul Rp12 .500.000 dari wali murid.",
        "Belanja makan Rp263,9 juta juta, serta seragam Rp210 juta.",
    ],
}

LOOK_ALIKES = {
    "BX101": [
        "Kunjungan wisatawan pernah 88.000 orang pada 2019. Setahun kemudian tinggal 21.000 orang, lalu 30.000 orang "
        "pada 2021.",
        "Bantuan Rp250 juta bagi delapan kelompok tani, masing-masing menerima Rp25 juta.",
        "Pasar itu dihuni 300 pedagang, antara lain 120 pedagang sayur dan 60 pedagang ikan.",
        "Survei melibatkan 1.200 responden yang terdiri dari 34 provinsi dan 102 kabupaten.",
        "Persija menang 2-1 atas Persib, terdiri dari gol menit 12 dan menit 40, di depan 30.000 penonton.",
        "Laba naik 18,5 persen, dengan rincian ekspor tumbuh 11,6 persen dan impor tumbuh 11,9 persen.",
    ],
    "BX102": [
        "Biaya kuliah Rp7,5 juta per semester, belum termasuk biaya praktikum Rp9 juta.",
        "Dari 910 unit menjadi 2.450 unit, produksi pabrik itu naik tajam.",
        "Realisasi pajak Rp320 miliar dari target Rp312 miliar.",
        "Jumlah keluarga miskin bertambah, dari 34.792 keluarga, saat ini berjumlah 54.211 keluarga.",
        "Dari total target Rp780 juta, sebesar Rp870 juta sudah terkumpul.",
        "Polisi menyita 3 mobil dan 25 motor. Sebanyak 20 di antaranya hasil curian.",
        "Ada 12 camat yang hadir. Sebanyak 40 kepala desa di antaranya datang terlambat.",
        "Empat penari baru, termasuk Yunan, tercatat dalam rombongan 38 penari.",
        "Dari hasil pemeriksaan itu, 12 orang diperiksa dari 3 desa.",
    ],
    "BX301": [
        "Warga protes sejak Senin. Keputusan itu diteken 2 Maret 2022.",
        "Rapat berlangsung Kamis (23/9/2021).",
        "Tersangka AG (34), RD (29) dan SM (41) ditangkap Senin.",
        "Layanan dibuka Senin-Jumat, 24/7, mulai 2021.",
        "Skor Minggu 3-1 dan Sabtu 2-0.",
    ],
    "BX302": [
        "Layanan pengaduan dibuka 24/7. Dari kuota 9/30 kursi, baru 4/15 yang terisi.",
        "Surat edaran tertanggal 29/2/2024 itu melarang pungutan.",
        "Putusan Nomor 15/PUU-XII/2014 dibacakan di Jakarta.",
        "Jalan Gatot Subroto 45/47 ditutup.",
        "Rapat berlangsung Rabu (30/11/2016).",
    ],
    "BX701": [
        "Curah hujan 152,5 milimeter; debit sungai 1.020,75 meter kubik per detik.",
        "NPWP yayasan itu 01.234.567.8-901.000, NIK pelapor 6371012304800005.",
        "Hubungi 0812-3456-7890 atau 021.555.1234.",
        "Versi 1.2.3 dirilis pukul 10.30 WIB.",
        "Antrean mengular di SPBU 54.801.26 Kuta, juga di stasiun pengisian (SPBU) nomor 54.801.31 Renon.",
        "Pada kompetisi 2021.2022 klub itu degradasi; kunjungan 2022,2023,2024 semua naik.",
        "Bantuan Rp42.000.000,00 dan Rp1.250.500,50 diserahkan.",
        "Tiketnya Rp500. 200 orang hadir, dan Rp, 1,3 juta terkumpul.",
        "Alamat IP 192.168.10.1 milik server lama; ia finis dalam 1.12.30 jam di 3.25.10 LS.",
        "Anggaran setahun Rp3 ribu triliun, utang Rp1.250 triliun.",
    ],
}


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(code, text) for code, texts in table.items() for text in texts]


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return Extractor(style=True)


def verdicts(text: str, code: str) -> set[str]:
    return {check.verdict for check in extractor().extract(text).checks if check.code == code}


@pytest.mark.parametrize(("code", "text"), rows(CONTRADICTIONS))
def test_a_contradiction_is_found(code: str, text: str) -> None:
    assert verdicts(text, code) & BAD


@pytest.mark.parametrize(("code", "text"), rows(LOOK_ALIKES))
def test_a_look_alike_stays_silent(code: str, text: str) -> None:
    assert not verdicts(text, code) & BAD


@pytest.mark.parametrize("info", list(checks.CATALOGUE.values()), ids=list(checks.CATALOGUE))
def test_the_examples_of_the_catalogue_are_real(info: CheckInfo) -> None:
    assert not verdicts(info.holds, info.code) & BAD
    assert verdicts(info.contradicts, info.code) & BAD
    assert verdicts(info.holds, info.code) or info.code.startswith(OF_DAMAGE)


def test_a_membership_that_adds_up_is_proved() -> None:
    [found] = [check for check in extract(MEMBERSHIP).checks if check.code == "BX101"]
    assert (found.verdict, found.formula) == ("ok", "270.951 + 33.041 + 78.754 = 382.746")
    assert [span.text for span in found.evidence] == [
        "382.746 orang",
        "270.951 orang",
        "33.041 orang",
        "78.754 orang",
    ]


@pytest.mark.parametrize("figure", ["382.746", "270.951", "33.041", "78.754"])
def test_any_one_wrong_digit_is_found(figure: str) -> None:
    for place, digit in enumerate(figure):
        if digit.isdecimal() and (place or digit != "1"):
            changed = figure[:place] + str((int(digit) + 1) % 10 or 1) + figure[place + 1 :]
            found = [
                check
                for check in extract(MEMBERSHIP.replace(figure, changed)).checks
                if check.code == "BX101"
            ]
            assert [check.verdict for check in found] == ["inconsistent"], changed
            assert any(figure in repair for repair in found[0].repairs), changed


def test_a_scale_word_behind_a_grouped_number_is_offered_for_removal() -> None:
    article = extract("Harga emas batangan Rp1.924.000 juta per gram, naik tipis.")
    [check] = [each for each in article.checks if each.code == "BX701"]
    assert check.repairs == ("Rp1.924.000 juta → Rp1.924.000 (kata skala berlebih)",)
    assert check.repairs_en == ("Rp1.924.000 juta → Rp1.924.000 (a scale word too many)",)


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("Nilai barang bukti Rp9,304.500.000 disita.", ("9,304.500.000 → 9.304.500.000",)),
        ("Dana insentif Rp14.446.531.000.00 cair.", ("14.446.531.000.00 → 14.446.531.000,00",)),
    ],
)
def test_groups_and_cents_are_put_right_first(text: str, repairs: tuple[str, ...]) -> None:
    [check] = [each for each in extractor().extract(text).checks if each.code == "BX701"]
    assert check.repairs[:1] == repairs
