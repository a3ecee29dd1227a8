"""On Spark: ``mapInPandas`` over the rows of a data frame."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from beritaextract.batch.work import Recipe
from beritaextract.distributed.records import COLUMNS, needs, records, wanted
from beritaextract.workers import batched

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

__all__ = ["SCHEMA", "extract"]

SCHEMA = ", ".join(f"{name} {type}" for name, type in COLUMNS.items())
"""What comes out, as Spark declares it."""
_TOGETHER = 256
"""Rows of a frame of the result."""


def extract(frame: DataFrame, recipe: Recipe | None = None, *, timeout: float | None = 60.0) -> DataFrame:
    """A row of ``SCHEMA`` for each row of a data frame, lazily.

    Moments are seen in the time zone of the session.

    Args:
        recipe: How articles are understood, and which columns hold what; rule packs lie at the same path everywhere.
        timeout: Seconds that one row may take.

    Raises:
        ArticleError: No column holds the text.
        RuleError: A rule file is wrong.
        WorkerError: Spark is not installed.
    """
    needs("pyspark", "spark")
    from pyspark.sql import functions  # noqa: PLC0415  an optional package

    recipe = recipe or Recipe()
    columns = [frame[f"`{name}`"] for name in wanted(frame.columns, recipe)]
    # pandas has no whole numbers beside missing ones, and no zones in moments; JSON leaves a row as it is
    row = functions.to_json(functions.struct(*columns), {"ignoreNullFields": "false"})
    return frame.select(row.alias("row")).mapInPandas(partial(_extracted, recipe, timeout), SCHEMA)


def _extracted(
    recipe: Recipe, timeout: float | None, frames: Iterable[pd.DataFrame]
) -> Iterator[pd.DataFrame]:
    import pandas as pd  # noqa: PLC0415  an optional package

    rows = (json.loads(row) for frame in frames for row in frame["row"])
    for found in batched(records(rows, recipe, timeout=timeout), _TOGETHER):
        yield pd.DataFrame(found, columns=list(COLUMNS)).astype({"inconsistent": "Int32"})
