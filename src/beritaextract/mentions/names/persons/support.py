"""What an article says for and against a model's persons: brands, products and foods look like names too."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.affixes import Affixes
from beritaextract.mentions.names.persons.shapes import NameShapes
from beritaextract.mentions.names.persons.titles import Titles
from beritaextract.mentions.names.proposals import Label, Mention
from beritaextract.mentions.names.words import ordinary

__all__ = ["PersonSupport"]

_ENOUGH = 2
_STRONG = 3
_MEDIUM = 2
_WEAK = 1
_THING = 4
_SURE = 0.9  # the model's confidence that speaks for a name by itself
_UNSURE = 0.7
_MOST_PASSED = 3  # words between a name and its verb
_MOST_LINKED = 200
_MEANT = 0.8  # with it, several words that nothing says are a thing make a name
_MOST_APART = 7  # words from a role to a name behind a comma
_SET_OFF = frozenset(("terbaru", "baru", "-", "“", '"'))
_LISTS = frozenset((",", "dan", "serta", "hingga", "&", "/", "-", "–", "bersama", "("))


@dataclass(slots=True)
class _Case:
    """The mentions that share a word with one another, and what is said for them and against them at best and worst."""

    mentions: list[Mention] = field(default_factory=list)
    base: int = 0
    best: int = 0
    worst: int = 0
    body: bool = False

    def hear(self, weight: int) -> None:
        if weight > self.best:
            self.best = weight
        elif weight < self.worst:
            self.worst = weight


class PersonSupport:
    """Judges a model's persons by name words and name cues."""

    def __init__(self, affixes: Affixes, titles: Titles, shapes: NameShapes) -> None:
        self._cues = cues = shapes.cues
        self._brings_thing = cues["brings thing"] | cues["brings body"]
        self._apposed = cues["brings person"] | cues["person noun"]
        self._endings = tuple(cues["ending"])
        self._affixes = affixes
        self._titles = titles
        self._persons, self._things, self._brands = shapes.persons, shapes.things, shapes.brands

    def judged(self, page: Page, persons: list[Mention]) -> list[Mention]:
        """The persons without those of the model's for whom nothing speaks; organisations among these as such."""
        doubtful = [each for each in persons if each.source == "model" and not self._is_plain(page, each)]
        if not doubtful:
            return persons
        plain = set(persons).difference(doubtful)
        ends, starts = {each.last for each in plain}, {each.first for each in plain}
        verdicts: dict[int, Label | None] = {}
        for case in _cases(page, doubtful, plain):
            for mention in case.mentions[:_MOST_LINKED]:
                self._hear_before(page, case, mention)
                self._hear_after(page, case, mention)
                if _is_listed(page, mention, ends, starts):
                    case.hear(_MEDIUM)
            self._hear_words(page, case)
            if case.base + case.best + case.worst < _ENOUGH or self._is_family(page, case):
                verdict: Label | None = "ORG" if case.body else None
                verdicts.update((mention.first, verdict) for mention in case.mentions)
        if not verdicts:
            return persons
        kept = []
        for mention in persons:
            label = verdicts.get(mention.first, mention.label)
            if label is not None:
                kept.append(mention if label == mention.label else mention._replace(label=label))
        return kept

    def _is_plain(self, page: Page, mention: Mention) -> bool:
        """Whether the words are known as names, and what stands before them brings no thing."""
        words = page.lowers[mention.first : mention.last]
        if self._persons.isdisjoint(words) or not self._things.isdisjoint(words):
            return False
        return mention.first == 0 or page.lowers[mention.first - 1] not in self._brings_thing

    def _is_family(self, page: Page, case: _Case) -> bool:
        """Whether the article only speaks of a family of this name."""
        firsts = [mention.first for mention in case.mentions if mention.last - mention.first == 1]
        family = self._cues["family"]
        return len(firsts) == len(case.mentions) and all(
            first > 0 and page.lowers[first - 1] in family for first in firsts
        )

    def _hear_before(self, page: Page, case: _Case, mention: Mention) -> None:
        first = mention.first
        if first == 0:
            return
        if self._affixes.opening(page, first) < first:
            case.hear(_STRONG)
        before = page.lowers[first - 1]
        if before in _SET_OFF and first > 1:
            before = page.lowers[first - 2]
        if before == ",":
            back = page.lowers[max(0, first - _MOST_APART) : first - 1]
            case.hear(_MEDIUM if not self._titles.heads.isdisjoint(back) else 0)
        elif first > 1 and page.lowers[first - 2] in self._cues["makes things"]:
            case.hear(_STRONG)
        elif before in self._cues["brings body"]:
            case.body = True
            case.hear(-_STRONG)
        elif before in self._brings_thing:
            case.hear(-_THING)
        elif before in self._cues["in place"]:
            case.hear(-_MEDIUM)
        elif before in self._cues["brings person"]:
            case.hear(_STRONG)
        elif before in self._cues["may bring person"]:
            case.hear(_WEAK)
        role = self._titles.role_before(page, first)
        if role is not None:
            of_body = role.kind == "office" and role.takes in ("body", "field")
            case.body = case.body or of_body
            case.hear(_WEAK if of_body else _STRONG)

    def _hear_after(self, page: Page, case: _Case, mention: Mention) -> None:
        lowers, last, end = page.lowers, mention.last, len(page.lowers)
        if last + 1 >= end:
            return
        after = lowers[last]
        if after in self._cues["follows thing"]:
            case.body = case.body or after in self._cues["follows body"]
            case.hear(-_STRONG)
        elif after[0].isdigit():
            case.hear(-_MEDIUM)
        elif after in (",", "("):
            case.hear(self._apposition(page, last + 1))
        passed = last
        while passed < min(end - 1, last + _MOST_PASSED) and lowers[passed] in self._cues["passes by"]:
            passed += 1
        verb = lowers[passed]
        if verb in self._cues["does as person"]:
            case.hear(_STRONG)
        elif verb in self._cues["spoke"]:
            case.hear(_MEDIUM)
        elif len(verb) > 5 and verb.startswith(("me", "ber")):
            case.hear(_WEAK)

    def _apposition(self, page: Page, at: int) -> int:
        """What the words say that stand behind a comma or in brackets: an age, a role, a minute of a match."""
        low, next_ = page.lowers[at], page.lowers[at + 1] if at + 1 < len(page.lowers) else ""
        if low in self._apposed or self._affixes.trailing(page, at - 1, len(page.forms)).degrees:
            return _STRONG
        if low.isdecimal():
            is_age = len(low) == 2 and (next_ in ("tahun", "thn", "th", ")"))
            return _STRONG if is_age else _MEDIUM if next_ in ("'", "’") else 0
        if low in self._cues["spoke"]:
            return _MEDIUM
        role = low in self._titles.heads and self._titles.is_role(page, at, len(page.forms))
        return _STRONG if role else 0

    def _hear_words(self, page: Page, case: _Case) -> None:
        """Weigh the words themselves; the first mention is the longest."""
        for mention in case.mentions[:_MOST_LINKED]:
            if mention.last - mention.first > 1:
                weight = 1 + (mention.score >= _MEANT)
            else:
                weight = (mention.score >= _SURE) - (mention.score < _UNSURE)
            case.base = max(case.base, weight)
        longest = case.mentions[0]
        places = range(longest.first, longest.last)
        words = [page.lowers[word] for word in places if not page.forms[word][0].islower()]
        if not self._persons.isdisjoint(words):
            case.base += _STRONG
        elif words[0].endswith(self._endings) or words[-1].endswith(self._endings):
            case.base += _MEDIUM
        elif not ordinary().isdisjoint(words):
            case.base -= _MEDIUM
        if not self._things.isdisjoint(words):
            case.base -= _THING if words[0] in self._things else _MEDIUM
            case.body = case.body or not self._brands.isdisjoint(words)


def _cases(page: Page, doubtful: Iterable[Mention], plain: Iterable[Mention]) -> list[_Case]:
    """The doubtful mentions by the words that they share, without those that share one with a rule's person."""
    sure: set[str] = set()
    for mention in plain:
        if mention.source != "model":
            sure.update(page.forms[mention.first : mention.last])
    cases: list[_Case] = []
    by_word: dict[str, _Case] = {}
    for mention in sorted(doubtful, key=lambda each: each.first - each.last):
        words = [form for form in page.forms[mention.first : mention.last] if len(form) > 2]
        if not sure.isdisjoint(words):
            continue
        case = next((by_word[word] for word in words if word in by_word), None)
        if case is None:
            case = _Case()
            cases.append(case)
        case.mentions.append(mention)
        by_word.update(dict.fromkeys(words, case))
    return cases


def _is_listed(page: Page, mention: Mention, ends: Container[int], starts: Container[int]) -> bool:
    """Whether the next name of a list is a person's: "A, B, dan C"."""
    lowers, first, last = page.lowers, mention.first, mention.last
    here = first
    while here > 0 and first - here < 2 and lowers[here - 1] in _LISTS:
        here -= 1
    if here < first and here in ends:
        return True
    here = last
    while here < len(lowers) and here - last < 2 and lowers[here] in _LISTS:
        here += 1
    return here > last and here in starts
