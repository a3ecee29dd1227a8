"""Persons that their context gives away: a title, a rank, a verb of saying, an age in brackets."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from itertools import chain, compress, count

from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.names.persons.affixes import Affixes
from beritaextract.mentions.names.persons.shapes import NameShapes
from beritaextract.mentions.names.persons.titles import Title, Titles
from beritaextract.mentions.names.proposals import Proposal

__all__ = ["PersonSearch", "called_behind", "cue_words"]

_NAMED = ("bernama", "nama")
_KNOWN_BY = frozenset(("akrab", "karib"))
_INITIALS = ("berinisial", "inisial")
_LONGEST_INITIALS = 4
_NEAR_GOAL = 15
_SPELT = frozenset(("initials", "age"))
_CALLS = ("alias", "disapa", "dipanggil")
_CLOSES_SPEECH = frozenset(('"', "”", "“", "'", "’", ",", ".", "?", "!"))
_PRINTED_AS = frozenset(
    ("initials", "nickname", "familiar", "son")
)  # what the cue says is a name, whatever the word


def cue_words(affixes: Affixes, titles: Titles, shapes: NameShapes) -> dict[str, str]:
    """The words at which a search looks closer, with the kind of cue that each is."""
    cues: dict[str, str] = {}
    for kind, words in (
        ("given", shapes.given),
        ("called", (*_CALLS, *shapes.cues["called behind"])),
        ("named", _NAMED),
        ("initials", _INITIALS),
        ("says", shapes.cues["says"]),
        ("before", affixes.honorifics | affixes.ranks | affixes.degrees),
        ("title", titles.heads),
        ("suffix", affixes.suffixes),
        ("age", ("(",)),
        ("son", ("bin", "binti")),
        ("familiar", ("gus", "bung", "cak", "mbah", "kang", "bang", "mas", "mbak")),
        ("balinese", ("i", "ni")),
        ("nickname", shapes.nickname_heads),
        ("scores", shapes.cues["scores"]),
    ):
        cues.update(dict.fromkeys(words, kind))
    return cues


def called_behind(page: Page, at: int, words: Container[str]) -> bool:
    """Whether the words from ``at`` on say that a name before them is what somebody is called: *sapaan akrabnya*."""
    start = at + (page.forms[at] in ",(") if at < len(page.forms) else at
    behind = page.lowers[start : start + 2]
    if not behind or behind[0] not in words:
        return False
    return behind[0].endswith("nya") or behind[-1].endswith("nya")


class PersonSearch:
    """One look through one page; ``found`` are the persons proposed so far."""

    def __init__(
        self, page: Page, known: Sequence[Proposal], affixes: Affixes, titles: Titles, shapes: NameShapes
    ) -> None:
        self.found: list[Proposal] = []
        self._page = page
        self._affixes = affixes
        self._titles = titles
        self._shapes = shapes
        self._things = {each.first: each.last for each in known if each.label is not None}
        self._things_end = frozenset(self._things.values())
        self._closed = set(chain.from_iterable([range(each.first, each.last) for each in known]))
        self._done = 0
        self._initials: set[str] = set()

    def look(self, at: int, cue: str, block: Block) -> None:
        """Look for a person at a cue word; words that were read already are passed over."""
        if at >= self._done and at not in self._closed:
            _LOOKS[cue](self, at, block)

    def repeat_initials(self) -> None:
        """Add the further places of the initials found: "RT (34) ... saat itu RT mengaku"."""
        if not self._initials:
            return
        page = self._page
        taken = {word for each in self.found for word in range(each.first, each.last)}
        for at in compress(count(), map(self._initials.__contains__, page.forms)):
            beside = (*page.forms[max(0, at - 1) : at], *page.forms[at + 1 : at + 2])
            if at in taken or any(form[0].isalpha() and form.isupper() for form in beside):
                continue
            if not self._titles.country(page, at, at + 1):
                self.found.append(Proposal(at, at + 1, "PER", "persons.initials"))

    def _add(self, first: int, last: int, source: str, *, wary: bool = False) -> None:
        page = self._page
        if first < last and page.lowers[first] in self._affixes.beside:
            first = min(self._affixes.leading(page, first, last).end, last)
        if first >= last or (self.found and self.found[-1].first <= first < self.found[-1].last):
            return
        if source not in _PRINTED_AS and self._shapes.is_unlikely(page, first, last, wary=wary):
            return
        self.found.append(Proposal(first, last, "PER", f"persons.{source}"))
        self._done = max(self._done, last)
        form = page.forms[first]
        if source in _SPELT and last - first == 1 and form.isupper() and 1 < len(form) <= _LONGEST_INITIALS:
            self._initials.add(form)

    def _name(self, at: int, block: Block, *, affixed: bool = False) -> int:
        """Where the name that begins with word ``at`` ends; ``at`` where none begins there."""
        if at >= block.last or not self._shapes.begins(self._page, at) or at in self._closed:
            return at
        initials = affixed and self._page.forms[at].isupper()  # AKP PM Tambunan
        page, titles = self._page, self._titles
        if not initials and titles.cuts(page, at, block.last):
            return at
        end = self._shapes.end(page, at, block.last, self._closed)
        for here in range(at + 1, end):
            if self._affixes.is_degree(page, here):
                return here
            if page.lowers[here] in titles.breaks and (
                titles.cuts(page, here, block.last)
                or (here > at + 1 and titles.region(page, here, end, sure=False))
            ):
                return here
        return end

    def _is_given(self, at: int) -> bool:
        return self._page.lowers[at] in self._shapes.given

    def _at_title(self, at: int, block: Block) -> None:
        page = self._page
        if self._titles.is_lone(page, at, block.last) and page.lowers[at] not in self._affixes.beside:
            return
        title = self._titles.read(page, at, block.last, self._things)
        if title is None:
            self._at_before(at, block)
            return
        here = self._done = title.last
        comma = here < block.last and page.forms[here] == ","
        lead = self._affixes.leading(page, here + comma, block.last)
        affixed = lead.end > here + comma
        end = self._name(lead.end, block, affixed=affixed)
        if end == lead.end:
            return
        if page.lowers[end : end + 2] == ["yang", "bernama"]:
            return
        last = lead.end if affixed else end - 1
        for word in range(lead.end, last):  # an unknown institution's last words, or a rank, before the name
            if self._titles.is_word(page, word) or self._titles.is_rank(page, word):
                lead = lead._replace(end=word + 1)
        first = lead.end
        region = self._titles.region(page, first, end, sure=True) if here in self._things_end else 0
        if 0 < region < end and self._is_given(region):  # Kepala Balai Arsip Jambi Bengkulu Agus Wijaya
            first = region
        if not affixed and not self._is_given(first) and not self._is_balinese(first):
            if title.kind in ("case", "job") and title.takes:
                return
            given = self._behind_unknown(title, here, first, end)
            settled = (
                title.settled and not self._titles.is_word(page, first) and self._closes(first, end, block)
            )
            if not given and not settled:
                return
            if not given and self._goes_on_as_body(end, block):
                return
            first = given or first
        self._add(first, end, "title", wary=not (affixed or comma))

    def _behind_unknown(self, title: Title, here: int, first: int, last: int) -> int:
        """Where the given name stands that follows an unknown institution or place behind a title; 0 for none."""
        page = self._page
        if not title.takes or here in self._things_end or len(page.forms[first]) < 3:
            return 0
        if page.lowers[first] in self._affixes.familiar or page.forms[first + 1 : first + 2] == ["."]:
            return 0
        return next((word for word in range(first + 1, last - 1) if self._is_given(word)), 0)

    def _goes_on_as_body(self, at: int, block: Block) -> bool:
        """Whether an unknown institution goes on behind what looks like a name: its country, its short form."""
        page = self._page
        if at >= block.last:
            return False
        if page.forms[at] == "(" and at + 2 < block.last:
            return page.forms[at + 2] == ")" and len(page.forms[at + 1]) > 1 and page.forms[at + 1].isupper()
        return self._titles.country(page, at, block.last) > 0

    def _closes(self, first: int, last: int, block: Block) -> bool:
        """Whether what stands behind a title is a name by its end: one word alone goes on in small letters."""
        forms = self._page.forms
        if last - first > 1 or last >= block.last:
            return True
        if forms[last] == "," and last + 1 < block.last and forms[last + 1][0].isupper():
            return bool(self._titles.is_role(self._page, last + 1, block.last))
        ends = (
            not forms[last][0].isupper()
            or last in self._closed
            or self._page.lowers[last] in self._shapes.stops
        )
        return ends and not forms[first].isupper()

    def _at_before(self, at: int, block: Block) -> None:
        """An honorific, a degree or a rank."""
        page = self._page
        lead = self._affixes.leading(page, at, block.last)
        if lead.end == at:
            if self._is_given(at):
                self._at_given(at, block)
            return
        if at > block.first and page.lowers[at - 1] in self._shapes.cues["building"]:
            return
        if (
            page.lowers[at] in self._shapes.cues["name too"]
            and at > block.first
            and page.forms[at - 1][0].isupper()
        ):
            return
        self._done = lead.end
        if lead.end < block.last and not self._titles.is_word(page, lead.end):
            self._add(lead.end, self._name(lead.end, block, affixed=True), "affix")

    def _at_says(self, at: int, block: Block) -> None:
        page = self._page
        if at + 1 >= block.last:
            return
        before = page.lowers[at - 1] if at > block.first else ","
        if before not in _CLOSES_SPEECH and before not in self._shapes.cues["before says"]:
            return
        lead = self._affixes.leading(page, at + 1, block.last)
        if lead.end >= block.last or self._titles.is_word(page, lead.end):
            return
        end = self._name(lead.end, block)
        if end > lead.end and not page.forms[lead.end].isupper():
            self._add(lead.end, end, "says")

    def _at_called(self, at: int, block: Block) -> None:
        low = self._page.lowers[at]
        if low == "alias" and self._page.forms[at - 1][0].islower():
            return
        if low in self._shapes.cues["called behind"]:
            self._at_called_behind(at, block)
            return
        lead = self._affixes.leading(self._page, at + 1, block.last)
        self._add(lead.end, self._name(lead.end, block), "called")

    def _at_called_behind(self, at: int, block: Block) -> None:
        """Onyo, sapaan akrabnya: the word before is what the person named before is called."""
        page = self._page
        word = at - 1 - (page.forms[at - 1] in ",(")
        if word < block.first or not called_behind(page, word + 1, self._shapes.cues["called behind"]):
            return
        if self._shapes.begins(page, word) and word not in self._closed:
            self._add(word, word + 1, "called")

    def _at_named(self, at: int, block: Block) -> None:
        lowers = self._page.lowers
        known = lowers[at] == "nama" and lowers[at - 1] == "dengan" and lowers[at - 2] in _KNOWN_BY
        if at + 1 < block.last and (known or (lowers[at] != "nama" and self._is_given(at + 1))):
            self._add(at + 1, self._name(at + 1, block), "called")

    def _at_initials(self, at: int, block: Block) -> None:
        page = self._page
        if at + 1 < block.last and page.forms[at + 1].isupper() and len(page.forms[at + 1]) <= 4:
            self._add(at + 1, at + 2, "initials")

    def _at_age(self, at: int, block: Block) -> None:
        """A name with an age in brackets: Rian (23)."""
        page = self._page
        if at + 2 >= block.last or page.forms[at + 2] != ")":
            return
        age = page.forms[at + 1]
        if not (age.isdecimal() and 1 <= len(age) <= 2):
            return
        first = self._shapes.start(page, at, block.first, self._closed)
        while first < at and self._titles.is_word(page, first):
            first += 1
        if first < at and self._plain(first, at, block):
            self._add(first, at, "age")

    def _at_suffix(self, at: int, block: Block) -> None:
        """Degrees behind a name: Rudi Prabowo Aji SH MH."""
        page = self._page
        if not self._affixes.is_degree(page, at) or at == block.first:
            return
        comma = page.forms[at - 1] == ","
        last = at - comma
        first = self._shapes.start(page, last, block.first, self._closed)
        dotted = "." in page.forms[at]
        several = len(self._affixes.trailing(page, at, block.last).degrees) > 1
        if (dotted or several) and last - first >= 2 and self._plain(first, last, block):
            self._add(first, last, "degree")

    def _at_nickname(self, at: int, block: Block) -> None:
        """A person known to everybody by a short name: SBY, Gus Dur."""
        page = self._page
        known = self._shapes.nicknames.longest(page.lowers, at, block.last)
        if at > block.first and page.forms[at].isupper() and page.forms[at - 1].isupper():
            return
        if known is not None and known[1] == " ".join(page.forms[at : known[0]]):
            self._add(at, known[0], "nickname")
        elif page.lowers[at] in self._affixes.familiar:
            self._at_familiar(at, block)
        elif page.lowers[at] in self._affixes.honorifics:
            self._at_before(at, block)
        elif self._is_given(at):
            self._at_given(at, block)

    def _at_familiar(self, at: int, block: Block) -> None:
        """Gus Ipul, Bung Tomo: the word belongs to the name by which everybody knows the person."""
        page = self._page
        if at + 1 == block.last or not page.forms[at].istitle() or self._titles.is_word(page, at + 1):
            return
        if (
            at > block.first
            and page.forms[at - 1][0].isupper()
            and page.lowers[at - 1] not in self._shapes.stops
        ):
            return
        end = self._name(at + 1, block)
        if end > at + 1 and page.forms[at + 1].istitle():
            self._add(at, end, "familiar")

    def _is_balinese(self, at: int) -> bool:
        """Whether the article of a Balinese name stands at word ``at``: I Nyoman, Ni Made."""
        after = self._page.lowers[at + 1 : at + 2]
        return self._page.forms[at] in ("I", "Ni") and not self._shapes.cues["balinese"].isdisjoint(after)

    def _at_balinese(self, at: int, block: Block) -> None:
        if at + 1 < block.last and self._is_balinese(at):
            self._add(at, self._name(at, block), "given")

    def _at_scores(self, at: int, block: Block) -> None:
        """Who scores or passes: "gol Sri Lestari", "lewat Sri Lestari pada menit ke-20"."""
        page = self._page
        if at + 2 >= block.last or not page.forms[at + 1].istitle():
            return
        near = page.lowers[max(block.first, at - _NEAR_GOAL) : min(block.last, at + _NEAR_GOAL)]
        if "menit" not in near and "gol" not in near:
            return
        end = self._name(at + 1, block)
        if end - at > 2 and self._plain(at + 1, end, block):
            self._add(at + 1, end, "scores", wary=True)

    def _at_son(self, at: int, block: Block) -> None:
        first = self._shapes.start(self._page, at, block.first, self._closed)
        if first < at:
            self._add(first, self._name(first, block), "son")
        elif at > block.first and at - 2 not in self._closed and self._page.forms[at - 1].istitle():
            # a country, but not the end of a longer name: Afrika bin Harun
            end = self._name(at + 1, block)
            if end > at + 1:
                self._add(at - 1, end, "son")

    def _at_given(self, at: int, block: Block) -> None:
        """A name that begins with a common given name."""
        page = self._page
        if not page.forms[at][0].isupper():
            return
        before = at - 1
        if (
            at > block.first
            and page.forms[before][0].isupper()
            and page.lowers[before] not in self._shapes.stops
        ):
            return
        end = self._name(at, block)
        if end - at >= 2:
            if at == block.first or page.lowers[at - 1] not in self._shapes.cues["building"]:
                self._add(at, end, "given")
        elif end > at and end < block.last and page.lowers[end] in self._shapes.cues["spoke"]:
            self._add(at, end, "given")

    def _plain(self, first: int, last: int, block: Block) -> bool:
        """Whether no word from ``first`` to ``last`` belongs to a title."""
        page = self._page
        return not any(
            self._titles.cuts(page, word, block.last) or (word > first and self._titles.is_word(page, word))
            for word in range(first, last)
        )


_LOOKS: Mapping[str, Callable[[PersonSearch, int, Block], None]] = {
    "title": PersonSearch._at_title,
    "before": PersonSearch._at_before,
    "says": PersonSearch._at_says,
    "called": PersonSearch._at_called,
    "named": PersonSearch._at_named,
    "initials": PersonSearch._at_initials,
    "age": PersonSearch._at_age,
    "suffix": PersonSearch._at_suffix,
    "nickname": PersonSearch._at_nickname,
    "familiar": PersonSearch._at_familiar,
    "balinese": PersonSearch._at_balinese,
    "son": PersonSearch._at_son,
    "scores": PersonSearch._at_scores,
    "given": PersonSearch._at_given,
}
