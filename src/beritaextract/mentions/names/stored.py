"""The files of the package that training writes."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TypeVar

import msgspec

from beritaextract.errors import RuleError

__all__ = ["read", "write"]

Value = TypeVar("Value")


def read(path: Path, shape: type[Value], what: str) -> Value:
    """What a file holds.

    Args:
        path: The file.
        shape: The type of its content.
        what: What the message calls that.

    Raises:
        RuleError: The file is missing or broken.
    """
    try:
        return msgspec.msgpack.decode(zlib.decompress(path.read_bytes()), type=shape)
    except (OSError, zlib.error, msgspec.MsgspecError) as problem:
        raise RuleError(
            f"{path.name}: no {what} that can be read ({problem}); train again: make train"
        ) from problem


def write(path: Path, content: object) -> None:
    """Writes one file; the same content gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zlib.compress(msgspec.msgpack.encode(content), 9))
