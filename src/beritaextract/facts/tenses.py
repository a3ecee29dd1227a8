"""Dates that lie after publication: whether the sentence speaks of what has been or of what is to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from beritaextract.mentions import Mentions
from beritaextract.model import Date, Span

__all__ = ["Ahead", "Tense", "find"]

Tense = Literal["said", "reached", "future"]
"""Somebody has said something then; figures are there as of then; it lies ahead, or may."""
_REACH = 240
_END = regex.compile(r"[.!?…][\"”’')]*\s|\n")
_FUTURE = regex.compile(
    r"\b(?:akan|bakal|nanti|nantinya|mendatang|depan|besok|lusa|rencana\p{L}*|direncanakan|berencana|jadwal\p{L}*|dijadwalkan|"
    r"target\p{L}*|ditargetkan|menargetkan|batas|tenggat|paling\slambat|paling\scepat|proyeksi\p{L}*|diproyeksikan|diperkirakan|perkiraan|"
    r"diprediksi|memprediksi|berlaku|berakhir|kontrak\p{L}*|diperpanjang|jabatan|hendak|ingin|siap|mulai|dimulai|kalender|libur|"
    r"cuti|tayang|rilis|dirilis|meluncur|janji|berjanji|berharap|diharapkan|mengagendakan|diagendakan|agenda|undangan|"
    r"dapat|bisa|hadapi|menghadapi|melawan|kontra|versus|vs|lawan|laga|bertanding|pertandingan|ditunda|mundur|zodiak|ramalan|promo|diskon|"
    r"berangkat|pendaftaran|kapal|jika|bila|apabila|kalau|sampai|menjelang|jelang|hitung|menuju|target)\b",
    regex.IGNORECASE,
)
_SAID = regex.compile(
    r"\b(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|terang|imbuh|sebut|pungkas|papar|beber|sambung|tambah|tukas|timpal|cetus|"
    r"katanya|ujarnya|ucapnya|tuturnya|jelasnya|ungkapnya|tegasnya|terangnya|imbuhnya|pungkasnya|paparnya|bebernya|tandasnya|"
    r"(?:dalam|lewat|melalui)\sketerangan(?:nya)?|kepada\s(?:wartawan|media|awak\smedia)|saat\s(?:dihubungi|ditemui|dikonfirmasi))\b"
    r"(?P<between>[^\n]{0,110}?)[,\s(]*$"
)
_REACHED = regex.compile(
    r"\b(?:tercatat|mencatat|terealisasi|terkumpul|terserap|tersalurkan|(?:telah|sudah)\s(?:mencapai|menyalurkan|disalurkan|membayarkan))\b"
)
_AS_OF = regex.compile(
    r"(?:\b[Pp]er|\b[Pp]osisi|\b(?:[Hh]ingga|[Ss]ampai(?:\sdengan)?)(?:\s(?:akhir|pertengahan|awal))?)(?:\s(?:tanggal|bulan))?\s$"
)


class Ahead(NamedTuple):
    """A date whose value begins after the publication day; ``tense`` is ``None`` where nothing tells it."""

    date: Date
    tense: Tense | None


def find(mentions: Mentions) -> Iterator[Ahead]:
    """The dates after publication, in the order of the text; none where the publication day is not known."""
    if mentions.published is None:
        return
    published = mentions.published.isoformat()
    for date in mentions.dates:
        if date.value is not None and date.value > published and date.value[:4].isdecimal():
            yield Ahead(date, _tense(mentions.text, date.span))


def _tense(text: str, span: Span) -> Tense | None:
    start = max(span.start - _REACH, 0)
    for end in _END.finditer(text, start, span.start):
        start = end.end()
    stop = _END.search(text, span.end, min(span.end + _REACH, len(text)))
    sentence_end = stop.start() if stop else min(span.end + _REACH, len(text))
    before, behind = text[start : span.start], text[span.end : sentence_end]
    said = _SAID.search(before)
    if said and not _FUTURE.search(said["between"]) and not _FUTURE.search(behind):
        return "said"
    if _FUTURE.search(_AS_OF.sub("", before)) or _FUTURE.search(behind):
        return "future"
    if _AS_OF.search(before) and (_REACHED.search(before) or _REACHED.search(behind)):
        return "reached"
    return None
