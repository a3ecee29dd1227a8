"""Compiled expressions, kept from one run to the next: `regex` takes two seconds to compile those of ``patterns/``.

A file holds what `regex` itself gives for pickling: strings and numbers, from which it builds the same patterns again.
They are kept as MessagePack of a fixed shape, not as a pickle: a file that someone else wrote can name no code to run.
Still the matcher trusts the numbers, so a file counts only if its checksum fits and nobody but its owner, who must be
the user, can have written it. Any other file is passed over, as is a folder that cannot be written.
"""

from __future__ import annotations

import contextlib
import copyreg
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
import regex

__all__ = ["Compile", "folder", "kept"]

Compile: TypeAlias = "Callable[[str], regex.Pattern[str]]"

_Program: TypeAlias = tuple[
    str,  # the expression
    int,
    bytes | list[int],
    dict[str, int],
    dict[int, str],
    dict[str, frozenset[str]],
    list[frozenset[str]],
    int,
    tuple[int, ...],
    int,
    int,
]
"""What `regex` builds a pattern from."""

_VARIABLE = "BERITAEXTRACT_CACHE"
_SUFFIX = ".expressions"
_MOST_FILES = 12
_SUM_SIZE = 32
_DECODER = msgspec.msgpack.Decoder(list[_Program])
_TAKEN_APART: Any = copyreg.dispatch_table.get(regex.Pattern, lambda pattern: (regex.compile, ()))
"""Pattern → what builds it, and what from: the two that a pickle of it would hold. Without them nothing is kept."""


def folder() -> Path | None:
    """Where the files are: what ``BERITAEXTRACT_CACHE`` names, else a folder in that of the user's caches.

    ``None`` where it says ``off``, and where the user has no such folder.
    """
    chosen = os.environ.get(_VARIABLE)
    if chosen:
        return None if chosen.lower() == "off" else Path(chosen)
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.expanduser("~/Library/Caches" if sys.platform == "darwin" else "~/.cache")
    return Path(base, "beritaextract") if os.path.isabs(base) else None


@contextlib.contextmanager
def kept(purpose: str) -> Iterator[Compile]:
    """Gives what compiles an expression, or takes it from the file of an earlier run.

    After the block the file holds what was compiled or taken in it.

    Args:
        purpose: What the expressions are for; each purpose has a file of its own.
    """
    place = folder()
    path = place / (_stem(purpose) + _SUFFIX) if place else None
    known = _read(path) if path else {}
    used: dict[str, regex.Pattern[str]] = {}
    build, _ = _TAKEN_APART(regex.compile(""))

    def compiled(expression: str) -> regex.Pattern[str]:
        if expression not in used:
            program = known.get(expression)
            used[expression] = build(*program) if program else regex.compile(expression)
        return used[expression]

    yield compiled
    if path and used.keys() != known.keys():
        _write(path, used.values())


def _stem(purpose: str) -> str:
    """A name for the file; another one for whatever makes other programs of the same expressions."""
    made_by = (
        version("beritaextract"),
        regex.__version__,
        int(regex.DEFAULT_VERSION),
        sys.version,
        sys.platform,
    )
    return hashlib.sha256(repr((purpose, *made_by, sys.byteorder, sys.maxsize)).encode()).hexdigest()[:32]


def _read(path: Path) -> dict[str, _Program]:
    """Expression → program; empty if the file is missing, damaged or not the user's own."""
    try:
        with open(path, "rb", opener=_own) as file:
            checksum, content = file.read(_SUM_SIZE), file.read()
        if hashlib.sha256(content).digest() != checksum:
            return {}
        return {program[0]: program for program in _DECODER.decode(content)}
    except (OSError, msgspec.MsgspecError):
        return {}


def _own(path: str, flags: int) -> int:
    """Opens a file that the user alone can have written.

    Raises:
        OSError: It is missing, a link or a device, another user's, or others may write it.
    """
    handle = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    found = os.fstat(handle)
    private = sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)
    if not (private and stat.S_ISREG(found.st_mode)):
        os.close(handle)
        raise PermissionError(path)
    return handle


def _write(path: Path, patterns: Iterable[regex.Pattern[str]]) -> None:
    """Puts a file in place at once, if it can be; of those beside it the newest stay."""
    programs = [_TAKEN_APART(pattern)[1] for pattern in patterns]
    try:
        content = msgspec.msgpack.encode(programs)
        if _DECODER.decode(content) != programs:
            return
    except (TypeError, msgspec.MsgspecError):  # another release of `regex` may take them apart otherwise
        return
    part = path.with_name(f"{path.stem}.{os.urandom(4).hex()}{_SUFFIX}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with open(part, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.write(hashlib.sha256(content).digest() + content)
            os.replace(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        files = sorted(path.parent.glob("*" + _SUFFIX), key=lambda each: each.stat().st_mtime)
        for old in files[:-_MOST_FILES]:
            old.unlink(missing_ok=True)
