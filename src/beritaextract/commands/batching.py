"""``batch``: many articles by many processes, and how far it is."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, cast

import typer

from beritaextract.commands.job import say
from beritaextract.commands.options import (
    CLEAN,
    FINDINGS,
    Files,
    Names,
    Packs,
    Published,
    one_of,
    takes_input,
)
from beritaextract.export import FORMATS, STORES
from beritaextract.reading.intake import Intake

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from beritaextract.batch import Tally
    from beritaextract.mentions import How

__all__ = ["batch"]

_EVERY = 60.0
"""Seconds between two lines where nobody looks."""


@takes_input
def batch(
    files: Files,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the parts and the manifest go.")
    ],
    to: Annotated[
        str | None,
        typer.Option(metavar="TARGET", help="Fill a database instead of parts: berita.db, postgresql://…"),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            metavar="|".join((*FORMATS, *STORES)),
            callback=one_of((*FORMATS, *STORES), "format"),
            help="The form of the parts; see `formats`.",
        ),
    ] = "jsonl",
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="How many processes; 0: one for each processor.")
    ] = 0,
    part_size: Annotated[int, typer.Option(min=1, metavar="N", help="Articles of a part.")] = 1000,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="What one article may take.")
    ] = 60.0,
    restart: Annotated[bool, typer.Option("--restart", help="Forget what an earlier run has done.")] = False,
    published: Published = None,
    patterns: Packs = None,
    names: Names = "model",
    *,
    intake: Intake,
) -> None:
    """Extract many articles with many processes; a run that was stopped goes on where it was.

    Exit code 0: all gave facts, 1: some gave an error record instead.
    """
    from beritaextract.batch import Job, Recipe, run, usual_workers

    packs = tuple(map(str, patterns or ()))
    job = Job(
        inputs=tuple(files),
        folder=output,
        recipe=Recipe(packs, cast("How", names), published, intake),
        format=format,
        target=to,
        workers=workers or usual_workers(),
        size=part_size,
        timeout=timeout,
        restart=restart,
    )
    with _progress(files, intake) as progress:
        tally = run(job, on_unit=progress.tell, on_error=progress.complain)
    say(_summary(tally, to or str(output)))
    raise typer.Exit(FINDINGS if tally.errors else CLEAN)


def _summary(tally: Tally, where: str) -> str:
    from beritaextract.export.flat.store import shown

    earlier = f"; {tally.before:,} of {tally.units:,} were done before" if tally.before else ""
    counted = f"{tally.articles:,} article{'s' * (tally.articles != 1)}"
    errors = f"{tally.errors:,} error{'s' * (tally.errors != 1)}"
    return f"{counted}, {errors} in {shown(where)}{earlier}"


class _Teller(Protocol):
    def tell(self, tally: Tally) -> None: ...

    def complain(self, message: str) -> None: ...


@contextlib.contextmanager
def _progress(files: list[str], intake: Intake) -> Iterator[_Teller]:
    """A bar at a terminal, elsewhere a line a minute."""
    from beritaextract.batch.expected import expected

    total = expected(files, intake)
    if not sys.stderr.isatty():
        yield _Lines(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns: tuple[Any, ...] = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[errors]}"),
    )
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        task = progress.add_task("", total=total, rate="", errors="")
        yield _Bar(progress, task, time.monotonic())


class _Bar:
    def __init__(self, progress: Progress, task: TaskID, start: float) -> None:
        self._progress = progress
        self._task = task
        self._start = start

    def tell(self, tally: Tally) -> None:
        rate = (tally.units - tally.before) / max(time.monotonic() - self._start, 0.001)
        errors = f"{tally.errors:,} errors" if tally.errors else ""
        self._progress.update(self._task, completed=tally.units, rate=f"{rate:,.0f}/s", errors=errors)

    def complain(self, message: str) -> None:
        say(message)


class _Lines:
    def __init__(self, total: int | None) -> None:
        self._total = total
        self._start = self._told = time.monotonic()

    def tell(self, tally: Tally) -> None:
        now = time.monotonic()
        if now - self._told < _EVERY:
            return
        self._told = now
        rate = (tally.units - tally.before) / (now - self._start)
        of = f" of {self._total:,}" if self._total is not None else ""
        left = ""
        if self._total is not None and rate > 0:
            left = f", {_time(max(0.0, (self._total - tally.units) / rate))} left"
        say(f"{tally.units:,}{of}, {rate:,.0f}/s{left}, {tally.errors:,} errors")

    def complain(self, message: str) -> None:
        say(message)


def _time(seconds: float) -> str:
    """
    >>> _time(59.6), _time(3725)
    ('1 min', '1 h 2 min')
    """
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
