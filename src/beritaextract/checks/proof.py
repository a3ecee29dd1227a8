"""A verdict in words, with its proof: what was computed from which figures, and what the text states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from beritaextract.checks.engine import Finding, Judgement
from beritaextract.checks.printed import figure, plain, to_number
from beritaextract.model import Quantity, Span, Verdict

__all__ = ["PHRASES", "Subject", "prove"]


class Subject(NamedTuple):
    """What a check speaks of, as the beginning of its messages."""

    indonesian: str
    english: str


PHRASES: dict[Verdict, tuple[str, str]] = {
    "ok": ("cocok", "agrees"),
    "ok_rounded": ("cocok dalam pembulatan", "agrees within the printed digits"),
    "ok_truncated": ("cocok bila angkanya dipotong", "agrees if the figure was cut, not rounded"),
    "ok_approximate": ("cocok sebagai perkiraan", "agrees as an approximate figure"),
    "remainder": ("menyisakan sisa tanpa angka", "leaves a rest without a figure"),
    "inconsistent": ("tidak cocok", "does not agree"),
    "uncheckable": ("tidak dapat diperiksa", "cannot be checked"),
}


def prove(
    subject: Subject,
    judged: Judgement,
    stated: Quantity,
    *,
    formula: str,
    evidence: Sequence[Span],
    repairs: Iterable[str] = (),
) -> Finding:
    """The finding on one statement.

    Args:
        subject: What the statement is about.
        judged: The verdict and what was computed.
        stated: The figure that the text states.
        formula: The left side of the proof, in printed figures: ``640 / 3.200``.
        evidence: The words that it rests on; those of the stated figure come first, where an editor looks.
        repairs: Corrections, the likeliest first; only a contradiction asks for them.
    """
    printed = figure(stated)
    computed = _shown(judged, stated)
    whole = f"{formula} = {computed}" if computed else formula
    differs = judged.verdict != "ok" and computed != printed.text
    phrase, phrase_en = PHRASES[judged.verdict]
    return Finding(
        verdict=judged.verdict,
        message=f"{subject.indonesian} {phrase}: {whole}" + (f", tertulis {printed.text}" if differs else ""),
        message_en=f"{subject.english} {phrase_en}: {whole}"
        + (f", printed {printed.text}" if differs else ""),
        formula=whole + (f", tertulis {printed.text}" if differs else ""),
        stated=plain(stated.value),
        computed=plain(judged.point),
        low=to_number(judged.reach.low),
        high=to_number(judged.reach.high),
        evidence=(stated.span, *(span for span in evidence if span != stated.span)),
        repairs=tuple(repairs) if judged.verdict == "inconsistent" else (),
    )


def _shown(judged: Judgement, stated: Quantity) -> str:
    """The computed figure with one place more than the stated one, in its currency and scale."""
    if judged.point is None:
        return ""
    return figure(stated).near(judged.point, stated.step)
