"""A correction note (*ralat*) that a desk can print, in Indonesian."""

from __future__ import annotations

import re

from beritaextract.between.versions import Change, Comparison
from beritaextract.lines import one_line
from beritaextract.model import Article, Span

__all__ = ["note", "phrase"]

_WORDS = 4
_BEFORE = re.compile(rf"(?:[^\s,.;:!?()“”\"]+[ ]){{0,{_WORDS}}}\Z")
_AFTER = re.compile(rf"(?:[ ][^\s,.;:!?()“”\"]+){{0,{_WORDS}}}")
_JOINING = re.compile(r"(?:dan|atau|serta|lalu|dengan)\s")
_NEAR = 120


def note(old: Article, new: Article, comparison: Comparison) -> str:
    """The note on all changed facts; empty where none has changed."""
    if not comparison.changed:
        return ""
    opening = f"Ralat: Terdapat kekeliruan dalam berita{_named(old)}."
    sorry = "Redaksi memohon maaf atas kekeliruan tersebut."
    if len(comparison.changed) == 1:
        wrong, right = _phrases(old, new, comparison.changed[0])
        return f"{opening} Tertulis “{wrong}”, yang benar “{right}”. {sorry}"
    rows = [
        f"{number}. Tertulis “{wrong}”, yang benar “{right}”."
        for number, (wrong, right) in enumerate(
            (_phrases(old, new, change) for change in comparison.changed), start=1
        )
    ]
    return "\n".join((opening, *rows, sorry))


def _named(article: Article) -> str:
    headline = article.metadata.headline
    return f" berjudul “{one_line(headline)}”" if headline else ""


def _phrases(old: Article, new: Article, change: Change) -> tuple[str, str]:
    """The words around the value that tell most, before and after."""
    found = [
        (phrase(old.text, before), phrase(new.text, after))
        for before, after in zip(change.old, change.new, strict=True)
    ]
    return max(found, key=lambda pair: min(map(len, pair)))


def phrase(text: str, span: Span) -> str:
    """A span with a few words on either side, within its clause.

    >>> phrase("Pasar itu menampung 418 pedagang buah, kata Sri.", Span(start=20, end=32, text="418 pedagang"))
    'Pasar itu menampung 418 pedagang buah'
    """
    before = _BEFORE.search(text, max(span.start - _NEAR, 0), span.start)
    after = _AFTER.match(text, span.end)
    head = before.group() if before else ""
    if joining := _JOINING.match(head):
        head = head[joining.end() :]
    tail = after.group() if after else ""
    return one_line(f"{head}{text[span.start : span.end]}{tail}")
