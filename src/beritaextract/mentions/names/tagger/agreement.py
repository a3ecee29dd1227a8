"""One article speaks of one thing by one name: its mentions agree on their kind and vouch for one another."""

from __future__ import annotations

from collections.abc import Sequence

from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Label, Mention

__all__ = ["THRESHOLD", "settled"]

THRESHOLD = 0.6
_SURE = 2.0
"""What a rule's mention counts against the model's, of which each counts its score."""


def settled(
    page: Page, sure: Sequence[Mention], likely: Sequence[Mention], threshold: float = THRESHOLD
) -> list[Mention]:
    """All mentions in the order of the page: the sure ones, and the likely ones whose form is a name somewhere.

    A form of which no mention reaches the threshold is dropped; one that is labelled in two ways is what most of its
    mentions are.
    """
    votes: dict[str, dict[Label, float]] = {}
    best: dict[str, float] = {}
    forms = [" ".join(page.lowers[each.first : each.last]) for each in (*sure, *likely)]
    for form, each in zip(forms, (*sure, *likely), strict=True):
        if each.score > best.get(form, 0.0):
            best[form] = each.score
        labels = votes.setdefault(form, {})
        labels[each.label] = labels.get(each.label, 0.0) + (each.score if each.source == "model" else _SURE)
    mentions = list(sure)
    for form, each in zip(forms[len(sure) :], likely, strict=True):
        if best[form] >= threshold:
            labels = votes[form]
            label = max(labels, key=labels.__getitem__) if len(labels) > 1 else each.label
            mentions.append(each if label == each.label else each._replace(label=label))
    mentions.sort()
    return mentions
