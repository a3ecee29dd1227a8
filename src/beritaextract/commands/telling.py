"""How a batch tells how far it is: a bar at a terminal, else a line a minute, or JSON lines for machines."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import typer

from beritaextract.batch import Listener
from beritaextract.commands.job import say
from beritaextract.export import printable
from beritaextract.lines import one_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from beritaextract.batch import Job, Tally
    from beritaextract.batch.manifest import Part
    from beritaextract.batch.profile import Profile
    from beritaextract.export import Failure

__all__ = ["Teller", "telling"]

_EVERY = 60.0
"""Seconds between two lines where nobody looks."""


class Teller(Listener):
    """Says in words what goes wrong, how a run ends and where the time went.

    Attributes:
        tally: How far the run is, once it has begun.
    """

    tally: Tally | None = None

    def began(self, tally: Tally) -> None:
        self.tally = tally

    def error(self, failure: Failure) -> None:
        say(failure.message)

    def loss(self, label: str | None, reason: str, again: bool) -> None:
        if again:
            say(f"{label}: {reason}; it is tried once more")

    def ended(self, tally: Tally, where: str) -> None:
        earlier = f"; {tally.before:,} of {tally.units:,} were done before" if tally.before else ""
        counted = f"{tally.articles:,} article{'s' * (tally.articles != 1)}"
        say(f"{counted}, {_errors(tally)} in {where}{earlier}")

    def failed(self, message: str) -> None:
        say(message)

    def profiled(self, profile: Profile, workers: int) -> None:
        for line in _table(profile, workers):
            typer.echo(line, err=True)


@contextlib.contextmanager
def telling(job: Job, total: int | None, *, as_json: bool) -> Iterator[Teller]:
    """What tells of a run in the way that fits stderr."""
    if as_json:
        yield _Log(job, total)
        return
    if not sys.stderr.isatty():
        yield _Lines(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns: tuple[Any, ...] = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[errors]}"),
    )
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        yield _Bar(progress, progress.add_task("", total=total, rate="", errors=""))


class _Pace:
    """How fast it goes since it was made."""

    def __init__(self, total: int | None) -> None:
        self.total = total
        self._start = self._told = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._start

    def rate(self, tally: Tally) -> float:
        """Units a second in this run."""
        return (tally.units - tally.before) / max(self.seconds, 0.001)

    def left(self, tally: Tally) -> float | None:
        """Seconds, as far as anyone knows."""
        rate = self.rate(tally)
        return max(0.0, (self.total - tally.units) / rate) if self.total is not None and rate else None

    def is_due(self) -> bool:
        """Whether it is time for another line."""
        now = time.monotonic()
        if now - self._told < _EVERY:
            return False
        self._told = now
        return True


class _Bar(Teller):
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task
        self._pace = _Pace(None)

    def began(self, tally: Tally) -> None:
        super().began(tally)
        self._pace = _Pace(None)
        self._progress.reset(self._task, completed=tally.units)

    def unit(self, tally: Tally) -> None:
        errors = _errors(tally) if tally.errors else ""
        rate = f"{self._pace.rate(tally):,.0f}/s"
        self._progress.update(self._task, completed=tally.units, rate=rate, errors=errors)

    def ended(self, tally: Tally, where: str) -> None:
        self._progress.stop()
        super().ended(tally, where)


class _Lines(Teller):
    def __init__(self, total: int | None) -> None:
        self._pace = _Pace(total)

    def began(self, tally: Tally) -> None:
        super().began(tally)
        self._pace = _Pace(self._pace.total)

    def unit(self, tally: Tally) -> None:
        if not self._pace.is_due():
            return
        of = f" of {self._pace.total:,}" if self._pace.total is not None else ""
        seconds = self._pace.left(tally)
        left = f", {_time(seconds)} left" if seconds is not None else ""
        say(f"{tally.units:,}{of}, {self._pace.rate(tally):,.0f}/s{left}, {_errors(tally)}")


class _Log(Teller):
    """One JSON object a line, with ``time`` (UTC) and ``event``."""

    def __init__(self, job: Job, total: int | None) -> None:
        self._job = job
        self._pace = _Pace(total)

    def began(self, tally: Tally) -> None:
        super().began(tally)
        self._pace = _Pace(self._pace.total)
        job = self._job
        self._write(
            "start", output=str(job.folder), workers=job.workers, total=self._pace.total, before=tally.before,
            **job.settings,
        )  # fmt: skip

    def unit(self, tally: Tally) -> None:
        if self._pace.is_due():
            left = self._pace.left(tally)
            self._write("progress", **self._far(tally), left=None if left is None else round(left))

    def error(self, failure: Failure) -> None:
        self._write("error", path=failure.path, row=failure.row, code=failure.code, message=failure.message)

    def part(self, number: int, part: Part) -> None:
        self._write("part", number=number, **msgspec.structs.asdict(part))

    def loss(self, label: str | None, reason: str, again: bool) -> None:
        self._write("worker", unit=label, reason=reason, again=again)

    def ended(self, tally: Tally, where: str) -> None:
        self._write("end", target=where, before=tally.before, parts=tally.parts, **self._far(tally))

    def failed(self, message: str) -> None:
        self._write("failed", message=message)

    def profiled(self, profile: Profile, workers: int) -> None:
        self._write("profile", **profile.as_record(workers))

    def _far(self, tally: Tally) -> dict[str, Any]:
        return {
            "units": tally.units,
            "articles": tally.articles,
            "errors": tally.errors,
            "rate": round(self._pace.rate(tally), 1),
            "seconds": round(self._pace.seconds, 1),
        }

    def _write(self, event: str, **said: Any) -> None:
        moment = datetime.now(UTC).isoformat(timespec="milliseconds")
        safe = _printable({"time": moment, "event": event, **said})
        typer.echo(msgspec.json.encode(safe).decode(), err=True)


def _printable(value: Any) -> Any:
    """Names of files may hold bytes that are no UTF-8."""
    if isinstance(value, dict):
        return {name: _printable(each) for name, each in value.items()}
    return printable(value) if isinstance(value, str) else value


def _table(profile: Profile, workers: int) -> Iterator[str]:
    record = profile.as_record(workers)
    units = max(1, profile.units)
    yield f"{'stage':28} {'seconds':>9} {'share':>7} {'ms a unit':>10}"
    total = sum(profile.workers.values()) or 1.0
    for stage, seconds in profile.workers.items():
        yield f"workers: {stage:19} {seconds:9.2f} {seconds / total:7.1%} {seconds / units * 1000:10.2f}"
    for stage, seconds in (("rows read", profile.rows), ("parts written", profile.writing)):
        yield f"here: {stage:22} {seconds:9.2f} {'':7} {seconds / units * 1000:10.2f}"
    yield f"{record['busy']:.0%} of {profile.elapsed:.1f} s of {workers} worker{'s' * (workers != 1)} was work"
    if profile.slowest is not None:
        label, seconds, characters = profile.slowest
        yield f"slowest: {one_line(label)}, {seconds:.2f} s for {characters:,} characters"


def _errors(tally: Tally) -> str:
    return f"{tally.errors:,} error{'s' * (tally.errors != 1)}"


def _time(seconds: float) -> str:
    """
    >>> _time(59.6), _time(3725)
    ('1 min', '1 h 2 min')
    """
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
