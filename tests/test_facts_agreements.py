"""Agreements: who agreed with whom, on what, when and where; and what only looks like an agreement."""

from __future__ import annotations

import time

import pytest

from beritaextract import extract
from beritaextract.model import Agreement

Row = tuple[str, dict[str, object]]

ONE: list[Row] = [
    (
        "Bitung (ANTARA) - BPJS Ketenagakerjaan Cabang Bitung memperpanjang nota kesepahaman dengan Kejaksaan Negeri "
        "Bitung tentang penagihan piutang iuran.\n\nKepala BPJS Ketenagakerjaan Cabang Bitung, Rena Mokodompit, di "
        "Bitung, Rabu, mengatakan naskah itu berlaku dua tahun.",
        {
            "kind": "MoU",
            "action": "extended",
            "parties": ["BPJS Ketenagakerjaan Cabang Bitung", "Kejaksaan Negeri Bitung"],
            "subject": "penagihan piutang iuran",
            "date": None,
            "place": "Bitung",
            "duration": "dua tahun",
        },
    ),
    (
        "KLATEN - Kejaksaan Negeri (Kejari) Klaten dan BPJS Kesehatan Cabang Boyolali melaksanakan penandatanganan "
        "perjanjian kerja sama (PKS) di bidang perdata dan tata usaha negara, Rabu (14/8/2024), di Aula Kejari "
        "Klaten. PKS ditandatangani Kepala Kejari Klaten Bagus Wirawan dan Kepala BPJS Kesehatan Cabang Boyolali Sri "
        "Lestari.",
        {
            "kind": "PKS",
            "action": "signed",
            "parties": ["Kejaksaan Negeri (Kejari) Klaten", "BPJS Kesehatan Cabang Boyolali"],
            "subject": "perdata dan tata usaha negara",
            "date": "2024-08-14",
            "place": "Klaten",
            "signatories": ["Bagus Wirawan", "Sri Lestari"],
        },
    ),
    (
        "Pemkot Madiun Gandeng PT Cahaya Bumi Kelola Sampah\n\nMADIUN, KABARKINI.com - Pemerintah Kota "
        "Madiun bersama PT Cahaya Bumi menandatangani nota kesepahaman tentang pengolahan sampah menjadi "
        "energi listrik di Balai Kota Madiun, Senin (3/3/2025).",
        {
            "kind": "MoU",
            "action": "signed",
            "parties": ["Pemerintah Kota Madiun", "PT Cahaya Bumi"],
            "subject": "pengolahan sampah menjadi energi listrik",
            "date": "2025-03-03",
            "place": "Balai Kota Madiun",
        },
    ),
    (
        "Universitas Tadulako dan Pemerintah Kabupaten Sigi meneken MoU terkait pelaksanaan tridarma "
        "perguruan tinggi. Penandatanganan berlangsung di Kantor Bupati Sigi, Kamis (6/2/2025).",
        {
            "kind": "MoU",
            "action": "signed",
            "parties": ["Universitas Tadulako", "Pemerintah Kabupaten Sigi"],
            "subject": "pelaksanaan tridarma perguruan tinggi",
            "date": "2025-02-06",
        },
    ),
    (
        "Perumda Tirta Moedal kembali memperpanjang kerja sama bidang hukum dengan Kejari Kota Semarang, Selasa "
        "(11/3/2025). Kerja sama ini diperbarui setiap tahun.",
        {
            "kind": "agreement",
            "action": "extended",
            "parties": ["Perumda Tirta Moedal", "Kejari Kota Semarang"],
            "date": "2025-03-11",
            "renewal": "diperbarui setiap tahun",
        },
    ),
    (
        "Pemerintah Provinsi Gorontalo berencana meneken nota kesepakatan dengan BPJS Kesehatan mengenai "
        "iuran peserta mandiri pada Juli 2025.",
        {
            "kind": "MoU",
            "action": "planned",
            "parties": ["Pemerintah Provinsi Gorontalo", "BPJS Kesehatan"],
            "subject": "iuran peserta mandiri",
            "date": "2025-07",
            "place": None,
        },
    ),
    (
        "Pendampingan itu berjalan berdasarkan perjanjian kerja sama antara Polda Bengkulu dan Bank Bengkulu yang "
        "berlaku sejak 2022.",
        {"kind": "PKS", "action": "existing", "parties": ["Polda Bengkulu", "Bank Bengkulu"], "place": None},
    ),
    (
        "Indonesia dan Vietnam menyepakati kerja sama pengawasan perikanan di perbatasan, Jumat (9/5/2025).",
        {
            "kind": "agreement",
            "action": "signed",
            "parties": ["Indonesia", "Vietnam"],
            "subject": "pengawasan perikanan di perbatasan",
            "date": "2025-05-09",
        },
    ),
    (
        "PALU, MEDIASULTENG.id – Bank Sulteng menggandeng Kejaksaan Tinggi Sulawesi Tengah untuk "
        "menyelesaikan kredit macet. Langkah itu ditandai penandatanganan MoU oleh Direktur "
        "Utama Bank Sulteng Ramiyatie Labaso dan Kepala Kejaksaan Tinggi Sulawesi Tengah Bambang Harimurti "
        "di Hotel Santika Palu, Kamis (20/2/2025).",
        {
            "kind": "MoU",
            "action": "signed",
            "parties": ["Bank Sulteng", "Kejaksaan Tinggi Sulawesi Tengah"],
            "subject": "menyelesaikan kredit macet",
            "date": "2025-02-20",
            "place": "Hotel Santika Palu",
            "signatories": ["Ramiyatie Labaso", "Bambang Harimurti"],
        },
    ),
    (
        "Wali Kota Bogor Dedi Rachman dan Kepala BPJS Ketenagakerjaan Cabang Bogor Mira Lestari menandatangani nota "
        "kesepakatan perlindungan pekerja rentan. Pemerintah Kota Bogor menanggung iuran 5.000 pekerja.",
        {
            "kind": "MoU",
            "action": "signed",
            "parties": ["Pemerintah Kota Bogor", "BPJS Ketenagakerjaan Cabang Bogor"],
            "subject": "perlindungan pekerja rentan",
            "signatories": ["Dedi Rachman", "Mira Lestari"],
        },
    ),
    (
        "Bupati Buru Selatan Lukman Wael menandatangani kesepakatan bersama dengan Direktur RSUD Namrole "
        "Dewi Latuconsina tentang rujukan pasien, Senin (2/6/2025).",
        {"kind": "agreement", "action": "signed", "subject": "rujukan pasien", "date": "2025-06-02"},
    ),
    (
        "Kantor Imigrasi Ambon bersama para kepala desa se-Kabupaten Buru meneken nota kesepahaman "
        "pencegahan perdagangan orang di Namlea, Selasa (17/6/2025).",
        {
            "kind": "MoU",
            "action": "signed",
            "parties": ["Kantor Imigrasi Ambon", "kepala desa se-Kabupaten Buru"],
            "subject": "pencegahan perdagangan orang",
            "place": "Namlea",
        },
    ),
    (
        "Jayapura - Sebanyak 12 kejari se-Papua menandatangani perjanjian kerja sama dengan BPJS Kesehatan terkait "
        "kepatuhan badan usaha, Rabu (5/3/2025).",
        {
            "kind": "PKS",
            "action": "signed",
            "parties": ["kejari se-Papua", "BPJS Kesehatan"],
            "subject": "kepatuhan badan usaha",
            "place": "Jayapura",
        },
    ),
    (
        "Menteri Pertanian Andi Sulaiman menyaksikan penandatanganan nota kesepahaman antara Perum Bulog "
        "dan Universitas Singaperbangsa soal penyerapan gabah di Karawang, Sabtu (8/3/2025).",
        {
            "kind": "MoU",
            "action": "signed",
            "parties": ["Perum Bulog", "Universitas Singaperbangsa"],
            "subject": "penyerapan gabah",
            "date": "2025-03-08",
            "place": "Karawang",
        },
    ),
    (
        "Masa berlaku MoU antara Pemkab Bangli dan PT Jamkrida Bali Mandara habis bulan depan. Kedua pihak akan "
        "memperpanjang MoU tersebut pada 12 Mei 2025.",
        {"kind": "MoU", "action": "planned", "parties": ["Pemkab Bangli", "PT Jamkrida Bali Mandara"]},
    ),
    (
        "Kolaborasi dua lembaga itu tertuang dalam perjanjian kerja sama yang ditandatangani Ketua Baznas "
        "Kabupaten Banjar Hasan Zain dan Kepala Kantor Kementerian Agama Kabupaten Banjar Muslim Rahman di "
        "Martapura, Kamis (16/1/2025).",
        {
            "kind": "PKS",
            "parties": ["Baznas Kabupaten Banjar", "Kantor Kementerian Agama Kabupaten Banjar"],
            "date": "2025-01-16",
            "place": "Martapura",
        },
    ),
    (
        "Dinas Pendidikan Kota Tual dan Kejari Tual Teken PKS\n\nDinas Pendidikan Kota Tual dan Kejaksaan "
        "Negeri Tual resmi bekerja sama. Penandatanganan dilakukan di Aula Kejari Tual, Jumat (10/1/2025). "
        "Kerja sama ini bertujuan mengawal dana sekolah.",
        {"kind": "PKS", "action": "signed", "subject": "mengawal dana sekolah", "date": "2025-01-10"},
    ),
    (
        "RSUD Kota Bima resmi menjalin kerja sama dengan BPJS Ketenagakerjaan Cabang Bima untuk layanan "
        "kecelakaan kerja.",
        {
            "kind": "agreement",
            "action": "existing",
            "parties": ["RSUD Kota Bima", "BPJS Ketenagakerjaan Cabang Bima"],
            "subject": "layanan kecelakaan kerja",
        },
    ),
    (
        "Ditekennya nota kesepahaman antara Polres Sumenep, Kodim Sumenep, dan Pemkab Sumenep di Pendopo Keraton "
        "Sumenep, Senin (9/6/2025), menandai pengamanan pilkades bersama.",
        {
            "kind": "MoU",
            "action": "signed",
            "parties": ["Polres Sumenep", "Kodim Sumenep", "Pemkab Sumenep"],
            "date": "2025-06-09",
        },
    ),
]

SEVERAL: list[tuple[str, list[dict[str, object]]]] = [
    (
        "Polres Ngada, Kejari Ngada, dan Inspektorat Daerah Kabupaten Ngada menandatangani nota "
        "kesepakatan tentang koordinasi pengawasan dana desa di Bajawa, Senin (4/11/2024). Pada kesempatan "
        "yang sama, Pemkab Ngada dan Kejari Ngada juga meneken perjanjian kerja sama tentang pendampingan "
        "hukum pengadaan barang dan jasa.",
        [
            {
                "kind": "MoU",
                "action": "signed",
                "parties": ["Polres Ngada", "Kejari Ngada", "Inspektorat Daerah Kabupaten Ngada"],
                "subject": "koordinasi pengawasan dana desa",
                "date": "2024-11-04",
                "place": "Bajawa",
            },
            {
                "kind": "PKS",
                "action": "signed",
                "parties": ["Pemkab Ngada", "Kejari Ngada"],
                "subject": "pendampingan hukum pengadaan barang dan jasa",
                "date": "2024-11-04",
                "place": "Bajawa",
            },
        ],
    ),
    (
        "REPUBLIKA.CO.ID, MATARAM -- Kanwil Kemenag NTB dan Bank NTB Syariah menyepakati kerja sama "
        "layanan tabungan haji. Perjanjian kerja sama tersebut ditandatangani Kepala Kanwil Kemenag NTB "
        "Zamroni Aziz dan Direktur Utama Bank NTB Syariah Kukuh Rahardjo di Hotel Lombok Raya, Selasa "
        "(21/5/2024).\n\nSebagai tindak lanjut, 10 kantor Kemenag kabupaten/kota akan meneken PKS serupa "
        "dengan cabang Bank NTB Syariah.",
        [
            {
                "kind": "PKS",
                "action": "signed",
                "subject": "layanan tabungan haji",
                "place": "Hotel Lombok Raya",
            },
            {"kind": "PKS", "action": "planned", "subject": None, "place": None},
        ],
    ),
    (
        "Perumdam Tirta Yapono dan Kejaksaan Negeri Ambon akhirnya sepakat bekerja sama. Dua pihak meneken "
        "MoU di ruang kerja Kajari, Rabu (6/11/2024).\n\nMoU antara Perumdam Tirta Yapono dan Polresta "
        "Ambon tentang pengamanan aset juga tengah disiapkan.",
        [
            {
                "action": "signed",
                "parties": ["Perumdam Tirta Yapono", "Kejaksaan Negeri Ambon"],
                "date": "2024-11-06",
            },
            {
                "action": "planned",
                "parties": ["Perumdam Tirta Yapono", "Polresta Ambon"],
                "subject": "pengamanan aset",
            },
        ],
    ),
    (
        "Kementerian Kehutanan dan Kejaksaan Agung menjaga hutan bersama lewat penandatanganan MoU dan perjanjian "
        "kerja sama di Jakarta, Senin (7/7/2025).",
        [
            {"kind": "MoU", "parties": ["Kementerian Kehutanan", "Kejaksaan Agung"], "place": "Jakarta"},
            {"kind": "PKS", "parties": ["Kementerian Kehutanan", "Kejaksaan Agung"], "place": "Jakarta"},
        ],
    ),
    (
        "Gubernur Sulawesi Tenggara Andi Sumangerukka dan Direktur Utama BPJS Ketenagakerjaan Anggoro Eko "
        "menandatangani memorandum of understanding (MoU) perlindungan 100.000 nelayan di Kendari, Minggu "
        "(20/4/2025). Selain itu diteken pula PKS antara Dinas Kelautan dan Perikanan Sultra dengan BPJS "
        "Ketenagakerjaan Cabang Kendari.",
        [
            {"kind": "MoU", "subject": "perlindungan 100.000 nelayan", "place": "Kendari"},
            {
                "kind": "PKS",
                "parties": ["Dinas Kelautan dan Perikanan Sultra", "BPJS Ketenagakerjaan Cabang Kendari"],
                "date": "2025-04-20",
            },
        ],
    ),
]

SILENT = [
    "Seminar itu diselenggarakan Ikatan Apoteker bekerja sama dengan Universitas Tadulako di Palu.",
    "Bek muda itu menandatangani kontrak tiga tahun bersama Persiba Balikpapan.",
    "Persipura memperpanjang kontrak pelatihnya hingga 2027.",
    "Fraksi PKS DPRD Kota Palu meminta perda itu dibahas lagi.",
    "Kader PKS dan Golkar menandatangani daftar hadir rapat paripurna.",
    "Presiden menandatangani Peraturan Presiden Nomor 12 Tahun 2025 tentang koperasi desa.",
    "Kemenangan itu berkat kerja sama tim yang baik antara lini depan dan lini belakang.",
    "Sampai sekarang belum ada MoU antara Pemkab Sigi dan Universitas Tadulako.",
    "Thailand dan Kamboja menandatangani perjanjian gencatan senjata di Kuala Lumpur.",
    "Polisi mengajak warga bekerja sama menjaga keamanan lingkungan.",
    "Rudi menandatangani perjanjian kerja waktu tertentu dengan perusahaannya.",
    "DPRD dan Pemkot Tegal mencapai kesepakatan soal jadwal rapat.",
    "Para pedagang dan pembeli sepakat pada harga Rp12.000 per kilogram.",
    "Menteri Keuangan meneken aturan baru tentang pajak kendaraan.",
    "Ia dituduh melanggar perjanjian kerja sama bagi hasil kebun.",
    "Badan Kerja Sama Antar Parlemen menerima tamu dari Kenya.",
]


def found(text: str) -> list[Agreement]:
    return list(extract(text).agreements)


def slots(record: Agreement, keys: dict[str, object]) -> dict[str, object]:
    """The named slots of a record as plain text."""
    told: dict[str, object] = {}
    for key in keys:
        value = getattr(record, key)
        if isinstance(value, tuple):
            value = [each.name for each in value]
        elif key == "place" and value is not None:
            value = value.name
        elif key == "duration" and value is not None:
            value = value.span.text
        told[key] = value
    return told


@pytest.mark.parametrize(("text", "wanted"), ONE, ids=[text[:40] for text, _ in ONE])
def test_one_agreement_is_told_once(text: str, wanted: dict[str, object]) -> None:
    records = found(text)
    assert [slots(record, wanted) for record in records] == [wanted]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL, ids=[text[:40] for text, _ in SEVERAL])
def test_several_agreements_are_told_apart(text: str, wanted: list[dict[str, object]]) -> None:
    records = found(text)
    assert len(records) == len(wanted)
    assert [slots(record, keys) for record, keys in zip(records, wanted, strict=True)] == wanted


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_stay_silent(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", [text for text, _ in ONE + SEVERAL], ids=lambda text: text[:30])
def test_evidence_quotes_the_text(text: str) -> None:
    for record in found(text):
        assert record.evidence
        assert record.rule.startswith("agreements.")
        assert [span.start for span in record.evidence] == sorted(span.start for span in record.evidence)
        for span in record.evidence:
            assert text[span.start : span.end] == span.text


def test_headline_body_and_caption_tell_one_agreement() -> None:
    records = found(
        "Kampus dan Pemkot Teken MoU Magang\n\nSalatiga - Universitas Kristen Satya Wacana dan Pemerintah "
        "Kota Salatiga menandatangani MoU magang mahasiswa, Senin (5/5/2025).\nPenandatanganan MoU antara "
        "Universitas Kristen Satya Wacana dan Pemerintah Kota Salatiga. (ANTARA/HO-Humas UKSW)\n\nMoU itu "
        "berlaku dua tahun."
    )
    assert len(records) == 1


def test_outcomes_are_the_figures_of_the_cooperation() -> None:
    (record,) = found(
        "BPJS Kesehatan Cabang Manado memperpanjang perjanjian kerja sama dengan Kejaksaan Negeri "
        "Manado.\n\nRealisasi kerja sama sepanjang 2023 mencapai 41 SKK dengan iuran tertagih Rp2,1 miliar."
    )
    assert [quantity.span.text for quantity in record.outcomes] == ["41 SKK", "Rp2,1 miliar"]


def test_who_signs_too_is_a_party() -> None:
    (record,) = found(
        "BPJS Ketenagakerjaan Cabang Palu memperpanjang nota kesepahaman dengan Kejaksaan Tinggi Sulawesi "
        "Tengah. Pada kesempatan yang sama ikut diteken 9 kejari se-Sulawesi Tengah."
    )
    assert [party.name for party in record.parties][2:] == ["kejari se-Sulawesi Tengah"]


@pytest.mark.parametrize(
    "piece", ["MoU antara ", "kerja sama dan ", "menandatangani MoU dengan ", "PKS, ", "menggandeng "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (20000 // len(piece))
    started = time.process_time()
    extract(text)
    assert time.process_time() - started < 3
