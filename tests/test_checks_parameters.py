"""BX502: contributions, benefits and minimum wages against the table of parameters."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest

from beritaextract import Extractor
from passages import found, verdicts

CONTRADICTIONS = [
    (
        "2021-09-23",
        "Menurut BPJS Ketenagakerjaan, iuran pekerja informal hanya Rp18.600 per bulan untuk dua program.",
    ),
    (
        "2023-03-14",
        "Ahli waris peserta BPJS Ketenagakerjaan berhak atas santunan kematian sebesar Rp24 juta.",
    ),
    ("2022-05-10", "Dua anak peserta BPJS Ketenagakerjaan memperoleh beasiswa hingga Rp147 juta."),
    ("2024-02-01", "Iuran BPJS Kesehatan kelas I tetap Rp80.000 per bulan."),
    ("2024-02-01", "Iuran peserta mandiri BPJS Kesehatan kelas 2 sebesar Rp10.000 per bulan."),
    ("2024-12-11", "UMP DKI Jakarta tahun 2025 ditetapkan sebesar Rp5.396.716."),
    ("2024-09-11", "Saat ini UMP Jawa Tengah tercatat Rp1.958.169 per bulan."),
]

LOOK_ALIKES = [
    ("2021-09-23", "Bila dibayar daerah, iuran BPJS Ketenagakerjaan bagi pekerja rentan Rp10.800 per bulan."),
    (
        "2021-09-23",
        "Menurut BPJS Ketenagakerjaan, iuran sopir berpenghasilan lebih tinggi Rp26.800 per bulan.",
    ),
    (
        "2023-03-14",
        "Ahli waris korban kecelakaan berhak atas santunan kematian sebesar Rp24 juta dari Jasa Raharja.",
    ),
    (
        "2023-03-14",
        "BPJS Ketenagakerjaan membayarkan santunan kematian Rp24 juta kepada ahli waris almarhum.",
    ),
    (
        "2020-02-14",
        "Ahli waris peserta BPJS Ketenagakerjaan berhak atas santunan kematian sebesar Rp24 juta.",
    ),
    ("2019-09-03", "Iuran BPJS Kesehatan kelas I diusulkan naik dari Rp80.000 menjadi Rp160.000 per bulan."),
    ("2024-02-01", "Pada 2019 iuran BPJS Kesehatan kelas I masih Rp80.000 per bulan."),
    ("2024-02-01", "Iuran BPJS Kesehatan kelas I semula Rp80.000, kini iuran kelas I Rp150.000 per bulan."),
    ("2024-03-11", "Saat ini UMP Jawa Tengah tercatat Rp1.958.169 per bulan."),
    ("2024-12-11", "UMP Bali tahun 2025 ditetapkan sebesar Rp5.396.716."),
    ("2024-12-11", "UMK Kota Bekasi, tetangga DKI Jakarta, ditetapkan sebesar Rp5.396.716."),
    ("2027-01-11", "UMP DKI Jakarta ditetapkan sebesar Rp6.067.381."),
    ("2024-02-01", "Iuran kebersihan warga Rp18.600 per bulan."),
]

HOLDING = [
    (
        "2021-09-23",
        "Menurut BPJS Ketenagakerjaan, iuran pekerja informal hanya Rp16.800 per bulan untuk dua program.",
    ),
    (
        "2016-09-23",
        "Ahli waris peserta BPJS Ketenagakerjaan berhak atas santunan kematian sebesar Rp24 juta.",
    ),
    (
        "2023-09-23",
        "BPJS Ketenagakerjaan menyerahkan santunan kematian Rp42 juta kepada ahli waris almarhum.",
    ),
    ("2020-03-01", "Iuran BPJS Kesehatan kelas II saat ini Rp110.000 per bulan."),
    ("2022-03-01", "Iuran BPJS Kesehatan kelas III Rp42.000 per bulan."),
    ("2024-12-11", "UMP Jakarta tahun depan menjadi Rp5.396.761 per bulan."),
    ("2024-12-11", "Pada 2021 UMP DKI baru Rp4,416 juta per bulan."),
    (None, "Besaran UMP Jateng pada 2023 adalah Rp1.958.169."),
]


@pytest.mark.parametrize(("published", "text"), CONTRADICTIONS)
def test_a_figure_of_another_time_or_a_slip_is_found(published: str, text: str) -> None:
    assert verdicts("BX502", text, published) == ["inconsistent"]


@pytest.mark.parametrize(("published", "text"), LOOK_ALIKES)
def test_other_programmes_times_and_amounts_stay_silent(published: str, text: str) -> None:
    assert "inconsistent" not in verdicts("BX502", text, published)


@pytest.mark.parametrize(("published", "text"), HOLDING)
def test_the_figure_in_force_is_confirmed(published: str | None, text: str) -> None:
    assert verdicts("BX502", text, published) == ["ok"]


def test_the_law_and_the_figure_in_force_are_named() -> None:
    [check] = found("BX502", CONTRADICTIONS[3][1], CONTRADICTIONS[3][0])
    assert (
        check.message
        == "Iuran kelas I BPJS Kesehatan tidak sesuai dengan Perpres 64/2020: Rp150.000, tertulis Rp80.000"
    )
    assert check.repairs == ("Rp80.000 → Rp150.000",)


def test_a_newsroom_adds_a_parameter_by_a_row(tmp_path: Path) -> None:
    text = "UMP Bali tahun 2025 ditetapkan sebesar Rp2.996.651 per bulan."
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "programme_parameters.csv").write_text(
        "parameter,kind,words,without,of,amount,per,since,until,source\n"
        "UMP Bali,wage,UMP,,Bali,2996561,month,2025-01-01,2025-12-31,Kepgub Bali tentang UMP 2025\n",
        encoding="utf-8",
    )
    extractor = Extractor(patterns=[tmp_path], names="rules")
    [check] = [each for each in extractor.extract(text).checks if each.code == "BX502"]
    assert check.repairs == ("Rp2.996.651 → Rp2.996.561",)


def test_rows_have_a_source_and_their_days_in_order() -> None:
    table = Path(__file__).parents[1] / "patterns" / "tables" / "programme_parameters.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            since = datetime.date.fromisoformat(row["since"])
            assert row["source"]
            assert not row["until"] or since < datetime.date.fromisoformat(row["until"])
