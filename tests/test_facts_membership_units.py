"""What members are counted in, and figures that look like a membership but count others."""

from __future__ import annotations

import pytest

from passages import members


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Persatuan Penggilingan Padi Sigi menggelar rapat. Organisasi itu beranggotakan 1.240 penggilingan.",
            ("Persatuan Penggilingan Padi Sigi", 1240),
        ),
        ("Nasabah Tabungan Emas Bank Sigi mencapai 41.250 rekening.", ("Bank Sigi", 41_250)),
        (
            "Pelanggan PDAM Sigi sudah menyentuh 18.304, naik dari 15.420 setahun sebelumnya.",
            ("PDAM Sigi", 18_304),
        ),
        (
            "Kelompok Tani Sri Lestari panen raya. Kelompoknya beranggotakan tak sampai 64 orang.",
            ("Kelompok Tani Sri Lestari", 64),
        ),
        (
            "Peserta aktif BPJS Ketenagakerjaan Cabang Palu naik dari 40.055 pekerja menjadi 41.655 pekerja per awal "
            "Maret.",
            ("BPJS Ketenagakerjaan Cabang Palu", 41_655),
        ),
        (
            "Untuk pilkada itu, KPU Kota Palu memasukkan 139.418 orang ke Daftar Pemilih Sementara (DPS).",
            ("KPU Kota Palu", 139_418),
        ),
        (
            "Peserta BPJS Kesehatan Cabang Palu mencapai 91.466 jiwa. Peserta pekerja paling banyak, 58.310 jiwa: dari "
            "swasta 41.554 jiwa dan dari negara 16.756 jiwa. Sisanya 33.156 jiwa peserta mandiri.",
            ("BPJS Kesehatan Cabang Palu", 91_466),
        ),
    ],
)
def test_members_are_told_by_the_words_and_not_by_the_unit(text: str, expected: tuple[str, int]) -> None:
    assert members(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Di lapangan, 138 pendamping PKH bertugas di 20 kecamatan.",
        "PT Jasa Sigi membayar klaim Asuransi Usaha Tani Padi (AUTP) sebanyak Rp3 miliar kepada 742 petani.",
        "Keluarga 11 jemaah haji yang wafat menerima asuransi jiwa.",
        "BLT dibagikan di balai desa. Penerima perempuan yang sudah mengambil sebanyak 8.390 orang.",
        "Petugas BPJS Ketenagakerjaan Cabang Palu mendata. Peserta yang hendak didaftarkan sebanyak 4.846 orang.",
        "Jumlah itu berkurang dari Daftar Pemilih Sementara (DPS) KPU Sigi yakni 250.120 pemilih.",
    ],
)
def test_others_beside_the_members_are_none(text: str) -> None:
    assert members(text) == []


def test_of_a_population_the_members_may_be_summed_up_too() -> None:
    text = (
        "Penduduk Sigi berjumlah 84.418 jiwa, terdiri atas peserta JKN 80.418 jiwa dan yang belum terdaftar 4.000 "
        "jiwa. Peserta JKN sebanyak 80.418 jiwa terdiri atas PBI 60.418 jiwa dan mandiri 20.000 jiwa."
    )
    assert members(text) == [("JKN", 80_418)]
