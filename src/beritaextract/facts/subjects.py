"""What a stretch of words is about: its words without those that say nothing, known again in any form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

__all__ = ["EMPTY", "count_shared", "subjects_of"]

_PREFIXES = {
    "memper": "", "diper": "", "meng": "k", "meny": "s", "mem": "p", "men": "t", "me": "", "peng": "k", "peny": "s",
    "pem": "p", "pen": "t", "per": "", "pe": "", "di": "", "ber": "", "ter": "", "se": "", "ke": "",
}  # fmt: skip
"""Prefixes, and the letter that a stem loses behind them."""
_SUFFIXES = ("annya", "kan", "nya", "an", "i", "lah")
_FEWEST_LETTERS = 4
_WORD = regex.compile(r"\p{L}{3,}+")
EMPTY = frozenset({
    "yang", "dan", "dari", "untuk", "pada", "dengan", "oleh", "itu", "ini", "akan", "sudah", "telah", "juga", "dalam",
    "sebagai", "karena", "saat", "para", "bagi", "atau", "serta", "tersebut", "adalah", "ada", "kami", "kita", "saya",
    "dia", "mereka", "sebanyak", "sebesar", "sekitar", "total", "jumlah", "jumlahnya", "totalnya", "mencapai", "capai",
    "cuma", "hanya", "memang", "bahwa", "kata", "ujar", "pagi", "siang", "sore", "malam", "tadi", "sejak", "kemarin",
    "hari", "orang", "unit", "buah", "secara", "masih", "seluruhnya", "tercatat", "terdapat", "berjumlah", "namun",
    "tetapi", "tapi", "jadi", "soal", "usai", "bakal", "belum", "lebih", "hingga", "atas", "warga", "memiliki",
    "menggunakan", "senilai",
})  # fmt: skip
"""Words that say nothing of what a figure is about."""


def subjects_of(text: str) -> list[frozenset[str]]:
    """The words that say what a text is about, each in the forms that it may be recognised by."""
    words = dict.fromkeys(word.casefold() for word in _WORD.findall(text))
    return [_keys(word) for word in words if word not in EMPTY]


def count_shared(words: Sequence[frozenset[str]], text: str) -> int:
    """How many of the subjects stand in a text, in some form."""
    known = {key for word in _WORD.findall(text) for key in _keys(word.casefold())}
    return sum(not word.isdisjoint(known) for word in words)


@lru_cache(maxsize=8192)
def _keys(word: str) -> frozenset[str]:
    """The word, and what is left of it without its affixes.

    >>> "serah" in _keys("penyerahan") & _keys("diserahkan"), "kerah" in _keys("mengerahkan") & _keys("kerahkan")
    (True, True)
    """
    stems = {word}
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _FEWEST_LETTERS:
            stems.add(word[: -len(suffix)])
    for stem in tuple(stems):
        for prefix, lost in _PREFIXES.items():
            if stem.startswith(prefix) and len(stem) - len(prefix) + len(lost) >= _FEWEST_LETTERS:
                stems |= {stem[len(prefix) :], lost + stem[len(prefix) :]}
    return frozenset(stems)
