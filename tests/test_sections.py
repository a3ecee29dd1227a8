"""Which stretch of an article is what, and what its headers and footers say."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beritaextract.errors import RuleError
from beritaextract.mentions.sections import Layout, Sectioner
from beritaextract.model import Dateline
from beritaextract.reading.frozen import freeze
from beritaextract.rules import load

SECTIONER = Sectioner(load())

ARTICLE = """Pelanggan Nunggak Rp 4,1 M, PDAM Gandeng Kejari

Kupang (ANTARA) - Perusahaan air minum menggandeng kejaksaan.

"Tahun lalu kami menagih 412 pelanggan," kata Direktur PDAM Yosef Taneo.
Penandatanganan kerja sama di Kupang. (ANTARA/HO/Humas PDAM)

Baca juga: Warga 3 Kelurahan Antre Air Sejak Subuh

Tunggakan itu harus lunas tahun ini.

Pewarta: Bernadus Tokan
Editor : Maria Lobo


COPYRIGHT © ANTARA News Kupang, NTT 2024
"""


def layout(text: str) -> Layout:
    return SECTIONER.find(freeze(text)[0])


def pieces(text: str, *kinds: str) -> list[tuple[str, str]]:
    found = layout(text).sections
    return [(part.kind, text[part.start : part.end]) for part in found if not kinds or part.kind in kinds]


def links(text: str) -> list[str]:
    return [content for _, content in pieces(text, "link")]


def body(text: str) -> str:
    return " ".join(content for _, content in pieces(text, "body"))


def test_an_agency_story_falls_into_its_sections() -> None:
    assert pieces(ARTICLE) == [
        ("headline", "Pelanggan Nunggak Rp 4,1 M, PDAM Gandeng Kejari"),
        ("dateline", "Kupang (ANTARA) -"),
        ("body", "Perusahaan air minum menggandeng kejaksaan."),
        ("body", '"Tahun lalu kami menagih 412 pelanggan," kata Direktur PDAM Yosef Taneo.'),
        ("caption", "Penandatanganan kerja sama di Kupang. (ANTARA/HO/Humas PDAM)"),
        ("link", "Baca juga: Warga 3 Kelurahan Antre Air Sejak Subuh"),
        ("body", "Tunggakan itu harus lunas tahun ini."),
        ("credit", "Pewarta: Bernadus Tokan"),
        ("credit", "Editor : Maria Lobo"),
        ("credit", "COPYRIGHT © ANTARA News Kupang, NTT 2024"),
    ]


def test_headers_and_footers_give_the_metadata() -> None:
    found = layout(ARTICLE).metadata
    assert found.headline == "Pelanggan Nunggak Rp 4,1 M, PDAM Gandeng Kejari"
    assert found.dateline == Dateline(place="Kupang", outlet="ANTARA")
    assert found.outlet == "ANTARA News Kupang, NTT"
    assert (found.reporters, found.editors) == (("Bernadus Tokan",), ("Maria Lobo",))
    assert (found.copyright_year, found.published) == (2024, None)


@pytest.mark.parametrize(
    ("start", "place", "outlet"),
    [
        ("JAKARTA, KOMPAS.com - ", "JAKARTA", "KOMPAS.com"),
        ("BANJARMASIN, KOMPAS.com –", "BANJARMASIN", "KOMPAS.com"),
        ("Liputan6.com, Jakarta -", "Jakarta", "Liputan6.com"),
        ("Liputan6.com, Jakarta", "Jakarta", "Liputan6.com"),
        ("REPUBLIKA.CO.ID, JAKARTA -- ", "JAKARTA", "REPUBLIKA.CO.ID"),
        ("TEMPO.CO, Jakarta - ", "Jakarta", "TEMPO.CO"),
        ("Jakarta - ", "Jakarta", None),
        ("Banda Aceh - ", "Banda Aceh", None),
        ("Surabaya, CNN Indonesia -- ", "Surabaya", "CNN Indonesia"),
        ("Posmetro.co.id,INDRAMAYU –", "INDRAMAYU", "Posmetro.co.id"),
        ("INDRAMAYU (Posmetro).. ", "INDRAMAYU", "Posmetro"),
        ("KEDIRI, SuaraBrantas.id – ", "KEDIRI", "SuaraBrantas.id"),
        ("Sofifi, Diskominfosan – ", "Sofifi", "Diskominfosan"),
        ("KBRN, Palangka Raya : ", "Palangka Raya", "KBRN"),
        ("KONTAN.CO.ID - JAKARTA. ", "JAKARTA", "KONTAN.CO.ID"),
        ("Merdeka.com - ", None, "Merdeka.com"),
        ("VIVA – ", None, "VIVA"),
        ("MENGGALA (Lampost.co)--", "MENGGALA", "Lampost.co"),
        ("Kupang, 12/3 (ANTARA) - ", "Kupang", "ANTARA"),
        ("Medan, Sumatera Utara - ", "Medan", None),
    ],
)
def test_datelines_name_place_and_outlet(start: str, place: str | None, outlet: str | None) -> None:
    text = f"Pemkab Salurkan Bantuan Beras\n\n{start}Pemerintah menyalurkan 12 ton beras."
    assert layout(text).metadata.dateline == Dateline(place=place, outlet=outlet)
    assert body(text) == "Pemerintah menyalurkan 12 ton beras."


@pytest.mark.parametrize(
    "text",
    [
        "Badan Pusat Statistik (BPS) mencatat inflasi 0,3 persen.",
        "BPJAMSOSTEK-Kejati memperpanjang kerja sama.",
        "Pemkab Solok membangun 12 jembatan - yang terpanjang 40 meter.",
        "Jakarta, Kamis, diguyur hujan.",
    ],
)
def test_a_first_sentence_is_no_dateline(text: str) -> None:
    assert pieces(text) == [("body", text)]


def test_a_first_paragraph_is_no_headline() -> None:
    text = "Pemkab menyalurkan bantuan kepada 13 keluarga.\n\nBantuan itu berupa beras."
    assert layout(text).metadata.headline is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kompas.com - 12/02/2022, 05:57 WIB\nHarga beras naik.", "2022-02-12"),
        ("Diterbitkan: 12 Mei 2024\nHarga beras naik.", "2024-05-12"),
        ("Kupang, 12/3/2024 (ANTARA) - Harga beras naik.", "2024-03-12"),
        ("Kupang, 12/3 (ANTARA) - Harga beras naik.", None),
    ],
)
def test_the_publication_date_is_what_the_file_states(text: str, expected: str | None) -> None:
    assert layout(text).metadata.published == expected


@pytest.mark.parametrize(
    ("foot", "reporters", "editors"),
    [
        ("(lus/mlo)", ["lus"], ["mlo"]),
        ("(mus)", ["mus"], []),
        ("(yan/d1n/mlo)", ["yan", "d1n", "mlo"], []),
        ("(des/dpw)pdamtunggakan air", ["des"], ["dpw"]),
        ("(Eko Suprapto)", ["Eko Suprapto"], []),
        ("(*)", [], []),
        ("\nPenulis: Asep RidwanEditor: Farah Lestari", ["Asep Ridwan"], ["Farah Lestari"]),
        ("\nPenulis: Kontributor Waingapu, Yanto Hamba", ["Yanto Hamba"], []),
        ("\nReporter : Ani Rahma dan Budi Laksana", ["Ani Rahma", "Budi Laksana"], []),
        ("\nPenerjemah: Rina Uploader: Dewi", [], []),
        ("\nEditor : Wirya MahendraCOPYRIGHT © ANTARA 2024", [], ["Wirya Mahendra"]),
        ("\nPanen raya. (ANTARA/Fikri Yusman)", ["Fikri Yusman"], []),
    ],
)
def test_bylines_initials_and_photo_credits_name_who_wrote(
    foot: str, reporters: list[str], editors: list[str]
) -> None:
    text = f"Harga beras naik.\n\n“Naik Rp500,” katanya. {foot}"
    found = layout(text).metadata
    assert (list(found.reporters), list(found.editors)) == (reporters, editors)
    assert body(text) == "Harga beras naik. “Naik Rp500,” katanya."


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Baca juga: Loket Ditambah Jadi 6\n\nPer 1 Februari naik.", "Baca juga: Loket Ditambah Jadi 6"),
        ("Baca Juga\nTiga Desa Terima Air\nIa menjelaskan, itu gratis.", "Baca Juga\nTiga Desa Terima Air"),
        ("Baca Juga\nKeberhasilan warga menjadi bukti.", "Baca Juga"),
        ("Baca juga: Tarif Naik Rp 802 Uswah menambahkan, itu wajar.", "Baca juga: Tarif Naik Rp 802"),
        (
            "Baca juga:\nJadwal Balap Pekan Ini Sementara itu, tim menang.",
            "Baca juga:\nJadwal Balap Pekan Ini",
        ),
        ("Warga antre. (Baca: Loket Ditutup 2 Hari) Mereka kecewa.", "(Baca: Loket Ditutup 2 Hari)"),
        ("Simak juga Video: Antrean Air 3 Km\n\n(des/dpw)air", "Simak juga Video: Antrean Air 3 Km"),
        ('Tonton juga video "3 Wamen Dilantik" di sini:', 'Tonton juga video "3 Wamen Dilantik" di sini:'),
        ("Warga antre.\nADVERTISEMENT\nAir habis.", "ADVERTISEMENT"),
        ("Warga antre.\n[Gambas:Video 20detik]\nAir habis.", "[Gambas:Video 20detik]"),
        ("Warga antre.\nScroll to continue with content\nAir habis.", "Scroll to continue with content"),
    ],
)
def test_links_end_where_the_article_goes_on(text: str, link: str) -> None:
    assert links(text) == [link]


@pytest.mark.parametrize(
    "text",
    [
        "Di taman itu warga bisa baca juga buku, 120 judul semuanya.",
        "Baca juga buku itu, katanya kepada 12 siswa.",
        "Simak ketentuan bagi 12 desa berikut ini.",
        "Mereka cuma lihat video itu 2 menit.",
        "Editor foto itu memilih 12 gambar.",
        "Data itu dari sumber: 12 desa terendam.",
        "Ikuti saran dokter selama 14 hari.",
        "Hak cipta 12 lagu itu dijual.",
    ],
)
def test_ordinary_sentences_stay_body(text: str) -> None:
    assert pieces(text) == [("body", text)]


def test_lines_broken_within_a_sentence_are_one_paragraph() -> None:
    text = (
        "Tiket dijual 10-14 Agustus dan\nmulai 27 Agustus.\nRinciannya:\na. Gold 12 kursi\nb. Silver 5 kursi"
    )
    assert [content for _, content in pieces(text)] == [
        "Tiket dijual 10-14 Agustus dan\nmulai 27 Agustus.",
        "Rinciannya:",
        "a. Gold 12 kursi",
        "b. Silver 5 kursi",
    ]


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ('cue = "Iklan"', "section must be one of headline, dateline, body, caption, credit, link"),
        ('section = "link"', "needs a cue, the words it begins with"),
        (
            'section = "credit"\ncue = "Iklan"\nrole = "kurir"',
            "role must be one of reporter, editor, initials",
        ),
    ],
)
def test_a_section_rule_that_does_not_say_what_and_where_is_refused(
    tmp_path: Path, keys: str, problem: str
) -> None:
    (tmp_path / "mentions").mkdir()
    rule = f'[[rule]]\nname = "iklan"\nregex = \'Iklan\'\nmatch = [{{ text = "Iklan" }}]\n{keys}\n'
    (tmp_path / "mentions" / "sections.toml").write_text(rule, encoding="utf-8")
    with pytest.raises(RuleError, match=rf"sections\.toml: iklan: {problem}"):
        Sectioner(load([tmp_path]))


def covered(text: str, found: Layout) -> Iterable[str]:
    done = 0
    for part in found.sections:
        assert done <= part.start < part.end <= len(text)
        yield text[done : part.start]
        done = part.end
    yield text[done:]


FRAGMENTS = st.sampled_from(
    [
        "Baca juga: ",
        "Baca Juga\n",
        "Pewarta: ",
        "(ab/cd)",
        "\n",
        "\n\n",
        "Jakarta (ANTARA) - ",
        "COPYRIGHT © ",
        "2024",
        "(foto: ",
        ")",
        "Simak juga Video: ",
        "Aku Pergi ",
        "kata dia. ",
        "“",
        "İ",
        " ",
        "Editor",
        ":",
        "(*)",
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(FRAGMENTS).map("".join)))
def test_sections_are_in_order_and_leave_out_only_white_space(raw: str) -> None:
    text, _ = freeze(raw)
    assert not "".join(covered(text, SECTIONER.find(text))).strip()


@pytest.mark.parametrize(
    "text",
    [
        "Warga menerima bantuan. " * 40_000,
        "(" * 100_000,
        "(a)\n" * 50_000,
        "\n" * 1_000_000,
        " " * 1_000_000,
        "1" * 100_000,
        "Baca juga: " * 20_000,
        "Baca juga: " + "Aa " * 300_000,
        "Baca Juga\n" + "Satu Dua Tiga Empat\n" * 50_000,
        "Editor: " * 50_000,
        "Artikel ini telah tayang di " * 10_000,
        "a\n" * 300_000,
        "\nsumber" * 50_000,
        "a." * 500_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    started = time.process_time()
    SECTIONER.find(text)
    assert time.process_time() - started < 5
