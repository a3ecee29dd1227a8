"""Numbers in words, or in figures and words: "dua koma lima juta", "2 juta 500 ribu", "setengah miliar"."""

from __future__ import annotations

import re

from beritaextract.values.figures import (
    MALFORMED,
    MAX_DIGITS,
    SCALES,
    Reading,
    amount,
    is_scaled_twice,
    split_figure,
)

__all__ = ["COLLOQUIAL", "DIGITS", "compose", "spell_out"]

_NAMES = "nol satu dua tiga empat lima enam tujuh delapan sembilan"
DIGITS: dict[str, int] = {word: value for value, word in enumerate(_NAMES.split())}
DIGITS |= {"lapan": 8, "smbln": 9}
_TEENS = {"sepuluh": 10, "sebelas": 11}
_FRACTIONS = {"setengah": (5, -1), "separuh": (5, -1), "seperempat": (25, -2)}
_DOZENS = {"lusin": 12, "kodi": 20, "gros": 144}
_MARKET_SUMS = {"jigo": 25, "gocap": 50, "cepek": 100, "gopek": 500, "goceng": 5000, "goban": 50_000}
_MARKET_NOTES = {"ceban": 10_000, "noban": 20_000}
COLLOQUIAL = _MARKET_SUMS | _MARKET_NOTES
"""Market words for sums of rupiah; the scale word "ceng" goes with them."""

_MAX_TOKENS = 60
_TOKEN = re.compile(r"[0-9][0-9.,]*|[a-z]+|[^\s-]")
_RUN_TOGETHER = re.compile(r"([a-z]+)(belas|puluh|ratus|ribu|juta)")

_Group = tuple[int, int]
"""Digits and the power of ten that they are times: (25, -1) is 2,5."""


def compose(text: str, *, money: bool = False) -> Reading | None:
    """The number that casefolded words and figures make up; ``None`` if they make none.

    ``money`` adds the market words and ``m`` and ``t`` for miliar and triliun.

    >>> compose("dua koma lima juta"), compose("seratus dua belas")
    (Reading(value=2500000, step=100000, malformed=False), Reading(value=112, step=0, malformed=False))
    >>> compose("2 juta 500 ribu").step, compose("sejuta setengah").value, compose("dua tiga")
    (1000, 1500000, None)
    """
    parts = _split_at_scales(_tokens(text), money)
    if not parts:
        return None
    groups: list[_Group] = []
    last = 99
    for words, power in parts:
        if power >= last:
            return None
        group = _read_group(words, power, money)
        if group is None:
            return None
        if group is _DAMAGED_GROUP:
            return MALFORMED
        # sejuta setengah: the half is of the scale before it
        shift = last if groups and not power and words[0] in _FRACTIONS else power
        groups.append((group[0], group[1] + shift))
        last = power
    lowest = min(0, *(exponent for _, exponent in groups)) if len(groups) > 1 else groups[0][1]
    total = sum(digits * 10 ** (exponent - lowest) for digits, exponent in groups)
    words, power = parts[-1]
    rounds = power or groups[-1][1] < 0 or words[0] in _FRACTIONS
    return amount(total, lowest, groups[-1][1] if rounds else None)


def spell_out(text: str) -> Reading | None:
    """Digits read out one by one ("satu nol satu" is 101), but not "dua tiga", which says two or three.

    >>> spell_out("satu nol satu").value, spell_out("dua tiga")
    (101, None)
    """
    tokens = _tokens(text) if "-" not in text else []
    joined = "".join(str(DIGITS[token]) if token in DIGITS else token for token in tokens)
    if (
        len(tokens) < 2
        or DIGITS.keys().isdisjoint(tokens)
        or not joined.isdecimal()
        or len(joined) > MAX_DIGITS
    ):
        return None
    if len(joined) == 2 and int(joined[0]) + 1 == int(joined[1]):
        return None
    return amount(int(joined), 0, None)


_DAMAGED_GROUP: _Group = (-1, 0)


def _tokens(text: str) -> list[str]:
    """The words, with "sejuta" as one of a scale and "duapuluh" as two; none if there are too many."""
    if len(text) > 20 * _MAX_TOKENS:
        return []
    tokens: list[str] = []
    for word in _TOKEN.findall(text):
        if word in DIGITS or word in SCALES or word in _TEENS:
            tokens.append(word)
        elif word.startswith("se") and (word[2:] in SCALES or word[2:] in _DOZENS or word == "seratus"):
            tokens += ("satu", word[2:])
        elif (match := _RUN_TOGETHER.fullmatch(word)) and match[1] in DIGITS:
            tokens += match.groups()
        else:
            tokens.append(word)
    return tokens if len(tokens) <= _MAX_TOKENS else []


def _split_at_scales(tokens: list[str], money: bool) -> list[tuple[list[str], int]]:
    parts: list[tuple[list[str], int]] = []
    group: list[str] = []
    after_scale = 0
    for token in tokens:
        power = SCALES.get(token)
        if power is None and money and token == "ceng":
            power = 3
        if power is None or (token in "mt" and not money):
            group.append(token)
            after_scale = 0
        elif group:
            parts.append((group, power))
            group, after_scale = [], power
        elif 0 < after_scale < power:  # dua ribu triliun
            words, lower = parts[-1]
            parts[-1] = (words, lower + power)
            after_scale = 0
        else:
            return []
    if group:
        parts.append((group, 0))
    return parts


def _read_group(words: list[str], power: int, money: bool) -> _Group | None:
    """What stands before one scale word, or behind the last."""
    if len(words) == 1 and words[0] in DIGITS:
        return DIGITS[words[0]], 0
    tail = words[-1]
    factor = _DOZENS.get(tail) or (_MARKET_NOTES.get(tail) if money else None)
    if factor:
        group = _read_group(words[:-1], power, money) if len(words) > 1 else (1, 0)
        return group and (group[0] * factor, group[1])
    if "koma" in words:
        return _read_decimals(words, words.index("koma"))
    if tail in _FRACTIONS and (whole := _read_whole(words[:-1]) if len(words) > 1 else 0) is not None:
        digits, exponent = _FRACTIONS[tail]
        return whole * 10**-exponent + digits, exponent
    if tail == "perempat" and words[:-1] == ["tiga"]:
        return 75, -2
    if money and len(words) == 1 and tail in _MARKET_SUMS:
        return _MARKET_SUMS[tail], 0
    if len(words) == 1 and (figure := split_figure(tail)) is not None:
        if figure.digits is None or is_scaled_twice(figure, power):
            return _DAMAGED_GROUP
        return figure.digits, -figure.places
    whole = _read_whole(words)
    return None if whole is None else (whole, 0)


def _read_decimals(words: list[str], comma: int) -> _Group | None:
    """ "dua koma nol lima" is 2,05; "lima koma dua puluh lima" is 5,25."""
    whole = _read_whole(words[:comma]) if comma else 0
    fraction = words[comma + 1 :]
    noughts = 0
    while noughts < len(fraction) - 1 and fraction[noughts] == "nol":
        noughts += 1
    if all(word in DIGITS for word in fraction):
        decimals = "".join(str(DIGITS[word]) for word in fraction)
    else:
        rest = _read_whole(fraction[noughts:])
        decimals = "" if rest is None else "0" * noughts + str(rest)
    if whole is None or not decimals or len(decimals) > MAX_DIGITS:
        return None
    return int(str(whole) + decimals), -len(decimals)


def _read_whole(words: list[str]) -> int | None:
    """A whole number below a thousand: "tiga ratus dua belas", also "9 ratus" and "3 belas"."""
    total, room = 0, 1000
    digit: int | None = None
    for word in words:
        if word in ("belas", "bls", "puluh", "ratus"):
            if not digit:
                return None
            size = 100 if word == "ratus" else 10
            value = digit + 10 if word[0] == "b" else digit * size
            if room <= size:
                return None
            total, room, digit = total + value, (1 if word[0] == "b" else size), None
        elif digit is not None or room <= 1:
            return None
        elif word in _TEENS and room > 10:
            total, room = total + _TEENS[word], 1
        elif word in DIGITS:
            digit = DIGITS[word]
        elif len(word) == 1 and word in "123456789":
            digit = int(word)
        elif len(word) == 2 and word.isdecimal() and room > 10:
            total, room = total + int(word), 1
        else:
            return None
    return total + (digit or 0) if words else None
