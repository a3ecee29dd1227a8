"""Counts that no rule reads as memberships: the words around them tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from beritaextract.errors import RuleError
from beritaextract.facts import weights
from passages import extractor, memberships

TOLD = [
    (
        "Kantor Pegadaian Cabang Palu menutup tahun dengan laba. Pemegang buku tabungan emas PT Pegadaian Cabang Palu "
        "per Desember 2024 berjumlah 9.482 orang.",
        ("PT Pegadaian Cabang Palu", "2024-12", 9482),
    ),
    (
        "Pengurus Koperasi Tani Maju menggelar rapat anggota tahunan. Sisa hasil usaha Koperasi Tani Maju dibagikan "
        "kepada 4.318 anggota.",
        ("Koperasi Tani Maju", None, 4318),
    ),
    (
        "Bank Sulteng membuka layanan baru. Nasabah tabungan haji di Bank Sulteng 27.450 orang per Juni 2024.",
        ("Bank Sulteng", "2024-06", 27450),
    ),
]

OTHER = [
    "Pasar murah Koperasi Tani Maju didatangi 4.318 orang.",
    "Koperasi Tani Maju menargetkan 4.318 anggota tahun depan.",
    "Koperasi Tani Maju menyalurkan 4.318 karung pupuk.",
    "Gempa merusak 4.318 rumah, kata Badan Penanggulangan Bencana Daerah Kabupaten Sigi.",
    "Polres Sigi mencatat 4.318 pelanggar lalu lintas selama operasi.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_counts_that_the_words_around_them_tell(text: str, expected: tuple[str, str | None, int]) -> None:
    assert [(name, day, total) for name, _, day, total in memberships(text)] == [expected]
    assert [each.rule for each in extractor().extract(text).memberships] == ["memberships.weighed"]


@pytest.mark.parametrize("text", OTHER)
def test_other_counts_stay_out(text: str) -> None:
    assert memberships(text) == []


def test_weights_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    for content in ("features\t0\n\t-1.0\n", "features\t1\nword\n", ""):
        path.write_text(content)
        weights.load.cache_clear()
        with pytest.raises(RuleError, match="train again"):
            weights.load(path, "features\t1", "train again")
    with pytest.raises(RuleError, match=r"missing\.tsv"):
        weights.load(tmp_path / "missing.tsv", "features\t1", "train again")
    weights.load.cache_clear()
