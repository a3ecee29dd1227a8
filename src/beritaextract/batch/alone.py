"""One run at a time in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from beritaextract.errors import ExportError

__all__ = ["LOCK", "alone"]

LOCK = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keeps other runs out of a folder; the system lets them in again when this process ends, however it ends.

    Raises:
        ExportError: Another run is at work there.
    """
    try:
        lock = FileLock(folder / LOCK).acquire(blocking=False)
    except Timeout as problem:
        raise ExportError(
            f"{folder}: another run is at work in this folder; wait for it, or choose another folder"
        ) from problem
    with lock:
        yield
