"""Several bodies side by side, each with members of its own: "Universitas A 5.120 mahasiswa, sedangkan STIE B 948"."""

from __future__ import annotations

from collections.abc import Iterator, Set

import regex

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.memberships.figures import FEWEST_OF_MEMBERS, is_many
from beritaextract.facts.memberships.state import State
from beritaextract.facts.sketch import Item
from beritaextract.model import Membership, Ref, Span
from beritaextract.rules import Rule

__all__ = ["Fellows"]

_FEWEST = 2


class Fellows:
    """Reads the members of further bodies of one sketch, once its rules have read it."""

    def __init__(self, state: State) -> None:
        self.state = state

    def read(self) -> Iterator[Membership]:
        """Those of bodies named behind the figure of a body of the same kind, and those that are summed up."""
        for draft in self.state.drafts:
            yield from self._summed(draft)
        yield from self._beside()

    def _beside(self) -> Iterator[Membership]:
        """The next body behind a membership, and so on from that one."""
        told = [(each.place, each.organization) for each in self.state.told]
        while told:
            place, owner = told.pop()
            for rule in self.state.grammar.rules("beside"):
                match = rule.pattern.match(self.state.sketch.text, place)
                item = match and self.state.sketch.item(match.start("total"))
                if not (match and item) or not self._may_count(item):
                    continue
                other = self._body(match)
                if other is not None and self._are_alike(owner, other):
                    yield self._membership(item, rule, other)
                    told.append((item.place, other))
                    break

    def _summed(self, draft: Draft) -> Iterator[Membership]:
        """The parts of a sum that each have a body before them, where the words call them its members.

        What the whole counts must be no membership: parts of one body's members are its branches.
        """
        whole = draft.total
        if draft.breakdown.relation != "sum" or whole.quantity.value in self.state.seen:
            return
        for rule in self.state.grammar.rules("own_part"):
            bodies = [self._before(rule, item) for item in draft.items]
            names = {body.line for body in bodies if body is not None}
            if len(names) < max(_FEWEST, len(draft.items)) or not self._are_of_bodies(draft, names):
                continue
            date: str | None = None
            for body, item in zip(bodies, draft.items, strict=True):
                if body is not None and self._may_count(item):
                    found = self._membership(item, rule, body, date)
                    date = date or found.as_of
                    yield found

    def _before(self, rule: Rule, item: Item) -> Span | None:
        """The body whose name leads to a figure, from the figure before it on."""
        sketch = self.state.sketch
        found = rule.pattern.search(sketch.text, sketch.lead(item), item.place + 1)
        return self._body(found) if found else None

    def _are_of_bodies(self, draft: Draft, names: Set[str]) -> bool:
        """Whether the words of the parts call them members, and most of the names are of bodies that have such."""
        low = self.state.sketch.sentences[draft.items[0].sentence][0]
        words = self.state.sketch.words(low, draft.items[-1].place + 1)
        kin = self.state.keepers.by_words(words)
        if kin is None or "any" not in kin.fields:
            return False
        return 2 * sum(self.state.keepers.keeps_by_name(name, kin) for name in names) > len(names)

    def _body(self, match: regex.Match[str]) -> Span | None:
        """The name of a rule, unless it is that of a person or a place only."""
        span = self.state.sketch.span(*match.span("name"))
        named = self.state.named
        if named.organizations.ref(span).id is None and (
            named.places.ref(span).id or named.persons.ref(span).id
        ):
            return None
        return None if self.state.owners.is_only_kind(span) else span

    def _are_alike(self, owner: Span, other: Span) -> bool:
        """Whether two bodies, by their names, have members of one kind."""
        mine, theirs = (self.state.owners.ref(each).name for each in (owner, other))
        return mine != theirs and self.state.keepers.share_kind(mine, theirs)

    def _may_count(self, item: Item) -> bool:
        quantity = item.quantity
        figures = self.state.figures
        return (
            is_many(item, FEWEST_OF_MEMBERS)
            and quantity.value not in self.state.seen
            and figures.may_be_members(quantity.unit)
            and figures.are_all(item)
            and not figures.are_paid(item)
        )

    def _membership(self, item: Item, rule: Rule, body: Span, date: str | None = None) -> Membership:
        known = self.state.named.organizations.within(body.start, body.start + 1)
        owner = self.state.owners.ref(body) if known else Ref(name=body.line)
        return self.state.membership(item, rule, body, owner, date)
