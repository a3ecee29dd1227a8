"""Whether a text can tell of an agreement at all, before any sentence of it is read."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.facts.needs import occurrences
from beritaextract.facts.sketch import Drawing
from beritaextract.rules import Rule

__all__ = ["leads", "may_tell"]

_REACH = 400
"""How many characters there can be between a "kerja sama" and its verb, with long names between them."""

_TOP = 750
"""How many characters of a text can be headline and lead."""


def may_tell(drawing: Drawing, documents: Sequence[Rule], verbs: Sequence[Rule]) -> bool:
    """Whether a verb stands so near to a "kerja sama" that it can say what is done to it."""
    named, said, told = (
        {need for rule in rules for need in rule.fields["needs"].split("|")} & drawing.needs
        for rules in (
            [rule for rule in documents if "verbal" not in rule.fields],
            [rule for rule in verbs if rule.fields["action"] != "existing"],
            [rule for rule in verbs if rule.fields["action"] == "existing"],
        )
    )
    text = drawing.text
    return any(
        verb in text[max(0, place - _REACH) : place + _REACH]
        for place in occurrences(text, named)
        for verb in (said | told if place < _TOP else said)
    )


def leads(drawing: Drawing, documents: Sequence[Rule]) -> bool:
    """Whether a verb that is a cooperation itself stands in headline or lead."""
    needs = {
        need for rule in documents if "verbal" in rule.fields for need in rule.fields["needs"].split("|")
    }
    return any(drawing.text.find(need, 0, _TOP) >= 0 for need in needs & drawing.needs)
