"""The shapes of breakdowns in ``breakdowns.toml``: what each passage yields, and those that yield nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from beritaextract import extract

SHAPES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "breakdowns.toml").read_text(encoding="utf-8")
)["shape"]


def test_there_are_enough_shapes_and_look_alikes() -> None:
    silent = [shape for shape in SHAPES if not shape["breakdowns"]]
    assert len(SHAPES) - len(silent) >= 75
    assert len(silent) >= 30


@pytest.mark.parametrize("shape", SHAPES, ids=[shape["name"] for shape in SHAPES])
def test_a_shape_yields_just_its_breakdowns(shape: dict[str, Any]) -> None:
    found = [
        {
            "relation": each.relation,
            "total": each.total and each.total.span.text,
            "parts": {part.label: part.quantity.span.text for part in each.parts},
        }
        for each in extract(shape["text"]).breakdowns
    ]
    assert found == shape["breakdowns"]


@pytest.mark.parametrize("shape", SHAPES, ids=[shape["name"] for shape in SHAPES])
def test_no_shape_is_a_false_alarm(shape: dict[str, Any]) -> None:
    checks = extract(shape["text"]).checks
    assert [check for check in checks if check.verdict in {"inconsistent", "malformed"}] == []


def test_a_slip_is_told_beside_a_list_in_the_same_words() -> None:
    holds = "Tahun 2019 ada 27 kasus meliputi 15 laki-laki dan 12 perempuan."
    slips = "Tahun 2020 ada 146 kasus meliputi 75 laki-laki dan 70 perempuan."
    assert [each.total and each.total.value for each in extract(f"{holds} {slips}").breakdowns] == [27, 146]
    verdicts = [check.verdict for check in extract(f"{holds} {slips}").checks if check.code == "BX101"]
    assert sorted(verdicts) == ["inconsistent", "ok"]
    assert extract(slips).breakdowns == ()
