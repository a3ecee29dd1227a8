"""Persons: found by their context, cut at the right word, joined to one record each."""

from __future__ import annotations

from functools import lru_cache

import pytest

from beritaextract import extract
from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.persons.finder import PersonFinder
from beritaextract.mentions.names.proposals import Label, Mention, Proposal
from beritaextract.model import Person, Section
from beritaextract.rules import load


@lru_cache(maxsize=1)
def finder() -> PersonFinder:
    return PersonFinder(load())


def body(text: str) -> Page:
    return pages.read(text, [Section(kind="body", start=0, end=len(text))])


def words(page: Page, name: str, nth: int = 1) -> tuple[int, int]:
    at = -1
    for _ in range(nth):
        at = page.text.index(name, at + 1)
    return page.words(at, at + len(name))


def known(page: Page, *names: tuple[str, Label | None]) -> list[Proposal]:
    return [Proposal(*words(page, name), label, "test") for name, label in names]


def proposed(text: str, *names: tuple[str, Label | None]) -> list[str]:
    page = body(text)
    found = finder().propose(page, known(page, *names))
    assert all(each.label == "PER" for each in found)
    return [page.span(each.first, each.last).text for each in found]


def labelled(text: str, *names: str | tuple[str, Label]) -> tuple[Page, list[Mention]]:
    """The mentions after completion, where a model has labelled the names, each at its first place."""
    page = body(text)
    pairs = [(name, "PER") if isinstance(name, str) else name for name in names]
    marked = sorted(Mention(*words(page, name), label, "model") for name, label in pairs)  # type: ignore[arg-type]
    return page, finder().complete(page, marked)


def completed(text: str, *names: str | tuple[str, Label]) -> list[str]:
    page, mentions = labelled(text, *names)
    return [page.span(each.first, each.last).text for each in mentions if each.label == "PER"]


def persons(text: str, *names: tuple[str, Label | None]) -> list[Person]:
    """The persons that rules alone find."""
    page = body(text)
    found = finder().propose(page, known(page, *names))
    mentions = [Mention(each.first, each.last, "PER", each.source) for each in found]
    return finder().join(page, finder().complete(page, sorted(mentions)))


FOUND = [
    ("Bupati Tanah Laut Sukarmin hadir.", [("Tanah Laut", "LOC")], ["Sukarmin"]),
    ('"Sudah kami cek," kata Gubernur Warsoko di Jakarta.', [("Jakarta", "LOC")], ["Warsoko"]),
    ('"Besok mulai," ujar Ghazwan Rabu pagi.', [], ["Ghazwan"]),
    ("Kapolres Garut AKBP Tarjo Mulwanto datang.", [("Garut", "LOC")], ["Tarjo Mulwanto"]),
    ("Menteri Perindustrian (Menperin) Wiryo Hadisaputra hadir.", [], ["Wiryo Hadisaputra"]),
    ("ditandatangani Kepala Dinas Sosial, drg. Lusmini Karya, M.Kes, kemarin", [], ["Lusmini Karya"]),
    ("Menurut Pak Danuri, jalan itu rusak.", [], ["Danuri"]),
    ("disampaikan oleh Dr. H. M. Sadeli Wangsa, S.E., M.M. di kantornya", [], ["M. Sadeli Wangsa"]),
    ("Ustaz Karnadi memimpin doa.", [], ["Karnadi"]),
    ("Pelakunya Wartono (34) dan Sriyanti Mega (29) kini ditahan.", [], ["Wartono", "Sriyanti Mega"]),
    ("yang ditulis Hartini Lakoro SH MH pekan ini", [], ["Hartini Lakoro"]),
    ("Jamil bin Harun Sorai bersaksi.", [], ["Jamil bin Harun Sorai"]),
    ("Afrika bin Harun bersaksi.", [("Afrika", "LOC")], ["Afrika bin Harun"]),
    ("Coach Nova Sudirja memuji pemainnya.", [], ["Nova Sudirja"]),
    ("Gol penentu lahir lewat Ratri Handayani pada menit ke-70.", [], ["Ratri Handayani"]),
    (
        "Kepala Balai Garam Jambi Bengkulu Agus Sadewa hadir",
        [("Balai Garam Jambi", "ORG"), ("Bengkulu", "LOC")],
        ["Agus Sadewa"],
    ),
    ("bersama Pak Wardiman\nKasus itu lama", [], ["Wardiman"]),
    ("dihadiri I Nyoman Sutarja dan istrinya", [], ["I Nyoman Sutarja"]),
    ("Presiden Rudolf van der Berg tiba.", [], ["Rudolf van der Berg"]),
    ("kata Direktur Ahmad al-Farizi kemarin", [], ["Ahmad al-Farizi"]),
    ("Pak Ma'mun Sya'roni berterima kasih.", [], ["Ma'mun Sya'roni"]),
    ("seorang pria berinisial RT ditangkap", [], ["RT"]),
    ("Selain SBY, hadir pula Gus Dur.", [], ["SBY", "Gus Dur"]),
    ("wakil gubernur Krisnandar mengaku belum tahu", [], ["Krisnandar"]),
    ("Letjen TNI (Purn) Agung Purwoko hadir", [], ["Agung Purwoko"]),
    ("Kapolsek Kutamas AKP PM Tarmulwanto hadir", [("Kutamas", "LOC")], ["PM Tarmulwanto"]),
    ("Wakil Dubes Ghazwan Saleh Al-Farizi tiba di sana.", [], ["Ghazwan Saleh Al-Farizi"]),
    ("Ketua DPRD Lukman Hakim Wiranagara hadir", [("DPRD", "ORG")], ["Lukman Hakim Wiranagara"]),
    ("seorang pria berinisial KRT ditangkap, lalu KRT mengaku", [], ["KRT", "KRT"]),
    ("Tersangka MY (38) ditahan", [], ["MY"]),
    ("Kapolres Kutamas, AKBP Pius X Febrianto Loda hadir", [("Kutamas", "LOC")], ["Pius X Febrianto Loda"]),
    ("arahan Irjen Pol, Helmi Sentanu, kemarin", [], ["Helmi Sentanu"]),
    ("Kadispora Badung I Nyoman Sutarja hadir", [("Badung", "LOC")], ["I Nyoman Sutarja"]),
]


@pytest.mark.parametrize(("text", "names", "want"), FOUND)
def test_context_gives_a_person_away(
    text: str, names: list[tuple[str, Label | None]], want: list[str]
) -> None:
    assert proposed(text, *names) == want


def test_a_list_of_office_holders_gives_each_of_them() -> None:
    text = "disaksikan Wakil Bupati Suparlan, Sekda Mirwan Hadi, dan Ketua DPRD Lestari Wongso di aula"
    assert proposed(text, ("DPRD", "ORG")) == ["Suparlan", "Mirwan Hadi", "Lestari Wongso"]


SILENT = [
    ("Bupati Tanah Laut akan datang.", [("Tanah Laut", "LOC")]),
    ("Gubernur dan Bupati hadir pada Senin.", []),
    ("Kementerian Kesehatan mengatakan stok cukup.", []),
    ("Kepala Dinas Pendidikan akan hadir.", []),
    ("kata dia, Rabu", []),
    ("Ibu Kota pindah ke timur.", []),
    ("Ibu Negara tiba lebih dulu.", []),
    ("rumah sakit itu (45) ramai", []),
    ("PT Sentosa Makmur (Persero) untung", [("PT Sentosa Makmur (Persero)", "ORG")]),
    ("Jalan Dr. Cipto macet.", []),
    ("warga Kampung Sawah mengeluh", []),
    ("kader PBI JK bertambah", []),
    ("Ketua Umum Partai Amanah, Senin (3/3)", []),
    ("Manajer Produk Xiaomi Indonesia bicara", []),
    ("Kepala Organisasi Perangkat Daerah (OPD) hadir", []),
    ("Koordinator Teknik Lapangan belum hadir", []),
    ("Bupati Terbaik tahun ini", []),
    ("kecerdasan buatan alias AI dipakai", []),
    ("Tiket dijual lewat Aplikasi Tunggara pada menit akhir.", []),
    ("Penerbangan ke Bandara Amir bin Harun tertunda.", [("Bandara Amir", "LOC")]),
    ("Ia bertanya kepada bapak. Bahwa jawabnya lama, itu soal lain.", []),
]


@pytest.mark.parametrize(("text", "names"), SILENT)
def test_what_only_looks_like_a_person_stays_silent(text: str, names: list[tuple[str, Label | None]]) -> None:
    assert proposed(text, *names) == []


def test_a_name_stops_at_words_that_are_known_as_something_else() -> None:
    text = "kata Bupati Darmanto Kamis (2/3) lalu"
    assert proposed(text, ("Kamis (2/3)", None)) == ["Darmanto"]


def test_headlines_are_left_to_what_the_body_says() -> None:
    assert proposed("Presiden Wardoyo Resmikan Pabrik Pakan Baru") == []
    text = "Wardoyo Resmikan Pabrik\n"
    page = pages.read(
        text + "Presiden Wardoyo hadir.",
        [
            Section(kind="headline", start=0, end=len(text)),
            Section(kind="body", start=len(text), end=len(text) + 23),
        ],
    )
    mentions = [Mention(0, 2, "PER", "model"), Mention(4, 5, "PER", "persons.title")]
    assert [each[:2] for each in finder().complete(page, mentions)] == [(0, 1), (4, 5)]


TRIMMED = [
    ("Kolonel Inf Dwiyono datang", "Kolonel Inf Dwiyono", ["Dwiyono"]),
    ("H. Makmurjaya Tobing, SH, MH hadir", "H. Makmurjaya Tobing, SH, MH", ["Makmurjaya Tobing"]),
    ("Bupati Wirjo hadir", "Bupati Wirjo", ["Wirjo"]),
    ("Menurut Karsan begitu", "Menurut Karsan", ["Karsan"]),
    ("oleh Tarmuji dan Wagiman tadi", "Tarmuji dan Wagiman", ["Tarmuji", "Wagiman"]),
    ("untuk Registrasi dan lain-lain", "Registrasi", []),
    ("oleh S.H. itu", "S.H.", []),
    ("foto HO kemarin", "HO", []),
    ("Akankah Zahabi Gholiyan Dkk menang?", "Akankah Zahabi Gholiyan Dkk", ["Zahabi Gholiyan"]),
    ("Nabi Muhammad SAW bersabda", "Muhammad SAW", ["Muhammad"]),
    ("kata Wardiman\nKasus itu lama", "Wardiman\nKasus", ["Wardiman"]),
]


@pytest.mark.parametrize(("text", "label", "want"), TRIMMED)
def test_what_a_model_labels_is_cut_to_the_name(text: str, label: str, want: list[str]) -> None:
    assert completed(text, label) == want


KEPT = [
    ("Sementara itu, Tarjonegoro mengaku menyesal.", "Tarjonegoro"),
    ("Gol dicetak Wilbrand Ostegaard pada menit akhir.", "Wilbrand Ostegaard"),
    ("Ia menikah dengan pria bernama Kwarsono di desa.", "Kwarsono"),
    ("Zulkirman, penjaga warung, terbangun.", "Zulkirman"),
    ("Menurut Jumirah, air masuk ke rumah.", "Jumirah"),
    ("Yang hadir ialah Budi Hartono dan Tjokrowilapa.", "Tjokrowilapa"),
    ("Lagu itu ditulis oleh pencipta lagu Klaudia Mertens pada 2010.", "Klaudia Mertens"),
]


@pytest.mark.parametrize(("text", "name"), KEPT)
def test_a_model_is_believed_where_the_words_or_their_context_speak_of_a_person(text: str, name: str) -> None:
    names = [name, "Budi Hartono"] if "Budi" in text else [name]
    page = body(text)
    marked = sorted(Mention(*words(page, each), "PER", "model", None, 0.75) for each in names)
    found = [page.span(each.first, each.last).text for each in finder().complete(page, marked)]
    assert name in found


DROPPED = [
    ("Fitur Active Brake Shutter bekerja sendiri.", "Active Brake Shutter"),
    ("Mobil itu menabrak motor Vorza di jalan.", "Vorza"),
    ("Penumpang kapal Marimbo selamat.", "Marimbo"),
    ("Aplikasi Tunggara bisa diunduh.", "Tunggara"),
    ("Ia tinggal di Wolmerang.", "Wolmerang"),
    ("Adonan Kremes didiamkan sejam.", "Adonan Kremes"),
    ("Rumah keluarga Khazmari digeledah.", "Khazmari"),
    ("Jangankan menang, seri pun sulit.", "Jangankan"),
]


@pytest.mark.parametrize(("text", "name"), DROPPED)
def test_a_thing_that_a_model_takes_for_a_person_is_dropped(text: str, name: str) -> None:
    page = body(text)
    assert finder().complete(page, [Mention(*words(page, name), "PER", "model", None, 0.95)]) == []


BODIES = [
    ("Perusahaan Volmatek membuka pabrik.", "Volmatek"),
    ("Grup Volmarindo merilis lagu.", "Volmarindo"),
    ("Peugeot membuka gerai.", "Peugeot"),
    ("kata CEO Volmatek kemarin", "Volmatek"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_an_organisation_that_a_model_takes_for_a_person_is_one_again(text: str, name: str) -> None:
    page = body(text)
    (one,) = finder().complete(page, [Mention(*words(page, name), "PER", "model", None, 0.75)])
    assert one.label == "ORG"


def test_what_an_article_says_of_one_mention_holds_for_all() -> None:
    text = "Kwarsono menikah pada 2010. Rumah Kwarsono besar. Menurut berita, di Kwarsono saja."
    page = body(text)
    marked = [Mention(*words(page, "Kwarsono", nth), "PER", "model", None, 0.95) for nth in (1, 2)]
    assert len(finder().complete(page, marked)) == 3


def test_a_part_of_a_name_keeps_its_particles() -> None:
    text = "Iriska Jolein de Rouwen tiba. Ibu de Rouwen pulang. Jolein lega."
    assert completed(text, "Iriska Jolein de Rouwen") == ["Iriska Jolein de Rouwen", "de Rouwen", "Jolein"]


def test_later_mentions_by_a_part_of_the_name_are_found() -> None:
    text = "Sutardi Wiranegara datang. Lalu Sutardi pulang. Bank Sutardi tutup. Sutardi Effendi tidak."
    assert completed(text, "Sutardi Wiranegara", ("Bank Sutardi", "ORG")) == ["Sutardi Wiranegara", "Sutardi"]


def test_degrees_honorifics_and_rank_are_kept_apart_from_the_name() -> None:
    (one,) = persons("kata Kepala Dinas Sosial Dr. H. Karyadi Lubuk, S.E., M.M., kemarin")
    assert (one.name, one.degrees, one.rank) == ("Karyadi Lubuk", ("Dr.", "S.E.", "M.M."), None)
    (two,) = persons("kata Kapolres Kombes Pol Darwis Tanoto SIK MH, kemarin")
    assert (two.name, two.degrees, two.rank) == ("Darwis Tanoto", ("SIK", "MH"), "Kombes Pol")


def test_an_m_that_abbreviates_a_name_belongs_to_it() -> None:
    (one,) = persons("Menurut Kepala Bidang Pajak, M Romzani, dan Bupati. Bapak Romzani pulang.")
    assert (one.name, one.aliases) == ("M Romzani", ("Romzani",))


JOINED = [
    ("Presiden Wartono Subekti datang. Pak Wartono pulang.", "Wartono Subekti", ("Wartono",)),
    ("Presiden Joko Widodo datang. Pak Jokowi pulang.", "Joko Widodo", ("Jokowi",)),
    ("Menteri Sosial Nazarudin datang. Pak Nasaruddin pulang.", "Nazarudin", ("Nasaruddin",)),
    ("Gubernur M Ikhsan Tomaga datang. Pak M Iksan Tomaga pulang.", "M Ikhsan Tomaga", ("M Iksan Tomaga",)),
    ("Bupati Muh. Safri Malik datang. Pak Muhammad Safri pulang.", "Muh. Safri Malik", ("Muhammad Safri",)),
    ("Bupati Edi Safril yang akrab disapa Uyun datang.", "Edi Safril", ("Uyun",)),
    ("Bupati Edi Safril alias Uyun datang.", "Edi Safril", ("Uyun",)),
    ("Bupati Edi Safril atau lebih akrab dengan nama Uyun datang.", "Edi Safril", ("Uyun",)),
    ("Bupati Edi Safril tersenyum. Uyun, sapaan akrabnya, lalu pulang.", "Edi Safril", ("Uyun",)),
    ("Gubernur Wirasatya Kusnandar hadir. Gubernur Wira pulang.", "Wirasatya Kusnandar", ("Wira",)),
    ('Bupati Karsono Lim Tae-bo hadir. "Sudah," kata KLTB.', "Karsono Lim Tae-bo", ("KLTB",)),
    ('Gubernur Harjono Mulya hadir. "Sudah," kata KHM. Warga KHM.', "Harjono Mulya", ("KHM",)),
    ("Bupati Badung I Nyoman Sutarja hadir.", "I Nyoman Sutarja", ()),
]


@pytest.mark.parametrize(("text", "name", "aliases"), JOINED)
def test_the_forms_of_one_name_are_one_person(text: str, name: str, aliases: tuple[str, ...]) -> None:
    (one,) = persons(text)
    assert (one.id, one.name, one.aliases) == ("p1", name, aliases)
    assert all(text[span.start : span.end] == span.text for span in one.mentions)


def test_a_short_form_that_two_persons_share_joins_neither() -> None:
    text = "Bupati Wirasatya Kusnandar hadir. Bupati Wirawan Lesmana hadir. Bupati Wira pulang."
    assert [each.name for each in persons(text)] == ["Wirasatya Kusnandar", "Wirawan Lesmana", "Wira"]
    text = "Gubernur Budiman Kusnandar hadir. Pak Budi pulang."
    assert [each.name for each in persons(text)] == ["Budiman Kusnandar", "Budi"]


def test_of_two_persons_the_first_is_called_by_the_name_in_the_aside() -> None:
    text = "Bupati Edi Safril dan Sekda Darwis Tanoto hadir. Uyun, sapaan akrabnya, tertawa."
    assert [(each.name, each.aliases) for each in persons(text)] == [
        ("Edi Safril", ("Uyun",)),
        ("Darwis Tanoto", ()),
    ]


def test_a_company_that_speaks_is_the_person_whose_name_it_shares() -> None:
    _, mentions = labelled(
        'Dosen Raka Vorza Wibowo hadir. "Macet," kata Vorza kemarin. Vorza pulang.',
        "Raka Vorza Wibowo",
        ("Vorza", "ORG"),
    )
    assert [each.label for each in mentions] == ["PER", "PER", "PER"]
    _, mentions = labelled("Raka Vorza hadir. Saham Vorza naik.", "Raka Vorza", ("Vorza naik", "ORG"))
    assert [each.label for each in mentions] == ["PER", "ORG"]


def test_a_name_in_brackets_behind_a_name_is_the_same_person() -> None:
    page, mentions = labelled("Raharjo Winata (Awe) tiba.", "Raharjo Winata", "Awe")
    (one,) = finder().join(page, mentions)
    assert (one.name, one.aliases) == ("Raharjo Winata", ("Awe",))


def test_two_persons_with_one_name_in_common_stay_two() -> None:
    text = "Bupati Agus Lesmana hadir. Agus pulang. Wali Kota Agus Firmanto tiba. Agus bicara."
    one, two = persons(text)
    assert (one.name, two.name) == ("Agus Lesmana", "Agus Firmanto")
    assert [span.start for span in one.mentions] == [7, 27]
    assert [span.start for span in two.mentions] == [50, 70]


def test_a_name_over_a_line_break_has_one_space_in_its_record() -> None:
    (one,) = persons("kata Bupati Wagiyo\nKartalaksana kemarin.")
    assert one.name == "Wagiyo Kartalaksana"
    assert one.mentions[0].text == "Wagiyo\nKartalaksana"


def test_a_lost_space_behind_a_name_does_not_make_another_person() -> None:
    page, mentions = labelled(
        "Ronald Hampelyang tiba, Presiden Ronald Hampel bicara.", "Ronald Hampelyang", "Ronald Hampel "
    )
    assert len(finder().join(page, mentions)) == 1


@pytest.mark.parametrize(
    "unit",
    [
        "Jenderal ",
        "Plt ",
        "Bupati ",
        "SH, MH ",
        "bin Budi ",
        '(23) "kata" ',
        "Vorza, ",
        "AKP MY (38) ",
        "Uyun, sapaan akrabnya, ",
        "gol Sri Lestari menit 2 ",
        "kata STY Shin Tae Yong ",
    ],
)
def test_long_runs_of_one_cue_are_read_in_bounded_steps(unit: str) -> None:
    page = body(unit * 3000)
    found = finder().propose(page, [])
    finder().join(page, finder().complete(page, [Mention(*each[:2], "PER", "model") for each in found]))


@pytest.mark.parametrize("text", ["di Kantor Bupati Xyzq", "menurut Wakil Bupati Vorza"])
def test_a_text_may_end_with_an_unknown_name_behind_a_title(text: str) -> None:
    assert extract(text).text == text
