"""Press releases as Word and PDF documents: their text in reading order, with the numbers of lists."""

from __future__ import annotations

import itertools
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from beritaextract import Document
from beritaextract.reading.lines import Line, paragraphs
from inputs import LEFT, RIGHT, TEXT, TITLE, outcomes, set_text, texts, written
from papers import pdf


def word_file(folder: Path, name: str = "rilis.docx") -> Path:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(TEXT)
    grid = document.add_table(1, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Liwa", "412 ton"
    document.add_paragraph("Dinas akan menambah benih.")
    document.sections[0].header.paragraphs[0].text = "DINAS PERTANIAN"
    document.save(str(folder / name))
    return folder / name


def test_a_word_document_gives_paragraphs_and_tables_without_headers(tmp_path: Path) -> None:
    (found,) = outcomes(word_file(tmp_path))
    assert isinstance(found, Document)
    assert found.text == f"{TITLE}\n\n{TEXT}\n\nLiwa | 412 ton\n\nDinas akan menambah benih."
    assert found.title == TITLE


def test_the_numbers_of_lists_in_a_word_document_are_there(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Dinas menyampaikan:")
    for words in ("Panen 412 ton", "Benih untuk 14 desa"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Pupuk", style="List Bullet")
    document.save(str(tmp_path / "rilis.docx"))
    assert texts(tmp_path / "rilis.docx") == [
        "Dinas menyampaikan:\n\n1. Panen 412 ton\n\n2. Benih untuk 14 desa\n\nPupuk"
    ]


def test_letters_of_a_list_begin_anew_below_each_number(tmp_path: Path) -> None:
    document = docx.Document()
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, "upperRoman", "%1.") + level.format(1, "lowerLetter", "%2)")
    root = document.part.numbering_part.element
    spaces = nsdecls("w")
    root.insert(0, parse_xml(f'<w:abstractNum {spaces} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {spaces} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for words, depth in (("Satu", 0), ("Dua", 1), ("Tiga", 1), ("Empat", 0), ("Lima", 1)):
        place = f'<w:numPr {spaces}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
        document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(place))
    document.save(str(tmp_path / "rilis.docx"))
    assert texts(tmp_path / "rilis.docx") == ["I. Satu\n\na) Dua\n\nb) Tiga\n\nII. Empat\n\na) Lima"]


def test_what_stands_in_a_control_of_a_word_template_is_text(tmp_path: Path) -> None:
    document = docx.Document()
    inner = "<w:sdtContent><w:p><w:r><w:t>Panen 412 ton.</w:t></w:r></w:p></w:sdtContent>"
    document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{inner}</w:sdt>"))
    document.save(str(tmp_path / "rilis.docx"))
    assert texts(tmp_path / "rilis.docx") == ["Panen 412 ton."]


def test_a_word_document_with_a_damaged_list_is_one_clear_line(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Panen 412 ton", style="List Number")
    for start in document.part.numbering_part.element.iter(qn("w:start")):
        start.set(qn("w:val"), "satu")
    document.save(str(tmp_path / "rusak.docx"))
    assert "rusak.docx: is damaged" in texts(tmp_path / "rusak.docx")[0]


def test_a_page_with_two_columns_is_read_one_after_the_other(tmp_path: Path) -> None:
    lines = itertools.zip_longest(set_text(LEFT), set_text(RIGHT, left=320))
    data = pdf([[placed for pair in lines for placed in pair if placed]])
    assert texts(written(tmp_path, "rilis.pdf", data)) == [f"{LEFT}\n\n{RIGHT}"]


def test_headers_footers_and_page_numbers_of_a_pdf_are_gone(tmp_path: Path) -> None:
    pages = [
        [
            (60, 810, "DINAS PERTANIAN LAMPUNG BARAT"),
            *set_text(words, width=90),
            (60, 30, f"Halaman {number} dari 2"),
        ]
        for number, words in enumerate((LEFT, RIGHT), start=1)
    ]
    assert texts(written(tmp_path, "rilis.pdf", pdf(pages))) == [f"{LEFT}\n\n{RIGHT}"]


def test_a_sentence_goes_on_over_the_page(tmp_path: Path) -> None:
    half = LEFT.index("kelompok")
    pages = [list(set_text(LEFT[:half].strip())), list(set_text(LEFT[half:]))]
    assert texts(written(tmp_path, "rilis.pdf", pdf(pages))) == [LEFT]


def test_hyphens_at_the_ends_of_lines_are_undone_and_those_of_words_stay() -> None:
    set_lines = (
        "Bantuan itu menambah peng-",
        "hasilan warga dan anak-",
        "anak sekolah di non-",
        "ASN sampai ke-",
        "14.",
    )
    lines = [Line(each, 0, 100, 13 * at, 13 * at + 11, (0, 100)) for at, each in enumerate(set_lines)]
    assert paragraphs(lines) == [
        "Bantuan itu menambah penghasilan warga dan anak-anak sekolah di non-ASN sampai ke-14."
    ]
