"""What the tests of checks ask of a passage: the findings of one code, and their verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from beritaextract import Extractor
from beritaextract.model import Check

BAD = frozenset(("inconsistent", "malformed"))


@lru_cache(maxsize=2)
def extractor(names: str = "rules") -> Extractor:
    return Extractor(names="model" if names == "model" else "rules")


def found(code: str, text: str, published: str | None = None, *, names: str = "rules") -> list[Check]:
    return [each for each in extractor(names).extract(text, published=published).checks if each.code == code]


def verdicts(code: str, text: str, published: str | None = None, *, names: str = "rules") -> list[str]:
    return [str(each.verdict) for each in found(code, text, published, names=names)]


def rows(table: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Code → passages as pairs, for parametrized tests."""
    return [(code, text) for code, texts in table.items() for text in texts]
