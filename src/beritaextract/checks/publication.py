"""BX303 and BX306: what is told as past lies before the publication day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from beritaextract.checks.days import MONTHS, Days, days, printed
from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.facts.tenses import Tense
from beritaextract.model import Date
from beritaextract.values.calendar import WEEKDAY_NAMES

__all__ = ["CHECKS"]

_GRACE = datetime.timedelta(days=1)
"""The day begins earlier in the east than where the outlet dates its articles."""
_FARTHEST = 3


@check(
    CheckInfo(
        code="BX303",
        title="what was said or done is not dated after publication",
        title_id="peristiwa yang sudah lewat tidak bertanggal sesudah terbit",
        severity="warning",
        what=(
            "Where the day of publication is known, reports statements that are dated after it: somebody has said "
            "something on a day that was still to come. Announcements are left alone.\n"
            "Bila tanggal terbit diketahui, melaporkan pernyataan yang bertanggal sesudahnya. Rencana dan jadwal "
            "tidak disentuh."
        ),
        trigger='"…," kata X, Kamis (23/9/2021)',
        holds='Terbit: 24 September 2021\n\n"Kami siap," kata Lurah Darmi, Kamis (23/9/2021).',
        contradicts='Terbit: 24 September 2021\n\n"Kami siap," kata Lurah Darmi, Kamis (23/12/2021).',
    )
)
def event_before_publication(case: Case) -> Iterator[Finding]:
    for mention, found, published in _after(case, "said"):
        if mention.day is None or mention.weekday is None or mention.year is None:
            continue
        earlier = _earlier(mention, found.first, published)
        if _fits(mention, found.first) and not any(_fits(mention, day) for day in earlier):
            continue  # the date agrees with its weekday and no slip explains it: the publication day may be wrong
        yield _finding(_SAID, mention, found, published, earlier)


@check(
    CheckInfo(
        code="BX306",
        title="figures are as of a day before publication",
        title_id="posisi data sebelum tanggal terbit",
        severity="warning",
        what=(
            "Where the day of publication is known, reports figures that the text has as of a later month or day: "
            "tercatat per Desember. Targets and forecasts are left alone.\n"
            "Bila tanggal terbit diketahui, melaporkan data yang menurut teks sudah tercatat per bulan atau tanggal "
            "sesudahnya. Target dan perkiraan tidak disentuh."
        ),
        trigger="tercatat … hingga September 2021, per 31 Desember 2018",
        holds="Terbit: 14 Januari 2019\n\nPer Desember 2018 tercatat 303.985 peserta.",
        contradicts="Terbit: 14 Januari 2018\n\nPer Desember 2018 tercatat 303.985 peserta.",
    )
)
def figures_before_publication(case: Case) -> Iterator[Finding]:
    for mention, found, published in _after(case, "reached"):
        if found.precision != "year" and _prints_year(mention) and "/" not in (mention.value or ""):
            earlier = _earlier(mention, found.first, published)
            yield _finding(_AS_OF, mention, found, published, earlier)


_SAID = Words("Pernyataan bertanggal sesudah terbit", "A statement is dated after publication")
_AS_OF = Words("Posisi data sesudah tanggal terbit", "Figures as of a day after publication")


def _after(case: Case, tense: Tense) -> Iterator[tuple[Date, Days, datetime.date]]:
    """The dates told so that lie after publication, by some years at most: beyond, that day itself may be wrong."""
    for mention, told in case.facts.ahead:
        found = days(mention.value)
        if told != tense or found is None or case.published is None:
            continue
        if found.first > case.published + _GRACE and found.first.year - case.published.year <= _FARTHEST:
            yield mention, found, case.published


def _prints_year(mention: Date) -> bool:
    return (mention.value or "")[:4] in mention.span.text


def _fits(mention: Date, day: datetime.date) -> bool:
    return WEEKDAY_NAMES[day.weekday()] == mention.weekday


def _finding(
    lead: Words, mention: Date, found: Days, published: datetime.date, earlier: list[datetime.date]
) -> Finding:
    shown = f"{published.day} {MONTHS[published.month - 1]} {published.year}"
    return Finding(
        verdict="inconsistent",
        message=f"{lead.indonesian}: {printed(found)}, terbit {shown}",
        message_en=f"{lead.english}: {found.first}, published {published}",
        formula=f"{printed(found)} > {shown}",
        formula_en=f"{found.first} > {published}",
        stated=found.first.isoformat(),
        computed=published.isoformat(),
        evidence=(mention.span,),
        repairs=tuple(
            f"{mention.span.text} → {each.day} {MONTHS[each.month - 1]} {each.year}" for each in earlier[:2]
        ),
    )


def _earlier(mention: Date, day: datetime.date, published: datetime.date) -> list[datetime.date]:
    """One-step changes that bring the day before publication: the year, day and month exchanged, the month before."""
    before = published.month - 1 or 12
    found: list[datetime.date] = []
    for year, month, number in (
        (published.year, day.month, day.day),
        (published.year, day.day, day.month),
        (published.year, published.month, day.day),
        (published.year - (before == 12), before, day.day),
        (published.year - 1, day.month, day.day),
    ):
        try:
            candidate = datetime.date(year, month, number)
        except ValueError:
            continue
        if published - datetime.timedelta(days=40) <= candidate <= published + _GRACE:
            found.append(candidate)
    found.sort(key=lambda each: mention.weekday is not None and not _fits(mention, each))
    return list(dict.fromkeys(found))


CHECKS = (event_before_publication, figures_before_publication)
