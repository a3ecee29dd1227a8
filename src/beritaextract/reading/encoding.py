"""Bytes → characters. Indonesian newsrooms send UTF-8, UTF-16 from Windows, and cp1252 with curly quotes."""

from __future__ import annotations

import codecs
import re

from beritaextract.errors import ArticleError

__all__ = ["decode"]

Decoded = tuple[str, str, tuple[str, ...]]
"""Characters, the encoding's name, and notes."""

_BOMS = (  # the longer first: a UTF-32 mark begins like one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FORMATS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
)

_REMEDIES = {
    b"%PDF-": "read it with --input-format pdf",
    b"PK\x03\x04": "read a Word document with --input-format docx, or unpack it first",
}

_SAMPLE = 8192
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTERS = re.compile(rb"[\x83\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def decode(data: bytes, *, where: str) -> Decoded:
    """The characters of ``data``, without a byte order mark.

    Raises:
        ArticleError: The bytes are a known binary format, or no text in any encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        _refuse_binary(data, where, most=0.02)
        return _not_utf8(data, problem)
    if "\0" in content:
        if wide := _utf16_without_mark(data):
            return _lenient(data, wide)
        _refuse_binary(data, where, most=0.1)
    if data.startswith((b"%PDF-", b"{\\rtf")):
        _refuse_binary(data, where, most=0)
    return content, "utf-8", ()


def _lenient(data: bytes, encoding: str) -> Decoded:
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError:
        content = data.decode(encoding, "replace")
        return content, encoding, (f"Some bytes are not valid {encoding.upper()} and became U+FFFD.",)


def _not_utf8(data: bytes, problem: UnicodeDecodeError) -> Decoded:
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    cut_off = broken == 1 and problem.reason == "unexpected end of data" and problem.end - problem.start > 1
    if cut_off or len(_MULTIBYTE.findall(data)) >= broken:
        # One damaged quotation mark must not turn all others into mojibake.
        return lenient, "utf-8", (f"{broken} broken UTF-8 sequences became U+FFFD.",)
    if len(_LETTERS.findall(data)) <= len(data) // 4 and not _NOT_CP1252.search(data):
        return data.decode("cp1252"), "cp1252", ()
    return _guess(data)


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415  slow to import, hardly ever needed

    best = from_bytes(data[: 8 * _SAMPLE]).best()
    encoding: str = best.encoding if best else "latin-1"
    content = data.decode(encoding, "replace")
    return content, encoding, (f"The encoding is a guess: {encoding}.",)


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[: _SAMPLE & ~1]
    half = max(len(sample) // 2, 1)
    first, second = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if second > 0.5 and first < 0.05:
        return "utf-16-le"
    if first > 0.5 and second < 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes, where: str, *, most: float) -> None:
    for magic, name in _FORMATS:
        if data.startswith(magic):
            remedy = _REMEDIES.get(magic, "save the article as plain text first")
            raise ArticleError(f"{where}: looks like {name}, not text; {remedy}")
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > most * len(sample):
        raise ArticleError(f"{where}: looks like binary data, not text; save the article as plain text first")
