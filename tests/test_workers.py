"""Work spread over processes comes back in order, whoever dies or sleeps; Extractor.pipe does it with articles."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from beritaextract import ArticleError, Extractor
from beritaextract.batch import Job, Listener, Recipe, run
from beritaextract.batch.work import Encoded, encoded, prepare
from beritaextract.errors import WorkerError
from beritaextract.export import Failure
from beritaextract.pipeline import preload
from beritaextract.workers import Lost, Raised, spread, warm_up

Pairs = list[tuple[Any, int]]


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    """The first to start the processes says what they share."""
    warm_up(preload(()))


def double() -> Callable[[int], int]:
    return lambda number: number * 2


def odd_ones(folder: Path) -> Callable[[Any], Any]:
    """Dies over ``"die"``, over ``"die once"`` the first time, sleeps over ``"sleep"``, fails over ``"fail"``."""

    def work(item: Any) -> Any:
        if item == "die" or (item == "die once" and not (folder / "died").exists()):
            (folder / "died").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "sleep":
            time.sleep(60)
        if item == "fail":
            raise ValueError("no number")
        return item

    return work


def dying() -> Callable[[Any], Any]:
    os._exit(3)


def chunks(items: list[Any], size: int = 3) -> Iterator[Pairs]:
    numbered = list(zip(items, range(len(items)), strict=True))
    return (numbered[start : start + size] for start in range(0, len(items), size))


class TestSpreading:
    @pytest.mark.parametrize("workers", [1, 3])
    def test_results_come_in_order(self, workers: int) -> None:
        found = list(spread(double, chunks(list(range(100))), workers=workers))
        assert found == [(number, number * 2) for number in range(100)]

    def test_only_a_little_is_read_ahead(self) -> None:
        read: list[int] = []

        def endless() -> Iterator[Pairs]:
            while True:
                read.append(1)
                yield [(1, 1)]

        found = spread(double, endless(), workers=2)
        assert [next(found) for _ in range(50)] == [(1, 2)] * 50
        assert 50 <= len(read) <= 50 + 2 * 8
        found.close()

    def test_who_dies_or_sleeps_or_fails_costs_one_item(self, tmp_path: Path) -> None:
        items = [0, "die", 2, "fail", 4, "sleep", 6, "die once", 8]
        found = dict(spread(partial(odd_ones, tmp_path), chunks(items), workers=2, timeout=1.0))
        assert list(found) == list(range(9))
        assert {place: found[place] for place in (0, 2, 4, 6, 7, 8)} == {
            0: 0, 2: 2, 4: 4, 6: 6, 7: "die once", 8: 8
        }  # fmt: skip
        assert isinstance(found[1], Lost)
        assert (found[1].code, "SIGKILL" in found[1].reason) == ("died", True)
        assert isinstance(found[3], Raised)
        assert str(found[3].problem) == "no number"
        assert found[5] == Lost("timeout", "took longer than 1 seconds")

    def test_processes_that_cannot_start_end_it(self) -> None:
        with pytest.raises(WorkerError, match="die as they start"):
            list(spread(dying, chunks([1, 2]), workers=1))


def sleepy(recipe: Recipe, form: Any) -> Callable[[Any], list[Encoded]]:
    work = prepare(recipe, form)

    def slowly(payload: Any) -> list[Encoded]:
        if payload.text.startswith("Tidur"):
            time.sleep(60)
        if payload.text.startswith("Mati"):
            os._exit(9)
        return work(payload)

    return slowly


class TestInABatch:
    def test_the_article_is_named_in_an_error_record(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        texts = ["Satu orang.", "Tidur.", "Mati.", "Dua orang."]
        archive = tmp_path / "arsip.jsonl"
        archive.write_text("".join(f'{{"text": "{text}"}}\n' for text in texts))
        monkeypatch.setattr("beritaextract.batch.prepare", sleepy)
        told: list[str] = []
        losses: list[tuple[str | None, bool]] = []

        class Heard(Listener):
            def error(self, failure: Failure) -> None:
                told.append(failure.message)

            def loss(self, label: str | None, reason: str, again: bool) -> None:
                losses.append((label, again))

        recipe = Recipe(names="rules")
        tally = run(
            Job(inputs=(str(archive),), folder=tmp_path / "out", recipe=recipe, timeout=1.5),
            Heard(),
        )
        assert (tally.articles, tally.errors) == (2, 2)
        assert told == [
            f"{archive}#2: took longer than 1.5 seconds; raise --timeout, or leave it out",
            f"{archive}#3: its worker process died (exit code 9); give it more memory, or leave it out",
        ]
        assert sorted(losses) == [
            (f"{archive}#2", False), (f"{archive}#3", False), (f"{archive}#3", True)
        ]  # fmt: skip
        held = (tmp_path / "out" / "part-000001.jsonl").read_bytes().splitlines()
        assert [b'"code":"timeout"' in line for line in held] == [False, True, False, False]
        assert [b'"code":"died"' in line for line in held] == [False, False, True, False]

    def test_what_nobody_foresaw_is_a_record(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        path = tmp_path / "satu.txt"
        path.write_text("Satu orang hadir.")

        def broken(*_: Any, **__: Any) -> None:
            raise ZeroDivisionError("oops")

        monkeypatch.setattr(Extractor, "extract_document", broken)
        (found,) = prepare(Recipe(names="rules"), "outcomes")(str(path))
        assert found.failure is not None
        assert (
            found.failure.message
            == f"{path}: ZeroDivisionError: oops; a fault of this program, please report it"
        )
        assert encoded(found.content, "lines").content.endswith(b"}\n")


TEXTS = [f"Sebanyak {number + 2} guru menerima Rp{number + 1} juta." for number in range(70)]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(names="rules")


class TestPipe:
    def test_any_number_of_workers_gives_the_same(self, extractor: Extractor) -> None:
        alone = list(extractor.pipe(TEXTS, published="2023-06-01"))
        assert list(extractor.pipe(TEXTS, published="2023-06-01", workers=2, batch_size=8)) == alone
        assert [article.quantities[0].value for article in alone] == list(range(2, 72))

    @pytest.mark.parametrize("workers", [1, 2])
    def test_tuples_keep_what_belongs_to_the_text(self, extractor: Extractor, workers: int) -> None:
        mark = threading.Lock()  # it cannot travel to a process, and need not
        pairs = [(text, (number, mark)) for number, text in enumerate(TEXTS[:5])]
        found = list(extractor.pipe(pairs, as_tuples=True, workers=workers, batch_size=2))
        assert [(article.text, kept) for article, kept in found] == pairs

    @pytest.mark.parametrize("workers", [1, 2])
    def test_it_is_lazy(self, extractor: Extractor, workers: int) -> None:
        read: list[str] = []

        def endless() -> Iterator[str]:
            while True:
                read.append("Dua orang.")
                yield read[-1]

        found = extractor.pipe(endless(), workers=workers, batch_size=4)
        assert read == []
        assert next(found).text == "Dua orang."
        assert len(read) <= 4 * 2 * 8
        found.close()  # type: ignore[attr-defined]

    @pytest.mark.parametrize("workers", [1, 2])
    def test_errors_are_those_of_extract(self, extractor: Extractor, workers: int) -> None:
        with pytest.raises(ArticleError, match="is no date"):
            list(extractor.pipe(TEXTS[:1], published="kemarin", workers=workers))

    def test_a_copy_by_pickle_does_the_same(self, extractor: Extractor) -> None:
        copy = pickle.loads(pickle.dumps(extractor))
        assert copy.extract(TEXTS[0]) == extractor.extract(TEXTS[0])
        assert copy.engine.names == "rules"

    def test_threads_may_share_one(self, extractor: Extractor) -> None:
        alone = [extractor.extract(text) for text in TEXTS]
        with ThreadPoolExecutor(4) as threads:
            assert list(threads.map(extractor.extract, TEXTS)) == alone
