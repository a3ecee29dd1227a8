"""What is known of each claim while it is read, and which of them are one sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from beritaextract.facts.claims.events import Event
from beritaextract.facts.claims.parts import Side
from beritaextract.facts.claims.periods import Period
from beritaextract.facts.claims.places import Found
from beritaextract.facts.sketch import Item
from beritaextract.model import Quantity, Span

__all__ = ["Draft", "as_part", "beside", "distinct", "hull", "may_pay"]

_PAYER_ON = 6
"""How many sentences on one who pays is taken to pay a further sum."""
_DAY = len("2024-09-30")
_ROUNDED = 20
"""A sum told in fewer digits is off by no more than one part in so many."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of one claim."""

    event: Event
    item: Item
    purpose: str | None
    words: tuple[Span, ...]
    cases: Item | None
    period: Period | None
    payer: Found | None
    place: Found | None
    rule: str
    kind: str
    is_part: bool = False
    is_share: bool = False

    @property
    def known(self) -> int:
        """How many of its slots are filled."""
        slots = (self.cases, self.period, self.payer, self.place)
        return sum(slot is not None for slot in slots)


def may_pay(akin: Draft, event: Event) -> bool:
    """Whether who pays one claim is taken to pay an event too: a sum that is weighed stands close behind it."""
    return not event.is_weighed or 0 <= event.item.sentence - akin.item.sentence <= _PAYER_ON


def beside(total: Draft, side: Side, payer: Found | None) -> Draft:
    """A part or an earlier figure; what it does not say is as in the total."""
    return Draft(
        event=total.event,
        item=side.item,
        purpose=side.purpose or total.purpose,
        words=(*total.words, side.words) if side.words else total.words,
        cases=side.cases,
        period=side.period or (total.period if side.is_part else None),
        payer=payer or total.payer,
        place=side.place or total.place,
        rule=side.rule.id if side.rule else total.rule,
        kind=total.kind,
        is_part=side.is_part,
        is_share=side.is_share,
    )


def as_part(draft: Draft, part: Draft) -> Draft:
    """A claim told before its total: the total tells who pays, and when."""
    return replace(draft, period=draft.period or part.period, payer=draft.payer or part.payer)


def hull(periods: Sequence[Period]) -> Period:
    """From the first of some times to the last; sums up to a day are parts of what is counted up to the last."""
    first = min(periods, key=lambda period: period.value)
    last = max(periods, key=lambda period: period.value)
    if first.value == last.value:
        return last
    end = last.value.rpartition("/")[2]
    value = end if len(first.value) == _DAY else f"{first.value.partition('/')[0]}/{end}"
    return Period(value, first.start, first.end)


def distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Each sum once, where the text says most about it: "Rp118 miliar" may come back with all its digits."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((each for each in kept if _is_again(each, draft)), None)
        if same is None:
            kept.append(draft)
        elif not draft.is_part:
            fuller, other = (draft, same) if draft.known > same.known else (same, draft)
            kept[kept.index(same)] = _filled(fuller, other)
    return kept


def _is_again(draft: Draft, other: Draft) -> bool:
    """Whether two claims are one sum: parts side by side and sums of two years are two, whatever their size."""
    if draft.is_part and other.is_part and draft.event is other.event:
        return False
    if draft.period and other.period and draft.period.value[:4] != other.period.value[:4]:
        return False
    return _is_same(draft.item.quantity, other.item.quantity)


def _filled(draft: Draft, other: Draft) -> Draft:
    """A claim with what another sentence on the same sum says beside it."""
    return replace(
        draft,
        purpose=draft.purpose or other.purpose,
        cases=draft.cases or other.cases,
        period=draft.period or other.period,
        payer=draft.payer or other.payer,
        place=draft.place or other.place,
    )


def _is_same(one: Quantity, other: Quantity) -> bool:
    """Whether one amount is the other, perhaps rounded, and not by so much that it may be another."""
    if one.unit != other.unit:
        return False
    if one.value == other.value:
        return True
    rough, exact = (one, other) if one.step > other.step else (other, one)
    if rough.value is None or exact.value is None or not rough.step:
        return False
    apart = abs(Decimal(rough.value) - Decimal(exact.value))
    return 2 * apart <= rough.step and _ROUNDED * apart <= Decimal(exact.value)
