"""What surrounds a word that an organisation's name may begin with: places, brackets, words with capitals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from beritaextract.mentions.names.organizations.ground import Reading, Scene
from beritaextract.mentions.names.organizations.regions import (
    coordinated,
    is_led,
    joins_provinces,
    past_part,
    widened,
)
from beritaextract.mentions.names.organizations.shapes import is_model
from beritaextract.mentions.names.organizations.tables import OrganizationTables, squeezed
from beritaextract.mentions.names.page import Page

__all__ = ["LEGAL", "Surroundings"]

LEGAL: Final = frozenset(("tbk", "persero", "perseroda", "inc", "ltd", "corp", "co", "llc", "plc", "gmbh"))
"""What follows a company's name, in brackets or not."""

_KINDS: Final[Mapping[str, str]] = {
    "kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota", "provinsi": "", "prov": "", "propinsi": "",
    "wilayah": "", "cabang": "", "perwakilan": "", "regional": "", "area": "", "administrasi": "",
    "utama": "", "pembantu": "",
}  # fmt: skip
_BRANCHES: Final = frozenset(("cabang", "perwakilan"))
_REGIONS: Final = frozenset(("regional", "area"))
_LINKS: Final = frozenset(("dan", "of", "&", "the", "and", "for", "untuk", "atas", "de", "serta"))
_PARTS: Final = _BRANCHES | _REGIONS
_SEATS: Final = frozenset(
    ("kantor", "unit", "induk", "distribusi", "pelaksana", "pelayanan", "pelanggan", "layanan", "wilayah", "kanwil",
     "kancab", "kacab", "kc", "kcu", "kcp", "uid", "uiw", "uip", "up3", "ulp", "divre")
)  # fmt: skip
"""Words for an office of a company, before the place where it is: "Kantor Cabang Padang", "UP3 Kudus"."""
_GRADES: Final = frozenset(("tk", "tkt"))
_NUMERALS: Final = frozenset("IV")
_HONORIFICS: Final = frozenset(("dr", "drs", "prof", "h", "hj", "kh"))
_HOLDERS: Final = (
    "kadis", "kaban", "kabag", "kabid", "kapus", "pang", "kabiro", "menteri", "wamen", "dirjen",
)  # fmt: skip
_UNITS: Final = (
    "biro", "bagian", "direktorat", "sekretariat", "inspektoratjenderal", "pusat", "divisi", "deputi",
    "balai", "puslitbang", "pusdiklat", "pusdatin",
)  # fmt: skip
_WITHIN: Final = frozenset(
    (*LEGAL, *_KINDS, *_LINKS, "kelas", "klas", "metro", "khusus", "se", "u", "terhadap", "putri", "putra", "wanita",
     "senior", "futsal", "voli", "basket", "muda")
)  # fmt: skip
"""Words that may stand in a name though they are printed small."""
_ENDING: Final = frozenset('.;:?!)"”')
_MOST: Final = 8


class Surroundings:
    """Reads what stands beside a word."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables

    def ends(self, scene: Scene, at: int) -> bool:
        """Whether no name goes on with a word: at the end of the block, at a sign, at a small word."""
        if at >= scene.end:
            return True
        form = scene.page.forms[at]
        if form.islower():
            return form not in _WITHIN and form not in self._tables.starts
        return form in _ENDING or (form == "," and self.ends(scene, at + 1))

    def place(self, scene: Scene, at: int) -> tuple[int, str] | None:
        """A place that the tables or the places found before know, with "Kabupaten" or "Cabang" before it."""
        page, kind = scene.page, ""
        begin = at = self._past_seat(scene, at)
        if begin + 1 < scene.end and page.lowers[begin] in _REGIONS and page.forms[begin + 1].isdigit():
            return begin + 2, f"{page.lowers[begin]}{page.forms[begin + 1]}#"
        for _ in range(2):
            if at + 1 < scene.end and page.lowers[at] in _KINDS and page.forms[at][:1].isupper():
                kind = kind or _KINDS[page.lowers[at]]
                at += 2 if page.forms[at + 1] == "." else 1
        if not scene.has_capital(at):
            return None
        found = self._tables.places.longest(page.lowers, at, scene.end)
        last = scene.lands.get(at, at)
        if begin < at and page.lowers[begin] in _REGIONS:
            last = max(last, past_part(scene, found[0] if found else at + 1))
        if found and found[0] >= last:
            return widened(self._tables, scene, at, found[0], f"{found[1]}#{kind}")
        if last == at and begin < at and page.lowers[begin] in _BRANCHES:
            return self.unknown_place(scene, at)
        return (last, f"{squeezed(''.join(page.forms[at:last]))}#{kind}") if last > at else None

    def _past_seat(self, scene: Scene, at: int) -> int:
        """Behind the "Kantor" of "Kantor Cabang Padang" and the "Unit Induk Distribusi" of "… Jawa Tengah"."""
        forms, lowers = scene.page.forms, scene.page.lowers
        while scene.has_capital(at) and lowers[at] in _SEATS:
            behind = at + 1 if scene.has_capital(at + 1) else self.past_bracket(scene, at + 1)
            if behind == at + 1 and forms[behind : behind + 1] == ["("]:
                break
            if not scene.has_capital(behind):
                break
            at = behind
        return at

    def branch(self, scene: Scene, at: int) -> bool:
        """Whether a word begins the place of a company's branch: "Regional Jawa Timur", "Cabang Kediri", "Batam"."""
        at = self.past_bracket(scene, at)
        lowers = scene.page.lowers
        if not scene.has_capital(at):
            return False
        if lowers[at] in _PARTS | _SEATS or lowers[at - 1] in _SEATS:
            return self.place(scene, at) is not None
        found = self._tables.places.longest(lowers, at, scene.end)
        if (
            found is None
            or found[1] not in self._tables.regions
            or scene.page.ends[at - 1] == scene.page.starts[at]
        ):
            return False
        if scene.seen is not None or not scene.has_capital(found[0]):
            return True
        # "Kepala Jasa Raharja Lampung Budi Santoso": a person's name of two words behind the region.
        named = lowers[at] not in self._tables.given and scene.has_capital(found[0] + 1)
        return named and is_led(self._tables, scene, at)

    def with_place(self, scene: Scene, reading: Reading) -> Reading:
        """The reading with "RI", "Cabang Kediri" or "Lampung Barat" where that stands behind it."""
        at = self.past_bracket(scene, reading.last)
        place = self.place(scene, at)
        if place is None or (at > reading.last and place[0] == at + 1 and self.short_form(scene, at)):
            return self._with_parent(scene, reading, at)
        if place[1] == "indonesia#":
            return self._behind_bracket(scene, reading._replace(last=place[0]))
        return self.with_alias(scene, reading.placed(place))

    def of_region(self, scene: Scene, reading: Reading) -> Reading:
        """A regional office with its region, or with all of them: "Kanwil DJP Bengkulu dan Lampung"."""
        if not reading.place:
            reading = self.with_place(scene, reading)
        if reading.place.partition("#")[0] not in self._tables.provinces:
            return reading
        return self.with_alias(
            scene, reading.placed(coordinated(self._tables, scene, reading.last, reading.place))
        )

    def _behind_bracket(self, scene: Scene, reading: Reading) -> Reading:
        """With "NTB" behind "Balai … Indonesia (BP3MI)"."""
        at = self.past_bracket(scene, reading.last)
        place = self.place(scene, at) if at > reading.last else None
        return reading.placed(place) if place else reading

    def _with_parent(self, scene: Scene, reading: Reading, at: int) -> Reading:
        """With "Polri" behind "(Lemdiklat)", and with the abbreviation behind a unit: "Biro Hukum OJK"."""
        if at > reading.last:
            return reading._replace(last=at + 1) if self.short_form(scene, at) else reading
        if at >= scene.end or not scene.page.forms[at].isupper() or not reading.key.startswith(_UNITS):
            return reading
        parent = self._tables.institutions.longest(scene.page.lowers, at, scene.end)
        if parent is None or parent[0] != at + 1 or parent[1].weak:
            return reading
        return reading._replace(last=at + 1, key=reading.key + parent[1].key)

    def with_alias(self, scene: Scene, reading: Reading) -> Reading:
        """With "(Pesbar)" behind "Pesisir Barat"."""
        forms, at = scene.page.forms, reading.last
        if at + 2 < scene.end and forms[at] == "(" and forms[at + 2] == ")":
            name = self._tables.places.get(forms[at + 1])
            if name and name == reading.place.partition("#")[0]:
                return reading._replace(last=at + 3)
        return reading

    def unknown_place(self, scene: Scene, at: int) -> tuple[int, str] | None:
        """Up to three words with capitals where only a place can stand: "Polsek Way Tenong"."""
        last, page, tables = at, scene.page, self._tables
        while (
            last < scene.end and last - at < 3 and self.capital(scene, last) and page.lowers[last].isalpha()
        ):
            low, loud = page.lowers[last], page.forms[last].isupper()
            if low == "gedung":
                break
            if low in tables.words or (low in tables.starts and tables.heads.get(low)):
                break
            if loud and (tables.institutions.get(low) or (len(low) < 6 and last > at)):
                break
            last += 1
        if last - at == 3 and last < scene.end and self.capital(scene, last):
            last = at + 1
        return (last, squeezed("".join(page.forms[at:last])) + "#") if last > at else None

    def place_within(self, scene: Scene, at: int, last: int) -> tuple[int, str]:
        """Where "Kota Samarinda" begins at the end of a name, and that place; the end where none is."""
        for begin in range(at + 1, last - 1):
            if scene.page.lowers[begin] in _KINDS:
                place = self.place(scene, begin)
                if place and place[0] == last:
                    return begin, place[1]
        return last, ""

    def group(self, scene: Scene, reading: Reading) -> Reading | None:
        """A group of offices: "se-Kalsel", "se Sultra", "kabupaten/kota se-Sulteng"."""
        lowers, at = scene.page.lowers, reading.last
        if lowers[at : at + 3] == ["kabupaten", "/", "kota"]:
            at += 3
        if at + 1 >= scene.end or lowers[at] != "se":
            return None
        place = self.place(scene, at + 2 if lowers[at + 1] == "-" else at + 1)
        return reading._replace(last=place[0], place=place[1], bare=False, collective=True) if place else None

    def past_honorific(self, scene: Scene, at: int) -> int:
        """Behind the "dr." of "RSUD dr. Soetomo", the "dr. R." of "RSUD dr. R. Soedjono"."""
        begin, forms = at, scene.page.forms
        while at < scene.end and (
            scene.page.lowers[at] in _HONORIFICS
            or (len(forms[at]) == 1 and forms[at].isupper() and forms[at + 1 : at + 2] == ["."])
        ):
            at += 1
            at += at < scene.end and forms[at] == "."
        return at if scene.has_capital(at) else begin

    def past_bracket(self, scene: Scene, at: int) -> int:
        """Behind "(Kejari)" or "(Satpol PP)" where a name goes on behind it, else ``at``."""
        forms = scene.page.forms
        if at + 4 < scene.end and forms[at] == "(" and forms[at + 3] == ")" and forms[at + 2].isupper():
            return at + 4 if forms[at + 4][0].isupper() else at
        if at + 3 < scene.end and forms[at] == "(" and forms[at + 2] == ")" and scene.has_capital(at + 3):
            inner = scene.page.lowers[at + 1]
            holder = inner in self._tables.titles or inner.startswith(_HOLDERS)
            return at if holder and inner not in self._tables.starts else at + 3
        return at

    def short_form(self, scene: Scene, at: int) -> bool:
        """Whether one word is an abbreviation or a known short form: the "Polri" of "(Lemdiklat) Polri"."""
        form = scene.page.forms[at]
        return (form.isupper() and len(form) > 1) or self._tables.institutions.get(form) is not None

    def legal_tail(self, scene: Scene, at: int) -> int:
        """Behind "(Persero) Tbk" and the like."""
        page = scene.page
        for _ in range(3):
            if at < scene.end and page.lowers[at] in LEGAL:
                at += 1
            elif at + 2 < scene.end and page.forms[at] == "(" and page.lowers[at + 1] in LEGAL:
                at += 3
        return at

    def firm_tail(self, scene: Scene, at: int) -> int:
        """Behind "Syariah" and "Sekuritas"."""
        while scene.has_capital(at) and (
            scene.page.lowers[at] == "syariah" or scene.page.lowers[at] in self._tables.cues["name"]
        ):
            at += 1
        return at

    def capital(self, scene: Scene, at: int) -> bool:
        """Whether a word has a capital and may stand within a name."""
        form, low, tables = scene.page.forms[at], scene.page.lowers[at], self._tables
        if not form[:1].isupper() or at in scene.blocked or low in tables.titles or form in tables.never:
            return False
        if form[:2] == "Rp" and (form[2:3].isdigit() or len(form) == 2):
            return False
        if scene.seen is None or low in tables.words:
            return True
        return form in scene.seen and low not in scene.seen

    def run(self, scene: Scene, at: int) -> int:
        """Where the words with capitals end that begin with word ``at``, with "dan", "of" and numbers between them."""
        page, tables, last, more = scene.page, self._tables, at, at
        while more < scene.end and more - at < _MOST:
            form, low = page.forms[more], page.lowers[more]
            begins = (
                last < more and low in tables.starts and (low not in tables.words or tables.heads.get(low))
            )
            if begins and not joins_provinces(tables, scene, more):
                break
            number = at < last == more and form.isdigit() and len(form) < 4
            if number or self.capital(scene, more):
                last = more = more + 1
            elif at < last == more and (low in _LINKS or form in ("-", "'", "&") or _grades(page, more)):
                more += 1
            else:
                break
        return last

    def ordinary(self, scene: Scene, at: int, last: int) -> int:
        """The end of the words that are surely part of a name: ordinary words, regions, abbreviations."""
        page, sure, more = scene.page, at, at
        while more < last:
            place = self._tables.places.longest(page.lowers, more, last)
            form, low = page.forms[more], page.lowers[more]
            if place:
                sure = more = place[0]
            elif low in self._tables.words or low in self._tables.firms or (form.isupper() and len(form) > 1):
                sure = more = more + 1
            elif low in _LINKS:
                more += 1
            else:
                break
        return sure

    def unsure(self, scene: Scene, begin: int) -> bool:
        """Whether another name may follow without a sign: a person's behind a title, anything in a headline."""
        return scene.seen is not None or (begin > 0 and scene.page.lowers[begin - 1] in self._tables.offices)

    def event(self, scene: Scene, at: int) -> bool:
        """Whether a name goes on to be that of an event or a product: "… International Auto Show"."""
        page = scene.page
        if at + 1 < scene.end and page.forms[at] == "-" and page.ends[at - 1] == page.starts[at]:
            return scene.has_capital(at + 1) and page.lowers[at + 1] not in self._tables.starts
        for more in range(at, min(at + 6, scene.end)):
            if not page.forms[more][:1].isupper():
                return False
            if page.lowers[more] in self._tables.events:
                return True
        return False

    def product(self, scene: Scene, at: int, last: int) -> bool:
        """Whether a word with a capital behind a company makes it another name: "Honda Brio"."""
        page = scene.page
        if scene.seen is not None or last >= scene.end or self.unsure(scene, at):
            return False
        if at and page.lowers[at - 1] in self._tables.cues["worker"]:
            return False
        if is_model(page.forms[last]):
            return True
        if not scene.has_capital(last):
            return False
        return page.lowers[last] not in LEGAL and self.place(scene, last) is None


def _grades(page: Page, at: int) -> bool:
    """Whether a point stands within the grade of a hospital: "RS Bhayangkara Tk. III"."""
    if page.forms[at] != "." or page.lowers[at - 1] not in _GRADES:
        return False
    return at + 1 < len(page.forms) and set(page.forms[at + 1]) <= _NUMERALS
