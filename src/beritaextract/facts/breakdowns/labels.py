"""What the parts of a list are called: the words before or after their figures, or the noun that they count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from beritaextract.facts.breakdowns.lists import Region
from beritaextract.facts.grammar import Grammar, prints_unit
from beritaextract.facts.sketch import SYMBOL, Item, Sketch
from beritaextract.model import Date, Part, Quantity
from beritaextract.rules import SYMBOLS

__all__ = ["labelled", "name_before", "words_after"]

_LONGEST_LABEL = 160
_MANY_WORDS = 8
_SYMBOLS = regex.compile(SYMBOL)
_COPULA = regex.compile(r"\b(?:adalah|ialah|merupakan)\s")
_CLASSIFIERS = frozenset({
    "", "orang", "jiwa", "unit", "kasus", "buah", "ekor", "lembar", "butir", "paket", "batang", "bidang", "keping",
})  # fmt: skip
_ANNOUNCES = regex.compile(
    r"\b(?:[Tt]ermasuk|di\s?antaranya|[Tt]erdiri\s(?:dari|atas)|meliputi|mencakup|mengangkut|membawa|memuat)\s*+$"
)
"""Words after which a noun of its own says what a figure counts: "kapal itu mengangkut 72 penumpang"."""
_LISTS = regex.compile(r"\b(?:yakni|yaitu|terdiri|rincian\p{L}*|meliputi|mencakup)\b")
_ADJECTIVE = regex.compile(r"dewasa|tua|pribadi|asing|muda")
"""What makes one thing with the noun counted: "15 orang dewasa"."""
_WHERE = regex.compile(r"^[Dd]i\s(?=\p{Lu})")
_UNTIL = regex.compile(r"\b(?:[Hh]ingga|[Ss]ampai|[Pp]er)(?:\s\p{Ll}+)?\s$")
_FRAME = regex.compile(r"\b(?:itu|tersebut|ini|dia|[Nn]ya|[Kk]husus\b[^,]*), ")
_SAYS = regex.compile(
    r"^.*\b(?<!\b(?:belum|sudah|telah|tidak|wajib|harus|yang|akan|untuk|lalai)\s)(?:mengatakan|mengungkapkan|menjelaskan|menyebut(?:kan)?|menyampaikan|menambahkan|merinci|melaporkan"
    r"|menerangkan|memaparkan|membeberkan)\b,?\s(?:bahwa\s)?(?=\p{L})"
)
_ACCORDING = regex.compile(r"^[Mm]enurut\s[^,]+(?:,\s(?:\p{Lu}[\p{L}.]*+\s?){2,5}+(?=,|$))*+(?:,\s|$)")
"""Whose word it is, with that one's name: "Menurut Kepala Dinas Sosial, Sri Hartati, "."""
_ASIDE = regex.compile(
    rf",?\s*+\(?(?:atau\s|sekitar\s|setara\s)*+{SYMBOLS['percent']}\)?|\s?\((?:sekitar\s|setara\s)*+{SYMBOL}\)"
)
"""A percentage, or the same in another currency or unit, right after a figure."""
_OF_OTHER = regex.compile(r"\syang\s[^,;:]{3,80}\s(?:dan|serta)\s(?=\p{Lu})")
"""What is still said of the figure before: "7,15 km yang berada di atas rawa dan Ruas Banyuasri …"."""
_BREAK = regex.compile(
    r",\s*+(?:dan\s|serta\s|sedangkan\s|sementara\s|lalu\s|kemudian\s)?|\b(?:dan|serta|sedangkan|sementara|dengan|pada|di|selama|sejak|senilai|sebesar|seberat|dalam|atau)\b"
)


def labelled(
    sketch: Sketch, grammar: Grammar, regions: Iterable[Region], items: Sequence[Item], *, total: Quantity
) -> tuple[Part, ...]:
    """The parts with the words that name them, before or after their figures."""
    parts: list[Part] = []
    before = False
    for region in regions:
        inside = [item for item in items if region.start <= item.place < region.end]
        if inside:
            before = _names_before(sketch, grammar, region, inside, before)
            parts += _labelled(sketch, grammar, region, inside, total=total, before=before)
    return tuple(parts)


def _labelled(
    sketch: Sketch, grammar: Grammar, region: Region, items: Sequence[Item], *, total: Quantity, before: bool
) -> Iterator[Part]:
    for number, item in enumerate(items):
        start = items[number - 1].place + 1 if number else region.start
        end = items[number + 1].place if number + 1 < len(items) else region.end
        label = name_before(sketch, grammar, start, item.place) if before else ""
        if label and not _is_bare(item.quantity) and _ANNOUNCES.search(sketch.text, start, item.place):
            label = ""
        rest = "" if label else words_after(sketch, grammar, item.place + 1, end)
        if not label and not rest and not number and _is_bare(item.quantity):
            label = _subject(sketch, grammar, region.start)
        yield Part(label=label or _with_unit(item.quantity, total, rest), quantity=item.quantity)


def _names_before(
    sketch: Sketch, grammar: Grammar, region: Region, items: Sequence[Item], known: bool
) -> bool:
    """Whether the names of a list stand before its figures, told by the first one.

    A list that starts with its sentence has words before the first figure in any case; one that goes on with a
    list has them there too where that has, if ``known``.
    """
    ends = [*(item.place for item in items[1:]), region.end]
    head = name_before(sketch, grammar, region.start, items[0].place)
    if not head and (items[0].quantity.unit or "")[:1].isupper():
        return False
    if not words_after(sketch, grammar, items[0].place + 1, ends[0]):
        return True
    if not head or sketch.text[region.start : items[0].place].rstrip().endswith(","):
        return False
    if known or region.start > sketch.sentences[items[0].sentence][0]:
        return True
    return not all(
        words_after(sketch, grammar, item.place + 1, end) for item, end in zip(items, ends, strict=True)
    )


def _subject(sketch: Sketch, grammar: Grammar, end: int) -> str:
    """What a figure after "yakni" counts: "yang terbanyak adalah guru ngaji, yakni 5.214 orang"."""
    start, _ = sketch.sentences[sketch.sentence(end - 1)]
    found = list(_COPULA.finditer(sketch.text, start, end))
    if not found and not sketch.text[start:end].rstrip().endswith(("yakni", "yaitu")):
        return ""
    return _trimmed(sketch, grammar, found[-1].end() if found else start, end)


def name_before(sketch: Sketch, grammar: Grammar, start: int, end: int) -> str:
    """The words that name the figure after them: what is left between it and the figure before."""
    text = sketch.text
    symbols = [found.start() for found in _SYMBOLS.finditer(text, start, end)]
    cut = symbols[-1] + 1 if symbols else start
    if clause := _OF_OTHER.match(text, cut, end):
        cut = clause.end()
    name = _trimmed(sketch, grammar, cut, end)
    if name or not symbols or _LISTS.search(text, cut, end):
        return name
    for number, symbol in enumerate(reversed(symbols), start=2):
        low = symbols[-number] + 1 if number <= len(symbols) else start
        if name := _trimmed(sketch, grammar, low, symbol):
            return name
        mention = sketch.mentions[symbol]
        if isinstance(mention, Date):
            return mention.span.text if number == 2 and not _UNTIL.search(text, start, symbol) else ""
        if not (isinstance(mention, Quantity) and mention.kind == "percent"):
            return ""
    return ""


def words_after(sketch: Sketch, grammar: Grammar, start: int, end: int) -> str:
    """The words after a figure, and after what is said aside of it, that say what it counts."""
    aside = _ASIDE.match(sketch.text, start, end)
    if aside:
        start = aside.end()
    if sketch.text.startswith(")", start) and sketch.text[start - 2] == "(":
        start += 1
    if sketch.text.startswith(",", start) and not aside:
        return ""
    end = _closed(sketch.text, start, end)
    stop = grammar.search("stop", sketch.text, start, end)
    found = _SYMBOLS.search(sketch.text, start, stop.start() if stop else end)
    if found is None:
        return _trimmed(sketch, grammar, start, stop.start() if stop else end)
    opening = sketch.text.find("(", start, found.start())
    if opening >= 0 and sketch.text.find(")", opening, found.start()) < 0:
        return _trimmed(sketch, grammar, start, opening)
    breaks = list(_BREAK.finditer(sketch.text, start, found.start()))
    return _trimmed(sketch, grammar, start, breaks[-1].start() if breaks else found.start())


def _closed(text: str, start: int, end: int) -> int:
    """Where a bracket that was opened before ``start`` closes, else ``end``."""
    closing, opening = text.find(")", start, end), text.find("(", start, end)
    return end if closing < 0 or 0 <= opening < closing else closing


def _trimmed(sketch: Sketch, grammar: Grammar, start: int, end: int) -> str:
    start = max(start, end - _LONGEST_LABEL)
    lead = grammar.starts("lead", sketch.text, start, end)
    if lead:
        start = lead.end()
    tail = grammar.search("tail", sketch.text, max(start, end - 60), end)
    if tail:
        end = tail.start()
    return _shortened(grammar, sketch.words(start, end)) if start < end else ""


def _shortened(grammar: Grammar, text: str) -> str:
    """What is left of a name without who says it, where it comes from and that it is reached."""
    words = _ACCORDING.sub("", _SAYS.sub("", " ".join(text.split()))).rpartition(": ")[2]
    words = _WHERE.sub("", words)
    if words.count(" ") > _MANY_WORDS or _FRAME.search(words):
        words = words.rpartition(", ")[2]
    through = grammar.search("through", words, 0, len(words))
    if through:
        words = words[through.end() :]
    reached = grammar.search("reached", words, 0, len(words))
    return words[: reached.start()] if reached else words


def _with_unit(quantity: Quantity, total: Quantity, rest: str) -> str:
    """What follows the figure, after the noun counted where that is more than the unit of the whole."""
    unit = quantity.unit or ""
    same = total.unit is not None and unit.casefold() == total.unit.casefold()
    if quantity.kind != "count":
        return rest
    if same or _is_bare(quantity):
        return f"{unit} {rest}" if _ADJECTIVE.fullmatch(rest) else rest or unit
    return f"{unit} {rest}" if rest else unit


def _is_bare(quantity: Quantity) -> bool:
    """Whether its unit says nothing of what is counted: "12 orang", "5 ekor", "163"."""
    unit = (quantity.unit or "").casefold()
    return quantity.kind != "count" or unit in _CLASSIFIERS or not prints_unit(quantity)
