"""Totals and their parts: rules find the licence, the figures decide between licensed readings."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.facts.breakdowns.accounts import Accounts
from beritaextract.facts.breakdowns.announced import Announced
from beritaextract.facts.breakdowns.beside import Beside
from beritaextract.facts.breakdowns.classes import Classes
from beritaextract.facts.breakdowns.distant import Distant
from beritaextract.facts.breakdowns.exact import Exact
from beritaextract.facts.breakdowns.headed import Headed, heads
from beritaextract.facts.breakdowns.joined import join, revise
from beritaextract.facts.breakdowns.kindred import Kindred
from beritaextract.facts.breakdowns.ledger import Draft, Ledger
from beritaextract.facts.breakdowns.misprinted import Misprinted
from beritaextract.facts.breakdowns.nested import Nested
from beritaextract.facts.breakdowns.numbered import Numbered
from beritaextract.facts.breakdowns.proven import Proven
from beritaextract.facts.breakdowns.rankings import Rankings
from beritaextract.facts.breakdowns.readings import Readings
from beritaextract.facts.breakdowns.rests import Rests
from beritaextract.facts.breakdowns.rows import Rows
from beritaextract.facts.breakdowns.scaled import Scaled
from beritaextract.facts.breakdowns.series import Series
from beritaextract.facts.breakdowns.shares import Shares
from beritaextract.facts.breakdowns.state import Event, State
from beritaextract.facts.breakdowns.tallied import Tallied
from beritaextract.facts.breakdowns.targets import Targets
from beritaextract.facts.breakdowns.totals import Totals
from beritaextract.facts.breakdowns.unmarked import Unmarked
from beritaextract.facts.breakdowns.wealth import Wealth
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Quantity

__all__ = ["find", "heads"]


def find(sketch: Sketch, grammar: Grammar, above: Sequence[Quantity] = ()) -> list[Draft]:
    """All breakdowns of one sketch, in the order of the text; ``above`` are the figures of its headline.

    First what a phrase announces, in the order of the text, so that a list knows those before it; then the
    sentences without one.
    """
    if not _are_two_alike(sketch.items):
        return []
    state = State(sketch, grammar, Readings(sketch, grammar), Ledger(sketch, grammar))
    announced, shares = Announced(state), Shares(state)
    handlers = {
        "list": announced.read_list, "of": announced.read_of, "among": announced.read_among,
        "after": Totals(state).read_after, "share": shares.read_share, "share_of": shares.read_share_of,
        "share_back": shares.read_share_back,
    }  # fmt: skip
    events = _events(
        state,
        [
            *handlers,
            "most",
            "portion",
            "portion_far",
            "half",
            "remainder",
            "heading",
            "ranking",
            "class",
            "some",
        ],
    )
    targets = Targets(state)
    pairs = targets.pairs()
    state.readings.pair((pair.total.place, pair.part.place) for pair in (*pairs, *targets.rows))
    Wealth(state).read()
    for event in events:
        if event.role in handlers:
            handlers[event.role](event)
    Numbered(state).read()
    Series(state).read()
    Unmarked(state).read()
    proven = Proven(state)
    proven.read_sums()
    classes = Classes(state)
    later = {
        "most": announced.read_most, "portion": proven.read_share,
        "portion_far": proven.read_share_far, "half": proven.read_half, "remainder": Rests(state).read_rest,
        "heading": Rows(state).read_heading, "class": classes.read_class, "some": classes.read_some,
    }  # fmt: skip
    for event in events:
        if event.role in later:
            later[event.role](event)
    exact = Exact(state)
    for event in events:
        if event.role == "list":
            exact.read_list(event)
    Distant(state).read()
    tallied = Tallied(state)
    Headed(state, tallied, above).read()
    tallied.read()
    Misprinted(state, tallied).read()
    Kindred(state).read()
    Scaled(state).read()
    rankings = Rankings(state)
    for event in events:
        if event.role == "ranking":
            rankings.read(event)
    Beside(state, pairs).read()
    Nested(state, pairs).read()
    Accounts(state, targets.rows).read()
    targets.add(pairs)
    join(state)
    revise(state)
    return state.ledger.drafts()


def _are_two_alike(items: Sequence[Item]) -> bool:
    """Whether two quantities are of one kind, as a whole and its part are; an amount may lack its currency."""
    kinds = ["count" if item.quantity.kind == "measure" else item.quantity.kind for item in items]
    return len(set(kinds)) < len(kinds) or {"count", "money"} <= set(kinds)


def _events(state: State, roles: list[str]) -> list[Event]:
    """The matches of the rules of these roles; what stands inside a part of "… di antaranya" is none."""
    text = state.sketch.text
    events = [
        Event(match.start(), match.end(), rule, match)
        for rule in state.grammar.active(text, roles, state.sketch.needs)
        for match in rule.pattern.finditer(text)
    ]
    among = {
        place for event in events if event.role == "among" for place in range(event.start + 1, event.end)
    }
    events = [event for event in events if event.start not in among]
    events.sort(key=lambda event: (event.start, -event.end))
    state.readings.starts = [event.start for event in events if event.role == "list"]
    state.readings.totals = {
        event.match.start("total") for event in events if event.rule.fields.get("excludes") == "yes"
    }
    return events
