"""The words of dates. Each has a letter, so that "Kamis (23/9/2021)" has the shape ``wn/n/y``.

* n x y: one or two digits or a number word, three or five digits, four digits
* m w h: a month, a weekday, a month or the era of the Hijri calendar
* u v: a unit (hari, tahun), one of it (setahun); C: abad
* q r: triwulan, kuartal, semester, caturwulan; a rank (III, ketiga)
* e E f: lalu, ini, depan (-1, 0, 1); the same from a date told before; kemarin, besok, lusa (-1, 1, 2)
* k z d t: pukul and jam; WIB, WITA, WIT; a part of the day; tadi
* A: the ending -an of a decade; l: lagi, dari sekarang; i: dalam; b: beberapa
* - & / . : hingga, sampai, s.d. and dashes; dan; the signs themselves

Words that say nothing of the date itself (awal, akhir, sejak, pada, yang) are left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from beritaextract.values.readings import Unit

__all__ = ["MONTHS", "UNITS", "WEEKDAYS", "WEEKDAY_NAMES", "Shape", "Value", "read_shape"]

Value = int | str

WEEKDAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""By ``date.weekday()``."""

_WEEKDAY_FORMS = (
    "senin sen|selasa sel|rabu rab|kamis kam|jumat jum'at jum’at jum‘at jum`at jum|sabtu sab|minggu ahad min"
)
WEEKDAYS = {form: day for day, forms in enumerate(_WEEKDAY_FORMS.split("|")) for form in forms.split()}
"""Form, casefolded → ``date.weekday()``."""

_MONTH_FORMS = (
    "januari january jan|februari pebruari february feb peb|maret march mar mrt|april apr|mei may"
    "|juni june jun|juli july jul|agustus august agust agt agu ags agst aug|september sept sep"
    "|oktober october okt oct|november nopember nov nop|desember december des dec"
)
MONTHS = {form: month for month, forms in enumerate(_MONTH_FORMS.split("|"), 1) for form in forms.split()}
"""Form, casefolded → 1 to 12."""

_UNIT_FORMS: dict[Unit, str] = {
    "year": "tahun thn",
    "month": "bulan bln",
    "week": "pekan minggu mgg",
    "day": "hari hr",
    "minute": "menit mnt",
    "second": "detik dtk dt",
    "hour": "jam j",
}
UNITS: dict[str, Unit] = {form: unit for unit, forms in _UNIT_FORMS.items() for form in forms.split()}
"""Form, casefolded → unit of time."""

_Entry = tuple[str, Value]


def _entries(letter: str, value: Value, words: str) -> dict[str, _Entry]:
    return dict.fromkeys(words.split(), (letter, value))


_SILENT = (
    "pada di tanggal tgl tertanggal per sejak dari mulai selama sepanjang periode antara awal akhir "
    "pertengahan medio pengujung penghujung ujung sekitar sekira kira yang yg tepatnya ke era dekade "
    "anggaran ajaran pelajaran buku fiskal masehi kliwon legi manis pahing paing pon wage"
)
_HIJRI = (
    "muharram muharam safar shafar rabiulawal rabiulakhir rabi'ul jumadilawal jumadilakhir jumadil rajab "
    "syakban syaban sya'ban ramadan ramadhan syawal zulkaidah dzulkaidah dzulqa'dah zulhijah zulhijjah "
    "dzulhijjah hijriah hijriyah hijriyyah h"
)
_NUMBERS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
_LETTERS: dict[str, _Entry] = {
    **{form: ("w", day) for form, day in WEEKDAYS.items()},
    **{form: ("m", month) for form, month in MONTHS.items()},
    **{form: ("u", unit) for form, unit in UNITS.items()},
    **{"se" + form: ("v", unit) for form, unit in UNITS.items()},
    **{name: ("n", number) for number, name in enumerate(_NUMBERS.split(), 1)},
    **{sign: (sign, 0) for sign in "-/.:"},
    **_entries("", 0, _SILENT),
    **_entries("h", 0, _HIJRI),
    **_entries("u", "year", "ta t.a."),
    **_entries("k", "hour", "pukul pkl jam j"),
    **_entries("z", 0, "wib wita wit was kst jst gmt utc"),
    **_entries("d", 0, "pagi siang sore petang subuh"),
    **_entries("-", 0, "hingga sampai dengan sd s.d s.d. s/d s/d. – —"),
    **_entries("e", -1, "lalu silam"),
    **_entries("e", 0, "ini berjalan"),
    **_entries("e", 1, "depan mendatang nanti"),
    **_entries("E", 1, "berikutnya selanjutnya kemudian"),
    **_entries("E", 0, "itu tersebut"),
    **_entries("f", -1, "kemarin kemaren"),
    **_entries("f", 1, "besok esok"),
    **_entries("l", 0, "lagi sekarang"),
    **_entries("i", 0, "dalam dlm"),
    # the value of a season word comes just before the EDTF code of its first season
    **_entries("q", 32, "triwulan kuartal kwartal tw q"),
    **_entries("q", 36, "caturwulan cawu"),
    **_entries("q", 39, "semester paruh"),
    **_entries("r", 1, "i pertama kesatu"),
    **_entries("r", 2, "ii kedua"),
    **_entries("r", 3, "iii ketiga"),
    **_entries("r", 4, "iv keempat"),
    "minggu": ("u", "week"),
    "malam": ("d", "malam"),
    "dini hari": ("d", 0),
    "tengah malam": ("d", "malam"),
    "waktu setempat": ("z", 0),
    "akhir pekan": ("u", "weekend"),
    "akhir minggu": ("u", "weekend"),
    "abad": ("C", 0),
    "tadi": ("t", 0),
    "lusa": ("f", 2),
    "sebelumnya": ("E", -1),
    "an": ("A", 0),
    "beberapa": ("b", 0),
    "dan": ("&", 0),
}
_DIGITS: tuple[str, ...] = ("", "n", "n", "x", "y", "x")

_TOKEN = re.compile(
    r"[0-9]+|s[./]d\b[.]?|t[.]a[.]|dini hari|tengah malam|waktu setempat|akhir (?:pekan|minggu)"
    r"|[a-z]+(?:['’‘`][a-z]+)?|(?<=[0-9])[.:](?=[0-9])|[^\s,.()|\"“”'’]"
)
_MAX_LENGTH = 120


class Shape(NamedTuple):
    """The letters of an expression, and for each of them its value."""

    letters: str
    values: tuple[Value, ...]


def read_shape(text: str) -> Shape | None:
    """The shape of an expression; ``None`` if it is too long or has a word that no date has.

    >>> read_shape("Kamis (23/9/2021)")
    Shape(letters='wn/n/y', values=(3, 23, 0, 9, 0, 2021))
    >>> [read_shape(text).letters for text in ("3 Minggu lalu", "minggu lalu", "Minggu lalu")]
    ['nwe', 'ue', 'we']
    """
    if len(text) > _MAX_LENGTH:
        return None
    letters: list[str] = []
    values: list[Value] = []
    folded = text.casefold()
    for token in _TOKEN.findall(folded):
        entry = _LETTERS.get(token)
        if entry is None:
            if len(token) > 5 or not token.isdecimal():
                return None
            letters.append(_DIGITS[len(token)])
            values.append(int(token))
        elif entry[0]:
            # In running text a capital tells Sunday from the week.
            if token == "minggu" and "minggu" not in text:
                entry = ("w", 6)
            letters.append(entry[0])
            values.append(entry[1])
    shape = "".join(letters)
    if "&" in shape and "antara" in folded:
        shape = shape.replace("&", "-")
    return Shape(shape, tuple(values))
