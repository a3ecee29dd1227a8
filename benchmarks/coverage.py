"""How much of a corpus the rules explain: runs of digits, mentions and verdicts, counted.

Without ``--corpus`` it reads generated articles; figures about real news need real news.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from beritaextract import Extractor
from speed import corpus


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, metavar="FILE.jsonl", help='lines with a "text" field')
    options.add_argument("-n", type=int, default=1500, metavar="N", help="how many articles (default: 1500)")
    options.add_argument("--list", action="store_true", help="show each unexplained run in its sentence")
    chosen = options.parse_args()
    counts: Counter[str] = Counter()
    texts = corpus(chosen.corpus, chosen.n)
    for article in Extractor().pipe(texts):
        counts["runs of digits"] += article.coverage.digit_runs
        counts["unexplained"] += len(article.coverage.unexplained)
        counts["quantities"] += len(article.quantities)
        counts["dates"] += len(article.dates)
        counts["regulations"] += len(article.regulations)
        counts["breakdowns"] += len(article.breakdowns)
        counts["memberships"] += len(article.memberships)
        counts.update(f"{check.code} {check.verdict}" for check in article.checks)
        if chosen.list:
            for span in article.coverage.unexplained:
                around = article.text[max(0, span.start - 40) : span.end + 30]
                print(" ".join(around.split()))
    print(f"{len(texts):,} articles")
    for name, count in counts.items():
        print(f"{name:24}{count:9,}")
    runs = counts["runs of digits"]
    print(f"unexplained share       {counts['unexplained'] / runs if runs else 0:9.2%}")


if __name__ == "__main__":
    main()
