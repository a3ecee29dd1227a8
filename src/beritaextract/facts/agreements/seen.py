"""One mention of an agreement with all that its sentence says, and the agreement that several of them tell of."""

from __future__ import annotations

from dataclasses import dataclass, field

from beritaextract.facts.agreements.party import Party, key
from beritaextract.facts.agreements.readings import MADE, Action, Kind, Reading
from beritaextract.facts.agreements.sides import Around
from beritaextract.facts.agreements.terms import Subject

__all__ = ["Accord", "Seen"]

_ACTIONS: tuple[Action, ...] = ("extended", "signed", "planned", "existing")


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention with all that its sentence says; ``part`` is the number of its sketch.

    ``also`` where the words say that it is another agreement than those before, ``alike`` where it is one like those.
    """

    part: int
    reading: Reading
    around: Around
    subject: Subject | None
    also: bool
    refers: bool
    alike: bool = False

    @property
    def firm(self) -> bool:
        return self.reading.document.firm

    @property
    def founds(self) -> bool:
        """Whether the mention alone tells of an agreement."""
        action, verb = self.reading.action, self.reading.verb
        if self.firm:
            return (action is not None and not (action == "existing" and self.refers)) or len(
                self.around.parties
            ) > 1
        document, parties = self.reading.document, len(self.around.parties)
        if verb is None:
            return action is not None and parties > 1
        if action == "existing":
            if self.reading.holds and verb.firm:
                return parties > 1
            is_told = verb.start <= document.start or "news" in verb.rule.fields
            return is_told and parties > 1 and verb.joins
        least = 0 if (document.alone or document.states) and verb.firm else 1
        return action in MADE | {"planned"} and parties > least

    @property
    def other(self) -> bool:
        """Whether the words say that it is another agreement than those before."""
        return self.also or self.alike

    @property
    def renews(self) -> bool:
        """Whether its extension is still to come."""
        verb = self.reading.verb
        return (
            self.reading.action == "planned" and verb is not None and verb.rule.fields["action"] == "extended"
        )

    @property
    def prolongs(self) -> bool:
        """Whether it says that somebody or a paper extends a cooperation: "Adendum ini memperpanjang kerja sama"."""
        verb = self.reading.verb
        return verb is not None and verb.form == "active" and verb.firm and self.reading.action == "extended"

    @property
    def tells(self) -> bool:
        """Whether its sentence is about the signing."""
        verb = self.reading.verb
        return self.founds or (self.reading.action in MADE and verb is not None and verb.firm)


@dataclass(slots=True)
class Accord:
    """The mentions of one agreement; ``like`` is the one whose parties and occasion it shares."""

    kind: Kind
    seen: list[Seen] = field(default_factory=list)
    like: Accord | None = None
    parties: list[Party] = field(default_factory=list)

    @property
    def action(self) -> Action:
        weighty = (each for each in self.seen if each.firm or each.reading.document.lasting)
        said = [each.reading.action for each in weighty] or [None]
        if not any(said):
            said = [each.reading.action for each in self.seen]
            if "existing" in (each.reading.action for each in self.seen[:1] if each.founds):
                said = [action for action in said if action != "planned"]
        elif any(each.reading.action == "extended" and (each.founds or each.prolongs) for each in self.seen):
            said.append("extended")
        found: Action = next((action for action in _ACTIONS if action in said), "existing")
        return self.like.action if self.like and found == "existing" and not self.holds else found

    @property
    def holds(self) -> bool:
        """Whether the text says that it was made before, and is in force."""
        return any(each.reading.holds for each in self.seen)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key(party.ref) for party in self.parties) or frozenset().union(
            *(each.around.keys for each in self.seen)
        )

    @property
    def is_open(self) -> bool:
        """Whether fewer than two institutions are known."""
        return sum(not party.person for party in self.parties) < 2

    @property
    def lacks_sides(self) -> bool:
        """Whether one party alone is known, as the one who makes it: "Kejari teken PKS"."""
        named = [each.around for each in self.seen if each.around.parties]
        return len(self.keys) == 1 and not any(each.sided for each in named)

    @property
    def titles(self) -> list[Subject]:
        """The subjects that its mentions give as their title."""
        return [each.subject for each in self.seen if each.subject and each.subject.rank > 2]

    @property
    def names_itself(self) -> bool:
        """Whether its name says what it is about, as that of a grant does."""
        return "names_itself" in self.seen[0].reading.document.rule.fields

    def outruns(self, seen: Seen) -> bool:
        """Whether a mention only tells what those who sign an agreement plan besides."""
        return self.is_firm and not seen.firm and self.action in MADE and seen.reading.action == "planned"

    @property
    def is_firm(self) -> bool:
        """Whether it is more than a cooperation that somebody speaks of."""
        verbs = [each.reading.verb for each in self.seen if each.reading.verb]
        return self.kind != "agreement" or any(verb.firm for verb in verbs)
