"""Learns which sums of an article were paid or came back; ``README.md`` tells what it reads and how well it does.

``claims.py FOLDER… [--test FOLDER…]``: folders of articles with gold, ``NAME.txt`` and ``NAME.json``. With ``--test``
the sums of other folders are judged, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from beritaextract.facts import prepare
from beritaextract.facts.claims import weighing
from beritaextract.facts.claims.events import Events
from beritaextract.facts.sketch import Drawing
from beritaextract.mentions import Finder
from beritaextract.rules import load

_STRENGTH = 0.3
"""How far weights may grow (C of the regression): there are ten times as many features as sums."""
_LEAST = 2
"""A feature that fewer articles have says little of the language."""
_SMALLEST = 0.02
"""A weight below this changes no verdict."""

Sum = tuple[str, frozenset[str], bool]
"""The article of a sum, what is seen of it, and whether it was paid."""


class Reader:
    """Reads the sums of articles as the extractor sees them."""

    def __init__(self) -> None:
        book = load()
        self._finder = Finder(book, "model")
        grammars, self._needs = prepare(book)
        self._grammar = grammars["claims"]

    def sums(self, folder: Path) -> Iterator[Sum]:
        """The sums of a folder's articles that may have been paid."""
        for path in sorted(folder.glob("*.json")):
            paid = {claim["amount"] for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]}
            events = self._events(path.with_suffix(".txt").read_text(encoding="utf-8"))
            for item in events.sketch.items:
                if events.is_sum(item):
                    seen = frozenset(weighing.features(events.sketch, item))
                    yield path.stem, seen, item.quantity.value in paid

    def _events(self, text: str) -> Events:
        found, _, _ = self._finder.find(text, None)
        return Events(Drawing(found, self._needs.among(found.words)).sketches[0], self._grammar)


def learnt(sums: Sequence[Sum]) -> Mapping[str, float]:
    """The weights of a logistic regression, that of the intercept under ``""``."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for stem, seen, _ in sums:
        for name in seen:
            articles[name].add(stem)
    common = {name for name, stems in articles.items() if len(stems) >= _LEAST}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(seen & common), 1) for _, seen, _ in sums])
    model = LogisticRegression(C=_STRENGTH, max_iter=5000).fit(matrix, [paid for _, _, paid in sums])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {name: round(float(weight), 2) for name, weight in named if abs(weight) >= _SMALLEST}
    return {"": round(float(model.intercept_[0]), 2), **weights}


def judged(sums: Sequence[Sum], weights: Mapping[str, float]) -> str:
    """How well weights alone tell the sums that were paid."""
    found = [(paid, weighing.likelihood(seen, weights) > weighing.LIKELY) for _, seen, paid in sums]
    gold, said = sum(paid for paid, _ in found), sum(likely for _, likely in found)
    right = sum(paid and likely for paid, likely in found)
    precision, recall = right / max(said, 1), right / max(gold, 1)
    return f"{len(sums)} sums, {gold} of them paid: precision {precision:.2f}, recall {recall:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--test", nargs="+", type=Path, default=[])
    options = parser.parse_args()
    reader = Reader()
    sums = [each for folder in options.folders for each in reader.sums(folder)]
    weights = learnt(sums)
    paid = sum(is_paid for _, _, is_paid in sums)
    print(f"{len(sums)} sums, {paid} of them paid: {len(weights) - 1} weights")
    for folder in options.test:
        print(f"{folder}: {judged(list(reader.sums(folder)), weights)}")
    if not options.test:
        lines = [weighing.VERSION, *(f"{name}\t{weight}" for name, weight in sorted(weights.items()))]
        weighing.SHIPPED.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
