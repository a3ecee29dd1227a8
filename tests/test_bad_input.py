"""What no one should send and someone will: a clear line or an empty result, soon, and never a traceback."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from beritaextract import ArticleError, extract, extract_file
from conftest import Command

SECONDS = 20

EMPTY = {
    "an empty file": b"",
    "only white space": b" \n\t \r\n\xc2\xa0",
    "only a byte order mark": b"\xef\xbb\xbf",
}
BINARY = {
    "a PNG image": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "a ZIP archive": b"PK\x03\x04" + bytes(range(256)) * 4,
    "random bytes": bytes((i * 197 + i // 7) % 256 for i in range(4096)),
    "only NUL bytes": b"\x00" * 500,
}
DAMAGED = {
    "broken UTF-8": "Bantuan Rp5 juta – diterima 12 orang".encode() + b" \xe2\x80 \xff di Palu.",
    "cut UTF-8": "Bantuan Rp5 juta, “".encode()[:-1],
    "a few NUL bytes": b"Bantuan Rp5 juta\x00 untuk 12 orang di desa yang jauh dari kota itu.\x00",
    "UTF-16 with its mark": "Bantuan Rp5 juta untuk 12 orang.".encode("utf-16"),
    "cp1252 quotes": b"\x93Bantuan Rp5 juta,\x94 katanya.",
    "escape sequences": b"Bantuan \x1b[1mRp5 juta\x1b[0m.",
}
HUGE = {
    "one line of a megabyte": "Bantuan Rp5 juta untuk 12 orang di Palu, " * 25_000,
    "a word of a megabyte": "a" * 1_000_000,
    "100,000 digits": "Rp" + "7" * 100_000,
    "100,000 digits with dots": "Rp" + "777." * 33_333,
    "digits and commas": "1," * 50_000,
    "digits and spaces": "1 " * 50_000,
    "nested brackets": "(" * 50_000 + "12" + ")" * 50_000,
    "nested quotes": '"' * 100_000,
    "endless number words": "dua puluh ribu " * 20_000,
    "endless dates": "Kamis (23/9/2021) " * 10_000,
    "an endless list": "terdiri dari " + "12 orang, " * 20_000,
    "many blank lines": "\n" * 200_000 + "12 orang",
    "combining marks": "12 orang e" + "\u0301" * 100_000,
    "rows of targets": " ".join(
        f"Pajak hotel terkumpul Rp{100_000_000 + 7919 * row} dari target Rp{900_000_000 + 104_729 * row}."
        for row in range(1500)
    ),
    "figures of one noun": " ".join(
        f"Di gudang ada {1000 + 13 * row} koper merah dan {2000 + 17 * row} koper biru."
        for row in range(2500)
    ),
}


@pytest.mark.parametrize("data", EMPTY.values(), ids=EMPTY)
def test_nothing_to_read_is_an_empty_article_with_a_note(data: bytes) -> None:
    article = extract(data)
    assert article.quantities == ()
    assert article.coverage.digit_runs == 0
    assert article.notes


@pytest.mark.parametrize("data", BINARY.values(), ids=BINARY)
def test_binary_data_is_refused_in_one_line(data: bytes, tmp_path: Path, command: Command) -> None:
    path = tmp_path / "data.txt"
    path.write_bytes(data)
    result = command("extract", path)
    errors = result.stderr.decode()
    assert result.returncode == 2
    assert errors.count("\n") == 1
    assert "data.txt" in errors
    assert json.loads(result.stdout)["error"]["code"] == "article"


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged_text_still_gives_its_figures(data: bytes) -> None:
    article = extract(data)
    assert [quantity.value for quantity in article.quantities][:1] == [5_000_000]
    assert json.loads(article.to_json())["text"] == article.text


def test_lone_surrogates_become_replacement_characters() -> None:
    article = extract("Bantuan \ud83d Rp5 juta \udfff.")
    assert [quantity.value for quantity in article.quantities] == [5_000_000]
    assert article.notes
    assert article.text.count("\N{REPLACEMENT CHARACTER}") == 2


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_hostile_text_is_done_in_time(text: str) -> None:
    start = time.process_time()
    article = extract(text)
    json.loads(article.to_json())
    assert time.process_time() - start < SECONDS
    for quantity in article.quantities[:1000]:
        span = quantity.span
        assert article.text[span.start : span.end] == span.text


def _folder(path: Path) -> Path:
    return path


def _missing(path: Path) -> Path:
    return path / "missing.txt"


def _closed(path: Path) -> Path:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    closed = path / "closed.txt"
    closed.write_text("12 orang")
    closed.chmod(0)
    return closed


def _dangling(path: Path) -> Path:
    link = path / "link.txt"
    link.symlink_to(path / "nowhere.txt")
    return link


def _unnameable(path: Path) -> Path:
    return path / ("n" * 300 + ".txt")


def _beyond_a_file(path: Path) -> Path:
    (path / "a.txt").write_text("12 orang")
    return path / "a.txt" / "b.txt"


@pytest.mark.parametrize(
    "make",
    [_folder, _missing, _closed, _dangling, _unnameable, _beyond_a_file],
    ids=lambda make: make.__name__,
)
def test_a_path_that_gives_no_text_is_one_line(make: Callable[[Path], Path], tmp_path: Path) -> None:
    path = make(tmp_path)
    with pytest.raises(ArticleError) as caught:
        extract_file(path)
    message = str(caught.value)
    assert "\n" not in message
    assert path.name in message


def test_no_permission_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "closed.txt"
    path.write_text("12 orang")
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(ArticleError, match=r"closed\.txt"):
        extract_file(path)


def test_a_file_name_that_is_no_utf8_still_gives_json(tmp_path: Path, command: Command) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"berita-\xff.txt")
    try:
        with open(path, "wb") as file:
            file.write(b"Bantuan Rp5 juta.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    result = command("extract", os.fsdecode(path))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["quantities"][0]["value"] == 5_000_000


def test_no_bad_input_shows_a_traceback(tmp_path: Path, command: Command) -> None:
    samples = {**EMPTY, **BINARY, **DAMAGED}
    for number, data in enumerate(samples.values()):
        (tmp_path / f"{number:02}.txt").write_bytes(data)
    for arguments in (["extract", "--format", "jsonl"], ["extract", "--format", "table"], ["check"]):
        result = command(*arguments, tmp_path)
        errors = result.stderr.decode().splitlines()
        assert result.returncode == 2
        assert all(line.startswith("beritaextract: ") for line in errors)
        assert sum("not text" in line for line in errors) == len(BINARY)
