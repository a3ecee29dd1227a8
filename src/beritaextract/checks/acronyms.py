"""BX404 and BX405: acronyms that nobody explains, and names that are not what the acronym stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from beritaextract.checks.engine import Case, CheckInfo, Finding, check
from beritaextract.checks.tables import Key
from beritaextract.facts.acronyms import Expansion
from beritaextract.mentions.names.spelling import distance
from beritaextract.model import Span
from beritaextract.rules import cells

__all__ = ["CHECKS", "misfits"]

_ACRONYM = re.compile(r"[A-Z]{3,9}")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_FILLERS = frozenset((
    "dan", "serta", "atas", "untuk", "dengan", "atau", "di", "dari", "bagi", "pt", "tbk", "persero",
))  # fmt: skip
"""Words that an acronym takes no letter from, and that are left out and put in freely."""
_FIRMS = frozenset(("bank", "company", "club", "media"))
_MOST = 9
_FEW = 2
_MANY = 4
_CLOSE = 2
_SHORTEST = 5
_STEM = 5


class _Word(NamedTuple):
    """A word in small letters, and where it begins."""

    low: str
    at: int


class _Name(NamedTuple):
    """A registered name.

    ``low`` is it in small letters, ``words`` are its words without fillers, ``squeezed`` in one; ``spelt`` says that
    the acronym is their initials and that a slip can be told from another name.
    """

    printed: str
    low: str
    words: tuple[str, ...]
    squeezed: str
    spelt: bool


class _Register(NamedTuple):
    """What the tables know.

    ``names`` are those of an acronym, ``acronyms`` those of a squeezed name; ``letters`` are the letters of all
    acronyms in order; the ``known`` acronyms need no introduction.
    """

    names: Mapping[str, tuple[_Name, ...]]
    acronyms: Mapping[str, frozenset[str]]
    letters: frozenset[str]
    known: frozenset[str]


@check(
    CheckInfo(
        code="BX404",
        title="an acronym is introduced or well known",
        title_id="singkatan diperkenalkan atau sudah umum",
        severity="info",
        what=(
            "Reports acronyms of institutions and programmes that the article uses and never spells out, unless they "
            "are well known. Once for each acronym; names of firms, brands and persons are left alone.\n"
            "Melaporkan singkatan lembaga atau program yang dipakai tanpa pernah dijelaskan, kecuali yang sudah umum. "
            "Satu kali untuk tiap singkatan; nama perusahaan, merek, dan orang tidak diperiksa."
        ),
        trigger="Kepala BPTD, program SNLIK",
        holds="Kepala Balai Pengelola Transportasi Darat (BPTD) meninjau terminal. BPTD akan menambah bus.",
        contradicts="Kepala BPTD meninjau terminal itu, Senin pagi.",
    )
)
def acronym_is_introduced(case: Case) -> Iterator[Finding]:
    bare = case.facts.acronyms.bare
    if not bare:
        return
    register = _register(Key(case.book))
    for span in bare:
        if span.text in register.known:
            continue
        names = [_cased(each.printed, span.text) for each in register.names.get(span.text, ())]
        yield Finding(
            verdict="inconsistent",
            message=f"Singkatan {span.text} tidak pernah dijelaskan",
            message_en=f"The acronym {span.text} is never spelt out",
            stated=span.text,
            evidence=(span,),
            repairs=tuple(f"{span.text} → {name} ({span.text})" for name in names),
        )


@check(
    CheckInfo(
        code="BX405",
        title="an acronym stands for the name before it",
        title_id="singkatan sesuai dengan kepanjangannya",
        severity="warning",
        what=(
            "Compares a name that is followed by its acronym in brackets with the registered name: a word that is "
            "wrong, missing or in another place, or the letters of the acronym in another order. Other institutions "
            "with the same acronym are left alone. Of such a name BX702 says nothing.\n"
            "Membandingkan nama yang diikuti singkatannya dalam kurung dengan nama resminya: kata yang salah, hilang, "
            "atau tertukar tempat, atau huruf singkatan yang tertukar. Lembaga lain dengan singkatan yang sama tidak "
            "diperiksa. Tentang nama seperti itu BX702 diam."
        ),
        trigger="Nama Lengkap (SINGKATAN)",
        holds="Penyidik Komisi Pemberantasan Korupsi (KPK) memeriksa tiga saksi.",
        contradicts="Penyidik Komisi Pemberantas Korupsi (KPK) memeriksa tiga saksi.",
    )
)
def acronym_stands_for_name(case: Case) -> Iterator[Finding]:
    right, wrong = _judged(case)
    if right:
        names = ", ".join(right)
        yield Finding(
            verdict="ok",
            message=f"Kepanjangan sesuai: {names}",
            message_en=f"The names before the acronyms are theirs: {names}",
            evidence=tuple(each.span for each in right.values()),
        )
    yield from wrong


def misfits(case: Case) -> Iterable[Finding]:
    """The names whose acronym stands for another one, each once; the first span of the evidence is what is wrong."""
    return _judged(case)[1]


def _judged(case: Case) -> tuple[Mapping[str, Expansion], Sequence[Finding]]:
    """The first expansion of each acronym that is right, and the findings on those that are not, each once."""
    right: dict[str, Expansion] = {}
    wrong: dict[str, Finding] = {}
    expansions = case.facts.acronyms.expansions
    if expansions:
        register = _register(Key(case.book))
        for expansion in expansions:
            acronym = expansion.acronym
            if acronym not in register.names and "".join(sorted(acronym)) not in register.letters:
                continue
            if _holds(expansion, register):
                right.setdefault(acronym, expansion)
            elif finding := _misfit(expansion, register):
                wrong.setdefault(finding.message, finding)
    return right, tuple(wrong.values())


def _misfit(expansion: Expansion, register: _Register) -> Finding | None:
    printed = _words(expansion.line)
    acronym = expansion.acronym
    if right := _other_acronym(acronym, printed, register):
        return _wrong(expansion, expansion.span, right, printed)
    for name in register.names.get(acronym, ()):
        if name.spelt and (first := _misprinted(printed, name)) is not None:
            span = expansion.name(first)
            return _wrong(expansion, span, _cased(name.printed, span.text), printed)
    return None


def _wrong(expansion: Expansion, wrong: Span, right: str, words: Sequence[_Word]) -> Finding:
    acronym = expansion.span
    other = acronym if wrong != acronym else expansion.name(words[-_FEW].at)
    return Finding(
        verdict="inconsistent",
        message=f"Kepanjangan {acronym.text} tidak cocok: tertulis {wrong.line}, seharusnya {right}",
        message_en=f"{acronym.text} does not fit the name before it: printed {wrong.line}, for {right}",
        stated=wrong.line,
        computed=right,
        evidence=(wrong, other),
        repairs=(f"{wrong.line} → {right}",),
    )


def _holds(expansion: Expansion, register: _Register) -> bool:
    names = register.names.get(expansion.acronym)
    if not names:
        return False
    line = expansion.line.rstrip().lower()
    if any(line.endswith(name.low) for name in names):
        return True
    printed = "".join([word.low for word in _words(line)])
    return any(printed.endswith(name.squeezed) for name in names)


def _other_acronym(printed: str, words: Sequence[_Word], register: _Register) -> str | None:
    """The acronym of the name that is printed, where the printed one is a slip for it: "(BJPS)", "(KPK)" for KPU."""
    lows = [word.low for word in words[-_MOST:]]
    for first in range(len(lows) - _FEW):
        for right in sorted(register.acronyms.get("".join(lows[first:]), ())):
            turned = sorted(right) == sorted(printed) and len(right) >= _MANY
            if turned or (printed in register.names and distance(right, printed) == 1):
                return right
    return None


def _misprinted(words: Sequence[_Word], name: _Name) -> int | None:
    """Where the printed name begins, if it is ``name`` but for a slip of the pen."""
    size = len(name.words)
    for length in (size, size - 1):
        printed = words[-length:]
        if len(printed) == length > 1 and _is_slip([word.low for word in printed], name.words):
            return printed[0].at
    return None


def _is_slip(printed: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a word is wrong or missing, or two changed places, in a name that is clearly meant."""
    if len(printed) < len(right):
        rests = ([*right[:at], *right[at + 1 :]] for at in range(1, len(right)))
        return len(right) > _FEW and any(printed == rest for rest in rests)
    wrong = [at for at, (one, other) in enumerate(zip(printed, right, strict=True)) if one != other]
    close = [_is_near(printed[at], right[at]) for at in wrong]
    if len(wrong) == 1:
        return close[0] or (len(right) >= _MANY and wrong[0] > 0)
    if sorted(printed) == sorted(right):
        return wrong[0] > 0
    return len(wrong) == _FEW and len(right) >= _MANY - 1 and all(close)


def _is_near(one: str, other: str) -> bool:
    """Whether two words are one, misspelt or with another ending."""
    if one[0] != other[0] or min(len(one), len(other)) < _SHORTEST:
        return False
    return one[:_STEM] == other[:_STEM] or distance(one, other, swaps=True) <= _CLOSE


def _cased(right: str, printed: str) -> str:
    """A registered name with the capitals of the printed one."""
    if not right.islower() or not printed[:1].isupper():
        return right
    return _WORD.sub(lambda word: word[0] if word[0] in _FILLERS else word[0].capitalize(), right)


def _words(line: str) -> list[_Word]:
    return [
        _Word(low, word.start()) for word in _WORD.finditer(line) if (low := word[0].lower()) not in _FILLERS
    ]


@lru_cache(maxsize=4)
def _register(key: Key) -> _Register:
    names: dict[str, list[_Name]] = {}
    known: set[str] = set()
    for acronym, expansions, common in key.book.columns("acronyms", "acronym", "expansions", "known"):
        if common:
            known.add(acronym)
        for name in expansions.split("|") if expansions else ():
            names.setdefault(acronym, []).append(_name(name, acronym))
    for row in key.book.table("institutions"):
        forms = cells(row, "name", "forms")
        short = [form for form in forms if _ACRONYM.fullmatch(form)]
        known.update(short)
        for acronym in short:
            names.setdefault(acronym, []).extend(_names(forms, acronym, firm=row["type"] in _FIRMS))
    for row in key.book.table("regions"):
        known.update(form for form in cells(row, "aliases") if form.isupper())
    acronyms: dict[str, set[str]] = {}
    for acronym, listed in names.items():
        for each in listed:
            if each.spelt:
                acronyms.setdefault(each.squeezed, set()).add(acronym)
    return _Register(
        {acronym: tuple(dict.fromkeys(listed)) for acronym, listed in names.items()},
        {name: frozenset(listed) for name, listed in acronyms.items()},
        frozenset("".join(sorted(acronym)) for acronym in names),
        frozenset(known),
    )


def _names(forms: Sequence[str], acronym: str, *, firm: bool) -> Iterator[_Name]:
    """The names of one institution; of an office with two heads each for itself too."""
    for form in forms:
        for part in dict.fromkeys((form, *form.split("/"))):
            if " " in part and not part.isupper():
                name = _name(part, acronym)
                yield name._replace(spelt=name.spelt and not firm)


def _name(printed: str, acronym: str) -> _Name:
    words = tuple(word.low for word in _words(printed))
    spelt = "".join(word[0] for word in words).upper() == acronym
    return _Name(printed, printed.lower(), words, "".join(words), spelt)


CHECKS = (acronym_is_introduced, acronym_stands_for_name)
