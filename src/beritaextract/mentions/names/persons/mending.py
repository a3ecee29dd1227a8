"""Mends persons: a model's labels trimmed to the name, and the later mentions of a person found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence, Set
from itertools import compress, count
from operator import attrgetter
from typing import TypeAlias

from beritaextract.mentions.names.headlines import Headlines
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.affixes import Affixes
from beritaextract.mentions.names.persons.joining import spelt_by
from beritaextract.mentions.names.persons.shapes import NameShapes
from beritaextract.mentions.names.persons.support import PersonSupport
from beritaextract.mentions.names.persons.titles import Titles
from beritaextract.mentions.names.proposals import Mention
from beritaextract.rules import RuleBook

__all__ = ["PersonMender"]

_Known: TypeAlias = dict[str, set[str]]
_FIRST = attrgetter("first")
_SHORTEST = 4  # letters of a person in capitals that no table knows
_SHORTEST_INITIALS = 2
_LONG = 8  # letters from which a word may be an abstract noun by its form
_SPLITS = frozenset((",", "dan", "serta", "/", ";", ":"))
_SPLITS_OR_DASH = _SPLITS | {"-"}


class PersonMender:
    """Trims persons to their names and finds their later mentions."""

    def __init__(self, book: RuleBook, affixes: Affixes, titles: Titles, shapes: NameShapes) -> None:
        self._affixes = affixes
        self._titles = titles
        self._shapes = shapes
        self._support = PersonSupport(affixes, titles, shapes)
        self._company_heads = frozenset(
            row["head"].split()[-1].lower()
            for row in book.table("organization_heads")
            if row["takes"] == "name"
        )
        self._before = shapes.stops | affixes.honorifics
        self._cuts = shapes.stops | titles.heads | titles.words | affixes.beside | affixes.suffixes | _SPLITS
        self._cuts |= titles.country_heads

    def mend(self, page: Page, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions in order, persons trimmed, with the further mentions of the persons."""
        persons: list[Mention] = []
        others: list[Mention] = []
        for mention in mentions:
            if mention.label != "PER":
                others.append(mention)
            elif mention.source == "model":
                persons += self._trimmed(page, mention)
            else:
                persons.append(mention)
        if not persons:
            return sorted(others, key=_FIRST)
        persons = self._support.judged(page, persons)
        headlines = Headlines(page)
        known = _known_words(page, persons, headlines)
        others = self._without_speakers(page, others, known)
        kept = others + self._kept(
            page, persons, _longer_organizations(page, others + persons), known, headlines
        )
        kept.sort(key=_FIRST)
        later = self._later(page, kept, known, headlines)
        later += self._initials(page, [*kept, *later])
        return sorted(kept + later, key=_FIRST) if later else kept

    def _without_speakers(self, page: Page, others: list[Mention], known: _Known) -> list[Mention]:
        """The others less a company or place of one word that speaks and is in a person's fuller name: "kata Sony"."""
        single = [each for each in others if each.last - each.first == 1]
        forms = {form for each in single if len(known.get(form := page.forms[each.first], ())) > 1}
        if not forms:
            return others
        hits = compress(count(), map(forms.__contains__, page.forms))
        spoke = {page.forms[at] for at in hits if self._is_said_by(page, at)}
        return [each for each in others if each.last - each.first > 1 or page.forms[each.first] not in spoke]

    def _is_said_by(self, page: Page, at: int) -> bool:
        """Whether word ``at`` alone is who says something."""
        before = page.lowers[at - 1] if at else ""
        after = page.lowers[at + 1] if at + 1 < len(page.forms) else ""
        cues = self._shapes.cues
        if before in cues["says"]:
            return not after[:1].isalpha() or page.forms[at + 1] == after
        return (after in cues["spoke"] or after in cues["says"]) and not before[:1].isalpha()

    def _kept(
        self, page: Page, persons: Sequence[Mention], starts: Set[str], known: _Known, headlines: Headlines
    ) -> list[Mention]:
        """What stays of the persons; those that are organisations as such."""
        kept = []
        for person in persons:
            mention = _led_by_particles(page, person, known)
            if mention.label != "PER" or mention.source != "model":
                kept.append(mention)
            elif self._is_organization(page, mention, starts, known):
                kept.append(mention._replace(label="ORG"))
            elif self._is_in_title(page, mention):
                continue
            elif mention.first not in headlines:
                kept.append(mention)
            else:
                kept += self._in_headline(page, mention, known)
        return kept

    def _trimmed(self, page: Page, mention: Mention) -> list[Mention]:
        first, last = mention.first, mention.last
        if self._is_whole(page, first, last):
            return [mention]
        if last - first < 3 or _SPLITS_OR_DASH.isdisjoint(page.lowers[first:last]):
            part = self._trim(page, first, last)
            if part is None:
                return []
            return [mention if part == (first, last) else mention._replace(first=part[0], last=part[1])]
        parts = []
        pair = (
            mention.last - first == 3 and page.forms[first + 1] == "-" and len(page.forms[first]) > _SHORTEST
        )
        for word in range(mention.first, mention.last + 1):
            if word == mention.last or page.lowers[word] in _SPLITS or (pair and page.forms[word] == "-"):
                part = self._trim(page, first, word)
                if part is not None:
                    parts.append(mention._replace(first=part[0], last=part[1]))
                first = word + 1
        return parts

    def _is_whole(self, page: Page, first: int, last: int) -> bool:
        """Whether there is plainly nothing to trim: words as of a name, none of which a table has for anything else."""
        if not self._cuts.isdisjoint(page.lowers[first:last]):
            return False
        if first and page.lowers[first - 1] in self._company_heads:
            return False
        if "\n" in page.text[page.starts[first] : page.ends[last - 1]]:
            return False
        forms = page.forms[first:last]
        return all(map(str.istitle, forms)) and "".join(forms).isalpha() and max(map(len, forms)) < _LONG

    def _trim(self, page: Page, first: int, last: int) -> tuple[int, int] | None:
        """The name within the words; none where nothing of it is left."""
        first = self._trim_start(page, first, last)
        for word in range(first + 1, last):
            ends = page.lowers[word] in self._shapes.stops or self._affixes.is_degree(page, word)
            if ends or self._titles.cuts(page, word, last) or self._shapes.opens_line(page, word):
                last = word
                break
        while first < last and not page.forms[last - 1][-1].isalnum():
            last -= 1
        return (first, last) if first < last and self._may_be(page, first, last) else None

    def _trim_start(self, page: Page, first: int, last: int) -> int:
        """Where the name begins behind honorifics, titles, a country, the end of a company's name."""
        if last - first > 2 and first > 0 and page.lowers[first - 1] in self._company_heads:
            given = (word for word in range(first + 1, last - 1) if page.lowers[word] in self._shapes.given)
            first = next(given, first)
        here = -1
        while here != first and first < last:
            here = first
            first = min(self._affixes.leading(page, first, last).end, last)
            if first < last and self._titles.cuts(page, first, last):
                first = max(first + 1, self._titles.is_role(page, first, last))
            if last - first > 2:
                first = max(first, self._titles.country(page, first, last))
            while first < last and (
                not page.forms[first][0].isalpha() or page.lowers[first] in self._shapes.stops
            ):
                first += 1
        return first

    def _may_be(self, page: Page, first: int, last: int) -> bool:
        """Whether the words can be a name at all."""
        forms = page.forms[first:last]
        if not self._shapes.begins(page, first) or self._affixes.is_degree(page, first):
            return False
        if all(self._titles.is_word(page, word) for word in range(first, last)):
            return False
        if len(forms) == 1 and forms[0].isupper() and len(forms[0]) < _SHORTEST:
            return False
        return not any(form[-1].isdigit() or ("." in form[1:-1] and form[-1].islower()) for form in forms)

    def _is_organization(self, page: Page, mention: Mention, starts: Set[str], known: _Known) -> bool:
        """Whether a person of one word is an organisation whose name begins with it elsewhere."""
        form = page.forms[mention.first]
        return mention.last - mention.first == 1 and form in starts and len(known.get(form, ())) < 2

    def _is_in_title(self, page: Page, mention: Mention) -> bool:
        """Whether one unknown word stands between the words of a title: Kanit [Gakkum] Satlantas."""
        first, last = mention.first, mention.last
        if (
            last - first > 1
            or first == 0
            or last >= len(page.forms)
            or page.lowers[first] in self._shapes.given
        ):
            return False
        if not page.forms[first - 1][0].isupper() or page.forms[first - 1][-1] == ".":
            return False
        if page.lowers[first - 1] not in self._titles.heads and not self._titles.is_word(page, first - 1):
            return False
        after = last + (page.lowers[last] == "dan" and last + 1 < len(page.forms))
        return page.forms[after][0].isupper() and page.lowers[after] not in self._titles.heads

    def _in_headline(self, page: Page, mention: Mention, known: _Known) -> list[Mention]:
        """In a headline every word is large: only what is a name in the body is one there, and as far as there."""
        words = known.get(page.forms[mention.first])
        if words is None:
            return [mention] if page.lowers[mention.first] in self._shapes.given else []
        last = mention.first + 1
        while last < mention.last and page.forms[last] in words:
            last += 1
        return [mention._replace(last=last)]

    def _later(
        self, page: Page, mentions: Sequence[Mention], known: _Known, headlines: Headlines
    ) -> list[Mention]:
        """Mentions of known persons by a part of their name that nothing labels; ``mentions`` are all in order."""
        forms = page.forms
        firsts = [each.first for each in mentions]
        found: list[Mention] = []
        done = 0
        for at in compress(count(), map(known.__contains__, forms)):
            follows = bisect_right(firsts, at)
            if at < done or (follows and at < mentions[follows - 1].last):
                continue
            limit = firsts[follows] if follows < len(firsts) else len(forms)
            words = known[forms[at]]
            end = at + 1
            while end < limit and forms[end] in words:
                end += 1
            if self._stands_alone(page, at, end, headlines):
                found.append(Mention(_with_particles(page, at, words), end, "PER", "persons.later"))
            done = end
        return found

    def _initials(self, page: Page, mentions: Sequence[Mention]) -> list[Mention]:
        """Mentions of persons by their initials where these speak: "kata STY"."""
        spelt = {
            letters
            for each in mentions
            if each.label == "PER"
            for letters in spelt_by(page.lowers[each.first : each.last], self._affixes.familiar)
        }
        hits = [
            at
            for at in compress(count(), map(str.isupper, page.forms))
            if _SHORTEST_INITIALS <= len(page.forms[at]) <= _SHORTEST and page.lowers[at] in spelt
        ]
        spoke = {page.forms[at] for at in hits if self._is_said_by(page, at)}
        if not spoke:
            return []
        taken = {word for each in mentions for word in range(each.first, each.last)}
        free = [at for at in hits if page.forms[at] in spoke and at not in taken]
        return [Mention(at, at + 1, "PER", "persons.initials") for at in free]

    def _stands_alone(self, page: Page, first: int, last: int, headlines: Headlines) -> bool:
        """Whether the words are a name of their own, not a part of a longer one."""
        if page.lowers[first] in self._shapes.stops or self._titles.is_word(page, first):
            return False
        if first in headlines:
            return True
        block = headlines.block(first)
        if (
            last < block.last
            and page.forms[last][0].isupper()
            and page.lowers[last] not in self._shapes.stops
        ):
            return False
        before = first - 1
        if before < block.first or not page.forms[before][0].isupper() or page.lowers[before] in self._before:
            return True
        return not self._titles.heads.isdisjoint(page.lowers[max(block.first, first - 3) : first])


def _longer_organizations(page: Page, mentions: Sequence[Mention]) -> set[str]:
    """The first words of the organisations with several."""
    return {page.forms[each.first] for each in mentions if each.label == "ORG" and each.last - each.first > 1}


def _led_by_particles(page: Page, mention: Mention, known: _Known) -> Mention:
    """The mention, a person of one word with the particles of the name."""
    first = mention.first
    if mention.label == "PER" and mention.last - first == 1:
        first = _with_particles(page, first, known.get(page.forms[first], ()))
    return mention if first == mention.first else mention._replace(first=first)


def _with_particles(page: Page, first: int, words: Container[str]) -> int:
    """Where a part of a name begins with its particles: "de Rouw" of Iris Joska de Rouw."""
    while first > 0 and page.forms[first - 1].islower() and page.forms[first - 1] in words:
        first -= 1
    return first


def _known_words(page: Page, mentions: Sequence[Mention], headlines: Headlines) -> _Known:
    """Each word of a person's name in the body → the words of the names that it is part of."""
    names = {
        tuple(page.forms[each.first : each.last])
        for each in mentions
        if each.label == "PER" and each.first not in headlines
    }
    known: _Known = {}
    for words in names:
        for word in words:
            if len(word) > 2 and word[0].isupper():
                known.setdefault(word, set()).update(words)
    return known
