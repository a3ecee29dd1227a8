"""Past one machine the results are those of the single process, on real partitions, whatever is in the rows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from beritaextract import ArticleError, Document, Extractor, RuleError, read
from beritaextract.distributed import Fields, Intake, Recipe
from beritaextract.distributed import records as distributed
from beritaextract.distributed.on_spark import SCHEMA
from beritaextract.distributed.records import Record, needs, prepared, records, wanted
from beritaextract.errors import WorkerError
from conftest import ROOT

PAGE = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
PROGRAMS: dict[str, str] = dict(re.findall(r"```python (\w+)\n(.*?)```", PAGE, re.DOTALL))
SOURCES = ("s3://arsip/2024/", "s3a://arsip/2024/")
TARGETS = ("s3://hasil/2024/", "s3a://hasil/2024/")
ENGINES = {
    "ray": "import ray\nray.init(num_cpus=3, object_store_memory=100_000_000, include_dashboard=False)\n",
    "spark": "",
}
"""What a program needs before it to stay small on one machine."""
SPARK_OPTIONS = [
    "--master local[2] --driver-memory 512m --driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'",
    "--conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1",
    "--conf spark.driver.bindAddress=127.0.0.1 --conf spark.sql.codegen.wholeStage=false",
    "--conf spark.sql.session.timeZone=UTC pyspark-shell",
]
STORY = "Sebanyak 12 nelayan menerima jaring senilai Rp42 juta, Kamis (16/6/2023). Kemarin ada 7 orang."
PLAIN = Recipe(names="rules")


def single(row: dict[str, Any]) -> dict[str, Any]:
    """What the library makes of a row's text alone."""
    article = Extractor(names="rules").extract_document(Document(text=row["text"], id=row["id"]))
    return stripped(article.to_json())


def stripped(record: str) -> dict[str, Any]:
    """A record without what says by which way it came."""
    found: dict[str, Any] = json.loads(record, parse_float=str)
    for name in ("path", "row", "media_type"):
        found["source"].pop(name, None)
    return found


class TestRecords:
    def test_they_are_what_the_library_gives_in_order(self) -> None:
        rows = [{"id": f"a{number}", "text": f"{STORY} Halaman {number}."} for number in range(70)]
        found = list(records(rows, PLAIN, timeout=60))
        assert [each["id"] for each in found] == [row["id"] for row in rows]
        assert [stripped(each["record"]) for each in found] == [single(row) for row in rows]
        assert {(each["error"], each["inconsistent"]) for each in found} == {(None, 1)}

    def test_a_bad_row_is_an_error_record_in_its_place(self) -> None:
        rows: list[dict[str, Any]] = [
            {"id": "a", "text": None},
            {"id": "b"},
            {"text": "Sebanyak 12 orang hadir."},
            {"id": "d", "text": "x" * 300},
            {"id": 5, "text": ""},
        ]
        found = list(records(rows, Recipe(names="rules", intake=Intake(max_bytes=200)), timeout=60))
        assert [(each["id"], each["error"]) for each in found] == [
            ("a", "a: the column 'text' is empty; there is no text to read"),
            ("b", "b: no column holds the text (columns: id); name it with --text-field"),
            (None, None),
            ("d", "d: longer than 200 characters; raise max_bytes if it is an article"),
            ("5", None),
        ]
        assert json.loads(found[0]["record"]) == {
            "schema": "beritaextract/1",
            "source": {"path": "a"},
            "error": {"code": "article", "message": found[0]["error"]},
        }

    def test_a_row_that_takes_too_long_or_kills_costs_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(distributed, "prepared", sleepy)
        rows = [
            {"id": text, "text": text} for text in ("Satu orang.", "Tidur.", "Mati.", "Gagal.", "Dua orang.")
        ]
        found = list(records(rows, PLAIN, timeout=1.5))
        assert [each["error"] for each in found] == [
            None,
            "Tidur.: took longer than 1.5 seconds; raise the timeout",
            "Mati.: its worker process died (exit code 9); give it more memory",
            "Gagal.: gagal; a fault of this program, please report it",
            None,
        ]
        codes = [json.loads(each["record"]).get("error", {}).get("code") for each in found]
        assert codes == [None, "timeout", "died", "unforeseen", None]

    def test_what_cannot_work_is_said_before_it_begins(self, tmp_path: Path) -> None:
        assert wanted(["id", "isi", "html", "Judul"], PLAIN) == ["isi", "id", "Judul"]
        nested = Recipe(names="rules", intake=Intake(fields=Fields(text="berita.isi", id="nomor")))
        assert wanted(["nomor", "berita", "id"], nested) == ["berita", "nomor"]
        with pytest.raises(ArticleError, match=r"the table: no column holds the text \(columns: id, x\)"):
            wanted(["id", "x"], PLAIN)
        with pytest.raises(RuleError):
            wanted(["text"], Recipe(packs=(str(tmp_path / "tiada"),)))
        with pytest.raises(
            WorkerError, match=r"^no_engine: is not installed; pip install 'beritaextract\[ray\]'$"
        ):
            needs("no_engine", "ray")


def sleepy(recipe: Recipe) -> Callable[[tuple[str | None, dict[str, Any]]], Record]:
    work = prepared(recipe)

    def slowly(item: tuple[str | None, dict[str, Any]]) -> Record:
        text = item[1]["text"]
        if text == "Tidur.":
            time.sleep(60)
        if text == "Mati.":
            os._exit(9)
        if text == "Gagal.":
            raise ValueError("gagal")
        return work(item)

    return slowly


LONG = "Sebanyak 12 orang hadir di Palu. " * 100_000
"""More than an article can take in its time."""


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of one that can run here."""
    name: str = request.param
    package = {"ray": "ray", "spark": "pyspark"}[name]
    if find_spec(package) is None:
        pytest.skip(f"no {package} here: pip install 'beritaextract[{name}]'")
    if name == "spark" and not (shutil.which("java") or "JAVA_HOME" in os.environ):
        pytest.skip("no Java here, which Spark runs on: apt install openjdk-17-jre-headless")
    return name


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of articles, some of them hostile; numbers, nested texts and moments as tables have them."""
    folder = tmp_path_factory.mktemp("arsip")
    own = [
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/fixtures").glob("*/article.txt"))
    ]
    html = f"<p>{STORY}</p><p>Hadir pula 3 menteri &amp; 5 bupati.</p>"
    hostile = [
        None,
        "",
        " \n",
        "The minister said 12 of the people had come to the opening on Monday.",
        html,
        LONG,
    ]
    texts = [text and text.encode() for text in [*own, *hostile, STORY]]
    texts.append(b"Sebanyak 12 orang\xff hadir.")
    # only a file that another program has written holds bytes that are no text
    held = pa.array(texts, pa.binary())
    strings = pa.Array.from_buffers(pa.string(), len(held), held.buffers())
    count = len(texts)
    table = pa.table(
        {
            "nomor": pa.array([*range(count - 1), None], pa.int64()),
            "berita": pa.StructArray.from_arrays([strings], ["isi"]),
            "judul": pa.array(["Jaring baru", None] * count, pa.string())[:count],
            "tanggal": pa.array(
                [datetime(2023, 6, 15, 22, 30, tzinfo=UTC)] * count, pa.timestamp("us", "UTC")
            ),
            "diubah": pa.array([date(2023, 6, 17)] * count, pa.date32()),
            "html": ["<x>" * 100] * count,
        }
    ).rename_columns(["nomor", "berita", "judul", "tanggal", "modified", "html"])
    for number in range(4):
        part = table.slice(number * (count // 4 + 1), count // 4 + 1)
        parquet.write_table(part, folder / f"{number}.parquet")
    return folder


@pytest.fixture(scope="module")
def expected(archive: Path) -> dict[str | None, dict[str, Any]]:
    """By id, what the single process makes of the rows; of one that holds no text nothing."""
    extractor = Extractor()
    documents = read(archive, text_field="berita.isi", id_field="nomor", on_error=lambda problem: None)
    return {
        document.id: stripped(extractor.extract_document(document).to_json())
        for document in documents
        if len(document.text) < len(LONG) // 2
    }


def program(engine: str, source: Path, target: Path) -> str:
    """The page's program, on files here, in small batches, and with less patience."""
    text: str = ENGINES[engine] + PROGRAMS[engine]
    changes = {path: str(source) for path in SOURCES} | {path: str(target) for path in TARGETS}
    changes |= {
        "timeout=60": "timeout=3",
        "batch_size=1024": "batch_size=8",
        "repartition(512)": "repartition(3)",
    }
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def ran(engine: str, source: Path, target: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """The program has run, as a user would start it."""
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": " ".join(SPARK_OPTIONS),
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    return subprocess.run(
        [sys.executable, "-c", program(engine, source, target)],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_the_program_of_the_page_gives_what_the_single_process_gives(
    engine: str, archive: Path, expected: dict[str | None, dict[str, Any]], tmp_path: Path
) -> None:
    target = tmp_path / "hasil"
    result = ran(engine, archive, target, tmp_path)
    assert result.returncode == 0, result.stderr[-3000:]
    assert len(list(target.glob("*.parquet"))) > 1
    table = parquet.read_table(target)
    assert ", ".join(f"{field.name} {field.type}" for field in table.schema).replace("int32", "int") == SCHEMA
    found = table.to_pylist()
    errors = {row["id"]: row["error"] for row in found if row["error"] is not None}
    empty, long = sorted(errors, key=int)
    assert errors == {
        empty: f"{empty}: the column 'berita.isi' is empty; there is no text to read",
        long: f"{long}: took longer than 3 seconds; raise the timeout",
    }
    articles = {row["id"]: row for row in found if row["error"] is None}
    assert {key: stripped(row["record"]) for key, row in articles.items()} == expected
    assert len(found) == len(expected) + 2
    for key, row in articles.items():
        verdicts = [check["verdict"] for check in expected[key]["checks"]]
        assert row["inconsistent"] == verdicts.count("inconsistent")
