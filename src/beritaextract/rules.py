"""The rule files of ``patterns/`` → validated, compiled rules; ``patterns/README.md`` specifies them."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path, PurePath
from typing import Any

import regex

from beritaextract.alternatives import alternatives
from beritaextract.compiled import Compile, kept
from beritaextract.errors import RuleError

__all__ = ["Rule", "RuleBook", "cells", "grouped", "load", "shipped"]

KINDS: Mapping[str, tuple[str, ...]] = {
    "mentions": (
        "sections", "regulations", "dates", "decoys", "money", "percents", "measures", "counts", "contexts",
    ),
    "facts": (),
}  # fmt: skip
"""Folder → the kinds it may hold, in the order in which mention rules compete for the text; of facts, any."""

_TABLES = ("gazetteers", "tables")

NEEDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "money": (("value",), ("currency", "currency_word", "unit")),
    "percents": (("value",), ("percent",)),
    "measures": (("value",),),
    "counts": (("value",),),
    "contexts": (("side",), ("modifier", "per", "unit", "each")),
    "regulations": (("form", "law", "type", "continues"),),
}
"""Kind → what its rules must have, decoys apart: one of each of these, as a group of the regex or as a key."""

SYMBOLS: Mapping[str, str] = {
    "money": "\ue000",
    "count": "\ue001",
    "measure": "\ue002",
    "percent": "\ue003",
    "date": "\ue004",
    "regulation": "\ue005",
    "organization": "\ue006",
    "person": "\ue007",
    "place": "\ue008",
}
"""Fact rules read a sketch of the text, in which each mention is one private-use character of its kind."""

_PLACEHOLDER = regex.compile(r"\{(?:(?P<group>[a-z_][a-z_0-9]*)?(?P<colon>:))?(?P<part>[a-z_][a-z_0-9]*)\}")
_REPEATED = regex.compile(r"[*+]|\{\d")
"""What makes a part one that is repeated: as a group it would hold no more than its last turn, and cost by the turn."""
_RULE_KEYS = {"name", "regex", "match", "reject", "decoy"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with its examples. ``id`` is ``kind.name``; ``fields`` are the rule's other keys.

    ``file`` is the path of its file in the folder of patterns.
    """

    id: str
    kind: str
    name: str
    pattern: regex.Pattern[str]
    decoy: bool
    fields: Mapping[str, str]
    match: tuple[Mapping[str, Any], ...]
    reject: tuple[str, ...]
    file: PurePath

    @property
    def house(self) -> str:
        """The folder of its kind: ``mentions`` or ``facts``."""
        return self.file.parts[0]


class _Table:
    """The rows of the files of one name, each with its header."""

    def __init__(self) -> None:
        self.parts: list[tuple[list[str], list[tuple[str, ...]]]] = []

    def read(self, path: Path, content: str) -> None:
        """Adds the rows of one file; empty lines are passed over."""
        lines = csv.reader(content.splitlines())
        header = next(lines, [])
        rows = []
        for row in lines:
            if len(row) == len(header):
                rows.append(tuple(row))  # tuples of text cost the collector of garbage nothing
            elif row:
                wrong = f"{len(row)} values for {len(header)} columns"
                raise RuleError(f"{path.name}: line {lines.line_num}: {wrong}; put quotes around a comma")
        self.parts.append((header, rows))

    @cached_property
    def rows(self) -> tuple[Mapping[str, str], ...]:
        return tuple(dict(zip(header, row, strict=True)) for header, rows in self.parts for row in rows)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules and tables of the shipped patterns and of the packs over them.

    ``digest`` is the SHA-256 of every file that went in.
    """

    digest: str
    parts: Mapping[str, str]
    _rules: Mapping[str, tuple[Rule, ...]]
    _tables: Mapping[str, _Table]

    def rules(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one kind, a pack's before the shipped ones; empty where there are none."""
        return self._rules.get(kind, ())

    def kinds(self, house: str) -> tuple[str, ...]:
        """The kinds that have rules in a folder: ``mentions`` or ``facts``."""
        return tuple(kind for kind, rules in self._rules.items() if rules and rules[0].house == house)

    def table(self, name: str) -> tuple[Mapping[str, str], ...]:
        """The rows of ``gazetteers/NAME.csv`` or ``tables/NAME.csv``.

        Raises:
            RuleError: There is no such table.
        """
        return self._table(name).rows

    def columns(self, name: str, *columns: str) -> Iterator[Sequence[str]]:
        """Of each row of a table the values of some columns, empty where a pack's table lacks one.

        Faster than :meth:`table` by far, which matters where a table has thousands of rows.

        Raises:
            RuleError: There is no such table or column.
        """
        table = self._table(name)
        for column in columns:
            if not any(column in header for header, _ in table.parts):
                raise RuleError(f"{name}.csv: no column {column!r}; the header is the first line")
        for header, rows in table.parts:
            places = [header.index(column) if column in header else len(header) for column in columns]
            if max(places) < len(header):
                yield from zip(*([row[place] for row in rows] for place in places), strict=True)
            else:
                yield from ([(*row, "")[place] for place in places] for row in rows)

    def _table(self, name: str) -> _Table:
        if name not in self._tables:
            raise RuleError(f"{name}.csv: no such table; known: {', '.join(sorted(self._tables))}")
        return self._tables[name]

    def __iter__(self) -> Iterator[Rule]:
        for rules in self._rules.values():
            yield from rules


def cells(row: Mapping[str, str], *columns: str) -> list[str]:
    """What the cells of a row list, ``|`` between several.

    >>> cells({"role": "Gubernur", "variants": "Gub|", "source": ""}, "role", "variants")
    ['Gubernur', 'Gub']
    """
    return [form for column in columns for form in row[column].split("|") if form]


def grouped(pairs: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    """Kind → its words, of pairs of both.

    >>> grouped([("head", "dinas"), ("stop", "umkm"), ("head", "badan")])["head"] == {"dinas", "badan"}
    True
    """
    kinds: dict[str, set[str]] = {}
    for kind, word in pairs:
        kinds.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in kinds.items()}


def shipped() -> Path:
    """The folder of the patterns that come with the package; a checkout's own wins in an editable install."""
    here = Path(__file__).resolve().parent
    checkout = here.parent.parent / "patterns"
    if here.parent.name == "src" and (checkout / "parts.toml").is_file():
        return checkout
    return here / "patterns"


def load(packs: Iterable[str | Path] = ()) -> RuleBook:
    """The shipped patterns with ``packs`` (folders of the same layout) layered over them.

    Raises:
        RuleError: A file, rule, part or table is wrong.
    """
    return _load((shipped(), *(Path(pack) for pack in packs)))


@lru_cache(maxsize=8)
def _load(folders: tuple[Path, ...]) -> RuleBook:
    reader = _Reader()
    for folder in folders:
        reader.read_tables(folder)
    for folder in folders:
        reader.read_parts(folder)
    files = [file for folder in reversed(folders) for file in reader.rule_files(folder)]
    digest = reader.digest.hexdigest()
    with kept(digest) as compiled:
        for path, content in files:
            reader.read_rules(path, content, compiled)
    return RuleBook(
        digest=digest,
        parts=reader.parts,
        _rules={kind: tuple(rules) for kind, rules in reader.rules.items()},
        _tables=reader.tables,
    )


@dataclass(slots=True)
class _Reader:
    """Collects what the folders hold; each step leaves its results here."""

    parts: dict[str, str] = field(default_factory=dict)
    rules: dict[str, list[Rule]] = field(default_factory=dict)
    tables: dict[str, _Table] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    digest: Any = field(default_factory=hashlib.sha256)

    def read_tables(self, folder: Path) -> None:
        if not folder.is_dir():
            raise RuleError(f"{folder}: not a folder of patterns; give one with mentions/ or facts/ in it")
        for path in (path for house in _TABLES for path in sorted(folder.glob(f"{house}/*.csv"))):
            content = self._bytes(path, folder).decode("utf-8")
            self.tables.setdefault(path.stem, _Table()).read(path, content)

    def read_parts(self, folder: Path) -> None:
        path = folder / "parts.toml"
        if path.is_file():
            for name, body in self._toml(path, folder).items():
                if name in self.parts:
                    raise RuleError(f"{path.name}: {name}: this part exists already; give it another name")
                where = f"{path.name}: part {name}"
                self.parts[name] = _expand(self._part(path, name, body), self.parts, where, capture=False)
        elif not any((folder / house).is_dir() for house in (*KINDS, *_TABLES)):
            raise RuleError(f"{folder}: no rule files; a pack has mentions/*.toml or facts/*.toml, or tables")

    def rule_files(self, folder: Path) -> Iterator[tuple[PurePath, dict[str, Any]]]:
        """The files of each kind: ``KIND.toml``, whose parts hold for the whole family, then ``KIND/*.toml``."""
        for house, kinds in KINDS.items():
            family: dict[str, Any] = {}
            for depth in ("*.toml", "*/*.toml"):
                for file in sorted((folder / house).glob(depth)):
                    path = file.relative_to(folder)
                    kind = _kind(path)
                    if kinds and kind not in kinds:
                        raise RuleError(f"{path.as_posix()}: unknown kind; known files: {', '.join(kinds)}")
                    content = self._toml(file, folder)
                    own = content.get("parts", {})
                    shared = family.setdefault(kind, own if depth == "*.toml" else {})
                    yield path, {**content, "parts": {**shared, **own}}

    def read_rules(self, path: PurePath, content: Mapping[str, Any], compiled: Compile) -> None:
        unknown = content.keys() - {"rule", "parts"}
        if unknown:
            raise RuleError(f"{path.name}: unknown key {min(unknown)!r}; a file has [[rule]] and [parts]")
        parts = dict(self.parts)
        if path.parts[0] == "facts":
            parts |= {**SYMBOLS, "quantity": "[\ue000-\ue003]", "amount": "[\ue000-\ue002]"}
        for name, body in content["parts"].items():
            where = f"{path.name}: part {name}"
            parts[name] = _expand(self._part(path, name, body), parts, where, capture=False)
        known = {rule.id for rule in self.rules.get(_kind(path), ())}
        fresh = []
        for number, entry in enumerate(content.get("rule", ()), start=1):
            rule = _rule(path, entry, number, parts, compiled)
            if rule.id in known:
                raise RuleError(f"{path.name}: {rule.name}: a rule of this name exists; choose another name")
            known.add(rule.id)
            fresh.append(rule)
        self.rules.setdefault(_kind(path), []).extend(fresh)

    def _part(self, path: PurePath, name: str, body: Any) -> str:
        where = f"{path.name}: part {name}"
        if isinstance(body, list):
            body = {"words": body}
        if isinstance(body, dict) and body.keys() <= {"words", "table", "column", "any_case"}:
            words = self._column(where, body) if "table" in body else body.get("words")
            if isinstance(words, list) and words and all(isinstance(word, str) for word in words):
                return alternatives(words, any_case=bool(body.get("any_case")))
        if isinstance(body, str):
            return body
        raise RuleError(f"{where}: a part is a regex, a list of words, {{words}} or {{table, column}}")

    def _column(self, where: str, body: Mapping[str, Any]) -> list[str]:
        table = self.tables.get(body["table"])
        if table is None:
            known = ", ".join(sorted(self.tables))
            raise RuleError(f"{where}: no table {body['table']!r}; known: {known}")
        header = table.parts[0][0]
        if body.get("column") not in header:
            raise RuleError(f"{where}: no column {body.get('column')!r}; known: {', '.join(header)}")
        return [row[body["column"]] for row in table.rows]

    def _toml(self, path: Path, folder: Path) -> dict[str, Any]:
        try:
            return tomllib.loads(self._bytes(path, folder).decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
            raise RuleError(f"{path.name}: not valid TOML: {problem}") from problem

    def _bytes(self, path: Path, folder: Path) -> bytes:
        try:
            content = path.read_bytes()
        except OSError as problem:
            raise RuleError(f"{path}: cannot be read: {problem.strerror}") from problem
        self.digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + content + b"\0")
        return content


def _kind(path: PurePath) -> str:
    """The kind of the rules of a file: ``facts/claims.toml`` and ``facts/claims/aid.toml`` are of one."""
    return PurePath(path.parts[1]).stem


def _expand(body: str, parts: Mapping[str, str], where: str, *, capture: bool) -> str:
    def replace(found: regex.Match[str]) -> str:
        group, part = found["group"], found["part"]
        if found.start() and body[found.start() - 2 : found.start()] in (r"\p", r"\P"):
            return found.group()
        if part not in parts:
            raise RuleError(f"{where}: unknown part {{{part}}}; known: {', '.join(sorted(parts))}")
        if group or (capture and not found["colon"] and not _REPEATED.match(body, found.end())):
            return f"(?P<{group or part}>{parts[part]})"
        return f"(?:{parts[part]})"

    return _PLACEHOLDER.sub(replace, body)


def _rule(
    path: PurePath, entry: Mapping[str, Any], number: int, parts: Mapping[str, str], compiled: Compile
) -> Rule:
    name = entry.get("name")
    if not isinstance(name, str) or not regex.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise RuleError(f"{path.name}: rule {number}: needs a name of small letters, digits and _")
    where = f"{path.name}: {name}"
    if not isinstance(entry.get("regex"), str):
        raise RuleError(f"{where}: needs a regex, as text")
    examples = entry.get("match")
    if not isinstance(examples, list) or not examples:
        raise RuleError(f"{where}: needs match = [{{ text = …, … }}]: at least one example that is its test")
    for example in examples:
        if not isinstance(example, dict) or not isinstance(example.get("text"), str):
            raise RuleError(f"{where}: each example of match is a table with a text")
    reject = entry.get("reject", [])
    if not isinstance(reject, list) or not all(isinstance(text, str) for text in reject):
        raise RuleError(f"{where}: reject is a list of texts that the rule must leave alone")
    fields = {key: value for key, value in entry.items() if key not in _RULE_KEYS}
    for key, value in fields.items():
        if not isinstance(value, str):
            raise RuleError(f"{where}: {key} must be text")
    try:
        pattern = compiled(_expand(entry["regex"], parts, where, capture=True))
    except regex.error as problem:
        raise RuleError(f"{where}: the regex is wrong: {problem}") from problem
    decoy = bool(entry.get("decoy", False))
    for names in () if decoy else NEEDS.get(_kind(path), ()):
        if not any(each in pattern.groupindex or each in fields for each in names):
            raise RuleError(f"{where}: needs a group or a key of this name: {', '.join(names)}")
    return Rule(
        id=f"{_kind(path)}.{name}",
        kind=_kind(path),
        name=name,
        pattern=pattern,
        decoy=decoy,
        fields=fields,
        match=tuple(examples),
        reject=tuple(reject),
        file=path,
    )
