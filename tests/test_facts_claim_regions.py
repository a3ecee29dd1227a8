"""Where the amounts of an office were paid: in all of its region, which headline and memberships name."""

from __future__ import annotations

import pytest

from passages import claims

PAID = "KENDARI - Sepanjang 2024 PT Taspen Cabang Kendari membayar manfaat Rp391 miliar kepada peserta."


def places(text: str) -> list[str | None]:
    return [row[-1] for row in claims(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Ribuan ASN Pensiun di Sulawesi Tenggara\n\n{PAID}", "Sulawesi Tenggara"),
        # One that the sentence itself names comes first.
        (f"Ribuan ASN Pensiun di Sulawesi Tenggara\n\n{PAID[:-1]} di Konawe.", "Konawe"),
        # Neither the capital nor one of several.
        (f"Menteri Puji Layanan Pensiun di Jakarta\n\n{PAID}", "Kendari"),
        (f"Ribuan ASN Pensiun di Konawe dan Kolaka\n\n{PAID}", "Kendari"),
        (f"Taspen Bayar Rp391 Miliar\n\n{PAID}", "Kendari"),
    ],
)
def test_headline_names_the_region_of_an_office(text: str, wanted: str) -> None:
    assert places(text) == [wanted]


def test_amounts_of_an_office_are_paid_where_its_members_are() -> None:
    text = (
        "BPJS Ketenagakerjaan Cabang Parepare mencatat 41.300 peserta di Sidenreng Rappang. Sepanjang 2024 "
        "BPJS Ketenagakerjaan Cabang Parepare membayar klaim Rp41 miliar kepada peserta."
    )
    assert places(text) == ["Sidenreng Rappang"]
    assert places(text.replace("di Sidenreng Rappang", "")) == ["Parepare"]
