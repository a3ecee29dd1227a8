"""Companies named again without their legal form: "Nirvara Sentosa" where "PT Nirvara Sentosa Tbk" stands too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from beritaextract.mentions.names.organizations.shapes import with_form
from beritaextract.mentions.names.organizations.surroundings import LEGAL
from beritaextract.mentions.names.organizations.tables import OrganizationTables
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Proposal
from beritaextract.mentions.names.words import ordinary

__all__ = ["without_form"]

_SOURCE: Final = "organizations.again"
_FORMS: Final = frozenset(("pt", "cv"))
_SIGNS: Final = frozenset("().")
_SHORTEST: Final = 5
_MOST: Final = 100


def without_form(page: Page, tables: OrganizationTables, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The other places of the companies among the proposals, in the headline too."""
    lowers = page.lowers
    firms = [each for each in proposals if lowers[each.first] in _FORMS]
    if not firms:
        return []
    taken = {word for each in proposals for word in range(each.first, each.last)}
    found: dict[tuple[str, ...], str | None] = {}
    for each in firms:
        name = _name(page, each)
        if len(found) < _MOST and (len(name) > 1 or (name and _is_rare(name[0], tables))):
            found.setdefault(name, each.entry)
    return [
        Proposal(with_form(page, at), at + len(name), "ORG", _SOURCE, entry)
        for name, entry in found.items()
        for at in _places(page, name)
        if taken.isdisjoint(range(at, at + len(name)))
    ]


def _name(page: Page, firm: Proposal) -> tuple[str, ...]:
    """The words of a company's name, in small letters, without "PT" and "(Persero) Tbk"."""
    words = page.lowers[firm.first : firm.last]
    if "(" in words:
        words = words[: words.index("(")]
    return tuple(word for word in words[1:] if word not in LEGAL and word not in _SIGNS)


def _is_rare(word: str, tables: OrganizationTables) -> bool:
    """Whether a word alone can stand for the company of that name and for nobody else."""
    if len(word) < _SHORTEST or word in ordinary() or word in tables.given or word in tables.starts:
        return False
    return tables.places.get(word) is None


def _places(page: Page, name: tuple[str, ...]) -> Iterator[int]:
    """The words at which a name begins that has capitals and stands for itself; one word must stand alone."""
    lowers, forms, size = page.lowers, page.forms, len(name)
    for at in page.standing(name[0]):
        if tuple(lowers[at : at + size]) != name or not all(
            form[0].isupper() for form in forms[at : at + size]
        ):
            continue
        beside = (forms[at - 1 : at] if at else []) + forms[at + size : at + size + 1]
        if size > 1 or not any(form[0].isupper() for form in beside):
            yield at
