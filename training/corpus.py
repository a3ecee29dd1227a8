"""Sentences with names, and articles without, as pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.seams import Seams
from beritaextract.model import Section

__all__ = ["Entity", "Sentence", "articles", "paged", "sentences"]

Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its names: first and last word (half-open) and kind."""

    page: Page
    names: tuple[Entity, ...]


def paged(text: str, seams: Seams) -> Page:
    """A text as a page with a block a line."""
    sections, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            sections.append(Section(kind="body", start=at, end=at + len(line)))
        at += len(line) + 1
    return pages.read(text, sections, seams)


def sentences(path: Path, seams: Seams) -> Iterator[Sentence]:
    """The sentences of a file of ``text`` and ``ents``, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            page = paged(row["text"], seams)
            names = ((*page.words(start, end), kind) for start, end, kind in sorted(row["ents"]))
            yield Sentence(page, tuple(names))


def articles(path: Path) -> Iterator[str]:
    """The articles of a file of ``title`` and ``text``, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield f"{row['title']}\n{row['text']}"
