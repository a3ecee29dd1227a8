"""What databases do with the rows, and what descriptors say of them."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from decimal import Decimal
from pathlib import Path

import duckdb
import frictionless
import psycopg
import pytest
import sqlite_utils

from beritaextract import Article
from beritaextract.errors import ExportError
from beritaextract.export import Failure, formats, load, store
from beritaextract.export.flat.datapackage import descriptor
from beritaextract.export.flat.rows import ERRORS, TABLES

_SUM = "SELECT sum(value) FROM quantities WHERE unit = 'IDR'"
_COLUMNS = [
    f"SELECT {', '.join(f'{table.name}.{column.name}' for column in table.columns)} FROM {table.name}"
    f" ORDER BY {', '.join(table.whole_key)}"
    for table in (*TABLES, ERRORS)
]
"""Every column by its name, without quotes."""


def rupiah(articles: list[Article]) -> int | Decimal:
    """The sum of all amounts that their column can hold."""
    amounts = (q.value for each in articles for q in each.quantities if q.unit == "IDR")
    return sum(amount for amount in amounts if amount is not None and amount < 2**63)


class TestSQLite:
    @pytest.fixture
    def database(self, tmp_path: Path, articles: list[Article]) -> sqlite_utils.Database:
        store(articles, tmp_path / "berita.db")
        return sqlite_utils.Database(tmp_path / "berita.db")

    def test_sums_and_comparisons_work(
        self, database: sqlite_utils.Database, articles: list[Article]
    ) -> None:
        (total,) = database.execute(_SUM).fetchone()
        assert total == rupiah(articles) > 2**53
        shares = database.execute(
            "SELECT text FROM quantities WHERE kind = 'percent' AND value BETWEEN 27 AND 28"
        )
        assert {text for (text,) in shares} == {"27,5 persen"}

    def test_references_hold(self, database: sqlite_utils.Database) -> None:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = {
            (key.column, key.other_table)
            for key in database.table("claims").foreign_keys
            if not key.is_compound
        }
        assert ("doc_id", "articles") in found

    def test_an_article_goes_with_all_that_belongs_to_it(self, database: sqlite_utils.Database) -> None:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("DELETE FROM articles")
        assert [name for name in (table.name for table in TABLES) if database[name].count] == []

    def test_articles_and_quotes_are_searched_by_their_words(self, database: sqlite_utils.Database) -> None:
        (found,) = database.table("articles").search("pedagang sayur")
        assert found["headline"].startswith("Pasar Tani")
        assert [row["speaker"] for row in database.table("quotes").search("disabilitas")] == ["Sri Mulyatno"]

    def test_a_search_finds_what_has_changed(self, tmp_path: Path, articles: list[Article]) -> None:
        target = tmp_path / "berita.db"
        store(articles, target)
        metadata = articles[0].metadata.model_copy(update={"headline": "Judul anyar"})
        store([articles[0].model_copy(update={"metadata": metadata})], target)
        database = sqlite_utils.Database(target)
        database.execute("DELETE FROM quotes WHERE id = 's1'")
        database.conn.commit()
        database.vacuum()
        assert [row["headline"] for row in database.table("articles").search("anyar")] == ["Judul anyar"]
        assert [row["speaker"] for row in database.table("quotes").search("disabilitas")] == ["Sri Mulyatno"]

    def test_no_name_of_a_column_needs_quotes(self, database: sqlite_utils.Database) -> None:
        for sql in _COLUMNS:
            database.execute(sql)

    def test_a_writer_waits_and_then_says_so(
        self, tmp_path: Path, articles: list[Article], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("beritaextract.export.sqlite._PATIENCE", 0.1)
        store(articles[:1], tmp_path / "berita.db")
        holder = sqlite3.connect(tmp_path / "berita.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(ExportError, match="locked; close the program that holds it"):
            store(articles[1:], tmp_path / "berita.db")
        holder.close()


class TestDescriptors:
    def test_that_of_a_folder_holds_for_its_rows(self, tmp_path: Path, articles: list[Article]) -> None:
        store(
            [*articles, Failure("x.txt", "article", "x.txt: no such file")], tmp_path / "hasil", format="csv"
        )
        report = frictionless.validate(str(tmp_path / "hasil" / "datapackage.json"))
        assert report.flatten(["rowNumber", "fieldName", "type", "message"]) == []
        assert len(report.tasks) == len(TABLES) + 1

    def test_with_its_types_pandas_keeps_codes(self, tmp_path: Path, articles: list[Article]) -> None:
        pandas = pytest.importorskip("pandas")
        target = tmp_path / "hasil"
        store(articles, target, format="csv")
        resources = json.loads((target / "datapackage.json").read_bytes())["resources"]
        (places,) = (each for each in resources if each["name"] == "places")
        types = {each["name"]: str for each in places["schema"]["fields"] if each["type"] == "string"}
        frame = pandas.read_csv(target / places["path"], dtype=types)
        stored = [row["code"] for row in load(target, format="csv")["places"] if row["code"]]
        assert any(str(code).endswith("0") for code in stored)
        assert frame["code"].dropna().tolist() == stored

    def test_that_of_a_folder_finds_what_is_wrong(self, tmp_path: Path, articles: list[Article]) -> None:
        store(articles, tmp_path / "hasil", format="csv")
        (tmp_path / "hasil" / "quantities.csv").unlink()
        shutil.copy(tmp_path / "hasil" / "dates.csv", tmp_path / "hasil" / "quantities.csv")
        assert not frictionless.validate(str(tmp_path / "hasil" / "datapackage.json")).valid

    @pytest.mark.parametrize(
        ("name", "written"),
        [
            ("berita.db", "berita.db.datapackage.json"),
            ("berita.duckdb", "berita.duckdb.datapackage.json"),
            ("hasil.parquet", "hasil.parquet/datapackage.json"),
        ],
    )
    def test_others_are_sound_and_lie_beside(
        self, name: str, written: str, tmp_path: Path, articles: list[Article]
    ) -> None:
        store(articles[:1], tmp_path / name)
        found = json.loads((tmp_path / written).read_text(encoding="utf-8"))
        format = formats.for_target(tmp_path / name).name
        assert found == descriptor(format, None if format == "parquet" else name)
        package = frictionless.Package.from_descriptor(found)
        assert package.resource_names == [table.name.replace("_", "-") for table in (*TABLES, ERRORS)]


class TestDuckDBAndPostgres:
    def test_sums_in_duckdb_are_exact(self, tmp_path: Path, articles: list[Article]) -> None:
        store(articles, tmp_path / "berita.duckdb")
        with duckdb.connect(tmp_path / "berita.duckdb", read_only=True) as connection:
            found = [connection.execute(sql).fetchall() for sql in (_SUM, *_COLUMNS)]
        assert found[0] == [(rupiah(articles),)]

    def test_sums_in_postgres_are_exact(self, postgres_url: str, articles: list[Article]) -> None:
        with psycopg.connect(postgres_url, autocommit=True) as server:
            server.execute("DROP SCHEMA IF EXISTS sums CASCADE; CREATE SCHEMA sums; SET search_path = sums")
            store(articles, f"{postgres_url}?options=-csearch_path%3Dsums")
            found = [server.execute(sql).fetchall() for sql in (_SUM, *_COLUMNS)]
        assert found[0] == [(rupiah(articles),)]

    def test_two_writers_take_turns(self, postgres_url: str, articles: list[Article]) -> None:
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA IF EXISTS two CASCADE; CREATE SCHEMA two")
        target = f"{postgres_url}?options=-csearch_path%3Dtwo"
        wrong: list[BaseException] = []

        def write() -> None:
            try:
                store(articles, target)
            except BaseException as problem:
                wrong.append(problem)

        writers = [threading.Thread(target=write) for _ in range(4)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert wrong == []
        assert len(load(target)["quantities"]) == sum(len(each.quantities) for each in articles)
