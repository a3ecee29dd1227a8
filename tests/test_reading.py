"""Bytes to frozen text: every encoding a newsroom sends, every kind of bad input."""

from __future__ import annotations

import codecs
import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritaextract import read
from beritaextract.errors import ArticleError
from beritaextract.reading.frozen import freeze
from beritaextract.reading.text import document

QUOTED = "“Peserta naik 5 persen,” kata Kepala Dinas – Siti."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (QUOTED.encode(), "utf-8"),
        (codecs.BOM_UTF8 + QUOTED.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + QUOTED.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + QUOTED.encode("utf-32-le"), "utf-32-le"),
        (QUOTED.encode("utf-16-le"), "utf-16-le"),
        (QUOTED.encode("utf-16-be"), "utf-16-be"),
        (QUOTED.encode("cp1252"), "cp1252"),
    ],
)
def test_newsroom_encodings_give_the_same_text(data: bytes, encoding: str) -> None:
    text = document(data)
    assert text.text == QUOTED
    assert text.source.encoding == encoding
    assert text.notes == ()


def test_one_broken_byte_does_not_turn_utf8_into_mojibake() -> None:
    text = document(QUOTED.encode() + b"\x93 Lalu")
    assert text.text == QUOTED + "\ufffd Lalu"
    assert text.source.encoding == "utf-8"
    assert text.notes == ("1 broken UTF-8 sequences became U+FFFD.",)


def test_a_file_cut_off_within_a_character_is_still_utf8() -> None:
    text = document("Tarif naik ”".encode()[:-1])
    assert text.text == "Tarif naik \ufffd"
    assert text.source.encoding == "utf-8"


def test_broken_utf16_is_read_with_a_note() -> None:
    text = document(codecs.BOM_UTF16_LE + "Halo".encode("utf-16-le") + b"\x00")
    assert text.text == "Halo\ufffd"
    assert text.notes == ("Some bytes are not valid UTF-16-LE and became U+FFFD.",)


def test_another_encoding_is_guessed_and_said_to_be_a_guess() -> None:
    text = document("Новости: цены на рис выросли, сообщили власти города".encode("cp1251"))
    assert text.text.startswith("Новости: цены")
    assert text.notes == (f"The encoding is a guess: {text.source.encoding}.",)


@pytest.mark.parametrize(
    ("raw", "frozen"),
    [
        ("satu\r\ndua\rtiga\n", "satu\ndua\ntiga\n"),
        ("Rp\xa042\u202fjuta\u3000dan\u200912\tha", "Rp 42 juta dan 12 ha"),
        ("baris\u2028baris\x0cbaris", "baris\nbaris\nbaris"),
        ("\ufeff\ufeffHalo", "Halo"),
        ("cafe\u0301", "café"),
        ("Ku\u00adpang\u200e 👨\u200d🌾", "Ku\u00adpang\u200e 👨\u200d🌾"),
        ("nol\0nol", "nol nol"),
        ("x\ud800y", "x\ufffdy"),
    ],
)
def test_unusual_characters_are_made_plain(raw: str, frozen: str) -> None:
    assert document(raw).text == frozen


def test_control_characters_and_lone_surrogates_are_noted() -> None:
    notes = document("a\0b\x07c\udfff").notes
    assert notes == ("2 control characters became spaces.", "1 lone surrogates became U+FFFD.")


@pytest.mark.parametrize("data", [b"", "", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_an_empty_text_with_a_note(data: bytes | str) -> None:
    text = document(data)
    assert (text.text, text.notes) == ("", ("The text is empty.",))


def test_white_space_alone_is_noted() -> None:
    assert document(b" \r\n\t\xc2\xa0").notes == ("The text has only white space.",)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"\x1f\x8b\x08\x00\x00", "a gzip archive"),
        (b"PK\x03\x04\x14\x00\x00\x00", "a ZIP archive or an Office document"),
        (b"{\\rtf1\\ansi Halo}", "an RTF document"),
        (b"\0" * 4000, "binary data"),
        (bytes(range(256)) * 20, "binary data"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(ArticleError) as refusal:
        document(data, path="kiriman.bin")
    message = str(refusal.value)
    assert message.startswith(f"kiriman.bin: looks like {name}, not text; ")
    assert message.endswith(
        ("save the article as plain text first", "--input-format pdf", "or unpack it first")
    )


def test_the_digest_is_of_the_bytes_that_came_in(tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_bytes(b"Halo\r\n")
    text = next(read(file))
    assert text.source.path == str(file)
    assert text.source.sha256 == hashlib.sha256(b"Halo\r\n").hexdigest()


def test_a_missing_file_a_directory_and_a_bad_name_are_one_line_errors(tmp_path: Path) -> None:
    for path, what in [
        (str(tmp_path / "tiada.txt"), "no such file; check the path"),
        (str(tmp_path), "no file in this folder"),
        ("a\0b", "check the path"),
    ]:
        with pytest.raises(ArticleError) as refusal:
            list(read(path))
        assert what in str(refusal.value)
        assert "\n" not in str(refusal.value)


def test_a_file_without_permission_is_a_one_line_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rahasia.txt"
    file.write_text("Halo", encoding="utf-8")
    file.chmod(0)
    if os.access(file, os.R_OK):  # root may read everything

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(ArticleError, match="may not be read; change its permissions"):
        next(read(file))


@pytest.mark.parametrize(
    "data",
    [
        QUOTED.encode() * 200_000,
        b"\xff" * 5_000_000,
        "a\0" * 2_500_000,
        "\xa0\r" * 2_500_000,
        "a" + "\u0316\u0301" * 500_000,
        "a" + "\u0301\u0316" * 500_000,
    ],
    ids=["news", "high bytes", "nul", "spaces", "marks", "marks out of order"],
)
def test_megabytes_are_read_in_seconds(data: bytes | str) -> None:
    started = time.process_time()
    document(data)
    assert time.process_time() - started < 10


@given(st.text(st.characters(codec=None)))
def test_a_frozen_text_stays_as_it_is(raw: str) -> None:
    content, _ = freeze(raw)
    assert freeze(content) == (content, ())
    content.encode("utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_clear_refusal(data: bytes) -> None:
    with suppress(ArticleError):
        document(data).text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), max_size=200))
def test_spaces_change_one_for_one(raw: str) -> None:
    content, _ = freeze(raw)
    if content != raw and len(content) == len(raw):
        assert all(
            new in " \n" or old == new or not old.isspace() for old, new in zip(raw, content, strict=True)
        )
