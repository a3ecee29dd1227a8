"""Articles to text for people and programs: one module a format, named in ``FORMATS`` or ``FINDING_FORMATS``."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TextIO, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beritaextract.checks import CheckInfo
    from beritaextract.diagnostics.report import Report
    from beritaextract.diagnostics.speech import Lang
    from beritaextract.errors import BeritaError
    from beritaextract.model import Article

__all__ = ["FINDING_FORMATS", "FORMATS", "Failure", "Outcome", "write", "write_findings"]

FORMATS = ("json", "jsonl", "table")
FINDING_FORMATS = ("text", "sarif", "github")
"""What ``check`` writes beside ``FORMATS``: findings as linters print them."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article, as the contract's error record."""

    path: str
    code: str
    message: str
    row: int | None = None

    @classmethod
    def of(cls, path: str, error: BeritaError) -> Failure:
        return cls(path, error.code, " ".join(str(error).split()), getattr(error, "row", None))

    def to_json(self, *, indent: int | None = None) -> str:
        record = {
            "schema": "beritaextract/1",
            "source": {"path": _printable(self.path)} | ({} if self.row is None else {"row": self.row}),
            "error": {"code": self.code, "message": _printable(self.message)},
        }
        return _encoded(record, indent)


Outcome: TypeAlias = "Article | Failure"


class _Writer(Protocol):
    def write(
        self, outcomes: Iterable[Outcome], out: TextIO, *, several: bool, checks_only: bool
    ) -> None: ...


def write(
    name: str, outcomes: Iterable[Outcome], out: TextIO, *, several: bool = False, checks_only: bool = False
) -> None:
    """Writes every outcome as soon as it comes.

    Args:
        name: One of ``FORMATS``.
        several: Whether the reader expects a collection, however many outcomes there are.
        checks_only: Leaves out everything but the verdicts.
    """
    writer: _Writer = importlib.import_module(f"{__name__}.{name}")
    writer.write(outcomes, out, several=several, checks_only=checks_only)


def write_findings(
    name: str,
    reports: Iterable[Report | Failure],
    out: TextIO,
    *,
    lang: Lang,
    checks: Mapping[str, CheckInfo],
) -> None:
    """Writes the findings of a run in one of ``FINDING_FORMATS``.

    Args:
        checks: The checks that were on, by code, for the formats that list them.
    """
    writer = importlib.import_module(f"{__name__}.{name}")
    if name == "sarif":
        writer.write(reports, out, lang=lang, checks=checks)
    else:
        writer.write(reports, out, lang=lang)


def to_json(outcome: Outcome, *, checks_only: bool, indent: int | None = None) -> str:
    """One outcome as a JSON object."""
    if isinstance(outcome, Failure) or not checks_only:
        return outcome.to_json(indent=indent)
    return _encoded(outcome.model_dump(include={"schema_", "source", "checks"}), indent)


def _encoded(record: object, indent: int | None) -> str:
    encoded = _ENCODER.encode(record)
    return (msgspec.json.format(encoded, indent=indent) if indent is not None else encoded).decode("utf-8")


def _printable(text: str) -> str:
    """File names may hold bytes that are no UTF-8; they show as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_ENCODER = msgspec.json.Encoder(decimal_format="number")
