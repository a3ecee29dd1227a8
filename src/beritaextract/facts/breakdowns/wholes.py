"""Which quantity a list of parts, or "dari jumlah tersebut", speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

import regex

from beritaextract.facts.breakdowns.lists import is_base
from beritaextract.facts.grammar import Fit, Grammar
from beritaextract.facts.sketch import Item, Sketch
from beritaextract.model import Quantity

__all__ = ["Whole", "earlier", "in_sentence", "named"]

_FURTHEST = 3
_MOST = 40
_WORD = regex.compile(r"\p{L}[\p{L}\d-]+")
_GENERIC = frozenset({
    "dari", "jumlah", "total", "angka", "nilai", "keseluruhan", "seluruh", "sebanyak", "sebesar", "tersebut", "itu",
    "ini", "tadi", "kelompok", "segmen", "kategori", "yang", "ada", "di", "dan", "untuk", "peserta", "orang", "warga",
    "sendiri", "khusus", "data", "semua", "para", "kata", "lanjut", "dia", "nya", "bagian", "adapun", "sambungan",
    "pekerja", "lagi", "ia", "mereka", "tambahan", "besaran", "realisasi", "terealisasi", "telah", "sudah", "perolehan",
    "pencapaian", "rincian", "perincian", "kemudian", "sedangkan", "sementara", "antara", "lain", "juga",
    "menjelaskan", "mengatakan", "menyebut", "menyebutkan", "menambahkan", "mengungkapkan", "menyampaikan", "merinci",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whole:
    """A candidate; ``sure`` where nothing else can be meant, ``named`` where the text calls it by its name."""

    item: Item
    sure: bool
    named: bool = False


def in_sentence(sketch: Sketch, grammar: Grammar, place: int, like: Quantity) -> list[Whole]:
    """What stands before ``place`` in its sentence, the nearest first; bases of comparison last."""
    start, _ = sketch.sentences[sketch.sentence(place)]
    found: list[Item] = []
    for number, item in enumerate(sketch.before(place)):
        if item.place < start or len(found) == _FURTHEST or number == _MOST:
            break
        if grammar.fit(item.quantity, like):
            found.append(item)
    plain = [item for item in found if not is_base(sketch, grammar, item, start)]
    if not plain:
        plain, found = found, []
    bases = [item for item in found if item not in plain]
    return [Whole(item, not number) for number, item in enumerate(plain)] + [
        Whole(item, False) for item in bases
    ]


def earlier(
    sketch: Sketch,
    grammar: Grammar,
    place: int,
    like: Quantity,
    *,
    labels: Mapping[int, str],
    topic: Item | None,
) -> Iterator[Whole]:
    """What the sentences before that of ``place`` speak of, the nearest first.

    Where they list parts, that is the ``topic``: the whole of that list.
    """
    number = sketch.sentence(place)
    first = True
    if topic is not None and not grammar.fit(topic.quantity, like):
        topic = None
    for back in range(number - 1, max(number - 1 - _FURTHEST, -1), -1):
        start, end = sketch.sentences[back]
        if sketch.count(start, end) > _MOST:
            return
        fitting = [item for item in sketch.between(start, end) if grammar.fit(item.quantity, like)]
        if not fitting:
            continue
        if topic is not None and any(item.place in labels or item is topic for item in fitting):
            yield Whole(topic, first)
            first, topic = False, None
        free = [item for item in fitting if item.place not in labels]
        plain = [item for item in free if not is_base(sketch, grammar, item, start)] or free
        for item in reversed(plain):
            yield Whole(item, first and len(fitting) == 1 and back == number - 1)
        for item in fitting:
            if item.place in labels:
                yield Whole(item, False)
        first = first and not plain


def named(
    sketch: Sketch,
    grammar: Grammar,
    words: str,
    place: int,
    *,
    like: Quantity,
    labels: Mapping[int, str],
    targets: Set[int],
) -> Whole | None:
    """The earlier quantity that ``words`` name: "dari kelompok PU tersebut" after "pekerja (PU) 91.247 orang".

    A figure at the place of a target is none, as what is done of it has the same name.
    """
    wanted = content(words)
    if not wanted:
        return None
    opening = words.strip().casefold()
    loose: Whole | None = None
    for number, item in enumerate(sketch.before(place)):
        if number == _MOST or (loose and item.sentence < loose.item.sentence):
            break
        if item.place in targets or grammar.fit(item.quantity, like) is Fit.NO:
            continue
        label = labels.get(item.place)
        known = _words(f"{label} {item.quantity.unit or ''}") if label else frozenset()
        if label and (wanted <= known or (" " in label and opening.startswith(label.casefold()))):
            return Whole(item, True, True)
        if label is None:
            clause = _clause(sketch, item)
            if wanted <= _words(clause):
                return Whole(item, False)
            around = _around(sketch, item)
            if loose is None and all(word in around for word in wanted) and wanted <= _words(around):
                loose = Whole(item, False)
    return loose


def content(words: str) -> frozenset[str]:
    """The words of a phrase that tell which thing is meant."""
    return _words(words) - _GENERIC


def _words(text: str) -> frozenset[str]:
    return frozenset(found.group().casefold().removesuffix("nya") for found in _WORD.finditer(text))


def _clause(sketch: Sketch, item: Item) -> str:
    """The words around a figure up to the commas before and after it."""
    start, end = sketch.sentences[item.sentence]
    low = sketch.text.rfind(",", start, item.place) + 1
    high = sketch.text.find(",", item.place, end)
    return f"{sketch.text[max(low, start) : high if high > 0 else end]} {item.quantity.unit or ''}".casefold()


def _around(sketch: Sketch, item: Item) -> str:
    start, end = sketch.sentences[item.sentence]
    near = sketch.text[max(start, item.place - 60) : min(end, item.place + 40)]
    return f"{near} {item.quantity.unit or ''}".casefold()
