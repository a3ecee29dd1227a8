"""The commands take every input: files of many articles, pages, stdin; each row has a name that commands know."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from beritaextract.cli import app
from beritaextract.reading.formats import FORMATS, SUFFIXES
from conftest import FIXTURES, ROOT, Command

SOUND = "Pasar Liwa menampung 418 pedagang sayur dan buah sejak Rabu (14/6/2023), kata Sutarno Widjaja."
WRONG = "Pasar Liwa menampung 418 pedagang sayur dan buah sejak Kamis (14/6/2023), kata Sutarno Widjaja."


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    file = tmp_path / "arsip.jsonl"
    lines = [json.dumps({"isi": SOUND}), "{", json.dumps({"isi": WRONG, "id": "x-3"})]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_each_row_is_a_record_and_a_damaged_one_an_error_record(rows: Path) -> None:
    result = run("extract", rows, "--format", "jsonl")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert [record["source"]["row"] for record in records] == [1, 2, 3]
    assert records[1]["source"]["path"] == str(rows)
    assert records[1]["error"]["code"] == "article"
    assert records[2]["source"]["id"] == "x-3"
    assert result.stderr.splitlines() == [f"beritaextract: {records[1]['error']['message']}"]


def test_a_file_of_rows_is_an_array(rows: Path, tmp_path: Path) -> None:
    one = tmp_path / "satu.csv"
    one.write_text(f'isi\n"{SOUND}"\n', encoding="utf-8")
    assert len(json.loads(run("extract", one).stdout)) == 1
    two = tmp_path / "dua.json"
    two.write_text(json.dumps([{"text": SOUND}, {"text": WRONG}]), encoding="utf-8")
    assert len(json.loads(run("extract", two).stdout)) == 2
    two.write_text(json.dumps({"text": SOUND}), encoding="utf-8")
    assert json.loads(run("extract", two).stdout)["text"] == SOUND


def test_findings_name_the_row_and_other_commands_take_that_name(rows: Path) -> None:
    found = run("check", rows)
    assert found.exit_code == 2
    assert f"{rows}#3:1:" in found.stdout
    proof = run("explain", f"{rows}#3", "BX301-1", "--lang", "en")
    assert proof.exit_code == 0
    assert "Thursday" in proof.stdout
    assert run("trace", f"{rows}#1", "q1").stdout.startswith("q1: quantity")
    assert run("compare", f"{rows}#1", f"{rows}#3", "--lang", "en").exit_code == 1


def test_a_command_for_one_article_names_a_row_where_there_are_several(rows: Path) -> None:
    result = run("trace", rows, "q1")
    assert result.exit_code == 2
    assert f"name a row of it, such as {rows}#1" in result.stderr
    assert "has no row 9" in run("trace", f"{rows}#9", "q1").stderr


def test_crosscheck_holds_rows_against_each_other(tmp_path: Path) -> None:
    text = (
        "PALU - Peserta aktif BPJS Ketenagakerjaan Sulawesi Tengah per September 2021 mencapai 382.746 orang."
    )
    file = tmp_path / "arsip.jsonl"
    lines = [json.dumps({"text": each}) for each in (text, text.replace("382.746", "382.476"))]
    file.write_text("\n".join(lines), encoding="utf-8")
    result = run("crosscheck", file, "--format", "json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert [each["path"] for each in finding["stated"]] == [f"{file}#1", f"{file}#2"]


def test_a_baseline_knows_rows(rows: Path, tmp_path: Path) -> None:
    rows.write_text(json.dumps({"isi": WRONG}), encoding="utf-8")
    known = tmp_path / "baseline.json"
    assert run("check", rows, "--baseline", known, "--write-baseline").exit_code == 0
    assert run("check", rows, "--baseline", known).exit_code == 0
    elsewhere = tmp_path / "lain.txt"
    elsewhere.write_text(SOUND, encoding="utf-8")
    assert "matches nothing" not in run("check", elsewhere, "--baseline", known).stderr


@pytest.mark.parametrize("name", ["arsip.jsonl", "halaman.html", "rilis.txt.gz"])
def test_only_text_files_are_repaired(name: str, tmp_path: Path) -> None:
    text = f"{SOUND} Bantuan Rp. 5 juta diberikan, kata dia. Mereka di rubah nasibnya. Harga Rp 5.000 per Kg."
    content = {
        "arsip.jsonl": json.dumps({"isi": text}).encode(),
        "halaman.html": f"<article><p>{text}</p><p>{SOUND}</p><p>{SOUND}</p></article>".encode(),
        "rilis.txt.gz": gzip.compress(text.encode()),
    }[name]
    file = tmp_path / name
    file.write_bytes(content)
    result = run("check", file, "--profile", "eyd", "--fix")
    assert "only plain text files can be repaired" in result.stderr
    assert file.read_bytes() == content


def test_stdin_is_read_in_the_format_that_is_said_or_seen(rows: Path) -> None:
    assert len(run("extract", "-", "--format", "jsonl", stdin=rows.read_bytes()).stdout.splitlines()) == 3
    csv = f'teks\n"{SOUND}"\n'.encode()
    assert len(json.loads(run("extract", "-", "--input-format", "csv", stdin=csv).stdout)) == 1
    packed = gzip.compress(SOUND.encode())
    assert json.loads(run("extract", "-", stdin=packed).stdout)["text"] == SOUND


def test_fields_and_sizes_are_options(tmp_path: Path) -> None:
    file = tmp_path / "cms.json"
    file.write_text(
        json.dumps({"c": {"b": SOUND}, "h": "Pasar Liwa Dibuka", "d": "14 Juni 2023"}), encoding="utf-8"
    )
    result = run("extract", file, "--text-field", "c.b", "--title-field", "h", "--date-field", "d")
    article = json.loads(result.stdout)
    assert article["text"] == f"Pasar Liwa Dibuka\n\n{SOUND}"
    assert article["metadata"]["published"] == "2023-06-14"
    small = run("extract", file, "--max-bytes", "10")
    assert small.exit_code == 2
    assert "raise --max-bytes" in small.stderr


def test_a_text_in_another_language_is_warned_of(tmp_path: Path) -> None:
    file = tmp_path / "english.txt"
    file.write_text(
        "The ministry said that two million workers would be covered by the new programme before the end of next year, "
        "and that officials from three provinces had already agreed to pay their part of it.",
        encoding="utf-8",
    )
    result = run("extract", file)
    assert result.exit_code == 0
    assert f"{file}: The text does not read like Indonesian" in result.stderr
    assert json.loads(result.stdout)["notes"]


def test_help_and_readme_list_the_formats_of_the_register(command: Command) -> None:
    shown = " ".join(command("extract", "--help").stdout.decode().split())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for suffix in SUFFIXES:
        assert suffix in shown
    for each in FORMATS:
        assert each.name in shown
        cells = f"| `{each.name}` | {' '.join(f'`{suffix}`' for suffix in each.suffixes)} | {each.help} |"
        assert cells in readme


def test_a_text_file_needs_none_of_the_other_readers() -> None:
    program = (
        "import sys, beritaextract\nberitaextract.extract_file(sys.argv[1])\n"
        "others = 'lxml', 'trafilatura', 'zstandard', 'pyarrow', 'markdown_it', 'docx'\n"
        "print([name for name in others if name in sys.modules])"
    )
    article = FIXTURES / "jamsostek-lombok" / "article.txt"
    result = subprocess.run(
        [sys.executable, "-c", program, article], capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"
