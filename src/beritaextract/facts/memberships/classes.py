"""Members by class: a sum whose parts are classes of members tells what they are members of.

Workers by the way they are paid are those of BPJS Ketenagakerjaan, connections by tariff those of a utility.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from beritaextract.facts.breakdowns.ledger import Draft
from beritaextract.facts.grammar import Grammar
from beritaextract.facts.kinds import Scene
from beritaextract.facts.sketch import Sketch
from beritaextract.model import Span
from beritaextract.rules import Rule

__all__ = ["Classed", "Classes"]

_FEWEST = 2
_BACK = 2


@dataclass(frozen=True, slots=True)
class Classed:
    """A sum of classes of members.

    Attributes:
        draft: The sum.
        rule: The rule that knows the classes.
        owner: Where the body or programme is named whose members they are.
    """

    draft: Draft
    rule: Rule
    owner: Span


class Classes:
    """The sums of one sketch whose parts are classes of members."""

    def __init__(self, sketch: Sketch, grammar: Grammar, scene: Scene) -> None:
        self.sketch = sketch
        self.grammar = grammar
        self.named = scene.named
        self._headline = max(
            (each.end for each in scene.mentions.sections if each.kind == "headline"), default=0
        )

    def read(self, drafts: Sequence[Draft]) -> Iterator[Classed]:
        """Those whose body or programme the text names; of each body and kind of class the largest alone.

        A total that is itself a class of another sum is told there.
        """
        found = dict[tuple[str, str], Classed]()
        sums = [draft for draft in drafts if draft.breakdown.relation == "sum"]
        inside = {item.place for draft in sums for item in draft.items}
        for draft in sums:
            if draft.total.place in inside:
                continue
            for rule in self._rules(draft):
                owner = self._owner(draft, rule) if self._is_told(draft, rule) else None
                if owner is None:
                    continue
                key = rule.name, self.named.organizations.ref(owner).name
                if key not in found or _value(found[key].draft) < _value(draft):
                    found[key] = Classed(draft, rule, owner)
                break
        yield from found.values()

    def _rules(self, draft: Draft) -> Iterator[Rule]:
        """The rules that know two or more of the parts of a sum, and more than half of them."""
        breakdown = draft.breakdown
        if breakdown.relation != "sum" or breakdown.total is None or breakdown.total.kind != "count":
            return
        labels = [part.label or part.quantity.unit or "" for part in breakdown.parts]
        for rule in self.grammar.rules("class"):
            known = {label for label in labels if rule.pattern.fullmatch(label)}
            if len(known) >= _FEWEST and 2 * len(known) > len(labels):
                yield rule

    def _is_told(self, draft: Draft, rule: Rule) -> bool:
        """Whether the sentence of the total, or one just before it or the parts, says what is counted."""
        item, first = draft.total, min(draft.total.sentence, draft.items[0].sentence)
        start = self.sketch.sentences[max(0, first - _BACK)][0]
        own, end = self.sketch.sentences[item.sentence]
        said = self.sketch.words(own, end)
        if self.grammar.search(f"not_{rule.name}", said, 0, len(said)):
            return False
        words = self.sketch.words(start, end)
        return self.grammar.search(f"told_{rule.name}", words, 0, len(words)) is not None

    def _owner(self, draft: Draft, rule: Rule) -> Span | None:
        """The body or programme of the headline, else named last before the total, else first behind it.

        A programme goes before its body.
        """
        start = draft.total.quantity.span.start
        spans = list(self._programmes(rule)) or [
            ends
            for ends, name in self._names
            if self.grammar.starts(f"of_{rule.name}", name, 0, len(name)) is not None
        ]
        before = [ends for ends in spans if ends[0] <= start]
        chosen = self._of_headline(spans) or before[-1:] or spans[:1]
        if not chosen:
            return None
        return self.sketch.printed(*(self._branch(chosen[0], before, draft) or chosen[0]))

    def _branch(
        self, ends: tuple[int, int], before: Sequence[tuple[int, int]], draft: Draft
    ) -> tuple[int, int] | None:
        """The branch of a body of which the sentences just before the total speak: "PT Sigi Kantor Cabang Palu"."""
        low = self.sketch.span(*self.sketch.sentences[max(0, draft.total.sentence - _BACK)]).start
        name, near = self._name(ends), [each for each in before if each[0] >= low]
        return next((each for each in reversed(near) if self._name(each).startswith(f"{name} ")), None)

    def _name(self, ends: tuple[int, int]) -> str:
        return self.named.organizations.ref(self.sketch.printed(*ends)).name

    def _of_headline(self, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        """The first in the headline that the article names again."""
        names = [self.named.organizations.ref(self.sketch.printed(*ends)).name for ends in spans]
        return [
            ends
            for ends, name in zip(spans, names, strict=True)
            if ends[0] < self._headline and names.count(name) > 1
        ][:1]

    def _programmes(self, rule: Rule) -> Iterator[tuple[int, int]]:
        for each in self.grammar.rules(f"programme_{rule.name}"):
            yield from (match.span("name") for match in each.pattern.finditer(self.sketch.source))

    @cached_property
    def _names(self) -> list[tuple[tuple[int, int], str]]:
        """Where organisations are named, each with the name that its record has."""
        register = self.named.organizations
        return [
            (ends, register.ref(self.sketch.printed(*ends)).name)
            for ends in register.within(0, len(self.sketch.source))
        ]


def _value(draft: Draft) -> float:
    return float(draft.total.quantity.value or 0)
