"""Rows of several figures in ``breakdown_columns.toml``: what each passage yields, and which sums are reported."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from beritaextract import extract
from beritaextract.facts.breakdowns.names import plain_name

SHAPES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "breakdown_columns.toml").read_text(encoding="utf-8")
)["shape"]


@pytest.mark.parametrize("shape", SHAPES, ids=[shape["name"] for shape in SHAPES])
def test_rows_yield_just_their_columns(shape: dict[str, Any]) -> None:
    article = extract(shape["text"])
    found = [
        {
            "relation": each.relation,
            "total": each.total and each.total.span.text,
            "parts": {part.label: part.quantity.span.text for part in each.parts},
        }
        for each in article.breakdowns
    ]
    assert found == shape["breakdowns"]
    wrong = [check for check in article.checks if check.verdict in {"inconsistent", "malformed"}]
    assert [check.evidence[0].text for check in wrong] == shape["wrong"]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Penyaluran dilakukan oleh PT Sinar Abadi", "PT Sinar Abadi"),
        ("pendapatan yang bersumber dari pajak hotel yang telah terealisasi", "pajak hotel"),
        ("perinciannya yaitu retribusi pasar", "retribusi pasar"),
        ("pajak parkir dengan target", "pajak parkir"),
        ("telah terealisasi", ""),
        (
            "nilai yang akan ditanggung oleh badan pengelola",
            "nilai yang akan ditanggung oleh badan pengelola",
        ),
    ],
)
def test_a_name_is_freed_of_its_frame(name: str, plain: str) -> None:
    assert plain_name(name) == plain
