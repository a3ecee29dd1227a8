"""The last resort for relative expressions that the grammar does not know: dateparser, imported only then."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache

__all__ = ["resolve_with_dateparser"]

_RELATIVE = re.compile(r"\b(?:lalu|lagi|dalam|dlm|sekarang|baru saja)\b", re.IGNORECASE)
_MAX_LENGTH = 60


@lru_cache(maxsize=1024)
def resolve_with_dateparser(text: str, reference: date) -> str | None:
    """The EDTF of a relative expression; ``None`` if it has no mark of one or dateparser cannot read it."""
    if len(text) > _MAX_LENGTH or not _RELATIVE.search(text):
        return None
    from dateparser.date import DateDataParser  # noqa: PLC0415 - costs a third of a second

    timed = isinstance(reference, datetime)
    base = reference if isinstance(reference, datetime) else datetime.combine(reference, time(12))
    settings = {"PREFER_DATES_FROM": "current_period", "RELATIVE_BASE": base.replace(tzinfo=None)}
    data = DateDataParser(languages=["id"], settings=settings).get_date_data(text)
    if data.date_obj is None:
        return None
    if data.period == "year":
        return f"{data.date_obj:%Y}"
    if data.period == "month":
        return f"{data.date_obj:%Y-%m}"
    return f"{data.date_obj:%Y-%m-%dT%H:%M:%S}" if timed else f"{data.date_obj:%Y-%m-%d}"
