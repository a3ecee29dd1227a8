"""The house's own settings: ``beritaextract.toml``, or ``[tool.beritaextract]`` in ``pyproject.toml``."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from beritaextract.diagnostics.speech import LANGUAGES, Lang
from beritaextract.errors import ConfigError

__all__ = ["THRESHOLDS", "Config", "Threshold", "find", "read"]

Threshold = Literal["error", "warning"]
THRESHOLDS: tuple[Threshold, ...] = ("error", "warning")
_OWN, _SHARED = "beritaextract.toml", "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings, each as in its file; ``None`` and empty where it is silent. Paths are seen from ``folder``."""

    file: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    profile: str | None = None
    fail_on: Threshold | None = None
    lang: Lang | None = None
    baseline: str | None = None

    @property
    def folder(self) -> Path:
        return self.file.parent if self.file else Path.cwd()

    def seen(self, path: str) -> str:
        """A path as the globs of the configuration see it."""
        return Path(os.path.relpath(path, self.folder)).as_posix() if path != "-" else path


_KEYS = ("select", "ignore", "per-file-ignores", "profile", "fail-on", "lang", "baseline")


def find(start: Path) -> Config:
    """The settings that hold in a folder: of the nearest file in it or above it.

    Raises:
        ConfigError: The file is wrong.
    """
    for folder in (start, *start.parents):
        if (folder / _OWN).is_file():
            return read(folder / _OWN)
        if (folder / _SHARED).is_file() and (settings := _settings(folder / _SHARED)) is not None:
            return _config(folder / _SHARED, settings)
    return Config()


def read(path: Path) -> Config:
    """The settings of one file.

    Raises:
        ConfigError: The file is wrong, or a ``pyproject.toml`` without ``[tool.beritaextract]``.
    """
    settings = _settings(path)
    if settings is None:
        raise ConfigError(f"{path}: no [tool.beritaextract] in it; add the table, or name another file")
    return _config(path, settings)


def _settings(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise ConfigError(f"{path}: cannot be read: {problem.strerror}; check the path") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ConfigError(f"{path}: not valid TOML: {problem}") from problem
    if path.name != _SHARED:
        return content
    settings = content.get("tool", {}).get("beritaextract")
    return settings if isinstance(settings, dict) else None


def _config(path: Path, settings: Mapping[str, Any]) -> Config:
    for key in settings:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1)
            remedy = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(_KEYS)}"
            raise ConfigError(f"{path}: unknown key {key!r}; {remedy}")
    per_file = settings.get("per-file-ignores", {})
    if not isinstance(per_file, dict):
        raise ConfigError(f'{path}: per-file-ignores is a table of globs: "arsip/*" = ["BX3"]')
    return Config(
        file=path,
        select=_codes(path, "select", settings.get("select", [])),
        ignore=_codes(path, "ignore", settings.get("ignore", [])),
        per_file_ignores={
            glob: _codes(path, f"per-file-ignores of {glob!r}", codes) for glob, codes in per_file.items()
        },
        profile=_word(path, "profile", settings.get("profile")),
        fail_on=_one_of(path, "fail-on", settings.get("fail-on"), THRESHOLDS),
        lang=_one_of(path, "lang", settings.get("lang"), LANGUAGES),
        baseline=_word(path, "baseline", settings.get("baseline")),
    )


def _codes(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(code, str) and code for code in value):
        raise ConfigError(f'{path}: {key} is a list of codes or their beginnings: ["BX3", "BX101"]')
    return tuple(value)


def _word(path: Path, key: str, value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ConfigError(f"{path}: {key} is a text in quotes")
    return value


def _one_of(path: Path, key: str, value: Any, known: tuple[Any, ...]) -> Any:
    if value is not None and value not in known:
        raise ConfigError(f"{path}: {key} is one of {', '.join(map(repr, known))}, not {value!r}")
    return value
