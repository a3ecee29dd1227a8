"""Organisations that only the words before them tell: "perusahaan teknologi Nirvara", "dilansir Harbour Post"."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.mentions.names.organizations.ground import Scene
from beritaextract.mentions.names.organizations.tables import OrganizationTables
from beritaextract.mentions.names.words import ordinary

__all__ = ["Cued", "CuedNames", "is_site"]

_SITES: Final = (".com", ".id", ".net", ".org", ".co")
_SIGNS: Final = frozenset(",.();:/\"'”“’–-")
_BEHIND_SOURCE: Final = frozenset(
    (
        "pada", "edisi", "di", "bahwa", "yang", "dari", "tentang", "soal", "terkait", "hari", "dalam", "untuk",
        "melalui", "dan", "senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu",
    )
)  # fmt: skip
_AS: Final = frozenset(("seperti", "sebagaimana", "kali", "demikian"))
_VAGUE: Final = frozenset(
    ("dilaporkan", "dikabarkan", "diberitakan", "diwartakan", "merujuk", "dihimpun", "dirangkum")
)
_LOOSE: Final = frozenset(("data", "catatan", "hasil", "dari", "pada"))
_LAND: Final = "indonesia"
_LEADERS: Final = frozenset(("direktur", "komisaris", "presiden", "direksi"))
_MANY: Final = frozenset(("direktur", "director", "manager"))
_MOST: Final = 4


class Cued(NamedTuple):
    """Words ``first`` to ``last`` (half-open) that a cue tells; ``doubt`` is what else they may be."""

    first: int
    last: int
    type: str = ""
    doubt: Literal["", "product", "person", "work"] = ""


class CuedNames:
    """Reads what stands behind cues."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables
        cues = tables.cues
        self._phrases = Lexicon((phrase, True) for phrase in cues["phrase"])
        self._company, self._soft, self._bridge = cues["company"], cues["soft"], cues["bridge"]
        self._cite, self._cite_bridge = cues["cite"], cues["cite_bridge"]
        self._report, self._report_bridge = cues["report"], cues["report_bridge"]
        self._unless = cues["unless"]
        names = cues["name"] | cues["maybe"] | cues["of"] | tables.firms
        self._heads = frozenset(tables.heads.first_words()) - names
        self._refused = (ordinary() | tables.offices | tables.titles | cues["not"] | self._heads) - names
        self._chief, self._agents = cues["chief"], cues["agent"]
        self.triggers = frozenset(
            (
                *self._phrases.first_words(), *self._company, *self._soft, *self._cite, *self._report, *self._chief,
                _LAND,
            )
        )  # fmt: skip

    def read(self, scene: Scene, at: int) -> Cued | None:
        """What the cue at word ``at`` (one of the :attr:`triggers`) tells, or None."""
        page, low = scene.page, scene.page.lowers[at]
        if low in self._cite:
            return self._cited(scene, at)
        if low in self._report:
            return self._reported(scene, at)
        if low == _LAND:
            return self._branch(scene, at)
        if low in self._chief:
            found = self._led(scene, at)
            if found is not None:
                return found
        if at and page.lowers[at - 1] in self._unless:
            return None
        phrase = self._phrases.longest(page.lowers, at, scene.end)
        if phrase is None and low not in self._company and low not in self._soft:
            return None
        # In a title or a headline the word may be part of any name: "Sekretaris Perusahaan Rudi".
        if page.forms[at] != low and not self._begins(scene, at):
            return None
        start = self._past(scene, phrase[0] if phrase else at + 1, self._bridge)
        found = self._name(scene, start)
        soft = phrase is None and low in self._soft
        return found and found._replace(type=self._type(scene, at), doubt="product" if soft else "")

    def _type(self, scene: Scene, at: int) -> str:
        """What the cue says that it is."""
        low = scene.page.lowers[at]
        return "media" if low in self._cite_bridge else "company" if low in self._company else ""

    def _begins(self, scene: Scene, at: int) -> bool:
        """Whether a word begins a sentence."""
        return at == 0 or scene.page.forms[at - 1] in (".", "?", "!", '"', "“")

    def _past(self, scene: Scene, at: int, bridge: frozenset[str]) -> int:
        """Behind small words that may stand between a cue and the name, and the land where it is from."""
        page = scene.page
        for _ in range(5):
            if at + 1 >= scene.end:
                break
            land = self._land(scene, at)
            if land > at:
                if land < scene.end and page.forms[land] == ",":
                    land += 1
                if not scene.has_capital(land) or self._name(scene, land) is None:
                    break
                return land
            if page.lowers[at] not in bridge or page.forms[at] != page.lowers[at]:
                break
            at += 1
        return at

    def _land(self, scene: Scene, at: int) -> int:
        """Where a place that begins at a word ends; ``at`` if there is none."""
        found = (
            self._tables.places.longest(scene.page.lowers, at, scene.end) if scene.has_capital(at) else None
        )
        return max(scene.lands.get(at, at), found[0] if found else at)

    def _name(self, scene: Scene, at: int) -> Cued | None:
        """The words with capitals that begin at a word, if they are the name of a firm and of nobody else."""
        page, tables, last = scene.page, self._tables, at
        while last < scene.end and last - at <= _MOST and self._proper(scene, last):
            last += 1
            if last + 1 < scene.end and page.forms[last] == "&" and self._proper(scene, last + 1):
                last += 1
            elif page.lowers[last - 1] in tables.cues["name"] and last > at + 1:
                break
        if last == at or last - at > _MOST or last <= self._land(scene, at):
            return None
        if len(page.forms[at]) < 2 and last == at + 1:
            return None
        low = page.lowers[at]
        if low in tables.leads or low in tables.given or low in tables.cues["name"]:
            return None
        # A name that goes on with other words is another name, or an ordinary word with a capital.
        if scene.has_capital(last) and page.lowers[last - 1] not in tables.cues["name"]:
            return None
        return Cued(at, last)

    def _proper(self, scene: Scene, at: int) -> bool:
        """Whether a word may stand in a name."""
        form = scene.page.forms[at]
        if not form[0].isupper() or at in scene.blocked or form in self._tables.never:
            return False
        return scene.page.lowers[at] not in self._refused

    def _cited(self, scene: Scene, at: int) -> Cued | None:
        """The source that an article cites."""
        page = scene.page
        start = self._past(scene, at + 1, self._cite_bridge)
        if page.lowers[at] in _VAGUE and (start == at + 1 or not self._as_told(scene, at)):
            return None
        if start < scene.end and is_site(page.lowers[start]):
            return Cued(start, start + 1, "media")
        found = self._name(scene, start)
        if found is None and scene.has_capital(start) and page.lowers[start] in self._tables.outlets:
            found = Cued(start, start + 1)
        return found._replace(type="media") if found and self._ends(scene, found.last) else None

    def _as_told(self, scene: Scene, at: int) -> bool:
        """Whether "dilaporkan" tells where a story is from, not what somebody told the police."""
        return self._begins(scene, at) or scene.page.lowers[at - 1] in _AS

    def _ends(self, scene: Scene, last: int) -> bool:
        """Whether a source ends here and not in the middle of something else."""
        if last >= scene.end:
            return True
        return scene.page.forms[last] in _SIGNS or scene.page.lowers[last] in _BEHIND_SOURCE

    def _reported(self, scene: Scene, at: int) -> Cued | None:
        """Who made a report, a survey or a study."""
        page = scene.page
        start = self._past(scene, at + 1, self._report_bridge)
        between = page.lowers[at + 1 : start]
        if not between or between[0] not in self._report_bridge:
            return None
        found = self._name(scene, start)
        if found is None or (page.forms[start].isupper() and _LOOSE.issuperset(between)):
            return None
        return found._replace(doubt="person") if found.last == start + 1 else found

    def _led(self, scene: Scene, at: int) -> Cued | None:
        """The firm between an office and the name behind a comma: "Founder Nirvara, Rudi Hartanto"."""
        page, low = scene.page, scene.page.lowers[at]
        before = page.lowers[at - 1] if at else ""
        if low == "utama" and before not in _LEADERS:
            return None
        found = self._name(scene, at + 1)
        if found is None or found.last + 1 >= scene.end or page.forms[found.last] != ",":
            return None
        if not self._proper(scene, found.last + 1):
            return None
        words = page.lowers[found.first : found.last]
        if not self._tables.given.isdisjoint(words) or words[0] in self._tables.cues["unit"]:
            return None
        if low in _MANY and before != "presiden" and words[-1] not in self._tables.firms:
            return None
        return None if self._tables.institutions.longest(page.lowers, found.first, found.last) else found

    def _branch(self, scene: Scene, at: int) -> Cued | None:
        """A brand before "Indonesia" that acts: "Nirvara Indonesia meluncurkan"."""
        page, first = scene.page, at
        while first > 0 and at - first < 3 and self._proper(scene, first - 1):
            first -= 1
        words = page.lowers[first:at]
        if not words or words[0].endswith("kah") or not scene.has_capital(at) or scene.has_capital(at + 1):
            return None
        if not self._tables.cues["people"].isdisjoint(words) or not self._tables.given.isdisjoint(words):
            return None
        if first > 0 and page.forms[first - 1][0].isupper() and not self._begins(scene, first - 1):
            return None
        behind = page.lowers[at + 1] if at + 1 < scene.end else ""
        before = page.lowers[first - 1] if first else ""
        acts = behind.startswith("me") and len(behind) > 6
        return (
            Cued(first, at + 1, "company")
            if acts or before in self._agents or before in self._chief
            else None
        )


def is_site(low: str) -> bool:
    """Whether a word in small letters is the address of a site."""
    return low.endswith(_SITES) and len(low) > 4 and not low.endswith(".go.id") and not low.startswith("www.")
