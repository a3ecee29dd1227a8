"""A batch loses nothing and doubles nothing, whoever is killed; any number of workers writes the same bytes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from beritaextract import Extractor, read
from beritaextract.batch import Job, Listener, Recipe, Tally, run
from beritaextract.batch.expected import expected
from beritaextract.batch.manifest import Part
from beritaextract.errors import ExportError
from beritaextract.export import Failure
from beritaextract.reading.intake import Intake

CLI = [str(Path(sys.executable).with_name("beritaextract")), "batch"]


def story(number: int) -> str:
    return (
        f"Sebanyak {number + 3} nelayan di Desa Bahari {number} menerima jaring baru senilai Rp{number + 1} juta."
        f" Kepala desa Sutarno Widjaja menyerahkannya pada {number % 28 + 1} Mei 2023."
    )


def lines(count: int) -> str:
    return "".join(
        json.dumps({"id": f"b{number}", "text": story(number), "published": "2023-06-01"}) + "\n"
        for number in range(count)
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "arsip.jsonl"
    path.write_text(lines(60))
    return path


def job(folder: Path, *inputs: Path, **further: Any) -> Job:
    settings: dict[str, Any] = {"recipe": Recipe(names="rules"), "workers": 1, "size": 25} | further
    return Job(inputs=tuple(map(str, inputs)), folder=folder, **settings)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def records(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in sorted(folder.glob("part-*.jsonl"))
        for line in path.read_text().splitlines()
    ]


class StopAfter(Listener):
    def __init__(self, units: int) -> None:
        self._units = units

    def unit(self, tally: Tally) -> None:
        if tally.units >= self._units:
            raise KeyboardInterrupt


class Heard(Listener):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.losses: list[tuple[str | None, str, bool]] = []
        self.parts: list[int] = []

    def error(self, failure: Failure) -> None:
        self.errors.append(failure.message)

    def loss(self, label: str | None, reason: str, again: bool) -> None:
        self.losses.append((label, reason, again))

    def part(self, number: int, part: Part) -> None:
        self.parts.append(number)


class TestWhatIsWritten:
    def test_it_is_what_the_library_gives_in_order(self, tmp_path: Path, archive: Path) -> None:
        tally = run(job(tmp_path / "out", archive, workers=2))
        assert (tally.units, tally.articles, tally.errors, tally.parts) == (60, 60, 0, 3)
        found = records(tmp_path / "out")
        assert [each["source"]["id"] for each in found] == [f"b{number}" for number in range(60)]
        alone = Extractor(names="rules").pipe(read(archive))
        held = b"".join(path.read_bytes() for path in sorted((tmp_path / "out").glob("part-*")))
        assert held.decode() == "".join(article.to_json() + "\n" for article in alone)

    def test_any_number_of_workers_writes_the_same_bytes(self, tmp_path: Path, archive: Path) -> None:
        for workers in (1, 2, 3):
            run(job(tmp_path / str(workers), archive, workers=workers))
        assert contents(tmp_path / "1") == contents(tmp_path / "2") == contents(tmp_path / "3")
        manifest = json.loads((tmp_path / "1" / "manifest.json").read_bytes())
        assert manifest["complete"] is True
        assert [part["units"] for part in manifest["parts"]] == [25, 25, 10]
        assert (manifest["parts"][0]["first"], manifest["parts"][0]["last"]) == (
            f"{archive}#1",
            f"{archive}#25",
        )

    def test_bad_inputs_are_records_among_the_good(self, tmp_path: Path, archive: Path) -> None:
        bad = tmp_path / "rusak.jsonl"
        bad.write_text(lines(1) + "{not json\n" + '{"id": "x"}\n' + lines(1))
        (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.4 nothing")
        heard = Heard()
        inputs = (bad, tmp_path / "rusak.pdf", tmp_path / "tiada.txt", archive)
        tally = run(job(tmp_path / "out", *inputs), heard)
        assert (tally.articles, tally.errors) == (62, 4)
        found = records(tmp_path / "out")
        assert [each.get("error") is not None for each in found[:6]] == [False, True, True, False, True, True]
        assert [each["error"]["message"] for each in found if "error" in each] == heard.errors
        assert found[1]["source"] == {"path": str(bad), "row": 2}

    def test_no_article_gives_no_part(self, tmp_path: Path) -> None:
        (tmp_path / "kosong").mkdir()
        tally = run(job(tmp_path / "out"))
        assert (tally.units, tally.parts) == (0, 0)
        assert json.loads((tmp_path / "out" / "manifest.json").read_bytes())["complete"] is True


class TestGoingOn:
    def test_a_stopped_run_goes_on_where_it_was(self, tmp_path: Path, archive: Path) -> None:
        run(job(tmp_path / "whole", archive))
        with pytest.raises(KeyboardInterrupt):
            run(job(tmp_path / "out", archive), StopAfter(40))
        assert not json.loads((tmp_path / "out" / "manifest.json").read_bytes())["complete"]
        tally = run(job(tmp_path / "out", archive, workers=2))
        assert (tally.before, tally.units) == (25, 60)
        assert contents(tmp_path / "out") == contents(tmp_path / "whole")

    def test_a_finished_run_has_nothing_left(self, tmp_path: Path, archive: Path) -> None:
        run(job(tmp_path / "out", archive))
        before = contents(tmp_path / "out")
        tally = run(job(tmp_path / "out", archive))
        assert (tally.before, tally.units, tally.articles) == (60, 60, 60)
        assert contents(tmp_path / "out") == before

    def test_further_articles_fill_the_last_part(self, tmp_path: Path, archive: Path) -> None:
        run(job(tmp_path / "out", archive))
        archive.write_text(lines(80))
        assert run(job(tmp_path / "out", archive)).before == 50
        run(job(tmp_path / "whole", archive))
        assert contents(tmp_path / "out") == contents(tmp_path / "whole")

    def test_a_damaged_part_is_written_anew(self, tmp_path: Path, archive: Path) -> None:
        run(job(tmp_path / "out", archive))
        before = contents(tmp_path / "out")
        (tmp_path / "out" / "part-000002.jsonl").write_bytes(b"cut off")
        assert run(job(tmp_path / "out", archive)).before == 25
        assert contents(tmp_path / "out") == before

    def test_changed_inputs_are_refused(self, tmp_path: Path, archive: Path) -> None:
        run(job(tmp_path / "out", archive))
        archive.write_text(lines(60).replace("Bahari 3 ", "Bahari 300 "))
        with pytest.raises(ExportError, match=r"the inputs have changed between .*#1 and .*#25; .*--restart"):
            run(job(tmp_path / "out", archive))
        run(job(tmp_path / "out", archive, restart=True))
        assert "Bahari 300" in records(tmp_path / "out")[3]["text"]

    @pytest.mark.parametrize(
        ("other", "said"),
        [
            ({"size": 20}, r"part size \(25, not 20\)"),
            ({"recipe": Recipe(names="rules", published="2023-06-02")}, "published"),
            ({"recipe": Recipe()}, r"names \(rules, not "),
            ({"format": "ninjs"}, r"format \(jsonl, not ninjs\)"),
        ],
    )
    def test_other_settings_are_refused(
        self, tmp_path: Path, archive: Path, other: dict[str, Any], said: str
    ) -> None:
        run(job(tmp_path / "out", archive))
        before = contents(tmp_path / "out")
        with pytest.raises(ExportError, match=f"begun in another way: {said}.*--restart"):
            run(job(tmp_path / "out", archive, **other))
        assert contents(tmp_path / "out") == before

    def test_a_folder_of_others_is_left_alone(self, tmp_path: Path, archive: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "part-000001.jsonl").write_text("mine")
        for restart in (False, True):
            with pytest.raises(ExportError, match="is not ours; choose another folder"):
                run(job(tmp_path / "out", archive, restart=restart))
        assert contents(tmp_path / "out") == {"part-000001.jsonl": b"mine"}


class TestTheCommand:
    def arguments(self, folder: Path, archive: Path, *further: str) -> list[str]:
        return [*CLI, str(archive), "-o", str(folder), "--names", "rules", "--part-size", "10", *further]

    def test_a_run_killed_at_any_moment_goes_on_to_the_same_bytes(self, tmp_path: Path) -> None:
        archive = tmp_path / "arsip.jsonl"
        archive.write_text(lines(200))
        whole, out = tmp_path / "whole", tmp_path / "out"
        run(job(whole, archive, size=10))
        start_and_kill(self.arguments(out, archive, "--workers", "2"), out, 3)
        tally = run(job(out, archive, size=10, workers=2))
        assert (tally.articles, tally.errors) == (200, 0)
        assert tally.before > 0
        assert contents(out) == contents(whole)

    def test_what_can_be_read_comes_and_the_rest_is_summed_up(self, tmp_path: Path) -> None:
        bad = tmp_path / "arsip.jsonl"
        bad.write_text(lines(2) + "{\n")
        result = subprocess.run(
            self.arguments(tmp_path / "out", bad), check=False, capture_output=True, text=True
        )
        assert result.returncode == 1
        assert result.stderr.splitlines()[-1] == f"beritaextract: 2 articles, 1 error in {tmp_path / 'out'}"
        assert f"{bad}:3" in result.stderr

        again = subprocess.run(
            self.arguments(tmp_path / "out", bad, "--published", "2023-06-01"),
            check=False,
            capture_output=True,
            text=True,
        )
        assert again.returncode == 2
        assert len(again.stderr.splitlines()) == 1
        assert "--restart" in again.stderr


def start_and_kill(arguments: list[str], folder: Path, parts: int) -> None:
    """Starts the command and kills it without warning once it has written so many parts more."""
    had = len(list(folder.glob("part-*")))
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        if len(list(folder.glob("part-*"))) >= had + parts:
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_lines_are_counted_and_what_is_not_known_is_said(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "satu.txt").write_text(story(1))
    assert expected([str(archive), str(tmp_path / "satu.txt")], Intake()) == 61
    assert expected([str(archive), "-"], Intake()) is None
