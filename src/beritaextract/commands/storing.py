"""``extract --to``: what may go together; and ``formats``, which lists all forms of input and output."""

from __future__ import annotations

import typer

from beritaextract.export import STORES
from beritaextract.export.formats import REGISTER, Format, find
from beritaextract.reading import formats as inputs

__all__ = ["check_target", "formats"]

_TITLES = {
    "stream": "extract --format NAME prints",
    "store": "extract --to TARGET fills",
    "findings": "check --format NAME prints",
}


def check_target(format: str | None, output: str | None, to: str | None) -> None:
    """
    Raises:
        typer.BadParameter: The options contradict one another.
    """
    if to is not None and output is not None:
        raise typer.BadParameter("-o is for what is printed, and --to prints nothing; leave one out")
    if to is None and format in STORES:
        raise typer.BadParameter(f"{format} needs a target; name it with --to")
    if to is None and format is None and output is not None and (found := find(output)) is not None:
        raise typer.BadParameter(f"-o is for what is printed; for {found.name} write --to {output}")


def formats() -> None:
    """List the forms of input and output, and what each needs."""
    names = [each.name for each in REGISTER] + [each.name for each in inputs.FORMATS]
    width = max(map(len, names))
    typer.echo("All commands read:")
    for each in inputs.FORMATS:
        needs = f"; in beritaextract[{each.extra}]" if each.extra else ""
        typer.echo(
            f"  {each.name:<{width}}  {each.help} ({', '.join(f'*{end}' for end in each.suffixes)}){needs}"
        )
    for kind, title in _TITLES.items():
        typer.echo(f"{title}:")
        for format in REGISTER:
            if format.kind == kind or (kind == "findings" and format.verdicts):
                typer.echo(f"  {format.name:<{width}}  {_described(format, kind)}")


def _described(format: Format, kind: str) -> str:
    words = format.help
    if kind == "store":
        targets = ["FOLDER/" if end == "/" else f"*{end}" for end in format.endings]
        targets += [f"{scheme}…" for scheme in format.schemes]
        words += f" ({', '.join(targets)})"
    if format.missing:
        words += f"; needs: pip install 'beritaextract[{format.extra}]'"
    return words
