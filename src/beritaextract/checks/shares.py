"""BX201: what share of a whole a figure is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beritaextract.checks.engine import Case, CheckInfo, Finding, check, judge
from beritaextract.checks.printed import figure
from beritaextract.checks.proof import Subject, prove
from beritaextract.interval import Interval, exact

__all__ = ["CHECKS"]

_HUNDRED = exact(100)
_PERCENTAGE = Subject("Persentase", "The percentage")


@check(
    CheckInfo(
        code="BX201",
        title="a percentage is that of the figures",
        severity="error",
        what=(
            "Where the text says what percentage one figure is of another, divides the one by the other and compares, "
            "within what the printed digits allow.\n"
            "Bila teks menyebut suatu angka sebagai sekian persen dari angka lain, membagi keduanya lalu "
            "membandingkannya, dalam batas pembulatan angka yang tercetak."
        ),
        trigger="A atau/setara N persen dari B; dari B, A (N persen); N persen dari B, yaitu A",
        holds="Dari 3.200 keluarga, sebanyak 640 keluarga atau 20 persen sudah menerima bantuan.",
        contradicts="Dari 3.200 keluarga, sebanyak 640 keluarga atau 25 persen sudah menerima bantuan.",
    )
)
def share_is_part_of_whole(case: Case) -> Iterator[Finding]:
    for relation in case.facts.related("share"):
        part, whole, percent = (relation.quantity(name) for name in ("part", "whole", "percent"))
        judged = judge(percent, (part, whole), _share, ratio=True)
        formula = f"{figure(part).text} / {figure(whole).text}"
        yield prove(_PERCENTAGE, judged, percent, formula=formula, evidence=relation.evidence)


CHECKS = (share_is_part_of_whole,)


def _share(operands: Sequence[Interval]) -> Interval:
    part, whole = operands
    return part / whole * _HUNDRED
