"""Organisations: which forms are one, what of the model's is mended, and what lists tell."""

from __future__ import annotations

import pytest

from beritaextract.mentions.names.proposals import Mention
from test_names_organizations import FINDER, joined, labelled, read, settled

JOINED = [
    (
        "Pemerintah Kabupaten (Pemkab) Tulangbawang rapat. Pemkab Tulang Bawang setuju, Pemkab siap.",
        [{"Pemerintah Kabupaten (Pemkab) Tulangbawang", "Pemkab Tulang Bawang", "Pemkab"}],
    ),
    (
        "Kejaksaan Tinggi (Kejati) Sultra diam. Kejati Sultra dan Kejaksaan Tingi Sulawesi Tenggara sama.",
        [{"Kejaksaan Tinggi (Kejati) Sultra", "Kejati Sultra", "Kejaksaan Tingi Sulawesi Tenggara"}],
    ),
    (
        "BP Jamsostek, BPJS Ketenagakerjaan, BPJAMSOSTEK, dan BPJS Ketenakerjaan satu; BPJS Kesehatan bukan.",
        [{"BPJS Ketenagakerjaan", "BP Jamsostek", "BPJAMSOSTEK", "BPJS Ketenakerjaan"}, {"BPJS Kesehatan"}],
    ),
    ("Kejari Kota Kediri dan Kejari Kabupaten Kediri", [{"Kejari Kota Kediri"}, {"Kejari Kabupaten Kediri"}]),
    (
        "Dinas Pemberdayaan Masyarakat dan Pekon mengusulkan, lalu DPMP mencatat.",
        [{"Dinas Pemberdayaan Masyarakat dan Pekon", "DPMP"}],
    ),
    ("PT Freeport Indonesia menambang. Freeport untung.", [{"PT Freeport Indonesia", "Freeport"}]),
    (
        "Satuan Tugas Sapu Bersih Pungutan Liar atau Satgas Saber Pungli bubar. Satgas itu lama.",
        [{"Satuan Tugas Sapu Bersih Pungutan Liar", "Satgas Saber Pungli", "Satgas"}],
    ),
    (
        "Kanwil Kemenag Sulteng mencatat, Kemenag Sulteng mendata, Kementerian Agama menunggu.",
        [{"Kanwil Kemenag Sulteng", "Kemenag Sulteng"}, {"Kementerian Agama"}],
    ),
    (
        "BPJS Kesehatan Cabang Watampone membayar. BPJS Kesehatan untung.",
        [{"BPJS Kesehatan Cabang Watampone", "BPJS Kesehatan"}],
    ),
    (
        "BPJS Kesehatan untung, kata dia. BPJS Kesehatan Cabang Ternate membayar.",
        [{"BPJS Kesehatan"}, {"BPJS Kesehatan Cabang Ternate"}],
    ),
    (
        "Perumda Air Minum Tirta Kencana Kota Samarinda menagih. PDAM Samarinda rugi.",
        [{"Perumda Air Minum Tirta Kencana Kota Samarinda", "PDAM Samarinda"}],
    ),
    ("Polda Lampung dan Polda Bali", [{"Polda Lampung"}, {"Polda Bali"}]),
    (
        "Badan Pengelola Keuangan Daerah (BPKD) Garut rapat. BPKD Garut setuju, BPKD siap.",
        [{"Badan Pengelola Keuangan Daerah (BPKD) Garut", "BPKD Garut", "BPKD"}],
    ),
    (
        "Direktorat Jenderal Tata Ruang Laut rapat. Direktorat Jenderal TRL setuju.",
        [{"Direktorat Jenderal Tata Ruang Laut", "Direktorat Jenderal TRL"}],
    ),
    ("Sekolah Dasar Negeri 5 juara, siswa SDN 5 pulang.", [{"Sekolah Dasar Negeri 5", "SDN 5"}]),
    (
        "Timnas Indonesia menang. Timnas pulang. Timnas Indonesia U-23 kalah.",
        [{"Timnas Indonesia", "Timnas"}, {"Timnas Indonesia U-23"}],
    ),
    ("Saham PT Kalpa Nirvara Tbk. (KPNV) naik. KPNV ditutup menguat.", [{"PT Kalpa Nirvara Tbk", "KPNV"}]),
    (
        "PT Sundara Kalpa Investment Management (SKIM) untung; SKIM optimistis.",
        [{"PT Sundara Kalpa Investment Management", "SKIM"}],
    ),
    ("Anggota Fraksi Gerindra menolak. Gerindra diam.", [{"Fraksi Gerindra", "Gerindra"}]),
    ("Perusahaan Nirvara Indonesia membuka toko, dan Nirvara untung.", [{"Nirvara Indonesia", "Nirvara"}]),
]


@pytest.mark.parametrize(("text", "groups"), JOINED)
def test_the_forms_of_one_organisation_are_joined(text: str, groups: list[set[str]]) -> None:
    records = joined(read(text))
    assert [{each.name, *each.aliases} & set().union(*groups) for each in records] == groups


def test_a_near_miss_is_joined_with_a_note() -> None:
    (agency,) = joined(read("BPJS Kesehatan membayar. Peserta BPJS Keshatan senang."))
    assert agency.notes == ("near-miss spelling: BPJS Keshatan",)


def test_a_group_of_offices_is_one_record_of_its_own() -> None:
    text = "Kejaksaan Ngeri se-Provinsi Kalimantan Selatan, kejari se Kalsel; Kejati Kalsel hadir."
    group, office = joined(read(text))
    assert (group.collective, office.collective) == (True, False)
    assert {group.name, *group.aliases} == {
        "Kejaksaan Ngeri se-Provinsi Kalimantan Selatan",
        "kejari se Kalsel",
    }


def test_spans_of_records_hold_what_the_text_prints() -> None:
    page = read("Komisi Pemilihan Umum (KPU) Lampung Barat rapat. KPU Lampung Barat setuju, KPU siap.")
    (office,) = joined(page)
    assert (office.id, office.type) == ("o1", "agency")
    assert {"KPU", "KPU Lampung Barat", "Komisi Pemilihan Umum"} <= set(office.aliases)
    for span in office.mentions:
        assert page.text[span.start : span.end] == span.text


MENDED = [
    ("Founder Rumah Nada Pelangi tampil.", "Founder Rumah Nada Pelangi", ["Rumah Nada Pelangi"]),
    ("Program Kartu Sehat Bersama dimulai.", "Program Kartu Sehat Bersama", []),
    ("Dana itu untuk PWBD dan lainnya.", "PWBD", []),
    ("Menurut maskapai XJT harga naik.", "XJT", ["XJT"]),
    ("Layanan Nusa Cita Corp tutup.", "Nusa Cita", ["Nusa Cita Corp"]),
    ("Mobil Toyota Rush itu rusak.", "Toyota Rush", []),
    ("Ponsel Nokia G22 itu rusak.", "Nokia", []),
    ("Menteri Luar Negeri Sundara hadir.", "Luar Negeri Sundara", []),
    ("Rilis drama MERCY FOR SOME di sana.", "MERCY FOR SOME", []),
    ("Ponsel Huawei Sundara itu baru.", "Huawei", []),
    ("Mobil J9 EV itu baru.", "J9 EV", []),
    ("Layar Full Display itu jernih.", "Full Display", []),
    ("Pos Klub M M S K Poin", "M M S K", []),
    ("Kepala Bidang Haji dan Umrah Hj. Rini hadir.", "Umrah", []),
    ("Kepala Dinas Dra. Rini hadir.", "Dinas Dra", []),
    ("Petugas Karantina Sundara datang.", "Petugas Karantina Sundara", ["Karantina Sundara"]),
    ("Program Reef Aid (PRA) dimulai.", "Reef Aid", []),
    ("dari Food and Reef Agency (FRA) kemarin", "Reef Agency", ["Food and Reef Agency", "FRA"]),
]


@pytest.mark.parametrize(("text", "form", "names"), MENDED)
def test_what_the_model_labelled_is_mended(text: str, form: str, names: list[str]) -> None:
    page = read(text)
    records = joined(page, labelled(page, form, "ORG"))
    assert [name for each in records for name in (each.name, *each.aliases)] == names


def test_a_surname_labelled_as_an_organisation_is_a_person() -> None:
    page = read("Benjamin Sorga mencetak gol. Bagi Sorga itu penting.")
    person = labelled(page, "Benjamin Sorga", "PER")
    at = page.words(page.text.rindex("Sorga"), page.text.rindex("Sorga") + 5)
    mentions = FINDER.complete(page, [person, Mention(*at, "ORG", "model")])
    assert [each.label for each in mentions] == ["PER", "PER"]


LISTED = [
    (
        "Ada Yamaha, Ducati, dan Sundara di sana. Kini motor Sundara laku.",
        ["Yamaha", "Ducati", "Sundara", "Sundara"],
    ),
    ("Ada Toyota, Nirvara, dan Honda di sana.", ["Toyota", "Nirvara", "Honda"]),
    (
        "Merek seperti Kalpa Beka, Yamaha, Ducati, serta Honda hadir.",
        ["Kalpa Beka", "Yamaha", "Ducati", "Honda"],
    ),
    ("Menurut Sundara, Yamaha, Ducati, dan Honda untung.", ["Yamaha", "Ducati", "Honda"]),
    ("Ada Yamaha dan Sundara di sana.", ["Yamaha"]),
    ("Yamaha, Ducati, Sundara hadir.", ["Yamaha", "Ducati"]),
    ("Ada Yamaha, Ducati, dan UMKM di sana.", ["Yamaha", "Ducati"]),
    ("Ada Yamaha, Ducati, dan Semarang di sana.", ["Yamaha", "Ducati"]),
    ("Ada Yamaha, Ducati, dan Ketua Sundara.", ["Yamaha", "Ducati"]),
]


@pytest.mark.parametrize(("text", "names"), LISTED)
def test_two_known_members_of_a_list_tell_the_others(text: str, names: list[str]) -> None:
    page = read(text)
    known = [Mention(each.first, each.last, "ORG", each.source, each.entry) for each in settled(page)]
    found = FINDER.complete(page, known)
    assert [page.printed(each.first, each.last) for each in found] == names


def test_a_person_in_a_list_of_companies_stays_a_person() -> None:
    page = read("Ada Yamaha, Ducati, dan Rusdi Hartono di sana.")
    known = [Mention(each.first, each.last, "ORG", each.source, each.entry) for each in settled(page)]
    person = labelled(page, "Rusdi Hartono", "PER")
    assert [each.label for each in FINDER.complete(page, [*known, person])] == ["ORG", "ORG", "PER"]
