"""``compare`` and ``crosscheck``: articles beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from beritaextract.commands.job import Job, say
from beritaextract.commands.options import (
    CLEAN,
    FINDINGS,
    UNUSABLE,
    Files,
    Language,
    Packs,
    Published,
    language,
    one_of,
    takes_input,
)
from beritaextract.export import Failure
from beritaextract.reading.intake import Intake

if TYPE_CHECKING:
    from beritaextract.between import Comparison, Discrepancy
    from beritaextract.diagnostics.speech import Lang
    from beritaextract.model import Article, Span

__all__ = ["compare", "crosscheck"]

_FORMATS = ("text", "json")

_Form = Annotated[
    str,
    typer.Option(
        metavar="|".join(_FORMATS), callback=one_of(_FORMATS, "format"), help="The form of what is printed."
    ),
]


@takes_input
def compare(
    old: Annotated[str, typer.Argument(metavar="OLD|-", help="The article as it was.")],
    new: Annotated[str, typer.Argument(metavar="NEW|-", help="The article as it is.")],
    format: _Form = "text",
    lang: Language = None,
    published: Published = None,
    patterns: Packs = None,
    *,
    intake: Intake,
) -> None:
    """Print the facts that differ between two versions of an article, and a correction note (ralat).

    Exit code 0: no fact differs, 1: some do, 2: bad input or rules.
    """
    from beritaextract import between
    from beritaextract.between import correction

    job = Job([old, new], published, patterns or [], intake=intake)
    before, after = job.read(old), job.read(new)
    found = between.compare(before, after)
    note = correction.note(before, after, found)
    if format == "json":
        _print_json(
            {
                "schema": "beritaextract-compare/1",
                "old": old,
                "new": new,
                "changed": [
                    {"subject": each.subject or None, "old": _spans(each.old), "new": _spans(each.new)}
                    for each in found.changed
                ],
                "gone": [{"kind": each.kind.strip(), **each.span.model_dump()} for each in found.gone],
                "added": [{"kind": each.kind.strip(), **each.span.model_dump()} for each in found.added],
                "note": note or None,
            }
        )
    else:
        for line in _told(before, after, found, language(lang, _configured())):
            typer.echo(line)
        if note:
            typer.echo(f"\n{note}")
    raise typer.Exit(FINDINGS if found else CLEAN)


@takes_input
def crosscheck(
    files: Files,
    format: _Form = "text",
    lang: Language = None,
    published: Published = None,
    patterns: Packs = None,
    *,
    intake: Intake,
) -> None:
    """Print where articles give one measure different values (BX801).

    Exit code 0: nowhere, 1: somewhere, 2: bad input or rules.
    """
    from beritaextract import between

    job = Job(files, published, patterns or [], intake=intake)
    articles: list[Article] = []
    paths: list[str] = []
    failed = False
    for outcome in job.outcomes():
        if isinstance(outcome, Failure):
            failed = True
        else:
            articles.append(outcome)
            paths.append(outcome.source.label)
    if len(articles) < 2 and not failed:
        say("one article has nothing to be held against; name several, or a folder")
    found = list(between.crosscheck(articles))
    if format == "json":
        _print_json(
            {"schema": "beritaextract-crosscheck/1", "findings": [_record(each, paths) for each in found]}
        )
    else:
        chosen = language(lang, _configured())
        for each in found:
            for line in _beside(each, articles, paths, chosen):
                typer.echo(line)
        typer.echo(_summary(len(found), len(articles), chosen))
    raise typer.Exit(UNUSABLE if failed else FINDINGS if found else CLEAN)


def _configured() -> str | None:
    from pathlib import Path

    from beritaextract.diagnostics import config

    return config.find(Path.cwd()).lang


def _print_json(record: dict[str, Any]) -> None:
    import msgspec

    encoded = msgspec.json.Encoder(decimal_format="number").encode(record)
    typer.echo(msgspec.json.format(encoded, indent=2).decode("utf-8"))


def _spans(spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [span.model_dump() for span in spans]


def _told(old: Article, new: Article, found: Comparison, lang: Lang) -> Iterator[str]:
    from beritaextract.between.correction import phrase
    from beritaextract.diagnostics.places import Lines
    from beritaextract.diagnostics.speech import pick
    from beritaextract.lines import one_line

    lines = Lines(old.text), Lines(new.text)
    if found.changed:
        yield pick(lang, f"Berubah ({len(found.changed)})", f"Changed ({len(found.changed)})")
    for each in found.changed:
        places = " → ".join(
            dict.fromkeys(
                ", ".join(dict.fromkeys(str(side.place(span.start).line) for span in spans))
                for side, spans in zip(lines, (each.old, each.new), strict=True)
            )
        )
        subject = f"{one_line(each.subject)}: " if each.subject else ""
        words = [one_line(span.text) for span in (each.old[0], each.new[0])]
        if words[0] == words[1]:
            words = [phrase(old.text, each.old[0]), phrase(new.text, each.new[0])]
        value = " → ".join(words)
        yield f"  {pick(lang, 'baris', 'line')} {places}: {subject}{value}"
    gone, added = pick(lang, "Hilang", "Gone"), pick(lang, "Baru", "New")
    for title, side, text, listed in ((gone, 0, old.text, found.gone), (added, 1, new.text, found.added)):
        if listed:
            yield f"{title} ({len(listed)})"
        for one in listed:
            line = lines[side].place(one.span.start).line
            yield f"  {pick(lang, 'baris', 'line')} {line}: {phrase(text, one.span)}"
    if not found:
        yield pick(lang, "Tidak ada fakta yang berubah.", "No fact differs.")


def _beside(
    found: Discrepancy, articles: Sequence[Article], paths: Sequence[str], lang: Lang
) -> Iterator[str]:
    """Each value in its article, underlined, one below the other."""
    from beritaextract.diagnostics.excerpts import excerpt
    from beritaextract.diagnostics.places import Lines
    from beritaextract.diagnostics.speech import pick
    from beritaextract.export.text import Paint, excerpt_lines
    from beritaextract.lines import one_line

    paint = Paint(typer.get_text_stream("stdout"))
    values = " ≠ ".join(one_line(each.quantity.span.text) for each in found.stated)
    head = pick(lang, "Nilai berbeda antarnaskah", "Articles differ")
    for number, each in enumerate(found.stated):
        lines = Lines(articles[each.article].text)
        place = lines.place(each.quantity.span.start)
        where = paint(f"{one_line(paths[each.article])}:{place.line}:{place.column}", "bold")
        message = f" {paint('BX801', 'warning')} {head}: {one_line(found.measure)} ({found.date}): {values}"
        yield where + (message if not number else "")
        yield from excerpt_lines(
            list(excerpt(lines, [each.quantity.span], paint.width - 8)), paint, "warning"
        )
    yield ""


def _record(found: Discrepancy, paths: Sequence[str]) -> dict[str, Any]:
    return {
        "code": "BX801",
        "measure": found.measure,
        "date": found.date,
        "stated": [
            {
                "path": paths[each.article],
                "value": each.quantity.value,
                "low": each.quantity.low,
                "high": each.quantity.high,
                "unit": each.quantity.unit,
                "span": each.quantity.span.model_dump(),
            }
            for each in found.stated
        ],
    }


def _summary(found: int, articles: int, lang: Lang) -> str:
    from beritaextract.diagnostics.speech import pick

    if not found:
        return pick(
            lang, f"Tidak ada perbedaan antara {articles} naskah.", f"{articles} articles do not differ."
        )
    differences = f"{found} measure{'s differ' if found != 1 else ' differs'}"
    return pick(
        lang,
        f"{found} ukuran berbeda antara {articles} naskah.",
        f"{differences} between {articles} articles.",
    )
