"""More to learn from: the gold by this project's rules, its gaps filled, copies with other names put in."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.mentions.names.seams import Seams
from beritaextract.rules import RuleBook
from corpus import Entity, Sentence, paged

__all__ = ["exchanged", "filled", "mended", "sure_names"]

_SCHOOLS = frozenset(
    [
        "sma",
        "smk",
        "smp",
        "sd",
        "sman",
        "smkn",
        "smpn",
        "sdn",
        "man",
        "mts",
        "universitas",
        "sekolah",
        "institut",
    ]
)
_SHARE_EXCHANGED, _SHARE_CAPITALS, _SHARE_INITIALS = 0.8, 0.1, 0.1
_SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")


def mended(sentence: Sentence, degrees: frozenset[str]) -> Sentence:
    """The names as this project marks them.

    They begin with a capital ("desa Sukamaju" is "Sukamaju"), schools are organisations, "Bank Maju (BM)" is two names,
    and degrees are no part of a name.
    """
    names: list[Entity] = []
    lowers = sentence.page.lowers
    for first, last, kind in sentence.names:
        while first < last and not any(map(str.isupper, sentence.page.forms[first])):
            first += 1  # noqa: PLW2901
        while kind == "PER" and last - first > 1 and lowers[last - 1] in degrees:
            last -= 1  # noqa: PLW2901
        if first == last:
            continue
        if lowers[first] in _SCHOOLS:
            kind = "ORG"  # noqa: PLW2901
        forms = sentence.page.forms[first:last]
        if "(" in forms[1:-2] and forms[-1] == ")":
            middle = first + forms.index("(", 1)
            names.append((first, middle, kind))
            if forms[middle - first + 1 : -1] != ["Persero"]:
                names.append((middle + 1, last - 1, kind))
        else:
            names.append((first, last, kind))
    return Sentence(sentence.page, tuple(names))


def sure_names(book: RuleBook) -> Lexicon[str]:
    """Names that are what their table says wherever they stand alone with a capital."""
    rows = []
    for table, kind, columns, cue in (
        ("countries", "LOC", ("name", "aliases"), "needs_cue"),
        ("regions", "LOC", ("name", "aliases"), "needs_cue"),
        ("regions_extra", "LOC", ("name", "aliases"), "needs_cue"),
        ("cities", "LOC", ("name", "aliases"), "needs_cue"),
        ("institutions", "ORG", ("name", "forms"), "weak"),
    ):
        for row in book.table(table):
            unsure = set(row[cue].lower().split("|"))
            forms = [form for column in columns for form in row[column].split("|")]
            rows += [(form, kind) for form in forms if form and form.lower() not in unsure]
    return Lexicon(rows)


def filled(sentence: Sentence, sure: Lexicon[str]) -> Sentence:
    """The sentence with names that its annotators left unmarked."""
    page = sentence.page
    taken = {at for first, last, _ in sentence.names for at in range(first, last)}
    found = list(sentence.names)
    at, size = 0, len(page.forms)
    while at < size:
        hit = sure.longest(page.lowers, at, size) if page.forms[at][0].isupper() else None
        if hit and taken.isdisjoint(range(at, hit[0])) and _stands_alone(page.forms, at, hit[0]):
            found.append((at, *hit))
            at = hit[0]
        else:
            at += 1
    return Sentence(page, tuple(sorted(found)))


def _stands_alone(forms: Sequence[str], first: int, last: int) -> bool:
    """Whether it has capitals and no capitalised word touches it, so that it is no part of a longer name."""
    if any(form[0].islower() and form not in ("dan", "of", "the") for form in forms[first:last]):
        return False
    before = first > 1 and forms[first - 1][0].isupper()
    after = last < len(forms) and (forms[last][0].isupper() or forms[last] in "-/&")
    return not before and not after


def exchanged(sentences: Sequence[Sentence], seams: Seams, seed: int = 0) -> Iterator[Sentence]:
    """A copy of each sentence that has names, most of them replaced by others of their kind."""
    chance = random.Random(seed)
    names: dict[str, list[str]] = {}
    for sentence in sentences:
        for first, last, kind in sentence.names:
            names.setdefault(kind, []).append(sentence.page.span(first, last).text)
    for sentence in sentences:
        if sentence.names:
            yield _copy(sentence, names, chance, seams)


def _copy(
    sentence: Sentence, names: Mapping[str, Sequence[str]], chance: random.Random, seams: Seams
) -> Sentence:
    page = sentence.page
    text, done, spans = "", 0, []
    for first, last, kind in sentence.names:
        start, end = page.starts[first], page.ends[last - 1]
        text += _capitals(page.text[done:start], chance)
        name = page.text[start:end]
        if chance.random() < _SHARE_EXCHANGED:
            name = chance.choice(names[kind])
        if kind == "PER" and chance.random() < _SHARE_INITIALS:
            name = name.replace(" ", f" {chance.choice(ascii_uppercase)}. ", 1)
        spans.append((len(text), len(text) + len(name), kind))
        text += name
        done = end
    copy = paged(text + _capitals(page.text[done:], chance), seams)
    return Sentence(copy, tuple((*copy.words(start, end), kind) for start, end, kind in spans))


def _capitals(text: str, chance: random.Random) -> str:
    """The text with some ordinary words capitalised, as in headlines and in hasty writing."""
    return _SMALL_WORD.sub(
        lambda word: word[0].capitalize() if chance.random() < _SHARE_CAPITALS else word[0], text
    )
