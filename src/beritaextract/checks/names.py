"""BX403 and BX702: where places lie, and names that are nearly a known one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from beritaextract.checks.acronyms import misfits
from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.checks.proof import proof
from beritaextract.checks.tables import Key
from beritaextract.facts import situated
from beritaextract.mentions.names.spelling import distance
from beritaextract.model import Place, Span

__all__ = ["CHECKS"]

_NEAR_MISS = "near-miss spelling: "
_PAPUA = "9"
"""Its provinces were divided in 2022; articles name the old ones, rightly before and by habit since."""
_SHORTEST = 5
_LIES = Words("Letak tempat cocok", "The place lies where it is put")
_LIES_NOT = Words("Letak tempat tidak cocok", "The place lies elsewhere")
_LONG = 9
"""Shorter names without a word before them have too many neighbours."""
_HEADS = {"regency": "Kabupaten ", "city": "Kota "}


@check(
    CheckInfo(
        code="BX403",
        title="a regency or city lies in the province named",
        title_id="kabupaten atau kota terletak di provinsi yang disebut",
        severity="warning",
        what=(
            "Looks up the province of a regency or city that stands before one. Lists of places are left alone, and "
            "Papua, whose provinces are new.\n"
            "Memeriksa provinsi yang ditulis di belakang kabupaten atau kota. Deretan tempat tidak diperiksa, begitu "
            "pula Papua yang provinsinya baru dimekarkan."
        ),
        trigger="Kabupaten X, Provinsi Y; Kota X (Y)",
        holds="Longsor menimpa rumah di Kabupaten Garut, Jawa Barat.",
        contradicts="Longsor menimpa rumah di Kabupaten Garut, Jawa Tengah.",
    )
)
def region_lies_in_province(case: Case) -> Iterator[Finding]:
    provinces = _provinces(Key(case.book))
    for each in situated.find(case.mentions):
        inner, outer = str(each.inner.code), str(each.outer.code)
        if inner[0] == outer[0] == _PAPUA:
            continue
        homes = provinces.get(_bare(each.inner.name), frozenset()) | {inner[:2]}
        holds = outer[:2] in homes
        right = _province_name(Key(case.book), inner[:2])
        formula = f"{each.inner.name} = {each.outer.name if holds else right}"
        yield Finding(
            verdict="ok" if holds else "inconsistent",
            **proof(_LIES if holds else _LIES_NOT, formula, "" if holds else each.outer.name)._asdict(),
            stated=each.outer.name,
            computed=each.outer.name if holds else right,
            evidence=(each.outer_span, each.inner_span),
            repairs=() if holds else (f"{each.outer_span.text} → {right}",),
        )


@check(
    CheckInfo(
        code="BX702",
        title="a name is not misspelt",
        title_id="nama tidak salah eja",
        severity="warning",
        what=(
            "Reports names of regencies, cities and organisations that differ by one or two letters from a known "
            "one, or from the spelling that the article itself uses elsewhere. Names of persons are BX401, names "
            "before their acronym BX405. Silent where all is well.\n"
            "Melaporkan nama kabupaten, kota, dan lembaga yang berbeda satu-dua huruf dari nama yang dikenal atau dari "
            "ejaan lain dalam artikel yang sama. Nama orang termasuk BX401, nama yang diikuti singkatannya BX405. Diam "
            "bila tidak ada yang salah."
        ),
        trigger="Kabupaten Indramay, Kementerian Keseahatan",
        holds="Banjir merendam sawah di Kabupaten Indramayu.",
        contradicts="Banjir merendam sawah di Kabupaten Indramyu.",
    )
)
def name_is_spelt_right(case: Case) -> Iterator[Finding]:
    for organization in case.mentions.organizations:
        for note in organization.notes:
            if note.startswith(_NEAR_MISS):
                printed = note.removeprefix(_NEAR_MISS)
                span = next((span for span in organization.mentions if span.line == printed), None)
                others = (name for name in (organization.name, *organization.aliases) if name != printed)
                known = next((name for name in others if _is_slip(printed, name)), None)
                known = known or _institution(Key(case.book), printed)
                if span and known and not _is_expansion(case, span):
                    yield _misspelt(span, printed, known)
    for place in case.mentions.places:
        known = _nearest(case, place) if place.code is None else _of_code(case, place)
        if known:
            yield _misspelt(place.mentions[0], place.mentions[0].text, known)


def _is_expansion(case: Case, span: Span) -> bool:
    """Whether BX405 speaks of the name."""
    return any(
        wrong.start < span.end and span.start < wrong.end
        for finding in misfits(case)
        for wrong in finding.evidence[:1]
    )


def _misspelt(span: Span, printed: str, known: str) -> Finding:
    return Finding(
        verdict="inconsistent",
        message=f"Mungkin salah eja: {printed}, maksudnya {known}",
        message_en=f"Probably misspelt: {printed}, for {known}",
        stated=printed,
        computed=known,
        evidence=(span,),
        repairs=(f"{printed} → {known}",),
    )


def _is_slip(printed: str, known: str) -> bool:
    """Whether one word is misspelt: no plural, no other way to write what is foreign, no word more or less."""
    mine, theirs = printed.split(), known.split()
    if len(mine) != len(theirs):
        return False
    wrong = [(one, other) for one, other in zip(mine, theirs, strict=True) if one != other]
    return len(wrong) == 1 and all(
        one.rstrip("s") != other.rstrip("s")
        and one[0] == other[0]
        and min(len(one), len(other)) >= _SHORTEST
        and _sound(one) != _sound(other)
        and {one, other} != {"Putra", "Putri"}
        and one.isalpha()
        and other.isalpha()
        for one, other in wrong
    )


def _sound(word: str) -> str:
    """A word as it sounds, spelt in the one way that its letters have in common."""
    word = word.lower()
    for old, new in (
        ("dj", "j"),
        ("oe", "u"),
        ("tj", "c"),
        ("sj", "sy"),
        ("sh", "s"),
        ("ck", "k"),
        ("rt", "r"),
        ("y", "i"),
        ("ll", "l"),
        ("h", ""),
    ):
        word = word.replace(old, new)
    return word


def _nearest(case: Case, place: Place) -> str | None:
    """The one region of its level whose name is a letter away."""
    head = _HEADS.get(place.level or "")
    printed = place.mentions[0].line
    if head is None or not printed.startswith(head):
        return None
    name = printed.removeprefix(head)
    if len(name) < _SHORTEST or name in _names(Key(case.book))["all"]:
        return None
    near = [
        known
        for known in _names(Key(case.book))[place.level or ""]
        if known[0] == name[0] and abs(len(known) - len(name)) <= 1 and distance(known, name, swaps=True) == 1
    ]
    return f"{head}{near[0]}" if len(near) == 1 and len(near[0]) > _SHORTEST else None


def _of_code(case: Case, place: Place) -> str | None:
    """The name of a region that is recognised although it is printed otherwise: Banjaramsin."""
    if place.level not in _HEADS or "." not in (place.code or ""):
        return None
    printed = place.mentions[0].line
    name = printed.removeprefix(_HEADS[place.level])
    if not name.istitle() or len(name) < _LONG or name in _names(Key(case.book))["all"]:
        return None
    known = _of_codes(Key(case.book)).get(str(place.code), "")
    near = distance(known, name, swaps=True) == 1 and known[0] == name[0]
    return printed.replace(name, known) if near and _sound(known) != _sound(name) else None


@lru_cache(maxsize=4)
def _of_codes(key: Key) -> Mapping[str, str]:
    return {code: _bare(name) for code, name in key.book.columns("regions", "code", "name")}


@lru_cache(maxsize=256)
def _institution(key: Key, printed: str) -> str | None:
    """The one known institution whose name is a letter away."""
    near = {
        name
        for cells in key.book.columns("institutions", "name", "forms")
        for cell in cells
        for name in cell.split("|")
        if name[:1] == printed[:1] and abs(len(name) - len(printed)) <= 1 and _is_slip(printed, name)
        if distance(name, printed, swaps=True) == 1
    }
    return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=4)
def _names(key: Key) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {"regency": set(), "city": set(), "all": set()}
    for row in key.book.table("regions"):
        for name in (row["name"], *row["aliases"].split("|")):
            if name:
                found.setdefault(row["level"], set()).add(_bare(name))
                found["all"].add(_bare(name))
    for table in ("towns", "districts", "cities"):
        found["all"].update(name for (name,) in key.book.columns(table, "name"))
    return {level: frozenset(names) for level, names in found.items()}


@lru_cache(maxsize=4)
def _provinces(key: Key) -> Mapping[str, frozenset[str]]:
    """Of each name of a regency or city the provinces that have one."""
    found: dict[str, frozenset[str]] = {}
    for row in key.book.table("regions"):
        for name in (row["name"], *row["aliases"].split("|")):
            found[_bare(name)] = found.get(_bare(name), frozenset()) | {row["code"][:2]}
    return found


@lru_cache(maxsize=64)
def _province_name(key: Key, code: str) -> str:
    return next(row["name"] for row in key.book.table("regions") if row["code"] == code)


def _bare(name: str) -> str:
    return name.removeprefix("Kabupaten ").removeprefix("Kota ")


CHECKS = (region_lies_in_province, name_is_spelt_right)
