"""What an extraction costs, beside spaCy's stock Indonesian tokenizer, and whether it grows linearly.

CPU time of this process, one pass, articles that do not repeat. Reading the corpus and loading rules and
vocabulary are not counted on either side.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import beritaextract
from articles import articles

WARM_UP = (
    "Jumlah peserta di Palu 12 orang, terdiri dari 7 orang guru dan 5 orang nelayan, Kamis (18/11/2021)."
)
SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}


def corpus(path: Path | None, count: int) -> list[str]:
    if path is None:
        return list(articles(count))
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in itertools.islice(lines, count)]


def cpu_ms(work: Callable[[str], object], texts: Iterable[str], count: int) -> float:
    """Milliseconds of CPU time a text."""
    work(WARM_UP)
    start = time.process_time()
    for text in texts:
        work(text)
    return (time.process_time() - start) / count * 1000


def compare(texts: list[str]) -> None:
    import spacy  # noqa: PLC0415  the linearity runs must not pay for it

    tokenizer = spacy.blank("id").tokenizer
    extractor = beritaextract.Extractor()
    ours = cpu_ms(lambda text: extractor.extract(text).to_json(), texts, len(texts))
    stock = cpu_ms(tokenizer, texts, len(texts))
    characters = sum(map(len, texts)) / len(texts)
    print(f"{len(texts):,} articles of {characters:,.0f} characters, CPU time")
    print(f"beritaextract, to JSON            {ours:6.2f} ms an article")
    print(f"spaCy's stock id tokenizer        {stock:6.2f} ms an article")
    print(f"ratio                             {ours / stock:6.2f}")


def growth() -> None:
    print("length      seconds    MB in memory")
    for name in SIZES:
        measured = subprocess.run(
            [sys.executable, __file__, "--one", name], capture_output=True, text=True, check=True
        )
        print(f"{name:<8} {measured.stdout.rstrip()}")
    print()


def one(size: int) -> None:
    """Prints seconds and peak memory of one long text: generated articles one after the other."""
    import resource  # noqa: PLC0415  absent on Windows, where the comparison still runs

    extractor = beritaextract.Extractor()
    extractor.extract(WARM_UP)
    text = "\n\n".join(articles(size // 1_900 + 1))[:size]
    start = time.process_time()
    extractor.extract(text).to_json()
    seconds = time.process_time() - start
    print(f"{seconds:10.2f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:15.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, metavar="FILE.jsonl", help='lines with a "text" field')
    parser.add_argument("-n", type=int, default=1500, help="how many articles (default: 1500)")
    parser.add_argument("--no-growth", action="store_true", help="skip the long texts")
    parser.add_argument("--one", choices=SIZES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(SIZES[options.one])
        return
    if not options.no_growth:
        growth()  # first: a child's peak memory starts from that of its parent
    compare(corpus(options.corpus, options.n))


if __name__ == "__main__":
    main()
