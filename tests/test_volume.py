"""Runs that are killed, watched, locked out or cut short by a full disk: nothing is lost and nothing comes twice."""

from __future__ import annotations

import errno
import io
import json
import os
import pty
import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from beritaextract.batch import Listener, Profile, Tally, parts, run, watching
from beritaextract.batch.journal import JOURNAL
from beritaextract.batch.manifest import Part
from beritaextract.batch.work import Encoded
from beritaextract.cli import app
from beritaextract.commands import telling as told
from beritaextract.commands.job import remedied
from beritaextract.errors import ArticleError, ExportError
from beritaextract.export import FINDING_FORMATS, FORMATS, load
from beritaextract.mentions.memo import Memo
from killing import KillingWorkers
from test_batch import StopAfter, contents, job, lines, records, story

KILLER = Path(__file__).with_name("killing.py")


class Heard(Listener):
    """Keeps what it is told; stops a run once so many parts are done."""

    def __init__(self, enough: int | None = None) -> None:
        self.enough = enough
        self.parts: list[Part] = []
        self.losses: list[tuple[str | None, bool]] = []

    def part(self, number: int, part: Part) -> None:
        self.parts.append(part)
        if self.enough is not None and len(self.parts) >= self.enough:
            raise KeyboardInterrupt

    def loss(self, label: str | None, reason: str, again: bool) -> None:
        self.losses.append((label, again))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty articles and a line that is none."""
    path = tmp_path_factory.mktemp("arsip") / "arsip.jsonl"
    path.write_text(lines(30) + "{cut off\n")
    return path


class TestKilling:
    def test_ten_kills_at_random_moments_cost_nothing(self, tmp_path: Path) -> None:
        archive = tmp_path / "arsip.jsonl"
        archive.write_text(lines(600))
        run(job(tmp_path / "whole", archive, size=10, workers=2))
        killed = subprocess.run(
            [sys.executable, KILLER, archive, tmp_path / "out", "10"], check=True, capture_output=True
        )
        moments = json.loads(killed.stdout)
        assert len(moments) == 10
        assert len({done for done in moments if 0 < done < 600}) >= 4
        assert contents(tmp_path / "out") == contents(tmp_path / "whole")

    def test_workers_that_are_killed_are_replaced(self, tmp_path: Path) -> None:
        archive = tmp_path / "arsip.jsonl"
        archive.write_text(lines(200))

        class Killing(KillingWorkers, Heard):
            pass

        heard = Killing(random.Random(5), chance=0.1)
        tally = run(job(tmp_path / "out", archive, workers=2), heard)
        assert (tally.articles, tally.errors) == (200, 0)
        assert [each["source"]["id"] for each in records(tmp_path / "out")] == [f"b{n}" for n in range(200)]
        assert len(heard.losses) >= 2


class TestOneAtATime:
    def test_a_second_run_is_told_to_wait(self, tmp_path: Path, archive: Path) -> None:
        refused: list[str] = []

        class Meanwhile(Heard):
            def part(self, number: int, part: Part) -> None:
                with pytest.raises(ExportError) as second:
                    run(job(tmp_path / "out", archive))
                refused.append(str(second.value))

        run(job(tmp_path / "out", archive), Meanwhile())
        assert refused == [
            f"{tmp_path / 'out'}: another run is at work in this folder; wait for it, or choose another folder"
        ] * len(refused)
        assert refused
        assert run(job(tmp_path / "out", archive)).before == 31


class TestWatching:
    def watched(self, folder: Path, out: Path, heard: Heard, **further: Any) -> None:
        with pytest.raises(KeyboardInterrupt):
            run(job(out, folder, **({"settle": 0.2} | further)), heard)

    def test_files_are_taken_as_they_come_and_as_they_change(self, tmp_path: Path) -> None:
        folder, aside, out = tmp_path / "masuk", tmp_path / "aside", tmp_path / "out"
        for each in (folder, aside / "hari"):
            each.mkdir(parents=True)
        (folder / "satu.txt").write_text(story(1))
        (aside / "hari" / "tiga.txt").write_text(story(3))
        (aside / "hari" / ".rsync.txt").write_text(story(4))

        class Bringing(Heard):
            def part(self, number: int, part: Part) -> None:
                if number == 1:
                    (folder / "dua.jsonl").write_text(lines(2))
                elif number == 2:
                    os.rename(aside / "hari", folder / "hari")
                elif number == 3:
                    (folder / "satu.txt").write_text(story(10))
                super().part(number, part)

        self.watched(folder, out, Bringing(enough=4))
        found = [(each["source"]["path"], each["quantities"][0]["value"]) for each in records(out)]
        assert found == [
            (str(folder / "satu.txt"), 4),
            (str(folder / "dua.jsonl"), 3),
            (str(folder / "dua.jsonl"), 4),
            (str(folder / "hari" / "tiga.txt"), 6),
            (str(folder / "satu.txt"), 13),
        ]

    def test_a_file_is_taken_once_it_is_complete(self, tmp_path: Path) -> None:
        folder, out = tmp_path / "masuk", tmp_path / "out"
        folder.mkdir()

        def write_slowly() -> None:
            with (folder / "pelan.jsonl").open("w") as file:
                for line in lines(12).splitlines(keepends=True):
                    file.write(line[:40])
                    file.flush()
                    time.sleep(0.1)
                    file.write(line[40:])

        writing = threading.Thread(target=write_slowly)
        writing.start()
        heard = Heard(enough=1)
        self.watched(folder, out, heard, settle=0.8)
        writing.join()
        assert [(part.units, part.errors) for part in heard.parts] == [(12, 0)]

    def test_a_stopped_watch_goes_on_in_the_midst_of_a_file(self, tmp_path: Path) -> None:
        folder, out = tmp_path / "masuk", tmp_path / "out"
        folder.mkdir()
        (folder / "arsip.jsonl").write_text(lines(5))
        self.watched(folder, out, Heard(enough=1), size=2)
        with (out / JOURNAL).open("ab") as journal:
            journal.write(b'["cut o')  # what a kill may leave
        (folder / "besok.txt").write_text(story(7))
        self.watched(folder, out, Heard(enough=2), size=2)
        assert [each["source"].get("id") for each in records(out)] == [*(f"b{n}" for n in range(5)), None]
        (out / JOURNAL).write_bytes(b"[1]\n")
        with pytest.raises(ExportError, match=r"taken.jsonl: is damaged .*; begin anew with --restart"):
            run(job(out, folder, settle=0.2, size=2))

    def test_only_folders_are_watched_and_not_the_results(
        self, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(ArticleError, match=r"is no folder, and --watch takes folders alone; name one"):
            run(job(tmp_path / "out", archive, settle=1))
        with pytest.raises(ExportError, match="is watched; choose another folder for -o"):
            run(job(tmp_path, tmp_path, settle=1))
        monkeypatch.setattr(watching, "find_spec", lambda name: None)
        with pytest.raises(ExportError, match=r"needs watchfiles; pip install 'beritaextract\[watch\]'"):
            run(job(tmp_path / "out", tmp_path, settle=1))


class TestOutputs:
    @pytest.mark.parametrize("format", [*FORMATS, *FINDING_FORMATS, "csv", "parquet"])
    def test_every_form_of_parts_is_resumed_to_the_same_bytes(
        self, tmp_path: Path, archive: Path, format: str
    ) -> None:
        with pytest.raises(KeyboardInterrupt):
            run(job(tmp_path / "out", archive, format=format, size=20), StopAfter(25))
        assert run(job(tmp_path / "out", archive, format=format, size=20)).before == 20
        run(job(tmp_path / "whole", archive, format=format, size=20))
        assert contents(tmp_path / "out") == contents(tmp_path / "whole")
        assert sum(map(len, contents(tmp_path / "out").values())) > 1000

    @pytest.mark.parametrize("ending", ["db", "duckdb"])
    def test_every_database_gets_what_was_left(self, tmp_path: Path, archive: Path, ending: str) -> None:
        target, whole = tmp_path / f"berita.{ending}", tmp_path / f"whole.{ending}"
        with pytest.raises(KeyboardInterrupt):
            run(job(tmp_path / "out", archive, target=str(target), size=20), StopAfter(25))
        assert run(job(tmp_path / "out", archive, target=str(target), size=20)).before == 20
        run(job(tmp_path / "other", archive, target=str(whole), size=20))
        assert load(target) == load(whole)
        assert (len(load(target)["articles"]), len(load(target)["errors"])) == (30, 1)

        target.unlink()
        assert run(job(tmp_path / "out", archive, target=str(target), size=20)).before == 0
        assert load(target) == load(whole)

    def test_postgres_gets_what_was_left(self, tmp_path: Path, archive: Path, postgres_url: str) -> None:
        psycopg = pytest.importorskip("psycopg")
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute("CREATE SCHEMA batch")
        target = f"{postgres_url}?options=-csearch_path%3Dbatch"
        with pytest.raises(KeyboardInterrupt):
            run(job(tmp_path / "out", archive, target=target, size=20), StopAfter(25))
        tally = run(job(tmp_path / "out", archive, target=target, size=20))
        assert (tally.before, tally.articles, tally.errors) == (20, 30, 1)
        held = load(target)
        assert (len(held["articles"]), len(held["errors"])) == (30, 1)

    def test_a_full_disk_is_named_and_costs_one_part(self, tmp_path: Path, archive: Path) -> None:
        (tmp_path / "part-000001.jsonl.tmp").symlink_to("/dev/full")
        with (
            parts.opened(tmp_path, "jsonl") as sink,
            pytest.raises(OSError, match="No space left") as full,
        ):
            sink.write(1, [Encoded(None, b"{}\n")])
        assert full.value.errno == errno.ENOSPC
        place = tmp_path / "part-000001.jsonl"
        assert remedied(full.value) == (
            f"{place}: No space left on device; free the disk or choose another path",
            2,
        )
        assert not place.exists()


class TestManifests:
    def test_one_of_another_version_is_refused_and_can_be_forgotten(
        self, tmp_path: Path, archive: Path
    ) -> None:
        run(job(tmp_path / "out", archive))
        manifest = tmp_path / "out" / "manifest.json"
        manifest.write_bytes(
            manifest.read_bytes().replace(b"beritaextract-batch/1", b"beritaextract-batch/0")
        )
        with pytest.raises(ExportError, match=r"of another version \(.*/0\); begin anew with --restart"):
            run(job(tmp_path / "out", archive))
        assert run(job(tmp_path / "out", archive, restart=True)).before == 0

    @pytest.mark.parametrize("content", [b"", b'{"schema": "beritaextract-batch/1", "par', b"[]", b"\xff"])
    def test_a_damaged_one_is_named(self, tmp_path: Path, archive: Path, content: bytes) -> None:
        (tmp_path / "manifest.json").write_bytes(content)
        for restart in (False, True):
            if restart and content.startswith(b"{"):
                continue
            with pytest.raises(
                ExportError, match=r"manifest.json: is damaged, or no manifest of a batch; choose"
            ):
                run(job(tmp_path, archive, restart=restart))
        assert (tmp_path / "manifest.json").read_bytes() == content


class TestTelling:
    def test_the_log_tells_everything_as_json(self, tmp_path: Path, archive: Path) -> None:
        arguments = [str(archive), "-o", str(tmp_path / "out"), "--names", "rules", "--log-json", "--profile"]
        result = CliRunner().invoke(app, ["batch", *arguments, "--part-size", "20", "--workers", "1"])
        events = [json.loads(line) for line in result.stderr.splitlines()]
        assert result.exit_code == 1
        assert [each["event"] for each in events] == ["start", "part", "error", "part", "end", "profile"]
        start, part, error, _, end, profile = events
        assert (start["total"], start["before"], start["workers"], start["format"]) == (31, 0, 1, "jsonl")
        assert list(part["files"]) == ["part-000001.jsonl"]
        assert (error["path"], error["row"], error["code"]) == (str(archive), 31, "article")
        assert (end["units"], end["articles"], end["errors"]) == (31, 30, 1)
        assert set(profile["workers"]) == {"mentions", "facts", "checks", "record", "encoding"}
        assert profile["slowest"]["unit"].startswith(f"{archive}#")

        again = CliRunner().invoke(app, ["batch", *arguments, "--part-size", "30"])
        (failed,) = (json.loads(line) for line in again.stderr.splitlines())
        assert (again.exit_code, failed["event"]) == (2, "failed")
        assert "part size (20, not 30)" in failed["message"]

    def test_a_terminal_shows_a_bar_with_rate_and_what_remains(
        self, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reader, writer = pty.openpty()
        with open(writer, "w", encoding="utf-8") as terminal:
            monkeypatch.setattr(sys, "stderr", terminal)
            monkeypatch.setenv("TERM", "xterm")
            doing = job(tmp_path / "out", archive)
            with told.telling(doing, 31, as_json=False) as teller:
                teller.ended(run(doing, teller), "out")
            shown = b""
            while b"in out" not in shown:
                shown += os.read(reader, 1 << 16)
        for part in (b"31/31", b"/s", b"0:00:00", b" 1 error", b"30 articles, 1 error in out"):
            assert part in shown

    def test_elsewhere_it_is_a_plain_line_a_minute(
        self, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        errors = io.StringIO()
        monkeypatch.setattr(sys, "stderr", errors)
        doing = job(tmp_path / "out", archive)
        with told.telling(doing, 31, as_json=False) as teller:
            run(doing, teller)
        assert len(errors.getvalue().splitlines()) == 1  # the line that is no article
        monkeypatch.setattr(told, "_EVERY", 0.0)
        with told.telling(doing, 31, as_json=False) as teller:
            teller.unit(Tally(units=20, before=10, errors=3))
        assert errors.getvalue().splitlines()[-1].startswith("beritaextract: 20 of 31, ")
        assert errors.getvalue().rstrip().endswith("0 min left, 3 errors")

    def test_the_profile_is_a_table(
        self, tmp_path: Path, archive: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        doing = job(tmp_path / "out", archive, profile=Profile())
        tally = run(doing)
        assert doing.profile is not None
        assert doing.profile.units == tally.units == 31
        told.Teller().profiled(doing.profile, 1)
        shown = capsys.readouterr().err
        for stage in (
            "workers: mentions",
            "workers: checks",
            "here: rows read",
            "here: parts written",
            "slowest: ",
        ):
            assert stage in shown


def test_names_that_are_no_text_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text(story(1))
    assert run(job(tmp_path / "out", folder)).articles == 1
    with pytest.raises(KeyboardInterrupt):
        run(job(tmp_path / "watched", folder, settle=0.1), Heard(enough=1))
    with pytest.raises(KeyboardInterrupt):
        run(job(tmp_path / "watched", folder, settle=0.1), Interrupting(folder))


class Interrupting(Heard):
    """Brings one more file, to see that the first is not taken again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(enough=1)
        self._folder = folder

    def began(self, tally: Tally) -> None:
        assert tally.units == 1
        (self._folder / "dua.txt").write_text(story(2))

    def part(self, number: int, part: Part) -> None:
        assert part.units == 1
        super().part(number, part)


def test_what_is_remembered_of_words_stays_small_and_keeps_the_frequent_ones() -> None:
    asked: list[str] = []

    def find(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(find, most=10)
    for number in range(1000):
        assert memo["yang"] == 4
        assert memo[f"kata{number}"] == len(f"kata{number}")
        assert len(memo) <= 10
    assert asked.count("yang") == 1
    assert [memo["a" * 1000], memo["a" * 1000]] == [1000, 1000]
    assert "a" * 1000 not in memo
