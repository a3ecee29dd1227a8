"""What unlabelled news says of words: how often they are written small, and which words they resemble."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.seams import Seams
from beritaextract.mentions.names.words import Codes
from corpus import paged

__all__ = ["codes"]

_ENDS = frozenset('.!?"“”:;(')
_CONTEXTS, _WORDS, _DIMENSIONS, _CLUSTERS, _ROUNDS = 2000, 20000, 64, 128, 25


def codes(articles: Iterable[str]) -> Codes:
    """The words of the articles with their statistics."""
    nothing = Seams(Codes())
    pages = [paged(article, nothing) for article in articles]
    shares, groups = _small_shares(pages), _clusters(pages)
    words = sorted(shares.keys() | groups.keys())
    return Codes((word, f"{shares.get(word, '')} {groups.get(word, '')}") for word in words)


def _small_shares(pages: Iterable[Page], least: int = 8) -> dict[str, str]:
    """Word → share of its uses in small letters within a sentence, in six steps from 0 to 5."""
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for page in pages:
        for _, first, last in page.blocks:
            for at in range(first + 1, last):
                form = page.forms[at]
                if form[0].isalpha() and page.forms[at - 1] not in _ENDS:
                    every[page.lowers[at]] += 1
                    small[page.lowers[at]] += form[0].islower()
    return {
        word: str(sum(small[word] / count >= step for step in (0.001, 0.05, 0.3, 0.6, 0.9)))
        for word, count in sorted(every.items())
        if count >= least
    }


def _clusters(pages: Sequence[Page]) -> dict[str, int]:
    """Word → number of the group of words that stand beside the same words; for the most frequent words."""
    count = Counter(word for page in pages for word in page.lowers)
    words = [
        word for word, n in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:_WORDS] if n >= 5
    ]
    vectors = _vectors(pages, words)
    groups = _grouped(vectors, np.array([count[word] for word in words], dtype=np.float64))
    return dict(zip(words, groups.tolist(), strict=True))


def _vectors(pages: Sequence[Page], words: Sequence[str]) -> np.ndarray:
    """Positive mutual information with the words one and two to the left and right, in few dimensions."""
    number = {word: at for at, word in enumerate(words)}
    table = np.zeros((len(words), 4 * (_CONTEXTS + 1)), dtype=np.float32)
    for page in pages:
        for _, first, last in page.blocks:
            ids = [number.get(word, -1) for word in page.lowers[first:last]]
            near = [at if 0 <= at < _CONTEXTS else _CONTEXTS for at in ids]
            for side, step in enumerate((-2, -1, 1, 2)):
                for at in range(max(0, -step), min(len(ids), len(ids) - step)):
                    if ids[at] >= 0:
                        table[ids[at], side * (_CONTEXTS + 1) + near[at + step]] += 1
    rows, columns = table.sum(1, keepdims=True), table.sum(0, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        table = np.log(table * table.sum() / rows / columns**0.75 / (columns**0.25).mean())
    table = np.nan_to_num(np.maximum(table, 0), posinf=0, neginf=0)
    random = np.random.default_rng(1)
    sketch = table @ random.standard_normal((table.shape[1], _DIMENSIONS + 16)).astype(np.float32)
    for _ in range(2):
        sketch, _ = np.linalg.qr(table @ (table.T @ sketch))
    left, scale, _ = np.linalg.svd(sketch.T @ table, full_matrices=False)
    vectors = (sketch @ left)[:, :_DIMENSIONS] * np.sqrt(scale[:_DIMENSIONS])
    unit: np.ndarray = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


def _grouped(vectors: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Spherical k-means from the most frequent words on."""
    centres = vectors[np.linspace(0, min(len(vectors) - 1, 4 * _CLUSTERS), _CLUSTERS).astype(int)].copy()
    weight = np.sqrt(counts)[:, None]
    groups = np.zeros(len(vectors), dtype=int)
    for _ in range(_ROUNDS):
        groups = (vectors @ centres.T).argmax(1)
        for group in range(_CLUSTERS):
            members = groups == group
            if members.any():
                centre = (vectors[members] * weight[members]).sum(0)
                centres[group] = centre / max(np.linalg.norm(centre), 1e-9)
    return groups
