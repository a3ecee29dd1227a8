"""Commands of the army by number and name: the "074/Warastratama" of "Danrem 074/Warastratama"."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Final, Protocol

from beritaextract.mentions.names.page import Page

__all__ = ["ROMAN", "is_number", "past_command"]

ROMAN: Final = frozenset(
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
     "xviii", "xix", "xx")
)  # fmt: skip
_LONGEST: Final = 5  # words of a name, and the rank behind it


class Titles(Protocol):
    """What is asked of the titles."""

    def region(self, page: Page, at: int, end: int, *, sure: bool) -> int: ...

    def is_rank(self, page: Page, at: int) -> bool: ...


class View(Protocol):
    """What a command is read from: a page up to an end, the names on it, where no title goes on, and the titles."""

    @property
    def page(self) -> Page: ...

    @property
    def end(self) -> int: ...

    @property
    def things(self) -> Mapping[int, int]: ...

    @property
    def stops(self) -> Container[int]: ...

    @property
    def titles(self) -> Titles: ...


def is_number(forms: Sequence[str], at: int, end: int) -> bool:
    """Whether word ``at`` is the number of a command: the "0705" of "Dandim 0705/Magelang"."""
    form = forms[at]
    slash = at + 1 < end and forms[at + 1] == "/"
    return (form.isdigit() and (slash or form[0] == "0")) or (slash and form.lower() in ROMAN)


def past_command(view: View, at: int) -> int:
    """Where a command ends whose number is word ``at``: before the rank or the name of who leads it."""
    page, end, things, stops, titles = view.page, view.end, view.things, view.stops, view.titles
    slash = at + 1 < end and page.forms[at + 1] == "/"
    here = at + 1 + slash
    if here >= end or here in stops or not page.forms[here][0].isupper():
        return at + 1
    known = things.get(here) or titles.region(page, here, end, sure=True)
    if known or not slash:
        return known or at + 1
    last = here + 1
    while last < min(end, here + _LONGEST) and page.forms[last][0].isupper():
        if last in stops or titles.is_rank(page, last):
            return last
        last += 1
    return last if page.forms[last : last + 1] == [","] else here + 1
