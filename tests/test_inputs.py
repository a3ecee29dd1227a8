"""Every input format: what it gives of an article."""

from __future__ import annotations

import gzip
import itertools
import json
from pathlib import Path

import pytest
import zstandard

from beritaextract import ArticleError, Document, Extractor, extract_file, read
from beritaextract.reading import formats
from beritaextract.reading.intake import Intake
from beritaextract.reading.moments import moment
from inputs import LEFT, ROW, ROWS, TEXT, TITLE, outcomes, parquet_of, table, texts, written


@pytest.mark.parametrize("name", ROWS)
def test_rows_give_text_headline_day_address_and_id_by_their_usual_names(name: str, tmp_path: Path) -> None:
    (found,) = outcomes(written(tmp_path, name, ROWS[name]))
    assert isinstance(found, Document)
    assert found.text == f"{TITLE}\n\n{TEXT}"
    assert (found.title, found.published, found.id) == (TITLE, "2024-03-07", "a-1")
    assert found.url == "https://wartatani.example/1"


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("packed", ["gz", "zst"])
def test_a_packed_file_is_read_like_the_file(name: str, packed: str, tmp_path: Path) -> None:
    data = ROWS[name] if isinstance(ROWS[name], bytes) else str(ROWS[name]).encode()
    assert isinstance(data, bytes)
    pack = gzip.compress if packed == "gz" else zstandard.compress
    assert texts(written(tmp_path, f"{name}.{packed}", pack(data))) == [f"{TITLE}\n\n{TEXT}"]


def test_fields_are_named_by_dotted_paths(tmp_path: Path) -> None:
    row = {
        "meta": {"guid": 7, "head": TITLE, "when": "7 Maret 2024"},
        "parts": [{"value": TEXT}],
        "text": "Bukan ini.",
    }
    file = written(tmp_path, "cms.jsonl", json.dumps(row))
    (found,) = outcomes(
        file,
        text_field="parts.0.value",
        id_field="meta.guid",
        title_field="meta.head",
        date_field="meta.when",
    )
    assert isinstance(found, Document)
    assert (found.text, found.id, found.published) == (f"{TITLE}\n\n{TEXT}", "7", "2024-03-07")


def test_the_day_of_a_row_resolves_its_relative_dates_and_the_callers_day_wins(tmp_path: Path) -> None:
    file = written(tmp_path, "berita.csv", table([ROW]))
    article = extract_file(file)
    assert (article.source.row, article.source.id, article.source.url) == (2, "a-1", ROW["link"])
    assert (article.metadata.headline, article.metadata.published) == (TITLE, "2024-03-07")
    assert [date.value for date in article.dates if date.span.text == "kemarin"] == ["2024-03-06"]
    later = extract_file(file, published="2024-04-02")
    assert later.metadata.published == "2024-04-02"
    assert [date.value for date in later.dates if date.span.text == "kemarin"] == ["2024-04-01"]


def test_html_in_a_field_becomes_paragraphs(tmp_path: Path) -> None:
    file = written(
        tmp_path, "cms.json", json.dumps({"body": f"<p>{TEXT}</p><p>Benih <b>baru</b> &amp; pupuk.</p>"})
    )
    assert texts(file) == [f"{TEXT}\n\nBenih baru & pupuk."]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"rendered": f"<p>{TEXT}</p>\n"}, TEXT),
        ([{"type": "p", "text": TEXT}, {"type": "img", "src": "a.jpg"}, "Selesai."], f"{TEXT}\n\nSelesai."),
        ("Panen <b>jagung</b> naik.\n\nKata <a href='/t'>Tarno</a>.", "Panen jagung naik.\n\nKata Tarno."),
        ("Panen &#8220;jagung&#8221; &amp; padi.\nNaik.", "Panen “jagung” & padi.\nNaik."),
        ("Panen 5 < 12 ton & naik.", "Panen 5 < 12 ton & naik."),
    ],
)
def test_text_is_found_as_content_systems_keep_it(value: object, text: str, tmp_path: Path) -> None:
    assert texts(written(tmp_path, "cms.json", json.dumps({"content": value}))) == [text]


def test_a_headline_of_a_content_system_is_words(tmp_path: Path) -> None:
    row = {"content": TEXT, "title": {"rendered": "Panen &#038; Harga"}, "author": float("nan")}
    (found,) = outcomes(written(tmp_path, "cms.jsonl", json.dumps(row)))
    assert isinstance(found, Document)
    assert (found.title, found.authors) == ("Panen & Harga", ())


def test_json_as_python_writes_it_is_read(tmp_path: Path) -> None:
    file = written(tmp_path, "arsip.jsonl", '{"text": "Panen \\ud800 12", "date": NaN}\n{"text": NaN}\n')
    assert texts(file) == [
        "Panen \ufffd 12",
        f"{file}:2: the field 'text' is empty; there is no text to read",
    ]


def test_a_table_may_name_its_delimiter_first(tmp_path: Path) -> None:
    assert texts(written(tmp_path, "a.csv", "sep=;\nid;isi\n1;Panen, 12 ton\n")) == ["Panen, 12 ton"]


def test_bytes_in_a_column_are_text(tmp_path: Path) -> None:
    assert texts(written(tmp_path, "a.parquet", parquet_of([{"isi": "Panen“".encode()}]))) == ["Panen“"]


def test_a_title_that_the_text_repeats_is_there_once(tmp_path: Path) -> None:
    file = written(tmp_path, "cms.json", json.dumps({"title": TITLE, "text": f"{TITLE}\n\n{TEXT}"}))
    assert texts(file) == [f"{TITLE}\n\n{TEXT}"]


def test_a_day_that_is_not_sure_is_left_out_and_noted(tmp_path: Path) -> None:
    (found,) = outcomes(written(tmp_path, "cms.csv", table([ROW | {"tanggal": "10/9/2025 7:00"}])))
    assert isinstance(found, Document)
    assert found.published is None
    assert found.notes == ("The date '10/9/2025 7:00' is not sure and was left out; write it as 2021-09-23.",)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Kamis, 19 Jun 2025 10:20 WIB", "2025-06-19T10:20:00+07:00"),
        ("Tayang: Selasa, 10 Juni 2025 07:55 WITA", "2025-06-10T07:55:00+08:00"),
        ("2015/08/25", "2015-08-25"),
        ("2025-08", "2025-08"),
        ("6/30/2025 15:30", "2025-06-30T15:30:00"),
        ("Kompas.com- 20/06/2025, 17:31 WIB", "2025-06-20T17:31:00+07:00"),
        ("Rabu, 4/6/2025", "2025-06-04"),
        ("Thu, 05 Nov 2015 14:56:43 +0700", "2015-11-05T14:56:43+07:00"),
        ("2015-11-05T14:56:43.123Z", "2015-11-05T14:56:43+00:00"),
        ("20150611", "2015-06-11"),
        (1_447_000_000_000, "2015-11-08T23:26:40+07:00"),
        ("31/2/2024", None),
        ("Tidak Ditemukan", None),
        ("", None),
        (True, None),
    ],
)
def test_days_are_read_however_sources_print_them(printed: object, value: str | None) -> None:
    assert moment(printed) == value


NINJS = {
    "uri": "https://wartatani.example/n/1",
    "headlines": [{"role": "main", "value": TITLE}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": TEXT}],
    "by": "Rina Wulandari",
    "infoSources": [{"name": "Fajar Hidayat", "role": "editor"}],
    "firstCreated": "2024-03-07T10:00:00+07:00",
    "versionCreated": "2024-03-08T10:00:00+07:00",
    "copyrightHolder": "Warta Tani",
}


@pytest.mark.parametrize("name", ["satu.ninjs", "satu.json", "satu.jsonl"])
def test_ninjs_is_known_by_its_shape(name: str, tmp_path: Path) -> None:
    (found,) = outcomes(written(tmp_path, name, json.dumps(NINJS)))
    assert isinstance(found, Document)
    assert found.text == f"{TITLE}\n\n{TEXT}"
    assert (found.authors, found.editors, found.outlet) == (
        ("Rina Wulandari",),
        ("Fajar Hidayat",),
        "Warta Tani",
    )
    assert (found.published, found.modified) == ("2024-03-07T10:00:00+07:00", "2024-03-08T10:00:00+07:00")
    assert found.url == found.id == "https://wartatani.example/n/1"


def test_ninjs_of_version_one_and_bodies_with_markup_are_read(tmp_path: Path) -> None:
    old = {"uri": "urn:1", "headline": TITLE, "body_xhtml": f"<p>{TEXT}</p>", "byline": "Rina Wulandari"}
    marked = NINJS | {"bodies": [{"contentType": "text/html", "value": f"<div><p>{TEXT}</p></div>"}]}
    for each in (old, marked):
        assert texts(written(tmp_path, "satu.json", json.dumps(each))) == [f"{TITLE}\n\n{TEXT}"]


def test_markdown_loses_its_markup(tmp_path: Path) -> None:
    front = f"---\ntitle: {TITLE}\ndate: 2024-03-07\nauthor: Rina Wulandari\n---\n"
    grid = "| Desa | Ton |\n| - | - |\n| Liwa | 12 |\n"
    body = f"Panen **jagung** di [Liwa](https://liwa.example)\nnaik 32 ton.\n\n- 14 desa\n- 96 kelompok\n\n{grid}"
    (found,) = outcomes(written(tmp_path, "rilis.md", front + body))
    assert isinstance(found, Document)
    assert (
        found.text
        == f"{TITLE}\n\nPanen jagung di Liwa naik 32 ton.\n\n14 desa\n\n96 kelompok\n\nDesa | Ton\n\nLiwa | 12"
    )
    assert (found.title, found.published, found.authors) == (TITLE, "2024-03-07", ("Rina Wulandari",))
    assert texts(written(tmp_path, "b.md", f"# {TITLE}\n\n{TEXT}\n")) == [f"{TITLE}\n\n{TEXT}"]


class TestWhichFiles:
    def test_a_folder_gives_every_format_and_leaves_out_results_and_what_belongs_to_pages(
        self, tmp_path: Path
    ) -> None:
        for name, data in ROWS.items():
            written(tmp_path, name, data)
        written(tmp_path, "a.txt", TEXT)
        written(tmp_path, "hasil.jsonl", '{"schema":"beritaextract/1","text":"Panen"}\n')
        written(tmp_path, "halaman.html", f"<article><p>{'</p><p>'.join([TEXT] * 4)}</p></article>")
        (tmp_path / "halaman_files").mkdir()
        written(tmp_path / "halaman_files", "iklan.html", "<p>Iklan</p>")
        found = outcomes(tmp_path)
        assert len(found) == len(ROWS) + 2
        assert not [each for each in found if isinstance(each, str)]

    def test_a_glob_names_files(self, tmp_path: Path) -> None:
        (tmp_path / "b").mkdir()
        for name in ("a.txt", "b/c.txt", "b/d.md"):
            written(tmp_path, name, name)
        assert texts(str(tmp_path / "**" / "*.txt")) == ["a.txt", "b/c.txt"]
        assert "fits no file" in texts(str(tmp_path / "*.pdf"))[0]

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (b"<!DOCTYPE html><p>", "html"),
            (b"\xef\xbb\xbf\n<!-- x --><html>", "html"),
            (b"%PDF-1.7", "pdf"),
            (b"PK\x03\x04", "docx"),
            (b"PAR1", "parquet"),
            (b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
            (b'{"text":\n"a"}', "json"),
            (b"[{}]", "json"),
            (b"id;judul;isi\n1;a;b\n", "csv"),
            (b"---\ntitle: a\n---\n", "markdown"),
            (b"[Advertorial] Panen jagung naik, kata isi surat itu.\n", "text"),
            (b"Panen jagung naik; isi gudang penuh, kata Tarno.\n", "text"),
            (b"", "text"),
        ],
    )
    def test_a_file_without_a_telling_name_is_known_by_its_beginning(
        self, data: bytes, name: str, tmp_path: Path
    ) -> None:
        from beritaextract.reading.opening import opened  # noqa: PLC0415

        with opened(str(written(tmp_path, "berita", data))) as incoming:
            assert formats.chosen(incoming).name == name

    def test_the_format_can_be_said(self, tmp_path: Path) -> None:
        file = written(tmp_path, "berita.dat", "isi\nPanen 12 ton.\n")
        assert texts(file, format="csv") == ["Panen 12 ton."]
        with pytest.raises(ArticleError, match="choose one of html, pdf"):
            list(read(file, format="xls"))

    def test_the_first_error_is_raised_where_nobody_takes_it(self, tmp_path: Path) -> None:
        file = written(tmp_path, "arsip.jsonl", '{"text": "Panen."}\n{\n{"text": "Panen."}\n')
        documents = read(file)
        assert next(documents).text == "Panen."
        with pytest.raises(ArticleError, match=r"arsip\.jsonl:2"):
            next(documents)


def test_a_new_format_is_one_module_and_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "beritaextract_telex.py"
    module.write_text(
        "from beritaextract.reading.document import Document\n"
        "def read(incoming):\n"
        "    for part in incoming.data().decode().split('NNNN'):\n"
        "        yield Document(text=part.strip(), path=incoming.path)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    telex = formats.Format("telex", (".tlx",), None, "beritaextract_telex", "telex", rows=True)
    monkeypatch.setattr(formats, "FORMATS", (telex, *formats.FORMATS))
    monkeypatch.setattr(formats, "HOME", "")
    assert texts(written(tmp_path, "kabar.tlx", "Panen 12 ton. NNNN Panen 13 ton.")) == [
        "Panen 12 ton.",
        "Panen 13 ton.",
    ]


def test_an_extractor_takes_documents_from_a_file_lazily(tmp_path: Path) -> None:
    rows = ({"isi": f"Panen {number} ton."} for number in range(3))
    file = written(tmp_path, "arsip.jsonl", "\n".join(json.dumps(row) for row in rows))
    articles = Extractor().pipe(read(file))
    assert [article.source.label for article in itertools.islice(articles, 2)] == [f"{file}#1", f"{file}#2"]
    with pytest.raises(ArticleError, match="holds several articles"):
        extract_file(file)


def test_a_file_of_rows_is_known_by_its_name() -> None:
    assert [Intake().is_of_rows(name) for name in ("a.jsonl.gz", "a.csv", "a.txt", "-")] == [
        True,
        True,
        False,
        False,
    ]


ENGLISH = (
    "The government said on Thursday that the new programme would cover more than two million workers in the informal "
    "sector, and that the ministry of finance had agreed to pay for it until the end of next year. Officials attended."
)
MALAY = (
    "Kerajaan akan menyediakan peruntukan sebanyak RM50 juta bagi membantu syarikat kecil yang terjejas, kata Menteri "
    "Kewangan. Beliau berkata bantuan itu hanya akan disalurkan kepada pemohon yang layak, iaitu mereka yang "
    "berdaftar. Sebanyak 20 peratus daripada peruntukan akan digunakan bagi latihan kerana ramai kehilangan kerja."
)


class TestGuard:
    def test_text_in_another_language_gets_a_warning(self) -> None:
        extractor = Extractor()
        assert any("not read like Indonesian" in note for note in extractor.extract(ENGLISH).notes)
        assert any("like Malay" in note for note in extractor.extract(MALAY).notes)

    @pytest.mark.parametrize("text", [TEXT, LEFT, " ".join(f"Desa{number}" for number in range(20))])
    def test_indonesian_and_short_texts_get_none(self, text: str) -> None:
        assert Extractor().extract(text).notes == ()
