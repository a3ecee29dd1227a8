"""The small model: a linear-chain CRF over capitalised words, for names that no list holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from math import exp
from operator import mul
from struct import Struct

from beritaextract.mentions.memo import Memo
from beritaextract.mentions.names import words
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Label, Mention, Proposal
from beritaextract.mentions.names.tagger import agreement, features, weights
from beritaextract.mentions.names.tagger.candidates import LONGEST, Candidates, Run
from beritaextract.mentions.names.tagger.chain import Chain
from beritaextract.mentions.names.tagger.word_classes import WordClasses
from beritaextract.rules import RuleBook

__all__ = ["Tagger", "digest"]

_FIELDS = Struct("<7H").unpack
_KINDS: Mapping[int, Label] = {1: "PER", 3: "ORG", 5: "LOC"}
_BEGINS: Mapping[Label | None, int] = {None: 0, "PER": 1, "ORG": 3, "LOC": 5}
_STARTS = (1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0)  # nothing goes on where nothing came before
_ENDS = (1.0,) * 7
_FLOOR = 20 * weights.SCALE
_FITS = [exp(-step / weights.SCALE) for step in range(_FLOOR)]
_FITS += [_FITS[-1]] * ((1 << 16) - _FLOOR)


def digest() -> str:
    """The SHA-256 of the files that the model is read from."""
    total = hashlib.sha256()
    for path in (weights.SHIPPED, words.SHIPPED):
        total.update(path.read_bytes())
    return total.hexdigest()


class Tagger:
    """Labels persons, organisations and places; what is proposed already keeps its label.

    Raises:
        RuleError: The weights are missing or made for other features.
    """

    def __init__(
        self, book: RuleBook, trained: weights.Weights | None = None, codes: words.Codes | None = None
    ) -> None:
        trained = trained or weights.load()
        seen = features.WordFeatures(WordClasses(book), codes or words.load())
        self._candidates = Candidates(seen.ordinary)
        self._seen = seen
        self._weights = trained.words
        self._sums = Memo(self._sum)
        get = trained.positions.get
        self._positions = [
            [get(features.position(at, length), 0) + weights.MIDDLE for at in range(length)]
            for length in range(LONGEST + 1)
        ]
        rows = [
            [
                exp(value / weights.SCALE) if weights.follows(before, after) else 0.0
                for after, value in enumerate(row)
            ]
            for before, row in enumerate(trained.transitions)
        ]
        self._chain = Chain(rows, list(zip(*rows, strict=True)))
        self._leaving = [list(map(mul, row, _STARTS)) for row in rows]

    def label(self, page: Page, proposals: Sequence[Proposal]) -> list[Mention]:
        """The mentions of a page: the proposals that have a label, and what the model adds between them."""
        sure, forced = [], {}
        for each in proposals:
            begin = _BEGINS[each.label]
            forced.update(dict.fromkeys(range(each.first, each.last), begin and begin + 1))
            forced[each.first] = begin
            if each.label is not None:
                sure.append(Mention(each.first, each.last, each.label, each.source, each.entry))
        return agreement.settled(page, sure, self.read(page, forced))

    def read(self, page: Page, forced: Mapping[int, int]) -> list[Mention]:
        """What the model finds between the words whose labels (numbers of :data:`weights.LABELS`) are ``forced``."""
        forms, runs = self._candidates.find(page)
        found: list[Mention] = []
        for run in runs:
            at = run.first
            while at < run.last:
                end = at
                while end < run.last and end not in forced:
                    end += 1
                if end > at:
                    starts = self._leaving[forced[at - 1]] if at > run.first else _STARTS
                    ends = self._chain.columns[forced[end]] if end < run.last else _ENDS
                    potentials = self._potentials(forms, run, at, end)
                    for first, last, label, score in self._chain.stretches(potentials, starts, ends):
                        found.append(Mention(at + first, at + last, _KINDS[label], "model", None, score))
                at = max(end, at + 1)
        return found

    def _potentials(self, words: Sequence[str], run: Run, first: int, last: int) -> list[list[float]]:
        """How well each label fits each of the words, the best as 1."""
        low, high = max(run.low, first - 2), min(run.high, last + 2)
        window = ["", ""][: low - first + 2] + list(words[low:high]) + ["", ""][: last + 2 - high]
        sums = map(self._sums.__getitem__, window)
        positions = self._positions[run.last - run.first]
        if last - first == 1:  # most are
            left2, left, here, right, right2 = sums
            middle = here[0] + positions[first - run.first]
            totals: Iterable[int] = (middle + left[1] + right[2] + left2[3] + right2[4],)
        else:
            heres, lefts, rights, lefts2, rights2 = zip(*sums, strict=True)
            places = positions[first - run.first :]
            totals = map(
                sum, zip(heres[2:], lefts[1:], rights[3:], lefts2, rights2[4:], places, strict=False)
            )
        potentials = []
        for total in totals:
            scores = _FIELDS(total.to_bytes(14, "little"))
            top = max(scores)
            potentials.append([_FITS[top - score] for score in scores])
        return potentials

    def _sum(self, form: str) -> tuple[int, ...]:
        """The packed weights of a word at each place."""
        known = self._weights
        return weights.parted(sum([known[name] for name in self._seen.at("0", form) if name in known]))
