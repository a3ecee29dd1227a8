"""PDF files for tests, as small as the format allows."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

__all__ = ["pdf"]

Placed = tuple[float, float, str]
"""Words and where they begin: points from the left and from the bottom of an A4 page."""


def pdf(pages: Sequence[Iterable[Placed]], *, encrypted: bool = False, padding: int = 0) -> bytes:
    """A file with the words where they are placed; ``padding`` adds a packed stream of so many bytes."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font,
    ]
    for number, page in enumerate(pages):
        shown = b"".join(_shown(*placed) for placed in page)
        box = b"/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(b"<< /Type /Page /Parent 2 0 R %b /Contents %d 0 R >>" % (box, 5 + 2 * number))
        objects.append(_stream(shown, b""))
    if padding:
        objects.append(_stream(zlib.compress(b" " * padding), b"/Filter /FlateDecode"))
    trailer = b"/Root 1 0 R"
    if encrypted:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <%b> /U <%b> >>" % (b"5a" * 32, b"a5" * 32))
        trailer += b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    return _written(objects, trailer)


def _shown(left: float, bottom: float, words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return b"BT /F1 11 Tf %.1f %.1f Td (%b) Tj ET\n" % (left, bottom, escaped)


def _stream(content: bytes, further: bytes) -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), further, content)


def _written(objects: list[bytes], trailer: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    return (
        out
        + head
        + b"trailer << /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(out))
    )
