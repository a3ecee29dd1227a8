"""A file takes its new content at once or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

__all__ = ["replace_file"]


def replace_file(path: str | Path, content: bytes) -> None:
    """Writes beside the file and moves over it; links are followed, permissions stay."""
    target = os.path.realpath(path)
    handle, beside = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".beritaextract-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.chmod(beside, os.stat(target).st_mode & 0o7777 if os.path.exists(target) else _usual_mode())
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
