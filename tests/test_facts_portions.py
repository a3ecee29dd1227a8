"""Breakdowns in percent: of a stated whole, of one that is unsaid, and what is none."""

from __future__ import annotations

import pytest

from beritaextract import extract
from beritaextract.model import Breakdown

HOLDS = {
    "Dari 1.500 responden, 60 persen memilih kereta, 25 persen memilih bus, dan 15 persen memilih ojek.": (
        "1.500 responden",
        {"memilih kereta": "60 persen", "memilih bus": "25 persen", "memilih ojek": "15 persen"},
    ),
    "Anggaran Rp2 miliar itu terdiri dari 60 persen gaji, 30 persen operasional, dan 10 persen cadangan.": (
        "Rp2 miliar",
        {"gaji": "60 persen", "operasional": "30 persen", "cadangan": "10 persen"},
    ),
    "Pendaftar beasiswa 800 orang. Dari jumlah itu, 55 persen perempuan dan 45 persen laki-laki.": (
        "800 orang",
        {"perempuan": "55 persen", "laki-laki": "45 persen"},
    ),
    "Bantuan cair tiga tahap, yakni tahap awal 40 persen, tahap kedua 40 persen, dan tahap akhir 20 persen.": (
        None,
        {"tahap awal": "40 persen", "tahap kedua": "40 persen", "tahap akhir": "20 persen"},
    ),
    "Sebanyak 46,3 persen pembaca puas, 38,2 persen cukup puas, dan sisanya 15,5 persen tidak puas.": (
        None,
        {"pembaca puas": "46,3 persen", "cukup puas": "38,2 persen", "tidak puas": "15,5 persen"},
    ),
    "Pemilih muda masih dominan yaitu 54 persen. Pemilih paruh baya 31 persen, selebihnya 15 persen lansia.": (
        None,
        {"Pemilih muda masih dominan": "54 persen", "Pemilih paruh baya": "31 persen", "lansia": "15 persen"},
    ),
}
SILENT = [
    "Sebanyak 54 persen warga setuju. Tahun lalu 31 persen, dan dua tahun lalu 15 persen.",
    "Laba bank itu naik 54 persen. Kredit tumbuh 31 persen, sedangkan simpanan 15 persen.",
    "Penjualan kopi 54 persen. Penjualan teh 31 persen, dan cokelat 25 persen.",
    "Penjualan kopi naik 60 persen, sedangkan penjualan teh naik 40 persen.",
    "Harga cabai turun 30 persen dan harga bawang turun 20 persen.",
    "Realisasi belanja pegawai 55 persen dan belanja modal 45 persen dari target.",
    "Dari 1.500 responden, 60 persen memilih kereta dan 25 persen memilih bus.",
    "Sebanyak 70 persen warga hadir, lebih banyak daripada 50 persen tahun lalu.",
]


def portions(text: str) -> list[Breakdown]:
    return [each for each in extract(text).breakdowns if each.parts[0].quantity.kind == "percent"]


@pytest.mark.parametrize(("text", "expected"), HOLDS.items(), ids=[*HOLDS])
def test_shares_of_one_whole_are_a_sum(text: str, expected: tuple[str | None, dict[str, str]]) -> None:
    total, parts = expected
    [found] = portions(text)
    assert found.relation == "sum"
    assert (found.total.span.text if found.total else None) == total
    assert {part.label: part.quantity.span.text for part in found.parts} == parts


@pytest.mark.parametrize("text", SILENT)
def test_percentages_that_share_nothing_are_none(text: str) -> None:
    assert portions(text) == []


def test_a_share_in_percent_is_never_added_to_what_it_is_a_share_of() -> None:
    checks = extract("Anggaran Rp2 miliar itu terdiri dari 60 persen gaji dan 40 persen operasional.").checks
    assert {check.code for check in checks} == {"BX105"}


def test_shares_that_leave_a_rest_are_some_of_an_unsaid_whole() -> None:
    text = "Pendapatan disokong sekitar 45 persen dari minuman, lebih dari 35 persen dari makanan, sisanya dari teh."
    (breakdown,) = extract(text).breakdowns
    assert breakdown.relation == "subset"
    assert breakdown.total is None
    assert {part.label: part.quantity.value for part in breakdown.parts} == {"minuman": 45, "makanan": 35}


def test_records_are_numbered_throughout() -> None:
    text = (
        "Panitia menjual 900 tiket, terdiri dari 600 tiket dewasa dan 300 tiket anak. Dari 600 penonton dewasa, "
        "70 persen warga kota dan 30 persen warga desa."
    )
    assert [each.id for each in extract(text).breakdowns] == ["b1", "b2"]


UNMARKED = {
    "Pasar sewa sepeda dikuasai Gowesin dengan pangsa 64 persen. Sementara pangsa Kayuh Kita hanya 36 persen.": [
        64,
        36,
    ],
    "Sekitar 71 persen hutan lindung itu masih utuh. Sedangkan 29 persen sisanya sudah berubah menjadi kebun.": [
        71,
        29,
    ],
    "Pembaca koran itu 58 persen guru. Pedagang menyusul di urutan kedua. Kelompok ini menyumbang 31 persen "
    "pembaca. Lalu petani 8 persen dan nelayan 3 persen.": [58, 31, 8, 3],
}
"""Percentages of one passage that no phrase joins."""
APART = [
    "Tarif sepatu 60 persen. Sementara tarif tas 40 persen.",
    "Diskon sepatu 60 persen. Sementara tas dipotong 40 persen.",
    "Anggotanya 60 persen petani. Panen rusak di 40 persen lahan, dan 25 persen kebun terendam.",
    "Anggotanya 50 persen petani. Sementara 50 persen nelayan tidak melaut.",
    "Zakat Rp6 miliar (60 persen) untuk Mataram. Sementara Rp4 miliar (40 persen) untuk Bima.",
    "Pada 2023 anggotanya 60 persen petani. Pada 2024 nelayan 40 persen.",
    "Pekan lalu terjual 62 persen kursi. Panitia lega. Tenda sudah berdiri. Air surut 38 persen.",
    "Kursi 50 persen untuk warga. Dari itu 25 persen untuk pelajar. Lalu 25 persen untuk guru.",
]


@pytest.mark.parametrize(("text", "values"), UNMARKED.items(), ids=[*UNMARKED])
def test_all_percentages_of_a_passage_that_come_to_100_are_a_sum(text: str, values: list[int]) -> None:
    [found] = portions(text)
    assert (found.relation, found.total) == ("sum", None)
    assert [part.quantity.value for part in found.parts] == values


@pytest.mark.parametrize("text", APART)
def test_percentages_that_come_to_100_by_chance_are_none(text: str) -> None:
    assert [each for each in portions(text) if each.rule == "breakdowns.hundred"] == []


def test_shares_of_one_whole_are_told_once() -> None:
    text = "Gowesin menguasai 64 persen pasar. Sementara Kayuh Kita 36 persen. "
    assert len(portions(text * 2)) == 1
