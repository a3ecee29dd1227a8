"""Expressions from the tests of other projects, with the value that a careful reader gives them."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from beritaextract.values import (
    WEEKDAY_NAMES,
    Relative,
    parse_date,
    parse_duration,
    parse_money,
    parse_number,
    parse_ordinal,
    read_date,
)
from beritaextract.values.readings import Unit

CASES = Path(__file__).parents[2] / "shared" / "cases"
NOON = datetime(2021, 9, 23, 12)
UNCERTAIN = {"suspect", "generated", "nonstandard", "ambiguous"}

COMING_WEEKDAY = "a bare weekday in a news story is the nearest past one"
SPOKEN_CLOCK = "a clock time in words is left to a rule with more of the sentence"
BARE_CLOCK = "without a cue this is a decimal figure as well"
VAGUE = "no number, so no value"
BEFORE_OR_AFTER = "the length and where it lies are two facts"
COMPOUND = "news does not count back in several units"
SENTENCE = "more than the amount: a rule finds it, the values read it"
REFUSED = {
    **dict.fromkeys((f"{day} pukul 00.00" for day in WEEKDAY_NAMES), COMING_WEEKDAY),
    **dict.fromkeys(("sembilan pagi", "sembilan lewat tiga puluh menit", "dua belas siang"), SPOKEN_CLOCK),
    **dict.fromkeys(("tiga sore", "dua belas malam"), SPOKEN_CLOCK),
    **dict.fromkeys(("15.25", "15.25.50"), BARE_CLOCK),
    **dict.fromkeys(("beberapa detik", "dalam beberapa detik", "beberapa detik yang lalu"), VAGUE),
    **dict.fromkeys(("1 detik setelahnya", "1dt setelahnya"), BEFORE_OR_AFTER),
    **dict.fromkeys(("1 detik sebelumnya", "1dt sebelumnya"), BEFORE_OR_AFTER),
    **dict.fromkeys(("2thn 3bln 1hr 1dt yang lalu", "1 minggu dan 6 hari dari sekarang"), COMPOUND),
    **dict.fromkeys(("goceng aja kak", "harga 50rb dong", "total 1jt"), SENTENCE),
    "1,525e-1 ratus": "scientific notation before a number word",
}  # fmt: skip

UNITS: dict[str, Unit] = {"Y": "year", "M": "month", "W": "week", "D": "day"}
UNITS |= {"TH": "hour", "TM": "minute", "TS": "second"}

Case = dict[str, Any]


def load() -> list[Case]:
    """The cases for single expressions; passages belong to the tests of mentions and checks."""
    return [
        case
        for path in sorted(CASES.glob("*.jsonl"))
        if path.stem != "checks"
        for line in path.read_text(encoding="utf-8").splitlines()
        if "task" not in (case := json.loads(line, parse_float=Decimal))
    ]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    if not CASES.is_dir():
        pytest.skip(f"{CASES} is not here")
    return load()


def agrees(case: Case) -> bool:
    text, expected = case["text"], case["expected"]
    match case["kind"]:
        case "number" | "percent":
            value = parse_number(text.removesuffix(" persen"))
            if "is_number" in expected:
                return bool(expected["is_number"]) == (value is not None)
            return bool(value == expected["value"])
        case "money":
            money = parse_money(text)
            return (money or (None, None)) == (expected["value"], expected.get("currency"))
        case "ordinal":
            return bool(parse_ordinal(text) == expected["value"])
        case "duration":
            return "direction" not in expected and str(parse_duration(text)) == expected["value"]
        case "period":
            reading = read_date(text)
            return reading is not None and reading.month == expected["month"]
    if "offset" in expected:
        return counts_back(text, expected["offset"])
    if expected["value"].startswith("T"):
        clock = read_date(text)
        return clock is not None and clock.time == expected["value"][1:]
    return bool(parse_date(text, case.get("reference_date")) == expected["value"])


def counts_back(text: str, offset: str) -> bool:
    """Whether the offset ("-P3W", "PT43M") is what the expression counts and lies in its date."""
    if text == "baru saja":
        return parse_date(text, NOON) == f"{NOON:%Y-%m-%dT%H:%M:%S}"
    match = re.fullmatch(r"(-?)P(T?)([0-9]+)([YMWDHS])", offset)
    if match is None:
        return False
    count = int(match[3]) * (-1 if match[1] else 1)
    unit = UNITS[match[2] + match[4]]
    reading, value = read_date(text), parse_date(text, NOON)
    if reading is None or value is None or reading.relative != Relative(unit, count):
        return False
    if unit == "week":
        first, last = (datetime.fromisoformat(end) for end in value.split("/"))
        return first <= NOON + timedelta(weeks=count) < last + timedelta(days=1)
    return True


def test_the_expressions_in_use_today_parse(cases: list[Case]) -> None:
    certain = [case for case in cases if case["direction"] == "parse" and not UNCERTAIN & case.keys()]
    right = sum(map(agrees, certain))
    assert len(certain) > 300
    assert right >= 0.95 * len(certain)


def test_what_is_refused_is_listed_with_its_reason(cases: list[Case]) -> None:
    wrong = {case["text"] for case in cases if not UNCERTAIN & case.keys() and not agrees(case)}
    assert wrong - REFUSED.keys() == set()
    assert REFUSED.keys() - wrong == set()


def test_no_case_raises(cases: list[Case]) -> None:
    for case in cases:
        agrees(case)
