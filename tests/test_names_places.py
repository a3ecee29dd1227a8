"""Places: what is one, where it begins and ends, and which mentions are one place."""

from __future__ import annotations

import time

import pytest

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.places.finder import PlaceFinder
from beritaextract.mentions.names.places.gazetteer import Gazetteer
from beritaextract.mentions.names.proposals import Label, Mention, Proposal
from beritaextract.model import Place, Section, SectionKind
from beritaextract.rules import load

FINDER = PlaceFinder(load())


def read(text: str, kind: SectionKind = "body") -> Page:
    return pages.read(text, [Section(kind=kind, start=0, end=len(text))])


def proposed(page: Page) -> list[Proposal]:
    return sorted(each for each in FINDER.propose(page, []) if each.label == "LOC")


def found(text: str, kind: SectionKind = "body") -> list[str]:
    """The proposed places as printed."""
    page = read(text, kind)
    return [page.span(each.first, each.last).text for each in proposed(page)]


def joined(text: str) -> list[Place]:
    page = read(text)
    return FINDER.join(page, [Mention(*each[:2], "LOC", *each[3:]) for each in proposed(page)])


def completed(text: str, name: str, label: Label) -> list[tuple[str, Label]]:
    """What becomes of a name that the model labelled."""
    page = read(text)
    start = text.index(name)
    mentions = [Mention(*page.words(start, start + len(name)), label, "model", None, 0.8)]
    return [(page.span(each.first, each.last).text, each.label) for each in FINDER.complete(page, mentions)]


REGIONS = {
    "Harga cabai di Banjarmasin naik.": ["Banjarmasin"],
    "Panen raya se-Kalsel digelar serentak.": ["Kalsel"],
    "Warga Kabupaten Garut menolak.": ["Kabupaten Garut"],
    "Jembatan di kabupaten Garut roboh.": ["Garut"],
    "Bantuan tiba di Kab. Tulang Bawang kemarin.": ["Kab. Tulang Bawang"],
    "Listrik padam di Provinsi Kalimantan\nSelatan, kemarin.": ["Provinsi Kalimantan\nSelatan"],
    "Ia pindah dari Bandarlampung ke Tanjung Pinang.": ["Bandarlampung", "Tanjung Pinang"],
    "Bupati Tanah Laut Surya Handoko hadir.": ["Tanah Laut"],
    "Wali Kota Solo Retno Palupi hadir.": ["Solo"],
    "Kapolres Sragen AKBP Bagas Prakoso hadir.": ["Sragen"],
    "Kepala Dinas Pendidikan Lampung Timur datang.": ["Lampung Timur"],
    "Pemerintah Kota (Pemkot) Metro menata taman.": ["Metro"],
    "Kemacetan Jabodetabek kian parah.": ["Jabodetabek"],
    "Pabrik itu berdiri di Ibu Kota Nusantara (IKN).": ["Ibu Kota Nusantara", "IKN"],
    "Rapat di Watampone, Sulsel, ditunda.": ["Watampone", "Sulsel"],
    "Banjir merendam Jakarta Utara dan Tangsel.": ["Jakarta Utara", "Tangsel"],
    "Ia lahir di Mamuju Utara.": ["Mamuju Utara"],
    "Delegasi Garut tiba. Meskipun Bandung hujan, acara jalan.": ["Garut", "Bandung"],
    "Penerima DTKS Jawa Tengah berkurang.": ["Jawa Tengah"],
    "Kapolres Metro Jakarta Pusat Kombes Bagas Prakoso hadir.": ["Jakarta Pusat"],
    "Kapolres Metro AKBP Bagas Prakoso hadir.": ["Metro"],
    "Gempa 23 kilometer barat laut Sarmi terasa.": ["Sarmi"],
    "Ia besar di ibu kota Vietnam Selatan yang ramai.": ["Vietnam Selatan"],
}

DISTRICTS = {
    "Rumah di Kecamatan Gedung Aji, Tulangbawang, rusak.": ["Kecamatan Gedung Aji", "Tulangbawang"],
    "Rumah di Gedung Aji, Tulangbawang, rusak.": ["Gedung Aji", "Tulangbawang"],
    "Padi di Kecamatan Sukau, Belalau dan Sekincau puso.": ["Kecamatan Sukau", "Belalau", "Sekincau"],
    "Gudang di Kecamatan Balongbendo, Sidoarjo, terbakar.": ["Kecamatan Balongbendo", "Sidoarjo"],
    "Laporan masuk ke Polsek Kedaton pagi tadi.": ["Kedaton"],
    "Di Lampung Barat, benih dikirim dari Sekincau dan Sukau.": ["Lampung Barat", "Sekincau", "Sukau"],
    "Toko di Semarang Tengah tutup.": ["Semarang Tengah"],
    "Kapolsek Padang Ratu AKP Bagas Prakoso hadir.": ["Padang Ratu"],
    "Anggaran Kecamatan Sukau Rp308 juta cair.": ["Kecamatan Sukau"],
}

PATTERNS = {
    "Warga Desa Sukamaju mengeluh.": ["Desa Sukamaju"],
    "Kepala Desa Sukamaju, Tarno, hadir.": ["Desa Sukamaju"],
    "Longsor di Nagari Koto Gadang dan Pekon Sumberrejo.": ["Nagari Koto Gadang", "Pekon Sumberrejo"],
    "Kejadian di Jl. Cempaka Putih itu ramai.": ["Jl. Cempaka Putih"],
    "Truk terguling di jalan Diponegoro, kemarin.": ["jalan Diponegoro"],
    "Pelantikan di Gedung Kesenian Rakyat Bahari, Selasa.": ["Gedung Kesenian Rakyat Bahari"],
    "Konser di gedung Graha Cendana usai.": ["Graha Cendana"],
    "Massa berkumpul di depan Gedung DPR/MPR sejak pagi.": ["Gedung DPR/MPR"],
    "Berkas dibawa ke Kantor Kejari Ngawi, Senin.": ["Kantor Kejari Ngawi"],
    "Kapal sandar di Pelabuhan Tanjung Perak.": ["Pelabuhan Tanjung Perak"],
    "Pendaki Gunung Slamet tersesat di tepi Sungai Klawing.": ["Gunung Slamet", "Sungai Klawing"],
    "Tim menyeberang ke Pulau Sebesi lewat Selat Sunda.": ["Pulau Sebesi", "Selat Sunda"],
    "Petugas menutup Tol Cipali Seksi 4.": ["Tol Cipali"],
    "Warga Kelurahan Kampung Baru senang.": ["Kelurahan Kampung Baru"],
    "Tiket dijual di Stasiun Jakarta Kota sejak pagi.": ["Stasiun Jakarta Kota"],
    "Kapal melintasi Laut China Selatan (LCS) kemarin.": ["Laut China Selatan", "LCS"],
}

ABROAD = {
    "Ia kembali dari Korsel ke Tokyo, Jepang.": ["Korsel", "Tokyo", "Jepang"],
    "Jemaah tiba di Makkah dan Madinah.": ["Makkah", "Madinah"],
    "Presiden Rusia Ivan Petrenko tiba di Den Haag.": ["Rusia", "Den Haag"],
    "Impor dari AS turun.": ["AS"],
    "Negara di Asia Tenggara dan Timur Tengah sepakat.": ["Asia Tenggara", "Timur Tengah"],
    "Tentara Jepang datang, lalu tentara Jepang pulang.": ["Jepang", "Jepang"],
    "Menteri Perdagangan AS Walter Hines tiba.": ["AS"],
}

LOOK_ALIKES = [
    "Batu itu besar, Banjar itu nama, dan Malang nian nasibnya.",
    "Pemain Persija Jakarta berlatih.",
    "Kata Andi Makassar, acara ditunda.",
    "Ia membaca Jawa Pos dan menonton Bali United.",
    "Seorang pelaku berinisial AS (57) ditangkap.",
    "As roda truk itu patah.",
    "Saham PT Perkebunan Raya (JAWA) turun.",
    "Peta Jalan Pendidikan dibahas di sini.",
    "Ini jalan Menuju Perubahan.",
    "Indeks di Pasar Modal melemah.",
    "Dana Desa Tahap II cair.",
    "Menteri Desa Bagus Wardana hadir.",
    "Program Desa Wisata dan Kota Layak Anak berjalan.",
    "Angkatan Laut Iran berlatih.",
    "Berita ini dari TRIBUN-PAPUA.COM pagi tadi.",
    "Menuju Indonesia Emas 2045 perlu kerja keras.",
    "Kepala Desa Suka Maju Sutarno Hadi bicara.",
    "Harganya 100 dolar AS, lima franc Swiss atau dua dolar Singapura.",
    "Bantuan untuk kelurahan Rp1 miliar cair.",
    "Panitia Ibu Kota Negara dan Warga Negara rapat dengan Kepala Negara.",
    "Irjen Bagas Prakoso dari Polda Metro Jaya bicara.",
    "Undang-Undang Penjaga Pantai Jepang disahkan.",
    "Ia menulis untuk Sumatera Selatan Pos dan Tribun Bali.",
]


@pytest.mark.parametrize("text", [*REGIONS, *DISTRICTS, *PATTERNS, *ABROAD])
def test_a_place_is_found_with_its_head_and_nothing_more(text: str) -> None:
    assert found(text) == {**REGIONS, **DISTRICTS, **PATTERNS, **ABROAD}[text]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("MENGGALA (Kabar Tuba) -", ["MENGGALA"]),
        ("KABARTIMUR.COM, PALU --", ["PALU"]),
        ("Kuala Sampan, Diskominfo –", ["Kuala Sampan"]),
        ("ANTARA -", []),
        ("KABARTIMUR.COM -", []),
    ],
)
def test_a_dateline_names_its_place(text: str, places: list[str]) -> None:
    assert found(text, "dateline") == places


def test_a_name_that_needs_a_cue_is_sure_once_it_has_had_one() -> None:
    assert found("Bupati Bone hadir. Pasar ramai, dan Bone ikut bersiap.") == ["Bone", "Bone"]
    assert found("Pasar ramai, dan Bone ikut bersiap.") == []


def test_a_headline_in_capitals_takes_its_places_from_the_text_below() -> None:
    headline, body = "Bone Kejar Target di Gedung Sutera Dibuka\n", "Bupati Bone datang ke Gedung Sutera."
    sections = [
        Section(kind="headline", start=0, end=len(headline)),
        Section(kind="body", start=len(headline), end=len(headline + body)),
    ]
    page = pages.read(headline + body, sections)
    assert [page.span(each.first, each.last).text for each in proposed(page)] == [
        *("Bone", "Gedung Sutera"),
        *("Bone", "Gedung Sutera"),
    ]


def test_a_proposal_carries_the_code_of_the_region() -> None:
    page = read("Ia tiba di Tanah Bumbu, lalu ke Kota Kediri dan Kediri.")
    assert [each.entry for each in proposed(page)] == ["63.10", "35.71", "35.06|35.71"]


def test_forms_of_one_place_are_one_record() -> None:
    (place,) = joined(
        "Kalimantan Selatan unggul. Warga di Kalsel senang. Pemerintah Provinsi Kalimantan Selatan tidak."
    )
    assert (place.name, place.level, place.code) == ("Kalimantan Selatan", "province", "63")
    assert place.aliases == ("Kalsel", "Provinsi Kalimantan Selatan")
    assert [span.text for span in place.mentions] == [
        *("Kalimantan Selatan", "Kalsel"),
        "Provinsi Kalimantan Selatan",
    ]


def test_spelling_with_and_without_a_space_is_one_place() -> None:
    (place,) = joined("Ia dari Tulangbawang. Jalan di Kabupaten Tulang Bawang rusak.")
    assert (place.code, place.name) == ("18.05", "Tulang Bawang")
    assert set(place.aliases) == {"Tulangbawang", "Kabupaten Tulang Bawang"}


def test_a_city_and_a_regency_of_one_name_are_two_places_only_where_both_are_named() -> None:
    both = joined("Warga Kota Kediri dan Kabupaten Kediri antre.")
    assert [(place.name, place.level, place.code) for place in both] == [
        ("Kota Kediri", "city", "35.71"),
        ("Kabupaten Kediri", "regency", "35.06"),
    ]
    (one,) = joined("Warga Kabupaten Kediri antre di Kediri.")
    assert (one.code, one.level) == ("35.06", "regency")


def test_a_name_of_two_regions_has_no_code_unless_the_text_decides() -> None:
    (open_,) = joined("Warga antre di Kediri.")
    assert open_.code is None
    (told,) = joined("Wali Kota Kediri hadir. Warga antre di Kediri.")
    assert told.code == "35.71"


def test_a_district_of_a_common_name_is_the_one_in_the_regency_that_is_named() -> None:
    places = joined("Ledakan di Kecamatan Ketapang. Warga Lampung Selatan panik.")
    assert [(place.name, place.level, place.code) for place in places] == [
        ("Ketapang", "district", "18.01.14"),
        ("Lampung Selatan", "regency", "18.01"),
    ]


def test_a_venue_and_its_longer_name_are_one() -> None:
    (place, _) = joined("Rapat di Hotel Mawar Asri Jember. Tamu tiba di Hotel Mawar Asri, lalu ke Sragen.")
    assert place.level == "venue"
    assert len(place.mentions) == 2


def test_a_head_in_small_letters_does_not_make_another_place() -> None:
    (place,) = joined("Polisi menyusuri sungai Klawing. Tepi Sungai Klawing ramai.")
    assert (place.name, len(place.mentions)) == ("Sungai Klawing", 2)


def test_an_abbreviation_in_brackets_is_the_place_before_it() -> None:
    page = read("Kawasan Pantai Indah Permai (PIP) ramai.")
    mentions = [Mention(1, 4, "LOC", "model"), Mention(5, 6, "LOC", "model")]
    (place,) = FINDER.join(page, mentions)
    assert place.aliases == ("PIP",)


def test_the_level_is_open_where_a_name_is_a_city_and_a_regency() -> None:
    (place,) = joined("Warga antre di Bandung.")
    assert (place.level, place.code) == (None, None)


def test_a_capital_or_a_mayor_lends_no_head() -> None:
    assert [place.aliases for place in joined("Ia tinggal di ibu kota Jepang. Wali Kota Solo hadir.")] == [
        (),
        (),
    ]


def test_a_form_within_an_organisation_is_an_alias_and_neither_name_nor_mention() -> None:
    page = read("Dinas Sosial Kabupaten Pesisir Barat datang. Warga di Pesbar senang.")
    mentions = [Mention(0, 5, "ORG", "organizations")]
    mentions += [Mention(*each[:2], "LOC", *each[3:]) for each in proposed(page) if each.first > 4]
    (place,) = FINDER.join(page, mentions)
    assert (place.name, place.code) == ("Pesbar", "18.13")
    assert set(place.aliases) == {"Pesisir Barat", "Kabupaten Pesisir Barat"}
    assert [span.text for span in place.mentions] == ["Pesbar"]


def test_spans_are_cut_from_the_text() -> None:
    text = "Jalan di Kab.  Tulang\nBawang dan Desa Sukamaju rusak."
    for place in joined(text):
        assert "\n" not in place.name
        for span in place.mentions:
            assert text[span.start : span.end] == span.text


COMPLETED = [
    ("Rapat di Aula Melur usai.", ("Aula Melur", "LOC"), []),
    ("Rapat di Aula Hotel Melur usai.", ("Aula Hotel Melur", "LOC"), [("Hotel Melur", "LOC")]),
    ("Ia antre di TPS pagi itu.", ("TPS", "LOC"), []),
    ("Buka cendanaraya.com sekarang.", ("cendanaraya.com", "LOC"), []),
    ("Kopi dari Dusun Sumberwangi laku.", ("Sumberwangi", "LOC"), [("Dusun Sumberwangi", "LOC")]),
    ("Kontes Akur Indonesia meriah.", ("Indonesia", "LOC"), []),
    ("Menurut Jepang itu jitu.", ("Jepang", "ORG"), [("Jepang", "LOC")]),
    ("Guru Malang itu sabar.", ("Malang", "PER"), [("Malang", "PER")]),
    ("Mereka memproduksi Grand Sedayu sejak lama.", ("Grand Sedayu", "LOC"), []),
    ("Mereka pindah ke Grand Sedayu sejak lama.", ("Grand Sedayu", "LOC"), [("Grand Sedayu", "LOC")]),
    ("Kabar Iran International itu ramai.", ("Iran", "LOC"), []),
    ("Para As SDM hadir.", ("As", "LOC"), []),
    ("Kopdes/Kel) Merah Cerah dibuka.", ("Kel) Merah Cerah", "LOC"), []),
    ("Getaran di Tenggara Pangandaran.", ("Tenggara Pangandaran", "LOC"), [("Pangandaran", "LOC")]),
]


@pytest.mark.parametrize(("text", "name", "after"), COMPLETED)
def test_what_the_model_takes_for_a_place_is_mended(
    text: str, name: tuple[str, Label], after: list[tuple[str, Label]]
) -> None:
    assert completed(text, *name) == after


def test_a_place_stands_in_a_list_with_others() -> None:
    page = read("Ia mengajar Suralaga, Kedungwaru dan Sempor, lalu pulang.")
    ends = Mention(2, 3, "LOC", "places.town"), Mention(6, 7, "LOC", "model", None, 0.8)
    assert [page.forms[each.first] for each in FINDER.complete(page, ends)] == [
        "Suralaga",
        "Kedungwaru",
        "Sempor",
    ]


def test_a_region_within_the_name_of_an_office_that_nobody_read_is_no_place() -> None:
    page = read("Narapidana Rutan Menggala kabur, kata Bupati Garut.")
    assert [page.forms[each.first] for each in FINDER.complete(page, mentions_of(page))] == ["Garut"]


def mentions_of(page: Page) -> list[Mention]:
    return [Mention(*each[:2], "LOC", *each[3:]) for each in proposed(page)]


@pytest.mark.parametrize(("cut", "name"), [("Arab Saud", "Arab Saudi"), ("Indonesi", "Indonesia")])
def test_a_name_that_lost_its_last_letter_is_the_whole_one(cut: str, name: str) -> None:
    page = read(f"Ia tiba di {cut}. Lalu ia ke {name}.")
    sure = [each for each in mentions_of(page) if each.first > 4]
    lost = Mention(*page.words(11, 11 + len(cut)), "LOC", "model", None, 0.8)
    (place,) = FINDER.join(page, FINDER.complete(page, [lost, *sure]))
    assert (place.name, place.aliases) == (name, (cut,))


def test_a_misprint_of_a_region_that_the_model_sees_gets_its_code() -> None:
    page = read("Pasar di Banjaramsin sepi.")
    (mention,) = FINDER.complete(page, [Mention(2, 3, "LOC", "model")])
    (place,) = FINDER.join(page, [mention])
    assert (place.name, place.code) == ("Banjaramsin", "63.71")


def test_a_place_of_the_headline_that_the_text_does_not_name_is_none() -> None:
    headline, body = "Bandel Ditagih, Kuala Sampan Lega\n", "Warga di Kuala Sampan lega."
    sections = [
        Section(kind="headline", start=0, end=len(headline)),
        Section(kind="body", start=len(headline), end=len(headline + body)),
    ]
    page = pages.read(headline + body, sections)
    mentions = [Mention(*words, "LOC", "model") for words in ((0, 1), (3, 5), (8, 10))]
    assert FINDER.complete(page, mentions) == mentions[1:]


def test_the_tables_say_where_each_row_comes_from() -> None:
    book = load()
    tables = (
        "regions",
        "districts",
        "regions_extra",
        "towns",
        "countries",
        "cities",
        "place_heads",
        "place_words",
    )
    for table in tables:
        assert all(row["source"] for row in book.table(table)), table


def test_a_form_that_needs_a_cue_is_a_form_of_its_row() -> None:
    book = load()
    for table in ("regions", "regions_extra", "towns", "countries", "cities"):
        for row in book.table(table):
            forms = {row["name"], *row.get("aliases", "").split("|")}
            assert set(filter(None, row["needs_cue"].split("|"))) <= forms, row


def test_every_region_is_found_under_its_own_name() -> None:
    tables = Gazetteer(load())
    for row in load().table("regions"):
        named = tables.regions.get(row["name"])
        assert named is not None
        assert row["code"] in [each.code for each in named.entries]


@pytest.mark.parametrize(
    "piece",
    [
        "Kecamatan ",
        "di Desa Gedung ",
        "Jakarta ",
        "(AS) ",
        "Pantai Indah (PI), ",
        "Bone, ",
        "Kecamatan Sukau, Belalau, ",
        "Kota / ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    page = read(piece * (400_000 // len(piece)))
    started = time.process_time()
    mentions = [Mention(*each[:2], "LOC", *each[3:]) for each in proposed(page)]
    FINDER.join(page, FINDER.complete(page, mentions))
    assert time.process_time() - started < 6
