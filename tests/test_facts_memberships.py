"""From sentences to memberships: how many members an organisation or a programme has, where and as of when."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from beritaextract.model import Article

EXTRACTOR = Extractor(names="rules")


def extract(text: str) -> Article:
    return EXTRACTOR.extract(text)


class TestMemberships:
    def test_all_slots_are_filled_from_one_sentence_and_its_list(self) -> None:
        text = (
            "Menurut data per September 2021, kepesertaan BPJS Ketenagakerjaan se-Kabupaten Banjar tercatat "
            "1.250 orang, terdiri atas pekerja formal 900 orang dan pekerja informal 350 orang. "
            "Dari jumlah itu, 120 orang adalah honorer."
        )
        [found] = extract(text).memberships
        assert found.organization is not None
        assert found.place is not None
        assert (found.organization.name, found.place.name, found.as_of, found.total.value) == (
            "BPJS Ketenagakerjaan", "Banjar", "2021-09", 1250,
        )  # fmt: skip
        assert [part.label for part in found.categories] == ["pekerja formal", "pekerja informal"]
        assert [part.label for part in found.of_which] == ["honorer"]

    def test_the_programme_may_stand_after_the_figure(self) -> None:
        [found] = extract("Di Kota Palu ada 1.164.830 peserta JKN.").memberships
        assert found.organization is not None
        assert (found.organization.name, found.as_of) == ("JKN", None)

    def test_in_a_growth_statement_the_present_figure_is_the_membership(self) -> None:
        [found] = extract(
            "Peserta BPJS Ketenagakerjaan di Kota Palu naik dari 41.200 orang menjadi 45.900 orang."
        ).memberships
        assert found.total.value == 45_900

    def test_an_acronym_has_the_name_that_the_text_spells_out(self) -> None:
        [found] = extract(
            "Cakupan Jaminan Kesehatan Nasional (JKN) meluas. Di Kota Palu ada 1.164.830 peserta JKN."
        ).memberships
        assert found.organization is not None
        assert found.organization.name == "Jaminan Kesehatan Nasional (JKN)"

    def test_recipients_belong_to_their_programme(self) -> None:
        [found] = extract("Penerima PKH di Kabupaten Banjar tercatat 12.640 keluarga.").memberships
        assert found.organization is not None
        assert found.place is not None
        assert (found.organization.name, found.place.name) == ("PKH", "Banjar")

    @pytest.mark.parametrize(
        ("text", "organization", "place", "as_of", "total"),
        [
            (
                "BLT Dana Desa tahap kedua sudah disalurkan kepada 86 keluarga di Desa Sukamaju.",
                "BLT Dana Desa", "Sukamaju", None, 86,
            ),
            (
                "Per 1 Agustus 2025, Program Keluarga Harapan (PKH) telah diberikan kepada 80 persen atau 5.120 KPM.",
                "Program Keluarga Harapan (PKH)", None, "2025-08-01", 5120,
            ),
            (
                "Sebanyak 412 keluarga penerima manfaat (KPM) di Kota Tegal mendapat bantuan langsung tunai (BLT).",
                "bantuan langsung tunai (BLT)", "Tegal", None, 412,
            ),
            (
                "PT Bina Artha Sejahtera berdiri pada 2014. Kini perseroan telah memiliki 765 debitur.",
                "PT Bina Artha Sejahtera", None, None, 765,
            ),
            (
                "Bantuan Sosial Tunai (BST) diserahkan kepada 551 keluarga, tersebar di Kampung Rumbih 301 keluarga "
                "dan Kampung Tanjung 250 keluarga.",
                "Bantuan Sosial Tunai (BST)", None, None, 551,
            ),
            (
                "Program MBG berjalan enam bulan. Penerima MBG tercatat sudah menembus kurang lebih 7.300 orang.",
                "MBG", None, None, 7300,
            ),
            (
                "Jumlah pelanggan PLN Sukamaju tumbuh 7,1 persen menjadi 10.400 pelanggan.",
                "PLN Sukamaju", None, None, 10400,
            ),
            (
                "Total siswa penerima program bantuan seragam sekolah tahun ini mencapai 1.760 siswa.",
                "program bantuan seragam sekolah", None, None, 1760,
            ),
            (
                "Penggemar motor berkumpul. Menjelang usia ketujuh, PeKoMa sudah memiliki lebih dari 1.500 anggota.",
                "PeKoMa", None, None, 1500,
            ),
            (
                "Idealnya Sukamaju butuh 900 personel Satpol PP. Namun, saat ini kota itu hanya memiliki 400 personel.",
                "Satpol PP", None, None, 400,
            ),
        ],
    )  # fmt: skip
    def test_slots(
        self, text: str, organization: str, place: str | None, as_of: str | None, total: int
    ) -> None:
        [found] = extract(text).memberships
        assert found.organization is not None
        where = found.place.name if found.place else None
        assert (found.organization.name, where, found.as_of, found.total.value) == (
            organization, place, as_of, total,
        )  # fmt: skip

    @pytest.mark.parametrize(
        "text",
        [
            "BLT Dana Desa diserahkan secara simbolis kepada 50 keluarga.",
            "Ada 412 keluarga yang belum menerima BLT Dana Desa.",
            "Data penerima beasiswa Baznas Sukamaju yakni siswa SD sebanyak 180 orang dan siswa SMP 57 orang.",
            "Pemerintah menargetkan peserta BPJS Ketenagakerjaan mencapai 45.900 orang.",
            "Penerima beasiswa Baznas Sukamaju yakni siswa SD sebanyak 180 orang, dan siswa SMP sebanyak 57 orang.",
            "Idealnya Sukamaju butuh 900 personel tambahan. Saat ini kota itu hanya memiliki 400 personel.",
            "Kota Sukamaju kini memiliki 1.500 anggota keluarga prasejahtera.",
            "Program bantuan itu sudah ramai. Total siswa penerima mencapai 1.760 siswa.",
            "Peserta BPJS Ketenagakerjaan bertambah sebanyak 45.900 orang.",
            "Tahun lalu ada 45.900 peserta JKN yang menunggak iuran.",
        ],
    )
    def test_targets_additions_and_some_are_no_memberships(self, text: str) -> None:
        assert extract(text).memberships == ()

    def test_participants_of_an_event_are_no_members(self) -> None:
        assert extract("Sebanyak 640 peserta mengikuti lomba lari di Kota Palu.").memberships == ()
