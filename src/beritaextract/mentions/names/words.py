"""What unlabelled news says of words: how often they are written small, and which words they resemble."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from beritaextract.errors import RuleError

__all__ = ["SHIPPED", "is_ordinary", "load", "ordinary", "save"]

SHIPPED = Path(__file__).with_name("data") / "words.bin"


def is_ordinary(code: str) -> bool:
    """Whether a word with this code is mostly written small."""
    return code[:1] in ("4", "5")


@lru_cache(maxsize=1)
def load(path: Path = SHIPPED) -> Mapping[str, str]:
    """Word in small letters → its code: how often it is written small, from 0 to 5, and the number of its cluster.

    Raises:
        RuleError: The file is missing or broken.
    """
    try:
        return msgspec.msgpack.decode(zlib.decompress(path.read_bytes()), type=dict[str, str])
    except (OSError, zlib.error, msgspec.MsgspecError) as problem:
        raise RuleError(
            f"{path.name}: no words that can be read ({problem}); train again: make train"
        ) from problem


@lru_cache(maxsize=1)
def ordinary() -> frozenset[str]:
    """The words, in small letters, that are mostly written so: capitalised, they rarely are names."""
    return frozenset(word for word, code in load().items() if is_ordinary(code))


def save(path: Path, codes: Mapping[str, str]) -> None:
    """Writes one file; the same content gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zlib.compress(msgspec.msgpack.encode(dict(sorted(codes.items()))), 9))
