"""BX107: one number in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from beritaextract.checks.engine import Case, CheckInfo, Finding, check, judge
from beritaextract.checks.printed import figure
from beritaextract.checks.proof import Subject, prove
from beritaextract.facts import Relation
from beritaextract.interval import Interval
from beritaextract.model import Quantity, Span
from beritaextract.values import Reading, read_amount, read_number

__all__ = ["CHECKS"]

_WORDING = Subject("Angka dan hurufnya", "The figure in words")
_BOTH = re.compile(
    r"\D{0,8}?(?P<figure>\d[\d.,]*(?:\s?(?:ribu|juta|miliar|triliun))?)\s\((?P<spelled>[^\d()]+)\)"
    r"|(?P<before>[^\d()]+)\s\((?P<behind>\d[\d.,]*)\)",
    re.IGNORECASE,
)
_MONEY = frozenset({"rupiah", "dolar"})


class _Pair(NamedTuple):
    figure: Quantity
    spelled: Quantity


@check(
    CheckInfo(
        code="BX107",
        title="digits and words of one number agree",
        title_id="angka dan kata untuk satu bilangan cocok",
        severity="error",
        what=(
            "Where a number is printed in digits and again in words, reads the words and compares.\n"
            "Bila satu angka ditulis dengan angka dan sekali lagi dengan huruf, membaca hurufnya lalu "
            "membandingkan keduanya."
        ),
        trigger="12 (dua belas); Rp5.000.000 (lima juta rupiah); dua belas (12)",
        holds="Hakim menjatuhkan denda Rp350.000.000 (tiga ratus lima puluh juta rupiah).",
        contradicts="Hakim menjatuhkan denda Rp350.000.000 (tiga ratus lima juta rupiah).",
    )
)
def digits_and_words_agree(case: Case) -> Iterator[Finding]:
    pairs = [pair for relation in case.facts.related("worded") if (pair := _apart(relation))]
    both = [each for each in case.mentions.quantities if "(" in each.span.text]
    pairs += [pair for each in both if (pair := _in_one(each))]
    for pair in sorted(pairs, key=lambda each: each.figure.span.start):
        stated, spelled = pair
        judged = judge(stated, (spelled,), _same, ratio=False)
        printed = figure(stated)
        yield prove(
            _WORDING,
            judged,
            stated,
            formula=spelled.span.line,
            evidence=(stated.span, spelled.span),
            repairs=[] if judged.point is None else [f"{printed.text} → {printed.show(judged.point)}"],
        )


CHECKS = (digits_and_words_agree,)


def _same(operands: Sequence[Interval]) -> Interval:
    return operands[0]


def _apart(relation: Relation) -> _Pair | None:
    """The number in digits and that in words, where nothing says that they count different things."""
    stated = relation.quantity("figure")
    if "spelled" in relation.operands:
        spelled = relation.quantity("spelled")
        if _has_digits(spelled):
            stated, spelled = spelled, stated
        if _has_digits(spelled) or not _has_digits(stated) or not _is_alike(stated, spelled):
            return None
        return _pair(stated, spelled.value, spelled.span)
    if not _has_digits(stated):
        return None
    span = relation.words["spelled"]
    reading = _without_unit(span.text, stated)
    return _pair(stated, reading.value, span) if reading else None


def _in_one(quantity: Quantity) -> _Pair | None:
    """The two numbers that one quantity holds: "12 (dua belas) desa"."""
    found = _BOTH.match(quantity.span.text)
    if found is None:
        return None
    names = ("figure", "spelled") if found["figure"] else ("behind", "before")
    digits, words = (_part(quantity.span, *found.span(name)) for name in names)
    return _read(digits, words, quantity)


def _read(digits: Span, words: Span, like: Quantity | None = None) -> _Pair | None:
    """The pair that digits and words make where both are numbers."""
    stated, spelled = read_number(digits.text.casefold()), read_number(words.text.casefold())
    if stated is None or spelled is None or stated.value is None:
        return None
    return _pair(_printed(digits, stated, like), spelled.value, words)


def _printed(span: Span, reading: Reading, like: Quantity | None) -> Quantity:
    value = reading.value
    kind = like.kind if like else "count"
    return Quantity(
        id="", kind=kind, value=value, low=value, high=value, unit=like.unit if like else None, modifier="exact",
        per=None, step=reading.step, span=span, rule="",
    )  # fmt: skip


def _pair(stated: Quantity, value: object, span: Span) -> _Pair | None:
    if value is None:
        return None
    update = {
        "value": value,
        "low": value,
        "high": value,
        "step": 0,
        "modifier": "exact",
        "malformed": False,
        "span": span,
    }
    return _Pair(stated, stated.model_copy(update=update))


def _has_digits(quantity: Quantity) -> bool:
    return any(map(str.isdecimal, quantity.span.text))


def _is_alike(stated: Quantity, spelled: Quantity) -> bool:
    if stated.kind == "money" or spelled.kind == "money":
        return stated.unit == spelled.unit or stated.unit is None
    return stated.kind == spelled.kind and (stated.unit or "").casefold() == (spelled.unit or "").casefold()


def _without_unit(words: str, stated: Quantity) -> Reading | None:
    """The number in words, behind which nothing may stand but the unit of the number in digits."""
    read = read_amount if stated.kind == "money" else read_number
    parts = words.casefold().split()
    unit = _MONEY if stated.kind == "money" else frozenset((stated.unit or "").casefold().split())
    if stated.kind == "percent":
        unit = frozenset({"persen"})
    while parts and parts[-1] in unit:
        parts.pop()
    return read(" ".join(parts)) if parts else None


def _part(span: Span, start: int, end: int) -> Span:
    return Span(start=span.start + start, end=span.start + end, text=span.text[start:end])
