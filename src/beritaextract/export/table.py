"""What a person reads: facts in reading order, then verdicts; coloured at a terminal, aligned elsewhere."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from beritaextract.diagnostics.places import Lines
from beritaextract.export import Failure, Outcome
from beritaextract.lines import one_line

if TYPE_CHECKING:
    from beritaextract.model import (
        Article,
        Breakdown,
        Check,
        Derived,
        Membership,
        Part,
        Quantity,
        Quote,
    )

PLAIN_WIDTH = 100
_LONGEST_QUOTE = 120

_MODIFIERS = {"exact": "", "range": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
_RUPIAH_FIRST = {"IDR": "Rp", "USD": "US$", "EUR": "€", "JPY": "¥", "GBP": "£", "SGD": "S$"}
_FINDINGS = {"inconsistent", "malformed"}


def write(outcomes: Iterable[Outcome], out: TextIO, *, several: bool, checks_only: bool) -> None:
    colour = out.isatty()
    articles = (outcome for outcome in outcomes if not isinstance(outcome, Failure))
    for index, article in enumerate(articles):
        page = io.StringIO()
        console = Console(
            file=page, force_terminal=colour, width=None if colour else PLAIN_WIDTH, highlight=False
        )
        if index:
            console.print()
        for block in _blocks(article, checks_only=checks_only):
            console.print(block)
        out.write("".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines()))
        out.flush()


def _blocks(article: Article, *, checks_only: bool) -> Iterable[RenderableType]:
    yield _header(article)
    if not checks_only:
        yield from _facts(article)
    yield from _verdicts(article)
    if not checks_only:
        yield from _closing(article)


def _header(article: Article) -> Text:
    meta = article.metadata
    place = meta.dateline.place if meta.dateline else None
    line = Text(one_line(article.source.path or "(text)"), style="bold")
    details = [meta.headline, place, meta.outlet, meta.published and f"published {meta.published}"]
    for detail in details:
        if detail:
            line.append(f" · {one_line(detail)}", style="not bold")
    return line


def _facts(article: Article) -> Iterable[RenderableType]:
    lines = Lines(article.text)
    if article.quantities:
        yield _title("Quantities", len(article.quantities))
        yield _grid(
            (lines.line(q.span), one_line(q.span.text), format_quantity(q)) for q in article.quantities
        )
    if article.dates:
        yield _title("Dates", len(article.dates))
        yield _grid(
            (lines.line(d.span), one_line(d.span.text), d.value or "not fixed") for d in article.dates
        )
    if article.regulations:
        yield _title("Regulations", len(article.regulations))
        yield _grid(
            (lines.line(r.span), one_line(r.span.text), _joined(r.type, r.number, r.year, r.title))
            for r in article.regulations
        )
    yield from _names(article, lines)
    if article.quotes:
        yield _title("Quotes", len(article.quotes))
        yield _grid(
            (lines.line(q.span), _speaker(q), one_line(q.span.text, _LONGEST_QUOTE)) for q in article.quotes
        )
    if article.breakdowns:
        yield _title("Breakdowns", len(article.breakdowns))
        for breakdown in article.breakdowns:
            yield from _breakdown(breakdown)
    if article.memberships:
        yield _title("Memberships", len(article.memberships))
        for membership in article.memberships:
            yield from _membership(membership)
    yield from _deals(article, lines)
    if article.derived:
        yield _title("Derived, not stated", len(article.derived))
        yield _grid((lines.line(d.evidence[0]), one_line(d.label), _bounds(d)) for d in article.derived)


def _deals(article: Article, lines: Lines) -> Iterable[RenderableType]:
    """Claims, agreements and rates, one row each."""
    if article.claims:
        yield _title("Claims", len(article.claims))
        yield _grid(
            (
                lines.line(c.amount.span),
                format_quantity(c.amount),
                _joined(
                    c.cases and format_quantity(c.cases),
                    c.purpose,
                    c.payer and c.payer.name,
                    c.place and c.place.name,
                    c.period,
                ),
            )
            for c in article.claims
        )
    if article.agreements:
        yield _title("Agreements", len(article.agreements))
        yield _grid(
            (
                lines.line(a.evidence[0]),
                _joined(a.kind, a.action),
                _joined(" – ".join(one_line(party.name) for party in a.parties), a.subject),
            )
            for a in article.agreements
        )
    if article.rates:
        yield _title("Rates", len(article.rates))
        yield _grid(
            (lines.line(r.evidence[0]), format_quantity(r.amount), _joined(r.kind, r.label, r.condition))
            for r in article.rates
        )


def _names(article: Article, lines: Lines) -> Iterable[RenderableType]:
    offices: dict[str | None, list[str]] = {}
    for official in article.officials:
        offices.setdefault(official.person.id, []).append(official.title)
    if article.persons:
        yield _title("Persons", len(article.persons))
        yield _grid(
            (lines.line(p.mentions[0]), one_line(p.name), _joined(*offices.get(p.id, ()), _also(p.aliases)))
            for p in article.persons
        )
    if article.organizations:
        yield _title("Organizations", len(article.organizations))
        yield _grid(
            (lines.line(o.mentions[0]), one_line(o.name), _joined(o.type, _also(o.aliases), *o.notes))
            for o in article.organizations
        )
    if article.places:
        yield _title("Places", len(article.places))
        yield _grid(
            (lines.line(p.mentions[0]), one_line(p.name), _joined(p.level, p.code, _also(p.aliases)))
            for p in article.places
        )


def _also(aliases: Sequence[str]) -> str | None:
    return f"also {', '.join(aliases)}" if aliases else None


def _bounds(derived: Derived) -> str:
    ends = " to ".join(format_number(end) for end in dict.fromkeys((derived.low, derived.high)))
    return f"{ends} {derived.unit or ''}".rstrip() + f" · {derived.formula}"


def _speaker(quote: Quote) -> str:
    who = one_line(quote.speaker.name) if quote.speaker else "(not named)"
    return who if quote.kind == "direct" else f"{who}, indirectly"


def _breakdown(breakdown: Breakdown) -> Iterable[RenderableType]:
    total = format_quantity(breakdown.total) if breakdown.total else "total not stated"
    if breakdown.relation == "subset":
        yield _indented(Text(f"of {total}:"))
        yield _tree(_branches(breakdown.parts))
        return
    yield _indented(Text(f"{total} ="))
    branches = _branches(breakdown.parts)
    if breakdown.remainder:
        branches.append(("(remainder)", format_quantity(breakdown.remainder)))
    yield _tree(branches, sum_line=_sum(breakdown))


def _sum(breakdown: Breakdown) -> str | None:
    parts = [part.quantity for part in breakdown.parts]
    if breakdown.remainder:
        parts.append(breakdown.remainder)
    values = [part.value for part in parts if part.value is not None]
    units = {part.unit for part in parts}
    if len(values) < len(parts) or len(values) < 2 or len(units) > 1:
        return None
    return format_amount(sum(values), parts[0])


def _membership(membership: Membership) -> Iterable[RenderableType]:
    named = [membership.organization and membership.organization.name]
    named.append(membership.place and membership.place.name)
    if membership.as_of:
        named.append(f"as of {membership.as_of}")
    where = ", ".join(one_line(name) for name in named if name)
    yield _indented(Text(f"{where or 'members'}: {format_quantity(membership.total)}"))
    branches = _branches(membership.categories)
    branches += [(f"of which {label}", value) for label, value in _branches(membership.of_which)]
    if branches:
        yield _tree(branches)


def _branches(parts: Sequence[Part]) -> list[tuple[str, str]]:
    return [(one_line(part.label), format_quantity(part.quantity)) for part in parts]


def _tree(branches: Sequence[tuple[str, str]], *, sum_line: str | None = None) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right")
    for index, (label, value) in enumerate(branches):
        stem = "└" if index == len(branches) - 1 else "├"
        grid.add_row(Text(f"{stem} {label}"), Text(value))
    if sum_line:
        grid.add_row(Text("  sum of the parts", style="dim"), Text(sum_line, style="dim"))
    return _indented(grid)


def _verdicts(article: Article) -> Iterable[RenderableType]:
    yield _title("Checks", len(article.checks))
    if not article.checks:
        yield _indented(Text("nothing here that can be checked", style="dim"))
        return
    lines = Lines(article.text)
    grid = Table.grid(padding=(0, 2))
    for check in sorted(article.checks, key=lambda check: check.verdict == "ok"):
        style = _style(check)
        grid.add_row(
            Text(check.verdict, style=style), Text(check.code, style=style), _proof(check, lines), style=""
        )
    yield _indented(grid)


def _proof(check: Check, lines: Lines) -> Text:
    proof = Text(one_line(check.message))
    if check.verdict == "ok":
        return proof
    proof.append(f"\n{one_line(check.message_en)}", style="dim")
    where = dict.fromkeys(str(lines.line(span)) for span in check.evidence)
    if where:
        proof.append(f"\nline {', '.join(where)}", style="dim")
    for repair in check.repairs:
        proof.append(f"\nperhaps: {one_line(repair)}", style="dim")
    return proof


def _style(check: Check) -> str:
    if check.verdict in _FINDINGS:
        return "bold red" if check.severity == "error" else "bold yellow"
    return "yellow" if check.verdict in {"uncheckable", "remainder"} else "green"


def _closing(article: Article) -> Iterable[RenderableType]:
    coverage = article.coverage
    line = f"{coverage.explained} of {coverage.digit_runs} runs of digits explained"
    if coverage.unexplained:
        line += "; not explained: " + ", ".join(one_line(span.text) for span in coverage.unexplained)
    yield Text(f"\n{line}", style="dim")
    for note in article.notes:
        yield Text(f"note: {one_line(note)}", style="yellow")


def format_quantity(quantity: Quantity) -> str:
    """The value as Indonesian prints it, with what modifies it: ``at most Rp42.000.000 per month``."""
    if quantity.malformed:
        words = "malformed number"
    elif quantity.value is not None:
        words = _MODIFIERS[quantity.modifier] + format_amount(quantity.value, quantity)
    elif quantity.low is not None and quantity.high is not None:
        low = (
            format_amount(quantity.low, quantity) if quantity.kind == "money" else format_number(quantity.low)
        )
        words = f"{low} to {format_amount(quantity.high, quantity)}"
    else:
        words = "no value"
    return f"{words} per {quantity.per}" if quantity.per else words


def format_amount(value: int | Decimal, like: Quantity) -> str:
    """A value in the unit of ``like``: Rp42.000.000, 5%, 382.746 orang."""
    number = format_number(value)
    unit = like.unit or ""
    if like.kind == "money":
        sign = _RUPIAH_FIRST.get(unit)
        return f"{sign}{number}" if sign else f"{unit} {number}".strip()
    return f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()


def format_number(value: int | Decimal) -> str:
    """Dots between thousands and a decimal comma.

    >>> format_number(382746), format_number(Decimal("1234.50"))
    ('382.746', '1.234,50')
    """
    return f"{value:,f}".translate(str.maketrans(",.", ".,")) if isinstance(value, Decimal) else _whole(value)


def _whole(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _grid(rows: Iterable[tuple[int, str, str]]) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="dim")
    for line, printed, read in rows:
        grid.add_row(str(line), Text(printed), Text(read, style="cyan"))
    return _indented(grid)


def _title(name: str, count: int) -> Text:
    return Text(f"\n{name} ({count})", style="bold")


def _indented(block: RenderableType) -> Padding:
    return Padding(block, (0, 0, 0, 2), expand=False)


def _joined(*parts: Any) -> str:
    return " · ".join(one_line(str(part)) for part in parts if part)
