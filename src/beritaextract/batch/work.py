"""What a worker does: a unit in, its outcomes out, in the form in which the parent writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, NamedTuple, TypeAlias

from beritaextract.batch.units import Payload
from beritaextract.errors import ArticleError, BeritaError
from beritaextract.export import Failure, Outcome
from beritaextract.mentions import How
from beritaextract.pipeline import Extractor, preload
from beritaextract.reading.document import Document
from beritaextract.reading.intake import Intake

__all__ = ["Encoded", "Form", "Recipe", "encoded", "prepare"]

Form: TypeAlias = Literal["lines", "rows", "outcomes"]
"""Bytes of JSON Lines; rows of flat tables; articles and failures as they are."""


class Encoded(NamedTuple):
    """An outcome: its error in words if it is one, and what is to be written."""

    error: str | None
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


def encoded(outcome: Outcome, form: Form) -> Encoded:
    error = outcome.message if isinstance(outcome, Failure) else None
    if form == "lines":
        return Encoded(error, outcome.to_json().encode() + b"\n")
    if form == "outcomes":
        return Encoded(error, outcome)
    if isinstance(outcome, Failure):
        return Encoded(error, outcome.to_row())
    from beritaextract.export.flat import flatten  # noqa: PLC0415  lines do not need it

    return Encoded(error, flatten(outcome))


def _worked(extractor: Extractor, recipe: Recipe, form: Form, payload: Payload) -> list[Encoded]:
    return [encoded(outcome, form) for outcome in _outcomes(extractor, recipe, payload)]


def _outcomes(extractor: Extractor, recipe: Recipe, payload: Payload) -> Iterator[Outcome]:
    if isinstance(payload, Failure):
        yield payload
    elif isinstance(payload, Document):
        yield _outcome(extractor, recipe, payload)
    else:
        yield from _of_file(extractor, recipe, payload)


def _of_file(extractor: Extractor, recipe: Recipe, path: str) -> Iterator[Outcome]:
    try:
        for found in recipe.intake.documents(path):
            if isinstance(found, ArticleError):
                yield Failure.of(found.path or path, found)
            else:
                yield _outcome(extractor, recipe, found)
    except Exception as problem:
        yield _unforeseen(problem, path, None)


def _outcome(extractor: Extractor, recipe: Recipe, document: Document) -> Outcome:
    try:
        return extractor.extract_document(document, published=recipe.published)
    except BeritaError as problem:
        return Failure.of(document.path or "", problem)
    except Exception as problem:
        return _unforeseen(problem, document.path or "", document.row)


def _unforeseen(problem: Exception, path: str, row: int | None) -> Failure:
    label = path if row is None else f"{path}#{row}"
    said = " ".join(f"{label}: {type(problem).__name__}: {problem}".split())
    return Failure(path, "unforeseen", f"{said}; a fault of this program, please report it", row)
