"""The whole proof of one verdict in words: what was asked, of which figures, how far they reach, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from beritaextract.checks import CheckInfo
from beritaextract.checks.printed import digits, plain
from beritaextract.diagnostics import speech
from beritaextract.diagnostics.places import Lines
from beritaextract.diagnostics.speech import Lang, pick
from beritaextract.interval import Interval, rounded
from beritaextract.lines import one_line
from beritaextract.model import Article, Check, Date, Modifier, Quantity, Span, Verdict

__all__ = ["Line", "tell"]

Line = tuple[str, str]
"""A label and what it says; lines without a label go on the one before."""

_LADDER: tuple[Verdict, ...] = ("ok", "ok_rounded", "ok_truncated", "ok_approximate")
_MODIFIERS: dict[Modifier, tuple[str, str]] = {
    "exact": ("", ""),
    "about": ("sekitar", "about"),
    "at_least": ("sedikitnya", "at least"),
    "at_most": ("paling banyak", "at most"),
    "range": ("rentang", "a range"),
}
_RUNGS: dict[Verdict, tuple[str, str]] = {
    "ok": ("angkanya sendiri", "the figures as they are"),
    "ok_rounded": ("angka dibulatkan", "figures rounded"),
    "ok_truncated": ("angka dipotong, tidak dibulatkan", "figures cut, not rounded"),
    "ok_approximate": ("kata seperti sekitar, lebih, hingga", "words such as about, more than, up to"),
}


def tell(article: Article, check: Check, info: CheckInfo, lang: Lang) -> Iterator[Line]:
    """The proof of one verdict, line by line."""
    lines = Lines(article.text)
    yield pick(lang, "Putusan", "Verdict"), f"{speech.verdict(check.verdict, lang)} ({check.verdict})"
    yield pick(lang, "Yang diperiksa", "Checked"), speech.title(info, lang)
    yield pick(lang, "Jawaban", "Answer"), speech.said(check, lang)
    formula = speech.formula(check, lang)
    if formula and formula not in speech.said(check, lang):
        yield pick(lang, "Rumus", "Formula"), formula
    label = pick(lang, "Bukti", "Evidence")
    for span in check.evidence:
        yield label, f"{_where(span, lines, lang)}: “{span.line}”{_reading(article, span, check, lang)}"
        label = ""
    yield from _bounds(article, check, lang)
    yield from _ladder(article, check, lang)
    yield from _several(pick(lang, "Kemungkinan", "Perhaps"), speech.repairs(check, lang))
    fixes = (f"{edit.span.line} → {edit.replacement} (--fix)" for edit in check.fix)
    yield from _several(pick(lang, "Perbaikan", "Repair"), fixes)


def _several(label: str, lines: Iterable[str]) -> Iterator[Line]:
    for line in lines:
        yield label, line
        label = ""


def _where(span: Span, lines: Lines, lang: Lang) -> str:
    line, column = lines.place(span.start)
    words = pick(lang, f"baris {line}, kolom {column}", f"line {line}, column {column}")
    return f"{words} ({span.start}–{span.end})"


def _reading(article: Article, span: Span, check: Check, lang: Lang) -> str:
    """How the words were understood, and whether they are what the text states."""
    for date in article.dates:
        if date.span == span:
            return f" = {_date(date, lang)}"
    for quantity in article.quantities:
        if quantity.span == span:
            stated = _is_stated(quantity, check) and pick(
                lang, "; ini yang tertulis", "; this is what is stated"
            )
            return f" = {_quantity(quantity, lang)}{stated or ''}"
    return ""


def _date(date: Date, lang: Lang) -> str:
    return date.value or pick(lang, "tanggal yang tidak pasti", "no certain date")


def _quantity(quantity: Quantity, lang: Lang) -> str:
    if quantity.malformed:
        return pick(lang, "angka rusak, tanpa nilai", "malformed, without a value")
    words, words_en = _MODIFIERS[quantity.modifier]
    modifier = pick(lang, words, words_en)
    if quantity.value is None:
        return _interval(quantity.low, quantity.high, lang) + (f" ({modifier})" if modifier else "")
    value = digits(quantity.value)
    if quantity.modifier in ("at_least", "at_most"):
        return _interval(quantity.low, quantity.high, lang)
    if quantity.modifier != "exact":
        return f"{value} ({modifier}: {_interval(quantity.low, quantity.high, lang)})"
    if not quantity.step:
        return pick(lang, f"{value}, tepat", f"{value}, exactly")
    reach = rounded(quantity.value, quantity.step)
    return f"{value} ({pick(lang, 'pembulatan', 'rounded')}: {_reach(reach, lang)})"


def _interval(low: int | Decimal | None, high: int | Decimal | None, lang: Lang) -> str:
    return _reach(Interval.of(low, high), lang)


def _reach(reach: Interval, lang: Lang) -> str:
    low, high = (None if end is None else _short(end) for end in (reach.low, reach.high))
    if low is None and high is None:
        return pick(lang, "tanpa batas", "without bounds")
    if low is None:
        return pick(lang, f"paling banyak {high}", f"at most {high}")
    if high is None:
        return pick(lang, f"sedikitnya {low}", f"at least {low}")
    return low if low == high else pick(lang, f"{low} sampai {high}", f"{low} to {high}")


def _short(value: Fraction | Decimal | int) -> str:
    """Indonesian digits, at most four after the comma."""
    rounded_off = round(Fraction(value), 4)
    return digits(rounded_off)


def _is_stated(quantity: Quantity, check: Check) -> bool:
    return check.stated is not None and quantity.value is not None and plain(quantity.value) == check.stated


def _stated(article: Article, check: Check) -> Quantity | None:
    spans = set(check.evidence)
    found = [each for each in article.quantities if each.span in spans and _is_stated(each, check)]
    return found[0] if found else None


def _bounds(article: Article, check: Check, lang: Lang) -> Iterator[Line]:
    """How far the computed and the stated figure reach, where the print rounds."""
    if check.low is None and check.high is None:
        return
    computed = _interval(check.low, check.high, lang)
    yield pick(lang, "Batas", "Bounds"), pick(lang, f"hitungan {computed}", f"computed {computed}")
    stated = _stated(article, check)
    if stated is not None and stated.value is not None:
        reach = _reach(rounded(stated.value, stated.step), lang)
        yield "", pick(lang, f"tertulis {reach}", f"stated {reach}")


def _ladder(article: Article, check: Check, lang: Lang) -> Iterator[Line]:
    """Each rung that was tried, down to the one that holds; only a computation has rungs."""
    if check.verdict == "uncheckable":
        yield pick(lang, "Sebab", "Why"), _missing(article, check, lang)
        return
    if check.verdict == "malformed" or check.computed is None or not _is_number(check.computed):
        return
    label = pick(lang, "Tangga", "Ladder")
    for rung in _LADDER:
        holds = rung == check.verdict
        answer = pick(lang, "ya", "yes") if holds else pick(lang, "tidak", "no")
        yield label, f"{pick(lang, *_RUNGS[rung])}: {answer}{_why(article, check, rung, holds, lang)}"
        label = ""
        if holds:
            return
    if check.verdict == "remainder":
        yield (
            "",
            pick(
                lang, "naskah sendiri menyisakan bagian tanpa angka: ya", "the text leaves a rest open: yes"
            ),
        )


def _why(article: Article, check: Check, rung: Verdict, holds: bool, lang: Lang) -> str:
    if rung == "ok" and check.stated and check.computed:
        computed, stated = (_short(Fraction(each)) for each in (check.computed, check.stated))
        sign = "=" if computed == stated else "≈" if holds else "≠"
        return f", {computed} {sign} {stated}"
    if rung == "ok_rounded" and not holds and not any(each.step for each in _operands(article, check)):
        return pick(lang, ", tidak ada yang dibulatkan", ", nothing here is rounded")
    if rung == "ok_approximate" and not holds:
        modified = [each.span.line for each in _operands(article, check) if each.modifier != "exact"]
        if not modified:
            return pick(lang, ", tidak ada kata itu", ", there is none")
        return pick(lang, f", meski ada “{modified[0]}”", f", even with “{modified[0]}”")
    return ""


def _operands(article: Article, check: Check) -> Sequence[Quantity]:
    spans = set(check.evidence)
    return [quantity for quantity in article.quantities if quantity.span in spans]


def _missing(article: Article, check: Check, lang: Lang) -> str:
    """Which figure has no value, as far as one is there to name."""
    lacking = [
        each.span.line
        for each in _operands(article, check)
        if each.malformed or (each.value is None and each.low is None and each.high is None)
    ]
    if lacking:
        return pick(
            lang,
            f"tanpa nilai: {one_line(', '.join(lacking))}",
            f"without a value: {one_line(', '.join(lacking))}",
        )
    return pick(
        lang, "naskah tidak menyebut salah satu angkanya", "the text does not give one of the figures"
    )


def _is_number(text: str) -> bool:
    try:
        Fraction(text)
    except ValueError:
        return False
    return True
