"""Learns which sums of an article were paid or came back; ``README.md`` tells what it reads and how well it does.

``claims.py FOLDER… [--test FOLDER…]``: folders of articles with gold, ``NAME.txt`` and ``NAME.json``. With ``--test``
the sums of other folders are judged, and nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from beritaextract.facts import prepare
from beritaextract.facts.claims import weighing
from beritaextract.facts.claims.events import Events
from beritaextract.facts.sketch import Drawing
from beritaextract.mentions import Finder
from beritaextract.rules import load
from weights import Seen, arguments, run


class Reader:
    """Reads the sums of articles as the extractor sees them."""

    def __init__(self) -> None:
        book = load()
        self._finder = Finder(book, "model")
        grammars, self._needs = prepare(book)
        self._grammar = grammars["claims"]

    def read(self, folder: Path) -> Iterator[Seen]:
        """The sums of a folder's articles that may have been paid."""
        for path in sorted(folder.glob("*.json")):
            paid = {claim["amount"] for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]}
            events = self._events(path.with_suffix(".txt").read_text(encoding="utf-8"))
            for item in events.sketch.items:
                if events.is_sum(item):
                    seen = frozenset(weighing.features(events.sketch, item))
                    yield Seen(path.stem, seen, item.quantity.value in paid)

    def _events(self, text: str) -> Events:
        found, _, _ = self._finder.find(text, None)
        return Events(Drawing(found, self._needs.among(found.words)).sketches[0], self._grammar)


if __name__ == "__main__":
    run(arguments(__doc__).parse_args(), Reader().read, weighing.SHIPPED, weighing.VERSION)
