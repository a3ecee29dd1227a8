"""Learns weights of small signs: a logistic regression over what is seen of figures, some of which are sought."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from beritaextract.facts.weights import likelihood

__all__ = ["Seen", "arguments", "run"]

_STRENGTH = 0.3
"""How far weights may grow (C of the regression): there are ten times as many features as figures."""
_LEAST = 2
"""A feature that fewer articles have says little of the language."""
_SMALLEST = 0.02
"""A weight below this changes no verdict."""
_LIKELY = 0.5


class Seen(NamedTuple):
    """A figure: the article it is of, what is seen of it, and whether it is sought."""

    article: str
    features: frozenset[str]
    is_sought: bool


def learnt(figures: Sequence[Seen]) -> Mapping[str, float]:
    """The weights of a logistic regression, that of the intercept under ``""``."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for each in figures:
        for name in each.features:
            articles[name].add(each.article)
    common = {name for name, stems in articles.items() if len(stems) >= _LEAST}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(each.features & common), 1) for each in figures])
    model = LogisticRegression(C=_STRENGTH, max_iter=5000).fit(matrix, [each.is_sought for each in figures])
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {name: round(float(weight), 2) for name, weight in named if abs(weight) >= _SMALLEST}
    return {"": round(float(model.intercept_[0]), 2), **weights}


def judged(figures: Sequence[Seen], weights: Mapping[str, float]) -> str:
    """How well weights alone tell the figures that are sought."""
    found = [(each.is_sought, likelihood(each.features, weights) > _LIKELY) for each in figures]
    gold, said = sum(sought for sought, _ in found), sum(likely for _, likely in found)
    right = sum(sought and likely for sought, likely in found)
    precision, recall = right / max(said, 1), right / max(gold, 1)
    return f"{len(figures)} figures, {gold} of them sought: precision {precision:.2f}, recall {recall:.2f}"


def arguments(told: str | None) -> argparse.ArgumentParser:
    """The command line: folders of articles to learn from, and those to judge."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--test", nargs="+", type=Path, default=[])
    return parser


def run(
    options: argparse.Namespace,
    read: Callable[[Path], Iterator[Seen]],
    file: Path,
    version: str,
    further: Iterable[Seen] = (),
) -> None:
    """Learns from the folders and ``further`` figures and writes ``file``, or judges the folders behind ``--test``."""
    figures = [*(each for folder in options.folders for each in read(folder)), *further]
    weights = learnt(figures)
    sought = sum(each.is_sought for each in figures)
    print(f"{len(figures)} figures, {sought} of them sought: {len(weights) - 1} weights")
    for folder in options.test:
        print(f"{folder}: {judged(list(read(folder)), weights)}")
    if not options.test:
        lines = [version, *(f"{name}\t{weight}" for name, weight in sorted(weights.items()))]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
