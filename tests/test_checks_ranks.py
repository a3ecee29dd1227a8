"""BX208: superlatives and ranks against the listed figures."""

from __future__ import annotations

import pytest

from passages import found, verdicts

CONTRADICTIONS = [
    "Realisasi tertinggi diraih Dinas Sosial (93,2 persen), diikuti Dinas Pendidikan (91,4 persen) dan Dinas PUPR "
    "(94,1 persen).",
    "Penyumbang terbesar adalah pajak kendaraan Rp2,1 miliar, disusul pajak hotel Rp1,4 miliar, pajak restoran "
    "Rp900 juta, dan retribusi parkir Rp1,1 miliar.",
    "Jawa Timur menempati peringkat pertama dengan 120 medali, disusul Jawa Barat 98 medali dan Bali 105 medali.",
    "Angka kemiskinan terendah ada di Banjarbaru, yakni 3,9 persen, lalu Tapin 2,6 persen.",
    "Produksi padi tertinggi di Kecamatan Gambut 12.400 ton. Di urutan kedua Kecamatan Sungai Tabuk dengan 13.200 ton.",
    "Kasus terbanyak ditemukan di Kecamatan Sako, yakni 112 kasus. Kemudian Plaju 187 kasus dan Kalidoni 64 kasus.",
    "Kunjungan tertinggi terjadi pada Juli dengan 12.300 wisatawan, disusul Desember 14.500 wisatawan.",
    "Suhu tertinggi tercatat 24 derajat Celsius, sedangkan suhu terendah 33 derajat Celsius.",
    "Harga beras termurah Rp13.500 dan termahal Rp12.900 per kilogram.",
    "Kenaikan terbesar terjadi pada cabai, yakni 12 persen, disusul bawang merah naik 18 persen.",
    "Saham tambang melemah 0,87 persen, dan catat koreksi terbesar. Saham bank susut 1,35 persen.",
    "Kelulusan terbaik diraih SMA 1 dengan 412 siswa, disusul SMA 3 dengan 398 siswa dan SMA 2 dengan 405 siswa.",
    "Sebanyak 66 kasus tersebar di Sako 12 kasus, Plaju 34 kasus, dan Kalidoni 20 kasus. Kasus terbanyak di Sako.",
    "Penerimanya 66 orang, terdiri atas Sako 12 orang, Plaju 34 orang, dan Kalidoni 20 orang, dengan penerima paling "
    "sedikit di Kalidoni.",
]

LOOK_ALIKES = [
    "Lomba lari terbesar di kota itu berhadiah Rp5 juta, diikuti 120 peserta.",
    "Pendaftar terbanyak ada di jalur zonasi dengan 120 siswa, diikuti 350 siswa jalur prestasi.",
    "Pertumbuhan tertinggi dicatat Sulawesi sebesar 6 persen. Sementara itu, Jawa menyumbang 57 persen.",
    "Denda paling banyak Rp50 juta. Kemudian pelaku usaha membayar biaya pemulihan Rp200 juta.",
    "Kasus tertinggi di Sako, 112 kasus, disusul Plaju yang naik 120 kasus.",
    "Kasus terbanyak di Sako, 112 kasus, disusul Plaju dan Kalidoni dengan total 150 kasus.",
    "Kasus terbanyak di Sako, 112 kasus, disusul Plaju dengan lebih dari 100 kasus.",
    "Produksi terbesar dari Gambut 12 ribu ton, disusul Kertak Hanyar dengan luas lahan 13 ribu hektare.",
    "Penduduk terbanyak kedua ada di Plaju, 40 ribu jiwa. Kemudian Sako 60 ribu jiwa.",
    "Bandung berada di peringkat pertama dengan nilai 82, di atas Bogor dengan nilai 90.",
    "Sektor bank turun 1,2 persen, dan catat koreksi terbesar. Sektor tambang naik 2,5 persen.",
    "Pelemahan terbesar dialami baht sebesar 0,4 persen, diikuti won minus 0,9 persen.",
    "Sebanyak 66 kasus tersebar di Sako 12 kasus, Plaju 34 kasus, dan Kalidoni 20 kasus. Kematian terbanyak di Sako "
    "dengan tiga orang.",
    "Sebanyak 66 kasus tersebar di Sako 12 kasus, Plaju 34 kasus, dan Kalidoni 20 kasus. Kasus terbanyak di Jawa.",
    "Gempa terbesar berkekuatan magnitudo 5,6, disusul 14 gempa kecil.",
]

HOLDING = [
    "Angka stunting tertinggi di Kotabaru sebesar 32,1 persen, diikuti Barito Kuala 30,2 persen.",
    "Penduduk terbanyak ada di Medan, 2,4 juta jiwa, disusul Palembang (1.706.371 jiwa) dan Pekanbaru (1 juta jiwa).",
    "Harga beras termurah Rp12.900 dan termahal Rp13.500 per kilogram.",
    "Kursi terbanyak diraih partai itu dengan 10 kursi. Lalu Partai Gerakan 7 kursi dan Partai Damai 9 kursi.",
    "Bandung di peringkat pertama dengan 82 poin, disusul Bogor 79 poin, dan Depok 79 poin.",
    "Lari tercepat di urutan pertama dicatat Budi, 51 detik, disusul Ali 53 detik dan Joko 55 detik.",
    "Dari 66 kasus itu, rinciannya Kecamatan Sako 12 kasus, Plaju 34 kasus, dan Kalidoni 20 kasus. Kasus paling "
    "banyak terjadi di Kecamatan Plaju, kata Budi.",
    "Sektor bank naik 1,4 persen, dan pimpin penguatan terbesar. Sektor energi naik 0,6 persen, sektor lain menguat "
    "0,8 persen.",
]


@pytest.mark.parametrize("text", CONTRADICTIONS)
def test_figures_out_of_their_order_are_found(text: str) -> None:
    assert verdicts("BX208", text) == ["inconsistent"]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_other_measures_and_open_figures_stay_silent(text: str) -> None:
    assert "inconsistent" not in verdicts("BX208", text)


@pytest.mark.parametrize("text", HOLDING)
def test_figures_in_their_order_are_confirmed(text: str) -> None:
    assert verdicts("BX208", text) == ["ok"]


def test_the_message_names_the_two_figures_and_offers_slips() -> None:
    [check] = found(
        "BX208", "Kasus tertinggi di Sako, yakni 35 kasus, disusul Plaju 41 kasus dan Kalidoni 9 kasus."
    )
    assert check.message == "Urutan angkanya tidak cocok: 35 disebut di atas 41"
    assert check.repairs == (
        "41 → 14 (dua angka tertukar)",
        "35 → 53 (dua angka tertukar)",
        "35 ↔ 41 (tertukar tempat)",
    )
    assert check.evidence[0].text == "41 kasus"


def test_a_wrong_scale_word_is_offered_where_it_fits() -> None:
    [check] = found(
        "BX208", "Pajak terbesar dari hotel Rp870 juta, disusul restoran Rp640 miliar dan parkir Rp90 juta."
    )
    assert check.repairs[0] == "Rp640 miliar → Rp0,64 miliar (kata skala)"
