"""What a run tells of itself while it goes."""

from __future__ import annotations

from dataclasses import dataclass

from beritaextract.batch.manifest import Part
from beritaextract.export import Failure

__all__ = ["Listener", "Tally"]


@dataclass(slots=True)
class Tally:
    """How far a run is.

    Attributes:
        units: Rows and files of one article so far; ``before`` of them by earlier runs.
        articles, errors: What came of them.
        parts: Parts that are done.
    """

    units: int = 0
    before: int = 0
    articles: int = 0
    errors: int = 0
    parts: int = 0


class Listener:
    """Hears nothing; others overwrite what they want to hear."""

    def began(self, tally: Tally) -> None:
        """The folder and the inputs are sound; the tally has what earlier runs did."""

    def unit(self, tally: Tally) -> None:
        """A unit is done."""

    def error(self, failure: Failure) -> None:
        """An error record is written."""

    def part(self, number: int, part: Part) -> None:
        """A part is done, and in the manifest."""

    def loss(self, label: str | None, reason: str, again: bool) -> None:
        """A worker process is replaced; ``label`` names the unit that it was at, which may be tried ``again``."""
