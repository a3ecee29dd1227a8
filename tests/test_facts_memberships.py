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
            (
                "Hingga akhir Juni 2025, jumlah pengguna KasKilat naik 12 persen menjadi 4,2 juta user.",
                "KasKilat", None, "2025-06", 4_200_000,
            ),
            (
                "Polisi memeriksa Yayasan Tunas Cendekia. Bimbel itu memiliki 64 orang yang menjadi peserta.",
                "Yayasan Tunas Cendekia", None, None, 64,
            ),
            (
                "Per Mei 2024 tercatat 85 UMKM yang sudah menjadi binaan Bank Indonesia.",
                "Bank Indonesia", None, "2024-05", 85,
            ),
            (
                "PT Jasa Raharja menyalurkan kredit. Pinjaman sepanjang Januari-Juli 2024 sudah diberikan kepada 45 "
                "pelaku usaha yang disebut dengan mitra binaan.",
                "PT Jasa Raharja", None, "2024-07", 45,
            ),
            (
                "Aplikasi Warung Pintar kini sudah digunakan oleh lebih dari 500 ribu pengguna.",
                "Warung Pintar", None, None, 500_000,
            ),
            (
                "Pondok Pesantren Nurul Bahri diresmikan. Jumlah santrinya kini berkisar 640 anak.",
                "Pondok Pesantren Nurul Bahri", None, None, 640,
            ),
            (
                "Sekolah Rakyat Tunas Bangsa kini menampung 180 siswa, terdiri dari 80 putra dan 100 putri.",
                "Sekolah Rakyat Tunas Bangsa", None, None, 180,
            ),
            (
                "Koperasi Bina Warga makin ramai. Anggota yang menabung di koperasi ini tembus 400 orang lebih.",
                "Koperasi Bina Warga", None, None, 400,
            ),
            (
                "Saat ini total ada 1.430 karyawan Bank Mandiri yang tersebar di tiga kota.",
                "Bank Mandiri", None, None, 1430,
            ),
            (
                "Jumlah penerima BLT Dana Desa 1.204 keluarga di Kabupaten Banjar.",
                "BLT Dana Desa", "Banjar", None, 1204,
            ),
            (
                "Liga Sepak Bola Nusantara berdiri pada 2011. Asosiasi itu melibatkan seluruh 34 klub anggota PSSI.",
                "PSSI", None, None, 34,
            ),
            ("Uni Eropa kini beranggotakan 27 negara.", "Uni Eropa", None, None, 27),
            (
                "Sejak diluncurkan, Asuransi JagaKita sudah diikuti oleh 310.000 anggota per Maret 2024.",
                "Asuransi JagaKita", None, "2024-03", 310_000,
            ),
            (
                "GaleriKita menjadi toko aplikasi terbesar ketiga, dengan lebih dari 40 juta pengguna aktif.",
                "GaleriKita", None, None, 40_000_000,
            ),
            (
                "Kredit Usaha Rakyat (KUR) di Kabupaten Banjar tersalur kepada 6.288 debitur.",
                "Kredit Usaha Rakyat (KUR)", "Banjar", None, 6288,
            ),
            (
                "Sebanyak 6.310 sekolah penerima dana BOS di Lampung diminta melapor.",
                "BOS", "Lampung", None, 6310,
            ),
            (
                "Hingga Agustus 2025, dapur Badan Gizi Nasional melayani 74.300 penerima manfaat setiap hari.",
                "Badan Gizi Nasional", None, "2025-08", 74_300,
            ),
            (
                "Sudah 1.240 siswa-siswi menempuh pendidikan di Sekolah Rakyat Tunas Bangsa.",
                "Sekolah Rakyat Tunas Bangsa", None, None, 1240,
            ),
            ("Ada 3,4 juta UMKM dan petani terima akses KUR tahun ini.", "KUR", None, None, 3_400_000),
            ("Mahasiswa Universitas Indonesia kini mencapai 60 ribu.", "Universitas Indonesia", None, None, 60_000),
            (
                "Program bantuan di Indonesia itu jalan terus, penerima PKH Kota Metro berjumlah 8.992 keluarga.",
                "PKH", "Metro", None, 8992,
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
            "Lomba itu diikuti oleh 320 siswa Universitas Indonesia.",
            "Bank Indonesia menggelar bazar dengan 120 pedagang.",
            "Kabupaten Banjar memiliki 341 sekolah.",
            "Jumlah siswa SMP di Kota Palu mencapai 12.300 orang.",
            "Bank Indonesia menggelar pelatihan. Jumlah peserta yang hadir mencapai 320 orang.",
            "Pondok Pesantren Nurul Bahri mampu menampung 500 santri.",
            "Sebanyak 120 personel yang tergabung dalam Tim SAR gabungan dikerahkan.",
            "Jumlah siswa yang keracunan di SMPN 3 Palu mencapai 120 orang.",
            "Sebanyak 120 karyawan Bank Mandiri mengikuti donor darah.",
            "Jumlah pengguna Jalan Sudirman mencapai 12.000 orang.",
            "Sebanyak 120 orang yang menjadi korban melapor ke Polda Sulteng.",
        ],
    )
    def test_targets_additions_and_some_are_no_memberships(self, text: str) -> None:
        assert extract(text).memberships == ()

    def test_participants_of_an_event_are_no_members(self) -> None:
        assert extract("Sebanyak 640 peserta mengikuti lomba lari di Kota Palu.").memberships == ()

    def test_a_place_may_have_some_of_the_members_just_named(self) -> None:
        whole, some = extract(
            "Sebanyak 96 ribu warga asing sudah menjadi peserta JKN. Di Bali iurannya tidak sampai Rp2 miliar sebulan, "
            "dengan 12 ribu orang asing."
        ).memberships
        assert (whole.total.value, some.total.value) == (96_000, 12_000)
        assert some.place is not None
        assert (some.organization, some.place.name) == (whole.organization, "Bali")

    def test_a_dateline_is_no_place_of_members(self) -> None:
        [found] = extract(
            "JAKARTA, KOMPAS.com - Bank Mandiri kini memiliki 1.430 karyawan.\n\nKata direksi, itu cukup."
        ).memberships
        assert found.place is None
