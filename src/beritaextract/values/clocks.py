"""Clock times: "pukul 13.00 WIB", "20.00 WIB sampai dengan 22.00 WIB", "9:30 malam"."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Clock", "split_clock"]

_ZONE = r"(?:\s*(?:wib|wita|wit|was|kst|jst|gmt|utc|waktu setempat)\b)?"
_TIME = (
    r"(?P<hour_{n}>[0-9]{{1,2}})(?:[.:](?P<minute_{n}>[0-9]{{2}})(?:[.:](?P<second_{n}>[0-9]{{2}}))?)?"
    + _ZONE
    + r"(?:\s+(?P<part_{n}>pagi|siang|sore|petang|malam|subuh|dini hari|tengah malam)\b)?"
    + _ZONE
)
_UNTIL = r"\s*(?:[-–—]|\bhingga\b|\bsampai(?:\s+dengan)?\b|\bs[./]?d\b[.]?)\s*"
_CUE = r"\b(?:pukul|jam|pkl)\b[.]?\s*"
_CLOCK = re.compile(
    r"[\s,|(]*(?:\b(?:sekitar|sekira|kira-kira|mulai|sejak|dari|pada)\s+)?"
    + rf"(?P<cue>{_CUE})?(?<![0-9/.,-])"
    + _TIME.format(n="a")
    + rf"(?:{_UNTIL}(?:{_CUE})?"
    + _TIME.format(n="b")
    + r")?[)]?\s*\Z",
    re.IGNORECASE,
)


class Clock(NamedTuple):
    """The text before a clock time, and the time: "13:00", "20:00/22:00", ``None`` if there is none such."""

    before: str
    time: str | None


def split_clock(text: str) -> Clock | None:
    """Cut the clock time off the end of an expression; ``None`` if there is none.

    >>> split_clock("Kamis (14/8/2025) pukul 13.00 WIB")
    Clock(before='Kamis (14/8/2025)', time='13:00')
    >>> split_clock("9:30 malam").time, split_clock("pukul 20.00 WIB sampai dengan 22.00 WIB").time
    ('21:30', '20:00/22:00')
    """
    match = _CLOCK.search(text)
    if match is None or not (match["cue"] or match["minute_a"] or match["part_a"]):
        return None
    start = _time(match["hour_a"], match["minute_a"], match["second_a"], match["part_a"] or match["part_b"])
    if start is None or match["hour_b"] is None:
        return Clock(text[: match.start()], start)
    end = _time(match["hour_b"], match["minute_b"], match["second_b"], match["part_b"])
    return Clock(text[: match.start()], end and f"{start}/{end}")


def _time(hour: str, minute: str | None, second: str | None, part: str | None) -> str | None:
    value = int(hour)
    if part and value <= 12:
        value = _in_24_hours(value, part.casefold())
    if value > 24 or int(minute or 0) > 59 or int(second or 0) > 59 or (value == 24 and int(minute or 0)):
        return None
    return f"{value:02}:{minute or '00'}" + (f":{second}" if second else "")


def _in_24_hours(hour: int, part: str) -> int:
    if part in ("pagi", "subuh", "dini hari"):
        return hour % 12
    if part in ("malam", "tengah malam"):
        return hour % 12 + 12 if 6 <= hour < 12 else hour % 12
    return hour if part == "siang" and hour >= 10 else hour % 12 + 12
