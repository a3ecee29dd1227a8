"""Agreements of which a sentence names the partners only, with what took the place of an older paper."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import agreements

EXTRACTOR = Extractor(names="rules")


PARTIES: list[tuple[str, list[str]]] = [
    (
        "Bupati Sigi, Rahmat Wibowo, S.H. dan Direktur RSUD Undata, dr. Laila Santoso, M.Kes., menandatangani MoU "
        "layanan rujukan. Pemkab Sigi berharap banyak.",
        ["Pemkab Sigi", "RSUD Undata"],
    ),
    (
        "Kepala Dinas Sosial Kota Palu Rahmat Wibowo membuka data itu di Palu. Ia menyampaikannya seusai "
        "penandatanganan perjanjian kerja sama pendataan lansia dengan RSUD Undata.",
        ["Dinas Sosial Kota Palu", "RSUD Undata"],
    ),
    (
        "Kejari Sigi memulihkan uang negara. Kejari Sigi juga menagih piutang. Di Palu, ditandatangani MoU penagihan "
        "piutang dengan Universitas Tadulako serta RSUD Undata. Kejari Sigi berharap banyak.",
        ["Kejari Sigi", "Universitas Tadulako", "RSUD Undata"],
    ),
    (
        "Bank Sigi Raya rugi. Bank milik Pemkab Sigi itu menandatangani MoU penagihan kredit dengan Kejari Sigi.",
        ["Bank Sigi Raya", "Kejari Sigi"],
    ),
    (
        "Potongan itu dituangkan dalam perjanjian kerja sama yang diteken Pemkab Sigi, Kejari Sigi, dan RSUD Undata.",
        ["Pemkab Sigi", "Kejari Sigi", "RSUD Undata"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES, ids=lambda value: str(value)[:40])
def test_who_makes_an_agreement_with_the_partners(text: str, expected: list[str]) -> None:
    assert [row[2] for row in agreements(text)] == [expected]


ACTIONS: list[tuple[str, str]] = [
    ("MoU layanan rujukan Pemkab Sigi dengan RSUD Undata diteken ulang di Palu.", "extended"),
    (
        "Pemkab Sigi menandatangani MoU layanan rujukan dengan RSUD Undata. Naskah lamanya sudah habis sejak Mei.",
        "extended",
    ),
    (
        "Pemkab Sigi menandatangani MoU layanan rujukan dengan RSUD Undata. Naskah itu habis dibagikan.",
        "signed",
    ),
    ("Rancangan MoU layanan rujukan Pemkab Sigi dengan RSUD Undata tinggal ditandatangani.", "planned"),
    (
        "Kegiatan ini turunan dari MoU Pemkab Sigi dan RSUD Undata yang diteken Mei 2023.",
        "existing",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACTIONS, ids=lambda value: str(value)[:40])
def test_what_is_done(text: str, expected: str) -> None:
    assert [row[1] for row in agreements(text)] == [expected]


SUBJECTS: list[tuple[str, str | None]] = [
    ("Pemkab Sigi dan RSUD Undata meneken MoU layanan rujukan pada hari yang sama.", "layanan rujukan"),
    ("MoU layanan rujukan yang ia maksud diteken Pemkab Sigi dan RSUD Undata.", "layanan rujukan"),
    ("Pemkab Sigi menyiapkan perjanjian kerja sama turunannya dengan RSUD Undata.", None),
    (
        "Pemkab Sigi dan RSUD Undata meneken MoU perlindungan anak yang rentan.",
        "perlindungan anak yang rentan",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS, ids=lambda value: str(value)[:40])
def test_what_it_is_about(text: str, expected: str | None) -> None:
    assert [row[3] for row in agreements(text)] == [expected]


def test_partners_do_not_get_one_that_the_text_names_in_passing() -> None:
    found = agreements(
        "Warga Palu datang. MoU layanan rujukan ditandatangani dengan RSUD Undata dan Kejari Sigi."
    )
    assert [row[2] for row in found] == [["RSUD Undata", "Kejari Sigi"]]


def test_a_cooperative_is_named_with_the_sort_that_stands_in_brackets() -> None:
    article = EXTRACTOR.extract("Koperasi Kredit (Kopdit) Citra Fira Palu menutup tahun buku dengan laba.")
    assert [each.name for each in article.organizations] == ["Koperasi Kredit (Kopdit) Citra Fira Palu"]


RENEWED: list[tuple[str, list[tuple[str, list[str], str | None]]]] = [
    (
        "MoU layanan rujukan antara Pemkab Sigi dan RSUD Undata yang berjalan sejak 2022 bakal diperpanjang.",
        [
            ("existing", ["Pemkab Sigi", "RSUD Undata"], "2022"),
            ("planned", ["Pemkab Sigi", "RSUD Undata"], None),
        ],
    ),
    (
        "MoU Pemkab Sigi dan RSUD Undata masih berlaku sampai Juni. Direktur berharap bisa diperpanjang lagi.",
        [
            ("existing", ["Pemkab Sigi", "RSUD Undata"], None),
            ("planned", ["Pemkab Sigi", "RSUD Undata"], None),
        ],
    ),
    (
        "MoU Pemkab Sigi dan RSUD Undata masih berlaku sampai Juni dan tidak akan diperpanjang.",
        [("existing", ["Pemkab Sigi", "RSUD Undata"], None)],
    ),
    (
        "Pemkab Sigi menandatangani MoU layanan rujukan dengan RSUD Undata. Kerja sama sejenis telah dijalin dengan "
        "Universitas Tadulako sejak Maret 2024.",
        [
            ("signed", ["Pemkab Sigi", "RSUD Undata"], None),
            ("existing", ["Pemkab Sigi", "Universitas Tadulako"], "2024-03"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RENEWED, ids=lambda value: str(value)[:40])
def test_what_holds_and_what_is_to_come_are_two(
    text: str, expected: list[tuple[str, list[str], str | None]]
) -> None:
    found = EXTRACTOR.extract(text).agreements
    assert [(each.action, [party.name for party in each.parties], each.date) for each in found] == expected


@pytest.mark.parametrize(
    ("said", "date"), [("saat ditemui di Palu", "2025-06-03"), ("dalam keterangan tertulis", None)]
)
def test_the_same_day_is_that_on_which_somebody_was_met(said: str, date: str | None) -> None:
    text = (
        f'"Semua siap," kata Rahmat {said}, Selasa (3/6/2025). Warga senang.\n\n'
        "Pada hari yang sama Pemkab Sigi menandatangani MoU layanan rujukan dengan RSUD Undata."
    )
    assert [each.date for each in EXTRACTOR.extract(text).agreements] == [date]


def test_what_a_purpose_works_on_is_no_party() -> None:
    found = agreements(
        "Pemkab Sigi menandatangani MoU untuk mengubah jaringan RSUD Undata dengan PT Citra Raya."
    )
    assert [row[2:] for row in found] == [(["Pemkab Sigi", "PT Citra Raya"], "mengubah jaringan RSUD Undata")]
