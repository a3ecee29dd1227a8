"""How many units there will be, as far as it costs little to know."""

from __future__ import annotations

from collections.abc import Iterable

from beritaextract.reading.formats import known
from beritaextract.reading.intake import Intake
from beritaextract.reading.opening import STDIN
from beritaextract.reading.paths import expand

__all__ = ["expected"]

_BLOCK = 1 << 20


def expected(inputs: Iterable[str], intake: Intake) -> int | None:
    """The rows and files of one article in all inputs; ``None`` where only reading them would tell.

    Lines of JSON Lines are counted, which takes a second for a few gigabytes.
    """
    total = 0
    for named in inputs:
        if named == STDIN:
            return None
        for path in expand(named):
            if not isinstance(path, str) or intake.is_of_one(path):
                total += 1
                continue
            found = known(path)
            if found is None or found.name != "jsonl" or not path.endswith(found.suffixes):
                return None
            total += _lines(path)
    return total


def _lines(path: str) -> int:
    count, last = 0, b"\n"
    try:
        with open(path, "rb") as file:
            while block := file.read(_BLOCK):
                count += block.count(b"\n")
                last = block[-1:]
    except OSError:
        return 1
    return count + (last != b"\n")
