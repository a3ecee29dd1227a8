"""What the tests of the input formats share: one article in every form, and one way to read a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from beritaextract import Document, read

TEXT = "LIWA, WARTA TANI - Panen jagung mencapai 412 ton, kata Sutarno Widjaja di Liwa, kemarin."
TITLE = "Panen Jagung Capai 412 Ton"
ROW = {
    "id": "a-1",
    "judul": TITLE,
    "isi": TEXT,
    "tanggal": "2024-03-07",
    "link": "https://wartatani.example/1",
}


def written(folder: Path, name: str, data: bytes | str) -> Path:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def outcomes(path: Path | str, **options: Any) -> list[Document | str]:
    """The documents of a file, and the messages of what cannot be read, in order."""
    found: list[Document | str] = []
    for each in read(path, on_error=lambda error: found.append(str(error)), **options):
        found.append(each)
    return found


def texts(path: Path | str, **options: Any) -> list[str]:
    return [each if isinstance(each, str) else each.text for each in outcomes(path, **options)]


def table(rows: list[dict[str, Any]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def parquet_of(rows: list[dict[str, Any]]) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


ROWS: dict[str, bytes | str] = {
    "berita.json": json.dumps([ROW]),
    "berita.jsonl": json.dumps(ROW) + "\n",
    "berita.csv": table([ROW]),
    "berita.tsv": table([ROW], "\t"),
    "berita.parquet": parquet_of([ROW]),
    "satu.json": json.dumps(ROW),
    "bungkus.json": json.dumps({"total": 1, "articles": [ROW]}),
}


def set_text(
    words: str, *, left: float = 60, top: float = 740, width: int = 44
) -> Iterator[tuple[float, float, str]]:
    """Words set in lines of a width, one below the other."""
    line = ""
    for word in [*words.split(" "), ""]:
        if line and (not word or len(line) + len(word) > width):
            yield left, top, line
            line, top = "", top - 13
        line = f"{line} {word}".strip()


LEFT = (
    "Panen jagung di Kecamatan Balik Bukit mencapai 412 ton pada musim tanam ini, kata Kepala Dinas Pertanian Sutarno "
    "Widjaja, dan kenaikan itu diperoleh dari kelompok tani yang memakai benih baru sejak bulan Mei tahun lalu."
)
RIGHT = LEFT.replace("jagung", "padi").replace("412", "908")
