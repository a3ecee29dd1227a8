"""BX307: clock times against the clock, and their zone against the dateline's province."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.checks.proof import proof
from beritaextract.model import Date, Place

__all__ = ["CHECKS"]

_PROVINCES = {
    "WIB": "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62",
    "WITA": "51 52 53 63 64 65 71 72 73 74 75 76",
    "WIT": "81 82 91 92 93 94 95 96 97",
}
_ZONES = {code: zone for zone, codes in _PROVINCES.items() for code in codes.split()}
_ZONE = re.compile(r"\b(?:WIB|WITA|WIT)\b", re.IGNORECASE)
_CAPITAL = "31"
"""Articles from Jakarta speak of the whole country."""
_DAMAGED = "dates.clock_damaged"
_FITS = Words("Zona waktu cocok", "The time zone fits")
_DOES_NOT_FIT = Words("Zona waktu tidak cocok", "The time zone does not fit")


@check(
    CheckInfo(
        code="BX307",
        title="clock times exist, and their zone is that of the place",
        title_id="jam ada, dan WIB/WITA/WIT sesuai tempatnya",
        severity="warning",
        what=(
            "Reports times that no clock shows, and a time zone that fits neither the province of the dateline nor "
            "any other place in the article. Articles from Jakarta are left alone.\n"
            "Melaporkan jam yang tidak ada, dan zona waktu yang tidak cocok dengan provinsi titimangsa maupun tempat "
            "lain dalam artikel. Artikel dari Jakarta tidak diperiksa zonanya."
        ),
        trigger="pukul 25.10, MAKASSAR - … pukul 09.00 WIB",
        holds="MAKASSAR - Gerbang Pasar Terong dibuka pukul 09.00 WITA. Ada 200 pedagang.",
        contradicts="MAKASSAR - Gerbang Pasar Terong dibuka pukul 25.10 WITA. Ada 200 pedagang.",
    )
)
def clock_and_zone(case: Case) -> Iterator[Finding]:
    for mention in case.mentions.dates:
        if mention.rule == _DAMAGED:
            yield Finding(
                verdict="inconsistent",
                message=f"Jam tidak ada: {mention.span.text}",
                message_en=f"No clock shows such a time: {mention.span.text}",
                evidence=(mention.span,),
            )
    zoned = [(mention, zone) for mention in case.mentions.dates if (zone := _zone(mention))]
    if zoned:
        yield from _zone_findings(case, zoned)


def _zone(mention: Date) -> str | None:
    if mention.span.text[-1:] not in "TtBb)AaIi":
        return None
    found = _ZONE.search(mention.span.text)
    return found[0].upper() if found else None


def _zone_findings(case: Case, zoned: list[tuple[Date, str]]) -> Iterator[Finding]:
    home = _home(case)
    if home is None or home.code is None or home.code.startswith(_CAPITAL):
        return
    here = _ZONES.get(home.code[:2])
    others = {_ZONES.get(place.code[:2]) for place in case.mentions.places if place.code}
    abroad = any(place.level in ("country", "city") and not place.code for place in case.mentions.places)
    seen: set[str] = set()
    for mention, zone in zoned:
        if here is None or zone in seen:
            continue
        seen.add(zone)
        if zone == here:
            yield _finding(mention, home, zone, holds=True)
        elif zone not in others and not abroad:
            yield _finding(mention, home, here, holds=False)


def _home(case: Case) -> Place | None:
    line = next((each for each in case.mentions.sections if each.kind == "dateline"), None)
    if line is None:
        return None
    for place in case.mentions.places:
        if place.code and any(line.start <= span.start < line.end for span in place.mentions):
            return place
    return None


def _finding(mention: Date, home: Place, here: str, *, holds: bool) -> Finding:
    printed = _zone(mention) or ""
    lead = _FITS if holds else _DOES_NOT_FIT
    return Finding(
        verdict="ok" if holds else "inconsistent",
        **proof(lead, f"{home.name} = {here}", "" if holds else printed)._asdict(),
        stated=printed,
        computed=here,
        evidence=(mention.span, home.mentions[0]),
        repairs=() if holds else (f"{printed} → {here}",),
    )


CHECKS = (clock_and_zone,)
