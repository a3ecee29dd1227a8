"""Who makes an agreement: from a stretch of the text to institutions, and to the persons who sign for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from beritaextract.facts.agreements.offices import Offices
from beritaextract.facts.agreements.party import Party, key
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Name, Sketch
from beritaextract.model import Official, Quantity, Ref, Span
from beritaextract.rules import SYMBOLS

__all__ = ["Parties"]

_BEFORE, _MOST, _SHORT = 44, 24, 3
_ALIAS = regex.compile(r"\s?\(\s?")
_OWNED = regex.compile(rf"{SYMBOLS['organization']}\s{SYMBOLS['organization']}")
_CHAIN = regex.compile(r"\)?\s")
_MORE = regex.compile(r"(?:\s\([^()]*\))?,?\s(?:dan|serta|bersama|dengan)\s")
_REST = regex.compile(
    r"(?:\s\([^()]*\))?(?:\s(?:resmi|telah|juga|secara|kembali|akan|sepakat|untuk|sedang|sudah|tengah|kini|pun|terus))*\s*"
)
_BRACKET_LAST = regex.compile(r"\s?\([^()]*\)$")
_WORD = regex.compile(r"\p{L}{4,}")
_ALL = regex.compile(r"\sse\b")
"""In the name of a group: all of a region, however many these are."""
_BRACKET = regex.compile(r"\s?\([^()\n]{1,30}\)")
_COMMON = frozenset({
    "badan", "dinas", "kantor", "wilayah", "cabang", "kabupaten", "kota", "provinsi", "negeri", "tinggi", "pemerintah",
    "seluruh", "kementerian", "indonesia", "republik", "persero",
})  # fmt: skip


@dataclass(slots=True)
class Parties:
    """Reads parties in the sketches of one text."""

    grammar: Grammar
    sketches: Sequence[Sketch]
    officials: Sequence[Official]
    _places: dict[int, list[int]] = field(default_factory=dict)
    _forms: dict[str, Ref] = field(default_factory=dict)
    _lands: dict[str, Ref] = field(default_factory=dict)
    _names: dict[str, set[str]] = field(default_factory=dict)
    _offices: Offices = field(init=False)

    def __post_init__(self) -> None:
        for sketch in self.sketches:
            self._places[id(sketch)] = sorted(sketch.mentions)
            for mention in sketch.mentions.values():
                if isinstance(mention, Name) and mention.kind != "person" and mention.ref.id:
                    forms = self._names.setdefault(mention.ref.id, {mention.ref.name})
                    forms.add(mention.span.text)
                    if mention.kind == "place":
                        self._lands.setdefault(mention.span.text.casefold(), mention.ref)
                    if mention.kind == "organization":
                        self._forms.setdefault(mention.span.text.casefold(), mention.ref)
                        self._forms.setdefault(mention.ref.name.casefold(), mention.ref)
                        self._forms.setdefault(_BRACKET.sub("", mention.ref.name).casefold(), mention.ref)
        self._offices = Offices(self.grammar, self.officials, self._forms, self._names)

    def read(self, sketch: Sketch, start: int, end: int, *, is_list: bool = False) -> list[Party]:
        """The parties from ``start`` up to ``end``, each once; persons only where no institution is named for them.

        A name in the body that is no mention counts where a list begins with it, or where it is all that stands there.
        """
        found: dict[str, Party] = {}
        groups = self._groups(sketch, start, end) + list(self._seated(sketch, start, end))
        groups += self._bare(sketch, start, end)
        groups += self._that_one(sketch, start, end)
        if sketch is self.sketches[0]:
            groups += self._unlisted(sketch, start, end, is_list)
            groups += self._between_others(sketch, start, end) + list(self._led(sketch, start, end))
        groups = _apart(groups)
        inside = {place for _, low, high in groups for place in range(low, high)}
        for place, party in sorted(
            [(low, party) for party, low, _ in groups] + list(self._named(sketch, start, end, inside)),
            key=lambda each: each[0],
        ):
            if len(found) < _MOST and place >= 0:
                found.setdefault(key(party.ref), party)
        return _without_signers(list(found.values()))

    def states(self, sketch: Sketch, start: int, end: int) -> list[Party]:
        """The two states of "Indonesia-Peru"; one that is no mention is what the text calls so elsewhere."""
        found = []
        for rule in self.grammar.rules("state"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                span = sketch.span(*match.span())
                mention = sketch.mentions.get(match.start())
                known = mention.ref if isinstance(mention, Name) else self._lands.get(span.text.casefold())
                found.append(Party(known or Ref(name=span.line), span, state=True))
        return found

    def signers(self, sketch: Sketch, start: int, end: int) -> list[Ref]:
        """The persons named between two places."""
        found = [sketch.mentions[place] for place in self.within(sketch, start, end)]
        return list({m.ref.id: m.ref for m in found if isinstance(m, Name) and m.kind == "person"}.values())

    def speaker(self, sketch: Sketch, start: int, end: int) -> int | None:
        """Where the person stands who says a sentence, if their institution is known: named in it, or before."""
        persons = [place for place in self.within(sketch, 0, end) if self._is_person(sketch, place)]
        inside = [place for place in persons if place >= start]
        chosen = inside[-1:] or persons[-1:]
        for place in chosen:
            mention = sketch.mentions[place]
            if isinstance(mention, Name) and not self._offices.signs_for(mention).person:
                return place
        return None

    def institution(self, mention: Name) -> Ref | None:
        """The organization that a name means, or for which the person of that name signs."""
        if mention.kind != "person":
            return mention.ref if mention.kind == "organization" else None
        party = self._offices.signs_for(mention)
        return None if party.person or party.state else party.ref

    def forms(self, ref: Ref) -> set[str]:
        """All forms of a name in the text."""
        return self._names.get(ref.id or "", {ref.name})

    def _is_person(self, sketch: Sketch, place: int) -> bool:
        mention = sketch.mentions[place]
        return isinstance(mention, Name) and mention.kind == "person"

    def within(self, sketch: Sketch, start: int, end: int) -> list[int]:
        """Where mentions stand between two places."""
        places = self._places[id(sketch)]
        return places[bisect_left(places, start) : bisect_left(places, end)]

    def sort(self, ref: Ref) -> str:
        """What sort of institution it is, as its name begins: "kejaksaan"."""
        sorts = (rule.id for rule in self.grammar.rules("sort") if rule.pattern.search(ref.name))
        return next(sorts, ref.name.split()[0])

    def related(self, one: Ref, other: Ref) -> bool:
        """Whether two institutions share a telling word: "Kanwil Kemenag Sulteng", "kantor Kemenag se-Sulteng"."""
        return bool(self._telling(one) & self._telling(other))

    def _telling(self, ref: Ref) -> set[str]:
        forms = self.forms(ref)
        return {word.casefold() for form in forms for word in _WORD.findall(form)} - _COMMON

    def _named(self, sketch: Sketch, start: int, end: int, inside: set[int]) -> Iterator[tuple[int, Party]]:
        last = country = -1
        for place in self.within(sketch, start, end):
            mention = sketch.mentions[place]
            if place in inside or not isinstance(mention, Name):
                continue
            before = sketch.text[max(start, place - _BEFORE) : place]
            if mention.kind == "organization":
                follows = last >= 0 and (
                    _ALIAS.fullmatch(sketch.text, last + 1, place)
                    or _CHAIN.fullmatch(sketch.text, last + 1, place)
                )
                last = place
                if follows or self._matches("no_party", before):
                    continue
                yield place, self._unit(sketch, place, end) or Party(mention.ref, mention.span)
            elif mention.kind == "person":
                party = self._offices.signs_for(mention)
                longer = self._prefixed(sketch, before, mention) or self._followed(sketch, place, mention)
                yield place, longer or party if party.person else party
            elif self._is_state(sketch, place, end, before, country >= 0):
                country = place
                yield place, Party(mention.ref, mention.span, state=True)

    def _is_state(self, sketch: Sketch, place: int, end: int, before: str, follows: bool) -> bool:
        """Whether a place acts: it stands where a party does, or beside another one."""
        if self._matches("country", before) and (follows or not before.endswith(", ")):
            return True
        beside = self.grammar.starts("two_states", sketch.text, place, end)
        return beside is not None and not self._matches("no_state", before)

    def _unit(self, sketch: Sketch, place: int, end: int) -> Party | None:
        """A unit with the ministry that it belongs to: "Ditjen Migas Kementerian ESDM"."""
        unit, owner = (sketch.mentions.get(each) for each in (place, place + 2))
        if not isinstance(unit, Name) or not isinstance(owner, Name) or place + 2 >= end:
            return None
        if not _OWNED.match(sketch.text, place) or not self._matches("unit", unit.span.text):
            return None
        if not self._matches("owner", owner.span.text):
            return None
        span = sketch.span(place, place + 3)
        name = _BRACKET_LAST.sub("", span.line)
        return None if "(" in name else Party(Ref(id=unit.ref.id, name=name), span)

    def _prefixed(self, sketch: Sketch, before: str, mention: Name) -> Party | None:
        """An institution of which only the end was taken for a name: "dan Kongregasi Suster Ende"."""
        match = self.grammar.search("head", before, 0, len(before))
        if match is None or sketch is not self.sketches[0] or self._matches("title", match["head"]):
            return None
        start = mention.span.start - len(match["head"])
        span = Span(start=start, end=mention.span.end, text=sketch.source[start : mention.span.end])
        return Party(Ref(name=span.line), span)

    def _followed(self, sketch: Sketch, place: int, mention: Name) -> Party | None:
        """An institution that is called by a person's name: "Ratna Yusuf Center"."""
        printed = mention.span.text
        if printed.count(" ") > 1 and self.grammar.starts("tail", printed, printed.rindex(" "), len(printed)):
            return Party(Ref(name=mention.span.line), mention.span)
        match = self.grammar.starts("tail", sketch.text, place + 1, len(sketch.text))
        if match is None:
            return None
        span = sketch.span(place, match.end("tail"))
        return Party(Ref(name=span.line), span)

    def _matches(self, role: str, words: str) -> bool:
        return self.grammar.match(role, words, 0, len(words)) is not None

    def _bare(self, sketch: Sketch, start: int, end: int) -> Iterator[tuple[Party, int, int]]:
        """The only institution of its sort in the text, named by that sort or by who leads it: "bupati dan kejari"."""
        for rule in self.grammar.rules("bare"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                if self._matches(
                    "no_party", sketch.text[max(start, match.start() - _BEFORE) : match.start()]
                ):
                    continue
                heads = tuple(f"{head} " for head in rule.fields["institutions"].casefold().split("|"))
                found = {ref.id: ref for form, ref in self._forms.items() if form.startswith(heads)}
                if len(found) == 1:
                    ref = next(iter(found.values()))
                    yield Party(ref, sketch.span(*match.span())), *match.span()

    def _that_one(self, sketch: Sketch, start: int, end: int) -> Iterator[tuple[Party, int, int]]:
        """The institution of its sort of which the text spoke last: "kampus itu dan …"."""
        for rule in self.grammar.rules("that_one"):
            heads = tuple(f"{head} " for head in rule.fields["institutions"].split("|"))
            for match in rule.pattern.finditer(sketch.text, start, end):
                before = (sketch.mentions[place] for place in reversed(self.within(sketch, 0, match.start())))
                named = (each.ref for each in before if isinstance(each, Name))
                if ref := next((ref for ref in named if ref.name.startswith(heads)), None):
                    yield Party(ref, sketch.span(*match.span())), *match.span()

    def _led(self, sketch: Sketch, start: int, end: int) -> Iterator[tuple[Party, int, int]]:
        """A known organisation that was not seen behind a title, for the name behind it: "CEO Citra Raya Budi"."""
        for rule in self.grammar.rules("led"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                words = f"{match['run']} ".casefold()
                known = (form for form in self._forms if " " in form and words.startswith(f"{form} "))
                if form := max(known, key=len, default=None):
                    low = match.start("run")
                    high = low + len(form)
                    yield Party(self._forms[form], sketch.span(low, high)), match.start(), match.end()

    def _seated(self, sketch: Sketch, start: int, end: int) -> Iterator[tuple[Party, int, int]]:
        """Two institutions that share the name of their seat: "Kabupaten dan Kota Bogor"."""
        for rule in self.grammar.rules("seated"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                head, second = match["head"], sketch.words(*match.span("second"))
                seat = self.grammar.starts("seat", second, 0, len(second))
                if seat is None:
                    continue
                known = self._called(rule.fields["institutions"].split("|"), seat["seat"])
                yield (
                    Party(known or Ref(name=f"{head} {seat['seat']}"), sketch.span(*match.span("head"))),
                    *match.span("head"),
                )
                known = self._called(rule.fields["seconds"].split("|"), seat["seat"])
                prefix = rule.fields["prefix"] if head.startswith(rule.fields["prefix"]) else ""
                name = second if second.startswith(prefix) else f"{prefix}{second}"
                yield (
                    Party(known or Ref(name=name), sketch.span(*match.span("second"))),
                    *match.span("second"),
                )

    def _called(self, heads: Iterable[str], seat: str) -> Ref | None:
        """The named organisation that is called by one of ``heads`` and a seat."""
        forms = (f"{head} {seat}".casefold() for head in heads)
        return next((self._forms[form] for form in forms if form in self._forms), None)

    def _groups(self, sketch: Sketch, start: int, end: int) -> list[tuple[Party, int, int]]:
        """Parties without a name of their own: "para bupati se Papua", "12 kejari"."""
        found = []
        for rule in self.grammar.rules("collective"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                span = sketch.span(*match.span("name"))
                found.append((Party(Ref(name=span.line), span), *match.span("name")))
        taken = {place for _, low, high in found for place in range(low, high)}
        for rule in self.grammar.rules("counted"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                mention = sketch.mentions.get(match.start())
                if match.start() in taken or not isinstance(mention, Quantity) or not mention.unit:
                    continue
                name = mention.unit + sketch.words(*match.span("rest")).rstrip()
                if self._matches("counted_unit", name):
                    span = sketch.span(*match.span())
                    called = name if _ALL.search(match["rest"]) else span.line
                    found.append((Party(Ref(name=called), span, counted=True), *match.span()))
        return found

    def _unlisted(self, sketch: Sketch, start: int, end: int, is_list: bool) -> list[tuple[Party, int, int]]:
        """A name that is no mention: "dengan Citra Raya Abadi untuk …"."""
        match = self.grammar.starts("proper", sketch.text, start, end)
        if match is None or self._matches("title", match["proper"]):
            return []
        follows = sketch.text[match.end() : match.end() + 1] == " " and match.end() + 1 in sketch.mentions
        rest = _REST.fullmatch(sketch.text, match.end(), end)
        alone = rest and (" " in match["proper"] or match["proper"].isupper())
        first = _MORE.match(sketch.text, match.end(), end) and self._matches("institution", match["proper"])
        if follows or len(match["proper"]) < _SHORT or not (is_list or alone or first):
            return []
        return [_printed(sketch, match)]

    def _between_others(self, sketch: Sketch, start: int, end: int) -> list[tuple[Party, int, int]]:
        """Names that are no mentions, among the others of a list: "\ue006, Citra Raya Abadi, dan \ue006".

        Beside persons only what begins as an institution does.
        """
        found = []
        persons = any(self._is_person(sketch, place) for place in self.within(sketch, start, end))
        for rule in self.grammar.rules("proper_item"):
            for match in rule.pattern.finditer(sketch.text, start, end):
                name = match["proper"]
                if self._matches("title", name) or (persons and not self._matches("institution", name)):
                    continue
                found.append(_printed(sketch, match))
        return found


def _apart(groups: list[tuple[Party, int, int]]) -> list[tuple[Party, int, int]]:
    """Those that stand in no other one, by their places; the longer one of two at the same place."""
    kept: list[tuple[Party, int, int]] = []
    for each in sorted(groups, key=lambda group: (group[1], -group[2])):
        if not kept or each[1] >= kept[-1][2]:
            kept.append(each)
    return kept


def _printed(sketch: Sketch, match: regex.Match[str]) -> tuple[Party, int, int]:
    """The party that a name is as it is printed, and the places up to the end of its short form in brackets."""
    span = sketch.span(*match.span("proper"))
    start, end = match.span("proper")
    short = _BRACKET.match(sketch.text, end)
    return Party(Ref(name=span.line), span), start, short.end() if short else end


def _without_signers(parties: list[Party]) -> list[Party]:
    """Persons count where fewer than two institutions are named."""
    institutions = [party for party in parties if not party.person]
    return institutions if len(institutions) > 1 else parties
