"""BX901, BX902 and BX903: figures that the article gives more than once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from beritaextract.checks.engine import Case, CheckInfo, Finding, Judgement, check, judge
from beritaextract.checks.printed import digits_of, figure, plain
from beritaextract.facts.restated import Kind, Restatement
from beritaextract.interval import Interval, unit_of_last_digit
from beritaextract.model import Quantity, Verdict

__all__ = ["CHECKS"]

_PHRASES: dict[Verdict, tuple[str, str]] = {
    "ok": ("cocok", "agree"),
    "ok_rounded": ("cocok dalam pembulatan", "agree within the printed digits"),
    "ok_truncated": ("cocok bila angkanya dipotong", "agree if one was cut, not rounded"),
    "ok_approximate": ("cocok sebagai perkiraan", "agree as approximate figures"),
    "inconsistent": ("berbeda", "differ"),
}
_CLOSE = 5
"""What differs by more than a fifth is no rounding."""
_LEAST_ROUND = 100
"""Headlines round what is as large as this: "200 Rumah" for 212."""


@check(
    CheckInfo(
        code="BX901",
        title="a repeated quantity keeps its value",
        title_id="angka yang diulang tetap sama",
        severity="warning",
        what=(
            "Compares the figures that one article gives for the same thing; speaks of a difference only where nothing "
            "else can be meant.\n"
            "Membandingkan angka-angka yang disebut satu artikel untuk hal yang sama; perbedaan hanya dilaporkan bila "
            "tidak mungkin yang dimaksud hal lain."
        ),
        trigger="the same subject, unit and time twice / hal, satuan, dan waktu yang sama dua kali",
        holds="Petugas mendata 1.245 rumah rusak di kota itu. Bantuan bagi 1.245 rumah rusak tersebut dikirim.",
        contradicts="Petugas mendata 1.245 rumah rusak di kota itu. Bantuan bagi 1.254 rumah rusak tersebut dikirim.",
    )
)
def repeated_quantity_keeps_its_value(case: Case) -> Iterator[Finding]:
    return _findings(case, "repeated")


@check(
    CheckInfo(
        code="BX902",
        title="the headline agrees with the body",
        title_id="judul cocok dengan isi berita",
        severity="error",
        what=(
            "Looks for every figure of the headline and of captions in the body, rounding allowed; speaks of a "
            "difference only where the first sentences give another figure for the same thing.\n"
            "Mencari setiap angka di judul dan keterangan gambar pada isi berita, pembulatan dibolehkan; perbedaan "
            "hanya dilaporkan bila awal berita menyebut angka lain untuk hal yang sama."
        ),
        trigger="a number in the headline / angka di judul",
        holds="Bupati Serahkan Rp4,8 Miliar bagi Korban Puting Beliung\n\n"
        "BREBES - Bantuan Rp4,8 miliar diserahkan bupati kepada korban puting beliung.",
        contradicts="Bupati Serahkan Rp4,8 Miliar bagi Korban Puting Beliung\n\n"
        "BREBES - Bantuan Rp8,4 miliar diserahkan bupati kepada korban puting beliung.",
    )
)
def headline_agrees_with_body(case: Case) -> Iterator[Finding]:
    return _findings(case, "headline")


@check(
    CheckInfo(
        code="BX903",
        title="the number in a quote agrees with the narration",
        title_id="angka dalam kutipan cocok dengan narasi",
        severity="warning",
        what=(
            "Compares a figure in a quote with that of the sentence before it; speaks of a difference only where the "
            "quote says nothing new but the figure.\n"
            "Membandingkan angka dalam kutipan dengan angka kalimat sebelumnya; perbedaan hanya dilaporkan bila "
            "kutipan itu tidak menyebut hal lain."
        ),
        trigger="quotes / kutipan",
        holds="Tarif air naik 15 persen mulai bulan depan. “Naiknya hanya 15 persen,” kata Direktur PDAM.",
        contradicts="Tarif air naik 15 persen mulai bulan depan. “Naiknya hanya 5 persen,” kata Direktur PDAM.",
    )
)
def quote_agrees_with_narration(case: Case) -> Iterator[Finding]:
    return _findings(case, "quoted")


CHECKS = (repeated_quantity_keeps_its_value, headline_agrees_with_body, quote_agrees_with_narration)


def _findings(case: Case, kind: Kind) -> Iterator[Finding]:
    for restatement in case.facts.restated:
        if restatement.kind == kind and (found := _judged(restatement)):
            yield found


def _judged(restatement: Restatement) -> Finding | None:
    """Agreement with the likeliest figure that agrees, else the contradiction of the rival."""
    stated = _as_headline(restatement.stated) if restatement.kind == "headline" else restatement.stated
    for other in restatement.told:
        judged = judge(stated, (other,), _same, ratio=False)
        if judged.verdict.startswith("ok") and (judged.verdict == "ok" or _is_close(stated, other)):
            return _finding(judged, restatement.stated, other)
    if restatement.rival is None:
        return None
    if stated.per != restatement.rival.per and stated.value == restatement.rival.value:
        return _printed_alike("jangka waktu", "periods of time", stated, restatement.rival)
    if restatement.kind == "repeated" and digits_of(stated) == digits_of(restatement.rival):
        return _printed_alike("kata skala", "scale words", stated, restatement.rival)
    judged = judge(stated, (restatement.rival,), _same, ratio=False)
    return _finding(judged, restatement.stated, restatement.rival)


def _is_close(stated: Quantity, other: Quantity) -> bool:
    """Whether figures that only agree in a wide sense are near enough to be the same."""
    if stated.value is None or other.value is None:
        return True
    gap = abs(Fraction(stated.value) - Fraction(other.value))
    return gap * _CLOSE <= max(abs(Fraction(stated.value)), abs(Fraction(other.value)))


def _same(operands: Sequence[Interval]) -> Interval:
    return operands[0]


def _as_headline(stated: Quantity) -> Quantity:
    """A large round figure of a headline may stand for what rounds to it or is cut to it."""
    if (
        stated.modifier != "exact"
        or stated.kind == "percent"
        or not stated.value
        or stated.value < _LEAST_ROUND
    ):
        return stated
    return stated.model_copy(update={"step": max(stated.step, unit_of_last_digit(stated.value))})


def _finding(judged: Judgement, stated: Quantity, other: Quantity) -> Finding:
    verdict = judged.verdict
    one, two = figure(stated).text, figure(other).text
    phrase, phrase_en = _PHRASES.get(verdict, ("tidak dapat dibandingkan", "cannot be compared"))
    sign = "≠" if verdict == "inconsistent" else "=" if verdict == "ok" else "≈"
    return Finding(
        verdict=verdict,
        message=f"Angka untuk hal yang sama {phrase}: {one} dan {two}",
        message_en=f"Figures for the same thing {phrase_en}: {one} and {two}",
        formula=f"{one} {sign} {two}",
        stated=plain(stated.value),
        computed=plain(other.value),
        evidence=tuple(sorted((stated.span, other.span), key=lambda span: span.start)),
        repairs=(f"{one} → {two}", f"{two} → {one}") if verdict == "inconsistent" else (),
    )


def _printed_alike(what: str, what_en: str, stated: Quantity, other: Quantity) -> Finding:
    """The contradiction of two figures that differ in what stands with them."""
    one, two = stated.span.line, other.span.line
    likelier = sorted(((one, two), (two, one)), key=lambda pair: len(pair[0]))
    return Finding(
        verdict="inconsistent",
        message=f"Satu angka dengan {what} yang berbeda: {one} dan {two}",
        message_en=f"One figure with different {what_en}: {one} and {two}",
        formula=f"{one} ≠ {two}",
        stated=plain(stated.value),
        computed=plain(other.value),
        evidence=(stated.span, other.span),
        repairs=tuple(f"{wrong} → {right}" for wrong, right in likelier),
    )
