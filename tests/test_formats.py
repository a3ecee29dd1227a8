"""The register of formats, and the commands that go by it."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils
from typer.testing import CliRunner, Result

import beritaextract
from beritaextract import Article, extract
from beritaextract.cli import app
from beritaextract.errors import ExportError
from beritaextract.export import flat, formats, load, store, write
from beritaextract.reading import formats as inputs
from conftest import ROOT


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


class TestRegister:
    def test_names_stand_once_and_modules_do_their_part(self) -> None:
        names = [format.name for format in formats.REGISTER]
        assert len(names) == len(set(names))
        for format in formats.REGISTER:
            module = format.load()
            for wanted in ("opened", "read") if format.kind == "store" else ("write",):
                assert callable(getattr(module, wanted)), format.name

    def test_no_ending_means_two_formats(self) -> None:
        ends = [end for format in formats.REGISTER for end in (*format.endings, *format.schemes)]
        assert len(ends) == len(set(ends))

    @pytest.mark.parametrize(
        ("target", "name"),
        [
            ("berita.db", "sqlite"),
            ("arsip/BERITA.SQLITE", "sqlite"),
            ("berita.duckdb", "duckdb"),
            ("hasil/", "csv"),
            ("hasil.parquet", "parquet"),
            ("hasil.parquet/", "parquet"),
            ("postgresql://desk@localhost/berita", "postgres"),
            ("postgres://localhost/a.db", "postgres"),
        ],
    )
    def test_a_target_tells_its_format(self, target: str, name: str) -> None:
        assert formats.for_target(target).name == name

    def test_a_name_overrides_the_target(self) -> None:
        assert formats.for_target("berita.db", "csv").name == "csv"

    @pytest.mark.parametrize(
        ("target", "name", "said"),
        [
            ("berita.xlsx", None, r"berita\.xlsx: which format\?"),
            ("berita", None, "name one with --format"),
            ("mysql://localhost/berita.db", None, "which format"),
            ("berita.db", "json", "json is printed, not stored"),
            ("berita.db", "excel", "'excel' is no format; choose one of json"),
        ],
    )
    def test_a_target_of_no_format_says_what_there_is(self, target: str, name: str | None, said: str) -> None:
        with pytest.raises(ExportError, match=said):
            formats.for_target(target, name)

    def test_a_store_is_not_printed(self, articles: list[Article]) -> None:
        with pytest.raises(ExportError, match="sqlite is no form of articles to print"):
            write("sqlite", articles, io.StringIO())

    def test_a_missing_package_is_one_line_with_the_remedy(
        self, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
        result = run("extract", sound, "--to", tmp_path / "hasil.parquet")
        assert result.exit_code == 2
        assert result.stderr == "beritaextract: parquet: needs pyarrow; pip install 'beritaextract[tables]'\n"
        assert list(tmp_path.iterdir()) == []
        assert "needs: pip install 'beritaextract[postgres]'" in run("formats").stdout


_MODULE = """
def write(outcomes, out, *, several):
    out.writelines(f"{each.text.upper()}\\n" for each in outcomes)
"""
_LINE = '    Format("shout", "stream", "all in capitals", (".shout",)),\n'


def test_a_new_format_is_one_module_and_one_line(tmp_path: Path) -> None:
    package = tmp_path / "src" / "beritaextract"
    shutil.copytree(
        Path(beritaextract.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__")
    )
    (tmp_path / "patterns").symlink_to(ROOT / "patterns")
    (tmp_path / "a.txt").write_text("Ada 12 orang.")

    (package / "export" / "shout.py").write_text(_MODULE)
    register = package / "export" / "formats.py"
    before, head, after = register.read_text(encoding="utf-8").partition("REGISTER: tuple[Format, ...] = (\n")
    register.write_text(f"{before}{head}{_LINE}{after}", encoding="utf-8")

    def printed(*arguments: str) -> str:
        program = "from beritaextract.cli import main; main()"
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src"), "COLUMNS": "200"}
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert "shout|json|" in printed("extract", "--help")
    assert "shout        all in capitals" in printed("formats")
    assert printed("extract", "--format", "shout", "a.txt") == "ADA 12 ORANG.\n"
    printed("extract", "a.txt", "-o", "b.shout")
    assert (tmp_path / "b.shout").read_text() == "ADA 12 ORANG.\n"


def test_the_readme_lists_every_format() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = readme.partition("<!-- run: beritaextract formats -->")[2].partition("<!--")[0]
    assert [format.name for format in formats.REGISTER if f"  {format.name} " not in listed] == []


def test_the_forms_for_other_systems_do_not_load_spacy(sound: Path) -> None:
    program = (
        "import io, sys, beritaextract\nfrom beritaextract.export import write\n"
        f"article = beritaextract.extract_file({str(sound)!r})\n"
        "for name in ('ninjs', 'jsonld', 'annotations', 'displacy'): write(name, [article], io.StringIO())\n"
        "print('spacy' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"


def by_row(rows: list[flat.Row]) -> list[flat.Row]:
    return sorted(rows, key=lambda row: str(row["row"]))


class TestTo:
    def test_articles_and_failures_go_into_the_database(self, sound: Path, tmp_path: Path) -> None:
        target = tmp_path / "berita.db"
        result = run("extract", sound, tmp_path / "tiada.txt", "--to", target)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines()[-1] == f"beritaextract: 1 article, 1 error in {target}"
        database = sqlite_utils.Database(target)
        assert [row["path"] for row in database["articles"].rows] == [str(sound)]
        assert [row["path"] for row in database["errors"].rows] == [str(tmp_path / "tiada.txt")]

    def test_a_second_run_says_that_nothing_has_changed(self, sound: Path, tmp_path: Path) -> None:
        assert run("extract", sound, "--to", f"{tmp_path}/hasil/").exit_code == 0
        again = run("extract", sound, "--to", f"{tmp_path}/hasil/")
        assert again.stderr == f"beritaextract: 1 article (1 unchanged), 0 errors in {tmp_path}/hasil/\n"

    def test_the_format_overrides_the_target(self, sound: Path, tmp_path: Path) -> None:
        assert run("extract", sound, "--to", tmp_path / "hasil", "--format", "parquet").exit_code == 0
        assert (tmp_path / "hasil" / "quantities.parquet").exists()
        assert load(tmp_path / "hasil", format="parquet")["quantities"]

    def test_rows_of_a_file_are_articles_and_errors_of_their_own(self, tmp_path: Path) -> None:
        lines = ['{"id": 1, "text": "Ada 12 orang."}', '{"id": 2, "text": "Ada 12 orang."}', "{rusak"]
        (tmp_path / "cms.jsonl").write_text("\n".join(lines))
        assert run("extract", tmp_path / "cms.jsonl", "--to", tmp_path / "berita.db").exit_code == 2
        held = load(tmp_path / "berita.db")
        assert [(row["source_id"], row["row"]) for row in by_row(held["articles"])] == [("1", 1), ("2", 2)]
        assert [row["path"] for row in held["errors"]] == [f"{tmp_path / 'cms.jsonl'}#3"]
        (tmp_path / "cms.jsonl").write_text("\n".join([*lines[:2], '{"id": 3, "text": "Ada 13 orang."}']))
        assert run("extract", tmp_path / "cms.jsonl", "--to", tmp_path / "berita.db").exit_code == 0
        assert load(tmp_path / "berita.db")["errors"] == []

    @pytest.mark.parametrize("target", ["berita.db", "hasil/", "hasil.parquet"])
    def test_what_was_stored_among_the_articles_is_no_article(
        self, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.txt").write_text("Ada 12 orang.")
        for _ in range(2):
            assert run("extract", ".", "--to", target).exit_code == 0
        assert len(load(target)["articles"]) == 1

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--to", "a.db", "-o", "b.json"], "--to prints nothing"),
            (["--format", "csv"], "csv needs a target"),
            (["-o", "berita.db"], "write --to berita.db"),
            (["--to", "a.db", "--format", "ninjs"], "ninjs is printed, not stored"),
            (["--to", "berita.xlsx"], "which format?"),
            (["--to", "no/such/folder/berita.db"], "unable to open"),
        ],
    )
    def test_what_does_not_go_together_says_so(self, options: list[str], said: str, sound: Path) -> None:
        result = run("extract", sound, *options)
        assert result.exit_code == 2
        assert said in result.stderr
        assert "Traceback" not in result.output

    def test_a_printed_form_is_known_by_its_file(self, sound: Path, tmp_path: Path) -> None:
        assert run("extract", sound, "-o", tmp_path / "a.jsonld").exit_code == 0
        assert json.loads((tmp_path / "a.jsonld").read_text(encoding="utf-8"))["@type"] == "NewsArticle"

    def test_the_library_does_the_same(self, articles: list[Article], tmp_path: Path) -> None:
        saved = store(articles, tmp_path / "berita.db")
        assert str(saved) == f"{len(articles)} articles, 0 errors in {tmp_path / 'berita.db'}"


def test_the_list_of_formats_has_all_of_them() -> None:
    listed = [line.split() for line in run("formats").stdout.splitlines() if line.startswith("  ")]
    known = {format.name for format in formats.REGISTER} | {format.name for format in inputs.FORMATS}
    assert {words[0] for words in listed} == known


class TestTheTable:
    """What an editor reads."""

    def shown(self, text: str) -> str:
        out = io.StringIO()
        write("table", [extract(text)], out)
        return out.getvalue()

    def test_what_is_wrong_stands_before_what_is_right(self) -> None:
        text = "Pasar itu dibuka Rabu (14/6/2023). Rapat digelar Kamis (14/6/2023). Rapat lain pada Rabu (14/6/2023)."
        verdicts = re.findall(r"^  (ok|inconsistent)  ", self.shown(text), re.MULTILINE)
        assert verdicts
        assert verdicts == sorted(verdicts, key=lambda verdict: verdict == "ok")
        assert "inconsistent" in verdicts

    def test_a_long_quote_ends_with_a_word(self) -> None:
        words = "bantuan benih jagung itu kami salurkan bertahap kepada seluruh kelompok tani yang sudah mendaftar"
        text = f"“{words.capitalize()} sejak permulaan September lalu di kantor dinas,” kata Tarno Widjaja di Liwa."
        shown = " ".join(self.shown(text).split())
        assert "…" in shown
        assert shown.partition("…")[0].rpartition(" ")[2] in text.split()

    def test_a_claim_stands_with_its_line_and_its_cases(self) -> None:
        text = (
            "LIWA - BPJS Ketenagakerjaan Lampung menggelar rapat.\n\n"
            "Selama Januari hingga Agustus 2023, BPJS Ketenagakerjaan Lampung membayarkan klaim Jaminan Hari Tua "
            "sebesar Rp94.318.204.770 untuk 7.922 kasus.\n"
        )
        claims = self.shown(text).partition("Claims (")[2]
        assert re.search(r"^  3  Rp94\.318\.204\.770  7\.922 kasus · ", claims, re.MULTILINE)
