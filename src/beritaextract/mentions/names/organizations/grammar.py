"""The grammar of organisations' names: a head or a known institution, and what belongs to it."""

from __future__ import annotations

from typing import Final, NamedTuple

from beritaextract.mentions.names.organizations.evidence import introduces, spelled_from
from beritaextract.mentions.names.organizations.ground import Reading, Scene
from beritaextract.mentions.names.organizations.regions import name_follows, past_class, repeated_end
from beritaextract.mentions.names.organizations.shapes import fits
from beritaextract.mentions.names.organizations.surroundings import LEGAL, Surroundings
from beritaextract.mentions.names.organizations.tables import SLUGS, Head, OrganizationTables, near, squeezed
from beritaextract.mentions.names.words import ordinary

__all__ = ["OrganizationGrammar"]

_NO_PLACE: Final = frozenset(("university", "club", "international", "media", "company"))
_COMPANIES: Final = frozenset(("company", "bank"))
_OWN_NAMES: Final = frozenset(("bank", "company", "party", "university", "association"))
_BARE_PARENTS: Final = frozenset(("legislature", "prosecutor", "police"))
_JOINTS: Final = frozenset(("dan", "serta", "untuk", "atas", "terhadap", "&", "/", "-", ","))
_SMALL: Final = (("land",), ("team",))
_TEAMS: Final = frozenset(("putri", "putra", "wanita", "senior", "futsal", "voli", "basket", "muda"))
_UNITS: Final = ("direktorat", "subdirektorat")
_PARENTS: Final = ("kepolisian", "bareskrim", "badanreserse")
_DEEDS: Final = (["pergerakan"], ["gabungan"], ["kesatuan"], ["persekutuan"], ["jaringan"], ["organisasi"])
_LEVELS: Final = frozenset(("sd", "smp", "sma", "smk", "tk"))
_NUMERALS: Final = frozenset("IVX")
_DEEPEST: Final = 2
_LONGEST: Final = 14


class _Head(NamedTuple):
    """A head that was found: where it begins, and what is read so far."""

    scene: Scene
    begin: int
    reading: Reading
    depth: int


class OrganizationGrammar:
    """Reads the longest organisation's name that begins at a word."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables
        self._around = Surroundings(tables)
        self._takes = {
            "place": self._place, "land": self._land, "subject": self._subject, "name": self._name,
            "words": self._name, "number": self._number, "parent": self._parent, "ministry": self._ministry,
            "team": self._team,
        }  # fmt: skip

    def read(self, scene: Scene, at: int, depth: int = 0) -> Reading | None:
        """The name that begins with word ``at``, or None."""
        if scene.page.lowers[at] in self._tables.seconds:
            slip = self._slip(scene, at)
            if slip:
                return slip
        institution = self._institution(scene, at)
        if institution is not None and self._around.ends(scene, institution.last):
            return institution
        found = self._tables.heads.longest(scene.page.lowers, at, scene.end)
        headed = None
        small = found and (found[1].plural or found[1].takes in _SMALL or scene.page.lowers[at] in SLUGS)
        if found and (small or fits(scene.page.forms, at, found[1].shape)):
            headed = self._headed(scene, at, *found, depth)
        if headed is None or (
            institution and (headed.bare or self._ends_known(scene, at, institution, headed))
        ):
            return institution
        if headed.bare or depth or not self._around.event(scene, headed.last):
            return headed
        return None

    def _ends_known(self, scene: Scene, at: int, institution: Reading, headed: Reading) -> bool:
        """Whether what the grammar adds to a row of the table is something else: "Bank Indonesia Agus Martowardojo"."""
        if headed.last <= institution.last:
            return True
        own = headed.type in _OWN_NAMES and not introduces(scene.page, at, headed.last)
        return own and self._around.ordinary(scene, institution.last, headed.last) < headed.last

    def _slip(self, scene: Scene, at: int) -> Reading | None:
        """A name of two words with a slip in the second: "Kejaksaan Ngeri"."""
        page, tables = scene.page, self._tables
        seconds = tables.seconds[page.lowers[at]]
        if not scene.has_capital(at + 1):
            return None
        word = page.lowers[at + 1]
        if word in seconds or word in tables.words:
            return None
        meant = next((second for second in seconds if near(word, second)), None)
        if meant is None or tables.places.longest(page.lowers, at + 1, scene.end):
            return None
        phrase = f"{page.lowers[at]} {meant}"
        row, head = tables.institutions.get(phrase), tables.heads.get(phrase)
        found = None
        if row:
            found = self._around.with_place(scene, Reading(at + 2, row.type, row.key))
        elif head:
            found = self._headed(scene, at, at + 2, head, 0)
        return (self._around.group(scene, found) or found)._replace(slip=True) if found else None

    def _institution(self, scene: Scene, at: int) -> Reading | None:
        """A row of the table, with the place where it works."""
        found = self._tables.institutions.longest(scene.page.lowers, at, scene.end)
        if found is None:
            return None
        last, row = found
        around = self._around
        if not fits(scene.page.forms, at, row.shape):
            return None
        if row.type == "company" and last == at + 1 and self._follows_name(scene, at):
            return None
        if around.ends(scene, last):
            return Reading(last, row.type, row.key, "", False, row.weak, row.field)
        if around.event(scene, last) or (row.type == "company" and around.product(scene, at, last)):
            return None
        last = around.legal_tail(scene, last)
        reading = Reading(last, row.type, row.key, "", False, row.weak, row.field)
        if row.type in _NO_PLACE and not (row.type == "company" and around.branch(scene, last)):
            return reading
        return around.with_place(scene, reading)

    def _headed(self, scene: Scene, at: int, last: int, head: Head, depth: int) -> Reading | None:
        """The name after a head; of the things that it takes the first that is there."""
        page = scene.page
        reading = Reading(last, head.type, head.key, "", True)
        group = self._around.group(scene, reading) if head.plural else None
        if group:
            return group
        large = page.forms[at][:1].isupper()
        if not large and page.lowers[at] in SLUGS:
            return self._slug(scene, last, reading)
        # Small heads are names where a name follows: "pemerintah Irak", "kantor Pelayanan Pajak".
        if (
            not large
            and head.takes not in _SMALL
            and not (page.lowers[at] == "kantor" and scene.has_capital(at + 1))
        ):
            return None
        start = self._around.past_bracket(scene, last)
        if start < scene.end and start not in scene.blocked:
            context = _Head(scene, at, reading, depth)
            for thing in head.takes:
                found = self._takes[thing](context, start)
                if found is not None:
                    return found
        return reading._replace(bare=head.alone != "yes") if large else None

    def _slug(self, scene: Scene, last: int, reading: Reading) -> Reading | None:
        """A head in small letters before a region: "pemkab lambar"."""
        if last >= scene.end or scene.page.lowers[last] in ordinary():
            return None
        found = self._tables.places.longest(scene.page.lowers, last, scene.end)
        return reading.placed((found[0], f"{found[1]}#")) if found else None

    def _place(self, head: _Head, at: int) -> Reading | None:
        """ "Polres Metro Jakarta Selatan", "Polsek Way Tenong"."""
        scene, around = head.scene, self._around
        at = past_class(scene, at)
        place = around.place(scene, at) or around.unknown_place(scene, at)
        if place is None:
            return None
        last = place[0]
        city = head.reading.type == "police" and scene.page.lowers[last : last + 1] == ["kota"]
        if city and scene.has_capital(last) and around.place(scene, last) is None:
            return head.reading.placed((last + 1, f"{place[1].partition('#')[0]}#kota"))
        return around.with_alias(scene, head.reading.placed(place))

    def _land(self, head: _Head, at: int) -> Reading | None:
        """ "Pemerintah Singapura", "KSOP Kelas III Dumai": a place that is known."""
        if head.reading.key in _LEVELS:
            return None
        scene, around, begin = head.scene, self._around, past_class(head.scene, at)
        place = around.place(scene, begin) or (around.unknown_place(scene, begin) if begin > at else None)
        return head.reading.placed(place) if place else None

    def _subject(self, head: _Head, at: int) -> Reading | None:
        """The field of an office, and the region: "Dinas Pekerjaan Umum dan Penataan Ruang Kota X"."""
        scene, page = head.scene, head.scene.page
        if not scene.has_capital(at):
            return None
        last = max(self._field(scene, at), self._spelled(scene, head.begin, at))
        if last == at and self._is_short(scene, at):
            last = at + 1
        if at < last < scene.end and page.lowers[last] not in self._tables.starts:
            last = self._field_resumed(head, last)
        if last == at or self._generic(head, last):
            return None
        key = head.reading.key + squeezed("".join(page.forms[at:last]))
        if key.startswith(_UNITS):
            parent = self._parent(head, self._around.past_bracket(scene, last))
            if parent is not None and parent.key.removeprefix(head.reading.key).startswith(_PARENTS):
                return parent._replace(key=key + parent.key.removeprefix(head.reading.key))
        return self._around.with_place(scene, head.reading._replace(last=last, key=key, bare=False))

    def _spelled(self, scene: Scene, begin: int, at: int) -> int:
        """Where a field ends whose office the abbreviation in brackets spells: "Pusat Riset Botani (PRB)"."""
        page, last = scene.page, self._around.run(scene, at)
        if last == at or page.forms[last : last + 1] != ["("] or page.forms[last + 2 : last + 3] != [")"]:
            return at
        form = page.forms[last + 1]
        return last if form.isupper() and spelled_from(page, last, form) == begin else at

    def _is_short(self, scene: Scene, at: int) -> bool:
        """Whether a field is an abbreviation: the "AHU" of "Direktorat Jenderal AHU"."""
        form, tables = scene.page.forms[at], self._tables
        if not (form.isupper() and form.isalpha() and 1 < len(form) < 8) or form in tables.never:
            return False
        return not (tables.places.get(form) or tables.institutions.get(form) or tables.heads.get(form))

    def _field(self, scene: Scene, at: int) -> int:
        """The end of ordinary words with capitals, with "dan" and commas between them."""
        page, tables, last, more = scene.page, self._tables, at, at
        while more < scene.end and more - at < _LONGEST and more not in scene.blocked:
            form, low = page.forms[more], page.lowers[more]
            if low in tables.words and form[:1].isupper():
                place = tables.places.longest(page.lowers, more, scene.end) if at < last == more else None
                if place and place[0] > more + 1:
                    break
                last = more = more + 1
            elif at < last == more and low in _JOINTS:
                if low == "," and not self._goes_on(scene, more):
                    break
                more += 1
            elif low == "dan" and page.forms[more - 1] == ",":
                more += 1
            elif last == more - 1 and page.lowers[last] == "dan" and page.forms[more + 1 : more + 2] == ["("]:
                return more + 1 if self._around.capital(scene, more) else last
            else:
                break
        return last

    def _goes_on(self, scene: Scene, at: int) -> bool:
        """Whether a comma stands within a field: "Kepegawaian, Pendidikan, dan Pelatihan"."""
        lowers, words = scene.page.lowers, self._tables.words
        for more in range(at + 1, min(at + _LONGEST, scene.end - 1)):
            if lowers[more] in ("dan", "serta"):
                return lowers[more + 1] in words and scene.has_capital(more + 1)
            if lowers[more] != "," and lowers[more] not in words:
                return False
        return False

    def _field_resumed(self, head: _Head, last: int) -> int:
        """The end of the field where one word that is not in the table stands within it: "Badan Siber Nasional"."""
        scene, around = head.scene, self._around
        if not around.capital(scene, last) or around.unsure(scene, head.begin) or around.place(scene, last):
            return last
        more = around.run(scene, last)
        ordinary_end = last + 1 < more < last + 5 and scene.page.lowers[more - 1] in self._tables.words
        return more if ordinary_end else last

    def _name(self, head: _Head, at: int) -> Reading | None:
        """A name of its own: words with capitals, as far as they surely belong to it."""
        scene, page, around, reading = head.scene, head.scene.page, self._around, head.reading
        if reading.type == "bank" and self._follows_name(scene, head.begin):
            return None
        if reading.type in _COMPANIES:
            at += page.forms[at] == "." and at + 1 < scene.end
            known = self._institution(scene, at)
            if known:
                last = around.legal_tail(scene, around.firm_tail(scene, known.last))
                whole = known._replace(last=last, weak=False, field="")
                if last > known.last and page.lowers[last - 1] not in LEGAL and page.forms[last - 1] != ")":
                    whole = whole._replace(key=known.key + squeezed("".join(page.forms[known.last : last])))
                if known.type not in _COMPANIES:
                    return None
                again = last > known.last and around.branch(scene, last)
                return around.with_place(scene, whole) if again else whole
        at = around.past_honorific(scene, at) if reading.type == "hospital" else at
        run = around.run(scene, at)
        last = around.legal_tail(scene, run) if run > at else at
        if last == run and around.unsure(scene, head.begin):
            sure = run == at + 1 or name_follows(self._tables, scene, run)
            known_end = repeated_end(self._tables, scene, head.begin, at, run)
            last = run if sure else max(around.ordinary(scene, at, run), known_end)
            if known_end < last < run and reading.type in ("company", "foundation", "bank"):
                return None
        last = self._without_count(scene, reading.type, last)
        if last == at or self._generic(head, last) or self._is_noun(head, at, last):
            return None
        split, place = around.place_within(scene, at, last)
        key = reading.key + squeezed(
            "".join(page.forms[n] for n in range(at, split) if page.lowers[n] not in LEGAL)
        )
        reading = reading._replace(last=last, key=key, place=place, bare=False)
        behind = around.past_bracket(scene, last)
        if behind > last and around.short_form(scene, behind):
            return reading._replace(last=behind + 1)
        known_place = around.place(scene, behind) if behind > last and not place else None
        if known_place:
            return reading.placed(known_place)
        return reading if place or reading.type in _NO_PLACE else around.with_place(scene, reading)

    def _without_count(self, scene: Scene, type_: str, last: int) -> int:
        """The end of a name without a number that counts what follows: "Puskesmas Liwa 64 kasus"."""
        page = scene.page
        if type_ == "school" or not page.forms[last - 1].isdigit() or last >= scene.end:
            return last
        return (
            last - 1 if page.forms[last] == "%" or page.forms[last] in self._tables.cues["counted"] else last
        )

    def _is_noun(self, head: _Head, at: int, last: int) -> bool:
        """Whether a head is a common noun here: "Pergerakan Rudi Hartono", "siswa SMP Denpasar"."""
        scene = head.scene
        if head.reading.key in _LEVELS:
            place = self._around.place(scene, at)
            return place is not None and place[0] == last
        if scene.page.lowers[head.begin : at] not in _DEEDS:
            return False
        bracket = last < scene.end and scene.page.forms[last] == "("
        return not bracket and self._around.ordinary(scene, at, last) == at

    def _follows_name(self, scene: Scene, at: int) -> bool:
        """Whether a word stands behind another one with a capital, so that it may be its last: "Norges Bank"."""
        page, tables = scene.page, self._tables
        if at == 0 or not page.forms[at - 1][:1].isupper():
            return False
        low = page.lowers[at - 1]
        known = low in tables.titles or low in tables.offices or low in tables.words or low in tables.starts
        return (
            not known
            and low not in tables.triggers
            and low not in ordinary()
            and (at - 1) not in scene.inside
        )

    def _generic(self, head: _Head, last: int) -> bool:
        """Whether the words are a generic noun, or one and another: "Badan Usaha Milik Negara dan …"."""
        lowers = head.scene.page.lowers
        phrase = self._tables.phrases.longest(lowers, head.begin, last)
        if phrase is None:
            return False
        return phrase[0] == last or (phrase[0] > head.begin + 2 and lowers[phrase[0]] in _JOINTS)

    def _number(self, head: _Head, at: int) -> Reading | None:
        """ "Komisi XI DPR RI", "SMP Negeri 3", "Kodim 0422/Lampung Barat"."""
        scene, page, around = head.scene, head.scene.page, self._around
        form = page.forms[at]
        if not (form.isdigit() or set(form) <= _NUMERALS):
            return None
        reading = head.reading._replace(last=at + 1, key=head.reading.key + form.lower(), bare=False)
        at += 1
        if at + 1 < scene.end and page.forms[at] == "/":
            place = around.place(scene, at + 1)
            last = place[0] if place else around.run(scene, at + 1)
            return reading._replace(last=last) if last > at + 1 else reading
        if at < scene.end and reading.type == "legislature":
            return self._parent(head._replace(reading=reading), at) or reading
        place = around.place(scene, at) if at < scene.end and page.lowers[at] != "kecamatan" else None
        if place:
            return reading._replace(last=place[0], place=place[1])
        # "SD 49 sekolah" counts schools; "SMP Negeri 3" and "SMPN 3" name one.
        return None if reading.type == "school" and "negeri" not in reading.key else reading

    def _team(self, head: _Head, at: int) -> Reading | None:
        """ "Timnas Putri Indonesia", "Timnas U-23 Indonesia", "Timnas Indonesia U-23"."""
        scene = head.scene
        begin = _past_age(scene, at)
        place = self._around.place(scene, begin)
        if place is None:
            return None
        last = _past_age(scene, place[0])
        ages = scene.page.lowers[at:begin] + scene.page.lowers[place[0] : last]
        key = head.reading.key + squeezed("".join(ages))
        return head.reading._replace(last=last, key=key, place=place[1], bare=False)

    def _parent(self, head: _Head, at: int) -> Reading | None:
        """A unit and the organisation it belongs to."""
        scene = head.scene
        if at >= scene.end or head.depth > _DEEPEST or scene.page.lowers[at] not in self._tables.starts:
            return None
        parent = self.read(scene, at, head.depth + 1)
        if parent is None or (parent.bare and parent.type not in _BARE_PARENTS):
            return None
        key = head.reading.key + parent.key
        reading = head.reading._replace(last=parent.last, key=key, place=parent.place, bare=False)
        return self._around.of_region(scene, reading) if head.reading.key == "kantorwilayah" else reading

    def _ministry(self, head: _Head, at: int) -> Reading | None:
        """ "Kantor Kemenag Kota X"; the office building of others is part of no name."""
        found = self._parent(head, at)
        if found is None or "kementerian" not in found.key:
            return None
        return self._around.group(head.scene, found) or (found if found.place else None)


def _past_age(scene: Scene, at: int) -> int:
    """Behind "Putri", "U-23" and the like."""
    lowers = scene.page.lowers
    while at < scene.end:
        if lowers[at] == "u" and at + 2 < scene.end and lowers[at + 1] == "-" and lowers[at + 2].isdigit():
            at += 3
        elif lowers[at] in _TEAMS or (lowers[at][0] == "u" and lowers[at][1:].isdigit()):
            at += 1
        else:
            break
    return at
