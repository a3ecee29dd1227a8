"""Articles to measure with: natural in shape, about 1,950 characters each, and never the same twice.

They carry what news carries (some 14 runs of digits an article, five quantities, four dates, here and there a
regulation or a breakdown, quotes, names that no word list holds), so that tokenizers and extractors meet words
that no cache holds. Same seed, same texts.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

LENGTH = 1750
SHARE_OF_FIGURES = 0.4
SHARE_OF_RARE = 0.02
_FIRST_DAY = date(2014, 1, 1)
_WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
)


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """``count`` articles, each different from all others."""
    for number in range(count):
        yield _article(_Slots(seed * 1_000_003 + number))


def _article(slots: _Slots) -> str:
    paragraphs = [f"{slots['name']} - {slots.sentence()} {slots.sentence()}"]
    while sum(map(len, paragraphs)) < LENGTH:
        paragraphs.append(" ".join(slots.sentence() for _ in range(slots.draw.randint(1, 3))))
    paragraphs.append(f"Pewarta: {slots['person']}\nEditor: {slots['person']}")
    return "\n\n".join(paragraphs) + "\n"


class _Slots:
    """Fills the slots of one article's sentences: ``slots["date"]`` is another date each time."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self._parts: list[int] = []

    def sentence(self) -> str:
        share = self.draw.random()
        kind = "rare" if share < SHARE_OF_RARE else "figures" if share < SHARE_OF_FIGURES else "words"
        template = self.draw.choice(_WORDS[kind])
        sentence = template.format_map(self)
        if template[0].isalpha() and self.draw.random() < 0.3:
            return f"{self['opening']} {sentence[0].lower()}{sentence[1:]}"
        return sentence

    def __getitem__(self, slot: str) -> str:
        made = getattr(self, f"_{slot}", None)
        if made is not None:
            return str(made())
        return self.draw.choice(_WORDS[slot]).format_map(self)

    def _full_date(self) -> str:
        day = _FIRST_DAY + timedelta(days=self.draw.randrange(4000))
        return f"{_WORDS['weekday'][day.weekday()]} ({day.day}/{day.month}/{day.year})"

    def _name(self) -> str:
        return "".join(self.draw.choices(_WORDS["syllables"], k=self.draw.randint(2, 4))).capitalize()

    def _person(self) -> str:
        return f"{self._name()} {self._name()}"

    def _verb(self) -> str:
        return self["prefix"] + self["root"] + self["suffix"]

    def _acronym(self) -> str:
        return "".join(self.draw.choices("ABDGHIJKLMNPRSTU", k=self.draw.randint(3, 6)))

    def _count(self) -> str:
        return _dotted(int(self.draw.paretovariate(0.6) * 3) % 400_000 + 2)

    def _small(self) -> int:
        return self.draw.randint(2, 900)

    def _decimal(self) -> str:
        return f"{self.draw.randint(1, 97)},{self.draw.randint(1, 9)}"

    def _day(self) -> int:
        return self.draw.randint(1, 28)

    def _year(self) -> int:
        return self.draw.randint(2012, 2026)

    def _total(self) -> str:
        self._parts = [self.draw.randint(20, 9000) for _ in range(3)]
        return _dotted(sum(self._parts))

    def _part(self) -> str:
        return _dotted(self._parts.pop())


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
