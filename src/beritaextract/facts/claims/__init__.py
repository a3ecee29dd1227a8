"""Claims: money paid out or recovered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from beritaextract.facts.claims.drafts import Draft, as_part, beside, distinct, hull, may_pay
from beritaextract.facts.claims.events import Event, Events
from beritaextract.facts.claims.heads import Heads
from beritaextract.facts.claims.labelled import labelled
from beritaextract.facts.claims.parts import Side, Sides
from beritaextract.facts.claims.payers import Payers
from beritaextract.facts.claims.periods import Period, Periods
from beritaextract.facts.claims.places import Found, Places
from beritaextract.facts.claims.regions import Regions
from beritaextract.facts.claims.weighing import Weigher
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Kind, Scene
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Claim, Span

__all__ = ["KIND"]

_SENTENCES_ON = 6
_NEAR = 3
_MONTHS = 12


def _find(scene: Scene, grammar: Grammar) -> Iterator[Claim]:
    """The claims of one text, in its order; headline and captions only repeat what the body says."""
    drawing = scene.drawing
    if not grammar.occurs(drawing.with_money, ("aid", "recovered"), drawing.needs):
        return
    for sketch in drawing.sketches[:1]:
        events = Events(sketch, grammar)
        if found := events.read() or Weigher(events).weighed(()):
            reader = _Reader(sketch, grammar, scene)
            yield from reader.read(reader.with_further(found))


KIND = Kind("claims", "c", _find)


class _Reader:
    """Fills the slots of the claims of one sketch."""

    def __init__(self, sketch: Sketch, grammar: Grammar, scene: Scene) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.periods = Periods(sketch, grammar)
        self.payers = Payers(sketch, grammar, scene.quoted)
        self.places = Places(sketch, grammar, Regions(scene, grammar))
        self.heads = Heads(sketch, grammar)
        self.sides = Sides(sketch, grammar, scene.breakdowns, self.places)
        self._last: Period | None = None
        self._before: Draft | None = None
        self._till = 0
        self._wholes: dict[int, tuple[Draft, Draft]] = {}
        self._drafted: dict[int, Draft] = {}

    def with_further(self, events: Sequence[Event]) -> list[Event]:
        """The events, the amounts paid that are the sum of theirs, and those that the words around tell of."""
        told = {event.item.place for event in events}
        wholes = [whole for whole in self.sides.events.wholes(told) if self.sides.is_sum_of(whole.item, told)]
        known = sorted([*events, *wholes], key=lambda event: event.item.place)
        weigher = Weigher(self.sides.events)
        known += weigher.weighed(known)
        return known + weigher.sums(known)

    def read(self, events: Sequence[Event]) -> Iterator[Claim]:
        """The claims of the events, with their parts and the figures of earlier times."""
        drafts = self._drafted
        told = {
            event.item.place
            for event in events
            if event.rule.fields.get("asks") != "claim" and not event.is_weighed
        }
        for event in sorted(events, key=lambda event: (event.is_weighed, event.item.place)):
            if event.item.place in drafts:
                continue
            if event.follows and (before := drafts.get(event.follows.item.place)):
                self._before, self._last, self._till = before, before.period, event.item.sentence
            found = self._drafts(event)
            if whole := self._wholes.get(event.item.place):
                share = whole[1]
                found[0] = replace(
                    found[0], cases=found[0].cases or share.cases, purpose=found[0].purpose or share.purpose
                )
            for draft in found:
                if draft.is_share and draft.item.place in told:
                    self._wholes.setdefault(draft.item.place, (found[0], draft))
                else:
                    known = drafts.setdefault(draft.item.place, draft)
                    if draft.is_part and known is not draft:
                        drafts[draft.item.place] = as_part(known, draft)
            self._before, self._last = found[0], found[0].period
            self._till = max(draft.item.sentence for draft in found)
        for draft in self._completed(distinct([drafts[place] for place in sorted(drafts)])):
            yield self._claim(draft)

    def _completed(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Claims with what the article tells: whom it is about, if it is one that pays, and the one number near."""
        paying = {draft.payer.ref.name for draft in drafts if draft.payer and not draft.event.is_recovery}
        for draft in drafts:
            payer = draft.payer
            if self._came_back(draft):
                payer = None
            elif payer is None and not draft.event.is_recovery:
                payer = self.payers.principal(draft.event, paying)
            yield replace(draft, payer=payer, cases=draft.cases or self._cases_told(draft.item))

    def _cases_told(self, item: Item) -> Item | None:
        """The number of cases that arithmetic tells, or the order of sums and numbers, or the one number near."""
        cases = self.sides.cases
        found = self.heads.of(item) or cases.in_step(item) or cases.of_next(item) or cases.lone(item)
        return found or self.heads.of(item, "measure")

    def _came_back(self, draft: Draft) -> bool:
        """Whether words before an amount that no phrase calls paid or recovered tell that it came back."""
        if draft.event.is_recovery:
            return False
        low = self.sides.stretch(draft.item)
        return self.grammar.search("came_back", self.sketch.text, low, draft.item.place) is not None

    def _drafts(self, event: Event) -> list[Draft]:
        first = self.sides.first_told(event.item)
        cases = self.sides.events.cases(event) or (self.sides.cases.of(first) if first else None)
        akin = self._akin(event)
        period = self._period(event, akin)
        is_share = event.item.place in self._wholes and "giver" not in event.rule.fields
        payer = (
            (akin.payer if akin and is_share else None)
            or self.payers.of(event)
            or (akin.payer if akin and may_pay(akin, event) else None)
            or self._payer_before(event)
        )
        place = self.places.of(event, payer) or (akin.place if akin and is_share else None)
        sides = self.sides.of(event, cases, period)
        if "lists" in event.rule.fields and not event.is_recovery:
            sides = [replace(side, place=None) for side in sides]
        numbers = labelled([side for side in sides if side.is_part], self.sides.cases)
        sides = [replace(side, cases=side.cases or numbers.get(side.item.place)) for side in sides]
        parts = [side for side in sides if side.is_part]
        if len(parts) > 1 and all(side.place for side in parts) and self.sides.are_all(parts, event.item):
            place = None
        times = [time for time in map(self._time_of, parts) if time]
        is_hull = times and len(times) == len(parts) and self.sides.fit(parts, event.item)
        if is_hull and (len(times) > 1 or (period is None and not parts[0].is_programme)):
            period = hull(times)
        cases = cases or self.sides.counted(event.item, parts) or self.sides.summed_up(event.item, parts)
        purpose = self._purpose(event)
        words = purpose or self.sketch.span(event.start, event.end)
        what = purpose.line if purpose else akin.purpose if akin and event.goes_on else None
        if what is None and akin is None and not event.is_recovery and (told := self._told_purpose(event)):
            what = told.line
        kind = self.payers.kind(event) or (akin.kind if akin else "")
        total = Draft(event, event.item, what, (words,), cases, period, payer, place, event.rule.id, kind)
        if event.is_weighed:
            total = self._told_on(total)
        return [total, *(beside(total, side, self._own_payer(event, side)) for side in sides)]

    def _told_on(self, draft: Draft) -> Draft:
        """A sum that no rule tells of, with what the words before it say of it."""
        share = self.sides.share(draft.item)
        alone = self.sides.cases.alone(draft.item, self.sides.stretch(draft.item))
        return replace(
            draft,
            cases=draft.cases
            or share.cases
            or self.heads.of(draft.item)
            or self.sides.cases.in_step(draft.item)
            or alone,
            period=draft.period or self._last or self.periods.told_before(draft.item),
            place=share.place
            or self.places.only(self.sides.stretch(draft.item), draft.item.place)
            or draft.place,
        )

    def _time_of(self, side: Side) -> Period | None:
        known = self._drafted.get(side.item.place)
        return side.period or (known.period if known else None)

    def _payer_before(self, event: Event) -> Found | None:
        """Who pays the claim of the sentence before, where the event's own sentence names no other organisation."""
        before = self._before
        if before is None or before.payer is None or event.is_recovery or before.event.is_recovery:
            return None
        if event.item.sentence - self._till != 1:
            return None
        named = self.payers.within(*self.sketch.sentences[event.item.sentence])
        return before.payer if named is None or named.ref == before.payer.ref else None

    def _akin(self, event: Event) -> Draft | None:
        """The claim just before, where both are of one kind, or where the event goes on from the sentence before."""
        if known := self._wholes.get(event.item.place):
            return known[0]
        before = self._before
        if before is None or before.event.is_recovery != event.is_recovery:
            return None
        if event.item.sentence - self._till > _SENTENCES_ON:
            return None
        kind = self.payers.kind(event)
        near = (
            event.rule.fields.get("asks") in ("benefit_before", "welfare")
            and event.item.sentence - self._till <= _NEAR
        )
        return before if event.goes_on or near or (kind and kind == before.kind) else None

    def _own_payer(self, event: Event, side: Side) -> Found | None:
        if not side.is_part:
            return None
        if not event.is_recovery and "lists" in event.rule.fields:
            return self.payers.within(self.sides.stretch(side.item), side.item.place)
        if event.is_recovery:
            listed = side.is_share or (side.rule is not None and "lists" in side.rule.fields)
            return self.payers.called(side.words) if listed and side.words and self.payers.of(event) else None
        insurer = self.payers.insurer(self.sides.stretch(side.item), event, side.item.place)
        return insurer or self.payers.of_programme(side.purpose, side.item.sentence)

    def _period(self, event: Event, akin: Draft | None) -> Period | None:
        """The time of an amount; "the same months" are those of the claim before, and a part has that of its whole."""
        item = event.item
        start, end = self.sketch.sentences[item.sentence]
        if akin and item.place in self._wholes:
            return self.periods.beside(item, start, end) or akin.period
        if event.goes_on and not self.periods.beside(item, start, end):
            words = self.sketch.words(start, item.place)
            if self.grammar.search("year_before", words, 0, len(words)):
                return self.sides.same_months(self._last, None) if self._last else None
            if self.grammar.search("time_before", words, 0, len(words)):
                return None
        period = self.periods.of(item)
        if self._last and self.grammar.search("same_time", self.sketch.text, start, item.place):
            return self._last
        if period and self._last and self.grammar.search("same_months", self.sketch.text, start, item.place):
            return self.sides.same_months(self._last, period) or period
        return self._since_january(period, start, item) or period or (akin.period if akin else None)

    def _since_january(self, period: Period | None, start: int, item: Item) -> Period | None:
        """The months of the year up to one, where the sentence says how many there are: "selama delapan bulan itu"."""
        found = self.grammar.search("months_long", self.sketch.text, start, item.place)
        months = self.sketch.item(found.start("months")) if found and period else None
        if found is None or months is None or period is None:
            return None
        year, _, month = period.value.partition("-")
        long = months.quantity.value
        if not month and period.value.isdigit() and "first" in found.groupdict() and found["first"]:
            is_part = months.quantity.unit == "bulan" and long is not None and 1 < long < _MONTHS
            return replace(period, value=f"{year}-01/{year}-{int(long or 0):02}") if is_part else None
        if len(period.value) != len("2025-08") or not month.isdigit() or int(month) != long:
            return None
        return replace(period, value=f"{year}-01/{period.value}")

    def _purpose(self, event: Event) -> Span | None:
        """The words that say what is paid; where none stand between verb and amount, to whom."""
        start, end = event.purpose
        text = self.sketch.text
        while start < end and text[start] in " ,\n":
            start += 1
        if end == event.item.place:
            first = self.grammar.starts("counted_first", text, start, end)
            cut = self.grammar.search("ends", text, first.end() if first else start, end)
        else:
            cut = self.grammar.search("breaks", text, start, end)
        end = cut.start() if cut else end
        if loose := self.grammar.search("loose_end", text, start, end):
            end = loose.start()
        if text[start:end].strip() and not self.grammar.starts("no_noun", text, start, end):
            return self.sketch.span(start, start + len(text[start:end].rstrip()))
        _, last = self.sketch.sentences[event.item.sentence]
        for role in ("for_what", "to_whom"):
            if found := self.grammar.starts(role, text, event.item.place + 1, last):
                return self.sketch.span(*found.span("purpose"))
        return None

    def _told_purpose(self, event: Event) -> Span | None:
        """What the last of the sentences before an event that only goes on says is paid."""
        if not event.goes_on and event.rule.fields.get("asks") != "benefit_before":
            return None
        text, number = self.sketch.text, event.item.sentence
        for start, end in reversed(self.sketch.sentences[max(0, number - _NEAR) : number]):
            if found := self.grammar.search("told_purpose", text, start, end):
                first, last = found.span("purpose")
                cut = self.grammar.search("ends", text, first, last)
                return self.sketch.span(first, cut.start() if cut else last)
        return None

    def _claim(self, draft: Draft) -> Claim:
        spans: list[Span | None] = [draft.item.quantity.span, *draft.words]
        spans += [draft.cases.quantity.span if draft.cases else None]
        spans += [self.sketch.span(draft.period.start, draft.period.end) if draft.period else None]
        spans += [found.span for found in (draft.payer, draft.place) if found]
        evidence = {(span.start, span.end): span for span in spans if span}
        return Claim(
            payer=draft.payer.ref if draft.payer else None,
            purpose=draft.purpose,
            amount=draft.item.quantity,
            cases=draft.cases.quantity if draft.cases else None,
            period=draft.period.value if draft.period else None,
            place=draft.place.ref if draft.place else None,
            evidence=tuple(evidence[ends] for ends in sorted(evidence)),
            rule=draft.rule,
        )
