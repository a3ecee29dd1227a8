"""Indonesian or English: what the screen says of verdicts, severities and checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from beritaextract.checks import CheckInfo
    from beritaextract.model import Check, Severity, Verdict

__all__ = [
    "LANGUAGES",
    "Lang",
    "counted",
    "formula",
    "from_locale",
    "pick",
    "repairs",
    "said",
    "severity",
    "title",
    "verdict",
    "what",
]

Lang = Literal["id", "en"]
LANGUAGES: tuple[Lang, ...] = ("id", "en")

_VERDICTS: Mapping[str, tuple[str, str]] = {
    "ok": ("cocok", "holds"),
    "ok_rounded": ("cocok dalam pembulatan", "holds within the printed digits"),
    "ok_truncated": ("cocok bila angkanya dipotong", "holds if figures were cut, not rounded"),
    "ok_approximate": ("cocok sebagai perkiraan", "holds as an approximate figure"),
    "remainder": ("menyisakan sisa tanpa angka", "leaves a rest without a figure"),
    "inconsistent": ("tidak cocok", "does not agree"),
    "uncheckable": ("tidak dapat diperiksa", "cannot be checked"),
    "malformed": ("penulisan rusak", "malformed"),
}
_SEVERITIES: Mapping[str, tuple[str, str]] = {
    "error": ("kesalahan", "error"),
    "warning": ("peringatan", "warning"),
    "info": ("catatan", "note"),
    "style": ("gaya", "style"),
}


def from_locale(environment: Mapping[str, str]) -> Lang:
    """The language of the messages of a POSIX environment: Indonesian where it is named, else English.

    >>> from_locale({"LANG": "id_ID.UTF-8"}), from_locale({"LC_ALL": "C", "LANG": "id_ID.UTF-8"}), from_locale({})
    ('id', 'en', 'en')
    """
    named = next(filter(None, map(environment.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "id" if named.lower().partition(":")[0].startswith(("id", "in_")) else "en"


def pick(lang: Lang, indonesian: str, english: str) -> str:
    return indonesian if lang == "id" else english


def said(check: Check, lang: Lang) -> str:
    """The message of one verdict."""
    return pick(lang, check.message, check.message_en)


def formula(check: Check, lang: Lang) -> str | None:
    return check.formula_en or check.formula if lang == "en" else check.formula


def repairs(check: Check, lang: Lang) -> tuple[str, ...]:
    return check.repairs_en or check.repairs if lang == "en" else check.repairs


def verdict(of: Verdict, lang: Lang) -> str:
    return pick(lang, *_VERDICTS[of])


def severity(of: Severity, lang: Lang) -> str:
    return pick(lang, *_SEVERITIES[of])


def counted(number: int, of: Severity, lang: Lang) -> str:
    """
    >>> counted(2, "error", "en"), counted(1, "style", "en"), counted(2, "error", "id")
    ('2 errors', '1 style', '2 kesalahan')
    """
    plural = "s" if lang == "en" and number != 1 and of != "style" else ""
    return f"{number} {severity(of, lang)}{plural}"


def title(info: CheckInfo, lang: Lang) -> str:
    return pick(lang, info.title_id or info.title, info.title)


def what(info: CheckInfo, lang: Lang) -> str:
    """What a check does: of its two paragraphs the English comes first."""
    english, _, indonesian = info.what.partition("\n")
    return pick(lang, indonesian or english, english)
