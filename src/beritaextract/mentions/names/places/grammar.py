"""Places that the tables name, where the words around them are a cue or need be none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.names.places.context import SIDES, Context
from beritaextract.mentions.names.places.gazetteer import DISTRICT, HEAD, NAME, SOURCES, Gazetteer, Named
from beritaextract.mentions.names.places.heads import read_head
from beritaextract.mentions.names.proposals import Proposal

__all__ = ["Reader"]

_LOCATING = frozenset(
    (
        "di", "ke", "dari", "asal", "wilayah", "negara", "seluruh", "se", "ibukota", "kota", "kawasan", "menuju",
        "kelahiran", "perbatasan", "dan", "atau", ",", "(", "-",
    )
)  # fmt: skip
_FIRM = frozenset(("di", "ke", "dari", "asal"))
_LISTING = frozenset((",", "(", "dan", "ke", "dari", "wilayah", "warga", "daerah", "asal"))
_SERIES = frozenset((",", ";", "dan", "serta", ":"))
_FEWEST_LISTED = 2
_PARENT = 5  # letters of a regency's code in its districts'
_DISTRICT = SOURCES["district"]
_OFFICES = {
    **dict.fromkeys(("bupati", "wabup", "pemkab", "kabupaten", "kab", "sekkab"), "regency"),
    **dict.fromkeys(("kota", "walikota", "wawali", "pemkot", "pemko", "kotamadya", "sekkot"), "city"),
    **dict.fromkeys(
        ("gubernur", "wagub", "pemprov", "polda", "kapolda", "kejati", "kajati", "provinsi"), "province"
    ),
}
"""Words that tell which of several regions of one name is meant: Bupati Kediri, Wali Kota Kediri."""


class _Doubtful(NamedTuple):
    """A name that lacks a cue here; the same name with one elsewhere in the text makes it sure.

    So does the second mention of a country that only acts or owns in the first.
    """

    first: int
    last: int
    named: Named
    alone: bool


class _Listed(NamedTuple):
    """What may be a district, if the text names its regency too: "dari Suoh dan Sukau"."""

    first: int
    last: int
    codes: str


class Reader:
    """Reads one page from left to right."""

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self._context = Context(page, gazetteer)
        self._doubtful: list[_Doubtful] = []
        self._listed: list[_Listed] = []

    def read(self, hits: Iterable[int]) -> list[Proposal]:
        """The places that are sure; ``hits`` are the words that can begin one."""
        context = self._context
        for block in context.page.blocks:
            if block.kind == "dateline":
                context.block = block
                self._read_dateline(block)
        forms, lowers, small = context.forms, context.lowers, context.tables.small_heads
        hits = [at for at in hits if forms[at] != lowers[at] or lowers[at] in small]
        self._read(hits)
        self._settle_doubtful()
        self._fill_lists(hits)
        return context.found

    def _read(self, hits: Sequence[int]) -> None:
        """Tries a head, then a name of the tables, at each word that begins one."""
        context = self._context
        begins, forms, lowers = context.tables.begins, context.forms, context.lowers
        blocks = iter(context.page.blocks)
        last = end = 0
        for at in hits:
            if at < end:
                continue
            while at >= last:
                context.block = next(blocks)
                last = context.block.last
            if context.block.kind == "dateline":
                continue
            kind = begins[lowers[at]]
            end = read_head(context, at) if kind & HEAD else at
            if end == at and kind & ~HEAD and forms[at][0].isupper():
                end = self._named(at) if kind & NAME else at
                if end == at:
                    end = self._district(at)

    def _named(self, at: int) -> int:
        """Where the name of the tables at ``at`` ends; ``at`` where there is none or a cue is missing."""
        context = self._context
        hit = context.tables.regions.longest(context.lowers, at, context.block.last)
        if hit is None:
            return at
        end, named = hit
        if not context.forms[end - 1][0].isupper() or (named.capitals and not self._is_abbreviation(at, end)):
            return at
        if not named.entries:
            return end
        left = context.left(at)
        if left == "minister":
            left = "title" if named.entries[0].level == "country" else "cap"
        if left == "cap" or self._is_ticker(at, end, named):
            return end
        if left == "small" and self._is_currency(at, named):
            return context.not_a_name(at, end)
        if end < context.block.last:
            form = context.forms[end]
            if form in ".@" and self._is_address(end):
                return end
            if form[0].isupper():
                longer = self._before_a_capital(at, end, named, left)
                if longer is not None:
                    return longer
        if left in ("title", "body"):
            return self._held(at, end, named)
        return self._free(at, end, named, left)

    def _before_a_capital(self, at: int, end: int, named: Named, left: str) -> int | None:
        """Where a name ends that the next word makes longer, or another thing; ``None`` where it does not."""
        context = self._context
        if context.goes_on(end):
            return end + 1
        low = context.lowers[end]
        if named.entries[0].level == "country" and low in context.tables.words["slogan"]:
            return context.not_a_name(at, end + 1)  # Indonesia Emas
        sided = left != "chunk" and low in SIDES and context.ends(end + 1)
        if sided and (named.sure or self._is_cued(at, end, left)):
            return self._beside(at, end + 1, named)
        district = context.tables.districts.longest(context.lowers, at, context.block.last)
        if district is not None and district[0] > end:
            if left == "before":
                return context.add(at, district[0], "district", district[1])
            found = self._district(at)
            return found if found > at else None
        return None

    def _free(self, at: int, end: int, named: Named, left: str) -> int:
        """Where a name without an office before it ends."""
        context = self._context
        level = named.entries[0].level
        cued = named.sure or self._is_cued(at, end, left)
        if left == "chunk":
            if named.sure:
                return context.add(at, end, level, self._meant(at, named))
            return at
        ends = context.ends(end)
        if ends and cued and (level != "country" or context.before(at) in _LOCATING):
            return context.add(at, end, level, self._meant(at, named))
        if ends or context.block.kind == "headline":
            self._doubtful.append(_Doubtful(at, end, named, ends and named.sure))
        return end if named.sure else at

    def _held(self, at: int, end: int, named: Named) -> int:
        """Where a name ends that an office or a title stands before: Bupati Garut, Polsek Padang Ratu."""
        context = self._context
        before = context.before(at)
        if not named.sure:
            provincial = _OFFICES.get(before) == "province"
            if provincial and all(each.level in ("regency", "city") for each in named.entries):
                return end  # Polda Metro
            follows = (
                context.tables.regions.longest(context.lowers, end, context.block.last)
                if (end < context.block.last and context.forms[end][0].isupper())
                else None
            )
            if follows is not None and follows[1].sure:
                return at  # Kapolres Metro Jakarta Pusat
        return context.add(at, end, named.entries[0].level, self._meant(at, named))

    def _is_cued(self, at: int, end: int, left: str) -> bool:
        """Whether the word before a name says enough of it: "warga Negara" is no town, "di Negara" is."""
        context = self._context
        if left != "before" or context.lowers[at] not in context.tables.ordinary:
            return left == "before"
        small = end == context.block.last or not context.forms[end][0].isupper()
        return small and context.before(at) in _FIRM

    def _is_currency(self, at: int, named: Named) -> bool:
        """Whether a country tells a currency from others: dolar AS."""
        return (
            named.entries[0].level in ("country", "foreign_city")
            and self._context.before(at) in self._context.tables.words["currency"]
        )

    def _beside(self, at: int, end: int, named: Named) -> int:
        """A place that is called after one of the tables: a district, or one that no table has."""
        district = self._context.tables.districts.longest(self._context.lowers, at, end)
        if district is not None and district[0] == end:
            return self._context.add(at, end, "district", district[1])
        return self._context.add(at, end, "town" if named.entries[0].code is None else "region")

    def _is_abbreviation(self, at: int, end: int) -> bool:
        """Whether letters such as AS are the name and not the initials of a person of 57 years."""
        forms, last = self._context.forms, self._context.block.last
        return forms[at].isupper() and not (end + 1 < last and forms[end] == "(" and forms[end + 1].isdigit())

    def _is_ticker(self, at: int, end: int, named: Named) -> bool:
        """Whether a name in capitals and brackets is a company's share: "(JAWA)"."""
        forms, block = self._context.forms, self._context.block
        if named.capitals or not forms[at].isupper() or end >= block.last or at == block.first:
            return False
        return forms[at - 1] == "(" and forms[end] == ")"

    def _is_address(self, end: int) -> bool:
        """Whether a name goes on as the address of a site: TRIBUN-PAPUA.COM."""
        context = self._context
        if end + 1 >= context.block.last:
            return False
        return context.lowers[end + 1] in ("com", "co", "id") and context.glued(end)

    def _meant(self, at: int, named: Named) -> str:
        """Of several regions of one name the one whose office stands before it, else all."""
        if len(named.entries) > 1:
            level = _OFFICES.get(self._context.before(at))
            fitting = [each.key for each in named.entries if each.level == level]
            if fitting:
                return "|".join(fitting)
        return named.keys

    def _district(self, at: int) -> int:
        """A district with a cue: after "di" or Polsek, or with its regency after a comma."""
        context = self._context
        before = context.before(at)
        local = before in context.tables.local
        if before and not local and context.forms[at - 1][0].isupper():
            return at
        hit = context.tables.districts.longest(context.lowers, at, context.block.last)
        if hit is None or not context.forms[hit[0] - 1][0].isupper():
            return at
        end, codes = hit
        if local:
            return context.add(at, end, "district", codes)
        if end == at + 1 and self._is_common(context.lowers[at], before):
            return at
        within = context.within(codes, end)
        if within:
            return context.add(at, end, "district", within)
        alone = end == context.block.last or not context.forms[end][0].isupper()
        if not alone or context.lowers[at] in context.written_small:
            return at
        if context.forms[at - 1] == "di" and before:
            return context.add(at, end, "district", codes if within is None else "")
        if before in _LISTING:
            self._listed.append(_Listed(at, end, codes))
        return at

    def _is_common(self, low: str, before: str) -> bool:
        """Whether a word is hardly ever the district that it may be: Juli, Ibu, Merek."""
        tables = self._context.tables
        return low in tables.words["stop"] or (before not in _FIRM and low in tables.ordinary)

    def _read_dateline(self, block: Block) -> None:
        """The place of a dateline: the first name of the tables, else its first stretch of capitalised words."""
        context = self._context
        for at in range(block.first, block.last):
            hit = context.tables.regions.longest(context.lowers, at, block.last)
            if hit is not None and hit[1].entries and context.forms[at][0].isupper():
                context.add(at, hit[0], hit[1].entries[0].level, hit[1].keys)
                return
        end = block.first
        while end < block.last and context.forms[end].isalpha():
            end += 1
        name = " ".join(context.lowers[block.first : end])
        if end + 1 < block.last and context.forms[end] == "." and self._is_address(end):
            return
        if block.first < end <= block.first + 3 and name not in context.tables.outlets:
            context.add(block.first, end, "town")

    def _settle_doubtful(self) -> None:
        if not self._doubtful and not self._listed:
            return
        context = self._context
        sure = {key for place in context.found if place.entry for key in place.entry.split("|")}
        seen: set[str] = set()
        repeated: set[str] = set()
        for each in self._doubtful:
            if each.alone:
                (repeated if each.named.keys in seen else seen).add(each.named.keys)
        for first, last, named, alone in self._doubtful:
            if (alone and named.keys in repeated) or any(each.key in sure for each in named.entries):
                context.add(first, last, named.entries[0].level, named.keys)
        for first, last, codes in self._listed:
            within = [code for code in codes.split("|") if code[:5] in sure]
            if len(within) == 1:
                context.add(first, last, "district", within[0])

    def _fill_lists(self, hits: Sequence[int]) -> None:
        """Adds the districts of a list in which two of one regency stand: "Mengwi 2 hektar dan Petang 13 hektar"."""
        context = self._context
        codes = [each for each in context.found if each.source == _DISTRICT and each.entry]
        if len(codes) < _FEWEST_LISTED:
            return
        firsts = [block.first for block in context.page.blocks]
        seen: dict[int, Counter[str]] = {}
        for each in codes:
            parents = {code[:_PARENT] for code in str(each.entry).split("|")}
            seen.setdefault(bisect_right(firsts, each.first) - 1, Counter()).update(parents)
        for number, counts in seen.items():
            listed = {parent for parent, times in counts.items() if times >= _FEWEST_LISTED}
            if listed:
                self._fill(context.page.blocks[number], listed, hits)

    def _fill(self, block: Block, parents: Set[str], hits: Sequence[int]) -> None:
        """Adds what a paragraph lists of the districts of some regencies."""
        context = self._context
        context.block = block
        taken = {each.first for each in context.found if each.source == _DISTRICT}
        begins = context.tables.begins
        for at in hits[bisect_left(hits, block.first) : bisect_left(hits, block.last)]:
            if at in taken or not begins[context.lowers[at]] & DISTRICT or context.before(at) not in _SERIES:
                continue
            hit = context.tables.districts.longest(context.lowers, at, block.last)
            if hit is None or not context.ends(hit[0]) or not context.forms[at].istitle():
                continue
            within = [code for code in hit[1].split("|") if code[:_PARENT] in parents]
            whole = context.tables.regions.longest(context.lowers, at, hit[0])
            if within and (whole is None or parents.isdisjoint(whole[1].keys.split("|"))):
                context.add(at, hit[0], "district", "|".join(within))
