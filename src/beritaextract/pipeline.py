"""The stages in order: read, find, build, check."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias, TypeVar, overload

from beritaextract import checks, facts, mentions
from beritaextract.errors import ArticleError, WorkerError
from beritaextract.model import Article, Engine, Metadata
from beritaextract.reading import text
from beritaextract.reading.document import Document
from beritaextract.reading.intake import Intake
from beritaextract.rules import load
from beritaextract.workers import Lost, Raised, batched, spread

__all__ = ["Extractor", "OnStage", "extract", "extract_file", "preload", "unheard"]

Context = TypeVar("Context")
Day: TypeAlias = dt.date | str | None
OnStage: TypeAlias = Callable[[str], object]
"""Is told the name of each stage that is over."""
_Source: TypeAlias = str | bytes | Document
_LABELS: dict[str, mentions.Label] = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "NOR": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
}  # fmt: skip
"""What spaCy pipelines call persons, organisations and places."""
_FIELDS = Article.model_fields.keys()


def unheard(stage: str) -> None:
    """Tells nobody that a stage is over."""


class Pipeline(Protocol):
    """What a spaCy pipeline does, as far as it is used: ``nlp(text).ents``."""

    def __call__(self, text: str, /) -> Any: ...


class Extractor:
    """Extracts articles with the shipped rules and the packs over them. Build once, use often, from many threads too.

    A copy by pickle is built anew from the same settings.

    Args:
        patterns: Folders of further rules, in the layout of ``patterns/``.
        names: ``"model"`` finds names by rules, tables and the small model, ``"rules"`` without the model.
        nlp: A spaCy pipeline that sets ``doc.ents``; its persons, organisations and places are candidates beside
            our own.
        style: Whether the checks of house style are made too.

    Raises:
        RuleError: A rule file is wrong.
    """

    def __init__(
        self,
        patterns: Iterable[str | Path] = (),
        *,
        names: mentions.How = "model",
        nlp: Pipeline | None = None,
        style: bool = False,
    ) -> None:
        packs = tuple(patterns)
        self._settings = (packs, names, nlp, style)
        self.book = load(packs)
        facts.prepare(self.book)
        self._nlp = nlp
        self._style = style
        self._finder = mentions.Finder(self.book, names, style=style)
        learnt = mentions.digest() if names == "model" else "rules"
        self.engine = Engine(version=version("beritaextract"), rules=self.book.digest, names=learnt)

    def __reduce__(self) -> tuple[Any, ...]:
        return _built, self._settings

    def extract(
        self,
        source: str | bytes,
        *,
        published: Day = None,
        path: str | None = None,
        entities: Iterable[tuple[int, int, str]] = (),
    ) -> Article:
        """The facts of one text and the verdicts on them.

        Args:
            source: The article, as text or as the bytes of a text file.
            published: The day of publication, a date or an ISO 8601 string; relative dates are seen from it.
            path: Where it comes from, for the record.
            entities: Names that another tool has found: start, end (offsets in ``Article.text``) and spaCy's label
                (PER, PERSON, ORG, LOC, GPE …; others are passed over). They are candidates beside our own.

        Raises:
            ArticleError: The bytes are no text, or ``published`` is no date.
        """
        return self.extract_document(text.document(source, path=path), published=published, entities=entities)

    def extract_file(self, path: str | os.PathLike[str], *, published: Day = None) -> Article:
        """Like :meth:`extract`, for a file in any input format that holds one article.

        Raises:
            ArticleError: The file cannot be read, has several articles, or ``published`` is no date.
        """
        found = list(islice(Intake().documents(os.fspath(path)), 2))
        if len(found) > 1:
            raise ArticleError(
                f"{os.fspath(path)}: holds several articles; beritaextract.read gives each of them"
            )
        if isinstance(found[0], ArticleError):
            raise found[0]
        return self.extract_document(found[0], published=published)

    @overload
    def pipe(
        self,
        sources: Iterable[_Source],
        *,
        as_tuples: Literal[False] = False,
        published: Day = None,
        workers: int = 1,
        batch_size: int = 32,
        timeout: float | None = None,
    ) -> Iterator[Article]: ...

    @overload
    def pipe(
        self,
        sources: Iterable[tuple[_Source, Context]],
        *,
        as_tuples: Literal[True],
        published: Day = None,
        workers: int = 1,
        batch_size: int = 32,
        timeout: float | None = None,
    ) -> Iterator[tuple[Article, Context]]: ...

    def pipe(
        self,
        sources: Iterable[Any],
        *,
        as_tuples: bool = False,
        published: Day = None,
        workers: int = 1,
        batch_size: int = 32,
        timeout: float | None = None,
    ) -> Iterator[Any]:
        """The articles of ``sources``, lazily and in their order.

        Args:
            sources: Texts, bytes of text files, or what :func:`beritaextract.read` gives.
            as_tuples: ``sources`` are pairs of a source and something of the caller's; pairs of an article and that
                come back.
            published: As for :meth:`extract`.
            workers: With more than one, as many processes share the work; a program that starts them needs the usual
                ``if __name__ == "__main__"``.
            batch_size: How many sources travel to a process together.
            timeout: Seconds that a process may take over one source.

        Raises:
            ArticleError: As in :meth:`extract`.
            WorkerError: A process has died or run out of time over a source.
        """
        pairs = sources if as_tuples else ((source, None) for source in sources)
        found = (
            ((self._extract_any(source, published), kept) for source, kept in pairs)
            if workers == 1
            else self._spread(pairs, published, workers, batch_size, timeout)
        )
        return found if as_tuples else (article for article, _ in found)

    def _spread(
        self,
        pairs: Iterable[tuple[_Source, Any]],
        published: Day,
        workers: int,
        size: int,
        timeout: float | None,
    ) -> Iterator[tuple[Article, Any]]:
        results = spread(
            partial(_worker, self, published),
            batched(pairs, size),
            workers=workers,
            timeout=timeout,
            preload=preload(self._settings[0]),
        )
        for number, (kept, result) in enumerate(results, start=1):
            if isinstance(result, Raised):
                raise result.problem
            if isinstance(result, Lost):
                raise WorkerError(f"source {number}: {result.reason}; leave it out")
            yield result, kept

    def _extract_any(self, source: _Source, published: Day) -> Article:
        document = source if isinstance(source, Document) else text.document(source)
        return self.extract_document(document, published=published)

    def extract_document(
        self,
        document: Document,
        *,
        published: Day = None,
        entities: Iterable[tuple[int, int, str]] = (),
        on_stage: OnStage = unheard,
    ) -> Article:
        """Like :meth:`extract`, for what :func:`beritaextract.read` gives.

        What the source states of the article (headline, day, authors …) comes before what the text suggests;
        ``published`` comes before both.

        Args:
            on_stage: Is told the name of each stage that is over: ``mentions``, ``facts``, ``checks``, ``record``.

        Raises:
            ArticleError: ``published`` is no date.
        """
        day = _as_day(published) or _day_of(document.published)
        if self._nlp is not None:
            doc = self._nlp(document.text)
            entities = [*entities, *((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)]
        candidates = [(start, end, _LABELS[label]) for start, end, label in entities if label in _LABELS]
        found, metadata, coverage = self._finder.find(document.text, day, candidates, document.parts)
        if day is None:
            day = _day_of(metadata.published)
        warning = self._finder.warn(found)
        metadata = _stated(document, metadata, keep_day=published is not None)
        on_stage("mentions")
        built = facts.build(found, self.book)
        on_stage("facts")
        verdicts = checks.run(found, built, day, self.book, style=self._style)
        on_stage("checks")
        further = dict(built.records)
        records: dict[str, Any] = {name: further.pop(name) for name in built.records if name in _FIELDS}
        article = Article(
            source=document.source,
            text=document.text,
            metadata=metadata,
            sections=found.sections,
            quantities=found.quantities,
            dates=found.dates,
            regulations=found.regulations,
            persons=found.persons,
            organizations=found.organizations,
            places=found.places,
            officials=found.officials,
            quotes=found.quotes,
            breakdowns=(*built.breakdowns, *built.portions),
            **records,
            facts=further,
            checks=verdicts,
            derived=checks.derived(built),
            coverage=coverage,
            notes=(*document.notes, warning) if warning else document.notes,
            engine=self.engine,
        )
        on_stage("record")
        return article


def _built(
    patterns: tuple[str | Path, ...], names: mentions.How, nlp: Pipeline | None, style: bool
) -> Extractor:
    return Extractor(patterns, names=names, nlp=nlp, style=style)


def preload(patterns: Iterable[str | Path]) -> tuple[str, ...]:
    """The modules that the worker processes of an extractor with these packs can share."""
    return (__name__,) if tuple(patterns) else ("beritaextract.warmed",)


def _worker(extractor: Extractor, published: Day) -> Callable[[_Source], Article]:
    return partial(extractor._extract_any, published=published)


def _stated(document: Document, suggested: Metadata, *, keep_day: bool) -> Metadata:
    """The metadata of the text under those of its source; the caller's day stays."""
    stated = {name: value for name, value in document.metadata if value}
    if keep_day:
        stated.pop("published", None)
    return suggested.model_copy(update=stated) if stated else suggested


def _day_of(published: str | None) -> dt.date | None:
    return dt.date.fromisoformat(published[:10]) if published and len(published) >= 10 else None


def _as_day(published: Day) -> dt.date | None:
    if isinstance(published, dt.datetime):
        return published.date()
    if published is None or isinstance(published, dt.date):
        return published
    try:
        return dt.datetime.fromisoformat(published).date()
    except ValueError as problem:
        raise ArticleError(
            f"published: {published!r} is no date; give ISO 8601, such as 2021-09-23"
        ) from problem


@lru_cache(maxsize=1)
def _default() -> Extractor:
    return Extractor()


def extract(source: str | bytes, *, published: Day = None, path: str | None = None) -> Article:
    """The facts of one text and the verdicts on them, by the shipped rules; see :meth:`Extractor.extract`."""
    return _default().extract(source, published=published, path=path)


def extract_file(path: str | os.PathLike[str], *, published: Day = None) -> Article:
    """Like :func:`extract`, for a file."""
    return _default().extract_file(path, published=published)
