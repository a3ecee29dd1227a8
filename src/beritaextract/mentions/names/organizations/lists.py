"""Members of lists: of "Nirvara, Sundara, Kelana, dan Mahardi" two known brands tell what the others are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from beritaextract.mentions.names.organizations.evidence import standing
from beritaextract.mentions.names.organizations.shapes import is_model
from beritaextract.mentions.names.organizations.tables import OrganizationTables, squeezed
from beritaextract.mentions.names.page import Block, Page
from beritaextract.mentions.names.proposals import Mention
from beritaextract.mentions.names.words import ordinary

__all__ = ["ListedNames"]

_SOURCE: Final = "organizations.listed"
_FAMILIES: Final[Mapping[str, str]] = {"company": "company", "bank": "company", "club": "club"}
_JOINTS: Final = frozenset(("dan", "serta", "atau", "maupun", "hingga"))
_OPENING: Final = frozenset(
    (
        "seperti",
        "lain",
        "yakni",
        "yaitu",
        "macam",
        "misalnya",
        "termasuk",
        "merek",
        "merk",
        "meliputi",
        ":",
        "(",
    )
)
_LONGEST: Final = 3
_MOST: Final = 40
_UNSURE: Final = 0.9


class _Around(NamedTuple):
    """A block and what is known of it: the mentions by their first words, and by any of their words."""

    page: Page
    block: Block
    firsts: Mapping[int, Mention]
    words: Mapping[int, Mention]


class _Member(NamedTuple):
    """Words ``first`` to ``last`` (half-open) of a list, and the family of what is known to stand there."""

    first: int
    last: int
    family: str


class ListedNames:
    """Finds the companies and clubs that stand in a list with two others."""

    def __init__(self, tables: OrganizationTables) -> None:
        self._tables = tables
        cues = tables.cues
        self._refused = (
            ordinary() | tables.starts | tables.offices | tables.titles | tables.leads | tables.events
            | tables.given | cues["not"] | cues["people"] | cues["product"] | cues["unit"]
        )  # fmt: skip

    def add(self, page: Page, mentions: list[Mention]) -> list[Mention]:
        """The mentions in order, with those that lists tell; a name that the model took for another is mended."""
        seeds = [each for each in mentions if each.label == "ORG" and _family(each)]
        if len(seeds) < 2:
            return mentions
        words = {word: each for each in mentions for word in range(each.first, each.last)}
        firsts = {each.first: each for each in mentions}
        told: dict[int, Mention] = {}
        begins = [each.first for each in seeds]
        for block in page.blocks:
            around = _Around(page, block, firsts, words)
            within = seeds[bisect_left(begins, block.first) : bisect_left(begins, block.last)]
            if len(within) > 1 and block.kind != "headline":
                for family, member in self._told(around, within):
                    told[member.first] = _mention(page, member, family)
        if not told:
            return mentions
        for each in list(told.values())[:_MOST]:
            self._repeat(page, each, words, told)
        kept = [each for each in mentions if each.first not in told]
        return sorted([*kept, *told.values()])

    def _told(self, around: _Around, seeds: Sequence[Mention]) -> Iterator[tuple[str, _Member]]:
        """The members of lists of a block that are unknown, and the family of the others."""
        done = 0
        for seed in seeds:
            if seed.first < done:
                continue
            members = _opened(around.page, [*self._before(around, seed)][::-1])
            members += [_Member(seed.first, seed.last, _family(seed)), *self._behind(around, seed)]
            done = members[-1].last
            families = {each.family for each in members if each.family}
            names = {around.page.lowers[each.first] for each in members if each.family}
            if len(families) == 1 and len(names) > 1 and _is_joined(around.page, members):
                family = _family(seed)
                yield from ((family, each) for each in members if not each.family)

    def _behind(self, around: _Around, seed: Mention) -> Iterator[_Member]:
        """The members behind a word of a list, to the one behind its "dan"."""
        page, at = around.page, seed.last
        for _ in range(_MOST):
            start = _past_joint(page, at, around.block.last)
            last = self._end(around, start) if start > at else start
            if last == start:
                return
            yield _Member(start, last, _known(around, start))
            if page.lowers[start - 1] in _JOINTS:
                return
            at = last

    def _before(self, around: _Around, seed: Mention) -> Iterator[_Member]:
        """The members before a word of a list, the nearest first."""
        page, at = around.page, seed.first
        for _ in range(_MOST):
            last = _before_joint(page, at, around.block.first)
            if last == at:
                return
            known = around.words.get(last - 1)
            first = known.first if known and known.last == last else last
            while known is None and first > around.block.first and first > last - _LONGEST - 1:
                if not page.forms[first - 1][0].isupper() or first - 1 in around.words:
                    break
                first -= 1
            if first == last or self._end(around, first) != last:
                return
            yield _Member(first, last, _known(around, first))
            at = first

    def _end(self, around: _Around, at: int) -> int:
        """Where the member that begins at a word ends; ``at`` where none can."""
        page, known = around.page, around.words.get(at)
        if known is not None:
            mine = known.first == at and (_family(known) or _is_doubtful(known, page))
            return known.last if mine and not _is_large(page, known.last, around.block.last) else at
        last = at
        while last < around.block.last and last - at <= _LONGEST and page.forms[last][0].isupper():
            if last in around.words or not self._may_name(page, last):
                return at
            last += 1
        if last == at or last - at > _LONGEST or (len(page.forms[at]) < 3 and last == at + 1):
            return at
        if last < around.block.last and is_model(page.forms[last]):
            return at
        return at if self._tables.places.longest(page.lowers, at, last) else last

    def _may_name(self, page: Page, at: int) -> bool:
        return page.lowers[at] not in self._refused and page.forms[at] not in self._tables.never

    def _repeat(
        self, page: Page, told: Mention, words: Mapping[int, Mention], found: dict[int, Mention]
    ) -> None:
        """Adds the other places of a name of one word where nothing else is known."""
        form = page.forms[told.first]
        if told.last > told.first + 1 or len(form) < 4:
            return
        for at in standing(page, form):
            large = at > 0 and page.forms[at - 1][0].isupper() and page.lowers[at - 1] not in ordinary()
            if at not in words and not large and not _is_large(page, at + 1, len(page.forms)):
                found.setdefault(at, told._replace(first=at, last=at + 1))


def _family(mention: Mention) -> str:
    """What a mention may stand in a list with, empty if with nothing."""
    return _FAMILIES.get(mention.entry.partition("|")[0], "") if mention.entry else ""


def _known(around: _Around, at: int) -> str:
    known = around.firsts.get(at)
    return _family(known) if known and known.label == "ORG" else ""


def _is_doubtful(mention: Mention, page: Page) -> bool:
    """Whether the model is not sure of one word, or takes it for an organisation too."""
    if mention.source != "model" or mention.entry is not None:
        return False
    return mention.label == "ORG" or (mention.score < _UNSURE and mention.last == mention.first + 1)


def _is_large(page: Page, at: int, end: int) -> bool:
    """Whether a name goes on with a word: one with a capital, or the number of a model."""
    return at < end and (page.forms[at][0].isupper() or is_model(page.forms[at]))


def _past_joint(page: Page, at: int, end: int) -> int:
    """Behind a comma, a joint or both, ``at`` where there is none."""
    begin = at
    if at + 1 < end and page.forms[at] == ",":
        at += 1
    if at + 1 < end and page.lowers[at] in _JOINTS:
        at += 1
    return at if at > begin and page.forms[at][0].isupper() else begin


def _before_joint(page: Page, at: int, begin: int) -> int:
    """Before a comma, a joint or both, ``at`` where there is none."""
    end = at
    if at - 1 > begin and page.lowers[at - 1] in _JOINTS:
        at -= 1
    if at - 1 > begin and page.forms[at - 1] == ",":
        at -= 1
    return at if at < end and page.forms[at - 1][0].isalnum() else end


def _opened(page: Page, members: list[_Member]) -> list[_Member]:
    """The members without unknown ones at the beginning where no word opens a list: "Menurut Sundara, Yamaha dan …"."""
    known = next((at for at, each in enumerate(members) if each.family), len(members))
    if known == 0 or (members[0].first and page.lowers[members[0].first - 1] in _OPENING):
        return members
    return members[known:]


def _is_joined(page: Page, members: Sequence[_Member]) -> bool:
    """Whether a list of three or more has a "dan" before its last member, or only known ones at its end."""
    ends = bool(members[-1].family) or page.lowers[members[-1].first - 1] in _JOINTS
    return len(members) > 2 and ends


def _mention(page: Page, member: _Member, family: str) -> Mention:
    key = squeezed("".join(page.forms[member.first : member.last]))
    return Mention(member.first, member.last, "ORG", _SOURCE, f"{family}|{key}||")
