"""Where the time of a batch goes, by stage."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

__all__ = ["Profile", "Stopwatch", "Timed"]

Value = TypeVar("Value")


class Timed(NamedTuple):
    """What a worker gives of a unit where the time is measured.

    Attributes:
        outcomes: As else.
        seconds: CPU time by stage.
        characters: How long the texts are.
    """

    outcomes: list[Any]
    seconds: dict[str, float]
    characters: int


class Stopwatch:
    """CPU time of this thread, by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.thread_time()

    def lap(self, stage: str) -> None:
        """What has passed since the last lap belongs to this stage."""
        now = time.thread_time()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._last
        self._last = now


@dataclass(slots=True)
class Profile:
    """The sums over a run, in seconds.

    Attributes:
        units: How many were measured.
        workers: CPU time of the workers by stage.
        rows: Elapsed time in which rows of inputs were read here.
        waiting: Elapsed time until results came, that of ``rows`` with it.
        elapsed: All of it; the rest went into writing.
        slowest: The unit that took longest: its label, its CPU time, its characters.
    """

    units: int = 0
    workers: dict[str, float] = field(default_factory=dict)
    rows: float = 0.0
    waiting: float = 0.0
    elapsed: float = 0.0
    slowest: tuple[str, float, int] | None = None

    @property
    def writing(self) -> float:
        return max(0.0, self.elapsed - self.waiting)

    def add(self, label: str, timed: Timed) -> None:
        self.units += 1
        for stage, seconds in timed.seconds.items():
            self.workers[stage] = self.workers.get(stage, 0.0) + seconds
        taken = sum(timed.seconds.values())
        if self.slowest is None or taken > self.slowest[1]:
            self.slowest = (label, taken, timed.characters)

    def reading(self, items: Iterator[Value]) -> Iterator[Value]:
        """The items; the time that they take to come is that of reading."""
        start = time.perf_counter()
        for item in items:
            self.rows += time.perf_counter() - start
            yield item
            start = time.perf_counter()

    def results(self, items: Iterator[Value]) -> Iterator[Value]:
        """The items; the time that they take to come is waited for."""
        start = time.perf_counter()
        for item in items:
            self.waiting += time.perf_counter() - start
            yield item
            start = time.perf_counter()

    def as_record(self, workers: int) -> dict[str, Any]:
        """What a log takes: seconds by stage, and the share of the workers' time that was work."""
        stages = {stage: round(seconds, 3) for stage, seconds in self.workers.items()}
        busy = sum(self.workers.values()) / (self.elapsed * workers) if self.elapsed else 0.0
        label, seconds, characters = self.slowest or (None, 0.0, 0)
        return {
            "units": self.units,
            "workers": stages,
            "rows_read": round(self.rows, 3),
            "parts_written": round(self.writing, 3),
            "elapsed": round(self.elapsed, 3),
            "busy": round(busy, 3),
            "slowest": {"unit": label, "seconds": round(seconds, 3), "characters": characters},
        }
