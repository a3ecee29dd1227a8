"""The command line: parses, calls, prints. Data goes to stdout, everything else to stderr.

Exit codes: 0 clean, 1 findings (``check``), error records (``batch``), changed facts (``compare``), contradictions
(``crosscheck``) or examples that fail (``patterns test``), 2 an input, an option, a setting or a rule file that cannot
be used, 130 stopped by Ctrl-C, 141 a pipe's reader left.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.core import TyperGroup

from beritaextract import __version__
from beritaextract.commands import batching, checking, comparing, explaining, storing
from beritaextract.commands.job import Job, fail, remedied, say, usual_format
from beritaextract.commands.options import (
    CLEAN,
    FINDINGS,
    UNUSABLE,
    Files,
    Format,
    Names,
    Output,
    Packs,
    Published,
    To,
    takes_input,
)
from beritaextract.commands.storing import check_target
from beritaextract.errors import BeritaError
from beritaextract.export import Failure, store, write
from beritaextract.reading.intake import Intake

if TYPE_CHECKING:
    from beritaextract.mentions import How


class _Commands(TyperGroup):
    """Turns what may go wrong outside the program into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The interpreter flushes stdout once more on its way out, and would complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(141) from None
        except (BeritaError, OSError, KeyboardInterrupt) as error:
            fail(*remedied(error))


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


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"beritaextract {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    pass


@app.command()
@takes_input
def extract(
    files: Files,
    format: Format = None,
    published: Published = None,
    patterns: Packs = None,
    names: Names = "model",
    output: Output = None,
    to: To = None,
    *,
    intake: Intake,
) -> None:
    """Print the facts and the verdicts of articles, or store them with --to.

    At a terminal a table; elsewhere JSON: an object for one file, an array for several files or a folder.
    """
    check_target(format, output, to)
    job = Job(files, published, patterns or [], output, cast("How", names), intake=intake)
    failed = False

    def watched() -> Any:
        nonlocal failed
        for outcome in job.outcomes():
            failed |= isinstance(outcome, Failure)
            yield outcome

    if to is not None:
        say(str(store(watched(), to, format=format)))
    else:
        with job.destination() as out:
            write(format or usual_format(output), watched(), out, several=job.several)
    raise typer.Exit(UNUSABLE if failed else CLEAN)


app.command()(batching.batch)
app.command()(checking.check)
app.command()(explaining.explain)
app.command()(explaining.rules)
app.command()(storing.formats)
app.command()(comparing.compare)
app.command()(comparing.crosscheck)


@app.command()
@takes_input
def trace(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The article, or - for stdin.")],
    key: Annotated[str, typer.Argument(metavar="ID", help="Such as q1, p2, b1 or BX101-1, as in the JSON.")],
    published: Published = None,
    patterns: Packs = None,
    names: Names = "model",
    *,
    intake: Intake,
) -> None:
    """Tell how one record came about: its rule, the words it rests on, and its steps."""
    from beritaextract import tracing

    job = Job([file], published, patterns or [], names=cast("How", names), intake=intake)
    typer.echo("\n".join(tracing.trace(job.read(file), key, job.extractor.book)))


@app.command()
def schema() -> None:
    """Print the JSON Schema of what `extract` prints."""
    import json

    from beritaextract.model import Article

    typer.echo(json.dumps(Article.json_schema(), ensure_ascii=False, indent=2))


app.add_typer(patterns_app, name="patterns")


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


def main() -> None:
    app(prog_name="beritaextract")
