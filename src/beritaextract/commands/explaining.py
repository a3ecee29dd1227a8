"""``explain`` and ``rules``: what the checks are, which are on, and why one verdict is as it is."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beritaextract.commands import checking
from beritaextract.commands.job import Job, fail
from beritaextract.commands.options import (
    UNUSABLE,
    Codes,
    Language,
    Packs,
    Published,
    codes,
    language,
    takes_input,
)
from beritaextract.reading.intake import Intake

if TYPE_CHECKING:
    from beritaextract.checks import CheckInfo
    from beritaextract.diagnostics.speech import Lang

__all__ = ["explain", "rules"]

_WIDEST = 100


@takes_input
def explain(
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE|FILE|-]", help="A code such as BX101, or an article; all codes without."
        ),
    ] = None,
    key: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Of a verdict on the article, such as BX101-1.")
    ] = None,
    lang: Language = None,
    published: Published = None,
    patterns: Packs = None,
    *,
    intake: Intake,
) -> None:
    """Tell what a check does (explain BX101), or prove one verdict in words (explain FILE BX101-1)."""
    chosen = _language(lang)
    if key is not None and subject is not None:
        _prove(Job([subject], published, patterns or [], style=True, intake=intake), key, chosen)
        return
    known = _known()
    if subject is None:
        _list(known, chosen)
        return
    info = known.get(subject.upper())
    if info is None:
        fail(f"{subject}: no such check; known: {', '.join(known)}; a verdict needs FILE and ID", UNUSABLE)
    _describe(info, chosen)


def rules(
    lang: Language = None,
    select: Codes = None,
    ignore: Codes = None,
    profile: checking.Profile = None,
    config: checking.ConfigFile = None,
    patterns: Packs = None,
) -> None:
    """List all checks with their severity, and whether they are on here."""
    from beritaextract.between import ACROSS
    from beritaextract.diagnostics import config as settings
    from beritaextract.diagnostics import speech

    house = settings.read(config) if config else settings.find(Path.cwd())
    chosen = language(lang, house.lang)
    selection = checking.selection(
        Job([], packs=patterns or []), house, codes(select), codes(ignore), profile
    )
    states = {state: speech.pick(chosen, *words) for state, words in _STATES.items()}
    width = max(map(len, (*states.values(), "crosscheck")))
    for info in selection.checks.values():
        state = states[selection.state(info.code)]
        severity = speech.severity(info.severity, chosen)
        typer.echo(f"{info.code}  {severity:<10}  {state:<{width}}  {speech.title(info, chosen)}")
    for info in ACROSS.values():
        severity = speech.severity(info.severity, chosen)
        typer.echo(f"{info.code}  {severity:<10}  {'crosscheck':<{width}}  {speech.title(info, chosen)}")
    if house.file:
        typer.echo(f"{speech.pick(chosen, 'pengaturan', 'settings')}: {house.file}", err=True)


_STATES: Mapping[str, tuple[str, str]] = {
    "on": ("aktif", "on"),
    "selected": ("aktif, dipilih", "on, selected"),
    "profile": ("aktif, profil", "on, profile"),
    "off": ("mati, profil", "off, profile"),
    "not selected": ("mati, tak dipilih", "off, not selected"),
    "ignored": ("mati, diabaikan", "off, ignored"),
    "no profile": ("mati, tanpa profil", "off, no profile"),
}


def _language(lang: str | None) -> Lang:
    from beritaextract.diagnostics import config as settings

    return language(lang, None if lang else settings.find(Path.cwd()).lang)


def _known() -> Mapping[str, CheckInfo]:
    from beritaextract.between import ACROSS
    from beritaextract.checks import CATALOGUE

    return dict(sorted({**CATALOGUE, **ACROSS}.items()))


def _list(known: Mapping[str, CheckInfo], lang: Lang) -> None:
    from beritaextract.diagnostics import speech

    for each in known.values():
        typer.echo(f"{each.code}  {speech.severity(each.severity, lang):<10}  {speech.title(each, lang)}")


def _describe(info: CheckInfo, lang: Lang) -> None:
    from beritaextract.diagnostics import speech

    severity = speech.severity(info.severity, lang)
    typer.echo(f"{info.code}: {speech.title(info, lang)} ({severity})\n")
    typer.echo(textwrap.fill(speech.what(info, lang), _width(), break_on_hyphens=False) + "\n")
    rows = [
        (speech.pick(lang, "Pemicu", "Trigger"), info.trigger),
        (speech.pick(lang, "Cocok", "Holds"), info.holds),
        (speech.pick(lang, "Tidak cocok", "Contradicts"), info.contradicts),
    ]
    _table(rows)


def _prove(job: Job, key: str, lang: Lang) -> None:
    """
    Raises:
        ArticleError: The file cannot be read.
    """
    from beritaextract.diagnostics import excerpts, places, proofs
    from beritaextract.export import text

    article = job.read(job.named[0])
    check = next((each for each in article.checks if each.id == key.upper()), None)
    if check is None:
        known = ", ".join(each.id for each in article.checks)
        fail(f"{key}: no verdict of this id; the article has {known or 'none'}", UNUSABLE)
    paint = text.Paint(typer.get_text_stream("stdout"))
    rows = list(excerpts.excerpt(places.Lines(article.text), check.evidence, paint.width - 8))
    typer.echo(paint(f"{job.named[0]}: {check.id}", "bold") + "\n")
    for line in text.excerpt_lines(rows, paint, check.severity):
        typer.echo(line)
    typer.echo("")
    _table(proofs.tell(article, check, _known()[check.code], lang))


def _width() -> int:
    return min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)


def _table(rows: Iterable[tuple[str, str]]) -> None:
    """Labels in one column, what they say in the other."""
    from beritaextract.lines import one_line

    listed = [(label and f"{label}:", one_line(words)) for label, words in rows]
    indent = max(len(label) for label, _ in listed) + 1
    for label, words in listed:
        typer.echo(
            textwrap.fill(
                words,
                _width(),
                initial_indent=f"{label:<{indent}}",
                subsequent_indent=" " * indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
