"""The command line: formats, exit codes, streams, and one line for whatever goes wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from beritaextract import Article, __version__
from beritaextract.cli import app
from conftest import Command

PROGRAM = Path(sys.executable).with_name("beritaextract")


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


class TestExtract:
    def test_one_file_in_a_pipe_is_one_json_object(self, sound: Path) -> None:
        article = json.loads(run("extract", sound).stdout)
        assert article["schema"] == "beritaextract/1"
        assert article["source"]["path"] == str(sound)

    def test_several_files_are_one_json_array(self, sound: Path, contradictory: Path) -> None:
        articles = json.loads(run("extract", sound, contradictory).stdout)
        assert [article["source"]["path"] for article in articles] == [str(sound), str(contradictory)]

    def test_a_folder_is_an_array_even_with_one_file_in_it(self, sound: Path) -> None:
        assert len(json.loads(run("extract", sound.parent).stdout)) == 1

    def test_a_folder_is_searched_to_the_bottom_and_in_order(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/z.TXT", "a/y.txt", "c.jpg", ".d.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("Ada 12 orang di sana.")
        found = [
            json.loads(line)["source"]["path"]
            for line in lines(run("extract", tmp_path, "--format", "jsonl").stdout)
        ]
        assert found == [str(tmp_path / name) for name in ("a/y.txt", "a/z.TXT", "b.txt")]

    def test_stdin_is_read_where_a_dash_stands(self) -> None:
        article = json.loads(run("extract", "-", stdin=b"Bantuan Rp5 juta.").stdout)
        assert article["source"]["path"] == "-"
        assert [quantity["value"] for quantity in article["quantities"]] == [5_000_000]

    def test_json_lines_hold_one_article_each(self, sound: Path, contradictory: Path) -> None:
        output = lines(run("extract", "--format", "jsonl", sound, contradictory).stdout)
        assert [json.loads(line)["source"]["path"] for line in output] == [str(sound), str(contradictory)]

    def test_the_table_shows_facts_verdicts_and_coverage(self, contradictory: Path) -> None:
        table = run("extract", "--format", "table", contradictory).stdout
        for words in (
            "Rp23.600.000.000",
            "1.864 pedagang",
            "2023-06-14",
            "BX101",
            "inconsistent",
            "runs of digits",
        ):
            assert words in table

    def test_a_finding_is_no_failure_of_extract(self, contradictory: Path) -> None:
        assert run("extract", contradictory).exit_code == 0

    def test_the_publication_day_resolves_relative_dates(self) -> None:
        result = run("extract", "-", "--published", "2024-03-05", stdin=b"Rapat digelar kemarin di Palu.")
        assert [date["value"] for date in json.loads(result.stdout)["dates"]] == ["2024-03-04"]

    def test_output_goes_to_a_file_on_request(self, sound: Path, tmp_path: Path) -> None:
        target = tmp_path / "out.jsonl"
        result = run("extract", sound, "-o", target)
        assert result.stdout == ""
        assert json.loads(target.read_text(encoding="utf-8"))["source"]["path"] == str(sound)

    def test_an_input_is_never_overwritten(self, tmp_path: Path) -> None:
        article = tmp_path / "a.txt"
        article.write_text("Ada 12 orang.")
        result = run("extract", article, "-o", article)
        assert result.exit_code == 2
        assert article.read_text() == "Ada 12 orang."

    def test_an_output_that_cannot_be_written_is_one_line(self, sound: Path, tmp_path: Path) -> None:
        result = run("extract", sound, "-o", tmp_path / "missing" / "out.json")
        assert result.exit_code == 2
        assert len(lines(result.stderr)) == 1

    def test_a_pack_adds_its_rules(self, tmp_path: Path) -> None:
        rules = tmp_path / "mentions" / "counts.toml"
        rules.parent.mkdir()
        rules.write_text(
            "[[rule]]\nname = 'gelondong'\nregex = '''{value:number}\\s(?<unit>gelondong)'''\n"
            "match = [{ text = 'membawa 3 gelondong kayu', value = '3', unit = 'gelondong' }]\n",
            encoding="utf-8",
        )
        result = run("extract", "-", "--patterns", tmp_path, stdin=b"Truk itu membawa 3 gelondong kayu.")
        assert [found["rule"] for found in json.loads(result.stdout)["quantities"]] == ["counts.gelondong"]


class TestWhatGoesWrong:
    def test_one_bad_file_does_not_stop_the_others(self, sound: Path, tmp_path: Path) -> None:
        result = run("extract", tmp_path / "none.txt", sound)
        failed, article = json.loads(result.stdout)
        assert result.exit_code == 2
        assert failed["error"]["code"] == "article"
        assert failed["source"]["path"] == str(tmp_path / "none.txt")
        assert article["source"]["path"] == str(sound)
        assert len(lines(result.stderr)) == 1
        assert "none.txt" in result.stderr

    def test_a_folder_without_articles_says_so(self, tmp_path: Path) -> None:
        result = run("extract", tmp_path)
        assert result.exit_code == 2
        assert "no file in this folder" in result.stderr

    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            (["extract", "--format", "xml", "a.txt"], "json, jsonl, table"),
            (["extract", "--published", "23/9/2021", "a.txt"], "2021-09-23"),
            (["extract", "--published", "2021-02-30", "a.txt"], "2021-02-30"),
            (["extract", "--patterns", "nowhere", "a.txt"], "nowhere"),
            (["extract"], "FILE"),
            (["explain", "BX999"], "BX101"),
            (["nonsense"], "nonsense"),
        ],
    )
    def test_a_wrong_option_names_itself_and_the_remedy(self, arguments: list[str], named: str) -> None:
        result = run(*arguments)
        assert result.exit_code == 2
        assert named in result.stderr
        assert "Traceback" not in result.output

    def test_a_wrong_rule_file_is_one_line_and_exit_code_two(self, sound: Path, tmp_path: Path) -> None:
        rules = tmp_path / "mentions" / "counts.toml"
        rules.parent.mkdir()
        rules.write_text("[[rule]]\nname = 'broken'\nregex = '''{nonsense}'''\n", encoding="utf-8")
        result = run("check", sound, "--patterns", tmp_path)
        assert result.exit_code == 2
        assert "counts.toml" in result.stderr
        assert len(lines(result.stderr)) == 1

    def test_control_characters_do_not_reach_the_terminal(self, tmp_path: Path) -> None:
        article = tmp_path / "a.txt"
        article.write_text(
            "Judul \x1b[31mmerah\x07\n\nBantuan Rp5 juta untuk 3 [bold]orang[/bold].\n", encoding="utf-8"
        )
        table = run("extract", "--format", "table", article).stdout
        assert "\x1b" not in table
        assert "\x07" not in table

    def test_a_closed_pipe_ends_quietly(self, sound: Path) -> None:
        shell = subprocess.run(
            ["bash", "-c", f"'{PROGRAM}' extract --format jsonl {f'{sound} ' * 40} | head -c 10"],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert shell.stdout == b'{"schema":'
        assert shell.stderr == b""

    def test_ctrl_c_ends_with_one_line(self) -> None:
        # A shell starts its background jobs with Ctrl-C ignored, and children inherit that.
        heed = "import os, signal, sys; signal.signal(2, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
        for delay in (1.5, 6):  # on a busy machine the interpreter may still be starting
            process = subprocess.Popen(
                [sys.executable, "-c", heed, PROGRAM, "extract", "-"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            time.sleep(delay)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
            if process.returncode == 130:
                break
        assert process.returncode == 130
        assert len(lines(errors.decode())) == 1


class TestTheRest:
    def test_the_schema_describes_what_extract_prints(self, sound: Path) -> None:
        schema = json.loads(run("schema").stdout)
        article = json.loads(run("extract", sound).stdout)
        assert set(schema["properties"]) == set(article)
        assert schema == Article.json_schema()

    def test_the_shipped_examples_hold(self) -> None:
        result = run("patterns", "test")
        assert result.exit_code == 0, result.stdout
        assert result.stdout.endswith("none failed\n")

    def test_a_pack_whose_example_fails_is_named(self, tmp_path: Path) -> None:
        rules = tmp_path / "mentions" / "counts.toml"
        rules.parent.mkdir()
        rules.write_text(
            "[[rule]]\nname = 'gelondong'\nregex = '''{value:number}\\s(?<unit>gelondong)'''\n"
            "match = [{ text = 'membawa 3 gelondong kayu', value = '4', unit = 'gelondong' }]\n",
            encoding="utf-8",
        )
        result = run("patterns", "test", tmp_path)
        assert result.exit_code == 1
        assert "counts.gelondong" in result.stdout

    def test_the_version_is_printed(self) -> None:
        assert run("--version").stdout == f"beritaextract {__version__}\n"

    def test_the_module_runs_as_the_command_does(self) -> None:
        result = subprocess.run(
            [sys.executable, "-m", "beritaextract", "--version"], capture_output=True, text=True, check=False
        )
        assert (result.stdout, result.stderr) == (f"beritaextract {__version__}\n", "")

    def test_help_answers_before_anyone_waits(self, command: Command) -> None:
        command("--help")
        spent = []
        for _ in range(5):
            before = os.times()
            assert command("--help").returncode == 0
            after = os.times()
            spent.append(
                after.children_user + after.children_system - before.children_user - before.children_system
            )
        assert min(spent) < 0.3

    def test_help_imports_neither_spacy_nor_the_rules(self) -> None:
        program = (
            "import sys\nfrom typer.testing import CliRunner\nfrom beritaextract.cli import app\n"
            "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
            "print([name for name in ('spacy', 'pydantic', 'rich', 'dateparser') if name in sys.modules])"
        )
        result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert result.stdout == "[]\n"

    def test_extract_does_not_import_spacy(self, sound: Path) -> None:
        program = (
            f"import sys, beritaextract\nberitaextract.extract_file({str(sound)!r}).to_json()\n"
            "print('spacy' in sys.modules)"
        )
        result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert result.stdout == "False\n"


def test_the_table_shows_claims_agreements_and_rates() -> None:
    article = Path(__file__).parent / "fixtures" / "jamsostek-lombok" / "article.txt"
    shown = CliRunner().invoke(app, ["extract", "--format", "table", str(article)]).stdout
    for words in ("Claims (2)", "Agreements (1)", "MoU · extended", "Rates (3)", "Rp16.800 per month"):
        assert words in shown
