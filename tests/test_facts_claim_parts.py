"""Claims by their parts: what a part is called and which words it rests on, totals in sentences of their own."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import ClaimRow as Row
from passages import claims

EXTRACTOR = Extractor(names="rules")
BLORA = "BPJS Ketenagakerjaan Cabang Blora"
HEALTH = "BPJS Kesehatan Cabang Blora"


def test_a_programme_before_its_amount_names_the_part() -> None:
    article = EXTRACTOR.extract(
        f"Selama 2023 {BLORA} membayarkan manfaat Rp60 miliar untuk 4.000 kasus. Jaminan Hari Tua (JHT) memakan "
        "bagian terbesar yakni Rp40 miliar (3.000 kasus), disusul Jaminan Kematian (JKM) Rp12 miliar (300 kasus), "
        "serta Jaminan Pensiun (JP) Rp8 miliar (700 kasus)."
    )
    assert [(each.amount.span.text, each.purpose) for each in article.claims[1:]] == [
        ("Rp40 miliar", "Jaminan Hari Tua (JHT)"),
        ("Rp12 miliar", "Jaminan Kematian (JKM)"),
        ("Rp8 miliar", "Jaminan Pensiun (JP)"),
    ]


def test_a_part_rests_on_the_words_that_name_it() -> None:
    article = EXTRACTOR.extract(
        f"Selama 2023 {BLORA} membayarkan klaim Rp60 miliar, terdiri dari JHT Rp48 miliar dan JKM Rp12 miliar."
    )
    part = article.claims[1]
    assert part.purpose == "JHT"
    assert {"JHT", "klaim", "Rp48 miliar"} <= {span.text for span in part.evidence}
    assert all(article.text[span.start : span.end] == span.text for span in part.evidence)


def test_parts_of_one_size_are_two() -> None:
    article = EXTRACTOR.extract(
        f"{BLORA} membayar klaim Rp12,5 miliar sepanjang 2024, terdiri dari JHT Rp10 miliar, JKK Rp1,5 miliar dan "
        "JKM Rp1 miliar. Tahun 2023 klaim yang dibayarkan Rp12 miliar, yakni JHT Rp10 miliar, JKK Rp1 miliar dan JKM "
        "Rp1 miliar."
    )
    assert [each.purpose for each in article.claims[1:4]] == ["JHT", "JKK", "JKM"]
    assert [each.amount.span.text for each in article.claims].count("Rp1 miliar") == 3


PARTS: list[tuple[str, list[Row]]] = [
    (
        f"{HEALTH} membayar klaim Rp18 miliar kepada RSUD Blora dan Rp7 miliar kepada RS Permata selama triwulan I "
        "2024.",
        [
            ("Rp18 miliar", None, "2024-33", HEALTH, "Blora"),
            ("Rp7 miliar", None, "2024-33", HEALTH, "Blora"),
        ],
    ),
    (
        f"Selama tahun 2024 {BLORA} telah membayar klaim dengan rincian:\n- JHT: 3.100 kasus, Rp38 miliar\n"
        '- JKM: 88 kasus, Rp3,7 miliar\n\n"Totalnya 3.188 kasus dengan nilai Rp41,7 miliar," kata dia.',
        [
            ("Rp38 miliar", "3.100 kasus", "2024", BLORA, "Blora"),
            ("Rp3,7 miliar", "88 kasus", "2024", BLORA, "Blora"),
            ("Rp41,7 miliar", "3.188 kasus", "2024", BLORA, "Blora"),
        ],
    ),
    (
        "Baznas Kabupaten Blora menyalurkan zakat Rp1,2 miliar kepada 2.400 mustahik. Ketua Baznas mengatakan bantuan "
        "pendidikan menyerap Rp480 juta untuk 960 siswa.",
        [
            ("Rp1,2 miliar", "2.400 mustahik", None, "Baznas Kabupaten Blora", "Blora"),
            ("Rp480 juta", "960 siswa", None, "Baznas Kabupaten Blora", "Blora"),
        ],
    ),
    (
        "PT Bank Lestari Makmur Tbk membagikan dividen Rp1,2 triliun untuk tahun buku 2023. Pemerintah Provinsi Jawa "
        "Tengah menerima Rp380 miliar.",
        [
            ("Rp1,2 triliun", None, "2023", "PT Bank Lestari Makmur Tbk", None),
            ("Rp380 miliar", None, "2023", "PT Bank Lestari Makmur Tbk", "Jawa Tengah"),
        ],
    ),
    (
        "Manfaat yang diberikan kepada keluarga almarhum mencapai Rp562 juta, terdiri dari santunan kematian Rp390 "
        "juta dan JHT Rp172 juta. Manfaat itu dibayarkan PT Asabri (Persero).",
        [
            ("Rp562 juta", None, None, "PT Asabri (Persero)", None),
            ("Rp390 juta", None, None, "PT Asabri (Persero)", None),
            ("Rp172 juta", None, None, "PT Asabri (Persero)", None),
        ],
    ),
    (
        f"{HEALTH} menggelontorkan Rp158 miliar untuk pelayanan kesehatan pada 2023. Penyakit jantung menghabiskan "
        "Rp17 miliar untuk 2.000 kasus.",
        [
            ("Rp158 miliar", None, "2023", HEALTH, "Blora"),
            ("Rp17 miliar", "2.000 kasus", "2023", HEALTH, "Blora"),
        ],
    ),
    (
        "Kejari Blora telah membantu PDAM menagih piutang Rp3,8 miliar dari 1.140 pelanggan. Pada 2024 saja tertagih "
        "Rp1,2 miliar.",
        [
            ("Rp3,8 miliar", "1.140 pelanggan", "2024", None, "Blora"),
            ("Rp1,2 miliar", None, "2024", None, "Blora"),
        ],
    ),
    (
        f"Biaya pelayanan yang dikeluarkan {HEALTH} sepanjang 2023 mencapai Rp1,1 triliun. Kepala {HEALTH} Ani "
        "Wijaya mengatakan, angka tersebut naik dari Rp978 miliar pada 2022.",
        [
            ("Rp1,1 triliun", None, "2023", HEALTH, "Blora"),
            ("Rp978 miliar", None, "2022", HEALTH, "Blora"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[text[:40] for text, _ in PARTS])
def test_parts_are_claims_of_their_own(text: str, expected: list[Row]) -> None:
    assert claims(text) == expected


def test_a_bare_name_among_regions_is_one() -> None:
    article = EXTRACTOR.extract(
        f"Selama 2023 {HEALTH} membayar klaim Rp100 miliar, terdiri dari Provinsi Jawa Tengah Rp60 miliar, Karangwuni "
        "Rp30 miliar dan Sidamukti Rp10 miliar."
    )
    assert [(each.place.name if each.place else None, each.purpose) for each in article.claims[1:]] == [
        ("Jawa Tengah", "klaim"),
        ("Karangwuni", "klaim"),
        ("Sidamukti", "klaim"),
    ]


CASES: list[tuple[str, Row]] = [
    (
        f"Tujuh ahli waris nelayan menerima santunan kematian dari {BLORA}. Total santunan yang diserahkan Rp294 juta, "
        "masing-masing Rp42 juta.",
        ("Rp294 juta", "Tujuh ahli waris", None, BLORA, "Blora"),
    ),
    (
        "Dinas Sosial Kota Tegal sudah menyalurkan santunan kematian kepada 1.204 keluarga. Nilainya Rp3,01 miliar.",
        ("Rp3,01 miliar", "1.204 keluarga", None, "Dinas Sosial Kota Tegal", "Tegal"),
    ),
    (
        f"Dari 45 SKK yang diserahkan {HEALTH}, 30 di antaranya tuntas dengan nilai iuran yang terbayar Rp812 juta.",
        ("Rp812 juta", "30", None, None, "Blora"),
    ),
    (
        "Pemerintah Kota Tegal mencairkan dana hibah Rp3,4 miliar untuk 210 pondok pesantren.",
        ("Rp3,4 miliar", "210 pondok pesantren", None, "Pemerintah Kota Tegal", "Tegal"),
    ),
    (
        "Sebanyak 34 warga Desa Ngawen, Kabupaten Klaten, menerima uang ganti rugi lahan tol dengan total Rp28,6 "
        "miliar.",
        ("Rp28,6 miliar", "34 warga", None, None, "Klaten"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_cases_stand_in_many_places(text: str, expected: Row) -> None:
    assert claims(text) == [expected]
