"""BX403 and BX702: places in their provinces, names nearly spelt right."""

from __future__ import annotations

import pytest

from beritaextract import extract
from passages import found, verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Longsor menimpa rumah di Kabupaten Garut, Jawa Barat.", "ok"),
        ("Pasar di Kabupaten Bangka Tengah, Provinsi Kepulauan Bangka Belitung, terbakar.", "ok"),
        ("Longsor menimpa rumah di Kabupaten Garut, Jawa Tengah.", "inconsistent"),
        ("Remaja itu warga Kabupaten Way Kanan, Sumatera Selatan.", "inconsistent"),
        ("Rapat digelar di Kota Tegal (Jawa Timur).", "inconsistent"),
    ],
)
def test_a_region_lies_in_its_province(text: str, verdict: str) -> None:
    assert verdicts("BX403", text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Peserta datang dari Kota Surabaya, Lampung, dan Bali.",
        "Gempa terasa di Kabupaten Nabire, Papua.",
        "Tim bertolak dari Semarang, Jawa Timur pun bersiap.",
    ],
)
def test_lists_and_new_provinces_stay_silent(text: str) -> None:
    assert "inconsistent" not in verdicts("BX403", text)


def test_the_right_province_is_offered() -> None:
    [check] = found("BX403", "Longsor menimpa rumah di Kabupaten Garut, Jawa Tengah.")
    assert check.repairs == ("Jawa Tengah → Jawa Barat",)
    assert check.evidence[0].text == "Jawa Tengah"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Banjir merendam sawah di Kabupaten Indramyu.", "Kabupaten Indramayu"),
        ("Warga mengungsi ke Kabupaten Lumajng.", "Kabupaten Lumajang"),
        ("Jalan di Kabupaten Situbobdo rusak.", "Kabupaten Situbondo"),
    ],
)
def test_a_region_that_is_misspelt(text: str, known: str) -> None:
    [check] = found("BX702", text)
    assert (check.verdict, check.computed) == ("inconsistent", known)


def test_an_organization_that_the_article_spells_in_two_ways() -> None:
    text = (
        "Kementerian Kesehatan mengirim vaksin. Menurut Kementerian Keseahatan, 200 vial sudah tiba. "
        "Kementerian Kesehatan akan menambahnya."
    )
    checks = [check for check in extract(text).checks if check.code == "BX702"]
    assert [check.computed for check in checks] == ["Kementerian Kesehatan"]


@pytest.mark.parametrize(
    "text",
    [
        "Banjir merendam sawah di Kabupaten Indramayu.",
        "Pasukan bergerak ke Kota Rafah dan Kota Gaza.",
        "Acara berlangsung di Kota Tua dan Kota Kasablanka.",
        "MNC Vision Networks dan MNC Vision Network menandatangani akad.",
    ],
)
def test_right_and_foreign_names_stay_silent(text: str) -> None:
    assert verdicts("BX702", text) == []
