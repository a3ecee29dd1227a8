"""The regions of an office that has more than one, and the quarter of a city where a branch is."""

from __future__ import annotations

from typing import Final

from beritaextract.mentions.names.organizations.ground import Scene
from beritaextract.mentions.names.organizations.tables import OrganizationTables, squeezed

__all__ = [
    "coordinated", "is_led", "joins_provinces", "name_follows", "past_class", "past_part", "repeated_end", "widened",
]  # fmt: skip

_CLASSES: Final = frozenset(("kelas", "klas"))
_SIDES: Final = frozenset(("barat", "timur", "utara", "selatan", "tengah", "tenggara"))
_WIDE: Final = frozenset(
    ("wilayah", "kanwil", "regional", "area", "perwakilan", "distribusi", "uid", "uiw", "uip", "divre", "kedeputian")
)  # fmt: skip
"""What an office is called that may have several provinces."""
_BRANCHES: Final = frozenset(
    ("cabang", "kc", "kcu", "kcp", "kancab", "kacab", "pembantu", "utama", "pratama", "madya")
)
_NUMERALS: Final = frozenset(("i", "ii", "iii", "iv", "v", "satu", "dua", "tiga", "empat", "lima"))
_JOINTS: Final = frozenset(("dan", "serta", "&"))
_LONGEST_TAIL: Final = 2
_LONGEST_NAME: Final = 10  # words from the first of a branch's name to its place
_MOST: Final = 8
_MOST_STANDING: Final = 20


def past_class(scene: Scene, at: int) -> int:
    """Behind "Kelas IIA", "Kelas I Khusus Non TPI"; "Metro" only before a place, for it is one."""
    lowers = scene.page.lowers
    if at + 1 < scene.end and lowers[at] in _CLASSES:
        at += 2
        at += scene.page.forms[at : at + 1] in (["A"], ["B"])  # "Kelas II B"
    at += lowers[at : at + 1] == ["khusus"]
    at += lowers[at : at + 1] == ["non"]
    at += lowers[at : at + 1] == ["tpi"]
    return at + 1 if lowers[at : at + 1] == ["metro"] and scene.has_capital(at + 1) else at


def past_part(scene: Scene, at: int) -> int:
    """Behind the "Bagian Barat" of "Regional Jawa Bagian Barat", ``at`` where it does not stand there."""
    part = at + 1 < scene.end and scene.page.lowers[at] == "bagian" and scene.has_capital(at + 1)
    return at + 2 if part else at


def joins_provinces(tables: OrganizationTables, scene: Scene, at: int) -> bool:
    """Whether a province begins that "dan" joins to another one: "… Sumatera Selatan dan [Bangka Belitung]"."""
    lowers, last = scene.page.lowers, at - 1
    if last < 1 or lowers[last] != "dan":
        return False
    found = tables.places.longest(lowers, at, scene.end)
    if found is None or found[1] not in tables.provinces:
        return False
    before = (tables.places.longest(lowers, first, last) for first in range(max(last - 3, 0), last))
    return any(each is not None and each[0] == last and each[1] in tables.provinces for each in before)


def coordinated(tables: OrganizationTables, scene: Scene, last: int, place: str) -> tuple[int, str]:
    """Where the provinces end that an office has besides the one that ends before word ``last``, and all of them."""
    lowers, end = scene.page.lowers, last
    for _ in range(_MOST):
        comma = end < scene.end and lowers[end] == ","
        joined = end + comma < scene.end and lowers[end + comma] in _JOINTS
        if not comma and not joined:
            break
        at = end + comma + joined
        found = tables.places.longest(lowers, at, scene.end) if scene.has_capital(at) else None
        if found is None or found[1] not in tables.provinces:
            break
        end = found[0]
        if joined:
            return end, _with(place, scene, last, end)
    return last, place


def widened(tables: OrganizationTables, scene: Scene, at: int, last: int, place: str) -> tuple[int, str]:
    """A place of an office, words ``at`` to ``last``, with what belongs to it: the other sides of one island ("Timur
    dan Utara"), the other provinces of a regional office, the quarter of a branch ("Medan Polonia")."""
    lowers = scene.page.lowers
    if lowers[last - 1] in _SIDES:
        end = _other_sides(scene, last)
        if end > last:
            return end, _with(place, scene, last, end)
    if at and lowers[at - 1] in _BRANCHES:
        end = _quarter(tables, scene, at, last)
        return (end, _with(place, scene, last, end)) if end > last else (last, place)
    if not _WIDE.isdisjoint(lowers[max(at - 2, 0) : at]) and place.partition("#")[0] in tables.provinces:
        return coordinated(tables, scene, last, place)
    return last, place


def _with(place: str, scene: Scene, last: int, end: int) -> str:
    """A place of an office with the words ``last`` to ``end`` behind it."""
    name, _, kind = place.partition("#")
    return f"{name}{squeezed(''.join(scene.page.forms[last:end]))}#{kind}"


def _other_sides(scene: Scene, last: int) -> int:
    """Where the sides end that stand alone: "Timur [dan Utara]", "Selatan[, Tenggara, dan Barat]"."""
    lowers, end = scene.page.lowers, last
    for _ in range(_MOST):
        comma = end < scene.end and lowers[end] == ","
        joined = end + comma < scene.end and lowers[end + comma] in _JOINTS
        at = end + comma + joined
        if at == end or not scene.has_capital(at) or lowers[at] not in _SIDES:
            break
        end = at + 1
        if joined:
            return end
    return last


def _quarter(tables: OrganizationTables, scene: Scene, at: int, last: int) -> int:
    """Where the quarter ends that a branch has behind its city; ``last`` where a person's name may follow the city."""
    page, end = scene.page, last
    if scene.seen is not None:
        return last
    while end < scene.end and end - last < _LONGEST_TAIL and _may_be_quarter(tables, scene, end):
        end += 1
    end += end < scene.end and page.forms[end][0].isupper() and page.lowers[end] in _NUMERALS
    if end == last or is_repeated(tables, scene, at, end):
        return end
    if end < scene.end and page.forms[end][:1].isupper():  # the name goes on: a person's
        return next((cut for cut in range(end - 1, last, -1) if is_repeated(tables, scene, at, cut)), last)
    if page.lowers[last] in _SIDES or page.lowers[last] in _NUMERALS or page.lowers[last] == "kota":
        return last + 1 if end == last + 1 else last
    if is_led(tables, scene, at):
        return end if name_follows(tables, scene, end) else last
    return last if page.lowers[last] in tables.given else end


def _may_be_quarter(tables: OrganizationTables, scene: Scene, at: int) -> bool:
    form, low = scene.page.forms[at], scene.page.lowers[at]
    if not form[0].isupper() or not form.isalpha() or at in scene.blocked or form in tables.never:
        return False
    if low in tables.titles or low in tables.offices or (form.isupper() and low not in _NUMERALS):
        return False
    return tables.heads.get(low) is None and tables.institutions.get(low) is None


def is_repeated(tables: OrganizationTables, scene: Scene, at: int, end: int) -> bool:
    """Whether the words stand elsewhere too, where no person's name can be part of them."""
    page = scene.page
    words = page.lowers[at:end]
    for other in page.standing(words[0])[:_MOST_STANDING]:
        behind = other + len(words)
        ends = behind >= len(page.forms) or not page.forms[behind][0].isupper()
        if other != at and ends and page.lowers[other:behind] == words and not is_led(tables, scene, other):
            return True
    return False


def repeated_end(tables: OrganizationTables, scene: Scene, begin: int, at: int, last: int) -> int:
    """The end of the longest name from word ``begin`` on that stands elsewhere too; ``at`` where there is none."""
    bracketed = scene.page.forms[last : last + 1] == ["("]
    cuts = range(last, at, -1) if scene.seen is None and not bracketed else ()
    return next((cut for cut in cuts if cut > begin + 1 and is_repeated(tables, scene, begin, cut)), at)


def is_led(tables: OrganizationTables, scene: Scene, at: int) -> bool:
    """Whether an office of a person stands before the name of a branch: "Kepala BPJS Kesehatan Cabang Kediri …"."""
    forms, lowers = scene.page.forms, scene.page.lowers
    for before in range(at - 1, max(at - _LONGEST_NAME, -1), -1):
        if lowers[before] in tables.offices:
            return True
        if not forms[before][0].isupper() and forms[before] not in "()":
            return False
    return False


def name_follows(tables: OrganizationTables, scene: Scene, at: int) -> bool:
    """Whether a comma and two words follow that may be a person's name: "Direktur PT Maju Jaya, [Budi Santoso]"."""
    if scene.seen is not None or at + 2 >= scene.end or scene.page.forms[at] != ",":
        return False
    words = (at + 1, at + 2)
    return at + 1 not in scene.lands and all(
        _may_be_quarter(tables, scene, word) and not scene.page.forms[word].isupper() for word in words
    )
