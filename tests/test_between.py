"""Between articles: what changed between two versions, the correction note, and what several say differently."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from beritaextract import extract
from beritaextract.between import Comparison, compare, crosscheck
from beritaextract.between.correction import note
from beritaextract.cli import app

STORY = (
    "Pasar Tani Klaten Dibuka\n\n"
    "KLATEN - Pasar Tani yang dibuka Rabu (14/6/2023) menampung 1.936 pedagang, terdiri atas 1.127 pedagang sayur, "
    "418 pedagang buah, dan 391 pedagang ikan.\n\n"
    "Pembangunannya menelan Rp23,6 miliar, kata Kepala Dinas Perdagangan Klaten Sri Mulyatno. "
    "Pedagang tidak dipungut retribusi selama tiga bulan.\n"
)


def changed(old: str, *swaps: tuple[str, str]) -> Comparison:
    new = old
    for before, after in swaps:
        assert before in new
        new = new.replace(before, after)
    return compare(extract(old), extract(new))


def pairs(found: Comparison) -> list[tuple[str, str]]:
    return [(each.old[0].text, each.new[0].text) for each in found.changed]


class TestCompare:
    def test_the_same_text_has_no_changes(self) -> None:
        assert not changed(STORY)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("391 pedagang", "319 pedagang"),
            ("Rabu (14/6/2023)", "Kamis (15/6/2023)"),
            ("Rp23,6 miliar", "Rp26,3 miliar"),
            ("Sri Mulyatno", "Sri Mulyanto"),
            ("tiga bulan", "enam bulan"),
            ("1.936 pedagang", "lebih dari 1.936 pedagang"),
        ],
    )
    def test_one_changed_fact_is_one_change(self, before: str, after: str) -> None:
        found = changed(STORY, (before, after))
        assert len(found.changed) == 1
        assert not found.gone
        assert not found.added

    def test_a_fact_tells_what_the_figure_is(self) -> None:
        (change,) = changed(STORY, ("391 pedagang", "319 pedagang")).changed
        assert change.subject == "ikan"

    def test_another_way_to_print_a_value_is_no_change(self) -> None:
        assert not changed(STORY, ("Rp23,6 miliar", "Rp23.600.000.000")).changed

    def test_a_value_that_changes_everywhere_is_one_change_with_all_places(self) -> None:
        text = "Gempa Tewaskan 12 Orang\n\nGempa itu menewaskan 12 orang, kata Budi. Sebanyak 12 orang dimakamkan."
        (change,) = changed(text, ("12 ", "15 ")).changed
        assert len(change.old) == len(change.new) == 3

    def test_paragraphs_in_another_order_are_no_change(self) -> None:
        headline, first, second = STORY.split("\n\n")
        moved = "\n\n".join((headline, second, first))
        assert pairs(compare(extract(STORY), extract(moved))) == []

    def test_a_sentence_that_goes_takes_its_facts_along(self) -> None:
        found = changed(STORY, ("Pedagang tidak dipungut retribusi selama tiga bulan.", ""))
        assert [each.span.text for each in found.gone] == ["tiga bulan"]
        assert found.changed == ()

    def test_a_sentence_that_comes_brings_its_facts(self) -> None:
        found = changed(STORY, ("tiga bulan.", "tiga bulan. Dinas juga membagikan 250 timbangan."))
        assert [each.span.text for each in found.added] == ["250 timbangan"]
        assert found.changed == ()

    def test_a_value_that_stands_elsewhere_is_not_gone(self) -> None:
        text = "Ada 12 pasar di kota itu. Dari 12 pasar itu, tiga rusak."
        assert not changed(text, ("Dari 12 pasar itu, tiga", "Tiga")).gone


class TestNote:
    def test_one_change_is_one_sentence(self) -> None:
        new = STORY.replace("391 pedagang", "319 pedagang")
        old, latest = extract(STORY), extract(new)
        assert note(old, latest, compare(old, latest)) == (
            "Ralat: Terdapat kekeliruan dalam berita berjudul “Pasar Tani Klaten Dibuka”. "
            "Tertulis “391 pedagang ikan”, yang benar “319 pedagang ikan”. "
            "Redaksi memohon maaf atas kekeliruan tersebut."
        )

    def test_several_are_numbered(self) -> None:
        new = STORY.replace("391 pedagang", "319 pedagang").replace("tiga bulan", "enam bulan")
        old, latest = extract(STORY), extract(new)
        rows = note(old, latest, compare(old, latest)).splitlines()
        assert rows[1] == "1. Tertulis “391 pedagang ikan”, yang benar “319 pedagang ikan”."
        assert rows[2].startswith("2. Tertulis “tidak dipungut retribusi selama tiga bulan”, yang benar")

    def test_nothing_changed_needs_no_note(self) -> None:
        article = extract(STORY)
        assert note(article, article, compare(article, article)) == ""


class TestCrosscheck:
    OTHER = (
        "Wajah Baru Pasar Tani\n\nKLATEN - Sebanyak 1.936 pedagang menempati pasar yang diresmikan Rabu (14/6/2023). "
        "Mereka terdiri atas 1.127 pedagang sayur, 418 pedagang buah, dan 391 pedagang ikan.\n"
    )

    def test_articles_that_agree_are_silent(self) -> None:
        assert list(crosscheck([extract(STORY), extract(self.OTHER)])) == []

    def test_a_part_with_another_value_names_both(self) -> None:
        (found,) = crosscheck([extract(STORY), extract(self.OTHER.replace("391", "319"))])
        assert found.measure == "ikan"
        assert [(each.article, each.quantity.value) for each in found.stated] == [(0, 391), (1, 319)]

    @pytest.mark.parametrize(
        "swaps",
        [
            [("14/6/2023", "21/6/2023"), ("391", "319")],
            [("KLATEN", "SOLO"), ("391", "319")],
            [("ikan", "bunga"), ("391", "319")],
            [("391", "319"), ("418", "481"), ("1.127", "1.172")],
            [("391 pedagang ikan", "sekitar 390 pedagang ikan")],
        ],
    )
    def test_another_day_place_or_count_is_no_discrepancy(self, swaps: list[tuple[str, str]]) -> None:
        other = self.OTHER
        for before, after in swaps:
            assert before in other
            other = other.replace(before, after)
        assert list(crosscheck([extract(STORY), extract(other)])) == []

    def test_members_of_one_body_on_one_day_are_compared(self) -> None:
        text = "PALU - Peserta aktif BPJS Ketenagakerjaan Sulawesi Tengah per September 2021 mencapai 382.746 orang."
        one, other = extract(text), extract(text.replace("382.746", "382.476"))
        assert one.memberships
        assert one.memberships[0].as_of
        assert [[each.quantity.value for each in found.stated] for found in crosscheck([one, other])] == [
            [382746, 382476]
        ]
        assert list(crosscheck([one, extract(text.replace("382.746", "382,7 ribu"))])) == []
        assert (
            list(crosscheck([one, extract(text.replace("382.746", "383.112").replace("2021", "2022"))])) == []
        )


class TestCommands:
    def run(self, *arguments: str | Path) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    @pytest.fixture
    def desk(self, tmp_path: Path) -> tuple[Path, Path]:
        old, new = tmp_path / "lama.txt", tmp_path / "baru.txt"
        old.write_text(STORY, encoding="utf-8")
        new.write_text(STORY.replace("391 pedagang", "319 pedagang"), encoding="utf-8")
        return old, new

    def test_compare_shows_the_change_and_the_note(self, desk: tuple[Path, Path]) -> None:
        result = self.run("compare", *desk, "--lang", "id")
        assert result.exit_code == 1
        assert "  baris 3: ikan: 391 pedagang → 319 pedagang\n" in result.stdout
        assert "\nRalat: " in result.stdout

    def test_compare_is_json_on_request(self, desk: tuple[Path, Path]) -> None:
        record = json.loads(self.run("compare", *desk, "--format", "json").stdout)
        assert record["changed"][0]["subject"] == "ikan"
        assert record["note"].startswith("Ralat")

    def test_versions_that_agree_are_exit_code_zero(self, desk: tuple[Path, Path]) -> None:
        result = self.run("compare", desk[0], desk[0])
        assert (result.exit_code, result.stdout) == (0, "No fact differs.\n")

    def test_crosscheck_underlines_both_values(self, desk: tuple[Path, Path]) -> None:
        result = self.run("crosscheck", desk[0].parent)
        assert result.exit_code == 1
        assert (
            "baru.txt:3:134 BX801 Articles differ: ikan (2023-06-14): 319 pedagang ≠ 391 pedagang"
            in result.stdout
        )
        assert "lama.txt:3:134\n" in result.stdout
        assert result.stdout.count("^^^^^^^^^^^^\n") == 2

    def test_crosscheck_is_json_on_request(self, desk: tuple[Path, Path]) -> None:
        (found,) = json.loads(self.run("crosscheck", *desk, "--format", "json").stdout)["findings"]
        assert [each["value"] for each in found["stated"]] == [391, 319]

    def test_a_file_that_cannot_be_read_is_exit_code_two(
        self, desk: tuple[Path, Path], tmp_path: Path
    ) -> None:
        assert self.run("compare", desk[0], tmp_path / "tiada.txt").exit_code == 2
        assert self.run("crosscheck", *desk, tmp_path / "tiada.txt").exit_code == 2

    def test_one_article_alone_is_told(self, desk: tuple[Path, Path]) -> None:
        assert "several" in self.run("crosscheck", desk[0]).stderr
