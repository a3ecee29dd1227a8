"""Where the parts of a batch go: files or folders in its folder, each whole or not there, or a database."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from beritaextract.batch.manifest import digest_of
from beritaextract.batch.work import Encoded, Form
from beritaextract.checks import CATALOGUE
from beritaextract.diagnostics.report import report
from beritaextract.diagnostics.selection import Selection
from beritaextract.diagnostics.speech import Lang
from beritaextract.errors import ExportError
from beritaextract.export import Failure, formats, write, write_findings
from beritaextract.export.flat.store import Batch, Store

if TYPE_CHECKING:
    from beritaextract.export.flat.database import Database

__all__ = ["Sink", "clear", "is_empty", "is_part", "opened"]

_PART = re.compile(r"part-\d{6,}(?:\.[a-z]+)*")
_TOGETHER = 64
"""Articles of one transaction."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


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
def opened(folder: Path, format: str, target: str | None = None, lang: Lang = "en") -> Iterator[Sink]:
    """The sink of a format, or of a target of its own.

    Args:
        lang: The language of findings.

    Raises:
        ExportError: The format writes no parts, or the target cannot be used.
    """
    if target is not None:
        with _database(target, format) as store:
            yield _Database(store)
        return
    found = formats.named(format)
    if found.name == "jsonl":
        yield _Lines(folder)
    elif found.kind == "stream":
        found.load()
        yield _Printed(folder, format, found.endings[0] if found.endings else ".json")
    elif found.kind == "findings":
        yield _Findings(folder, format, lang)
    elif "/" in found.endings or found.name == "parquet":
        yield _Folders(folder, found)
    else:
        raise ExportError(
            f"{format} fills a target of its own; name it with --to, or choose another --format"
        )


def is_empty(target: str, format: str) -> bool:
    """Whether nothing is in a database, which is made where there is none.

    Raises:
        ExportError: The target cannot be used.
    """
    with _database(target, format) as store:
        return store.is_empty()


def clear(folder: Path, keep: Collection[str] = ()) -> None:
    """Takes away the parts of a folder, whole or not, but those with these names."""
    for path in list(folder.iterdir()):
        if is_part(path.name) and path.name not in keep:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _database(target: str, format: str) -> AbstractContextManager[Database]:
    found = formats.for_target(target, None if format == "jsonl" else format)
    if "/" in found.endings or found.name == "parquet":
        raise ExportError(f"{target}: a folder is not filled in steps; write --format {found.name} -o FOLDER")
    opened: AbstractContextManager[Database] = found.load().opened(target)
    return opened


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
        with _text_file(self.folder, f"part-{number:06}{self.ending}") as (text, digests):
            write(self.format, (each.content for each in outcomes), text, several=True)
        return digests


@dataclass(frozen=True)
class _Findings:
    """What ``check`` prints without settings."""

    folder: Path
    format: str
    lang: Lang
    form: Form = "outcomes"

    def write(self, number: int, outcomes: Iterable[Encoded]) -> dict[str, str]:
        chosen = Selection(CATALOGUE)
        on = {code: info for code, info in CATALOGUE.items() if chosen.is_on(code)}
        reports = (
            each.content
            if isinstance(each.content, Failure)
            else report(each.content.source.label, each.content, on.__contains__)
            for each in outcomes
        )
        ending = ".sarif" if self.format == "sarif" else ".txt"
        with _text_file(self.folder, f"part-{number:06}{ending}") as (text, digests):
            write_findings(self.format, reports, text, lang=self.lang, checks=on)
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
        if each.failure is None:
            batch.articles[str(each.content["articles"][0]["doc_id"])] = each.content
        else:
            batch.errors[str(each.content["path"])] = each.content
        if len(batch.articles) + len(batch.errors) >= _TOGETHER:
            store.put(batch)
            batch = Batch()
    if batch.articles or batch.errors:
        store.put(batch)


@contextmanager
def _text_file(folder: Path, name: str) -> Iterator[tuple[TextIO, dict[str, str]]]:
    with _file(folder, name) as (out, digests):
        text = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
        yield text, digests
        text.flush()
        text.detach()


@contextmanager
def _file(folder: Path, name: str) -> Iterator[tuple[Any, dict[str, str]]]:
    """A file that takes its name once it is whole; then its digest stands in the dictionary."""
    beside, whole = folder / f"{name}.tmp", folder / name
    digests: dict[str, str] = {}
    try:
        with beside.open("wb") as out:
            yield out, digests
    except OSError as problem:
        if problem.errno in _FULL:  # writing names no file
            problem.filename = str(whole)
        raise
    digests[name] = str(digest_of(beside))
    os.replace(beside, whole)
