"""Articles to text, files and databases: one module a format, named in the register of ``formats``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TextIO, TypeAlias, cast

import msgspec

from beritaextract.errors import ExportError
from beritaextract.export import formats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beritaextract.checks import CheckInfo
    from beritaextract.diagnostics.report import Report
    from beritaextract.diagnostics.speech import Lang
    from beritaextract.errors import BeritaError
    from beritaextract.export.flat import Row, Rows
    from beritaextract.export.flat.store import Saved
    from beritaextract.model import Article

__all__ = [
    "FINDING_FORMATS", "FORMATS", "STORES", "VERDICT_FORMATS", "Failure", "Outcome", "load", "printable", "store",
    "write", "write_findings",
]  # fmt: skip

FORMATS = formats.names("stream")
"""What ``write`` writes."""
VERDICT_FORMATS = tuple(format.name for format in formats.REGISTER if format.verdicts)
"""Those that can leave out everything but the verdicts."""
STORES = formats.names("store")
"""What ``store`` fills."""
FINDING_FORMATS = formats.names("findings")
"""What ``write_findings`` writes: findings as linters print them."""


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
            "source": {"path": printable(self.path)} | ({} if self.row is None else {"row": self.row}),
            "error": {"code": self.code, "message": printable(self.message)},
        }
        return _encoded(record, indent)

    def to_row(self) -> Row:
        """A row of the table of errors; a row of a file of many stands in its path: ``arsip.jsonl#17``."""
        path = self.path if self.row is None else f"{self.path}#{self.row}"
        fields = {"path": path, "code": self.code, "message": self.message}
        return {
            name: printable(value).replace("\0", "\N{REPLACEMENT CHARACTER}")
            for name, value in fields.items()
        }


Outcome: TypeAlias = "Article | Failure"


class _Writer(Protocol):
    def write(self, outcomes: Iterable[Outcome], out: TextIO, *, several: bool) -> None: ...


class _VerdictWriter(Protocol):
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
        checks_only: Leaves out everything but the verdicts, in a format that can.

    Raises:
        ExportError: The format is unknown, is no stream, or lacks a package.
    """
    format = formats.named(name)
    if format.kind != "stream":
        raise ExportError(f"{name} is no form of articles to print; choose one of {', '.join(FORMATS)}")
    if format.verdicts:
        verdicts: _VerdictWriter = cast("_VerdictWriter", format.load())
        verdicts.write(outcomes, out, several=several, checks_only=checks_only)
    else:
        writer: _Writer = cast("_Writer", format.load())
        writer.write(outcomes, out, several=several)


def store(outcomes: Iterable[Outcome], target: str | os.PathLike[str], *, format: str | None = None) -> Saved:
    """Puts every outcome into a file, a folder or a database, as rows of flat tables.

    An article takes the place of all that the target holds of it; the same article twice changes nothing. Failures
    become rows of the table ``errors``.

    Args:
        target: ``berita.db``, ``berita.duckdb``, ``hasil/``, ``berita.parquet``, ``postgresql://host/database`` …
        format: One of ``STORES``, where the target does not tell.

    Raises:
        ExportError: The target cannot be used, or a package is missing.
    """
    from beritaextract.export.flat.store import Saved, fill  # noqa: PLC0415  pydantic would slow `--help` down

    saved = Saved(os.fspath(target))
    opened = formats.for_target(target, format).load().opened
    with opened(saved.target) as opened_store:
        records = (each.to_row() if isinstance(each, Failure) else each for each in outcomes)
        fill(opened_store, records, saved)
    return saved


def load(target: str | os.PathLike[str], *, format: str | None = None) -> Rows:
    """All rows that a target of :func:`store` holds, by table, with the values that were put in.

    Raises:
        ExportError: The target cannot be read, or a package is missing.
    """
    rows: Rows = formats.for_target(target, format).load().read(os.fspath(target))
    return rows


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
    writer = formats.named(name).load()
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


def printable(text: str) -> str:
    """File names may hold bytes that are no UTF-8; they show as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_ENCODER = msgspec.json.Encoder(decimal_format="number")
