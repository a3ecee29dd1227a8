"""Amounts that are aimed at: what comes in is measured by such a target, but is no part of it."""

from __future__ import annotations

import regex

from beritaextract.facts.sketch import Item, Sketch
from beritaextract.rules import SYMBOLS

__all__ = ["is_aim"]

_FIGURE = SYMBOLS["money"] + SYMBOLS["count"] + SYMBOLS["measure"]
_AIM = regex.compile(r"\b[Tt]arget(?:nya)?\b")
_AIMING = regex.compile(rf"\b(?:[Mm]enargetkan|[Dd]i\s?target(?:kan)?|[Tt]argetkan)\b[^{_FIGURE}]*+$")
_AIMED = regex.compile(r"\s(?:rupiah\s)?(?:yang\s)?(?:telah\s|sudah\s)?di\s?target")
_BUDGET = regex.compile(
    rf"\b(?:[Aa]nggaran|[Dd]ianggarkan|[Pp]agu|[Aa]lokasi|[Dd]ialokasikan|[Pp]lafon)(?:nya)?\b[^{_FIGURE}]*+$"
)
_REACH = 300


def is_aim(sketch: Sketch, item: Item) -> bool:
    """Whether an amount of money is a target: "dari target Rp4 miliar", not "dari pagu Rp4 miliar".

    People and goods that are aimed at are a set of which some have been reached; an amount of money is a mark. The
    word may stand in the first row alone: "A Rp2 juta dari target Rp4 juta, B Rp1 juta dari Rp3 juta".
    """
    if item.quantity.kind != "money":
        return False
    start, end = sketch.sentences[item.sentence]
    if _AIMED.match(sketch.text, item.place + 1, end):
        return True
    before = sketch.text[max(start, item.place - _REACH) : item.place]
    if "arget" not in before or _BUDGET.search(before):
        return False
    return _AIM.search(before) is not None or _AIMING.search(before) is not None
