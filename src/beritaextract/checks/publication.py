"""BX303 and BX306: what is told as past lies before the publication day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from beritaextract.checks.days import MONTHS, Days, days, printed
from beritaextract.checks.engine import Case, CheckInfo, Finding, check
from beritaextract.facts.tenses import tense
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
    if case.published is None:
        return
    for mention in case.mentions.dates:
        if mention.day is None or mention.weekday is None or mention.year is None:
            continue
        found = days(mention.value)
        if found is None or found.first <= case.published + _GRACE or not _is_near(found, case.published):
            continue
        if tense(case.mentions.text, mention.span) == "said":
            yield _finding(
                "Pernyataan bertanggal sesudah terbit",
                "A statement is dated after publication",
                mention,
                found,
                case.published,
            )


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
    if case.published is None:
        return
    for mention in case.mentions.dates:
        if mention.value is None or not _prints_year(mention) or "/" in mention.value:
            continue
        found = days(mention.value)
        if found is None or found.precision == "year" or found.first <= case.published + _GRACE:
            continue
        if _is_near(found, case.published) and tense(case.mentions.text, mention.span) == "reached":
            yield _finding(
                "Posisi data sesudah tanggal terbit",
                "Figures as of a day after publication",
                mention,
                found,
                case.published,
            )


def _prints_year(mention: Date) -> bool:
    return (mention.value or "")[:4] in mention.span.text


def _is_near(found: Days, published: datetime.date) -> bool:
    """Whether it is a slip of some years at most; beyond, the publication day itself is more likely wrong."""
    return found.first.year - published.year <= _FARTHEST


def _finding(words: str, words_en: str, mention: Date, found: Days, published: datetime.date) -> Finding:
    shown = f"{published.day} {MONTHS[published.month - 1]} {published.year}"
    return Finding(
        verdict="inconsistent",
        message=f"{words}: {printed(found)}, terbit {shown}",
        message_en=f"{words_en}: {found.first}, published {published}",
        formula=f"{printed(found)} > {shown}",
        stated=found.first.isoformat(),
        computed=published.isoformat(),
        evidence=(mention.span,),
        repairs=tuple(_earlier(mention, found.first, published)),
    )


def _earlier(mention: Date, day: datetime.date, published: datetime.date) -> Iterator[str]:
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
    found.sort(
        key=lambda each: mention.weekday is not None and WEEKDAY_NAMES[each.weekday()] != mention.weekday
    )
    for each in dict.fromkeys(found[:2]):
        yield f"{mention.span.text} → {each.day} {MONTHS[each.month - 1]} {each.year}"


CHECKS = (event_before_publication, figures_before_publication)
