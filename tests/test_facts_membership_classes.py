"""Whose members a sum of classes counts, bodies named beside the figure, and where and of which day they are."""

from __future__ import annotations

import pytest

from passages import memberships


@pytest.mark.parametrize(
    ("text", "organization", "total"),
    [
        (
            "Universitas Tadulako memperpanjang kerja sama. "
            "Jumlah mahasiswanya 41.230 orang, terdiri atas diploma 1.230 orang, sarjana 36.000 "
            "orang, dan magister 4.000 orang.",
            "Universitas Tadulako",
            41230,
        ),
        (
            "KPP Pratama Jepara menagih. "
            "Wajib pajak yang terdaftar mencapai 142.310 wajib pajak, dengan rincian 130.000 orang "
            "pribadi, 10.310 badan, dan 2.000 bendahara.",
            "KPP Pratama Jepara",
            142310,
        ),
        (
            "RSUD Bahagia berbenah. "
            "Jasa pelayanan dibayarkan untuk 1.420 pegawai. "
            "Dari jumlah itu 820 orang PNS dan 600 orang pegawai BLUD.",
            "RSUD Bahagia",
            1420,
        ),
        (
            "PDAM Tirta Pakuan kini mempunyai 178.230 sambungan. "
            "Sambungan rumah tangga 160.000, niaga 12.230, dan sosial 6.000.",
            "PDAM Tirta Pakuan",
            178230,
        ),
        (
            "Pemkab Sragen menanggung iuran BPJS Ketenagakerjaan. "
            "Ada 6.100 petani, 4.000 pedagang, dan 2.000 pengemudi ojek. "
            "Seluruhnya berjumlah 12.100 orang.",
            "BPJS Ketenagakerjaan",
            12100,
        ),
    ],
)
def test_classes_of_members_tell_whose_they_are(text: str, organization: str, total: int) -> None:
    assert (organization, total) in [(name, found) for name, _, _, found in memberships(text)]


@pytest.mark.parametrize(
    "text",
    [
        "PDAM Tirta Pakuan menerima piutang dari 431 pelanggan, yakni 300 rumah tangga, 100 niaga, dan 31 sosial.",
        "Pemkot Solo menyerahkan SK kepada 124 pegawai, yakni 80 PNS dan 44 PPPK.",
        "Warga yang mengungsi 1.806 jiwa, terdiri atas laki-laki 742 jiwa dan perempuan 1.064 jiwa.",
        "KPP Pratama Jepara menagih 366 wajib pajak, yakni 300 orang pribadi dan 66 badan.",
    ],
)
def test_other_sums_of_such_classes_are_none(text: str) -> None:
    assert memberships(text) == []


@pytest.mark.parametrize(
    ("text", "organization", "total"),
    [
        ("Anggota Kontak Tani Makmur itu 54.300 orang.", "Kontak Tani Makmur", 54300),
        ("Muzaki yang terdaftar di Baznas Kebumen kini 9.412 orang.", "Baznas Kebumen", 9412),
        (
            "Direktur Bank Nagari menjelaskan kinerja. “Nasabah KUR kami sekarang 9.640 orang,” ujarnya.",
            "Bank Nagari",
            9640,
        ),
        (
            "Kampus itu mendaftarkan 4.180 mahasiswa magang sebagai peserta BPJS Ketenagakerjaan.",
            "BPJS Ketenagakerjaan",
            4180,
        ),
        ("Sudah 18.240 nelayan Lombok menjadi peserta BPJS Ketenagakerjaan.", "BPJS Ketenagakerjaan", 18240),
        (
            "Panitia merekrut 3.120 petugas. Semuanya didaftarkan ke BPJS Ketenagakerjaan.",
            "BPJS Ketenagakerjaan",
            3120,
        ),
        (
            "“Ada 7.420 perangkat desa yang sudah terlindungi,” kata Kepala BPJS Ketenagakerjaan Budi.",
            "BPJS Ketenagakerjaan",
            7420,
        ),
        ("Serikat Petani Sawit Siak menghimpun 2.310 petani swadaya.", "Serikat Petani Sawit Siak", 2310),
        ("Baznas Kebumen mencatat 14.320 muzaki aktif.", "Baznas Kebumen", 14320),
        (
            "Selain KUR, pembiayaan ultramikro (UMi) tersalur Rp18 miliar untuk 4.210 debitur.",
            "pembiayaan ultramikro (UMi)",
            4210,
        ),
    ],
)
def test_the_words_beside_the_figure_name_whose_they_are(text: str, organization: str, total: int) -> None:
    [(name, _, _, found)] = memberships(text)
    assert (name, found) == (organization, total)


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 312 petani menerima pembayaran klaim Asuransi Usaha Tani Padi (AUTP).",
        "Kementerian Kesehatan mencatat 312 jemaah haji terkonfirmasi positif.",
        "Bank Nagari menghapus kredit. Dari seluruh peserta, yang berstatus aktif sebanyak 1.771 orang.",
        "Perinciannya, santunan kematian untuk 77 keluarga dan beasiswa Rp210 juta untuk 140 siswa.",
    ],
)
def test_claims_and_some_of_the_members_are_none(text: str) -> None:
    assert memberships(text) == []


def test_a_person_s_name_is_no_part_of_the_place() -> None:
    text = (
        "Kepala Dinas Sosial Kabupaten Banyumas Widyaningsih mengatakan, PKH yang disalurkan kepada"
        " 58.314 keluarga itu naik dibandingkan periode yang sama tahun 2024."
    )
    assert [(place, as_of) for _, place, as_of, _ in memberships(text)] == [("Banyumas", None)]


def test_year_and_day_of_the_figure() -> None:
    this_year = "Rabu, 12 Maret 2025, tahun ini peserta Asuransi Nelayan Tangguh sebanyak 12.400 orang."
    assert [as_of for _, _, as_of, _ in memberships(this_year)] == ["2025"]
    same_day = (
        "Hingga 31 Desember 2024, pelanggan PDAM Blora mencapai 27.318 orang."
        " Sementara itu, jumlah pegawai pada tanggal yang sama tercatat 1.905 orang."
    )
    assert [as_of for _, _, as_of, _ in memberships(same_day)] == ["2024-12-31", "2024-12-31"]


def test_a_branch_spoken_of_just_before_goes_before_its_body_in_the_headline() -> None:
    text = (
        "PLN Pulihkan Jaringan\n\nPT PLN (Persero) cepat. PT PLN (Persero) Unit Induk Distribusi Sulawesi Utara "
        "melayani 9.000 pelanggan. Pelanggan rumah tangga berjumlah 7.000, bisnis 1.500, dan sosial 500."
    )
    [(organization, _, _, total)] = memberships(text)
    assert (organization, total) == ("PT PLN (Persero) Unit Induk Distribusi Sulawesi Utara", 9000)
