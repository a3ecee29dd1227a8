"""``check`` as a linter: what it prints, what it leaves out, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from beritaextract.cli import app
from beritaextract.diagnostics import baseline
from conftest import ROOT

SARIF = ROOT.parent / "shared" / "schemas" / "sarif-schema-2.1.0.json"
WRONG_DAY = "Rapat desa digelar Jumat (23/9/2021).\n"
WRONG_SUM = "Koperasi itu memiliki 1.250 anggota, terdiri dari 780 petani dan 460 nelayan.\n"
SOUND = "Rapat desa digelar Kamis (23/9/2021).\n"


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)], input=stdin)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three articles in which the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "arsip").mkdir()
    (tmp_path / "hari.txt").write_text(WRONG_DAY, encoding="utf-8")
    (tmp_path / "arsip" / "jumlah.txt").write_text(WRONG_SUM + WRONG_DAY, encoding="utf-8")
    (tmp_path / "benar.txt").write_text(SOUND, encoding="utf-8")
    return tmp_path


def codes(output: str) -> list[str]:
    return re.findall(r"^\S+:\d+:\d+ (BX\d+) ", output, re.MULTILINE)


class TestText:
    def test_a_finding_is_one_line_with_its_words_underlined(self, desk: Path) -> None:
        found = run("hari.txt").stdout.splitlines()
        assert found[0] == (
            "hari.txt:1:20 BX301 Weekday and date differ: 2021-09-23 is a Thursday, printed Friday"
        )
        assert found[1:3] == [
            "1 | Rapat desa digelar Jumat (23/9/2021).",
            "  |                    ^^^^^^^^^^^^^^^^^",
        ]
        assert "  = perhaps: 23/9/2021 → 24/9/2021" in found
        assert "  = error BX301-1" in found

    def test_the_stated_figure_has_carets_and_the_others_dashes(self, desk: Path) -> None:
        _, text, marks, *_ = run("arsip/jumlah.txt").stdout.splitlines()
        for words, mark in (("1.250 anggota", "^"), ("780 petani", "-"), ("460 nelayan", "-")):
            start = text.index(words)
            assert marks[start : start + len(words)] == mark * len(words)

    def test_what_holds_is_counted_and_not_listed(self, desk: Path) -> None:
        result = run("benar.txt")
        assert result.exit_code == 0
        assert result.stdout == "No findings in 1 article; 1 statement holds.\n"

    def test_findings_stand_in_the_order_of_the_text(self, desk: Path) -> None:
        assert codes(run("arsip/jumlah.txt").stdout) == ["BX101", "BX301"]

    def test_messages_are_indonesian_on_request(self, desk: Path) -> None:
        found = run("hari.txt", "--lang", "id").stdout
        assert "Hari dan tanggal tidak cocok: 23 September 2021 = Kamis, tertulis Jumat" in found
        assert found.endswith("1 kesalahan dalam 1 dari 1 naskah; 0 pernyataan cocok.\n")

    @pytest.mark.parametrize(
        ("locale", "word"), [("id_ID.UTF-8", "kesalahan"), ("en_GB.UTF-8", "error"), ("C", "error")]
    )
    def test_the_language_is_that_of_the_locale(
        self, desk: Path, monkeypatch: pytest.MonkeyPatch, locale: str, word: str
    ) -> None:
        monkeypatch.delenv("LANGUAGE")
        monkeypatch.setenv("LC_ALL", locale)
        assert word in run("hari.txt").stdout

    def test_statistics_count_findings_and_what_holds_by_code(self, desk: Path) -> None:
        rows = [line.split()[:3] for line in run(".", "--statistics").stdout.splitlines()[1:3]]
        assert rows == [["2", "1", "BX301"], ["1", "0", "BX101"]]

    def test_nothing_of_the_article_steers_the_terminal(self, desk: Path) -> None:
        (desk / "a.txt").write_text("\x1b[31mRapat\x07 Jumat\t(23/9/2021)\u202e.", encoding="utf-8")
        found = run("a.txt").stdout
        assert "BX301" in found
        assert not {"\x1b", "\x07", "\u202e"} & set(found)


class TestExitCodes:
    def test_a_finding_is_one(self, desk: Path) -> None:
        assert run("hari.txt").exit_code == 1

    def test_bad_input_outranks_findings(self, desk: Path) -> None:
        result = run("hari.txt", "tiada.txt")
        assert result.exit_code == 2
        assert result.stderr == "beritaextract: tiada.txt: no such file; check the path\n"

    @pytest.mark.parametrize(
        ("severity", "threshold", "code"),
        [
            ("warning", "error", 0),
            ("warning", "warning", 1),
            ("error", "warning", 1),
            ("style", "warning", 0),
        ],
    )
    def test_the_threshold_decides(self, severity: Any, threshold: Any, code: int) -> None:
        from beritaextract.diagnostics.report import Tally  # noqa: PLC0415

        tally = Tally()
        tally.by_severity[severity] += 1
        assert tally.fails(threshold) is bool(code)

    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            (["--format", "xml"], "sarif"),
            (["--fail-on", "style"], "error, warning"),
            (["--lang", "jv"], "id, en"),
            (["--select", "BX9999"], "BX9999"),
            (["--profile", "harian"], "eyd"),
            (["--write-baseline"], "--baseline FILE"),
            (["--statistics", "--format", "json"], "--format text"),
            (["--baseline", "tiada.json"], "--write-baseline"),
        ],
    )
    def test_a_wrong_option_names_the_remedy(self, desk: Path, arguments: list[str], named: str) -> None:
        result = run("hari.txt", *arguments)
        assert result.exit_code == 2
        assert named in result.stderr
        assert result.stdout == ""


class TestSelection:
    @pytest.mark.parametrize(
        ("arguments", "found"),
        [
            (["--select", "BX3"], ["BX301"]),
            (["--select", "bx1,BX3"], ["BX101", "BX301"]),
            (["--select", "BX1", "--select", "BX3"], ["BX101", "BX301"]),
            (["--ignore", "BX101"], ["BX301"]),
            (["--select", "BX301", "--ignore", "BX3"], ["BX301"]),
            (["--select", "BX", "--ignore", "BX3"], ["BX101"]),
            (["--ignore", "BX"], []),
        ],
    )
    def test_the_longest_beginning_decides(self, desk: Path, arguments: list[str], found: list[str]) -> None:
        assert codes(run("arsip/jumlah.txt", *arguments).stdout) == found

    def test_what_is_not_selected_does_not_fail(self, desk: Path) -> None:
        assert run("hari.txt", "--select", "BX1").exit_code == 0


class TestConfiguration:
    def test_settings_come_from_the_nearest_file(self, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (desk / "pyproject.toml").write_text("[tool.beritaextract]\nselect = ['BX1']\n")
        assert codes(run("arsip/jumlah.txt").stdout) == ["BX101"]
        (desk / "arsip" / "beritaextract.toml").write_text("select = ['BX3']\n")
        monkeypatch.chdir(desk / "arsip")
        assert codes(run("jumlah.txt").stdout) == ["BX301"]

    def test_options_come_before_settings(self, desk: Path) -> None:
        (desk / "beritaextract.toml").write_text("select = ['BX1']\nlang = 'id'\n")
        assert codes(run("arsip/jumlah.txt", "--select", "BX3").stdout) == ["BX301"]
        assert "kesalahan" in run("arsip/jumlah.txt").stdout
        assert "error" in run("arsip/jumlah.txt", "--lang", "en").stdout

    def test_a_file_of_settings_can_be_named(self, desk: Path) -> None:
        (desk / "lain.toml").write_text("ignore = ['BX3']\n")
        assert codes(run("arsip/jumlah.txt", "--config", "lain.toml").stdout) == ["BX101"]

    def test_a_pyproject_without_the_table_is_passed_over(self, desk: Path) -> None:
        (desk / "beritaextract.toml").write_text("select = ['BX1']\n")
        (desk / "arsip" / "pyproject.toml").write_text("[project]\nname = 'arsip'\n")
        assert codes(run("arsip/jumlah.txt").stdout) == ["BX101"]

    @pytest.mark.parametrize("glob", ["arsip/*", "*/jumlah.txt", "jumlah.txt", "arsip/jumlah.txt"])
    def test_files_are_excused_by_glob(self, desk: Path, glob: str) -> None:
        (desk / "beritaextract.toml").write_text(f"[per-file-ignores]\n'{glob}' = ['BX3']\n")
        assert codes(run(".").stdout) == ["BX101", "BX301"]

    @pytest.mark.parametrize(
        ("settings", "named"),
        [
            ("selct = ['BX3']", "did you mean 'select'?"),
            ("zzz = 1", "known: select, ignore"),
            ("select = 'BX3'", "list of codes"),
            ("select = ['XX1']", "XX1"),
            ("fail-on = 'style'", "'error', 'warning'"),
            ("lang = 'jv'", "'id', 'en'"),
            ("profile = 3", "text in quotes"),
            ("profile = 'harian'", "no house profile"),
            ("per-file-ignores = ['a.txt']", "table of globs"),
            ("[per-file-ignores]\n'a.txt' = 'BX3'", "list of codes"),
            ("select = [", "not valid TOML"),
        ],
    )
    def test_a_wrong_setting_names_its_file_and_the_remedy(
        self, desk: Path, settings: str, named: str
    ) -> None:
        (desk / "beritaextract.toml").write_text(settings, encoding="utf-8")
        result = run("hari.txt")
        assert result.exit_code == 2
        assert named in result.stderr
        assert len(result.stderr.splitlines()) == 1

    def test_the_threshold_can_be_configured(self, desk: Path) -> None:
        (desk / "beritaextract.toml").write_text("fail-on = 'warning'\n")
        assert run("benar.txt").exit_code == 0


class TestBaseline:
    def test_what_was_accepted_is_silent_until_its_words_change(self, desk: Path) -> None:
        written = run(".", "--baseline", "dasar.json", "--write-baseline")
        assert written.exit_code == 0
        assert "3 accepted findings" in written.stderr
        quiet = run(".", "--baseline", "dasar.json")
        assert quiet.exit_code == 0
        assert "3 accepted before" in quiet.stdout
        (desk / "hari.txt").write_text("Warga hadir. " + WRONG_DAY)
        assert run(".", "--baseline", "dasar.json").exit_code == 0
        (desk / "hari.txt").write_text(WRONG_DAY.replace("Jumat", "Sabtu"))
        changed = run(".", "--baseline", "dasar.json")
        assert changed.exit_code == 1
        assert codes(changed.stdout) == ["BX301"]
        assert "matches nothing any more: hari.txt: BX301 Jumat (23/9/2021)" in changed.stderr

    def test_the_same_finding_twice_is_not_accepted_by_one_entry(self, desk: Path) -> None:
        run("hari.txt", "--baseline", "dasar.json", "--write-baseline")
        (desk / "hari.txt").write_text(WRONG_DAY * 2)
        assert codes(run("hari.txt", "--baseline", "dasar.json").stdout) == ["BX301"]

    def test_entries_of_files_that_were_not_read_stay_and_are_not_stale(self, desk: Path) -> None:
        run(".", "--baseline", "dasar.json", "--write-baseline")
        alone = run("hari.txt", "--baseline", "dasar.json")
        assert alone.stderr == ""
        run("hari.txt", "--baseline", "dasar.json", "--write-baseline")
        assert len(json.loads((desk / "dasar.json").read_text())["accepted"]) == 3

    def test_an_entry_of_a_check_that_is_off_is_not_stale(self, desk: Path) -> None:
        run("hari.txt", "--baseline", "dasar.json", "--write-baseline")
        assert run("hari.txt", "--baseline", "dasar.json", "--select", "BX1").stderr == ""

    def test_a_file_that_is_gone_leaves_a_stale_entry(self, desk: Path) -> None:
        run(".", "--baseline", "dasar.json", "--write-baseline")
        (desk / "hari.txt").unlink()
        assert "hari.txt: BX301" in run("benar.txt", "--baseline", "dasar.json").stderr

    def test_the_settings_can_name_it(self, desk: Path) -> None:
        (desk / "beritaextract.toml").write_text("baseline = 'dasar.json'\n")
        run(".", "--write-baseline")
        assert run(".").exit_code == 0

    @pytest.mark.parametrize(
        "content", ["[]", "{", '{"schema": "beritaextract-baseline/1", "accepted": [3]}']
    )
    def test_a_damaged_file_is_one_line(self, desk: Path, content: str) -> None:
        (desk / "dasar.json").write_text(content)
        result = run("hari.txt", "--baseline", "dasar.json")
        assert result.exit_code == 2
        assert "--write-baseline" in result.stderr

    def test_an_empty_one_reads_back(self, tmp_path: Path) -> None:
        file = tmp_path / "dasar.json"
        assert baseline.Baseline(file).write({}) == 0
        assert not baseline.Baseline.load(file).entries


class TestForMachines:
    def test_json_holds_the_verdicts_that_are_on(self, desk: Path) -> None:
        record = json.loads(run("arsip/jumlah.txt", "--format", "json", "--select", "BX3").stdout)
        assert set(record) == {"schema", "source", "checks"}
        assert [check["code"] for check in record["checks"]] == ["BX301"]

    def test_json_lines_hold_one_article_each(self, desk: Path) -> None:
        output = run(".", "--format", "jsonl").stdout.splitlines()
        assert [Path(json.loads(line)["source"]["path"]).name for line in output] == [
            "jumlah.txt", "benar.txt", "hari.txt",
        ]  # fmt: skip

    def test_the_table_shows_what_holds_too(self, desk: Path) -> None:
        assert "ok" in run("benar.txt", "--format", "table").stdout

    def test_github_gets_one_command_a_finding(self, desk: Path) -> None:
        (desk / "a,b.txt").write_text(WRONG_DAY)
        (line,) = run("a,b.txt", "--format", "github").stdout.splitlines()
        place = "file=a%2Cb.txt,title=BX301,line=1,endLine=1,col=20,endColumn=37"
        assert line.startswith(f"::error {place}::Weekday and date differ")
        assert "%0A23/9/2021 → 24/9/2021" in line

    def test_github_hears_of_files_that_cannot_be_read(self, desk: Path) -> None:
        result = run("tiada.txt", "--format", "github")
        assert result.stdout.startswith("::error file=tiada.txt,title=beritaextract::tiada.txt: no such file")

    def test_sarif_names_rules_places_and_proofs(self, desk: Path) -> None:
        log = json.loads(run(".", "--format", "sarif").stdout)
        (only,) = log["runs"]
        rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
        result = next(each for each in only["results"] if each["ruleId"] == "BX101")
        assert rules[result["ruleIndex"]] == "BX101"
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "arsip/jumlah.txt"
        assert place["region"]["snippet"]["text"] == "1.250 anggota"
        assert (place["region"]["startLine"], place["region"]["startColumn"]) == (1, 23)
        assert len(result["relatedLocations"]) == 2
        assert result["properties"]["computed"] == "1240"

    def test_sarif_marks_what_was_accepted(self, desk: Path) -> None:
        run(".", "--baseline", "dasar.json", "--write-baseline")
        log = json.loads(run(".", "--baseline", "dasar.json", "--format", "sarif").stdout)
        assert [each["suppressions"][0]["status"] for each in log["runs"][0]["results"]] == ["accepted"] * 3

    @pytest.mark.skipif(not SARIF.exists(), reason=f"the schema {SARIF.name} is not there")
    @pytest.mark.parametrize("arguments", [["."], [".", "tiada.txt"], ["benar.txt"], ["-"]])
    def test_sarif_is_valid(self, desk: Path, arguments: list[str]) -> None:
        import jsonschema  # noqa: PLC0415

        log = json.loads(run(*arguments, "--format", "sarif", stdin=WRONG_SUM.encode()).stdout)
        schema = json.loads(SARIF.read_text(encoding="utf-8"))
        jsonschema.validators.validator_for(schema)(schema).validate(log)
