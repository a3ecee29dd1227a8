"""The manifest of a batch: what it was told to do, and which parts are done. Written anew after every part."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from beritaextract.errors import ExportError

__all__ = ["MANIFEST", "Manifest", "Part", "digest_of"]

MANIFEST = "manifest.json"
_OURS = "beritaextract-batch/"
_SCHEMA = f"{_OURS}1"


class _Head(msgspec.Struct):
    schema: str


class Part(msgspec.Struct, frozen=True):
    """A part that is done.

    Attributes:
        units: How many units of the inputs it took: rows, or files of one article.
        articles, errors: What came of them.
        first, last: The first and the last unit.
        inputs: SHA-256 over the keys of the units.
        files: SHA-256 of each of its files, by their paths in the folder; none where a database took it.
    """

    units: int
    articles: int
    errors: int
    first: str
    last: str
    inputs: str
    files: dict[str, str] = {}


class Manifest(msgspec.Struct):
    """What stands in ``manifest.json``."""

    schema: str
    settings: dict[str, Any]
    engine: dict[str, str]
    articles: int = 0
    errors: int = 0
    complete: bool = False
    parts: list[Part] = []

    @classmethod
    def begun(cls, settings: dict[str, Any], engine: dict[str, str]) -> Manifest:
        return cls(_SCHEMA, settings, engine)

    @classmethod
    def read(cls, folder: Path, *, to_forget: bool = False) -> Manifest | None:
        """That of a folder, ``None`` where there is none.

        Args:
            to_forget: Whether it only matters that it is one of ours, of whatever version.

        Raises:
            ExportError: It is none of ours, or damaged, or of another version.
        """
        path = folder / MANIFEST
        try:
            content = path.read_bytes()
            schema = msgspec.json.decode(content, type=_Head).schema
            if to_forget and schema.startswith(_OURS):
                return cls.begun({}, {})
            if schema.startswith(_OURS) and schema != _SCHEMA:
                raise ExportError(f"{path}: is of another version ({schema}); begin anew with --restart")
            return msgspec.json.decode(content, type=cls)
        except FileNotFoundError:
            return None
        except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
            raise ExportError(
                f"{path}: is damaged, or no manifest of a batch; choose another folder, or empty this one"
            ) from problem

    @property
    def names(self) -> set[str]:
        """The files and folders of the parts."""
        return {name.partition("/")[0] for part in self.parts for name in part.files}

    def write(self, folder: Path) -> None:
        """Puts it into a folder, in one step."""
        self.articles = sum(part.articles for part in self.parts)
        self.errors = sum(part.errors for part in self.parts)
        beside = folder / f".{MANIFEST}.tmp"
        with beside.open("wb") as out:
            out.write(msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n")
            out.flush()
            os.fsync(out.fileno())  # a part that a failing machine loses is seen; a manifest would not be
        os.replace(beside, folder / MANIFEST)

    def differences(self, other: Manifest) -> Iterator[str]:
        """What this batch does in another way: ``names (rules, not model)``."""
        for held, wanted in ((self.settings, other.settings), (self.engine, other.engine)):
            for name in sorted({*held, *wanted}):
                if held.get(name) != wanted.get(name):
                    yield f"{name.replace('_', ' ')} ({_said(held.get(name))}, not {_said(wanted.get(name))})"

    def keep_sound(self, folder: Path) -> None:
        """Forgets the parts from the first on whose files are not there as they were written."""
        for place, part in enumerate(self.parts):
            if any(digest_of(folder / name) != digest for name, digest in part.files.items()):
                del self.parts[place:]
                self.complete = False
                return


def digest_of(path: Path) -> str | None:
    """SHA-256 of a file, ``None`` where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _said(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
