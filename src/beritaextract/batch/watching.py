"""Files that arrive in folders, each once it is complete."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from beritaextract.batch.journal import State
from beritaextract.errors import ArticleError, ExportError
from beritaextract.reading.paths import expand, is_article

__all__ = ["arrivals", "check"]

_LIST = 600.0
"""Seconds between two looks at everything: file systems of other machines tell of no change."""


def check(folders: Collection[str], output: Path) -> None:
    """
    Raises:
        ArticleError: An input is no folder.
        ExportError: The results would go into a folder that is watched, or watchfiles is not installed.
    """
    for folder in folders:
        if not os.path.isdir(folder):
            raise ArticleError(f"{folder}: is no folder, and --watch takes folders alone; name one")
        if output.exists() and os.path.samefile(folder, output):
            raise ExportError(f"{output}: is watched; choose another folder for -o")
    if find_spec("watchfiles") is None:
        raise ExportError("--watch: needs watchfiles; pip install 'beritaextract[watch]'")


def arrivals(
    folders: Collection[str], taken: Mapping[str, State], settle: float
) -> Iterator[list[tuple[str, State]]]:
    """The files that are complete and not taken, sorted, as they come, for ever; no list is empty.

    Args:
        taken: What is done; a file that has changed since is taken again.
        settle: Seconds for which the size and the time of a file must have stayed what they are.
    """
    from watchfiles import watch  # noqa: PLC0415  an extra

    real = {os.path.realpath(folder): folder for folder in folders}
    waiting: dict[str, tuple[State | None, float]] = {}
    listed = -_LIST
    tick = max(10, int(settle * 500))
    for changes in watch(
        *real, watch_filter=None, debounce=tick, step=tick // 2, rust_timeout=tick, yield_on_timeout=True
    ):
        now = time.monotonic()
        if now - listed >= _LIST:
            listed = now
            touched: Iterable[str] = folders
        else:
            touched = (_as_named(path, real) for _, path in changes)
        for path in _files(touched):
            waiting.setdefault(path, (None, now))
        settled = sorted(_settled(waiting, taken, settle, now))
        if ready := [each for each in settled if _is_meant(each[0], folders)]:
            yield ready


def _settled(
    waiting: dict[str, tuple[State | None, float]], taken: Mapping[str, State], settle: float, now: float
) -> Iterator[tuple[str, State]]:
    """Takes the files that have settled, and those that are gone or done, from those that wait."""
    for path, (before, since) in list(waiting.items()):
        state = _state(path)
        if state is None or state == taken.get(path):
            del waiting[path]
        elif state != before:
            waiting[path] = (state, now)
        elif now - since >= settle:
            del waiting[path]
            yield path, state


def _files(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if os.path.exists(path):
            yield from (each for each in expand(path) if isinstance(each, str))


def _as_named(path: str, real: Mapping[str, str]) -> str:
    """A path as the listing of its folder names it, however the system tells of it."""
    for folder, named in real.items():
        if path.startswith(os.path.join(folder, "")):
            return os.path.join(named, os.path.relpath(path, folder))
    return path


def _is_meant(path: str, folders: Collection[str]) -> bool:
    """Whether listing one of the folders would have named this: what a file is, its end tells as well."""
    absolute = os.path.abspath(path)
    return any(
        absolute.startswith(os.path.join(folder, "")) and is_article(absolute, below=folder)
        for folder in map(os.path.abspath, folders)
    )


def _state(path: str) -> State | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return State(found.st_size, found.st_mtime_ns)
