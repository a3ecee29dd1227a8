"""Who is meant: the persons around a word of attribution, by name, by office or by pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from beritaextract.mentions.quotes.prose import Prose
from beritaextract.mentions.quotes.speech import DOUBLE
from beritaextract.model import Official, Organization, Person

__all__ = ["SAME", "Name", "People", "Speaker"]

SAME: Final = -1
"""The speaker is the one who spoke last, or whom the text is about."""

_STOPS = DOUBLE | {":"}
_LONGEST_NAME = 40
_FAR = 200  # words in which a pronoun is resolved
_MOST_NAMES = 30
_LONGEST_SUBJECT = 45
_VERB_BEGINNINGS = ("me", "di", "ber", "ter")
_SHORT_CLAUSE = 10
_DEPUTED = frozenset(("diwakili", "digantikan", ","))  # who is named after these speaks


class Speaker(NamedTuple):
    """``person`` is a place in the list of persons, ``SAME``, or ``None`` for somebody who is not named.

    ``first`` to ``last`` (half-open) are the words that name the speaker; ``known`` is false where the words
    name nobody at all, and ``institution`` is true for an organisation.
    """

    person: int | None
    first: int
    last: int
    known: bool = True
    institution: bool = False


class Name(NamedTuple):
    """The words ``first`` to ``last`` (half-open) name a person, by its place in the list of persons."""

    first: int
    last: int
    person: int


class People:
    """The mentions of persons and organisations of one text, by words."""

    def __init__(
        self,
        prose: Prose,
        persons: Sequence[Person],
        organizations: Sequence[Organization],
        officials: Sequence[Official],
    ) -> None:
        self._prose = prose
        self._page = page = prose.page
        self._vocabulary = prose.vocabulary
        self._names = sorted(
            [
                Name(*page.words(span.start, span.end), number)
                for number, person in enumerate(persons)
                for span in person.mentions
            ]
        )
        self._firsts = [name.first for name in self._names]
        self._ends_subject = _DEPUTED | prose.vocabulary.subordinators
        self._persons, self._organizations, self._titles = persons, organizations, officials

    @cached_property
    def _first_names(self) -> dict[int, int]:
        """The word at which each person is named first."""
        return {name.person: name.first for name in reversed(self._names)}

    @cached_property
    def _institutions(self) -> set[int]:
        """The words at which organisations are named."""
        return {
            self._page.words(span.start, span.end)[0]
            for organization in self._organizations
            for span in organization.mentions
        }

    @cached_property
    def _officials(self) -> list[tuple[str | None, int]]:
        """The offices that the text gives to persons."""
        numbers = {person.id: number for number, person in enumerate(self._persons)}
        return [
            (self._vocabulary.office(official.title), numbers[official.person.id])
            for official in self._titles
            if official.person.id in numbers
        ]

    @cached_property
    def _abbreviated(self) -> dict[str, int]:
        """The short forms that the text gives offices, *Kepala Badan Pangan (Kaban)*, with who holds them."""
        numbers = {person.id: number for number, person in enumerate(self._persons)}
        return {
            official.title[:-1].rpartition("(")[2].strip().lower(): numbers[official.person.id]
            for official in self._titles
            if official.title.endswith(")") and official.person.id in numbers
        }

    def between(self, first: int, last: int) -> Sequence[Name]:
        """The names of persons that begin in the words ``first`` to ``last`` (half-open)."""
        return self._names[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def subject(self, first: int, last: int) -> Name | None:
        """The name that the last sentence with a name between two words is about."""
        names = self.between(max(first, last - _FAR), last)
        if not names:
            return None
        start = self._prose.sentence_start(names[-1].first, first)
        for name in names:
            if name.first >= start and self._opens(start, name.first):
                return name
        return None

    def _opens(self, start: int, name: int) -> bool:
        """Whether the words of a sentence before a name are its title or an aside, so that it is the subject."""
        lowers, forms = self._page.lowers, self._page.forms
        clause = name
        while clause > start and lowers[clause - 1] != ",":
            clause -= 1
        if clause == start < name and lowers[start] in self._vocabulary.subordinators:
            return False
        if clause > start and not (lowers[start] in self._vocabulary.begins_apart or clause - start <= 6):
            return False
        words = [
            lower for lower, form in zip(lowers[start:name], forms[start:name], strict=True) if form.islower()
        ]
        if clause > start and lowers[start] in self._vocabulary.begins_apart:
            words = [word for word in lowers[clause:name] if word in forms[clause:name]]
        return not any(
            word in self._vocabulary.openings
            or word in self._vocabulary.pronouns
            or word.startswith(_VERB_BEGINNINGS)
            for word in words
        )

    def latest(self, word: int) -> int | None:
        """The person whom the last sentences before a word are about, or whose name stands last."""
        place = bisect_left(self._firsts, word)
        for name in reversed(self._names[max(0, place - _MOST_NAMES) : place]):
            start = self._prose.sentence_start(name.first, max(0, name.first - _LONGEST_SUBJECT))
            if self._opens(start, name.first):
                return name.person
        return self._names[place - 1].person if place else None

    def is_new(self, name: Name) -> bool:
        """Whether the person has not been named before."""
        return self._first_names[name.person] == name.first

    def after(self, first: int, end: int) -> Speaker:
        """Who is named from word ``first`` on, as in *(kata) Bupati Rudi Hartono di Kisaran*."""
        lowers = self._page.lowers
        if first < end and lowers[first] in self._vocabulary.pronouns:
            return Speaker(SAME, first, first + 1)
        last = first
        end = min(self._prose.sentence_end(first, end), first + _LONGEST_NAME)
        while last < end and not self._is_aside(last) and lowers[last] not in _STOPS:
            last += 1
        names = self.between(first, last)
        if names:
            name = names[0]
            if lowers[name.first - 1] in self._vocabulary.kin and name.first > first:
                if len(names) == 1:
                    return Speaker(None, first, last)
                name = names[1]
            return Speaker(name.person, first, name.last)
        while last > first and lowers[last - 1] in (",", "di"):
            last -= 1
        return self._unnamed(first, last)

    def _is_aside(self, word: int) -> bool:
        """Whether the name of a speaker has ended before a word; *Menteri Dalam Negeri* goes on."""
        low = self._page.lowers[word]
        return low in self._vocabulary.asides and low == self._page.forms[word]

    def _unnamed(self, first: int, last: int) -> Speaker:
        """Who a phrase without a name stands for."""
        page = self._page
        if first >= last:
            return Speaker(SAME, first, first, known=False)
        lowers = page.lowers
        if lowers[first] in self._vocabulary.institutions:
            return Speaker(None, first, last, institution=True)
        if lowers[first] in self._vocabulary.strangers or lowers[first] in self._vocabulary.works:
            return Speaker(None, first, last)
        if lowers[last - 1] in self._vocabulary.that and lowers[last - 2] not in ("kali", "saat", "hal"):
            return Speaker(SAME, first, last)
        if (holder := self._holder(first, last)) is not None:
            return Speaker(holder, first, last)
        named = not self._institutions.isdisjoint(range(first, last))
        return Speaker(None, first, last, institution=named)

    def _holder(self, first: int, last: int) -> int | None:
        """The person whose office the words name: an official, or whoever bore the title before."""
        page, offices = self._page, self._vocabulary.offices
        if page.lowers[first] in self._vocabulary.acting and first + 1 < last:
            first += 1
        found = offices.longest(page.lowers, first, last)
        if found is None:
            return self._abbreviated.get(page.lowers[first]) if last - first == 1 else None
        office = found[1]
        holders = {number for title, number in self._officials if title == office}
        if len(holders) == 1:
            return holders.pop()
        for name in reversed(self.between(max(0, first - 10 * _FAR), first)[-_MOST_NAMES:]):
            if not holders or name.person in holders:
                start = self._prose.sentence_start(name.first, max(0, name.first - 10))
                if self._bears(office, start, name.first):
                    return name.person
        return None

    def _bears(self, office: str, start: int, name: int) -> bool:
        """Whether the words before a name are its title, and the title is this office."""
        page = self._page
        for word in range(name - 1, start - 1, -1):
            found = self._vocabulary.offices.longest(page.lowers, word, name)
            if found is not None and found[1] == office:
                return True
            if page.forms[word][0].islower() and word < name - 1:
                return False
        return False

    def before(self, verb: int, low: int) -> Speaker:
        """Who is the subject of the verb at word ``verb``; the sentence begins at ``low`` or after."""
        lowers = self._page.lowers
        last = verb
        while last > low and lowers[last - 1] in self._vocabulary.adverbs:
            last -= 1
        if last == low:
            return Speaker(SAME, verb, verb, known=False)
        if lowers[last - 1] in self._vocabulary.pronouns:
            return Speaker(SAME, last - 1, last)
        if lowers[last - 1] in self._vocabulary.coordinators:
            start = self._prose.sentence_start(verb, self._prose.block(verb).first)
            names = self.between(max(start, last - _LONGEST_SUBJECT), last)
            return Speaker(names[0].person if names else SAME, last - 1, last)
        names = self.between(max(low, last - _LONGEST_SUBJECT), last)
        if names:
            chosen = len(names) - 1
            while chosen and self._accompanies(names[chosen - 1].last, names[chosen].first):
                chosen -= 1
            name = names[chosen]
            if self._reaches(names[-1].last, last, low == name.first):
                return Speaker(name.person, name.first, last)
        first = last
        while first > low and lowers[first - 1] not in (",", ":", "–", "-") and last - first < 12:
            first -= 1
        return self._unnamed(first, last)

    def _accompanies(self, first: int, last: int) -> bool:
        """Whether the words before a name say that another is the subject: *A didampingi B*, *A yang ditemui B*."""
        words = self._page.lowers[first:last]
        if not self._vocabulary.companions.isdisjoint(words):
            return True
        if "yang" not in words:
            return False
        told = words[-words[::-1].index("yang") :] if words[-1] != "yang" else []
        done = any(map(self._vocabulary.is_passive, told[:2])) and len(told) < _SHORT_CLAUSE
        return done and self._ends_subject.isdisjoint(told)

    def _reaches(self, first: int, last: int, opens: bool) -> bool:
        """Whether what stands between a name and its verb belongs to the name."""
        lowers, forms = self._page.lowers, self._page.forms
        if first >= last:
            return True
        tail = last
        while tail > first and lowers[tail - 1] != ",":
            tail -= 1
        if tail == last or not any(form.islower() for form in forms[first:last]):
            return True
        if tail == first:
            return (
                lowers[first] in self._vocabulary.settings or forms[first] in "(–-" or forms[last - 1] == ")"
            )
        if lowers[tail] in self._vocabulary.settings or forms[last - 1] == ")":
            return True
        return opens and forms[tail][0].islower() and lowers[tail] not in self._vocabulary.pronouns
