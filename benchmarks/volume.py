"""What a batch makes of the processors: throughput by workers, its cost over the bare library, memory of a worker.

Wall-clock time from the first result to the last, on a machine that does nothing else; the time until the first
result is printed apart. Articles do not repeat. Memory is that of the largest worker process after the first and the
last thousand articles.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from itertools import islice
from pathlib import Path

import beritaextract
from articles import articles
from beritaextract.batch import Job, Tally, run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, metavar="FILE.jsonl", help='lines with a "text" field')
    parser.add_argument("-n", type=int, default=4000, help="how many articles (default: 4000)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as out:
            if options.corpus:
                with options.corpus.open(encoding="utf-8") as lines:
                    out.writelines(islice(lines, options.n))
            else:
                out.writelines(json.dumps({"text": text}) + "\n" for text in articles(options.n))
        bare = alone(path)
        print(f"bare library        {bare:7.1f} articles/s")
        rates = {workers: together(path, Path(folder) / str(workers), workers) for workers in (1, 2)}
        print(f"two workers over one  {rates[2] / rates[1]:5.2f}")
        print(f"one worker over the library  {bare / rates[1] - 1:+.1%} of time")


def alone(path: Path) -> float:
    """Articles a second, from documents in memory to JSON, by the library in one process."""
    documents = list(beritaextract.read(path))
    extractor = beritaextract.Extractor()
    extractor.extract("Sebanyak 12 orang hadir di Palu, Kamis (18/11/2021).")
    start = time.perf_counter()
    for document in documents:
        extractor.extract_document(document).to_json()
    return len(documents) / (time.perf_counter() - start)


def together(path: Path, folder: Path, workers: int) -> float:
    """Articles a second after the first, by a batch."""
    begun = time.perf_counter()
    times: list[float] = []
    memory: list[float] = []

    def told(tally: Tally) -> None:
        if not times:
            times.append(time.perf_counter())
        if tally.units % 1000 == 0:
            memory.append(max(map(resident, descendants(os.getpid()))))

    tally = run(Job(inputs=(str(path),), folder=folder, workers=workers), on_unit=told)
    rate = (tally.units - 1) / (time.perf_counter() - times[0])
    held = f"{memory[0]:.0f} MB, {memory[-1]:.0f} MB" if memory else "fewer than a thousand articles"
    print(
        f"{workers} worker{'s' * (workers > 1)}            {rate:7.1f} articles/s, "
        f"first after {times[0] - begun:.1f} s, {tally.errors} errors; memory of the largest worker: {held}"
    )
    return rate


def descendants(process: int) -> list[int]:
    """The processes below one, where the system has /proc."""
    found: list[int] = []
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, thread.read_text().split()):
            found += [child, *descendants(child)]
    return found


def resident(process: int) -> float:
    """Megabytes, pages that are shared with others counted in full."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
