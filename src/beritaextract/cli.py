"""The command line: parses, calls, prints. Data goes to stdout, everything else to stderr.

Exit codes: 0 clean, 1 findings of severity error (``check``) or examples that fail (``patterns test``),
2 an input, an option or a rule file that cannot be used, 130 stopped by Ctrl-C, 141 a pipe's reader left.

What takes time to import is imported by the command that needs it.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TextIO, cast

import typer
from typer.core import TyperGroup

from beritaextract import __version__
from beritaextract.errors import ArticleError, BeritaError
from beritaextract.export import FORMATS, Failure, Outcome, write
from beritaextract.lines import one_line

if TYPE_CHECKING:
    from beritaextract.mentions import How
    from beritaextract.model import Article
    from beritaextract.pipeline import Extractor

CLEAN, FINDINGS, UNUSABLE = 0, 1, 2
_FEW_FILES = 5
_WAYS = ("model", "rules")


class _Commands(TyperGroup):
    """Turns what may go wrong outside the program into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BeritaError as error:
            _fail(str(error), UNUSABLE)
        except KeyboardInterrupt:
            _fail("stopped", 130)
        except BrokenPipeError:
            # The interpreter flushes stdout once more on its way out, and would complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(141) from None
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            _fail(f"{where}{error.strerror or error}; free the disk or choose another path", UNUSABLE)


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Facts with source spans from Indonesian news, and a check of every article against itself.",
)
patterns_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Work with rule files.")
app.add_typer(patterns_app, name="patterns")


def _known_format(name: str | None) -> str | None:
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is no format; choose one of {', '.join(FORMATS)}")
    return name


def _known_way(name: str) -> str:
    if name not in _WAYS:
        raise typer.BadParameter(f"{name!r} is no way to find names; choose one of {', '.join(_WAYS)}")
    return name


def _iso_date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write year-month-day, as in 2021-09-23") from None


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"beritaextract {__version__}")
        raise typer.Exit


Files = Annotated[
    list[str], typer.Argument(metavar="FILE|DIR|-…", help="Text files, folders of *.txt, or - for stdin.")
]
Format = Annotated[
    str | None,
    typer.Option(metavar="|".join(FORMATS), callback=_known_format, help="The form of what is printed."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=_iso_date, help="When the articles appeared: 2021-09-23."),
]
Packs = Annotated[
    list[Path] | None,
    typer.Option(exists=True, file_okay=False, help="A folder of rules over the shipped ones; repeatable."),
]
Names = Annotated[
    str,
    typer.Option(
        metavar="|".join(_WAYS),
        callback=_known_way,
        help="How names are found: without the model by rules alone.",
    ),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of stdout.")
]


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    files: Files,
    format: Format = None,
    published: Published = None,
    patterns: Packs = None,
    names: Names = "model",
    output: Output = None,
) -> None:
    """Print the facts and the verdicts of articles.

    At a terminal a table; elsewhere JSON: an object for one file, an array for several files or a folder.
    """
    job = _Job(files, published, patterns or [], output, cast("How", names))
    tally = job.run(format or _usual_format(output), checks_only=False)
    raise typer.Exit(UNUSABLE if tally.unusable else CLEAN)


@app.command()
def check(
    files: Files,
    format: Format = "table",
    published: Published = None,
    patterns: Packs = None,
    output: Output = None,
) -> None:
    """Print the verdicts only.

    Exit code 0: clean, 1: a finding of severity error, 2: bad input or rules.
    """
    job = _Job(files, published, patterns or [], output)
    tally = job.run(format or "table", checks_only=True)
    if tally.articles + tally.unusable > 1:
        _say(
            f"{tally.articles} read, {tally.unusable} not usable; "
            f"{tally.checks} verdicts, {tally.findings} of them findings of severity error"
        )
    raise typer.Exit(UNUSABLE if tally.unusable else FINDINGS if tally.findings else CLEAN)


@app.command()
def explain(
    code: Annotated[str | None, typer.Argument(help="Such as BX101; all codes are listed without.")] = None,
) -> None:
    """Tell what a check does, with an example that holds and one that does not."""
    from beritaextract.checks import CATALOGUE

    if code is None:
        for each in CATALOGUE.values():
            typer.echo(f"{each.code}  {each.severity:<7}  {each.title}")
        return
    entry = CATALOGUE.get(code.upper())
    if entry is None:
        _fail(f"{code}: no such check; known: {', '.join(CATALOGUE)}", UNUSABLE)
    typer.echo(f"{entry.code}: {entry.title} (severity {entry.severity})\n")
    for paragraph in entry.what.splitlines():
        typer.echo(textwrap.fill(paragraph, 100) + "\n")
    rows = {"Trigger": entry.trigger, "Holds": entry.holds, "Contradicts": entry.contradicts}
    for label, text in rows.items():
        typer.echo(textwrap.fill(text, 100, initial_indent=f"{label + ':':<13}", subsequent_indent=" " * 13))


@app.command()
def trace(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The article, or - for stdin.")],
    key: Annotated[str, typer.Argument(metavar="ID", help="Such as q1, p2, b1 or BX101-1, as in the JSON.")],
    published: Published = None,
    patterns: Packs = None,
    names: Names = "model",
) -> None:
    """Tell how one record came about: its rule, the words it rests on, and its steps."""
    from beritaextract import tracing

    job = _Job([file], published, patterns or [], None, cast("How", names))
    extractor, article = job.article(file)
    typer.echo("\n".join(tracing.trace(article, key, extractor.book)))


@app.command()
def schema() -> None:
    """Print the JSON Schema of what `extract` prints."""
    import json

    from beritaextract.model import Article

    typer.echo(json.dumps(Article.json_schema(), ensure_ascii=False, indent=2))


@patterns_app.command("test")
def run_examples(
    packs: Annotated[
        list[Path] | None,
        typer.Argument(exists=True, file_okay=False, metavar="[DIR]…", help="Packs over the shipped rules."),
    ] = None,
) -> None:
    """Run the examples of every rule.

    Exit code 0: all hold, 1: some fail, 2: a rule file is wrong.
    """
    from beritaextract import examples

    results = list(examples.run(packs or []))
    failed = [result for result in results if result.problem]
    for result in failed:
        typer.echo(f"{result.rule_id}: {result.text!r}: {result.problem}")
    rules = len({result.rule_id for result in results})
    typer.echo(f"{len(results)} examples of {rules} rules: {len(failed) or 'none'} failed")
    raise typer.Exit(FINDINGS if failed else CLEAN)


@dataclass
class _Tally:
    articles: int = 0
    checks: int = 0
    findings: int = 0
    unusable: int = 0

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Counts what passes, and reports failures at once on stderr."""
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self.unusable += 1
                _say(outcome.message)
            else:
                self.articles += 1
                self.checks += len(outcome.checks)
                self.findings += sum(
                    check.severity == "error" and check.verdict in {"inconsistent", "malformed"}
                    for check in outcome.checks
                )
            yield outcome


@dataclass(frozen=True)
class _Job:
    """What to read, how to understand it, and where the results go."""

    named: list[str]
    published: str | None
    packs: list[Path]
    output: str | None
    names: How = "model"

    def run(self, format_name: str, *, checks_only: bool) -> _Tally:
        tally = _Tally()
        inputs = list(_inputs(self.named))
        several = len(self.named) > 1 or os.path.isdir(self.named[0])
        outcomes = tally.watch(self._outcomes(inputs))
        with self._destination(inputs) as out:
            write(format_name, outcomes, out, several=several, checks_only=checks_only)
            out.flush()
        return tally

    def article(self, path: str) -> tuple[Extractor, Article]:
        """One article, and what has extracted it."""
        from beritaextract.pipeline import Extractor

        extractor = Extractor(self.packs, names=self.names)
        return extractor, self._read(extractor, path)

    def _read(self, extractor: Extractor, path: str) -> Article:
        if path == "-":
            return extractor.extract(sys.stdin.buffer.read(), published=self.published, path="-")
        return extractor.extract_file(path, published=self.published)

    def _outcomes(self, inputs: list[str | Failure]) -> Iterator[Outcome]:
        from beritaextract.pipeline import Extractor

        extractor = Extractor(self.packs, names=self.names)
        for found in _with_progress(inputs):
            if isinstance(found, Failure):
                yield found
                continue
            try:
                outcome: Outcome = self._read(extractor, found)
            except ArticleError as error:
                outcome = Failure.of(found, error)
            yield outcome

    @contextlib.contextmanager
    def _destination(self, inputs: list[str | Failure]) -> Iterator[TextIO]:
        if self.output is None or self.output == "-":
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
            yield sys.stdout
            return
        if any(
            isinstance(found, str) and os.path.exists(self.output) and _same(found, self.output)
            for found in inputs
        ):
            raise typer.BadParameter(f"{self.output} is one of the inputs; choose another file for -o")
        with open(self.output, "w", encoding="utf-8", newline="\n") as out:
            yield out


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


def _usual_format(output: str | None) -> str:
    if output is None or output == "-":
        return "table" if sys.stdout.isatty() else "json"
    suffix = Path(output).suffix[1:].lower()
    return suffix if suffix in FORMATS else "table" if suffix == "txt" else "json"


def _say(message: str) -> None:
    typer.echo(f"beritaextract: {one_line(message)}", err=True)


def _fail(message: str, code: int) -> NoReturn:
    _say(message)
    raise typer.Exit(code) from None


def main() -> None:
    app(prog_name="beritaextract")
