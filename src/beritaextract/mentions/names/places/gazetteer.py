"""What the tables of places list: regions with their codes, towns, countries, cities, districts, heads and cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.mentions.names.words import ordinary
from beritaextract.rules import RuleBook, grouped

__all__ = [
    "ADMINISTRATIVE",
    "GOVERNED",
    "HEAD",
    "NAME",
    "SOURCES",
    "Entry",
    "Gazetteer",
    "Head",
    "Level",
    "Named",
]

Level: TypeAlias = Literal[
    "country",
    "province",
    "regency",
    "city",
    "district",
    "town",
    "village",
    "street",
    "venue",
    "port",
    "site",
    "mountain",
    "water",
    "island",
    "region",
    "foreign_city",
    "world_region",
]
"""What a place is. ``regency`` is a Kabupaten, ``city`` a Kota with a government of its own, ``district`` a
Kecamatan, ``village`` a Desa or Kelurahan or a part of one, ``town`` a town or quarter without a code, ``region`` a
stretch of Indonesia with a name (Jabodetabek, Pantura), ``world_region`` one of the world (Asia Tenggara),
``foreign_city`` a city or part of another country, ``port`` also an airport or station, ``site`` a park or cave."""

ADMINISTRATIVE = frozenset(("province", "regency", "city", "district", "village"))
"""The levels whose head is no part of the name: Kabupaten Garut is Garut, but Hotel Garut is not."""

SOURCES: Mapping[Level, str] = {level: f"places.{level}" for level in get_args(Level)}
"""What a proposal of each level says of where it comes from."""

GOVERNED = frozenset(("province", "regency", "city"))

_CUES = {"local": "body", "chief": "title"}
_SETS = ("currency", "generic", "ordinary", "plain", "room", "slogan", "stop", "tail")

HEAD, NAME, DISTRICT = 1, 2, 4
"""What a word can begin."""

# First parts that are written apart or together: Tanjung Pandan, Tanjungpandan.
_APART = (
    "bandar", "banjar", "batu", "gunung", "karang", "kota", "kulon", "labuhan", "lubuk", "muara", "muaro",
    "padang", "pagar", "palangka", "pangkal", "parang", "pulau", "purwo", "suka", "sumber", "sungai", "tanjung",
    "tebing", "teluk", "tulang", "wono",
)  # fmt: skip


class Entry(NamedTuple):
    """A row of a table: ``key`` tells it from all others, ``code`` is the interior ministry's."""

    key: str
    name: str
    level: Level
    code: str | None = None


class Named(NamedTuple):
    """What a phrase can be: its rows and their keys, joined by a bar.

    ``sure`` says that it names a place without a cue, ``capitals`` that it does so only in capitals (AS, NTB).
    Without entries it only looks like a place: Polda Metro Jaya.
    """

    entries: tuple[Entry, ...]
    keys: str
    sure: bool
    capitals: bool


class Head(NamedTuple):
    """A word that a place's name follows; ``small`` tells what it is in small letters: whole, outside or no."""

    level: Level
    small: str


class Gazetteer:
    """The tables of one book as indexes.

    ``regions`` holds every named place above the district, with its aliases; ``districts`` the codes of each name of
    a district, joined by a bar; ``cues`` what a word before a name says of it.
    """

    def __init__(self, book: RuleBook) -> None:
        self.ordinary = ordinary()
        self.entries: dict[str, Entry] = {}
        words = grouped((use, word.lower()) for use, word in book.columns("place_words", "use", "word"))
        nowhere = Named((), "", sure=True, capitals=False)
        named = {**self._named(book), **dict.fromkeys(words.pop("nowhere", ()), nowhere)}
        self.regions: Lexicon[Named] = Lexicon(named.items())
        self.districts = Lexicon(_districts(book.columns("districts", "code", "name")), both="{}|{}".format)
        self.head_words = {
            row["head"].lower(): Head(cast(Level, row["level"]), row["small"])
            for row in book.table("place_heads")
        }
        self.heads: Lexicon[Head] = Lexicon(self.head_words.items())
        self.small_heads = frozenset(
            head.partition(" ")[0] for head, row in self.head_words.items() if row.small != "no"
        )
        self.words = {use: words.pop(use, frozenset()) for use in _SETS}
        self.leads = self.words["room"].union(
            head for head, row in self.head_words.items() if row.small != "no"
        )
        self.local = frozenset((*words.get("local", ()), *words.get("chief", ())))
        self.cues = {word: _CUES.get(use, use) for use, those in words.items() for word in those}
        self.cue_ends = frozenset(cue.rpartition(" ")[2] for cue in self.cues if " " in cue)
        self.begins = dict.fromkeys(self.districts.first_words(), DISTRICT)
        for lexicon, kind in ((self.regions, NAME), (self.heads, HEAD)):
            for word in lexicon.first_words():
                self.begins[word] = self.begins.get(word, 0) | kind
        self.outlets = frozenset(row["form"].lower() for row in book.table("outlets"))
        self.abbreviations = frozenset(
            row["word"]
            for row in book.table("organization_stops")
            if row["kind"] == "no" and row["word"].isupper()
        )

    def _named(self, book: RuleBook) -> dict[str, Named]:
        """All phrases of the tables of places above the district."""
        named: dict[str, Named] = {}
        for entry, row in _rows(book):
            self.entries.setdefault(entry.key, entry)
            cued = row["needs_cue"].split("|")
            aliases = row.get("aliases")
            for form in (row["name"], *aliases.split("|")) if aliases else (row["name"],):
                fresh = Named((entry,), entry.key, form not in cued, form.isupper() and len(form) <= 5)
                for spelling in _spellings(form.lower()):
                    old = named.get(spelling)
                    named[spelling] = fresh if old is None else _both(old, fresh)
        return named

    def near(self, name: str) -> Entry | None:
        """The place whose name differs from this one by a slip.

        A region may differ by one letter, or by two that changed places; any place may have lost its last letter.
        """
        name = name.lower()
        if len(name) < 6 or self.districts.get(name) is not None:
            return None
        cut = self._cut_names.get(name)
        if cut is not None:
            return cut
        for form in (name, *_shortened(name)):
            entry = self._shortened_names.get(form)
            if entry is not None:
                return entry
        return None

    @cached_property
    def _cut_names(self) -> dict[str, Entry]:
        """The places of one meaning that need no cue, by their names and aliases without the last letter."""
        return {
            phrase[:-1]: named.entries[0]
            for phrase, named in self.regions.items()
            if len(phrase) >= 7 and named.sure and len(named.entries) == 1
        }

    @cached_property
    def _shortened_names(self) -> dict[str, Entry]:
        """The regions of one meaning, by their names and by these with one letter left out."""
        found: dict[str, Entry] = {}
        for entry in self.entries.values():
            name = entry.name.lower()
            if len(name) >= 7 and entry.level in GOVERNED:
                for form in (name, *_shortened(name)):
                    found.setdefault(form, entry)
        return found


def _rows(book: RuleBook) -> Iterator[tuple[Entry, Mapping[str, str]]]:
    """The rows of all tables above the district with what each of them is."""
    for row in book.table("regions"):
        yield Entry(row["code"], row["name"], cast(Level, row["level"]), row["code"]), row
    for row in book.table("countries"):
        yield Entry(row["code"], row["name"], "country"), row
    for row in book.table("regions_extra"):
        yield Entry(row["name"], row["name"], cast(Level, row["level"])), row
    for row in book.table("towns"):
        yield Entry(f"{row['province']} {row['name']}", row["name"], "town"), row
    for row in book.table("cities"):
        yield Entry(f"{row['country']} {row['name']}", row["name"], "foreign_city"), row


def _districts(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The names of the districts and their codes."""
    for code, name in rows:
        for spelling in _spellings(name.lower()):
            yield spelling, code


def _both(old: Named, new: Named) -> Named:
    if new.entries[0] in old.entries:
        return old
    entries = (*old.entries, *new.entries)
    return Named(entries, f"{old.keys}|{new.keys}", old.sure and new.sure, old.capitals and new.capitals)


def _shortened(name: str) -> Iterator[str]:
    """The name with one letter left out, in all ways."""
    return (name[:at] + name[at + 1 :] for at in range(len(name)))


def _spellings(form: str) -> tuple[str, ...]:
    """A name in small letters, as it is and with its first two parts together or apart."""
    if " " in form:
        first, _, rest = form.partition(" ")
        return (form, first + rest) if len(form) > 6 and first.isalpha() else (form,)
    if form.startswith(_APART):
        part = next(part for part in _APART if form.startswith(part))
        if len(form) > len(part) + 2:
            return form, f"{part} {form[len(part) :]}"
    return (form,)
