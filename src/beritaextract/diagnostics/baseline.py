"""Findings that the desk knows and accepts, until their text changes: a JSON file beside the articles.

A finding is known by its file, its code, its verdict and its own words with the proof in figures; what else changes
in the article does not bring it back.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from beritaextract.diagnostics.writing import replace_file
from beritaextract.errors import ConfigError
from beritaextract.model import Check

__all__ = ["Baseline", "Entry"]

_SCHEMA = "beritaextract-baseline/1"


class Entry(NamedTuple):
    """One accepted finding; every field is for people to read as well."""

    path: str
    code: str
    verdict: str
    words: str
    proof: str

    def __str__(self) -> str:
        return f"{self.path}: {self.code} {self.words}"


@dataclass
class Baseline:
    """The entries of one file, and which of them the articles of this run have met."""

    file: Path
    entries: Counter[Entry] = field(default_factory=Counter)
    _met: Counter[Entry] = field(default_factory=Counter)
    _read: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, file: Path) -> Baseline:
        """
        Raises:
            ConfigError: The file is missing or no baseline.
        """
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise ConfigError(f"{file}: no such baseline; write it with --write-baseline") from None
        except OSError as problem:
            raise ConfigError(f"{file}: cannot be read: {problem.strerror}; check the path") from problem
        except ValueError as problem:
            raise ConfigError(f"{file}: no valid JSON: {problem}; write it with --write-baseline") from None
        return cls(file, Counter(_entries(file, content)))

    def accept(self, path: str, findings: Iterable[Check]) -> set[str]:
        """The ids of those findings of one article that the baseline holds."""
        name = self._name(path)
        self._read.add(name)
        accepted = set()
        for check in findings:
            entry = _entry(name, check)
            if self._met[entry] < self.entries[entry]:
                self._met[entry] += 1
                accepted.add(check.id)
        return accepted

    def stale(self, is_on: Callable[[str, str], bool]) -> list[Entry]:
        """Entries that no finding meets any more, of the files of this run and of files that are gone.

        Args:
            is_on: Whether a check (by its code) was made on a file; an entry of one that was not tells nothing.
        """
        left = self.entries - self._met
        return [
            entry
            for entry in sorted(left)
            if is_on(entry.code, entry.path)
            and (entry.path in self._read or not (self.file.parent / entry.path.partition("#")[0]).exists())
        ]

    def write(self, found: Mapping[str, Iterable[Check]]) -> int:
        """Writes the findings of these files anew, keeps the entries of others, and returns how many it has."""
        fresh = {self._name(path): findings for path, findings in found.items()}
        kept = [entry for entry in self.entries.elements() if entry.path not in fresh]
        added = [_entry(name, check) for name, findings in fresh.items() for check in findings]
        rows = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(kept + added)]
        body = ",\n  ".join(rows)
        text = f'{{"schema": "{_SCHEMA}", "accepted": [\n  {body}\n]}}\n' if rows else _EMPTY
        replace_file(self.file, text.encode("utf-8"))
        return len(rows)

    def _name(self, path: str) -> str:
        return path if path == "-" else Path(os.path.relpath(path, self.file.parent)).as_posix()


_EMPTY = f'{{"schema": "{_SCHEMA}", "accepted": []}}\n'


def _entry(name: str, check: Check) -> Entry:
    words = " … ".join(span.line for span in check.evidence)
    return Entry(name, check.code, check.verdict, words, check.formula or "")


def _entries(file: Path, content: Any) -> Iterable[Entry]:
    if not isinstance(content, dict) or content.get("schema") != _SCHEMA:
        raise ConfigError(f"{file}: no baseline ({_SCHEMA}); write it with --write-baseline")
    try:
        for row in content["accepted"]:
            yield Entry(**{name: str(value) for name, value in row.items()})
    except (AttributeError, KeyError, TypeError):
        raise ConfigError(f"{file}: an entry is damaged; write it anew with --write-baseline") from None
