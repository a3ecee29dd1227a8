"""``check --fix``: house style alone, never a digit, at once or not at all; shown with a style check of our own."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from beritaextract import checks, extract
from beritaextract.checks.engine import Case, CheckInfo, Finding, check
from beritaextract.cli import app
from beritaextract.diagnostics import fixes
from beritaextract.errors import ArticleError
from beritaextract.model import Check, Edit, Severity, Span

MIXED = "Bantuan Rp5 milyar turun.\nIuran Rp7 milyar lunas, Jumat (23/9/2021).\n"
MENDED = MIXED.replace("milyar", "miliar")


@check(
    CheckInfo(
        code="BX609",
        title="billions are written miliar",
        severity="style",
        what="Wants miliar.\nMenghendaki miliar.",
        trigger="milyar",
        holds="Rp5 miliar",
        contradicts="Rp5 milyar",
    )
)
def billions_are_miliar(case: Case) -> Iterator[Finding]:
    for quantity in case.mentions.quantities:
        if quantity.span.text.endswith("milyar"):
            start = quantity.span.end - len("milyar")
            yield Finding(
                verdict="malformed",
                message="Ejaan baku: miliar",
                message_en="The standard spelling is miliar",
                evidence=(quantity.span,),
                fix=(
                    Edit(span=Span(start=start, end=quantity.span.end, text="milyar"), replacement="miliar"),
                ),
            )


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the style check exists and the house wants it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(checks, "_CHECKS", (*checks._CHECKS, billions_are_miliar))
    monkeypatch.setattr(checks, "CATALOGUE", {**checks.CATALOGUE, "BX609": billions_are_miliar.info})
    (tmp_path / "beritaextract.toml").write_text("profile = 'kompas'\n")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


class TestStyle:
    def test_it_is_off_without_a_house(self, house: Path) -> None:
        (house / "beritaextract.toml").unlink()
        (house / "a.txt").write_text(MIXED)
        assert "BX609" not in run("a.txt").stdout
        assert "BX609" in run("a.txt", "--profile", "kompas").stdout
        assert "BX609" in run("a.txt", "--select", "BX6").stdout

    def test_style_alone_fails_nobody(self, house: Path) -> None:
        (house / "a.txt").write_text("Bantuan Rp5 milyar turun.")
        result = run("a.txt", "--fail-on", "warning")
        assert result.exit_code == 0
        assert "milyar → miliar (--fix)" in result.stdout
        assert "perhaps" not in result.stdout

    def test_the_state_names_the_profile(self, house: Path) -> None:
        listed = CliRunner().invoke(app, ["rules"]).stdout
        assert "BX609  style       on, profile" in listed

    def test_a_pack_brings_a_house_of_its_own(self, house: Path) -> None:
        (house / "desk" / "tables").mkdir(parents=True)
        (house / "desk" / "tables" / "profiles.csv").write_text("profile,code,source\nharian,BX609,desk\n")
        (house / "a.txt").write_text(MIXED)
        assert "BX609" in run("a.txt", "--patterns", "desk", "--profile", "harian").stdout


class TestFix:
    def test_style_is_written_and_facts_are_not(self, house: Path) -> None:
        (house / "a.txt").write_text(MIXED)
        result = run("a.txt", "--fix")
        assert (house / "a.txt").read_text() == MENDED
        assert result.stderr == "beritaextract: a.txt: milyar → miliar\n" * 2
        assert "BX301" in result.stdout
        assert "BX609" not in result.stdout
        assert result.exit_code == 1

    def test_diff_shows_and_writes_nothing(self, house: Path) -> None:
        (house / "a.txt").write_text(MIXED)
        result = run("a.txt", "--diff")
        assert result.exit_code == 1
        changes = [line for line in result.stdout.splitlines() if line.startswith(("-", "+"))]
        assert changes[2:4] == ["-Bantuan Rp5 milyar turun.", "-Iuran Rp7 milyar lunas, Jumat (23/9/2021)."]
        assert changes[4] == "+Bantuan Rp5 miliar turun."
        assert (house / "a.txt").read_text() == MIXED
        (house / "a.txt").write_text(MENDED)
        assert run("a.txt", "--diff").exit_code == 0

    @pytest.mark.parametrize(
        "data",
        [
            MIXED.replace("\n", "\r\n").encode(),
            b"\xef\xbb\xbf" + MIXED.encode(),
            MIXED.encode("utf-16"),
            ("“Cukup” – kata Sri. " + MIXED).encode("cp1252"),
            MIXED.replace(" ", "\xa0").encode(),
        ],
    )
    def test_encoding_mark_line_ends_and_spaces_stay(self, house: Path, data: bytes) -> None:
        (house / "a.txt").write_bytes(data)
        run("a.txt", "--fix")
        encoding = "utf-16-le" if data.startswith(b"\xff\xfe") else "latin-1"
        swapped = data.replace("milyar".encode(encoding), "miliar".encode(encoding))
        assert swapped != data
        assert (house / "a.txt").read_bytes() == swapped

    def test_permissions_and_links_stay(self, house: Path) -> None:
        (house / "a.txt").write_text(MIXED)
        os.chmod(house / "a.txt", 0o640)
        (house / "b.txt").symlink_to("a.txt")
        run("b.txt", "--fix")
        assert (house / "b.txt").is_symlink()
        assert (house / "a.txt").read_text() == MENDED
        assert stat.S_IMODE((house / "a.txt").stat().st_mode) == 0o640
        assert {path.name for path in house.iterdir()} == {"a.txt", "b.txt", "beritaextract.toml"}

    def test_what_was_accepted_is_left_alone(self, house: Path) -> None:
        (house / "a.txt").write_text(MIXED)
        run("a.txt", "--baseline", "dasar.json", "--write-baseline")
        run("a.txt", "--baseline", "dasar.json", "--fix")
        assert (house / "a.txt").read_text() == MIXED

    def test_stdin_cannot_be_repaired(self, house: Path) -> None:
        result = CliRunner().invoke(app, ["check", "-", "--fix"], input=MIXED)
        assert result.exit_code == 2
        assert "name the file" in result.stderr

    @pytest.mark.parametrize(
        "data",
        [
            "“Cukup” – kata Sri. ".encode() + b"\xe2\x80 " + MIXED.encode(),
            ("Di kafe\u0301. " + MIXED).encode(),
        ],
    )
    def test_text_that_was_mended_to_be_read_is_not_written(self, house: Path, data: bytes) -> None:
        (house / "a.txt").write_bytes(data)
        (house / "b.txt").write_text(MIXED)
        result = run("a.txt", "b.txt", "--fix")
        assert result.exit_code == 2
        assert "a.txt: is not plain text in one encoding" in result.stderr
        assert (house / "a.txt").read_bytes() == data
        assert (house / "b.txt").read_text() == MENDED


def finding(severity: Severity, *edits: tuple[int, str, str]) -> Check:
    return Check(
        id="BX609-1",
        code="BX609",
        verdict="malformed",
        severity=severity,
        message="",
        message_en="",
        evidence=(),
        fix=tuple(
            Edit(span=Span(start=start, end=start + len(words), text=words), replacement=other)
            for start, words, other in edits
        ),
    )


class TestWhatMayBeWritten:
    def test_no_edit_changes_a_digit(self) -> None:
        kept = fixes.edits_of([finding("style", (0, "Rp 5", "Rp5"), (9, "07:55", "07.55"), (20, "5", "6"))])
        assert [edit.replacement for edit in kept] == ["Rp5", "07.55"]

    @pytest.mark.parametrize("severity", ["error", "warning", "info"])
    def test_only_style_is_repaired(self, severity: Severity) -> None:
        assert fixes.edits_of([finding(severity, (0, "milyar", "miliar"))]) == ()

    def test_of_edits_that_overlap_the_first_is_made(self) -> None:
        kept = fixes.edits_of([finding("style", (4, "b c", "bc")), finding("style", (2, "a b", "ab"))])
        assert [edit.replacement for edit in kept] == ["ab"]

    def test_a_file_that_has_changed_is_not_touched(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Bantuan Rp6 milyar turun.")
        article = extract(b"Bantuan Rp5 milyar turun.", path=str(path))
        with pytest.raises(ArticleError, match="changed since"):
            fixes.repair(article, fixes.edits_of([finding("style", (12, "milyar", "miliar"))]))
