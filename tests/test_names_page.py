"""The words of a text, with their offsets and blocks; words that ran together are apart."""

from __future__ import annotations

import pytest

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.page import Page
from beritaextract.model import Section, SectionKind


def read(text: str) -> Page:
    return pages.read(text, [Section(kind="body", start=0, end=len(text))])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Camat Ma'ruf, S.H. hadir.", ["Camat", "Ma'ruf", ",", "S.H.", "hadir", "."]),
        ("drg. Nia, Sp.OG", ["drg", ".", "Nia", ",", "Sp.OG"]),
        ("Anak-anak di Desa-desa", ["Anak-anak", "di", "Desa-desa"]),
        ("Anies-Muhaimin", ["Anies", "-", "Muhaimin"]),
        ("kabarkota.co.id (23/9/2021) Rp1.250,5", ["kabarkota.co.id", "(", "23/9/2021", ")", "Rp1.250,5"]),
        ("382.746 orang", ["382.746", "orang"]),
        ("  \n ", []),
    ],
)
def test_words_and_signs_stand_alone_and_what_belongs_together_stays(text: str, words: list[str]) -> None:
    assert read(text).forms == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kata PresidenPrabowo dariKupang", ["kata", "Presiden", "Prabowo", "dari", "Kupang"]),
        ("WaliKota menurutTrump", ["Wali", "Kota", "menurut", "Trump"]),
        ("PresidenTrumpmengatakan itu", ["Presiden", "Trump", "mengatakan", "itu"]),
        ("anggota DPRSugiono diJakarta", ["anggota", "DPR", "Sugiono", "di", "Jakarta"]),
        ("berdasarkan catatandetikcom", ["berdasarkan", "catatandetikcom"]),
        ("dari laporandetikcom diJakarta", ["dari", "laporan", "detikcom", "di", "Jakarta"]),
    ],
)
def test_words_that_ran_together_where_a_link_stood_are_apart(text: str, words: list[str]) -> None:
    assert read(text).forms == words


@pytest.mark.parametrize(
    "text",
    [
        "lewat YouTube dan TikTok",
        "BPJamsostek dan BUMDes Sukamulya",
        "KemenPAN serta PermenPUPR",
        "McDonald, GoPay, ShopeePay",
        "Wulandari dan Tanjungrejo",
        "ketua NasDem",
        "naik TransJakarta",
    ],
)
def test_names_written_with_a_capital_within_stay_whole(text: str) -> None:
    assert read(text).forms == text.replace(",", " ,").split()


def test_a_small_word_is_parted_from_a_name_only_where_the_text_shows_damage() -> None:
    assert "Trumptelah" in read("Kemarin Trumptelah tiba.").forms
    assert read("Kemarin Trumptelah tiba diJakarta.").forms[1:3] == ["Trump", "telah"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sulastromo hadir. Kemarin Sulastromoresmi menang.", ["Sulastromo", "resmi"]),
        ("Kota Wanareja ramai. Di Wanarejadan sekitarnya", ["Wanareja", "dan"]),
        ("Pak Zon tiba. Lalu Zonmengatakan itu", ["Zon", "mengatakan"]),
    ],
)
def test_a_word_is_parted_from_a_name_that_stands_alone_in_the_same_text(text: str, words: list[str]) -> None:
    forms = read(text).forms
    assert any(forms[at : at + 2] == words for at in range(len(forms)))


@pytest.mark.parametrize(
    "text",
    [
        "Pak Tri tiba, Tridadi ramai",  # the rest is no word that follows names
        "Rini dan Riniasih",
        "Malam itu Malamyang",  # an ordinary word is no name
    ],
)
def test_a_name_that_begins_like_another_stays_whole(text: str) -> None:
    assert read(text).forms == text.replace(",", " ,").split()


@pytest.mark.parametrize(
    "text",
    [
        "Wali KotaSerang\n\nLurahBaru, (Kota)  ",
        "\t«Desa» Suka-\nmaju 🙂 é",
        "ab" * 50,
        "PresidenPrabowo" * 30,
    ],
)
def test_every_word_is_where_its_offsets_say(text: str) -> None:
    page = read(text)
    assert [text[start:end] for start, end in zip(page.starts, page.ends, strict=True)] == page.forms
    assert page.lowers == [form.lower() for form in page.forms]
    assert "".join(page.forms) == "".join(text.split())


def test_blocks_are_sections_and_credits_and_links_are_left_out() -> None:
    text = "Judul Berita\n\nSerang - Isi satu.\nBaca juga: Lain\nIsi dua.\nPewarta: Sari"
    lines: list[tuple[SectionKind, str]] = [
        ("headline", "Judul Berita"),
        ("dateline", "Serang - "),
        ("body", "Isi satu."),
        ("link", "Baca juga: Lain"),
        ("body", "Isi dua."),
        ("credit", "Pewarta: Sari"),
    ]
    sections = [
        Section(kind=kind, start=text.index(part), end=text.index(part) + len(part)) for kind, part in lines
    ]
    page = pages.read(text, sections)
    assert [(kind, page.forms[first:last]) for kind, first, last in page.blocks] == [
        ("headline", ["Judul", "Berita"]),
        ("dateline", ["Serang", "-"]),
        ("body", ["Isi", "satu", "."]),
        ("body", ["Isi", "dua", "."]),
    ]


def test_words_of_offsets_and_offsets_of_words_agree() -> None:
    page = read("Bupati Serang hadir")
    assert page.words(7, 13) == (1, 2)
    assert page.words(0, 13) == (0, 2)
    assert page.span(0, 2).text == "Bupati Serang"


@pytest.mark.parametrize("piece", ["Dinas ", "aA", "(", "a.b.", "S.H.", '"', "\n", "1.1,", "a-b-"])
def test_a_long_text_of_one_piece_is_read_in_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert "".join(read(text).forms) == "".join(text.split())
