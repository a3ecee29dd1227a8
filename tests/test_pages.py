"""Saved web pages: what they state of an article, its whole text, and nothing of what stands around it."""

from __future__ import annotations

import hashlib
import re
import time
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from beritaextract import ArticleError, Document, extract_file, read
from conftest import ROOT

SAVED = ROOT.parent / "shared" / "corpus" / "html"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pages.toml").read_text("utf-8"))

PARAGRAPHS = (
    "LIWA, WARTA TANI - Panen jagung di Kecamatan Balik Bukit mencapai 412 ton pada musim ini, naik dari 380 ton.",
    "“Kenaikannya 32 ton,” kata Kepala Dinas Pertanian Lampung Barat Sutarno Widjaja di Liwa, Kamis.",
    "Menurut dia, hasil itu diperoleh dari 96 kelompok tani yang memakai benih baru sejak bulan Mei tahun lalu.",
    "Dinas akan menambah bantuan benih untuk 14 desa yang belum mendapat bagian, mulai pekan depan.",
)
STORIES = (
    '<li><a href="/1">Harga Kopi Robusta Turun di Tiga Kecamatan</a></li>'
    '<li><a href="/2">Jalan Liwa-Krui Kembali Dibuka untuk Truk</a></li>'
)


def page(body: str, *, head: str = "", before: str = "", after: str = "") -> str:
    title = "Panen Jagung Balik Bukit Capai 412 Ton"
    menu = '<nav><ul><li><a href="/">Beranda</a></li><li><a href="/ekonomi">Ekonomi</a></li></ul></nav>'
    return (
        f"<!DOCTYPE html><html><head><title>{title} - Warta Tani</title>"
        f'<meta property="og:site_name" content="Warta Tani">{head}</head><body>{menu}'
        f"<div class='wrap'><h1>{title}</h1>{before}<div class='article-body'>{body}</div>{after}</div>"
        "<footer>Hak cipta Warta Tani. Dilarang menyalin isi halaman ini tanpa izin dari redaksi kami.</footer>"
        "</body></html>"
    )


def plain(paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return "".join(f"<p>{each}</p>" for each in paragraphs)


def document(markup: str | bytes, folder: Path) -> Document:
    file = folder / "halaman.html"
    file.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    (found,) = read(file)
    return found


def body_of(found: Document) -> list[str]:
    marked = [found.text[part.start : part.end] for part in found.parts]
    return [each for each in found.text.split("\n\n") if each not in marked]


class TestTheText:
    def test_it_has_the_form_of_a_text_file(self, tmp_path: Path) -> None:
        found = document(page(plain()), tmp_path)
        assert found.text == "\n\n".join(("Panen Jagung Balik Bukit Capai 412 Ton", *PARAGRAPHS))
        assert found.media_type == "text/html"

    def test_headline_dateline_and_checks_are_those_of_a_text_file(self, tmp_path: Path) -> None:
        document(page(plain()), tmp_path)
        article = extract_file(tmp_path / "halaman.html")
        assert [section.kind for section in article.sections][:2] == ["headline", "dateline"]
        assert article.metadata.dateline
        assert article.metadata.dateline.place == "LIWA"
        assert "BX902" in {check.code for check in article.checks}

    @pytest.mark.parametrize(
        "noise",
        [
            f'<div class="terkait"><b>Berita Terkait</b><ul>{STORIES}</ul></div>',
            f"<p><strong>Baca juga:</strong></p><ul>{STORIES}</ul>",
            '<p><strong>Baca juga: <a href="/1">Harga Kopi Robusta Turun di Tiga Kecamatan</a></strong></p>',
            '<p><a href="/1">Harga Kopi Robusta Turun di Tiga Kecamatan</a></p>',
            "<p>Baca juga: Harga Kopi Robusta Turun di Tiga Kecamatan</p>",
            "<p>BACA JUGA</p>",
            '<div class="ads-box">Pasang iklan Anda di sini sekarang juga dan dapatkan potongan harga.</div>',
            '<div class="parallaxAds"><p>Pasang iklan Anda di sini sekarang juga dan raih untung.</p></div>',
            "<p>ADVERTISEMENT</p>",
            "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
            '<ul class="share"><li>Facebook</li><li>Salin tautan</li></ul>',
            '<p style="display:none">Anda membaca halaman yang tersembunyi di sini.</p>',
            "<p>Ikuti berita kami di <a href='/wa'>saluran WhatsApp</a> Warta Tani</p>",
            "<script>document.write('Panen')</script><style>p {color: red}</style>",
            '<div class="tags"><a href="/t/jagung">jagung</a> <a href="/t/liwa">liwa</a></div>',
            '<blockquote class="twitter-tweet"><p>Panen raya! <a href="#">#liwa</a></p>&mdash; Dinas (@dinas) '
            '<a href="https://twitter.com/dinas/1">7 Maret 2024</a></blockquote>',
            '<blockquote class="instagram-media"><p>Panen raya di Liwa hari ini, semua senang.</p></blockquote>',
        ],
    )
    def test_what_is_not_of_the_article_is_gone(self, noise: str, tmp_path: Path) -> None:
        first, *others = (f"<p>{each}</p>" for each in PARAGRAPHS)
        assert body_of(document(page(first + noise + "".join(others)), tmp_path)) == list(PARAGRAPHS)

    def test_an_invitation_within_a_paragraph_goes_and_its_sentence_stays(self, tmp_path: Path) -> None:
        inline = PARAGRAPHS[1] + ' Baca juga: <a href="/1">Harga Kopi Robusta Turun di Tiga Kecamatan</a>'
        found = document(page(plain((PARAGRAPHS[0], inline, *PARAGRAPHS[2:]))), tmp_path)
        assert body_of(found) == list(PARAGRAPHS)

    def test_links_within_sentences_stay(self, tmp_path: Path) -> None:
        linked = PARAGRAPHS[1].replace("Sutarno Widjaja", '<a href="/sutarno">Sutarno Widjaja</a>')
        assert body_of(document(page(plain((PARAGRAPHS[0], linked, *PARAGRAPHS[2:]))), tmp_path)) == list(
            PARAGRAPHS
        )

    def test_line_breaks_part_paragraphs_and_bold_lines_are_headings(self, tmp_path: Path) -> None:
        text = (
            f"{PARAGRAPHS[0]}<br><br>\n{PARAGRAPHS[1]}<br><br><b>Benih baru</b><br>{PARAGRAPHS[2]}<br/><br/>"
        )
        assert body_of(document(page(text), tmp_path)) == [*PARAGRAPHS[:2], "Benih baru", PARAGRAPHS[2]]

    def test_a_dateline_that_stands_alone_goes_on_with_its_sentence(self, tmp_path: Path) -> None:
        text = f"<strong>Liwa</strong> -<p>{PARAGRAPHS[1]}<br><br>{PARAGRAPHS[2]}</p>"
        assert body_of(document(page(text), tmp_path))[0] == f"Liwa - {PARAGRAPHS[1]}"

    def test_captions_are_kept_as_captions(self, tmp_path: Path) -> None:
        caption = "<figcaption>Petani memanen jagung di Liwa. (Foto: Dinas)</figcaption>"
        before = f"<figure><img src='a.jpg'>{caption}</figure>"
        inner = "<figure><img src='b.jpg'><figcaption>Gudang benih di Liwa</figcaption></figure>"
        document(page(plain(PARAGRAPHS[:2]) + inner + plain(PARAGRAPHS[2:]), before=before), tmp_path)
        article = extract_file(tmp_path / "halaman.html")
        captions = [article.text[s.start : s.end] for s in article.sections if s.kind == "caption"]
        assert captions == ["Petani memanen jagung di Liwa. (Foto: Dinas)", "Gudang benih di Liwa"]
        assert [s.kind for s in article.sections][:3] == ["headline", "caption", "dateline"]

    @pytest.mark.parametrize(
        "caption",
        [
            '<div id="caption_news">Petani memanen jagung di Liwa.</div>',
            '<div class="caption-img-ab">Petani memanen jagung di Liwa.</div>',
        ],
    )
    def test_a_caption_is_known_by_its_name_beside_a_picture(self, caption: str, tmp_path: Path) -> None:
        def captions(before: str) -> list[str]:
            found = document(page(plain(), before=before), tmp_path)
            return [found.text[part.start : part.end] for part in found.parts if part.kind == "caption"]

        assert captions(f"<div><img src='a.jpg'>{caption}</div>") == ["Petani memanen jagung di Liwa."]
        other = caption.replace("Petani memanen jagung di Liwa.", "<a href='/1'>Harga Kopi Robusta Turun</a>")
        assert captions(f"<div><img src='a.jpg'>{other}</div>") == []

    def test_a_line_below_a_picture_with_its_credit_is_a_caption(self, tmp_path: Path) -> None:
        line = "Gudang benih di Liwa. Foto: Dinas Pertanian"
        picture = f"<div><img src='a.jpg'></div><div><br></div><div><em>{line}</em></div>"
        found = document(page(plain(PARAGRAPHS[:2]) + picture + plain(PARAGRAPHS[2:])), tmp_path)
        assert [found.text[part.start : part.end] for part in found.parts if part.kind == "caption"] == [line]
        assert body_of(found) == list(PARAGRAPHS)

    def test_a_body_without_a_name_is_found_too(self, tmp_path: Path) -> None:
        unnamed = page(plain()).replace("article-body", "x7")
        aside = f"<div class='z3'><ul>{STORIES * 4}</ul></div>"
        assert body_of(document(unnamed.replace("<footer>", f"{aside}<footer>"), tmp_path)) == list(
            PARAGRAPHS
        )

    def test_every_part_is_where_it_says(self, tmp_path: Path) -> None:
        found = document(page(plain()), tmp_path)
        assert [found.text[part.start : part.end] for part in found.parts] == [
            "Panen Jagung Balik Bukit Capai 412 Ton"
        ]


RECORD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": "NewsArticle", "headline": "Panen Jagung Balik Bukit Capai 412 Ton", "articleSection": "Ekonomi",
"url": "https://lampung.wartatani.example/ekonomi/412", "datePublished": "%s",
"dateModified": "2024-03-08T06:00:00+07:00",
"author": %s, "publisher": {"@type": "Organization", "name": "Warta Tani"}}]}</script>"""


def record(published: str = "2024-03-07T18:30:00+07:00", author: str = '{"name": "Rina Wulandari"}') -> str:
    return RECORD % (published, author)


class TestWhatThePageStates:
    def test_a_record_for_machines_tells_all(self, tmp_path: Path) -> None:
        found = document(page(plain(), head=record()), tmp_path)
        assert found.title == "Panen Jagung Balik Bukit Capai 412 Ton"
        assert (found.published, found.modified) == ("2024-03-07T18:30:00+07:00", "2024-03-08T06:00:00+07:00")
        assert (found.authors, found.outlet, found.section) == (("Rina Wulandari",), "Warta Tani", "Ekonomi")
        assert found.url == "https://lampung.wartatani.example/ekonomi/412"

    def test_the_day_of_the_page_resolves_relative_dates(self, tmp_path: Path) -> None:
        document(page(plain(), head=record()), tmp_path)
        article = extract_file(tmp_path / "halaman.html")
        assert article.metadata.published == "2024-03-07T18:30:00+07:00"
        assert article.metadata.reporters == ("Rina Wulandari",)
        assert article.source.url == "https://lampung.wartatani.example/ekonomi/412"
        assert [date.value for date in article.dates if date.span.text == "Kamis"] == ["2024-03-07"]

    def test_who_is_shown_as_the_editor_is_no_reporter(self, tmp_path: Path) -> None:
        byline = '<div class="author-2">Rina Wulandari</div>'
        body = plain() + "<p>Editor: Fajar Hidayat</p>"
        found = document(page(body, head=record(author='{"name": "Fajar Hidayat"}'), before=byline), tmp_path)
        assert (found.authors, found.editors) == (("Rina Wulandari",), ("Fajar Hidayat",))

    @pytest.mark.parametrize(
        "shown",
        [
            '<div class="author"><b>Rina Wulandari</b> - wartatani</div>',
            '<div class="reporter">Oleh : <b>Rina Wulandari</b></div>',
            '<div class="byline">Pewarta: <span itemprop="author">Rina Wulandari</span></div>',
            "<table><tr><td>Penulis</td><td>: Kontributor Liwa, Rina Wulandari</td></tr></table>",
            "<ul><li>Author</li><li>Rina Wulandari</li><li>Editor</li><li>Fajar Hidayat</li></ul>",
            '<div class="by-item">Rep: Rina Wulandari/ Red: Fajar Hidayat</div>',
            '<a rel="author" href="/rina">Rina Wulandari</a>',
            '<div class="nmreporter"><div>Rina Wulandari</div><span>Jurnalis</span></div>',
            '<div class="byline">By Rina Wulandari on 7 Mar 2024 at 18:30 WIB</div>',
            '<div class="byline">Oleh : Rina Wulandari (Liwa)</div>',
        ],
    )
    def test_bylines_are_read_as_they_are_shown(self, shown: str, tmp_path: Path) -> None:
        group = '<meta name="author" content="Warta Media Group">'
        head = f'{group}<meta property="article:author" content="https://fb.com/x">'
        assert document(page(plain(), head=head, before=shown), tmp_path).authors == ("Rina Wulandari",)

    @pytest.mark.parametrize(
        ("last", "authors"),
        [
            ("RINA WULANDARI", ("RINA WULANDARI",)),
            ("RINA WULANDARI | ANTARA", ("RINA WULANDARI",)),
            ("RINA WULANDARI, FAJAR HIDAYAT", ("RINA WULANDARI", "FAJAR HIDAYAT")),
            ("REUTERS", ()),
            ("(Rin/Faj)", ()),
        ],
    )
    def test_a_signature_below_the_text_is_a_credit(
        self, last: str, authors: tuple[str, ...], tmp_path: Path
    ) -> None:
        assert document(page(plain() + f"<p><b>{last}</b></p>"), tmp_path).authors == authors
        article = extract_file(tmp_path / "halaman.html")
        assert [article.text[s.start : s.end] for s in article.sections if s.kind == "credit"] == [last]

    def test_who_took_the_picture_did_not_write_the_article(self, tmp_path: Path) -> None:
        photo = '<div class="photo"><img src="a.jpg"><span class="author">SUTARNO WIDJAJA</span> Panen</div>'
        found = document(page(plain(), before=photo), tmp_path)
        assert found.authors == ()
        captions = [found.text[part.start : part.end] for part in found.parts if part.kind == "caption"]
        assert captions == ["SUTARNO WIDJAJA", "Panen"]

    def test_an_outlet_is_no_author(self, tmp_path: Path) -> None:
        head = '<meta name="author" content="Warta Tani"><meta name="dc.creator" content="Warta Tani">'
        assert document(page(plain(), head=head), tmp_path).authors == ()

    @pytest.mark.parametrize(
        ("stated", "shown", "published"),
        [
            ("2024-03-07T18:30:00Z", "Kamis, 07/03/2024 18:30 WIB", "2024-03-07T18:30:00+07:00"),
            ("2024-03-07T18:30:00Z", "Jumat, 08/03/2024 01:30 WIB", "2024-03-08T01:30:00+07:00"),
            ("2024-03-07T18:30:00Z", "", "2024-03-08T01:30:00+07:00"),
            ("2024-03-07 T18:30:00", "", "2024-03-07T18:30:00+07:00"),
            ("", "Kamis, 7 Maret 2024 | 18:30 WITA", "2024-03-07T18:30:00+08:00"),
            ("2024-03-07", "Kamis, 7 Maret 2024 | 18:30 WIB", "2024-03-07"),
        ],
    )
    def test_the_moment_is_local_time(self, stated: str, shown: str, published: str, tmp_path: Path) -> None:
        found = document(page(plain(), head=record(stated), before=f"<div>{shown}</div>"), tmp_path)
        assert found.published == published

    def test_the_headline_is_the_heading_and_not_the_channel_or_the_site(self, tmp_path: Path) -> None:
        title = "Panen Jagung Balik Bukit Capai 412 Ton"
        markup = page(plain()).replace(f"<h1>{title}</h1>", f"<h1>Ekonomi</h1><h2>{title}</h2>")
        assert document(markup, tmp_path).title == title
        assert document(markup.replace(f"<h2>{title}</h2>", ""), tmp_path).title == title

    def test_the_outlet_may_stand_in_the_title_alone(self, tmp_path: Path) -> None:
        bare = page(plain()).replace('<meta property="og:site_name" content="Warta Tani">', "")
        assert document(bare, tmp_path).outlet == "Warta Tani"

    def test_the_channel_may_stand_in_the_trail_alone(self, tmp_path: Path) -> None:
        trail = '<ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/e">Ekonomi</a></li></ul>'
        assert document(page(plain(), before=trail), tmp_path).section == "Ekonomi"
        assert document(page(plain(), before=trail.replace("Ekonomi", "Beranda")), tmp_path).section is None

    def test_microdata_of_the_article_counts_and_not_that_of_other_stories(self, tmp_path: Path) -> None:
        def story(number: int, body: str = "") -> str:
            return (
                '<div itemscope itemtype="http://schema.org/NewsArticle">'
                f'<a itemprop="url" href="https://wartatani.example/{number}"></a>'
                f'<time itemprop="datePublished" datetime="2024-03-0{number}T18:30:00+07:00">x</time>{body}</div>'
            )

        own = story(7, f'<div itemprop="articleBody">{plain()}</div>')
        found = document(f"<html><body>{story(1)}{own}{story(2)}</body></html>", tmp_path)
        assert (found.published, found.url) == ("2024-03-07T18:30:00+07:00", "https://wartatani.example/7")

    def test_meta_tags_serve_where_nothing_better_is(self, tmp_path: Path) -> None:
        head = (
            '<meta property="article:published_time" content="2024-03-07T18:30:52+0700">'
            '<meta property="og:url" content="https://lampung.wartatani.example/412">'
        )
        found = document(page(plain(), head=head), tmp_path)
        assert (found.published, found.url) == (
            "2024-03-07T18:30:52+07:00",
            "https://lampung.wartatani.example/412",
        )


class TestOddPages:
    def test_unclosed_and_crossed_elements_are_read(self, tmp_path: Path) -> None:
        broken = page("".join(f"<p><b>{each}</p>" for each in PARAGRAPHS)).replace("</div>", "")
        assert body_of(document(broken.replace("</html>", ""), tmp_path))[:4] == list(PARAGRAPHS)

    def test_a_page_without_an_article_is_one_clear_line(self, tmp_path: Path) -> None:
        file = tmp_path / "beranda.html"
        file.write_text(f"<html><body><ul>{STORIES}</ul></body></html>", encoding="utf-8")
        with pytest.raises(
            ArticleError, match=r"beranda\.html: no article's text in this page; save the page"
        ) as told:
            list(read(file))
        assert "\n" not in str(told.value)

    @pytest.mark.parametrize("data", [b"", b"  \n", b"<!-- kosong -->"])
    def test_an_empty_page_is_one_clear_line(self, data: bytes, tmp_path: Path) -> None:
        file = tmp_path / "kosong.html"
        file.write_bytes(data)
        with pytest.raises(ArticleError, match=r"kosong\.html: .*; "):
            list(read(file))

    def test_two_encodings_in_one_page_leave_a_note(self, tmp_path: Path) -> None:
        data = page(plain()).encode().replace(b"benih baru", b"benih \x93baru\x94", 1)
        found = document(data, tmp_path)
        assert "benih \ufffdbaru\ufffd" in found.text
        assert "“Kenaikannya 32 ton,”" in found.text
        assert any("U+FFFD" in note for note in found.notes)

    def test_the_encoding_that_the_page_names_is_used(self, tmp_path: Path) -> None:
        head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
        assert "“Kenaikannya 32 ton,”" in document(page(plain(), head=head).encode("cp1252"), tmp_path).text

    def test_elements_may_nest_as_deep_as_they_like(self, tmp_path: Path) -> None:
        deep = "<div>" * 200 + plain() + "</div>" * 200
        assert PARAGRAPHS[-1] in document(page(deep), tmp_path).text

    @pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>", "<a href='#'>"])
    def test_endless_nesting_is_read_or_refused_soon(self, tag: str, tmp_path: Path) -> None:
        started = time.process_time()
        with suppress(ArticleError):
            document(page(tag * 50_000 + plain()), tmp_path)
        assert time.process_time() - started < 20


def _hash(words: str) -> str:
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


def seen(name: str) -> dict[str, Any]:
    """What is expected of a page: days as they are, words as hashes."""
    article = extract_file(SAVED / f"{name}.html")
    found = article.metadata
    parts = [article.text[s.start : s.end] for s in article.sections if s.kind in ("dateline", "body")]
    if found.dateline:
        parts[:2] = [" ".join(parts[:2])]
    sentences = [each for part in parts for each in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"(])", part)]
    return {
        "headline": _hash(found.headline or ""),
        "published": found.published,
        "modified": found.modified or "",
        "outlet": found.outlet,
        "section": found.section or "",
        "url": _hash(article.source.url or ""),
        "authors": [_hash(each) for each in found.reporters],
        "editors": [_hash(each) for each in found.editors],
        "captions": sum(section.kind == "caption" for section in article.sections),
        "sentences": len(sentences),
        "first": _hash(sentences[0]),
        "last": _hash(sentences[-1]),
    }


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_real_page_is_read_as_it_was_checked_by_eye(name: str) -> None:
    if not SAVED.is_dir():
        pytest.skip("the saved pages are not part of the project")
    assert seen(name) == EXPECTED[name]


if __name__ == "__main__":
    for file in sorted(SAVED.glob("*.html")):
        print(f'["{file.stem}"]')
        for key, value in seen(file.stem).items():
            print(f"{key} = {value!r}".replace("'", '"'))
        print()
