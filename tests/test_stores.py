"""What goes into files, folders and databases comes back as it was, and a second time changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlite_utils

from beritaextract import Article, extract, extract_file
from beritaextract.errors import ExportError
from beritaextract.export import Failure, flat, formats, load, store
from beritaextract.export.flat.rows import ERRORS, TABLES
from conftest import ROOT

GENRE = ROOT.parent / "shared" / "corpus" / "genre"
STORES = [format.name for format in formats.REGISTER if format.kind == "store"]
TARGETS = {"sqlite": "berita.db", "duckdb": "berita.duckdb", "csv": "hasil/", "parquet": "hasil.parquet"}


@pytest.fixture(params=STORES)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh target of each store."""
    if request.param != "postgres":
        yield str(tmp_path / TARGETS[request.param]) + "/" * TARGETS[request.param].endswith("/")
        return
    url = request.getfixturevalue("postgres_url")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS desk CASCADE; CREATE SCHEMA desk")
    yield f"{url}?options=-csearch_path%3Ddesk"


def rows(articles: list[Article], table: str) -> list[flat.Row]:
    return in_order([row for each in articles for row in flat.flatten(each)[table]], table)


def in_order(found: list[flat.Row], table: str) -> list[flat.Row]:
    key = next(each.whole_key for each in (*TABLES, ERRORS) if each.name == table)
    return sorted(found, key=lambda row: tuple(str(row[name]) for name in key))


def assert_holds(target: str, articles: list[Article]) -> None:
    held = load(target)
    for table in TABLES:
        found = in_order(held[table.name], table.name)
        assert found == rows(articles, table.name), table.name
        kinds = [[type(value) for value in row.values()] for row in found]
        assert kinds == [[type(value) for value in row.values()] for row in rows(articles, table.name)]


def without_rates(article: Article) -> Article:
    """As an engine that knows no rates would have it."""
    return article.model_copy(update={"rates": (), "quantities": article.quantities[1:]})


class TestWhatComesBack:
    def test_it_is_what_went_in(self, target: str, articles: list[Article]) -> None:
        saved = store(articles, target)
        assert (saved.articles, saved.unchanged, saved.errors) == (len(articles), 0, 0)
        assert_holds(target, articles)

    @pytest.mark.skipif(not GENRE.is_dir(), reason="the articles of ../shared/corpus/genre are not here")
    def test_the_ten_articles_of_the_genre_come_back(self, target: str) -> None:
        found = [extract_file(path) for path in sorted(GENRE.glob("*.txt"))]
        assert len(found) == 10
        store(found, target)
        assert_holds(target, found)

    def test_amounts_codes_and_nulls_are_exact(self, target: str, articles: list[Article]) -> None:
        store(articles[-1:], target)
        held = load(target)
        quantities = {row["text"]: row for row in held["quantities"]}
        assert quantities["Rp9.007.199.254.740.993"]["value"] == 2**53 + 1
        assert quantities["27,5 persen"]["low"] == Decimal("27.45")
        assert quantities["10 sampai 12 orang"]["value"] is None
        assert quantities["Rp4.1250,75 juta"]["malformed"] is True
        beyond = quantities["Rp99.999.999.999.999.999.999.999"]
        assert beyond["value"] is None
        assert json.loads(str(beyond["exact"]))["value"] == "99999999999999999999999"
        assert {row["code"] for row in held["places"]} >= {"63.10"}
        assert held["articles"][0]["text"] == articles[-1].text
        assert held["articles"][0]["url"] is None

    def test_an_article_without_text_comes_back(self, target: str) -> None:
        empty = [extract("")]
        store(empty, target)
        assert_holds(target, empty)


class TestWritingAgain:
    def test_the_same_articles_change_nothing(self, target: str, articles: list[Article]) -> None:
        store(articles, target)
        before = contents(target)
        saved = store(articles, target)
        assert saved.unchanged == saved.articles == len(articles)
        assert contents(target) == before
        assert_holds(target, articles)

    def test_an_article_understood_otherwise_is_replaced_as_a_whole(
        self, target: str, articles: list[Article]
    ) -> None:
        store(articles, target)
        changed = [without_rates(articles[0]), *articles[1:]]
        saved = store(changed[:2], target)
        assert (saved.articles, saved.unchanged) == (2, 1)
        assert_holds(target, changed)

    def test_one_content_under_two_names_is_one_article(self, target: str, articles: list[Article]) -> None:
        source = articles[0].source.model_copy(update={"path": "salinan.txt"})
        saved = store([articles[0], articles[0].model_copy(update={"source": source})], target)
        assert (saved.articles, saved.repeated) == (1, 1)
        assert_holds(target, articles[:1])

    def test_further_articles_come_beside_the_others(self, target: str, articles: list[Article]) -> None:
        for each in articles:
            store([each], target)
        assert_holds(target, articles)

    def test_failures_are_rows_until_the_file_can_be_read(self, target: str, articles: list[Article]) -> None:
        path = str(articles[0].source.path)
        failures = [
            Failure(path, "article", f"{path}: is no text\0"),
            Failure("lain.txt", "article", "lain.txt: x"),
        ]
        assert store([*failures, articles[1]], target).errors == 2
        assert [row["path"] for row in load(target)["errors"]] == sorted([path, "lain.txt"])
        before = contents(target)
        store(failures, target)
        assert contents(target) == before
        store(articles[:1], target)
        assert [row["path"] for row in load(target)["errors"]] == ["lain.txt"]
        assert_holds(target, articles[:2])

    def test_what_came_before_an_end_is_kept_whole(self, target: str, articles: list[Article]) -> None:
        def until_stopped() -> Iterator[Article]:
            yield from articles[:2]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            store(until_stopped(), target)
        assert_holds(target, articles[:2])

    def test_a_crash_while_writing_leaves_no_half_article(
        self, target: str, articles: list[Article], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store(articles[:1], target)
        made = flat.flatten(articles[1])
        made["evidence"][-1]["start_char"] = "no number"
        monkeypatch.setattr("beritaextract.export.flat.store.flatten", lambda article: made)
        if formats.find(target) == formats.named("csv"):
            monkeypatch.setattr("os.replace", crash)
        if formats.find(target) == formats.named("sqlite"):  # takes any text for a number
            made["evidence"][-1]["start_char"] = None
        with pytest.raises((ExportError, ValueError, TypeError)):
            store([articles[1]], target)
        assert_holds(target, articles[:1])

    @pytest.mark.parametrize("name", ["csv", "parquet"])
    @pytest.mark.parametrize("moved", [1, 20])
    def test_a_folder_left_amid_its_changes_is_mended_by_the_next_run(
        self, name: str, moved: int, tmp_path: Path, articles: list[Article], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = tmp_path / "hasil"
        store(articles[:1], target, format=name)
        changed = [without_rates(articles[0]), articles[1]]
        left = iter(range(moved))

        def replace(*paths: Path) -> None:
            if next(left, None) is None:
                crash(*paths)
            Path(paths[0]).replace(paths[1])

        with monkeypatch.context() as patched:
            patched.setattr("beritaextract.export.flat.folder.os.replace", replace)
            with pytest.raises(ValueError, match="hasil"):
                store(changed, target, format=name)
        assert len(load(target, format=name)["articles"]) == 1
        assert store(changed, target, format=name).unchanged == 0
        held = load(target, format=name)
        for table in TABLES:
            assert in_order(held[table.name], table.name) == rows(changed, table.name)


def crash(*paths: object) -> None:
    raise ValueError(paths)


def contents(target: str) -> Any:
    """All that a target holds, to the byte where it is a file."""
    path = Path(target)
    if path.is_dir():
        return {each.name: each.read_bytes() for each in path.iterdir()}
    return path.read_bytes() if path.suffix == ".db" else load(target)


class TestTargetsOfOthers:
    def test_a_table_of_the_same_name_is_not_touched(self, tmp_path: Path, articles: list[Article]) -> None:
        theirs = sqlite_utils.Database(tmp_path / "ours.db")
        theirs.table("articles").insert({"id": 1, "title": "Milik kami"})
        with pytest.raises(ExportError, match="has a table articles that is not ours"):
            store(articles, tmp_path / "ours.db")
        assert theirs.table_names() == ["articles"]
        assert list(theirs["articles"].rows) == [{"id": 1, "title": "Milik kami"}]

    def test_tables_of_other_names_stay(self, tmp_path: Path, articles: list[Article]) -> None:
        theirs = sqlite_utils.Database(tmp_path / "ours.db")
        theirs.table("notes").insert({"id": 1})
        store(articles, tmp_path / "ours.db")
        assert list(theirs["notes"].rows) == [{"id": 1}]

    def test_a_schema_of_others_is_not_touched(self, postgres_url: str, articles: list[Article]) -> None:
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA IF EXISTS theirs CASCADE; CREATE SCHEMA theirs")
            connection.execute("CREATE TABLE theirs.articles (id integer)")
            with pytest.raises(ExportError, match="choose another schema"):
                store(articles, f"{postgres_url}?options=-csearch_path%3Dtheirs")
            found = connection.execute(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'theirs'"
            )
            assert found.fetchall() == [("articles",)]

    @pytest.mark.parametrize("name", ["csv", "parquet"])
    def test_a_folder_with_other_files_of_our_names_is_not_touched(
        self, name: str, tmp_path: Path, articles: list[Article]
    ) -> None:
        (tmp_path / f"articles.{name}").write_text("id,judul\n")
        with pytest.raises(ExportError, match="not ours; choose another folder"):
            store(articles, tmp_path, format=name)
        assert [path.name for path in tmp_path.iterdir()] == [f"articles.{name}"]

    def test_a_folder_keeps_its_form(self, tmp_path: Path, articles: list[Article]) -> None:
        store(articles, tmp_path / "hasil", format="csv")
        with pytest.raises(ExportError, match="holds csv files"):
            store(articles, tmp_path / "hasil", format="parquet")

    @pytest.mark.parametrize("name", ["berita.db", "berita.duckdb"])
    def test_a_file_that_is_no_database_is_not_touched(
        self, name: str, tmp_path: Path, articles: list[Article]
    ) -> None:
        (tmp_path / name).write_text("Bukan basis data, hanya catatan rapat redaksi. " * 200)
        before = (tmp_path / name).read_bytes()
        with pytest.raises(ExportError, match=name):
            store(articles, tmp_path / name)
        assert (tmp_path / name).read_bytes() == before

    def test_no_server_is_one_line_without_the_password(self, articles: list[Article]) -> None:
        with pytest.raises(ExportError) as raised:
            store(articles, "postgresql://desk:rahasia@127.0.0.1:9/berita?connect_timeout=2")
        assert "rahasia" not in str(raised.value)
        assert "\n" not in str(raised.value)

    @pytest.mark.parametrize("name", ["berita.db", "berita.duckdb", "hasil/"])
    def test_what_is_not_there_cannot_be_loaded(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(ExportError, match=r"choose|check"):
            load(f"{tmp_path}/{name}")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("target", ["sqlite", "duckdb", "postgres"], indirect=True)
    def test_a_column_that_an_older_version_did_not_know_is_added(
        self, target: str, articles: list[Article], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store(articles[:1], target)
        grown = flat.Table(
            "rates",
            "",
            ("id",),
            (*next(table for table in TABLES if table.name == "rates").own, flat.Column("note", "text")),
            lambda article: (),
        )
        tables = tuple(grown if table.name == "rates" else table for table in TABLES)
        monkeypatch.setattr("beritaextract.export.flat.database._ALL", (*tables, ERRORS))
        store(articles[:1], target)
        assert {row["note"] for row in load(target)["rates"]} == {None}
