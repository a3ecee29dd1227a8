"""Cooperations that are the news without a paper, what states make with one another, and contracts of institutions."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import agreement_rows

EXTRACTOR = Extractor(names="rules")
READER = Extractor()
"""It knows countries by what stands beside them."""

Row = tuple[str, str, list[str], str | None]

ANNOUNCED: list[tuple[str, Row]] = [
    (
        "PLN Gandeng Universitas Tadulako Kembangkan Bioenergi\n\nPALU - PT PLN menggandeng Universitas Tadulako untuk "
        "mengembangkan bahan bakar sekam. Kerja sama ini mencakup riset bersama.",
        ("agreement", "existing", ["PT PLN", "Universitas Tadulako"], "mengembangkan bahan bakar sekam"),
    ),
    (
        "Bank Sulteng dijual murah, kata warga. Tidak benar. PT Roda Sigi mengumumkan kerja sama dengan Bank Sulteng "
        "untuk pengadaan 500 motor listrik.",
        ("agreement", "existing", ["PT Roda Sigi", "Bank Sulteng"], "pengadaan 500 motor listrik"),
    ),
    (
        "PT Nikel Sigi bersinergi dengan PT Gas Donggala dalam pengembangan biogas. Riset bersama itu dimulai pekan "
        "lalu.",
        ("agreement", "existing", ["PT Nikel Sigi", "PT Gas Donggala"], "pengembangan biogas"),
    ),
    (
        "Universitas Tadulako bermitra dengan PT Kakao Sigi untuk membuka kelas vokasi. Melalui kemitraan ini, "
        "mahasiswa magang di pabrik.",
        ("agreement", "existing", ["Universitas Tadulako", "PT Kakao Sigi"], "membuka kelas vokasi"),
    ),
    (
        "Bank Sulteng dan PT Kakao Sigi berkolaborasi menghadirkan layanan pembayaran bagi petani. Kolaborasi ini "
        "disambut petani.",
        (
            "agreement",
            "existing",
            ["Bank Sulteng", "PT Kakao Sigi"],
            "menghadirkan layanan pembayaran bagi petani",
        ),
    ),
    (
        "PT Kakao Sigi memulai kemitraan strategis dengan Kementerian UMKM untuk melatih 10.000 petani. Pelatihan "
        "berlangsung tiga tahun.",
        ("agreement", "existing", ["PT Kakao Sigi", "Kementerian UMKM"], "melatih 10.000 petani"),
    ),
    (
        "Kemitraan strategis antara PT Kakao Sigi dan Bank Sulteng resmi diumumkan, Kamis (7/8/2025). Warga senang.",
        ("agreement", "existing", ["PT Kakao Sigi", "Bank Sulteng"], None),
    ),
    (
        "PT Nikel Sigi resmi bekerja sama dengan Universitas Tadulako sebagai sponsor klub. Kerja sama itu berlaku "
        "setahun.",
        ("agreement", "existing", ["PT Nikel Sigi", "Universitas Tadulako"], "sponsor klub"),
    ),
    (
        "PT PLN akan bekerja sama dengan Universitas Tadulako untuk mengembangkan bahan bakar sekam. Kerja sama ini "
        "dimulai tahun depan.",
        ("agreement", "planned", ["PT PLN", "Universitas Tadulako"], "mengembangkan bahan bakar sekam"),
    ),
    (
        "PT PLN dan PT Gas Donggala sepakat mengembangkan pembangkit terapung. Kesepakatan itu dicapai pekan lalu.",
        ("agreement", "signed", ["PT PLN", "PT Gas Donggala"], "mengembangkan pembangkit terapung"),
    ),
    (
        "PT PLN menjalin kerja sama dengan PT Gas Donggala untuk riset sekam, ditandai dengan penandatanganan dokumen.",
        ("agreement", "signed", ["PT PLN", "PT Gas Donggala"], "riset sekam"),
    ),
    (
        "Pajak naik. Warga mengeluh. Petugas sibuk. Hujan turun. Jalan macet. Saat ini Pemkab Sigi sudah melakukan "
        "kerja sama dengan Bank Sulteng untuk pembayaran pajak.",
        ("agreement", "existing", ["Pemkab Sigi", "Bank Sulteng"], "pembayaran pajak"),
    ),
    (
        "Pemkab Sigi lewat kolaborasi bersama Bank Sulteng menghadirkan kelas menabung. Kolaborasi ini dijalin "
        "setahun.",
        ("agreement", "existing", ["Pemkab Sigi", "Bank Sulteng"], "menghadirkan kelas menabung"),
    ),
]

STATES: list[tuple[str, Row]] = [
    (
        "Indonesia dan Kanada berniat merampungkan Perjanjian Perdagangan Bebas sebelum panen.",
        (
            "agreement",
            "planned",
            ["Indonesia", "Kanada"],
            "Perjanjian Perdagangan Bebas",
        ),
    ),
    (
        "Menteri Perdagangan mengumumkan penyelesaian perundingan Indonesia-Kanada Comprehensive Economic Partnership "
        "Agreement (ICA-CEPA).",
        (
            "agreement",
            "planned",
            ["Indonesia", "Kanada"],
            "Comprehensive Economic Partnership Agreement (ICA-CEPA)",
        ),
    ),
    (
        "Jepang dan Filipina mencapai kesepakatan dagang baru. Tarif turun menjadi 15 persen.",
        ("agreement", "signed", ["Jepang", "Filipina"], "dagang baru"),
    ),
    (
        "Kesepakatan dagang Indonesia-Jepang mulai berlaku. Tarif turun menjadi 15 persen.",
        ("agreement", "existing", ["Indonesia", "Jepang"], "Kesepakatan dagang"),
    ),
    (
        "Akhirnya ada kesepakatan tarif impor antara Indonesia dengan Jepang. Tarif turun menjadi 15 persen.",
        ("agreement", "existing", ["Indonesia", "Jepang"], "tarif impor"),
    ),
    (
        "Dalam pertemuan itu Jepang dan Filipina menjalin kerja sama riset kakao. Hujan turun.",
        ("agreement", "existing", ["Jepang", "Filipina"], "riset kakao"),
    ),
    (
        "Presiden Prancis Jean Martin dan Perdana Menteri Budi Santoso menandatangani perjanjian riset kakao. Prancis "
        "dan Jepang membiayai riset itu.",
        ("agreement", "signed", ["Prancis", "Jepang"], "riset kakao"),
    ),
    (
        "Pemerintah Thailand dan Pemerintah Kamboja menandatangani perjanjian damai untuk membuka perbatasan.",
        ("agreement", "signed", ["Pemerintah Thailand", "Pemerintah Kamboja"], "damai"),
    ),
]

MORE: list[tuple[str, Row]] = [
    (
        "PT Baja Sigi menandatangani kontrak jangka panjang dengan PT Gas Donggala untuk memasok gas, Selasa "
        "(4/3/2025).",
        ("agreement", "signed", ["PT Baja Sigi", "PT Gas Donggala"], "memasok gas"),
    ),
    (
        "Kesepakatan bersama antara Komisi II DPR dan Kementerian Dalam Negeri itu dibacakan kemarin.",
        ("agreement", "signed", ["Komisi II DPR", "Kementerian Dalam Negeri"], None),
    ),
    (
        "Ditjen Perikanan Budidaya Kementerian Kelautan dan Perikanan dan PT Kakao Sigi menandatangani MoU riset "
        "rumput laut sebagai langkah awal menuju pusat benih.",
        (
            "MoU",
            "signed",
            ["Ditjen Perikanan Budidaya Kementerian Kelautan dan Perikanan", "PT Kakao Sigi"],
            "riset rumput laut",
        ),
    ),
]


@pytest.mark.parametrize(("text", "row"), ANNOUNCED + MORE, ids=lambda value: str(value)[:50])
def test_cooperation_is_told(text: str, row: Row) -> None:
    assert agreement_rows(EXTRACTOR.extract(text).agreements) == [row]


@pytest.mark.parametrize(("text", "row"), STATES, ids=lambda value: str(value)[:50])
def test_what_states_make_is_told(text: str, row: Row) -> None:
    assert agreement_rows(READER.extract(text).agreements) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Sigi bekerja sama dengan Universitas Tadulako menggelar pasar murah. Kerja sama ini disambut warga.",
        "Polres Sigi bekerja sama dengan Polda Sulteng menangkap pelaku. Kerja sama ini membuahkan hasil.",
        "Pemkab Sigi ingin bekerja sama dengan Universitas Tadulako untuk riset. Kerja sama itu penting.",
        "Jalan rusak. Warga mengeluh. Hujan turun. Pasar sepi. Pemkab Sigi bekerja sama dengan Bank Sulteng.",
        "Isu bahwa Pemkab Sigi bekerja sama dengan Bank Sulteng untuk menyita sawah tidak benar. Kerja sama itu nihil.",
        "Budi Santoso bekerja sama dengan Universitas Tadulako untuk menulis buku. Kerja sama ini lama.",
        "Budi Santoso menandatangani kontrak dengan Persib Bandung selama dua musim.",
        "Jepang belum mencapai kesepakatan dagang dengan Filipina.",
        "Tarif naik kecuali Jepang mencapai kesepakatan dagang dengan Filipina.",
        "Pameran dibuka dalam kerangka Indonesia-Kanada CEPA.",
        "Indonesia ingin memperkuat kerja sama dengan Jepang di bidang pertahanan. Kerja sama itu penting.",
        "Pemkab Sigi dan DPRD Sigi sepakat menaikkan harga pupuk. Kesepakatan itu dicapai pekan lalu.",
    ],
    ids=lambda text: text[:40],
)
def test_cooperation_in_passing_is_no_agreement(text: str) -> None:
    assert READER.extract(text).agreements == ()


def test_venue_stands_before_its_town() -> None:
    text = (
        "Bank Sulteng dan PT Kakao Sigi menandatangani MoU layanan petani. Penandatanganan dilakukan di Fira Melati, "
        "Surabaya, Senin (3/3/2025)."
    )
    (found,) = READER.extract(text).agreements
    assert found.place is not None
    assert (found.place.name, found.date) == ("Fira Melati", "2025-03-03")
