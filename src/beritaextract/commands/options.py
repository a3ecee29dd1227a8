"""The options that commands share, and what is said of wrong ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from beritaextract.export import FORMATS

__all__ = [
    "CLEAN", "FINDINGS", "UNUSABLE", "Codes", "Files", "Format", "Language", "Names", "Output", "Packs",
    "Published", "codes", "language", "one_of",
]  # fmt: skip

CLEAN, FINDINGS, UNUSABLE = 0, 1, 2
_WAYS = ("model", "rules")
_LANGUAGES = ("id", "en")


def one_of(known: Sequence[str], what: str) -> Callable[[str | None], str | None]:
    """Refuses a value that is none of the known, and names them."""

    def checked(value: str | None) -> str | None:
        if value is not None and value not in known:
            raise typer.BadParameter(f"{value!r} is no {what}; choose one of {', '.join(known)}")
        return value

    return checked


def _iso_date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write year-month-day, as in 2021-09-23") from None


def codes(listed: Sequence[str] | None) -> tuple[str, ...]:
    """Codes of repeated options, each of which may hold several.

    >>> codes(["BX3,BX101", "BX7"])
    ('BX3', 'BX101', 'BX7')
    """
    return tuple(code.strip() for each in listed or () for code in each.split(",") if code.strip())


def language(chosen: str | None, configured: str | None = None) -> Literal["id", "en"]:
    """The language of the screen: as chosen, as configured, else that of the locale."""
    from beritaextract.diagnostics import speech

    wanted = chosen or configured or speech.from_locale(os.environ)
    return "id" if wanted == "id" else "en"


Files = Annotated[
    list[str], typer.Argument(metavar="FILE|DIR|-…", help="Text files, folders of *.txt, or - for stdin.")
]
Format = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(FORMATS), callback=one_of(FORMATS, "format"), help="The form of what is printed."
    ),
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
        callback=one_of(_WAYS, "way to find names"),
        help="How names are found: without the model by rules alone.",
    ),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of stdout.")
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(_LANGUAGES),
        callback=one_of(_LANGUAGES, "language"),
        help="The language of the messages; without it that of the locale.",
    ),
]
Codes = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE,…", help="Codes or their beginnings, such as BX101 or BX3; repeatable."),
]
