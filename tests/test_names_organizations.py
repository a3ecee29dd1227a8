"""Organisations: what tables, grammar and cues find, and what stays silent."""

from __future__ import annotations

import time

import pytest

from beritaextract import rules
from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.organizations.finder import OrganizationFinder
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Label, Mention, Proposal
from beritaextract.model import Organization, Section

FINDER = OrganizationFinder(rules.load())


def read(text: str, headline: str = "") -> Page:
    """A page of one body, with a headline above it where one is given."""
    if not headline:
        return pages.read(text, [Section(kind="body", start=0, end=len(text))])
    whole = f"{headline}\n\n{text}"
    body = Section(kind="body", start=len(headline) + 2, end=len(whole))
    return pages.read(whole, [Section(kind="headline", start=0, end=len(headline)), body])


def labelled(page: Page, form: str, label: Label, source: str = "model") -> Mention:
    """The first place of a form on a page as a mention of the model."""
    start = page.text.index(form)
    return Mention(*page.words(start, start + len(form)), label, source)


def settled(page: Page, known: tuple[Proposal, ...] = ()) -> list[Proposal]:
    """What is proposed, in order, without what lies within a longer proposal."""
    found = sorted(FINDER.propose(page, list(known)), key=lambda each: (each.first, -each.last))
    return [each for at, each in enumerate(found) if all(each.last > other.last for other in found[:at])]


def proposed(page: Page, known: tuple[Proposal, ...] = ()) -> list[str]:
    """The forms that are proposed, white space as one blank."""
    return [" ".join(page.span(each.first, each.last).text.split()) for each in settled(page, known)]


def joined(page: Page, *model: Mention) -> list[Organization]:
    """The records of a page, from what is proposed and what a model may have added between."""
    mentions = [Mention(each.first, each.last, "ORG", each.source, each.entry) for each in settled(page)]
    taken = {word for each in mentions for word in range(each.first, each.last)}
    added = [each for each in model if taken.isdisjoint(range(each.first, each.last))]
    return FINDER.join(page, FINDER.complete(page, sorted([*mentions, *added])))


OFFICES = [
    ("Kepala Dinas Perkim Tulangbawang Firmansyah hadir.", ["Dinas Perkim Tulangbawang"]),
    ("Kepala Dinas Kesehatan Yusran Palaguna hadir.", ["Dinas Kesehatan"]),
    ("Dinas Pekerjaan Umum dan Penataan Ruang Kota Metro", ["Dinas Pekerjaan Umum dan Penataan Ruang Kota Metro"]),
    ("Kasi Produksi Dinas Pertanian Pesisir Barat Rizki", ["Dinas Pertanian Pesisir Barat"]),
    ("dari Balai Besar Wilayah Sungai, Perguruan Tinggi, dan warga", ["Balai Besar Wilayah Sungai"]),
    ("data Badan Metereologi, Klimatologi, dan Geofisika (BMKG) kemarin",
     ["Badan Metereologi, Klimatologi, dan Geofisika", "BMKG"]),
    ("Dinas Kesehatan dan Dinas Sosial Garut rapat.", ["Dinas Kesehatan", "Dinas Sosial Garut"]),
    ("Kepala Badan Kepegawaian, Pendidikan, dan Pelatihan Kabupaten Way Kanan.",
     ["Badan Kepegawaian, Pendidikan, dan Pelatihan Kabupaten Way Kanan"]),
    ("Direktorat Jenderal Pajak menagih.", ["Direktorat Jenderal Pajak"]),
    ("Dokumen masuk ke Biro Hukum OJK kemarin.", ["Biro Hukum OJK"]),
    ("Dinas Kebakaran dan Penyelamatan (Gulkarmat) DKI Jakarta hadir.",
     ["Dinas Kebakaran dan Penyelamatan (Gulkarmat) DKI Jakarta"]),
    ("peneliti Pusat Riset Kriologi (PRK) BRIN itu", ["Pusat Riset Kriologi (PRK) BRIN"]),
    ("Direktorat Jenderal KWX menagih.", ["Direktorat Jenderal KWX"]),
    ("diawasi balai pemasyarakatan (Bapas) sejak Mei", ["balai pemasyarakatan", "Bapas"]),
    ("warta dari pemkab lambar dan pemkot bandung", ["pemkab lambar", "pemkot bandung"]),
    ("Biro Hukum Setda Kabupaten Bangka Barat", ["Biro Hukum", "Setda Kabupaten Bangka Barat"]),
    ("Rapat dengan Komisi XI DPR RI ditunda.", ["Komisi XI DPR RI"]),
    ("Ketua Komisi II DPRD Kota Kediri menolak.", ["Komisi II DPRD Kota Kediri"]),
    ("Kepala Kanwil Kemenag Sulteng mengatakan", ["Kanwil Kemenag Sulteng"]),
    ("Kementerian Luar Negeri Jepang membantah.", ["Kementerian Luar Negeri Jepang"]),
    ("Menurut Pemerintah Singapura, harga naik.", ["Pemerintah Singapura"]),
    ("Menurut pemerintah Irak, harga naik.", ["pemerintah Irak"]),
    ("Pemerintah Kabupaten Pesisir Barat (Pesbar) rapat.", ["Pemerintah Kabupaten Pesisir Barat (Pesbar)"]),
    ("Petugas Satuan Polisi Pamong Praja (Satpol PP) Kota Garut datang.",
     ["Satuan Polisi Pamong Praja (Satpol PP) Kota Garut"]),
    ("Pemerintah Kota Administrasi Jakarta Selatan rapat.", ["Pemerintah Kota Administrasi Jakarta Selatan"]),
    ("Tim Percepatan Penurunan Stunting Kabupaten Garut rapat.",
     ["Tim Percepatan Penurunan Stunting Kabupaten Garut"]),
    ("kapal ditahan KSOP Kelas III Samarinda", ["KSOP Kelas III Samarinda"]),
    ("ke kantor Pelayanan Perbendaharaan Negara (KPPN) besok.", ["kantor Pelayanan Perbendaharaan Negara", "KPPN"]),
]  # fmt: skip

LAW = [
    ("Kanit Reskrim Polsek Way Tenong Ipda Sudirja menangkap.", ["Polsek Way Tenong"]),
    ("Anggota Satreskrim Polres Metro Jakarta Selatan tiba.", ["Satreskrim Polres Metro Jakarta Selatan"]),
    ("Kepala Kejaksaan Negeri (Kejari) Samarinda hadir.", ["Kejaksaan Negeri (Kejari) Samarinda"]),
    ("di Pengadilan Negeri Jakarta Pusat kemarin", ["Pengadilan Negeri Jakarta Pusat"]),
    ("ditahan di Lapas Kelas IIA Kalianda", ["Lapas Kelas IIA Kalianda"]),
    ("ditahan di Rutan Kelas II B Kalianda", ["Rutan Kelas II B Kalianda"]),
    ("dibawa ke Polres Metro Bekasi Kota kemarin", ["Polres Metro Bekasi Kota"]),
    ("prajurit Kodim 0422/Lampung Barat membantu", ["Kodim 0422/Lampung Barat"]),
]

NAMED = [
    ("PT TASPEN (Persero) Kantor Cabang Padang membayar.", ["PT TASPEN (Persero) Kantor Cabang Padang"]),
    (
        "PT Asuransi Jasa Indonesia (Jasindo) Cabang Mataram membayar.",
        ["PT Asuransi Jasa Indonesia (Jasindo) Cabang Mataram"],
    ),
    (
        "PT Pelabuhan Indonesia (Persero) Regional 4 menagih. Pelindo Regional 4 untung.",
        ["PT Pelabuhan Indonesia (Persero) Regional 4", "Pelindo Regional 4"],
    ),
    (
        "Bank Rakyat Indonesia (BRI) Kantor Cabang Ternate dan PT PLN (Persero) UP3 Kudus",
        ["Bank Rakyat Indonesia (BRI) Kantor Cabang Ternate", "PT PLN (Persero) UP3 Kudus"],
    ),
    (
        "dirawat di RSUD dr. Soetomo Surabaya dan RSD dr Soebandi.",
        ["RSUD dr. Soetomo Surabaya", "RSD dr Soebandi"],
    ),
    ("Kantor Imigrasi Kelas II Non TPI Jember menahan.", ["Kantor Imigrasi Kelas II Non TPI Jember"]),
    ("Pemkot Metro dan Bank Mandiri Taspen hadir.", ["Pemkot Metro", "Bank Mandiri Taspen"]),
    ("saham PT Sinar Rimba Lestari Tbk naik", ["PT Sinar Rimba Lestari Tbk"]),
    ("kontrak PT. Krui Jaya Mandiri, kata dia", ["PT. Krui Jaya Mandiri"]),
    ("pabrik PT Pertamina (Persero) terbakar", ["PT Pertamina (Persero)"]),
    ("di Universitas Negeri Gunung Pelita kemarin", ["Universitas Negeri Gunung Pelita"]),
    ("bertempat di SMP Negeri 3 Kecamatan Banjaragung", ["SMP Negeri 3"]),
    ("siswa SDN 2 Way Halim", ["SDN 2"]),
    ("dirawat di RSUD Liwa sejak Senin", ["RSUD Liwa"]),
    ("dari Yayasan Tunas Cendekia kepada warga", ["Yayasan Tunas Cendekia"]),
    ("Ketua Himpunan Kawasan Industri (HKI) Darmawan", ["Himpunan Kawasan Industri", "HKI"]),
    (
        "Ketua Kamar Dagang dan Industri (Kadin) Indonesia Arsjad",
        ["Kamar Dagang dan Industri (Kadin) Indonesia"],
    ),
    ("Wakil Ketua Apindo Kota Kediri Soni", ["Apindo Kota Kediri"]),
    ("Direktur PT\nFreeport\nIndonesia mengatakan", ["PT Freeport Indonesia"]),
    ("Gubernur Bank Indonesia Darmawan Sasmita hadir", ["Bank Indonesia"]),
    ("Anggota Fraksi Partai Keadilan Sejahtera Rusli", ["Fraksi Partai Keadilan Sejahtera"]),
    ("program Bank Mega Syariah dimulai", ["Bank Mega Syariah"]),
    ("anggota TNI/Polri dan KPK", ["TNI", "Polri", "KPK"]),
    ("nasabah PT Bank BNI Syariah mengeluh", ["PT Bank BNI Syariah"]),
    ("Gelandang Persib Bandung itu cedera", ["Persib Bandung"]),
    ("bek tim nasional U-21 Spanyol dan timnas Inggris", ["tim nasional U-21 Spanyol", "timnas Inggris"]),
    ("Timnas Putri Indonesia U-19 menang", ["Timnas Putri Indonesia U-19"]),
    (
        "agen Pertamina Patra Niaga Regional Jawa Bagian Barat, Rusdi",
        ["Pertamina Patra Niaga Regional Jawa Bagian Barat"],
    ),
    ("Deputi PT Pegadaian Area Tegal Susatya Rahman", ["PT Pegadaian Area Tegal"]),
    (
        "Perusahaan Umum Daerah Air Minum (Perumdam) Tabalong",
        ["Perusahaan Umum Daerah Air Minum (Perumdam) Tabalong"],
    ),
    ("di Puskesmas Liwa 64 kasus, di SMP Negeri 3 dua kasus", ["Puskesmas Liwa", "SMP Negeri 3"]),
    ("Laba Kalpa Nirvara naik. PT Kalpa Nirvara Tbk untung.", ["Kalpa Nirvara", "PT Kalpa Nirvara Tbk"]),
    ("Amazon merekrut pegawai, kata pejabat. Kantor milik Amazon itu baru.", ["Amazon", "Amazon"]),
    ("Pembalap Yamaha Rusdi Hartono jatuh.", ["Yamaha"]),
    ("bek Liverpool mencetak gol dalam laga itu", ["Liverpool"]),
]

SILENT = [
    "Pemerintah daerah, BUMN, kepolisian, dan kejaksaan diminta hadir.",
    "Pelaku UMKM, ASN, dan CPNS menerima bantuan APBD.",
    "Kapolres Garut dan Bupati Tanah Laut bertemu Kajari Kediri.",
    "Menteri Koperasi (Menkop) Budi Santoso hadir.",
    "Kapal berlayar dari Liverpool ke Barcelona.",
    "Sebanyak 49 SD dan SMP Rp780 juta, SD 49 sekolah, TK 3 sekolah.",
    "Perjanjian Kerja Sama (PKS) itu diteken; PKS berlaku dua tahun.",
    "Ia membeli Honda Brio dan Toyota Rush bekas.",
    "Badan Usaha Milik Negara dan Perguruan Tinggi",
    "Pemkab dan Kejari bertemu di kantor Desa Tanajawa.",
    "Pajak Bumi dan Bangunan (PBB) di Kabupaten Garut",
    "Pengunjung Gaikindo Indonesia International Auto Show ramai",
    "tim itu bermain di Piala Presiden dan Liga Champions",
    "Warga melunasi PBB sebelum Mei karena pajak naik.",
    "Pelaku berinisial MRP (21) ditangkap, lalu MRP diperiksa.",
    "Pergerakan Rusdi Hartono merepotkan lawan; gabungan Sena Wijaya kalah.",
    "Siswa SMP Denpasar dan SMA Bandung libur.",
    "Bisakah Indonesia menang malam ini?",
    "Hutan di Amazon terbakar.",
    "Tagar #KPK ramai di media sosial.",
    "Produk perusahaan Israel dan perusahaan BUMN dijual murah.",
    "Perusahaan Barat dan klub Catalan itu rugi.",
    "Ia membeli ponsel merek Nirvara dan mobil merek Sundara.",
    "Ia belajar Human Capital dan Big Data di film Bleeding Cedar Studios.",
    "Kata dia, dikutip Selasa (10/6/2025), harga naik.",
    "Direktur Keuangan, Rudi Hartanto, hadir.",
    "Saya bangga karena Rakyat Indonesia menolak.",
]


CUED = [
    ("Perusahaan teknologi asal Jepang, Nirvara, rugi. Saham Nirvara turun.", ["Nirvara", "Nirvara"]),
    ("Pabrikan otomotif Sundara Beka merilis mobil.", ["Sundara Beka"]),
    ("Tarifnya ditetapkan maskapai Kalpataru Jaya.", ["Kalpataru Jaya"]),
    ("Platform Nirvara mengumumkan aturan; pengguna Nirvara protes.", ["Nirvara", "Nirvara"]),
    ("Ponsel buatan Nirvara laku keras.", ["Nirvara"]),
    ("Distributor Sundara Beka menjual motor.", ["Sundara Beka"]),
    ("Founder Nirvara Beka, Rudi Hartanto, tampil.", ["Nirvara Beka"]),
    ("Kini Nirvara Indonesia meluncurkan layanan. Pengguna Nirvara senang.", ["Nirvara Indonesia", "Nirvara"]),
    ("Harga turun, dilansir dari laman Wartana Beka, Senin (5/5/2025).", ["Wartana Beka"]),
    ("Menurut laporan Sundara Watch, harga turun.", ["Sundara Watch"]),
    ("Hal itu dimuat surat kabar Israel, Haorev, kemarin.", ["Haorev"]),
    ("hasil hitungan lembaga survei Nawacita Polindo itu", ["Nawacita Polindo"]),
    ("Warga itu lama sekali menunggu, lalu pada hari Rabu di sana BantuKita.com menyalurkan dana.", ["BantuKita.com"]),
]  # fmt: skip

ENGLISH = [
    ("menurut Harbour Policy Institute (HPI) kemarin; HPI yakin", ["Harbour Policy Institute", "HPI", "HPI"]),
    ("peneliti University of the Northern Isles itu", ["University of the Northern Isles"]),
    ("lulusan Aoyagi University of Education", ["Aoyagi University of Education"]),
    ("Direktur Sundara Capital Rudi Hartanto", ["Sundara Capital"]),
    ("Sekretaris Jenderal Kalpa Society of Reefs Rusdi", ["Kalpa Society of Reefs"]),
    ("Kepala Makroekonom Sundara Investment Management, Rusdi", ["Sundara Investment Management"]),
    ("analis PT Sundara Sekuritas Rusdi", ["PT Sundara Sekuritas"]),
    ("Head of Equity Research Sundara Sekuritas Rudi", ["Sundara Sekuritas"]),
    ("kata analis Sundara Securities Indonesia, Rudi", ["Sundara Securities Indonesia"]),
    ("dana dari The Harbour Chronicle", ["The Harbour Chronicle"]),
    ("merger Bank of Sundara (BoS) batal", ["Bank of Sundara", "BoS"]),
]


@pytest.mark.parametrize(("text", "forms"), OFFICES + LAW + NAMED + CUED + ENGLISH)
def test_a_name_reaches_from_its_head_to_its_end(text: str, forms: list[str]) -> None:
    assert proposed(read(text)) == forms


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_organisation_stays_silent(text: str) -> None:
    assert proposed(read(text)) == []


def test_a_place_found_before_ends_the_name() -> None:
    page = read("Warga Polsek Sukamaju Timur Raya Selatan melapor.")
    start = page.text.index("Sukamaju")
    village = Proposal(*page.words(start, start + len("Sukamaju Timur Raya")), "LOC", "places")
    assert proposed(page, (village,)) == ["Polsek Sukamaju Timur Raya"]


def test_no_name_begins_within_a_place_or_a_date() -> None:
    page = read("Ia tiba dari Amerika Serikat Pekerja Migran.")
    start = page.text.index("Amerika")
    land = Proposal(*page.words(start, start + len("Amerika Serikat")), "LOC", "places")
    assert proposed(page, (land,)) == []


def test_a_headline_in_title_case_ends_a_name_at_ordinary_words() -> None:
    body = (
        "Kejari Samarinda menagih pelanggan. Mereka bandel dan akan tagih lagi, kata Dinas Sosial Samarinda."
    )
    page = read(body, headline="Kejari Tagih Pelanggan, Dinas Sosial Samarinda Bandel")
    assert proposed(page)[:2] == ["Kejari", "Dinas Sosial Samarinda"]


def test_the_own_outlet_is_no_organisation_and_another_one_is() -> None:
    page = read("JAKARTA, KOMPAS.com - Harga naik, kata dia kepada Kompas.com, dikutip dari Reuters.")
    outlet = labelled(page, "Kompas.com", "ORG")
    assert [each.name for each in joined(page, outlet)] == ["Reuters"]


@pytest.mark.parametrize(
    "piece",
    [
        "Dinas ",
        "Dinas Kota ",
        "PT Tbk ",
        "(KPK) ",
        "Kejari se ",
        "Satreskrim ",
        "Bank A-",
        "Group ",
        "perusahaan ",
        "dikutip dari ",
        "Aga Group ",
        "PT Aga Sena ",
        "Yamaha, Sundara, ",
        "Yamaha, Ducati dan Sundara. ",
        "Fraksi Golkar ",
    ],
)
def test_hostile_texts_take_time_in_proportion_to_their_length(piece: str) -> None:
    def seconds(times: int) -> float:
        page = read(piece * times)
        begin = time.process_time()
        found = [Mention(*each[:2], "ORG", *each[3:]) for each in sorted(FINDER.propose(page, []))]
        FINDER.join(page, FINDER.complete(page, found))
        return time.process_time() - begin

    seconds(1000)
    assert seconds(16_000) < 12 * seconds(4_000) + 0.5
