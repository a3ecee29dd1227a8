"""A path → a stream of bytes: decompressed, and never more at once than allowed."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, cast

from beritaextract.errors import ArticleError

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["COMPRESSED", "DEFAULT_LIMIT", "STDIN", "Fields", "Incoming", "opened", "stem"]

STDIN = "-"
DEFAULT_LIMIT = 50_000_000
COMPRESSED = (".gz", ".zst")
_HEAD = 4096
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


@dataclass(frozen=True, slots=True)
class Fields:
    """Which fields of a row hold what, as dotted paths; ``None`` where the usual names are tried."""

    text: str | None = None
    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One open file. ``limit`` is how many bytes may be held at once: of the whole file, or of one row."""

    path: str
    stream: BinaryIO
    limit: int = DEFAULT_LIMIT
    fields: Fields = field(default_factory=Fields)
    on_disk: bool = False
    """Whether ``path`` is a file with the same bytes."""

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        with self._telling():
            peek: bytes = cast("io.BufferedReader", self.stream).peek(_HEAD)
        return peek[:_HEAD]

    def data(self) -> bytes:
        """All bytes.

        Raises:
            ArticleError: They are more than allowed, or damaged.
        """
        with self._telling():
            data = self.stream.read(self.limit + 1)
        if len(data) > self.limit:
            raise self.too_large("")
        return data

    def lines(self) -> Iterator[tuple[int, bytes | ArticleError]]:
        """The lines with their numbers from 1; one that is longer than allowed is an error, and the next follows.

        Raises:
            ArticleError: The file is damaged from here on.
        """
        number = 0
        while True:
            number += 1
            with self._telling():
                line = self.stream.readline(self.limit + 1)
                if not line:
                    return
                found: bytes | ArticleError = line
                if len(line) > self.limit:
                    found = self.too_large(f":{number}", row=number)
                    while line and not line.endswith(b"\n"):
                        line = self.stream.readline(1 << 20)
            yield number, found

    def too_large(self, where: str, row: int | None = None) -> ArticleError:
        size = f"{self.limit:,}"
        return ArticleError(
            f"{self.path}{where}: larger than {size} bytes; raise --max-bytes if it is an article", row=row
        )

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """Damage that shows while reading, in one line."""
        try:
            yield
        except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
            raise ArticleError(
                f"{self.path}: the compressed file is cut off or damaged ({problem}); fetch it again"
            ) from problem
        except OSError as problem:
            raise _unreadable(self.path, problem) from problem


@contextlib.contextmanager
def opened(path: str, *, limit: int = DEFAULT_LIMIT, fields: Fields | None = None) -> Iterator[Incoming]:
    """The file at a path, or stdin for ``-``; what gzip or zstd has packed is unpacked as it is read.

    Raises:
        ArticleError: The file cannot be opened.
    """
    with contextlib.ExitStack() as stack:
        raw = _stdin() if path == STDIN else stack.enter_context(_open(path))
        plain = Incoming(path, raw, limit, fields or Fields(), on_disk=path != STDIN)
        head = plain.head()
        if head.startswith(_GZIP):
            unpacked: io.RawIOBase = cast("io.RawIOBase", stack.enter_context(gzip.GzipFile(fileobj=raw)))
        elif head.startswith(_ZSTD):
            unpacked = _Unzstd(raw)
        elif head and path.lower().endswith(COMPRESSED):
            raise ArticleError(f"{path}: is not compressed as its name says; rename it, or fetch it again")
        else:
            yield plain
            return
        yield Incoming(path, io.BufferedReader(unpacked), limit, fields or Fields())


def stem(path: str) -> str:
    """A file's name in small letters, without what only tells of its compression.

    >>> stem("arsip/Berita.JSONL.gz")
    'berita.jsonl'
    """
    name = os.path.basename(path).lower()
    for suffix in COMPRESSED:
        name = name.removesuffix(suffix)
    return name


class _Unzstd(io.RawIOBase):
    """What zstd has packed, unpacked a little at a time: 1 KB may hold 32 MB."""

    def __init__(self, raw: BinaryIO) -> None:
        import zstandard  # noqa: PLC0415  hardly ever needed

        self._raw = raw
        self._start = zstandard.ZstdDecompressor().decompressobj
        self._damage = zstandard.ZstdError
        self._frame = self._start()
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        while not self._ready:
            chunk = self._frame.unused_data or self._raw.read(1024)
            if self._frame.eof and chunk:
                self._frame = self._start()
            if not chunk:
                if not self._frame.eof:
                    raise EOFError("it ends too early")
                return 0
            try:
                self._ready = memoryview(self._frame.decompress(chunk))
            except self._damage as problem:
                raise EOFError(str(problem)) from problem
        view = memoryview(buffer)
        count = min(len(view), len(self._ready))
        view[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count


def _stdin() -> io.BufferedReader:
    stream = sys.stdin.buffer
    return (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    )


def _open(path: str) -> io.BufferedReader:
    try:
        return open(path, "rb")
    except FileNotFoundError:
        raise ArticleError(f"{path}: no such file; check the path") from None
    except IsADirectoryError:
        raise ArticleError(f"{path}: is a directory; give a file in it") from None
    except PermissionError:
        raise ArticleError(f"{path}: may not be read; change its permissions") from None
    except (OSError, ValueError) as problem:
        raise _unreadable(path, problem) from problem


def _unreadable(path: str, problem: OSError | ValueError) -> ArticleError:
    reason = problem.strerror if isinstance(problem, OSError) else problem
    return ArticleError(f"{path!r}: cannot be opened ({reason}); check the path")
