"""From the results of the workers to parts that stand in the manifest."""

from __future__ import annotations

import hashlib
import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beritaextract.batch.listening import Listener, Tally
from beritaextract.batch.manifest import Manifest, Part
from beritaextract.batch.parts import Sink
from beritaextract.batch.profile import Profile, Timed
from beritaextract.batch.units import Unit
from beritaextract.batch.work import Encoded, Form, encoded
from beritaextract.export import Failure, printable
from beritaextract.workers import Lost, Raised

__all__ = ["Writing", "digest"]


@dataclass(frozen=True, slots=True)
class Writing:
    """What takes the results of a run.

    Attributes:
        folder: Where the manifest is.
        size: Units of a part.
        before_part: Is told the number of a part and its units before the manifest has it.
        profile: Gets the times, where they are measured.
    """

    folder: Path
    size: int
    sink: Sink
    manifest: Manifest
    tally: Tally
    listener: Listener
    before_part: Callable[[int, list[Unit]], object] = lambda number, done: None
    profile: Profile | None = None

    def write(self, results: Iterator[tuple[Unit, Any]]) -> None:
        """Writes parts until the results end; the last one may not be full."""
        start = time.perf_counter()
        if self.profile is not None:
            results = self.profile.results(results)
        for first in results:
            self._write_part(itertools.islice(itertools.chain([first], results), self.size))
        if self.profile is not None:
            self.profile.elapsed += time.perf_counter() - start

    def _write_part(self, taken: Iterator[tuple[Unit, Any]]) -> None:
        done: list[Unit] = []
        number = len(self.manifest.parts) + 1
        articles, errors = self.tally.articles, self.tally.errors
        files = self.sink.write(number, self._outcomes(taken, done))
        part = Part(
            units=len(done),
            articles=self.tally.articles - articles,
            errors=self.tally.errors - errors,
            first=printable(done[0].label),
            last=printable(done[-1].label),
            inputs=digest(done),
            files=files,
        )
        self.before_part(number, done)
        self.manifest.parts.append(part)
        self.manifest.write(self.folder)
        self.tally.parts += 1
        self.listener.part(number, part)

    def _outcomes(self, taken: Iterator[tuple[Unit, Any]], done: list[Unit]) -> Iterator[Encoded]:
        """The outcomes of one part; ``done`` gets its units."""
        for unit, result in taken:
            done.append(unit)
            if isinstance(result, Timed):
                if self.profile is not None:
                    self.profile.add(unit.label, result)
                result = result.outcomes  # noqa: PLW2901  what is else the result itself
            for each in _encoded(unit, result, self.sink.form):
                if each.failure is None:
                    self.tally.articles += 1
                else:
                    self.tally.errors += 1
                    self.listener.error(each.failure)
                yield each
            self.tally.units += 1
            self.listener.unit(self.tally)


def digest(done: Iterable[Unit]) -> str:
    """SHA-256 over the keys of units."""
    return hashlib.sha256(b"".join(unit.key for unit in done)).hexdigest()


def _encoded(unit: Unit, result: Any, form: Form) -> list[Encoded]:
    """The outcomes of a unit; an error record where its worker gave none."""
    if isinstance(result, Lost):
        remedy = "raise --timeout" if result.code == "timeout" else "give it more memory"
        message = f"{unit.label}: {result.reason}; {remedy}, or leave it out"
    elif isinstance(result, Raised):
        result, message = Lost("unforeseen", ""), f"{unit.label}: {result.problem}; please report it"
    else:
        outcomes: list[Encoded] = result
        return outcomes
    return [encoded(Failure(unit.path, result.code, message, unit.row), form)]
