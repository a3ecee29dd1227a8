"""Where the parts of a batch go: files or folders in its folder, each whole or not there, or a database."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from beritaextract.batch.manifest import digest_of
from beritaextract.batch.work import Encoded, Form
from beritaextract.errors import ExportError
from beritaextract.export import formats, write
from beritaextract.export.flat.store import Batch, Store

__all__ = ["Sink", "clear", "is_part", "opened"]

_PART = re.compile(r"part-\d{6,}(?:\.[a-z]+)*")
_TOGETHER = 64
"""Articles of one transaction."""


class Sink(Protocol):
    """What takes the parts."""

    @property
    def form(self) -> Form:
        """What it takes."""
        ...

    def write(self, number: int, outcomes: Iterable[Encoded]) -> dict[str, str]:
        """Writes a part as a whole.

        Returns:
            SHA-256 of its files, by their names in the folder.
        """
        ...


@contextmanager
def opened(folder: Path, format: str, target: str | None) -> Iterator[Sink]:
    """The sink of a format, or of a target of its own.

    Raises:
        ExportError: The format writes no parts, or the target cannot be used.
    """
    if target is not None:
        found = formats.for_target(target, None if format == "jsonl" else format)
        if "/" in found.endings or found.name == "parquet":
            raise ExportError(
                f"{target}: a folder is not filled in steps; write --format {found.name} -o FOLDER"
            )
        with found.load().opened(target) as store:
            yield _Database(store)
        return
    found = formats.named(format)
    if found.name == "jsonl":
        yield _Lines(folder)
    elif found.kind == "stream":
        found.load()
        yield _Printed(folder, format, found.endings[0] if found.endings else ".json")
    elif "/" in found.endings or found.name == "parquet":
        yield _Folders(folder, found)
    else:
        raise ExportError(f"{format} is no form of parts; name a target with --to, or choose jsonl")


def clear(folder: Path, keep: Collection[str] = ()) -> None:
    """Takes away the parts of a folder, whole or not, but those with these names."""
    for path in list(folder.iterdir()):
        if is_part(path.name) and path.name not in keep:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def is_part(name: str) -> bool:
    """Whether a file or folder of this name is a part, or the beginning of one."""
    return _PART.fullmatch(name) is not None


@dataclass(frozen=True)
class _Lines:
    folder: Path
    form: Form = "lines"

    def write(self, number: int, outcomes: Iterable[Encoded]) -> dict[str, str]:
        with _file(self.folder, f"part-{number:06}.jsonl") as (out, digests):
            out.writelines(each.content for each in outcomes)
        return digests


@dataclass(frozen=True)
class _Printed:
    folder: Path
    format: str
    ending: str
    form: Form = "outcomes"

    def write(self, number: int, outcomes: Iterable[Encoded]) -> dict[str, str]:
        with _file(self.folder, f"part-{number:06}{self.ending}") as (out, digests):
            text = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
            write(self.format, (each.content for each in outcomes), text, several=True)
            text.flush()
            text.detach()
        return digests


@dataclass(frozen=True)
class _Folders:
    folder: Path
    format: formats.Format
    form: Form = "rows"

    def write(self, number: int, outcomes: Iterable[Encoded]) -> dict[str, str]:
        name = f"part-{number:06}"
        whole, beside = self.folder / name, self.folder / f"{name}.tmp"
        for old in (whole, beside):
            shutil.rmtree(old, ignore_errors=True)
        with self.format.load().opened(str(beside)) as store:
            _put(store, outcomes)
        os.replace(beside, whole)
        return {f"{name}/{path.name}": str(digest_of(path)) for path in sorted(whole.iterdir())}


@dataclass(frozen=True)
class _Database:
    store: Store
    form: Form = "rows"

    def write(self, number: int, outcomes: Iterable[Encoded]) -> dict[str, str]:
        _put(self.store, outcomes)
        return {}


def _put(store: Store, outcomes: Iterable[Encoded]) -> None:
    """Of articles with the same content the last one stays."""
    batch = Batch()
    for each in outcomes:
        if each.error is None:
            batch.articles[str(each.content["articles"][0]["doc_id"])] = each.content
        else:
            batch.errors[str(each.content["path"])] = each.content
        if len(batch.articles) + len(batch.errors) >= _TOGETHER:
            store.put(batch)
            batch = Batch()
    if batch.articles or batch.errors:
        store.put(batch)


@contextmanager
def _file(folder: Path, name: str) -> Iterator[tuple[Any, dict[str, str]]]:
    """A file that takes its name once it is whole; then its digest stands in the dictionary."""
    beside, whole = folder / f"{name}.tmp", folder / name
    digests: dict[str, str] = {}
    with beside.open("wb") as out:
        yield out, digests
    digests[name] = str(digest_of(beside))
    os.replace(beside, whole)
