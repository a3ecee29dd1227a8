"""Parts told one by one that come to their whole: "13.885 belum melapor … 18.306 sudah melapor" of 32.191."""

from __future__ import annotations

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.breakdowns.readings import Reading, fits_all, is_exact, is_large
from beritaextract.facts.breakdowns.state import State
from beritaextract.facts.breakdowns.wholes import Whole

__all__ = ["join"]


def join(state: State) -> None:
    """Makes one sum of what has been singled out of one whole, where the figures come to it to the last digit."""
    told: dict[int, list[Draft]] = {}
    for draft in state.ledger.drafts():
        if draft.breakdown.relation == "subset" and is_large(draft.total.quantity):
            told.setdefault(draft.total.place, []).append(draft)
    for drafts in told.values():
        if len(drafts) > 1:
            _join(state, drafts)


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
