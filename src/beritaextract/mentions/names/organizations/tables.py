"""What the tables know of organisations: institutions by name, heads of names, ordinary words, regions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from beritaextract.mentions.names.lexicon import Lexicon
from beritaextract.mentions.names.persons.cues import name_words
from beritaextract.mentions.names.spelling import distance
from beritaextract.rules import RuleBook, cells, grouped

__all__ = ["SLUGS", "TYPES", "Head", "Institution", "OrganizationTables", "near", "squeezed"]

TYPES = (
    "agency", "association", "bank", "club", "company", "court", "foundation", "government", "hospital",
    "international", "legislature", "media", "military", "ministry", "party", "police", "prosecutor", "school",
    "university",
)  # fmt: skip
"""What ``Organization.type`` may be; an organisation that only the model knows has none."""

_OFFICIAL = frozenset(("agency", "ministry", "court", "police", "prosecutor"))
_SMALL = frozenset(("kantor", "kejaksaan", "pemerintah", "pengadilan", "tim", "timnas"))
SLUGS = frozenset(
    ("pemkab", "pemkot", "pemprov", "polres", "polresta", "polda", "polsek", "kejari", "kejati", "dprd")
)
"""Short heads that are clear in small letters too, where a region follows: "pemkab lambar"."""
_WORD = re.compile(r"\w+(?:['’`‘]\w+)*|[^\w\s]")


class Head(NamedTuple):
    """A word that names of organisations begin with, and what may follow it; ``key`` is its full form, squeezed.

    ``takes`` says what: ``place``, ``land`` (a place that is known), ``subject`` (the field of an office), ``name``,
    ``words`` (the name of a society), ``number``, ``parent`` (another organisation), ``ministry``. ``alone``: "yes"
    where the head is a name though nothing follows, "short" where it then stands for any name that begins with
    it. ``plural``: "kejari se-Kalsel" is a group.
    """

    full: str
    key: str
    type: str
    takes: tuple[str, ...]
    alone: str
    plural: bool
    shape: tuple[int, ...]


class Institution(NamedTuple):
    """An institution; ``key`` is its name, squeezed.

    A ``weak`` form may be something else as well; ``field`` is the context that the row needs. ``shape`` says for each
    word how it must be printed: 2 in capitals, 1 with a capital, 0 in any way.
    """

    name: str
    key: str
    type: str
    weak: bool
    field: str
    shape: tuple[int, ...]


def squeezed(phrase: str) -> str:
    """A phrase in small letters without spaces and signs.

    >>> squeezed("Tulang Bawang"), squeezed("PT. Bank Lampung")
    ('tulangbawang', 'ptbanklampung')
    """
    phrase = phrase.lower()
    return phrase if phrase.isalnum() else "".join(filter(str.isalnum, phrase))


def near(one: str, two: str) -> bool:
    """Whether two long words differ in one letter, of eleven letters or more in two; a slip, not another word.

    >>> near("ngeri", "negeri"), near("ketenakerjaan", "ketenagakerjaan"), near("tinggi", "negeri")
    (True, True, False)
    """
    if one == two or one[:1] != two[:1] or min(len(one), len(two)) < 5:
        return False
    slips = 1 if min(len(one), len(two)) < 11 else 2
    return abs(len(one) - len(two)) <= slips and distance(one, two, swaps=True) <= slips


class OrganizationTables:
    """The tables, by the small-letter words of their phrases.

    ``forms`` are all forms of institutions, ``starts`` the words that any head or institution begins with; ``cues``
    are the words of each kind of ``organization_cues.csv``; ``places`` leads from a region's or country's name or
    alias to its name, squeezed; ``regions`` and
    ``provinces`` are such names of Indonesia.
    """

    def __init__(self, book: RuleBook) -> None:
        heads = dict(_heads(book))
        institutions = _institutions(book)
        self.heads = Lexicon(heads.items())
        self.institutions = Lexicon(institutions.items())
        self.forms = frozenset(institutions)
        follow = _follow((*heads, *institutions))
        self.starts = frozenset(follow)
        plural = (phrase for phrase, head in heads.items() if head.plural and " " not in phrase)
        self.small_starts = frozenset(plural) | _SMALL | SLUGS
        self.seconds: dict[str, tuple[str, ...]] = _seconds(heads, institutions)
        self.follow = {first: words for first, words in follow.items() if words and first not in self.seconds}
        """First word → the words that follow it in all phrases, for those that stand for nothing alone."""
        self.words = frozenset(row["word"] for row in book.table("organization_words"))
        self.degrees = frozenset(row["degree"].replace(".", "").lower() for row in book.table("degrees"))
        self.given = frozenset(row["name"].lower() for row in book.table("given_names"))
        self.outlets = {row["form"].lower(): row["outlet"] for row in book.table("outlets")}
        self.outlet_forms: dict[str, list[str]] = {}
        for form, outlet in self.outlets.items():
            self.outlet_forms.setdefault(outlet, []).append(form)
        stops = grouped(book.columns("organization_stops", "kind", "word"))
        self.stand_before = stops["before"]
        cues = book.columns("organization_cues", "kind", "word")
        self.cues: Mapping[str, frozenset[str]] = grouped((kind, word.lower()) for kind, word in cues)
        self.things = name_words(book)["thing"]
        self.naming = self.cues["name"] | self.cues["maybe"] | self.cues["of"]
        self.triggers = frozenset().union(*(self.cues[kind] for kind in ("chief", "name", "maybe", "unit")))
        self.acts = stops["behind"] | self.cues["act"]
        self.fields = {field: stops[field] for field in ("sport", "party")}
        self.never = stops["no"]
        self.senses = {
            kind.partition(":")[2]: words for kind, words in self.cues.items() if kind.startswith("not:")
        }
        self.leads = frozenset(word.lower() for word in stops["lead"])
        self.titles = frozenset(word.lower() for word in stops["title"])
        self.offices = stops["office"] | self.cues["role"]
        self.events = frozenset(word.lower() for word in stops["event"] | self.cues["event"])
        self.firms = frozenset(word.lower() for word in stops["firm"])
        self.phrases = Lexicon((phrase, True) for phrase in stops["phrase"])
        self.places = Lexicon(_places(book))
        regions = [(squeezed(name), level) for name, level in book.columns("regions", "name", "level")]
        extra = book.columns("regions_extra", "name", "level")
        stretches = (squeezed(name) for name, level in extra if level == "region")
        self.regions = frozenset((*(name for name, _ in regions), *stretches))
        self.provinces = frozenset(name for name, level in regions if level == "province")


def _follow(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """First word → second words of the phrases; none where one phrase is the word alone."""
    follow: dict[str, set[str]] = {}
    alone = set()
    for phrase in phrases:
        words = _WORD.findall(phrase.lower())
        if len(words) > 1:
            follow.setdefault(words[0], set()).add(words[1])
        elif words:
            alone.add(words[0])
    return {first: frozenset(() if first in alone else follow[first]) for first in alone | follow.keys()}


def _seconds(
    heads: Mapping[str, Head], institutions: Mapping[str, Institution]
) -> dict[str, tuple[str, ...]]:
    """First word → long second words of heads and offices with two words, to tell a slip from a name."""
    seconds: dict[str, set[str]] = {}
    phrases = [*heads, *(form for form, row in institutions.items() if row.type in _OFFICIAL)]
    for phrase in phrases:
        words = phrase.lower().split()
        if len(words) == 2 and len(words[1]) > 4:
            seconds.setdefault(words[0], set()).add(words[1])
    return {first: tuple(sorted(words)) for first, words in seconds.items()}


def _heads(book: RuleBook) -> Iterator[tuple[str, Head]]:
    for row in book.table("organization_heads"):
        takes = tuple(row["takes"].split("|"))
        yield (
            row["head"].lower(),
            Head(
                row["full"] or row["head"],
                squeezed(row["full"] or row["head"]),
                row["type"],
                takes,
                row["alone"],
                bool(row["plural"]),
                _shapes(row["head"]),
            ),
        )


def _institutions(book: RuleBook) -> dict[str, Institution]:
    """The forms of all rows in small letters; of two rows with one form the one that asks least stays."""
    forms: dict[str, Institution] = {}
    columns = ("name", "forms", "weak", "type", "field")
    for name, strong, weak, type_, field in book.columns("institutions", *columns):
        key = squeezed(name)
        listed = [name, *strong.split("|")] if strong else [name]
        doubtful = weak.split("|") if weak else []
        for at, form in enumerate((*listed, *doubtful)):
            made = Institution(name, key, type_, at >= len(listed), field, _shapes(form))
            known = forms.get(form.lower())
            if known is None or (made.weak, made.shape) < (known.weak, known.shape):
                forms[form.lower()] = made
    return forms


def _shapes(form: str) -> tuple[int, ...]:
    words = (form,) if form.isalnum() else _WORD.findall(form)
    return tuple(2 if word.isupper() and len(word) > 1 else int(word[:1].isupper()) for word in words)


def _places(book: RuleBook) -> Iterator[tuple[str, str]]:
    for table in ("regions", "countries", "regions_extra"):
        for row in book.table(table):
            name = squeezed(row["name"])
            for form in cells(row, "name", "aliases"):
                yield form, name
                if " " in form:
                    yield form.replace(" ", ""), name
    for form in ("RI", "Republik Indonesia"):
        yield form, "indonesia"
