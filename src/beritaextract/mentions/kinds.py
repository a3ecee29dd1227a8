"""What the mention stage hands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from beritaextract.mentions.spellings import Spelling
from beritaextract.model import (
    Date,
    Official,
    Organization,
    Person,
    Place,
    Quantity,
    Quote,
    Regulation,
    Section,
)

__all__ = ["Mentions"]


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one text, each kind in the order of the text.

    ``words`` are its words and signs in small letters, those of credits and links left out; of mentions made by hand
    none. ``published`` is the day that relative dates were seen from, where it is known. ``spellings`` are found only
    where house style is asked for.
    """

    text: str
    sections: tuple[Section, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    regulations: tuple[Regulation, ...]
    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    officials: tuple[Official, ...] = ()
    quotes: tuple[Quote, ...] = ()
    words: frozenset[str] = frozenset()
    published: date | None = None
    spellings: tuple[Spelling, ...] = ()
