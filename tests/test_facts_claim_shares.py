"""Parts of claims that their sum or their rank tells, and payments in the words of those who pay or get them."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import ClaimRow as Row
from passages import claims

EXTRACTOR = Extractor(names="rules")


RAHARJA = "PT Jasa Raharja Cabang Lampung"
ZAKAT = "Rumah Zakat Sulawesi Tengah"

SUMS: list[tuple[str, list[Row]]] = [
    (
        f"{RAHARJA} telah menyerahkan santunan Rp64,5 miliar sepanjang 2024. Untuk korban meninggal 812 orang, "
        "klaimnya Rp40,6 miliar. Korban luka-luka 1.940 orang menghabiskan Rp22,3 miliar, sedangkan yang cacat 61 "
        "orang Rp1,6 miliar. Seluruhnya 2.813 orang.",
        [
            ("Rp64,5 miliar", "2.813 orang", "2024", RAHARJA, "Lampung"),
            ("Rp40,6 miliar", "812 orang", "2024", RAHARJA, "Lampung"),
            ("Rp22,3 miliar", "1.940 orang", "2024", RAHARJA, "Lampung"),
            ("Rp1,6 miliar", "61 orang", "2024", RAHARJA, "Lampung"),
        ],
    ),
    (
        f"Sepanjang semester I 2025, {ZAKAT} menyalurkan dana sebesar Rp4,6 miliar kepada 9.812 penerima manfaat. "
        "Porsi terbesar untuk bidang kesehatan, Rp2,1 miliar (3.400 orang). Setelah itu pendidikan Rp1,5 miliar bagi "
        "2.812 siswa dan ekonomi Rp1 miliar bagi 3.600 orang. Zakat yang terhimpun Rp5 miliar.",
        [
            ("Rp4,6 miliar", "9.812 penerima manfaat", "2025-40", ZAKAT, None),
            ("Rp2,1 miliar", "3.400 orang", "2025-40", ZAKAT, None),
            ("Rp1,5 miliar", "2.812 siswa", "2025-40", ZAKAT, None),
            ("Rp1 miliar", "3.600 orang", "2025-40", ZAKAT, None),
        ],
    ),
    (
        "Perumda Tirta Musi menerima kembali piutang Rp3,27 miliar pada 2024. Uang itu berasal dari 412 pelanggan. "
        "Rumah tangga menyumbang Rp1,4 miliar dari 300 pelanggan, niaga Rp1,25 miliar dari 90 pelanggan, dan instansi "
        "Rp620 juta dari 22 pelanggan.",
        [
            ("Rp3,27 miliar", "412 pelanggan", "2024", None, None),
            ("Rp1,4 miliar", "300 pelanggan", "2024", None, None),
            ("Rp1,25 miliar", "90 pelanggan", "2024", None, None),
            ("Rp620 juta", "22 pelanggan", "2024", None, None),
        ],
    ),
    (
        "Tunggakan iuran yang sudah dilunasi Rp1,84 miliar pada 2024. Pada 2023 baru Rp1,26 miliar. Jika digabung, dua "
        "tahun terakhir piutang yang kembali Rp3,1 miliar dari 84 perusahaan.",
        [
            ("Rp1,84 miliar", None, "2024", None, None),
            ("Rp1,26 miliar", None, "2023", None, None),
            ("Rp3,1 miliar", "84 perusahaan", "2023/2024", None, None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_amounts_that_add_up_to_a_payment_are_its_parts(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


def test_a_part_is_called_by_the_nearest_words_that_name_it() -> None:
    article = EXTRACTOR.extract(
        "KONI Sulteng mencairkan bonus atlet Rp5,2 miliar. Peraih emas 12 orang mendapat Rp3 miliar, perak 14 orang "
        "Rp1,4 miliar, dan perunggu 16 orang Rp800 juta."
    )
    assert [each.purpose for each in article.claims] == ["bonus atlet", "Peraih emas", "perak", "perunggu"]


def test_sums_of_other_money_are_no_parts() -> None:
    text = (
        "Baznas Kabupaten Sigi menyalurkan zakat Rp5 miliar kepada 900 mustahik. Penghimpunan zakat pegawai Rp3 miliar "
        "dan infak pedagang Rp2 miliar."
    )
    assert [row[0] for row in claims(text)] == ["Rp5 miliar"]


def test_what_each_gets_is_no_part() -> None:
    text = "Santunan yang diserahkan BPJS Ketenagakerjaan Rp84 juta untuk dua ahli waris, masing-masing Rp42 juta."
    assert [row[0] for row in claims(text)] == ["Rp84 juta"]


def test_the_greatest_parts_need_not_add_up() -> None:
    text = (
        "BPJS Ketenagakerjaan Cabang Cirebon membayarkan klaim Rp96,4 miliar selama 2024. Kabupaten Kuningan paling "
        "banyak dengan Rp31,2 miliar. Disusul Majalengka Rp22,5 miliar dan Indramayu Rp18,9 miliar."
    )
    assert [(row[0], row[4]) for row in claims(text)] == [
        ("Rp96,4 miliar", "Cirebon"),
        ("Rp31,2 miliar", "Kuningan"),
        ("Rp22,5 miliar", "Majalengka"),
        ("Rp18,9 miliar", "Indramayu"),
    ]


def test_givers_side_by_side_pay_each_their_own() -> None:
    text = (
        "Donasi gempa Palu yang terkumpul mencapai Rp3,6 miliar. Penyumbang terbesar adalah PT Donggala Energi yang "
        "memberikan Rp1,5 miliar. Kemudian Pemkab Donggala Rp1,1 miliar dan Pemkab Sigi Rp1 miliar."
    )
    assert [(row[0], row[3]) for row in claims(text)] == [
        ("Rp3,6 miliar", None),
        ("Rp1,5 miliar", "PT Donggala Energi"),
        ("Rp1,1 miliar", "Pemkab Donggala"),
        ("Rp1 miliar", "Pemkab Sigi"),
    ]


WORDS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Jasindo membayar klaim asuransi sapi Rp620 juta untuk 62 ekor sapi.", [("Rp620 juta", "62 ekor")]),
    ("Klaim yang dibayarkan Taspen Rp8,2 miliar dari 140 berkas.", [("Rp8,2 miliar", "140 berkas")]),
    (
        "Pemkab Donggala mengguyur 1.250 guru honorer dengan insentif total Rp3,75 miliar.",
        [("Rp3,75 miliar", "1.250 guru honorer")],
    ),
    (
        "Jasindo menggelontorkan Rp1,4 miliar kepada 19 nelayan, termasuk klaim kapal.",
        [("Rp1,4 miliar", "19 nelayan")],
    ),
    ("Bantuan sosial Rp61 miliar mengalir ke 40.000 keluarga.", [("Rp61 miliar", "40.000 keluarga")]),
    (
        "Bank Sulteng mengembalikan dana nasabah yang menjadi korban Rp1,3 miliar kepada 212 nasabah.",
        [("Rp1,3 miliar", "212 nasabah")],
    ),
    (
        "Pemkab Sigi membayari 380 pasien yang belum punya JKN dengan total Rp1,6 miliar.",
        [("Rp1,6 miliar", "380 pasien")],
    ),
    (
        "Klaim kami ajukan tiap bulan. Yang kami terima selama 2024 Rp98 miliar untuk 20.400 berkas.",
        [("Rp98 miliar", "20.400 berkas")],
    ),
    (
        "BPJS Kesehatan Cabang Sleman menerima setoran tunggakan iuran Rp742 juta dari 18 badan usaha.",
        [("Rp742 juta", "18 badan usaha")],
    ),
    (
        "Beasiswa itu wajib dikembalikan 36 orang. Yang sudah menyetor kembali 22 orang, nilainya Rp17 miliar.",
        [("Rp17 miliar", "22 orang")],
    ),
    ("Bank NTT membayar klaim asuransi kredit Rp4,1 miliar selama 2024.", [("Rp4,1 miliar", None)]),
    ("Klaim JKK 2.340 kasus Rp18,6 miliar dibayar BPJS Ketenagakerjaan.", [("Rp18,6 miliar", "2.340 kasus")]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_payments_in_the_words_of_those_who_pay_or_get_them(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [row[:2] for row in claims(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bank Sulteng menyalurkan Rp1,2 triliun kepada 12.400 pelaku usaha sepanjang 2024.",
        "Bank itu menyalurkan pembiayaan Rp900 miliar kepada 3.100 orang. Bantuan lain menyusul.",
        "Pemkab menyiapkan Rp12 miliar untuk 4.000 guru. Insentif dicairkan bulan depan.",
        "Sebanyak 10.000 paket dengan total nilai bantuan Rp12 miliar akan disalurkan ke seluruh daerah.",
        "Penyerapan dana desa di Kabupaten Sigi menyentuh Rp187 miliar hingga akhir 2024.",
    ],
)
def test_credit_plans_and_budgets_are_no_claims(text: str) -> None:
    assert claims(text) == []


def test_a_figure_of_the_year_before_has_the_same_months() -> None:
    text = (
        "PT Jamkrida Sulteng membayar klaim penjaminan Rp6,8 miliar untuk 212 debitur sepanjang Januari-Agustus 2025, "
        "turun 5 persen secara tahunan dari Rp7,2 miliar untuk 231 debitur."
    )
    assert [row[:3] for row in claims(text)] == [
        ("Rp6,8 miliar", "212 debitur", "2025-01/2025-08"),
        ("Rp7,2 miliar", "231 debitur", "2024-01/2024-08"),
    ]


def test_a_noun_of_its_kind_stands_for_the_payer() -> None:
    text = (
        "Koperasi Susu Sigi membukukan laba Rp6 miliar. Sepanjang 2024, koperasi menyalurkan santunan Rp595 juta "
        "kepada 217 penerima."
    )
    assert claims(text) == [("Rp595 juta", "217 penerima", "2024", "Koperasi Susu Sigi", None)]


def test_the_number_of_a_programme_may_be_told_elsewhere() -> None:
    text = (
        "Bantuan sosial Rp61,9 miliar mengalir ke warga Kabupaten Sigi pada 2025, yakni PKH Rp42,7 miliar dan BLT "
        "Rp19,2 miliar. PKH yang disalurkan Kementerian Sosial kepada 58.314 keluarga itu naik. Sementara, BLT dana "
        "desa dibagikan kepada 21.333 keluarga."
    )
    assert [row[:2] for row in claims(text)] == [
        ("Rp61,9 miliar", None),
        ("Rp42,7 miliar", "58.314 keluarga"),
        ("Rp19,2 miliar", "21.333 keluarga"),
    ]
