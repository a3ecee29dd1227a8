"""The options that commands share, and what is said of wrong ones."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from beritaextract.export import FORMATS, STORES
from beritaextract.reading.formats import FORMATS as INPUTS
from beritaextract.reading.formats import SUFFIXES
from beritaextract.reading.intake import Intake
from beritaextract.reading.opening import DEFAULT_LIMIT, Fields

__all__ = [
    "CLEAN", "FINDINGS", "UNUSABLE", "Codes", "Files", "Format", "Language", "Names", "Output", "Packs",
    "Published", "To", "codes", "language", "one_of", "takes_input",
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


def takes_input(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options that say how inputs are read; it gets them as one ``intake``."""

    @functools.wraps(command)
    def with_intake(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in _INPUT}
        fields = Fields(
            **{name.removesuffix("_field"): chosen[name] for name in _INPUT if name.endswith("_field")}
        )
        command(**given, intake=Intake(chosen["input_format"], fields, chosen["max_bytes"]))

    own = inspect.signature(command, eval_str=True)
    kept = [each for each in own.parameters.values() if each.name != "intake"]
    further = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in _INPUT.items()
    ]
    with_intake.__signature__ = own.replace(parameters=[*kept, *further])  # type: ignore[attr-defined]
    with_intake.__annotations__ = {each.name: each.annotation for each in (*kept, *further)}
    return with_intake


def language(chosen: str | None, configured: str | None = None) -> Literal["id", "en"]:
    """The language of the screen: as chosen, as configured, else that of the locale."""
    from beritaextract.diagnostics import speech

    wanted = chosen or configured or speech.from_locale(os.environ)
    return "id" if wanted == "id" else "en"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|DIR|-…",
        help=f"Files ({' '.join(SUFFIXES)}; also .gz and .zst), folders, globs, or - for stdin.",
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        metavar="|".join((*FORMATS, *STORES)),
        callback=one_of((*FORMATS, *STORES), "format"),
        help="The form of what is printed, or of what --to fills; see `formats`.",
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
To = Annotated[
    str | None,
    typer.Option(
        metavar="TARGET",
        help="Fill a file, a folder or a database: berita.db, berita.duckdb, hasil/, postgresql://host/name.",
    ),
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


def _field(help: str) -> Any:
    return Annotated[str | None, typer.Option(metavar="NAME", help=help)]


_INPUT: dict[str, tuple[Any, Any]] = {
    "input_format": (
        Annotated[
            str | None,
            typer.Option(
                metavar="|".join(each.name for each in INPUTS),
                callback=one_of([each.name for each in INPUTS], "input format"),
                help="What the inputs are, where neither their names nor their beginnings tell.",
            ),
        ],
        None,
    ),
    "text_field": (_field("Of JSON, CSV and Parquet: what holds the text; a.b looks inside a."), None),
    "id_field": (_field("What holds the id of the article."), None),
    "title_field": (_field("What holds the headline; it becomes the first line of the text."), None),
    "date_field": (_field("What holds the day of publication."), None),
    "url_field": (_field("What holds the address."), None),
    "max_bytes": (
        Annotated[
            int,
            typer.Option(
                min=1, metavar="N", help="How large a file, or a row of a file of rows, may be unpacked."
            ),
        ],
        DEFAULT_LIMIT,
    ),
}
