"""Offices as articles print them whole: several regions, branches of a quarter, venues, commands of the army."""

from __future__ import annotations

import pytest

from beritaextract import Extractor

EXTRACTOR = Extractor(names="rules")

ORGANIZATIONS = [
    ("Balai Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) NTT memulangkan dua orang.",
     ["Balai Pelayanan Pelindungan Pekerja Migran Indonesia (BP3MI) NTT"]),
    ("Kantor Wilayah Direktorat Jenderal Pajak Kalimantan Selatan dan Tengah menyita aset.",
     ["Kantor Wilayah Direktorat Jenderal Pajak Kalimantan Selatan dan Tengah"]),
    ("Kanwil DJP Bengkulu dan Lampung mencatat kenaikan.", ["Kanwil DJP Bengkulu dan Lampung"]),
    ("Kanwil DJBC Bali, NTB, dan NTT menindak rokok.", ["Kanwil DJBC Bali, NTB, dan NTT"]),
    ("PLN UID Sulawesi Utara, Tengah, dan Gorontalo (Suluttenggo) siaga. PLN UID Suluttenggo menambah gardu.",
     ["PLN UID Sulawesi Utara, Tengah, dan Gorontalo (Suluttenggo)"]),
    ("PT PLN (Persero) Unit Induk Distribusi (UID) Bali siaga.",
     ["PT PLN (Persero) Unit Induk Distribusi (UID) Bali"]),
    ("PT Bank Pembangunan Daerah Sulawesi Utara dan Gorontalo untung.",
     ["PT Bank Pembangunan Daerah Sulawesi Utara dan Gorontalo"]),
    ("Kanwil Jasa Raharja Jawa Tengah membayar.", ["Kanwil Jasa Raharja Jawa Tengah"]),
    ("Kejaksaan Tinggi Jawa Timur dan Bali bertukar data.", ["Kejaksaan Tinggi Jawa Timur"]),
    ("BPJS Kesehatan Cabang Kediri, Blitar, dan Nganjuk.", ["BPJS Kesehatan Cabang Kediri"]),
    ("BPJS Ketenagakerjaan Cabang Jakarta Kebon Jeruk membayar klaim.",
     ["BPJS Ketenagakerjaan Cabang Jakarta Kebon Jeruk"]),
    ("Kepala BPJS Ketenagakerjaan Cabang Surabaya Rungkut, Dewi Lestari, hadir.",
     ["BPJS Ketenagakerjaan Cabang Surabaya Rungkut"]),
    ("Petugas KPP Pratama Medan Belawan datang, kata Kepala KPP Pratama Medan Belawan Togar Manik.",
     ["KPP Pratama Medan Belawan"]),
    ("Kepala KPP Pratama Malang Darto Wibisana setuju. Malang Darto sepi, begitu pula Malang Lama.",
     ["KPP Pratama Malang"]),
    ("Kepala BPJS Kesehatan Cabang Kediri Suharno Abidin mengatakan itu.", ["BPJS Kesehatan Cabang Kediri"]),
    ("BNI Kantor Cabang Utama Makassar buka.", ["BNI Kantor Cabang Utama Makassar"]),
    ("PLN Batam memasang kabel.", ["PLN Batam"]),
    ("Kantor Imigrasi Kelas II TPI Sei Kolak menerbitkan paspor.", ["Kantor Imigrasi Kelas II TPI Sei Kolak"]),
    ("Direktur Perumda Air Minum Tirta Aji, Bambang Setyo, hadir.", ["Perumda Air Minum Tirta Aji"]),
    ("Direktur PT Maju Jaya Slamet Riyadi, Wakil Bupati Sragen, hadir.", []),
    ("BP3MI Banten dan BPVP Ternate melatih warga, Lazisnu Jepara membantu.",
     ["BP3MI Banten", "BPVP Ternate", "Lazisnu Jepara"]),
    ("Dana itu dari Permodalan Nasional Madani (PNM).", ["Permodalan Nasional Madani"]),
    ("Kasi Intel Kejari Cirebon membenarkan.", ["Kejari Cirebon"]),
    ("PT Jasa Raharja Cabang Depok dan PT Taspen Cabang Bogor hadir.",
     ["PT Jasa Raharja Cabang Depok", "PT Taspen Cabang Bogor"]),
    ("PT Jasa Raharja Wilayah Bengkulu membayar santunan.", ["PT Jasa Raharja Wilayah Bengkulu"]),
    ("PT PLN (Persero) Unit Induk Wilayah Nusa Tenggara Barat siaga. Manajer PLN UIW NTB Darto Wibisana hadir.",
     ["PT PLN (Persero) Unit Induk Wilayah Nusa Tenggara Barat"]),
    ("RSUD dr. H. Darmo Wiyono Blora dan RSUD A. Wahab Seruni buka.",
     ["RSUD dr. H. Darmo Wiyono Blora", "RSUD A. Wahab Seruni"]),
    ("Korban dibawa ke RS Bhayangkara Tk. III Blora. Tk. III bukan kelas.", ["RS Bhayangkara Tk. III Blora"]),
    ("Pelanggan Perumda Air Minum Tirta Seruni Jati bertambah, kata Direktur Perumda Air Minum Tirta Seruni Jati "
     "Darto Wibisana.", ["Perumda Air Minum Tirta Seruni Jati"]),
    ("Universitas Lampung Raya (Unlaya) menerima mahasiswa.", ["Universitas Lampung Raya"]),
    ("Rektor Universitas Lampung Darto Wibisana hadir (kiri).", ["Universitas Lampung"]),
    ("Darto Wibisana Lc., MA. dan Rini Lestari, S.H., M.H. memimpin.", []),
    ("Putusan MA keluar. Guru MTs dan MA hadir.", []),
    ("Mahkamah Agung (MA) memutus sengketa madrasah, kata MA.", ["Mahkamah Agung"]),
    ("Perjanjian kerja sama (PKS) itu diteken. Menurut Darto, PKS tersebut berlaku setahun.", []),
    ("Perjanjian kerja sama itu ditolak Partai Keadilan Sejahtera. Kader PKS hadir.", ["Partai Keadilan Sejahtera"]),
    ("Indeks Nikkei turun.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ORGANIZATIONS)
def test_an_office_is_named_whole_and_no_further(text: str, names: list[str]) -> None:
    assert [each.name for each in EXTRACTOR.extract(text).organizations] == names


PLACES = [
    ("Acara digelar di Kantor Bupati Gresik dan Pendopo Wakil Bupati Kudus.",
     ["Kantor Bupati Gresik", "Pendopo Wakil Bupati Kudus"]),
    ("Mereka bertemu di Pendopo Kabupaten Blora, Senin.", ["Pendopo Kabupaten Blora"]),
    ("Rapat di Auditorium Rumah Dinas Gubernur Jambi usai.", ["Auditorium Rumah Dinas Gubernur Jambi"]),
    ("Debat di Gedung Serbaguna Kantor Gubernur Riau, Kamis.", ["Gedung Serbaguna Kantor Gubernur Riau"]),
    ("Massa berkumpul di Jalan Kapten Maulana Lubis, Jl. Prof. Dr. Soepomo, dan Jalan Ir H Juanda.",
     ["Jalan Kapten Maulana Lubis", "Jl. Prof. Dr. Soepomo", "Jalan Ir H Juanda"]),
    ("Santunan diserahkan di TPI Tanjungsari dan TPI Mojo.", ["TPI Tanjungsari", "TPI Mojo"]),
    ("Nelayan menunggu di PPI Lampulo.", ["PPI Lampulo"]),
    ("Pegawai PPP Trenggalek bertemu.", []),
    ("Paspor dibuat di Kantor Imigrasi Kelas I TPI Mojo.", []),
    ("Presiden menerima mereka di Gedung Sekretariat Negara.", ["Gedung Sekretariat Negara"]),
    ("Pentas itu di Balai Pemuda.", ["Balai Pemuda"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_a_venue_is_named_with_the_office_whose_seat_it_is(text: str, names: list[str]) -> None:
    assert [each.name for each in EXTRACTOR.extract(text).places] == names


OFFICIALS = [
    ("Pangdam IV/Diponegoro Mayjen TNI Deddy Suryadi hadir.", [("Pangdam IV/Diponegoro", "Deddy Suryadi")]),
    ("Pangdam XVII/Cenderawasih, Mayjen TNI Rudi Puruwito, hadir.",
     [("Pangdam XVII/Cenderawasih", "Rudi Puruwito")]),
    ("Menurut Danrem 043/Garuda Hitam Kolonel Inf Rikas Hidayat, itu benar.",
     [("Danrem 043/Garuda Hitam", "Rikas Hidayat")]),
    ("Dandim 0705/Magelang Letkol Arm Rohmadi dan Dandim 0422 Lampung Barat Letkol Inf Rinto Wijaya hadir.",
     [("Dandim 0705/Magelang", "Rohmadi"), ("Dandim 0422 Lampung Barat", "Rinto Wijaya")]),
    ("Kepala KPP Pratama Medan Polonia, Suhardi Lubis, hadir.",
     [("Kepala KPP Pratama Medan Polonia", "Suhardi Lubis")]),
    ("Kepala Jasa Raharja Lampung Zulfikar Effendi hadir.", [("Kepala Jasa Raharja Lampung", "Zulfikar Effendi")]),
    ("Branch Manager Taspen Kendari Wa Ode Rosmina hadir.", [("Branch Manager Taspen Kendari", "Wa Ode Rosmina")]),
    ("Kepala Dinas Dra. Siti Aminah hadir.", [("Kepala Dinas", "Siti Aminah")]),
    ("Direktur Telkomsel Bima Putra Wijaya hadir.", [("Direktur Telkomsel", "Bima Putra Wijaya")]),
    ("Kantor Wali Kota Medan, Jalan Kapten Maulana Lubis, ramai.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "held"), OFFICIALS)
def test_an_official_has_the_command_or_the_branch(text: str, held: list[tuple[str, str]]) -> None:
    assert [(each.title, each.person.name) for each in EXTRACTOR.extract(text).officials] == held


def test_a_headline_with_a_doctor_in_it_is_one() -> None:
    text = "RSUD dr. Soebandi Perpanjang Kontrak BPJS Kesehatan\n\nJEMBER - RSUD dr. Soebandi buka lagi."
    assert [each.name for each in EXTRACTOR.extract(text).organizations] == [
        "RSUD dr. Soebandi",
        "BPJS Kesehatan",
    ]
