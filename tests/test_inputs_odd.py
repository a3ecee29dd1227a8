"""Odd files of every input format, and files that are too large: one clear line each, and the rest goes on."""

from __future__ import annotations

import gzip
import json
import sys
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pyarrow
import pytest
import zstandard
from pyarrow import parquet

from beritaextract import Document, read
from inputs import LEFT, TEXT, TITLE, outcomes, parquet_of, set_text, table, texts, written
from papers import pdf


class TestOddFiles:
    """Three and more of each format: one clear line that names the file, the line and the remedy; the rest goes on."""

    def check(self, message: Document | str, *parts: str) -> None:
        assert isinstance(message, str)
        assert "\n" not in message
        assert "; " in message
        for part in parts:
            assert part in message

    @pytest.mark.parametrize(
        ("name", "data", "what"),
        [
            ("kosong.json", b"", "no valid JSON"),
            ("putus.json", b'[{"text": "Panen"},\n{"text": "Panen 12', "putus.json:2: is no valid JSON"),
            ("dalam.json", b"[" * 100_000, "nests too deep"),
            ("dalam.jsonl", b"[" * 100_000, "dalam.jsonl:1: nests too deep"),
            (
                "objek.json",
                b'{"isi": {"a": 1, "b": "Panen"}}',
                "name one in it with --text-field: isi.a, isi.b",
            ),
            ("larik.json", b"[]", "the array is empty"),
            ("angka.json", b"12", "is no object but a int"),
            ("hasil.json", b'{"schema": "beritaextract/1", "text": "Panen"}', "is a result of beritaextract"),
            ("lain.json", b'{"name": "proyek", "version": {"a": 1}}', "fields: name, version.a"),
            ("kosong.jsonl", b"\n\n", "has no line"),
            ("kosong.csv", b"", "has no line"),
            ("kolom.csv", b"id,judul\n1,Panen\n", "no column holds the text (columns: id, judul)"),
            ("kosong.parquet", b"", "is no Parquet file"),
            ("bukan.parquet", b"PAR1 bukan parquet PAR1", "is no Parquet file"),
            ("kosong.pdf", b"", "is empty"),
            ("putus.pdf", pdf([list(set_text(LEFT))])[:300], "is no PDF, or is damaged"),
            ("terkunci.pdf", pdf([list(set_text(LEFT))], encrypted=True), "is locked with a password"),
            ("gambar.pdf", pdf([[]]), "has no text, only images"),
            ("kosong.docx", b"", "is empty"),
            ("bukan.docx", b"PK\x03\x04 bukan zip", "is no Word document"),
            ("lama.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "old Word document"),
            ("putus.txt.gz", gzip.compress(TEXT.encode() * 50, mtime=0)[:40], "cut off or damaged"),
            ("bukan.txt.gz", TEXT.encode(), "is not compressed as its name says"),
            ("putus.txt.zst", zstandard.compress(TEXT.encode() * 50)[:40], "cut off or damaged"),
            ("rusak.txt.zst", b"\x28\xb5\x2f\xfd" + b"rusak" * 20, "cut off or damaged"),
        ],
        ids=lambda value: "" if isinstance(value, bytes) else value,
    )
    def test_a_file_that_cannot_be_read_says_so_in_one_line(
        self, name: str, data: bytes, what: str, tmp_path: Path
    ) -> None:
        (message,) = outcomes(written(tmp_path, name, data))
        self.check(message, name, what)

    def test_an_archive_of_something_else_is_no_word_document(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "arsip.docx", "w") as packed:
            packed.writestr("berita.txt", TEXT)
        self.check(outcomes(tmp_path / "arsip.docx")[0], "arsip.docx", "ZIP archive of something else")

    def test_a_word_document_without_its_parts_is_damaged(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "rusak.docx", "w") as packed:
            packed.writestr("word/document.xml", "<w:document>")
        self.check(outcomes(tmp_path / "rusak.docx")[0], "rusak.docx", "is damaged")

    def test_a_line_that_is_cut_costs_only_itself(self, tmp_path: Path) -> None:
        good = json.dumps({"text": TEXT})
        lines = f'{good}\n{{"text": "Panen 12\n{good}\n\n{{"judul": "x"}}\n[1]\n{good}'
        found = outcomes(written(tmp_path, "arsip.jsonl", lines))
        assert [each.row for each in found if isinstance(each, Document)] == [1, 3, 7]
        broken = [each for each in found if isinstance(each, str)]
        for message, part in zip(
            broken, ("jsonl:2: is no valid", "jsonl:5: no field", "jsonl:6: is no object"), strict=True
        ):
            self.check(message, part)

    def test_lines_in_two_encodings_are_both_read(self, tmp_path: Path) -> None:
        lines = [
            json.dumps({"text": "“Panen naik,” katanya."}, ensure_ascii=False).encode(code)
            for code in ("utf-8", "cp1252")
        ]
        assert texts(written(tmp_path, "arsip.jsonl", b"\n".join(lines))) == ["“Panen naik,” katanya."] * 2
        rows = "isi\n“Panen naik”\n".encode() + "“Panen naik”\n".encode("cp1252")
        found = outcomes(written(tmp_path, "arsip.csv", rows))
        assert [each.text for each in found if isinstance(each, Document)] == ["“Panen naik”"] * 2
        assert [each.notes for each in found if isinstance(each, Document)] == [
            (),
            ("Line 3 is cp1252, not UTF-8.",),
        ]

    def test_a_quoted_line_break_stays_and_lines_are_counted_as_in_the_file(self, tmp_path: Path) -> None:
        rows = 'id;isi\n1;"Panen 12 ton.\n\nKata ""Tarno"" itu."\n2;Panen 13 ton.\n'
        found = outcomes(written(tmp_path, "arsip.csv", rows))
        assert [(each.text, each.row) for each in found if isinstance(each, Document)] == [
            ('Panen 12 ton.\n\nKata "Tarno" itu.', 2),
            ("Panen 13 ton.", 5),
        ]

    def test_the_lines_after_one_that_is_too_long_keep_their_numbers(self, tmp_path: Path) -> None:
        rows = f'isi\n"{"Panen " * 50}"\nPanen 12 ton\n'
        found = outcomes(written(tmp_path, "arsip.csv", rows), max_bytes=200)
        self.check(found[0], "arsip.csv:2: larger than")
        assert [each.row for each in found[1:] if isinstance(each, Document)] == [3]

    def test_a_row_with_too_few_or_too_many_columns_costs_only_itself(self, tmp_path: Path) -> None:
        found = outcomes(written(tmp_path, "arsip.csv", "id,isi\n1\n2,Panen, 12 ton\n3,Panen,,\n\n4,\n"))
        self.check(found[0], "arsip.csv:2: 1 columns where the header has 2")
        self.check(found[1], "arsip.csv:3: 3 columns where the header has 2", "quote")
        assert [each.text for each in found[2:] if isinstance(each, Document)] == ["Panen", ""]

    def test_a_quotation_mark_that_is_never_closed_costs_only_its_line(self, tmp_path: Path) -> None:
        found = outcomes(
            written(tmp_path, "arsip.csv", 'id,isi\n1,"Panen 12 ton\n2,Panen 13 ton\n3,Panen 14 ton\n')
        )
        self.check(found[0], "arsip.csv:2: no row of CSV", "close its quotation marks")
        assert [each.text for each in found[1:] if isinstance(each, Document)] == [
            "Panen 13 ton",
            "Panen 14 ton",
        ]

    def test_a_table_that_breaks_off_gives_its_rows_first(self, tmp_path: Path) -> None:
        lines = b"".join(
            json.dumps({"text": f"Panen {number} ton."}).encode() + b"\n" for number in range(20_000)
        )
        found = outcomes(written(tmp_path, "arsip.jsonl.gz", gzip.compress(lines)[:-30]))
        assert len(found) > 100
        self.check(found[-1], "arsip.jsonl.gz", "cut off or damaged")

    @pytest.mark.parametrize("field", ["isi", "berita.isi", "daftar.0"])
    def test_a_parquet_text_that_is_no_utf_8_shows_where(self, tmp_path: Path, field: str) -> None:
        held = pyarrow.array([b"Sebanyak 12 orang\xff hadir.", b"Panen raya."])
        isi = pyarrow.Array.from_buffers(pyarrow.string(), 2, held.buffers())
        columns = {
            "isi": isi,
            "berita": pyarrow.StructArray.from_arrays([isi], ["isi"]),
            "daftar": pyarrow.ListArray.from_arrays([0, 1, 2], isi),
        }
        parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
        found = list(read(tmp_path / "a.parquet", text_field=field))
        assert [document.text for document in found] == ["Sebanyak 12 orang\ufffd hadir.", "Panen raya."]

    def test_a_parquet_column_that_is_missing_is_named(self, tmp_path: Path) -> None:
        file = written(tmp_path, "arsip.parquet", parquet_of([{"id": 1, "judul": TITLE}]))
        self.check(outcomes(file)[0], "no column holds the text (columns: id, judul)", "--text-field")
        self.check(outcomes(file, text_field="naskah")[0], "no column 'naskah'")
        empty = outcomes(written(tmp_path, "b.parquet", parquet_of([{"isi": "Panen."}, {"isi": None}])))
        self.check(empty[1], "b.parquet: row 2: the column 'isi' is empty")

    def test_a_missing_extra_names_the_command(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, module, package in [
            ("a.pdf", "pdf", "pdfminer"),
            ("a.docx", "docx", "docx"),
            ("a.parquet", "parquet", "pyarrow"),
        ]:
            monkeypatch.delitem(sys.modules, f"beritaextract.reading.{module}", raising=False)
            for loaded in [each for each in sys.modules if each == package or each.startswith(f"{package}.")]:
                monkeypatch.setitem(sys.modules, loaded, None)
            self.check(outcomes(written(tmp_path, name, b"x"))[0], name, "pip install 'beritaextract[")


class TestSizes:
    def test_a_file_that_is_too_large_says_how_to_read_it(self, tmp_path: Path) -> None:
        file = written(tmp_path, "besar.txt", TEXT * 20)
        assert texts(file, max_bytes=100) == [
            f"{file}: larger than 100 bytes; raise --max-bytes if it is an article"
        ]

    @pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress], ids=["gz", "zst"])
    def test_a_bomb_is_refused_without_unpacking_it(self, pack: Any, tmp_path: Path) -> None:
        file = written(
            tmp_path, f"bom.txt.{'gz' if pack is gzip.compress else 'zst'}", pack(bytes(300_000_000))
        )
        tracemalloc.start()
        (message,) = texts(file, max_bytes=1_000_000)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert "larger than 1,000,000 bytes" in message
        assert peak < 40_000_000

    def test_bombs_in_documents_are_refused(self, tmp_path: Path) -> None:
        paper = written(tmp_path, "bom.pdf", pdf([list(set_text(LEFT))], padding=5_000_000))
        with zipfile.ZipFile(tmp_path / "bom.docx", "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("word/document.xml", " " * 5_000_000)
        table_ = written(tmp_path, "bom.parquet", parquet_of([{"isi": "a" * 5_000_000}]))
        for file in (paper, tmp_path / "bom.docx", table_):
            assert "larger than 1,000,000 bytes" in texts(file, max_bytes=1_000_000)[0]

    def test_the_limit_of_a_table_is_that_of_a_row(self, tmp_path: Path) -> None:
        rows = [{"isi": "pendek"}, {"isi": "p" * 500}, {"isi": "pendek"}]
        lines = "\n".join(json.dumps(row) for row in rows)
        for name, data in (("a.jsonl", lines), ("a.csv", table(rows))):
            found = texts(written(tmp_path, name, data), max_bytes=200)
            assert [found[0], found[2]] == ["pendek", "pendek"]
            assert f"{name}:{2 if name == 'a.jsonl' else 3}: " in found[1]

    @pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
    def test_rows_are_read_as_they_come(self, name: str, tmp_path: Path) -> None:
        rows = [{"isi": f"Panen {number} ton." + "x" * 1000} for number in range(20_000)]
        lines = "\n".join(json.dumps(row) for row in rows)
        forms: dict[str, bytes | str] = {
            "a.jsonl": lines,
            "a.csv": table(rows),
            "a.parquet": parquet_of(rows),
        }
        file = written(tmp_path, name, forms[name])
        next(read(file))
        tracemalloc.start()
        assert sum(1 for _ in read(file)) == len(rows)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 5_000_000
