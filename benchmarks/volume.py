"""What a batch makes of the processors: throughput by workers, its cost over the library, memory, the slowest article.

Elapsed time from the first result to the last, which needs a machine that does nothing else, and CPU time, which others
disturb less. Articles do not repeat. Memory is that of the largest worker process after the first and the last
thousand articles.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import beritaextract
from articles import articles
from beritaextract.batch import Job, Listener, Tally, run
from beritaextract.batch.manifest import Part
from beritaextract.reading.document import Document


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
        one, two = (together(path, Path(folder) / str(workers), workers) for workers in (1, 2))
    print(f"two workers over one             {one.elapsed / two.elapsed:5.2f} of elapsed time")
    possible = 2 * one.workers / (one.workers + one.parent)
    print(f"                                 {possible:5.2f} as CPU time allows on two processors")
    cost = one.elapsed / bare.elapsed - 1
    print(f"one worker over the library     {cost:+6.1%} of elapsed time")
    cost = (one.parent + one.workers) / bare.workers - 1
    print(f"                                {cost:+6.1%} of CPU time")


_AGAIN = 20
"""Of the articles that seem slowest, most only met something that is loaded once, or another process."""


class Taken(NamedTuple):
    """Seconds an article: elapsed, CPU time of whoever extracts, CPU time of the parent."""

    elapsed: float
    workers: float
    parent: float


def alone(path: Path) -> Taken:
    """By the library in one process, from documents in memory to JSON."""
    documents = list(beritaextract.read(path))
    extractor = beritaextract.Extractor()
    extractor.extract("Sebanyak 12 orang hadir di Palu, Kamis (18/11/2021).")

    def a_character(document: Document) -> float:
        before = time.process_time()
        extractor.extract_document(document).to_json()
        return (time.process_time() - before) / max(1, len(document.text))

    start, cpu = time.perf_counter(), time.process_time()
    each = [(a_character(document), document) for document in documents]
    elapsed, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"bare library  {len(each) / elapsed:7.1f} articles/s")
    median = statistics.median(seconds for seconds, _ in each)
    slowest = sorted(each, key=itemgetter(0))[-_AGAIN:]
    worst, document = max(((a_character(document), document) for _, document in slowest), key=itemgetter(0))
    print(f"slowest article a character  {worst / median:5.1f} times the median: {document.source.label}")
    return Taken(elapsed / len(each), cpu / len(each), 0.0)


class Clock(Listener):
    """Takes the times of a batch after its first article and at its end, and memory after every thousand."""

    def __init__(self) -> None:
        self.times: list[tuple[float, float, float]] = []
        self.memory: list[float] = []

    def unit(self, tally: Tally) -> None:
        if not self.times:
            self.read()
        if tally.units % 1000 == 0:
            self.memory.append(max(map(resident, descendants(os.getpid()))))

    def part(self, number: int, part: Part) -> None:
        self.read()

    def read(self) -> None:
        below = sum(map(cpu_seconds, descendants(os.getpid())))
        self.times.append((time.perf_counter(), below, time.process_time()))


def together(path: Path, folder: Path, workers: int) -> Taken:
    """By a batch: what an article takes after the first."""
    begun = time.perf_counter()
    clock = Clock()
    tally = run(Job(inputs=(str(path),), folder=folder, workers=workers), clock)
    first, last = clock.times[0], clock.times[-1]
    taken = Taken(*((end - start) / (tally.units - 1) for start, end in zip(first, last, strict=True)))
    memory = clock.memory
    held = f"{memory[0]:.0f} MB, {memory[-1]:.0f} MB" if memory else "fewer than a thousand articles"
    print(
        f"{workers} worker{'s' * (workers > 1):1}     {1 / taken.elapsed:7.1f} articles/s, "
        f"first after {first[0] - begun:.1f} s, {tally.errors} errors; memory of the largest worker: {held}"
    )
    return taken


def descendants(process: int) -> list[int]:
    """The processes below one, where the system has /proc."""
    found: list[int] = []
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, thread.read_text().split()):
            found += [child, *descendants(child)]
    return found


def cpu_seconds(process: int) -> float:
    """What a process has taken so far."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> float:
    """Megabytes, pages that are shared with others counted in full."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
