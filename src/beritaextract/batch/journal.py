"""Which files a batch that watches has taken. Each part adds its lines before the manifest names the part."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from beritaextract.batch.units import Item, Unit
from beritaextract.errors import ExportError

__all__ = ["JOURNAL", "Journal", "State"]

JOURNAL = "taken.jsonl"


class State(NamedTuple):
    """What a file was when it was taken: its size in bytes and its time in nanoseconds."""

    size: int
    time: int


class _Line(NamedTuple):
    """Some units of a file are in a part; ``whole`` where they are its last."""

    path: str
    state: State
    units: int
    part: int
    whole: bool

    def encode(self) -> bytes:
        # Names may hold bytes that are no UTF-8, which the standard module alone can write and read.
        return json.dumps(self).encode() + b"\n"

    @classmethod
    def decode(cls, row: bytes) -> _Line:
        path, state, units, part, whole = json.loads(row)
        return cls(path, State(*state), units, part, whole)


class Journal:
    """What stands in ``taken.jsonl``.

    Attributes:
        taken: The files of which all units are in parts.
    """

    def __init__(self, folder: Path, parts: int) -> None:
        """Reads what is there, and forgets what parts after ``parts`` have taken: they are not there.

        Raises:
            ExportError: A line is damaged.
        """
        self._path = folder / JOURNAL
        self.taken: dict[str, State] = {}
        self._begun: dict[str, tuple[State, int]] = {}
        self._sizes: dict[str, int] = {}
        kept = [line for line in self._read() if line.part <= parts]
        beside = folder / f".{JOURNAL}.tmp"
        with beside.open("wb") as out:
            out.writelines(line.encode() for line in kept)
        os.replace(beside, self._path)
        for line in kept:
            self._note(line)

    def left(self, path: str, state: State, items: Iterable[Item]) -> Iterator[Item]:
        """The units of a file that no part has yet."""
        held, done = self._begun.get(path, (None, 0))
        if held != state:
            done, self._begun[path] = 0, (state, 0)
        last: Any = None
        count = 0
        for count, item in enumerate(items, start=1):
            if last is not None:
                yield last
            last = item if count > done else None
        self._sizes[path] = count  # before the last unit goes: the part that has it ends the file
        if last is not None:
            yield last

    def add(self, part: int, done: list[Unit]) -> None:
        """Writes which units a part has."""
        with self._path.open("ab") as out:
            for path, units in Counter(unit.path for unit in done).items():
                state, before = self._begun[path]
                line = _Line(path, state, units, part, before + units == self._sizes.get(path))
                self._note(line)
                out.write(line.encode())

    def _note(self, line: _Line) -> None:
        if line.whole:
            self.taken[line.path] = line.state
            self._begun.pop(line.path, None)
            self._sizes.pop(line.path, None)
        else:
            held, before = self._begun.get(line.path, (None, 0))
            self._begun[line.path] = (line.state, line.units + (before if held == line.state else 0))

    def _read(self) -> list[_Line]:
        try:
            rows = self._path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return []
        rows.pop()  # what a killed run has not ended
        try:
            return [_Line.decode(row) for row in rows]
        except (ValueError, TypeError) as problem:
            raise ExportError(f"{self._path}: is damaged ({problem}); begin anew with --restart") from problem
