"""Officials: the title as printed, with its holder, institution and place."""

from __future__ import annotations

from functools import lru_cache

import pytest

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.officials import OfficialFinder
from beritaextract.model import Official, Organization, Person, Place, Section, Span
from beritaextract.rules import load


@lru_cache(maxsize=1)
def finder() -> OfficialFinder:
    return OfficialFinder(load())


def spans(text: str, names: list[str]) -> tuple[Span, ...]:
    """All places of the names, a longer name before the shorter one that is part of it."""
    found: list[Span] = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            if not any(span.start <= at < span.end for span in found):
                found.append(Span(start=at, end=at + len(name), text=name))
            at = text.find(name, at + 1)
    return tuple(sorted(found, key=lambda span: span.start))


def officials(
    text: str,
    persons: list[list[str]],
    organizations: list[str] | None = None,
    places: list[str] | None = None,
) -> list[Official]:
    """The officials of a text; each person is given by its forms, the fullest first."""
    page = pages.read(text, [Section(kind="body", start=0, end=len(text))])
    return finder().find(
        page,
        [
            Person(id=f"p{at}", name=" ".join(forms[0].split()), rank=None, mentions=spans(text, forms))
            for at, forms in enumerate(persons, 1)
        ],
        [
            Organization(id=f"o{at}", name=name, mentions=spans(text, [name]))
            for at, name in enumerate(organizations or [], 1)
        ],
        [
            Place(id=f"l{at}", name=name, mentions=spans(text, [name]))
            for at, name in enumerate(places or [], 1)
        ],
    )


BEFORE = [
    ("Kepala Dinas Sosial Kutamas Lalu Wirajaya hadir.", "Lalu Wirajaya", "Kepala Dinas Sosial Kutamas"),
    ("Kepala Satuan Lalu Lintas Polres Kutamas Darto hadir.", "Darto", "Kepala Satuan Lalu Lintas Polres Kutamas"),
    ("Bupati Kutamas Darto Wibisana hadir.", "Darto Wibisana", "Bupati Kutamas"),
    ("kata Menteri Perindustrian (Menperin), Lukito Wardana, kemarin", "Lukito Wardana",
     "Menteri Perindustrian (Menperin)"),
    ("Wakil Menteri Keuangan (Wamenkeu) Sutrimo Lasa bicara", "Sutrimo Lasa", "Wakil Menteri Keuangan (Wamenkeu)"),
    ("Asisten Deputi Wilayah Bidang Kepesertaan, M Romzani, hadir", "M Romzani",
     "Asisten Deputi Wilayah Bidang Kepesertaan"),
    ("wakil gubernur Krisnandar setuju", "Krisnandar", "wakil gubernur"),
    ("Kapolri Jenderal Listiyono Prabu datang", "Listiyono Prabu", "Kapolri"),
    ("Kepala Pusat Industri, Perdagangan, dan Investasi Andi Wasito bicara", "Andi Wasito",
     "Kepala Pusat Industri, Perdagangan, dan Investasi"),
    ("kata Kadisbunnak Kutamas, Darto Wibisana, kemarin", "Darto Wibisana", "Kadisbunnak Kutamas"),
    ("Paus Ludovikus tiba di Asisi.", "Ludovikus", "Paus"),
    ("Wali Nanggroe Aceh Lukito Wardana hadir.", "Lukito Wardana", "Wali Nanggroe Aceh"),
    ("Vice Chair Yayasan Rimba Sutrimo Lasa bicara", "Sutrimo Lasa", "Vice Chair Yayasan Rimba"),
    ("kata Senior Retail Manager Sawahnet, Lukito Wardana, Senin", "Lukito Wardana", "Senior Retail Manager Sawahnet"),
    ("Financial Planner Lumbung, Darto Wibisana, hadir", "Darto Wibisana", "Financial Planner Lumbung"),
    ("Kepala Bidang Riset pada Balai Garam Sutrimo Lasa bicara", "Sutrimo Lasa",
     "Kepala Bidang Riset pada Balai Garam"),
    ("Kapolda Kutamas Irjen Pol, Darto Wibisana, hadir", "Darto Wibisana", "Kapolda Kutamas"),
    ("Lurah Sidowangi yang bernama Darto Wibisana hadir", "Darto Wibisana", "Lurah Sidowangi"),
    ("Presiden ke 9 Wardoyo Kusnadi hadir", "Wardoyo Kusnadi", "Presiden ke 9"),
    ("Kepala Balai Garam Dr.(HC). dr. Sarwo Edhi hadir", "Sarwo Edhi", "Kepala Balai Garam"),
    ("Bupati Kutamas I Nyoman Sutarja hadir.", "I Nyoman Sutarja", "Bupati Kutamas"),
    ("Direktur Utama PT\nKarya\nMandiri, Tomi Wangsa, mundur", "Tomi Wangsa", "Direktur Utama PT Karya Mandiri"),
    ("Koordinator aksi warga, Hasan Lubis, ikut", "Hasan Lubis", "Koordinator aksi warga"),
    ("Presiden ke-9 Wardoyo Kusnadi hadir", "Wardoyo Kusnadi", "Presiden ke-9"),
    ("Kepala Bidang Humas Dr. H. Sarwo Edhi, S.H. hadir", "Sarwo Edhi", "Kepala Bidang Humas"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title"), BEFORE)
def test_a_title_stands_before_the_name(text: str, name: str, title: str) -> None:
    (one,) = officials(text, [[name]], ["Balai Garam"])
    assert (one.person.id, one.person.name, one.title) == ("p1", name, title)
    assert all(text[span.start : span.end] == span.text for span in one.evidence)
    assert {" ".join(span.text.split()) for span in one.evidence} == {name, title}


AFTER = [
    ("Wagino Lasmana, Ketua Paguyuban Tani, setuju.", "Wagino Lasmana", "Ketua Paguyuban Tani"),
    ("Menurut Dahlan Nasri selaku Kepala Bagian Umum, tidak.", "Dahlan Nasri", "Kepala Bagian Umum"),
    ("Rapat menunjuk Tirto Basuki sebagai Direktur Utama.", "Tirto Basuki", "Direktur Utama"),
    ("Umar Lanang yang juga menjabat Wakil Bupati hadir.", "Umar Lanang", "Wakil Bupati"),
    ("Sri Harjanti (52), Camat Kutamas, hadir.", "Sri Harjanti", "Camat Kutamas"),
    ("Lasmi Karya, S.E., M.M., Kepala Bagian Umum, hadir.", "Lasmi Karya", "Kepala Bagian Umum"),
    ("Lasmi Karya ditunjuk sebagai Plt Camat Kutamas.", "Lasmi Karya", "Plt Camat Kutamas"),
    ("Dahlan Nasri yang kini menjadi Menteri Sosial hadir.", "Dahlan Nasri", "Menteri Sosial"),
    ("Panitia diketuai oleh Tirto Basuki, Camat Kutamas.", "Tirto Basuki", "Camat Kutamas"),
]


@pytest.mark.parametrize(("text", "name", "title"), AFTER)
def test_a_title_stands_behind_the_name(text: str, name: str, title: str) -> None:
    (one,) = officials(text, [[name]])
    assert (one.person.name, one.title) == (name, title)


NO_OFFICE = [
    "Kapten Tirto Basuki mendarat darurat.",
    "Tirto Basuki menjadi pengacara dalam film baru.",
    "Ia ditunjuk oleh Tirto Basuki sebagai Kepala Bagian Umum.",
    "Bupati lama wafat. Upacara dipimpin Tirto Basuki.\nWakil Bupati Kutamas tidak hadir.",
]


@pytest.mark.parametrize("text", NO_OFFICE)
def test_a_rank_a_part_in_a_film_and_the_office_of_another_are_none(text: str) -> None:
    assert officials(text, [["Tirto Basuki"]]) == []


def test_each_of_a_list_has_the_own_office() -> None:
    text = "disaksikan Wakil Bupati Suparlan, Sekda Mirwan Hadi, dan Ketua DPRD Lestari Wongso di aula"
    found = officials(text, [["Suparlan"], ["Mirwan Hadi"], ["Lestari Wongso"]], ["DPRD"])
    assert [(one.person.name, one.title) for one in found] == [
        ("Suparlan", "Wakil Bupati"),
        ("Mirwan Hadi", "Sekda"),
        ("Lestari Wongso", "Ketua DPRD"),
    ]


def test_a_list_with_commas_between_title_and_name_does_not_slip() -> None:
    text = (
        "Hadir Menteri Sosial, Wardi Toha, dan Kapolri, Jenderal Seno Aji, serta Kepala Bagian Umum, Mulyo."
    )
    found = officials(text, [["Wardi Toha"], ["Seno Aji"], ["Mulyo"]])
    assert [(one.person.name, one.title) for one in found] == [
        ("Wardi Toha", "Menteri Sosial"),
        ("Seno Aji", "Kapolri"),
        ("Mulyo", "Kepala Bagian Umum"),
    ]


def test_the_title_refers_to_its_institution_and_its_place() -> None:
    text = "Kepala Dinas Sosial Kabupaten Kutamas Sarwo Edhi dan Bupati Kutamas Darto hadir."
    one, two = officials(text, [["Sarwo Edhi"], ["Darto"]], ["Dinas Sosial Kabupaten Kutamas"], ["Kutamas"])
    assert one.organization is not None
    assert (one.organization.id, one.organization.name) == ("o1", "Dinas Sosial Kabupaten Kutamas")
    assert two.place is not None
    assert (two.title, two.place.id, two.organization) == ("Bupati Kutamas", "l1", None)


STATUS = [
    ("Plt. Kepala Bagian Umum Sarwo Edhi", "Plt. Kepala Bagian Umum", "acting"),
    ("Pelaksana Tugas (Plt) Bupati Sarwo Edhi", "Pelaksana Tugas (Plt) Bupati", "acting"),
    ("Penjabat Sekretaris Daerah Sarwo Edhi", "Penjabat Sekretaris Daerah", "acting"),
    ("mantan Menteri Keuangan Sarwo Edhi", "mantan Menteri Keuangan", "former"),
    ("Calon Bupati Sarwo Edhi", "Calon Bupati", None),
]


@pytest.mark.parametrize(("text", "title", "status"), STATUS)
def test_acting_and_former_are_of_the_title_and_of_the_status(
    text: str, title: str, status: str | None
) -> None:
    (one,) = officials(f"Menurut {text} begitu.", [["Sarwo Edhi"]])
    assert (one.title, one.status) == (title, status)


def test_one_office_stands_once_by_its_fullest_title() -> None:
    text = "Menkeu Sarwo Edhi datang. Menteri Keuangan Sarwo Edhi bicara. Menteri Sarwo pulang."
    (one,) = officials(text, [["Sarwo Edhi", "Sarwo"]])
    assert one.title == "Menteri Keuangan"
    text = "Ketua Sarwo Edhi datang. Ketua Umum Sarwo Edhi bicara."
    (one,) = officials(text, [["Sarwo Edhi"]])
    assert one.title == "Ketua Umum"


def test_two_offices_of_one_person_are_two_officials() -> None:
    text = "Gubernur Sarwo Edhi, yang juga Ketua Dewan Pembina, hadir."
    found = officials(text, [["Sarwo Edhi"]])
    assert [one.title for one in found] == ["Gubernur", "Ketua Dewan Pembina"]


def test_what_an_attorney_says_is_not_said_by_the_client() -> None:
    (one,) = officials("kata kuasa hukum Wardi Toha, Mulyo Seno, kemarin", [["Wardi Toha"], ["Mulyo Seno"]])
    assert (one.person.name, one.title) == ("Mulyo Seno", "kuasa hukum Wardi Toha")


def test_a_job_is_an_office_with_the_club_or_paper_that_it_is_held_at() -> None:
    text = "Penyerang Laskar Kutamas Wirya Lasmana mencetak gol. Penyerang Tarjo Mulwanto absen."
    (one,) = officials(text, [["Wirya Lasmana"], ["Tarjo Mulwanto"]], ["Laskar Kutamas"])
    assert (one.person.name, one.title) == ("Wirya Lasmana", "Penyerang Laskar Kutamas")


def test_an_ambassador_is_of_a_country_and_for_a_country() -> None:
    text = "Duta Besar Kerajaan Norwegia untuk Indonesia Lasse Holmdal tiba."
    (one,) = officials(text, [["Lasse Holmdal"]], [], ["Kerajaan Norwegia", "Indonesia"])
    assert one.title == "Duta Besar Kerajaan Norwegia untuk Indonesia"


def test_an_english_title_is_whole() -> None:
    text = "kata Co-Founder Wartaloka Sarwo Edhi dan Head of Public Relations Tokoraya, Mulyo Seno."
    one, two = officials(text, [["Sarwo Edhi"], ["Mulyo Seno"]], ["Wartaloka", "Tokoraya"])
    assert (one.title, two.title) == ("Co-Founder Wartaloka", "Head of Public Relations Tokoraya")


SILENT = [
    ("Penyerang Wardi Toha mencetak gol.", "Wardi Toha"),
    ("Terdakwa Wardi Toha dihukum.", "Wardi Toha"),
    ("warga bernama Wardi Toha mengeluh", "Wardi Toha"),
    ("Bupati hadir. Wardi Toha pulang.", "Wardi Toha"),
    ("Bupati Kutamas mengatakan bahwa Wardi Toha pulang.", "Wardi Toha"),
    ("Kepada penyidik, Wardi Toha mengaku.", "Wardi Toha"),
    ("kelompok pimpinan Wardi Toha bubar", "Wardi Toha"),
]


@pytest.mark.parametrize(("text", "name"), SILENT)
def test_no_office_is_made_up(text: str, name: str) -> None:
    assert officials(text, [[name]]) == []


@pytest.mark.parametrize("unit", ["Bupati ", "Plt ", "Kepala Bidang dan ", "Ketua (X) ", "Wardi, Ketua "])
def test_long_runs_of_titles_are_read_in_bounded_steps(unit: str) -> None:
    officials(unit * 3000, [["Wardi"]])
