"""From sentences to claims: which sums were paid or recovered, by whom, when, where and for how many."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from beritaextract.model import Claim
from passages import ClaimRow as Row
from passages import claim_rows

EXTRACTOR = Extractor(names="rules")


def claims(text: str) -> tuple[Claim, ...]:
    return EXTRACTOR.extract(text, published="2025-03-04").claims


def rows(text: str) -> list[Row]:
    return claim_rows(claims(text))


CIREBON = "BPJS Ketenagakerjaan Cabang Cirebon"
MADIUN = "BPJS Kesehatan Cabang Madiun"

PAID: list[tuple[str, Row]] = [
    (
        f"Sepanjang tahun 2023, {CIREBON} telah membayarkan klaim kepada 12.410 peserta dengan total Rp143,2 miliar.",
        ("Rp143,2 miliar", "12.410 peserta", "2023", CIREBON, "Cirebon"),
    ),
    (
        f"{CIREBON} mencatat total klaim yang dibayarkan sejak Januari hingga Juni 2024 mencapai Rp88,7 miliar dari "
        "6.112 kasus.",
        ("Rp88,7 miliar", "6.112 kasus", "2024-01/2024-06", CIREBON, "Cirebon"),
    ),
    (
        f"Biaya layanan kesehatan yang dibayarkan {MADIUN} pada 2023 sebesar Rp1,2 triliun.",
        ("Rp1,2 triliun", None, "2023", MADIUN, "Madiun"),
    ),
    (
        f"{MADIUN} menggelontorkan Rp310 miliar untuk biaya berobat peserta selama 2022.",
        ("Rp310 miliar", None, "2022", MADIUN, "Madiun"),
    ),
    (
        "Jumlah klaim yang dibayar BPJAMSOSTEK Blora tahun 2021 sebanyak 8.400 kasus dengan nominal Rp97,8 miliar.",
        ("Rp97,8 miliar", "8.400 kasus", "2021", "BPJAMSOSTEK Blora", "Blora"),
    ),
    (
        "Sebanyak 9.210 kasus klaim senilai Rp102 miliar dibayarkan BPJS Ketenagakerjaan Blora sepanjang 2024.",
        ("Rp102 miliar", "9.210 kasus", "2024", "BPJS Ketenagakerjaan Blora", "Blora"),
    ),
    (
        '"Kami sudah bayarkan klaim Rp12,5 miliar untuk 900 kasus," kata Kepala BPJS Ketenagakerjaan Cabang Blora '
        "Rudi Santoso.",
        ("Rp12,5 miliar", "900 kasus", None, "BPJS Ketenagakerjaan Cabang Blora", "Blora"),
    ),
    (
        "Hingga 30 September 2024 kami telah membayar jaminan sebesar Rp63,4 miliar.",
        ("Rp63,4 miliar", None, "2024-09-30", None, None),
    ),
    (
        "Menurut data pembayaran hingga September 2024 kami telah membayar jaminan Rp63,4 miliar.",
        ("Rp63,4 miliar", None, "2024-09", None, None),
    ),
    (
        "Manfaat yang telah diterima peserta di Kabupaten Blora selama 2023 sebesar Rp77,6 miliar.",
        ("Rp77,6 miliar", None, "2023", None, "Blora"),
    ),
    (
        "Baznas Kabupaten Blora telah menyalurkan bantuan Rp3,1 miliar kepada 4.200 mustahik selama 2023.",
        ("Rp3,1 miliar", "4.200 mustahik", "2023", "Baznas Kabupaten Blora", "Blora"),
    ),
    (
        "BPJS Ketenagakerjaan menyerahkan santunan kepada tiga ahli waris masing-masing Rp42 juta.",
        ("Rp42 juta", "tiga ahli waris", None, "BPJS Ketenagakerjaan", None),
    ),
    (
        "Santunan kematian sebesar Rp42 juta diserahkan kepada ahli waris almarhum Sutrisno.",
        ("Rp42 juta", None, None, None, None),
    ),
    (
        "Yayasan itu menerima hibah Rp500 juta dari Pemprov Jawa Tengah pada 2023.",
        ("Rp500 juta", None, "2023", "Pemprov Jawa Tengah", "Jawa Tengah"),
    ),
    (
        "PT Semen Maju telah membayar denda Rp2 miliar ke kas negara.",
        ("Rp2 miliar", None, None, "PT Semen Maju", None),
    ),
    (
        "Pemerintah pusat telah menyalurkan bantuan Rp1,5 triliun kepada 900.000 keluarga hingga Mei 2022.",
        ("Rp1,5 triliun", "900.000 keluarga", "2022-01/2022-05", "Pemerintah pusat", None),
    ),
    (
        "Sebanyak 30 rumah yang rusak berat mendapat bantuan dari Pemkab Blora masing-masing sebesar Rp15 juta.",
        ("Rp15 juta", "30 rumah", None, "Pemkab Blora", "Blora"),
    ),
    (
        "Dari insentif kader posyandu Rp9 miliar, hingga Juni 2024 baru terealisasi Rp2 miliar.",
        ("Rp2 miliar", None, "2024-01/2024-06", None, None),
    ),
    (
        "Total klaim yang dibayarkan untuk kedua keluarga mencapai lebih dari Rp1,5 miliar.",
        ("Rp1,5 miliar", None, None, None, None),
    ),
    (
        "Telah disalurkan donasi Rp50 juta yang akan digunakan untuk membangun perpustakaan.",
        ("Rp50 juta", None, None, None, None),
    ),
    (
        "PT Sumber Makmur Tbk membagikan dividen tunai Rp280 miliar, setara 60 persen laba tahun buku 2024.",
        ("Rp280 miliar", None, "2024", "PT Sumber Makmur Tbk", None),
    ),
    (
        "Bantuan yang disalurkan oleh Gubernur Jawa Barat Dadan Suherman sebesar Rp1 miliar telah tiba di Blora.",
        ("Rp1 miliar", None, None, "Dadan Suherman", "Blora"),
    ),
    (
        "Hibah peremajaan kebun itu Rp38 miliar cair dari Badan Pengelola Dana Perkebunan.",
        ("Rp38 miliar", None, None, "Badan Pengelola Dana Perkebunan", None),
    ),
    (
        f"Sepanjang 2019-2021 {MADIUN} mencatat premi Rp41 miliar dengan nilai klaim Rp42,6 miliar.",
        ("Rp42,6 miliar", None, "2019/2021", MADIUN, "Madiun"),
    ),
]

TOLD_BEFORE: list[tuple[str, Row]] = [
    (
        "Pemerintah Kabupaten Blora menyalurkan bantuan kepada korban longsor, Senin.\n\n"
        "Bantuan uang yang diberikan secara keseluruhan berjumlah Rp75 juta untuk 15 keluarga.",
        ("Rp75 juta", "15 keluarga", "2025-03-03", "Pemerintah Kabupaten Blora", "Blora"),
    ),
    (
        "Pemerintah Kabupaten Blora telah menyerahkan bantuan kepada petani. Jumlah bantuan tersebut Rp420 juta.",
        ("Rp420 juta", None, None, "Pemerintah Kabupaten Blora", "Blora"),
    ),
    (
        "Dinas Sosial Kabupaten Blora melakukan pembayaran insentif guru ngaji sebesar Rp300 juta. "
        "Jumlah tersebut diterima 600 guru.",
        ("Rp300 juta", "600 guru", None, "Dinas Sosial Kabupaten Blora", "Blora"),
    ),
    (
        "Pemkab Blora bersyukur karena pada 2023 menerima bantuan keuangan dari Pemerintah Provinsi Jawa Tengah. "
        "Dana untuk perbaikan sekolah itu jumlahnya mencapai Rp7 miliar.",
        ("Rp7 miliar", None, "2023", "Pemerintah Provinsi Jawa Tengah", "Jawa Tengah"),
    ),
    (
        "Ganti rugi lahan warga sudah disetujui. Yang sudah dibayar Rp155 miliar.",
        ("Rp155 miliar", None, None, None, None),
    ),
]

RECOVERED: list[tuple[str, Row]] = [
    (
        "Selama 2024 Kejari Blora berhasil memulihkan tunggakan iuran sebesar Rp731 juta dari 14 badan usaha.",
        ("Rp731 juta", "14 badan usaha", "2024", None, "Blora"),
    ),
    (
        "Melalui 25 SKK pada 2022, kejaksaan telah menagih piutang iuran senilai Rp1,1 miliar.",
        ("Rp1,1 miliar", "25 SKK", "2022", None, None),
    ),
    (
        "Tahun lalu, dari 40 SKK yang diserahkan ke Kejari Blora, iuran yang tertagih Rp905 juta.",
        ("Rp905 juta", "40 SKK", "2024", None, "Blora"),
    ),
    (
        "Kerja sama itu membuahkan pemulihan piutang rekening air Rp512.300.000 sepanjang 2023.",
        ("Rp512.300.000", None, "2023", None, None),
    ),
    (
        "Piutang pelanggan yang berhasil dikumpulkan jaksa sejak 2022 mencapai Rp1,8 miliar.",
        ("Rp1,8 miliar", None, "2022/..", None, None),
    ),
    (
        "Hasilnya, Rp820 juta tunggakan iuran dari 17 badan usaha berhasil ditagih sepanjang 2023.",
        ("Rp820 juta", "17 badan usaha", "2023", None, None),
    ),
    (
        "Uang senilai Rp3,9 miliar berhasil dikembalikan ke kas Perumdam itu dari 318 pelanggan.",
        ("Rp3,9 miliar", "318 pelanggan", None, None, None),
    ),
    (
        "Dari Rp8 miliar tunggakan pajak hotel, sudah bisa ditagih Rp3 miliar.",
        ("Rp3 miliar", None, None, None, None),
    ),
    (
        "Pada 2023 jaksa menerima 47 SKK dengan nilai tunggakan Rp3,1 miliar.\n\n"
        '"Yang masuk kembali ke rekening negara baru 70 persen. Yang berhasil ditagih Rp2,2 miliar," ujarnya.',
        ("Rp2,2 miliar", None, "2023", None, None),
    ),
]

SILENT = (
    "Uang korban yang masuk ke rekening pelaku mencapai Rp90 juta.",
    "Hibah itu akan cair dan masuk ke rekening panitia senilai Rp4 miliar bulan depan.",
    "Kerugian negara senilai Rp9 miliar yang diterima oleh 12 orang itu masih diselidiki.",
    "Keluarga nelayan nanti akan memperoleh santunan hingga Rp42 juta.",
    "Pemkab Blora menganggarkan bantuan Rp3 miliar untuk 2.000 keluarga tahun depan.",
    "Pemkab siap menyalurkan bantuan langsung tunai. Total bantuan yang disalurkan Rp8 miliar.",
    "Jaksa menuntut terdakwa membayar denda Rp750 juta subsider enam bulan kurungan.",
    "Tunggakan iuran di Blora mencapai Rp4,1 miliar dari 31 perusahaan.",
    "Tagihan air yang belum dibayar pelanggan sebesar Rp2,6 miliar.",
    "Iuran JKK dan JKM yang dibayarkan sebesar Rp16.800 per bulan tiap peserta.",
    "Bank itu telah menyalurkan kredit Rp5 miliar kepada 40 petani.",
    "Potensi pemulihan iuran tahun ini ditaksir Rp9 miliar.",
    "Pengajuan klaim sepanjang 2023 mencapai Rp1,2 triliun.",
    "Setiap keluarga penerima manfaat mendapat bantuan Rp900.000.",
    "Retribusi yang masuk ke kas daerah selama libur panjang Rp17 juta.",
    "Penggugat meminta Garuda membayar ganti rugi Rp1,2 miliar.",
    "Kebutuhan dana untuk membayar gaji ke-13 mencapai Rp38 miliar.",
    "Manajemen Persiraja mengklaim transfer itu bernilai Rp2 miliar.",
    "Pemkab Blora akan menyalurkan bantuan. Jumlah bantuan tersebut mencapai Rp420 juta.",
    "Panitia meresmikan jembatan baru. Total nilainya mencapai Rp4,1 miliar.",
    "Pendapatan dari layanan umum ditetapkan Rp38 miliar, baru terealisasi Rp18 miliar.",
    "Kemudian, program jalan desa senilai Rp3 miliar.",
)


@pytest.mark.parametrize(("text", "row"), PAID + TOLD_BEFORE + RECOVERED, ids=lambda value: str(value)[:50])
def test_sum_is_read_with_its_slots(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize("text", SILENT, ids=lambda text: text[:50])
def test_what_was_not_paid_is_no_claim(text: str) -> None:
    assert rows(text) == []


def test_receivers_one_by_one_are_claims_of_their_own() -> None:
    text = (
        "Pemkab Blora menyalurkan hibah. Delapan sanggar telah menerima hibah, antara lain Sanggar Melati Rp20 juta, "
        "Sanggar Cempaka Rp15 juta dan Sanggar Kenanga sebesar Rp12 juta."
    )
    assert [row[0] for row in rows(text)] == ["Rp20 juta", "Rp15 juta", "Rp12 juta"]
    assert {row[3] for row in rows(text)} == {"Pemkab Blora"}


def test_who_only_counts_payments_is_no_payer() -> None:
    text = "Otoritas Jasa Keuangan mencatat pembayaran klaim asuransi jiwa Rp14 triliun pada 2023."
    assert rows(text) == [("Rp14 triliun", None, "2023", None, None)]


def test_programmes_are_claims_beside_their_total() -> None:
    text = (
        "Hingga Mei 2022, klaim yang sudah dicairkan BPJamsostek Jember sebesar Rp61,4 miliar untuk 4.870 kasus, "
        "masing-masing JHT Rp48,2 miliar (3.900 kasus), JKM Rp7,1 miliar (170 kasus), JKK Rp4,9 miliar (600 kasus) "
        "dan JP Rp1,2 miliar (200 kasus)."
    )
    assert [(each.purpose, each.cases and each.cases.value, each.period) for each in claims(text)] == [
        ("klaim", 4870, "2022-01/2022-05"),
        ("JHT", 3900, "2022-01/2022-05"),
        ("JKM", 170, "2022-01/2022-05"),
        ("JKK", 600, "2022-01/2022-05"),
        ("JP", 200, "2022-01/2022-05"),
    ]


def test_programmes_that_miss_their_total_are_claims_too() -> None:
    text = (
        f"Selama 2023 {CIREBON} membayarkan manfaat Rp60 miliar. Jaminan Hari Tua (JHT) menyerap Rp40 miliar (3.010 "
        "kasus), disusul Jaminan Kematian (JKM) Rp7 miliar (160 kasus)."
    )
    assert rows(text)[1:] == [
        ("Rp40 miliar", "3.010 kasus", "2023", CIREBON, "Cirebon"),
        ("Rp7 miliar", "160 kasus", "2023", CIREBON, "Cirebon"),
    ]


def test_regions_of_a_total_have_their_own_place() -> None:
    text = (
        "Dari 40 SKK yang dilimpahkan sepanjang 2023, iuran yang berhasil ditarik Rp900 juta. Rinciannya Kabupaten "
        "Blora Rp500 juta dari 22 SKK, sisanya Kabupaten Rembang Rp400 juta dari 18 SKK."
    )
    assert [row[:3] + row[4:] for row in rows(text)] == [
        ("Rp900 juta", "40 SKK", "2023", None),
        ("Rp500 juta", "22 SKK", "2023", "Blora"),
        ("Rp400 juta", "18 SKK", "2023", "Rembang"),
    ]


def test_years_of_a_total_make_up_its_period() -> None:
    text = (
        "Uang perusahaan yang kembali lewat penagihan jaksa sebesar Rp700 juta dari 600 pelanggan. Tahun 2023 "
        "terkumpul Rp300 juta dari 250 pelanggan, lalu tahun 2024 naik menjadi Rp400 juta dari 350 pelanggan."
    )
    assert [row[:3] for row in rows(text)] == [
        ("Rp700 juta", "600 pelanggan", "2023/2024"),
        ("Rp300 juta", "250 pelanggan", "2023"),
        ("Rp400 juta", "350 pelanggan", "2024"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Pada 2023 BPJS Kesehatan membayar klaim rumah sakit Rp700 miliar, naik dari Rp610 miliar pada 2022.",
            [("Rp700 miliar", "2023"), ("Rp610 miliar", "2022")],
        ),
        (
            "Pembayaran klaim naik dari Rp40 miliar pada 2022 menjadi Rp52 miliar pada 2023.",
            [("Rp40 miliar", "2022"), ("Rp52 miliar", "2023")],
        ),
        (
            "Selama 2023 klaim yang dibayarkan Rp94 miliar. Jumlah itu meningkat 12 persen dibanding tahun 2022 yaitu "
            "Rp84 miliar.",
            [("Rp94 miliar", "2023"), ("Rp84 miliar", "2022")],
        ),
        (
            "Realisasi klaim hingga triwulan III 2024 mencapai Rp210 miliar, meningkat dibanding periode yang sama "
            "tahun 2023 sebesar Rp187 miliar.",
            [("Rp210 miliar", "2024-01/2024-09"), ("Rp187 miliar", "2023-01/2023-09")],
        ),
    ],
)
def test_figure_of_an_earlier_time_is_a_claim_of_that_time(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(row[0], row[2]) for row in rows(text)] == wanted


def test_time_is_inherited_from_the_sentence_before() -> None:
    text = "Selama 2022 sampai Agustus 2023 ada 27 SKK. Dari SKK itu, iuran yang dipulihkan sebesar Rp1,8 miliar."
    assert rows(text) == [("Rp1,8 miliar", None, "2022/2023-08", None, None)]


def test_day_on_which_somebody_speaks_is_no_period() -> None:
    text = "BPJS Kesehatan telah membayar klaim Rp5 miliar, kata Rudi di Blora, Kamis (13/2/2025)."
    assert [row[2] for row in rows(text)] == [None]


def test_payer_is_the_insurer_that_the_text_has_named() -> None:
    text = (
        f"{CIREBON} memperpanjang nota kesepahaman dengan Kejari Cirebon.\n\nSedangkan pembayaran klaim periode "
        "Januari-Juni 2024 sebesar Rp81,2 miliar dari 6.410 kasus."
    )
    assert rows(text) == [("Rp81,2 miliar", "6.410 kasus", "2024-01/2024-06", CIREBON, "Cirebon")]


def test_health_insurer_does_not_pay_a_life_insurance() -> None:
    text = (
        f"{MADIUN} hadir di acara itu. Asuransi jiwa yang dibayarkan kepada ahli waris totalnya Rp459 juta."
    )
    assert [row[3] for row in rows(text)] == [None]


def test_sum_that_comes_back_with_all_its_digits_is_one_claim() -> None:
    text = (
        f"{CIREBON} telah membayar klaim Rp118 miliar.\n\nPembayaran klaim periode Januari-Agustus 2023 sebesar "
        "Rp118.406.927.350 dari 10.287 kasus."
    )
    assert [row[0] for row in rows(text)] == ["Rp118.406.927.350"]


def test_claims_carry_the_words_they_rest_on() -> None:
    text = f"Selama 2023 {CIREBON} membayarkan santunan kematian Rp1,4 miliar kepada 35 ahli waris."
    (claim,) = claims(text)
    assert claim.purpose == "santunan kematian"
    assert claim.rule == "claims.pays"
    spans = [span.text for span in claim.evidence]
    assert {"2023", CIREBON, "santunan kematian", "Rp1,4 miliar", "35 ahli waris"} <= set(spans)
    assert all(text[span.start : span.end] == span.text for span in claim.evidence)
