"""One who makes an agreement."""

from __future__ import annotations

from dataclasses import dataclass

from beritaextract.model import Ref, Span

__all__ = ["Party", "key"]


@dataclass(frozen=True, slots=True)
class Party:
    """An institution, a country (``state``), a group of institutions (``ref`` without an id), or a person.

    ``counted`` where the text gives the number of the group, and none of their names.
    """

    ref: Ref
    span: Span
    person: bool = False
    state: bool = False
    counted: bool = False


def key(ref: Ref) -> str:
    """What tells one party from another."""
    return ref.id or " ".join(ref.name.casefold().replace("-", " ").split())
