"""``check``: the findings, as linters print them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from beritaextract.commands.job import Job, say
from beritaextract.commands.options import (
    CLEAN,
    FINDINGS,
    UNUSABLE,
    Codes,
    Files,
    Language,
    Output,
    Packs,
    Published,
    codes,
    language,
    one_of,
    takes_input,
)
from beritaextract.errors import ArticleError, ConfigError
from beritaextract.export import FINDING_FORMATS, VERDICT_FORMATS, Failure, write, write_findings
from beritaextract.reading.intake import Intake

if TYPE_CHECKING:
    from beritaextract.diagnostics.baseline import Baseline
    from beritaextract.diagnostics.config import Config
    from beritaextract.diagnostics.report import Report, Tally
    from beritaextract.diagnostics.selection import Selection
    from beritaextract.diagnostics.speech import Lang
    from beritaextract.model import Article

__all__ = ["check", "selection"]

_FORMATS = (*FINDING_FORMATS, *VERDICT_FORMATS)
_THRESHOLDS = ("error", "warning")

ConfigFile = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        dir_okay=False,
        help="Settings; without it the nearest beritaextract.toml or pyproject.toml.",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(metavar="HOUSE", help="Turns on the style checks of a house: eyd, antara, kompas or tempo."),
]


@takes_input
def check(
    files: Files,
    format: Annotated[
        str,
        typer.Option(
            metavar="|".join(_FORMATS),
            callback=one_of(_FORMATS, "format"),
            help="The form of what is printed.",
        ),
    ] = "text",
    lang: Language = None,
    select: Codes = None,
    ignore: Codes = None,
    profile: Profile = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(_THRESHOLDS),
            callback=one_of(_THRESHOLDS, "threshold"),
            help="From which severity on a finding makes the exit code 1; error without it.",
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics", help="Print how often each check found something, and how often it held."
        ),
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Findings that are known and accepted.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Accept all that is found now: write it to the baseline.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Repair house style in the files (BX6xx); never a digit.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
    config: ConfigFile = None,
    published: Published = None,
    patterns: Packs = None,
    output: Output = None,
    *,
    intake: Intake,
) -> None:
    """Print the findings: where the article contradicts itself, the calendar or the house style.

    Exit code 0: clean, 1: findings of the severity of --fail-on or worse, 2: bad input, settings or rules.
    """
    from beritaextract.diagnostics import config as settings

    if statistics and format != "text":
        raise typer.BadParameter("--statistics goes with --format text")
    house = settings.read(config) if config else settings.find(Path.cwd())
    job = Job(files, published, patterns or [], output, style=True, intake=intake)
    run = _Run(
        job,
        house,
        selection(job, house, codes(select), codes(ignore), profile),
        _baseline(baseline, house, fresh=write_baseline),
        language(lang, house.lang),
    )
    if diff:
        raise typer.Exit(run.show_repairs())
    if write_baseline:
        raise typer.Exit(run.write_baseline())
    run.repairing = fix
    with job.destination() as out:
        if statistics:
            from beritaextract.export import text

            for _ in run.reports():
                pass
            out.write(text.statistics(run.tally, run.checks, run.lang))
        elif format in VERDICT_FORMATS:
            shown = (each if isinstance(each, Failure) else each.shown for each in run.reports())
            write(format, shown, out, several=job.several, checks_only=True)
        else:
            write_findings(format, run.reports(), out, lang=run.lang, checks=run.checks)
    run.warn_of_stale_entries()
    raise typer.Exit(run.exit_code(fail_on or house.fail_on or "error"))


def selection(
    job: Job, house: Config, select: tuple[str, ...], ignore: tuple[str, ...], profile: str | None
) -> Selection:
    """Which checks are on: options come before settings.

    Raises:
        ConfigError: A code or a house that nobody knows.
    """
    from beritaextract.checks import CATALOGUE
    from beritaextract.diagnostics.selection import Selection, profiles

    name = profile or house.profile
    houses = profiles(job.extractor.book)
    if name is not None and name not in houses:
        raise ConfigError(f"{name}: no house profile of this name; known: {', '.join(sorted(houses))}")
    return Selection(
        CATALOGUE,
        select or house.select,
        ignore or house.ignore,
        houses[name] if name else None,
        house.per_file_ignores,
    )


def _baseline(named: Path | None, house: Config, *, fresh: bool) -> Baseline | None:
    from beritaextract.diagnostics.baseline import Baseline

    file = named or (house.folder / house.baseline if house.baseline else None)
    if file is None:
        if fresh:
            raise typer.BadParameter(
                "--write-baseline needs a file: --baseline FILE, or baseline in the settings"
            )
        return None
    return Baseline(file) if fresh and not file.exists() else Baseline.load(file)


class _Run:
    """One run of ``check``: its settings, and what came of it so far."""

    def __init__(
        self, job: Job, house: Config, chosen: Selection, known: Baseline | None, lang: Lang
    ) -> None:
        from beritaextract.diagnostics.report import Tally

        self.job = job
        self.house = house
        self.chosen = chosen
        self.known = known
        self.lang = lang
        self.repairing = False
        self.tally: Tally = Tally()
        self.checks = {code: info for code, info in chosen.checks.items() if chosen.is_on(code)}

    def reports(self) -> Iterator[Report | Failure]:
        """Each file's report as soon as it is read."""
        for outcome in self.job.outcomes():
            if isinstance(outcome, Failure):
                self.tally.unusable += 1
                yield outcome
                continue
            each = self._report(outcome)
            if self.repairing and (repaired := self._repaired(each)):
                each = self._report(repaired)
            self.tally.add(each)
            yield each

    def _report(self, article: Article) -> Report:
        from beritaextract.diagnostics.report import report

        path = article.source.label
        seen = self.house.seen(article.source.path or path)

        def is_on(code: str) -> bool:
            return self.chosen.is_on(code, seen)

        first = report(path, article, is_on)
        accepted = self.known.accept(path, first.findings) if self.known else set()
        return report(path, article, is_on, accepted) if accepted else first

    def _repaired(self, each: Report) -> Article | None:
        """The article anew after its repairs, which are said on stderr; ``None`` where there are none."""
        from beritaextract.diagnostics import fixes

        edits = fixes.edits_of(each.findings)
        if not edits:
            return None
        try:
            fixes.repair(each.article, edits).apply()
        except ArticleError as error:
            say(str(error))
            self.tally.unusable += 1
            return None
        for edit in edits:
            say(f"{each.path}: {edit.span.text} → {edit.replacement}")
        return self.job.read(each.path)

    def show_repairs(self) -> int:
        """Writes what ``--fix`` would change; returns the exit code."""
        from beritaextract.diagnostics import fixes

        changed = False
        with self.job.destination() as out:
            for each in self.reports():
                if isinstance(each, Failure):
                    continue
                if edits := fixes.edits_of(each.findings):
                    changed = True
                    out.writelines(f"{line}\n" for line in fixes.diff(fixes.repair(each.article, edits)))
        return UNUSABLE if self.tally.unusable else FINDINGS if changed else CLEAN

    def write_baseline(self) -> int:
        """Accepts what is found now; returns the exit code."""
        assert self.known is not None
        found = {
            each.path: (*each.findings, *each.accepted)
            for each in self.reports()
            if not isinstance(each, Failure)
        }
        count = self.known.write(found)
        say(f"{self.known.file}: {count} accepted finding{'s' * (count != 1)}")
        return UNUSABLE if self.tally.unusable else CLEAN

    def warn_of_stale_entries(self) -> None:
        if self.known is None:
            return
        root = self.known.file.parent
        for entry in self.known.stale(
            lambda code, path: (
                code in self.checks and self.chosen.is_on(code, self.house.seen(str(root / path)))
            )
        ):
            say(f"{self.known.file}: matches nothing any more: {entry}; --write-baseline takes it out")

    def exit_code(self, threshold: str) -> int:
        if self.tally.unusable:
            return UNUSABLE
        return FINDINGS if self.tally.fails("warning" if threshold == "warning" else "error") else CLEAN
