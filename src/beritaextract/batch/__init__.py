"""Many articles by many processes, in parts that are whole or not there: a stopped run goes on where it was."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from beritaextract.batch import parts, watching
from beritaextract.batch.alone import LOCK, alone
from beritaextract.batch.journal import JOURNAL, Journal
from beritaextract.batch.listening import Listener, Tally
from beritaextract.batch.manifest import MANIFEST, Manifest
from beritaextract.batch.profile import Profile
from beritaextract.batch.units import Item, Unit, chunked, of_file, units
from beritaextract.batch.work import Recipe, prepare, prepare_timed
from beritaextract.batch.writing import Writing, digest
from beritaextract.diagnostics.speech import Lang
from beritaextract.errors import ExportError
from beritaextract.export import formats, printable
from beritaextract.export.flat.store import shown
from beritaextract.workers import Crew, warm_up

__all__ = ["Job", "Listener", "Profile", "Recipe", "Tally", "run", "usual_workers"]


@dataclass(frozen=True, kw_only=True)
class Job:
    """What a batch is to do.

    Attributes:
        inputs: Files, folders, globs, ``-``.
        folder: Where the manifest goes, and the parts unless there is a ``target``.
        recipe: How articles are understood.
        format: The form of the parts: ``jsonl``, another stream, findings, ``csv``, ``parquet``; or that of the target.
        target: A database.
        lang: The language of findings.
        workers: How many processes.
        size: Units of a part.
        timeout: Seconds for one unit.
        restart: Forgets what was done.
        settle: Watches the inputs, which are folders, for ever: seconds for which a file must not have changed before
            it is taken. ``None`` takes what there is.
        profile: Gets the times by stage.
    """

    inputs: tuple[str, ...]
    folder: Path
    recipe: Recipe = field(default_factory=Recipe)
    format: str = "jsonl"
    target: str | None = None
    lang: Lang = "en"
    workers: int = 1
    size: int = 1000
    timeout: float = 60.0
    restart: bool = False
    settle: float | None = None
    profile: Profile | None = None

    @property
    def settings(self) -> dict[str, Any]:
        """What the bytes of the result depend on, beside the engine."""
        intake = self.recipe.intake
        fields = {name: getattr(intake.fields, name) for name in ("text", "id", "title", "date", "url")}
        return {
            "inputs": [printable(each) for each in self.inputs],
            "watch": self.settle is not None,
            "format": self.format,
            "to": self.target and shown(self.target),
            "language": self.lang if formats.named(self.format).kind == "findings" else None,
            "part_size": self.size,
            "published": self.recipe.published,
            "input_format": intake.format,
            "fields": ", ".join(f"{name}={said}" for name, said in fields.items() if said),
            "max_bytes": intake.max_bytes,
        }


def run(job: Job, listener: Listener | None = None) -> Tally:
    """Does what is left of a job; one that watches ends by an exception alone, such as ``KeyboardInterrupt``.

    Raises:
        ArticleError: What is to be watched is no folder.
        ExportError: The folder or the target cannot be used, holds something else, or another run is at work there.
        RuleError: A rule file is wrong.
        WorkerError: The processes die as they start.
    """
    if job.settle is not None:
        watching.check(job.inputs, job.folder)
    _refuse_foreign(job.folder)
    job.folder.mkdir(parents=True, exist_ok=True)
    with alone(job.folder):
        preload = (prepare.__module__, *job.recipe.preload)
        warm_up(preload)
        begun = _Run(job, listener or Listener(), _manifest(job), preload)
        return begun.take() if job.settle is None else begun.watch(job.settle)


def usual_workers() -> int:
    """As many as there are processors for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _refuse_foreign(folder: Path) -> None:
    """
    Raises:
        ExportError: There are files in the folder, and none of them is a manifest.
    """
    if not folder.is_dir() or (folder / MANIFEST).exists():
        return
    ours = {LOCK, f".{MANIFEST}.tmp"}
    if foreign := [path.name for path in folder.iterdir() if path.name not in ours]:
        raise ExportError(f"{folder}: holds {min(foreign)}, which is not ours; choose another folder")


def _manifest(job: Job) -> Manifest:
    """That of the folder, or a new one."""
    wanted = Manifest.begun(job.settings, job.recipe.extractor().engine.model_dump())
    held = Manifest.read(job.folder, to_forget=job.restart)
    if held is None:
        return wanted
    if job.restart:
        parts.clear(job.folder)
        (job.folder / JOURNAL).unlink(missing_ok=True)
        return wanted
    if differences := ", ".join(held.differences(wanted)):
        raise ExportError(
            f"{job.folder}: was begun in another way: {differences}; do as then, or begin anew with --restart"
        )
    if held.parts and job.target is not None and parts.is_empty(job.target, job.format):
        held.parts.clear()  # somebody has taken the database away
    return held


@dataclass(frozen=True, slots=True)
class _Run:
    """A run in a folder that is its own."""

    job: Job
    listener: Listener
    manifest: Manifest
    preload: tuple[str, ...]

    def take(self) -> Tally:
        """Takes the inputs that there are."""
        job, manifest = self.job, self.manifest
        manifest.keep_sound(job.folder)
        items, tally = _left(units(job.inputs, job.recipe.intake), manifest, job)
        self.listener.began(tally)
        first = next(items, None)
        if first is not None:
            with self._ready(tally) as work:
                work(itertools.chain([first], items))
        manifest.complete = True
        manifest.write(job.folder)
        return tally

    def watch(self, settle: float) -> Tally:
        """Takes the files of the inputs as they come."""
        job = self.job
        journal = Journal(job.folder, len(self.manifest.parts))
        tally = _tally(self.manifest)
        self.listener.began(tally)
        with self._ready(tally, journal.add) as work:
            for found in watching.arrivals(job.inputs, journal.taken, settle):
                work(
                    item
                    for path, state in found
                    for item in journal.left(path, state, of_file(path, job.recipe.intake))
                )
        return tally

    @contextmanager
    def _ready(
        self, tally: Tally, before_part: Callable[[int, list[Unit]], object] = lambda number, done: None
    ) -> Iterator[Callable[[Iterator[Item]], None]]:
        """Gives what has units worked on and written, while the processes and the target are there."""
        job, manifest, listener = self.job, self.manifest, self.listener

        def lost(unit: Unit | None, reason: str, again: bool) -> None:
            listener.loss(unit.label if unit else None, reason, again)

        manifest.complete = False
        with parts.opened(job.folder, job.format, job.target, job.lang) as sink:
            manifest.write(job.folder)
            parts.clear(job.folder, manifest.names)
            profile = job.profile
            writing = Writing(job.folder, job.size, sink, manifest, tally, listener, before_part, profile)
            crew: Crew[Unit] = Crew(
                partial(prepare if profile is None else prepare_timed, job.recipe, sink.form),
                workers=job.workers,
                timeout=job.timeout,
                preload=self.preload,
                on_loss=lost,
            )

            def work(items: Iterator[Item]) -> None:
                with closing(crew.run(chunked(profile.reading(items) if profile else items))) as results:
                    writing.write(results)

            with closing(crew):
                yield work


def _left(items: Iterator[Item], manifest: Manifest, job: Job) -> tuple[Iterator[Item], Tally]:
    """The units that no part has yet. A last part that is not full is done anew if there is more.

    Raises:
        ExportError: The inputs are not what they were.
    """
    rest: list[Item] = []
    for part in manifest.parts:
        rest = list(itertools.islice(items, part.units))
        if len(rest) < part.units or digest(unit for _, unit in rest) != part.inputs:
            raise ExportError(
                f"{job.folder}: the inputs have changed between {part.first} and {part.last};"
                " begin anew with --restart"
            )
    more = list(itertools.islice(items, 1))
    if more and manifest.parts and len(rest) < job.size:
        manifest.parts.pop()
        more = rest + more
    return itertools.chain(more, items), _tally(manifest)


def _tally(manifest: Manifest) -> Tally:
    done = Tally(parts=len(manifest.parts))
    for part in manifest.parts:
        done.units += part.units
        done.articles += part.articles
        done.errors += part.errors
    done.before = done.units
    return done
