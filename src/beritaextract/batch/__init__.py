"""Many articles by many processes, in parts that are whole or not there: a stopped run goes on where it was."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from beritaextract.batch import parts
from beritaextract.batch.manifest import MANIFEST, Manifest, Part
from beritaextract.batch.units import Item, Unit, chunked, units
from beritaextract.batch.work import Encoded, Form, Recipe, encoded, prepare
from beritaextract.errors import ExportError
from beritaextract.export import Failure
from beritaextract.export.flat.store import shown
from beritaextract.workers import Lost, Raised, spread, warm_up

__all__ = ["Job", "Recipe", "Tally", "run", "usual_workers"]


@dataclass(frozen=True, kw_only=True)
class Job:
    """What a batch is to do.

    Attributes:
        inputs: Files, folders, globs, ``-``.
        folder: Where the manifest goes, and the parts unless there is a ``target``.
        recipe: How articles are understood.
        format: The form of the parts: ``jsonl``, another stream, ``csv``, ``parquet``; or that of the target.
        target: A database.
        workers: How many processes.
        size: Units of a part.
        timeout: Seconds for one unit.
        restart: Forgets what was done.
    """

    inputs: tuple[str, ...]
    folder: Path
    recipe: Recipe = field(default_factory=Recipe)
    format: str = "jsonl"
    target: str | None = None
    workers: int = 1
    size: int = 1000
    timeout: float = 60.0
    restart: bool = False

    @property
    def settings(self) -> dict[str, Any]:
        """What the bytes of the result depend on, beside the engine."""
        intake = self.recipe.intake
        fields = {name: getattr(intake.fields, name) for name in ("text", "id", "title", "date", "url")}
        return {
            "inputs": list(self.inputs),
            "format": self.format,
            "to": self.target and shown(self.target),
            "part_size": self.size,
            "published": self.recipe.published,
            "input_format": intake.format,
            "fields": ", ".join(f"{name}={said}" for name, said in fields.items() if said),
            "max_bytes": intake.max_bytes,
        }


@dataclass(slots=True)
class Tally:
    """How far a run is.

    Attributes:
        units: Rows and files of one article so far; ``before`` of them by earlier runs.
        articles, errors: What came of them; ``new_errors`` in this run.
        parts: Parts that are done.
    """

    units: int = 0
    before: int = 0
    articles: int = 0
    errors: int = 0
    new_errors: int = 0
    parts: int = 0


def run(
    job: Job,
    *,
    on_unit: Callable[[Tally], object] = lambda tally: None,
    on_error: Callable[[str], object] = lambda message: None,
) -> Tally:
    """Does what is left of a job.

    Args:
        on_unit: Is told how far it is, after every unit.
        on_error: Gets the message of every error record.

    Raises:
        ExportError: The folder or the target cannot be used, or holds something else.
        RuleError: A rule file is wrong.
        WorkerError: The processes die as they start.
    """
    preload = (prepare.__module__, *job.recipe.preload)
    warm_up(preload)
    manifest = _manifest(job, job.recipe.extractor().engine.model_dump())
    items, tally = _left(units(job.inputs, job.recipe.intake), manifest, job)
    first = next(items, None)
    if first is not None:
        manifest.complete = False
        with parts.opened(job.folder, job.format, job.target) as sink:
            manifest.write(job.folder)
            parts.clear(job.folder, manifest.names)
            results = spread(
                partial(prepare, job.recipe, sink.form),
                chunked(itertools.chain([first], items)),
                workers=job.workers,
                timeout=job.timeout,
                preload=preload,
            )
            with closing(results):
                _Writing(job, sink, tally, on_unit, on_error).write(results, manifest)
    manifest.complete = True
    manifest.write(job.folder)
    return tally


def usual_workers() -> int:
    """As many as there are processors for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _manifest(job: Job, engine: dict[str, str]) -> Manifest:
    """That of the folder, or a new one."""
    wanted = Manifest.begun(job.settings, engine)
    job.folder.mkdir(parents=True, exist_ok=True)
    held = Manifest.read(job.folder)
    if held is None:
        if foreign := [path.name for path in job.folder.iterdir() if path.name != f".{MANIFEST}.tmp"]:
            raise ExportError(f"{job.folder}: holds {min(foreign)}, which is not ours; choose another folder")
        return wanted
    if job.restart:
        parts.clear(job.folder)
        return wanted
    if differences := ", ".join(held.differences(wanted)):
        raise ExportError(
            f"{job.folder}: was begun in another way: {differences}; do as then, or begin anew with --restart"
        )
    held.keep_sound(job.folder)
    return held


def _left(items: Iterator[Item], manifest: Manifest, job: Job) -> tuple[Iterator[Item], Tally]:
    """The units that no part has yet. A last part that is not full is done anew if there is more.

    Raises:
        ExportError: The inputs are not what they were.
    """
    tally = Tally()
    rest: list[Item] = []
    for part in manifest.parts:
        rest = list(itertools.islice(items, part.units))
        if len(rest) < part.units or _digest([unit for _, unit in rest]) != part.inputs:
            raise ExportError(
                f"{job.folder}: the inputs have changed between {part.first} and {part.last};"
                " begin anew with --restart"
            )
    more = list(itertools.islice(items, 1))
    if more and manifest.parts and len(rest) < job.size:
        manifest.parts.pop()
        more = rest + more
    for part in manifest.parts:
        tally.units += part.units
        tally.articles += part.articles
        tally.errors += part.errors
    tally.before, tally.parts = tally.units, len(manifest.parts)
    return itertools.chain(more, items), tally


@dataclass(frozen=True, slots=True)
class _Writing:
    """From the results of the workers to parts."""

    job: Job
    sink: parts.Sink
    tally: Tally
    on_unit: Callable[[Tally], object]
    on_error: Callable[[str], object]

    def write(self, results: Iterator[tuple[Unit, Any]], manifest: Manifest) -> None:
        for first in results:
            done: list[Unit] = []
            articles, errors = self.tally.articles, self.tally.errors
            taken = itertools.islice(itertools.chain([first], results), self.job.size)
            files = self.sink.write(len(manifest.parts) + 1, self._outcomes(taken, done))
            part = Part(
                units=len(done),
                articles=self.tally.articles - articles,
                errors=self.tally.errors - errors,
                first=done[0].label,
                last=done[-1].label,
                inputs=_digest(done),
                files=files,
            )
            manifest.parts.append(part)
            manifest.write(self.job.folder)
            self.tally.parts += 1

    def _outcomes(self, taken: Iterator[tuple[Unit, Any]], done: list[Unit]) -> Iterator[Encoded]:
        """The outcomes of one part; ``done`` gets its units."""
        for unit, result in taken:
            done.append(unit)
            for each in _encoded(unit, result, self.sink.form):
                if each.error is None:
                    self.tally.articles += 1
                else:
                    self.tally.errors += 1
                    self.tally.new_errors += 1
                    self.on_error(each.error)
                yield each
            self.tally.units += 1
            self.on_unit(self.tally)


def _encoded(unit: Unit, result: Any, form: Form) -> list[Encoded]:
    """The outcomes of a unit; an error record where its worker gave none."""
    if isinstance(result, Lost):
        remedy = "raise --timeout" if result.code == "timeout" else "give it more memory"
        message = f"{unit.label}: {result.reason}; {remedy}, or leave it out"
    elif isinstance(result, Raised):
        result, message = Lost("unforeseen", ""), f"{unit.label}: {result.problem}; please report it"
    else:
        outcomes: list[Encoded] = result
        return outcomes
    return [encoded(Failure(unit.path, result.code, message, unit.row), form)]


def _digest(done: list[Unit]) -> str:
    return hashlib.sha256(b"".join(unit.key for unit in done)).hexdigest()
