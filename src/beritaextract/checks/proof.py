"""A verdict in words, with its proof: what was computed from which figures, and what the text states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from beritaextract.checks.engine import Finding, Judgement, Repair, Words
from beritaextract.checks.printed import figure, plain, to_number
from beritaextract.model import Quantity, Span, Verdict

__all__ = ["PHRASES", "Proof", "Subject", "proof", "prove", "repair"]

Subject = Words
"""What a check speaks of, as the beginning of its messages."""

PHRASES: dict[Verdict, Words] = {
    "ok": Words("cocok", "agrees"),
    "ok_rounded": Words("cocok dalam pembulatan", "agrees within the printed digits"),
    "ok_truncated": Words("cocok bila angkanya dipotong", "agrees if the figure was cut, not rounded"),
    "ok_approximate": Words("cocok sebagai perkiraan", "agrees as an approximate figure"),
    "remainder": Words("menyisakan sisa tanpa angka", "leaves a rest without a figure"),
    "inconsistent": Words("tidak cocok", "does not agree"),
    "uncheckable": Words("tidak dapat diperiksa", "cannot be checked"),
}


class Proof(NamedTuple):
    """What a finding says and its formula, in both languages."""

    message: str
    message_en: str
    formula: str
    formula_en: str


def proof(lead: Words, formula: str | Words, stated: str | Words = "") -> Proof:
    """The words of one finding.

    Args:
        lead: The beginning of the message: what it speaks of, and whether it holds.
        formula: What was computed; in both languages where it has words.
        stated: What the text prints instead, in both languages likewise; empty where it is the same.

    >>> proof(Words("Jumlah tidak cocok", "The sum is wrong"), "1 + 1 = 2", "3").message_en
    'The sum is wrong: 1 + 1 = 2, printed 3'
    """
    here, english = _both(formula)
    if stated:
        here, english = f"{here}, tertulis {_both(stated)[0]}", f"{english}, printed {_both(stated)[1]}"
    return Proof(f"{lead.indonesian}: {here}", f"{lead.english}: {english}", here, english)


def _both(words: str | Words) -> Words:
    return Words(words, words) if isinstance(words, str) else words


def repair(change: str, reason: Words) -> Words:
    """A correction with its reason in brackets."""
    return Words(f"{change} ({reason.indonesian})", f"{change} ({reason.english})")


def prove(
    subject: Subject,
    judged: Judgement,
    stated: Quantity,
    *,
    formula: str,
    evidence: Sequence[Span],
    repairs: Iterable[Repair] = (),
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
    phrase = PHRASES[judged.verdict]
    lead = Words(f"{subject.indonesian} {phrase.indonesian}", f"{subject.english} {phrase.english}")
    return Finding(
        verdict=judged.verdict,
        **proof(lead, whole, printed.text if differs else "")._asdict(),
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
