"""What a worker does: a unit in, its outcomes out, in the form in which the parent writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, NamedTuple, TypeAlias

from beritaextract.batch.profile import Stopwatch, Timed
from beritaextract.batch.units import Payload
from beritaextract.errors import ArticleError, BeritaError
from beritaextract.export import Failure, Outcome
from beritaextract.mentions import How
from beritaextract.pipeline import Extractor, OnStage, preload, unheard
from beritaextract.reading.document import Document
from beritaextract.reading.intake import Intake

__all__ = ["Encoded", "Form", "Recipe", "encoded", "prepare", "prepare_timed"]

Form: TypeAlias = Literal["lines", "rows", "outcomes"]
"""Bytes of JSON Lines; rows of flat tables; articles and failures as they are."""


class Encoded(NamedTuple):
    """An outcome: whether it is an error record, and what is to be written."""

    failure: Failure | None
    content: Any


@dataclass(frozen=True, slots=True)
class Recipe:
    """How articles are understood.

    Attributes:
        packs: Folders of further rules.
        names: How names are found.
        published: The day that relative dates are seen from, in ISO 8601.
        intake: How files are read.
    """

    packs: tuple[str, ...] = ()
    names: How = "model"
    published: str | None = None
    intake: Intake = field(default_factory=Intake)

    @property
    def preload(self) -> tuple[str, ...]:
        """What worker processes can share."""
        return preload(self.packs)

    def extractor(self) -> Extractor:
        """
        Raises:
            RuleError: A rule file is wrong.
        """
        return Extractor(self.packs, names=self.names)


def prepare(recipe: Recipe, form: Form) -> Callable[[Payload], list[Encoded]]:
    """What a worker calls for every unit."""
    return partial(_worked, recipe.extractor(), recipe, form)


def prepare_timed(recipe: Recipe, form: Form) -> Callable[[Payload], Timed]:
    """The same where the stages are measured."""
    return partial(_timed, recipe.extractor(), recipe, form)


def encoded(outcome: Outcome, form: Form) -> Encoded:
    failure = outcome if isinstance(outcome, Failure) else None
    if form == "lines":
        return Encoded(failure, outcome.to_json().encode() + b"\n")
    if form == "outcomes":
        return Encoded(failure, outcome)
    if isinstance(outcome, Failure):
        return Encoded(failure, outcome.to_row())
    from beritaextract.export.flat import flatten  # noqa: PLC0415  lines do not need it

    return Encoded(failure, flatten(outcome))


def _worked(extractor: Extractor, recipe: Recipe, form: Form, payload: Payload) -> list[Encoded]:
    return [encoded(outcome, form) for outcome in _outcomes(extractor, recipe, payload, unheard)]


def _timed(extractor: Extractor, recipe: Recipe, form: Form, payload: Payload) -> Timed:
    watch = Stopwatch()
    found: list[Encoded] = []
    characters = 0
    for outcome in _outcomes(extractor, recipe, payload, watch.lap):
        characters += 0 if isinstance(outcome, Failure) else len(outcome.text)
        found.append(encoded(outcome, form))
        watch.lap("encoding")
    return Timed(found, watch.seconds, characters)


def _outcomes(extractor: Extractor, recipe: Recipe, payload: Payload, lap: OnStage) -> Iterator[Outcome]:
    if isinstance(payload, Failure):
        yield payload
    elif isinstance(payload, Document):
        yield _outcome(extractor, recipe, payload, lap)
    else:
        yield from _of_file(extractor, recipe, payload, lap)


def _of_file(extractor: Extractor, recipe: Recipe, path: str, lap: OnStage) -> Iterator[Outcome]:
    try:
        for found in recipe.intake.documents(path):
            lap("reading")
            if isinstance(found, ArticleError):
                yield Failure.of(found.path or path, found)
            else:
                yield _outcome(extractor, recipe, found, lap)
    except Exception as problem:
        yield _unforeseen(problem, path, None)


def _outcome(extractor: Extractor, recipe: Recipe, document: Document, lap: OnStage) -> Outcome:
    try:
        return extractor.extract_document(document, published=recipe.published, on_stage=lap)
    except BeritaError as problem:
        return Failure.of(document.path or "", problem)
    except Exception as problem:
        return _unforeseen(problem, document.path or "", document.row)


def _unforeseen(problem: Exception, path: str, row: int | None) -> Failure:
    label = path if row is None else f"{path}#{row}"
    said = " ".join(f"{label}: {type(problem).__name__}: {problem}".split())
    return Failure(path, "unforeseen", f"{said}; a fault of this program, please report it", row)
