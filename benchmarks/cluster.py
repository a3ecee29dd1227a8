"""What a cluster takes: articles a second of an engine on this machine, and the hours that follow for many machines.

The engine runs twice over generated articles, the second time over four times as many: the difference is the rate, the
rest the start. Parquet is written to the end and counted. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from articles import articles
from beritaextract.batch import usual_workers

_FILES = 16


@dataclass(frozen=True)
class Rate:
    """Articles a second of one processor, seconds until the first, bytes an article in and out; 0: not known."""

    articles: float
    start: float = 0.0
    read: float = 0.0
    written: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=("ray", "spark"), default="ray")
    parser.add_argument("--rate", type=float, metavar="N", help="articles a second of one core, not measured")
    parser.add_argument("--corpus", type=Path, metavar="FILE.jsonl", help='lines with a "text" field')
    parser.add_argument("-n", type=int, default=2000, help="articles of the first run (default: 2000)")
    parser.add_argument("--articles", type=int, default=10_000_000)
    parser.add_argument("--machines", type=int, default=4)
    parser.add_argument("--cores", type=int, default=16, help="of one machine (default: 16)")
    options = parser.parse_args()
    rate = Rate(options.rate) if options.rate else measured(options.engine, options.n, options.corpus)
    print(expected(rate, options.articles, options.machines, options.cores))


def expected(rate: Rate, count: int, machines: int, cores: int) -> str:
    """The time that a cluster takes, in words."""
    together = rate.articles * machines * cores
    lines = [
        f"{machines} x {cores} cores, {rate.articles:,.0f} articles/s each: {together:,.0f} articles/s",
        f"{count:,} articles: {(count / together + rate.start) / 3600:.2f} h",
    ]
    if rate.written:
        lines.append(
            f"reads {count * rate.read / 1e9:,.0f} GB, {together * rate.read / 1e6:,.1f} MB/s;"
            f" writes {count * rate.written / 1e9:,.0f} GB, {together * rate.written / 1e6:,.1f} MB/s"
        )
    return "\n".join(lines)


def measured(engine: str, count: int, corpus: Path | None) -> Rate:
    """That of all processors here, by the engine in local mode."""
    extract = {"ray": _on_ray, "spark": _on_spark}[engine]()
    with tempfile.TemporaryDirectory() as folder:
        few, many = (Path(folder) / name for name in ("few", "many"))
        texts = iter(_texts(5 * count, corpus))
        _write(few, list(islice(texts, count)))
        last = _write(many, list(texts))
        short = _seconds(extract, few)
        long = _seconds(extract, many)
        read, written = (_size(path) / last for path in (many, many.with_suffix(".out")))
    here = usual_workers()
    per_second = (last - count) / (long - short)
    rate = Rate(per_second / here, max(0.0, short - count / per_second), read, written)
    print(f"{engine}, {here} processors here: {per_second:,.0f} articles/s, {rate.start:.0f} s to start")
    return rate


def _on_ray() -> Callable[[str, str], None]:
    import ray  # noqa: PLC0415  one of two

    from beritaextract.distributed import on_ray  # noqa: PLC0415

    here = usual_workers()
    ray.init(num_cpus=here + 1, include_dashboard=False, logging_level="error")
    return lambda source, target: on_ray.run(source, target, actors=here, batch_size=256)


def _on_spark() -> Callable[[str, str], None]:
    from pyspark.sql import SparkSession  # noqa: PLC0415  one of two

    from beritaextract.distributed import on_spark  # noqa: PLC0415

    here = usual_workers()
    spark = SparkSession.builder.master(f"local[{here}]").config("spark.ui.enabled", "false").getOrCreate()

    def run(source: str, target: str) -> None:
        rows = spark.read.parquet(source).repartition(4 * here)
        on_spark.extract(rows).write.parquet(target)

    return run


def _texts(count: int, corpus: Path | None) -> list[str]:
    if corpus is None:
        return list(articles(count))
    with corpus.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, count)]


def _write(folder: Path, texts: list[str]) -> int:
    from pyarrow import parquet, table  # noqa: PLC0415  an optional package

    folder.mkdir()
    for number in range(_FILES):
        part = texts[number::_FILES]
        ids = [f"{number}-{place}" for place in range(len(part))]
        parquet.write_table(table({"id": ids, "text": part}), folder / f"{number}.parquet")
    return len(texts)


def _seconds(extract: Callable[[str, str], None], folder: Path) -> float:
    begun = time.perf_counter()
    extract(str(folder), str(folder.with_suffix(".out")))
    return time.perf_counter() - begun


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.parquet"))


if __name__ == "__main__":
    main()
