"""Which checks are on: what was selected and ignored, the house profile, the file."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, TypeAlias

from beritaextract.checks import CheckInfo
from beritaextract.errors import ConfigError
from beritaextract.rules import RuleBook

__all__ = ["Profiles", "Selection", "State", "profiles"]

Profiles: TypeAlias = Mapping[str, frozenset[str]]
"""House → the codes of the style checks that it wants."""
State: TypeAlias = Literal["on", "off", "selected", "not selected", "ignored", "profile", "no profile"]


def profiles(book: RuleBook) -> Profiles:
    """The houses of ``tables/profiles.csv`` and of the packs over it."""
    found: dict[str, set[str]] = {}
    for house, code in book.columns("profiles", "profile", "code"):
        found.setdefault(house, set()).add(code)
    return {house: frozenset(codes) for house, codes in found.items()}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which codes are on. Codes and their beginnings (BX3) select and ignore; the longest that fits decides.

    Args:
        style: The style checks of the house profile; ``None`` where no house is chosen.
        per_file: Globs with what is ignored in the files that they fit.
    """

    checks: Mapping[str, CheckInfo]
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    style: frozenset[str] | None = None
    per_file: Mapping[str, Sequence[str]] | None = None

    def __post_init__(self) -> None:
        ignored_in_files = [code for codes in (self.per_file or {}).values() for code in codes]
        for prefix in (*self.select, *self.ignore, *ignored_in_files):
            if not any(code.startswith(prefix.upper()) for code in self.checks):
                raise ConfigError(f"{prefix}: no check begins so; `beritaextract rules` lists them")

    def state(self, code: str) -> State:
        """Whether a check is on, and why."""
        selected, ignored = _fit(code, self.select), _fit(code, self.ignore)
        if ignored and ignored >= selected:
            return "ignored"
        if self.select and not selected:
            return "not selected"
        if self.checks[code].severity == "style" and selected < len(code):
            if self.style is None:
                return "selected" if selected else "no profile"
            return "profile" if code in self.style else "off"
        return "selected" if selected else "on"

    def is_on(self, code: str, path: str = "") -> bool:
        """Whether a check counts in a file; ``path`` is as seen from the folder of the configuration."""
        if self.state(code) not in ("on", "selected", "profile"):
            return False
        return not any(
            _fit(code, codes) for glob, codes in (self.per_file or {}).items() if _matches(path, glob)
        )


def _fit(code: str, prefixes: Iterable[str]) -> int:
    """How many characters of a code the best prefix names; 0 where none fits."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix.upper())), default=0)


def _matches(path: str, glob: str) -> bool:
    """Like a shell, over the whole path or its last part; ``*`` reaches over folders.

    >>> _matches("arsip/2019/a.txt", "arsip/*"), _matches("2019/a.txt", "a.txt"), _matches("b/a.txt", "arsip/*")
    (True, True, False)
    """
    return fnmatch.fnmatchcase(path, glob) or fnmatch.fnmatchcase(PurePath(path).name, glob)
