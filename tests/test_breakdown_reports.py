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
    "the rest by another noun": (
        "Terpantau, tiga dari 11 indeks melemah, dipimpin energi. Sementara itu, delapan sektor lainnya menguat.",
        [("sum", "11 indeks", {"melemah": "tiga", "menguat": "delapan sektor"})],
    ),
    "others that do not come to the whole": (
        "Terpantau, tiga dari 11 indeks melemah, dipimpin indeks energi. Sementara itu, empat bursa lainnya libur.",
        [("subset", "11 indeks", {"melemah": "tiga"})],
    ),
    "a target of money": ("Pajak parkir terealisasi Rp9,1 miliar dari target Rp12,5 miliar.", []),
    "more than a target of people": ("Panitia mendata 480 peserta dari target 400 peserta.", []),
    "a target of people": (
        "Dari target 12.500 keluarga, bantuan telah disalurkan kepada 9.100 keluarga.",
        [("subset", "12.500 keluarga", {"bantuan telah disalurkan kepada": "9.100 keluarga"})],
    ),
    "a budget beside a target": (
        "Target pajak naik. Pagu belanja obat Rp2,9 miliar, dan yang terserap baru Rp1,3 miliar.",
        [("subset", "Rp2,9 miliar", {"terserap": "Rp1,3 miliar"})],
    ),
    "sets of uniforms for schools, which are no numbers of schools": (
        "Seragam yang dibagikan sebanyak 610 setel. Rinciannya SD 305 setel, SMP 214 setel, dan MTs 91 setel.",
        [("sum", "610 setel", {"SD": "305 setel", "SMP": "214 setel", "MTs": "91 setel"})],
    ),
    "a list that goes on from a total with a word of its own": (
        "Ia menerima total Rp8,20 miliar. Meliputi Rp5,15 miliar dari kota dan Rp3,05 miliar dari provinsi.",
        [("sum", "Rp8,20 miliar", {"kota": "Rp5,15 miliar", "provinsi": "Rp3,05 miliar"})],
    ),
    "a list far below the amount before it": (
        "Ia menerima total Rp8,20 miliar. Meliputi Rp3,15 miliar dari kota dan Rp2,05 miliar dari provinsi.",
        [],
    ),
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


def test_a_list_that_misses_its_total_by_little_is_told() -> None:
    article = extract(
        "Ia menerima total Rp8,24 miliar. Meliputi Rp5,15 miliar dari kota dan Rp3,05 miliar dari provinsi."
    )
    assert [each.evidence[0].text for each in article.checks if each.verdict == "inconsistent"] == [
        "Rp8,24 miliar"
    ]
