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
        if alone and accord.kind != "agreement" and accord.action == "existing" and accord.holds:
            for seen in accord.seen:
                if found := _renewed(seen, accord, sketches[seen.part], grammar):
                    yield found
                    break


def _renewed(seen: Seen, accord: Accord, sketch: Sketch, grammar: Grammar) -> Accord | None:
    """The extension that the sentence of a mention, or the next one, speaks of."""
    number, document = seen.reading.sentence, seen.reading.document
    for sentence in (number, number + 1):
        if sentence >= len(sketch.sentences):
            break
        start, end = sketch.sentences[sentence]
        match = grammar.search("renewing", sketch.text, max(start, document.end), end)
        if match:
            at = match.start() if sentence > number else document.start
            told = replace(document, start=at, end=match.end())
            reading = Reading(told, sentence, end, "planned", None)
            around = Around(tuple(accord.parties))
            subject = seen.subject if sentence == number else None
            extended = Accord(accord.kind, [Seen(seen.part, reading, around, subject, False, False)], accord)
            extended.parties = list(accord.parties)
            return extended
    return None
