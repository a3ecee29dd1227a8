"""Members of bodies side by side, of the body that a speaker speaks for, and figures of change, which are none."""

from __future__ import annotations

import pytest

from passages import members, memberships


def test_parts_of_a_sum_that_are_called_members_belong_to_their_own_bodies() -> None:
    found = memberships(
        "Dari 90.000 buruh di Kota Palu, 12.300 orang tercatat sebagai anggota serikat. Per Mei 2025, KSPSI teratas "
        "karena beranggotakan 6.100 orang. KSBSI menyusul dengan 4.000 anggota, dan paling kecil FSPMI yang cuma punya "
        "2.200 orang."
    )
    assert [(name, day, total) for name, _, day, total in found] == [
        ("KSPSI", "2025-05", 6100),
        ("KSBSI", "2025-05", 4000),
        ("FSPMI", "2025-05", 2200),
    ]


def test_the_sections_of_one_body_are_no_bodies() -> None:
    assert (
        members(
            "Badan ad hoc dibentuk. Anggota PPK berjumlah 40 orang, PPS 190 orang, sementara KPPS 1.720 orang. Jadi "
            "seluruhnya 1.950 orang bertugas."
        )
        == []
    )


def test_a_body_of_the_same_kind_goes_on_behind_a_membership() -> None:
    assert members(
        "Universitas Tadulako menyebut mahasiswanya 5.620 orang per Agustus 2025, sedangkan STIE Marga hanya "
        "940 orang."
    ) == [("Universitas Tadulako", 5620), ("STIE Marga", 940)]


def test_a_body_of_another_kind_does_not() -> None:
    assert members(
        "Universitas Tadulako menyebut mahasiswanya 5.620 orang, sedangkan Polres Sigi hanya 940 orang."
    ) == [("Universitas Tadulako", 5620)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ketua DPD Organda Sulteng Budi Santoso hadir bersama Bank Sulteng.\n\n\"Anggota kami tinggal 286 "
            "perusahaan. Sisanya gulung tikar,\" keluh Budi.",
            ("DPD Organda Sulteng", 286),
        ),
        (
            "Direktur Utama PT Jamkrida Sulteng, Rina Wulandari, bicara usai penandatanganan dengan Bank Sulteng.\n\n"
            "\"Terjamin kami seluruhnya 21.660,\" beber Rina.",
            ("PT Jamkrida Sulteng", 21660),
        ),
        (
            "Ketua PMI Kabupaten Sigi mendata relawan bersama Koperasi Bina Warga. Pendonor tetapnya tinggal 1.260 "
            "orang.",
            ("PMI Kabupaten Sigi", 1260),
        ),
        (
            "Kwartir Cabang (Kwarcab) Gerakan Pramuka Sigi mendata ulang. Jadi, Kwarcab sekarang beranggotakan 15.840 "
            "orang.",
            ("Kwartir Cabang (Kwarcab) Gerakan Pramuka Sigi", 15840),
        ),
        (
            "Lembaga Penjamin Simpanan menutup PT BPR Sigi Makmur. Lembaga itu bekerja cepat. Saat itu BPR tersebut "
            "mengelola simpanan 5.270 nasabah dengan total Rp48,6 miliar.",
            ("PT BPR Sigi Makmur", 5270),
        ),
        (
            "Pegadaian Area Palu mengumumkan kinerjanya. Per 30 Juni 2024 ada 264.870 nasabah, separuhnya perempuan.",
            ("Pegadaian Area Palu", 264870),
        ),
        (
            "Direktur PT Pegadaian Cabang Palu, Rina Wulandari, bicara. \"Dari 61.200 nasabah, 4.096 orang menabung "
            "emas,\" kata Rina.",
            ("PT Pegadaian Cabang Palu", 61200),
        ),
        (
            "KPU Kota Palu membentuk badan adhoc. Anggota PPK berjumlah 40 orang, PPS 190 orang, sementara KPPS 1.720 "
            "orang. Seluruhnya 1.950 orang.",
            ("KPU Kota Palu", 1950),
        ),
        (
            "Sebanyak 4.010 orang di antaranya, atau 22 persen, kuliah dengan Kartu Indonesia Pintar (KIP) Kuliah.",
            ("Kartu Indonesia Pintar (KIP) Kuliah", 4010),
        ),
        (
            "Pesantren Nurul Bahri butuh kamar. Dengan 486 santri, pesantren itu penuh.",
            ("Pesantren Nurul Bahri", 486),
        ),
        (
            "Pengguna aplikasi KasKilat milik Bank Sulteng melonjak dari 352.100 orang pada Juni 2023 menjadi 431.300 "
            "orang pada Juni 2024.",
            ("KasKilat", 431300),
        ),
        (
            "Penerima bantuan pangan beras yang disalurkan Perum Bulog Cabang Palu turun dari 74.880 keluarga menjadi "
            "tinggal 71.200 keluarga.",
            ("bantuan pangan beras", 71200),
        ),
    ],
)  # fmt: skip
def test_the_body_that_has_such_members_goes_first(text: str, expected: tuple[str, int]) -> None:
    assert members(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Bank Sulteng rapat. Nasabah di Bank Sulteng menyusut sekitar 3.670 orang.",
        "Penerima Bantuan Pangan di Sigi Menyusut 3.670 Keluarga",
        "Ketua KPU Kota Palu hadir. \"Pemilih pemula kita 6.180 orang,\" ujar Ketua KPU Kota Palu.",
        "DPD Organda Sulteng mendata. Dari 3.910 kendaraan milik anggotanya hanya 141 yang mati pajak.",
        "Koperasi Bina Warga memeriksa. Tahun lalu ada yang klaim anggotanya 30.000 orang.",
        "PT Pegadaian Cabang Palu menagih. Uang Rp2 miliar kembali dari 214 debitur, 61 orang di antaranya lunas.",
        "Lembaga Penjamin Simpanan telah membayar simpanan 4.900 nasabah PT BPR Sigi Makmur. Dari 4.900 nasabah itu, "
        "4.100 orang dibayar tahap pertama dan 800 orang tahap kedua.",
    ],
)  # fmt: skip
def test_changes_and_some_of_them_are_no_memberships(text: str) -> None:
    assert memberships(text) == []


def test_a_rounding_of_what_has_been_told_is_no_second_membership() -> None:
    assert members(
        "Pelanggan PLN Palu Tembus 1,1 Juta\n\nPalu - Jumlah pelanggan PLN Palu terus naik. Kini totalnya sudah "
        "1.104.600 pelanggan. Angka itu naik dari Juni 2024 yang masih 1.078.700 pelanggan."
    ) == [("PLN Palu", 1104600)]
