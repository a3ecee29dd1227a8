"""The examples of the rules, run as tests: what `beritaextract patterns test` and pytest do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from beritaextract.facts.sketch import sketches
from beritaextract.mentions import Finder
from beritaextract.model import Date, Quantity, Regulation
from beritaextract.rules import Rule, RuleBook, load

__all__ = ["ExampleResult", "run"]


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example of one rule; ``problem`` is ``None`` if it holds."""

    rule_id: str
    text: str
    problem: str | None


def run(packs: Iterable[str | Path] = ()) -> Iterator[ExampleResult]:
    """Every ``match`` and ``reject`` of every rule of the shipped patterns and of ``packs``.

    Raises:
        RuleError: A rule file is wrong.
    """
    book = load(packs)
    bench = _Bench(book)
    for rule in book:
        find = bench.finder_of(rule)
        for example in rule.match:
            yield ExampleResult(rule.id, example["text"], _missing(example, find(rule, example["text"])))
        for text in rule.reject:
            found = find(rule, text)
            problem = f"must not match, but does: {found[0].get('span')!r}" if found else None
            yield ExampleResult(rule.id, text, problem)


Find = Callable[[Rule, str], list[Mapping[str, Any]]]


class _Bench:
    """What a rule finds in a text, for rules of all sorts, as plain fields."""

    def __init__(self, book: RuleBook) -> None:
        self._finder = Finder(book)

    def finder_of(self, rule: Rule) -> Find:
        if rule.kind == "sections":
            return _by_pattern
        if rule.house == "facts":
            return self._in_sketch
        if rule.kind == "contexts":
            return self._changed
        return self._mentioned

    def _mentioned(self, rule: Rule, text: str) -> list[Mapping[str, Any]]:
        if rule.decoy:
            hits = self._finder.scan(text)
            return [{"span": hit.match.group()} for hit in hits if hit.rule.id == rule.id]
        mentions = self._finder.find(text, None).mentions
        found: list[Quantity | Date | Regulation] = [
            *mentions.quantities,
            *mentions.dates,
            *mentions.regulations,
        ]
        return [{**dict(each), "span": each.span.text} for each in found if each.rule == rule.id]

    def _changed(self, rule: Rule, text: str) -> list[Mapping[str, Any]]:
        """The quantities that a context rule has given its modifier, a `per` or a unit."""
        quantities = self._finder.find(text, None).mentions.quantities
        modifier = rule.fields.get("modifier")
        if modifier:
            return [dict(each) for each in quantities if each.modifier == modifier]
        if "per" in rule.pattern.groupindex or "each" in rule.fields:
            return [dict(each) for each in quantities if each.per]
        return [dict(each) for each in quantities if each.unit]

    def _in_sketch(self, rule: Rule, text: str) -> list[Mapping[str, Any]]:
        drawn = sketches(self._finder.find(text, None).mentions)
        found = [m for each in drawn for m in rule.pattern.finditer(each.text)]
        return [{"span": m.group(), **m.groupdict()} for m in found] or _by_pattern(rule, text)


def _by_pattern(rule: Rule, text: str) -> list[Mapping[str, Any]]:
    return [{**rule.fields, **m.groupdict(), "span": m.group()} for m in rule.pattern.finditer(text)]


def _missing(example: Mapping[str, Any], found: list[Mapping[str, Any]]) -> str | None:
    """What keeps the example from holding: no match, or the nearest match differs."""
    if not found:
        return "does not match"
    differences = [_differences(example, each) for each in found]
    if not all(differences):
        return None
    return min(differences, key=len)[0]


def _differences(example: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    wanted = {key: value for key, value in example.items() if key != "text"}
    return [
        f"{key} must be {value!r}, but is {found.get(key)!r}"
        for key, value in wanted.items()
        if not _same(value, found.get(key))
    ]


def _same(wanted: object, got: object) -> bool:
    if isinstance(got, int | Decimal) and not isinstance(got, bool):
        try:
            return Decimal(str(wanted)) == got
        except InvalidOperation:
            return False
    return wanted == got
