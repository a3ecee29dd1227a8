"""How many things a stretch of words names: "A, B (dua unit), dan C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

__all__ = ["Listing", "listed"]

_BRACKETS = regex.compile(r"\s?+(?:\((?P<inside>(?:[^()]|\([^()]*+\))*+)\)|\[[^\]]*+\])|[\"“”]")
_OPEN = regex.compile(
    r"\b(?:antara\slain|di\s?antara(?:nya)?|misalnya|seperti|termasuk|terutama|khususnya|dan\slain|dan\ssebagai|dll|dsb"
    r"|dkk|dst|hingga|sampai|s/d|lainnya|seterusnya|selebihnya|sisanya|sejumlah|beberapa|para|berbagai|beserta|bersama"
    r"|kawan-kawan|salah\ssatu|minimal|atau)\b|[…–]|\.\.\.|\s-\s"
)
_COMMA = regex.compile(r",(?!\d)\s?+")
_AND = regex.compile(r"(?:^|\s)(?:dan|serta|maupun|&)(?:\sjuga)?\s")
_DEGREE = regex.compile(r"(?:\p{Lu}\p{L}{0,4}\.\s?)+(?:\p{Lu}?\p{L}{0,6}\.?)?")
_FIRST = regex.compile(r"(?:(?:di|ke|dari|pada|oleh)\s)?+(?P<letter>.)")
_WORD = regex.compile(r"[\p{L}\d][\p{L}\d.'’/-]*+")
_IN_NAMES = frozenset({
    "of", "the", "and", "de", "del", "van", "der", "la", "le", "el", "al", "bin", "binti", "alias", "a", "in", "for",
    "to", "on", "von", "da", "dos", "du",
})  # fmt: skip
_SAID = frozenset({
    "seorang", "sepasang", "keduanya", "istri", "istrinya", "suami", "suaminya", "anak", "anaknya", "keluarga",
    "keluarganya", "rekannya", "temannya", "adiknya", "kakaknya", "ibunya", "ayahnya", "satu", "dua", "tiga",
    "empat", "lima", "enam", "semua", "seluruh", "lain", "kemudian", "lalu", "yang",
})  # fmt: skip
"""What begins with one of these is no name of one thing."""
_INSTITUTIONS = frozenset({
    "dinas", "kementerian", "badan", "komisi", "kantor", "direktorat", "bidang", "menteri", "departemen", "fakultas",
    "program", "jurusan", "ilmu", "lembaga", "pusat", "balai", "bagian", "seksi", "deputi", "dirjen", "wakil",
    "pendidikan", "sekretariat", "biro", "asosiasi", "himpunan", "ikatan", "universitas", "kepala", "komite",
})  # fmt: skip
"""Their names may hold "dan"."""
_ADMINISTRATIVE = frozenset({
    "desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "dusun", "jalan", "kampung", "nagari", "rt",
    "rw",
})  # fmt: skip
_ROLES = frozenset({
    "kepala", "ketua", "wakil", "direktur", "sekretaris", "menteri", "bupati", "gubernur", "kapolres", "dirut",
    "pelatih", "komisaris", "presiden", "staf", "mantan", "bendahara", "manajer", "kades", "camat", "wali",
    "walikota", "kasat", "kabag", "kabid", "kadis", "anggota", "jaksa", "hakim", "asisten", "kapolsek",
})  # fmt: skip
_MOST_WORDS, _MOST_SMALL_WORDS = 8, 4
_FEWEST_PHRASES = 3


class Listing(NamedTuple):
    """How many things may be meant, whether nothing else can be, and whether they are all names."""

    counts: frozenset[int]
    sure: bool
    names: bool = False


def listed(words: str) -> Listing | None:
    """How many things the words name, which may run on behind the list; ``None`` where they leave that open.

    >>> listed("Hukum, Ekonomi, dan Teknik.")
    Listing(counts=frozenset({3}), sure=True, names=True)
    >>> sorted(listed("Dinas Sosial dan Dinas Perindustrian dan Perdagangan").counts)
    [2, 3]
    >>> listed("antara lain Hukum dan Ekonomi")
    """
    plain = " ".join(_BRACKETS.sub("", words).split()).rstrip(" .,")
    if _OPEN.search(plain):
        return None
    pieces = [piece for piece in _COMMA.split(plain) if piece and not _DEGREE.fullmatch(piece)]
    ends = [number for number, piece in enumerate(pieces) if _AND.search(piece)]
    if not ends:
        return Listing(frozenset({len(pieces)}), False) if len(pieces) > 2 else None
    counts: set[int] = set()
    merged = 0
    for end in ends:
        least, most = _joined(pieces[end])
        counts.update(range(end + 1 + merged + least, end + 2 + merged + most))
        merged += most
    things = _things(pieces, ends)
    nested = any(_AND.search(found["inside"] or "") for found in _BRACKETS.finditer(words))
    sure = len(things) > 1 and not nested and _is_sure(things)
    return Listing(frozenset(counts), sure, sure and _is_large(things[0]))


def _joined(piece: str) -> tuple[int, int]:
    """How many things more than one a piece with "dan" names, at least and at most."""
    opening = _AND.match(piece)
    parts = [part for part in _AND.split(piece) if part]
    most = max(len(parts) - 1, 0)
    if opening and opening.start() == 0 and piece.startswith(("dan ", "serta ", "maupun ", "& ")):
        return 0, most
    return (int(not _is_one_name(*parts)) if most == 1 else min(most, 1)), most


def _is_one_name(before: str, after: str) -> bool:
    """Whether "dan" may stand within one name: "Dinas Perindustrian dan Perdagangan"."""
    first, other = before.partition(" ")[0].casefold(), after.partition(" ")[0].casefold()
    return first in _INSTITUTIONS and other not in _INSTITUTIONS


def _things(pieces: Sequence[str], ends: Sequence[int]) -> list[str]:
    """The things of a list with one end, the last of them with what runs on; none where it may go on."""
    if len(ends) > 1:
        return []
    [end] = ends
    behind = pieces[end + 1] if end + 1 < len(pieces) else ""
    if behind and (not behind[0].islower() or behind.split()[0] in _SAID):
        return []
    return [*pieces[:end], *(part for part in _AND.split(pieces[end]) if part)]


def _is_sure(things: Sequence[str]) -> bool:
    """Whether each is a name, or each a short phrase, and none tells something of the one before it."""
    large = [_is_large(thing) for thing in things]
    if any(large) and not all(large):
        return False
    words = [_WORD.findall(thing) for thing in things]
    firsts = [each[0].casefold() if each else "" for each in words]
    if not all(firsts) or not _SAID.isdisjoint(firsts):
        return False
    if len(_ADMINISTRATIVE.intersection(firsts)) > 1 or 0 < sum(map(_ROLES.__contains__, firsts)) < len(
        firsts
    ):
        return False
    if large[0]:
        return all(map(_is_name, words[:-1]))
    return len(things) >= _FEWEST_PHRASES and all(map(_is_phrase, words[:-1]))


def _is_large(thing: str) -> bool:
    found = _FIRST.match(thing)
    return found is not None and not found["letter"].islower()


def _is_name(words: Sequence[str]) -> bool:
    return len(words) <= _MOST_WORDS and all(not word[0].islower() or word in _IN_NAMES for word in words)


def _is_phrase(words: Sequence[str]) -> bool:
    return len(words) <= _MOST_SMALL_WORDS and "yang" not in words
