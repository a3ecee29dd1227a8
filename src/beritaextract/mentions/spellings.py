"""How ordinals, degrees behind names and *se-* before places are printed: what house style asks of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from beritaextract.model import Person, Place, Span

__all__ = ["DEGREES", "Spelling", "SpellingKind", "find"]

SpellingKind = Literal["ordinal", "degree", "all_of"]
_ORDINAL = re.compile(
    r"ke(?:(?:\s-\s?|-\s?|\s)?(?P<number>\d{1,3})\b(?![.,]\d)"
    r"|-\s?(?P<word>dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b)"
)
_COUNTED = re.compile(
    r"\b(?:hari|anak|gol|menit|kali|HUT|peringkat|urutan|tahun|edisi|pekan|putaran|ronde|babak|"
    r"semester|generasi|posisi|periode|tahap|gelombang|kloter|abad|angkatan|seri)\s$"
)
"""Before *ke* and a figure they make it an ordinal: *ke 2 desa* is a way to go."""
_LONGEST = 12
_NEAR = 4
_ALL_OF = re.compile(r"(?<!\w)([Ss]e)\s?$")
DEGREES = {
    "SH": "S.H.", "MH": "M.H.", "SE": "S.E.", "MM": "M.M.", "ST": "S.T.", "MT": "M.T.", "SIP": "S.I.P.",
    "SIK": "S.I.K.", "SKM": "S.K.M.", "SPd": "S.Pd.", "S.Pd": "S.Pd.", "MPd": "M.Pd.", "M.Pd": "M.Pd.",
    "MSi": "M.Si.", "M.Si": "M.Si.", "SSos": "S.Sos.", "S.Sos": "S.Sos.", "SKom": "S.Kom.", "S.Kom": "S.Kom.",
    "MKom": "M.Kom.", "M.Kom": "M.Kom.", "SAg": "S.Ag.", "S.Ag": "S.Ag.", "MAg": "M.Ag.", "M.Ag": "M.Ag.",
    "SPt": "S.Pt.", "SP": "S.P.", "MP": "M.P.", "MAP": "M.A.P.", "S.H": "S.H.", "M.H": "M.H.", "S.E": "S.E.",
    "M.M": "M.M.", "S.T": "S.T.", "M.T": "M.T.", "S.IP": "S.I.P.",
    "MHum": "M.Hum.", "M.Hum": "M.Hum.", "MKes": "M.Kes.", "M.Kes": "M.Kes.",
}  # fmt: skip
_DEGREE = re.compile(
    r"(?P<comma>,?)\s?\b(?P<degree>"
    + "|".join(sorted(map(re.escape, DEGREES), key=len, reverse=True))
    + r")\b(?!\.\w|\w)(?P<dot>\.?)"
)
_MOST_DEGREES = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """What stands at ``span``, shown to the reader ``within`` other words.

    ``core`` is what it says: the number of an ordinal, the degree as it is printed, the *se* of *se Jawa*.
    """

    kind: SpellingKind
    span: Span
    within: Span
    core: str


def find(text: str, persons: Iterable[Person], places: Iterable[Place]) -> Iterator[Spelling]:
    """The spellings of one text, kind by kind, also those that no house would change."""
    yield from _ordinals(text)
    for person in persons:
        for span in person.mentions:
            yield from _degrees(text, span)
    for place in places:
        for span in place.mentions:
            if found := _ALL_OF.search(text, max(span.start - _NEAR, 0), span.start):
                yield _spelling("all_of", text, found.span(), (found.start(), span.end), found[1])


def _ordinals(text: str) -> Iterator[Spelling]:
    for match in _ORDINAL.finditer(text):
        lead = _COUNTED.search(text, max(match.start() - _LONGEST, 0), match.start())
        if lead:
            core = match["number"] or match["word"]
            yield _spelling("ordinal", text, match.span(), (lead.start(), match.end()), core)


def _degrees(text: str, person: Span) -> Iterator[Spelling]:
    place = person.end
    for number in range(_MOST_DEGREES):
        match = _DEGREE.match(text, place)
        if match is None or not (number or match["comma"]):
            return
        place = match.end()
        yield _spelling("degree", text, match.span(), (person.start, match.end()), match["degree"])


def _spelling(
    kind: SpellingKind, text: str, at: tuple[int, int], within: tuple[int, int], core: str
) -> Spelling:
    return Spelling(kind, _span(text, *at), _span(text, *within), core)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=text[start:end])
