"""Rows → records: what every engine does, a batch of rows at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any, Literal, TypeAlias, TypedDict

from beritaextract.batch.work import Encoded, Recipe, prepare
from beritaextract.errors import ArticleError, WorkerError
from beritaextract.export import Failure, Outcome
from beritaextract.model import Article
from beritaextract.reading.opening import Incoming
from beritaextract.reading.rows import Rows
from beritaextract.workers import Lost, Raised, batched, spread, warm_up

__all__ = ["COLUMNS", "Record", "Row", "needs", "prepared", "records", "wanted", "warm"]

Row: TypeAlias = Mapping[str, Any]

COLUMNS: dict[str, Literal["string", "int"]] = {
    "id": "string",
    "error": "string",
    "inconsistent": "int",
    "record": "string",
}
"""What comes of a row: the row's id; why it gave no article; how many statements do not agree; the article, or an
error record, as JSON."""


class Record(TypedDict):
    """One row of ``COLUMNS``; ``error`` or ``inconsistent`` is ``None``."""

    id: str | None
    error: str | None
    inconsistent: int | None
    record: str


_TOGETHER = 32
"""Rows that travel to the worker process together."""


def records(rows: Iterable[Row], recipe: Recipe, *, timeout: float | None) -> Iterator[Record]:
    """The record of each row, in order, lazily.

    A process of its own does the work, so that a row that takes too long, or kills it, costs no more than itself: it
    gets an error record, as does a row that holds no text.

    Args:
        rows: Values by the names of their columns.
        timeout: Seconds that one row may take.

    Raises:
        RuleError: A rule file is wrong.
        WorkerError: The process dies as it starts.
    """
    names = _rows("row", recipe)
    items = (((key, row), key) for row in rows for key in (names.id_of(row),))
    results = spread(
        partial(prepared, recipe),
        batched(items, _TOGETHER),
        workers=1,
        timeout=timeout,
        preload=_preload(recipe),
    )
    for key, result in results:
        if isinstance(result, Lost):
            remedy = "raise the timeout" if result.code == "timeout" else "give it more memory"
            yield _record(key, Failure(_name(key), result.code, f"{_name(key)}: {result.reason}; {remedy}"))
        elif isinstance(result, Raised):
            said = f"{_name(key)}: {result.problem}; a fault of this program, please report it"
            yield _record(key, Failure(_name(key), "unforeseen", said))
        else:
            yield result


def wanted(columns: Sequence[str], recipe: Recipe) -> list[str]:
    """Those columns that articles are made of.

    Raises:
        ArticleError: None of them holds the text.
        RuleError: A rule file is wrong.
    """
    recipe.extractor()
    rows = _rows("the table", recipe)
    rows.require(columns)
    return rows.columns(columns)


def warm(recipe: Recipe) -> None:
    """Has rules loaded beforehand, once for all processes that this one will start."""
    warm_up(_preload(recipe))


def needs(package: str, extra: str) -> None:
    """
    Raises:
        WorkerError: An engine is not installed.
    """
    if find_spec(package) is None:
        raise WorkerError(f"{package}: is not installed; pip install 'beritaextract[{extra}]'")


def prepared(recipe: Recipe) -> Callable[[tuple[str | None, Row]], Record]:
    """What the process calls for every row, with its id."""
    return partial(_done, recipe, prepare(recipe, "outcomes"))


def _done(recipe: Recipe, work: Callable[[Any], list[Encoded]], item: tuple[str | None, Row]) -> Record:
    key, row = item
    found = _too_large(row, _name(key), recipe.intake.max_bytes) or _rows(_name(key), recipe).document(
        row, None
    )
    payload = Failure.of(_name(key), found) if isinstance(found, ArticleError) else found
    (outcome,) = work(payload)
    return _record(key, outcome.content)


def _too_large(row: Row, name: str, limit: int) -> ArticleError | None:
    if sum(len(value) for value in row.values() if isinstance(value, str)) <= limit:
        return None
    return ArticleError(f"{name}: longer than {limit:,} characters; raise max_bytes if it is an article")


def _record(key: str | None, outcome: Outcome) -> Record:
    told = outcome.message if isinstance(outcome, Failure) else None
    return Record(id=key, error=told, inconsistent=_inconsistent(outcome), record=outcome.to_json())


def _inconsistent(outcome: Outcome) -> int | None:
    if not isinstance(outcome, Article):
        return None
    return sum(check.verdict == "inconsistent" for check in outcome.checks)


def _rows(name: str, recipe: Recipe) -> Rows:
    """What makes a document of a row of this name. That the rows are Parquet's is how engines mostly keep them."""
    incoming = Incoming(name, io.BytesIO(), recipe.intake.max_bytes, recipe.intake.fields)
    return Rows(incoming, "application/vnd.apache.parquet", "column")


def _name(key: str | None) -> str:
    """What a row is called in messages and as the source of its article."""
    return key or "row"


def _preload(recipe: Recipe) -> tuple[str, ...]:
    return (__name__, *recipe.preload)
