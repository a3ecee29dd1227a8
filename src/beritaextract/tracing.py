"""How one record of an article came about: its rule, the words it rests on, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from beritaextract.errors import ArticleError
from beritaextract.lines import one_line
from beritaextract.model import Article, Check, Date, Derived, Quantity, Record, Ref, Regulation, Span
from beritaextract.rules import Rule, RuleBook

__all__ = ["trace"]

_STEP = "  "
_SHOWN = 100
_QUIET = frozenset(("id", "rule", "span", "mentions", "evidence"))


def trace(article: Article, key: str, book: RuleBook) -> list[str]:
    """Lines that tell how the record with the id ``key`` came about.

    Raises:
        ArticleError: The article has no record of this id.
    """
    records = dict(_records(article))
    record = records.get(key)
    if record is None:
        known = _known(records)
        raise ArticleError(
            f"{one_line(key, _SHOWN)}: no record of this id; "
            + (f"the article has {known}" if known else "nothing was found in the article")
        )
    return list(_Tracer(article, records, book).lines(key, record, ""))


def _records(article: Article) -> Iterator[tuple[str, Record]]:
    fields = [getattr(article, name) for name in type(article).model_fields]
    for found in (*fields, *article.facts.values()):
        if isinstance(found, tuple):
            for each in found:
                if isinstance(each, Record) and getattr(each, "id", None):
                    yield each.id, each  # type: ignore[attr-defined]


def _known(records: Iterable[str]) -> str:
    """The ids in short: q1 … q18, d1 … d4."""
    groups: dict[str, list[str]] = {}
    for key in records:
        groups.setdefault(key.rstrip("0123456789"), []).append(key)
    ranges = (keys[0] if len(keys) == 1 else f"{keys[0]} … {keys[-1]}" for keys in groups.values())
    return ", ".join(ranges)


class _Tracer:
    """Writes the lines of one record, and one step in those of the records within it."""

    def __init__(self, article: Article, records: dict[str, Record], book: RuleBook) -> None:
        self._article = article
        self._records = records
        self._rules = {rule.id: rule for rule in book}

    def lines(self, key: str, record: Record, indent: str) -> Iterator[str]:
        yield f"{indent}{key}: {type(record).__name__.lower()}"
        inner = indent + _STEP
        rule = self._rules.get(getattr(record, "rule", ""))
        if rule:
            yield f"{inner}rule  {rule.id} ({rule.file.as_posix()})"
        span = getattr(record, "span", None)
        if isinstance(span, Span):
            yield f"{inner}found  {self._where(span)}"
            if rule and not isinstance(record, Regulation):
                yield from self._groups(rule, span, inner)
        for mention in getattr(record, "mentions", ()):
            yield f"{inner}mention  {self._where(mention)}"
        for name in type(record).model_fields:
            if name not in _QUIET:
                yield from self._field(name, getattr(record, name), inner)
        for evidence in getattr(record, "evidence", ()):
            yield f"{inner}evidence  {self._where(evidence)}"
        if isinstance(record, Check | Derived):
            yield from self._operands(record, inner)

    def _groups(self, rule: Rule, span: Span, indent: str) -> Iterator[str]:
        """What the parts of the rule have matched."""
        text = self._article.text
        line = text.rfind("\n", 0, span.start) + 1
        for start in range(span.start, max(line, span.start - _SHOWN) - 1, -1):
            match = rule.pattern.match(text, start)
            if match and match.end() >= span.end:
                for name, words in match.groupdict().items():
                    if words:
                        yield f"{indent}{name} = {_line(words)}"
                return

    def _field(self, name: str, value: Any, indent: str) -> Iterator[str]:
        if value is None or value in ((), "", False):
            return
        if isinstance(value, Quantity | Date):
            yield f"{indent}{name}"
            yield from self.lines(value.id, value, indent + _STEP)
        elif isinstance(value, Ref):
            yield f"{indent}{name}  {value.id or 'not named elsewhere'}: {_line(value.name)}"
        elif isinstance(value, Span):
            yield f"{indent}{name}  {self._where(value)}"
        elif isinstance(value, tuple):
            for number, each in enumerate(value, start=1):
                yield from self._field(f"{name} {number}", each, indent)
        elif isinstance(value, Record):
            yield f"{indent}{name}"
            for field in type(value).model_fields:
                yield from self._field(field, getattr(value, field), indent + _STEP)
        else:
            yield f"{indent}{name}  {_line(str(value))}"

    def _operands(self, check: Check | Derived, indent: str) -> Iterator[str]:
        """The records that stand where a check looks, or from which a figure is computed."""
        for key, record in self._records.items():
            span = getattr(record, "span", None)
            if isinstance(record, Quantity | Date) and span in check.evidence:
                yield from self.lines(key, record, indent)

    def _where(self, span: Span) -> str:
        line = self._article.text.count("\n", 0, span.start) + 1
        return f"line {line}, {span.start} to {span.end}: {_line(span.text)}"


def _line(words: str) -> str:
    return one_line(words, _SHOWN)
