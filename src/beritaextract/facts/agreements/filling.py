"""Who the parties of an agreement are, as all its mentions and what stands around them tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from beritaextract.facts.agreements.completing import both_states, completed, with_principal
from beritaextract.facts.agreements.followers import OPENING, Followers
from beritaextract.facts.agreements.party import Party, key
from beritaextract.facts.agreements.seen import Accord
from beritaextract.facts.agreements.sides import Around, united
from beritaextract.facts.agreements.state import State

__all__ = ["Filler"]

_BACK, _TWO = 14, 2


@dataclass(frozen=True, slots=True)
class Filler:
    """Finds the parties of the agreements of one text."""

    state: State
    followers: Followers

    def fill(self, accord: Accord) -> None:
        """Finds the parties: beside the agreement, in another signed with it, or elsewhere in the text."""
        around = [each.around for each in accord.seen]
        whole = [each for each in around if len(each.parties) > 1]
        full = next((each for each in whole if not any(party.person for party in each.parties)), None)
        full = full or next(iter(whole), None)
        found = list(full.parties) if full and not full.sided else united(around)
        sided = bool(found) and {each.sided for each in around if each.parties} == {True}
        if len(found) > 1 and accord.like and accord.seen[0].alike:
            found = self._with_other_sort(accord.like, found)
        if len(found) < 2 and accord.like and len(accord.like.parties) > 1:
            found = self._with_one_of(accord.like, found, sided=sided)
        if len(found) < 2:
            found = self.beside(accord, found) or found
        if len(found) < 2 and accord.action != "existing":
            found = self._elsewhere(accord, found)
        if len(found) < 2 and (accord.action != "existing" or accord.holds):
            found = self.before(accord) or found
        if len(found) < 2 and accord.action != "existing":
            other = next(
                (each for each in self.state.found if each is not accord and len(each.parties) > 1), None
            )
            if other and (found or accord.seen[0].reading.linked):
                found = completed(self.state.parties, found, other.parties, sided=sided)
        if sided and len(found) > 1 and not accord.like:
            found = self._as_others_of_their_sort(accord, found)
        if found and all(party.person for party in found):
            found = self._institutions(accord) or found
        if len(found) == 2 and found[0].state != found[1].state:
            found = (
                both_states(self.state.grammar, self.state.parties, self.state.sketches[0], found) or found
            )
        if found and not accord.like:
            joined = list(self._joined(accord))
            if any(len(each.parties) > 1 for each in joined):
                found = [party for party in found if not party.counted]
            found = united([Around(tuple(found)), *joined])
        sure = accord.kind != "agreement"
        accord.parties = self.with_principal(found, sided=sided and not accord.like) if sure else found

    def _with_one_of(self, like: Accord, found: list[Party], *, sided: bool) -> list[Party]:
        """The named one with that side of another agreement that makes this one too; with whom the text is about."""
        own = self.state.principals.beside(found) if found and sided else None
        if own and key(own.ref) in like.keys:
            return [own, *found]
        return completed(self.state.parties, found, like.parties, sided=sided)

    def _with_other_sort(self, like: Accord, found: list[Party]) -> list[Party]:
        """Several of one sort, and those of another sort with which one of their sort has made the agreement before."""
        sorts = {self.state.parties.sort(party.ref) for party in found}
        apart = [party for party in like.parties if self.state.parties.sort(party.ref) not in sorts]
        return [*apart, *found] if len(sorts) == 1 and len(apart) < len(like.parties) else found

    def _as_others_of_their_sort(self, accord: Accord, found: list[Party]) -> list[Party]:
        """Partners of one sort, and who makes another agreement of the text with one of their sort."""
        others = (each for each in self.state.found if each is not accord and len(each.parties) > 1)
        full = (self._with_other_sort(other, found) for other in others)
        return next((each for each in full if len(each) > len(found)), found)

    def with_principal(self, found: list[Party], *, sided: bool) -> list[Party]:
        """With whom the text is about, where one party is named, or partners to whom that one is not akin."""
        full = with_principal(self.state.principals, found, sided=sided)
        akin = len(found) > 1 and any(self.state.parties.related(full[0].ref, each.ref) for each in found)
        return found if akin else full

    def _elsewhere(self, accord: Accord, found: list[Party]) -> list[Party]:
        """The parties as a sentence about the signing or about the cooperation names them."""
        own = frozenset(key(party.ref) for party in found)
        for part, sentence in self.followers.after(accord):
            signed = self.state.sides[part].signed_by(sentence)
            if len(signed.parties) > 1:
                return list(signed.parties)
        for each in chain.from_iterable(self.state.partners):
            if len(each.around.parties) > 1 and (not own or own & each.around.keys):
                return list(each.around.parties)
        return found

    def _institutions(self, accord: Accord) -> list[Party]:
        """Those of the sentence before, or that cooperate in other words, where only persons are known to sign."""
        found = [
            self.before(accord),
            *(list(each.around.parties) for each in chain.from_iterable(self.state.partners)),
        ]
        whole = (each for each in found if len(each) > 1 and not any(party.person for party in each))
        return next(whole, [])

    def beside(self, accord: Accord, found: list[Party]) -> list[Party]:
        """Who cooperates in the same sentence: "kerja sama antara … yang tertuang dalam nota kesepahaman"."""
        own = frozenset(key(party.ref) for party in found)
        for seen in accord.seen:
            for each in self.state.partners[seen.part]:
                here = each.sentence == seen.reading.sentence and (not own or own & each.around.keys)
                if here and len(each.around.parties) > 1:
                    return list(each.around.parties)
        return []

    def before(self, accord: Accord) -> list[Party]:
        """The institutions of the sentence before one on both of them."""
        found = (self.both(seen.part, seen.reading.sentence).parties for seen in accord.seen)
        return list(next(filter(None, found), ()))

    def both(self, part: int, sentence: int) -> Around:
        """The two or three institutions of the sentence before one on "kedua lembaga" or "kesepakatan itu"."""
        sketch = self.state.sketches[part]
        if sentence and self.state.grammar.match("both", sketch.text, *sketch.sentences[sentence]):
            found = self.state.sides[part].institutions(sentence - 1)
            if len(found.parties) == 1:
                found = Around(tuple(with_principal(self.state.principals, found.parties)))
            if 1 < len(found.parties) < 4:
                return found
            if self.state.grammar.match("these_two", sketch.text, *sketch.sentences[sentence]):
                return self._last_two(part, sentence)
        return Around()

    def _last_two(self, part: int, sentence: int) -> Around:
        """The two institutions that the text named last before a sentence on "kedua lembaga itu"."""
        found: list[Party] = []
        for number in range(sentence - 1, max(sentence - _BACK, -1), -1):
            found = united([Around(tuple(found)), self.state.sides[part].institutions(number)])
            if len(found) > 1:
                break
        return Around(tuple(found)) if len(found) == _TWO else Around()

    def _joined(self, accord: Accord) -> Iterator[Around]:
        first, others = accord.seen[0], self.followers.others(accord)
        last = min(first.reading.sentence + OPENING + 1, len(self.state.sketches[first.part].sentences))
        for number in range(first.reading.sentence + 1, last):
            if (first.part, number) not in others:
                yield self.state.sides[first.part].joined(number)
