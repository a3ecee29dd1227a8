"""BX502: contributions, benefits and minimum wages against the table of what the law set when."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from beritaextract.checks.days import days, span_of
from beritaextract.checks.engine import Case, CheckInfo, Finding, Words, check
from beritaextract.checks.printed import figure, plain
from beritaextract.checks.proof import proof
from beritaextract.checks.tables import Key
from beritaextract.facts.slips import Slip, slip
from beritaextract.interval import rounded, truncated
from beritaextract.model import Quantity, Rate, Span

__all__ = ["CHECKS"]

_AFTER, _BEFORE = datetime.timedelta(days=92), datetime.timedelta(days=180)
"""How long before it holds a figure is news, and how long what it replaced is still printed."""
_CONTEXT = 120
_STEPS: frozenset[Slip] = frozenset(("swap", "dropped", "scale"))
_MOST_REPAIRS = 2
_LONG = 5
"""From so many digits on that are not nought at the end, one that differs is a slip and not another figure."""
_READABLE = frozenset(("exact", "at_most", "about"))


@dataclass(frozen=True, slots=True)
class _Parameter:
    """One row: a figure of a programme, the words that speak of it, and its first and last day."""

    name: str
    kind: str
    words: re.Pattern[str]
    without: re.Pattern[str] | None
    of: tuple[str, ...]
    amount: Fraction
    per: str
    since: datetime.date
    until: datetime.date
    source: str


@dataclass(frozen=True, slots=True)
class _Statement:
    """What the text says a programme costs or pays; a payment that was made may go by older rules."""

    kind: str
    words: str
    amount: Quantity
    evidence: tuple[Span, ...]
    is_payment: bool = False


@check(
    CheckInfo(
        code="BX502",
        title="contributions, benefits and minimum wages are those of their time",
        title_id="iuran, manfaat, dan upah minimum sesuai dengan yang berlaku saat itu",
        severity="warning",
        what=(
            "Compares what the text says a programme costs or pays with the table of parameters and their dates. "
            "Reports a figure that was replaced long before, or that is a slip away from the one in force; silent on "
            "all that the table does not cover.\n"
            "Membandingkan iuran, manfaat, dan upah minimum dengan tabel beserta masa berlakunya. Melaporkan angka "
            "yang sudah lama diganti atau yang selangkah salah ketik dari angka yang berlaku; diam tentang yang tidak "
            "ada dalam tabel."
        ),
        trigger="iuran, santunan, beasiswa, UMP + amount / jumlah uang",
        holds="UMP DKI Jakarta tahun 2024 ditetapkan sebesar Rp5.067.381 per bulan.",
        contradicts="UMP DKI Jakarta tahun 2024 ditetapkan sebesar Rp5.076.381 per bulan.",
    )
)
def parameters_are_of_their_time(case: Case) -> Iterator[Finding]:
    judged: list[tuple[str, Finding]] = []
    for statement in _statements(case):
        rows = [
            row for row in _tabled(Key(case.book)).get(statement.kind, ()) if _speaks_of(case, statement, row)
        ]
        if rows and (found := _judge(case, statement, rows)) is not None:
            judged.append((rows[0].name, found))
    right = {name for name, found in judged if found.verdict == "ok"}
    yield from (found for name, found in judged if found.verdict == "ok" or name not in right)


CHECKS = (parameters_are_of_their_time,)


def _statements(case: Case) -> Iterator[_Statement]:
    for rate in case.facts.records.get("rates", ()):
        if isinstance(rate, Rate):
            words = " ".join(filter(None, (rate.label, rate.condition, rate.entitled)))
            yield _Statement(rate.kind, words, rate.amount, rate.evidence)
    for claim in case.facts.claims:
        if claim.purpose and claim.cases is None:
            yield _Statement("benefit", claim.purpose, claim.amount, claim.evidence, is_payment=True)


@lru_cache(maxsize=4)
def _tabled(key: Key) -> Mapping[str, Sequence[_Parameter]]:
    """The rows by the kind of their rate."""
    found: dict[str, list[_Parameter]] = {}
    for row in map(_parameter, key.book.table("programme_parameters")):
        found.setdefault(row.kind, []).append(row)
    return found


@lru_cache(maxsize=256)
def _whole(forms: str) -> re.Pattern[str]:
    """Any of the forms of a cell, as whole words."""
    found = "|".join(map(re.escape, forms.split("|")))
    return re.compile(rf"(?<!\w)(?:{found})(?:nya)?(?!\w)", re.IGNORECASE)


def _parameter(row: Mapping[str, str]) -> _Parameter:
    return _Parameter(
        name=row["parameter"],
        kind=row["kind"],
        words=_whole(row["words"]),
        without=_whole(row["without"]) if row["without"] else None,
        of=tuple(filter(None, row["of"].casefold().split("|"))),
        amount=Fraction(row["amount"]),
        per=row["per"],
        since=datetime.date.fromisoformat(row["since"]),
        until=datetime.date.fromisoformat(row["until"]) if row["until"] else datetime.date.max,
        source=row["source"],
    )


def _speaks_of(case: Case, statement: _Statement, row: _Parameter) -> bool:
    if row.words.search(statement.words) is None:
        return False
    if row.without is not None and row.without.search(statement.words):
        return False
    return not row.of or any(_names(name, row.of) for name in _named(case, statement))


def _named(case: Case, statement: _Statement) -> Iterator[str]:
    """The organisations of the article, and the places from the first word of the statement to its amount."""
    for organization in case.mentions.organizations:
        yield organization.name
        yield from (span.text for span in organization.mentions)
    start, end = statement.evidence[0].start, statement.amount.span.end
    for place in case.mentions.places:
        yield from (span.text for span in place.mentions if start <= span.start < end)


def _names(name: str, wanted: Sequence[str]) -> bool:
    """Whether it is one of those, or a branch of one."""
    name = " ".join(name.casefold().split())
    return any(name == each or name.startswith(f"{each} ") for each in wanted)


def _judge(case: Case, statement: _Statement, rows: Sequence[_Parameter]) -> Finding | None:
    """The verdict on one figure, ``None`` where the table cannot tell."""
    amount = statement.amount
    if amount.unit != "IDR" or amount.value is None or amount.modifier not in _READABLE or amount.malformed:
        return None
    rows = [row for row in rows if amount.per is None or not row.per or amount.per == row.per]
    times = list(_times(case, statement))
    if None in times:
        return None
    in_force = [row for row in rows if any(_overlap(row, time) for time in times if time is not None)]
    fits = [row for row in in_force if _fits(amount, row.amount)]
    if fits:
        return _finding(statement, fits[:1])
    if statement.is_payment or not in_force:
        return None
    earliest = min(time[0] for time in times if time is not None)
    is_old = any(_fits(amount, row.amount) for row in rows if row.until < earliest)
    near = [row for row in in_force if _is_slip(amount, row.amount)]
    return _finding(statement, near or in_force, bad=True) if is_old or near else None


_Time = tuple[datetime.date, datetime.date]


def _times(case: Case, statement: _Statement) -> Iterator[_Time | None]:
    """What the statement may speak of: the dates beside it, else the publication day and around it, else any time.

    ``None`` is a date that cannot be placed.
    """
    start, end = statement.evidence[0].start, statement.amount.span.end
    near = [each for each in case.mentions.dates if start - _CONTEXT < each.span.start < end + _CONTEXT]
    for date in near:
        whole = span_of(date)
        found = whole or ((each, each) if (each := days(date.value)) else None)
        yield (found[0].first, found[1].last) if found else None
    if case.published is not None:
        yield case.published - _BEFORE, case.published + _AFTER
    elif not near:
        yield datetime.date.min, datetime.date.max


def _overlap(row: _Parameter, time: _Time) -> bool:
    return row.since <= time[1] and time[0] <= row.until


def _fits(quantity: Quantity, amount: Fraction) -> bool:
    value = Fraction(quantity.value or 0)
    if not quantity.step:
        return abs(value - amount) <= 1
    return amount in rounded(value, quantity.step) or amount in truncated(value, quantity.step)


def _is_slip(quantity: Quantity, amount: Fraction) -> bool:
    kind = slip(quantity, amount)
    return kind in _STEPS or (kind == "digit" and len(str(amount).rstrip("0")) >= _LONG)


def _finding(statement: _Statement, rows: Sequence[_Parameter], *, bad: bool = False) -> Finding:
    printed = figure(statement.amount)
    name = f"{rows[0].name[0].upper()}{rows[0].name[1:]}"
    amounts = [printed.show(amount) for amount in dict.fromkeys(row.amount for row in rows)]
    law = "; ".join(dict.fromkeys(row.source.partition(":")[0] for row in rows))
    if bad:
        lead = Words(f"{name} tidak sesuai dengan {law}", f"{name} is not that of {law}")
        said = proof(lead, Words(" atau ".join(amounts), " or ".join(amounts)), printed.text)
    else:
        lead = Words(f"{name} sesuai dengan {law}", f"{name} is that of {law}")
        said = proof(lead, printed.text)
    return Finding(
        verdict="inconsistent" if bad else "ok",
        **said._asdict(),
        stated=plain(statement.amount.value),
        computed=plain(rows[0].amount),
        evidence=(
            statement.amount.span,
            *(each for each in statement.evidence if each != statement.amount.span),
        ),
        repairs=tuple(f"{printed.text} → {each}" for each in amounts[:_MOST_REPAIRS]) if bad else (),
    )
