"""Breakdowns as news reports tell them: in damaged text, of roads, with a rest by another noun."""

from __future__ import annotations

import pytest

from beritaextract import extract
from beritaextract.model import Breakdown

Told = tuple[str, str | None, dict[str, str]]


def _told(found: Breakdown) -> Told:
    total = found.total.span.text if found.total else None
    return found.relation, total, {part.label: part.quantity.span.text for part in found.parts}


TOLD: dict[str, tuple[str, list[Told]]] = {
    "a sentence glued to the one before, with a figure first": (
        "Indeks ditutup naik, kenaikan hari ketiga beruntun.Empat dari tujuh sektor menguat, dipimpin sektor energi. "
        "Tiga sektor lainnya melemah.",
        [("sum", "tujuh sektor", {"menguat": "Empat", "melemah": "Tiga sektor"})],
    ),
    "stretches of a road that come to its length": (
        "Jalan lingkar itu memiliki panjang 18,35 km. Rinciannya antara lain Ruas Sidoluhur sepanjang 7,15 km "
        "yang berada di atas rawa dan Ruas Banyuasri sepanjang 11,2 km.",
        [("sum", "18,35 km", {"Ruas Sidoluhur": "7,15 km", "Ruas Banyuasri": "11,2 km"})],
    ),
    "stretches that do not come to the length": (
        "Jalan lingkar itu memiliki panjang 18,35 km. Rinciannya antara lain Ruas Sidoluhur sepanjang 7,15 km "
        "dan Ruas Banyuasri sepanjang 9,2 km.",
        [],
    ),
    "a stretch singled out": ("Dari 18,35 km jalan itu, 7,15 km di antaranya rusak.", []),
    "lengths of two things": (
        "Jembatan sepanjang 40 meter itu terdiri dari rangka 12 meter dan tiang 28 ton.",
        [],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_report_yields_just_its_breakdowns(name: str) -> None:
    text, expected = TOLD[name]
    article = extract(text)
    assert [_told(each) for each in article.breakdowns] == expected
    assert [each for each in article.checks if each.verdict in {"inconsistent", "malformed"}] == []
