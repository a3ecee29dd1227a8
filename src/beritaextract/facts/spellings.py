"""Persons whose names do not say clearly who is meant: spelt in two ways, or one word for two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import regex

from beritaextract.mentions import Mentions
from beritaextract.mentions.names.spelling import distance, without_accents
from beritaextract.model import Person, Span

__all__ = ["Naming", "Shared", "Variant", "find"]

_CROWD = 200  # persons: a text of more is many articles, and two like names in it are two people
_SHORTEST = 4
_SHORTEST_ALONE = 6
"""Letters of a single word that can be told from another name."""
_LONG = 7
_ENDING = 2
_NEAR = 150
_VOWELS = frozenset("aeiou")
_ENDS = regex.compile(r"[.!?\n]")
_MUHAMMAD = regex.compile(r"m[uo][ck]?h?am+[ae][dt]")
"""Alone it is the prophet."""
_AGE = regex.compile(r"\s?\((\d{1,2})\b")
_SPEAKS = regex.compile(
    r"(?:^|[.!?\n\"“”]|\b(?:kata|ujar|jelas|ungkap|tutur|ucap|tegas|tambah|imbuh|terang|papar|sebut|beber|tandas|pungkas"
    r"|menurut))\s*$",
    regex.IGNORECASE,
)


class Variant(NamedTuple):
    """Two spellings of one name: where the more frequent one stands first, and where the odd one does.

    ``times`` is how often each form is printed, ``words`` is the word that differs in each.
    """

    usual: Span
    odd: Span
    times: tuple[int, int]
    words: tuple[str, str]


class Shared(NamedTuple):
    """A single word, and the two persons named before whom it may stand for."""

    span: Span
    fulls: tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Naming:
    """How the persons of one text are named."""

    variants: tuple[Variant, ...] = ()
    shared: tuple[Shared, ...] = ()


class _Form(NamedTuple):
    """A form of a person's name: its words in small letters and as printed."""

    words: tuple[str, ...]
    printed: str
    person: Person


def find(mentions: Mentions) -> Naming:
    """The spellings that differ and the words that two persons share, in the order of the text."""
    whole: list[_Form] = []
    single: list[_Form] = []
    for person in mentions.persons:
        for printed in (person.name, *person.aliases):
            words = tuple(printed.lower().split())
            (whole if len(words) > 1 else single).append(_Form(words, printed, person))
    if not whole or len(mentions.persons) > _CROWD:
        return Naming()
    held = dict.fromkeys(word for form in whole for word in form.words)
    alone = [form for form in single if form.words[0] not in held and not _MUHAMMAD.fullmatch(form.words[0])]
    variants = list(_variants(mentions.text, whole, alone, held)) if len(whole) + len(alone) > 1 else ()
    shared = [
        found
        for form in single
        if form.words[0] in held and (found := _shared(mentions, form, whole, single))
    ]
    return Naming(tuple(variants), tuple(shared))


def _variants(
    text: str, whole: Sequence[_Form], alone: Sequence[_Form], held: Iterable[str]
) -> Iterator[Variant]:
    """One variant for each odd form: that of the commonest other spelling."""
    variants = []
    for pair in _near_words(held, [form.words[0] for form in alone]):
        forms = [form for form in (*whole, *alone) if not set(pair).isdisjoint(form.words)]
        for first, second in combinations(forms, 2):
            found = _printed(text, first, second, pair) if _is_same_name(first, second, *pair) else None
            if found:
                variants.append(found)
    odd: set[str] = set()
    for found in sorted(variants, key=lambda each: -each.times[0]):
        if found.odd.text not in odd:
            odd.add(found.odd.text)
            yield found


def _near_words(held: Iterable[str], alone: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that are one word in two spellings; of two that stand alone none."""
    by_letter: dict[str, list[str]] = {}
    for word in held:
        if len(word) >= _SHORTEST:
            by_letter.setdefault(word[0], []).append(word)
    for words in by_letter.values():
        if len(words) > 1:
            yield from (pair for pair in combinations(words, 2) if _is_near(*pair))
    for word in alone:
        if len(word) >= _SHORTEST_ALONE:
            for other in by_letter.get(word[0], ()):
                if (
                    not word.startswith(other)
                    and not other.startswith(word)
                    and _is_near(word, other, most=1)
                ):
                    yield word, other


def _is_near(one: str, other: str, most: int = 2) -> bool:
    if (one[1:3] != other[1:3] and one[-2:] != other[-2:]) or abs(len(one) - len(other)) > 1:
        return False
    if one[:-1] == other or other[:-1] == one or not (one.isalpha() and other.isalpha()):
        return False  # the last letter is often lost where texts are copied
    most = most if min(len(one), len(other)) >= _LONG else 1
    return (
        not _is_other_gender(one, other)
        and distance(one, other, swaps=True) <= most
        and without_accents(one) != without_accents(other)
    )


def _is_other_gender(one: str, other: str) -> bool:
    """Whether two names differ in their ending, as those of brother and sister may: Fitrianto, Fitrianti."""
    ends = {one[-1], other[-1]}
    alike = len(one) == len(other) and one[:-_ENDING] == other[:-_ENDING] and len(ends) > 1
    return alike and ends != {"i", "y"} and not _VOWELS.isdisjoint(ends)


def _is_same_name(first: _Form, second: _Form, one: str, other: str) -> bool:
    """Whether two forms are one name but for the spelling of a word; the shorter may be a part of the longer."""
    if one not in first.words:
        first, second = second, first
    if one not in first.words or other not in second.words or one in second.words or other in first.words:
        return False
    turned = tuple(other if word == one else word for word in first.words)
    short, long = sorted((turned, second.words), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _printed(text: str, first: _Form, second: _Form, pair: tuple[str, str]) -> Variant | None:
    """Where two forms stand, if nothing says that they are two persons."""
    one, other = _places(text, first), _places(text, second)
    if not one or not other or _ages_differ(text, one, other):
        return None
    if any(_is_one_sentence(text, here, there) for here in one for there in other):
        return None
    if (len(other), -other[0].start) > (len(one), -one[0].start):
        one, other = other, one
    words = [next(word for word in span.line.split() if word.lower() in pair) for span in (one[0], other[0])]
    return Variant(one[0], other[0], (len(one), len(other)), (words[0], words[1]))


def _places(text: str, form: _Form) -> list[Span]:
    """The mentions of a form that nothing is glued to."""
    return [
        span
        for span in form.person.mentions
        if span.line == form.printed
        and not text[span.end : span.end + 1].isalnum()
        and not text[max(span.start - 1, 0) : span.start].isalnum()
    ]


def _ages_differ(text: str, one: Iterable[Span], other: Iterable[Span]) -> bool:
    ages = [{age[1] for span in spans if (age := _AGE.match(text, span.end))} for spans in (one, other)]
    return bool(ages[0] and ages[1]) and ages[0].isdisjoint(ages[1])


def _is_one_sentence(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other), key=lambda span: span.start)
    return second.start - first.end < _NEAR and not _ENDS.search(text, first.end, second.start)


def _shared(
    mentions: Mentions, form: _Form, whole: Sequence[_Form], single: Sequence[_Form]
) -> Shared | None:
    """The first mention of a single word, if one sentence before it names two persons who both have it as a name."""
    (word,) = form.words
    holders: dict[str, _Form] = {}
    for each in whole:
        if word in each.words:
            holders.setdefault(each.person.id, each)
    if len(holders) != 2:
        return None
    one, other = holders.values()
    if not _are_two(one, other, word) or any(
        each.person.id in holders and each.words != form.words for each in single
    ):
        return None
    text = mentions.text
    uses = sorted(
        (span for each in single if each.words == form.words for span in _places(text, each)),
        key=lambda span: span.start,
    )
    fulls = sorted(
        (span for each in (one, other) for span in _places(text, each)[:1]), key=lambda span: span.start
    )
    if not uses or len(fulls) != 2 or uses[0].start < fulls[1].end or not _is_one_sentence(text, *fulls):
        return None
    here = uses[0]
    if not _SPEAKS.search(text[max(here.start - 20, 0) : here.start]):
        return None
    return Shared(here, (fulls[0], fulls[1]))


def _are_two(one: _Form, other: _Form, word: str) -> bool:
    """Whether two names with one word in common, both as the first or both as the last, are of two persons."""
    at = 0 if one.words[0] == word else -1
    if one.words[at] != word or other.words[at] != word:
        return False
    rest = {name[0] for name in one.words if name != word}, {name[0] for name in other.words if name != word}
    return rest[0].isdisjoint(rest[1])
