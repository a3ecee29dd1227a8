"""What to read, how to understand it, and where the results go."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from beritaextract.errors import ArticleError
from beritaextract.export import FORMATS, Failure, Outcome
from beritaextract.lines import one_line

if TYPE_CHECKING:
    from beritaextract.mentions import How
    from beritaextract.model import Article
    from beritaextract.pipeline import Extractor

__all__ = ["Job", "fail", "say", "usual_format"]

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

    @property
    def several(self) -> bool:
        """Whether the reader expects a collection, however many articles there are."""
        return len(self.named) > 1 or os.path.isdir(self.named[0])

    @cached_property
    def inputs(self) -> list[str | Failure]:
        return list(_inputs(self.named))

    @cached_property
    def extractor(self) -> Extractor:
        from beritaextract.pipeline import Extractor

        return Extractor(self.packs, names=self.names, style=self.style)

    def read(self, path: str) -> Article:
        """
        Raises:
            ArticleError: The file cannot be read as an article.
        """
        if path == "-":
            return self.extractor.extract(sys.stdin.buffer.read(), published=self.published, path="-")
        return self.extractor.extract_file(path, published=self.published)

    def outcomes(self) -> Iterator[Outcome]:
        """Each article or failure, as soon as it is read; failures are said on stderr."""
        extractor = self.extractor  # a wrong rule file ends the run before anything is printed
        assert extractor
        for found in _with_progress(self.inputs):
            outcome: Outcome
            if isinstance(found, Failure):
                outcome = found
            else:
                try:
                    outcome = self.read(found)
                except ArticleError as error:
                    outcome = Failure.of(found, error)
            if isinstance(outcome, Failure):
                say(outcome.message)
            yield outcome

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


def fail(message: str, code: int) -> NoReturn:
    say(message)
    raise typer.Exit(code) from None


def _inputs(named: Iterable[str]) -> Iterator[str | Failure]:
    for path in named:
        if path != "-" and os.path.isdir(path):
            yield from _folder(path)
        else:
            yield path


def _folder(path: str) -> Iterator[str | Failure]:
    """Every ``*.txt`` below ``path``, sorted; what cannot be listed is a failure of its own."""
    closed: list[OSError] = []
    found = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(path, onerror=closed.append)
        for name in names
        if name.lower().endswith(".txt")
    ]
    for error in closed:
        yield _unusable(error.filename, f"{error.strerror}; make the folder readable")
    if not found and not closed:
        yield _unusable(path, "no *.txt file in this folder; name the files, or another folder")
    yield from sorted(found)


def _unusable(path: str, reason: str) -> Failure:
    return Failure.of(path, ArticleError(f"{path}: {reason}"))


def _same(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.samefile(one, other)


def _with_progress(inputs: list[str | Failure]) -> Iterator[str | Failure]:
    """The inputs, with a bar on stderr where there are many, someone looks, and no table runs beside it."""
    if len(inputs) <= _FEW_FILES or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from inputs
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        yield from progress.track(inputs, description="Reading")
