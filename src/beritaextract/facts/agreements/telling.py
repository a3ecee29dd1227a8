"""The record of one agreement, with its slots filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beritaextract.facts.agreements.days import Days
from beritaextract.facts.agreements.party import key
from beritaextract.facts.agreements.seen import Seen
from beritaextract.facts.agreements.terms import Subject, Terms
from beritaextract.facts.agreements.towns import place
from beritaextract.model import Agreement, Quantity, Ref, Span

__all__ = ["Teller"]


@dataclass(frozen=True, slots=True)
class Teller:
    """Fills the slots of one record."""

    days: Days

    def record(self) -> Agreement | None:
        """``None`` where neither parties nor subject nor day are known."""
        accord, is_first = self.days.accord, self.days.is_first
        subject = self._subject()
        date = self.days.day
        where = place(self.days, date)
        named = [*(party.span for party in accord.parties), *([subject.span] if subject else [])]
        if where and any(span.start < where[1].start < span.end for span in named):
            where = None
        known = min(len(accord.parties), 2) + (subject is not None)
        if known < 2 and not (is_first and date is not None and where is not None):
            return None
        renewal = next(filter(None, (terms.renewal(number) for terms, number in self.days.told())), None)
        duration = next(filter(None, (terms.duration(number) for terms, number in self.days.told())), None)
        founding = next((each for each in accord.seen if each.founds), accord.seen[0])
        rule = (founding.reading.verb or founding.reading.document).rule
        return Agreement(
            kind=accord.kind,
            action=self.days.action,
            parties=tuple(party.ref for party in accord.parties),
            signatories=tuple(self._signers()),
            subject=subject.text if subject else None,
            date=date.value[:10] if date and date.value else None,
            place=where[0] if where else None,
            duration=duration,
            renewal=renewal.line if renewal else None,
            outcomes=tuple(self._outcomes()) if is_first else (),
            evidence=self._evidence(
                [*(each.span for each in (subject, date) if each), where[1] if where else None, renewal]
            ),
            rule=rule.id,
        )

    def _subject(self) -> Subject | None:
        """The title, else the purpose of the cooperation, else what a later sentence says; the first of each."""
        accord = self.days.accord
        found: list[tuple[int, int, int, Subject]] = []
        for seen in accord.seen:
            if seen.subject and (seen.founds or seen.firm) and not accord.outruns(seen):
                found.append((-seen.subject.rank, seen.part, seen.subject.span.start, seen.subject))
        best = min(found, key=lambda each: each[:3], default=None)
        if name := self._name():
            return best[3] if best and best[0] == -3 else name
        if accord.like is None and (best is None or best[0] > -3):
            found += self._purposes()
            best = min(found, key=lambda each: each[:3], default=None)
        if self.days.is_first and accord.like is None and (best is None or best[0] == -1):
            aim = self._aim(accord.seen[0])
            if aim and (best is None or aim.span.start < best[2]):
                return aim
        return best[3] if best else self._same_again()

    def _same_again(self) -> Subject | None:
        """The subject of the one before, of which this one is the extension, or another of its kind."""
        days, accord = self.days, self.days.accord
        like, first = accord.like, accord.seen[0]
        again = first.reading.renewal or (first.alike and accord.action != "existing")
        if like is None or not again or like.kind != accord.kind:
            return None
        return Teller(Days(days.state, days.followers, like, False))._subject()

    def _name(self) -> Subject | None:
        """The name of an agreement that says by itself what it is about: a grant."""
        accord = self.days.accord
        first = accord.seen[0]
        if not accord.names_itself or accord.action == "existing":
            return None
        return self._terms(first.part).name(first.reading.document.rule)

    def _purposes(self) -> Iterator[tuple[int, int, int, Subject]]:
        for part, sketch in enumerate(self.days.state.sketches):
            for each in self.days.state.partners[part]:
                _, end = sketch.sentences[each.sentence]
                if denied := self.days.state.grammar.search("denied", sketch.text, each.end, end):
                    end = denied.start()
                if self.days.state.is_of(self.days.accord, each.around) and (
                    found := self._terms(part).purpose(each.end, end)
                ):
                    yield -found.rank, part, found.span.start, found

    def _aim(self, first: Seen) -> Subject | None:
        terms = self._terms(0)
        sentence = 0 if first.part else first.reading.sentence
        numbers = range(sentence, len(terms.sketch.sentences))
        if sentence + 1 in numbers and (content := terms.aim(sentence + 1, "content")):
            return content
        said = (terms.aim(number, role) for role in ("aim", "effect") for number in numbers)
        return next(filter(None, said), None)

    def _signers(self) -> list[Ref]:
        found: dict[str, Ref] = {}
        for seen in self.days.accord.seen:
            for ref in seen.around.signers:
                found.setdefault(key(ref), ref)
        for part, number in self.days.after:
            for ref in self.days.state.sides[part].signed_by(number).signers:
                found.setdefault(key(ref), ref)
        return list(found.values())

    def _outcomes(self) -> Iterator[Quantity]:
        """The figures of the sentences that tell what came of a cooperation."""
        for sketch in self.days.state.sketches:
            for rule in self.days.state.grammar.active(sketch.text, ["outcome"], sketch.needs):
                numbers = dict.fromkeys(
                    sketch.sentence(match.start()) for match in rule.pattern.finditer(sketch.text)
                )
                for number in numbers:
                    for item in sketch.between(*sketch.sentences[number]):
                        yield item.quantity

    def _evidence(self, more: Iterable[Span | None]) -> tuple[Span, ...]:
        spans = {span.start: span for span in more if span}
        for party in self.days.accord.parties:
            spans.setdefault(party.span.start, party.span)
        for seen in self.days.accord.seen:
            if seen.founds:
                sketch, reading = self.days.state.sketches[seen.part], seen.reading
                for words in (reading.document, reading.verb):
                    if words:
                        span = sketch.span(words.start, words.end)
                        spans.setdefault(span.start, span)
        return tuple(spans[start] for start in sorted(spans))

    def _terms(self, part: int) -> Terms:
        return self.days.state.terms[part]
