"""BX601 to BX609: house style. What is printed matters here, so these checks read the words of mentions and spellings.

Each finding carries an edit that ``check --fix`` may write; no edit changes a digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from beritaextract.checks.engine import Case, CheckInfo, Finding, check
from beritaextract.mentions.spellings import DEGREES, SpellingKind
from beritaextract.model import Edit, Span

__all__ = ["CHECKS"]

_RUPIAH = re.compile(r"(?:Rp\.?\s+|Rp\.|RP\.?\s*|rp\.?\s*)(?=\d)")
_DASHED = re.compile(r",-+$")
_BILLIONS = re.compile(r"\b(?:mil(?:iy|y)ar|tril(?:iy|y)un)\b", re.IGNORECASE)
_STANDARD = {"mi": "miliar", "tr": "triliun"}
_PERCENT = re.compile(r"(?<=\d)\s?%(?![\d-])")
_TIME = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d))?(?!\d)")
_CLOCK_WORD = re.compile(r"\b(?:[Pp]kl\.?|PKL\.?)(?=\s?\d)")
_SHORT_SCALE = re.compile(r"(?<=\d)\s?(?P<scale>jt|rb|M|T|Jt|Rb)\b(?:\.(?=\s\w))?")
_SCALES = {"jt": "juta", "rb": "ribu", "m": "miliar", "t": "triliun"}
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([-.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")


class _Style(NamedTuple):
    """What is wrong, in both languages; each finding adds the two spellings."""

    indonesian: str
    english: str


def _info(
    code: str, titles: tuple[str, str], what: str, trigger: str, examples: tuple[str, str]
) -> CheckInfo:
    """The documentation of a check of style: titles in English and Indonesian, what holds and what does not."""
    return CheckInfo(
        code=code,
        title=titles[0],
        title_id=titles[1],
        severity="style",
        what=what,
        trigger=trigger,
        holds=examples[0],
        contradicts=examples[1],
    )


class _Mend(NamedTuple):
    """An edit, and the words that a message shows it in."""

    edit: Edit
    within: Span

    @property
    def shown(self) -> str:
        edit, within = self
        start, end = edit.span.start - within.start, edit.span.end - within.start
        after = within.text[:start] + edit.replacement + within.text[end:]
        return f"{within.line} → {' '.join(after.split())}"


def _found(style: _Style, mends: Iterable[_Mend]) -> Iterator[Finding]:
    for mend in mends:
        edit, shown = mend.edit, mend.shown
        yield Finding(
            verdict="malformed",
            message=f"{style.indonesian}: {shown}",
            message_en=f"{style.english}: {shown}",
            evidence=(edit.span,),
            repairs=(shown,),
            fix=(edit,),
        )


def _edit(within: Span, start: int, end: int, replacement: str) -> _Mend:
    span = Span(start=within.start + start, end=within.start + end, text=within.text[start:end])
    return _Mend(Edit(span=span, replacement=replacement), within)


def _respelt(case: Case, kind: SpellingKind, wanted: Callable[[str], str]) -> Iterator[_Mend]:
    """The spellings of one kind that are not as wanted; ``wanted`` is asked by their core."""
    for each in case.mentions.spellings:
        if each.kind == kind and each.span.text != wanted(each.core):
            yield _Mend(Edit(span=each.span, replacement=wanted(each.core)), each.within)


def _money(case: Case) -> Iterator[Span]:
    return (each.span for each in case.mentions.quantities if each.kind == "money")


def _matches(pattern: re.Pattern[str], spans: Iterable[Span]) -> Iterator[tuple[Span, re.Match[str]]]:
    for span in spans:
        for match in pattern.finditer(span.text):
            yield span, match


@check(
    _info(
        "BX601",
        ("Rp stands close before its figure", "Rp ditulis rapat dengan angkanya"),
        (
            "Wants Rp without a dot or a space, as the spelling rules have it.\n"
            "Menghendaki Rp tanpa titik dan spasi."
        ),
        "Rp. 5.000, Rp 5.000, RP5.000",
        ("Iurannya Rp5.000.", "Iurannya Rp. 5.000."),
    )
)
def rupiah_stands_close(case: Case) -> Iterator[Finding]:
    edits = [_edit(span, *match.span(), "Rp") for span, match in _matches(_RUPIAH, _money(case))]
    edits += [_edit(span, *match.span(), "") for span, match in _matches(_DASHED, _money(case))]
    yield from _found(_Style("Rp ditulis rapat", "Rp stands close before its figure"), edits)


@check(
    _info(
        "BX602",
        ("miliar and triliun in the standard spelling", "miliar dan triliun dieja baku"),
        (
            "Wants miliar and triliun for milyar and trilyun.\n"
            "Menghendaki miliar dan triliun, bukan milyar dan trilyun."
        ),
        "milyar, trilyun",
        ("Anggarannya Rp5 miliar.", "Anggarannya Rp5 milyar."),
    )
)
def billions_are_standard(case: Case) -> Iterator[Finding]:
    spans = (each.span for each in case.mentions.quantities)
    yield from _found(
        _Style("Ejaan baku", "The standard spelling"),
        (
            _edit(span, *match.span(), _STANDARD[match[0][:2].lower()])
            for span, match in _matches(_BILLIONS, spans)
        ),
    )


@check(
    _info(
        "BX603",
        ("per cent is written persen", "persen ditulis dengan kata"),
        ("Wants the word persen for the sign, in running text.\nMenghendaki kata persen, bukan lambang %."),
        "12%",
        ("Harga naik 12 persen.", "Harga naik 12%."),
    )
)
def percent_is_a_word(case: Case) -> Iterator[Finding]:
    spans = (each.span for each in case.mentions.quantities if each.kind == "percent")
    yield from _found(
        _Style("Ditulis dengan kata", "Written as a word"),
        (_edit(span, *match.span(), " persen") for span, match in _matches(_PERCENT, spans)),
    )


@check(
    _info(
        "BX604",
        ("clock times have a dot, and the word pukul", "jam ditulis dengan titik: pukul 07.55"),
        (
            "Wants a dot between hours and minutes, and pukul for pkl.\n"
            "Menghendaki titik antara jam dan menit, dan kata pukul."
        ),
        "pukul 07:55, pkl 07.55",
        ("Loket dibuka pukul 07.55 WIB.", "Loket dibuka pukul 07:55 WIB."),
    )
)
def clocks_have_dots(case: Case) -> Iterator[Finding]:
    spans = [each.span for each in case.mentions.dates]
    edits = [
        _edit(span, *match.span(), ".".join(filter(None, match.groups())))
        for span, match in _matches(_TIME, spans)
    ]
    edits += [_edit(span, *match.span(), "pukul") for span, match in _matches(_CLOCK_WORD, spans)]
    yield from _found(_Style("Jam ditulis dengan titik", "Times have a dot"), edits)


@check(
    _info(
        "BX605",
        ("ordinals are written ke-2 or kedua", "bilangan tingkat ditulis ke-2 atau kedua"),
        (
            "Wants a hyphen before digits and none before words.\n"
            "Menghendaki tanda hubung di depan angka: ke-2; kata dirangkai: kedua."
        ),
        "hari ke 2, anak ke-dua",
        ("Pencarian memasuki hari ke-2 di 3 desa.", "Pencarian memasuki hari ke 2 di 3 desa."),
    )
)
def ordinals_have_hyphens(case: Case) -> Iterator[Finding]:
    mends = _respelt(case, "ordinal", lambda core: f"ke-{core}" if core.isdigit() else f"ke{core}")
    yield from _found(_Style("Bilangan tingkat", "Ordinals"), mends)


@check(
    _info(
        "BX606",
        ("degrees have their dots", "gelar ditulis dengan titik: S.H., M.H."),
        (
            "Wants dots in academic degrees behind a name, and commas before them.\n"
            "Menghendaki titik pada gelar akademik di belakang nama."
        ),
        "Rina Melati SH MH",
        ("Kepala dinas, Rina Melati, S.H., M.H., hadir.", "Kepala dinas, Rina Melati, SH, MH, hadir."),
    )
)
def degrees_have_dots(case: Case) -> Iterator[Finding]:
    mends = _respelt(case, "degree", lambda core: f", {DEGREES[core]}")
    yield from _found(_Style("Gelar ditulis dengan titik", "Degrees have dots"), mends)


@check(
    _info(
        "BX607",
        ("se- is joined to a name by a hyphen", "se- dirangkai dengan tanda hubung: se-Kalsel"),
        (
            "Wants a hyphen between se and the name of a place.\n"
            "Menghendaki tanda hubung antara se dan nama tempat."
        ),
        "se Kalsel, seIndonesia",
        ("Guru se-Indonesia menerima 3 modul.", "Guru se Indonesia menerima 3 modul."),
    )
)
def places_have_hyphens(case: Case) -> Iterator[Finding]:
    mends = _respelt(case, "all_of", lambda core: f"{core}-")
    yield from _found(_Style("Dirangkai dengan tanda hubung", "Joined by a hyphen"), mends)


@check(
    _info(
        "BX608",
        ("scale words are written out", "kata skala ditulis lengkap"),
        (
            "Wants ribu, juta, miliar, triliun for rb, jt, M and T.\n"
            "Menghendaki ribu, juta, miliar, triliun, bukan rb, jt, M, T."
        ),
        "Rp5 jt, Rp2 M",
        ("Bantuannya Rp5 juta.", "Bantuannya Rp5 jt."),
    )
)
def scales_are_words(case: Case) -> Iterator[Finding]:
    yield from _found(
        _Style("Ditulis lengkap", "Written out"),
        (
            _edit(span, *match.span(), f" {_SCALES[match['scale'].lower()]}")
            for span, match in _matches(_SHORT_SCALE, _money(case))
        ),
    )


@check(
    _info(
        "BX609",
        ("numeric dates have slashes", "tanggal angka ditulis dengan garis miring"),
        (
            "Wants slashes between day, month and year in digits.\n"
            "Menghendaki garis miring pada tanggal angka: 23/9/2021."
        ),
        "(23-9-2021)",
        ("Rapat digelar Kamis (23/9/2021).", "Rapat digelar Kamis (23-9-2021)."),
    )
)
def dates_have_slashes(case: Case) -> Iterator[Finding]:
    yield from _found(
        _Style("Tanggal dengan garis miring", "Dates have slashes"),
        (
            _edit(span, *match.span(), f"{match[1]}/{match[3]}/{match[4]}")
            for span, match in _matches(_NUMERIC, (each.span for each in case.mentions.dates))
        ),
    )


CHECKS = (
    rupiah_stands_close,
    billions_are_standard,
    percent_is_a_word,
    clocks_have_dots,
    ordinals_have_hyphens,
    degrees_have_dots,
    places_have_hyphens,
    scales_are_words,
    dates_have_slashes,
)
