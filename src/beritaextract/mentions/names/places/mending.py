"""Mends what the model took for a place, and what it did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.places.context import Context
from beritaextract.mentions.names.places.gazetteer import GOVERNED, HEAD, NAME, Gazetteer, Level
from beritaextract.mentions.names.proposals import Mention

__all__ = ["mend"]

_OURS = "places."
_MODEL = "model"
_COMPASS = frozenset(
    ("utara", "timur", "selatan", "barat", "tenggara", "barat laut", "timur laut", "barat daya")
)
_JOINING = frozenset((",", "dan", "-", "–", "(", "/", "serta", "atau", "hingga"))
_GOVERNED = frozenset((*(f"{_OURS}{level}" for level in GOVERNED), f"{_OURS}district", f"{_OURS}town"))
_NO_OWNERS = frozenset(("kabupaten", "kota", "provinsi", "embarkasi", "debarkasi"))
_LEADING = frozenset(("small", "before"))
_LIKELY = 0.7
_SURE = 0.9
"""The confidence from which a place of the model's needs nothing beside it that speaks for it."""
_LONGEST_LIST = 8
_LISTING = frozenset((",", "dan", "serta"))
_SHORTEST_GAP, _LONGEST_GAP = 3, 6
_LONGEST_NAME = 2


def mend(page: Page, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions with the model's places trimmed, extended to their head, or dropped; the tables decide on names.

    What the model takes for a person or an organisation and a table knows as a place without a cue is a place. What
    it takes for a place and no table knows stays where something beside it speaks for it.
    """
    free = [each for each in mentions if each.source not in _GOVERNED or not _is_owned(page, each, gazetteer)]
    if not any(each.source == _MODEL for each in free):
        return free
    return _Mender(page, free, gazetteer).mended()


def _is_owned(page: Page, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a region is only the end of an institution's name, which nobody has read: Rutan Menggala."""
    before = mention.first - 1
    if before < 0 or gazetteer.cues.get(page.lowers[before]) != "body":
        return False
    return page.forms[before][0].isupper() and page.lowers[before] not in _NO_OWNERS


class _Mender:
    """One pass through the mentions of a page."""

    def __init__(self, page: Page, mentions: Sequence[Mention], gazetteer: Gazetteer) -> None:
        self._page = page
        self._mentions = mentions
        self._tables = gazetteer
        self._context = Context(page, gazetteer)
        self._told: set[str] | None = None

    def mended(self) -> list[Mention]:
        context = self._context
        begins, lowers = self._tables.begins, self._page.lowers
        blocks = iter(self._page.blocks)
        kept: list[Mention] = []
        doubtful: list[int] = []
        for place, each in enumerate(self._mentions):
            if each.source != _MODEL or not (each.label == "LOC" or begins.get(lowers[each.first], 0) & NAME):
                kept.append(each)
                continue
            while each.first >= context.block.last:
                context.block = next(blocks)
            fixed = self._fixed(place, kept[-1] if kept and kept[-1].last == each.first else None)
            if fixed is None:
                continue
            if fixed.label == "LOC" and fixed.entry is None and not self._is_supported(place, fixed):
                doubtful.append(len(kept))
            kept.append(fixed)
        return self._closed(self._without(kept, doubtful) if doubtful else kept)

    def _closed(self, kept: list[Mention]) -> list[Mention]:
        """The mentions with what stands between two places of a list: Suoh, Kenali dan Sukau."""
        found = [
            Mention(first, last, "LOC", "places", None, _LIKELY)
            for one, two in pairwise(kept)
            if one.label == two.label == "LOC" and _SHORTEST_GAP <= two.first - one.last <= _LONGEST_GAP
            for first, last in self._between(one.last, two.first)
        ]
        return sorted([*kept, *found], key=lambda each: each.first) if found else kept

    def _between(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The words between two places, if they are a name between the signs of a list."""
        lowers, forms = self._page.lowers, self._page.forms
        end = last
        while end > first and lowers[end - 1] in _LISTING:
            end -= 1
        if lowers[first] != "," or end == last or not 0 < end - first - 1 <= _LONGEST_NAME:
            return
        stop = self._tables.words["stop"]
        names = [form.istitle() and form.isalpha() for form in forms[first + 1 : end]]
        if all(names) and stop.isdisjoint(lowers[first + 1 : end]):
            yield first + 1, end

    def _without(self, kept: list[Mention], doubtful: Sequence[int]) -> list[Mention]:
        """The mentions less the doubtful ones that nothing speaks for elsewhere either."""
        unsure = set(doubtful)
        names = {
            self._name(each) for place, each in enumerate(kept) if each.label == "LOC" and place not in unsure
        }
        return [each for place, each in enumerate(kept) if place not in unsure or self._name(each) in names]

    def _name(self, mention: Mention) -> str:
        return " ".join(self._page.lowers[mention.first : mention.last])

    def _fixed(self, place: int, before: Mention | None) -> Mention | None:
        """The mention as it should be; ``None`` where it is none."""
        each = self._known(place)
        if each is None or each.label != "LOC":
            return each
        if each.entry is None and self._context.block.kind == "headline" and not self._is_told(each):
            return None
        return None if self._is_tail(each, before) else self._trimmed(each, before)

    def _is_told(self, mention: Mention) -> bool:
        """Whether the text names the place too; what only the headline has may be any word."""
        if self._told is None:
            at = self._context.block.last
            self._told = {
                self._name(each) for each in self._mentions if each.label == "LOC" and each.first >= at
            }
        return self._name(mention) in self._told

    def _known(self, place: int) -> Mention | None:
        """The mention as a place where its words are a name of the tables that needs no cue."""
        mention, page = self._mentions[place], self._page
        first = mention.first
        hit = self._tables.regions.longest(page.lowers, first, mention.last)
        if hit is None and mention.last - first > 1 and page.lowers[first] in _COMPASS:
            first += 1
            hit = self._tables.regions.longest(page.lowers, first, mention.last)
        if hit is None or hit[0] != mention.last or not hit[1].sure:
            return mention
        named = hit[1]
        if not named.entries or (named.capitals and not page.forms[first].isupper()):
            return None if mention.label == "LOC" else mention
        if self._goes_on(place, named.entries[0].level):
            return None if mention.label == "LOC" else mention
        return mention._replace(
            first=first, label="LOC", source=f"{_OURS}{named.entries[0].level}", entry=named.keys
        )

    def _goes_on(self, place: int, level: Level) -> bool:
        """Whether a name of the tables is the beginning of another name: Iran International."""
        context, mention, mentions = self._context, self._mentions[place], self._mentions
        end = mention.last
        if place + 1 < len(mentions) and mentions[place + 1].first == end:
            return False
        if context.goes_on(end):
            return True
        if context.ends(end) or self._page.lowers[end] in self._tables.ordinary:
            return False
        # "pejabat Israel Ahron Bregman": a name follows that nobody knows.
        return not (
            level == "country" and mention.score >= _LIKELY and context.left(mention.first) in _LEADING
        )

    def _is_tail(self, mention: Mention, before: Mention | None) -> bool:
        """Whether a name of the tables is the end of another name, such as a club's: Akur Indonesia."""
        if mention.entry is None or (before is not None and before.label == "LOC"):
            return False
        low = self._context.before(mention.first)
        return self._context.left(mention.first) == "cap" and not self._tables.begins.get(low, 0) & HEAD

    def _trimmed(self, mention: Mention, before: Mention | None) -> Mention | None:
        """The mention from its head to its last word; ``None`` where no name is left."""
        page, tables = self._page, self._tables
        first, last = mention.first, mention.last
        rooms = tables.words["room"]
        while first < last and (not page.forms[first][0].isalnum() or page.lowers[first] in rooms):
            headed = tables.begins.get(page.lowers[min(first + 1, last - 1)], 0) & HEAD
            if page.lowers[first] in rooms and not headed:
                return None
            first += 1
        while last > first and not page.forms[last - 1][0].isalnum():
            last -= 1
        if ")" in page.forms[first:last] and "(" not in page.forms[first:last]:
            return None
        if mention.entry is not None:
            head = tables.head_words.get(page.lowers[first - 1]) if first and before is None else None
            headed = head is not None and head.level in GOVERNED and page.forms[first - 1][0].isupper()
            return mention._replace(first=first - headed, last=last)
        if not any(map(self._names, range(first, last))):
            return None
        head = tables.head_words.get(page.lowers[first - 1]) if first and before is None else None
        if head is not None and page.forms[first - 1][0].isupper():
            first -= 1
        near = tables.near(" ".join(page.lowers[first:last]))
        return mention._replace(first=first, last=last, entry=near.key if near is not None else None)

    def _names(self, at: int) -> bool:
        """Whether a word can name a place: no head, no abbreviation, no ordinary word, no address (detik.com)."""
        form, low = self._page.forms[at], self._page.lowers[at]
        if not form[0].isupper() or form.isupper() or not form.isalpha():
            return False
        words = self._tables.words
        if low in words["stop"] or low in words["generic"] or low in words["plain"]:
            return False
        return low not in _COMPASS and not self._tables.begins.get(low, 0) & HEAD

    def _is_supported(self, place: int, mention: Mention) -> bool:
        """Whether anything speaks for a place that no table knows: a cue, its head, or a place beside it."""
        if mention.score >= _SURE or self._tables.begins.get(self._page.lowers[mention.first], 0) & HEAD:
            return True
        if self._context.left(mention.first) not in ("small", "open", "cap"):
            return True
        return self._is_listed(place, mention)

    def _is_listed(self, place: int, mention: Mention) -> bool:
        """Whether a place stands in one list with others: Suoh, Sukau dan Belalau."""
        mentions = self._mentions
        if place and mentions[place - 1].label == "LOC":
            at = mention.first
            for _ in range(_LONGEST_LIST):
                sign = at
                while sign and self._page.lowers[sign - 1] in _JOINING and at - sign < 2:
                    sign -= 1
                if sign == at:
                    break
                if sign <= mentions[place - 1].last:
                    return True
                at = sign
                while at and sign - at < 3 and self._page.forms[at - 1][0].isupper():
                    at -= 1
        if place + 1 == len(mentions) or mentions[place + 1].label != "LOC":
            return False
        between = self._page.lowers[mention.last : min(mentions[place + 1].first, mention.last + 3)]
        return 0 < len(between) <= 2 and _JOINING.issuperset(between)
