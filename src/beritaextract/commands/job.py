"""What to read, how to understand it, and where the results go."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from beritaextract.commands.options import UNUSABLE
from beritaextract.errors import ArticleError
from beritaextract.export import FORMATS, Failure, Outcome
from beritaextract.lines import one_line
from beritaextract.reading.intake import Intake
from beritaextract.reading.paths import expand

if TYPE_CHECKING:
    from beritaextract.mentions import How
    from beritaextract.model import Article
    from beritaextract.pipeline import Extractor

__all__ = ["Job", "fail", "remedied", "say", "usual_format"]

_FEW_FILES = 5


@dataclass
class Job:
    """The files of one run, read one after the other."""

    named: list[str]
    published: str | None = None
    packs: list[Path] = field(default_factory=list)
    output: str | None = None
    names: How = "model"
    style: bool = False
    intake: Intake = field(default_factory=Intake)

    @property
    def several(self) -> bool:
        """Whether the reader expects a collection, however many articles there are."""
        return len(self.inputs) != 1 or os.path.isdir(self.named[0]) or self.intake.is_of_rows(self.named[0])

    @cached_property
    def inputs(self) -> list[str | ArticleError]:
        """The files that are meant, an error for what cannot be listed."""
        return [each for path in self.named for each in expand(path)]

    @cached_property
    def extractor(self) -> Extractor:
        from beritaextract.pipeline import Extractor

        return Extractor(self.packs, names=self.names, style=self.style)

    def read(self, path: str) -> Article:
        """The one article of a file, or of a row of it: ``arsip.jsonl#17``.

        Raises:
            ArticleError: The file cannot be read, or does not hold just one.
        """
        path, row = _located(path)
        found = (each for each in self.intake.documents(path) if row is None or each.row == row)
        first = next(found, None)
        if first is None:
            raise ArticleError(f"{path}: has no row {row}; name another")
        if isinstance(first, ArticleError):
            raise first
        if row is None and next(found, None) is not None:
            raise ArticleError(
                f"{path}: holds several articles; name a row of it, such as {first.source.label}"
            )
        return self.extractor.extract_document(first, published=self.published)

    def outcomes(self) -> Iterator[Outcome]:
        """Each article or failure, as soon as it is read; failures and warnings are said on stderr."""
        from beritaextract.mentions import guard

        extractor = self.extractor  # a wrong rule file ends the run before anything is printed
        for path in _with_progress(self.inputs):
            for found in (path,) if isinstance(path, ArticleError) else self.intake.documents(path):
                if isinstance(found, ArticleError):
                    say(str(found))
                    yield Failure.of(path if isinstance(path, str) else found.path or "", found)
                    continue
                article = extractor.extract_document(found, published=self.published)
                for warning in guard.WARNINGS.intersection(article.notes):
                    say(f"{article.source.label}: {warning}")
                yield article

    @contextlib.contextmanager
    def destination(self) -> Iterator[TextIO]:
        if self.output is None or self.output == "-":
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            yield sys.stdout
            sys.stdout.flush()
            return
        if any(
            isinstance(found, str) and os.path.exists(self.output) and _same(found, self.output)
            for found in self.inputs
        ):
            raise typer.BadParameter(f"{self.output} is one of the inputs; choose another file for -o")
        with open(self.output, "w", encoding="utf-8", newline="\n") as out:
            yield out


def usual_format(output: str | None) -> str:
    """A table at a terminal, what the name of the output file says, else JSON."""
    if output is None or output == "-":
        return "table" if sys.stdout.isatty() else "json"
    suffix = Path(output).suffix[1:].lower()
    return suffix if suffix in FORMATS else "table" if suffix == "txt" else "json"


def say(message: str) -> None:
    typer.echo(f"beritaextract: {one_line(message)}", err=True)


def remedied(problem: BaseException) -> tuple[str, int]:
    """What to say of a problem outside the program, with the remedy, and the exit code."""
    if isinstance(problem, KeyboardInterrupt):
        return "stopped", 130
    if isinstance(problem, OSError):
        where = f"{problem.filename}: " if problem.filename else ""
        return f"{where}{problem.strerror or problem}; free the disk or choose another path", UNUSABLE
    return str(problem), UNUSABLE


def fail(message: str, code: int) -> NoReturn:
    say(message)
    raise typer.Exit(code) from None


def _located(path: str) -> tuple[str, int | None]:
    """A path and a row: ``arsip.jsonl#17`` is row 17 of ``arsip.jsonl``."""
    file, _, row = path.rpartition("#")
    return (file, int(row)) if row.isdecimal() and file and not os.path.exists(path) else (path, None)


def _same(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.samefile(one, other)


def _with_progress(inputs: list[str | ArticleError]) -> Iterator[str | ArticleError]:
    """The inputs, with a bar on stderr where there are many, someone looks, and no table runs beside it."""
    if len(inputs) <= _FEW_FILES or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from inputs
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        yield from progress.track(inputs, description="Reading")
