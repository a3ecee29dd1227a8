"""How one record came about, told in lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from beritaextract import ArticleError, Extractor
from beritaextract.cli import app
from beritaextract.tracing import trace

TEXT = (
    "Peserta program itu mencapai 1.250 orang, terdiri dari 780 petani dan 470 nelayan, kata Kepala Dinas "
    "Perikanan Kabupaten Buton Rahmat Tanawali, Kamis (14/3/2024)."
)
EXTRACTOR = Extractor(names="rules")
ARTICLE = EXTRACTOR.extract(TEXT)


def traced(key: str) -> list[str]:
    return trace(ARTICLE, key, EXTRACTOR.book)


def test_a_quantity_tells_rule_place_and_parts() -> None:
    lines = traced("q1")
    assert lines[0] == "q1: quantity"
    assert "  rule  counts.plain (mentions/counts.toml)" in lines
    assert "  found  line 1, 29 to 40: 1.250 orang" in lines
    assert "  value = 1.250" in lines
    assert "  value  1250" in lines


def test_a_breakdown_holds_its_quantities_and_evidence() -> None:
    text = "\n".join(traced("b1"))
    assert "q2: quantity" in text
    assert "q3: quantity" in text
    assert "evidence  line 1" in text


def test_a_check_shows_its_operands() -> None:
    check = next(check.id for check in ARTICLE.checks if check.code == "BX101")
    assert sum("quantity" in line for line in traced(check)) == 3


def test_a_derived_figure_shows_what_it_is_computed_from() -> None:
    article = EXTRACTOR.extract("Sepanjang 2023 Taspen telah membayar klaim Rp5 miliar untuk 250 kasus.")
    lines = trace(article, article.derived[0].id, EXTRACTOR.book)
    assert "  formula  q1 / q2" in lines
    assert "  q1: quantity" in lines
    assert "  q2: quantity" in lines
    assert "    found  line 1, 43 to 53: Rp5 miliar" in lines


def test_an_official_refers_to_the_person() -> None:
    person = next(person for person in ARTICLE.persons if person.name == "Rahmat Tanawali")
    assert f"  person  {person.id}: Rahmat Tanawali" in traced("f1")


def test_every_record_with_an_id_can_be_traced() -> None:
    keys = (
        [q.id for q in ARTICLE.quantities] + [d.id for d in ARTICLE.dates] + [p.id for p in ARTICLE.persons]
    )
    keys += (
        [o.id for o in ARTICLE.organizations]
        + [p.id for p in ARTICLE.places]
        + [c.id for c in ARTICLE.checks]
    )
    keys += (
        [f.id for f in ARTICLE.officials]
        + [s.id for s in ARTICLE.quotes]
        + [b.id for b in ARTICLE.breakdowns]
    )
    assert all(traced(key) for key in keys)


def test_a_part_of_a_claim_shows_the_words_that_name_it() -> None:
    article = EXTRACTOR.extract(
        "Selama 2023 Taspen membayar klaim Rp60 miliar, terdiri dari JKM Rp48 miliar dan JKK Rp12 miliar."
    )
    lines = trace(article, article.claims[1].id, EXTRACTOR.book)
    assert "  purpose  JKM" in lines
    assert any(line.startswith("  evidence") and line.endswith(": JKM") for line in lines)


def test_an_unknown_id_names_those_that_are_there() -> None:
    with pytest.raises(ArticleError, match=r"q99: no record of this id; the article has q1 … q3"):
        traced("q99")


def test_an_article_without_records_says_so() -> None:
    with pytest.raises(ArticleError, match=r"^q1: no record of this id; nothing was found in the article$"):
        trace(EXTRACTOR.extract(""), "q1", EXTRACTOR.book)


def test_the_command_traces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(app, ["trace", str(path), "q1", "--names", "rules"])
    assert shown.exit_code == 0
    assert shown.output.startswith("q1: quantity\n")


def test_the_command_names_the_way_that_it_does_not_know(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["trace", "a.txt", "q1", "--names", "magic"])
    assert shown.exit_code == 2
    assert "choose one of model, rules" in shown.output
