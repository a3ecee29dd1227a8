"""The other agreements of an article: similar ones, renewed ones, those in force, and those still to come."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import Told, agreements_told


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, text: str) -> list[Told]:
    return agreements_told(extractor.extract(text).agreements)


def test_a_similar_agreement_is_of_the_kind_of_the_one_before(extractor: Extractor) -> None:
    _, second = read(
        extractor,
        "PADANG - Politeknik Bahari Teluk Kabung dan BPJS Ketenagakerjaan Cabang Solok meneken perjanjian kerja "
        "sama perlindungan taruna magang, Senin (3/2/2025).\n\nKepala BPJS Ketenagakerjaan Cabang Solok Rini "
        "Astuti mengatakan perjanjian serupa sudah berjalan dengan Universitas Dharma Andalas sejak 2022.",
    )
    parties = ["BPJS Ketenagakerjaan Cabang Solok", "Universitas Dharma Andalas"]
    assert second == Told("PKS", "existing", parties, None, "2022", None)


def test_a_similar_agreement_is_planned_by_the_party_that_is_not_akin_to_the_new_one(
    extractor: Extractor,
) -> None:
    _, second = read(
        extractor,
        "KENDARI - Bank Sultra dan Kejaksaan Negeri Konawe memperpanjang perjanjian kerja sama penagihan kredit, "
        "Rabu (12/3/2025).\n\nPerjanjian yang sama dengan Kejaksaan Negeri Kolaka direncanakan diteken di Kolaka "
        "pada April 2025.",
    )
    parties = ["Bank Sultra", "Kejaksaan Negeri Kolaka"]
    assert second == Told("PKS", "planned", parties, "penagihan kredit", "2025-04", "Kolaka")


def test_parties_stand_in_the_sentence_before_a_planned_one(extractor: Extractor) -> None:
    (only,) = read(
        extractor,
        "MALANG - Sepanjang 2024 Baznas Kota Malang menyalurkan zakat kepada 2.400 orang.\n\nBaznas Kota Malang "
        "juga berencana menggandeng Universitas Wisnuwardhana. Nota kesepahaman beasiswa anak yatim itu "
        "dijadwalkan ditandatangani Mei 2025.",
    )
    parties = ["Baznas Kota Malang", "Universitas Wisnuwardhana"]
    assert only == Told("MoU", "planned", parties, "beasiswa anak yatim", "2025-05", None)


def test_one_still_in_force_and_its_extension_are_two(extractor: Extractor) -> None:
    found = read(
        extractor,
        "BINJAI - Kejaksaan Negeri Binjai menagih tunggakan retribusi pasar atas permintaan Dinas Perdagangan Kota "
        "Binjai.\n\n“Pedagang sudah mau mencicil,” katanya.\n\nKerja sama kedua instansi itu dituangkan dalam nota "
        "kesepahaman bidang perdata yang diteken pada 2022 dan masih berlaku. Perpanjangan nota kesepahaman "
        "dijadwalkan Desember 2025.",
    )
    parties = {"Kejaksaan Negeri Binjai", "Dinas Perdagangan Kota Binjai"}
    assert [(each.action, set(each.parties), each.date) for each in found] == [
        ("existing", parties, "2022"),
        ("planned", parties, "2025-12"),
    ]


def test_one_being_prepared_is_planned_whatever_follows(extractor: Extractor) -> None:
    (only,) = read(
        extractor,
        "PALU - Universitas Tadulako menerima 300 mahasiswa. Bank Sulteng "
        "tengah mematangkan nota kesepahaman dengan Pemerintah Kabupaten Sigi terkait penyaluran kredit petani, "
        "yang diharapkan bisa diteken pada Oktober 2025.",
    )
    assert (only.action, only.date) == ("planned", "2025-10")


def test_what_is_signed_on_an_occasion_has_its_day_and_place(extractor: Extractor) -> None:
    (only,) = read(
        extractor,
        "BENGKULU - PT Jasa Raharja Cabang Bengkulu membayarkan santunan Rp12,4 miliar sepanjang 2024. Jumlah "
        "korban turun 4 persen. Korban luka juga turun. Biaya rawat naik.\n\nKepala PT Jasa Raharja Cabang "
        "Bengkulu, Hendra Wijaya, menyampaikan hal itu dalam rapat koordinasi di Hotel Mercure Bengkulu, Kamis "
        "(23/1/2025). Ia berterima kasih kepada polisi. Laporan kini masuk lebih cepat.\n\nPada kesempatan itu, "
        "Jasa Raharja memperpanjang perjanjian kerja sama dengan RSUD M Yunus mengenai penjaminan biaya perawatan.",
    )
    assert (only.date, only.place) == ("2025-01-23", "Hotel Mercure Bengkulu")


def test_a_paper_by_which_something_is_done_is_signed_where_a_day_is_told(extractor: Extractor) -> None:
    text = (
        "AMBON - Data itu dipadankan lewat nota kesepahaman tentang pertukaran data, yang diteken Dinas Kesehatan "
        "Maluku dan BPJS Kesehatan Cabang Ambon {}."
    )
    (new,) = read(extractor, text.format("di Kantor Gubernur Maluku, Selasa (5/8/2025)"))
    (old,) = read(extractor, text.format("pada 2021"))
    assert (new.action, old.action) == ("signed", "existing")


def test_who_came_to_sign_has_signed(extractor: Extractor) -> None:
    text = (
        "KUDUS - Kepala Kantor Wilayah Jasa Raharja Jawa Tengah, Sigit Pramono, {} untuk meneken perjanjian kerja "
        "sama penjaminan korban kecelakaan dengan RS Mardi Rahayu."
    )
    (came,) = read(extractor, text.format("berada di Kudus"))
    (ready,) = read(extractor, text.format("bersiap"))
    assert (came.action, ready.action) == ("signed", "planned")


def test_that_campus_is_a_party(extractor: Extractor) -> None:
    (only,) = read(
        extractor,
        "MANADO (ANTARA) - Mahasiswa Universitas Klabat dijamin selama magang setelah kampus itu dan BPJS "
        "Ketenagakerjaan Cabang Manado menandatangani perjanjian kerja sama perlindungan mahasiswa, Rabu "
        "(3/9/2025).",
    )
    assert only.parties == ["Universitas Klabat", "BPJS Ketenagakerjaan Cabang Manado"]


def test_what_stands_before_a_conjunction_is_no_party(extractor: Extractor) -> None:
    (only,) = read(
        extractor,
        "SERANG - Kisah Sulastri diputar saat PCNU Serang dan BPJS Ketenagakerjaan Cabang Serang memperbarui nota "
        "kesepahaman perlindungan guru ngaji di kantor PCNU Serang, Jumat (10/10/2025).",
    )
    assert only.parties == ["PCNU Serang", "BPJS Ketenagakerjaan Cabang Serang"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Gapoktan Tani Makmur, Bank Maluku Malut dan Dinas Pertanian Kota Ternate menandatangani perjanjian "
            "kerja sama tiga pihak penyaluran kredit pala.",
            "penyaluran kredit pala",
        ),
        (
            "BPJS Kesehatan Cabang Cibinong dan Kejaksaan Negeri Depok memperpanjang perjanjian kerja sama "
            "penanganan perkara perdata untuk tiga tahun ke depan.",
            "penanganan perkara perdata",
        ),
    ],
)
def test_how_many_and_how_long_are_no_subject(extractor: Extractor, text: str, subject: str) -> None:
    (only,) = read(extractor, text)
    assert only.subject == subject


def test_whom_the_text_is_about_is_the_other_party(extractor: Extractor) -> None:
    text = (
        "PALEMBANG - {} membukukan laba Rp90 miliar. Nasabah {} bertambah. Laba {} naik 4 persen.\n\nPemimpin "
        "Wilayah III, Surya Darma, menyampaikan hal itu di sela penandatanganan nota kesepahaman dengan "
        "Universitas Sriwijaya tentang magang mahasiswa."
    )
    (only,) = read(extractor, text.format(*["PT Pegadaian"] * 3))
    assert only.parties == ["PT Pegadaian", "Universitas Sriwijaya"]
    (unsure,) = read(extractor, text.format("PT Pegadaian", "Bank Sumsel Babel", "Bank Mandiri"))
    assert unsure.parties == ["Universitas Sriwijaya"]


def test_parties_of_one_sort_stand_on_one_side(extractor: Extractor) -> None:
    _, second = read(
        extractor,
        "SORONG - BPJS Kesehatan Cabang Sorong dan Pemerintah Kabupaten Sorong Selatan memperpanjang perjanjian "
        "kerja sama jaminan kesehatan penduduk hingga 2028, Kamis (6/2/2025). Perjanjian serupa dengan Pemerintah "
        "Kabupaten Sorong akan menyusul pada Maret 2025.",
    )
    parties = ["BPJS Kesehatan Cabang Sorong", "Pemerintah Kabupaten Sorong"]
    assert second == Told("PKS", "planned", parties, "jaminan kesehatan penduduk", "2025-03", None)


def test_until_when_it_lasts_is_not_its_day(extractor: Extractor) -> None:
    (only,) = read(
        extractor,
        "JAYAPURA - Universitas Cenderawasih dan Bank Papua memperpanjang nota kesepahaman layanan perbankan "
        "hingga 2028, Kamis (6/2/2025).",
    )
    assert only.date == "2025-02-06"
