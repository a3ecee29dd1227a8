"""Sums whose whole only the headline has, and those that need many digits: a part among them is told as a rise."""

from __future__ import annotations

import pytest

from beritaextract import extract

BODY = """
RAWASARI - Dana sosial pabrik gula tahun ini dipakai membayar iuran buruh tebang di empat kecamatan.

Lebih dari separuh penerimanya penebang, {} orang. Pengangkut 1.893 orang, penjaga mesin 1.207 orang, ditambah
juru timbang 614 orang.

Bupati berharap {}.
"""


def sums(text: str) -> list[tuple[str, dict[str, str]]]:
    """The whole and the parts of each sum, as they are printed."""
    return [
        (each.total.span.text, {part.label: part.quantity.span.text for part in each.parts})
        for each in extract(text).breakdowns
        if each.relation == "sum" and each.total is not None
    ]


def test_the_whole_may_stand_in_the_headline_alone() -> None:
    text = "8.126 Buruh Tebang Rawasari Dilindungi Dana Sosial\n" + BODY.format("4.412", "semua terdaftar")
    (found,) = sums(text)
    assert found[0] == "8.126 Buruh"
    assert list(found[1].values()) == ["4.412 orang", "1.893 orang", "1.207 orang", "614 orang"]


@pytest.mark.parametrize(
    ("headline", "first", "end"),
    [
        ("8.126 Buruh Tebang Rawasari Dilindungi Dana Sosial", "4.413", "semua terdaftar"),
        ("Naik, 8.126 Buruh Tebang Rawasari Dilindungi", "4.412", "semua terdaftar"),
        ("Target 8.126 Buruh Tebang Rawasari", "4.412", "semua terdaftar"),
        ("Sekitar 8.126 Buruh Tebang Rawasari Dilindungi", "4.413", "semua terdaftar"),
        ("Iuran Rp8,126 Miliar untuk Buruh Tebang Rawasari", "4.412", "semua terdaftar"),
    ],
)
def test_other_figures_of_a_headline_are_no_wholes(headline: str, first: str, end: str) -> None:
    assert sums(f"{headline}\n{BODY.format(first, end)}") == []


def test_a_share_beside_its_amount_does_not_put_it_aside() -> None:
    text = (
        "Baznas Rawasari Salurkan Rp23,4 Miliar\n\n"
        "RAWASARI - Porsi terbesar, 40 persen atau Rp9,36 miliar, untuk beasiswa.\n\n"
        "Bantuan bencana menyerap 30 persen (Rp7,02 miliar). Modal pedagang memakan 20 persen (Rp4,68 miliar). "
        "Terakhir, klinik gratis 10 persen (Rp2,34 miliar)."
    )
    (found,) = sums(text)
    assert list(found[1].values()) == ["Rp9,36 miliar", "Rp7,02 miliar", "Rp4,68 miliar", "Rp2,34 miliar"]


RISE = (
    "Peserta aktif di wilayah itu kini 163.905 orang. Pegawai pabrik mendominasi, 97.418 orang. "
    "Proyek bendungan membuat buruh bangunan melonjak sampai 42.36{} orang. Pedagang hanya 24.118 orang."
)


def test_a_part_that_rose_is_one_where_the_digits_prove_it() -> None:
    assert [list(parts.values()) for _, parts in sums(RISE.format(9))] == [
        ["97.418 orang", "42.369 orang", "24.118 orang"]
    ]
    assert sums(RISE.format(4)) == []
