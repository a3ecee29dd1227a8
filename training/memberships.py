"""Learns which counts of an article are memberships; ``README.md`` tells what it reads and how well it does.

``memberships.py FOLDER… [--labels TSV JSONL] [--test FOLDER…]``: folders of articles with gold, ``NAME.txt`` and
``NAME.json``, and labels of counts in articles of a corpus. With ``--test`` the counts of other folders are judged, and
nothing is written.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from beritaextract.facts import prepare, stage
from beritaextract.facts.memberships import weighing
from beritaextract.facts.memberships.figures import Figures
from beritaextract.facts.memberships.owners import Owners
from beritaextract.mentions import Finder
from beritaextract.model import Quantity
from beritaextract.rules import load
from weights import Seen, arguments, run


class Reader:
    """Reads the counts of articles as the extractor sees them."""

    def __init__(self) -> None:
        book = load()
        self._finder = Finder(book, "model")
        self._prepared = prepare(book)
        self._grammar = self._prepared[0]["memberships"]

    def read(self, folder: Path) -> Iterator[Seen]:
        """The counts of a folder's articles that may be memberships."""
        for path in sorted(folder.glob("*.json")):
            gold = {each["total"] for each in json.loads(path.read_text(encoding="utf-8"))["memberships"]}
            for quantity, seen in self._counts(path.with_suffix(".txt").read_text(encoding="utf-8")):
                yield Seen(path.stem, seen, quantity.value in gold)

    def labelled(self, labels: Path, corpus: Path) -> Iterator[Seen]:
        """The counts that ``labels`` judge, by article and offset, of articles in ``corpus``."""
        judged: defaultdict[str, dict[int, bool]] = defaultdict(dict)
        with labels.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                judged[row["id"]][int(row["start"])] = row["membership"] == "1"
        with corpus.open(encoding="utf-8") as file:
            for article in map(json.loads, file):
                known = judged.get(article["id"], {})
                for quantity, seen in self._counts(article["text"]) if known else ():
                    if quantity.span.start in known:
                        yield Seen(article["id"], seen, known[quantity.span.start])

    def _counts(self, text: str) -> Iterator[tuple[Quantity, frozenset[str]]]:
        mentions, _, _ = self._finder.find(text, None)
        scene = stage(mentions, *self._prepared).scene
        for sketch, _ in scene.sketches:
            figures = Figures(sketch, self._grammar, scene, Owners(sketch, self._grammar, scene.named))
            weigher = weighing.Weigher(sketch, scene, figures)
            for item in filter(weighing.may_count, sketch.items):
                yield item.quantity, frozenset(weigher.features(item))


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--labels", nargs=2, type=Path, metavar=("TSV", "JSONL"))
    options = parser.parse_args()
    reader = Reader()
    further = list(reader.labelled(*options.labels)) if options.labels else []
    run(options, reader.read, weighing.SHIPPED, weighing.VERSION, further)


if __name__ == "__main__":
    main()
