"""The one place where an article's characters change, before any offset is counted."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["freeze"]

_SPACES = "\t\x1f\xa0\u1680\u2000-\u200b\u202f\u205f\u3000"
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = "".join(map(chr, (*range(9), *range(0x0E, 0x1C), 0x7F)))

# Format characters (joiners, direction marks, soft hyphens) stay as they are: they are no white space, emoji
# and other scripts need them, and without them offsets would no longer be those of the file.
_UNUSUAL = re.compile(f"[\r{_SPACES}{_BREAKS}{_CONTROLS}\ud800-\udfff\ue000-\ue00f]")
_SPACE = re.compile(f"[{_SPACES}{_CONTROLS}]")
_BREAK = re.compile(f"[{_BREAKS}]")
_CONTROL = re.compile(f"[{_CONTROLS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# The sketch that fact rules read has these characters stand for mentions.
_SKETCH = re.compile("[\ue000-\ue00f]")
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u0655\u0e38-\u0e4b\u1dc0-\u1dff\u20d0-\u20f0]{31}"
)


def freeze(text: str) -> tuple[str, tuple[str, ...]]:
    r"""The text as it stays, and notes on what was wrong with it.

    Line ends become ``\n``; every other space and every control character becomes one plain space; lone
    surrogates and the private-use characters U+E000 to U+E00F become U+FFFD; the rest is brought to NFC.
    Freezing a frozen text changes nothing.
    """
    notes: list[str] = []
    content = text.lstrip("\ufeff") if text.startswith("\ufeff") else text
    content = content.replace("\xa0", " ")
    if not content.replace("\n", "").isprintable() and _UNUSUAL.search(content):
        content = _ordinary(content, notes)
    if not unicodedata.is_normalized("NFC", content):
        # Sorting a long run of combining marks takes quadratic time; no language has one.
        if _MARKS.search(content):
            notes.append("The text has endless combining marks and was not normalised.")
        else:
            content = unicodedata.normalize("NFC", content)
    return content, tuple(notes)


def _ordinary(content: str, notes: list[str]) -> str:
    if "\r" in content:
        content = content.replace("\r\n", "\n").replace("\r", "\n")
    if controls := len(_CONTROL.findall(content)):
        notes.append(f"{controls} control characters became spaces.")
    content = _BREAK.sub("\n", _SPACE.sub(" ", content))
    content = _SKETCH.sub("\ufffd", content)
    content, surrogates = _SURROGATE.subn("\ufffd", content)
    if surrogates:
        notes.append(f"{surrogates} lone surrogates became U+FFFD.")
    return content
