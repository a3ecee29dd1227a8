"""How well the model alone finds names, without rules and tables around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from beritaextract.mentions.names.tagger.labels import Tagger
from beritaextract.rules import RuleBook
from corpus import Sentence

__all__ = ["report"]


def report(sentences: Iterable[Sentence], book: RuleBook) -> None:
    """Prints precision, recall and F1 of exact spans by kind."""
    tagger = Tagger(book)
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    for sentence in sentences:
        mentions = {(each.first, each.last, each.label) for each in tagger.label(sentence.page, [])}
        gold.update(kind for _, _, kind in sentence.names)
        found.update(kind for _, _, kind in mentions)
        exact.update(kind for _, _, kind in mentions.intersection(sentence.names))
    for kind in ("PER", "ORG", "LOC"):
        precision, recall = exact[kind] / max(found[kind], 1), exact[kind] / max(gold[kind], 1)
        f1 = 2 * exact[kind] / max(found[kind] + gold[kind], 1)
        print(f"{kind}  gold {gold[kind]:5}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
