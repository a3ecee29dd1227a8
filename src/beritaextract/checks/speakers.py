"""BX904: quotes and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator

from beritaextract.checks.engine import Case, CheckInfo, Finding, check

__all__ = ["CHECKS"]


@check(
    CheckInfo(
        code="BX904",
        title="every direct quote has a speaker",
        title_id="setiap kutipan langsung ada penuturnya",
        severity="warning",
        what=(
            "Reports quotes of a whole sentence that stand by themselves, where no name and no word of speech near "
            "them says who speaks.\n"
            "Melaporkan kutipan langsung berupa kalimat utuh yang berdiri sendiri, tanpa nama dan tanpa kata ujaran di "
            "sekitarnya yang menunjukkan siapa yang berbicara."
        ),
        trigger="“…”",
        holds="Jalan desa itu rusak sejak lama. “Kami sudah tiga kali melapor ke dinas,” kata Kepala Desa Slamet.",
        contradicts="Jalan desa itu rusak sejak lama. “Kami sudah tiga kali melapor ke dinas.” Lubangnya makin dalam.",
    )
)
def quote_has_speaker(case: Case) -> Iterator[Finding]:
    unspoken = case.facts.unspoken
    for quote in unspoken:
        yield Finding(
            verdict="inconsistent",
            message=f"Kutipan tanpa pembicara: “{quote.span.line}”",
            message_en=f"A quote without a speaker: “{quote.span.line}”",
            evidence=(quote.span,),
        )
    direct = [quote for quote in case.mentions.quotes if quote.kind == "direct"]
    if direct and not unspoken and all(quote.speaker or quote.cue for quote in direct):
        yield Finding(
            verdict="ok",
            message=f"Semua kutipan langsung ada pembicaranya: {len(direct)}",
            message_en=f"All direct quotes have a speaker: {len(direct)}",
            evidence=tuple(quote.span for quote in direct),
        )


CHECKS = (quote_has_speaker,)
