"""On Ray: Parquet in, Parquet out, one extractor an actor."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from beritaextract.batch.work import Recipe
from beritaextract.distributed.records import COLUMNS, needs, records, wanted, warm
from beritaextract.workers import batched

if TYPE_CHECKING:
    import pyarrow
    from ray.data import Dataset

__all__ = ["extract", "run"]

_TOGETHER = 256
"""Rows of a piece of the result: what an actor holds at once."""
_TYPES = {"string": "string", "int": "int32"}


def run(
    source: str | list[str],
    target: str,
    recipe: Recipe | None = None,
    *,
    actors: int | None = None,
    batch_size: int = 1024,
    timeout: float | None = 60.0,
) -> None:
    """Extracts the articles of Parquet files into Parquet files, wherever Ray can read and write.

    Args:
        source: Files or folders, such as ``s3://arsip/2024/``.
        target: A folder.
        recipe, actors, batch_size, timeout: As for :func:`extract`.

    Raises:
        ArticleError: No column holds the text.
        RuleError: A rule file is wrong.
        WorkerError: Ray is not installed.
    """
    needs("ray", "ray")
    import ray  # noqa: PLC0415  an optional package

    rows = ray.data.read_parquet(source)
    extract(rows, recipe, actors=actors, batch_size=batch_size, timeout=timeout).write_parquet(target)


def extract(
    dataset: Dataset,
    recipe: Recipe | None = None,
    *,
    actors: int | None = None,
    batch_size: int = 1024,
    timeout: float | None = 60.0,
) -> Dataset:
    """A row of ``COLUMNS`` for each row of a dataset, lazily; their order is not kept.

    Args:
        recipe: How articles are understood, and which columns hold what; rule packs lie at the same path everywhere.
        actors: How many; ``None``: one for each processor that the cluster has now, but for a tenth that stays free
            to read and write.
        batch_size: Rows that an actor takes at once, for which it starts a process.
        timeout: Seconds that one row may take.

    Raises:
        ArticleError: No column holds the text.
        RuleError: A rule file is wrong.
        WorkerError: Ray is not installed.
    """
    needs("ray", "ray")
    import ray  # noqa: PLC0415  an optional package

    recipe = recipe or Recipe()
    if actors is None:
        processors = int(ray.cluster_resources().get("CPU", 1))
        actors = max(1, processors - math.ceil(processors / 10))
    rows = dataset.select_columns(wanted(dataset.columns(), recipe))
    # an actor takes blocks, and a block may be all of many small files
    return rows.repartition(target_num_rows_per_block=batch_size).map_batches(
        _Actor,
        fn_constructor_args=(recipe, timeout),
        batch_size=None,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=actors),
        num_cpus=1,
    )


class _Actor:
    """Keeps an extractor ready, from which the process of each batch is forked."""

    def __init__(self, recipe: Recipe, timeout: float | None) -> None:
        self._recipe = recipe
        self._timeout = timeout
        warm(recipe)

    def __call__(self, table: pyarrow.Table) -> Iterator[pyarrow.Table]:
        import pyarrow as pa  # noqa: PLC0415  an optional package

        from beritaextract.reading.parquet import values  # noqa: PLC0415  needs it too

        schema = pa.schema([(name, pa.type_for_alias(_TYPES[type])) for name, type in COLUMNS.items()])
        rows = (row for batch in table.to_batches(max_chunksize=_TOGETHER) for row in values(batch))
        for found in batched(records(rows, self._recipe, timeout=self._timeout), _TOGETHER):
            yield pa.Table.from_pylist(found, schema=schema)
