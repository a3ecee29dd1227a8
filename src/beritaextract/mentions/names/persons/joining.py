"""The forms of one person's name joined, two persons with one surname kept apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.affixes import Affixes
from beritaextract.mentions.names.persons.cues import name_cues
from beritaextract.mentions.names.persons.search import called_behind
from beritaextract.mentions.names.proposals import Mention
from beritaextract.mentions.names.spelling import distance
from beritaextract.model import Person
from beritaextract.rules import RuleBook, cells

__all__ = ["PersonJoiner", "spelt_by"]

_Words: TypeAlias = tuple[str, ...]
_MUHAMMAD = "m"  # what all spellings of the name are read as
_LONGEST_LINK = 9
_NEARBY = 40  # words
_MOST_NAMED = 12
_CLOSE = 2  # letters by which two spellings of one word may differ
_LONG = 8
_STEM = 4  # letters of a name before a word that the source glued to it
_CROWD = 200  # persons that one word may stand for; beyond it a text is no article


@dataclass(slots=True, eq=False)
class _Group:
    """The mentions of one person; ``forms`` are the names used, as words in small letters."""

    forms: list[_Words] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, words: _Words, mentions: Iterable[Mention]) -> None:
        if words not in self.forms:
            self.forms.append(words)
        self.mentions += mentions


class PersonJoiner:
    """Joins mentions by the nicknames and name cues of one book."""

    def __init__(self, book: RuleBook, affixes: Affixes, heads: Set[str], given: Set[str]) -> None:
        cues = name_cues(book)
        self._affixes, self._heads, self._given = affixes, heads, given
        self._called_behind = cues["called behind"]
        self._muhammad = cues["muhammad"]
        self._glued = cues["glued"]
        self._glued_verbs = cues["glued verb"]
        self._called = cues["called"]
        self._around = cues["around called"] | cues["called"]
        self._nicknames = {
            tuple(nickname.lower().split()): tuple(row["name"].lower().split())
            for row in book.table("nicknames")
            for nickname in cells(row, "nicknames")
        }

    def join(self, page: Page, mentions: Sequence[Mention]) -> list[Person]:
        """One record for each person, in the order of their first mentions."""
        printed: dict[_Words, list[Mention]] = {}
        for mention in mentions:
            printed.setdefault(tuple(page.lowers[mention.first : mention.last]), []).append(mention)
        forms: dict[_Words, list[Mention]] = {}
        for lowers, uses in printed.items():
            words = self._words(lowers)
            forms.setdefault(self._nicknames.get(words, words), []).extend(uses)
        groups: list[_Group] = []
        index: dict[str, list[_Group]] = {}
        for words, uses in sorted(forms.items(), key=lambda item: -len(item[0])):
            self._place(words, uses, groups, index)
        groups = self._linked(page, groups)
        groups = self._shortened(page, groups)
        for group in groups:
            group.mentions.sort()
        groups.sort(key=lambda group: group.mentions[0].first)
        return [self._record(page, group, number) for number, group in enumerate(groups, start=1)]

    def _words(self, lowers: _Words) -> _Words:
        plain = "".join(lowers).isalpha() and len(lowers[-1]) <= _LONG
        if plain and self._muhammad.isdisjoint(lowers):
            return lowers
        words = [low.replace("’", "'").rstrip(".") for low in lowers if low[0].isalnum()]
        if words and len(words[-1]) > _LONG:  # "Trumpyang", where the source lost a space
            words[-1] = self._unglued(words[-1])
        return tuple(_MUHAMMAD if word in self._muhammad else word for word in words)

    def _unglued(self, word: str) -> str:
        tail = next((tail for tail in self._glued if word.endswith(tail)), "")
        word = word.removesuffix(tail)
        verbs = [at for verb in self._glued_verbs if (at := word.find(verb, _STEM)) > 0]
        return word[: min(verbs)] if verbs else word

    def _place(
        self, words: _Words, uses: list[Mention], groups: list[_Group], index: dict[str, list[_Group]]
    ) -> None:
        """Give all uses of one form to the persons whom they fit; a short form that fits two goes to the nearer one."""
        fitting = [
            group
            for group in _listed(words, index)
            if any(_part(words, form) for form in group.forms[:_CROWD])
        ]
        if len(fitting) > 1:
            _share(words, uses, fitting)
            return
        group = fitting[0] if fitting else _spelt_alike(words, groups)
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(words, uses)
        for word in words:
            listed = index.setdefault(word, [])
            if len(listed) < _CROWD and group not in listed:
                listed.append(group)

    def _linked(self, page: Page, groups: list[_Group]) -> list[_Group]:
        """The persons, those joined of whom the text says that the one is the other's nickname."""
        placed = sorted(
            ((mention, group) for group in groups for mention in group.mentions), key=lambda each: each[0]
        )
        firsts: dict[_Group, int] = {}
        for mention, group in placed:
            firsts.setdefault(group, mention.first)
        gone: set[_Group] = set()
        for at, ((one, group), (other, named)) in enumerate(pairwise(placed), start=1):
            if self._is_called_behind(page, other):
                meant = _meant(placed[max(0, at - _MOST_NAMED) : at], other, firsts)
            elif other.first - one.last <= _LONGEST_LINK and self._says_alias(page, one, other):
                meant = group
            else:
                continue
            if meant is named or meant in gone or named in gone:
                continue
            keep, drop = (meant, named) if len(named.forms) == 1 else (named, meant)
            if len(drop.forms) == 1:
                keep.forms += drop.forms
                keep.mentions += drop.mentions
                gone.add(drop)
        return [group for group in groups if group not in gone] if gone else groups

    def _is_called_behind(self, page: Page, mention: Mention) -> bool:
        """Whether the words behind a short name say that the person named before is called so."""
        single = mention.last - mention.first == 1
        return single and called_behind(page, mention.last, self._called_behind)

    def _shortened(self, page: Page, groups: list[_Group]) -> list[_Group]:
        """The persons, those of one word joined to the one person whose name it begins or whose initials it is."""
        single = [group for group in groups if len(group.forms) == 1 and len(group.forms[0]) == 1]
        if not single:
            return groups
        fuller = [group for group in groups[:_CROWD] if len(group.forms[0]) > 1]
        gone: set[_Group] = set()
        for group in single[:_CROWD]:
            fitting = [each for each in fuller if self._shortens(page, group, each)]
            if len(fitting) == 1:
                fitting[0].add(group.forms[0], group.mentions)
                gone.add(group)
        return [group for group in groups if group not in gone] if gone else groups

    def _shortens(self, page: Page, group: _Group, full: _Group) -> bool:
        """Whether the one word of a group is a short form of a full name: STY, Pras, *Gubernur* Mirza."""
        (word,) = group.forms[0]
        first = group.mentions[0].first
        if page.forms[first].isupper():
            return any(word in spelt_by(form, self._affixes.familiar) for form in full.forms)
        if len(word) < _STEM or first < full.mentions[0].first:
            return False
        if not any(name.startswith(word) and name != word for name in full.forms[0]):
            return False
        if self._is_same_office(page, group, full):
            return True
        return word not in self._given and full.forms[0][0].startswith(word)

    def _is_same_office(self, page: Page, group: _Group, full: _Group) -> bool:
        """Whether both are named behind the first word of one title."""
        heads = {page.lowers[each.first - 1] for each in group.mentions if each.first} & self._heads
        return bool(heads) and any(
            not heads.isdisjoint(page.lowers[max(0, each.first - _LONGEST_LINK) : each.first])
            for each in full.mentions
        )

    def _says_alias(self, page: Page, one: Mention, other: Mention) -> bool:
        """Whether the words between two names say that both are one person's."""
        between = page.lowers[one.last : other.first]
        if between == ["("]:
            return other.last < len(page.forms) and page.forms[other.last] == ")"
        if between == ["atau"]:
            return other.last - other.first == 1 < one.last - one.first
        return not self._called.isdisjoint(between) and self._around.issuperset(between)

    def _record(self, page: Page, group: _Group, number: int) -> Person:
        spans = [page.span(mention.first, mention.last) for mention in group.mentions]
        texts = dict.fromkeys([span.text for span in spans])
        forms = list(dict.fromkeys([" ".join(text.split()) for text in texts]))
        name = max(forms, key=_length) if len(forms) > 1 else forms[0]
        degrees, rank = self._affixed(page, group.mentions)
        return Person(
            id=f"p{number}",
            name=name,
            aliases=tuple([form for form in forms if form != name]),
            degrees=degrees,
            rank=rank,
            mentions=tuple(spans),
        )

    def _affixed(self, page: Page, mentions: Sequence[Mention]) -> tuple[tuple[str, ...], str | None]:
        """The degrees of the mention that has most of them, and the first rank."""
        best: tuple[str, ...] = ()
        rank: tuple[int, int] | None = None
        size = len(page.forms)
        for mention in mentions:
            first, last = mention.first, mention.last
            degrees = self._affixes.trailing(page, last, size).degrees
            opening = self._affixes.opening(page, first)
            if opening < first:
                lead = self._affixes.leading(page, opening, first)
                degrees = lead.degrees + degrees
                rank = rank or lead.rank
            if len(degrees) > len(best):
                best = degrees
        if rank is None:
            return best, None
        return best, page.printed(*rank).rstrip(".")


def spelt_by(words: Sequence[str], familiar: Set[str]) -> Iterator[str]:
    """The initials of a name in small letters: "sty" for Shin Tae-yong, "kdm" too for (Kang) Dedi Mulyadi.

    >>> list(spelt_by(("shin", "tae-yong"), {"kang", "gus"}))
    ['sty', 'ksty', 'gsty']
    """
    letters = "".join(part[0] for word in words for part in word.split("-") if part[:1].isalpha())
    if len(letters) > 1:
        yield letters
        yield from dict.fromkeys(word[0] + letters for word in sorted(familiar, reverse=True))


def _length(form: str) -> int:
    """The number of words."""
    return form.count(" ") + 1


def _meant(named: Sequence[tuple[Mention, _Group]], other: Mention, firsts: Mapping[_Group, int]) -> _Group:
    """Whom *sapaan akrabnya* means: of those named shortly before, the one of whom the text spoke first."""
    near = [group for mention, group in named if other.first - mention.last <= _NEARBY]
    return min(near or [named[-1][1]], key=firsts.__getitem__)


def _listed(words: _Words, index: dict[str, list[_Group]]) -> list[_Group]:
    """The persons whose names have the first or the last word, or one that begins with it where it is an initial."""
    seen: list[_Group] = []
    for word in dict.fromkeys((words[0], words[-1])) if words else ():
        for group in index.get(word, ()):
            if group not in seen:
                seen.append(group)
    return seen


def _share(words: _Words, uses: Iterable[Mention], groups: Sequence[_Group]) -> None:
    """Give each use of a form to the person named last before it, or else to the one named first behind it."""
    named = sorted(
        (mention.first, number) for number, group in enumerate(groups) for mention in group.mentions
    )
    for mention in uses:
        at = bisect_right(named, (mention.first, len(groups)))
        groups[named[max(at - 1, 0)][1]].add(words, (mention,))


def _part(words: _Words, form: _Words) -> bool:
    """Whether ``words`` stand in ``form`` in their order; an initial stands for its word."""
    at = matched = 0
    for word in words:
        while at < len(form) and not _same(word, form[at]):
            at += 1
        if at == len(form):
            return False
        matched += len(word) > 1 and len(form[at]) > 1
        at += 1
    return matched > 0 or words == form


def _same(word: str, other: str) -> bool:
    return word == other or ((len(word) == 1 or len(other) == 1) and word[0] == other[0])


def _spelt_alike(words: _Words, groups: Sequence[_Group]) -> _Group | None:
    """The person whose name differs from the words in the spelling of one word."""
    for group in groups[:_CROWD]:
        for form in group.forms[:_CROWD]:
            if len(words) == 1:
                pairs = [(words[0], other) for other in form if other[0] == words[0][0]]
                if any(min(map(len, pair)) >= _LONG and _is_close(pair, _CLOSE) for pair in pairs):
                    return group
            elif len(form) == len(words):
                odd = [pair for pair in zip(form, words, strict=True) if not _same(*pair)]
                if len(odd) == 1 and min(map(len, odd[0])) > 3 and _is_close(odd[0], _allowed(odd[0])):
                    return group
    return None


def _allowed(pair: tuple[str, str]) -> int:
    return _CLOSE if min(map(len, pair)) > 5 else 1


def _is_close(pair: tuple[str, str], most: int) -> bool:
    """Whether two words differ in so many letters at most."""
    one, other = pair
    return abs(len(one) - len(other)) <= most and distance(one, other) <= most
