"""An agreement in force of which the text says that it is to be extended: that is still to come, and told by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from beritaextract.facts.agreements.readings import Reading
from beritaextract.facts.agreements.seen import Accord, Seen
from beritaextract.facts.agreements.sides import Around
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.sketch import Sketch

__all__ = ["renewals"]


def renewals(accords: Iterable[Accord], sketches: Sequence[Sketch], grammar: Grammar) -> Iterator[Accord]:
    """For those in force that alone are told of their kind: "MoU itu habis bulan Juni. Dinas akan memperpanjangnya"."""
    known = list(accords)
    for accord in known:
        alone = sum(each.kind == accord.kind for each in known) == 1
        if not alone or accord.kind == "agreement":
            continue
        for place, seen in enumerate(accord.seen):
            text, ends = sketches[seen.part].text, list(_near(seen, sketches[seen.part]))
            if accord.action != "signed" and any(grammar.match("renewed", text, *end) for end in ends):
                reading = replace(seen.reading, action="extended", holds=False)
                accord.seen[place] = replace(seen, reading=reading)
                break
            if found := _renewed(seen, accord, text, ends, grammar):
                yield found
                break


def _near(seen: Seen, sketch: Sketch) -> Iterator[tuple[int, int]]:
    """The rest of the sentence of a mention, and the next one."""
    number = seen.reading.sentence
    for start, end in sketch.sentences[number : number + 2]:
        yield max(start, seen.reading.document.end), end


def _renewed(
    seen: Seen, accord: Accord, text: str, ends: Sequence[tuple[int, int]], grammar: Grammar
) -> Accord | None:
    """The extension that the sentence of a mention, or the next one, speaks of; the first one of what was signed."""
    holds = accord.action == "existing" and accord.holds
    told = ends if holds else ends[: accord.action == "signed"]
    for later, (start, end) in enumerate(told):
        if match := grammar.search("renewing", text, start, end):
            document = replace(seen.reading.document, start=match.start(), end=match.end())
            reading = Reading(document, seen.reading.sentence + later, end, "planned", None, renewal=True)
            around = Around(tuple(accord.parties))
            subject = None if later else seen.subject
            extended = Accord(accord.kind, [Seen(seen.part, reading, around, subject, False, False)], accord)
            extended.parties = list(accord.parties)
            return extended
    return None
