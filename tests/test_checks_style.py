"""BX601 to BX609: house style, with the edits that it wants."""

from __future__ import annotations

from functools import lru_cache

import pytest

from beritaextract import Extractor, checks
from beritaextract.diagnostics.fixes import edits_of
from beritaextract.diagnostics.selection import profiles
from beritaextract.model import Check


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return Extractor(names="rules", style=True)


def found(text: str) -> list[Check]:
    return [check for check in extractor().extract(text).checks if check.code.startswith("BX6")]


def mended(text: str) -> str:
    """The text with all edits written."""
    for edit in reversed(edits_of(found(text))):
        assert text[edit.span.start : edit.span.end] == edit.span.text
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("BX601", "Iurannya Rp. 5.000 per bulan.", "Iurannya Rp5.000 per bulan."),
        ("BX601", "Iurannya Rp 16.800 per bulan.", "Iurannya Rp16.800 per bulan."),
        ("BX601", "Harganya Rp5.000,- saja.", "Harganya Rp5.000 saja."),
        ("BX602", "Anggarannya Rp5 milyar.", "Anggarannya Rp5 miliar."),
        ("BX602", "Utangnya Rp2 trilyun.", "Utangnya Rp2 triliun."),
        ("BX602", "Pagunya Rp1,2 Milyar.", "Pagunya Rp1,2 miliar."),
        ("BX603", "Harga naik 12%.", "Harga naik 12 persen."),
        ("BX603", "Harga naik 1,5 % lagi.", "Harga naik 1,5 persen lagi."),
        ("BX603", "Sebanyak 40% warga hadir.", "Sebanyak 40 persen warga hadir."),
        ("BX604", "Loket dibuka pukul 07:55 WIB.", "Loket dibuka pukul 07.55 WIB."),
        ("BX604", "Loket dibuka pkl 07.55 WIB.", "Loket dibuka pukul 07.55 WIB."),
        ("BX604", "Buka pukul 08:00 hingga 16:00 WITA.", "Buka pukul 08.00 hingga 16.00 WITA."),
        ("BX605", "Pencarian memasuki hari ke 2.", "Pencarian memasuki hari ke-2."),
        ("BX605", "Ia anak ke-dua dari lima bersaudara.", "Ia anak kedua dari lima bersaudara."),
        ("BX605", "Tim naik ke peringkat ke- 8.", "Tim naik ke peringkat ke-8."),
        ("BX607", "Guru se Indonesia menerima modul.", "Guru se-Indonesia menerima modul."),
        ("BX607", "Bupati se Kalimantan Selatan hadir.", "Bupati se-Kalimantan Selatan hadir."),
        ("BX608", "Bantuannya Rp5 jt.", "Bantuannya Rp5 juta."),
        ("BX608", "Upahnya Rp250rb per hari.", "Upahnya Rp250 ribu per hari."),
        ("BX608", "Nilainya Rp2 M.", "Nilainya Rp2 miliar."),
        ("BX609", "Rapat digelar Kamis (23-9-2021).", "Rapat digelar Kamis (23/9/2021)."),
        ("BX609", "Suratnya tertanggal 23-09-2021.", "Suratnya tertanggal 23/09/2021."),
        ("BX609", "Data per 14.3.2019 lengkap.", "Data per 14/3/2019 lengkap."),
    ],
)
def test_house_style_is_found_and_mended(code: str, text: str, wanted: str) -> None:
    assert {check.code for check in found(text)} == {code}
    assert mended(text) == wanted
    assert found(wanted) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kepala dinas, Rina Melati, SH, MH, hadir.", "Kepala dinas, Rina Melati, S.H., M.H., hadir."),
        ("Bupati Ahmad Subagyo, S.Sos, MSi meresmikan.", "Bupati Ahmad Subagyo, S.Sos., M.Si. meresmikan."),
        ("Camat Budi Santoso, SE membuka lomba.", "Camat Budi Santoso, S.E. membuka lomba."),
    ],
)
def test_degrees_get_their_dots(text: str, wanted: str) -> None:
    assert mended(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Bantuan Rp5.000 naik 12 persen pada pukul 07.55 WIB, Kamis (23/9/2021).",
        "Tim berangkat ke 2 desa dan ke 14 kelurahan.",
        "Bupati Rina Melati, S.H., M.H., memimpin rapat se-Kalimantan Selatan.",
        "Johan Budi SP menjadi juru bicara.",
        "Persib menang 2:1 di kandang.",
        "Kisarannya 5%-7% per tahun.",
    ],
)
def test_house_style_leaves_the_rest_alone(text: str) -> None:
    assert [check.code for check in found(text)] in ([], ["BX603"])


def test_style_names_the_words_at_fault() -> None:
    [check] = found("Anggarannya Rp5 milyar.")
    assert check.evidence[0].text == "milyar"
    assert check.message == "Ejaan baku: Rp5 milyar → Rp5 miliar"
    assert all(info.title_id for code, info in checks.CATALOGUE.items() if code.startswith("BX6"))


def test_every_row_of_a_house_has_a_source_and_is_a_check_of_style() -> None:
    for row in extractor().book.table("profiles"):
        assert row["source"], row
        assert checks.CATALOGUE[row["code"]].severity == "style"


@pytest.mark.parametrize(
    ("house", "code"),
    [
        ("eyd", "BX603"),  # the spelling rules print 1% as well
        ("eyd", "BX609"),  # and 11-11-2022
        ("kompas", "BX601"),  # Kompas prints Rp 5.000
        ("tempo", "BX601"),
        ("kompas", "BX606"),
        ("antara", "BX604"),
    ],
)
def test_no_house_is_asked_for_what_it_does_not_print(house: str, code: str) -> None:
    houses = profiles(extractor().book)
    assert houses.keys() == {"eyd", "antara", "kompas", "tempo"}
    assert code not in houses[house]
    assert "BX602" in houses[house]
