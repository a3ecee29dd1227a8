"""Metadata: what the headers, datelines, bylines and footers of an article say about it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from beritaextract.model import Dateline, Metadata
from beritaextract.rules import Rule
from beritaextract.values import parse_date

__all__ = ["ROLES", "collect"]

ROLES = ("reporter", "editor", "initials")
"""Whose names the group ``names`` of a section rule may hold."""

_BETWEEN_NAMES = re.compile(r"\s*(?:[/&;|]|,\s|\sdan\s)\s*")
_DESK = re.compile(r"(?:Kontributor|Koresponden|Wartawan|Reporter)\b[^,]*,\s*")
_STATION = re.compile(r"\s+[I|]\s.*")
_NO_NAME = re.compile(
    r"\W*|(?:\w{1,4}\.)+\w{0,4}\.?|rls|adv|ant|.*\b(?:News|Indonesia|Humas|Dinas|Diskominfo|Madrasah|Redaksi)\b.*",
    re.IGNORECASE,
)


def collect(headline: str | None, found: Iterable[tuple[Rule, regex.Match[str]]]) -> Metadata:
    """The metadata in the matches of section rules; initials count only where no byline names anybody."""
    people: dict[str, list[str]] = {role: [] for role in (*ROLES, "photo")}
    dateline: Dateline | None = None
    outlet = copyright_outlet = published = year = None
    for rule, match in found:
        groups = match.groupdict()
        if names := groups.get("names"):
            people[rule.fields.get("role", "photo")] += _split(names)
        if rule.fields["section"] == "dateline":
            dateline = Dateline(place=groups.get("place"), outlet=groups.get("outlet"))
            outlet = dateline.outlet or outlet
        elif rule.name == "copyright":
            copyright_outlet = groups["outlet"] or copyright_outlet
            year = int(groups["year"]) if groups["year"] else year
        elif not outlet:
            outlet = groups.get("outlet")
        if (printed := groups.get("published")) and re.search(r"\d{4}", printed):
            published = published or parse_date(printed)
    reporters, editors = people["reporter"], people["editor"]
    if not reporters:
        initials = people["initials"]
        last = 1 if len(initials) == 2 else len(initials)
        reporters, editors = initials[:last], editors or initials[last:]
    return Metadata(
        headline=headline,
        dateline=dateline,
        published=published,
        outlet=copyright_outlet or outlet,
        reporters=tuple(dict.fromkeys(reporters + people["photo"])),
        editors=tuple(dict.fromkeys(editors)),
        copyright_year=year,
    )


def _split(names: str) -> list[str]:
    parts = _BETWEEN_NAMES.split(_STATION.sub("", _DESK.sub("", names)))
    return [part.strip(" ,.") for part in parts if not _NO_NAME.fullmatch(part)]
