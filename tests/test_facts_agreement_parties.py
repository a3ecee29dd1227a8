"""Parties of agreements that stand apart from the words of signing, and grants, whose name says what they are about."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import AgreementRow as Row
from passages import agreements

EXTRACTOR = Extractor(names="rules")


APART: list[tuple[str, Row]] = [
    (
        "Bank Sulteng menandatangani perjanjian kerja sama pembiayaan dengan tiga nasabah. Ketiganya yaitu PT Kakao "
        "Sigi, PT Gas Donggala, dan Universitas Tadulako.",
        (
            "PKS",
            "signed",
            ["Bank Sulteng", "PT Kakao Sigi", "PT Gas Donggala", "Universitas Tadulako"],
            "pembiayaan",
        ),
    ),
    (
        "Pada Pameran Kopi 2025, KRT meneken nota kesepahaman dengan Universitas Tadulako.",
        ("MoU", "signed", ["KRT", "Universitas Tadulako"], None),
    ),
    (
        "Pemkab Sigi, yang punya perjanjian kerja sama maritim dengan Universitas Tadulako, akan mengirim kapal.",
        ("PKS", "existing", ["Pemkab Sigi", "Universitas Tadulako"], None),
    ),
    (
        "Produsen gula, PT Kakao Sigi, membuka pabrik baru. Perusahaan asal Palu ini resmi menjalin kerja sama dengan "
        "PT Gas Donggala.",
        ("agreement", "existing", ["PT Kakao Sigi", "PT Gas Donggala"], None),
    ),
    (
        "Ketua KPU Kabupaten Sigi, Budi Santoso, menunggu dana dari Naskah Perjanjian Hibah Daerah (NPHD). “Besok kami "
        "akan menandatangani NPHD itu,” ucapnya.",
        ("agreement", "planned", ["KPU Kabupaten Sigi"], "Naskah Perjanjian Hibah Daerah (NPHD)"),
    ),
    (
        "PT Kakao Sigi dan Universitas Tadulako menandatangani nota kesepahaman. Melalui MoU ini, kedua pihak sepakat "
        "mengembangkan bibit kakao unggul.",
        ("MoU", "signed", ["PT Kakao Sigi", "Universitas Tadulako"], "mengembangkan bibit kakao unggul"),
    ),
]

OTHERS = [
    "Universitas Tadulako membuka kelas baru bersama PT Gas Donggala. Perusahaan ini menjalin kerja sama dengan "
    "sejumlah peternak.",
    "Menurut NPHD, dana KPU Kabupaten Sigi dicairkan dua tahap.",
    "Budi Santoso menunggu hibah. “Besok kita akan menandatangani NPHD,” ucapnya.",
]


@pytest.mark.parametrize(("text", "row"), APART, ids=lambda value: str(value)[:50])
def test_parties_apart_from_the_signing_are_found(text: str, row: Row) -> None:
    assert agreements(text) == [row]


@pytest.mark.parametrize("text", OTHERS, ids=lambda value: value[:50])
def test_no_agreement_without_its_parties(text: str) -> None:
    assert agreements(text) == []


def test_place_of_signing_keeps_the_name_of_its_venue() -> None:
    article = EXTRACTOR.extract(
        "PT Kakao Sigi menandatangani nota kesepahaman dengan Universitas Tadulako di Wisma Palu, Senin (3/2/2025)."
    )
    assert [each.place.name for each in article.agreements if each.place] == ["Wisma Palu"]


def test_subject_ends_where_somebody_speaks() -> None:
    text = "Pemkab Sigi, yang punya perjanjian kerja sama dengan Universitas Tadulako, mengaku hadir agar warga sabar."
    assert [each.subject for each in EXTRACTOR.extract(text).agreements] == [None]


@pytest.mark.parametrize(("dateline", "place"), [("PALU", ["Palu"]), ("JAKARTA", [])])
def test_dateline_of_the_capital_is_no_place_of_signing(dateline: str, place: list[str]) -> None:
    article = EXTRACTOR.extract(
        f"{dateline}, KABAR - PT Kakao Sigi dan Universitas Tadulako menandatangani nota kesepahaman tentang bibit."
    )
    assert [each.place.name for each in article.agreements if each.place] == place
