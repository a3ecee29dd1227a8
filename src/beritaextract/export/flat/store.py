"""Many articles into a store, in batches: each article as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from beritaextract.export.flat.rows import flatten
from beritaextract.export.flat.schema import Row, Rows
from beritaextract.model import Article

__all__ = ["Batch", "Opened", "Saved", "Store", "fill", "shown"]

_BATCH = 64


@dataclass(slots=True)
class Batch:
    """What a store takes in one transaction.

    Attributes:
        articles: The rows of each article by its id; no id twice.
        errors: Rows of the table of errors, by path.
    """

    articles: dict[str, Rows] = field(default_factory=dict)
    errors: dict[str, Row] = field(default_factory=dict)

    @property
    def readable(self) -> set[str]:
        """The paths that are no error any more."""
        sources = [rows["articles"][0] for rows in self.articles.values()]
        return {_label(source) for source in sources if source["path"]} - self.errors.keys()

    def digests(self) -> dict[str, str]:
        """The digest of each article's rows, by its id."""
        return {doc: str(rows["articles"][0]["digest"]) for doc, rows in self.articles.items()}


def _label(source: Row) -> str:
    return str(source["path"]) if source["row"] is None else f"{source['path']}#{source['row']}"


class Store(Protocol):
    """Where batches go."""

    def put(self, batch: Batch) -> int:
        """Writes a batch, each article in the place of all that is held of it.

        Returns:
            How many articles were there already, with the same rows.
        """
        ...


class Opened(Protocol):
    """A module of a store opens a target so."""

    def __call__(self, target: str) -> AbstractContextManager[Store]: ...


@dataclass(slots=True)
class Saved:
    """What came of a run.

    Attributes:
        target: Where it went.
        articles: Articles, each counted once.
        unchanged: Those of them that were there already, with the same rows.
        repeated: Inputs with the same content as one before them.
        errors: Inputs that gave no article.
    """

    target: str
    articles: int = 0
    unchanged: int = 0
    repeated: int = 0
    errors: int = 0

    def __str__(self) -> str:
        """One line: ``12 articles (3 unchanged), 1 error in berita.db``."""
        notes = [f"{self.unchanged} unchanged"] * bool(self.unchanged)
        notes += [f"{self.repeated} more with the same content"] * bool(self.repeated)
        counted = f"{self.articles} article{'s' * (self.articles != 1)}"
        if notes:
            counted += f" ({', '.join(notes)})"
        return f"{counted}, {self.errors} error{'s' * (self.errors != 1)} in {shown(self.target)}"


def fill(store: Store, outcomes: Iterable[Article | Row], saved: Saved) -> None:
    """Puts articles and rows of errors into a store; what has come until something fails is kept."""
    seen: set[str] = set()
    batch = Batch()
    try:
        for outcome in outcomes:
            if isinstance(outcome, Article):
                rows = flatten(outcome)
                doc = str(rows["articles"][0]["doc_id"])
                if doc in seen:
                    saved.repeated += 1
                    continue
                seen.add(doc)
                batch.articles[doc] = rows
                saved.articles += 1
            else:
                batch.errors[str(outcome["path"])] = outcome
                saved.errors += 1
            if len(batch.articles) + len(batch.errors) >= _BATCH:
                full, batch = batch, Batch()
                saved.unchanged += store.put(full)
    finally:
        if batch.articles or batch.errors:
            saved.unchanged += store.put(batch)


def shown(target: str) -> str:
    """A target as it may be printed: a URL without its password and its options.

    >>> shown("postgresql://desk:secret@db.example/berita?sslmode=require"), shown("arsip/berita.db")
    ('postgresql://desk@db.example/berita', 'arsip/berita.db')
    """
    if "://" not in target:
        return target
    parts = urlsplit(target)
    user, at, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}{at}{host}", query=""))
