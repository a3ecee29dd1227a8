"""Sentences with names → weights: a linear-chain CRF, learnt by python-crfsuite."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pycrfsuite

from beritaextract.mentions.names.tagger import features, weights
from beritaextract.mentions.names.tagger.candidates import Candidates, Run
from corpus import Sentence

__all__ = ["learnt"]

_Weights = dict[str, dict[str, dict[int, int]]]

_SETTINGS = {"c1": 0.2, "c2": 0.2, "max_iterations": 80, "feature.possible_transitions": True}
_LEAST = 0.1  # a weight below changes nothing
_NEVER = -4.0  # for transitions that no sentence has


def learnt(sentences: Iterable[Sentence], words: features.WordFeatures) -> tuple[_Weights, list[list[int]]]:
    """Place → feature → label number → weight, and the weights from label to label."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    seen = _Seen(words)
    candidates = Candidates(words.ordinary)
    for sentence in sentences:
        forms, runs = candidates.find(sentence.page)
        labels = _labels(sentence)
        for run in runs:
            trainer.append(list(seen.run(forms, run)), list(_begun(labels[run.first : run.last])))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _state(info.state_features), _transitions(info.transitions)


class _Seen:
    """The features of the words of runs; those of a word at a place are listed once."""

    def __init__(self, words: features.WordFeatures) -> None:
        self._words = words
        self._known: dict[tuple[str, str], list[str]] = {}

    def _of(self, form: str, place: str) -> list[str]:
        key = form, place
        if key not in self._known:
            self._known[key] = [f"{place} {name}" for name in self._words.at(place, form)]
        return self._known[key]

    def run(self, forms: Sequence[str], run: Run) -> Iterator[list[str]]:
        def at(index: int) -> str:
            return forms[index] if run.low <= index < run.high else ""

        for index in range(run.first, run.last):
            near = [self._of(at(index + step), place) for place, step in features.PLACES.items()]
            here = features.position(index - run.first, run.last - run.first)
            yield [*(name for names in near for name in names), f"{features.POSITION} {here}"]


def _labels(sentence: Sentence) -> list[str]:
    labels = ["O"] * len(sentence.page.forms)
    for first, last, kind in sentence.names:
        labels[first] = f"B-{kind}"
        labels[first + 1 : last] = [f"I-{kind}"] * (last - first - 1)
    return labels


def _begun(labels: Iterable[str]) -> Iterator[str]:
    """The labels with a begin where a run cuts a name's own off."""
    before = "O"
    for label in labels:
        if label[0] == "I" and before[1:] != label[1:]:
            label = f"B{label[1:]}"  # noqa: PLW2901
        yield label
        before = label


def _state(found: Mapping[tuple[str, str], float]) -> _Weights:
    result: _Weights = {}
    for (feature, label), weight in found.items():
        if abs(weight) >= _LEAST:
            place, _, name = feature.partition(" ")
            values = result.setdefault(place, {}).setdefault(name, {})
            values[weights.LABELS.index(label)] = round(weight * weights.SCALE)
    return result


def _transitions(found: Mapping[tuple[str, str], float]) -> list[list[int]]:
    return [
        [round(found.get((before, after), _NEVER) * weights.SCALE) for after in weights.LABELS]
        for before in weights.LABELS
    ]
