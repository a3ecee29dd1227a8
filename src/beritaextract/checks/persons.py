"""BX401 and BX402: persons who are spelt in two ways, and persons with offices that exclude one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from beritaextract.checks.engine import Case, CheckInfo, Finding, check
from beritaextract.checks.tables import Key
from beritaextract.model import Official, Place, Ref
from beritaextract.rules import cells

__all__ = ["CHECKS"]

_CHANGES = frozenset((
    "sebelumnya", "mantan", "eks", "bekas", "pernah", "semula", "dulu", "dilantik", "melantik", "pelantikan", "mutasi",
    "dimutasi", "rotasi", "dirotasi", "sertijab", "menggantikan", "digantikan", "pengganti", "penggantinya", "promosi",
    "dipromosikan", "terpilih", "menjabat", "merangkap", "rangkap", "karier", "karir", "profil", "riwayat", "reshuffle",
    "diangkat", "ditunjuk", "penunjukan", "jabatan", "plt", "pj", "plh", "pjs", "pelaksana", "penjabat", "periode",
    "calon", "cagub", "cabup", "cawabup", "cawagub", "cawalkot", "pilkada", "pilgub", "pilbup", "pilwalkot", "interim",
))  # fmt: skip
"""Words of articles that speak of offices which follow one another."""
_REGIONAL = frozenset(("region", "village"))
_LONGEST_ROLE = 6
_MOST = 10
_AGENCIES = ("Dinas ", "Badan ")


class _Role(NamedTuple):
    """The role of a title: its name in the table, what it takes, and the words of the title behind it."""

    role: str
    takes: str
    rest: str


@check(
    CheckInfo(
        code="BX401",
        title="one person has one spelling, and a short name one person",
        title_id="satu orang satu ejaan, dan nama pendek menunjuk satu orang",
        severity="warning",
        what=(
            "Reports a person whose name the article spells in two ways, and a single name that may stand for two "
            "persons whom one sentence names before. Names of different ages, in one sentence, or with endings of man "
            "and woman are taken for two persons; misspelt names of places and organisations are BX702. Silent where "
            "all is well.\n"
            "Melaporkan orang yang namanya ditulis dengan dua ejaan dalam satu artikel, dan nama pendek yang bisa "
            "menunjuk dua orang yang disebut dalam satu kalimat sebelumnya. Nama dengan umur berbeda, dalam satu "
            "kalimat, atau dengan akhiran laki-laki dan perempuan dianggap dua orang; salah eja nama tempat dan "
            "lembaga termasuk BX702. Diam bila tidak ada yang salah."
        ),
        trigger="Bambang Suryadi … Bambang Suryadhi",
        holds="Ketua panitia Bambang Suryadi membuka lomba. Menurut Suryadi, pesertanya 200 orang.",
        contradicts=(
            "Ketua panitia Bambang Suryadi membuka lomba. “Pesertanya 200 orang,” kata Bambang Suryadhi kemudian."
        ),
    )
)
def person_has_one_spelling(case: Case) -> Iterator[Finding]:
    for usual, odd, times, (right, wrong) in case.facts.naming.variants:
        yield Finding(
            verdict="inconsistent",
            message=f"Satu orang dengan dua ejaan: {odd.line} ({times[1]} kali) dan {usual.line} ({times[0]} kali)",
            message_en=f"One person in two spellings: {odd.line} ({times[1]}x) and {usual.line} ({times[0]}x)",
            stated=odd.line,
            computed=odd.line.replace(wrong, right),
            evidence=(odd, usual),
            repairs=(
                f"{odd.line} → {odd.line.replace(wrong, right)}",
                f"{usual.line} → {usual.line.replace(right, wrong)}",
            ),
        )
    for span, (one, other) in case.facts.naming.shared:
        yield Finding(
            verdict="inconsistent",
            message=f"Tidak jelas siapa {span.line}: {one.line} atau {other.line}",
            message_en=f"It is not clear who {span.line} is: {one.line} or {other.line}",
            stated=span.line,
            evidence=(span, one, other),
            repairs=tuple(f"{span.line} → {each.line}" for each in (other, one)),
        )


@check(
    CheckInfo(
        code="BX402",
        title="one person has one office of its kind",
        title_id="satu orang memegang satu jabatan sejenis",
        severity="warning",
        what=(
            "Reports a person who is given two offices that exclude one another: head of two regions or of two "
            "regional agencies, head and deputy or secretary of one institution, two ministries. Silent on offices "
            "marked as former or acting, where the article speaks of an appointment or of former offices, and on "
            "offices that go together.\n"
            "Melaporkan orang yang diberi dua jabatan yang saling meniadakan: kepala dua daerah atau dua dinas, kepala "
            "dan wakil atau sekretaris satu lembaga, menteri dua kementerian. Diam bila jabatan ditandai mantan atau "
            "Plt., bila artikel bercerita tentang pelantikan atau jabatan sebelumnya, dan untuk jabatan yang boleh "
            "dirangkap."
        ),
        trigger="Bupati Garut X … Bupati Ciamis X",
        holds="Bupati Garut Rudi Priyatna meninjau pasar. Rudi Priyatna juga Ketua PMI Garut.",
        contradicts=(
            "Bupati Garut Rudi Priyatna meninjau pasar. Menurut Bupati Ciamis Rudi Priyatna, pasar itu ramai."
        ),
    )
)
def person_has_one_office(case: Case) -> Iterator[Finding]:
    if len(case.mentions.officials) < 2 or not _CHANGES.isdisjoint(case.mentions.words):
        return
    held: dict[str, list[Official]] = {}
    for official in case.mentions.officials:
        if official.status is None:
            held.setdefault(str(official.person.id), []).append(official)
    for offices in held.values():
        for one, other in combinations(offices[:_MOST], 2):
            if _exclude(case, one, other):
                yield Finding(
                    verdict="inconsistent",
                    message=f"{one.person.name} punya dua jabatan sejenis: {one.title} dan {other.title}",
                    message_en=f"{one.person.name} has two offices of one kind: {one.title} and {other.title}",
                    stated=other.title,
                    computed=one.title,
                    evidence=(*other.evidence, *one.evidence),
                    repairs=(f"{other.title} → {one.title}", f"{one.title} → {other.title}"),
                )


def _exclude(case: Case, one: Official, other: Official) -> bool:
    """Whether nobody holds two offices at once."""
    first, second = _role(one.title, Key(case.book)), _role(other.title, Key(case.book))
    if first is None or second is None:
        return False
    if first.role == second.role and first.takes in _REGIONAL:
        return _are_apart(case.mentions.places, one.place, other.place)
    if not _is_same(one.place, other.place) or not _is_same(one.organization, other.organization):
        return _are_agencies(one, other)
    roles = {first.role, second.role}
    if roles in ({role, f"Wakil {role}"} for role in (first.role, second.role)):
        bare = first.takes in _REGIONAL and not (first.rest and second.rest)
        return bare or first.rest == second.rest
    if one.organization and other.organization:
        return {role.split()[0] for role in roles} == {"Kepala", "Sekretaris"}
    return (
        len(roles) > 1
        and first.takes == second.takes == ""
        and all(_is_minister(each) for each in (one, other))
    )


def _is_same(one: Ref | None, other: Ref | None) -> bool:
    """Whether two titles may be of one place or institution."""
    return one is None or other is None or one.id == other.id


def _are_apart(places: Sequence[Place], one: Ref | None, other: Ref | None) -> bool:
    """Whether two places are named and neither is the other, lies in it or may be a short form of it."""
    if one is None or other is None or one.id == other.id:
        return False
    codes = [next((each.code for each in places if each.id == ref.id), None) for ref in (one, other)]
    names = one.name.lower(), other.name.lower()
    if names[0] in names[1] or names[1] in names[0]:
        return False
    return None in codes or not (
        str(codes[0]).startswith(str(codes[1])) or str(codes[1]).startswith(str(codes[0]))
    )


def _are_agencies(one: Official, other: Official) -> bool:
    """Whether somebody is head of two regional agencies with different fields."""
    bodies = [each.organization.name if each.organization else "" for each in (one, other)]
    if not all(body.startswith(_AGENCIES) for body in bodies):
        return False
    if any(
        not each.title.lower().startswith(("kepala dinas ", "kepala badan ", "kadis ", "kaban "))
        for each in (one, other)
    ):
        return False
    fields = [set(body.split()[1:2]) for body in bodies]
    return fields[0].isdisjoint(fields[1]) and not any(
        word.isupper() for body in bodies for word in body.split()
    )


def _is_minister(official: Official) -> bool:
    title = official.title
    return (
        title.startswith("Menteri ")
        and "/" not in title
        and not any(word.isupper() for word in title.split())
    )


@lru_cache(maxsize=1024)
def _role(title: str, key: Key) -> _Role | None:
    """The role that a title begins with."""
    words = title.lower().split()
    for size in range(min(len(words), _LONGEST_ROLE), 0, -1):
        if found := _roles(key).get(" ".join(words[:size])):
            return _Role(*found, " ".join(words[size:]))
    return None


@lru_cache(maxsize=4)
def _roles(key: Key) -> Mapping[str, tuple[str, str]]:
    """Form in small letters → name of the role, of deputies and ministers in full, and what it takes."""
    found: dict[str, tuple[str, str]] = {}
    for row in key.book.table("roles"):
        forms = cells(row, "role", "variants")
        name = next((form for form in forms if form.startswith(("Wakil ", "Menteri "))), row["role"])
        found.update((form.lower(), (name, row["takes"])) for form in forms)
    return found


CHECKS = (person_has_one_spelling, person_has_one_office)
