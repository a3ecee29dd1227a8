"""Who stands on the two sides of an agreement, around the words that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from beritaextract.facts.agreements.parties import Parties
from beritaextract.facts.agreements.party import Party, key
from beritaextract.facts.agreements.readings import Document, Reading, Verb
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Sketch
from beritaextract.model import Ref
from beritaextract.rules import SYMBOLS

__all__ = ["Around", "Partners", "Sides", "united"]

_FAR = 200
_NEAR = 60
_DIRECT = regex.compile(rf"\s?[–-]?\s?(?={SYMBOLS['organization']})|\s(?=(?:para|seluruh|semua)\s)")
_BESIDE = regex.compile(rf"{SYMBOLS['organization']}(?:\s\([^()\n]{{1,30}}\))?\s$")
"""The one whose partner "dengan" brings in: "MoU pendataan ternak \ue006 dengan \ue006"."""
_WITH = regex.compile(r"\s(?:dengan|bersama)\s")
_BREAK = regex.compile(r"[.;\n]")


@dataclass(frozen=True, slots=True)
class Around:
    """The parties around one mention of an agreement, each once, and the persons among them who sign.

    ``sided`` where all of them stand behind "dengan", and nobody is named who makes it with them.
    """

    parties: tuple[Party, ...] = ()
    signers: tuple[Ref, ...] = ()
    sided: bool = False

    @property
    def refs(self) -> list[Ref]:
        return [party.ref for party in self.parties]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key(party.ref) for party in self.parties)


@dataclass(frozen=True, slots=True)
class Partners:
    """Who cooperates, as a sentence says that does not name an agreement; ``end`` is where its verb ends."""

    sentence: int
    end: int
    around: Around


@dataclass(frozen=True, slots=True)
class _Region:
    """Where to look for parties; ``is_list`` where they stand one after another from the start, ``is_pair``: states."""

    low: int
    high: int
    is_list: bool = False
    is_pair: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """Reads the parties in one sketch."""

    sketch: Sketch
    grammar: Grammar
    parties: Parties

    def of(self, reading: Reading) -> Around:
        """The parties that the sentence names for a document."""
        document, verb = reading.document, reading.verb
        start, _ = self.sketch.sentences[reading.sentence]
        end = reading.until
        if document.verbal:
            return self._cooperating(document, start, end)
        listed = self.grammar.starts("listed", self.sketch.text, document.end, end)
        between = listed or self._search("between", document.end, end)
        if between and (found := self._around([self._list(between.end(), end)])):
            return found
        regions: list[_Region] = []
        if verb is not None and verb.start < document.start:
            regions += self._doers(verb, start)
        elif reading.action == "planned":
            regions += self._planners(document.start, start)
        elif reading.action == "existing":
            regions += self._holders(document.start, start) or self._companions(document, start)
        regions += self._speakers(regions, start) or self._meant(regions, reading)
        regions = self._with_own(regions, reading) + regions
        if pair := self._pair(document, start, end):
            regions.append(pair)
        elif direct := _DIRECT.match(self.sketch.text, document.end, end):
            regions.append(self._list(direct.end(), end))
        others = self._others(document.end, self._limit(regions, document.end, end))
        regions += self._hands(reading, end)
        sided = len(others) == 1 and self._around(regions) is None
        regions += others
        found = self._around(regions)
        if found and len(found.parties) == 1 and not found.parties[0].person:
            found = self._around(self._tellers(start, end) + regions)
            sided = sided and found is not None and len(found.parties) == 1
        if found and sided:
            return replace(found, sided=True)
        return found or self._around(self._named_before(reading, start)) or Around()

    def _tellers(self, start: int, end: int) -> list[_Region]:
        """Who speaks in a sentence that names one party: "Sari menyebut nota kesepahaman dengan \ue006 …", "Ia …"."""
        speaker = self.parties.speaker(self.sketch, start, end)
        if speaker is None or (
            speaker < start and not self.grammar.starts("pronoun", self.sketch.text, start, end)
        ):
            return []
        return [_Region(speaker, speaker + 1)]

    def _cooperating(self, document: Document, start: int, end: int) -> Around:
        """The parties around a verb: "A menggandeng B", "A dan B bekerja sama"."""
        low = self._clause(start, document.start)
        regions = [_Region(low, document.start)]
        regions += self._speakers(regions, start)
        if "takes" in document.rule.fields:
            others = self._list(min(document.end + 1, end), end)
            verb = self.grammar.search("verb_behind", self.sketch.text, others.low, others.high)
            regions.append(replace(others, high=verb.start()) if verb else others)
        return self._around(regions) or Around()

    def _pair(self, document: Document, start: int, end: int) -> _Region | None:
        """The two states whose names stand right before or behind a treaty: "RI-AS"."""
        if not document.states:
            return None
        if match := self.grammar.starts("pair", self.sketch.text, document.end, end):
            return _Region(*match.span("pair"), is_pair=True)
        low = max(start, document.start - _NEAR)
        match = self.grammar.search("paired", self.sketch.text, low, document.start)
        return _Region(*match.span("pair"), is_pair=True) if match else None

    def signed_by(self, sentence: int) -> Around:
        """Who signs in a sentence that goes on about the signing: "Dokumen ditandatangani oleh …"."""
        start, end = self.sketch.sentences[sentence]
        for rule in self.grammar.rules("verb"):
            if rule.fields["form"] == "passive":
                for match in rule.pattern.finditer(self.sketch.text, start, end):
                    hand = self.grammar.search(
                        "hand", self.sketch.text, match.end(), min(end, match.end() + _NEAR)
                    )
                    low = hand.end() if hand else match.end()
                    if found := self._around([self._list(low, end)]):
                        return found
        return Around()

    def is_wanted(self, document: Document) -> bool:
        """Whether the words before a cooperation say that it is only sought: "menjajaki kerja sama"."""
        start, _ = self.sketch.sentences[self.sketch.sentence(document.start)]
        low = max(start, document.start - _NEAR)
        return self.grammar.match("planned", self.sketch.text, low, document.start) is not None

    def partners(self) -> Iterator[Partners]:
        """Who cooperates with whom in other words: "menggandeng"."""
        text = self.sketch.text
        for rule in self.grammar.active(self.sketch.source, ["partner", "joint", "agree"], self.sketch.needs):
            for match in rule.pattern.finditer(text):
                number = self.sketch.sentence(match.start())
                start, end = self.sketch.sentences[number]
                regions = [] if rule.fields["role"] == "agree" else [self._list(match.end(), end)]
                if rule.fields["role"] != "joint":
                    regions.insert(0, _Region(self._clause(start, match.start()), match.start()))
                if found := self._around(regions):
                    yield Partners(number, match.end(), found)

    def joined(self, sentence: int) -> Around:
        """Parties that sign too: "ikut diteken 12 kejari"."""
        start, end = self.sketch.sentences[sentence]
        match = self.grammar.search("joined", self.sketch.text, start, end)
        if match is None:
            return Around()
        return self._around([self._list(match.end(), end)]) or Around()

    def institutions(self, sentence: int) -> Around:
        """All that a sentence names, persons apart."""
        start, end = self.sketch.sentences[sentence]
        found = self._around([_Region(self._clause(start, end), end)]) or Around()
        return Around(tuple(party for party in found.parties if not party.person and not party.counted))

    def _doers(self, verb: Verb, start: int) -> list[_Region]:
        """Where the subject of an active verb stands, or of what is done by signing ("… melalui penandatanganan")."""
        if verb.form == "active":
            return [_Region(self._clause(start, verb.start), verb.start)]
        if verb.form == "noun":
            if self.grammar.starts("through", self.sketch.text, start, verb.start):
                return self._behind(verb)
            low = max(start, verb.start - _NEAR)
            if match := self.grammar.search("by", self.sketch.text, low, verb.start):
                return [_Region(self._clause(start, match.start()), match.start())]
        return []

    def _named_before(self, reading: Reading, start: int) -> list[_Region]:
        """Where those stand who sign a document that is named after them: "A dan B dalam sebuah MoU yang diteken"."""
        place, verb = reading.document.start, reading.verb
        if verb is None or verb.form != "passive" or verb.start < place:
            return []
        if not self.grammar.match("inside", self.sketch.text, max(start, place - _NEAR), place):
            return []
        return [_Region(self._clause(start, place), place)]

    def _behind(self, verb: Verb) -> list[_Region]:
        """The subject of a sentence that a signing opens: "Melalui penandatanganan …, A dan B meresmikan"."""
        _, end = self.sketch.sentences[self.sketch.sentence(verb.start)]
        main = self.grammar.search("main_verb", self.sketch.text, verb.end, min(end, verb.end + _FAR))
        if main is None:
            return []
        comma = self.sketch.text.rfind(", ", verb.end, main.start())
        return [_Region(comma + 1, main.start(), is_list=True)] if comma >= 0 else []

    def _planners(self, place: int, start: int) -> list[_Region]:
        """Where those stand who are still to make it, without persons: before "akan", or behind "rencananya"."""
        near = max(start, place - _NEAR)
        found = (
            self.grammar.search(role, self.sketch.text, near, place) for role in ("planned", "negotiated")
        )
        match = next(filter(None, found), None)
        if match is None:
            return []
        regions = [_Region(self._clause(start, match.start()), match.start()), _Region(*match.span())]
        for region in regions:
            if parties := self.parties.read(self.sketch, region.low, region.high):
                return [] if any(party.person for party in parties) else [region]
        return regions[:1]

    def _limit(self, regions: list[_Region], low: int, end: int) -> int:
        """Where "dengan" still speaks of a party: up to the purpose, where the sentence has named two already."""
        found = self._around(regions)
        if found is None or len(found.parties) < 2:
            return end
        starts = [match.start() for role in ("purpose", "topic") if (match := self._search(role, low, end))]
        return min([end, *starts])

    def _speakers(self, regions: list[_Region], start: int) -> list[_Region]:
        """Who says "pihaknya", or says of nobody else that they will: what stands before the clause."""
        if len(regions) != 1 or self._around(regions) is not None:
            return []
        low = regions[0].low
        ends = self.sketch.text, low, regions[0].high
        own = (
            self.grammar.match("own", *ends) is not None or self.grammar.starts("unnamed", *ends) is not None
        )
        return [_Region(start, low)] if own and low > start else []

    def _with_own(self, regions: list[_Region], reading: Reading) -> list[_Region]:
        """Who says "pihaknya dan …" or "pihaknya, … dan …": their institution is one of those."""
        if not regions or not self.grammar.starts(
            "own_first", self.sketch.text, regions[0].low, regions[0].high
        ):
            return []
        speaker = self.parties.speaker(self.sketch, *self.sketch.sentences[reading.sentence])
        return [] if speaker is None else [_Region(speaker, speaker + 1)]

    def _meant(self, regions: list[_Region], reading: Reading) -> list[_Region]:
        """The one institution of the sentence before, which "perusahaan ini" means, or that of who says "kami"."""
        if len(regions) != 1 or self._around(regions) is not None:
            return []
        low, high = regions[0].low, regions[0].high
        if reading.sentence and self.grammar.starts("this_one", self.sketch.text, low, high):
            before = _Region(*self.sketch.sentences[reading.sentence - 1])
            found = self._around([before])
            return [before] if found and len(found.parties) == 1 and not found.parties[0].person else []
        if self.grammar.match("own", self.sketch.text, low, high) is None:
            return []
        speaker = self.parties.speaker(self.sketch, *self.sketch.sentences[reading.sentence])
        return [_Region(speaker, speaker + 1)] if speaker is not None else []

    def _holders(self, place: int, start: int) -> list[_Region]:
        """Where those stand who have an agreement with somebody: "Rusia, yang memiliki perjanjian …"."""
        low = max(start, place - _NEAR)
        match = self.grammar.search("holds", self.sketch.text, low, place)
        return [_Region(self._clause(start, match.start()), match.start())] if match else []

    def _companions(self, document: Document, start: int) -> list[_Region]:
        """Where those stand who do something "melalui kolaborasi bersama" others."""
        if document.lasting or document.firm:
            return []
        low = max(start, document.start - _NEAR)
        match = self.grammar.search("means", self.sketch.text, low, document.start)
        return [_Region(self._clause(start, match.start()), match.start())] if match else []

    def _others(self, low: int, end: int) -> list[_Region]:
        """The list after the first "dengan" or "bersama" that a party follows."""
        for rule in self.grammar.rules("with"):
            for match in rule.pattern.finditer(self.sketch.text, low, min(end, low + _FAR)):
                if self.grammar.match("clause", self.sketch.text, low, match.start()):
                    break
                region = self._list(match.end(), end)
                before = _BESIDE.search(self.sketch.text, low, match.start())
                if before and self._search("purpose", low, before.start()):
                    before = None
                if before and self.parties.read(self.sketch, region.low, region.high, is_list=True):
                    return [_Region(before.start(), before.end()), region]
                if self.parties.read(self.sketch, region.low, region.high, is_list=True):
                    return [region]
        return []

    def _hands(self, reading: Reading, end: int) -> list[_Region]:
        """The list after "oleh", or right after a passive verb."""
        document, verb = reading.document, reading.verb
        if verb is None or (verb.joins and verb.form == "active"):
            return []
        low = max(verb.end, document.end)
        near = min(end, low + (_NEAR if verb.form == "passive" else _FAR))
        hand = self.grammar.search("hand", self.sketch.text, low, near)
        if hand and not self.grammar.match(
            "no_party", self.sketch.text, max(0, hand.start() - _NEAR), hand.end()
        ):
            return [self._list(hand.end(), end)]
        if (
            verb.form == "passive"
            and verb.start > document.start
            and not _WITH.match(self.sketch.text, verb.end)
        ):
            return [self._list(verb.end, end)]
        return []

    def _clause(self, start: int, place: int) -> int:
        """Where the clause that ends at ``place`` begins: behind a dateline, who says it, and an opening adverbial."""
        low = start
        if found := self.grammar.starts("dateline", self.sketch.text, start, min(place, start + 120)):
            low = found.end()
        for rule in self.grammar.rules("clause"):
            for match in rule.pattern.finditer(self.sketch.text, low, place):
                low = match.end()
        if opening := self.grammar.starts("opening", self.sketch.text, low, place):
            low = opening.end()
        if between := self.grammar.search("between", self.sketch.text, low, place):
            low = between.end()
        return min(low, place)

    def _list(self, low: int, end: int) -> _Region:
        """From ``low`` up to what ends a list of parties."""
        stop = self.grammar.search("stop", self.sketch.text, low, end)
        return _Region(low, stop.start() if stop else end, is_list=True)

    def _search(self, role: str, low: int, end: int) -> regex.Match[str] | None:
        """The first match of a role in the same clause."""
        found = self.grammar.search(role, self.sketch.text, low, min(end, low + _FAR))
        return found if found and not _BREAK.search(self.sketch.text, low, found.start()) else None

    def _around(self, regions: list[_Region]) -> Around | None:
        """``None`` where the regions hold no party."""
        found: dict[str, Party] = {}
        signers: dict[str, Ref] = {}
        for region in regions:
            if region.is_pair:
                parties = self.parties.states(self.sketch, region.low, region.high)
            else:
                parties = self.parties.read(self.sketch, region.low, region.high, is_list=region.is_list)
            for party in parties:
                found.setdefault(key(party.ref), party)
            for ref in self.parties.signers(self.sketch, region.low, region.high):
                signers.setdefault(key(ref), ref)
        if not found:
            return None
        kept = [party for party in found.values() if not party.person]
        return Around(tuple(kept if len(kept) > 1 else found.values()), tuple(signers.values()))


def united(around: Iterable[Around]) -> list[Party]:
    """All parties, each once; persons only where fewer than two institutions are among them."""
    found: dict[str, Party] = {}
    for each in around:
        for party in each.parties:
            found.setdefault(key(party.ref), party)
    kept = [party for party in found.values() if not party.person]
    return kept if len(kept) > 1 else list(found.values())
