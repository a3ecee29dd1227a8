"""What is judged anew once all sums are known: parts told one by one, and what was singled out of a part of a sum."""

from __future__ import annotations

import regex

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_exact, is_large
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.wholes import Whole
from beritaextract.facts.sketch import Item

__all__ = ["join", "revise"]

_BACK = "of_that"
"""The rule of "dari jumlah itu"."""
_OF_ALL = regex.compile(r"\b[Dd]ari\s(?:total|seluruh|keseluruhan|semua)\b")
_OUTGROWN = 3
_SENTENCES = 5


def join(state: State) -> None:
    """Makes one sum of what has been singled out of one whole, where the figures come to it to the last digit."""
    told: dict[int, list[Draft]] = {}
    for draft in state.ledger.drafts():
        if draft.breakdown.relation == "subset" and is_large(draft.total.quantity):
            told.setdefault(draft.total.place, []).append(draft)
    for drafts in told.values():
        if len(drafts) > 1:
            _join(state, drafts)


def revise(state: State) -> None:
    """Drops what takes a part of a sum for the whole of others of it; "dari jumlah itu" behind a sum is of its whole.

    "Perempuan 33.105 orang, laki-laki 31.213 orang. Dari jumlah itu 8.898 orang …"
    """
    for draft in state.ledger.drafts():
        if draft.breakdown.relation != "subset":
            continue
        owners = [each for each in state.ledger.of(draft.total) if each.breakdown.relation == "sum"]
        if any(not _places(owner).isdisjoint(_places(draft)) for owner in owners):
            state.ledger.drop(draft)
        elif owners and draft.rule.name == _BACK and _is_of_all(state, draft, owners[-1]):
            _move(state, draft, owners[-1].total)
        elif draft.rule.name == _BACK and _is_outgrown(draft):
            _replace(state, draft, _larger(state, draft))


def _places(draft: Draft) -> set[int]:
    return {item.place for item in draft.items}


def _is_of_all(state: State, draft: Draft, owner: Draft) -> bool:
    """Whether the part that is taken for a whole is the last of its sum, or the words speak of all."""
    if draft.total is owner.items[-1]:
        return True
    start, _ = state.sketch.sentences[draft.items[0].sentence]
    return _OF_ALL.search(state.sketch.text, start, draft.items[0].place) is not None


def _move(state: State, draft: Draft, whole: Item) -> None:
    """What is singled out of the last part of a sum in the sentence before is of its whole."""
    first = draft.items[0]
    if whole.place < first.place and draft.total.sentence == first.sentence - 1:
        _replace(state, draft, whole)


def _is_outgrown(draft: Draft) -> bool:
    """Whether a count is said to be of one that is far smaller, which no slip explains."""
    part, total = draft.items[0].quantity, draft.total.quantity
    return part.kind == "count" and (part.value or 0) > _OUTGROWN * (total.value or 0)


def _larger(state: State, draft: Draft) -> Item | None:
    """The nearest figure before that can hold it."""
    first = draft.items[0]
    for item in state.sketch.before(first.place):
        if item.sentence < first.sentence - _SENTENCES:
            return None
        fits = state.grammar.fit(item.quantity, first.quantity)
        if fits and not item.quantity.per and (item.quantity.value or 0) >= (first.quantity.value or 0):
            return item
    return None


def _replace(state: State, draft: Draft, whole: Item | None) -> None:
    regions = tuple(state.own(item) for item in draft.items)
    state.ledger.drop(draft)
    if whole is not None:
        names = [part.label for part in draft.breakdown.parts]
        reading = Reading(Whole(whole, True), draft.items, regions, False)
        state.ledger.add(draft.rule, "subset", reading, names=names)


def _join(state: State, drafts: list[Draft]) -> None:
    total = drafts[0].total
    labels = {
        item.place: (item, part.label)
        for draft in drafts
        for item, part in zip(draft.items, draft.breakdown.parts, strict=True)
    }
    items = tuple(item for _, (item, _) in sorted(labels.items()))
    regions = tuple(Region(item.place, item.place + 1) for item in items)
    reading = Reading(Whole(total, True), items, regions, True)
    if is_exact(reading) and fits_all(state.grammar, reading):
        for draft in drafts:
            state.ledger.drop(draft)
        state.ledger.add(drafts[0].rule, "sum", reading, names=[labels[item.place][1] for item in items])
