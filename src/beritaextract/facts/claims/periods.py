"""The time that an amount is stated for: a year, some months, or the day on which it was paid."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter

from beritaextract.facts.claims.cases import money
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Date

__all__ = ["Period", "Periods"]

_SENTENCES_BACK = 3
_AFTER = 120
_FAR = 600
_WORDS = 200
_MONTHS = 12
_QUARTERS = {"34": "06", "35": "09", "36": "12"}
"""The last months of quarters, as EDTF numbers these."""
_DAY = len("2021-09-23")
_AHEAD = ("depan", "mendatang")
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum", "Sabtu", "Minggu", "Ahad")


@dataclass(frozen=True, slots=True)
class Period:
    """A time as EDTF, and where the sketch says it."""

    value: str
    start: int
    end: int


class Periods:
    """Finds the time that an amount is stated for."""

    def __init__(self, sketch: Sketch, grammar: Grammar) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self._dates = [(place, each) for place, each in sketch.mentions.items() if isinstance(each, Date)]
        self._at = [place for place, _ in self._dates]
        self._day = cache(self._read_day)
        self._school_years = [
            Period(match["years"], *match.span("years"))
            for rule in grammar.rules("school_year")
            for match in rule.pattern.finditer(sketch.text if "/20" in sketch.text else "")
        ]

    def of(self, item: Item) -> Period | None:
        """The time that the sentence states, the day on which it tells of the payment, or one set before."""
        start, end = self.sketch.sentences[item.sentence]
        return self.beside(item, start, end) or self._day(item.sentence) or self._inherited(item.sentence)

    def beside(self, item: Item, start: int, end: int) -> Period | None:
        """The time right behind an amount, else the last one before it, else one behind it, up to other money."""
        start, end = max(start, item.place - _FAR), min(end, item.place + _FAR)
        found = self._between(start, end)
        for each in found:
            if self.grammar.search("booked", self.sketch.text, start, each.start):
                return each
        behind = [
            each
            for each in found
            if each.start > item.place and not money(self.sketch, item.place + 1, each.start)
        ]
        before = [each for each in found if each.end <= item.place]
        for each in behind[:1]:
            for rule in self.grammar.rules("period_after"):
                if rule.pattern.fullmatch(self.sketch.text, item.place + 1, each.start):
                    return each
        if before:
            return before[-1]
        return behind[0] if behind and behind[0].start - item.place < _AFTER else None

    def before(self, item: Item, start: int) -> Period | None:
        """The last time from ``start`` up to an amount."""
        found = self._between(start, item.place)
        return found[-1] if found else None

    def told_before(self, item: Item) -> Period | None:
        """The last time that any sentence before an amount sets with a word such as "sepanjang"."""
        return self._inherited(item.sentence, item.sentence)

    def _read_day(self, sentence: int) -> Period | None:
        """The day on which a sentence tells that something was paid: nobody speaks, and nothing else took place."""
        text, (start, end) = self.sketch.text, self.sketch.sentences[sentence]
        if self.grammar.search("handed", text, start, end) is None:
            return None
        if self.grammar.search("at_event", text, start, end):
            return self._event
        if self.grammar.search("speaks", text, start, end):
            return None
        for place, date in self._dates_between(start, end):
            value = _day_of(date)
            if len(value) != _DAY or not _is_usable(date):
                continue
            if not self.grammar.search("another_day", text, max(start, place - _WORDS), place):
                return Period(value, place, place + 1)
        return None

    def _dates_between(self, start: int, end: int) -> list[tuple[int, Date]]:
        return self._dates[bisect_left(self._at, start) : bisect_left(self._at, end)]

    @cached_property
    def _event(self) -> Period | None:
        """The day of what the article is about: its first that has a weekday."""
        return next(
            (
                Period(_day_of(date), place, place + 1)
                for place, date in self._dates
                if date.value and "X" not in date.value and date.span.text.startswith(_WEEKDAYS)
            ),
            None,
        )

    def _inherited(self, sentence: int, back: int = _SENTENCES_BACK) -> Period | None:
        for number in range(sentence - 1, max(sentence - 1 - back, -1), -1):
            start, end = self.sketch.sentences[number]
            if self.grammar.search("own_time", self.sketch.text, start, end):
                continue
            for each in reversed(self._between(start, end)):
                if self.grammar.search("compared_time", self.sketch.text, start, each.start):
                    continue
                words = self.sketch.words(each.start, each.end)
                cued = self.grammar.search("cued", self.sketch.text, start, each.start)
                if cued or not words[:1].isdigit():
                    return each
            if (day := self._day(number)) is not None:
                return day
        return None

    def _between(self, start: int, end: int) -> list[Period]:
        """The times from ``start`` up to ``end``; two that a word joins are one."""
        found: list[Period] = []
        for place, date in self._dates_between(start, end):
            if not self._states_time(date, place, max(start, place - _WORDS)):
                continue
            value = _day_of(date)
            if found and self._joined(found[-1], place):
                first = found.pop()
                found.append(Period(f"{_first(first.value)}/{_last(value)}", first.start, place + 1))
            elif "/" not in value and self.grammar.search("since", self.sketch.text, start, place):
                found.append(Period(f"{value}/..", place, place + 1))
            elif self._is_to_date(start, place):
                found.append(Period(_to_date(value), place, place + 1))
            else:
                found.append(Period(value, place, place + 1))
        years = (year for year in self._school_years if start <= year.start < end)
        return sorted([*found, *years], key=attrgetter("start"))

    def _is_to_date(self, start: int, place: int) -> bool:
        """Whether a time ends what the sentence counts: "hingga September 2024", where it is not that of its data."""
        return bool(
            self.grammar.search("to_date", self.sketch.text, start, place)
            and not self.grammar.search("of_data", self.sketch.text, start, place)
        )

    def _joined(self, first: Period, place: int) -> bool:
        return any(
            rule.pattern.fullmatch(self.sketch.text, first.end, place) for rule in self.grammar.rules("joins")
        )

    def _states_time(self, date: Date, place: int, start: int) -> bool:
        """Whether a date can be what a figure is stated for: not the day on which somebody speaks."""
        if not _is_usable(date):
            return False
        text = self.sketch.text
        is_said = date.span.text.startswith(_WEEKDAYS)
        if is_said and not self.grammar.search("as_of", text, start, place):
            return False
        if self.grammar.search("other_time", text, start, place):
            return False
        if self.grammar.search("no_period", text, start, place) and not self.grammar.search(
            "since", text, start, place
        ):
            return False
        return len(_day_of(date)) != _DAY or bool(self.grammar.search("until", text, start, place))


def _day_of(date: Date) -> str:
    """The value of a date without its clock."""
    return (date.value or "").partition("T")[0]


def _is_usable(date: Date) -> bool:
    """Whether the year of a date is known, and it is not still to come."""
    return date.value is not None and "X" not in date.value and not date.span.text.endswith(_AHEAD)


def _to_date(value: str) -> str:
    """The year up to a month or a quarter of it; a day, a half year and a year stand for themselves."""
    year, _, rest = value.partition("-")
    if rest in _QUARTERS:
        return f"{year}-01/{year}-{_QUARTERS[rest]}"
    if not rest or "/" in value or int(rest[:2]) > _MONTHS:
        return value
    return value if "-" in rest else f"{year}-01/{value}"


def _first(value: str) -> str:
    return value.partition("/")[0]


def _last(value: str) -> str:
    return value.rpartition("/")[2]
