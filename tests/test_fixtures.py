"""Whole articles in our own words: the JSON is compared to the last offset.

``python tests/test_fixtures.py`` (``make golden``) writes every ``expected.json`` anew; read the diff
before you believe it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from beritaextract import Article, extract_file

FIXTURES = Path(__file__).resolve().parent / "fixtures"
SLUGS = sorted(path.parent.name for path in FIXTURES.glob("*/article.txt"))


def extracted(slug: str) -> dict[str, Any]:
    """What the article yields, less what names this machine or this state of the rules."""
    article: dict[str, Any] = json.loads(extract_file(FIXTURES / slug / "article.txt").to_json())
    article["source"]["path"] = "article.txt"
    del article["engine"]
    return article


def spans(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if set(node) == {"start", "end", "text"}:
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_article_yields_what_was_checked_by_hand(slug: str) -> None:
    expected = json.loads((FIXTURES / slug / "expected.json").read_text(encoding="utf-8"))
    assert extracted(slug) == expected


@pytest.mark.parametrize("slug", SLUGS)
def test_every_span_is_what_stands_in_the_text(slug: str) -> None:
    article = extracted(slug)
    found = list(spans(article))
    assert found
    for span in found:
        assert article["text"][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("slug", SLUGS)
def test_no_digit_stays_unexplained(slug: str) -> None:
    coverage = extracted(slug)["coverage"]
    assert coverage["unexplained"] == []
    assert coverage["explained"] == coverage["digit_runs"]


def test_reading_a_file_twice_gives_the_same_bytes() -> None:
    for slug in SLUGS:
        path = FIXTURES / slug / "article.txt"
        assert extract_file(path).to_json() == extract_file(path).to_json()


def test_the_json_form_reads_back_as_the_same_article() -> None:
    for slug in SLUGS:
        article = extract_file(FIXTURES / slug / "article.txt")
        assert Article.model_validate_json(article.to_json()).to_json() == article.to_json()


def write_expected() -> None:
    for slug in SLUGS:
        text = json.dumps(extracted(slug), ensure_ascii=False, indent=1) + "\n"
        (FIXTURES / slug / "expected.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_expected()
