"""Memberships that a rule reads: the figure, and the words around that tell whose members it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from beritaextract.facts.memberships.figures import Total
from beritaextract.facts.memberships.state import State
from beritaextract.facts.sketch import Item
from beritaextract.model import Membership, Span
from beritaextract.rules import Rule

__all__ = ["Stated"]

_NUMBERED = 1000
"""Units and schools are numbered below it; what has a thousands point is a count."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Reads the figures of rules of the role ``total``."""

    state: State

    def read(self) -> Iterator[Membership]:
        """The memberships of rules; a total that is itself a part of another is none."""
        sketch, grammar = self.state.sketch, self.state.grammar
        for rule in grammar.active(sketch.text, ["total"], sketch.needs):
            for match in rule.pattern.finditer(sketch.text):
                item = self.state.present(match.start("total"))
                if item is None or item.quantity.value in self.state.seen or self._is_only_part(item, rule):
                    continue
                total = Total(item, rule)
                if not self.state.figures.count_members(total) or (
                    "besides" in rule.fields and self.state.follows(item)
                ):
                    continue
                owner = self._owner(total, match)
                owners = self.state.owners
                if owner is None or owners.is_only_kind(owner) or self._is_number_of(match, item):
                    continue
                if not self.state.is_aside(item, rule, owner):
                    yield self._in_full(self.state.membership(item, rule, owner, owners.ref(owner)), item)

    def _is_only_part(self, item: Item, rule: Rule) -> bool:
        """Whether it is a part of a sum, and not those of a whole named before whom another body has besides."""
        if "whole" in rule.fields and item.quantity.value in self.state.figures.parts:
            return True
        if item.place not in self.state.below or "part" not in rule.fields:
            return item.place in self.state.below
        start = self.state.sketch.sentences[item.sentence][0]
        return self.state.grammar.search("out_of", self.state.sketch.text, start, item.place) is None

    def _is_number_of(self, match: regex.Match[str], item: Item) -> bool:
        """Whether a figure without a unit is a part of the name that it stands right behind: "Batalion Sigi 834"."""
        is_bare = item.quantity.unit is None and (item.quantity.value or 0) < _NUMBERED
        if not is_bare or "name" not in match.re.groupindex or match.end("name") + 1 != item.place:
            return False
        return self.state.grammar.search("number_of", match[0], 0, len(match[0])) is None

    def _owner(self, total: Total, match: regex.Match[str]) -> Span | None:
        """Whose members they are: as the words around tell, else the body of the article that has such members.

        The body goes first where the words tell of one that cannot have them: an office "that signs up 312 people".
        """
        item, rule = total.item, total.rule
        if "of" in rule.fields:
            return self.state.keepers.of_kind(item, rule.fields["of"])
        if "keeper" in rule.fields:
            found = self.state.keepers.find(item, f"{match[0]} {item.quantity.unit}")
            around = rule.fields["keeper"] == "around" and found is None
            kin = self.state.keepers.kin(item, is_first=not self.state.told) if around else None
            return self.state.keepers.of_kin(item, kin) if kin else found
        words = f"{match[0]} {item.quantity.unit}"
        owner = self._speaker(total, words) or self.state.owners.find(item, rule, match)
        owner = self._suited(item, owner or self._owner_before(total), words)
        if owner is not None and ("insurer" not in rule.fields or self.state.keepers.insures(owner)):
            return owner
        return owner if "named" in rule.fields else self.state.keepers.find(item, words) or owner

    def _suited(self, item: Item, owner: Span | None, words: str) -> Span | None:
        """The owner, or one of nearer or fitter words where that one stands in a sentence before.

        What the sentence has told goes on: "punya 312 relawan dan mempekerjakan 40 pegawai". Else it is the body near
        by that has such members: customers are those of a bank, not of the chamber named last.
        """
        state = self.state
        start = state.sketch.span(state.sketch.sentences[item.sentence][0], item.place + 1).start
        if owner is None or owner.start >= start:
            return owner
        if (last := state.last(item)) is not None and state.follows(item):
            return last.organization
        kin = state.keepers.by_words(words)
        if kin is None or "insured" in kin.fields or state.keepers.keeps(owner, kin):
            return owner
        fit = state.keepers.near(item, kin)
        return fit or (owner if "any" in kin.fields else state.keepers.of_kin(item, kin)) or owner

    def _speaker(self, total: Total, words: str) -> Span | None:
        """The body of whom the figure is quoted from, where the words are "kami" or the rule's "-nya".

        It must be one that has such members.
        """
        ours = "speaker" in total.rule.fields or self.state.grammar.search("ours", words, 0, len(words))
        body = self.state.speakers.body(total.item) if ours else None
        kin = self.state.keepers.by_words(words) if body else None
        return body if body and kin and self.state.keepers.keeps(body, kin) else None

    def _owner_before(self, total: Total) -> Span | None:
        """Whose members the last membership before the figure counts: "Penerima baru berjumlah 8.592 orang"."""
        last = None if total.is_owned else self.state.last(total.item)
        return last.organization if last else None

    def _in_full(self, membership: Membership, item: Item) -> Membership:
        """The membership with the figure that its own is a rounding of, where the text prints that one too."""
        full = self.state.figures.in_full(item)
        return membership if full is None else membership.model_copy(update={"total": full})
