"""Lists of words as regular expressions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import regex

__all__ = ["alternatives"]


def alternatives(words: Iterable[str], *, any_case: bool = False) -> str:
    """A regex for literal words as a tree of their letters, which prefers the longest word and fails early.

    With ``any_case`` each word also stands with its first letter or all first letters large, and in capitals.

    >>> alternatives(["kota", "kotamadya", "desa"])
    '(?:desa|kota(?:madya)?)'
    """
    tree: dict[str, Any] = {}
    if any_case:
        words = [form for word in words for form in (word, _capitalised(word), word.title(), word.upper())]
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _branches(node: Mapping[str, Any]) -> str:
    """The alternatives below one node; the empty letter, which ends a word, comes last."""
    if len(node) == 1:
        ((letter, child),) = node.items()
        return _literal(letter) + _branches(child) if letter else ""
    options = [_literal(letter) + _branches(child) for letter, child in sorted(node.items()) if letter]
    return f"(?:{'|'.join(options)})" + ("?" if "" in node else "")


@cache
def _literal(letter: str) -> str:
    return "\\s" if letter == " " else regex.escape(letter)
