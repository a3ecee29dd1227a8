"""``explain`` and ``rules``: what the checks are, and why one verdict is as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from beritaextract.between import ACROSS
from beritaextract.checks import CATALOGUE
from beritaextract.cli import app

ALL = {**CATALOGUE, **ACROSS}


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def told(text: str, key: str, lang: str = "en") -> str:
    """The proof of one verdict in one line."""
    result = run("explain", "-", key, "--lang", lang, stdin=text)
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


class TestCodes:
    @pytest.mark.parametrize("code", ALL)
    def test_every_check_is_explained_with_two_examples(self, code: str) -> None:
        result = run("explain", code.lower())
        entry = ALL[code]
        assert result.exit_code == 0
        shown = " ".join(result.stdout.split())
        for words in (entry.title, entry.trigger, entry.holds, entry.contradicts):
            assert " ".join(words.split()) in shown

    def test_one_language_is_shown(self) -> None:
        indonesian = run("explain", "BX301", "--lang", "id").stdout
        assert "hari cocok dengan tanggalnya (kesalahan)" in indonesian
        assert "Memeriksa hari" in indonesian
        assert "Looks up" not in indonesian
        assert "Memeriksa" not in run("explain", "BX301", "--lang", "en").stdout

    def test_without_a_code_all_are_listed(self) -> None:
        assert [line.split()[0] for line in run("explain").stdout.splitlines()] == sorted(ALL)

    def test_an_unknown_code_names_the_known(self) -> None:
        result = run("explain", "BX999")
        assert result.exit_code == 2
        assert "BX101" in result.stderr


class TestVerdicts:
    def test_a_contradiction_climbs_the_whole_ladder(self, contradictory: Path) -> None:
        shown = " ".join(run("explain", contradictory, "bx101-1").stdout.split())
        assert "does not agree (inconsistent)" in shown
        assert (
            "line 3, column 79 (118–132): “1.864 pedagang” = 1.864, exactly; this is what is stated" in shown
        )
        assert "no, 1.936 ≠ 1.864" in shown
        assert "nothing here is rounded" in shown
        assert "391 → 319" in shown

    def test_a_rounded_sum_shows_how_far_its_figures_reach(self) -> None:
        text = "Dana desa itu Rp7,8 miliar, terdiri dari Rp3,1 miliar untuk jalan dan Rp4,63 miliar untuk irigasi."
        shown = told(text, "BX101-1", "id")
        assert "cocok dalam pembulatan (ok_rounded)" in shown
        assert "7.800.000.000 (pembulatan: 7.750.000.000 sampai 7.850.000.000)" in shown
        assert "hitungan 7.675.000.000 sampai 7.785.000.000" in shown
        assert "angka dibulatkan: ya" in shown
        assert "dipotong" not in shown

    def test_a_modifier_is_named(self) -> None:
        text = "Sekitar 1.300 anggota hadir, terdiri dari 780 petani dan 470 nelayan."
        shown = told(text, "BX101-1")
        assert "as an approximate figure" in shown
        assert "1.300 (about: 1.200 to 1.400)" in shown

    def test_a_weekday_needs_no_ladder(self) -> None:
        shown = told("Rapat digelar Jumat (23/9/2021).", "BX301-1", "id")
        assert "“Jumat (23/9/2021)” = 2021-09-23" in shown
        assert "Tangga" not in shown

    def test_what_cannot_be_checked_says_what_is_missing(self) -> None:
        text = "Dari 3.200 keluarga, sebanyak 6.40.0 keluarga atau 20 persen sudah menerima bantuan."
        shown = told(text, "BX201-1")
        assert "cannot be checked (uncheckable)" in shown
        assert "Why: without a value: 6.40.0 keluarga" in shown

    def test_an_unknown_id_names_those_of_the_article(self, contradictory: Path) -> None:
        result = run("explain", contradictory, "BX101-9")
        assert result.exit_code == 2
        assert "BX101-1, BX102-1, BX301-1, BX301-2" in result.stderr

    def test_a_file_that_is_not_there_is_one_line(self) -> None:
        result = run("explain", "tiada.txt", "BX101-1")
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


class TestRules:
    def test_all_are_listed_with_severity_and_state(self) -> None:
        rows = run("rules").stdout.splitlines()
        assert [row.split()[0] for row in rows] == [*CATALOGUE, *ACROSS]
        assert rows[0].startswith("BX101  error       on ")

    def test_settings_and_options_show_in_the_state(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "beritaextract.toml").write_text("ignore = ['BX302']\n")
        states = {
            row[:5]: row[19:].partition("  ")[0]
            for row in run("rules", "--select", "BX3").stdout.splitlines()
        }
        assert states["BX101"] == "off, not selected"
        assert states["BX301"] == "on, selected"
        assert states["BX302"] == "off, ignored"
        assert states["BX801"] == "crosscheck"
