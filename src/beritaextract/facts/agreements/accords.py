"""Which mentions speak of one agreement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from beritaextract.facts.agreements.filling import Filler
from beritaextract.facts.agreements.news import News
from beritaextract.facts.agreements.party import key
from beritaextract.facts.agreements.readings import MADE, Reading
from beritaextract.facts.agreements.renewals import renewals
from beritaextract.facts.agreements.seen import Accord, Seen
from beritaextract.facts.agreements.sights import Sights
from beritaextract.facts.agreements.state import State
from beritaextract.facts.agreements.terms import alike

__all__ = ["Accords"]


@dataclass(frozen=True, slots=True)
class Accords:
    """Groups the mentions of one text."""

    state: State
    filler: Filler
    sights: Sights
    news: News

    def read(self, readings: Sequence[Sequence[Reading]]) -> list[Accord]:
        """The agreements, in the order in which the text first tells of them, with their parties."""
        seen = [self.sights.read(part, each) for part, found in enumerate(readings) for each in found]
        accords = self.state.found
        for each in seen:
            if each.firm and not each.reading.document.count:
                self._place(each, accords)
        for each in seen:
            if (
                each.reading.document.count
                and each.firm
                and not any(a.kind == each.reading.document.kind for a in accords)
            ):
                self._place(each, accords)
        for accord in accords:
            self.filler.fill(accord)
        for each in seen:
            if not each.firm and not each.reading.document.count and not each.reading.document.verbal:
                self._place_loose(each, accords)
        self._place_verbs([each for each in seen if each.reading.document.verbal], accords)
        if not any(accord.kind != "agreement" for accord in accords):
            self._take_names(seen, accords)
        for accord in accords:
            if accord.is_open:
                self.filler.fill(accord)
        accords += renewals(accords, self.state.sketches, self.state.grammar)
        return [accord for accord in accords if self._counts(accord)]

    def _place(self, seen: Seen, accords: list[Accord]) -> None:
        """Puts a firm mention to the agreement that it speaks of, or begins a new one."""
        same = [accord for accord in accords if accord.kind == seen.reading.document.kind]
        for accord in reversed(same) if seen.refers else same:
            if self._is_same(seen, accord):
                accord.seen.append(seen)
                return
        if seen.part and not same and accords and self._is_same(seen, accords[0]):
            accords[0].seen.append(seen)
            return
        weak = seen.reading.verb is not None and not seen.reading.verb.firm
        if weak and accords and not seen.around.parties and not seen.subject:
            accords[0].seen.append(seen)
        elif seen.founds:
            reading = seen.reading
            linked = reading.linked or reading.replaced or seen.also or seen.renews
            linked = linked or self._is_same_occasion(seen)
            linked = linked or (
                seen.alike and len({self.state.parties.sort(ref) for ref in seen.around.refs}) < 2
            )
            accords.append(
                Accord(seen.reading.document.kind, [seen], accords[0] if accords and linked else None)
            )

    def _take_names(self, seen: Iterable[Seen], accords: Sequence[Accord]) -> None:
        """Gives a cooperation the kind of the paper that is named without a party: "MoU itu …", or right behind it."""
        lost = [
            each
            for each in seen
            if each.firm and not each.around.parties and (each.reading.action is None or each.reading.holds)
        ]
        for accord in accords:
            first = accord.seen[0]
            for each in lost:
                follows = each.part == first.part and each.reading.sentence == first.reading.sentence + 1
                follows = follows or (each.refers and len(accords) == 1)
                if accord.kind == "agreement" and follows and not each.other:
                    accord.kind = each.reading.document.kind
                    accord.seen.append(each)

    def _is_same(self, seen: Seen, accord: Accord) -> bool:
        """Whether nothing that a mention says makes it another agreement than ``accord``."""
        if (seen.renews and accord.holds) or (seen.reading.replaced and accord.action in MADE):
            return False
        mine, theirs = seen.around.keys, accord.keys
        if seen.alike and mine and not theirs:
            return False
        apart = seen.other or (seen.reading.action == "planned" and accord.action in MADE)
        if apart and len(mine) > 1 and (theirs or not seen.other) and len(mine & theirs) < 2:
            return False
        if mine and theirs and not mine & theirs and seen.reading.action is not None:
            return seen.around.sided and accord.lacks_sides and not seen.other
        if (
            len(mine) > 1
            and len(theirs) > 1
            and len(mine & theirs) == 1
            and self._is_with_others(seen, accord)
        ):
            return False
        if seen.refers or seen.subject is None or seen.subject.rank < 3 or not accord.titles:
            return True
        other = accord.titles[0]
        if alike(seen.subject.text, other.text):
            return True
        waits = "planned" in (seen.reading.action, accord.action) and seen.reading.action != accord.action
        return not (seen.also or waits or (seen.subject.is_title and other.is_title))

    def _is_with_others(self, seen: Seen, accord: Accord) -> bool:
        """Whether a party makes one agreement with some and another with others, all of them institutions."""
        told = {key(party.ref): party for each in accord.seen for party in each.around.parties}
        mine = [party for party in seen.around.parties if key(party.ref) not in told]
        theirs = [party for name, party in told.items() if name not in seen.around.keys]
        if not mine or not theirs or any(party.person for party in (*mine, *theirs)):
            return False
        return not any(self.state.parties.related(one.ref, other.ref) for one in mine for other in theirs)

    def _place_loose(self, seen: Seen, accords: list[Accord]) -> None:
        """Puts a "kerja sama" to the agreement of its parties; one of its own only where it is signed, or another."""
        apart = not any(seen.around.keys & accord.keys for accord in accords)
        told = seen.alike and seen.reading.action in ("existing", "planned")
        if told and seen.around.parties and accords and apart:
            if seen.reading.action == "existing":
                seen = replace(seen, reading=replace(seen.reading, holds=True))
            accords.append(Accord(seen.reading.document.kind, [seen], accords[0]))
            return
        near = [accord for accord in accords if seen.around.keys & accord.keys]
        if near and seen.founds and self._is_apart(seen, near):
            near = []
        elif seen.founds and not near:
            near = [
                each
                for each in accords
                if each.is_open and (each.seen[0].part > seen.part or not each.parties)
            ]
        if not near and (len(seen.around.parties) < 2 or (seen.refers and not seen.also)):
            near = accords
        if near:
            chosen = near[0]
            if seen.refers:
                before = [
                    each for each in near if each.seen[0].reading.document.start < seen.reading.document.start
                ]
                made = [each for each in before if each.action in MADE]
                before = made if made and seen.reading.action in MADE else before
                chosen = before[-1] if before and seen.part == before[-1].seen[0].part else near[0]
            chosen.seen.append(seen)
        elif seen.founds:
            accords.append(Accord(seen.reading.document.kind, [seen]))

    def _is_apart(self, seen: Seen, near: Sequence[Accord]) -> bool:
        """Whether a cooperation with one of the sides of others is another one: it is with somebody else."""
        if any(seen.around.keys <= accord.keys for accord in near):
            return False
        if seen.other or seen.reading.holds:
            return True
        verb, action = seen.reading.verb, seen.reading.action
        return bool(verb and verb.firm) and all(
            self._is_with_others(seen, accord) or (action in MADE and accord.action == "planned")
            for accord in near
        )

    def _place_verbs(self, seen: Iterable[Seen], accords: list[Accord]) -> None:
        """Begins an agreement for "menggandeng", where the text tells of no paper that the same parties sign."""
        if any(accord.is_firm for accord in accords):
            seen = [each for each in seen if each.reading.holds]
        known = [accord for accord in accords if any(each.founds for each in accord.seen)]
        for each in seen:
            mine = each.around.keys
            told = (mine <= accord.keys if each.reading.holds else mine & accord.keys for accord in known)
            if not each.founds or any(told):
                continue
            if near := next((a for a in accords if a not in known and a.keys & each.around.keys), None):
                near.seen.append(each)
            else:
                accords.append(Accord(each.reading.document.kind, [each]))
                self.filler.fill(accords[-1])

    def _is_same_occasion(self, seen: Seen) -> bool:
        """Whether the sentence tells of the same occasion as those before: "Pada kesempatan yang sama"."""
        sketch = self.state.sketches[seen.part]
        return (
            self.state.grammar.match("occasion", sketch.text, *sketch.sentences[seen.reading.sentence])
            is not None
        )

    def _counts(self, accord: Accord) -> bool:
        """Whether enough is known of it to be told as a fact."""
        if accord.kind != "agreement":
            if accord.action in MADE:
                return True
            named = any(
                each.around.parties or (accord.like and (each.renews or each.reading.replaced))
                for each in accord.seen
            )
            near = self.filler.beside(accord, accord.parties) or self.filler.before(accord)
            return len(accord.parties) > 1 and (named or bool(near))
        if accord.like and (accord.holds or accord.seen[0].alike):
            return len(accord.parties) > 1
        return self.news.counts(accord)
