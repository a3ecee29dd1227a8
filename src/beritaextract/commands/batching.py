"""``batch``: many articles by many processes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from beritaextract.commands.job import remedied
from beritaextract.commands.options import (
    CLEAN,
    FINDINGS,
    Files,
    Names,
    Packs,
    Published,
    language,
    one_of,
    takes_input,
)
from beritaextract.errors import BeritaError
from beritaextract.export import FINDING_FORMATS, FORMATS, STORES
from beritaextract.reading.intake import Intake

if TYPE_CHECKING:
    from beritaextract.batch import Job
    from beritaextract.commands.telling import Teller
    from beritaextract.mentions import How

__all__ = ["batch"]

_FORMATS = (*FORMATS, *FINDING_FORMATS, *STORES)


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
            metavar="|".join(_FORMATS),
            callback=one_of(_FORMATS, "format"),
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
    watch: Annotated[
        bool, typer.Option("--watch", help="Take files as they come into the folders, until Ctrl-C.")
    ] = False,
    settle: Annotated[
        float,
        typer.Option(
            min=0.1,
            metavar="SECONDS",
            help="With --watch: how long a file must not have changed to be complete.",
        ),
    ] = 2.0,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Tell everything on stderr as JSON, an object a line.")
    ] = False,
    profile: Annotated[bool, typer.Option("--profile", help="Tell at the end where the time went.")] = False,
    published: Published = None,
    patterns: Packs = None,
    names: Names = "model",
    *,
    intake: Intake,
) -> None:
    """Extract many articles with many processes; a run that was stopped goes on where it was.

    Exit code 0: all gave facts, 1: some gave an error record instead, 2: nothing could be done.
    """
    from beritaextract.batch import Job, Profile, Recipe, usual_workers
    from beritaextract.batch.expected import expected
    from beritaextract.commands.telling import telling

    job = Job(
        inputs=tuple(files),
        folder=output,
        recipe=Recipe(tuple(map(str, patterns or ())), cast("How", names), published, intake),
        format=format,
        target=to,
        lang=language(None),
        workers=workers or usual_workers(),
        size=part_size,
        timeout=timeout,
        restart=restart,
        settle=settle if watch else None,
        profile=Profile() if profile else None,
    )
    total = None if watch else expected(files, intake)
    with telling(job, total, as_json=log_json) as teller:
        code = _run(job, teller)
    raise typer.Exit(code)


def _run(job: Job, teller: Teller) -> int:
    """Does the job, tells how it ends; returns the exit code."""
    from beritaextract.batch import run
    from beritaextract.export.flat.store import shown

    try:
        tally = run(job, teller)
    except (BeritaError, OSError, KeyboardInterrupt) as problem:
        if job.settle is None or not isinstance(problem, KeyboardInterrupt) or teller.tally is None:
            message, code = remedied(problem)
            teller.failed(message)
            return code
        tally = teller.tally
    teller.ended(tally, shown(job.target) if job.target else os.fspath(job.folder))
    if job.profile is not None:
        teller.profiled(job.profile, job.workers)
    return FINDINGS if tally.errors else CLEAN
