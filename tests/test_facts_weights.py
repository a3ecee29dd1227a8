"""Weights of small signs: a file that cannot be used is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from beritaextract.errors import RuleError
from beritaextract.facts import weights


def test_weights_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    for content in ("features\t0\n\t-1.0\n", "features\t1\nword\n", ""):
        path.write_text(content)
        weights.load.cache_clear()
        with pytest.raises(RuleError, match="train again"):
            weights.load(path, "features\t1", "train again")
    with pytest.raises(RuleError, match=r"missing\.tsv"):
        weights.load(tmp_path / "missing.tsv", "features\t1", "train again")
    weights.load.cache_clear()


def test_likelihood_does_not_depend_on_the_order_of_what_is_seen() -> None:
    known = {"": 0.1, "a": 0.2, "b": 0.3, "c": -0.6}
    assert weights.likelihood(["a", "b", "c"], known) == weights.likelihood(["c", "b", "a"], known)
