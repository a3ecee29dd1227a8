"""Slips in sums that no phrase announces: one wrong scale word, one wrong digit in a complete ranking."""

from __future__ import annotations

import pytest

from beritaextract import extract

ASIDE = "Rumah Zakat Nusantara menyalurkan Rp 41,6 miliar tahun lalu. Jumlah itu naik dari Rp 38,2 miliar. "
PARTS = "Program guru Rp 18,75 miliar. Lalu, program kesehatan Rp 12,4 miliar, bencana {}, serta sumur Rp 600 juta."


def repairs(text: str) -> list[str]:
    """What the checks propose for sums that do not hold."""
    return [
        each
        for check in extract(text).checks
        if check.code == "BX101" and check.verdict == "inconsistent"
        for each in check.repairs
    ]


@pytest.mark.parametrize(
    "text",
    [
        ASIDE + PARTS.format("Rp 9,85 juta"),
        ASIDE + PARTS.format("Rp 9,85 triliun"),
        ASIDE.replace("41,6 miliar", "41,6 triliun") + PARTS.format("Rp 9,85 miliar"),
    ],
)
def test_one_wrong_scale_word_is_found(text: str) -> None:
    assert repairs(text)


@pytest.mark.parametrize(
    "text",
    [
        ASIDE + PARTS.format("Rp 9,85 miliar"),
        ASIDE + PARTS.format("Rp 9,25 juta"),
        ASIDE + PARTS.format("Rp 985 juta"),
        ASIDE + "Tiga penyumbang terbesar memberi Rp 21,6 juta, Rp 12,4 miliar, dan Rp 9,1 miliar.",
        "Anggaran Rp 2 triliun itu dibagi. Jalan mendapat Rp 1 miliar, jembatan Rp 500 miliar, pasar Rp 500 miliar.",
    ],
)
def test_what_no_scale_word_explains_is_silent(text: str) -> None:
    assert repairs(text) == []


def test_a_wrong_scale_word_is_found_beside_coarse_figures_that_fit_exactly() -> None:
    sold = "Penjualan gas selama 2023 menghasilkan Rp4,25 triliun. Rumah makan menyumbang Rp{}, hotel Rp860 miliar, "
    parts = "pabrik Rp430 miliar, dan pelanggan lain Rp220 miliar."
    assert repairs(sold.format("2,74 miliar") + parts)
    assert repairs(sold.format("2,94 miliar") + parts) == []
    assert repairs(sold.format("2,74 triliun") + parts) == []


RANKING = (
    "Penerima sembako di kota itu {} keluarga. Terbanyak ada di Kecamatan Pakal, 1.982 keluarga. "
    "Kemudian Benowo 1.604 keluarga, Asemrowo 1.377 keluarga, Sukolilo 1.265 keluarga, dan {}Bulak 990 keluarga."
)


def test_one_wrong_digit_in_a_ranking_down_to_the_smallest_is_found() -> None:
    assert "7.318 → 7.218 (jumlah: satu angka berbeda)" in repairs(RANKING.format("7.318", "paling sedikit "))


@pytest.mark.parametrize(
    ("total", "last"), [("7.318", ""), ("9.544", "paling sedikit "), ("7.218", "paling sedikit ")]
)
def test_a_ranking_that_may_go_on_or_is_no_sum_by_one_slip_is_silent(total: str, last: str) -> None:
    assert repairs(RANKING.format(total, last)) == []
