"""The bodies of an article that have members of a kind, for figures beside which none is named.

Customers are those of its bank, students of its university, taxpayers of its tax office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Scene
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Span
from beritaextract.rules import Rule

__all__ = ["Keepers"]

_FURTHEST = 3
_NEAR = 60
_BRACKETS = str.maketrans("()", "  ")
_Ends = tuple[int, int]


class Keepers:
    """Finds whose members a figure counts by what they are called."""

    def __init__(self, sketch: Sketch, grammar: Grammar, scene: Scene) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.named = scene.named
        self._quantities = scene.mentions.quantities
        self._sections = scene.mentions.sections
        self._of = cache(self._read)

    def find(self, item: Item, words: str) -> Span | None:
        """The body that has the members that ``words`` name.

        Of several it is that of the sentence, else the last of the three before; else the one named most often.
        """
        for rule in self.grammar.rules("kin"):
            if rule.pattern.search(words) and (found := self._bodies(rule)):
                return self._chosen(item, found)
        return None

    def kin(self, item: Item, *, is_first: bool) -> Rule | None:
        """The kind of members that a figure counts: as its unit is called, else as the words around it call them.

        The words are those before it in its sentence, up to another count, or else those right behind it; for the first
        membership of a text those of the sentence before too.
        """
        if found := self.by_unit(item):
            return found
        text, (start, end) = self.sketch.text, self.sketch.sentences[item.sentence]
        counts = [
            each.place for each in self.sketch.between(start, item.place) if each.quantity.kind == "count"
        ]
        grown = self.grammar.search("grown", text, max(start, item.place - _NEAR), item.place)
        low = counts[-1] + 1 if counts and not grown else start
        found = self._last_kin(text[low : item.place])
        if found is None and not counts:
            found = self.grammar.match("kin", text, item.place, min(end, item.place + _NEAR))
        if found is None and is_first:
            found = self._last_kin(text[slice(*self.sketch.sentences[max(0, item.sentence - 1)])])
        return found

    def by_unit(self, item: Item) -> Rule | None:
        """The kind of members that the unit of a figure names."""
        return self.by_words(item.quantity.unit or "")

    def called(self, item: Item) -> Rule | None:
        """The kind that the unit of the same figure names anywhere: "652 jemaah haji" in the headline."""
        if (found := self.by_unit(item)) is not None:
            return found
        same = [each for each in self._quantities if each.value == item.quantity.value]
        kinds = [self.by_words(each.unit or "") for each in same if each.kind == "count"]
        return next((kin for kin in kinds if kin and "insured" not in kin.fields), None)

    def by_words(self, words: str) -> Rule | None:
        """The first kind of members that words name."""
        return self.grammar.match("kin", words, 0, len(words))

    def _last_kin(self, words: str) -> Rule | None:
        """The kind of the last members that some words name."""
        named = [
            (match.end(), rule)
            for rule in self.grammar.rules("kin")
            for match in rule.pattern.finditer(words)
        ]
        return max(named, key=itemgetter(0))[1] if named else None

    def of_kind(self, item: Item, kind: str) -> Span | None:
        """The body that has members of the kind of that name, chosen as :meth:`find` does."""
        found = self._of(kind)
        return self._chosen(item, found) if found else None

    def near(self, item: Item, kin: Rule) -> Span | None:
        """The body with members of a kind in the sentence of a figure or one of the three before."""
        found = self._bodies(kin)
        name = self._near(item, found)
        return self._fullest(name, found) if name else None

    def of_kin(self, item: Item, kin: Rule) -> Span | None:
        """The body that has members of a kind, chosen as :meth:`find` does."""
        return self.of_kind(item, kin.name.removeprefix("kin_"))

    def _bodies(self, kin: Rule) -> tuple[_Ends, ...]:
        return self._of(kin.name.removeprefix("kin_"))

    def of_headline(self, kind: str) -> Span | None:
        """The first body with members of a kind that the headline names."""
        end = max((each.end for each in self._sections if each.kind == "headline"), default=0)
        return next((self.sketch.printed(*ends) for ends in self._of(kind) if ends[0] < end), None)

    def insures(self, owner: Span) -> bool:
        """Whether the words are no body, or one that has participants."""
        name = self.named.organizations.ref(owner)
        return (
            name.id is None
            or self.grammar.starts("keeps_participant", name.name, 0, len(name.name)) is not None
        )

    def keeps(self, owner: Span, kin: Rule) -> bool:
        """Whether a body has members of a kind, by its name."""
        return self.keeps_by_name(self.named.organizations.ref(owner).name, kin)

    def keeps_by_name(self, name: str, kin: Rule) -> bool:
        """The same of a name."""
        role = kin.name.replace("kin_", "keeps_", 1)
        return self.grammar.starts(role, name, 0, len(name)) is not None

    def share_kind(self, name: str, other: str) -> bool:
        """Whether two names are those of bodies that have members of one kind."""
        return any(
            self.keeps_by_name(name, kin) and self.keeps_by_name(other, kin)
            for kin in self.grammar.rules("kin")
        )

    def _without_person(self, start: int, end: int) -> _Ends:
        """A name that only its form tells, without that of a person behind it: "PGRI Sigi Budi Santoso"."""
        persons = self.named.persons.within(start + 1, end)
        return start, persons[0][0] - 1 if persons else end

    def _chosen(self, item: Item, found: Sequence[_Ends]) -> Span | None:
        near = self._near(item, found)
        return self._fullest(near, found) if near else self._most_named(found)

    def _near(self, item: Item, found: Sequence[_Ends]) -> Span | None:
        """The one of the sentence, before the figure, else the last of the three before, else behind it."""
        at = item.quantity.span.start
        for back in (0, _FURTHEST):
            sentence = self.sketch.sentences[max(0, item.sentence - back)]
            low = self.sketch.span(*sentence).start
            if near := [ends for ends in found if low <= ends[0] < at]:
                return self.sketch.printed(*near[-1])
        own = self.sketch.span(*self.sketch.sentences[item.sentence])
        if behind := [ends for ends in found if own.start <= ends[0] < own.end]:
            return self.sketch.printed(*behind[0])
        return None

    def _fullest(self, name: Span, found: Sequence[_Ends]) -> Span:
        """The one longer name that a short one is a part of, in brackets if it is known: of "PMI" "PMI Kota Palu"."""
        known = self.named.organizations.ref(name).id is not None
        names = {name.line: (name.start, name.end)} | {
            self.sketch.printed(*ends).line: ends for ends in reversed(found)
        }
        plain = f"({name.line})" if known else f" {name.line.translate(_BRACKETS)} "
        longer = [
            words for words in names if plain in (words if known else f" {words} ".translate(_BRACKETS))
        ]
        if not longer:
            return name
        fullest = max(longer, key=len)
        same = all(_words(words) <= _words(fullest) for words in longer)
        return self.sketch.printed(*names[fullest]) if same else name

    def _most_named(self, found: Sequence[_Ends]) -> Span | None:
        """The one that the article names most often: it is what the article is about.

        The bare name of a body is one of its only branch: "BPJS Ketenagakerjaan" of "BPJS Ketenagakerjaan Cabang Sigi".
        """
        names = [self.named.organizations.ref(self.sketch.printed(*ends)).name for ends in found]
        times = Counter(names)
        for name in list(times):
            longer = [each for each in times if each.startswith(f"{name} ")]
            if len(longer) == 1:
                times[longer[0]] += times.pop(name)
        (name, most), *others = times.most_common(2)
        if others and others[0][1] == most:
            return None
        return self.sketch.printed(*found[names.index(name)])

    def _read(self, kind: str) -> tuple[_Ends, ...]:
        """Where the text names bodies that have members of a kind, in its order."""
        source, register = self.sketch.source, self.named.organizations
        found = {
            self._without_person(*match.span("name")) if "then_person" in rule.fields else match.span("name")
            for rule in self.grammar.rules(f"keeper_{kind}")
            for match in rule.pattern.finditer(source)
        }
        for ends in register.within(0, len(source)):
            name = register.ref(self.sketch.printed(*ends)).name
            inside = any(low <= ends[0] < high for low, high in found)
            if not inside and self.grammar.starts(f"keeps_{kind}", name, 0, len(name)):
                found.add(ends)
        return tuple(sorted(found))


def _words(name: str) -> set[str]:
    """The words of a name without brackets."""
    return set(name.translate(_BRACKETS).split())
