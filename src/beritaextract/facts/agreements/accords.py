"""Which mentions speak of one agreement, and who its parties are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from beritaextract.facts.agreements.completing import both_states, completed, with_principal
from beritaextract.facts.agreements.documents import THIS
from beritaextract.facts.agreements.followers import OPENING, Followers
from beritaextract.facts.agreements.news import News
from beritaextract.facts.agreements.parties import Parties
from beritaextract.facts.agreements.party import Party, key
from beritaextract.facts.agreements.principal import Principals
from beritaextract.facts.agreements.readings import MADE, Reading
from beritaextract.facts.agreements.renewals import renewals
from beritaextract.facts.agreements.seen import Accord, Seen
from beritaextract.facts.agreements.sides import Around, Partners, Sides, united
from beritaextract.facts.agreements.terms import Subject, Terms, alike
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Sketch

__all__ = ["Accords"]

_BACK, _TWO = 14, 2


@dataclass(slots=True)
class Accords:
    """Groups the mentions of one text; it remembers what it has read of a sketch or a sentence."""

    sketches: Sequence[Sketch]
    grammar: Grammar
    parties: Parties
    terms: list[Terms] = field(init=False)
    sides: list[Sides] = field(init=False)
    news: News = field(init=False)
    principals: Principals = field(init=False)
    followers: Followers = field(init=False)
    _partners: list[list[Partners]] | None = None
    _named: dict[tuple[int, int], Reading] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.terms = [Terms(sketch, self.grammar, self.parties) for sketch in self.sketches]
        self.sides = [Sides(sketch, self.grammar, self.parties) for sketch in self.sketches]
        self.news = News(self.sketches, self.grammar)
        self.principals = Principals(self.sketches, self.parties)
        self.followers = Followers(self.sketches, self.grammar)

    @property
    def partners(self) -> list[list[Partners]]:
        """For each sketch, who cooperates in other words."""
        if self._partners is None:
            self._partners = [list(sides.partners()) for sides in self.sides]
        return self._partners

    def read(self, readings: Sequence[Sequence[Reading]]) -> list[Accord]:
        """The agreements, in the order in which the text first tells of them, with their parties."""
        seen = [self._seen(part, each) for part, found in enumerate(readings) for each in found]
        accords = self.followers.found
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
            self._fill(accord, accords)
        for each in seen:
            if not each.firm and not each.reading.document.count and not each.reading.document.verbal:
                self._place_loose(each, accords)
        self._place_verbs([each for each in seen if each.reading.document.verbal], accords)
        if not any(accord.kind != "agreement" for accord in accords):
            self._take_names(seen, accords)
        for accord in accords:
            if accord.is_open:
                self._fill(accord, accords)
        accords += renewals(accords, self.sketches, self.grammar)
        return [accord for accord in accords if self._counts(accord)]

    def _seen(self, part: int, reading: Reading) -> Seen:
        sketch = self.sketches[part]
        start, _ = sketch.sentences[reading.sentence]
        document = reading.document
        refers = THIS.match(sketch.text, document.end) is not None
        if reading.action is None and not document.firm:
            self._named[part, reading.sentence] = reading
            return Seen(part, reading, Around(), None, False, refers)
        around = self.sides[part].of(reading)
        if document.agreed and reading.action in MADE and len(around.parties) == 1:
            around = replace(around, parties=tuple(with_principal(self.principals, around.parties)))
        if not around.parties and not document.firm and reading.verb and reading.verb.firm:
            around = self._both(part, reading.sentence)
        told = reading.holds or (reading.verb is not None and reading.verb.firm)
        if around.sided and not document.firm and not document.verbal and told:
            around = replace(around, parties=tuple(self._sided(part, reading, list(around.parties))))
        if not around.parties and document.firm and reading.action == "planned":
            around = self._sought(part, reading.sentence)
        subject = self.terms[part].subject(reading)
        if subject and refers:
            subject = Subject(1, subject.span)
        also = self.grammar.match("also", sketch.text, start, document.start) is not None
        like = self.grammar.starts("like_it", sketch.text, document.end, reading.until) is not None
        return Seen(part, reading, around, subject, also, refers, like)

    def _sided(self, part: int, reading: Reading, found: list[Party]) -> list[Party]:
        """Partners, and before them whose cooperation it is: of the sentence before with "-nya", else of the text."""
        sketch, document = self.sketches[part], reading.document
        if sketch.text.endswith("nya", document.start, document.end) and reading.sentence:
            before = self.sides[part].institutions(reading.sentence - 1).parties
            if len(before) == 1:
                return [*before, *found]
        return self._with_principal(found, sided=True)

    def _sought(self, part: int, sentence: int) -> Around:
        """Who cooperates in the sentence before one on their agreement: "berencana menggandeng …. MoU itu akan …"."""
        for each in self.partners[part]:
            if each.sentence == sentence - 1 and len(each.around.parties) > 1:
                return each.around
        before = self._named.get((part, sentence - 1))
        if before and self.sides[part].is_wanted(before.document):
            return self.sides[part].of(before)
        return Around()

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
            linked = linked or (seen.alike and len(seen.around.parties) < 2)
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

    def made_beside(self, accord: Accord) -> bool:
        """Whether the text tells of another agreement that was signed."""
        return any(each is not accord and each.action in MADE for each in self.followers.found)

    def _is_same(self, seen: Seen, accord: Accord) -> bool:
        """Whether nothing that a mention says makes it another agreement than ``accord``."""
        if (seen.renews and accord.holds) or (seen.reading.replaced and accord.action in MADE):
            return False
        mine, theirs = seen.around.keys, accord.keys
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
        return not any(self.parties.related(one.ref, other.ref) for one in mine for other in theirs)

    def _place_loose(self, seen: Seen, accords: list[Accord]) -> None:
        """Puts a "kerja sama" to the agreement of its parties; one of its own only where it is signed, or another."""
        apart = not any(seen.around.keys & accord.keys for accord in accords)
        if seen.alike and seen.reading.action == "existing" and seen.around.parties and accords and apart:
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
                self._fill(accords[-1], accords)

    def _is_same_occasion(self, seen: Seen) -> bool:
        """Whether the sentence tells of the same occasion as those before: "Pada kesempatan yang sama"."""
        sketch = self.sketches[seen.part]
        return (
            self.grammar.match("occasion", sketch.text, *sketch.sentences[seen.reading.sentence]) is not None
        )

    def _fill(self, accord: Accord, accords: list[Accord]) -> None:
        """Finds the parties: beside the agreement, in another signed with it, or elsewhere in the text."""
        around = [each.around for each in accord.seen]
        whole = [each for each in around if len(each.parties) > 1]
        full = next((each for each in whole if not any(party.person for party in each.parties)), None)
        full = full or next(iter(whole), None)
        found = list(full.parties) if full and not full.sided else united(around)
        sided = bool(found) and {each.sided for each in around if each.parties} == {True}
        if len(found) < 2 and accord.like and len(accord.like.parties) > 1:
            found = self._with_one_of(accord.like, found, sided=sided)
        if len(found) < 2:
            found = self._beside(accord, found) or found
        if len(found) < 2 and accord.action != "existing":
            found = self._elsewhere(accord, found)
        if len(found) < 2 and (accord.action != "existing" or accord.holds):
            found = self._before(accord) or found
        if len(found) < 2 and accord.action != "existing":
            other = next((each for each in accords if each is not accord and len(each.parties) > 1), None)
            if other and (found or accord.seen[0].reading.linked):
                found = completed(self.parties, found, other.parties, sided=sided)
        if found and all(party.person for party in found):
            found = self._institutions(accord) or found
        if len(found) == 2 and found[0].state != found[1].state:
            found = both_states(self.grammar, self.parties, self.sketches[0], found) or found
        if found and not accord.like:
            joined = list(self._joined(accord))
            if any(len(each.parties) > 1 for each in joined):
                found = [party for party in found if not party.counted]
            found = united([Around(tuple(found)), *joined])
        sure = accord.kind != "agreement"
        accord.parties = self._with_principal(found, sided=sided and not accord.like) if sure else found

    def _with_one_of(self, like: Accord, found: list[Party], *, sided: bool) -> list[Party]:
        """The named one with that side of another agreement that makes this one too; with whom the text is about."""
        own = self.principals.beside(found) if found and sided else None
        if own and key(own.ref) in like.keys:
            return [own, *found]
        return completed(self.parties, found, like.parties, sided=sided)

    def _with_principal(self, found: list[Party], *, sided: bool) -> list[Party]:
        """With whom the text is about, where one party is named, or partners to whom that one is not akin."""
        full = with_principal(self.principals, found, sided=sided)
        akin = len(found) > 1 and any(self.parties.related(full[0].ref, each.ref) for each in found)
        return found if akin else full

    def _elsewhere(self, accord: Accord, found: list[Party]) -> list[Party]:
        """The parties as a sentence about the signing or about the cooperation names them."""
        own = frozenset(key(party.ref) for party in found)
        for part, sentence in self.followers.after(accord):
            signed = self.sides[part].signed_by(sentence)
            if len(signed.parties) > 1:
                return list(signed.parties)
        for each in chain.from_iterable(self.partners):
            if len(each.around.parties) > 1 and (not own or own & each.around.keys):
                return list(each.around.parties)
        return found

    def _institutions(self, accord: Accord) -> list[Party]:
        """Those of the sentence before, or that cooperate in other words, where only persons are known to sign."""
        found = [
            self._before(accord),
            *(list(each.around.parties) for each in chain.from_iterable(self.partners)),
        ]
        whole = (each for each in found if len(each) > 1 and not any(party.person for party in each))
        return next(whole, [])

    def _beside(self, accord: Accord, found: list[Party]) -> list[Party]:
        """Who cooperates in the same sentence: "kerja sama antara … yang tertuang dalam nota kesepahaman"."""
        own = frozenset(key(party.ref) for party in found)
        for seen in accord.seen:
            for each in self.partners[seen.part]:
                here = each.sentence == seen.reading.sentence and (not own or own & each.around.keys)
                if here and len(each.around.parties) > 1:
                    return list(each.around.parties)
        return []

    def _before(self, accord: Accord) -> list[Party]:
        """The institutions of the sentence before one on both of them."""
        found = (self._both(seen.part, seen.reading.sentence).parties for seen in accord.seen)
        return list(next(filter(None, found), ()))

    def _both(self, part: int, sentence: int) -> Around:
        """The two or three institutions of the sentence before one on "kedua lembaga" or "kesepakatan itu"."""
        sketch = self.sketches[part]
        if sentence and self.grammar.match("both", sketch.text, *sketch.sentences[sentence]):
            found = self.sides[part].institutions(sentence - 1)
            if len(found.parties) == 1:
                found = Around(tuple(with_principal(self.principals, found.parties)))
            if 1 < len(found.parties) < 4:
                return found
            if self.grammar.match("these_two", sketch.text, *sketch.sentences[sentence]):
                return self._last_two(part, sentence)
        return Around()

    def _last_two(self, part: int, sentence: int) -> Around:
        """The two institutions that the text named last before a sentence on "kedua lembaga itu"."""
        found: list[Party] = []
        for number in range(sentence - 1, max(sentence - _BACK, -1), -1):
            found = united([Around(tuple(found)), self.sides[part].institutions(number)])
            if len(found) > 1:
                break
        return Around(tuple(found)) if len(found) == _TWO else Around()

    def _joined(self, accord: Accord) -> Iterator[Around]:
        first, others = accord.seen[0], self.followers.others(accord)
        last = min(first.reading.sentence + OPENING + 1, len(self.sketches[first.part].sentences))
        for number in range(first.reading.sentence + 1, last):
            if (first.part, number) not in others:
                yield self.sides[first.part].joined(number)

    def is_of(self, accord: Accord, around: Around) -> bool:
        """Whether parties have more in common with those of an agreement than with those of any other one."""
        shared = len(around.keys & accord.keys)
        return shared > 0 and all(len(around.keys & other.keys) <= shared for other in self.followers.found)

    def _counts(self, accord: Accord) -> bool:
        """Whether enough is known of it to be told as a fact."""
        if accord.kind != "agreement":
            if accord.action in MADE:
                return True
            named = any(
                each.around.parties or (accord.like and (each.renews or each.reading.replaced))
                for each in accord.seen
            )
            near = self._beside(accord, accord.parties) or self._before(accord)
            return len(accord.parties) > 1 and (named or bool(near))
        if accord.like and accord.holds:
            return len(accord.parties) > 1
        return self.news.counts(accord)
